"""Editing one cell of a grid: the same editors as in forms, and what is typed goes into the model, right or wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.widgets.editors import Editor, UnreadableError
from ui.widgets.line_model import LineModel, Wrong

type Index = QModelIndex | QPersistentModelIndex


def read_cell(editor: Editor) -> tuple[object, Wrong | None]:
    """The value typed; or no value, with the sentence and the text."""
    try:
        return editor.value(), None
    except UnreadableError as error:
        text = editor.text() if isinstance(editor, QLineEdit) else str(editor.kept())
        return None, Wrong(str(error), text)


class CellDelegate(QStyledItemDelegate):
    """Enter commits and goes on like Tab."""

    def __init__(self, make: Callable[[int, QWidget], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell that is wrong is red also where it is selected; a frame shows the cursor."""
        red, flag = index.data(Qt.ItemDataRole.BackgroundRole), QStyle.StateFlag
        if red is None:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        shown.state = option.state & ~(flag.State_Selected | flag.State_HasFocus)  # they would hide the red
        painter.fillRect(option.rect, red)
        super().paint(painter, shown, index)
        if option.state & flag.State_Selected:
            painter.setPen(theme.current().red.text)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002 - Qt's signature
        editor = self._make(index.column(), parent)
        editor.setProperty("cell", True)
        editor.setStyleSheet("min-height: 0; border-radius: 0; padding: 0 6px;")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002 - Qt's signature
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        model = index.model()
        assert isinstance(model, LineModel)
        wrong = model.wrong_at(index.row(), index.column())
        if wrong is not None and wrong.text is not None and isinstance(editor, QLineEdit):
            editor.setText(wrong.text)
        else:
            cast("Editor", editor).set_value(model.value(index.row(), index.column()))
        if isinstance(editor, QLineEdit):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(model, LineModel)
        value, wrong = read_cell(cast("Editor", editor))
        if wrong is not None or value != model.value(index.row(), index.column()):
            model.set_cell(index.row(), index.column(), value, wrong)
        elif model.wrong_at(index.row(), index.column()):
            model.set_cell(index.row(), index.column(), value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if enter and isinstance(watched, QWidget):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.EditNextItem)
            return True
        return super().eventFilter(watched, event)
