"""An existing register taken over: every row checked as a card would be, shown before anything is saved, then all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.asset_class import AssetClass
from models.fixed_asset import AssetState, FixedAsset
from models.people import Department, Employee
from services import asset_receiving, depreciation, places, records
from services.asset_drafts import AssetDraft, fill
from services.asset_numbers import number_cards
from services.asset_sheets import TITLES, AssetRow, assets_of
from services.asset_terms_of import terms_of
from services.database import Session, once
from services.depreciation import check_asset
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.money import round_fen
from services.people_sheets import Problem
from services.permissions import Actor, Permission, requires

# where a card's own refusal is shown in the table
_COLUMN_OF = {
    "class_id": "class",
    "department_id": "department",
    "employee_id": "employee",
    "place_id": "place",
}


@dataclass(frozen=True, slots=True)
class ComparedAsset:
    """A row as the card it would become, or why it cannot."""

    row: AssetRow
    draft: AssetDraft
    number: str
    idle: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ComparedRegister:
    """The whole table; amounts (yuan) of the rows that can be taken."""

    file: str
    rows: tuple[ComparedAsset, ...]
    problems: int
    cost: Decimal
    accumulated: Decimal


@dataclass(frozen=True, slots=True)
class ImportedRegister:
    """What an import did."""

    added: int
    left_out: int


class _House:
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
        self.numbers = set(session.scalars(select(FixedAsset.number)))
        self.serials = set(
            session.scalars(select(FixedAsset.serial_number).where(FixedAsset.serial_number != ""))
        )


@requires(Permission.ASSET_EDIT)
def compare(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    sheet: ForeignSheet,
    *,
    charged_to: date,
    today: date,
) -> ComparedRegister:
    """Every row as the card it would become; nothing is changed.

    `charged_to` is the last day the table's accumulated depreciation counts: months charged follow from it where the
    table has no column of them. Raises Refused "asset_import.no_titles" (name, titles), "asset_import.no_rows" (name).
    """
    rows = assets_of(sheet)
    house = _House(session)
    twice = Counter(row.text("number") for row in rows if row.text("number"))
    with session.no_autoflush:
        found = [_compared(session, house, row, twice, charged_to, today) for row in rows]
    good = [one.draft for one in found if not one.problems]
    cost = sum((one.cost or Decimal(0) for one in good), Decimal(0))
    accumulated = sum((one.opening_accumulated or Decimal(0) for one in good), Decimal(0))
    return ComparedRegister(sheet.file, tuple(found), len(found) - len(good), cost, accumulated)


def _compared(
    session: Session, house: _House, row: AssetRow, twice: Counter[str], charged_to: date, today: date
) -> ComparedAsset:
    draft = _draft(house, row, charged_to)
    problems = [*row.problems, *_problems(house, row, twice, today)]
    if not problems:
        problems = list(_as_card(session, row, draft))
    idle = row.state is AssetState.IDLE
    return ComparedAsset(row, draft, row.text("number"), idle, tuple(problems))


def _draft(house: _House, row: AssetRow, charged_to: date) -> AssetDraft:
    quantity = row.quantity or 1
    cost = row.cost if row.cost is not None or row.price is None else row.price * quantity
    person, of = _person(house, row)
    residual = row.residual
    if residual is None and row.residual_rate is not None and cost is not None:
        residual = round_fen(cost * row.residual_rate)
    start = row.start_on or row.bought_on
    return AssetDraft(
        name=row.text("name"),
        class_id=house.classes.get(row.text("class") or row.section),
        specification=row.text("specification"),
        serial_number=row.text("serial_number"),
        unit=row.text("unit"),
        quantity=quantity,
        cost=cost,
        residual=residual,
        months=row.months,
        method=row.method,
        bought_on=row.bought_on or row.start_on,
        start_on=start,
        opening_months=_months(row, start, charged_to),
        opening_accumulated=row.opening_accumulated,
        supplier=row.text("supplier"),
        invoice_number=row.text("invoice_number"),
        warranty_until=row.warranty_until,
        department_id=house.departments.get(row.text("department"), of),
        employee_id=person,
        note=row.text("note"),
    )


def _person(house: _House, row: AssetRow) -> tuple[int | None, int | None]:
    """The one who is called so; among several of a name the one of the row's department."""
    named = house.people.get(row.text("employee"), [])
    if len(named) > 1:
        department = house.departments.get(row.text("department"))
        named = [one for one in named if one[1] == department]
    return named[0] if len(named) == 1 else (None, None)


