"""What a change of insurance may not say: contradictions to who is insured, closed months, people who are not insured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import func, or_, select

from models.insurance import ChangeKind, ChangeStage, Enrolment, InsuranceBase, InsuranceChange
from models.insurance_terms import Fund
from models.people import Employee
from models.personnel import EmploymentKind, PersonalFile
from models.personnel_paper import OfficePaperState
from models.remittance import Remittance, RemittanceState
from services import insurance_back_payments, insurance_policy_store
from services.database import Session
from services.errors import Refused
from services.months import month_of, month_text, previous_month
from services.permissions import open_to_all
from services.social_insurance import Policy

_WHY = "a step of services that have checked"
NOT_INSURED_KINDS = frozenset({EmploymentKind.INTERN, EmploymentKind.RETIRED, EmploymentKind.LABOUR})
OPEN_STATES = (
    OfficePaperState.DRAFT,
    OfficePaperState.SUBMITTED,
    OfficePaperState.RETURNED,
    OfficePaperState.WITHDRAWN,
)


class ChangeReason(StrEnum):
    """The fund's codes: 参保类型 A-D of joining, 停保原因 01-06 of stopping (domain 2.4)."""

    FIRST = "A"
    AGAIN_HERE = "B"
    FROM_OUTSIDE = "C"
    FROM_INSIDE = "D"
    TO_INSIDE = "01"
    TO_OUTSIDE = "02"
    PAUSED = "03"
    WITHDRAWN = "04"
    RETIRED = "05"
    DIED = "06"


