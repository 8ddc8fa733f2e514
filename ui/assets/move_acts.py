"""Moving cards: each act asks what it must, for one card or many, and writes one slip."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from services import asset_moves, departments, employees, places
from services.asset_moves import FROM, MoveDraft
from services.permissions import Permission
from services.terms import MovementKind
from ui.claims.act_dialog import ActDialog, Question
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.fixed_assets import FixedAssetsPage

translate = QCoreApplication.translate

# fmt: off
_DAY = FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "On"), FieldKind.DAY, required=True)
_DUE = FieldSpec("due_on", QT_TRANSLATE_NOOP("Field", "Due back on"), FieldKind.DAY, required=True)
_EXPECTED = FieldSpec("due_on", QT_TRANSLATE_NOOP("Field", "Expected back on"), FieldKind.DAY)
_PERSON = FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "To whom"), FieldKind.COMBO, choices=employees.choices)
_DEPARTMENT = FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, choices=departments.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty: the person's."))
_PLACE = FieldSpec("place_id", QT_TRANSLATE_NOOP("Field", "Place"), FieldKind.COMBO, choices=places.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty: it stays where it is."))
_COLLEAGUE = FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "To a colleague"), FieldKind.COMBO, choices=employees.choices)
_OUTSIDE = FieldSpec("outside", QT_TRANSLATE_NOOP("Field", "Or to somebody outside"), blank="")
_WORKSHOP = FieldSpec("outside", QT_TRANSLATE_NOOP("Field", "Workshop"), blank="")
_COST = FieldSpec("cost", QT_TRANSLATE_NOOP("Field", "Cost of the repair"), FieldKind.MONEY, hint=QT_TRANSLATE_NOOP("Field", "Of all of them together."))
_DAYS = FieldSpec("days", QT_TRANSLATE_NOOP("Field", "Days"), FieldKind.NUMBER, hint=QT_TRANSLATE_NOOP("Field", "Empty: counted from the day it was sent."))
_NOTE = FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank="", width=2)
# fmt: on

ASKED: dict[MovementKind, tuple[FieldSpec, ...]] = {
    MovementKind.ISSUE: (_PERSON, _DEPARTMENT, _PLACE, _DAY, _NOTE),
    MovementKind.RETURN: (_PLACE, _DAY, _NOTE),
    MovementKind.TRANSFER: (_PERSON, _DEPARTMENT, _PLACE, _DAY, _NOTE),
    MovementKind.LEND: (_COLLEAGUE, _OUTSIDE, _DAY, _DUE, _NOTE),
    MovementKind.LEND_BACK: (_PLACE, _DAY, _NOTE),
    MovementKind.REPAIR: (_WORKSHOP, _EXPECTED, _DAY, _NOTE),
    MovementKind.REPAIRED: (_COST, _DAYS, _DAY, _NOTE),
}
BUTTONS = {
    MovementKind.ISSUE: QT_TRANSLATE_NOOP("Assets", "Issue  Ctrl+S"),
    MovementKind.RETURN: QT_TRANSLATE_NOOP("Assets", "Hand back  Ctrl+S"),
    MovementKind.TRANSFER: QT_TRANSLATE_NOOP("Assets", "Move  Ctrl+S"),
    MovementKind.LEND: QT_TRANSLATE_NOOP("Assets", "Lend  Ctrl+S"),
    MovementKind.LEND_BACK: QT_TRANSLATE_NOOP("Assets", "Brought back  Ctrl+S"),
    MovementKind.REPAIR: QT_TRANSLATE_NOOP("Assets", "Send to repair  Ctrl+S"),
    MovementKind.REPAIRED: QT_TRANSLATE_NOOP("Assets", "Repaired  Ctrl+S"),
}


def ask(page: FixedAssetsPage, kind: MovementKind, ids: Sequence[int]) -> ActDialog:
    """The dialog of an act on these cards; the slip is printed from the page."""
    click, today = uuid.uuid4().hex, page.desk.today()

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        draft = MoveDraft(kind, tuple(ids), **vars(typed))
        slip = asset_moves.move(session, actor, draft, command_id=click, today=today)
        return SimpleNamespace(id=ids[0], slip=slip)

    title = translate("Assets", "{act}: {what}").format(act=label(kind), what=page.told(ids))
    about = (
        translate("Assets", "One slip for all {count} cards.").format(count=len(ids)) if len(ids) > 1 else ""
    )
    fields = tuple(ASKED[kind])
    question = Question(
        title, translate("Assets", BUTTONS[kind]), fields, {"on_day": today, "note": ""}, about
    )
    dialog = ActDialog(page.desk, question, work, page)
    dialog.setObjectName(f"dialog.{kind.value}")
    dialog.saved.connect(page.moved)
    dialog.open()
    return dialog


def _act(kind: MovementKind) -> Callable[[FixedAssetsPage, list[int]], object]:
    return lambda page, ids: ask(page, kind, ids)


_EDIT = (Permission.ASSET_EDIT,)


def _action(kind: MovementKind, words: str, icon: str, keys: str = "", *, pane: bool = True) -> Action:
    return Action(
        kind.value, words, _act(kind), icon, keys, _EDIT, FROM[kind], Takes.MANY, more=True, pane=pane
    )


ALL = (
    _action(MovementKind.ISSUE, QT_TRANSLATE_NOOP("Action", "Issue"), "send", "Ctrl+I"),
    _action(MovementKind.RETURN, QT_TRANSLATE_NOOP("Action", "Hand back"), "undo"),
    _action(MovementKind.TRANSFER, QT_TRANSLATE_NOOP("Action", "Move"), "arrow-right", "Ctrl+M", pane=False),
    _action(MovementKind.LEND, QT_TRANSLATE_NOOP("Action", "Lend"), "log-out", pane=False),
    _action(MovementKind.LEND_BACK, QT_TRANSLATE_NOOP("Action", "Brought back"), "check"),
    _action(MovementKind.REPAIR, QT_TRANSLATE_NOOP("Action", "Send to repair"), "settings", pane=False),
    _action(MovementKind.REPAIRED, QT_TRANSLATE_NOOP("Action", "Repaired"), "check"),
)
