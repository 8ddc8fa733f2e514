"""Accounts mapping: which account of the books stands for what, in one table; what is missing stands first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
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

from services import accounts
from services.accounts import AccountPlace, AccountRow
from services.permissions import Permission
from ui.errors import sentence
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.voucher_entries import MissingAccount

translate = QCoreApplication.translate

type Loaded = tuple[tuple[AccountRow, ...], bool]

GENERAL = {
    "cash": QT_TRANSLATE_NOOP("Voucher", "Cash"),
    "advances": QT_TRANSLATE_NOOP("Voucher", "Advances of employees"),
    "prepayments": QT_TRANSLATE_NOOP("Voucher", "Payments in advance"),
    "payroll": QT_TRANSLATE_NOOP("Voucher", "Wages payable"),
    "input_tax": QT_TRANSLATE_NOOP("Voucher", "Input tax"),
}
CODE, TITLE = 2, 3


class AccountsDialog(QDialog):
    """Type the code and title of each account. `lacking` are what the export needs and does not find."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget, lacking: Sequence[MissingAccount] = ()) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.accounts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Voucher", "Accounts mapping"))
        self.desk, self._lacking = desk, tuple(lacking)
        self.rows: tuple[AccountRow, ...] = ()
        self.notice = Notice(self)
        self.table = QTableWidget(0, 4, self)
        self.split = QCheckBox(translate("Voucher", "Book input tax apart from the expense"), self)
        self.save_button = QPushButton(translate("Form", "Save  Ctrl+S"), self)
        self._build()
        self.resize(760, 560)
        desk.tasks.read(self, partial(_load, desk.actor), self._loaded, self._refused)

    def _build(self) -> None:
        heading = QLabel(self.windowTitle(), self)
        heading.setProperty("role", "title")
        self._prepare_table()
        self.split.setObjectName("field.split_tax")
        self.save_button.setObjectName("action.save")
        self.save_button.setProperty("primary", True)
        self.save_button.setEnabled(self.desk.can(Permission.VOUCHER_BIND, Permission.COMPANY_EDIT))
        self.save_button.clicked.connect(self.save)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)
        cancel = QPushButton(translate("Form", "Cancel"), self)
        cancel.setObjectName("action.cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.split)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (heading, self.notice, self.table):
            column.addWidget(widget, 1 if widget is self.table else 0)
        column.addLayout(row)

    def _prepare_table(self) -> None:
        titles = (
            translate("Voucher", "For"),
            translate("Voucher", "Kind"),
            translate("Voucher", "Account code"),
            translate("Voucher", "Account title"),
        )
        self.table.setObjectName("table.accounts")
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels(titles)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)

    # rows

    def _loaded(self, loaded: Loaded) -> None:
        first = {(one.place, one.key) for one in self._lacking}
        rows, split = loaded
        self.rows = tuple(sorted(rows, key=lambda row: (row.place, row.key) not in first))
        self.split.setChecked(split)
        self.table.setRowCount(len(self.rows))
        for place, row in enumerate(self.rows):
            self._show(place, row)
        self.table.resizeColumnsToContents()
        self.table.setColumnWidth(CODE, max(self.table.columnWidth(CODE), 130))
        self.table.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        if self._lacking:
            words = translate("Voucher", "Before the export, choose an account for: {names}.")
            names = ", ".join(
                translate("Voucher", "{name} ({count} vouchers)").format(name=one.label, count=one.vouchers)
                for one in self._lacking
            )
            self.notice.say(words.format(names=names), "amber")
        self.table.setCurrentCell(0, CODE)
        self.table.setFocus()

    def _show(self, place: int, row: AccountRow) -> None:
        name = translate("Voucher", GENERAL[row.key]) if row.key in GENERAL else row.label
        for column, text in enumerate((name, label(row.place), row.code, row.title)):
            item = QTableWidgetItem(text)
            fixed = column < CODE or (column == TITLE and row.place is AccountPlace.BANK_ACCOUNT)
            if fixed:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(place, column, item)

    def changed(self) -> tuple[AccountRow, ...]:
        """The rows whose code or title is not as it was."""
        typed = [
            replace(row, code=self._text(place, CODE), title=self._text(place, TITLE))
            for place, row in enumerate(self.rows)
        ]
        return tuple(now for now, before in zip(typed, self.rows, strict=True) if now != before)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    # saving

    def save(self) -> None:
        """Store what was changed; the dialog stays open when something is refused."""
        if not self.save_button.isEnabled():
            return
        self.table.setCurrentCell(self.table.currentRow(), 0)  # ends the typing in a cell
        self.save_button.setEnabled(False)
        work = partial(_save, self.desk.actor, self.changed(), self.split.isChecked())
        self.desk.tasks.run(self, work, self._saved, self._refused)

    def _saved(self, _none: None) -> None:
        self.saved.emit()
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        self.notice.say(sentence(refused))
        place, _, key = (refused.field or "").partition(".")
        for row, one in enumerate(self.rows):
            if (one.place, one.key) == (place, key):
                self.table.setCurrentCell(row, CODE)
                self.table.setFocus()


def _load(actor: Actor, session: Session) -> Loaded:
    return accounts.rows(session, actor), accounts.splits_tax(session, actor)


def _save(actor: Actor, changed: tuple[AccountRow, ...], split: bool, session: Session) -> None:
    accounts.save(session, actor, changed, split_tax=split)
