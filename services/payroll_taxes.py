"""The tax of one line of a payroll run: cumulative withholding in whole fen, and what is taxed by itself. No database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from models.payroll import BonusTax, RunKind
from services import income_tax
from services.dated_rules import value_on
from services.payroll_facts import INTERN, LABOUR, Carried, Deduction, Person, Year, month_number
from services.payroll_ground import Ground
from services.payroll_tenures import Tenure
from services.payroll_wages import Wage
from services.special_deductions import OTHER
from services.tax_tables import tax_fen

_NOTHING = Carried()
_UNKNOWN = Year(opening=_NOTHING)
_NONE: dict[str, int] = {}
_OTHER = frozenset(item.value for item in OTHER)


type Cumulative = tuple[int, int, int, int, int, int, int]
"""Income, exempt, 减除费用, special, additional, other and withheld of the year with this line, as it stores them; fen."""

type Tax = tuple[int, int, int, int, int, Cumulative, dict[str, int]]
"""What a line takes: additional, other, tax, what is taxed by itself and its tax; the year; deductions by item."""


class Rules(NamedTuple):
    """The rules of the month of payment, prepared once a run."""

    month: date
    number: int
    january: int
    first_day: str  # of the year
    basic: int
    whole_basic: int  # of whoever has been here all year
    costs: int  # per cent of an intern's pay
    bonus: bool  # whether it is a run of bonuses
    known: dict[tuple[str, int, int], tuple[int, int, dict[str, int]]]  # deductions reckoned before


def rules(paid: date, kind: RunKind) -> Rules:
    """The rules on a day of payment for a kind of run."""
    month = paid.replace(day=1)
    basic = int(value_on("income_tax", "basic_month", month) * 100)
    number = month_number(month)
    costs = int(value_on("income_tax", "intern_costs", month) * 100)
    january, bonus = number - month.month + 1, kind == RunKind.BONUS
    return Rules(month, number, january, f"{month.year}-01-01", basic, basic * month.month, costs, bonus, {})


def tax_of(person: Person, wage: Wage, special: int, ground: Ground, by: Rules) -> Tax:
    """The tax of a person's line; `special` is the employee's part of all insurance of the line."""
    year = ground.years.get(person.id, _UNKNOWN)
    income, exempt, before_special, before_additional, before_other, before_withheld = (
        ground.carried.get(person.id) or year.opening
    )
    gross, separate, separate_tax = wage.gross, 0, 0
    if by.bonus or wage.severance or person.kind == LABOUR:
        separate, separate_tax = _by_itself(person, wage, ground)
    income += gross - separate
    tenure = ground.tenures.get(person.id)
    basic = basic_fen(person, year, by, tenure)
    if person.kind == LABOUR:
        additional, other, deducted = before_additional, before_other, _NONE
        all_special = before_special
    else:
        exempt += wage.exempt
        all_special = before_special + special
        additional, other, deducted = _deducted(person, year, ground, by)
    costs = costs_fen(income, by) if person.kind == INTERN else 0
    now = 0  # a line with nothing but what is taxed by itself takes nothing of the year's tax
    if not separate or gross != separate:
        taxable = income - costs - exempt - basic - all_special - additional - other
        now = max(0, tax_fen(taxable, ground.brackets) - before_withheld)
    year_so_far = (income, exempt, basic, all_special, additional, other, before_withheld + now)
    takes = additional - before_additional, other - before_other
    return (*takes, now + separate_tax, separate, separate_tax, year_so_far, deducted)


def basic_fen(person: Person, year: Year, by: Rules, tenure: Tenure | None = None) -> int:
    """The cumulative 减除费用, as `income_tax.basic_deduction`, in fen."""
    plain = year is _UNKNOWN and tenure is None and not person.left_on
    if plain and (not person.hired_on or person.hired_on < by.first_day):
        return by.whole_basic
    return basic_of_year(person.hired_on, person.left_on, year, by, tenure)


def basic_of_year(
    hired_on: str | None, left_on: str | None, year: Year, by: Rules, tenure: Tenure | None = None
) -> int:
    """As `basic_fen`, for somebody hired and left on those days: every month here, after what was brought along."""
    if not year.deduct_basic:
        return 0
    hired = month_number(hired_on) if hired_on else 0
    if year.whole_year and (hired < by.january or (tenure and tenure.earlier)):
        return 12 * by.basic
    last = min(by.number, month_number(left_on)) if left_on else by.number
    if year.first_wage:
        return max(0, last - by.january + 1) * by.basic
    opened = year.opened if year.opening_basic else 0
    if tenure is None:
        months = max(0, last - max(hired, by.january, opened + 1) + 1)
    else:
        months = sum(opened < month <= last for month in tenure.months)
    return year.opening_basic + months * by.basic


def costs_fen(income: int, by: Rules) -> int:
    """What goes off an intern's pay as costs (公告2020年第13号 art 2), fen."""
    return (income * by.costs * 2 + 100) // 200


