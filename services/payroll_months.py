"""Months of pay 工资月份: which wages a sheet pays, when it is due, and what the company set for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from services import settings
from services.calendars import is_statutory_holiday, is_working_day, pay_day
from services.database import Session
from services.dated_rules import value_on
from services.errors import Refused
from services.months import next_month, previous_month
from services.permissions import Actor, Permission, open_to_all, requires

_DAY = timedelta(days=1)
_SATURDAY = 5
_NAMES = {
    "pay_day": "payroll_setting.pay_day",
    "wage_month": "payroll_setting.wage_month",
    "few_percent": "payroll_setting.few_percent",
    "jump_percent": "payroll_setting.jump_percent",
    "sick_percent": "payroll_setting.sick_percent",
    "minimum_wage": "payroll_setting.minimum_wage",
    "local_wage": "payroll_setting.local_wage",
}


@dataclass(frozen=True, slots=True)
class PaySettings:
    """What the company set 工资参数.

    `pay_day`: day of the month pay is due. `wage_month` "previous" or "same": which wages the sheet of a month pays.
    `few_percent`: whoever worked less than so many percent of the days due is paid by attendance. `jump_percent`: net
    pay that moved by more is pointed out. `sick_percent`: share of the wage on sick leave. `minimum_wage` (yuan a
    month; 0: that of the insurance policy) and `local_wage` (last year's local average annual wage, yuan).
    """

    pay_day: int = 8
    wage_month: str = "previous"
    few_percent: int = 50
    jump_percent: int = 20
    sick_percent: int = 80
    minimum_wage: Decimal = Decimal(0)
    local_wage: Decimal = Decimal(0)


@open_to_all("a step of services that have checked")
def pay_settings(session: Session) -> PaySettings:
    """The settings as they are, usual ones where nothing was set."""
    usual = PaySettings()
    found = {
        field: type(getattr(usual, field))(settings.get(session, name, str(getattr(usual, field))))
        for field, name in _NAMES.items()
    }
    return PaySettings(**found)


@requires(Permission.PAYROLL_EDIT)
def save_settings(session: Session, actor: Actor, wanted: PaySettings) -> None:
    """Keep the settings; sheets that are drafts follow when they are reckoned again.

    Raises Refused "payroll.setting" (field; least, most) when a value is out of its range.
    """
    for field, least, most in (
        ("pay_day", 1, 31), ("few_percent", 0, 100), ("jump_percent", 1, 1000), ("sick_percent", 0, 100),
        ("minimum_wage", 0, 100_000), ("local_wage", 0, 10_000_000),
    ):  # fmt: skip
        if not least <= getattr(wanted, field) <= most:
            raise Refused("payroll.setting", field=field, least=least, most=most)
    if wanted.wage_month not in {"previous", "same"}:
        raise Refused("payroll.setting", field="wage_month", least="previous", most="same")
    for field, name in _NAMES.items():
        settings.put_checked(session, actor, name, str(getattr(wanted, field)))


def wage_month(month: date, how: PaySettings) -> date:
    """The month whose work the sheet of `month` pays: by default the one before."""
    return month if how.wage_month == "same" else previous_month(month)


def due_on(month: date, how: PaySettings) -> date:
    """When the sheet of `month` is due: the day set, or the last working day before it (工资支付暂行规定 art 7)."""
    return pay_day(month, how.pay_day)


@cache
def paid_days(month: date) -> tuple[str, ...]:
    """The days of `month` that wages count 计薪日, as ISO text: working days, and statutory holidays in the week."""
    days = (month + _DAY * n for n in range((next_month(month) - month).days))
    return tuple(
        day.isoformat()
        for day in days
        if is_working_day(day) or (is_statutory_holiday(day) and day.weekday() < _SATURDAY)
    )


def month_days(month: date) -> int:
    """How many paid days a month counts 月计薪天数 in hundredths: 2175 by the rule in force (overtime.toml)."""
    return int(value_on("overtime", "paid_days", month) * 100)


@cache
def work_days(month: date) -> tuple[str, ...]:
    """The days of `month` the office works, as ISO text."""
    days = (month + _DAY * n for n in range((next_month(month) - month).days))
    return tuple(day.isoformat() for day in days if is_working_day(day))


def working_days(month: date) -> int:
    """How many days of `month` the office works 应出勤天数."""
    return len(work_days(month))
