"""What a new change begins with when person and kind are known: city, month, base, reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import or_, select

from models.insurance import ChangeKind
from models.insurance_terms import Fund
from models.people import Department, Employee
from models.personnel import PersonalFile
from services import insurance_deadlines
from services.database import Session
from services.errors import Refused
from services.insurance_board_rows import usual_city, wage_of
from services.insurance_change_rules import (
    ChangeReason,
    base_on,
    enrolment_on,
    last_enrolment,
    last_frozen,
)
from services.insurance_changes import ChangeDraft
from services.insurance_policy_store import in_month
from services.months import month_of, next_month
from services.permissions import Actor, Permission, requires
from services.records import Choice


@requires(Permission.INSURANCE_SEE)
def people(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """Everybody a change may be about: who works here, and who left but may still be insured."""
    found = session.execute(
        select(Employee.id, Employee.name, Department.name, Employee.search_text)
        .join(Department, Department.id == Employee.department_id)
        .where(or_(Employee.left_on.is_(None), Employee.hired_on.is_not(None)))
        .order_by(Employee.left_on.is_not(None), Employee.number)
    )
    return [Choice(*row) for row in found]


@requires(Permission.INSURANCE_SEE)
def city(session: Session, actor: Actor) -> str:  # noqa: ARG001 - the permission needs it
    """Where the company insures its people; "" when that is not known."""
    return usual_city(session)


@requires(Permission.INSURANCE_EDIT)
def prefilled(session: Session, actor: Actor, draft: ChangeDraft, today: date) -> ChangeDraft:
    """The draft of person and kind with what usually follows; both funds when it names none."""
    person = session.get(Employee, draft.employee_id or 0)
    if person is None:
        return replace(draft, city=draft.city or usual_city(session))
    fund = draft.fund or Fund.SOCIAL
    begun = {
        ChangeKind.JOIN: _joining,
        ChangeKind.RESUME: _resuming,
        ChangeKind.STOP: _stopping,
    }.get(draft.kind, _changing)(session, person, fund, today)
    if begun.base is None and draft.kind is ChangeKind.JOIN and actor.can(Permission.PAYROLL_SEE):
        begun = replace(begun, base=wage_of(session, person.id, today))
    return replace(
        draft, city=begun.city, month=begun.month, base=begun.base, reason=begun.reason, to_month=None
    )


def _joining(session: Session, person: Employee, fund: Fund, today: date) -> ChangeDraft:
    city = usual_city(session)
    month = month_of(today)
    started = session.scalar(
        select(PersonalFile.started_work_on).where(PersonalFile.employee_id == person.id)
    )
    new = bool(started and person.hired_on and month_of(started) == month_of(person.hired_on))
    if person.hired_on is not None:
        month = insurance_deadlines.first_month(
            person.hired_on, _cut_off_day(session, city, fund, month_of(person.hired_on)),
            housing=fund is Fund.HOUSING, newly_working=new,
        )  # fmt: skip
    reason = ChangeReason.FIRST if new else ChangeReason.FROM_INSIDE
    return ChangeDraft(city=city, month=_open(session, fund, city, month), reason=reason)


def _resuming(session: Session, person: Employee, fund: Fund, today: date) -> ChangeDraft:
    before = last_enrolment(session, person.id, fund)
    city = before.city if before else usual_city(session)
    month = _open(session, fund, city, month_of(today))
    base = base_on(session, person.id, fund, month)
    return ChangeDraft(city=city, month=month, base=base, reason=ChangeReason.AGAIN_HERE)


def _stopping(session: Session, person: Employee, fund: Fund, today: date) -> ChangeDraft:
    month = next_month(month_of(person.left_on or today))
    found = enrolment_on(session, person.id, fund, month)
    city = found.city if found else usual_city(session)
    return ChangeDraft(city=city, month=_open(session, fund, city, month), reason=ChangeReason.PAUSED)


def _changing(session: Session, person: Employee, fund: Fund, today: date) -> ChangeDraft:
    found = enrolment_on(session, person.id, fund, month_of(today))
    city = found.city if found else usual_city(session)
    month = _open(session, fund, city, month_of(today))
    return ChangeDraft(city=city, month=month, base=base_on(session, person.id, fund, month))


def _open(session: Session, fund: Fund, city: str, month: date) -> date:
    """The month, or the first one whose remittance is not archived yet."""
    frozen = last_frozen(session, fund, city)
    return month if frozen is None else max(month, next_month(frozen))


def _cut_off_day(session: Session, city: str, fund: Fund, month: date) -> int | None:
    try:
        return in_month(session, city, fund, month).cut_off_day
    except Refused:
        return None
