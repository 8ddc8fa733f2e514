"""Stock-takes 盘点: planned, counted with scanners, explained, approved, and the register follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import stock_take_details, stock_take_sheets, stock_takes
from services.errors import Refused
from services.stock_take_details import TakeAction
from services.terms import StockTakeState
from ui.marking import QT_TRANSLATE_NOOP
from ui.remittances.sheets import export_sheet, print_sheets
from ui.stock_takes import acts, list_files
from ui.stock_takes.count_dialog import CountDialog
from ui.stock_takes.differences_dialog import DifferencesDialog
from ui.stock_takes.pane import show_take
from ui.stock_takes.plan_dialog import PlanDialog
from ui.widgets.page_actions import Action
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.reports.sheet import Sheet
    from services.stock_take_details import TakeDetail
    from services.stock_takes import StockTakeHeadline
    from ui.widgets.print_preview import PrintPreview

translate = QCoreApplication.translate


class StockTakesPage(WorkflowPage["TakeDetail"]):
    """Every stock-take with what may be done to it."""

    name = "stock_takes"
    title = QT_TRANSLATE_NOOP("Page", "Stock-takes")
    about = QT_TRANSLATE_NOOP(
        "Page", "What the register says against what is there: counted by scanner, explained, approved."
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Number, name, who counted, pinyin initials  Ctrl+F")
    register = stock_takes.REGISTER
    actions: ClassVar[tuple[Action, ...]] = acts.ALL
    record_acts = frozenset(TakeAction)
    leading = acts.LEADING

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> TakeDetail:
        return stock_take_details.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: TakeDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_take(self.pane, self.desk, found, lambda: self.open_differences(found), self.refresh)

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor)
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: StockTakeHeadline) -> None:
        parts = []
        if found.open:
            words = translate("StockTake", "{count} being counted, {left} not found yet")
            parts.append(words.format(count=found.open, left=found.left))
        if found.counted:
            parts.append(translate("StockTake", "{count} to explain and submit").format(count=found.counted))
        if found.submitted:
            parts.append(translate("StockTake", "{count} being decided").format(count=found.submitted))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    # dialogs

    def open_form(self, record_id: int | None) -> Any:
        """A new one is planned; one that is being counted is counted on; of others the differences are shown."""
        if record_id is None:
            return self.open_plan(None)
        self.with_detail(record_id, self._open)
        return None

    def _open(self, found: TakeDetail) -> None:
        if TakeAction.COUNT in found.actions:
            self.open_count(found)
        elif TakeAction.EXPLAIN in found.actions:
            self.open_differences(found)
        else:
            self.refuse(Refused("stock_take.blind", number=found.number))

    def open_plan(self, record_id: int | None) -> PlanDialog:
        """The plan of a new one, or of one that is being counted."""
        dialog = PlanDialog(self.desk, record_id, self)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def open_count(self, found: TakeDetail) -> CountDialog:
        """The window for counting."""
        dialog = CountDialog(self.desk, found, self)
        dialog.finished.connect(lambda _result: self.changed(found.id))

        def finish() -> None:
            dialog.reject()
            self.with_fresh(found.id, partial(acts.finish, self))

        dialog.finish_wanted.connect(finish)
        dialog.open()
        return dialog

    def open_differences(self, found: TakeDetail) -> DifferencesDialog:
        """Every difference with its explanation."""
        dialog = DifferencesDialog(self.desk, found, self)
        dialog.acted.connect(self.refresh)
        dialog.open()
        return dialog

    # acts

    def with_detail(self, record_id: int, act: Callable[[TakeDetail], object]) -> None:
        """Call `act` with the stock-take as it is shown, or as it is found; one being counted is looked at anew."""
        shown = self.known(record_id)
        if shown is not None and shown.state is not StockTakeState.OPEN:
            act(shown)
        else:
            self.with_fresh(record_id, act)

    def imported(self, take_id: int, count: int) -> None:
        """Rows of a list came home."""
        self.notice.say(translate("StockTake", "{count} rows were counted.").format(count=count), "green")
        self.changed(take_id)

    def dropped(self, paths: Sequence[Path]) -> bool:
        """A counted list dropped on the page belongs to the stock-take that is shown."""
        found = self.detail
        if found is None or found.id != self.pane.record_id or TakeAction.COUNT not in found.actions:
            return False
        list_files.show_list(self, found.id, paths[0], partial(self.imported, found.id))
        return True

    # paper

    def print_count(self, take_id: int) -> PrintPreview:
        """盘点表 in the preview."""
        make = partial(_count_sheet, take_id)
        return print_sheets(self.desk, self, "stock_take", self.title_words(), make)

    def print_differences(self, take_id: int) -> PrintPreview:
        """盘点盈亏表 in the preview."""
        make = partial(_difference_sheet, take_id)
        return print_sheets(self.desk, self, "stock_take_differences", self.title_words(), make)

    def export_count(self, take_id: int) -> None:
        """盘点表 as a workbook."""
        export_sheet(self.desk, self, partial(_count_sheet, take_id))

    def export_differences(self, take_id: int) -> None:
        """盘点盈亏表 as a workbook."""
        export_sheet(self.desk, self, partial(_difference_sheet, take_id))


def _headline(actor: Actor, session: Session) -> StockTakeHeadline:
    return stock_takes.headline(session, actor)


def _count_sheet(take_id: int, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    return (stock_take_sheets.count_sheet(session, actor, take_id),)


def _difference_sheet(take_id: int, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    return (stock_take_sheets.difference_sheet(session, actor, take_id),)
