"""Depreciation 折旧: month by month, open until it is closed; what everything is worth on any day, and why."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import depreciation_register, depreciation_sheets
from services.depreciation_register import REGISTER
from services.permissions import Permission
from services.terms import DepreciationState
from ui.depreciation import acts
from ui.depreciation.cards_dialog import CardsDialog
from ui.depreciation.lines_dialog import AccountsDialog, UnitsDialog
from ui.depreciation.pane import show_run
from ui.depreciation.values_dialog import ValuesDialog
from ui.depreciation.words import no_department
from ui.depreciation.year_dialog import YearDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.remittances.sheets import export_sheet, print_sheets
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintPreview
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.database import Session
    from services.depreciation_register import RunCard, RunDetail, RunHeadline, RunPart
    from services.permissions import Actor
    from services.reports.sheet import Sheet

translate = QCoreApplication.translate


def _month(row: RowValues, _today: date) -> tuple[str, str | None]:
    return f"{row['month']:%Y-%m}", None


class DepreciationPage(WorkflowPage["RunDetail"]):
    """The months, the newest first."""

    name = "depreciation"
    title = QT_TRANSLATE_NOOP("Page", "Depreciation")
    about = QT_TRANSLATE_NOOP(
        "Page", "What every asset is charged each month, and what it is worth on any day, past or future."
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Search month, such as 2026-10  Ctrl+F")
    register = REGISTER
    figure = "month"
    cells: ClassVar[dict[str, Any]] = {"month": _month}
    actions: ClassVar[tuple[Action, ...]] = acts.ALL
    leading = acts.LEADING

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> RunDetail:
        return depreciation_register.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: RunDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_run(self.pane, self.desk, found, partial(self.open_part, found))

    def allows(self, found: RunDetail) -> dict[str, bool]:
        """What its state allows; only the month closed last is opened again."""
        return {**self.by_state(found.state), "reopen": found.newest_closed}

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: RunHeadline) -> None:
        parts = []
        if found.next_month is not None:
            words = (
                translate("Depreciation", "{month} to be closed")
                if found.next_id
                else translate("Depreciation", "{month} to be reckoned")
            )
            parts.append(words.format(month=f"{found.next_month:%Y-%m}"))
        if found.units_missing:
            words = translate("Depreciation", "cards without units of use: {count}")
            parts.append(words.format(count=found.units_missing))
        if found.late:
            words = translate(
                "Depreciation",
                "cards that came after their month was closed, made up in the next one: {count}",
            )
            parts.append(words.format(count=found.late))
        if found.worth.cost:
            words = translate("Depreciation", "worth today {net}")
            parts.append(words.format(net=formats.yuan(found.worth.net)))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    # what acts and tests call

    def open_form(self, record_id: int | None) -> Any:
        """A month has no form: its cards are what is opened."""
        if record_id is not None:
            self.with_detail(record_id, self.open_cards)
        return None

    def open_cards(self, found: RunDetail) -> CardsDialog:
        """Every card of a month."""
        return self._cards(found, f"{found.month:%Y-%m}", {})

    def open_part(self, found: RunDetail, part: RunPart, kind: str) -> CardsDialog:
        """The cards of a class or department in a month."""
        words = part.name or no_department()
        if kind == "class":
            only: dict[str, Any] = {"class_id": part.id}
        else:
            only = {"department_id": part.id} if part.id is not None else {"no_department": True}
        return self._cards(found, f"{found.month:%Y-%m} · {words}", only)

    def _cards(self, found: RunDetail, title: str, only: dict[str, Any]) -> CardsDialog:
        more = (
            (translate("Depreciation", "This month"), "amount"),
            *([(translate("Depreciation", "Of it catch-up"), "catch_up")] if found.catch_up else []),
            (translate("Depreciation", "Tax book"), "tax_amount"),
        )
        dialog = CardsDialog(self.desk, title, partial(_cards, found.id, only), self, more=more)
        dialog.open()
        return dialog

    def open_values(self) -> ValuesDialog:
        """What everything is worth on a day."""
        dialog = ValuesDialog(self.desk, self)
        dialog.open()
        return dialog

    def open_year(self, view: str = "card") -> YearDialog:
        """A year by card, by class, or in both books."""
        dialog = YearDialog(self.desk, self, view=view)
        dialog.open()
        return dialog

    def open_units(self, month: date) -> UnitsDialog:
        """The units of use of a month; an open month is reckoned again with them."""
        dialog = UnitsDialog(self.desk, month, self)
        dialog.saved.connect(self._units_entered)
        dialog.open()
        return dialog

    def _units_entered(self) -> None:
        found = self.detail
        if found is None or not self.desk.can(Permission.ASSET_EDIT):
            return
        if found.state is DepreciationState.OPEN:
            acts.reckon_again(self, found)
        else:  # the next open month makes it up
            self.changed(found.id)

    def open_accounts(self) -> AccountsDialog:
        """The accounts of departments and classes."""
        dialog = AccountsDialog(self.desk, self)
        dialog.open()
        return dialog

    # paper

    def print_run(self, record_id: int) -> PrintPreview:
        """The preview of 固定资产折旧表."""
        return print_sheets(
            self.desk, self, "depreciation_run", self._title(record_id), partial(_run_sheets, record_id)
        )

    def export_run(self, record_id: int) -> None:
        """The depreciation table as a workbook."""
        export_sheet(self.desk, self, partial(_run_sheets, record_id))

    def print_entries(self, record_id: int) -> PrintPreview:
        """The preview of 折旧分录."""
        return print_sheets(
            self.desk, self, "depreciation_entries", self._title(record_id), partial(_entry_sheets, record_id)
        )

    def export_entries(self, record_id: int) -> None:
        """The entries as a workbook."""
        export_sheet(self.desk, self, partial(_entry_sheets, record_id))

    def _title(self, record_id: int) -> str:
        row = self.view.values(record_id)
        month = "" if row is None else f" {row['month']:%Y-%m}"
        return translate("Page", self.title) + month


def _headline(actor: Actor, today: date, session: Session) -> RunHeadline:
    return depreciation_register.headline(session, actor, today=today)


def _cards(run_id: int, only: dict[str, Any], session: Session, actor: Actor) -> list[RunCard]:
    return depreciation_register.cards(session, actor, run_id, **only)


def _run_sheets(run_id: int, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    return (depreciation_sheets.run_sheet(session, actor, run_id),)


def _entry_sheets(run_id: int, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    return (depreciation_sheets.entries_sheet(session, actor, run_id),)
