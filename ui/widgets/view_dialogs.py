"""The two dialogs of saved views: one asks for a name, one puts them in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.marking import QT_TRANSLATE_NOOP

LONGEST_NAME = 40
FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
BUTTONS = (
    ("move_up", QT_TRANSLATE_NOOP("Views", "Up"), "Ctrl+Up"),
    ("move_down", QT_TRANSLATE_NOOP("Views", "Down"), "Ctrl+Down"),
    ("rename", QT_TRANSLATE_NOOP("Views", "Rename"), "F2"),
    ("delete", QT_TRANSLATE_NOOP("Views", "Delete"), "Del"),
    ("first", QT_TRANSLATE_NOOP("Views", "Opens with the page"), "Ctrl+Home"),
)

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NamedView:
    """A view as it is kept; `was` is its name before it was renamed."""

    name: str
    plain: dict[str, Any] = field(default_factory=dict)
    was: str = ""


@dataclass(frozen=True, slots=True)
class Wished:
    """How a view is to be kept: `moving` lets its days go with the calendar, `first` opens the page with it."""

    name: str
    moving: bool = False
    first: bool = False


class SaveView(QDialog):
    """Enter saves. A name that is taken replaces its view, and says so before."""

    chosen = Signal(object)  # Wished

    def __init__(self, taken: Sequence[str], offered: Wished, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.save_view")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Views", "Save this view"))
        self._taken = frozenset(taken)
        self.name = QLineEdit(offered.name, self)
        self.name.setObjectName("field.view_name")
        self.name.setAccessibleName(translate("Views", "Name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.selectAll()
        self.moving = _box(
            "view_moving",
            translate("Views", "Its days go with the calendar: this month is always the current one"),
            self,
        )
        self.moving.setChecked(offered.moving)
        self.moving.setVisible(offered.moving)
        self.first = _box("view_first", translate("Views", "Open the page with it"), self)
        self.first.setChecked(offered.first)
        self._said = QLabel(self)
        self._said.setObjectName("label.view_said")
        self._said.setWordWrap(True)
        self.save_button = _button("save", translate("Views", "Save"), self, self._take)
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self._build()
        self.name.textChanged.connect(lambda _text: self._say())
        self._say()
        self.setMinimumWidth(420)

    def _build(self) -> None:
        about = QLabel(
            translate("Views", "List, search, filters, order and columns are kept under this name."), self
        )
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for part in (
            about,
            QLabel(translate("Views", "Name"), self),
            self.name,
            self._said,
            self.moving,
            self.first,
        ):
            column.addWidget(part)
        column.addLayout(_last_row(self, self.save_button))

    def _say(self, *, error: bool = False) -> None:
        taken = self.name.text().strip() in self._taken
        text = translate("Views", "There is a view of this name: it is replaced.") if taken else ""
        if error:
            text = translate("Views", "Please give the view a name.")
        self._said.setProperty("role", "error" if error else "muted")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self.save_button.setText(translate("Views", "Replace") if taken else translate("Views", "Save"))

    def _take(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self._say(error=True)
            self.name.setFocus()
            return
        self.chosen.emit(Wished(name, self.moving.isChecked(), self.first.isChecked()))
        self.accept()


class ManageViews(QDialog):
    """Names are typed in place (F2), Ctrl+Up and Ctrl+Down order, Del deletes; nothing holds before OK."""

    chosen = Signal(object, str)  # list[NamedView], the name that opens with the page

    def __init__(self, views: Sequence[NamedView], first: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.views")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Views", "Views of this page"))
        self._views = {view.name: view for view in views}
        self.list = QListWidget(self)
        self.list.setObjectName("list.views")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        for view in views:
            item = QListWidgetItem(view.name, self.list)
            item.setFlags(FLAGS | Qt.ItemFlag.ItemIsDragEnabled)
            item.setData(Qt.ItemDataRole.UserRole, view.name)
        self._first = first if first in self._views else ""
        self._said = QLabel(self)
        self._said.setObjectName("label.view_said")
        self._said.setProperty("role", "error")
        self._said.setWordWrap(True)
        self._said.hide()
        self._build()
        self.list.setCurrentRow(0)
        self._mark()
        self.resize(480, 380)

    def _build(self) -> None:
        runs = {
            "move_up": lambda: self.shift(-1),
            "move_down": lambda: self.shift(1),
            "rename": lambda: self.list.editItem(self.list.currentItem()),
            "delete": self.delete,
            "first": self.toggle_first,
        }
        side = QVBoxLayout()
        side.setSpacing(8)
        for name, words, keys in BUTTONS:
            button = _button(name, translate("Views", words), self, runs[name])
            button.setToolTip(keys)
            if name != "rename":  # the list itself begins to edit at F2
                button.setShortcut(keys)
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        take = _button("ok", translate("Views", "OK"), self, self._take)
        take.setProperty("primary", True)
        hint = QLabel(
            translate("Views", "The first nine are on Alt+1 to Alt+9. Bold: the page opens with it."), self
        )
        hint.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addWidget(hint)
        column.addWidget(self._said)
        column.addLayout(_last_row(self, take))

    def shift(self, step: int) -> None:
        """Move the current view up or down."""
        here = self.list.currentRow()
        there = here + step
        if here >= 0 and 0 <= there < self.list.count():
            self.list.insertItem(there, self.list.takeItem(here))
            self.list.setCurrentRow(there)

    def delete(self) -> None:
        """Take the current view off the list; Cancel brings it back."""
        if self.list.currentRow() >= 0:
            gone = self.list.takeItem(self.list.currentRow())
            if gone.data(Qt.ItemDataRole.UserRole) == self._first:
                self._first = ""

    def toggle_first(self) -> None:
        """The page opens with the current view, or with none."""
        item = self.list.currentItem()
        if item is not None:
            name = str(item.data(Qt.ItemDataRole.UserRole))
            self._first = "" if name == self._first else name
            self._mark()

    def _mark(self) -> None:
        for item in self._items():
            font = self.list.font()
            font.setBold(item.data(Qt.ItemDataRole.UserRole) == self._first)
            item.setFont(font)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _take(self) -> None:
        found = [self._renamed(item) for item in self._items()]
        names = [view.name for view in found]
        if not all(names):
            self._complain(names.index(""), translate("Views", "Please give the view a name."))
        elif len(set(names)) < len(names):
            twice = next(row for row, name in enumerate(names) if name in names[:row])
            self._complain(twice, translate("Views", "Two views have this name. Rename one of them."))
        else:
            first = next((view.name for view in found if view.was == self._first), "") if self._first else ""
            self.chosen.emit(found, first)
            self.accept()

    def _renamed(self, item: QListWidgetItem) -> NamedView:
        was = str(item.data(Qt.ItemDataRole.UserRole))
        return replace(self._views[was], name=" ".join(item.text().split())[:LONGEST_NAME], was=was)

    def _complain(self, row: int, text: str) -> None:
        self._said.setText(text)
        self._said.show()
        self.list.setCurrentRow(row)
        self.list.setFocus()


def _box(name: str, words: str, parent: QWidget) -> QCheckBox:
    box = QCheckBox(words, parent)
    box.setObjectName(f"field.{name}")
    return box


def _button(name: str, words: str, parent: QDialog, run: Any) -> QPushButton:
    button = QPushButton(words, parent)
    button.setObjectName(f"action.{name}")
    button.setAutoDefault(False)
    button.clicked.connect(run)
    return button


def _last_row(dialog: QDialog, take: QPushButton) -> QHBoxLayout:
    """Cancel, and what takes it over."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(_button("cancel", translate("Views", "Cancel"), dialog, dialog.reject))
    row.addWidget(take)
    return row
