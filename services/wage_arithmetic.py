"""Arithmetic of wages 工资折算: day and hour, overtime, absence, sick pay, part of a month, annual leave. No database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from services.dated_rules import row_on, value_on
from services.errors import Refused
from services.money import round_fen

_FILE = "overtime"
_NOW = date(2026, 1, 1)  # the rules that hold for whoever gives no day
_ZERO = Decimal(0)
_DAYS_OF_A_YEAR = 365  # 企业职工带薪年休假实施办法 arts 5 and 12, leap year or not


class Overtime(StrEnum):
    """When somebody works more 加班: it decides how much an hour is worth."""

    WEEKDAY = "weekday"  # 工作日延时
    REST_DAY = "rest_day"  # 休息日, no time off in exchange; also the moved days of a long holiday
    HOLIDAY = "holiday"  # 法定节假日: the thirteen days only (`calendars.is_statutory_holiday`)


def day_wage(wage: Decimal, *, on: date = _NOW) -> Decimal:
    """A day's wage 日工资 of a monthly wage, yuan: wage ÷ 21.75 (人社部发〔2025〕2号). Refuses ``wage.negative``."""
    return round_fen(_checked(wage) / value_on(_FILE, "paid_days", on))


def hour_wage(wage: Decimal, *, on: date = _NOW) -> Decimal:
    """An hour's wage 小时工资 of a monthly wage, yuan: wage ÷ (21.75 × 8). Refuses ``wage.negative``."""
    return round_fen(_checked(wage) / _hours_of_month(on))


def overtime_pay(wage: Decimal, hours: Decimal, kind: Overtime, *, on: date = _NOW) -> Decimal:
    """Pay for `hours` of overtime in yuan: 150, 200 or 300 % of the unrounded hour wage, rounded once.

    劳动法 art 44, 工资支付暂行规定 art 13. Refuses ``wage.negative``.
    """
    return round_fen(_checked(wage) * _checked(hours) * value_on(_FILE, kind.value, on) / _hours_of_month(on))


def absence_deduction(wage: Decimal, days: Decimal, *, on: date = _NOW) -> Decimal:
    """What `days` (halves too) of unpaid absence 事假 cost in yuan, rounded once; never more than the wage."""
    return min(wage, round_fen(_checked(wage) * _checked(days) / value_on(_FILE, "paid_days", on)))


def partial_month(wage: Decimal, attended: Decimal, paid_days: Decimal, *, on: date = _NOW) -> Decimal:
    """The wage in yuan of a month not wholly worked 非整月工资, from 0 to the whole wage.

    Taken off by the day, it would fall below zero in a long month with few days worked, so few days are paid by
    attendance: less than the part ``few_days`` of the month's paid days (公司工资制度). A month wholly attended is
    the whole wage.

    Args:
        wage: the monthly wage, yuan.
        attended: days worked, or paid as worked.
        paid_days: working days and statutory holidays of the month.
        on: the day whose rules hold.

    Raises:
        Refused: ``wage.negative``; ``wage.attended`` if more days were attended than the month has.
    """
    if _checked(attended) > _checked(paid_days):
        raise Refused("wage.attended", days=paid_days)
    usual_days = value_on(_FILE, "paid_days", on)
    if attended < paid_days * value_on(_FILE, "few_days", on):
        exact = _checked(wage) * attended / usual_days
    else:
        exact = _checked(wage) - wage * (paid_days - attended) / usual_days
    return round_fen(min(wage, max(_ZERO, exact)))


def minimum_wage(city: str, day: date) -> Decimal:
    """The minimum wage 最低工资 of a month in `city`, yuan; refuses ``rules.none_on_day`` where none is known."""
    return Decimal(row_on("minimum_wages", city, day, "wage")["value"])


def sick_pay_floor(minimum: Decimal, *, on: date = _NOW) -> Decimal:
    """The least pay of a month of illness 病假工资, yuan: 80 % of the local minimum wage (劳部发〔1995〕309号 art 59)."""
    return round_fen(_checked(minimum) * value_on(_FILE, "sick_pay", on))


def probation_floor(wage: Decimal, minimum: Decimal, *, on: date = _NOW) -> Decimal:
    """The least wage in probation 试用期工资, yuan: 80 % of the contract's, not below the minimum (劳动合同法 art 20)."""
    return max(minimum, round_fen(_checked(wage) * value_on(_FILE, "probation_pay", on)))


def most_held_back(wage: Decimal, minimum: Decimal, *, on: date = _NOW) -> Decimal:
    """The most held back for damage in a month, yuan: 20 % of its wage, the rest not below the minimum wage.

    工资支付暂行规定 art 16.
    """
    share = round_fen(_checked(wage) * value_on(_FILE, "damage", on))
    return max(_ZERO, min(share, wage - minimum))


def annual_leave(years_of_work: int, *, on: date = _NOW) -> int:
    """Days of annual leave 年休假 a year: 5, 10 or 15 from 1, 10 or 20 whole years of work, anywhere, on (条例 art 3)."""
    steps = row_on(_FILE, "annual", on, "leave")["steps"]
    return next((days for years, days in steps if years_of_work >= years), 0)


def leave_of_new(entitlement: int, hired: date) -> int:
    """Days left to somebody hired in the year: by the calendar days from `hired` on, fractions dropped (办法 art 5)."""
    left = (date(hired.year, 12, 31) - hired).days + 1
    return min(entitlement, left * entitlement // _DAYS_OF_A_YEAR)


def leave_of_leaver(entitlement: int, left: date, taken: Decimal) -> Decimal:
    """Days still owed on leaving: by the calendar days gone, fractions dropped, less those taken (办法 art 12).

    Days taken too many are not asked back.
    """
    gone = (left - date(left.year, 1, 1)).days + 1
    return max(_ZERO, min(entitlement, gone * entitlement // _DAYS_OF_A_YEAR) - taken)


def leave_payout(wage: Decimal, days: Decimal, *, on: date = _NOW) -> Decimal:
    """What is paid beside the normal pay for `days` of leave not taken, yuan: 200 % of the day wage, rounded once.

    企业职工带薪年休假实施办法 arts 10-11: 300 % in all; `wage` is the average of the last twelve months without
    overtime. Refuses ``wage.negative``.
    """
    exact = _checked(wage) * _checked(days) * value_on(_FILE, "unused_leave", on)
    return round_fen(exact / value_on(_FILE, "paid_days", on))


def _hours_of_month(day: date) -> Decimal:
    return value_on(_FILE, "paid_days", day) * value_on(_FILE, "hours", day)


def _checked(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise Refused("money.not_a_number")
    if number < 0:
        raise Refused("wage.negative")
    return number
