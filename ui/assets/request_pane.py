"""What the pane tells about a purchase request: lines, what has come, approval, files, history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.money import voucher_capitals
from services.permissions import Permission
from services.terms import OfficePaperState
from services.terms import StepState as Decided
from ui.personnel.paper_pane import tell_steps
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from datetime import date

    from services.asset_request_details import RequestDetail, RequestLine
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

_MARKS = {
    Decided.APPROVED: StepState.DONE,
    Decided.PENDING: StepState.CURRENT,
    Decided.RETURNED: StepState.RETURNED,
    Decided.REFERRED: StepState.DONE,
}
_OPEN = (OfficePaperState.DRAFT, OfficePaperState.WITHDRAWN)

translate = QCoreApplication.translate


def show_request(pane: DetailPane, desk: Desk, found: RequestDetail, again: Callable[[], object]) -> None:
    """From top to bottom; `again` is called when files were added or removed."""
    today = desk.today()
    small = f"{found.number} · {found.department_name}"
    pane.headline(small, formats.yuan(found.amount), voucher_capitals(found.amount))
    bar = StepBar()
    bar.set_steps(list(_steps(found)))
    pane.widget(bar)
    if found.state_note:
        pane.text(found.state_note, "red" if found.state is OfficePaperState.RETURNED else "amber")
    pane.row(translate("Field", "For what"), found.title, strong=True)
    if found.reason:
        pane.row(translate("Field", "Reason"), found.reason)
    if found.wanted_on is not None:
        waits = found.state is OfficePaperState.APPROVED and found.closed_on is None
        late = waits and found.wanted_on < today
        pane.row(translate("Field", "Wanted by"), found.wanted_on.isoformat(), tone="red" if late else "")
    pane.section(translate("Assets", "Asked for ({count})").format(count=len(found.lines)))
    for line in found.lines:
        _line(pane, found, line, today)
    tell_steps(pane, found.steps, found.decisions, today)
    editable = desk.can(Permission.ASSET_EDIT)
    if found.files or editable:
        pane.section(translate("Assets", "Files ({count})").format(count=len(found.files)))
        files = AttachmentsList(desk, "asset_request", found.id, found.files, editable=editable)
        files.changed.connect(again)
        pane.widget(files)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("asset_request", found.history, today))


def _line(pane: DetailPane, found: RequestDetail, line: RequestLine, today: date) -> None:
    pane.row(f"{line.position}. {line.name} × {line.quantity}", formats.money(line.amount), strong=True)
    told = (line.specification, formats.money(line.price), line.supplier)
    pane.text(" · ".join(part for part in told if part))
    if found.state is OfficePaperState.APPROVED:
        words = translate("Assets", "{received} of {quantity} received")
        level = "ok" if not line.left else "warn"
        numbers = ", ".join(f"{card.number} ({formats.day(card.day, today)})" for card in line.cards)
        pane.check(level, words.format(received=line.received, quantity=line.quantity), numbers)


def _steps(found: RequestDetail) -> Iterator[Step]:
    first = StepState.CURRENT if found.state in _OPEN or not found.steps else StepState.DONE
    yield Step(translate("Assets", "Draft"), first)
    if found.state in _OPEN or not found.steps:
        yield Step(translate("Assets", "Approval"), StepState.LATER)
    else:
        for row in found.steps:
            yield Step(row.label, _MARKS.get(row.state, StepState.LATER))
    approved = found.state is OfficePaperState.APPROVED
    here = StepState.DONE if found.closed_on else StepState.CURRENT if approved else StepState.LATER
    yield Step(translate("Assets", "Received"), here)
