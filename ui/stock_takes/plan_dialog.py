"""The plan of a stock-take: name, day, people, blind or open, and the scope as three lists to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from services import stock_take_scope, stock_takes
from services.stock_takes import StockTakeDraft
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor
    from services.records import Choice
    from services.stock_take_scope import ScopeChoices
    from ui.state import Desk

# fmt: off
FIELDS = (
    FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, blank=""),
    FieldSpec("on_day", QT_TRANSLATE_NOOP("Field", "Day of the count"), FieldKind.DAY, required=True),
    FieldSpec("counted_by", QT_TRANSLATE_NOOP("Field", "Counted by"), blank=""),
    FieldSpec("watched_by", QT_TRANSLATE_NOOP("Field", "Watched by"), blank=""),
    FieldSpec("blind", QT_TRANSLATE_NOOP("Field", "Blind: whoever counts does not see what is expected"), FieldKind.CHECK, width=2),
)
# fmt: on

translate = QCoreApplication.translate


class ScopeBox(QWidget):
    """Departments, classes and places; nothing ticked in a list means all of them."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.lists: dict[str, QListWidget] = {}
        for name, words in (
            ("departments", translate("StockTake", "Departments (none ticked: all)")),
            ("classes", translate("StockTake", "Classes (none ticked: all)")),
            ("places", translate("StockTake", "Places (none ticked: all)")),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            heading = QLabel(words, self)
            heading.setProperty("role", "muted")
            made = QListWidget(self)
            made.setObjectName(f"field.{name}")
            made.setAccessibleName(words)
            made.itemChanged.connect(lambda _item: self.edited.emit())
            column.addWidget(heading)
            column.addWidget(made, 1)
            row.addLayout(column, 1)
            self.lists[name] = made

    def offer(self, found: ScopeChoices, draft: StockTakeDraft) -> None:
        """What there is, with what the draft has ticked."""
        for name, made in self.lists.items():
            made.blockSignals(True)
            made.clear()
            choices: Sequence[Choice] = getattr(found, name)
            for choice in choices:
                item = QListWidgetItem(choice.label, made)
                item.setData(Qt.ItemDataRole.UserRole, choice.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                on = choice.id in getattr(draft, name)
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            made.blockSignals(False)

    def ticked(self, name: str) -> tuple[int, ...]:
        made = self.lists[name]
        items = [made.item(place) for place in range(made.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )


class PlanDialog(RecordDialog):
    """A new stock-take, or one whose counting goes on."""

    def __init__(self, desk: Desk, record_id: int | None, parent: QWidget | None = None) -> None:
        self._choices: ScopeChoices | None = None
        today = desk.today()

        def save(session: Session, actor: Actor, draft: StockTakeDraft) -> int:
            return stock_takes.save(session, actor, draft, today=today)

        form = Form(
            "stock_take",
            QT_TRANSLATE_NOOP("Form", "New stock-take"),
            QT_TRANSLATE_NOOP("Form", "Stock-take"),
            FIELDS, _empty, stock_takes.get, save,
        )  # fmt: skip
        super().__init__(desk, form, record_id, parent)
        self.resize(900, 600)  # Qt itself would keep to the hint of a narrow form
        desk.tasks.read(self, partial(_scope, desk.actor), self._offer, self._refused)

    def extras(self) -> QWidget:
        self.scope = ScopeBox(self)
        self.scope.setMinimumHeight(220)
        self.scope.edited.connect(self.touch)
        return self.scope

    def fill(self, draft: StockTakeDraft) -> None:
        super().fill(draft)
        self._show_scope()

    def gather(self) -> StockTakeDraft | None:
        draft: StockTakeDraft | None = super().gather()
        if draft is None:
            return None
        ticked = self.scope.ticked
        return replace(
            draft, departments=ticked("departments"), classes=ticked("classes"), places=ticked("places")
        )

    def _offer(self, found: ScopeChoices) -> None:
        self._choices = found
        self._show_scope()

    def _show_scope(self) -> None:
        if self._choices is not None:
            self.scope.offer(self._choices, self.draft)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(860, 560))


def _empty(today: date) -> StockTakeDraft:
    return StockTakeDraft(on_day=today)


def _scope(actor: Actor, session: Session) -> ScopeChoices:
    return stock_take_scope.choices(session, actor)
