"""The days and sums the laws on tendering 招标投标法 and procurement 政府采购法 set for a bid, as warnings. No database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from models.bid_terms import BidKind, BidLaw, BidMethod, BidResult, BidStage
from services.bid_due import (
    FILE,
    bound_of,
    complaint_due,
    contract_due,
    deadline_least,
    deposit_due,
    due,
    is_working,
    last_before,
    losers_deposit_due,
    publicity_due,
    publicity_least,
    rules,
    withdrawal_refund_due,
)
from services.calendars import working_days_between
from services.dated_rules import holds, row_on, rows
from services.errors import Refused
from services.money import round_fen

__all__ = [
    "BidDates",
    "BidKind",
    "BidLaw",
    "BidMethod",
    "BidNote",
    "BidResult",
    "BidStage",
    "BidWarning",
    "check_dates",
    "complaint_due",
    "contract_due",
    "deadline_least",
    "deposit_due",
    "deposit_limit",
    "due",
    "last_before",
    "losers_deposit_due",
    "notes",
    "publicity_due",
    "publicity_least",
    "reminder_days",
    "warnings",
    "withdrawal_refund_due",
]

_DAY = timedelta(days=1)
_NOW = date(2026, 1, 1)  # the rules that hold for whoever gives no day


@dataclass(frozen=True, slots=True)
class BidDates:
    """The days of a bid, those that are known; a rule whose days are missing says nothing.

    `issued_on` is the day the documents began to be given out (that of `sale_from` when None), `documents_on` the day we
    had them, `submission_on` the deadline, `report_on` the evaluation report, `known_on` the day a grievance was known.
    """

    prequalification_on: date | None = None
    prequalification_clarified_on: date | None = None
    prequalification_objection_on: date | None = None
    issued_on: date | None = None
    sale_from: date | None = None
    sale_to: date | None = None
    documents_on: date | None = None
    clarified_on: date | None = None
    objection_on: date | None = None
    objection_answered_on: date | None = None
    submission_on: date | None = None
    submission_time: time | None = None
    opening_on: date | None = None
    opening_time: time | None = None
    withdrawn_on: date | None = None
    report_on: date | None = None
    publicity_from: date | None = None
    publicity_to: date | None = None
    known_on: date | None = None
    complaint_on: date | None = None
    notice_on: date | None = None
    contract_on: date | None = None
    deposit_back_on: date | None = None


@dataclass(frozen=True, slots=True)
class BidWarning:
    """A rule that is not kept: its code, the stage it belongs to, the article, and what the sentence shows.

    `values` of a term: ``days``, ``working`` (days), ``day`` (the one it is about), ``bound`` (the earliest or last one
    allowed), ``text`` of the rule. Of a cap: ``amount``, ``most``, ``text``.
    """

    code: str
    stage: BidStage
    article: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class BidNote:
    """What the law says of a stage without a day or an amount."""

    stage: BidStage
    article: str
    text: str


def check_dates(dates: BidDates) -> None:
    """Refuse days in an order that cannot be.

    Raises:
        Refused: ``bid.opening_before_submission`` (opening_on); ``bid.days_turned`` (sale_to, publicity_to).
    """
    if _opens_early(dates):
        raise Refused("bid.opening_before_submission", "opening_on", deadline=dates.submission_on)
    for first, last in (("sale_from", "sale_to"), ("publicity_from", "publicity_to")):
        begin, end = getattr(dates, first), getattr(dates, last)
        if begin and end and end < begin:
            raise Refused("bid.days_turned", last)


def warnings(
    dates: BidDates,
    *,
    law: BidLaw,
    method: BidMethod = BidMethod.OPEN,
    result: BidResult = BidResult.PENDING,
    estimate: Decimal | None = None,
    deposit: Decimal | None = None,
    kind: BidKind | None = None,
    contract_amount: Decimal | None = None,
    bond: Decimal | None = None,
    bidders: int | None = None,
    today: date | None = None,
) -> list[BidWarning]:
    """Which rules a bid does not keep, in the order of its stages.

    Amounts are yuan: `estimate` the estimate or budget, `bond` the performance bond 履约保证金. With `today`, what is
    overdue without a day of its own counts too, such as a `deposit` that has not come back. Until the result is known
    the deposit is looked at as a winner's.
    """
    found = [
        *_terms(dates, law, method, result, today, bool(deposit)),
        *_opening(dates, law, method, bidders),
        *_deposit_caps(law, kind, deposit, estimate, dates.submission_on or _NOW),
        *_bond_caps(law, bond, contract_amount, dates.contract_on or _NOW),
    ]
    order = list(BidStage)
    return sorted(found, key=lambda warning: order.index(warning.stage))


def deposit_limit(
    estimate: Decimal | None, law: BidLaw, kind: BidKind | None, day: date = _NOW
) -> Decimal | None:
    """The most a deposit may be, yuan: the lower of share and cap; None when neither is known."""
    limits = [most for most, _ in _limits(("deposit_share", "deposit_cap"), law, kind, estimate, day)]
    return min(limits, default=None)


def notes(law: BidLaw, day: date = _NOW) -> list[BidNote]:
    """What the law says without a day or an amount, in the order of the file."""
    found = [row for row in rows(FILE, "note") if law in row["laws"] and holds(row, day)]
    return [BidNote(BidStage(row["stage"]), row["article"], row["text"]) for row in found]


def reminder_days(day: date = _NOW) -> tuple[int, ...]:
    """How many days before each cut-off somebody is reminded, the most first."""
    return tuple(row_on(FILE, "reminder_days", day, "setting")["days"])


def _terms(
    dates: BidDates, law: BidLaw, method: BidMethod, result: BidResult, today: date | None, paid: bool
) -> Iterator[BidWarning]:
    for row in rules(law, method, result, None):
        first, last = _day(dates, row["first"]), _day(dates, row["last"])
        if first is None or not holds(row, first):
            continue
        owed = not row.get("optional") and (paid or row["stage"] != BidStage.DEPOSIT_BACK)
        if warning := _term(row, first, last, today if owed else None):
            yield warning


def _term(row: Mapping[str, Any], first: date, last: date | None, today: date | None) -> BidWarning | None:
    bound, most = bound_of(row, first), row["bound"] == "most"
    day = last or (today if most else None)
    if day is None or (day <= bound if most else _kept(row, first, day)):
        return None
    values = {
        "days": row["days"],
        "working": is_working(row),
        "day": last,
        "bound": bound,
        "text": row["text"],
    }
    return BidWarning(row["name"], BidStage(row["stage"]), row["article"], values)


def _kept(row: Mapping[str, Any], first: date, last: date) -> bool:
    begin = first - _DAY if row["count"] == "inclusive" else first
    passed = working_days_between(begin, last) if is_working(row) else (last - begin).days
    return bool(passed >= row["days"])


def _day(dates: BidDates, name: str) -> date | None:
    found: date | None = getattr(dates, name)
    return dates.sale_from if found is None and name == "issued_on" else found


def _opens_early(dates: BidDates) -> bool:
    if dates.opening_on is None or dates.submission_on is None:
        return False
    if dates.opening_on != dates.submission_on:
        return dates.opening_on < dates.submission_on
    both = dates.opening_time, dates.submission_time
    return both[0] is not None and both[1] is not None and both[0] < both[1]


def _opening(dates: BidDates, law: BidLaw, method: BidMethod, bidders: int | None) -> Iterator[BidWarning]:
    for row in rows(FILE, "condition"):
        fits = law in row["laws"] and method in row["methods"] and holds(row, dates.opening_on or _NOW)
        values = _opening_values(row, dates, bidders) if fits else None
        if values:
            text = {"text": row["text"]}
            yield BidWarning(row["name"], BidStage.OPENING, row["article"], values | text)


def _opening_values(row: Mapping[str, Any], dates: BidDates, bidders: int | None) -> dict[str, object] | None:
    if row["name"] == "least_bidders":
        least = int(row["value"])
        return {"bidders": bidders, "least": least} if bidders is not None and bidders < least else None
    if dates.opening_on is None or dates.submission_on is None or _opens_together(dates):
        return None
    return {"day": dates.opening_on, "bound": dates.submission_on}


def _opens_together(dates: BidDates) -> bool:
    times = {moment for moment in (dates.opening_time, dates.submission_time) if moment is not None}
    return dates.opening_on == dates.submission_on and len(times) < 2


def _limits(
    codes: tuple[str, ...], law: BidLaw, kind: BidKind | None, base: Decimal | None, day: date
) -> Iterator[tuple[Decimal, Mapping[str, Any]]]:
    for row in rows(FILE, "cap"):
        fits = row["name"] in codes and law in row["laws"] and holds(row, day)
        if not fits or ("kinds" in row and kind not in row["kinds"]):
            continue
        if "amount" in row:
            yield Decimal(row["amount"]), row
        elif base is not None:
            yield round_fen(base * Decimal(row["share"])), row


def _deposit_caps(
    law: BidLaw, kind: BidKind | None, deposit: Decimal | None, estimate: Decimal | None, day: date
) -> Iterator[BidWarning]:
    return _over(deposit, _limits(("deposit_share", "deposit_cap"), law, kind, estimate, day))


def _bond_caps(
    law: BidLaw, bond: Decimal | None, contract_amount: Decimal | None, day: date
) -> Iterator[BidWarning]:
    return _over(bond, _limits(("bond_share",), law, None, contract_amount, day))


def _over(
    amount: Decimal | None, limits: Iterator[tuple[Decimal, Mapping[str, Any]]]
) -> Iterator[BidWarning]:
    for most, row in limits:
        if amount is not None and amount > most:
            values = {"amount": amount, "most": most, "text": row["text"]}
            yield BidWarning(row["name"], BidStage(row["stage"]), row["article"], values)
