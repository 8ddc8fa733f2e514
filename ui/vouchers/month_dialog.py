"""Choose a month of vouchers: what each holds, since when it is bound, what keeps it open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets import formats
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from services.voucher_months import MonthRow

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MonthQuestion:
    """What the dialog asks, in words that are translated; with `reason` it asks for one, too.

    `none` is said when there is no month to choose.
    """

    name: str
    title: str
    about: str
    button: str
    none: str
    reason: bool = False
    danger: bool = False


class MonthDialog(QDialog):
    """A list of months and one button. `chosen` gets the month and the reason; it closes the dialog when it is done."""

    def __init__(
        self,
        question: MonthQuestion,
        months: Sequence[MonthRow],
        start: date | None,
        chosen: Callable[[MonthDialog, MonthRow, str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"dialog.{question.name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question.title)
        self.months, self._chosen, self._question = tuple(months), chosen, question
        self.notice = Notice(self)
        self.table = self._table(start)
        self.reason = QLineEdit(self)
        self.reason.setObjectName("field.reason")
        self.reason.setAccessibleName(translate("Field", "Reason"))
        self.reason.setPlaceholderText(translate("Field", "Reason"))
        self.reason.setVisible(question.reason)
        self.ok = QPushButton(question.button, self)
        self._build()
        self.resize(620, 420)

    def _build(self) -> None:
        heading, about = QLabel(self._question.title, self), QLabel(self._question.about, self)
        heading.setProperty("role", "title")
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        cancel = QPushButton(translate("Form", "Cancel"), self)
        cancel.setObjectName("action.cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.ok.setObjectName("action.choose")
        self.ok.setProperty("danger" if self._question.danger else "primary", True)
        self.ok.setDefault(True)
        self.ok.setEnabled(bool(self.months))
        self.ok.clicked.connect(self.choose)
        self.table.itemActivated.connect(lambda _item: self.choose())
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.choose)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (heading, about, self.notice, self.table, self.reason):
            column.addWidget(widget, 1 if widget is self.table else 0)
        column.addLayout(row)
        (self.reason if self._question.reason else self.table).setFocus()

    def _table(self, start: date | None) -> QTableWidget:
        titles = (
            translate("Voucher", "Month"),
            translate("Voucher", "Vouchers"),
            translate("Voucher", "Void"),
            translate("Voucher", "Total"),
            translate("Voucher", "State"),
        )
        table = QTableWidget(len(self.months), len(titles), self)
        table.setObjectName("table.months")
        table.setAccessibleName(translate("Voucher", "Months"))
        table.setHorizontalHeaderLabels(titles)
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        for row, month in enumerate(self.months):
            for column, text in enumerate(_cells(month)):
                item = QTableWidgetItem(text)
                right = Qt.AlignmentFlag.AlignRight if column in (1, 2, 3) else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(right | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        table.resizeColumnsToContents()
        table.horizontalHeader().setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        places = [row for row, month in enumerate(self.months) if month.month == start]
        if self.months:
            table.selectRow(places[0] if places else 0)
        return table

    def choose(self) -> None:
        """Go on with the selected month."""
        row = self.table.currentRow()
        if not 0 <= row < len(self.months):
            return
        if self._question.reason and not self.reason.text().strip():
            self.notice.say(translate("Errors", "This must be filled in."))
            self.reason.setFocus()
            return
        self._chosen(self, self.months[row], self.reason.text())


def _cells(month: MonthRow) -> tuple[str, ...]:
    return (
        f"{month.month:%Y-%m}",
        formats.count(month.count),
        formats.count(month.voided) if month.voided else "",
        formats.money(month.total),
        standing(month),
    )


def standing(month: MonthRow) -> str:
    """Where a month stands, in words."""
    if month.bound_on is not None:
        words = translate("Voucher", "bound {day} by {name}")
        return words.format(day=month.bound_on.isoformat(), name=month.bound_by_name)
    if month.waiting:
        return translate("Voucher", "{count} still at the bank").format(count=month.waiting)
    return translate("Voucher", "open")