JOIN_REASONS = (
    ChangeReason.FIRST,
    ChangeReason.AGAIN_HERE,
    ChangeReason.FROM_OUTSIDE,
    ChangeReason.FROM_INSIDE,
)
STOP_REASONS = (
    ChangeReason.TO_INSIDE,
    ChangeReason.TO_OUTSIDE,
    ChangeReason.PAUSED,
    ChangeReason.WITHDRAWN,
    ChangeReason.RETIRED,
    ChangeReason.DIED,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change of one fund as it is judged: months by their first day, base in yuan."""

    id: int | None
    employee: Employee
    fund: Fund
    kind: ChangeKind
    city: str
    month: date
    to_month: date | None
    base: Decimal | None
    reason: str


@open_to_all(_WHY)
def judge(session: Session, wanted: Wanted) -> Policy:
    """Refuse what contradicts the register; returns the policy of the city in the month.

    Raises Refused, at a field, "insurance.no_policy", "insurance_change.month_frozen", "insurance_change.open_already",
    "insurance_change.insured", "insurance_change.insured_before", "insurance_change.not_insured",
    "insurance_change.base_differs", "insurance_change.same_base", "insurance_change.same_city",
    "insurance_change.kind_not_insured", "insurance_change.before_hired", "insurance_change.left", "insurance_change.months_turned",
    "insurance_change.reason_of_kind", "insurance_change.back_again", "record.required" (base, to_month).
    """
    policy = _policy(session, wanted)
    _refuse_closed_month(session, wanted)
    _refuse_second(session, wanted)
    _refuse_reason(wanted)
    _JUDGES[wanted.kind](session, wanted)
    return policy


@open_to_all(_WHY)
def enrolment_on(session: Session, employee_id: int, fund: Fund, month: date) -> Enrolment | None:
    """The enrolment that covers `month` or begins after it; None when there is none."""
    query = select(Enrolment).where(
        Enrolment.employee_id == employee_id,
        Enrolment.fund == fund,
        or_(Enrolment.to_month.is_(None), Enrolment.to_month >= month),
    )
    return session.scalar(query.order_by(Enrolment.from_month).limit(1))


@open_to_all(_WHY)
def last_enrolment(session: Session, employee_id: int, fund: Fund) -> Enrolment | None:
    """The latest enrolment of somebody with a fund, open or ended."""
    query = select(Enrolment).where(Enrolment.employee_id == employee_id, Enrolment.fund == fund)
    return session.scalar(query.order_by(Enrolment.from_month.desc()).limit(1))


@open_to_all(_WHY)
def base_on(session: Session, employee_id: int, fund: Fund, month: date) -> Decimal | None:
    """The declared base (yuan) in force in a month; None when there is none."""
    query = select(InsuranceBase.base).where(
        InsuranceBase.employee_id == employee_id,
        InsuranceBase.fund == fund,
        InsuranceBase.from_month <= month,
    )
    return session.scalar(query.order_by(InsuranceBase.from_month.desc()).limit(1))


@open_to_all(_WHY)
def last_frozen(session: Session, fund: Fund, city: str) -> date | None:
    """The last month whose remittance is archived."""
    return session.scalar(
        select(func.max(Remittance.month)).where(
            Remittance.fund == fund, Remittance.city == city, Remittance.state != RemittanceState.DRAFT
        )
    )


@open_to_all(_WHY)
def employment_kind(session: Session, employee_id: int) -> EmploymentKind:
    """How somebody is employed; full time when no personnel file says otherwise."""
    found = session.scalar(
        select(PersonalFile.employment_kind).where(PersonalFile.employee_id == employee_id)
    )
    return found or EmploymentKind.FULL_TIME


def _policy(session: Session, wanted: Wanted) -> Policy:
    try:
        return insurance_policy_store.in_month(session, wanted.city, wanted.fund, wanted.month)
    except Refused as refused:
        raise Refused(refused.code, "city", **refused.values) from refused


def _refuse_closed_month(session: Session, wanted: Wanted) -> None:
    frozen = last_frozen(session, wanted.fund, wanted.city)
    if wanted.kind is not ChangeKind.BACK_PAYMENT and frozen is not None and wanted.month <= frozen:
        raise Refused("insurance_change.month_frozen", field="month", month=month_text(frozen))


def _refuse_second(session: Session, wanted: Wanted) -> None:
    """Two papers of one person and fund that nobody has decided yet would contradict each other."""
    if wanted.kind is ChangeKind.BACK_PAYMENT:
        return
    number = session.scalar(
        select(InsuranceChange.number)
        .where(
            InsuranceChange.employee_id == wanted.employee.id,
            InsuranceChange.fund == wanted.fund,
            InsuranceChange.kind != ChangeKind.BACK_PAYMENT,
            InsuranceChange.state.in_(OPEN_STATES),
            InsuranceChange.id != (wanted.id or 0),
        )
        .limit(1)
    )
    if number is not None:
        raise Refused(
            "insurance_change.open_already", field="employee_id", number=number, name=wanted.employee.name
        )


def _refuse_reason(wanted: Wanted) -> None:
    fitting = {
        ChangeKind.JOIN: JOIN_REASONS,
        ChangeKind.RESUME: JOIN_REASONS,
        ChangeKind.STOP: STOP_REASONS,
    }.get(wanted.kind)
    if wanted.reason and fitting is not None and wanted.reason not in fitting:
        raise Refused("insurance_change.reason_of_kind", field="reason")
    if wanted.kind is ChangeKind.STOP and not wanted.reason:
        raise Refused("record.required", field="reason")


def _judge_join(session: Session, wanted: Wanted) -> None:
    _refuse_kind(session, wanted)
    _refuse_insured(session, wanted)
    before = last_enrolment(session, wanted.employee.id, wanted.fund)
    if before is not None:
        raise Refused(
            "insurance_change.insured_before", field="kind", name=wanted.employee.name,
            month=month_text(before.to_month or before.from_month),
        )  # fmt: skip
    _require_base(wanted)


def _judge_resume(session: Session, wanted: Wanted) -> None:
    _refuse_kind(session, wanted)
    _refuse_insured(session, wanted)
    if last_enrolment(session, wanted.employee.id, wanted.fund) is None:
        raise Refused("insurance_change.never_insured", field="kind", name=wanted.employee.name)
    old = base_on(session, wanted.employee.id, wanted.fund, wanted.month)
    if old is None:
        _require_base(wanted)
    elif wanted.base is not None and wanted.base != old:
        raise Refused("insurance_change.base_differs", field="base", name=wanted.employee.name)


def _judge_stop(session: Session, wanted: Wanted) -> None:
    _insured(session, wanted, wanted.month, ended_before=True)


def _judge_transfer(session: Session, wanted: Wanted) -> None:
    found = _insured(session, wanted, wanted.month, ended_before=True)
    if found.city == wanted.city:
        raise Refused("insurance_change.same_city", field="city", city=wanted.city)
    frozen = last_frozen(session, wanted.fund, found.city)
    if frozen is not None and wanted.month <= frozen:
        raise Refused("insurance_change.month_frozen", field="month", month=month_text(frozen))


def _judge_base(session: Session, wanted: Wanted) -> None:
    found = _insured(session, wanted, wanted.month)
    if found.from_month > wanted.month:
        raise Refused("insurance_change.not_insured", field="month", name=wanted.employee.name)
    _require_base(wanted)
    if base_on(session, wanted.employee.id, wanted.fund, wanted.month) == wanted.base:
        raise Refused("insurance_change.same_base", field="base", name=wanted.employee.name)


def _judge_back_payment(session: Session, wanted: Wanted) -> None:
    if wanted.to_month is None:
        raise Refused("record.required", field="to_month")
    if wanted.to_month < wanted.month:
        raise Refused("insurance_change.months_turned", field="to_month")
    _require_base(wanted)
    insurance_back_payments.refuse_same(session, wanted)


def _refuse_insured(session: Session, wanted: Wanted) -> None:
    found = enrolment_on(session, wanted.employee.id, wanted.fund, wanted.month)
    if found is not None:
        raise Refused(
            "insurance_change.insured", field="kind", name=wanted.employee.name,
            city=found.city, month=month_text(found.from_month),
        )  # fmt: skip


def _refuse_kind(session: Session, wanted: Wanted) -> None:
    if employment_kind(session, wanted.employee.id) in NOT_INSURED_KINDS:
        raise Refused("insurance_change.kind_not_insured", field="employee_id", name=wanted.employee.name)
    hired, left = wanted.employee.hired_on, wanted.employee.left_on
    if hired is not None and wanted.month < month_of(hired):
        raise Refused(
            "insurance_change.before_hired", field="month", name=wanted.employee.name, day=hired.isoformat()
        )
    if left is not None and left < wanted.month:
        raise Refused(
            "insurance_change.left", field="employee_id", name=wanted.employee.name, day=left.isoformat()
        )


def _insured(session: Session, wanted: Wanted, month: date, *, ended_before: bool = False) -> Enrolment:
    """The open enrolment; to stop or move it, the month before may be the last one already paid."""
    found = enrolment_on(session, wanted.employee.id, wanted.fund, month)
    if found is None or (ended_before and found.to_month is not None):
        raise Refused("insurance_change.not_insured", field="kind", name=wanted.employee.name)
    if ended_before and previous_month(found.from_month) >= month:
        raise Refused("insurance_change.before_begin", field="month", month=month_text(found.from_month))
    return found


def _require_base(wanted: Wanted) -> None:
    if wanted.base is None or wanted.base <= 0:
        raise Refused("record.required", field="base")


_JUDGES = {
    ChangeKind.JOIN: _judge_join,
    ChangeKind.RESUME: _judge_resume,
    ChangeKind.STOP: _judge_stop,
    ChangeKind.TRANSFER: _judge_transfer,
    ChangeKind.BASE: _judge_base,
    ChangeKind.BACK_PAYMENT: _judge_back_payment,
}
AT_THE_FUND = (ChangeStage.TO_LODGE, ChangeStage.LODGED)
