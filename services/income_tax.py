"""Individual income tax 个人所得税 withheld from pay: wages, bonus, severance, labour remuneration. No database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from services.dated_rules import value_on
from services.errors import Refused
from services.money import round_fen
from services.tax_tables import FILE, bracket_of, fen_brackets, table_on, tax_fen, tax_of

__all__ = [
    "Cumulative",
    "PayMonth",
    "basic_deduction",
    "basic_months",
    "bonus_tax",
    "cumulate",
    "fen_brackets",
    "is_low_income",
    "labour_remuneration_tax",
    "severance_tax",
    "tax_fen",
    "withhold",
]

_ZERO = Decimal(0)
_MONTHS = 12
_NOW = date(2026, 1, 1)  # the rules that hold for whoever gives no day


@dataclass(frozen=True, slots=True)
class PayMonth:
    """What one person is paid in a month of payment (its first day), and what goes off before tax, all in yuan.

    `special` is the employee's part of 三险一金, `additional` are the 专项附加扣除, `other` the 依法确定的其他扣除.
    """

    month: date
    income: Decimal
    exempt: Decimal = _ZERO
    special: Decimal = _ZERO
    additional: Decimal = _ZERO
    other: Decimal = _ZERO


@dataclass(frozen=True, slots=True)
class Cumulative:
    """The reckoning of a month: figures of the year up to and with it, in yuan, and what is withheld in it.

    `taxable` is never below zero; `tax` is the cumulative tax, half up to fen; `withheld` is what this month takes;
    `costs` are the 20 % of an intern's pay.
    """

    income: Decimal = _ZERO
    exempt: Decimal = _ZERO
    basic: Decimal = _ZERO
    special: Decimal = _ZERO
    additional: Decimal = _ZERO
    other: Decimal = _ZERO
    taxable: Decimal = _ZERO
    rate: Decimal = _ZERO
    quick: Decimal = _ZERO
    tax: Decimal = _ZERO
    withheld_before: Decimal = _ZERO
    withheld: Decimal = _ZERO
    costs: Decimal = _ZERO


def withhold(
    months: Sequence[PayMonth],
    *,
    first_wage_of_year: bool = False,
    prior_year_at_most_60000: bool = False,
    hired: date | None = None,
    left: date | None = None,
    deduct_basic: bool = True,
    intern: bool = False,
) -> list[Decimal]:
    """The tax withheld in each of `months` 本期应预扣预缴税额, in yuan: cumulative withholding 累计预扣法.

    国家税务总局公告2018年第61号 art 6; the flags are those of `basic_deduction`. An intern's costs go off first
    (公告2020年第13号 art 2). A month below zero takes nothing and gives nothing back.

    Raises:
        Refused: ``tax.months`` unless the months are first days of one calendar year, each after the one before;
            ``money.not_a_number``; ``rules.none_on_day`` for a year before the law.
    """
    _check_months(months)
    withheld: list[Decimal] = []
    before = Cumulative()
    for month in months:
        basic = basic_deduction(
            month.month,
            first_wage_of_year=first_wage_of_year,
            prior_year_at_most_60000=prior_year_at_most_60000,
            hired=hired,
            left=left,
            deduct_basic=deduct_basic,
        )
        before = cumulate(before, month, basic, intern=intern)
        withheld.append(before.withheld)
    return withheld


def cumulate(before: Cumulative, month: PayMonth, basic: Decimal, *, intern: bool = False) -> Cumulative:
    """The reckoning of `month` from the figures of the year up to the month before it.

    Args:
        before: the month before, or what was withheld elsewhere when the program began in the middle of a year:
            its amounts, with `withheld_before` + `withheld` the tax withheld so far.
        month: what is paid in this month.
        basic: the cumulative 减除费用 with this month, in yuan (`basic_deduction`).
        intern: costs go off the income before anything else.
    """
    income = before.income + _finite(month.income)
    costs = round_fen(income * value_on(FILE, "intern_costs", month.month)) if intern else _ZERO
    exempt = before.exempt + _finite(month.exempt)
    special = before.special + _finite(month.special)
    additional = before.additional + _finite(month.additional)
    other = before.other + _finite(month.other)
    taxable = max(_ZERO, income - costs - exempt - basic - special - additional - other)
    table = table_on("annual", month.month)
    step, tax = bracket_of(taxable, table), tax_of(taxable, table)
    so_far = before.withheld_before + before.withheld
    return Cumulative(
        income=income,
        exempt=exempt,
        basic=basic,
        special=special,
        additional=additional,
        other=other,
        taxable=taxable,
        rate=step.rate,
        quick=step.quick,
        tax=tax,
        withheld_before=so_far,
        withheld=max(_ZERO, tax - so_far),
        costs=costs,
    )


def basic_deduction(
    month: date,
    *,
    first_wage_of_year: bool = False,
    prior_year_at_most_60000: bool = False,
    hired: date | None = None,
    left: date | None = None,
    deduct_basic: bool = True,
) -> Decimal:
    """The cumulative 减除费用 of a year with `month`, in yuan: so much a month of employment here (个人所得税法 art 6).

    Args:
        month: month of payment.
        first_wage_of_year: nobody paid the person a wage earlier in this year: months count from January
            (公告2020年第13号 art 1).
        prior_year_at_most_60000: all of last year here, and no more than 60,000 then: the whole year's sum at once
            (公告2020年第19号). It does not hold for somebody hired in this year.
        hired: first day here; None means since before 1 January.
        left: last day here; no month after it counts. None means still here.
        deduct_basic: the flag 是否扣除减除费用 of the tax client; off when another employer deducts it.
    """
    if not deduct_basic:
        return _ZERO
    if prior_year_at_most_60000 and not _hired_in(hired, month):
        return value_on(FILE, "basic_month", month) * _MONTHS
    count = basic_months(month, first_wage_of_year=first_wage_of_year, hired=hired, left=left)
    return value_on(FILE, "basic_month", month) * count


def basic_months(
    month: date, *, first_wage_of_year: bool = False, hired: date | None = None, left: date | None = None
) -> int:
    """How many months of the year of `month` the basic deduction counts by then, as `basic_deduction` says."""
    last = month if left is None or left > month else left
    if last.year < month.year:
        return 0
    counts_all = first_wage_of_year and value_on(FILE, "first_wage", month)
    first = 1 if hired is None or counts_all else _months_of(hired) - month.year * _MONTHS + 1
    return max(0, last.month - max(1, first) + 1)


def is_low_income(last_year: Decimal, month: date) -> bool:
    """Whether all wages of last year here (yuan, bonus included) are few enough for the rule of 公告2020年第19号."""
    return last_year <= value_on(FILE, "low_income", month)


def bonus_tax(amount: Decimal, *, paid: date | None = None) -> Decimal:
    """The tax on an annual bonus 全年一次性奖金 that is not merged with the wages, in yuan.

    财政部 税务总局公告2023年第30号: a twelfth of the bonus picks the rate and one quick deduction from the monthly
    table. Once a person and year. Without `paid` the rule counts as holding.

    Raises:
        Refused: ``tax.negative``; ``rules.none_on_day`` if paid after the rule has ended (2027-12-31).
    """
    table = table_on("bonus", paid or _NOW)
    exact = _not_negative(amount)
    step = bracket_of(exact / _MONTHS, table)
    return round_fen(exact * step.rate - step.quick)


def severance_tax(
    amount: Decimal, local_average_annual_wage: Decimal, *, paid: date | None = None
) -> Decimal:
    """The tax on a one-off compensation for leaving 解除劳动合同一次性补偿, in yuan.

    财税〔2018〕164号 art 5(1): three local average wages of last year are free; the rest is taxed alone on the annual
    table, without basic deduction. Raises Refused ``tax.negative``.
    """
    day = paid or _NOW
    free = severance_exempt(local_average_annual_wage, paid=day)
    return tax_of(max(_ZERO, _not_negative(amount) - free), table_on("annual", day))


def severance_exempt(local_average_annual_wage: Decimal, *, paid: date | None = None) -> Decimal:
    """How much of a compensation for leaving is free of tax, in yuan: three local average wages of last year."""
    return _not_negative(local_average_annual_wage) * value_on(FILE, "severance_wages", paid or _NOW)


def labour_remuneration_tax(amount: Decimal, *, paid: date | None = None) -> Decimal:
    """The tax withheld from one payment of labour remuneration 劳务报酬, in yuan (a month of one project is one).

    国家税务总局公告2018年第61号 art 8: less 800 up to 4,000, less 20 % above. Raises Refused ``tax.negative``.
    """
    day = paid or _NOW
    exact = _not_negative(amount)
    if exact <= value_on(FILE, "labour_small", day):
        taxable = exact - value_on(FILE, "labour_fixed", day)
    else:
        taxable = exact * (1 - value_on(FILE, "labour_share", day))
    return tax_of(max(_ZERO, taxable), table_on("labour", day))


def _check_months(months: Sequence[PayMonth]) -> None:
    days = [each.month for each in months]
    in_order = all(one < other and one.year == other.year for one, other in pairwise(days))
    if not in_order or any(day.day != 1 for day in days):
        raise Refused("tax.months")


def _hired_in(hired: date | None, month: date) -> bool:
    return hired is not None and hired.year >= month.year


def _months_of(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def _finite(amount: Decimal) -> Decimal:
    exact = Decimal(amount)
    if not exact.is_finite():
        raise Refused("money.not_a_number")
    return exact


def _not_negative(amount: Decimal) -> Decimal:
    exact = _finite(amount)
    if exact < 0:
        raise Refused("tax.negative")
    return exact
