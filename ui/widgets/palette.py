"""The command palette (Ctrl+K): every tab and action by a few letters, papers by their number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import commands, icons, theme
from ui.commands import Command

WIDTH = 560
SHOWN = 12
NUMBER = re.compile(r"[A-Za-z]{2}-?(\d{4}-)?\d{1,6}")
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Hints(QStyledItemDelegate):
    """Writes a command's group and key at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        command: Command = index.data(Qt.ItemDataRole.UserRole)
        painter.setPen(theme.current().muted)
        place = option.rect.adjusted(0, 0, -12, 0)
        words = "    ".join(part for part in (command.hint, command.shortcut) if part)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


class Palette(QDialog):
    """Type, look, Enter. Arrow keys move through the list while the typing goes on."""

    def __init__(
        self,
        offered: Sequence[Command],
        recent: list[str],
        find_paper: Callable[[str, Callable[[list[Command]], object]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.palette")
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setFixedWidth(WIDTH)
        self._offered, self._recent, self._find_paper = list(offered), recent, find_paper
        self._field, self._list, self._nothing = QLineEdit(self), QListWidget(self), QLabel(self)
        self._field.setObjectName("field.palette")
        self._field.setAccessibleName(self.tr("Find a tab, an action or a paper"))
        self._field.setPlaceholderText(self.tr("Find a tab, an action or a paper's number…"))
        self._field.installEventFilter(self)
        self._list.setObjectName("list.palette")
        self._list.setAccessibleName(self.tr("What was found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setIconSize(QSize(16, 16))
        self._list.setItemDelegate(_Hints(self._list))
        self._nothing.setText(self.tr("Nothing fits. Try fewer letters."))
        self._nothing.setProperty("role", "muted")
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        for part in (self._field, self._list, self._nothing):
            column.addWidget(part)
        self._field.textChanged.connect(self._look)
        self._field.returnPressed.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self._look("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _look(self, typed: str) -> None:
        self._fill(commands.find(typed, self._offered, self._recent))
        if NUMBER.fullmatch(typed.strip()):
            self._find_paper(typed.strip(), lambda papers: self._add_papers(typed, papers))

    def _add_papers(self, typed: str, papers: list[Command]) -> None:
        if self._field.text() == typed:
            self._fill([*papers, *commands.find(typed, self._offered, self._recent)])

    def _fill(self, found: list[Command]) -> None:
        self._list.clear()
        for command in found[:SHOWN]:
            item = QListWidgetItem(command.words)
            if command.icon:
                item.setIcon(icons.icon(command.icon, "muted"))
            item.setSizeHint(QSize(0, 34))
            item.setData(Qt.ItemDataRole.UserRole, command)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._list.setFixedHeight(34 * min(max(len(found), 1), SHOWN) + 10)
        self.adjustSize()

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        command: Command = item.data(Qt.ItemDataRole.UserRole)
        if command.name in self._recent:
            self._recent.remove(command.name)
        self._recent.insert(0, command.name)
        del self._recent[20:]
        self.accept()
        command.run()
