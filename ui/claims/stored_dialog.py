"""Unused invoices of the store to choose from, for the form of a claim."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
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

from services import invoice_store
from ui.state import Desk
from ui.widgets import formats

if TYPE_CHECKING:
    from services.database import Session
    from services.invoice_store import StoredRow
    from services.permissions import Actor

translate = QCoreApplication.translate


class StoredDialog(QDialog):
    """Space ticks, Enter takes what is ticked, or the current one when nothing is."""

    chosen = Signal(list)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.stored")
        self.setWindowTitle(translate("Invoice", "Unused invoices of the store"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 480)
        self.search = QLineEdit(self)
        self.search.setObjectName("stored.search")
        self.search.setPlaceholderText(translate("Invoice", "Number, seller or amount"))
        self.search.textChanged.connect(self._narrow)
        self.told = QLabel(translate("Invoice", "Space ticks, Enter takes"), self)
        self.told.setProperty("role", "muted")
        self.list = QListWidget(self)
        self.list.setObjectName("stored.list")
        self.list.setAccessibleName(self.windowTitle())
        self.list.itemDoubleClicked.connect(lambda _item: self.take())
        self.button = QPushButton(translate("Invoice", "Take these  Enter"), self)
        self.button.setObjectName("action.take")
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self.button.clicked.connect(self.take)
        self._lay_out()
        desk.tasks.read(self, partial(_unused, desk.actor), partial(self._show, desk))

    def take(self) -> None:
        """What is ticked, or the current one."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ids = [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]
        here = self.list.currentItem()
        if not ids and here is not None and not here.isHidden():
            ids = [here.data(Qt.ItemDataRole.UserRole)]
        if ids:
            self.accept()
            self.chosen.emit(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def _show(self, desk: Desk, rows: list[StoredRow]) -> None:
        for row in rows:
            day = formats.day(row.issued_on, desk.today())
            item = QListWidgetItem(f"{row.number}   {day}   {row.seller_name}   {formats.money(row.total)}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            self.list.addItem(item)
        if not rows:
            self.told.setText(
                translate("Invoice", "The store has no unused invoice. Drop files here instead.")
            )
        self.button.setEnabled(bool(rows))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _narrow(self, text: str) -> None:
        wanted = text.strip().replace(",", "").lower()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().replace(",", "").lower())

    def _lay_out(self) -> None:
        cancel = QPushButton(translate("Form", "Cancel"), self)
        cancel.setObjectName("action.cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(foot)


def _unused(actor: Actor, session: Session) -> list[StoredRow]:
    return invoice_store.unused(session, actor)
