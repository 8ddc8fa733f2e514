"""What the pane tells about a stock-take: where it stands, how the count comes out, what is done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from services.permissions import Permission
from services.terms import Adjustment, FoundState, StockTakeState
from ui.labels import label
from ui.personnel.paper_pane import tell_steps
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from services.stock_take_details import TakeDetail, TakeLine
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

SHOWN = 8
_WAY = (StockTakeState.OPEN, StockTakeState.COUNTED, StockTakeState.SUBMITTED, StockTakeState.APPROVED)

translate = QCoreApplication.translate


def show_take(
    pane: DetailPane,
    desk: Desk,
    found: TakeDetail,
    open_lines: Callable[[], object],
    again: Callable[[], object],
) -> None:
    """From top to bottom; `again` is called when files were added or removed."""
    today = desk.today()
    kind = translate("StockTake", "blind") if found.blind else translate("StockTake", "open")
    pane.headline(f"{found.number} · {kind}", found.name, found.on_day.isoformat())
    if found.state is not StockTakeState.VOIDED:
        bar = StepBar()
        bar.set_steps(steps_of(found.state))
        pane.widget(bar)
    if found.state_note:
        pane.text(found.state_note, "red")
    pane.row(translate("StockTake", "Scope"), found.scope or translate("StockTake", "Everything"))
    if found.counted_by:
        pane.row(translate("Field", "Counted by"), found.counted_by)
    if found.watched_by:
        pane.row(translate("Field", "Watched by"), found.watched_by)
    _result(pane, found)
    _differences(pane, found, open_lines)
    tell_steps(pane, found.steps, found.decisions, today)
    editable = desk.can(Permission.ASSET_EDIT)
    if found.files or editable:
        pane.section(translate("StockTake", "Files ({count})").format(count=len(found.files)))
        files = AttachmentsList(desk, "stock_take", found.id, found.files, editable=editable)
        files.changed.connect(again)
        pane.widget(files)
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("stock_take", found.history, today))


def steps_of(state: StockTakeState) -> list[Step]:
    """Counting, counted, waiting, approved."""
    here = _WAY.index(state)
    done = state is StockTakeState.APPROVED
    return [
        Step(
            label(one),
            StepState.DONE
            if place < here or done
            else StepState.CURRENT
            if place == here
            else StepState.LATER,
        )
        for place, one in enumerate(_WAY)
    ]


def _result(pane: DetailPane, found: TakeDetail) -> None:
    counts = found.counts
    pane.section(translate("StockTake", "How the count comes out"))
    if found.hidden:
        pane.row(
            translate("StockTake", "Counted"), formats.count(sum(line.times > 0 for line in found.lines))
        )
        pane.text(translate("StockTake", "Blind: the result is shown when the count is finished."))
        return
    pane.row(translate("StockTake", "On the list"), formats.count(found.listed))
    for state, tone in (
        (FoundState.FOUND, ""),
        (FoundState.MISSING, "amber" if found.state is StockTakeState.OPEN else "red"),
        (FoundState.SHORT, "red"),
        (FoundState.OVER, "red"),
        (FoundState.DISPUTED, "red"),
        (FoundState.ELSEWHERE, "amber"),
        (FoundState.UNKNOWN, "red"),
        (FoundState.FOREIGN, ""),
    ):
        if state in (FoundState.FOUND, FoundState.MISSING) or counts[state]:
            shown = counts[state]
            pane.row(
                label(state), formats.count(shown), tone=tone if shown else "", strong=bool(tone and shown)
            )
    if found.twice:
        pane.row(translate("StockTake", "Found twice"), formats.count(found.twice), tone="amber")
    if found.net_missing:
        words = translate("StockTake", "Written off, net on {day}")
        pane.row(words.format(day=found.on_day), formats.money(found.net_missing), strong=True)
    if (done := found.booked) is not None:
        words = translate("StockTake", "Booked on {day} by {number}")
        pane.row(words.format(day=done.on_day, number=done.number), formats.money(done.total), strong=True)


def _differences(pane: DetailPane, found: TakeDetail, open_lines: Callable[[], object]) -> None:
    if found.state is StockTakeState.OPEN:
        return
    different = found.different
    if not different:
        pane.check("ok", translate("StockTake", "Everything is where it should be."))
        return
    pane.section(translate("StockTake", "Differences ({count})").format(count=len(different)))
    for line in different[:SHOWN]:
        pane.row(f"{line.code} {line.name}".strip(), _done(line))
        if line.explanation:
            pane.text(line.explanation)
        elif found.state is StockTakeState.COUNTED:
            pane.text(translate("StockTake", "To be explained"), "amber")
    button = QPushButton(translate("StockTake", "All differences…"))
    button.setObjectName("button.all_lines")
    button.setProperty("flat", True)
    button.setAutoDefault(False)
    button.clicked.connect(open_lines)
    pane.widget(button)


def _done(line: TakeLine) -> str:
    result = label(line.found)
    return result if line.adjustment is Adjustment.NONE else f"{result} → {label(line.adjustment)}"
