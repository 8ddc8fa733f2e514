"""Remittances 汇缴: what goes to the funds month by month, by when, and whether their bills agree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from services import remittance_papers, remittance_register
from services.permissions import Permission
from services.remittances import REGISTER
from services.terms import RemittanceState
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.remittances import acts
from ui.remittances.bill_dialog import BillDialog, choose_bill
from ui.remittances.pane import show_remittance
from ui.remittances.people_dialog import PeopleDialog, sheets_of
from ui.remittances.rosters_dialog import RostersDialog
from ui.remittances.sheets import export_sheet, print_sheets
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintPreview
from ui.widgets.register_rows import CellRule, RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.remittance_register import Due, Headline, Owed, RemittanceDetail
    from services.reports.sheet import Sheet
    from ui.state import Desk

SHOWN = 1  # of what is due, in the headline: one line; its tool tip has everything

translate = QCoreApplication.translate


def _month(row: RowValues, _today: date) -> tuple[str, str | None]:
    return f"{row['month']:%Y-%m}", None


_CELLS: dict[str, CellRule] = {"month": _month}


class RemittancesPage(WorkflowPage["RemittanceDetail"]):
    """Months and funds, the newest first."""

    name = "remittances"
    title = QT_TRANSLATE_NOOP("Page", "Remittances")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "What goes to social insurance and housing fund each month, for whom, and whether their bills agree.",
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Search month, fund, city or pinyin initials  Ctrl+F")
    register = REGISTER
    figure = "month"
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
    ) -> RemittanceDetail:
        return remittance_register.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: RemittanceDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_remittance(self.pane, self.desk, found, lambda: self.open_people(found))

    def allows(self, found: RemittanceDetail) -> dict[str, bool]:
        """What its state allows; a bill that was checked can be printed."""
        return {**self.by_state(found.state), "print_bill": bool(found.bill_name)}

    def headline(self) -> None:
        work = partial(_headline, self.desk)
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: Headline) -> None:
        due = [_due_words(one, self.desk.today()) for one in found.due]
        parts = [_due_in_short(one, self.desk.today()) for one in found.due[:SHOWN]]
        if len(due) > SHOWN:
            parts.append(translate("Remittance", "and {count} more").format(count=len(due) - SHOWN))
        parts += _owed_in_short([one.total for one in found.owed])
        self.say_headline(" · ".join(parts) or translate("Remittance", "Everything is paid"))
        self.line.setToolTip("\n".join([*due, *map(_owed_words, found.owed)]))

    # what acts and tests call

    def open_form(self, record_id: int | None) -> Any:
        """A remittance has no form: everybody in it is what is opened."""
        if record_id is not None and self.desk.can(Permission.INSURANCE_SEE):
            self.with_detail(record_id, self.open_people)
        return None

    def open_people(self, detail: RemittanceDetail) -> PeopleDialog:
        """Everybody in a remittance."""
        dialog = PeopleDialog(self.desk, detail, self)
        dialog.open()
        return dialog

    def open_rosters(self) -> RostersDialog:
        """Rosters of a month, a person's record, a certificate."""
        dialog = RostersDialog(self.desk, self)
        dialog.open()
        return dialog

    def choose_bill(self, detail: RemittanceDetail) -> None:
        """Ask for the fund's file, then show what it says."""
        choose_bill(self.desk, self, partial(self.open_bill, detail))

    def open_bill(self, detail: RemittanceDetail, path: Path) -> BillDialog:
        """What a bill says about a month, before anything is kept."""
        self.desk.device.put("bill_folder", str(path.parent))
        dialog = BillDialog(self.desk, detail, path, self)
        dialog.kept.connect(lambda: self.changed(detail.id))
        dialog.open()
        return dialog

    def dropped(self, paths: Sequence[Path]) -> bool:
        """A table dropped on the page is the bill of the selected month."""
        found = self.detail
        tables = [path for path in paths if path.suffix.lower() in {".xlsx", ".xls", ".csv"}]
        if found is None or not tables:
            return False
        self.open_bill(found, tables[0])
        return True

    def acted(self, record_id: int) -> None:
        """Something was done: show it as it is now."""
        self.mark = uuid4().hex
        if record_id:
            self.changed(record_id)
        else:
            self.refresh()

    def usual_city(self) -> str:
        """The city of the row in the pane."""
        return self.detail.city if self.detail else ""

    # paper

    def print_remittance(self, record_id: int) -> PrintPreview:
        """The sum and the list of a remittance."""
        return print_sheets(
            self.desk, self, "remittance", self._title(record_id), partial(sheets_of, record_id)
        )

    def print_bill(self, record_id: int) -> PrintPreview:
        """The kept result of the bill check."""
        title = self._title(record_id)
        return print_sheets(self.desk, self, "insurance_bill", title, partial(_bill_sheets, record_id))

    def export_remittance(self, record_id: int) -> None:
        """The list as a workbook."""
        export_sheet(self.desk, self, partial(sheets_of, record_id))

    def _title(self, record_id: int) -> str:
        row = self.view.values(record_id)
        return "" if row is None else f"{label(row['fund'])} {row['city']} {row['month']:%Y-%m}"


def _due_words(one: Due, today: date) -> str:
    """What is due: red words are not needed where the day says it."""
    words = translate("Remittance", "{month} {fund} {city} due {day}, {total}")
    if one.overdue:
        words = translate("Remittance", "{month} {fund} {city} overdue since {day}, {total}")
    elif one.state in (None, RemittanceState.DRAFT):
        words = translate("Remittance", "{month} {fund} {city} to archive, due {day}, {total}")
    return words.format(
        month=f"{one.month:%Y-%m}", fund=label(one.fund), city=one.city, day=formats.day(one.deadline, today),
        total=formats.yuan(one.total),
    )  # fmt: skip


def _due_in_short(one: Due, today: date) -> str:
    words = translate("Remittance", "{month} {fund} {city} to be paid by {day}")
    if one.overdue:
        words = translate("Remittance", "{month} {fund} {city} overdue since {day}")
    elif one.state in (None, RemittanceState.DRAFT):
        words = translate("Remittance", "{month} {fund} {city} to archive by {day}")
    day = formats.day(one.deadline, today)
    return words.format(month=f"{one.month:%Y-%m}", fund=label(one.fund), city=one.city, day=day)


def _owed_words(one: Owed) -> str:
    words = translate("Remittance", "{fund} {city}: {total} owed for months before")
    if one.total < 0:
        words = translate("Remittance", "{fund} {city}: {total} paid too much in months before")
    return words.format(fund=label(one.fund), city=one.city, total=formats.yuan(abs(one.total)))


def _owed_in_short(totals: Sequence[Decimal]) -> list[str]:
    """The sums over all funds and cities, what is owed and what was paid too much apart."""
    owed, too_much = sum(one for one in totals if one > 0), -sum(one for one in totals if one < 0)
    return [
        words.format(total=formats.yuan(Decimal(total)))
        for words, total in (
            (translate("Remittance", "{total} still owed"), owed),
            (translate("Remittance", "{total} paid too much"), too_much),
        )
        if total
    ]


def _headline(desk: Desk, session: Session) -> Headline:
    return remittance_register.headline(session, desk.actor, desk.today())


def _bill_sheets(record_id: int, session: Session, actor: Actor) -> tuple[Sheet, ...]:
    return (remittance_papers.bill_sheet(session, actor, record_id),)
