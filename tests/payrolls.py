"""A small company that pays wages: people with rates, attendance, insurance, and sheets made month by month."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.insurance import Enrolment, InsuranceBase, InsurancePolicy, InsurancePolicyItem
from models.insurance_terms import Fund, InsuranceItem
from models.pay import AttendanceMonth, PayAdjustment, PayComponent, PayRate
from models.payroll import PayrollLine, PayrollRun, RunKind
from models.people import Employee
from models.personnel import DeductionItem, EmploymentKind, PersonalFile, SpecialDeduction, TaxYear
from models.user import Role
from services import pay_components, payroll_months, payroll_runs
from services.database import Database, Session
from services.permissions import Actor
from tests.conftest import actor_of_role

_COMMANDS = itertools.count()
LONG_AGO = date(2020, 1, 1)


def command() -> str:
    """A click that nobody made before."""
    return f"payroll-{next(_COMMANDS)}"


def begin(database: Database) -> None:
    """The usual components, and nobody but the people of conftest, who have no pay."""
    with database.write() as session:
        pay_components.begin_with_usual(session)


def component(session: Session, code: str) -> int:
    """The id of a component."""
    found = session.scalar(select(PayComponent.id).filter_by(code=code))
    assert found is not None
    return found


def hire(
    database: Database,
    name: str,
    *,
    base: str = "10000",
    hired: date | None = LONG_AGO,
    left: date | None = None,
    kind: EmploymentKind = EmploymentKind.FULL_TIME,
    rates: dict[str, str] | None = None,
) -> int:
    """Somebody with a base wage since they came, and further rates by code of component."""
    with database.write() as session:
        number = f"E{next(_COMMANDS):05}"
        person = Employee(
            number=number,
            name=name,
            department_id=1,
            hired_on=hired,
            left_on=left,
            bank_account="6214830000000009",
        )
        session.add(person)
        session.flush()
        session.add(PersonalFile(employee_id=person.id, employment_kind=kind))
        for code, amount in {"base": base, **(rates or {})}.items():
            session.add(
                PayRate(
                    employee_id=person.id, component_id=component(session, code), from_on=hired or LONG_AGO,
                    amount=Decimal(amount),
                )
            )  # fmt: skip
        return person.id


def insure(database: Database, employee_id: int, *, base: str, since: date = LONG_AGO) -> None:
    """Into both funds of the city of domain.md 2.3, which is made when it is not there."""
    with database.write() as session:
        if session.scalar(select(InsurancePolicy.id).limit(1)) is None:
            _policies(session)
        for fund in Fund:
            session.add_all(
                [
                    Enrolment(employee_id=employee_id, fund=fund, city="测试市", from_month=since),
                    InsuranceBase(employee_id=employee_id, fund=fund, from_month=since, base=Decimal(base)),
                ]
            )


def _policies(session: Session) -> None:
    item = InsuranceItem
    social = [
        (item.PENSION, "0.16", "0.08", "0"), (item.MEDICAL, "0.087", "0.02", "7"),
        (item.UNEMPLOYMENT, "0.007", "0.003", "0"), (item.INJURY, "0.004", "0", "0"),
    ]  # fmt: skip
    for fund, rows in ((Fund.SOCIAL, social), (Fund.HOUSING, [(item.HOUSING_FUND, "0.12", "0.12", "0")])):
        policy = InsurancePolicy(
            city="测试市", fund=fund, from_month=LONG_AGO, minimum_wage=Decimal(2210), confirmed=True,
            items=[
                InsurancePolicyItem(
                    position=place, item=name, floor=Decimal(4498), ceiling=Decimal(22488),
                    employer_rate=Decimal(employer), employee_rate=Decimal(employee), employee_fixed=Decimal(fixed),
                )
                for place, (name, employer, employee, fixed) in enumerate(rows)
            ],
        )  # fmt: skip
        session.add(policy)


def deduct(
    database: Database, employee_id: int, amount: str, *, since: date = LONG_AGO, until: date | None = None
) -> None:
    """A special additional deduction of so many yuan a month."""
    with database.write() as session:
        session.add(
            SpecialDeduction(
                employee_id=employee_id, item=DeductionItem.ELDERLY_CARE, amount=Decimal(amount), from_month=since,
                to_month=until,
            )
        )  # fmt: skip


def tax_year(database: Database, employee_id: int, year: int = 2026, **columns: object) -> None:
    """What is known of a person's tax year."""
    with database.write() as session:
        session.add(TaxYear(employee_id=employee_id, year=year, **columns))


def once_only(
    database: Database, employee_id: int, month: date, code: str, amount: str, note: str = ""
) -> int:
    """A one-off line of the sheet of a month."""
    with database.write() as session:
        line = PayAdjustment(
            month=month, employee_id=employee_id, component_id=component(session, code), amount=Decimal(amount),
            note=note,
        )  # fmt: skip
        session.add(line)
        session.flush()
        return line.id


def attend(database: Database, employee_id: int, month: date, **columns: object) -> None:
    """The attendance of a month: days and hours in hundredths."""
    values = {"due": 2100, "worked": 2100, **columns}
    with database.write() as session:
        session.add(AttendanceMonth(employee_id=employee_id, month=month, **values))


def make(
    database: Database, actor: Actor, month: date, kind: RunKind = RunKind.REGULAR, **more: object
) -> int:
    """The sheet of a month as a draft, made on its first day."""
    with database.write() as session:
        return payroll_runs.draft(session, actor, month, kind, command(), month, **more)  # type: ignore[arg-type]  # as given


def line_of(database: Database, run_id: int, employee_id: int) -> PayrollLine:
    """A person's line of a sheet."""
    with database.read() as session:
        found = session.scalar(
            select(PayrollLine).where(PayrollLine.run_id == run_id, PayrollLine.employee_id == employee_id)
        )
    assert found is not None
    return found


def run_of(database: Database, run_id: int) -> PayrollRun:
    """A sheet as it is stored."""
    with database.read() as session:
        return session.get_one(PayrollRun, run_id)


def settings(database: Database, actor: Actor, **wanted: object) -> None:
    """What the company set, beside the usual."""
    with database.write() as session:
        payroll_months.save_settings(session, actor, replace(payroll_months.pay_settings(session), **wanted))  # type: ignore[arg-type]  # as given


def same_month_wages(database: Database) -> None:
    """The sheet of a month pays the work of that month."""
    settings(database, actor_of_role(Role.CLERK), wage_month="same")


def recompute(database: Database, actor: Actor, run_id: int) -> int:
    """Reckon a draft again."""
    version = run_of(database, run_id).version
    with database.write() as session:
        return payroll_runs.recompute(session, actor, run_id, version, run_of(database, run_id).due_on)


def remove(database: Database, actor: Actor, run_id: int) -> None:
    """Throw a draft away."""
    version = run_of(database, run_id).version
    with database.write() as session:
        payroll_runs.remove(session, actor, run_id, version)


def rate(database: Database, employee_id: int, code: str, amount: str, from_on: date) -> int:
    """A rate of somebody from a day on."""
    with database.write() as session:
        item = PayRate(
            employee_id=employee_id, component_id=component(session, code), from_on=from_on, amount=Decimal(amount)
        )  # fmt: skip
        session.add(item)
        session.flush()
        return item.id
