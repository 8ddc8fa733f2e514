"""Pay rates 薪资标准: what a person gets a month of a component, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.database import Session
from services.permissions import Actor, Permission, open_to_all, requires


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
def of_employee(session: Session, actor: Actor, employee_id: int, today: date) -> list[RateRow]:
    """Every rate of a person by component, the newest first."""
    raise NotImplementedError


@requires(Permission.PAYROLL_SEE)
def on_day(session: Session, actor: Actor, employee_id: int, day: date) -> dict[int, Decimal]:
    """What a person gets on a day, yuan by component id; ended ones are left out."""
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def save(session: Session, actor: Actor, draft: PayRateDraft) -> int:
    """Store a rate; returns its id.

    Raises Refused "record.required" (employee_id, component_id, from_on, amount), "record.gone", "record.stale",
    "pay_rate.negative", "pay_rate.twice" (a rate of that day is there), "pay_rate.locked" (month: a locked sheet has
    paid it; enter a correction instead), "money.*".
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def remove(session: Session, actor: Actor, rate_id: int, version: int) -> None:
    """Delete a rate that no locked sheet has paid. Raises "record.gone", "record.stale", "pay_rate.locked"."""
    raise NotImplementedError


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
    """Write rates (yuan a month by component id) from a day on, as a paper decided; how many changed."""
    raise NotImplementedError
