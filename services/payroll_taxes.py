"""The tax of one line of a payroll run: cumulative withholding in whole fen, and what is taxed by itself. No database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from models.payroll import BonusTax, RunKind
from services import income_tax
from services.dated_rules import value_on
from services.payroll_facts import Carried, Deduction, Person, Year, month_number
from services.payroll_ground import Ground
from services.payroll_wages import Wage
from services.special_deductions import OTHER
from services.tax_tables import tax_fen

_NOTHING = Carried()
_UNKNOWN = Year()
_OTHER = frozenset(item.value for item in OTHER)
LABOUR, INTERN = "labour", "intern"


class Tax(NamedTuple):
    """The cumulative figures with this line, what it takes, and what was taxed by itself; fen."""

    income: int
    exempt: int
    basic: int
    special: int
    additional: int
    other: int
    withheld: int
    tax: int
    now_additional: int
    now_other: int
    separate: int
    separate_tax: int
    deducted: dict[str, int]


class Rules(NamedTuple):
    """The rules of the month of payment, prepared once a run."""

    month: date
    number: int
    basic: int
    costs: int  # per cent of an intern's pay


def rules(paid: date) -> Rules:
    """The rules on a day of payment."""
    month = paid.replace(day=1)
    basic = int(value_on("income_tax", "basic_month", month) * 100)
    return Rules(month, month_number(month), basic, int(value_on("income_tax", "intern_costs", month) * 100))


def tax_of(person: Person, wage: Wage, special: int, ground: Ground, by: Rules) -> Tax:
    """The tax of a person's line; `special` is the employee's part of all insurance of the line."""
    year = ground.years.get(person.id, _UNKNOWN)
    before = ground.carried.get(person.id) or year.opening
    separate, separate_tax = _by_itself(person, wage, ground)
    income = before.income + wage.gross - separate
    exempt = before.exempt + (0 if person.kind == LABOUR else wage.exempt)
    all_special = before.special + (0 if person.kind == LABOUR else special)
    basic = basic_fen(person, year, by)
    additional, other, deducted = _deducted(person, year, ground.deductions.get(person.id, ()), by)
    if person.kind == LABOUR:
        additional, other, deducted = before.additional, before.other, {}
    costs = costs_fen(income, person.kind, by)
    taxable = income - costs - exempt - basic - all_special - additional - other
    now = max(0, tax_fen(taxable, ground.brackets) - before.withheld)
    if separate and not wage.gross - separate:
        now = 0  # nothing of this line is in the year's income: it takes nothing of the year's tax
    return Tax(
        income, exempt, basic, all_special, additional, other, before.withheld + now, now + separate_tax,
        additional - before.additional, other - before.other, separate, separate_tax, deducted,
    )  # fmt: skip


def basic_fen(person: Person, year: Year, by: Rules) -> int:
    """The cumulative 减除费用, as `income_tax.basic_deduction`, in fen."""
    if not year.deduct_basic:
        return 0
    january = by.number - by.month.month + 1
    hired = month_number(person.hired_on) if person.hired_on else 0
    if year.whole_year and hired < january:
        return 12 * by.basic
    last = min(by.number, month_number(person.left_on)) if person.left_on else by.number
    first = january if year.first_wage else max(hired, january)
    return max(0, last - first + 1) * by.basic


def costs_fen(income: int, kind: str, by: Rules) -> int:
    """What goes off an intern's pay as costs (公告2020年第13号 art 2), fen."""
    return (income * by.costs * 2 + 100) // 200 if kind == INTERN else 0


def _by_itself(person: Person, wage: Wage, ground: Ground) -> tuple[int, int]:
    """What of the line is taxed by itself, and that tax."""
    asked = ground.asked
    if person.kind == LABOUR:
        paid, taken = ground.labour.get(person.id, (0, 0))
        whole = income_tax.labour_remuneration_tax(_yuan(max(0, paid + wage.gross)), paid=asked.pay_on)
        return wage.gross, max(0, _fen(whole) - taken)
    if asked.kind == RunKind.BONUS and asked.bonus_tax == BonusTax.SEPARATE:
        return wage.bonus, _fen(income_tax.bonus_tax(_yuan(max(0, wage.bonus)), paid=asked.pay_on))
    if wage.severance > 0:
        local = ground.how.local_wage
        return wage.severance, _fen(income_tax.severance_tax(_yuan(wage.severance), local, paid=asked.pay_on))
    return 0, 0


def _deducted(
    person: Person, year: Year, rows: Sequence[Deduction], by: Rules
) -> tuple[int, int, dict[str, int]]:
    """专项附加扣除 and 其他扣除 of the year so far, and by item: months employed here, after the opening figures."""
    if not rows:
        return year.opening.additional, year.opening.other, {}
    first = max(by.number - by.month.month + 1, year.opened + 1)
    if person.hired_on:
        first = max(first, month_number(person.hired_on))
    last = min(by.number, month_number(person.left_on)) if person.left_on else by.number
    additional, other, by_item = year.opening.additional, year.opening.other, dict[str, int]()
    for item, amount, begun, ended in rows:
        months = min(ended, last) - max(begun, first) + 1
        if months <= 0:
            continue
        whole = amount * months
        by_item[item] = by_item.get(item, 0) + whole
        if item in _OTHER:
            other += whole
        else:
            additional += whole
    return additional, other, by_item


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)


def _fen(yuan: Decimal) -> int:
    return int(yuan.scaleb(2))
