"""Changes of the company 公司变更: which filings each one causes and by when. Data, no database."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from services import dated_rules
from services.calendars import add_working_days
from services.errors import Refused
from services.labour_law import add_months

_FILE, _GROUP = "company_changes", "change"


@dataclass(frozen=True, slots=True)
class Filing:
    """What has to be handed in because of a change: by when, where, with which papers, by which article."""

    name: str
    due_on: date
    agency: str
    papers: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class CompanyChange:
    """A kind of change."""

    code: str
    name: str


@cache
def changes() -> tuple[CompanyChange, ...]:
    """Every kind of change, in the order of the file."""
    return tuple(CompanyChange(row["code"], row["name"]) for row in _rows())


def name_of(code: str) -> str:
    """The word for a change; Refused "rules.none_on_day" never, "case.change" where there is no such change."""
    return str(_row(code)["name"])


def filings(code: str, happened_on: date, held: Collection[str] = ()) -> tuple[Filing, ...]:
    """What a change on that day causes, by the day; `held` are the codes of the kinds of certificates in use.

    Raises Refused "case.change" (change), "rules.none_on_day" when the rules begin later.
    """
    row = _row(code)
    if not dated_rules.holds(row, happened_on):
        raise Refused("rules.none_on_day", "happened_on", name=row["name"], day=happened_on)
    found = [_filing(one, happened_on) for one in row["filings"] if one.get("certificate", "") in {"", *held}]
    return tuple(sorted(found, key=lambda one: one.due_on))


def _row(code: str) -> Mapping[str, Any]:
    found = next((row for row in _rows() if row["code"] == code), None)
    if found is None:
        raise Refused("case.change", "change")
    return found


def _rows() -> tuple[Mapping[str, Any], ...]:
    return tuple(sorted(dated_rules.rows(_FILE, _GROUP), key=lambda row: int(row["place"])))


def _filing(row: Mapping[str, Any], happened_on: date) -> Filing:
    return Filing(
        row["name"],
        _due(row, happened_on),
        row["agency"],
        row["papers"],
        row["source"],
        row["status"] == "confirmed",
    )


def _due(row: Mapping[str, Any], happened_on: date) -> date:
    """The day itself does not count (民法典 art 201)."""
    if "working_days" in row:
        return add_working_days(happened_on, row["working_days"])
    if "months" in row:
        return add_months(happened_on, row["months"])
    if "next_month_day" in row:
        following = add_months(happened_on.replace(day=1), 1)
        last = calendar.monthrange(following.year, following.month)[1]
        return following.replace(day=min(row["next_month_day"], last))
    return happened_on + timedelta(days=row["days"])
