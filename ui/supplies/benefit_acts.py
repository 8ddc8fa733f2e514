"""What can be done with a benefit sheet: print, note who signed, book and close."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import benefit_sheets, places
from services.permissions import Permission
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.supplies import papers
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.benefit_register import BenefitDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.benefit_sheets import BenefitSheetsPage

translate = QCoreApplication.translate

type Act = Callable[[BenefitSheetsPage, BenefitDetail], object]

_SIGNED = FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "Signed for on"), FieldKind.DAY, required=True)
_DAY = FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "On"), FieldKind.DAY, required=True)
_PLACE = FieldSpec("place_id", QT_TRANSLATE_NOOP("Field", "From place"), FieldKind.COMBO, required=True, choices=places.choices)  # fmt: skip


def _on_sheet(act: Act) -> Callable[[BenefitSheetsPage, list[int]], None]:
    """Act on the sheet as it is shown: what changed since then is refused, not overrun."""
    return lambda page, ids: page.with_detail(ids[0], partial(act, page))


def mark_received(page: BenefitSheetsPage, found: BenefitDetail) -> ActDialog:
    """Everybody who is left has signed; single people are noted in the form."""
    today = page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        benefit_sheets.mark_received(
            session, actor, found.id, found.version, on_day=typed.on_day, today=today
        )
        return SimpleNamespace(id=found.id)

    words = translate("Supplies", "{count} people have not signed yet. Single ones are noted in the form.")
    title = translate("Supplies", "Everybody has signed: {name}").format(name=found.name)
    about = words.format(count=len(found.waiting))
    question = Question(title, translate("Supplies", "Note it  Ctrl+S"), (_SIGNED,), {"on_day": today}, about)
    return _open(page, ActDialog(page.desk, question, work, page), "mark_received")


def close(page: BenefitSheetsPage, found: BenefitDetail) -> ActDialog:
    """Book what was signed for; afterwards the sheet stays as it is."""
    today, click = page.desk.today(), uuid.uuid4().hex

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        benefit_sheets.close(
            session, actor, found.id, found.version,
            place_id=typed.place_id, on_day=typed.on_day, command_id=click, today=today,
        )  # fmt: skip
        return SimpleNamespace(id=found.id)

    words = translate(
        "Supplies",
        "{taken} {unit} were signed for and go out, one slip for each department with a line for everybody; {on_hand} are on hand.",
    )
    about = words.format(
        taken=formats.quantity(found.taken), unit=found.unit, on_hand=formats.quantity(found.on_hand)
    )
    if found.waiting:
        left = translate("Supplies", "{count} people have not signed: theirs stays in the store.")
        about += " " + left.format(count=len(found.waiting))
    values = {"on_day": min(found.on_day, today), "place_id": page.desk.prefs.get("supplies.place", None)}
    title = translate("Supplies", "Close {number}").format(number=found.number)
    question = Question(title, translate("Supplies", "Book and close  Ctrl+S"), (_DAY, _PLACE), values, about)
    return _open(page, ActDialog(page.desk, question, work, page), "close_sheet")


def reopen(page: BenefitSheetsPage, found: BenefitDetail) -> ActDialog:
    """Take back what was booked, with a reason, and change the sheet."""
    today, click = page.desk.today(), uuid.uuid4().hex

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        benefit_sheets.reopen(
            session, actor, found.id, found.version,
            on_day=typed.on_day, reason=typed.reason, command_id=click, today=today,
        )  # fmt: skip
        return SimpleNamespace(id=found.id)

    about = translate(
        "Supplies",
        "What was booked is taken back by slips of the opposite. Signatures stay; close it again afterwards.",
    )
    title = translate("Supplies", "Open {number} again").format(number=found.number)
    button = translate("Supplies", "Open it again  Ctrl+S")
    question = Question(title, button, (_DAY, *REASON), {"on_day": today}, about, danger=True)
    return _open(page, ActDialog(page.desk, question, work, page), "reopen_sheet")


def _open(page: BenefitSheetsPage, dialog: ActDialog, name: str) -> ActDialog:
    dialog.setObjectName(f"dialog.{name}")
    dialog.saved.connect(page.changed)
    dialog.open()
    return dialog


def remove(page: BenefitSheetsPage, found: BenefitDetail) -> None:
    """Ask, then delete a sheet that is not closed."""
    page.ask_remove(found)


_EDIT, _SEE = (Permission.SUPPLY_EDIT,), (Permission.SUPPLY_SEE,)

# fmt: off
PRINT = Action("print_sheet", QT_TRANSLATE_NOOP("Action", "Print sheet"), lambda page, ids: papers.print_benefits(page.desk, page, ids), "printer", "Ctrl+Shift+P", _SEE, takes=Takes.MANY, pane=True)
EXPORT = Action("export_sheet", QT_TRANSLATE_NOOP("Action", "Export the people"), lambda page, ids: papers.export_benefits(page.desk, page, ids), "file-spreadsheet", "", _SEE, takes=Takes.MANY, more=True)
SIGNED = Action("mark_received", QT_TRANSLATE_NOOP("Action", "Everybody has signed"), _on_sheet(mark_received), "check", "", _EDIT, takes=Takes.ONE, more=True)
CLOSE = Action("close_sheet", QT_TRANSLATE_NOOP("Action", "Book and close"), _on_sheet(close), "lock", "Ctrl+Return", _EDIT, takes=Takes.ONE, pane=True, more=True)
REOPEN = Action("reopen_sheet", QT_TRANSLATE_NOOP("Action", "Open it again"), _on_sheet(reopen), "undo", "", _EDIT, takes=Takes.ONE, more=True, danger=True)
DELETE = Action("delete_sheet", QT_TRANSLATE_NOOP("Action", "Delete the sheet"), _on_sheet(remove), "trash-2", "", _EDIT, takes=Takes.ONE, more=True, danger=True)
# fmt: on
ALL = (PRINT, EXPORT, SIGNED, CLOSE, REOPEN, DELETE)
