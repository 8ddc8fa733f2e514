"""The days the laws on tendering and procurement give for a bid; None where they give none. No database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from models.bid_terms import BidLaw, BidMethod, BidResult
from services.calendars import add_working_days
from services.dated_rules import holds, rows

FILE = "bids"
_DAY = timedelta(days=1)


def due(
    code: str,
    day: date,
    law: BidLaw,
    method: BidMethod = BidMethod.OPEN,
    result: BidResult = BidResult.WON,
) -> date | None:
    """The day the rule called `code` gives, counted from its first day: the last (or earliest) one; None without a rule."""
    row = next(rules(law, method, result, day, code), None)
    return bound_of(row, day) if row else None


def held_to(law: BidLaw) -> BidLaw:
    """Whose days count: by rules of its own a tenderer is held to those of the tendering law."""
    return BidLaw.TENDERING if law == BidLaw.OWN else law


def last_before(code: str, deadline: date, law: BidLaw, method: BidMethod = BidMethod.OPEN) -> date | None:
    """The last day for what must happen so many days before `deadline` (``"clarification"``, ``"objection"``)."""
    row = next(rules(law, method, BidResult.WON, deadline, code), None)
    if row is None or row["bound"] == "most":
        return None
    return add_working_days(deadline, -row["days"]) if is_working(row) else deadline - _DAY * row["days"]


def contract_due(notice_on: date, law: BidLaw = BidLaw.TENDERING) -> date | None:
    """The last day for the contract: 30 days after the notice 中标通知书."""
    return due("contract", notice_on, law)


def deposit_due(contract_on: date, law: BidLaw = BidLaw.TENDERING) -> date | None:
    """The last day a winner's deposit may come back: 5 days after the contract, working days in procurement."""
    return due("deposit_back", contract_on, law)


def losers_deposit_due(notice_on: date) -> date | None:
    """The last day a loser's deposit may come back in procurement: 5 working days after the notice."""
    return due("deposit_back", notice_on, BidLaw.PROCUREMENT, result=BidResult.LOST)


def withdrawal_refund_due(withdrawn_on: date, law: BidLaw = BidLaw.TENDERING) -> date | None:
    """The last day the deposit of a bid withdrawn before the deadline may come back."""
    return due("withdrawal_refund", withdrawn_on, law)


def deadline_least(issued_on: date, law: BidLaw, method: BidMethod = BidMethod.OPEN) -> date | None:
    """The earliest deadline that documents given out from that day on may have; None where no rule sets one."""
    return due("deadline", issued_on, law, method)


def publicity_due(report_on: date) -> date | None:
    """The last day for the publicity of the candidates to begin: 3 days after the evaluation report."""
    return due("publicity_start", report_on, BidLaw.TENDERING)


def publicity_least(publicity_from: date) -> date | None:
    """The first day on which the publicity begun on that day may end: its third one."""
    return due("publicity_period", publicity_from, BidLaw.TENDERING)


def complaint_due(known_on: date) -> date | None:
    """The last day for a complaint 投诉: 10 days after the grievance was known."""
    return due("complaint", known_on, BidLaw.TENDERING)


def rules(
    law: BidLaw, method: BidMethod, result: BidResult, day: date | None, code: str | None = None
) -> Iterator[Mapping[str, Any]]:
    """The rules for a bid on `day`; None: every day."""
    known = BidResult.WON if result is BidResult.PENDING else result
    for row in rows(FILE):
        fits = law in row["laws"] and method in row["methods"] and known in row.get("results", [known])
        if fits and code in {None, row["name"]} and (day is None or holds(row, day)):
            yield row


def is_working(row: Mapping[str, Any]) -> bool:
    """Whether the days of a rule are working days."""
    return bool(row["unit"] == "working")


def bound_of(row: Mapping[str, Any], day: date) -> date:
    """The day that is so many days after `day`, which is counted itself when the row says so."""
    begin = day - _DAY if row["count"] == "inclusive" else day
    return add_working_days(begin, row["days"]) if is_working(row) else begin + _DAY * row["days"]
