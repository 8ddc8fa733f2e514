"""Lists that are counted on another PC: written as a workbook, read back with every odd row shown before it counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from services import durable, stock_take_lists
from services.errors import Refused
from services.exchange.foreign_sheets import read_sheet
from ui.labels import label
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.widgets.confirm import tell
from ui.widgets.print_preview import cannot_write

if TYPE_CHECKING:
    from services.database import Session
    from services.exchange.foreign_sheets import ForeignSheet
    from services.permissions import Actor
    from services.progress import Progress
    from services.stock_take_details import TakeDetail
    from services.stock_take_lists import ListRow, LookedList
    from ui.state import Desk
    from ui.widgets.register_page import RegisterPage

translate = QCoreApplication.translate

type Listed = tuple[tuple[str, ...], list[tuple[object, ...]]]


def export_list(where: RegisterPage | PaymentDialog, detail: TakeDetail) -> QFileDialog:
    """Ask where to, then write the list to be counted elsewhere."""
    dialog = QFileDialog(where, translate("StockTake", "List for another PC"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Export", "Excel workbook (*.xlsx)"))
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{detail.number} {detail.name}.xlsx")

    def write(name: str) -> None:
        path = Path(name)

        def made(listed: Listed) -> None:
            work = partial(write_list, path, detail.number, listed)
            where.desk.tasks.aside(where, work, partial(_written, where, path))

        where.desk.tasks.read(where, partial(_list, where.desk.actor, detail.id), made)

    dialog.fileSelected.connect(write)
    dialog.open()
    return dialog


def write_list(path: Path, title: str, listed: Listed) -> bool:
    """The workbook; False when it cannot be written there."""
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    try:
        with durable.written(path) as part:
            xlsx.write_table(part, title, listed[0], listed[1])
    except (OSError, Refused):
        return False
    return True


def _written(where: QWidget, path: Path, written: bool) -> None:
    if not written:
        tell(where, cannot_write(path))


def ask_list(where: RegisterPage | PaymentDialog, take_id: int, done: Callable[[int], object]) -> QFileDialog:
    """Ask for a counted list."""
    dialog = QFileDialog(where, translate("StockTake", "Import a counted list"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(translate("StockTake", "Lists (*.xlsx *.xls *.csv *.txt)"))
    dialog.fileSelected.connect(lambda name: show_list(where, take_id, Path(name), done))
    dialog.open()
    return dialog


def show_list(
    where: RegisterPage | PaymentDialog, take_id: int, path: Path, done: Callable[[int], object]
) -> None:
    """Read a counted list in a process of its own and show what it says."""
    desk = where.desk

    def looked(found: LookedList) -> None:
        dialog = ListDialog(desk, take_id, found, where)
        dialog.taken.connect(done)
        dialog.open()

    def read(sheet: ForeignSheet) -> None:
        desk.tasks.read(where, partial(_look, desk.actor, take_id, sheet), looked)

    title = translate("Payment", "Reading {file}").format(file=path.name)
    desk.tasks.aside_long(where, title, partial(_read, path), read)


class ListDialog(PaymentDialog):
    """Every row that was counted, the odd ones first; nothing is counted before the blue button."""

    taken = Signal(int)

    def __init__(self, desk: Desk, take_id: int, found: LookedList, parent: QWidget | None = None) -> None:
        title = translate("StockTake", "Counted list: {file}").format(file=found.file)
        super().__init__(desk, "counted_list", title, parent)
        self.resize(900, 600)
        self._take_id, self.found = take_id, found
        self.told = muted(self, "told")
        headings = (
            Heading(translate("Field", "Row"), 60, right=True),
            Heading(translate("Field", "Asset no."), 180),
            Heading(translate("StockTake", "Found at"), 220),
            Heading(translate("StockTake", "What is odd")),
        )
        hint = translate("StockTake", "Search number, name, place or person  Ctrl+F")
        self.table = RowsTable("counted_list", headings, self, hint=hint)
        rows = sorted(found.rows, key=lambda row: (not row.stops, not row.remarks, row.row))
        self.table.fill([_shown(row) for row in rows])
        self.take_button = self.button(
            "take", translate("StockTake", "Count these rows  Ctrl+S"), primary=True, keys="Ctrl+S"
        )
        self.take_button.setEnabled(not found.stops)
        self.take_button.clicked.connect(self.take)
        self.column.addWidget(self.told)
        self.column.addWidget(self.table, 1)
        self.finish(self.close_button(), self.take_button)
        self._say()

    def _say(self) -> None:
        odd = sum(bool(row.remarks) for row in self.found.rows)
        words = translate(
            "StockTake", "{count} rows were counted, {odd} of them are odd; {left} were not found."
        )
        told = words.format(count=len(self.found.rows), odd=odd, left=self.found.not_counted)
        if self.found.stops:
            stops = translate(
                "StockTake", "{count} rows cannot be read: correct them in the file and choose it again."
            )
            told = f"{told} {stops.format(count=self.found.stops)}"
        self.told.setText(told)

    def take(self) -> None:
        """Count the rows, all or none."""
        self.take_button.setEnabled(False)
        work = partial(_take_over, self.desk.actor, self._take_id, self.found, self.desk.today())
        self.desk.tasks.run(self, work, self._taken, self.refuse)

    def _taken(self, fresh: int) -> None:
        self.taken.emit(fresh)
        self.accept()


def _shown(row: ListRow) -> Shown:
    remarks = ", ".join(label(one) for one in row.remarks)
    tone = "red" if row.stops else "amber"
    return Shown(
        row.row, (str(row.row), row.code, row.place, remarks), (row.row, row.code, row.place, remarks), tone
    )


def _read(path: Path, _progress: Progress) -> ForeignSheet:
    return read_sheet(path, plain=True)


def _list(actor: Actor, take_id: int, session: Session) -> Listed:
    return stock_take_lists.list_of(session, actor, take_id)


def _look(actor: Actor, take_id: int, sheet: ForeignSheet, session: Session) -> LookedList:
    return stock_take_lists.look(session, actor, take_id, sheet)


def _take_over(actor: Actor, take_id: int, found: LookedList, today: date, session: Session) -> int:
    results = stock_take_lists.take_over(session, actor, take_id, found, today=today)
    return sum(not one.known for one in results)
