"""By when a change must be lodged 申报期限, from which month it counts, and what lateness costs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from models.insurance import ChangeKind
from services import labour_law
from services.calendars import add_working_days, is_working_day
from services.money import round_fen
from services.months import last_day, month_of, next_month

_RULES = Path(__file__).parents[1] / "resources" / "rules" / "insurance_deadlines.toml"
# 社会保险法 art 58 and 住房公积金管理条例 art 15: 30 days from the beginning of employment, and as many after its end
_LAWFUL = {
    ChangeKind.JOIN: labour_law.registration_due,
    ChangeKind.RESUME: labour_law.registration_due,
    ChangeKind.STOP: labour_law.registration_due,
    ChangeKind.TRANSFER: labour_law.handover_due,
}


def deadline(kind: ChangeKind, month: date, since: date | None, cut_off_day: int | None) -> date:
    """The last day to lodge a change that counts from `month`.

    The days of the law are counted from the day after `since` (first or last day of employment; unknown: none are) and
    are not prolonged by a weekend: an early paper harms nobody. The cut-off day of the city, in the month the change
    counts from, ends them sooner; when the office is closed on it, the working day before does. Without either the
    month itself ends them.
    """
    local = cut_off(month, cut_off_day)
    due = _LAWFUL.get(kind)
    if since is None or due is None:
        return local or last_day(month)
    lawful = due(since)
    return lawful if local is None else min(lawful, max(local, since))


def cut_off(month: date, cut_off_day: int | None) -> date | None:
    """The last working day up to the city's cut-off day of a month; None when it has none."""
    if not cut_off_day:
        return None
    day = min(month.replace(day=1) + timedelta(days=cut_off_day - 1), last_day(month))
    return day if is_working_day(day) else add_working_days(day, -1)


def first_month(hired_on: date, cut_off_day: int | None, *, housing: bool, newly_working: bool) -> date:
    """The month insurance begins with: that of the first day, the next one after the city's cut-off day.

    The housing fund of somebody newly working begins with their second month (住房公积金管理条例 art 17).
    """
    month = month_of(hired_on)
    if housing and newly_working:
        return next_month(month)
    local = cut_off(month, cut_off_day)
    return next_month(month) if local is not None and hired_on > local else month


def late_from(first: date, last: date) -> date:
    """The day a late fee begins on the month `first` when nothing is lodged up to `last`."""
    return max(last, last_day(first)) + timedelta(days=1)


def late_fee(owed: Iterable[tuple[date, Decimal]], last: date, today: date) -> Decimal:
    """The late fee so far 滞纳金 on months owed (first day, both parts in yuan), after the last day `last` to lodge.

    It runs day by day on every month from the day after `last`, on later months from the day after they end
    (社会保险法 art 86). No interest on interest; rounded once.
    """
    rate = Decimal(_rules()["late_fee"])
    days = ((max((today - max(last, last_day(month))).days, 0), amount) for month, amount in owed)
    return round_fen(sum((amount * rate * count for count, amount in days), Decimal(0)))


def unconfirmed_days() -> int:
    """After how many days a lodged change should be confirmed."""
    return int(_rules()["unconfirmed_days"])


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(_RULES.read_text("utf-8"))
