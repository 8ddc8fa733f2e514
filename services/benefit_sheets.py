"""Benefit sheets 福利发放表: who gets how much of an article at a festival or in a quarter, signed for, booked once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from models.people import Department, Employee
from models.supply import BenefitLine, BenefitSheet, Supply, SupplyAct
from services import audit, numbering, records, supply_movements
from services.database import now, once
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy
from services.supply_movements import SlipDraft, SupplyLine


@dataclass(frozen=True, slots=True)
class BenefitLineDraft:
    """Who is to get how much; `received_on` is the day they signed."""

    employee_id: int | None = None
    quantity: Decimal | None = Decimal(1)
    received_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class BenefitDraft:
    """A sheet as typed."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    on_day: date | None = None
    supply_id: int | None = None
    lines: tuple[BenefitLineDraft, ...] = ()


@requires(Permission.SUPPLY_SEE)
def get(session: Session, actor: Actor, sheet_id: int) -> BenefitDraft:  # noqa: ARG001 - the permission needs it
    """The sheet of that id as typed; Refused "record.gone"."""
    item = load(session, sheet_id)
    lines = tuple(
        BenefitLineDraft(line.employee_id, line.quantity, line.received_on, line.note) for line in item.lines
    )
    return BenefitDraft(item.id, item.version, item.name, item.on_day, item.supply_id, lines)


@requires(Permission.SUPPLY_SEE)
def people(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    *,
    on_day: date,
    department_id: int | None = None,
    quantity: Decimal = Decimal(1),
) -> list[BenefitLineDraft]:
    """A line for everyone employed on the day, of one department or of all, by department and number."""
    here = (
        or_(Employee.hired_on.is_(None), Employee.hired_on <= on_day),
        or_(Employee.left_on.is_(None), Employee.left_on >= on_day),
    )
    wanted = select(Employee.id).join(Department, Department.id == Employee.department_id).where(*here)
    if department_id is not None:
        wanted = wanted.where(Employee.department_id == department_id)
    found = session.scalars(wanted.order_by(Department.code, Employee.number))
    return [BenefitLineDraft(each, quantity) for each in found]


