"""A recurring paper with two fuel cards for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.people import Employee
from services import recurring_making, recurring_papers
from services.claim_values import Saved
from services.database import Session
from services.permissions import Actor
from services.recurring_papers import CardDraft, RecurringDraft
from tests.claims import TODAY, Office, command


def fuel(office: Office, **changes: object) -> RecurringDraft:
    """油卡充值 of two cards every two months, due today."""
    base = RecurringDraft(
        name="油卡充值",
        claimant_id=office.clerk.employee_id,
        department_id=office.survey,
        category_id=office.categories["交通"],
        purpose="外业车辆油卡充值",
        every_months=2,
        day_of_month=TODAY.day,
        next_on=TODAY,
        lines=(
            CardDraft("1000 1120 0001", office.clerk.employee_id, Decimal(800), "鄂A12345"),
            CardDraft("1000 1120 0002", office.head.employee_id, Decimal("650.50")),
        ),
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # values of its own fields


def save(office: Office, draft: RecurringDraft, actor: Actor | None = None) -> int:
    with office.writing() as session:
        return recurring_papers.save(session, actor or office.clerk, draft)


def stored(office: Office, recurring_id: int) -> RecurringDraft:
    with office.database.read() as session:
        return recurring_papers.get(session, office.clerk, recurring_id)


def make(
    office: Office, recurring_id: int, click: str = "", today: date = TODAY, version: int | None = None
) -> Saved:
    version = version or stored(office, recurring_id).version or 0
    with office.writing() as session:
        return recurring_making.make(
            session, office.clerk, recurring_id, version, click or command(), today=today
        )


def leave(session: Session, employee_id: int | None, day: date) -> None:
    """The employee's last day."""
    session.get_one(Employee, employee_id).left_on = day
