"""One person's insurance: enrolments, bases, changes, amounts month by month, and why one amount is what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.insurance import BaseReason, ChangeKind, ChangeStage, Enrolment, InsuranceBase, InsuranceChange
from models.insurance_terms import Fund, InsuranceItem, Rounding
from models.personnel_paper import OfficePaperState
from services import insured
from services.database import Session
from services.errors import Refused
from services.insured import ItemAmount
from services.months import month_text, previous_month
from services.permissions import Actor, Permission, requires
from services.social_insurance import Policy, base_of

MONTHS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    """A time of being insured: months by their first day, both included."""

    fund: Fund
    city: str
    account_number: str
    from_month: date
    to_month: date | None


@dataclass(frozen=True, slots=True)
class BaseRow:
    """A declared base (yuan) from a month on, and the change it came by."""

    fund: Fund
    from_month: date
    base: Decimal
    reason: BaseReason
    change_number: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change of the person, in short."""

    id: int
    number: str
    fund: Fund
    kind: ChangeKind
    month: date
    state: OfficePaperState
    stage: ChangeStage | None


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What a month costs for somebody with a fund, both sides (yuan)."""

    month: date
    fund: Fund
    base: Decimal
    employer: Decimal
    employee: Decimal


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """Everything about one person, the newest first."""

    enrolments: tuple[EnrolmentRow, ...]
    bases: tuple[BaseRow, ...]
    changes: tuple[ChangeRow, ...]
    months: tuple[MonthRow, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """How one amount came about: the base, its bounds, rates and fixed sums of the policy (yuan, parts of one)."""

    item: InsuranceItem
    fund: Fund
    month: date
    city: str
    policy_from: date
    policy_to: date | None
    confirmed: bool
    source: str
    declared: Decimal
    declared_from: date
    floor: Decimal | None
    ceiling: Decimal | None
    base: Decimal
    employer_rate: Decimal
    employee_rate: Decimal
    employer_fixed: Decimal
    employee_fixed: Decimal
    rounding: Rounding
    employer: Decimal
    employee: Decimal


@requires(Permission.INSURANCE_SEE)
def enrolments(session: Session, actor: Actor, employee_id: int) -> tuple[EnrolmentRow, ...]:  # noqa: ARG001 - the permission needs it
    """When and where somebody was and is insured, the newest first."""
    rows = session.scalars(
        select(Enrolment)
        .where(Enrolment.employee_id == employee_id)
        .order_by(Enrolment.from_month.desc(), Enrolment.fund.desc())
    )
    return tuple(
        EnrolmentRow(row.fund, row.city, row.account_number, row.from_month, row.to_month) for row in rows
    )


@requires(Permission.INSURANCE_SEE)
def bases(session: Session, actor: Actor, employee_id: int) -> tuple[BaseRow, ...]:  # noqa: ARG001 - the permission needs it
    """Somebody's declared bases, the newest first."""
    rows = session.execute(
        select(InsuranceBase, InsuranceChange.number)
        .outerjoin(InsuranceChange, InsuranceChange.id == InsuranceBase.change_id)
        .where(InsuranceBase.employee_id == employee_id)
        .order_by(InsuranceBase.from_month.desc(), InsuranceBase.fund.desc())
    )
    return tuple(
        BaseRow(row.fund, row.from_month, row.base, row.reason, number or "") for row, number in rows
    )


@requires(Permission.INSURANCE_SEE)
def history(session: Session, actor: Actor, employee_id: int, today: date) -> PersonHistory:
    """Enrolments, bases, changes, and what the last months and this one cost."""
    changes = session.scalars(
        select(InsuranceChange)
        .where(InsuranceChange.employee_id == employee_id)
        .order_by(InsuranceChange.month.desc(), InsuranceChange.id.desc())
    )
    return PersonHistory(
        enrolments(session, actor, employee_id),
        bases(session, actor, employee_id),
        tuple(
            ChangeRow(row.id, row.number, row.fund, row.kind, row.month, row.state, row.stage)
            for row in changes
        ),
        _months(session, employee_id, today.replace(day=1)),
    )


@requires(Permission.INSURANCE_SEE)
def of_person(session: Session, actor: Actor, employee_id: int, month: date) -> tuple[ItemAmount, ...]:  # noqa: ARG001 - the permission needs it
    """Every item of one person in a month; none when nothing is paid for them."""
    return insured.of_month(session, month, [employee_id]).get(employee_id, ())


@requires(Permission.INSURANCE_SEE)
def why(session: Session, actor: Actor, employee_id: int, item: InsuranceItem, month: date) -> Why:
    """How the amount of an item came about.

    Raises Refused "insurance.not_paid" (month) when the person pays no such item in the month.
    """
    found = next((row for row in why_all(session, actor, employee_id, month) if row.item == item), None)
    if found is None:
        raise Refused("insurance.not_paid", month=month_text(month))
    return found


@requires(Permission.INSURANCE_SEE)
def why_all(session: Session, actor: Actor, employee_id: int, month: date) -> tuple[Why, ...]:
    """How every amount of a person in a month came about; none when nothing is paid for them."""
    rules = insured.rules_of_month(session, month)
    known = bases(session, actor, employee_id)
    return tuple(
        _why(found, rules[found.fund, found.city].policy, known, month)
        for found in of_person(session, actor, employee_id, month)
    )


def _why(found: ItemAmount, policy: Policy, known: tuple[BaseRow, ...], month: date) -> Why:
    rule = next(row for row in policy.items if row.item == found.item)
    since = next(row.from_month for row in known if row.fund == found.fund and row.from_month <= month)
    return Why(
        found.item, found.fund, month, found.city, policy.from_month, policy.to_month, policy.confirmed,
        policy.source, found.declared, since, rule.floor, rule.ceiling, base_of(found.declared, rule),
        rule.employer_rate, rule.employee_rate, rule.employer_fixed, rule.employee_fixed, rule.rounding,
        found.employer, found.employee,
    )  # fmt: skip


def _months(session: Session, employee_id: int, last: date) -> tuple[MonthRow, ...]:
    found: list[MonthRow] = []
    month = last
    for _ in range(MONTHS_SHOWN):
        items = insured.of_month(session, month, [employee_id]).get(employee_id, ())
        for fund in Fund:
            own = [row for row in items if row.fund == fund]
            if own:
                found.append(
                    MonthRow(
                        month, fund, own[0].base, _sum(row.employer for row in own), _sum(row.employee for row in own)
                    )
                )  # fmt: skip
        month = previous_month(month)
    return tuple(found)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
