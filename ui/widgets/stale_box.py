"""Somebody else saved the record meanwhile: what they changed, and two ways on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.form import Difference

translate = QCoreApplication.translate


class StaleBox(QDialog):
    """Before, mine and theirs of every field that changed.

    `decided` is connected to a method of the form, never to a closure that holds it: a box that dies lets go of its
    closures while it still is the form's child, and a form whose last holder that was would delete the box again.
    """

    decided = Signal(bool)  # whether to keep mine

    def __init__(self, who: str, differences: Sequence[Difference], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.stale")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Stale", "Changed meanwhile"))
        text = translate("Stale", "{name} saved this record while you were typing.")
        if not who:
            text = translate("Stale", "Somebody saved this record while you were typing.")
        words = QLabel(text.format(name=who), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("role", "strong")
        words.setWordWrap(True)
        hint = translate(
            "Stale", "“Keep mine” puts the fields you changed over theirs; nothing is saved yet."
        )
        muted = QLabel(hint, self)
        muted.setProperty("role", "muted")
        muted.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(_table(differences, self))
        column.addWidget(muted)
        column.addLayout(self._buttons())
        self.resize(620, 280)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for name, words, decide in (
            ("reload", translate("Stale", "Take theirs"), self._reload),
            ("keep_mine", translate("Stale", "Keep mine"), self._keep_mine),
        ):
            button = QPushButton(words, self)
            button.setObjectName(f"action.{name}")
            button.setAutoDefault(False)
            button.clicked.connect(decide)
            row.addWidget(button)
        return row

    def _reload(self) -> None:
        self.accept()
        self.decided.emit(False)

    def _keep_mine(self) -> None:
        self.accept()
        self.decided.emit(True)


def _table(differences: Sequence[Difference], parent: QWidget) -> QTableWidget:
    table = QTableWidget(len(differences), 4, parent)
    table.setObjectName("table.differences")
    headings = [
        translate("Stale", "Field"),
        translate("Stale", "Before"),
        translate("Stale", "Mine"),
        translate("Stale", "Theirs"),
    ]
    table.setHorizontalHeaderLabels(headings)
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for row, one in enumerate(differences):
        for column, text in enumerate((one.label, one.before, one.mine, one.theirs)):
            table.setItem(row, column, QTableWidgetItem(text))
    return table
