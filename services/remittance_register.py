"""What is shown of a remittance: its people, items, differences from last month, what is due, what is still owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from models.insurance import Enrolment
from models.insurance_terms import Fund
from models.remittance import Remittance, RemittanceKind, RemittanceState
from services import audit, insured, records, remittance_lines, remittance_owed, remittances
from services.audit import HistoryRow
from services.database import Session
from services.insured import GapKind
from services.months import month_of, next_month, previous_month
from services.permissions import Actor, Permission, requires
from services.remittance_changes import Changed, changes
from services.remittance_deadlines import deadline
from services.remittance_lines import ItemSum, Line, Person, items_of, people_of

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class PersonGap:
    """Somebody insured without an amount, and why."""

    name: str
    kind: GapKind


@dataclass(frozen=True, slots=True)
class RemittanceDetail:
    """A remittance whole (yuan). `deadline` is None for a back payment; `stale` when the registers say otherwise by now.

    `owed_people` and `owed` are what was not paid for this frozen month (both sides together). `sums_only` for whoever
    pays it and does not see insurance: no person, no base of one, no bill and no history is in it.
    """

    id: int
    version: int
    fund: Fund
    city: str
    month: date
    kind: RemittanceKind
    state: RemittanceState
    deadline: date | None
    paid_on: date | None
    base_total: Decimal
    employer: Decimal
    employee: Decimal
    total: Decimal
    people: tuple[Person, ...]
    items: tuple[ItemSum, ...]
    lines: tuple[Line, ...]
    before: Decimal | None
    before_people: int
    changes: tuple[Changed, ...]
    gaps: tuple[PersonGap, ...]
    stale: bool
    owed_people: int
    owed: Decimal
    note: str
    bill_name: str
    bill_result: tuple[dict[str, Any], ...]
    history: tuple[HistoryRow, ...]
    head_count: int
    sums_only: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be paid next: a month of a fund and city; `state` None when its draft is still to be made."""

    fund: Fund
    city: str
    month: date
    state: RemittanceState | None
    deadline: date
    total: Decimal
    overdue: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """What a fund and city are still to get for months before (yuan, both sides)."""

    fund: Fund
    city: str
    people: int
    total: Decimal


@dataclass(frozen=True, slots=True)
class Headline:
    """What needs doing now; `next_month` is the first month whose drafts are still to be made."""

    due: tuple[Due, ...]
    owed: tuple[Owed, ...]
    next_month: date


@requires(Permission.REMITTANCE_SEE)
def detail(session: Session, actor: Actor, remittance_id: int) -> RemittanceDetail:
    """A remittance with everybody in it, or its sums for who only pays it; Refused "record.gone"."""
    whole = _detail(session, remittance_id)
    if not actor.can(Permission.INSURANCE_SEE):
        return replace(
            whole, people=(), lines=(), changes=(), gaps=(), bill_name="", bill_result=(), sums_only=True
        )
    return replace(whole, history=tuple(audit.history(session, actor, "remittance", remittance_id)))


def _detail(session: Session, remittance_id: int) -> RemittanceDetail:
    item = records.load(session, Remittance, remittance_id)
    lines = remittance_lines.kept(session, [item.id])
    is_monthly, is_draft = item.kind == RemittanceKind.MONTHLY, item.state == RemittanceState.DRAFT
    before = _before(session, item) if is_monthly else []
    late = [] if is_draft or not is_monthly else _owed_of(session, item)
    return RemittanceDetail(
        item.id, item.version, item.fund, item.city, item.month, item.kind, item.state,
        deadline(session, item.fund, item.month) if is_monthly else None, item.paid_on,
        item.base_total, item.employer, item.employee, item.total,
        tuple(people_of(lines)), tuple(items_of(lines)), tuple(lines),
        _sum(before) if is_monthly else None, len({line.employee_id for line in before}),
        tuple(changes(lines, before)) if is_monthly else (),
        _gaps(session, item) if is_draft and is_monthly else (),
        is_draft and lines != remittances.reckon(session, item),
        len({line.employee_id for line in late}), _sum(late), item.note, item.bill_name,
        tuple(item.bill_result), (), item.people,
    )  # fmt: skip


@requires(Permission.REMITTANCE_SEE)
def headline(session: Session, actor: Actor, today: date) -> Headline:  # noqa: ARG001 - the permission needs it
    """What is to be paid, the most urgent first, and what is still owed for months before."""
    rows = session.scalars(
        select(Remittance).where(
            Remittance.state != RemittanceState.PAID, Remittance.kind == RemittanceKind.MONTHLY
        )
    )
    due = [_due(session, row.fund, row.city, row.month, row, today) for row in rows]
    month = _next_month(session, today)
    if month <= month_of(today):
        due += _not_made(session, month, today)
    pairs = sorted({(row[0], row[1]) for row in session.execute(select(Enrolment.fund, Enrolment.city))})
    late = [_owed(session, fund, city, today) for fund, city in pairs]
    due.sort(key=lambda one: (one.deadline, one.fund, one.city))
    return Headline(tuple(due), tuple(one for one in late if one.people), month)


@requires(Permission.INSURANCE_SEE)
def owed_lines(session: Session, actor: Actor, fund: Fund, city: str, today: date) -> list[Line]:  # noqa: ARG001 - the permission needs it
    """What a fund is still to get for months before, person by person and month by month."""
    return remittance_owed.owed(session, fund, city, next_month(month_of(today)))


def _owed(session: Session, fund: Fund, city: str, today: date) -> Owed:
    lines = remittance_owed.owed(session, fund, city, next_month(month_of(today)))
    return Owed(fund, city, len({line.employee_id for line in lines}), _sum(lines))


def _owed_of(session: Session, item: Remittance) -> list[Line]:
    found = remittance_owed.owed(session, item.fund, item.city, next_month(item.month))
    return [line for line in found if line.month == item.month]


def _before(session: Session, item: Remittance) -> list[Line]:
    return remittance_lines.of_month(session, item.fund, item.city, previous_month(item.month))


def _gaps(session: Session, item: Remittance) -> tuple[PersonGap, ...]:
    found = [
        gap for gap in insured.gaps(session, item.month) if (gap.fund, gap.city) == (item.fund, item.city)
    ]
    names = remittance_lines.names_of(session, [gap.employee_id for gap in found])
    return tuple(PersonGap(names[gap.employee_id].name, gap.kind) for gap in found)


def _next_month(session: Session, today: date) -> date:
    """The month after the last one that was made; this one when none was."""
    last = session.scalar(
        select(Remittance.month)
        .where(Remittance.kind == RemittanceKind.MONTHLY)
        .order_by(Remittance.month.desc())
        .limit(1)
    )
    return month_of(today) if last is None else next_month(last)


def _not_made(session: Session, month: date, today: date) -> list[Due]:
    query = select(Enrolment.fund, Enrolment.city).where(insured.in_force(Enrolment, month)).distinct()
    return [_due(session, fund, city, month, None, today) for fund, city in session.execute(query)]


def _due(session: Session, fund: Fund, city: str, month: date, row: Remittance | None, today: date) -> Due:
    last = deadline(session, fund, month)
    total = row.total if row else _sum(remittance_lines.reckoned(session, fund, city, month))
    return Due(fund, city, month, row.state if row else None, last, total, last < today)


def _sum(lines: Sequence[Line]) -> Decimal:
    return sum((line.employer + line.employee for line in lines), _ZERO)
