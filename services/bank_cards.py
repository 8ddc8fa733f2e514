"""Bank cards 工资卡: which one a person's pay goes to on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.people import Employee
from models.personnel import BankCard
from services.permissions import open_to_all


@dataclass(frozen=True, slots=True)
class Card:
    """The card in force: the bank, the number in digits, and since when (None: the account of the employee)."""

    bank_name: str
    number: str
    from_on: date | None = None


@open_to_all("a step of services that have checked")
def in_force(session: Session, on: date) -> Mapping[int, Card]:
    """The card of every employee on a day, by employee id; who has none is not among them.

    The one with the latest day not after `on` counts; who has no card in their file has the bank account that
    stands with the employee.
    """
    accounts = select(Employee.id, Employee.bank_name, Employee.bank_account).where(
        Employee.bank_account != "", Employee.id.not_in(select(BankCard.employee_id))
    )
    found = {row[0]: Card(row[1], row[2]) for row in session.execute(accounts)}
    cards = select(BankCard.employee_id, BankCard.bank_name, BankCard.number, BankCard.from_on)
    for row in session.execute(cards.where(BankCard.from_on <= on).order_by(BankCard.from_on)):
        found[row[0]] = Card(row[1], row[2], row[3])
    return found
