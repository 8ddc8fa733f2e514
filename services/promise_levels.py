"""Where the time of a month's papers went: the working days that each level and each holder had them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from sqlalchemy import ColumnElement, and_, func, or_, select

from models.approval import ApprovalDecision, ApprovalStep, Decision, StepState
from models.expense_claim import ClaimState, ExpenseClaim
from services.calendars import business_day, working_days_between
from services.database import Session
from services.permissions import Actor, Permission, requires
from services.promises import median, papers, promised_in
from services.registers import Register

_REACHED = (StepState.APPROVED, StepState.PENDING, StepState.REFERRED)
type _Stay = tuple[int, str, str, int]  # level, label, holder, working days
_LAST = 99  # the cashier comes after every level


@dataclass(frozen=True, slots=True)
class LevelTime:
    """A holder at a level ("" is the payment): how many papers, and the working days they stayed there."""

    label: str
    holder: str
    papers: int
    days: int
    median: Decimal
    longest: int


@requires(Permission.CLAIM_SEE)
def by_level(session: Session, actor: Actor, month: date, *, today: date) -> list[LevelTime]:  # noqa: ARG001 - the permission needs it
    """Every level and holder of the papers promised for `month`, in the order of the levels, the slowest first.

    A stay is counted in working days from the day the paper came to the day it went on, 0 within a day; a paper
    that is still there stays until `today`. Only the round that counts is looked at, the one handed in last.
    """
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    order: dict[tuple[str, str], int] = {}
    for level, label, holder, days in _stays(session, month, today):
        found[label, holder].append(days)
        order[label, holder] = level
    rows = [
        LevelTime(
            label, holder, len(stays), sum(stays), median((one, 1) for one in stays) or Decimal(0), max(stays)
        )
        for (label, holder), stays in found.items()
    ]
    return sorted(rows, key=lambda row: (order[row.label, row.holder], -row.days, row.holder))


def papers_at(month: date, label: str, holder: str) -> Register:
    """The register of the papers that make up one row of `by_level`."""
    if not label:
        who = or_(
            and_(ExpenseClaim.state == ClaimState.PAID, ExpenseClaim.paid_by_name == holder),
            and_(ExpenseClaim.state == ClaimState.TO_PAY, ExpenseClaim.holder_name == holder),
        )
        return papers(and_(promised_in(month), who))
    there = select(ApprovalStep.id).where(
        *_steps_of_the_round(), ApprovalStep.label == label, _holder() == holder
    )
    return papers(and_(promised_in(month), there.correlate(ExpenseClaim).exists()))


def _steps_of_the_round() -> tuple[ColumnElement[bool], ...]:
    return (
        ApprovalStep.paper_kind == ExpenseClaim.kind,
        ApprovalStep.paper_id == ExpenseClaim.id,
        ApprovalStep.round == ExpenseClaim.round,
        ApprovalStep.state.in_(_REACHED),
    )


def _holder() -> ColumnElement[str]:
    """Who decided, or who is asked."""
    return func.coalesce(func.nullif(ApprovalStep.decided_by_name, ""), ApprovalStep.approver_name)


def _stays(session: Session, month: date, today: date) -> Iterator[_Stay]:
    """Every stay of every paper, the payment last."""
    begun = _begun(session, month)
    columns = (ExpenseClaim.id, ApprovalStep.level, ApprovalStep.label, _holder(), ApprovalStep.decided_at)
    steps = select(*columns).join(ApprovalStep, and_(*_steps_of_the_round()))
    rows = session.execute(steps.where(promised_in(month)).order_by(ExpenseClaim.id, ApprovalStep.level))
    ready: dict[int, date] = {}
    for paper, stays in groupby(rows, itemgetter(0)):
        at = begun.get(paper)
        if at is not None:
            ready[paper] = yield from _levels(list(stays), business_day(at), today)
    yield from _payments(session, month, ready, today)


def _levels(rows: Sequence[Sequence[object]], came: date, today: date) -> Generator[_Stay, None, date]:
    """The stays at the levels of one paper; returns the day it left the last one."""
    for _paper, level, label, holder, decided_at in rows:
        went = business_day(decided_at) if isinstance(decided_at, datetime) else today
        yield int(str(level)), str(label), str(holder), _days(came, went)
        came = went
    return came


def _payments(session: Session, month: date, ready: dict[int, date], today: date) -> Iterator[_Stay]:
    columns = (
        ExpenseClaim.id,
        ExpenseClaim.state,
        ExpenseClaim.paid_on,
        ExpenseClaim.paid_by_name,
        ExpenseClaim.holder_name,
    )
    which = ExpenseClaim.state.in_([ClaimState.PAID, ClaimState.TO_PAY])
    for paper, state, paid_on, payer, holder in session.execute(
        select(*columns).where(promised_in(month), which)
    ):
        if paper in ready:
            paid = state == ClaimState.PAID
            until = paid_on if paid and paid_on else today
            yield _LAST, "", payer if paid else holder, _days(ready[paper], until)


def _begun(session: Session, month: date) -> dict[int, datetime]:
    """When each paper was handed in, in the round that counts."""
    same = and_(
        ApprovalDecision.paper_kind == ExpenseClaim.kind,
        ApprovalDecision.paper_id == ExpenseClaim.id,
        ApprovalDecision.round == ExpenseClaim.round,
        ApprovalDecision.decision == Decision.SUBMIT,
    )
    found = select(ExpenseClaim.id, ApprovalDecision.at).join(ApprovalDecision, same)
    return {row[0]: row[1] for row in session.execute(found.where(promised_in(month)))}


@lru_cache(maxsize=10_000)
def _days(first: date, last: date) -> int:
    return max(working_days_between(first, last), 0)
