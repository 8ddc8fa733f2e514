"""A list beside the payroll sheet: searched, sorted, copied, printed and exported as it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable
from ui.state import Desk
from ui.widgets.plain_table import export_rows, print_rows

translate = QCoreApplication.translate


class PayrollList(PaymentDialog):
    """Title, a grey line, the rows, and the buttons that take them along."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        title: str,
        headings: Sequence[Heading],
        hint: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(desk, name, title, parent)
        self.title, self._headings = title, tuple(headings)
        self.told = muted(self, "told")
        self.table = RowsTable(name, headings, self, hint=hint)
        self.column.addWidget(self.told)
        self.column.addWidget(self.table, 1)
        self.print_button = self.button("print_list", translate("Action", "Print"), keys="Ctrl+P")
        self.export_button = self.button("export", translate("Action", "Export"), keys="Ctrl+E")
        self.copy_button = self.button("copy", translate("Action", "Copy as table"))
        self.print_button.clicked.connect(self.print)
        self.export_button.clicked.connect(self.export)
        self.copy_button.clicked.connect(self.copy)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self.copy)

    def end_with(self, *right: QPushButton) -> None:
        """The row of buttons."""
        left = (self.copy_button, self.export_button, self.print_button)
        self.finish(self.close_button(translate("Form", "Close")), *right, left=left)

    def cells(self) -> list[tuple[str, ...]]:
        """What the search leaves, in the order shown."""
        known = {row.id: row.cells for row in self.table.model.rows}
        return [known[row] for row in self.table.shown_ids()]

    def words(self) -> list[str]:
        """The headings."""
        return [heading.words for heading in self._headings]

    def print(self) -> None:
        """Preview the list on paper."""
        print_rows(self.desk, self, self.title, self.words(), self.cells(), subtitle=self.told.text())

    def export(self) -> None:
        """Write the list as .xlsx."""
        export_rows(self.desk, self, self.title, self.words(), self.cells())

    def copy(self) -> None:
        """The list into the clipboard, as Excel takes it."""
        rows = [self.words(), *self.cells()]
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows) + "\n")