@requires(Permission.SUPPLY_SEE)
def names_on(session: Session, actor: Actor, sheet_id: int) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The people on a sheet under the names it has of them, also those who have left since."""
    wanted = select(BenefitLine).where(BenefitLine.sheet_id == sheet_id)
    return [
        Choice(line.employee_id, line.employee_name, line.department_name, line.employee_name)
        for line in session.scalars(wanted)
    ]


@requires(Permission.SUPPLY_EDIT)
def save(session: Session, actor: Actor, draft: BenefitDraft, *, today: date) -> int:
    """Store a sheet with its lines; returns its id.

    Raises Refused "record.required" (name, on_day, supply_id, lines, lines.<n>.employee_id, .quantity), "record.gone",
    "record.stale", "benefit.closed", and at `lines.<n>` "benefit.twice" (employee_id), "supply.quantity" (quantity),
    "supply.future" (received_on).
    """
    item = (
        BenefitSheet(made_by_name=actor.name, lines=[])
        if draft.id is None
        else _expect(session, draft.id, draft.version)
    )
    item.name = required(draft.name, "name")
    for field in ("on_day", "supply_id"):
        if getattr(draft, field) is None:
            raise Refused("record.required", field)
    records.refuse_unknown(session, Supply, draft.supply_id, "supply_id")
    if not draft.lines:
        raise Refused("record.required", "lines")
    assert draft.on_day is not None
    assert draft.supply_id is not None
    item.on_day, item.supply_id = draft.on_day, draft.supply_id
    _refuse_lines(draft.lines, today)
    item.number = item.number or numbering.next_number(session, f"FL-{draft.on_day.year}")
    _put_lines(session, item, draft.lines)
    article = session.get_one(Supply, draft.supply_id).name
    return records.keep(session, actor, item, item.number, item.name, article)


def _refuse_lines(lines: Sequence[BenefitLineDraft], today: date) -> None:
    seen: set[int] = set()
    for place, line in enumerate(lines):
        at = f"lines.{place}."
        if line.employee_id is None or line.quantity is None:
            raise Refused("record.required", at + ("employee_id" if line.employee_id is None else "quantity"))
        if line.employee_id in seen:
            raise Refused("benefit.twice", at + "employee_id")
        if line.quantity <= 0 or line.quantity != round(line.quantity, 3):
            raise Refused("supply.quantity", at + "quantity")
        if line.received_on is not None and line.received_on > today:
            raise Refused("supply.future", at + "received_on")
        seen.add(line.employee_id)


def _put_lines(session: Session, item: BenefitSheet, drafts: Sequence[BenefitLineDraft]) -> None:
    """People who stay keep their line; names and departments are frozen when somebody comes onto the sheet."""
    known = {line.employee_id: line for line in item.lines}
    kept = []
    for place, draft in enumerate(drafts):
        assert draft.employee_id is not None
        line = known.get(draft.employee_id) or _line(session, draft.employee_id, place)
        line.position, line.quantity = place + 1, draft.quantity or Decimal(0)
        line.received_on, line.note = draft.received_on, tidy(draft.note, f"lines.{place}.note")
        kept.append(line)
    item.lines = kept


def _line(session: Session, employee_id: int, place: int) -> BenefitLine:
    records.refuse_unknown(session, Employee, employee_id, f"lines.{place}.employee_id")
    person = session.get_one(Employee, employee_id)
    department = session.get_one(Department, person.department_id).name
    return BenefitLine(employee_id=employee_id, employee_name=person.name, department_name=department)


@requires(Permission.SUPPLY_EDIT)
def mark_received(
    session: Session, actor: Actor, sheet_id: int, version: int, *, on_day: date | None, today: date
) -> int:
    """Everybody who had not signed yet has signed on that day; returns how many that were.

    Raises Refused "record.required", "supply.future" (on_day), "record.stale", "benefit.closed".
    """
    item = _expect(session, sheet_id, version)
    if on_day is None:
        raise Refused("record.required", "on_day")
    if on_day > today:
        raise Refused("supply.future", "on_day")
    waiting = [line for line in item.lines if line.received_on is None]
    for line in waiting:
        line.received_on = on_day
    _touched(session, actor, item, "edit", signed=len(waiting))
    return len(waiting)


@requires(Permission.SUPPLY_EDIT)
def close(
    session: Session,
    actor: Actor,
    sheet_id: int,
    version: int,
    *,
    place_id: int | None,
    on_day: date | None,
    command_id: str,
    today: date,
) -> list[str]:
    """Book what was signed for, one issue for each department, and lock the sheet; returns the numbers of the slips.

    A repeated command does it once. Raises Refused "benefit.nobody_signed", "benefit.closed", "record.stale",
    "supply.not_enough" (on_hand), and what `supply_movements.book` refuses of day and place.
    """
    if not once(session, command_id):
        return []
    item = _expect(session, sheet_id, version)
    taken = _by_department(session, [line for line in item.lines if line.received_on is not None])
    if not taken:
        raise Refused("benefit.nobody_signed")
    slip = SlipDraft(SupplyAct.ISSUE, on_day, place_id, note=f"{item.number} {item.name}", benefit_id=item.id)
    slips = []
    for department_id, quantity in taken.items():
        draft = replace(slip, lines=(SupplyLine(item.supply_id, quantity),), department_id=department_id)
        try:
            slips.append(
                supply_movements.book(session, actor, draft, f"{command_id}:{department_id}", today=today)
            )
        except Refused as refused:
            field = "place_id" if (refused.field or "").startswith("lines.") else refused.field
            raise Refused(refused.code, field, **refused.values) from refused
    item.closed_on = today
    _touched(session, actor, item, "close_sheet")
    return slips


def _by_department(session: Session, lines: Sequence[BenefitLine]) -> dict[int, Decimal]:
    """What each department took: that of the sheet, as long as it is still called so."""
    ids = {row[0]: row[1] for row in session.execute(select(Department.name, Department.id))}
    found: dict[int, Decimal] = {}
    for line in lines:
        own = ids.get(line.department_name) or session.get_one(Employee, line.employee_id).department_id
        found[own] = found.get(own, Decimal(0)) + line.quantity
    return found


@requires(Permission.SUPPLY_EDIT)
def remove(session: Session, actor: Actor, sheet_id: int, version: int) -> bool:
    """Delete a sheet that is not closed. Raises Refused "record.gone", "record.stale", "benefit.closed"."""
    return records.drop(session, actor, _expect(session, sheet_id, version))


@open_to_all("a step of services that have checked")
def load(session: Session, sheet_id: int) -> BenefitSheet:
    """The sheet with its lines and article; Refused "record.gone"."""
    wanted = select(BenefitSheet).where(BenefitSheet.id == sheet_id)
    item = session.scalar(wanted.options(selectinload(BenefitSheet.lines), selectinload(BenefitSheet.supply)))
    if item is None:
        raise Refused("record.gone")
    return item


def _expect(session: Session, sheet_id: int, version: int | None) -> BenefitSheet:
    item = load(session, sheet_id)
    if item.version != version:
        raise Refused("record.stale")
    if item.closed_on is not None:
        raise Refused("benefit.closed")
    return item


@open_to_all("a step of services that have checked")
def _touched(session: Session, actor: Actor, item: BenefitSheet, action: str, **values: object) -> None:
    """Write what happened to the sheet, with a new version of it."""
    item.updated_at = now()
    audit.record(session, actor, action, item, **values)
    session.flush()
