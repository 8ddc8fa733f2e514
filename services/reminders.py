"""Reminders 到期提醒: what is due and nobody has handled, told at every start; handled, put off with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from models.bid import Bid
from models.bid_terms import BidStage
from models.certificate_case import CaseStep, CertificateCase
from models.reminder import Reminder
from services import audit, bid_stages, case_acts, case_starts, certificate_cases, due_dates
from services.case_starts import CaseStart
from services.database import Session
from services.due_dates import UNTIL_CLOSED
from services.due_model import DueDate, DueKind, DueState
from services.errors import Refused
from services.permissions import Actor, Permission, check, open_to_all
from services.records import tidy
from services.terms import CaseKind

LOOK_BACK = timedelta(days=3660)  # what was never handled is told for ten years
LOOK_AHEAD = timedelta(days=366)
PAST_PUT_OFF = timedelta(days=30)  # what is due or over comes back after that at the latest
WAITING = (DueState.OVERDUE, DueState.DUE)
EDITS = {
    "certificate": Permission.CERTIFICATE_EDIT,
    "certificate_kind": Permission.CERTIFICATE_EDIT,
    "certificate_case": Permission.CERTIFICATE_EDIT,
    "certificate_loan": Permission.CERTIFICATE_EDIT,
    "bid": Permission.BID_EDIT,
    "bid_deposit": Permission.BID_EDIT,
    "fixed_asset": Permission.ASSET_EDIT,
}
_PARTS = "every part is found only for those who may see it"
_EDITS = "the kind of record names who may, checked first thing"


@dataclass(frozen=True, slots=True)
class ReminderHeadline:
    """What waits: overdue, due within seven days, within thirty days, reminded of earlier than that; starts do not."""

    overdue: int
    week: int
    month: int
    later: int

    @property
    def urgent(self) -> int:
        return self.overdue + self.week

    @property
    def whole(self) -> int:
        return self.urgent + self.month + self.later


@open_to_all(_PARTS)
def board(session: Session, actor: Actor, *, today: date) -> list[DueDate]:
    """Every date that is reminded of, was put off, or lies within the next 90 days; handled ones are left out.

    Computed from the records each time: what fell due while the computer was off is here all the same.
    """
    found = due_dates.due(session, actor, first=today - LOOK_BACK, last=today + LOOK_AHEAD, today=today)
    near = today + timedelta(days=90)
    return [
        one
        for one in found
        if one.state in (*WAITING, DueState.SNOOZED) or (one.state == DueState.LATER and one.on_day <= near)
    ]


@open_to_all(_PARTS)
def waiting(session: Session, actor: Actor, *, today: date) -> list[DueDate]:
    """What is reminded of today: overdue, or one of its levels reached, neither handled nor put off."""
    return [one for one in board(session, actor, today=today) if one.state in WAITING]


@open_to_all(_PARTS)
def headline(session: Session, actor: Actor, *, today: date) -> ReminderHeadline:
    """How much waits, by how soon."""
    left = [one.days_left for one in waiting(session, actor, today=today) if presses(one)]
    overdue = sum(days < 0 for days in left)
    week, month = (sum(low <= days <= high for days in left) for low, high in ((0, 7), (8, 30)))
    return ReminderHeadline(overdue, week, month, len(left) - overdue - week - month)


@open_to_all(_PARTS)
def waiting_count(session: Session, actor: Actor, *, today: date) -> int:
    """Everything that waits, as the line of the page counts it: the number on the tab. What may begin presses nobody."""
    return headline(session, actor, today=today).whole


def presses(one: DueDate) -> bool:
    """Whether it waits to be handled: reminded of, and not merely a day from which a renewal may begin."""
    return one.state in WAITING and not one.is_start


def put_off_to(one: DueDate, today: date) -> date:
    """The last day to put a date off to: its own, and thirty days on once it has come."""
    return one.on_day if one.on_day > today else today + PAST_PUT_OFF


@open_to_all(_EDITS)
def snooze(session: Session, actor: Actor, one: DueDate, *, until: date, reason: str, today: date) -> None:
    """Put a reminder off until a day, with a reason.

    Raises Refused "permission.denied", "approval.reason_missing" (reason), "reminder.until" (until) unless it is later
    than today, "reminder.until_late" (until, with the last day) when it would come too late, "reminder.gone" when the
    date is not due any more.
    """
    check(actor, EDITS[one.record_kind])
    why = tidy(reason, "reason")
    if not why:
        raise Refused("approval.reason_missing", "reason")
    if until <= today:
        raise Refused("reminder.until", "until")
    if until > put_off_to(one, today):
        raise Refused("reminder.until_late", "until", day=put_off_to(one, today))
    _still_due(session, actor, one, today)
    item = _item(session, actor, one)
    item.snoozed_until, item.reason = until, why
    audit.record(session, actor, "snooze", item)
    session.flush()


@open_to_all(_EDITS)
def handle(session: Session, actor: Actor, one: DueDate, *, day: date, note: str = "", today: date) -> None:
    """Write down that a date was seen to: nobody is reminded of it again.

    A yearly duty is written as a case that is done, so that the certificate knows it, too; a step of a case is ticked,
    a stage of a bid is done.
    Raises Refused "permission.denied", "case.future" (day), "reminder.gone" when the date is not due any more,
    "reminder.open" (number) for a loan, a case, a lent asset, a deposit: what is out comes back, what is open is
    finished there; what a stage of a bid refuses.
    """
    check(actor, EDITS[one.record_kind])
    if one.kind in UNTIL_CLOSED:
        raise Refused("reminder.open", number=one.number or one.title)
    if day > today:
        raise Refused("case.future", "day")
    _still_due(session, actor, one, today)
    why = tidy(note, "note")
    if one.kind == DueKind.DUTY:
        _write_duty(session, actor, one, day, why, today)
    if one.kind == DueKind.CASE_STEP:
        _tick(session, actor, one, day, today)
    if one.kind == DueKind.BID_STAGE:
        _mark_stage(session, actor, one, day)
    item = _item(session, actor, one)
    item.handled_on, item.snoozed_until, item.reason = day, None, why
    audit.record(session, actor, "handle", item)
    session.flush()


@open_to_all(_EDITS)
def wake(session: Session, actor: Actor, one: DueDate) -> None:
    """Be reminded again of what was put off. Raises Refused "permission.denied", "reminder.gone"."""
    check(actor, EDITS[one.record_kind])
    item = _found(session, one)
    if item is None or item.snoozed_until is None:
        raise Refused("reminder.gone")
    item.snoozed_until, item.reason = None, ""
    audit.record(session, actor, "wake", item)
    session.flush()


@open_to_all(_PARTS)
def case_of(one: DueDate) -> CaseStart | None:
    """The case that a date leads to, None where there is none to make."""
    if one.kind in (DueKind.EXPIRY, DueKind.APPLY_BY, DueKind.RENEWAL_START, DueKind.RENEWAL_STEP):
        return CaseStart(CaseKind.RENEWAL, certificate_id=one.record_id)
    if one.kind == DueKind.DUTY:
        return _start(one)
    return None


def _start(one: DueDate) -> CaseStart:
    code = one.code.partition(":")[2]
    return CaseStart(CaseKind.DUTY, certificate_id=one.record_id, duty_code=code, due_on=one.on_day)


def _still_due(session: Session, actor: Actor, one: DueDate, today: date) -> None:
    """Refuse what somebody else has settled meanwhile."""
    found = due_dates.due(
        session, actor, first=one.on_day, last=one.on_day, today=today, kinds=frozenset({one.kind})
    )
    if not any(other.key == one.key and other.state != DueState.HANDLED for other in found):
        raise Refused("reminder.gone")


def _found(session: Session, one: DueDate) -> Reminder | None:
    return session.scalar(
        select(Reminder).where(
            Reminder.record_kind == one.record_kind,
            Reminder.record_id == one.record_id,
            Reminder.code == one.code,
            Reminder.due_on == one.on_day,
        )
    )


def _item(session: Session, actor: Actor, one: DueDate) -> Reminder:
    item = _found(session, one)
    if item is None:
        item = Reminder(
            record_kind=one.record_kind, record_id=one.record_id, code=one.code, due_on=one.on_day
        )
        session.add(item)
    item.made_by_name = actor.name
    return item


def _write_duty(session: Session, actor: Actor, one: DueDate, day: date, note: str, today: date) -> None:
    draft = case_starts.begin(session, actor, _start(one), today=today)
    case_id = certificate_cases.save(session, actor, draft, today=today)
    case = certificate_cases.loaded(session, case_id)
    for step in case.steps:
        step.done_on = day
    command = f"reminder.duty:{case_id}"
    case_acts.finish(
        session, actor, case_id, case.version, day=day, result=note, command_id=command, today=today
    )


def _tick(session: Session, actor: Actor, one: DueDate, day: date, today: date) -> None:
    step_id = int(one.code.partition(":")[2])
    step = session.get(CaseStep, step_id)
    case = session.get(CertificateCase, step.case_id) if step is not None else None
    if case is None:
        raise Refused("reminder.gone")
    case_acts.tick(session, actor, case.id, case.version, step_id, done_on=day, today=today)


def _mark_stage(session: Session, actor: Actor, one: DueDate, day: date) -> None:
    bid, stage = session.get(Bid, one.record_id), BidStage(one.code.partition(":")[2])
    if bid is None:
        raise Refused("reminder.gone")
    command = f"reminder.stage:{bid.id}:{stage}:{bid.version}"
    bid_stages.mark_done(session, actor, bid.id, bid.version, stage, day=day, command_id=command)