def _by_itself(person: Person, wage: Wage, ground: Ground) -> tuple[int, int]:
    """What of the line is taxed by itself, and that tax."""
    asked = ground.asked
    if person.kind == LABOUR:
        paid, taken = ground.labour.get(person.id, (0, 0))
        whole = income_tax.labour_remuneration_tax(_yuan(max(0, paid + wage.gross)), paid=asked.pay_on)
        return wage.gross, max(0, _fen(whole) - taken)
    if asked.kind == RunKind.BONUS and asked.bonus_tax == BonusTax.SEPARATE:
        return wage.bonus, _fen(income_tax.bonus_tax(_yuan(max(0, wage.bonus)), paid=asked.pay_on))
    if wage.severance:
        paid, taken = ground.severance.get(person.id, (0, 0))
        whole = _yuan(max(0, paid + wage.severance))
        tax = _fen(income_tax.severance_tax(whole, ground.how.local_wage, paid=asked.pay_on))
        return wage.severance, max(0, tax - taken)
    return 0, 0


def _deducted(person: Person, year: Year, ground: Ground, by: Rules) -> tuple[int, int, dict[str, int]]:
    """专项附加扣除 and 其他扣除 of the year so far, and by item: months employed here, after the opening figures."""
    text = ground.deductions.get(person.id)
    opening = year.opening
    if text is None:
        return opening.additional, opening.other, dict(year.opening_items)
    first = by.january if year is _UNKNOWN else max(by.january, year.opened + 1)
    if person.hired_on and person.hired_on >= by.first_day:
        first = max(first, month_number(person.hired_on))
    last = min(by.number, month_number(person.left_on)) if person.left_on else by.number
    tenure, key = ground.tenures.get(person.id), (text, first, last)
    found = by.known.get(key) if tenure is None else _reckoned_in(tenure, text, year, by)
    if found is None:
        found = by.known[key] = _reckoned(Deduction.read(text, by.number), first, last)
    if opening is _NOTHING:
        return found
    items = _added(year.opening_items, found[2]) if year.opening_items else found[2]
    return opening.additional + found[0], opening.other + found[1], items


def _reckoned_in(tenure: Tenure, text: str, year: Year, by: Rules) -> tuple[int, int, dict[str, int]]:
    """Month by month, of somebody whose months here are no single span."""
    kinds = Deduction.read(text, by.number)
    months = [
        _reckoned(kinds, month, month) for month in sorted(tenure.months) if year.opened < month <= by.number
    ]
    by_item = _added(*(items for _, _, items in months))
    return sum(one[0] for one in months), sum(one[1] for one in months), by_item


def _added(*parts: Mapping[str, int]) -> dict[str, int]:
    whole: dict[str, int] = {}
    for part in parts:
        for item, amount in part.items():
            whole[item] = whole.get(item, 0) + amount
    return whole


def _reckoned(kinds: Sequence[Deduction], first: int, last: int) -> tuple[int, int, dict[str, int]]:
    additional = other = 0
    by_item: dict[str, int] = {}
    for item, amount, begun, ended in kinds:
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
