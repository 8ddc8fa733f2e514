"""Benefit sheets 福利发放表: who gets how much of an article at a festival or in a quarter, signed for, booked once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.people import Department, Employee
from models.supply import BenefitLine, BenefitSheet, Supply, SupplyAct
from services import audit, numbering, records, supply_movements, supply_reversals
from services.database import now, once
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required, tidy
from services.supply_drafts import SlipDraft, SupplyLine


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


@requires(Permission.SUPPLY_EDIT)
def save(session: Session, actor: Actor, draft: BenefitDraft, *, today: date) -> int:
    """Store a sheet with its lines; returns its id.

    Raises Refused "record.required" (name, on_day, supply_id, lines, lines.<n>.employee_id, .quantity), "record.gone",
    "record.stale", "benefit.closed", "benefit.signed_article" (supply_id), and at `lines.<n>` "benefit.twice"
    (employee_id), "supply.quantity" (quantity), "benefit.signed" (quantity; day), "supply.future" (received_on).
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
    _refuse_lines(draft.lines, today)
    _refuse_signed(item, draft)
    item.on_day, item.supply_id = draft.on_day, draft.supply_id
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


def _refuse_signed(item: BenefitSheet, draft: BenefitDraft) -> None:
    """What somebody has signed for stays; it is changed by taking the signature out, and signed for again."""
    signed = {line.employee_id: line for line in item.lines if line.received_on is not None}
    kept = [(place, line) for place, line in enumerate(draft.lines) if line.received_on is not None]
    for place, line in kept:
        known = signed.get(line.employee_id or 0)
        if known is not None and known.quantity != line.quantity:
            raise Refused("benefit.signed", f"lines.{place}.quantity", day=known.received_on)
        if known is not None and item.supply_id != draft.supply_id:
            raise Refused("benefit.signed_article", "supply_id")


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
    """Book what was signed for, an issue for each department with a row for everybody, and lock the sheet.

    Returns the numbers of the slips.

    A repeated command does it once. Raises Refused "benefit.nobody_signed", "benefit.closed", "record.stale",
    "supply.not_enough" (on_hand), and what `supply_movements.book` refuses of day and place.
    """
    if not once(session, command_id):
        return []
    item = _expect(session, sheet_id, version)
    taken = _by_department(session, item)
    if not taken:
        raise Refused("benefit.nobody_signed")
    slip = SlipDraft(SupplyAct.ISSUE, on_day, place_id, note=f"{item.number} {item.name}", benefit_id=item.id)
    slips = []
    for department_id, lines in taken.items():
        draft = replace(slip, lines=tuple(lines), department_id=department_id)
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


def _by_department(session: Session, item: BenefitSheet) -> dict[int, list[SupplyLine]]:
    """What everybody who signed took, by department: that of the sheet, as long as it is still called so."""
    ids = {row[0]: row[1] for row in session.execute(select(Department.name, Department.id))}
    found: dict[int, list[SupplyLine]] = {}
    for line in item.lines:
        if line.received_on is not None:
            own = ids.get(line.department_name) or session.get_one(Employee, line.employee_id).department_id
            taken = SupplyLine(item.supply_id, line.quantity, employee_id=line.employee_id)
            found.setdefault(own, []).append(taken)
    return found


@requires(Permission.SUPPLY_EDIT)
def reopen(
    session: Session,
    actor: Actor,
    sheet_id: int,
    version: int,
    *,
    on_day: date | None,
    reason: str,
    command_id: str,
    today: date,
) -> list[str]:
    """Take back what a closed sheet booked, by slips of the opposite, and open it again; returns their numbers.

    Signatures stay. A repeated command does it once. Raises Refused "record.gone", "record.stale", "benefit.open", and
    what supply_reversals.reverse refuses: "record.required" (on_day, reason), "supply.reverse_returned" (slip) and more.
    """
    if not once(session, command_id):
        return []
    item = load(session, sheet_id)
    if item.version != version:
        raise Refused("record.stale")
    if item.closed_on is None:
        raise Refused("benefit.open")
    why = required(reason, "reason")
    slips = supply_reversals.reverse_benefit(session, actor, item.id, on_day=on_day, reason=why, today=today)
    item.closed_on = None
    _touched(session, actor, item, "reopen", reason=why, slips=", ".join(slips))
    return slips


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
