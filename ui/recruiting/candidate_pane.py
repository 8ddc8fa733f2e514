"""What the pane tells about a candidate: how far they came, when, who talked with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.candidates import ORDER, RUNNING
from services.terms import CandidateStage
from ui.labels import label
from ui.widgets import formats
from ui.widgets.history_list import HistoryList
from ui.widgets.steps import Step, StepBar, StepState

if TYPE_CHECKING:
    from services.candidate_details import CandidateDetail
    from ui.state import Desk
    from ui.widgets.detail_pane import DetailPane

translate = QCoreApplication.translate


def show_candidate(pane: DetailPane, desk: Desk, found: CandidateDetail) -> None:
    """From top to bottom."""
    today = desk.today()
    small = " · ".join(filter(None, (found.post, found.department_name)))
    pane.headline(small, found.name, " · ".join(filter(None, (found.phone, found.email))))
    bar = StepBar()
    bar.set_steps(list(_steps(found)))
    pane.widget(bar)
    if found.stage not in RUNNING and found.stage is not CandidateStage.HIRED:
        words = translate("Recruiting", "{stage} on {day}")
        closed = formats.day(found.closed_on, today)
        pane.text(words.format(stage=label(found.stage), day=closed), "red")
    if found.paper_number:
        pane.row(translate("Recruiting", "Join paper"), found.paper_number, strong=True)
    for words, value in (
        (translate("Field", "Came from"), found.source),
        (translate("Field", "Event"), found.event_name),
        (translate("Field", "Note"), found.note),
    ):
        if value:
            pane.row(words, value)
    pane.section(translate("Recruiting", "How far"))
    for stage, day in found.reached:
        pane.row(label(stage), formats.day(day, today))
    pane.section(translate("Recruiting", "Interviews ({count})").format(count=len(found.interviews)))
    for one in found.interviews:
        level = "ok" if one.passed else "stop" if one.passed is False else "warn"
        heading = f"{formats.day(one.held_on, today)}  {one.interviewer}"
        pane.check(level, heading, one.note)
    if not found.interviews:
        pane.text(translate("Recruiting", "Nobody has talked with them yet."))
    pane.section(translate("Page", "History"))
    pane.widget(HistoryList("candidate", found.history, today))


def _steps(found: CandidateDetail) -> Iterator[Step]:
    reached = [stage for stage, _day in found.reached if stage in ORDER]
    furthest = max(ORDER.index(stage) for stage in reached)
    ended = found.stage in (CandidateStage.REJECTED, CandidateStage.DECLINED)
    for place, stage in enumerate(ORDER):
        done = place < furthest or found.stage is CandidateStage.HIRED
        here = StepState.RETURNED if ended else StepState.CURRENT
        yield Step(label(stage), StepState.DONE if done else here if place == furthest else StepState.LATER)