def _months(row: AssetRow, start: date | None, charged_to: date) -> int | None:
    if row.opening_months is not None or not row.opening_accumulated or start is None:
        return row.opening_months if row.opening_accumulated else 0
    passed = depreciation.elapsed_months(start, charged_to)
    return passed if row.months is None else min(passed, row.months)


def _problems(house: _House, row: AssetRow, twice: Counter[str], today: date) -> Iterator[Problem]:
    """What only the whole house knows."""

    def wrong(name: str, code: str, value: str = "") -> Problem:
        return Problem(row.row, name, code, value or row.text(name))

    number, kind = row.text("number"), row.text("class") or row.section
    if number and twice[number] > 1:
        yield wrong("number", "people.twice")
    if number in house.numbers:
        yield wrong("number", "asset_import.number_taken")
    if row.text("serial_number") in house.serials:
        yield wrong("serial_number", "asset_import.serial_taken")
    if kind not in house.classes:
        yield wrong("class", "asset_import.class" if kind else "people.required", kind)
    if row.text("department") and row.text("department") not in house.departments:
        yield wrong("department", "people.department")
    if row.text("employee") and _person(house, row)[0] is None:
        several = len(house.people.get(row.text("employee"), ())) > 1
        yield wrong("employee", "asset_import.several_people" if several else "asset_import.person")
    if row.state is AssetState.DISPOSED:
        yield wrong("state", "asset_import.disposed")
    yield from _wrong_figures(row, today, wrong)


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
    if row.net is not None and row.cost is not None:
        net = row.cost - (row.opening_accumulated or Decimal(0))
        if net != row.net:
            yield wrong("net", "asset_import.net", f"{row.net:,} ≠ {net:,}")


def _as_card(session: Session, row: AssetRow, draft: AssetDraft) -> Iterator[Problem]:
    """What the card itself would refuse, at the table's column."""
    item = FixedAsset(estimates=[], uses=[])
    try:
        fill(session, item, draft)
        check_asset(terms_of(item))
    except Refused as refused:
        name = _COLUMN_OF.get(refused.field or "", refused.field or "name")
        yield Problem(row.row, name if name in TITLES else "name", refused.code, _told(refused, row, name))


def _told(refused: Refused, row: AssetRow, name: str) -> str:
    """What the sentence names: its bound where it has one, else what stands in the cell."""
    bound = next(iter(refused.values.values()), None)
    if bound is None:
        return row.text(name)
    return f"{bound:,.2f}" if isinstance(bound, Decimal) else str(bound)


@requires(Permission.ASSET_EDIT)
def apply(
    session: Session,
    actor: Actor,
    sheet: ForeignSheet,
    *,
    charged_to: date,
    command_id: str,
    today: date,
    without_problems: bool = False,
) -> ImportedRegister:
    """Take the register over in one transaction; a second click does nothing.

    Raises what `compare` raises, "asset_import.problems" (count) unless `without_problems` leaves those rows out,
    "asset_import.nothing" when no row is left.
    """
    found = compare(session, actor, sheet, charged_to=charged_to, today=today)
    if not once(session, command_id):
        return ImportedRegister(0, found.problems)
    if found.problems and not without_problems:
        raise Refused("asset_import.problems", count=found.problems)
    good = [one for one in found.rows if not one.problems]
    if not good:
        raise Refused("asset_import.nothing")
    _add(session, actor, good, f"自《{sheet.file}》导入")
    return ImportedRegister(len(good), found.problems)


def _add(session: Session, actor: Actor, rows: Sequence[ComparedAsset], note: str) -> None:
    made: list[tuple[FixedAsset, AssetDraft]] = []
    for one in rows:
        item = FixedAsset(estimates=[], uses=[], number=one.number)
        fill(session, item, one.draft)
        made.append((item, _placed(session, actor, one)))
    number_cards(session, [item for item, _ in made if not item.number])
    for item, draft in made:
        asset_receiving.put_into_register(session, actor, item, draft, note=note)


def _placed(session: Session, actor: Actor, one: ComparedAsset) -> AssetDraft:
    place = places.found_or_made(session, actor, records.tidy(one.row.text("place"), "place"))
    draft = replace(one.draft, place_id=place)
    return replace(draft, department_id=None, employee_id=None) if one.idle else draft
