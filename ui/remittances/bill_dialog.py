"""Check the fund's bill against our month: what is missing, too much, different to the fen; kept only when all could be read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from services import insurance_bills
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from services.insurance_bill_rows import BillColumn, BillProblem
from services.insurance_bills import BillDifference
from services.permissions import Permission
from services.terms import InsuranceItem
from ui.labels import label, tone
from ui.payments.frame import PaymentDialog, muted
from ui.payments.rows_table import Heading, RowsTable, Shown
from ui.widgets import formats
from ui.widgets.plain_table import export_rows, print_rows

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.insurance_bills import Compared
    from services.permissions import Actor
    from services.progress import Progress
    from services.remittance_register import RemittanceDetail
    from ui.state import Desk

SUFFIXES = ("xlsx", "xls", "csv")

translate = QCoreApplication.translate


class BillDialog(PaymentDialog):
    """The table of what differs. `kept` tells that the result stays with the remittance."""

    kept = Signal()
    compared = Signal()

    def __init__(
        self, desk: Desk, detail: RemittanceDetail, path: Path, parent: QWidget | None = None
    ) -> None:
        title = translate("Remittance", "Bill of {fund} {month}")
        super().__init__(
            desk,
            "insurance_bill",
            title.format(fund=label(detail.fund), month=f"{detail.month:%Y-%m}"),
            parent,
        )
        self.resize(1080, 640)  # Qt itself would keep to two thirds of a screen
        self.detail, self.path = detail, path
        self.found: Compared | None = None
        self.file = muted(self, "file")
        self.table = RowsTable("bill", _headings(), self)
        self.table.search.setPlaceholderText(translate("Remittance", "Search person or department  Ctrl+F"))
        self.told = muted(self, "told")
        self.keep_button = self.button("keep", translate("Remittance", "Keep the result  Ctrl+S"), primary=True, keys="Ctrl+S")  # fmt: skip
        self.keep_button.setEnabled(False)
        self.keep_button.clicked.connect(self.keep)
        self.keep_button.setVisible(desk.can(Permission.INSURANCE_EDIT))
        paper = self.button("print", translate("Remittance", "Print  Ctrl+P"), keys="Ctrl+P")
        export = self.button("export", translate("Remittance", "Export  Ctrl+E"), keys="Ctrl+E")
        paper.clicked.connect(self.print)
        export.clicked.connect(self.export)
        self.column.addWidget(self.file)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.told)
        self.finish(export, paper, self.close_button(), self.keep_button)
        title = translate("Payment", "Reading {file}").format(file=path.name)
        desk.tasks.aside_long(self, title, partial(_read, path), self._read, self.refuse)

    def _read(self, sheet: ForeignSheet) -> None:
        work = partial(_compare, self.desk.actor, self.detail.id, sheet)
        self.desk.tasks.read(self, work, self._compared, self.refuse)

    def _compared(self, found: Compared) -> None:
        self.found = found
        self.file.setText(_understood(found))
        problems = [_problem(number, one) for number, one in enumerate(found.problems)]
        rows = [_shown(number, one) for number, one in enumerate(found.differences, len(problems))]
        self.table.fill([*problems, *rows])
        words = translate("Remittance", "{same} of {count} people agree · ours {ours} · the bill's {theirs}")
        self.told.setText(
            words.format(
                same=formats.count(found.same), count=formats.count(found.people),
                ours=formats.yuan(found.total), theirs=formats.yuan(found.total_theirs),
            )
        )  # fmt: skip
        self.keep_button.setEnabled(not found.problems)
        if found.problems:
            self.notice.say(translate("Remittance", "Some cells of the bill are no numbers: correct them in the file and check it again. Nothing is kept."))  # fmt: skip
        elif not found.differences:
            self.notice.say(translate("Remittance", "The bill agrees to the fen."), "green")
        self.compared.emit()

    def keep(self) -> None:
        """The result stays with the remittance."""
        if self.found is None or not self.keep_button.isEnabled():
            return
        self.keep_button.setEnabled(False)
        command = f"remittance.bill:{self.detail.id}:{self.found.version}:{self.found.sha256[:12]}:{self.desk.actor.user_id}"
        work = partial(_keep, self.desk.actor, self.detail.id, self.found, command)
        self.desk.tasks.run(self, work, self._kept, self._not_kept)

    def _kept(self, _id: int) -> None:
        self.kept.emit()
        self.accept()

    def _not_kept(self, refused: Refused) -> None:
        self.refuse(refused)
        self.keep_button.setEnabled(True)

    def print(self) -> None:
        """The table as a sheet."""
        headings, rows = self._texts()
        print_rows(self.desk, self, self.heading.text(), headings, rows, subtitle=self.told.text())

    def export(self) -> QFileDialog:
        """The table as a workbook."""
        headings, rows = self._texts()
        return export_rows(self.desk, self, self.heading.text(), headings, rows)

    def _texts(self) -> tuple[list[str], list[tuple[str, ...]]]:
        return [one.words for one in _headings()], [row.cells for row in self.table.model.rows]


def choose_bill(desk: Desk, owner: QWidget, chosen: Any) -> QFileDialog:
    """Ask for the fund's file."""
    patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
    dialog = QFileDialog(owner, translate("Remittance", "Check the fund's bill"))
    dialog.setObjectName("dialog.bill_file")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [f"{translate('Payment', 'Tables')} ({patterns})", f"{translate('Claim', 'All files')} (*)"]
    )
    dialog.setDirectory(desk.device.get("bill_folder"))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Payment", "Row"), 56, right=True),
        Heading(translate("Remittance", "Name"), 110),
        Heading(translate("Field", "Department")),
        Heading(translate("Remittance", "What"), 200),
        Heading(translate("Remittance", "Ours"), 140, right=True),
        Heading(translate("Remittance", "The bill's"), 140, right=True),
        Heading(translate("Remittance", "Result"), 150),
    )


def _shown(number: int, one: BillDifference) -> Shown:
    cells = (
        str(one.row or formats.NOTHING), one.name, one.department, _what(one), _amount(one.ours), _amount(one.theirs),
        label(one.kind),
    )  # fmt: skip
    return Shown(number, cells, (one.row, *cells[1:]), tone(one.kind))


def _problem(number: int, one: BillProblem) -> Shown:
    word = translate("Remittance", "No number")
    cells = (str(one.row), formats.NOTHING, "", one.column, "", one.value, word)
    return Shown(number, cells, (one.row, *cells[1:]), "red")


def _what(one: BillDifference) -> str:
    parts = [label(InsuranceItem(one.item))] if one.item else []
    if one.column:
        parts.append(label(BillColumn(one.column)))
    return " · ".join(parts)


def _amount(text: str) -> str:
    """Amounts with their thousands; ID numbers as they are."""
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}.{rest}" if dot and whole.lstrip("-").isdigit() else text


def _understood(found: Compared) -> str:
    """Which titles of the file were understood, so that nobody believes in a column that was not."""
    words = translate("Remittance", "{file}: {columns}")
    return words.format(file=found.file, columns=", ".join(title for title, _ in found.columns))


def _read(path: Path, progress: Progress) -> ForeignSheet:
    progress.check()
    return read_sheet(path)


def _compare(actor: Actor, remittance_id: int, sheet: ForeignSheet, session: Session) -> Compared:
    return insurance_bills.compare(session, actor, remittance_id, sheet)


def _keep(actor: Actor, remittance_id: int, found: Compared, command: str, session: Session) -> int:
    return insurance_bills.keep(session, actor, remittance_id, found, command)
