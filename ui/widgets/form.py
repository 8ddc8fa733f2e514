"""A form as data, its fields on the screen, and what differs when two people change one record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QSizePolicy, QWidget

from ui.widgets import formats
from ui.widgets.editors import UnreadableError
from ui.widgets.fields import Chosen, FieldBox, FieldSpec
from ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

type Draft = Any  # a frozen dataclass with `id` and `version`, of whichever record the form is for


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A form of one kind of record. `name` is its table's name; titles are source strings of context "Form"."""

    name: str
    title_new: str
    title_edit: str
    fields: tuple[FieldSpec, ...]
    empty: Callable[[date], Draft]
    get: Callable[[Session, Actor, int], Draft]
    save: Callable[[Session, Actor, Draft], int]
    doubts: Callable[[Draft], Mapping[str, str]] | None = None  # field → what looks wrong but may be right
    columns: int = 2
    kept_as: str = ""  # under which name what is typed is kept; "" is `name`
    who: Callable[[Session, Actor, int], str] | None = (
        None  # who saved last, where the history has another id
    )


def field_grid(boxes: Iterable[FieldBox], columns: int, *, gap: int = 8) -> QGridLayout:
    """Fields beside and below each other, each as many columns wide as it says."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(gap)
    for place in range(columns):
        grid.setColumnStretch(place, 1)
    row = column = 0
    for box in boxes:
        if column + box.spec.width > columns:
            row, column = row + 1, 0
        grid.addWidget(box, row, column, 1, box.spec.width)
        column += box.spec.width
    return grid


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that somebody else changed meanwhile, as text for people."""

    name: str
    label: str
    before: str
    mine: str
    theirs: str


class FormBody(QWidget):
    """The fields of a form in columns. Enter goes from field to field."""

    edited = Signal()
    finished = Signal()  # Enter in the last field

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        columns: int = 2,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.boxes = {spec.name: FieldBox(spec, today, self) for spec in specs}
        grid = field_grid(self.boxes.values(), columns, gap=12)
        grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(grid)
        for box in self.boxes.values():
            box.editor.edited.connect(self.edited)
            box.widget.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def offer(self, choices: Mapping[str, Sequence[Chosen]]) -> None:
        """Fill the combos."""
        for name, found in choices.items():
            self.boxes[name].offer(found)

    def fill(self, draft: Draft) -> None:
        """Show a draft; whatever was wrong before is forgotten."""
        for name, box in self.boxes.items():
            box.editor.set_value(getattr(draft, name))
            box.say("")

    def values(self) -> dict[str, object] | None:
        """What is typed, by field; None when something cannot be read: it says so and has the focus."""
        found: dict[str, object] = {}
        wrong: list[FieldBox] = []
        for name, box in self.boxes.items():
            try:
                found[name] = box.value()
                box.say("")
            except UnreadableError as error:
                box.say(str(error))
                wrong.append(box)
        if wrong:
            wrong[0].widget.setFocus()
            return None
        return found

    def say(self, field: str, text: str) -> bool:
        """Put a sentence beside a field and go there; False when there is no such field."""
        box = self.boxes.get(field)
        if box is None:
            return False
        box.say(text)
        box.widget.setFocus()
        return True

    def doubt(self, found: Mapping[str, str]) -> None:
        """Show sentences about what looks wrong; fields that are not named look right."""
        for name, box in self.boxes.items():
            box.doubt(found.get(name, ""))

    def peek(self, draft: Draft) -> Draft:
        """The draft as typed so far; what cannot be read yet stays as it was, and nothing is said about it."""
        values: dict[str, object] = {}
        for name, box in self.boxes.items():
            with suppress(UnreadableError):
                values[name] = box.value()
        return replace(draft, **values)

    def set_locked(self, locked: bool) -> None:
        for box in self.boxes.values():
            box.editor.set_locked(locked)

    def kept(self) -> dict[str, object]:
        """What is typed, as JSON."""
        return {name: box.editor.kept() for name, box in self.boxes.items()}

    def restore(self, kept: Mapping[str, object]) -> None:
        """Type again what `kept` gave; fields that it does not know stay as they are."""
        for name, text in kept.items():
            if name in self.boxes:
                self.boxes[name].editor.restore(text)

    def focus_first(self) -> None:
        """Ready for typing."""
        for box in self.boxes.values():
            if box.widget.isEnabled():
                box.widget.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def shown(self, name: str, value: object) -> str:
        """A value of a field as text for people."""
        widget = self.boxes[name].widget
        if isinstance(widget, SearchEdit):
            return widget.label_of(value) or formats.NOTHING
        if isinstance(value, frozenset | tuple | list):
            return ", ".join(formats.plain(one, self._today()) for one in value) or formats.NOTHING
        return formats.plain(value, self._today())

    def differences(self, before: Draft, mine: Draft, theirs: Draft) -> list[Difference]:
        """The fields that are not as they were when the form was opened, because somebody else saved them."""
        return [
            Difference(
                name,
                box.widget.accessibleName(),
                *(self.shown(name, getattr(one, name)) for one in (before, mine, theirs)),
            )
            for name, box in self.boxes.items()
            if getattr(before, name) != getattr(theirs, name)
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (
            not enter
            or isinstance(watched, QPlainTextEdit)
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        self._go_on(watched)
        return True

    def _go_on(self, here: QObject) -> None:
        boxes = (box for box in self.boxes.values() if box.widget.isEnabled())
        widgets = [box.widget for box in boxes if box.isVisible()]  # those of another tab wait there
        at = next((n for n, widget in enumerate(widgets) if widget is here), len(widgets))
        if at + 1 < len(widgets):
            widgets[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()


def own_changes(before: Draft, mine: Draft, names: Iterable[str]) -> dict[str, object]:
    """The values that I changed myself since the form was opened."""
    return {name: getattr(mine, name) for name in names if getattr(mine, name) != getattr(before, name)}
