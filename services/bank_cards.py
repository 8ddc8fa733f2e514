"""Bank cards 工资卡: which one a person's pay goes to on a day, and those in a person's file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.people import Employee
from models.personnel import BankCard
from services import personal_lists
from services.errors import Refused
from services.identity_numbers import card_problem
from services.permissions import open_to_all
from services.personal_drafts import CardDraft
from services.records import required, tidy

_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class Card:
    """The card in force: the bank, the number in digits, and since when (None: the account of the employee)."""

    bank_name: str
    number: str
    from_on: date | None = None


@open_to_all(_WHY)
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


@open_to_all(_WHY)
def of_employee(session: Session, employee_id: int) -> tuple[CardDraft, ...]:
    """The cards in a person's file, the newest first."""
    found = personal_lists.of_employee(session, BankCard, employee_id, BankCard.from_on.desc())
    return tuple(CardDraft(item.from_on, item.bank_name, item.number, item.note) for item in found)


@open_to_all(_WHY)
def write(session: Session, employee: Employee, drafts: Sequence[CardDraft], today: date) -> None:
    """Make the file's cards those of `drafts`; the employee's account follows the card in force `today`.

    Raises Refused at `cards.<n>.<column>`: "record.required", "card.number", "card.same_day".
    """
    wanted: dict[object, dict[str, object]] = {}
    for number, draft in enumerate(drafts):
        at = f"cards.{number}"
        if draft.from_on is None:
            raise Refused("record.required", field=f"{at}.from_on")
        if draft.from_on in wanted:
            raise Refused("card.same_day", field=f"{at}.from_on")
        wanted[draft.from_on] = {
            "from_on": draft.from_on,
            "bank_name": required(draft.bank_name, f"{at}.bank_name"),
            "number": digits(draft.number, f"{at}.number"),
            "note": tidy(draft.note, f"{at}.note"),
        }
    before = {card.number for card in of_employee(session, employee.id)}
    personal_lists.write(session, BankCard, employee.id, wanted, lambda item: item.from_on)
    _follow(session, employee, before, today)


def _follow(session: Session, employee: Employee, before: set[str], today: date) -> None:
    """The account that claims are paid to is the card in force, unless somebody entered another one there."""
    card = in_force(session, today).get(employee.id)
    if card is None or card.from_on is None:
        return
    if employee.bank_account == "" or employee.bank_account in before:
        employee.bank_name, employee.bank_account = card.bank_name, card.number


def digits(text: str, field: str) -> str:
    """A card number without spaces; Refused "record.required", "card.number" when it holds anything but digits."""
    number = required(text, field).replace(" ", "").replace("-", "")
    if not (number.isascii() and number.isdecimal()):
        raise Refused("card.number", field=field)
    return number


def doubts(drafts: Sequence[CardDraft]) -> list[tuple[int, str]]:
    """Lines whose number looks mistyped, by Luhn or length, and why: a warning, the card itself decides."""
    found = ((number, card_problem(draft.number)) for number, draft in enumerate(drafts) if draft.number)
    return [(number, problem) for number, problem in found if problem]
