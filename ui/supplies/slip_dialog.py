"""A slip of supplies: what is received, issued, handed back, counted or moved, several articles at once."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from services import departments, employees, places, supplies, supply_movements, supply_register
from services.supply_movements import SlipDraft, SupplyLine
from services.terms import SupplyAct
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import Loaded, RecordDialog
from ui.widgets.record_with_lines import RecordWithLinesDialog

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.records import Choice

translate = QCoreApplication.translate

# fmt: off
_DAY = FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "On"), FieldKind.DAY, required=True)
_PLACE = FieldSpec("place_id", QT_TRANSLATE_NOOP("Field", "Place"), FieldKind.COMBO, required=True, choices=places.choices)
_FROM = FieldSpec("place_id", QT_TRANSLATE_NOOP("Field", "From place"), FieldKind.COMBO, required=True, choices=places.choices)
_TO = FieldSpec("to_place_id", QT_TRANSLATE_NOOP("Field", "To place"), FieldKind.COMBO, required=True, choices=places.choices)
_DEPARTMENT = FieldSpec("department_id", QT_TRANSLATE_NOOP("Field", "Department"), FieldKind.COMBO, choices=departments.choices, hint=QT_TRANSLATE_NOOP("Field", "Empty: the person's."))
_PERSON = FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Person"), FieldKind.COMBO, choices=employees.choices)
_SUPPLIER = FieldSpec("supplier", QT_TRANSLATE_NOOP("Field", "Supplier"), blank="")
_NOTE = FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank="")
_WIDE_NOTE, _LONG_NOTE = replace(_NOTE, width=2), replace(_NOTE, width=3)
FIELDS: dict[SupplyAct, tuple[FieldSpec, ...]] = {
    SupplyAct.RECEIVE: (_DAY, _PLACE, _SUPPLIER, _LONG_NOTE),
    SupplyAct.ISSUE: (_DAY, _FROM, _DEPARTMENT, _PERSON, _WIDE_NOTE),
    SupplyAct.RETURN: (_DAY, _PLACE, _DEPARTMENT, _PERSON, _WIDE_NOTE),
    SupplyAct.COUNT: (_DAY, _PLACE, _NOTE),
    SupplyAct.TRANSFER: (_DAY, _FROM, _TO, _LONG_NOTE),
}
_ARTICLE = FieldSpec("supply_id", QT_TRANSLATE_NOOP("Field", "Article"), FieldKind.COMBO, width=240, choices=supplies.choices)
_QUANTITY = FieldSpec("quantity", QT_TRANSLATE_NOOP("Field", "Quantity"), FieldKind.UNITS, width=110)
_FOUND = FieldSpec("quantity", QT_TRANSLATE_NOOP("Field", "Quantity found"), FieldKind.UNITS, width=110)
_VALUE = FieldSpec("value", QT_TRANSLATE_NOOP("Field", "Amount in all"), FieldKind.MONEY, width=130)
_UNIT_VALUE = FieldSpec("unit_value", QT_TRANSLATE_NOOP("Field", "Cost of one"), FieldKind.MONEY, width=120)
_LINE_NOTE = FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=0, blank="")
# fmt: on
LINES: dict[SupplyAct, tuple[FieldSpec, ...]] = {
    SupplyAct.RECEIVE: (_ARTICLE, _QUANTITY, _VALUE, _LINE_NOTE),
    SupplyAct.ISSUE: (_ARTICLE, _QUANTITY, _LINE_NOTE),
    SupplyAct.RETURN: (_ARTICLE, _QUANTITY, _LINE_NOTE),
    SupplyAct.COUNT: (_ARTICLE, _FOUND, _UNIT_VALUE, _LINE_NOTE),
    SupplyAct.TRANSFER: (_ARTICLE, _QUANTITY, _LINE_NOTE),
}
TITLES = {
    SupplyAct.RECEIVE: QT_TRANSLATE_NOOP("Form", "Receive supplies"),
    SupplyAct.ISSUE: QT_TRANSLATE_NOOP("Form", "Issue supplies"),
    SupplyAct.RETURN: QT_TRANSLATE_NOOP("Form", "Take supplies back"),
    SupplyAct.COUNT: QT_TRANSLATE_NOOP("Form", "Count supplies"),
    SupplyAct.TRANSFER: QT_TRANSLATE_NOOP("Form", "Move supplies"),
}
BUTTONS = {
    SupplyAct.RECEIVE: QT_TRANSLATE_NOOP("Supplies", "Receive  Ctrl+S"),
    SupplyAct.ISSUE: QT_TRANSLATE_NOOP("Supplies", "Issue  Ctrl+S"),
    SupplyAct.RETURN: QT_TRANSLATE_NOOP("Supplies", "Take back  Ctrl+S"),
    SupplyAct.COUNT: QT_TRANSLATE_NOOP("Supplies", "Book the count  Ctrl+S"),
    SupplyAct.TRANSFER: QT_TRANSLATE_NOOP("Supplies", "Move  Ctrl+S"),
}
ABOUT = {
    SupplyAct.RECEIVE: QT_TRANSLATE_NOOP("Supplies", "The amount is that of the whole line, without deductible VAT; 0 for a gift."),
    SupplyAct.ISSUE: QT_TRANSLATE_NOOP("Supplies", "Goes out at average cost, at the charge of the department."),
    SupplyAct.RETURN: QT_TRANSLATE_NOOP("Supplies", "Comes back at the cost it went out with."),
    SupplyAct.COUNT: QT_TRANSLATE_NOOP("Supplies", "Type what was found at the place; what differs from the books is booked."),
    SupplyAct.TRANSFER: QT_TRANSLATE_NOOP("Supplies", "Stock and value of the whole stay as they are."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LoadedSlip(Loaded):
    """With the articles a line may be of."""

    articles: Sequence[Choice] = ()


def _form(act: SupplyAct, start: SlipDraft, click: str, today: date) -> Form:
    def save(session: Session, actor: Actor, draft: SlipDraft) -> int:
        slip = supply_movements.book(session, actor, draft, click, today=today)
        return supply_register.first_of(session, actor, slip) if slip else 0

    return Form(
        name="supply_slip", title_new=TITLES[act], title_edit=TITLES[act], fields=FIELDS[act],
        empty=lambda _today: start, get=lambda *_: start, save=save, columns=3, kept_as=f"supply.{act.value}",
    )  # fmt: skip


class SlipDialog(RecordWithLinesDialog):
    """Day, place and who above, articles below. `saved` tells the id of the slip's first movement."""

    def __init__(
        self, desk: Desk, act: SupplyAct, ids: Sequence[int] = (), parent: QWidget | None = None
    ) -> None:
        self.act = act
        place = desk.prefs.get("supplies.place", None)
        start = SlipDraft(
            act, on_day=desk.today(), place_id=place, lines=tuple(SupplyLine(each) for each in ids)
        )
        form = _form(act, start, uuid.uuid4().hex, desk.today())
        super().__init__(desk, form, None, parent, start=start)
        self.setObjectName(f"dialog.{act.value}")
        self.save_button.setText(translate("Supplies", BUTTONS[act]))
        self.saved.connect(self._remember_place)

    def extras(self) -> QWidget:
        box = self.lines_box(LINES[self.act], SupplyLine, 230, self._top())
        if self.act is not SupplyAct.RECEIVE:
            self.lines.hide_totals()
        self.resize(900, 600)
        return box

    def _top(self) -> QHBoxLayout:
        about = QLabel(translate("Supplies", ABOUT[self.act]), self)
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(about, 1)
        if self.act is SupplyAct.COUNT:
            button = QPushButton(translate("Supplies", "Everything at this place"), self)
            button.setObjectName("action.list_place")
            button.setAutoDefault(False)
            button.clicked.connect(self.list_place)
            row.addWidget(button)
        return row

    def list_place(self) -> None:
        """The articles of the place with what the books say, to be put right."""
        place = self.body.boxes["place_id"].value()
        if not isinstance(place, int):
            self.body.say("place_id", translate("Errors", "This must be filled in."))
            return
        work = partial(_standing, self.desk.actor, place)
        self.desk.tasks.read(self, work, self._list, self._refused)

    def _list(self, found: list[tuple[int, Decimal]]) -> None:
        typed = [line for line in self.lines.drafts() or () if line.supply_id and line.quantity is not None]
        known = {line.supply_id for line in typed}
        more = (SupplyLine(each, quantity) for each, quantity in found if each not in known)
        self.lines.fill((*typed, *more))
        self.touch()

    @staticmethod
    def load(form: Form, actor: Actor, record_id: int | None, start: Any, session: Session) -> Loaded:
        """The form with the articles of the lines."""
        found = RecordDialog.load(form, actor, record_id, start, session)
        return LoadedSlip(found.draft, found.choices, found.kept, supplies.choices(session, actor))

    def _loaded(self, loaded: Loaded) -> None:
        if isinstance(loaded, LoadedSlip):
            self.lines.offer("supply_id", loaded.articles)
        super()._loaded(loaded)

    def _remember_place(self, _movement_id: int) -> None:
        self.desk.prefs.put("supplies.place", self.body.boxes["place_id"].value())


def _standing(actor: Actor, place_id: int, session: Session) -> list[tuple[int, Decimal]]:
    return supplies.standing_at(session, actor, place_id)
