"""The tax of invoices month by month, to print and to export; Enter lists the invoices behind a month."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
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

from services import invoice_tax
from services.invoice_tax import MonthOf, TaxMonth
from ui.labels import label
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.plain_table import export_rows, print_rows

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


class TaxDialog(QDialog):
    """`wanted` asks the page for the filters behind a month."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.months = desk, list[TaxMonth]()
        self.setObjectName("dialog.invoice_tax")
        self.setWindowTitle(translate("Invoice", "Tax of invoices by month"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 560)
        self.which = QComboBox(self)
        self.which.setObjectName("tax.which")
        for member in MonthOf:
            self.which.addItem(label(member), member.value)
        self.which.currentIndexChanged.connect(lambda _place: self.ask())
        self.special = QCheckBox(translate("Invoice", "List special invoices only"), self)
        self.special.setObjectName("tax.special")
        self.table = QTableWidget(self)
        self.table.setObjectName("tax.months")
        self.table.setAccessibleName(self.windowTitle())
        self.table.activated.connect(lambda _index: self.list_month())
        self._lay_out()
        self.ask()

    @property
    def month_of(self) -> MonthOf:
        return MonthOf(self.which.currentData())

    def ask(self) -> None:
        """Read the months anew."""
        self.desk.tasks.read(self, partial(_months, self.desk.actor, self.month_of), self._show)

    def list_month(self) -> None:
        """Show the invoices behind the current month on the page."""
        row = self.table.currentRow()
        if 0 <= row < len(self.months):
            month = self.months[row].month
            found = invoice_tax.filters_of(month, self.month_of, special=self.special.isChecked())
            self.accept()
            self.wanted.emit(found)

    def headings(self) -> list[str]:
        return [
            translate("Invoice", "Month"),
            translate("Invoice", "Invoices"),
            translate("Invoice", "Net"),
            translate("Invoice", "Tax"),
            translate("Invoice", "Total"),
            translate("Invoice", "Special invoices"),
            translate("Invoice", "Tax on special invoices"),
        ]

    def rows(self) -> list[list[str]]:
        return [_words(month) for month in self.months]

    def totals(self) -> list[str]:
        """The last row: everything together."""
        counts = [
            sum(month.count for month in self.months),
            sum(month.special_count for month in self.months),
        ]
        sums = [
            sum((getattr(month, name) for month in self.months), Decimal(0))
            for name in ("net", "tax", "total", "special_tax")
        ]
        money = [formats.money(amount) for amount in sums]
        words = translate("Invoice", "Together")
        return [words, str(counts[0]), *money[:3], str(counts[1]), money[3]]

    def _show(self, months: list[TaxMonth]) -> None:
        self.months = months
        rows = [*self.rows(), self.totals()] if months else []
        headings = self.headings()
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setRowCount(len(rows))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column:
                    item.setTextAlignment(right)
                self.table.setItem(place, column, item)
        self.table.resizeColumnsToContents()
        self.table.setFocus()
        self.table.selectRow(0)

    def _subtitle(self) -> str:
        words = translate("Invoice", "{which}; without what its seller red-lettered or cancelled")
        return words.format(which=label(self.month_of))

    def _print(self) -> None:
        print_rows(
            self.desk, self, self.windowTitle(), self.headings(), self.rows(),
            subtitle=self._subtitle(), totals=self.totals(),
        )  # fmt: skip

    def _export(self) -> None:
        export_rows(self.desk, self, self.windowTitle(), self.headings(), [*self.rows(), self.totals()])

    def _lay_out(self) -> None:
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addWidget(self.special)
        top.addStretch(1)
        about = QLabel(translate("Invoice", "Without what its seller red-lettered or cancelled"), self)
        about.setProperty("role", "muted")
        foot = QHBoxLayout()
        foot.addWidget(about, 1)
        for name, words, act in (
            ("print", translate("Invoice", "Print"), self._print),
            ("export", translate("Invoice", "Export"), self._export),
            ("list", translate("Invoice", "List the invoices  Enter"), self.list_month),
        ):
            button = QPushButton(words, self)
            button.setObjectName(f"action.tax_{name}")
            button.setProperty("primary", name == "list")
            button.setAutoDefault(False)
            button.clicked.connect(act)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        heading = QLabel(self.windowTitle(), self)
        heading.setProperty("role", "title")
        column.addWidget(heading)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(foot)


def _words(month: TaxMonth) -> list[str]:
    money = [formats.money(amount) for amount in (month.net, month.tax, month.total)]
    return [
        f"{month.month:%Y-%m}", str(month.count), *money, str(month.special_count), formats.money(month.special_tax),
    ]  # fmt: skip


def _months(actor: Actor, which: MonthOf, session: Session) -> list[TaxMonth]:
    return invoice_tax.by_month(session, actor, which)
