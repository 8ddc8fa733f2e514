"""Pay rates 薪资标准: what a person gets a month of a component, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.pay import PayComponent, PayRate
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.people import Employee
from models.personnel_paper import PersonnelPaper
from services import audit, pay_arrears, records
from services.claim_values import refuse_amount
from services.errors import Refused
from services.payroll_months import pay_settings, wage_month
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy

_KEPT = (RunState.SUBMITTED, RunState.APPROVED, RunState.PAID, RunState.LOCKED)


@dataclass(frozen=True, slots=True)
class RateRow:
    """A rate of a person (yuan a month), `until` the day before the next one; `in_force` today."""

    id: int
    version: int
    component_id: int
    component: str
    from_on: date
    until: date | None
    amount: Decimal
    reason: str
    paper_number: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class PayRateDraft:
    """A rate as typed; zero ends it."""

    id: int | None = None
    version: int | None = None
    employee_id: int | None = None
    component_id: int | None = None
    from_on: date | None = None
    amount: Decimal | None = None
    reason: str = ""


@requires(Permission.PAYROLL_SEE)
def of_employee(session: Session, actor: Actor, employee_id: int, today: date) -> list[RateRow]:  # noqa: ARG001 - the permission needs it
    """Every rate of a person by component in the order of the sheet, the newest first."""
    rows = session.execute(
        select(PayRate, PayComponent.name, PersonnelPaper.number)
        .join(PayComponent, PayComponent.id == PayRate.component_id)
        .outerjoin(PersonnelPaper, PersonnelPaper.id == PayRate.paper_id)
        .where(PayRate.employee_id == employee_id)
        .order_by(PayComponent.position, PayComponent.id, PayRate.from_on.desc())
    ).all()
    found: list[RateRow] = []
    for rate, name, paper in rows:
        newer = found[-1] if found and found[-1].component_id == rate.component_id else None
        until = newer.from_on - timedelta(days=1) if newer else None
        in_force = rate.from_on <= today and (until is None or today <= until)
        found.append(
            RateRow(
                rate.id, rate.version, rate.component_id, name, rate.from_on, until, rate.amount, rate.reason,
                paper or "", in_force,
            )
        )  # fmt: skip
    return found


@requires(Permission.PAYROLL_SEE)
def on_day(session: Session, actor: Actor, employee_id: int, day: date) -> dict[int, Decimal]:  # noqa: ARG001 - the permission needs it
    """What a person gets on a day, yuan by component id; ended ones are left out."""
    return _on_day(session, employee_id, day)


@requires(Permission.PAYROLL_EDIT)
def save(session: Session, actor: Actor, draft: PayRateDraft) -> int:
    """Store a rate; returns its id.

    Raises Refused "record.required" (employee_id, component_id, from_on, amount), "record.gone", "record.stale",
    "pay_rate.negative", "pay_rate.twice" (a rate of that day is there), "pay_rate.locked" (month: a sheet that is no
    draft any more has paid it; enter a correction instead), what `refuse_amount` raises.
    """
    item = PayRate() if draft.id is None else records.expect(session, PayRate, draft.id, draft.version)
    if draft.from_on is None:
        raise Refused("record.required", field="from_on")
    amount = _amount(draft)
    for kind, field in ((Employee, "employee_id"), (PayComponent, "component_id")):
        if getattr(draft, field) is None:
            raise Refused("record.required", field=field)
        records.refuse_unknown(session, kind, getattr(draft, field), field)
    assert draft.employee_id is not None
    assert draft.component_id is not None
    if draft.id is not None:
        _refuse_paid(session, item.employee_id, item.from_on)
    _refuse_paid(session, draft.employee_id, draft.from_on)
    same = select(PayRate.id).where(
        PayRate.employee_id == draft.employee_id,
        PayRate.component_id == draft.component_id,
        PayRate.from_on == draft.from_on,
        PayRate.id != (draft.id or 0),
    )
    if session.scalar(same) is not None:
        raise Refused("pay_rate.twice", field="from_on", day=draft.from_on)
    item.employee_id, item.component_id = draft.employee_id, draft.component_id
    item.from_on, item.amount, item.reason = draft.from_on, amount, tidy(draft.reason, "reason")
    return _kept(session, actor, item)


@requires(Permission.PAYROLL_EDIT)
def remove(session: Session, actor: Actor, rate_id: int, version: int) -> None:
    """Delete a rate that no sheet has paid but a draft. Raises "record.gone", "record.stale", "pay_rate.locked"."""
    item = records.expect(session, PayRate, rate_id, version)
    _refuse_paid(session, item.employee_id, item.from_on)
    audit.record(session, actor, "delete", item)
    session.delete(item)
    session.flush()


@open_to_all("a personnel paper was approved, which is the permission")
def apply(
    session: Session,
    actor: Actor,
    employee_id: int,
    amounts: dict[int, Decimal],
    *,
    from_on: date,
    reason: str,
    paper_id: int | None,
) -> int:
    """Write rates (yuan a month by component id) from a day on, as a paper decided; how many changed.

    A rate of that very day is replaced; one that stays as it was is not written. What it moves in months that were
    paid already comes as corrections of the open month.
    """
    with pay_arrears.made_good(session, actor, employee_id, from_on):
        return _applied(session, actor, employee_id, amounts, from_on, reason, paper_id)


def _applied(
    session: Session,
    actor: Actor,
    employee_id: int,
    amounts: dict[int, Decimal],
    from_on: date,
    reason: str,
    paper_id: int | None,
) -> int:
    before = _on_day(session, employee_id, from_on)
    changed = 0
    for component_id, amount in amounts.items():
        if before.get(component_id, Decimal(0)) == amount:
            continue
        item = session.scalar(
            select(PayRate).filter_by(employee_id=employee_id, component_id=component_id, from_on=from_on)
        ) or PayRate(employee_id=employee_id, component_id=component_id, from_on=from_on)
        item.amount, item.reason, item.paper_id = amount, reason, paper_id
        _kept(session, actor, item)
        changed += 1
    return changed


def _kept(session: Session, actor: Actor, item: PayRate) -> int:
    audit.record(session, actor, "create" if item.id is None else "edit", item)
    session.flush()
    return item.id


def _amount(draft: PayRateDraft) -> Decimal:
    if draft.amount is None:
        raise Refused("record.required", field="amount")
    if draft.amount < 0:
        raise Refused("pay_rate.negative", field="amount")
    refuse_amount("amount", draft.amount)
    return draft.amount


def _on_day(session: Session, employee_id: int, day: date) -> dict[int, Decimal]:
    rows = session.execute(
        select(PayRate.component_id, PayRate.amount)
        .where(PayRate.employee_id == employee_id, PayRate.from_on <= day)
        .order_by(PayRate.from_on)
    )
    newest = {row.component_id: row.amount for row in rows}
    return {component_id: amount for component_id, amount in newest.items() if amount}


def _refuse_paid(session: Session, employee_id: int, from_on: date) -> None:
    """A rate may not begin before the end of a wage month that was paid by it."""
    last = session.scalar(
        select(PayrollRun.month)
        .join(PayrollLine, PayrollLine.run_id == PayrollRun.id)
        .where(
            PayrollLine.employee_id == employee_id,
            PayrollRun.kind == RunKind.REGULAR,
            PayrollRun.state.in_(_KEPT),
        )
        .order_by(PayrollRun.month.desc())
        .limit(1)
    )
    if last is not None:
        paid = wage_month(last, pay_settings(session))
        if from_on.replace(day=1) <= paid:
            raise Refused("pay_rate.locked", field="from_on", month=f"{paid:%Y-%m}")
