"""By when a month goes to the funds 缴费期限."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from models.insurance_terms import Fund
from services.calendars import pay_day, tax_deadline
from services.database import Session
from services.months import next_month
from services.payroll_months import pay_settings
from services.permissions import open_to_all

_RULES = Path(__file__).parents[1] / "resources" / "rules" / "insurance_deadlines.toml"


@open_to_all("when wages are paid is no secret")
def paid_in(session: Session, month: date) -> date:
    """The month (first day) in which the wages of `month` are paid: by default the one after."""
    return month if pay_settings(session).wage_month == "same" else next_month(month)


@open_to_all("a deadline is no secret")
def deadline(session: Session, fund: Fund, month: date) -> date:
    """The last day to pay what a fund gets for `month` (first day).

    Housing fund: so many days after the payday that holds the part of the people back (住房公积金管理条例 art 19).
    Social insurance: the tax office's last day of the month after (the 15th, moved as 税收征管法实施细则 art 109 says).
    """
    if fund == Fund.SOCIAL:
        return tax_deadline(next_month(month))
    return pay_day(paid_in(session, month), pay_settings(session).pay_day) + timedelta(days=_remit_days())


@cache
def _remit_days() -> int:
    return int(tomllib.loads(_RULES.read_text("utf-8"))["housing_remit_days"])
