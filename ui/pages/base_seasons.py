"""Adjustment of bases 年度基数调整: everybody's new base, once a year, from last year's wages to approval."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from services import base_season_papers, base_season_register
from services.base_seasons import REGISTER
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.remittances.sheets import export_sheet, print_sheets
from ui.seasons import acts
from ui.seasons.lines_dialog import SeasonLinesDialog, list_sheets
from ui.seasons.pane import show_season
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintPreview
from ui.widgets.register_rows import CellRule, RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.base_season_register import SeasonDetail, SeasonHeadline
    from services.database import Session
    from services.permissions import Actor
    from services.reports.sheet import Sheet
    from ui.state import Desk

translate = QCoreApplication.translate


def _from_month(row: RowValues, _today: date) -> tuple[str, str | None]:
    return f"{row['from_month']:%Y-%m}", None


def _applied_from(row: RowValues, _today: date) -> tuple[str, str | None]:
    return f"{row['applied_from']:%Y-%m}", None


def _year(row: RowValues, _today: date) -> tuple[str, str | None]:
    return str(row["average_of"]), None


_CELLS: dict[str, CellRule] = {
    "from_month": _from_month,
    "applied_from": _applied_from,
    "average_of": _year,
}


class BaseSeasonsPage(WorkflowPage["SeasonDetail"]):
    """A row a fund, city and year."""

    name = "base_seasons"
    title = QT_TRANSLATE_NOOP("Page", "Base adjustment")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "Once a year everybody's base follows last year's average wage, between the new floor and ceiling.",
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Search city, month or pinyin initials  Ctrl+F")
    register = REGISTER
    figure = "city"
    cells = _CELLS
    actions: ClassVar[tuple[Action, ...]] = acts.ALL
    leading = acts.LEADING

    def __init__(self, desk: Desk, parent: Any = None) -> None:
        self.mark = uuid4().hex  # of what is on the page: a new one after every act
        super().__init__(desk, parent)

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> SeasonDetail:
        return base_season_register.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: SeasonDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_season(self.pane, self.desk, found, lambda: self.open_lines(found))

    def allows(self, found: SeasonDetail) -> dict[str, bool]:
        """What its state allows; nobody decides on their own adjustment."""
        fitting = self.by_state(found.state)
        if found.made_by_id == self.desk.actor.user_id:
            fitting.update(dict.fromkeys(("approve", "return"), False))
        return fitting

    def headline(self) -> None:
        work = partial(_headline, self.desk)
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: SeasonHeadline) -> None:
        parts = []
        if found.missing:
            names = ", ".join(f"{label(fund)} {city}" for city, fund in found.missing)
            words = translate("Season", "May to September is the time to adjust: {names}")
            parts.append(words.format(names=names))
        if found.draft:
            parts.append(translate("Season", "{count} to submit").format(count=found.draft))
        if found.submitted:
            parts.append(translate("Season", "{count} waiting for approval").format(count=found.submitted))
        self.say_headline(" · ".join(parts) or translate("Season", "Every adjustment is in force"))

    # what acts and tests call

    def open_form(self, record_id: int | None) -> Any:
        """An adjustment has no form: its lines are what is opened."""
        if record_id is not None:
            self.with_detail(record_id, self.open_lines)
        return None

    def open_lines(self, detail: SeasonDetail) -> SeasonLinesDialog:
        """Everybody before and after."""
        dialog = SeasonLinesDialog(self.desk, detail, self)
        dialog.acted.connect(self.refresh)
        dialog.open()
        return dialog

    def acted(self, record_id: int) -> None:
        """Something was done: show it as it is now."""
        self.mark = uuid4().hex
        self.changed(record_id)

    # paper

    def print_list(self, record_id: int) -> PrintPreview:
        """Before and after, for signature."""
        make = partial(list_sheets, record_id)
        return print_sheets(self.desk, self, "base_season", self.title_words(), make)

    def print_differences(self, record_id: int) -> PrintPreview:
        """Both sides' differences, month by month and item by item."""
        make = partial(_difference_sheets, record_id)
        return print_sheets(self.desk, self, "base_season_differences", self.title_words(), make)

    def export_list(self, record_id: int) -> None:
        """Before and after as a workbook."""
        export_sheet(self.desk, self, partial(list_sheets, record_id))


def _headline(desk: Desk, session: Session) -> SeasonHeadline:
    return base_season_register.headline(session, desk.actor, desk.today())


def _difference_sheets(record_id: int, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    return (base_season_papers.difference_sheet(session, actor, record_id),)
