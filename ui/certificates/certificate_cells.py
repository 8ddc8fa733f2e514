"""How certificates and loans look in a list: days left, who has the original, what is overdue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from services.certificate_facts import state_on
from services.certificate_headline import SOON
from services.certificate_register import ENDS_WITHIN
from services.terms import CertificateState, HolderType, LoanKind, LoanState
from ui.labels import label, tone
from ui.widgets import formats
from ui.widgets.register_rows import RowValues

translate = QCoreApplication.translate


def days_words(days: int) -> str:
    """How far away a day is, in words."""
    if days < 0:
        return translate("Certificates", "{days} d over").format(days=-days)
    if days == 0:
        return translate("Certificates", "today")
    return translate("Certificates", "{days} d left").format(days=days)


def end_tone(valid_to: date | None, state: CertificateState, today: date) -> str | None:
    """Red when it is over or ends within 30 days, amber within 90."""
    if valid_to is None or state is CertificateState.ARCHIVED:
        return None
    if valid_to < today + SOON + timedelta(days=1):
        return "red"
    return "amber" if valid_to <= today + ENDS_WITHIN else None


def _valid_to(row: RowValues, today: date) -> tuple[str, str | None]:
    day = row["valid_to"]
    if day is None:
        return translate("Certificates", "does not end"), "muted"
    if row["state"] is CertificateState.ARCHIVED:
        return formats.day(day, today), "muted"
    days = (day - today).days
    shown = f"{formats.day(day, today)} · {days_words(days)}"
    return shown, end_tone(day, row["state"], today)


def _state(row: RowValues, today: date) -> tuple[str, str | None]:
    state = state_on(row["state"], row["valid_to"], today)
    return label(state), tone(state)


def _place(row: RowValues, today: date) -> tuple[str, str | None]:
    """Who has it, red when it should be back; else where it lies."""
    if not row["lent_to"]:
        return (row["original_place"], None) if row["original_place"] else (formats.NOTHING, "muted")
    late = row["due_back_on"] < today
    words = translate("Certificates", "with {name}, overdue") if late else translate("Certificates", "with {name}")  # fmt: skip
    return words.format(name=row["lent_to"]), "red" if late else "amber"


def _due_back(row: RowValues, today: date) -> tuple[str, str | None]:
    if row["due_back_on"] is None:
        return formats.NOTHING, "muted"
    return formats.day(row["due_back_on"], today), "red" if row["due_back_on"] < today else None


def _holder(row: RowValues, _today: date) -> tuple[str, str | None]:
    return (row["person"], None) if row["person"] else (label(HolderType.COMPANY), "muted")


def _ends(row: RowValues, today: date) -> tuple[str, str | None]:
    return (
        (formats.NOTHING, "muted") if row["valid_to"] is None else (formats.day(row["valid_to"], today), None)
    )


CERTIFICATES: dict[str, Any] = {
    "person": _holder,
    "ends": _ends,
    "valid_to": _valid_to,
    "state": _state,
    "original_place": _place,
    "due_back_on": _due_back,
}


def loan_state_words(kind: LoanKind, state: LoanState) -> str:
    """Sealed copies do not come back: theirs is handed over."""
    if kind is LoanKind.COPY and state is LoanState.BACK:
        return translate("Certificates", "Sealed, handed over")
    if kind is LoanKind.COPY and state is LoanState.APPROVED:
        return translate("Certificates", "To seal")
    return label(state)


def what_words(kind: LoanKind, copies: int, piece: int) -> str:
    """What is borrowed: how many sealed copies, or which one of several."""
    words = label(kind)
    if kind is LoanKind.COPY:
        return f"{words} ×{copies}"
    return translate("Certificates", "{what} No. {piece}").format(what=words, piece=piece) if piece else words


def _loan_state(row: RowValues, _today: date) -> tuple[str, str | None]:
    return loan_state_words(row["kind"], row["state"]), tone(row["state"])


def _loan_due(row: RowValues, today: date) -> tuple[str, str | None]:
    day = row["due_back_on"]
    if row["kind"] is LoanKind.COPY:
        return formats.NOTHING, "muted"
    if row["state"] is not LoanState.LENT:
        return formats.day(day, today), None
    days = (day - today).days
    return (
        f"{formats.day(day, today)} · {days_words(days)}",
        "red" if days < 0 else "amber" if days < 3 else None,
    )


def _loan_kind(row: RowValues, _today: date) -> tuple[str, str | None]:
    which = row["piece"] if row["pieces"] > 1 else 0
    return what_words(row["kind"], row["copies"], which), tone(row["kind"])


LOANS: dict[str, Any] = {"state": _loan_state, "due_back_on": _loan_due, "kind": _loan_kind}
