"""A person's year: the tax ledger 个税台账 month by month, and the year sheet of everything that was paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.personnel import EmploymentKind, TaxYear
from services.database import Session
from services.payroll_tax_reasons import costs_of, cumulative_tax, taxable_of
from services.permissions import Actor, Permission, requires
from services.tax_tables import bracket_of, table_on

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One run in a person's tax year: what it added, the year so far, and the tax. Yuan; `rate` as a part of one."""

    line_id: int | None
    intern: bool  # 劳务报酬, whose year is reckoned for itself
    run_number: str
    kind: RunKind | None
    state: RunState | None
    month: date
    gross: Decimal
    exempt: Decimal
    special: Decimal
    additional: Decimal
    other: Decimal
    cum_income: Decimal
    cum_exempt: Decimal
    cum_basic: Decimal
    cum_special: Decimal
    cum_additional: Decimal
    cum_other: Decimal
    cum_costs: Decimal
    taxable: Decimal
    rate: Decimal
    quick: Decimal
    cum_tax: Decimal
    withheld_before: Decimal
    tax: Decimal
    separate_bonus: Decimal
    separate_tax: Decimal
    net: Decimal


@requires(Permission.PAYROLL_SEE)
def ledger(session: Session, actor: Actor, employee_id: int, year: int) -> list[LedgerRow]:  # noqa: ARG001 - the permission needs it
    """How each month of payment of a person's tax year came about, opening figures first (line_id None)."""
    opening = session.scalar(select(TaxYear).filter_by(employee_id=employee_id, year=year))
    found = session.execute(
        select(PayrollLine, PayrollRun)
        .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
        .where(PayrollLine.employee_id == employee_id, PayrollLine.tax_year == year)
        .order_by(PayrollLine.tax_month, PayrollLine.id)
    )
    rows = [_row(line, run) for line, run in found]
    if opening is not None and opening.opened_through:
        rows.insert(0, _opening(opening, intern=bool(rows) and rows[0].intern))
    return rows


@requires(Permission.PAYROLL_SEE)
def year_sheet(session: Session, actor: Actor, employee_id: int, year: int) -> list[PayrollLine]:  # noqa: ARG001 - the permission needs it
    """The frozen lines of a person's year by month of payment: what a year sheet 年度工资单 is printed from."""
    return list(
        session.scalars(
            select(PayrollLine)
            .where(PayrollLine.employee_id == employee_id, PayrollLine.tax_year == year)
            .order_by(PayrollLine.tax_month, PayrollLine.id)
        )
    )


def _row(line: PayrollLine, run: PayrollRun) -> LedgerRow:
    paid = date(line.tax_year, line.tax_month, 1)
    taxable = taxable_of(line)
    bracket = bracket_of(max(_ZERO, taxable), table_on("annual", paid))
    now = line.tax - line.separate_tax
    return LedgerRow(
        line.id, line.employment_kind == EmploymentKind.INTERN, run.number, run.kind, run.state, paid, line.gross, line.exempt, line.social + line.housing,
        line.additional, line.other, line.cum_income, line.cum_exempt, line.cum_basic, line.cum_special,
        line.cum_additional, line.cum_other, costs_of(line), max(_ZERO, taxable), bracket.rate, bracket.quick,
        cumulative_tax(taxable, bracket), line.cum_withheld - now, line.tax, line.separate_bonus, line.separate_tax,
        line.net,
    )  # fmt: skip


def _opening(year: TaxYear, *, intern: bool) -> LedgerRow:
    """The figures a company brought along when it began in the middle of a year, of the first kind of income in it."""
    assert year.opened_through is not None
    special = (
        year.opening_income,
        year.opening_exempt,
        year.opening_special,
        year.opening_additional,
        year.opening_other,
    )
    income, exempt, insurance, additional, other = special
    taxable = max(_ZERO, income - exempt - year.opening_basic - insurance - additional - other)
    bracket = bracket_of(taxable, table_on("annual", year.opened_through))
    return LedgerRow(
        None, intern, "", None, None, year.opened_through, income, exempt, insurance, additional, other, income, exempt,
        year.opening_basic, insurance, additional, other, _ZERO, taxable, bracket.rate, bracket.quick,
        cumulative_tax(taxable, bracket), _ZERO, year.opening_withheld, year.opening_bonus, _ZERO, _ZERO,
    )  # fmt: skip
