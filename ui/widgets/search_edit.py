"""One of many records: typed by name, pinyin initials or number, or chosen from the list (F4, Alt+Down)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from ui.icons import icon
from ui.widgets.editors import TextEdit, UnreadableError

LISTED = 200  # more than anybody reads; typing narrows it

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Option:
    """A record to choose: `search` holds everything it is found by, in small letters."""

    id: object
    label: str
    hint: str = ""
    search: str = field(default="", repr=False)


class SearchEdit(TextEdit):
    """Holds the id of the chosen option; an empty field holds none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._chosen: object = None
        self._rows = QStandardItemModel(self)
        self._completer = QCompleter(self._rows, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._picked)  # type: ignore[index]  # the stubs lack overloads
        opener = self.addAction(icon("chevron-down", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip(translate("Field", "Show all (F4)"))
        opener.triggered.connect(self.open_list)
        self.textEdited.connect(self._typed)

    def set_options(self, options: Sequence[Option]) -> None:
        """What can be chosen; a value set before is shown now."""
        self._options = tuple(options)
        self.set_value(self._chosen)

    def options(self) -> tuple[Option, ...]:
        return self._options

    def type_text(self, text: str) -> None:
        """As if typed or pasted: what it means is found by `value`."""
        self._chosen = None
        self.setText(text.strip())

    def value(self) -> object:
        if not self.text().strip():
            return None
        if self._chosen is not None and self.text() == self.label_of(self._chosen):
            return self._chosen
        matching = self._matching(self.text())
        exact = [one for one in matching if one.label == self.text().strip()]
        if len(exact or matching) == 1:
            return (exact or matching)[0].id
        text = translate("Field", "“{text}” is not in the list. Please choose one (F4 shows them).")
        raise UnreadableError(text.format(text=self.text().strip()))

    def set_value(self, value: object) -> None:
        self._chosen = value
        super().set_value(self.label_of(value))

    def kept(self) -> object:
        try:
            return self.value()
        except UnreadableError:
            return None

    def restore(self, kept: object) -> None:
        self.set_value(kept)

    def open_list(self) -> None:
        """Everything there is to choose, the chosen one marked."""
        if not self.isReadOnly():
            self._show(self._options)

    def label_of(self, value: object) -> str:
        """What stands for a value; "" when it cannot be chosen."""
        return next((one.label for one in self._options if one.id == value), "")

    def _matching(self, text: str) -> list[Option]:
        words = text.lower().split()
        found = [one for one in self._options if all(word in _haystack(one) for word in words)]
        return sorted(found, key=lambda one: not one.label.lower().startswith(words[0] if words else ""))

    def _typed(self, text: str) -> None:
        self._chosen = None
        matching = self._matching(text)
        if text.strip() and matching:
            self._show(matching)
        else:
            self.completer_popup().hide()

    def _show(self, options: Sequence[Option]) -> None:
        self._rows.clear()
        for one in options[:LISTED]:
            item = QStandardItem(f"{one.label}  {one.hint}".rstrip())
            item.setData(one.id, Qt.ItemDataRole.UserRole)
            item.setEditable(False)
            self._rows.appendRow(item)
        self._completer.complete()
        self.completer_popup().installEventFilter(self)
        chosen = next((n for n, one in enumerate(options[:LISTED]) if one.id == self._chosen), 0)
        self.completer_popup().setCurrentIndex(self._completer.completionModel().index(chosen, 0))

    def completer_popup(self) -> QAbstractItemView:
        """The list under the field."""
        popup = self._completer.popup()
        assert popup is not None
        return popup

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list chooses and goes on: the field gets the same key once the list is closed."""
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.type() is QEvent.Type.KeyPress and watched is self.completer_popup():
            index = self.completer_popup().currentIndex()
            self.completer_popup().hide()
            if index.isValid():
                self._picked(index)
            again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(self, again)
            return True
        return super().eventFilter(watched, event)

    def _picked(self, index: QModelIndex) -> None:
        self.set_value(index.data(Qt.ItemDataRole.UserRole))
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or alt_down:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return
        try:
            self.set_value(self.value())
        except UnreadableError:
            return


def _haystack(option: Option) -> str:
    return f"{option.label} {option.hint} {option.search}".lower()
