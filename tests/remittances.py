"""A small insured company for tests: the city of domain 2.3, people in both funds, months remitted."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import xlsxwriter

from models.approval import ApprovalRule, ApproverKind
from models.insurance import Enrolment, InsuranceBase, InsurancePolicy, InsurancePolicyItem
from models.insurance_terms import Fund, InsuranceItem
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.people import Employee
from models.personnel import PersonalFile
from models.user import Role
from services import remittance_register, remittances
from services.database import Database
from services.exchange.foreign_sheets import ForeignSheet, read_sheet
from services.permissions import Actor

CITY = "测试市"
JANUARY, JUNE, JULY = date(2026, 1, 1), date(2026, 6, 1), date(2026, 7, 1)
AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)
TODAY = date(2026, 10, 13)
_ITEMS = (
    (InsuranceItem.PENSION, "0.16", "0.08", "0"),
    (InsuranceItem.MEDICAL, "0.087", "0.02", "7"),
    (InsuranceItem.UNEMPLOYMENT, "0.007", "0.003", "0"),
    (InsuranceItem.INJURY, "0.004", "0", "0"),
)
_HOUSING = ((InsuranceItem.HOUSING_FUND, "0.12", "0.12", "0"),)
_COMMANDS = itertools.count()


def command() -> str:
    """A click that nobody made before."""
    return f"remittance-{next(_COMMANDS)}"


def policies(database: Database) -> None:
    """The policies of domain 2.3, since January 2026, for both funds; and the manager who decides on papers."""
    with database.write() as session:
        session.add(ApprovalRule(level=1, label="负责人", approver=ApproverKind.ROLE, role=Role.MANAGER))
        for fund, rows in ((Fund.SOCIAL, _ITEMS), (Fund.HOUSING, _HOUSING)):
            session.add(
                InsurancePolicy(
                    city=CITY, fund=fund, from_month=JANUARY, to_month=None, confirmed=True,
                    items=[
                        InsurancePolicyItem(
                            position=place, item=item, floor=Decimal(4498), ceiling=Decimal(22488),
                            employer_rate=Decimal(employer), employee_rate=Decimal(employee),
                            employee_fixed=Decimal(fixed),
                        )
                        for place, (item, employer, employee, fixed) in enumerate(rows, start=1)
                    ],
                )
            )  # fmt: skip


def hire(
    database: Database,
    name: str,
    base: str | None,
    *,
    since: date = JANUARY,
    identity: str = "",
    funds: object = Fund,
) -> int:
    """Somebody insured since a month on a declared base (None: nobody has entered one)."""
    with database.write() as session:
        number = f"R{next(_COMMANDS):04}"
        person = Employee(number=number, name=name, department_id=1, hired_on=since)
        session.add(person)
        session.flush()
        session.add(PersonalFile(employee_id=person.id, identity_number=identity or None))
        for fund in funds:
            session.add(
                Enrolment(employee_id=person.id, fund=fund, city=CITY, from_month=since, to_month=None)
            )
            if base is not None:
                session.add(
                    InsuranceBase(employee_id=person.id, fund=fund, from_month=since, base=Decimal(base))
                )
        return person.id


def stop(database: Database, employee_id: int, last: date) -> None:
    """Insured up to and with a month."""
    with database.write() as session:
        for row in session.query(Enrolment).filter_by(employee_id=employee_id):
            row.to_month = last


def set_base(database: Database, employee_id: int, base: str, since: date, fund: Fund = Fund.SOCIAL) -> None:
    """Another base from a month on."""
    with database.write() as session:
        session.add(InsuranceBase(employee_id=employee_id, fund=fund, from_month=since, base=Decimal(base)))


def draft(database: Database, actor: Actor, month: date, today: date = TODAY) -> dict[Fund, int]:
    """The drafts of a month by fund."""
    with database.write() as session:
        ids = remittances.draft(session, actor, month, command(), today)
    return {shown(database, actor, one).fund: one for one in ids}


def shown(database: Database, actor: Actor, remittance_id: int) -> remittance_register.RemittanceDetail:
    """A remittance as its pane shows it."""
    with database.read() as session:
        return remittance_register.detail(session, actor, remittance_id)


def freeze(database: Database, actor: Actor, remittance_id: int) -> None:
    version = shown(database, actor, remittance_id).version
    with database.write() as session:
        remittances.freeze(session, actor, remittance_id, version, command())


def frozen(database: Database, actor: Actor, *months: date) -> dict[tuple[Fund, date], int]:
    """Months made and frozen."""
    found = {}
    for month in months:
        for fund, one in draft(database, actor, month).items():
            freeze(database, actor, one)
            found[fund, month] = one
    return found


def paid_wages(database: Database, employee_id: int, year: int, wage: str, months: int = 12) -> None:
    """Regular sheets of a year, paid, with this wage that counts for bases."""
    with database.write() as session:
        for number in range(13 - months, 13):
            month = date(year, number, 1)
            run = session.query(PayrollRun).filter_by(month=month).one_or_none()
            if run is None:
                run = PayrollRun(
                    number=f"GZ-{month:%Y%m}", month=month, kind=RunKind.REGULAR, state=RunState.DRAFT, due_on=month,
                    pay_on=month, made_by_id=1, made_by_name="x", components=[],
                )  # fmt: skip
                session.add(run)
                session.flush()
            elif run.state != RunState.DRAFT:
                run = _again(session, run)
            session.add(_line(run.id, employee_id, wage))
            session.flush()


def close_wages(database: Database) -> None:
    """Every sheet is paid."""
    with database.write() as session:
        for run in session.query(PayrollRun):
            run.state = RunState.PAID


def _again(session: object, run: PayrollRun) -> PayrollRun:
    raise AssertionError(f"{run.number} is paid already: pay everybody first, then close_wages")


def _line(run_id: int, employee_id: int, wage: str) -> PayrollLine:
    amount = Decimal(wage)
    return PayrollLine(
        run_id=run_id, position=employee_id, employee_id=employee_id, number=str(employee_id), name="x",
        department_id=1, department_name="运营部", gross=amount, net=amount, base_wage=amount, tax_year=2025, tax_month=1,
        amounts={}, insured={},
    )  # fmt: skip


def bill(folder: Path, *rows: tuple[object, ...], name: str = "bill.xlsx") -> ForeignSheet:
    """A real workbook, read as a stranger's."""
    return read_sheet(bill_file(folder, *rows, name=name))


def bill_file(folder: Path, *rows: tuple[object, ...], name: str = "bill.xlsx") -> Path:
    path = folder / name
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, place, cell)
            elif cell is not None:
                sheet.write(number, place, cell)
    book.close()
    return path


def row_values(item: object, *names: str) -> SimpleNamespace:
    """Some attributes of a thing, for comparing."""
    return SimpleNamespace(**{name: getattr(item, name) for name in names})
