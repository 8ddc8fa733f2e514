"""Dates of bids in the weeks to come, and all dates of bids and certificates as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, or_, select

from models.audit import AuditEntry
from models.bid import Bid, BidDate
from models.bid_deposit import BidDeposit
from models.bid_terms import BidResult, BidStage, DepositKind, DepositState
from models.certificate import CertificateKind
from models.certificate_case import CaseState, CaseStep, CertificateCase
from models.certificate_terms import DutyRhythm
from services import due_dates, durable
from services.bid_register import ALIVE
from services.bid_words import DEPOSIT_DAYS, PARTS, STAGES
from services.calendars import business_day
from services.database import Session
from services.due_model import DueDate, DueKind, DueState
from services.errors import Refused
from services.exchange.calendar_file import Event, calendar_file
from services.permissions import Actor, Permission, open_to_all, requires

_HOST = "opsdesk.local"
_SEAL = 12  # signs of it
_TO_PAY = (DepositState.OWED, DepositState.REQUESTED)
_OUT = (DepositState.PAID, DepositState.PARTLY_RETURNED)
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
    """One date of a bid in the calendar; `begins`: what lasts begins on it. `deposit`: whose day it is to pay or come back."""

    bid_id: int
    number: str
    name: str
    stage: BidStage
    day: date
    at_time: str
    place: str
    done: bool
    result: BidResult
    begins: bool = False
    deposit: DepositKind | None = None
    deposit_id: int = 0


@requires(Permission.BID_SEE)
def days(session: Session, actor: Actor, *, first: date, last: date) -> list[BidDay]:  # noqa: ARG001 - the permission needs it
    """Every date of a bid from `first` to `last` that still says something, by day and time: also the first day of what lasts.

    Of bids that ended without success only the deposit's way home is left. Deposits without a stage have days of their own.
    """
    columns = (
        Bid.id, Bid.number, Bid.name, BidDate.stage, BidDate.on_day, BidDate.at_time, BidDate.place,
        BidDate.done_on.is_not(None), Bid.result, BidDate.from_on,
    )  # fmt: skip
    rows = session.execute(
        select(*columns)
        .join(Bid, Bid.id == BidDate.bid_id)
        .where(or_(BidDate.on_day.between(first, last), BidDate.from_on.between(first, last)), _lives())
        .order_by(BidDate.bid_id, BidDate.id)
    )
    found = []
    for *row, from_on in rows:
        one = BidDay(*row)
        if first <= one.day <= last:
            found.append(one)
        if from_on is not None and first <= from_on <= last and from_on < one.day:
            found.append(replace(one, day=from_on, at_time="", begins=True))
    found += [one for one in _own_days(session) if first <= one.day <= last]
    return sorted(found, key=lambda one: (one.day, one.at_time))


@open_to_all("a step of services that have checked")
def _own_days(session: Session) -> Iterator[BidDay]:
    """By when deposits are to be paid and to be back that no stage of their bid tells.

    Bonds, deposits typed by hand, and of a bid with lots those of another day than its stage's.
    """
    live = BidDeposit.state.in_([*_TO_PAY, *_OUT])
    stages = select(BidDate.bid_id, BidDate.stage, BidDate.on_day).where(
        BidDate.stage.in_([BidStage.DEPOSIT, BidStage.DEPOSIT_BACK]),
        BidDate.bid_id.in_(select(BidDeposit.bid_id).where(live)),
    )
    staged = {tuple(row) for row in session.execute(stages)}
    query = select(BidDeposit, Bid).join(Bid, Bid.id == BidDeposit.bid_id).order_by(BidDeposit.id)
    for item, bid in session.execute(query.where(live)):
        pays = item.state in _TO_PAY
        day = item.due_on if pays else item.due_back_on
        stage = BidStage.DEPOSIT if pays else BidStage.DEPOSIT_BACK
        told = item.kind == DepositKind.BID and (bid.id, stage, day) in staged
        if day is not None and not told and (not pays or bid.result in ALIVE):
            yield BidDay(
                bid.id,
                bid.number,
                bid.name,
                stage,
                day,
                "",
                item.payee,
                False,
                bid.result,
                deposit=item.kind,
                deposit_id=item.id,
            )


@requires(Permission.BID_SEE)
def events(session: Session, actor: Actor, *, today: date) -> list[Event]:
    """All dates of bids, and where the actor sees them those of certificates: ends, renewals, duties, cases, loans."""
    found = [*_of_bids(session), *_of_deposits(session)]
    if actor.can(Permission.CERTIFICATE_SEE):
        found += [*_of_certificates(session, actor, today), *_of_cases(session)]
    host = _host(session)
    return [replace(one, uid=f"{one.uid}@{host}") for one in found]


@open_to_all("a step of services that have checked")
def _host(session: Session) -> str:
    """Whose dates these are: the seal of the first act kept here, so that two companies in one telephone stay apart."""
    seal = session.scalar(select(AuditEntry.mac).where(AuditEntry.seq == 1))
    return f"{seal[:_SEAL]}.{_HOST}" if seal else _HOST


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
            uid=f"bid-{bid_id}-{stage}",
            day=day,
            title=f"{STAGES[stage]}：{name}{_until(from_on, day, at_time)}",
            at_time=at_time,
            from_on=from_on,
            place=place,
            text=f"{number}\n{tenderer}",
            remind_days=1 if stage in _URGENT and done_on is None else 0,
        )


def _until(from_on: date | None, day: date, at_time: str) -> str:
    """The time at which what lasts ends: in the calendar it is whole days."""
    return f"（{day:%m-%d} {at_time} 止）" if at_time and from_on and from_on < day else ""


def _of_deposits(session: Session) -> Iterator[Event]:
    for one in _own_days(session):
        assert one.deposit, "they are a deposit's"
        yield Event(
            uid=f"bid-deposit-{one.deposit_id}-{one.stage}",
            day=one.day,
            title=f"{PARTS[one.deposit]}{DEPOSIT_DAYS[one.stage]}：{one.name}",
            text=f"{one.number}\n{one.place}",
            remind_days=1,
        )


def _of_certificates(session: Session, actor: Actor, today: date) -> Iterator[Event]:
    """The last days of ten years, and of the coming eighteen months what is to be done until then."""
    found = due_dates.due(
        session, actor, first=today - _PAST, last=today + _ENDS, today=today, kinds={DueKind.EXPIRY}
    )
    nearer = frozenset(_TITLES) - {DueKind.EXPIRY}
    found += due_dates.due(session, actor, first=today - _PAST, last=today + _NEAR, today=today, kinds=nearer)
    often = _often(session)
    for one in found:
        if one.state is DueState.HANDLED:
            continue
        title, days = _TITLES[one.kind]
        about = f"（{_about(one)}）" if one.what else ""
        yield Event(
            uid=f"{one.record_kind}-{one.record_id}-{_code(one, often)}".replace("_", "-").replace(":", "-"),
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


@open_to_all("a step of services that have checked")
def _often(session: Session) -> set[str]:
    """The codes of duties that fall due more than once a year."""
    kinds = session.scalars(select(CertificateKind.duties))
    rows = (row for duties in kinds for row in duties if row["rhythm"] == DutyRhythm.ANNIVERSARY)
    return {f"duty:{row['code']}" for row in rows if int(row["months"]) % 12}


def _code(one: DueDate, often: set[str]) -> str:
    """Which date of its record it is, whatever its day: of a duty the year (and month when it comes more often)."""
    match one.kind:
        case DueKind.EXPIRY:
            return "end"
        case DueKind.DUTY:
            return f"{one.code}-{one.on_day:%Y-%m}" if one.code in often else f"{one.code}-{one.on_day.year}"
        case _:
            return one.code


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
        uid = f"case-{case_id}-step-{step.id}"
        yield Event(uid, step.due_on, f"{title}：{step.name}", text=number, remind_days=1)
    cases = select(CertificateCase).where(
        CertificateCase.state == CaseState.OPEN, CertificateCase.due_on.is_not(None)
    )
    for one in session.scalars(cases):
        assert one.due_on, "asked for those that are due"
        yield Event(
            f"case-{one.id}-due", one.due_on, f"办理截止：{one.title}", text=one.number, remind_days=7
        )
