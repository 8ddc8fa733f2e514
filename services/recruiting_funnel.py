"""The funnel of recruiting 招聘漏斗: of those who applied in a time, how many came how far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import ColumnElement, case, func, or_, select

from models.recruiting import Candidate, CandidateStage, RecruitingEvent
from services.candidates import ORDER, REGISTER
from services.database import Session
from services.money import percent_of
from services.months import last_day
from services.permissions import Actor, Permission, requires
from services.register_model import Filter, Operator, Register


class FunnelBy(StrEnum):
    """按来源, 按活动, 按岗位, 按月."""

    SOURCE = "source"
    EVENT = "event"
    POST = "post"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """How many came how far, in the order applied, screened, interview, offer, hired; `cost` of an event in yuan."""

    key: str
    counts: tuple[int, int, int, int, int]
    cost: Decimal = Decimal(0)

    @property
    def rate(self) -> Decimal | None:
        """Hired of those who applied, in percent."""
        return percent_of(self.counts[4], self.counts[0])

    @property
    def cost_each(self) -> Decimal | None:
        """What one who was hired cost; None when nobody was, or nothing was paid."""
        if not self.counts[4] or not self.cost:
            return None
        return (self.cost / self.counts[4]).quantize(Decimal("0.01"))


def reached(stage: CandidateStage) -> ColumnElement[bool]:
    """Everybody who came at least that far, wherever they are now."""
    hired = Candidate.stage == CandidateStage.HIRED
    match stage:
        case CandidateStage.SCREENED:
            return or_(hired, Candidate.screened_on.is_not(None), *_later("interviewed_on", "offered_on"))
        case CandidateStage.INTERVIEW:
            return or_(hired, Candidate.interviewed_on.is_not(None), *_later("offered_on"))
        case CandidateStage.OFFER:
            return or_(hired, Candidate.offered_on.is_not(None))
        case CandidateStage.HIRED:
            return hired
        case _:
            return Candidate.id.is_not(None)


def _later(*names: str) -> list[ColumnElement[bool]]:
    return [getattr(Candidate, name).is_not(None) for name in names]


def _list(stage: CandidateStage) -> Register:
    return replace(REGISTER, chips=(), default_chip="", scope=lambda _context: reached(stage))


# the register of everybody who came at least that far: the list behind a figure
LISTS: Mapping[CandidateStage, Register] = MappingProxyType({stage: _list(stage) for stage in ORDER})


@requires(Permission.PERSONNEL_SEE)
def funnel(session: Session, actor: Actor, by: FunnelBy, *, first: date, last: date) -> list[FunnelRow]:  # noqa: ARG001 - the permission needs it
    """A row for every source, event, post or month of those who applied from `first` to `last`, the largest first."""
    key = _key(by)
    counts = [func.sum(_counted(stage)) for stage in ORDER]
    found = session.execute(
        select(key.label("key"), *counts)
        .select_from(Candidate)
        .outerjoin(RecruitingEvent, RecruitingEvent.id == Candidate.event_id)
        .where(Candidate.applied_on.between(first, last))
        .group_by(key)
    ).all()
    costs = _costs(session, first, last) if by is FunnelBy.EVENT else {}
    rows = [
        FunnelRow(row[0] or "", (int(row[1]), int(row[2]), int(row[3]), int(row[4]), int(row[5])), costs.get(row[0], Decimal(0)))
        for row in found
    ]  # fmt: skip
    known = {row.key for row in rows}
    rows += [FunnelRow(name, (0, 0, 0, 0, 0), cost) for name, cost in costs.items() if name not in known]
    if by is FunnelBy.MONTH:
        return sorted(rows, key=lambda row: row.key)
    return sorted(rows, key=lambda row: (-row.counts[0], row.key))


def _counted(stage: CandidateStage) -> ColumnElement[int]:
    """One for whoever came that far, else nothing."""
    return case((reached(stage), 1), else_=0)


def _key(by: FunnelBy) -> ColumnElement[str]:
    match by:
        case FunnelBy.SOURCE:
            return Candidate.source.expression
        case FunnelBy.EVENT:
            return func.coalesce(RecruitingEvent.name, "")
        case FunnelBy.POST:
            return Candidate.post.expression
        case _:
            return func.substr(Candidate.applied_on, 1, 7)


def _costs(session: Session, first: date, last: date) -> dict[str, Decimal]:
    found = session.execute(
        select(RecruitingEvent.name, func.sum(RecruitingEvent.cost))
        .where(RecruitingEvent.held_on.between(first, last))
        .group_by(RecruitingEvent.name)
    )
    return {row[0]: row[1] for row in found}


def behind(by: FunnelBy, key: str, first: date, last: date) -> tuple[Filter, ...]:
    """The filters of the register that give exactly the rows of a line of the funnel."""
    within = Filter("applied_on", Operator.BETWEEN, (first, last))
    if by is FunnelBy.MONTH:
        year, month = (int(part) for part in key.split("-"))
        begin = max(date(year, month, 1), first)
        return (Filter("applied_on", Operator.BETWEEN, (begin, min(last_day(date(year, month, 1)), last))),)
    own = Filter(by.value, Operator.IS, key) if key else Filter(by.value, Operator.EMPTY)
    return (within, own)
