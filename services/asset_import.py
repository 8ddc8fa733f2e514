"""An existing register taken over: every row checked as a card would be, shown before anything is saved, then all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from models.fixed_asset import AssetState, FixedAsset, MovementKind
from services import asset_movements, asset_receiving, depreciation, places, records
from services.asset_drafts import AssetDraft, fill
from services.asset_import_checks import House, person_of, problems_of
from services.asset_movements import standing_of
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
    "units": "units_total",
}

_AWAY = {AssetState.REPAIR: MovementKind.REPAIR, AssetState.LENT: MovementKind.LEND}


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
    house = House(session)
    rows = assets_of(sheet, house.classes)
    twice = Counter((name, row.text(name)) for row in rows for name in ("number", "serial_number"))
    with session.no_autoflush:
        found = [_compared(session, house, row, twice, charged_to, today) for row in rows]
    good = [one.draft for one in found if not one.problems]
    cost = sum((one.cost or Decimal(0) for one in good), Decimal(0))
    accumulated = sum((one.opening_accumulated or Decimal(0) for one in good), Decimal(0))
    return ComparedRegister(sheet.file, tuple(found), len(found) - len(good), cost, accumulated)


def _compared(
    session: Session,
    house: House,
    row: AssetRow,
    twice: Counter[tuple[str, str]],
    charged_to: date,
    today: date,
) -> ComparedAsset:
    draft = _draft(house, row, charged_to)
    problems = [*row.problems, *problems_of(house, row, twice, today)]
    named = {problem.column for problem in problems}
    problems += [one for one in _as_card(session, house, row, draft) if one.column not in named]
    idle = row.state is AssetState.IDLE
    return ComparedAsset(row, draft, row.text("number"), idle, tuple(problems))


def _draft(house: House, row: AssetRow, charged_to: date) -> AssetDraft:
    quantity = 1 if row.quantity is None else row.quantity
    cost = row.cost if row.cost is not None or row.price is None else row.price * quantity
    person, of = person_of(house, row)
    residual = row.residual
    if residual is None and row.residual_rate is not None and cost is not None:
        residual = round_fen(cost * row.residual_rate)
    start = row.start_on or row.bought_on
    opening = row.opening_accumulated
    if opening is None and row.net is not None and cost is not None:
        opening = max(cost - row.net, Decimal(0))
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
        units_total=row.units_total,
        bought_on=row.bought_on or row.start_on,
        start_on=start,
        opening_months=_months(row, opening, start, charged_to),
        opening_accumulated=opening,
        supplier=row.text("supplier"),
        invoice_number=row.text("invoice_number"),
        warranty_until=row.warranty_until,
        department_id=house.departments.get(row.text("department"), of),
        employee_id=person,
        note=_note(row),
    )


def _note(row: AssetRow) -> str:
    """What is still here and is to go keeps that in its note."""
    state, note = row.text("state"), row.text("note")
    return (
        f"{state} {note}".strip()
        if row.state is AssetState.IN_USE and state.startswith(("待", "拟"))
        else note
    )


def _months(row: AssetRow, opening: Decimal | None, start: date | None, charged_to: date) -> int | None:
    if row.opening_months is not None or not opening or start is None:
        return row.opening_months if opening else 0
    passed = depreciation.elapsed_months(start, charged_to)
    return passed if row.months is None else min(passed, row.months)


def _as_card(session: Session, house: House, row: AssetRow, draft: AssetDraft) -> Iterator[Problem]:
    """What the card itself would refuse, at the table's column; a class that is not known yet hides nothing."""
    if draft.cost is None or draft.bought_on is None or not draft.name:
        return
    if draft.class_id is None:
        draft = replace(draft, class_id=next(iter(house.classes.values()), None))
    item = FixedAsset(estimates=[], uses=[])
    try:
        fill(session, item, draft)
        check_asset(terms_of(item))
    except Refused as refused:
        name = _COLUMN_OF.get(refused.field or "", refused.field or "name")
        name = "years" if name == "months" and row.text("years") and not row.text("months") else name
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
    _add(session, actor, good, f"自《{sheet.file}》导入", today)
    return ImportedRegister(len(good), found.problems)


def _add(session: Session, actor: Actor, rows: Sequence[ComparedAsset], note: str, today: date) -> None:
    made: list[tuple[FixedAsset, AssetDraft, ComparedAsset]] = []
    for one in rows:
        item = FixedAsset(estimates=[], uses=[], number=one.number)
        fill(session, item, one.draft)
        made.append((item, _placed(session, actor, one), one))
    number_cards(session, [item for item, _, _ in made if not item.number])
    for item, draft, one in made:
        asset_receiving.put_into_register(session, actor, item, draft, note=note)
        if one.row.state in _AWAY:
            away = replace(standing_of(item), state=one.row.state, **_lent(one.row))
            asset_movements.write(session, actor, item, _AWAY[one.row.state], today, away, note=note)


def _lent(row: AssetRow) -> dict[str, Any]:
    if row.state is not AssetState.LENT:
        return {}
    return {"outside": records.tidy(row.text("outside"), "outside"), "due_back_on": row.due_on}


def _placed(session: Session, actor: Actor, one: ComparedAsset) -> AssetDraft:
    place = places.found_or_made(session, actor, records.tidy(one.row.text("place"), "place"))
    draft = replace(one.draft, place_id=place)
    return replace(draft, department_id=None, employee_id=None) if one.idle else draft
