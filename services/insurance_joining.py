"""Who must be insured by the company, and by when somebody who joined must be: one source for board and payroll."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select

from models.insurance import ChangeKind, Enrolment
from models.insurance_terms import Fund
from models.people import Company, Employee
from models.personnel import EmploymentKind, PersonalFile
from services import insurance_deadlines, insurance_policy_store, insured, settings
from services.database import Session
from services.months import month_of
from services.permissions import open_to_all

# Who is insured elsewhere or not at all: students, pensioners and freelancers have no employment; the dispatching
# company insures those it sends (劳动合同法 art 58), part-timers insure themselves (社会保险法 art 10)
ELSEWHERE = frozenset(
    {
        EmploymentKind.INTERN,
        EmploymentKind.RETIRED,
        EmploymentKind.LABOUR,
        EmploymentKind.DISPATCHED,
        EmploymentKind.PART_TIME,
    }
)


def newly_working(hired_on: date | None, started_on: date | None) -> bool:
    """Whether somebody's first employment of all began here."""
    return bool(hired_on and started_on and month_of(started_on) == month_of(hired_on))


def first_and_deadline(
    fund: Fund, hired_on: date, cut_off_day: int | None, *, new: bool
) -> tuple[date, date]:
    """The month somebody hired on a day is insured from with a fund, and the last day to lodge it."""
    first = insurance_deadlines.first_month(
        hired_on, cut_off_day, housing=fund is Fund.HOUSING, newly_working=new
    )
    return first, insurance_deadlines.deadline(ChangeKind.JOIN, first, hired_on, cut_off_day)


@open_to_all("a step of services that have checked")
def deadlines(session: Session, employee_ids: Collection[int], today: date) -> dict[int, date]:
    """By when people who joined and are in no fund must be lodged with the first one; nobody without a first day."""
    rules, city = insured.rules_of_month(session, month_of(today)), usual_city(session)
    cut_offs = {
        fund: known.policy.cut_off_day if (known := rules.get((fund, city))) else None for fund in Fund
    }
    rows = session.execute(
        select(Employee.id, Employee.hired_on, PersonalFile.started_work_on)
        .outerjoin(PersonalFile, PersonalFile.employee_id == Employee.id)
        .where(Employee.id.in_(employee_ids))
    )
    return {
        who: min(
            first_and_deadline(fund, hired, cut_offs[fund], new=newly_working(hired, started))[1]
            for fund in Fund
        )
        for who, hired, started in rows
        if hired is not None
    }


@open_to_all("a step of services that have checked")
def usual_city(session: Session) -> str:
    """Where the company insures its people: as set, as most of them are, or as its address says; "" when unknown."""
    chosen = settings.get(session, "insured.city", "")
    if chosen:
        return str(chosen)
    most = session.scalar(
        select(Enrolment.city)
        .where(Enrolment.to_month.is_(None))
        .group_by(Enrolment.city)
        .order_by(func.count().desc(), Enrolment.city)
        .limit(1)
    )
    if most:
        return most
    known = insurance_policy_store.cities(session)
    if len(known) == 1:
        return known[0]
    words = " ".join(f"{row[0]} {row[1]}" for row in session.execute(select(Company.name, Company.address)))
    return next((city for city in known if city in words), "")
