"""Dates of bids in the weeks to come, and all dates of bids and certificates as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, or_, select

from models.bid import Bid, BidDate
from models.bid_terms import BidResult, BidStage
from models.certificate_case import CaseState, CaseStep, CertificateCase
from services import due_dates, durable
from services.bid_register import ALIVE
from services.bid_words import STAGES
from services.calendars import business_day
from services.database import Session
from services.due_model import DueDate, DueKind, DueState
from services.errors import Refused
from services.exchange.calendar_file import Event, calendar_file
from services.permissions import Actor, Permission, requires

_HOST = "opsdesk.local"
_PAST, _NEAR, _ENDS = timedelta(days=400), timedelta(days=550), timedelta(days=3660)
_TITLES = {  # the words of a date, and how many days before it is reminded of
    DueKind.EXPIRY: ("证照到期", 30),
    DueKind.APPLY_BY: ("最晚申请换证", 7),
    DueKind.RENEWAL_START: ("可以开始换证", 0),
    DueKind.RENEWAL_STEP: ("换证步骤", 7),
    DueKind.DUTY: ("年度义务", 7),
    DueKind.LOAN_BACK: ("证照归还", 1),
}
_URGENT = frozenset({BidStage.REGISTRATION, BidStage.DEPOSIT, BidStage.SUBMISSION, BidStage.OPENING})


@dataclass(frozen=True, slots=True)
class BidDay:
    """One date of a bid in the calendar."""

    bid_id: int
    number: str
    name: str
    stage: BidStage
    day: date
    at_time: str
    place: str
    done: bool
    result: BidResult


@requires(Permission.BID_SEE)
def days(session: Session, actor: Actor, *, first: date, last: date) -> list[BidDay]:  # noqa: ARG001 - the permission needs it
    """Every date of a bid from `first` to `last` that still says something, by day and time.

    Of bids that ended without success only the deposit's way home is left.
    """
    found = session.execute(
        select(
            Bid.id, Bid.number, Bid.name, BidDate.stage, BidDate.on_day, BidDate.at_time, BidDate.place,
            BidDate.done_on.is_not(None), Bid.result,
        )
        .join(Bid, Bid.id == BidDate.bid_id)
        .where(BidDate.on_day.between(first, last), _lives())
        .order_by(BidDate.on_day, BidDate.at_time, BidDate.bid_id, BidDate.id)
    )  # fmt: skip
    return [BidDay(*row) for row in found]


@requires(Permission.BID_SEE)
def events(session: Session, actor: Actor, *, today: date) -> list[Event]:
    """All dates of bids, and where the actor sees them those of certificates: ends, renewals, duties, cases, loans."""
    found = list(_of_bids(session))
    if actor.can(Permission.CERTIFICATE_SEE):
        found += [*_of_certificates(session, actor, today), *_of_cases(session)]
    return found


@requires(Permission.BID_SEE)
def write(session: Session, actor: Actor, target: Path, *, name: str, stamp: datetime) -> int:
    """Write the calendar file; how many dates are in it.

    Raises Refused "calendar.empty", "export.cannot_write" (path).
    """
    found = events(session, actor, today=business_day(stamp))
    content = calendar_file(found, name=name, stamp=stamp)
    try:
        with durable.written(target) as part:
            part.write_bytes(content)
    except OSError as error:
        raise Refused("export.cannot_write", path=str(target)) from error
    return len(found)


def _lives() -> ColumnElement[bool]:
    return or_(Bid.result.in_(ALIVE), BidDate.stage == BidStage.DEPOSIT_BACK)


def _of_bids(session: Session) -> Iterator[Event]:
    columns = (
        BidDate.stage,
        BidDate.on_day,
        BidDate.at_time,
        BidDate.from_on,
        BidDate.place,
        BidDate.done_on,
    )
    rows = session.execute(
        select(Bid.id, Bid.number, Bid.name, Bid.tenderer, *columns)
        .join(BidDate, BidDate.bid_id == Bid.id)
        .where(_lives())
    )
    for bid_id, number, name, tenderer, stage, day, at_time, from_on, place, done_on in rows:
        yield Event(
            uid=f"bid-{bid_id}-{stage}@{_HOST}",
            day=day,
            title=f"{STAGES[stage]}：{name}",
            at_time=at_time,
            from_on=from_on,
            place=place,
            text=f"{number}\n{tenderer}",
            remind_days=1 if stage in _URGENT and done_on is None else 0,
        )


def _of_certificates(session: Session, actor: Actor, today: date) -> Iterator[Event]:
    """The last days of ten years, and of the coming eighteen months what is to be done until then."""
    found = due_dates.due(
        session, actor, first=today - _PAST, last=today + _ENDS, today=today, kinds={DueKind.EXPIRY}
    )
    nearer = frozenset(_TITLES) - {DueKind.EXPIRY}
    found += due_dates.due(session, actor, first=today - _PAST, last=today + _NEAR, today=today, kinds=nearer)
    for one in found:
        if one.state is DueState.HANDLED:
            continue
        title, days = _TITLES[one.kind]
        about = f"（{_about(one)}）" if one.what else ""
        code = "end" if one.kind is DueKind.EXPIRY else f"{one.code.replace(':', '-')}-{one.on_day:%Y%m%d}"
        yield Event(
            uid=f"{one.record_kind.replace('_', '-')}-{one.record_id}-{code}@{_HOST}",
            day=one.on_day,
            title=f"{title}：{one.title}{about}",
            text="\n".join(filter(None, (one.owner, one.number))),
            remind_days=days,
        )


def _about(one: DueDate) -> str:
    """The name of the duty or step, with the hours of training that are there."""
    if one.hours is None:
        return one.what
    have, need = (f"{hours.normalize():f}" for hours in one.hours)
    return f"{one.what} {have}/{need}学时"


def _of_cases(session: Session) -> Iterator[Event]:
    steps = (
        select(CertificateCase.id, CertificateCase.number, CertificateCase.title, CaseStep)
        .join(CaseStep, CaseStep.case_id == CertificateCase.id)
        .where(
            CertificateCase.state == CaseState.OPEN, CaseStep.due_on.is_not(None), CaseStep.done_on.is_(None)
        )
    )
    for case_id, number, title, step in session.execute(steps):
        assert step.due_on, "asked for those that are due"
        uid = f"case-{case_id}-{step.position}@{_HOST}"
        yield Event(uid, step.due_on, f"{title}：{step.name}", text=number, remind_days=1)
    cases = select(CertificateCase).where(
        CertificateCase.state == CaseState.OPEN, CertificateCase.due_on.is_not(None)
    )
    for one in session.scalars(cases):
        assert one.due_on, "asked for those that are due"
        yield Event(
            f"case-{one.id}-due@{_HOST}", one.due_on, f"办理截止：{one.title}", text=one.number, remind_days=7
        )
