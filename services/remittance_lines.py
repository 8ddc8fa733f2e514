"""The lines of a remittance 汇缴明细: reckoned from who is insured, kept with it, added up by person and by item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import delete, insert, select

from models.insurance_terms import Fund, InsuranceItem
from models.people import Department, Employee
from models.personnel import PersonalFile
from models.remittance import Remittance, RemittanceKind, RemittanceLine, RemittanceState
from services import insured
from services.database import Session
from services.insured import ItemFen
from services.permissions import open_to_all

_WHY = "a step of services that have checked"
_ZERO = Decimal(0)


class Line(NamedTuple):
    """One item of one person for a month: yuan, rates as text; in a back payment the amounts are what is still owed."""

    employee_id: int
    name: str
    identity_number: str
    department_name: str
    month: date
    item: InsuranceItem
    declared: Decimal
    base: Decimal
    employer_rate: str
    employee_rate: str
    employer: Decimal
    employee: Decimal


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a remittance, all items together (yuan); `months` are paid for."""

    employee_id: int
    name: str
    identity_number: str
    department: str
    declared: Decimal
    base: Decimal
    employer: Decimal
    employee: Decimal
    months: tuple[date, ...]

    @property
    def total(self) -> Decimal:
        return self.employer + self.employee


@dataclass(frozen=True, slots=True)
class ItemSum:
    """An item of all people together (yuan)."""

    item: InsuranceItem
    people: int
    base: Decimal
    employer: Decimal
    employee: Decimal


class Who(NamedTuple):
    """What a line keeps of a person."""

    name: str
    identity_number: str
    department_name: str


_COLUMNS = tuple(getattr(RemittanceLine, name) for name in Line._fields)


@open_to_all(_WHY)
def reckoned(session: Session, fund: Fund, city: str, month: date) -> list[Line]:
    """What the registers say for a fund, city and month (first day), by name."""
    found = insured.fen_of_month(session, month)
    ours = {
        person: [item for item in items if item.fund == fund and item.city == city]
        for person, items in found.items()
    }
    people = names_of(session, [person for person, items in ours.items() if items])
    lines = [line_of(person, people[person], month, item) for person, items in ours.items() for item in items]
    return in_order(lines)


@open_to_all(_WHY)
def kept(session: Session, remittance_ids: Iterable[int]) -> list[Line]:
    """The stored lines of remittances, by name."""
    query = select(*_COLUMNS).where(RemittanceLine.remittance_id.in_(list(remittance_ids)))
    return in_order(Line(*row) for row in session.execute(query.order_by(RemittanceLine.id)))


@open_to_all(_WHY)
def write(session: Session, remittance_id: int, lines: Sequence[Line]) -> None:
    """Replace the lines of a draft."""
    session.execute(delete(RemittanceLine).where(RemittanceLine.remittance_id == remittance_id))
    if lines:
        session.execute(
            insert(RemittanceLine), [line._asdict() | {"remittance_id": remittance_id} for line in lines]
        )


def add_up(remittance: Remittance, lines: Sequence[Line]) -> None:
    """Set the totals of a remittance to those of its lines."""
    people = people_of(lines)
    remittance.people = len(people)
    remittance.base_total = sum((one.base for one in people), _ZERO)
    remittance.employer = sum((one.employer for one in people), _ZERO)
    remittance.employee = sum((one.employee for one in people), _ZERO)
    remittance.total = remittance.employer + remittance.employee


@open_to_all(_WHY)
def monthly(session: Session, fund: Fund, city: str, month: date) -> Remittance | None:
    """The remittance of a month, where it was made."""
    return session.scalar(
        select(Remittance).where(
            Remittance.fund == fund,
            Remittance.city == city,
            Remittance.month == month,
            Remittance.kind == RemittanceKind.MONTHLY,
        )
    )


@open_to_all(_WHY)
def of_month(session: Session, fund: Fund, city: str, month: date) -> list[Line]:
    """What a month cost: as it was frozen, or else as the registers say now."""
    made = monthly(session, fund, city, month)
    if made is not None and made.state != RemittanceState.DRAFT:
        return kept(session, [made.id])
    return reckoned(session, fund, city, month)


@open_to_all(_WHY)
def names_of(session: Session, employee_ids: Sequence[int]) -> dict[int, Who]:
    """Name, ID number and department of people as they are now."""
    query = (
        select(Employee.id, Employee.name, PersonalFile.identity_number, Department.name)
        .join(Department, Department.id == Employee.department_id)
        .outerjoin(PersonalFile, PersonalFile.employee_id == Employee.id)
    )
    found: dict[int, Who] = {}
    for start in range(0, len(employee_ids), 500):
        rows = session.execute(query.where(Employee.id.in_(employee_ids[start : start + 500])))
        found |= {row[0]: Who(row[1], row[2] or "", row[3]) for row in rows}
    return found


def line_of(employee_id: int, who: Who, month: date, item: ItemFen) -> Line:
    """An item as it is reckoned, as a line."""
    amount = insured.in_yuan(item)
    return Line(
        employee_id, *who, month, amount.item, amount.declared, amount.base,
        rate_text(amount.employer_rate), rate_text(amount.employee_rate), amount.employer, amount.employee,
    )  # fmt: skip


def people_of(lines: Iterable[Line]) -> list[Person]:
    """The lines of each person added up, in the order they come; the base is that of the first item of the last month."""
    grouped: dict[int, list[Line]] = {}
    for line in lines:
        grouped.setdefault(line.employee_id, []).append(line)
    return [_person(own) for own in grouped.values()]


def items_of(lines: Sequence[Line]) -> list[ItemSum]:
    """The lines of each item added up, in the order of InsuranceItem."""
    found = []
    for item in InsuranceItem:
        own = [line for line in lines if line.item == item]
        if own:
            found.append(
                ItemSum(
                    item,
                    len({line.employee_id for line in own}),
                    sum((line.base for line in own), _ZERO),
                    sum((line.employer for line in own), _ZERO),
                    sum((line.employee for line in own), _ZERO),
                )
            )
    return found


def in_order(lines: Iterable[Line]) -> list[Line]:
    """By department, then number of the person, month and item."""
    places = {item: place for place, item in enumerate(InsuranceItem)}
    return sorted(lines, key=lambda one: (one.department_name, one.employee_id, one.month, places[one.item]))


def rate_text(rate: Decimal) -> str:
    """0.080000 → "0.08"."""
    plain = f"{rate.normalize():f}"
    return plain if rate else "0"


def _person(own: Sequence[Line]) -> Person:
    last = max(line.month for line in own)
    first = next(line for line in own if line.month == last)
    return Person(
        first.employee_id,
        first.name,
        first.identity_number,
        first.department_name,
        first.declared,
        first.base,
        sum((line.employer for line in own), _ZERO),
        sum((line.employee for line in own), _ZERO),
        tuple(sorted({line.month for line in own})),
    )
