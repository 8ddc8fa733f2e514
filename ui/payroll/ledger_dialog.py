"""The tax year of one person 个税台账: how each month's withholding came about, opening figures first."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from services import payroll_reasons
from services.terms import EmploymentKind, RunKind
from ui.labels import label
from ui.payments.rows_table import Heading, Shown
from ui.payroll.list_dialog import PayrollList
from ui.state import Desk
from ui.widgets import formats

if TYPE_CHECKING:
    from services.database import Session
    from services.payroll_reasons import LedgerRow
    from services.permissions import Actor

translate = QCoreApplication.translate


class LedgerDialog(PayrollList):
    """Twelve months, each cumulative; Ctrl+Left and Ctrl+Right go to the year before and after."""

    loaded = Signal()

    def __init__(
        self, desk: Desk, employee_id: int, name: str, year: int, parent: QWidget | None = None
    ) -> None:
        title = translate("Payroll", "Year ledger of {name}, {year}").format(name=name, year=year)
        super().__init__(desk, "ledger", title, _headings(), translate("Payroll", "Search  Ctrl+F"), parent)
        self.resize(1340, 600)
        self.employee_id, self.name, self.year = employee_id, name, year
        before = self.button("year_before", translate("Payroll", "Year before"), keys="Ctrl+Left")
        after = self.button("year_after", translate("Payroll", "Year after"), keys="Ctrl+Right")
        before.clicked.connect(lambda: self.go(-1))
        after.clicked.connect(lambda: self.go(1))
        file = self.button("personnel_file", translate("Payroll", "Personnel file"))
        file.setToolTip(translate("Payroll", "Opening figures of the year and deductions stand there."))
        file.clicked.connect(self._open_file)
        self.end_with(before, after, file)
        self.go(0)

    def go(self, years: int) -> None:
        """Show another year of the same person."""
        self.year += years
        self.title = translate("Payroll", "Year ledger of {name}, {year}").format(
            name=self.name, year=self.year
        )
        self.heading.setText(self.title)
        self.setWindowTitle(self.title)
        work = partial(_load, self.desk.actor, self.employee_id, self.year)
        self.desk.tasks.read(self, work, self._show, self.refuse)

    def _open_file(self) -> None:
        """Where opening figures and deductions are entered."""
        self.accept()
        self.desk.go("employees", self.employee_id)

    def _show(self, rows: list[LedgerRow]) -> None:
        self.table.fill([_shown(place, row) for place, row in enumerate(rows)])
        if rows:
            self.told.setText(_summed(rows))
        else:
            self.told.setText(translate("Payroll", "Nothing was paid in this year."))
        self.loaded.emit()


def _headings() -> tuple[Heading, ...]:
    words = (
        (translate("Payroll", "Month"), 0),
        (translate("Payroll", "Gross"), 88),
        (translate("Payroll", "Σ income"), 98),
        (translate("Payroll", "Σ basic"), 88),
        (translate("Payroll", "Σ insurance"), 94),
        (translate("Payroll", "Σ additional"), 94),
        (translate("Payroll", "Σ other"), 76),
        (translate("Payroll", "Σ taxable"), 100),
        (translate("Payroll", "Rate"), 50),
        (translate("Payroll", "Quick"), 78),
        (translate("Payroll", "Σ tax"), 88),
        (translate("Payroll", "Σ withheld"), 92),
        (translate("Payroll", "Tax now"), 80),
        (translate("Payroll", "Net"), 84),
    )
    return tuple(Heading(text, width, right=place > 0) for place, (text, width) in enumerate(words))


def _summed(rows: list[LedgerRow]) -> str:
    """The year in a sentence: of wages, of an internship, or of each when there were both."""
    usual = translate("Payroll", "Income {income}, taxable {taxable}, tax withheld {tax} in the year")
    wages = translate("Payroll", "Wages: income {income}, taxable {taxable}, tax withheld {tax}")
    internship = translate("Payroll", "Internship: income {income}, taxable {taxable}, tax withheld {tax}")
    parts = [[row for row in rows if row.intern is intern] for intern in (False, True)]
    words = (wages, internship) if all(parts) else (usual, usual)
    return " · ".join(_told(said, part) for said, part in zip(words, parts, strict=True) if part)


def _told(words: str, rows: list[LedgerRow]) -> str:
    return words.format(
        income=formats.yuan(rows[-1].cum_income),
        taxable=formats.yuan(rows[-1].taxable),
        tax=formats.yuan(sum((row.tax for row in rows), Decimal(0))),
    )


def _shown(place: int, row: LedgerRow) -> Shown:
    opening = row.line_id is None
    month = translate("Payroll", "Opening") if opening else f"{row.month:%Y-%m}"
    if row.intern:
        month = f"{month} {label(EmploymentKind.INTERN)}"
    if row.separate_bonus:
        month = f"{month} {label(RunKind.BONUS)}"
    money = (
        row.gross, row.cum_income, row.cum_basic, row.cum_special, row.cum_additional, row.cum_other, row.taxable
    )  # fmt: skip
    rate = f"{(row.rate * 100).normalize():f}%"
    rest = (row.quick, row.cum_tax, row.withheld_before, row.tax, row.net)
    cells = (month, *map(_money, money), rate, *map(_money, rest))
    tip = ""
    if row.separate_bonus:
        words = translate("Payroll", "Bonus {bonus} taxed by itself: {tax}")
        tip = words.format(bonus=formats.money(row.separate_bonus), tax=formats.money(row.separate_tax))
    return Shown(
        place,
        cells,
        (row.month, *money, row.rate, *rest),
        tip=" · ".join(filter(None, (row.run_number, tip))),
    )


def _money(amount: Decimal) -> str:
    return formats.money(amount) if amount else formats.NOTHING


def _load(actor: Actor, employee_id: int, year: int, session: Session) -> list[LedgerRow]:
    return payroll_reasons.ledger(session, actor, employee_id, year)
