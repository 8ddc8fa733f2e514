"""The promise to pay within so many working days: how it was kept month by month, and where the time went."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from sqlalchemy import ColumnElement, and_, func, select, update

from models.expense_claim import ClaimState, ExpenseClaim
from services.calendars import working_days_between
from services.claim_papers import REGISTER
from services.database import Session
from services.money import percent_of
from services.permissions import Actor, Permission, open_to_all, requires
from services.registers import Filter, Operator, Register

OPEN = (ClaimState.SUBMITTED, ClaimState.TO_PAY)
COUNTED = (*OPEN, ClaimState.PAID)

LIST = replace(REGISTER, chips=(), default_chip="")  # the claims' register without its ready-made lists

type Figure = Literal["due", "kept", "late", "overdue", "open"]


@dataclass(frozen=True, slots=True)
class PromisedMonth:
    """The papers promised for the days of a month: due = kept + late + overdue + open.

    `rate` is kept in percent of what is decided (kept, late, overdue), `median` the working days from the
    submission to the payment of what was paid; None where there is none.
    """

    month: date
    due: int
    kept: int
    late: int
    overdue: int
    open: int
    rate: Decimal | None
    median: Decimal | None


@requires(Permission.CLAIM_SEE)
def by_month(session: Session, actor: Actor, *, today: date, months: int = 12) -> list[PromisedMonth]:  # noqa: ARG001 - the permission needs it
    """The last `months` months up to this one, the oldest first.

    A paper belongs to the month of the day it was promised for. What was returned or withdrawn has no promise until
    it is handed in again, what was voided is left out.
    """
    wanted = [_months_before(today, back) for back in reversed(range(months))]
    groups: dict[date, list[_Group]] = defaultdict(list)
    for group in _groups(session, wanted[0], month_end(today)):
        groups[group.pay_by.replace(day=1)].append(group)
    return [_month(month, groups[month], today) for month in wanted]


def behind(month: date, figure: Figure, today: date) -> tuple[Filter, ...]:
    """The filters of the claims' register that show exactly the papers of one figure of a month."""
    last = month_end(month)
    yesterday = today - timedelta(days=1)
    first = month
    match figure:
        case "kept":
            rest: tuple[Filter, ...] = (_state(ClaimState.PAID), Filter("late_days", Operator.AT_MOST, 0))
        case "late":
            rest = (_state(ClaimState.PAID), Filter("late_days", Operator.AT_LEAST, 1))
        case "overdue":
            rest, last = (_state(*OPEN),), min(last, yesterday)
        case "open":
            rest, first = (_state(*OPEN),), max(month, today)
        case _:
            rest = (_state(*COUNTED),)
    return (Filter("pay_by", Operator.BETWEEN, (first, last)), *rest)


def papers(clause: ColumnElement[bool]) -> Register:
    """The claims' register with nothing but the papers of `clause`."""
    return replace(LIST, scope=lambda _context: clause)


def promised_in(month: date) -> ColumnElement[bool]:
    """The papers promised for a day of the month."""
    days = ExpenseClaim.pay_by.between(month, month_end(month))
    return and_(days, ExpenseClaim.state.in_(COUNTED))


@open_to_all("a step of the upgrade, before anybody is there")
def fill_late_days(session: Session) -> None:
    """Papers paid before the house counted: by how many working days their promise was missed."""
    paid = (
        ExpenseClaim.late_days.is_(None),
        ExpenseClaim.paid_on.is_not(None),
        ExpenseClaim.pay_by.is_not(None),
    )
    change = update(ExpenseClaim).execution_options(synchronize_session=False)
    session.execute(change.where(*paid, ExpenseClaim.paid_on <= ExpenseClaim.pay_by).values(late_days=0))
    days = select(ExpenseClaim.pay_by, ExpenseClaim.paid_on).where(*paid).distinct()
    for pay_by, paid_on in session.execute(days).all():
        same = (
            ExpenseClaim.pay_by == pay_by,
            ExpenseClaim.paid_on == paid_on,
            ExpenseClaim.late_days.is_(None),
        )
        session.execute(change.where(*same).values(late_days=_days(pay_by, paid_on)))


def median(weights: Iterable[tuple[int, int]]) -> Decimal | None:
    """The middle of (value, how often), half way between two middles; None of nothing."""
    ordered = sorted(weights)
    count = sum(often for _, often in ordered)
    if not count:
        return None
    middles = {(count - 1) // 2, count // 2}
    found, seen = [], 0
    for value, often in ordered:
        found += [value] * sum(seen <= place < seen + often for place in middles)
        seen += often
    return Decimal(sum(found)) / len(found)


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


@dataclass(frozen=True, slots=True)
class _Group:
    """Papers that are alike in everything that counts."""

    pay_by: date
    state: ClaimState
    late: int
    submitted_on: date | None
    paid_on: date | None
    count: int


def _groups(session: Session, first: date, last: date) -> list[_Group]:
    columns = (
        ExpenseClaim.pay_by,
        ExpenseClaim.state,
        func.coalesce(ExpenseClaim.late_days, 0),
        ExpenseClaim.submitted_on,
        ExpenseClaim.paid_on,
    )
    which = (ExpenseClaim.pay_by.between(first, last), ExpenseClaim.state.in_(COUNTED))
    rows = session.execute(select(*columns, func.count()).where(*which).group_by(*columns))
    return [_Group(row[0], *row[1:]) for row in rows if row[0] is not None]


def _month(month: date, groups: list[_Group], today: date) -> PromisedMonth:
    paid = [group for group in groups if group.state == ClaimState.PAID]
    kept = sum(group.count for group in paid if not group.late)
    late = sum(group.count for group in paid if group.late)
    waiting = [group for group in groups if group.state != ClaimState.PAID]
    overdue = sum(group.count for group in waiting if group.pay_by < today)
    taken = (
        (_days(group.submitted_on, group.paid_on), group.count)
        for group in paid
        if group.submitted_on and group.paid_on
    )
    return PromisedMonth(
        month=month,
        due=sum(group.count for group in groups),
        kept=kept,
        late=late,
        overdue=overdue,
        open=sum(group.count for group in waiting) - overdue,
        rate=percent_of(kept, kept + late + overdue),
        median=median(taken),
    )


@lru_cache(maxsize=10_000)
def _days(first: date, last: date) -> int:
    return max(working_days_between(first, last), 0)


def _state(*states: ClaimState) -> Filter:
    return (
        Filter("state", Operator.IS, states[0]) if len(states) == 1 else Filter("state", Operator.IN, states)
    )


def _months_before(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)
