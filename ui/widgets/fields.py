"""Fields as data, and a field on the screen: label above, what is typed into, the sentence about it below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import (
    CheckEdit,
    ChoiceEdit,
    Editor,
    LongTextEdit,
    MoneyEdit,
    NumberEdit,
    PasswordEdit,
    QuantityEdit,
    SeveralEdit,
    TextEdit,
    UnitsEdit,
    UnreadableError,
)
from ui.widgets.search_edit import Option, SearchEdit

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

CLICK_MS = 250
STILL_HERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
USUAL_WIDTH = 280  # of a field that is not on screen yet

translate = QCoreApplication.translate


class FieldKind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    MONEY = "money"
    DAY = "day"
    CHOICE = "choice"  # one of `members`
    SEVERAL = "several"  # any of `members`
    COMBO = "combo"  # one of `choices`
    CHECK = "check"
    NUMBER = "number"
    QUANTITY = "quantity"  # days or hours
    UNITS = "units"  # pieces, packs, metres
    PASSWORD = "password"  # noqa: S105 - a kind of field


class Chosen(Protocol):
    """A record as the services' `choices` give it."""

    @property
    def id(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def hint(self) -> str: ...
    @property
    def search(self) -> str: ...


type Choices = Callable[[Session, Actor], Sequence[Chosen]]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of a form. `name` is the draft's attribute, `label` and `hint` are source strings of context "Field".

    `width` counts columns of the form's two. `members` serve choice and several, `choices` (a service function)
    serves combo. `blank` is the value of an empty field.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    hint: str = ""
    width: int = 1
    members: Iterable[StrEnum] = ()
    choices: Choices | None = None
    blank: object = None


def make_editor(spec: FieldSpec, today: Callable[[], date]) -> QWidget:
    """What a value of this kind is typed into; every one of them is an `Editor`."""
    match spec.kind:
        case FieldKind.CHOICE:
            return ChoiceEdit(tuple(spec.members), optional=not spec.required)
        case FieldKind.SEVERAL:
            return SeveralEdit(tuple(spec.members))
        case FieldKind.DAY:
            return DayEdit(today)
    plain: dict[FieldKind, type[QWidget]] = {
        FieldKind.LONG_TEXT: LongTextEdit,
        FieldKind.MONEY: MoneyEdit,
        FieldKind.COMBO: SearchEdit,
        FieldKind.CHECK: CheckEdit,
        FieldKind.NUMBER: NumberEdit,
        FieldKind.QUANTITY: QuantityEdit,
        FieldKind.UNITS: UnitsEdit,
        FieldKind.PASSWORD: PasswordEdit,
    }
    return plain.get(spec.kind, TextEdit)()


class _Message(QLabel):
    """A sentence as high as it needs to be in its width; dialogs do not see to that by themselves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = self.sizePolicy()
        policy.setHeightForWidth(False)
        self.setSizePolicy(policy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        width = self.width() if self.isVisible() else USUAL_WIDTH
        self.setFixedHeight(max(self.heightForWidth(width), 0))


class FieldBox(QWidget):
    """A field on the screen. `editor` is what tests and screen readers find as `field.<name>`."""

    def __init__(self, spec: FieldSpec, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.widget = make_editor(spec, today)
        self.widget.setObjectName(f"field.{spec.name}")
        text = translate("Field", spec.label)
        self.widget.setAccessibleName(text)
        self._caption = QLabel(f"{text} *" if spec.required else text, self)
        self._caption.setBuddy(self.widget)
        self._caption.setProperty("role", "muted")
        self._message = _Message(self)
        self._message.setObjectName(f"message.{spec.name}")
        self._doubt = ""
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self.widget)
        column.addWidget(self._message)
        column.addStretch(1)
        self.editor.edited.connect(lambda: self.say(""))
        self._left = QTimer(self, singleShot=True, interval=CLICK_MS)
        self._left.timeout.connect(self._look)
        self.widget.installEventFilter(self)
        self.say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is no value is told when the field is left; after a click, so that no button moves under the mouse."""
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() is Qt.FocusReason.MouseFocusReason:
                self._left.start()
            elif event.reason() not in STILL_HERE:
                self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        try:
            self.editor.value()
        except UnreadableError as error:
            self.say(str(error))

    @property
    def editor(self) -> Editor:
        return self.widget  # type: ignore[return-value]  # make_editor gives nothing else

    def value(self) -> object:
        """What is typed; the field's `blank` when that is nothing."""
        value = self.editor.value()
        return self.spec.blank if value is None else value

    def say(self, error: str) -> None:
        """Show a sentence about what is wrong; "" takes it away and brings the doubt or the hint back."""
        hint = translate("Field", self.spec.hint) if self.spec.hint else ""
        text = error or self._doubt or hint
        self._message.setText(text)
        self._message.fit()
        self._message.setVisible(bool(text))
        self._message.setProperty("role", "error" if error else "" if self._doubt else "muted")
        self._message.setProperty("tone", "amber" if self._doubt and not error else "")
        self.widget.setProperty("wrong", bool(error))
        self.widget.setAccessibleDescription(text)
        for one in (self._message, self.widget):
            one.style().unpolish(one)
            one.style().polish(one)

    def doubt(self, text: str) -> None:
        """Show what looks wrong but may be right: it keeps nobody from saving."""
        if text != self._doubt:
            self._doubt = text
            self.say(self.error())

    def error(self) -> str:
        """The sentence shown now, "" when nothing is wrong."""
        return self._message.text() if self._message.property("role") == "error" else ""

    def offer(self, choices: Sequence[Chosen]) -> None:
        """Fill a combo with what the service found."""
        assert isinstance(self.widget, SearchEdit)
        self.widget.set_options([Option(one.id, one.label, one.hint, one.search) for one in choices])
