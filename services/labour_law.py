"""Labour contracts 劳动合同 and their days: writing, probation, notice, registration, severance, late fees. No database."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from services.dated_rules import row_on, value_on
from services.errors import Refused
from services.money import round_fen

_FILE = "labour"
_DAY = timedelta(days=1)
_NOW = date(2026, 1, 1)  # the rules that hold for whoever gives no day
_HALF = Decimal("0.5")


def add_months(day: date, months: int) -> date:
    """The same day so many months on; the last day of a month that is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def contract_due(start: date) -> date:
    """The last day for a written contract: a month after the first day of work (劳动合同法 art 10)."""
    return add_months(start, int(value_on(_FILE, "contract_months", start)))


def double_pay_span(start: date) -> tuple[date, date]:
    """The first and last day double pay 二倍工资 is owed while nothing is written.

    劳动合同法 art 82, 实施条例 arts 6-7: from the day after `contract_due` to the day before a year is full; from then
    on the contract counts as open-ended.
    """
    longest = int(value_on(_FILE, "double_pay_months", start))
    return contract_due(start) + _DAY, add_months(start, longest) - _DAY


def contract_end(start: date, months: int) -> date:
    """The last day of a contract of `months` months. Refuses ``labour.term`` below one month."""
    if months < 1:
        raise Refused("labour.term", "months")
    return add_months(start, months) - _DAY


def longest_probation(months: int | None, *, on: date = _NOW) -> int:
    """The most months of probation 试用期 in a contract of `months` months; None means open-ended.

    劳动合同法 art 19: none below three months, 1 below a year, 2 below three years, 6 from there on; only once with
    the same person. Refuses ``labour.term`` below one month.
    """
    if months is not None and months < 1:
        raise Refused("labour.term", "months")
    steps = row_on(_FILE, "longest", on, "probation")["steps"]
    return int(next(most for least, most in steps if months is None or months >= least))


def probation_end(start: date, months: int | None) -> date | None:
    """The last possible day of probation in a contract of `months` months; None where there may be none."""
    most = longest_probation(months, on=start)
    return add_months(start, most) - _DAY if most else None


def check_probation(start: date, months: int | None, last: date) -> None:
    """Refuse a probation up to `last` that is longer than the term allows: ``labour.probation`` (months, day)."""
    end = probation_end(start, months)
    if end is None or last > end:
        raise Refused(
            "labour.probation", "probation", months=longest_probation(months, on=start), day=end or start
        )


def notice_days(*, in_probation: bool, on: date = _NOW) -> int:
    """Days of notice an employee gives: 30, in probation 3 (劳动合同法 art 37)."""
    return int(value_on(_FILE, "probation_resignation_days" if in_probation else "resignation_days", on))


def dismissal_days(*, on: date = _NOW) -> int:
    """Days of notice the employer gives in writing, or a month's pay instead 代通知金 (劳动合同法 art 40)."""
    return int(value_on(_FILE, "dismissal_days", on))


def must_be_open_ended(fixed_terms: int, years: int, *, on: date = _NOW) -> bool:
    """Whether the next contract is open-ended 无固定期限 unless the person wants otherwise (劳动合同法 art 14).

    Args:
        fixed_terms: fixed terms served one after another.
        years: whole years with this employer.
        on: the day whose rules hold.
    """
    return fixed_terms >= value_on(_FILE, "fixed_terms", on) or years >= value_on(_FILE, "service_years", on)


def registration_due(start: date) -> date:
    """The last day to register somebody for social insurance and housing fund; the day after `start` is day 1.

    社会保险法 art 58, 住房公积金管理条例 art 15: 30 days.
    """
    return start + _DAY * int(value_on(_FILE, "registration_days", start))


def handover_due(left: date) -> date:
    """The last day to hand over file and social insurance of a leaver: 15 days (劳动合同法 art 50)."""
    return left + _DAY * int(value_on(_FILE, "leaving_days", left))


def severance_months(start: date, left: date) -> Decimal:
    """Months of pay owed for the time from `start` to `left` (the last day): 劳动合同法 art 47.

    One for each full year; half a year and more counts as a year, less as half a one. Refuses ``labour.days_turned``.
    """
    if left < start:
        raise Refused("labour.days_turned", "left")
    after = left + _DAY
    years = after.year - start.year
    years -= add_months(start, 12 * years) > after
    begun = add_months(start, 12 * years)
    if begun == after:
        return Decimal(years)
    return years + (_HALF if after < add_months(begun, 6) else Decimal(1))


def severance_pay(start: date, left: date, wage: Decimal, local_average: Decimal) -> Decimal:
    """The statutory severance pay 经济补偿 in yuan (劳动合同法 art 47).

    Args:
        start: first day of work.
        left: last day.
        wage: average monthly wage of the twelve months before, yuan.
        local_average: average monthly wage of the city's employees last year, yuan: three of them are the most that
            counts as a month, and then twelve years the longest time.

    Raises:
        Refused: ``labour.days_turned``; ``wage.negative``.
    """
    if wage < 0 or local_average < 0:
        raise Refused("wage.negative")
    months = severance_months(start, left)
    cap = local_average * value_on(_FILE, "severance_cap", left)
    if wage > cap:
        return round_fen(cap * min(months, value_on(_FILE, "severance_years", left)))
    return round_fen(wage * months)


def late_fee(arrears: Decimal, due: date, paid: date) -> Decimal:
    """The late fee 滞纳金 on contributions due on `due` and paid on `paid`, in yuan: 0.05 % a day (社会保险法 art 86).

    The day after `due` is the first one. Nothing in time. Refuses ``wage.negative``.
    """
    if arrears < 0:
        raise Refused("wage.negative")
    return round_fen(arrears * value_on(_FILE, "late_fee", paid) * max(0, (paid - due).days))
