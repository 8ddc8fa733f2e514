"""Benefit sheets 福利发放: what is given out at a festival or in a quarter, and who has signed for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import benefit_register, benefit_sheets
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.supplies import benefit_acts
from ui.supplies.benefit_dialog import FORM, BenefitDialog
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.history_list import HistoryList
from ui.widgets.page_actions import Action
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.benefit_register import BenefitDetail
    from services.database import Session
    from services.permissions import Actor

NAMED = 20  # people who have not signed that the pane names

translate = QCoreApplication.translate


def _total(row: RowValues, _today: date) -> tuple[str, str | None]:
    return formats.quantity(row["total"]), None


def _signed(row: RowValues, _today: date) -> tuple[str, str | None]:
    whole = row["signed"] == row["people"]
    return f"{row['signed']} / {row['people']}", "green" if whole else "amber" if row[
        "closed_on"
    ] is None else None


class BenefitSheetsPage(WorkflowPage["BenefitDetail"]):
    """Every sheet, open and closed."""

    name = "benefit_sheets"
    title = QT_TRANSLATE_NOOP("Page", "Benefit sheets")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "What is given out at festivals and in quarters: print the sheet, collect signatures, close it once.",
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Number, occasion, article or pinyin initials  Ctrl+F")
    register = benefit_register.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New sheet")
    edit = (Permission.SUPPLY_EDIT,)
    state_column = "closed_on"
    cells: ClassVar[dict[str, Any]] = {"total": _total, "signed": _signed}
    actions: ClassVar[tuple[Action, ...]] = benefit_acts.ALL
    record_acts = ("mark_received", "close_sheet", "reopen_sheet", "delete_sheet")

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> BenefitDetail:
        return benefit_register.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: BenefitDetail) -> None:  # noqa: ARG002 - it stands in what was found
        self._show(found)

    def _show(self, found: BenefitDetail) -> None:
        pane, today = self.pane, self.desk.today()
        pane.headline(f"{found.number} · {found.on_day.isoformat()}", found.name, found.article)
        people = sum(share.people for share in found.departments)
        signed = people - len(found.waiting)
        total = f"{formats.quantity(found.total)} {found.unit}"
        pane.row(translate("Supplies", "To be given out"), total, strong=True)
        pane.row(translate("Supplies", "Signed for"), f"{signed} / {people}")
        if found.closed_on is not None:
            pane.row(translate("Register", "Closed on"), found.closed_on.isoformat())
        elif found.on_hand < found.total:
            words = translate(
                "Supplies", "Only {on_hand} {unit} are on hand: receive {missing} {unit} more before closing."
            )
            missing = formats.quantity(found.total - found.on_hand)
            pane.text(
                words.format(on_hand=formats.quantity(found.on_hand), unit=found.unit, missing=missing),
                "amber",
            )
        pane.section(translate("Page", "Departments"))
        for share in found.departments:
            told = f"{share.signed} / {share.people} · {formats.quantity(share.quantity)} {found.unit}"
            pane.row(share.name, told)
        if found.waiting:
            words = translate("Supplies", "Have not signed ({count})").format(count=len(found.waiting))
            pane.section(words)
            pane.text("、".join(found.waiting[:NAMED]) + ("…" if len(found.waiting) > NAMED else ""))
        pane.section(translate("Page", "History"))
        pane.widget(HistoryList("benefit_sheet", found.history, today))

    def allows(self, found: BenefitDetail) -> dict[str, bool]:
        """A closed sheet is looked at and printed, until it is opened again."""
        still_open = found.closed_on is None
        waits = still_open and bool(found.waiting)
        return {
            "mark_received": waits,
            "close_sheet": still_open,
            "reopen_sheet": not still_open,
            "delete_sheet": still_open,
        }

    def open_form(self, record_id: int | None) -> BenefitDialog | None:
        """The form, locked once the sheet was closed."""
        values = None if record_id is None else self.view.values(record_id)
        closed = values is not None and values["closed_on"] is not None
        locked = closed or not self.desk.can(Permission.SUPPLY_EDIT)
        dialog = BenefitDialog(self.desk, FORM, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def ask_remove(self, found: BenefitDetail) -> None:
        """Ask, then delete."""
        words = translate("Page", "Remove {name}?").format(name=f"{found.number} {found.name}")
        work = partial(_remove, self.desk.actor, found.id, found.version)
        done: Callable[[object], None] = lambda _gone: self.refresh()  # noqa: E731 - a name would say no more
        ask(self, words, translate("Action", "Remove"), lambda: self.desk.tasks.run(self, work, done))

    def headline(self) -> None:
        work = partial(_open_count, self.desk.actor)
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, count: int) -> None:
        words = translate("Supplies", "{count} sheets are open: collect the signatures, then close them")
        one = translate("Supplies", "1 sheet is open: collect the signatures, then close it")
        told = one if count == 1 else words.format(count=count)
        self.say_headline(told if count else translate("Page", self.about))


def _open_count(actor: Actor, session: Session) -> int:
    return benefit_register.open_count(session, actor)


def _remove(actor: Actor, sheet_id: int, version: int, session: Session) -> bool:
    return benefit_sheets.remove(session, actor, sheet_id, version)
