"""The win rate 中标率: won ÷ (won + lost + rejected); beside it won ÷ taken part, as departments report it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import overload

from sqlalchemy import ColumnElement, Text, case, cast, func, select, type_coerce

from models.bid import Bid, BidDate
from models.bid_terms import BidResult, BidStage
from models.people import Department, Employee
from services.bid_register import OPENING, REGISTER, SUBMISSION
from services.database import Session
from services.errors import Refused
from services.permissions import open_to_all
from services.provinces import spelt
from services.registers import Column, ColumnKind, Filter, Operator, Register

_FOUR = Decimal("0.0001")
_HUNDRED = Decimal(100)


class WinBy(StrEnum):
    """按月份, 按地区, 按负责人, 按类别."""

    PERIOD = "period"
    REGION = "region"
    OWNER = "owner"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class WinRate:
    """How many bids ended how. `rate` = won ÷ (won + lost + rejected): 流标, 弃标 and 待定 do not count.

    `taken_part` are those that were handed in: won, lost, rejected; of a tender that failed or is still pending when
    the submission is done; those given up were not. Both rates are shares (0.5 = 50 %) to four places, None when there is nothing to divide by.
    `key` tells the group apart, `name` is what a person calls it.
    """

    won: int = 0
    lost: int = 0
    rejected: int = 0
    pending: int = 0
    given_up: int = 0
    failed: int = 0
    taken_part: int = 0
    key: str = field(default="", compare=False)
    name: str = field(default="", compare=False)

    @property
    def decided(self) -> int:
        """Those the rate counts."""
        return self.won + self.lost + self.rejected

    @property
    def total(self) -> int:
        """All of them."""
        return self.decided + self.failed + self.pending + self.given_up

    @property
    def rate(self) -> Decimal | None:
        """Won ÷ (won + lost + rejected)."""
        return _share(self.won, self.decided)

    @property
    def rate_of_taken_part(self) -> Decimal | None:
        """Won ÷ taken part."""
        return _share(self.won, self.taken_part)


def _share(part: int, whole: int) -> Decimal | None:
    return (Decimal(part) / whole).quantize(_FOUR) if whole else None


def percent(share: Decimal | None) -> Decimal | None:
    """A share in percent, with two decimals."""
    return None if share is None else (share * _HUNDRED).quantize(Decimal("0.01"))


@overload
def win_rate(session: Session, *, start: date, end: date, by: None = None) -> WinRate: ...
@overload
def win_rate(session: Session, *, start: date, end: date, by: str) -> dict[str, WinRate]: ...
@open_to_all("counts bids, names nobody who is not in the office; who may see the page is asked there")
def win_rate(
    session: Session, *, start: date, end: date, by: str | None = None
) -> WinRate | dict[str, WinRate]:
    """How many of the bids from `start` to `end` were won, all together or by "period", "region", "owner" or "kind".

    A bid counts on the day its result was known; while it is pending, on the day it is handed in (else opened). By
    period the keys are months ("2026-11"), by region provinces, by owner the ids of employees, by kind the values of
    BidKind; "" for none. The largest comes first, months in their order. Raises Refused "bid.unknown_grouping" (by).
    """
    if by is not None and by not in set(WinBy):
        raise Refused("bid.unknown_grouping", by=by)
    key = _key(WinBy(by)) if by else func.substr(Bid.name, 1, 0)
    day = _counted_on()
    found = session.execute(
        select(key.label("key"), Bid.result, func.count(), func.count(_handed_in_on()))
        .select_from(Bid)
        .outerjoin(SUBMISSION, _of(SUBMISSION, BidStage.SUBMISSION))
        .outerjoin(OPENING, _of(OPENING, BidStage.OPENING))
        .where(day.between(start, end))
        .group_by("key", Bid.result)
    )
    counts: dict[str, WinRate] = {}
    for group, result, number, taken in found:
        known = counts.get(group or "", WinRate(key=group or "", name=group or ""))
        counts[known.key] = replace(known, **{result.value: number, "taken_part": known.taken_part + taken})
    if by is None:
        return counts.get("", WinRate())
    if by == WinBy.PERIOD:
        return dict(sorted(counts.items()))
    if by == WinBy.OWNER:
        counts = _named(session, counts)
    return dict(sorted(counts.items(), key=lambda one: (-one[1].total, one[1].name, one[0])))


def _named(session: Session, counts: dict[str, WinRate]) -> dict[str, WinRate]:
    """The owners by name; two of the same name are told apart by department and number."""
    rows = session.execute(
        select(Employee.id, Employee.name, Employee.number, Department.name)
        .join(Department, Department.id == Employee.department_id)
        .where(Employee.id.in_([int(key) for key in counts if key]))
    )
    people = {str(number): tuple(rest) for number, *rest in rows}
    often = Counter(name for name, *_rest in people.values())
    found = {}
    for key, one in counts.items():
        name, number, department = people.get(key, ("", "", ""))
        found[key] = replace(one, name=f"{name}（{department} {number}）" if often[name] > 1 else name)
    return found


def _of(dates: type[BidDate], stage: BidStage) -> ColumnElement[bool]:
    return (dates.bid_id == Bid.id) & (dates.stage == stage)


def _counted_on() -> ColumnElement[date]:
    return func.coalesce(Bid.result_on, SUBMISSION.on_day, OPENING.on_day)


def _handed_in_on() -> ColumnElement[date]:
    """When it was handed in; a result like these says that it was."""
    decided = Bid.result.in_((BidResult.WON, BidResult.LOST, BidResult.REJECTED))
    return case(
        (decided, func.coalesce(SUBMISSION.done_on, _counted_on())),
        (Bid.result != BidResult.GIVEN_UP, SUBMISSION.done_on),
    )


def _key(by: WinBy) -> ColumnElement[str]:
    match by:
        case WinBy.REGION:
            return spelt(Bid.province)
        case WinBy.OWNER:
            return func.coalesce(cast(Bid.owner_id, Text()), "")
        case WinBy.KIND:
            return type_coerce(Bid.kind, Text())
        case _:
            return func.substr(_counted_on(), 1, 7)


# the register of bids with the day each counts on: the list behind every figure
LIST: Register = replace(
    REGISTER,
    chips=(),
    default_chip="",
    columns=(
        *REGISTER.columns,
        Column("counted_on", "Counts on", ColumnKind.DAY, _counted_on(), width=96),
        Column("handed_in_on", "Handed in on", ColumnKind.DAY, _handed_in_on(), width=96),
        Column("owner_id", "Responsible", ColumnKind.NUMBER, Bid.owner_id, width=60, shown=False),
    ),
)


def behind(
    by: WinBy,
    key: str | None,
    results: tuple[BidResult, ...],
    start: date,
    end: date,
    *,
    taken_part: bool = False,
) -> tuple[Filter, ...]:
    """The filters of LIST that give exactly the bids of a figure; `key` None: of all groups, `taken_part`: those handed in."""
    first, last = start, end
    found: list[Filter] = []
    if key is not None and by is WinBy.PERIOD:
        year, month = (int(part) for part in key.split("-"))
        first = max(date(year, month, 1), start)
        last = min(date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1), end)
    elif key is not None:
        column = {WinBy.REGION: "province", WinBy.OWNER: "owner_id", WinBy.KIND: "kind"}[by]
        value = int(key) if key and by is WinBy.OWNER else key
        found.append(Filter(column, Operator.IS, value) if key else Filter(column, Operator.EMPTY))
    found.append(Filter("counted_on", Operator.BETWEEN, (first, last)))
    if results:
        found.append(Filter("result", Operator.IN, tuple(results)))
    if taken_part:
        found.append(Filter("handed_in_on", Operator.NOT_EMPTY))
    return tuple(found)
