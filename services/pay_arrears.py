"""What a change of pay owes 补发补扣 for sheets that left the office: the difference of each, in the open month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import or_, select

from models.pay import AdjustmentCause, ComponentEffect, PayAdjustment
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from services import audit, payroll_ground, payroll_wages
from services.database import Session
from services.months import last_day, next_month
from services.pay_components import CORRECTION
from services.pay_formulas import Part
from services.payroll_ground import Asked
from services.payroll_months import pay_settings, wage_month
from services.permissions import Actor, open_to_all

SETTLED = (RunState.PAID, RunState.LOCKED)
FROZEN = (RunState.SUBMITTED, RunState.APPROVED, *SETTLED)
_WHY = "a step of services that have checked"


class _Month(NamedTuple):
    """A frozen sheet as it would be reckoned now: fen by component."""

    parts: Sequence[Part]
    amounts: Mapping[str, int]


@open_to_all(_WHY)
@contextmanager
def made_good(session: Session, actor: Actor, employee_id: int, since: date) -> Iterator[None]:
    """Write rates inside: what they move on sheets that are no drafts any more comes as corrections of the open month."""
    session.flush()
    runs = _frozen(session, employee_id, since)
    before = [_reckoned(session, run, employee_id) for run in runs]
    yield
    session.flush()
    for run, was in zip(runs, before, strict=True):
        _write(session, actor, employee_id, run, was, _reckoned(session, run, employee_id))
    session.flush()


@open_to_all(_WHY)
def open_month(session: Session) -> date | None:
    """The first month whose regular sheet may still take a line; None when no sheet has left the office yet."""
    last = session.scalar(
        select(PayrollRun.month)
        .where(PayrollRun.kind == RunKind.REGULAR, PayrollRun.state.in_(FROZEN))
        .order_by(PayrollRun.month.desc())
        .limit(1)
    )
    return next_month(last) if last else None


@open_to_all(_WHY)
def reckoned(session: Session, run: PayrollRun, employee_id: int) -> dict[str, int]:
    """What a regular sheet would give a person now, fen by component."""
    return dict(_reckoned(session, run, employee_id).amounts)


@open_to_all(_WHY)
def forget(session: Session, actor: Actor, run: PayrollRun) -> None:
    """A sheet that came back is reckoned with the pay as it is now: what was to make it good elsewhere goes."""
    drafts = select(PayrollRun.id).where(PayrollRun.state == RunState.DRAFT)
    for item in session.scalars(
        select(PayAdjustment).where(
            PayAdjustment.cause == AdjustmentCause.ARREARS,
            PayAdjustment.of_month == run.month,
            or_(PayAdjustment.run_id.is_(None), PayAdjustment.run_id.in_(drafts)),
        )
    ).all():
        audit.record(session, actor, "delete", item)
        session.delete(item)
    session.flush()


def _frozen(session: Session, employee_id: int, since: date) -> list[PayrollRun]:
    """The regular sheets, submitted or further, that have the person on them and pay work from a day on."""
    how = pay_settings(session)
    runs = session.scalars(
        select(PayrollRun)
        .join(PayrollLine, PayrollLine.run_id == PayrollRun.id)
        .where(
            PayrollLine.employee_id == employee_id,
            PayrollRun.kind == RunKind.REGULAR,
            PayrollRun.state.in_(FROZEN),
            PayrollRun.month >= since.replace(day=1),
        )
        .order_by(PayrollRun.month)
    )
    return [run for run in runs if last_day(wage_month(run.month, how)) >= since]


def _reckoned(session: Session, run: PayrollRun, employee_id: int) -> _Month:
    asked = Asked(run.month, run.kind, run.pay_on, run.id, run.bonus_tax, employee_id)
    ground = payroll_ground.read(session, asked)
    amounts: dict[str, int] = {}
    for person in ground.people:
        amounts = payroll_wages.explained(person, payroll_wages.columns(ground))[2]
    return _Month(ground.parts, amounts)


def _write(
    session: Session, actor: Actor, employee_id: int, run: PayrollRun, was: _Month, now: _Month
) -> None:
    """Of each component its difference: as 补发补扣, or as itself where tax or the sign would be another."""
    month = open_month(session)
    correction = next((part.id for part in now.parts if part.code == CORRECTION), None)
    for part in now.parts:
        moved = now.amounts.get(part.code, 0) - was.amounts.get(part.code, 0)
        if not moved:
            continue
        by_itself = part.effect != ComponentEffect.EARNING or not part.taxable or correction is None
        item = PayAdjustment(
            month=month, employee_id=employee_id, component_id=part.id if by_itself else correction,
            amount=Decimal(moved).scaleb(-2), cause=AdjustmentCause.ARREARS, of_month=run.month,
            note=f"{part.name} 标准追溯调整",
        )  # fmt: skip
        session.add(item)
        session.flush()
        audit.record(session, actor, "create", item)
