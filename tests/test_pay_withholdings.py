"""An advance paid back off the pay: it comes onto the sheet by itself, and is done when the sheet is paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.expense_claim import ClaimState, ExpenseClaim, PaymentMethod
from models.pay import AdjustmentCause, PayAdjustment, PayRate
from models.payroll import PayrollRun, RunState
from models.people import Employee
from models.user import Role
from services import expense_claims, pay_withholdings
from services.claim_values import Saved
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from tests import payrolls
from tests.claims import TODAY, Office, command, make_office
from tests.conftest import actor_of_role

DECEMBER = date(2026, 12, 1)


@pytest.fixture
def office(database: Database) -> Office:
    made = make_office(database)
    payrolls.begin(database)
    with database.write() as session:
        base = payrolls.component(session, "base")
        for person in session.scalars(select(Employee.id)).all():
            session.add(
                PayRate(
                    employee_id=person, component_id=base, from_on=date(2020, 1, 1), amount=Decimal(10000)
                )
            )
    return made


def held(office: Office, amount: str = "1000") -> tuple[Saved, Saved]:
    advance = office.paid(office.advance_draft("3000"))
    with office.writing() as session:
        paper = expense_claims.repay(
            session, office.cashier, advance.id, advance.version, amount=Decimal(amount),
            method=PaymentMethod.FROM_PAY, paid_on=TODAY, command_id=command(), today=TODAY, account_id=None,
            pay_month=DECEMBER,
        )  # fmt: skip
    return advance, paper


def claimant(office: Office, paper: Saved) -> int:
    with office.database.read() as session:
        return session.get_one(ExpenseClaim, paper.id).claimant_id


def settled(database: Database, run: int, cashier: Actor) -> int:
    """The step of paying alone; its way is tested with the states."""
    with database.write() as session:
        session.get_one(PayrollRun, run).state = RunState.PAID
        return pay_withholdings.settle(session, cashier, run, date(2026, 12, 8))


def test_it_comes_onto_the_sheet_and_lowers_the_advance_when_that_is_paid(
    office: Office, clerk: Actor
) -> None:
    database = office.database
    advance, paper = held(office)
    run = payrolls.make(database, clerk, DECEMBER)
    line = payrolls.line_of(database, run, claimant(office, paper))
    assert (line.amounts["repayment"], line.withheld) == ("1000.00", Decimal(1000))
    assert office.detail(advance).outstanding == Decimal(3000)
    assert settled(database, run, actor_of_role(Role.CASHIER)) == 1
    with database.read() as session:
        assert session.get_one(ExpenseClaim, paper.id).state == ClaimState.PAID
    assert office.detail(advance).outstanding == Decimal(2000)


def test_reckoning_again_takes_it_once(office: Office, clerk: Actor) -> None:
    held(office)
    run = payrolls.make(office.database, clerk, DECEMBER)
    payrolls.recompute(office.database, clerk, run)
    with office.database.read() as session:
        found = session.scalars(select(PayAdjustment)).all()
    assert [(line.cause, line.run_id) for line in found] == [(AdjustmentCause.REPAYMENT, run)]


def test_what_missed_its_sheet_comes_onto_the_next_one(office: Office, clerk: Actor) -> None:
    payrolls.make(office.database, clerk, DECEMBER)
    _advance, paper = held(office)
    run = payrolls.make(office.database, clerk, date(2027, 1, 1))
    assert payrolls.line_of(office.database, run, claimant(office, paper)).withheld == Decimal(1000)


def test_one_that_was_changed_meanwhile_is_not_marked_paid(office: Office, clerk: Actor) -> None:
    _advance, paper = held(office)
    run = payrolls.make(office.database, clerk, DECEMBER)
    with office.database.write() as session:
        session.get_one(ExpenseClaim, paper.id).state = ClaimState.VOIDED
    with pytest.raises(Refused, match=r"payroll\.repayment_changed"):
        settled(office.database, run, actor_of_role(Role.CASHIER))
