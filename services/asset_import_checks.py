"""What only the whole house knows about a row of a register that is taken over: who is who, what is here already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.asset_class import AssetClass
from models.fixed_asset import AssetState, FixedAsset
from models.people import Department, Employee
from services.asset_sheets import AssetRow
from services.database import Session
from services.people_sheets import Problem


class House:
    """What is here, by what a table calls it."""

    def __init__(self, session: Session) -> None:
        self.classes: dict[str, int] = {}
        for class_id, code, name in session.execute(select(AssetClass.id, AssetClass.code, AssetClass.name)):
            self.classes |= {code: class_id, name: class_id}
        self.departments = {row[0]: row[1] for row in session.execute(select(Department.name, Department.id))}
        self.people: dict[str, list[tuple[int, int]]] = {}
        for person in session.execute(
            select(Employee.name, Employee.number, Employee.id, Employee.department_id)
        ):
            for known in (person[0], person[1]):
                self.people.setdefault(known, []).append((person[2], person[3]))
        self.alike = _alike(session)
        self.numbers = set(session.scalars(select(FixedAsset.number)))
        self.serials = set(
            session.scalars(select(FixedAsset.serial_number).where(FixedAsset.serial_number != ""))
        )


def person_of(house: House, row: AssetRow) -> tuple[int | None, int | None]:
    """The one who is called so; among several of a name the one of the row's department."""
    named = house.people.get(row.text("employee"), [])
    if len(named) > 1:
        department = house.departments.get(row.text("department"))
        named = [one for one in named if one[1] == department]
    return named[0] if len(named) == 1 else (None, None)


def problems_of(
    house: House, row: AssetRow, twice: Counter[tuple[str, str]], today: date
) -> Iterator[Problem]:
    """What only the whole house knows."""

    def wrong(name: str, code: str, value: str = "") -> Problem:
        return Problem(row.row, name, code, value or row.text(name))

    yield from _twice(house, row, twice, wrong)
    kind = row.text("class") or row.section
    if kind not in house.classes:
        yield wrong("class", "asset_import.class" if kind else "people.required", kind)
    if row.text("department") and row.text("department") not in house.departments:
        yield wrong("department", "people.department")
    if row.text("employee") and person_of(house, row)[0] is None:
        several = len(house.people.get(row.text("employee"), ())) > 1
        yield wrong("employee", "asset_import.several_people" if several else "asset_import.person")
    if row.state is AssetState.DISPOSED:
        yield wrong("state", "asset_import.disposed")
    if row.state is AssetState.LEASED:
        yield wrong("state", "asset_import.leased")
    if row.state is AssetState.LENT and not _borrowed(row):
        yield wrong("state", "asset_import.lent")
    yield from _wrong_figures(row, today, wrong)


def _borrowed(row: AssetRow) -> bool:
    """Whether the table says who has it and until when; a day that cannot be read is said where it stands."""
    return bool(row.text("outside") or row.text("employee")) and bool(row.text("due_on"))


def _twice(house: House, row: AssetRow, twice: Counter[tuple[str, str]], wrong: object) -> Iterator[Problem]:
    """What stands in the table twice, or is here already."""
    assert callable(wrong)
    number = row.text("number")
    if number and twice["number", number] > 1:
        yield wrong("number", "people.twice")
    if number in house.numbers:
        yield wrong("number", "asset_import.number_taken")
    serial = row.text("serial_number")
    if serial and twice["serial_number", serial] > 1:
        yield wrong("serial_number", "people.twice")
    if not number and not serial and _facts(row) in house.alike:
        yield wrong("name", "asset_import.alike")
    if serial in house.serials:
        yield wrong("serial_number", "asset_import.serial_taken")


def _wrong_figures(row: AssetRow, today: date, wrong: object) -> Iterator[Problem]:
    assert callable(wrong)
    bought = row.bought_on or row.start_on
    if bought is None and not any(problem.column in ("bought_on", "start_on") for problem in row.problems):
        yield wrong("bought_on", "people.required")
    if bought is not None and bought > today:
        yield wrong("bought_on", "asset_import.future")
    if (
        row.cost is None
        and row.price is None
        and not any(p.column in ("cost", "price") for p in row.problems)
    ):
        yield wrong("cost", "people.required")
    if row.net is not None and row.cost is not None and row.opening_accumulated is not None:
        net = row.cost - row.opening_accumulated
        if net != row.net:
            yield wrong("net", "asset_import.net", f"{row.net:,} ≠ {net:,}")


type Facts = tuple[str, str, Decimal | None, date | None]


def _facts(row: AssetRow) -> Facts:
    cost = row.cost if row.cost is not None or row.price is None else row.price * (row.quantity or 1)
    return row.text("name"), row.text("specification"), cost, row.bought_on or row.start_on


def _alike(session: Session) -> set[Facts]:
    """Name, specification, cost and day of the cards here: without numbers the same table would come in twice."""
    asked = select(FixedAsset.name, FixedAsset.specification, FixedAsset.cost, FixedAsset.bought_on)
    return {(row[0], row[1], row[2], row[3]) for row in session.execute(asked)}
