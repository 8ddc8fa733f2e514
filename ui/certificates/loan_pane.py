"""What the pane tells about a loan: where it stands, remarks, the certificate, who, when, decisions, history."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services.certificate_loan_details import LoanRemark
from services.permissions import Permission
from services.terms import LoanKind, LoanState
from services.terms import StepState as Decided
from ui.certificates.certificate_cells import days_words, loan_state_words, what_words
from ui.labels import label
from ui.personnel.paper_pane import tell_steps
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from datetime import date

    from services.approval_steps import StepRow
    from services.certificate_loan_details import LoanDetail
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

_STOPS = (LoanRemark.OVERDUE, LoanRemark.OUT_NOW)

translate = QCoreApplication.translate


def show_loan(pane: DetailPane, desk: Desk, found: LoanDetail, changed: Callable[[], object]) -> None:
    """From top to bottom."""
    today = desk.today()
    what = what_words(found.kind, found.copies, found.piece if found.pieces > 1 else 0)
    pane.headline(f"{found.number} · {what}", found.certificate_name, _who(found))
    bar = StepBar()
    bar.set_steps(list(loan_steps(found.kind, found.state, found.steps)))
    pane.widget(bar)
    if found.state_note:
        red = found.state in (LoanState.RETURNED, LoanState.VOIDED)
        pane.text(found.state_note, "red" if red else "")
    for one in found.remarks:
        words = label(one.code).format(**one.values)
        pane.check("stop" if one.code in _STOPS else "warn", words)
    _what_for(pane, found)
    _days(pane, found, today)
    _certificate(pane, desk, found)
    pane.section(translate("Certificates", "Files"))
    files = AttachmentsList(
        desk, "certificate_loan", found.id, found.files, editable=desk.can(Permission.CERTIFICATE_EDIT)
    )
    files.changed.connect(changed)
    pane.widget(files)
    tell_steps(pane, found.steps, found.decisions, today)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("certificate_loan", found.history, today))


def _who(found: LoanDetail) -> str:
    return " · ".join(part for part in (found.employee_name, found.department_name) if part)


def _what_for(pane: DetailPane, found: LoanDetail) -> None:
    pane.section(translate("Field", "What for"))
    pane.text(found.purpose)
    if found.bid:
        pane.row(translate("Field", "For the bid"), found.bid)


def _days(pane: DetailPane, found: LoanDetail, today: date) -> None:
    pane.section(translate("Certificates", "When"))
    pane.row(translate("Field", "Borrowed from"), found.from_on.isoformat())
    if found.kind is not LoanKind.COPY:
        due = found.due_back_on
        late = found.state is LoanState.LENT and due < today
        left = f" · {days_words((due - today).days)}" if found.state is LoanState.LENT else ""
        pane.row(
            translate("Field", "Due back"),
            f"{due.isoformat()}{left}",
            tone="red" if late else "",
            strong=late,
        )
    if found.lent_on:
        pane.row(translate("Field", "Handed out on"), found.lent_on.isoformat())
    if found.back_on and found.kind is not LoanKind.COPY:
        pane.row(translate("Field", "Back on"), found.back_on.isoformat())
    if found.back_note:
        pane.text(found.back_note)


def _certificate(pane: DetailPane, desk: Desk, found: LoanDetail) -> None:
    pane.section(translate("Certificates", "Certificate"))
    ends = found.valid_to.isoformat() if found.valid_to else translate("Certificates", "does not end")
    for words, value in (
        (translate("Field", "Number"), found.certificate_number),
        (translate("Field", "Certificate holder"), found.holder),
        (translate("Field", "Valid to"), ends),
        (translate("Field", "Where the original lies"), found.original_place),
    ):
        pane.row(words, value or formats.NOTHING)
    opener = QPushButton(translate("Certificates", "Show the certificate"))
    opener.setObjectName("action.open_certificate")
    opener.setProperty("flat", True)
    opener.setStyleSheet("text-align: left; padding: 0;")
    opener.setAutoDefault(False)
    opener.clicked.connect(partial(desk.go, "certificates", found.certificate_id))
    pane.widget(opener)


def loan_steps(kind: LoanKind, state: LoanState, steps: Sequence[StepRow]) -> Iterator[Step]:
    """Draft, every level, handed out, back; sealed copies end with their handing over."""
    unsent = (LoanState.DRAFT, LoanState.WITHDRAWN)
    yield Step(label(LoanState.DRAFT), StepState.CURRENT if state in unsent else StepState.DONE)
    if state not in unsent:
        for row in steps:
            yield Step(row.label, _MARKS.get(row.state, StepState.LATER))
    done = state in (LoanState.LENT, LoanState.BACK)
    here = StepState.CURRENT if state is LoanState.APPROVED else StepState.LATER
    out = translate("Certificates", "Sealed") if kind is LoanKind.COPY else label(LoanState.LENT)
    yield Step(out, StepState.DONE if done else here)
    if kind is not LoanKind.COPY:
        waits = StepState.CURRENT if state is LoanState.LENT else StepState.LATER
        yield Step(
            loan_state_words(kind, LoanState.BACK), StepState.DONE if state is LoanState.BACK else waits
        )


_MARKS = {
    Decided.APPROVED: StepState.DONE,
    Decided.PENDING: StepState.CURRENT,
    Decided.RETURNED: StepState.RETURNED,
    Decided.REFERRED: StepState.DONE,
}
