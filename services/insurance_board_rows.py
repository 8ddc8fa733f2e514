"""What a row of the board of missing insurance says, and what every row is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import and_, func, or_, select

from models.insurance import ChangeKind, ChangeStage, Enrolment, InsuranceChange
from models.insurance_terms import Fund
from models.pay import ComponentEffect, ComponentKind, PayComponent, PayRate
from models.people import Company, Department, Employee
from models.personnel import EmploymentKind, PersonalFile
from models.personnel_paper import OfficePaperState
from models.remittance import Remittance, RemittanceState
from services import insurance_policy_store, insured, settings
from services.database import Session
from services.insurance_change_rules import OPEN_STATES
from services.insurance_changes import ChangeDraft
from services.insured import CityRules, DatedRules, Gap, ItemFen
from services.months import month_of
from services.permissions import open_to_all

_WHY = "a step of services that have checked"
_ZERO = Decimal(0)


class BoardKind(StrEnum):
    """未参保, 离职未停保, 基数超限, 无缴费基数, 参保地无政策, 待申报, 申报未确认, 无需参保."""

    NOT_INSURED = "not_insured"
    STILL_INSURED = "still_insured"
    BASE_OUTSIDE = "base_outside"
    NO_BASE = "no_base"
    NO_POLICY = "no_policy"
    TO_LODGE = "to_lodge"
    UNCONFIRMED = "unconfirmed"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One thing that is missing, and what mends it: a change to write (`draft`) or one to go on with (`change_id`).

    `since` is the first day, the last day or the day of lodging; `deadline` the last day to lodge, `late_from` the day
    from which a late fee runs, `fee` how much so far (yuan), `probation` that they are on probation.
    """

    kind: BoardKind
    employee_id: int
    name: str
    department: str
    funds: tuple[Fund, ...]
    city: str = ""
    since: date | None = None
    deadline: date | None = None
    late_from: date | None = None
    fee: Decimal = _ZERO
    days: int = 0
    probation: bool = False
    employment: EmploymentKind | None = None
    declared: Decimal | None = None
    suggested: Decimal | None = None
    change_id: int | None = None
    change_number: str = ""
    draft: ChangeDraft | None = None

    @property
    def urgent(self) -> bool:
        """Whether it counts on the rail: something to do that nobody has begun, or that is late."""
        if self.kind is BoardKind.EXCLUDED:
            return False
        return self.change_id is None or self.days > 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the staff list, as the board looks at them."""

    id: int
    name: str
    department: str
    hired_on: date | None
    left_on: date | None
    kind: EmploymentKind
    probation_until: date | None
    newly_working: bool

    def works_on(self, today: date) -> bool:
        begun = self.hired_on is None or self.hired_on <= today
        return begun and (self.left_on is None or self.left_on >= today)


@dataclass(slots=True)
class Ground:
    """Everything the board looks at, read at once."""

    today: date
    people: list[Person]
    enrolments: Mapping[tuple[int, Fund], Enrolment]
    ended: frozenset[tuple[int, Fund]]
    changes: list[InsuranceChange]
    amounts: Mapping[int, tuple[ItemFen, ...]]
    gaps: list[Gap]
    rules: Mapping[tuple[Fund, str], CityRules]
    city: str
    frozen: Mapping[tuple[Fund, str], date]
    wages: Mapping[int, Decimal]
    open: Mapping[tuple[int, Fund], InsuranceChange] = field(default_factory=dict)
    ever: Sequence[DatedRules] = ()
    costs: dict[tuple[Fund, int, date], Decimal] = field(default_factory=dict)

    @property
    def month(self) -> date:
        return month_of(self.today)

    def cut_off_day(self, fund: Fund, city: str) -> int | None:
        known = self.rules.get((fund, city))
        return known.policy.cut_off_day if known else None

    def cost(self, fund: Fund, wage: int, month: date) -> Decimal:
        """What both sides owe to a fund of the usual city for a month (yuan) on a wage (fen); each is reckoned once."""
        known = next((one for one in self.ever if one.holds(fund, self.city, month)), None)
        if known is None:
            return _ZERO
        key = (fund, wage, known.from_month)
        if key not in self.costs:
            items = insured.items_of(wage, known.rules)
            self.costs[key] = Decimal(sum(item.employer + item.employee for item in items)).scaleb(-2)
        return self.costs[key]


@open_to_all(_WHY)
def ground(session: Session, today: date, *, with_wages: bool) -> Ground:
    """Read what the board needs on a day; wages only for somebody who may see pay."""
    month = month_of(today)
    changes = list(
        session.scalars(
            select(InsuranceChange)
            .where(
                or_(
                    InsuranceChange.state.in_(OPEN_STATES),
                    and_(
                        InsuranceChange.state == OfficePaperState.APPROVED,
                        InsuranceChange.stage.in_((ChangeStage.TO_LODGE, ChangeStage.LODGED)),
                    ),
                )
            )
            .order_by(InsuranceChange.deadline, InsuranceChange.id)
        )
    )
    current = {(row.employee_id, row.fund): row for row in _enrolments(session, month)}
    return Ground(
        today, _people(session, month), current, _ended(session, month), changes,
        insured.fen_of_month(session, month), insured.gaps(session, month), insured.rules_of_month(session, month),
        usual_city(session), _frozen(session), _wages(session, today) if with_wages else {},
        {
            (row.employee_id, row.fund): row
            for row in changes
            if row.state in OPEN_STATES and row.kind is not ChangeKind.BACK_PAYMENT
        },
        insured.rules_ever(session),
    )  # fmt: skip


@open_to_all(_WHY)
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


@open_to_all(_WHY)
def wage_of(session: Session, employee_id: int, today: date) -> Decimal | None:
    """The fixed monthly pay that bases are made of (yuan); None when none is entered."""
    return _wages(session, today, employee_id).get(employee_id)


def _people(session: Session, month: date) -> list[Person]:
    """Who works here, and who left in the last years: older cases are history."""
    rows = session.execute(
        select(
            Employee.id, Employee.name, Department.name, Employee.hired_on, Employee.left_on,
            PersonalFile.employment_kind, PersonalFile.probation_until, PersonalFile.started_work_on,
        )
        .join(Department, Department.id == Employee.department_id)
        .outerjoin(PersonalFile, PersonalFile.employee_id == Employee.id)
        .where(or_(Employee.left_on.is_(None), Employee.left_on >= month.replace(year=month.year - 3)))
        .order_by(Employee.number)
    )  # fmt: skip
    return [
        Person(
            person_id, name, department, hired, left, kind or EmploymentKind.FULL_TIME, probation,
            bool(hired and started and month_of(started) == month_of(hired)),
        )
        for person_id, name, department, hired, left, kind, probation, started in rows
    ]  # fmt: skip


def _enrolments(session: Session, month: date) -> list[Enrolment]:
    query = select(Enrolment).where(or_(Enrolment.to_month.is_(None), Enrolment.to_month >= month))
    return list(session.scalars(query.order_by(Enrolment.from_month.desc())))


def _ended(session: Session, month: date) -> frozenset[tuple[int, Fund]]:
    rows = session.execute(
        select(Enrolment.employee_id, Enrolment.fund).where(Enrolment.to_month < month).distinct()
    )
    return frozenset((row[0], row[1]) for row in rows)


def _frozen(session: Session) -> dict[tuple[Fund, str], date]:
    rows = session.execute(
        select(Remittance.fund, Remittance.city, func.max(Remittance.month))
        .where(Remittance.state != RemittanceState.DRAFT)
        .group_by(Remittance.fund, Remittance.city)
    )
    return {(row[0], row[1]): row[2] for row in rows}


def _wages(session: Session, today: date, employee_id: int | None = None) -> dict[int, Decimal]:
    """Of each component the rate in force; fixed earnings that count for the base are added up."""
    query = (
        select(PayRate.employee_id, PayRate.component_id, PayRate.amount)
        .join(PayComponent, PayComponent.id == PayRate.component_id)
        .where(
            PayRate.from_on <= today,
            PayComponent.in_base == True,  # noqa: E712 - SQL, and IS is no operator for numbers on PostgreSQL
            PayComponent.effect == ComponentEffect.EARNING,
            PayComponent.kind.in_((ComponentKind.FIXED, ComponentKind.ATTENDANCE)),
        )
        .order_by(PayRate.from_on)
    )
    if employee_id is not None:
        query = query.where(PayRate.employee_id == employee_id)
    latest = {(person, component): amount for person, component, amount in session.execute(query)}
    found: dict[int, Decimal] = {}
    for (person, _), amount in latest.items():
        found[person] = found.get(person, _ZERO) + amount
    return found
