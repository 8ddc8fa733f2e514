"""What the pane tells about a certificate: facts, scans, what comes next, loans, cases, trainings, history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services.permissions import Permission
from services.staff_trainings import by_year
from services.terms import CaseState, CertificateState, LoanKind, LoanState
from ui.certificates.certificate_cells import days_words, end_tone, loan_state_words, what_words
from ui.labels import label, tone
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList

if TYPE_CHECKING:
    from datetime import date

    from services.certificate_details import CertificateDetail, LoanRow, ScanRow
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

NEXT_SHOWN = 4

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Scan:
    """A scan as the list of files shows it."""

    id: int
    name: str
    size: int


def show_certificate(
    pane: DetailPane, desk: Desk, found: CertificateDetail, changed: Callable[[], object]
) -> None:
    """From top to bottom."""
    today = desk.today()
    small = " · ".join(part for part in (found.kind_name, found.group) if part)
    pane.headline(small, found.name, found.number)
    _standing(pane, found, today)
    _facts(pane, found, today)
    _scans(pane, desk, found, changed)
    _next(pane, found, today)
    _trainings(pane, found, today)
    _loans(pane, desk, found, today)
    _cases(pane, desk, found, today)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("certificate", found.history, today))


def _standing(pane: DetailPane, found: CertificateDetail, today: date) -> None:
    """What must be known at once: over, ending, out, followed by another."""
    pane.row(translate("Field", "State"), label(found.state), tone=tone(found.state) or "")
    if found.out is not None:
        late = found.out.due_back_on < today
        words = translate("Certificates", "The original is with {name}, due back on {day}.")
        if late:
            words = translate("Certificates", "The original is with {name} and should be back since {day}.")
        day = found.out.due_back_on.isoformat()
        pane.check("stop" if late else "warn", words.format(name=found.out.employee_name, day=day))
    if found.after is not None:
        words = translate("Certificates", "Renewed by {number}")
        pane.check("ok", words.format(number=found.after.number or found.after.name))
    elif found.state is CertificateState.LAPSED:
        pane.check(
            "stop", translate("Certificates", "It is over and nothing follows: renew it or archive it.")
        )


def _facts(pane: DetailPane, found: CertificateDetail, today: date) -> None:
    pane.section(translate("Certificates", "Facts"))
    pane.row(translate("Field", "Certificate holder"), found.holder_name)
    pane.row(translate("Certificates", "Valid"), *_span(found, today))
    originals = translate("Certificates", "{originals} original, {copies} duplicates")
    told = originals.format(originals=found.originals, copies=found.copies)
    for words, value in (
        (translate("Field", "Issuer"), found.issuer),
        (translate("Field", "Level or class"), found.level),
        (translate("Field", "Scope"), found.scope),
        (translate("Field", "Issued on"), found.issued_on.isoformat() if found.issued_on else ""),
        (translate("Certificates", "Originals and duplicates"), told),
        (translate("Field", "Where the original lies"), found.original_place),
        (translate("Field", "Kept by"), found.keeper_name),
        (translate("Certificates", "Before it"), found.before.number if found.before else ""),
        (translate("Field", "Note"), found.note),
    ):
        if value:
            pane.row(words, value)


def _span(found: CertificateDetail, today: date) -> tuple[str]:
    first = found.valid_from.isoformat() if found.valid_from else "…"
    if found.valid_to is None:
        return (translate("Certificates", "from {day}, does not end").format(day=first),)
    left = days_words((found.valid_to - today).days)
    words = translate("Certificates", "{first} to {last} · {left}")
    return (words.format(first=first, last=found.valid_to.isoformat(), left=left),)


def _scans(pane: DetailPane, desk: Desk, found: CertificateDetail, changed: Callable[[], object]) -> None:
    pane.section(translate("Certificates", "Scans ({count})").format(count=len(found.scans)))
    rows = [_Scan(scan.id, _scan_words(scan), scan.size) for scan in found.scans]
    editable = desk.can(Permission.CERTIFICATE_EDIT)
    files = AttachmentsList(desk, "certificate", found.id, rows, editable=editable)
    files.changed.connect(changed)
    pane.widget(files)


def _scan_words(scan: ScanRow) -> str:
    words = translate("Certificates", "Version {number}, {day}: {name}")
    return words.format(number=scan.number, day=f"{scan.added_at.astimezone():%Y-%m-%d}", name=scan.name)


def _next(pane: DetailPane, found: CertificateDetail, today: date) -> None:
    """The next duties, then the dates of the renewal; what is past is red."""
    if found.duties:
        pane.section(translate("Certificates", "Next duties"))
        for duty in found.duties[:NEXT_SHOWN]:
            soon = (duty.due_on - today).days <= 30
            pane.row(duty.name, _due(duty.due_on, today), tone="amber" if soon else "")
    if found.steps and found.valid_to is not None:
        pane.section(translate("Certificates", "Renewal"))
        for step in found.steps:
            late = step.due_on < today and end_tone(found.valid_to, found.state, today) is not None
            if step.start:
                pane.row(
                    step.name,
                    translate("Personnel", "from {day}").format(day=formats.day(step.due_on, today)),
                )
                continue
            pane.row(step.name, _due(step.due_on, today), tone="red" if late else "")


def _due(day: date, today: date) -> str:
    return translate("Personnel", "by {day}").format(day=formats.day(day, today))


def _trainings(pane: DetailPane, found: CertificateDetail, today: date) -> None:
    if found.employee_id is None:
        return
    pane.section(translate("Certificates", "Trainings"))
    for goal in found.goals:
        words = translate("Certificates", "{have} of {need} hours until {day}")
        numbers = {"have": formats.quantity(goal.have), "need": formats.quantity(goal.need)}
        told = words.format(day=goal.due_on.isoformat(), **numbers)
        pane.check("ok" if goal.reached else "warn", f"{goal.name}: {told}")
    for year in by_year(list(found.trainings)):
        words = translate("Certificates", "{hours} hours on {days} days")
        told = words.format(hours=formats.quantity(year.hours), days=year.days)
        pane.row(str(year.year), told, strong=True)
        for one in found.trainings:
            if one.on_day is not None and one.on_day.year == year.year and one.hours is not None:
                pane.row(f"{formats.day(one.on_day, today)}  {one.name}", formats.quantity(one.hours))
    if not found.trainings:
        pane.text(translate("Certificates", "No training is entered yet."))


def _loans(pane: DetailPane, desk: Desk, found: CertificateDetail, today: date) -> None:
    if not found.loans:
        return
    pane.section(translate("Certificates", "Loans"))
    for loan in found.loans:
        opener = _link(f"{loan.number}  {loan.employee_name} · {_loan_words(loan, today)}")
        opener.setObjectName(f"action.open_loan.{loan.id}")
        opener.clicked.connect(partial(desk.go, "certificate_loans", loan.id))
        pane.widget(opener)
        pane.text(" · ".join(part for part in (loan.bid, loan.purpose) if part))


def _loan_words(loan: LoanRow, today: date) -> str:
    state = loan_state_words(loan.kind, loan.state)
    several = loan.piece > 1 or loan.kind is LoanKind.DUPLICATE
    if several:
        state = f"{what_words(loan.kind, 0, loan.piece)} · {state}"
    if loan.state is LoanState.LENT:
        return f"{state}, {days_words((loan.due_back_on - today).days)}"
    if loan.kind is LoanKind.COPY:
        return f"{state} ×{loan.copies}"
    return f"{state} {formats.day(loan.back_on, today)}" if loan.back_on else state


def _cases(pane: DetailPane, desk: Desk, found: CertificateDetail, today: date) -> None:
    if not found.cases:
        return
    pane.section(translate("Certificates", "Cases"))
    for case in found.cases:
        day = case.closed_on or case.due_on
        open_ = case.state is CaseState.OPEN and day is not None
        when = _due(day, today) if open_ and day else formats.day(day, today) if day else ""
        opener = _link(f"{case.title} · {label(case.state)} {when}")
        opener.setObjectName(f"action.open_case.{case.id}")
        opener.clicked.connect(partial(desk.go, "certificate_cases", case.id))
        pane.widget(opener)


def _link(words: str) -> QPushButton:
    """Something that leads to its own page."""
    made = QPushButton(words.replace("&", "&&"))
    made.setProperty("flat", True)
    made.setStyleSheet("text-align: left; padding: 0;")
    made.setAutoDefault(False)
    made.setAccessibleName(words)
    return made
