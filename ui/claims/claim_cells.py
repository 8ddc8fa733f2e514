"""How a claim's row looks where its own value is not enough: invoices, and the time that is left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from services.calendars import working_days_between
from services.terms import ClaimState, PaperKind
from ui.widgets import formats
from ui.widgets.register_rows import RowValues

OPEN = (ClaimState.SUBMITTED, ClaimState.TO_PAY)

translate = QCoreApplication.translate


def invoices(values: RowValues, today: date) -> tuple[str, str | None]:  # noqa: ARG001 - every rule gets the day
    """How many invoices; a dash for none."""
    count = values["invoice_count"]
    if not count:
        return formats.NOTHING, "muted"
    return translate("Claim invoices", "{count}").format(count=count), None


def time_left(values: RowValues, today: date) -> tuple[str, str | None]:
    """Working days until the promise ends; of what came back its reason; of an advance when it is due."""
    state, pay_by = values["state"], values["pay_by"]
    if values["kind"] is PaperKind.REPAYMENT and state is ClaimState.TO_PAY and values["pay_month"]:
        return translate("Claim", "pay of {month}").format(month=f"{values['pay_month']:%Y-%m}"), None
    if values["kind"] is PaperKind.PAYMENT and state is ClaimState.PAID and values["invoice_owed"]:
        return _owed(values["invoice_due_on"], today)
    if state is ClaimState.TO_PAY and values["state_note"]:
        return values["state_note"], "red"
    if state in OPEN and pay_by is not None:
        return _promise(pay_by, today)
    if state is ClaimState.RETURNED:
        return values["state_note"], "red"
    if values["kind"] is PaperKind.ADVANCE and state is ClaimState.PAID and values["outstanding"]:
        due = values["due_on"]
        words = translate("Claim", "due {day}").format(day=formats.day(due, today))
        return (
            (translate("Claim", "overdue {day}").format(day=formats.day(due, today)), "red")
            if due < today
            else (words, None)
        )
    return formats.NOTHING, "muted"


def _owed(due: date, today: date) -> tuple[str, str | None]:
    """Until when the invoice of a paid request was promised."""
    words = translate("Claim", "invoice {day}").format(day=formats.day(due, today))
    return words, "red" if due < today else "amber"


def _promise(pay_by: date, today: date) -> tuple[str, str | None]:
    if pay_by < today:
        late = working_days_between(pay_by, today)
        return translate("Claim", "{count} d late").format(count=max(late, 1)), "red"
    if pay_by == today:
        return translate("Claim", "due today"), "amber"
    left = max(working_days_between(today, pay_by), 1)
    return translate("Claim", "{count} d left").format(count=left), None


def asked_after(values: RowValues, today: date) -> tuple[str, str | None]:
    """The time that is left; for whoever decides, that somebody has asked after the paper."""
    words, tone = time_left(values, today)
    if values["state"] is ClaimState.SUBMITTED and values["reminded_at"] is not None:
        return translate("Claim", "{time} · reminded").format(time=words), tone or "amber"
    return words, tone


CELLS = {"invoice_count": invoices, "pay_by": time_left}
DECIDING_CELLS = {**CELLS, "pay_by": asked_after}
