"""What can be done with supplies: slips, count sheets, the usual articles, costs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import places, supplies
from services.permissions import Permission
from services.terms import SupplyAct
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.supplies import papers
from ui.supplies.costs_dialog import CostsDialog
from ui.supplies.slip_dialog import SlipDialog
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from services.database import Session
    from services.permissions import Actor
    from ui.pages.supplies import SuppliesPage
    from ui.state import Desk

translate = QCoreApplication.translate

_PLACE = FieldSpec("place_id", QT_TRANSLATE_NOOP("Field", "Place"), FieldKind.COMBO, required=True, width=2, choices=places.choices)  # fmt: skip


def ask_slip(page: SuppliesPage, act: SupplyAct, ids: list[int]) -> SlipDialog:
    """The slip of an act, with the selected articles on it."""
    dialog = SlipDialog(page.desk, act, ids, page)
    dialog.saved.connect(page.booked)
    dialog.open()
    return dialog


def ask_count_sheet(page: SuppliesPage, _ids: list[int]) -> ActDialog:
    """The sheet of which place, to be printed."""
    return _ask_place(page, translate("Supplies", "Print  Ctrl+S"), papers.print_count_sheet)


def export_count_sheet(page: SuppliesPage, _ids: list[int]) -> ActDialog:
    """The sheet of which place, as a workbook."""
    return _ask_place(page, translate("Supplies", "Export  Ctrl+S"), papers.export_count_sheet)


def _ask_place(page: SuppliesPage, button: str, then: Callable[[Desk, QWidget, int], object]) -> ActDialog:
    chosen: list[int] = []

    def work(_session: Session, _actor: Actor, typed: SimpleNamespace) -> None:
        chosen.append(typed.place_id)

    title = translate("Supplies", "Count sheet")
    about = translate("Supplies", "Lists what should stand there, with room for what is found.")
    values = {"place_id": page.desk.prefs.get("supplies.place", None)}
    question = Question(title, button, (_PLACE,), values, about)
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: then(page.desk, page, chosen[-1]))
    dialog.open()
    return dialog


def load_usual(page: SuppliesPage, _ids: list[int]) -> None:
    """Add what offices usually keep."""
    page.desk.tasks.run(page, partial(_load, page.desk.actor), partial(_loaded, page))


def _load(actor: Actor, session: Session) -> int:
    return supplies.load_usual(session, actor)


def _loaded(page: SuppliesPage, count: int) -> None:
    words = translate("Supplies", "{count} usual articles were added.")
    none = translate("Supplies", "All usual articles are here already.")
    page.notice.say(words.format(count=count) if count else none, "green" if count else "blue")
    page.refresh()


def show_costs(page: SuppliesPage, _ids: list[int]) -> CostsDialog:
    """What supplies cost, against the year before."""
    dialog = CostsDialog(page.desk, page)
    dialog.open()
    return dialog


def _slip(act: SupplyAct) -> Callable[[SuppliesPage, list[int]], object]:
    return lambda page, ids: ask_slip(page, act, ids)


_EDIT, _SEE = (Permission.SUPPLY_EDIT,), (Permission.SUPPLY_SEE,)

# fmt: off
RECEIVE = Action("receive", QT_TRANSLATE_NOOP("Action", "Receive"), _slip(SupplyAct.RECEIVE), "package", "Ctrl+R", _EDIT, takes=Takes.NONE, pane=True)
ISSUE = Action("issue", QT_TRANSLATE_NOOP("Action", "Issue"), _slip(SupplyAct.ISSUE), "send", "Ctrl+I", _EDIT, takes=Takes.NONE, pane=True)
RETURN = Action("hand_back", QT_TRANSLATE_NOOP("Action", "Hand back"), _slip(SupplyAct.RETURN), "undo", "", _EDIT, takes=Takes.NONE, more=True)
TRANSFER = Action("transfer", QT_TRANSLATE_NOOP("Action", "Move"), _slip(SupplyAct.TRANSFER), "arrow-right", "Ctrl+M", _EDIT, takes=Takes.NONE, more=True)
COUNT = Action("count", QT_TRANSLATE_NOOP("Action", "Count"), _slip(SupplyAct.COUNT), "clipboard-list", "", _EDIT, takes=Takes.NONE, more=True)
SHEET = Action("count_sheet", QT_TRANSLATE_NOOP("Action", "Print count sheet"), ask_count_sheet, "printer", "", _SEE, takes=Takes.NONE, more=True)
SHEET_OUT = Action("export_count_sheet", QT_TRANSLATE_NOOP("Action", "Export count sheet"), export_count_sheet, "file-spreadsheet", "", _SEE, takes=Takes.NONE, more=True)
SLIP = Action("print_slip", QT_TRANSLATE_NOOP("Action", "Print the slip"), lambda page, ids: papers.print_last_slip(page.desk, page, ids[0]), "printer", "Ctrl+Shift+P", _SEE, takes=Takes.ONE, more=True)
COSTS = Action("costs", QT_TRANSLATE_NOOP("Action", "Costs against last year"), show_costs, "chart-column", "", _SEE, takes=Takes.NONE, more=True)
USUAL = Action("load_usual", QT_TRANSLATE_NOOP("Action", "Load the usual articles"), load_usual, "download", "", _EDIT, takes=Takes.NONE, more=True)
# fmt: on

ALL = (RECEIVE, ISSUE, RETURN, TRANSFER, COUNT, SHEET, SHEET_OUT, SLIP, COSTS, USUAL)
