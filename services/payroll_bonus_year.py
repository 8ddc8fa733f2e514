"""The taxable wages of a whole year as far as they are known: what advice on bonuses reckons with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from models.payroll import RunKind
from services import payroll_ground
from services.database import Session
from services.payroll_facts import INTERN, Year, month_number
from services.payroll_months import pay_settings
from services.payroll_taxes import Rules, basic_of_year, costs_fen, rules
from services.payroll_tenures import Tenure, tenures
from services.permissions import open_to_all
from services.plain_rows import plain_rows

_MONTHS = 12
_NOTHING = Year()
_NEWEST = """SELECT l.employee_id, l.tax_year, l.tax_month, l.employment_kind,
    coalesce(f.employment_kind, 'full_time'), e.hired_on, e.left_on, l.cum_income,
    l.cum_exempt + l.cum_special + l.cum_additional + l.cum_other, l.gross - l.separate_bonus,
    l.exempt + l.social + l.housing + l.additional + l.other
    FROM payroll_line AS l JOIN employee AS e ON e.id = l.employee_id
    LEFT JOIN personal_file AS f ON f.employee_id = e.id JOIN (SELECT max(x.id) AS id
    FROM payroll_line AS x JOIN payroll_run AS r ON r.id = x.run_id WHERE r.kind = 'regular'
    AND x.tax_year IN (:year, :before) GROUP BY x.employee_id) AS newest ON newest.id = l.id"""


class _Line(NamedTuple):
    """A person's newest regular line: the year with it, before the basic deduction, and what it added; fen.

    `kind` is what they were when it was paid, `kind_now` what they are.
    """

    employee_id: int
    tax_year: int
    tax_month: int
    kind: str
    kind_now: str
    hired_on: str | None
    left_on: str | None
    cum_income: int
    cum_deducted: int
    income: int
    deducted: int


@open_to_all("a step of the advice, which has its permission")
def expected_taxable(session: Session, paid: date) -> dict[int, Decimal]:
    """Taxable wages of the year of `paid` by employee, yuan, below zero where deductions are left over.

    The figures of the newest line of the year, and for each month still to come once more what its last regular
    sheet added; of somebody without a line this year, twelve times that of last year's last one. The basic deduction
    is that of the whole year by the person's own rules: hired or leaving in it, all of it at once, none here.
    """
    december = rules(date(paid.year, _MONTHS, 1), RunKind.REGULAR)
    years: Mapping[int, Year] = payroll_ground.years(session, paid)
    gaps = tenures(session, paid, years)
    later = 0 if pay_settings(session).wage_month == "same" else 1  # months from the work to its payment
    found = {}
    for row in plain_rows(session, _NEWEST, year=paid.year, before=paid.year - 1):
        line = _Line._make(row)
        year, tenure = years.get(line.employee_id, _NOTHING), gaps.get(line.employee_id)
        if tenure and not tenure.opened:
            year = year.unopened()
        found[line.employee_id] = Decimal(_taxable(line, year, tenure, later, december)).scaleb(-2)
    return found


def _taxable(line: _Line, year: Year, tenure: Tenure | None, later: int, by: Rules) -> int:
    """One person's, by the rules of its December."""
    this_year = line.tax_year == by.month.year
    begun = by.january - 1 + (line.tax_month if this_year else 0)
    if line.hired_on:  # again, since that line
        begun = max(begun, month_number(line.hired_on) + later - 1)
    ends = min(by.number, month_number(line.left_on) + later) if line.left_on else by.number
    to_come = max(0, ends - begun)
    before, taken = _so_far(line, tenure) if this_year else (0, 0)
    income, deducted = to_come * line.income + before, to_come * line.deducted + taken
    costs = costs_fen(income, by) if line.kind_now == INTERN else 0
    return income - costs - deducted - basic_of_year(line.hired_on, line.left_on, year, by, tenure)


def _so_far(line: _Line, tenure: Tenure | None) -> tuple[int, int]:
    """Income and deductions of the year so far, of the kind of income that the person gets now."""
    if (line.kind == INTERN) == (line.kind_now == INTERN):
        return line.cum_income, line.cum_deducted
    carried = tenure.carried if tenure else None
    if carried is None:
        return 0, 0
    return carried.income, carried.exempt + carried.special + carried.additional + carried.other
