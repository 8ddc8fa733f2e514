"""Fixed assets 固定资产: the register of cards, and writing a card's facts. Where a card stands changes by movements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select

from models.asset_class import AssetClass, Place
from models.asset_terms import Method
from models.fixed_asset import AssetState, FixedAsset
from models.people import Department, Employee
from services import records
from services.asset_costs import cost_today, method_today, months_today, residual_today
from services.asset_drafts import AssetDraft, draft_of, fill, refuse_changed_values, values_of
from services.asset_movements import PUT_TO_USE
from services.asset_numbers import number_cards
from services.asset_receiving import put_into_register
from services.asset_terms_of import load_with_terms, terms_of
from services.database import Session
from services.depreciation import check_asset
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register

__all__ = ["MOST_AT_ONCE", "REGISTER", "AssetDraft", "AssetHeadline", "choices", "get", "headline", "save"]

MOST_AT_ONCE = 500
_SOON = timedelta(days=30)


def _held(_context: ChipContext) -> ColumnElement[bool]:
    return FixedAsset.state != AssetState.DISPOSED


def _overdue(context: ChipContext) -> ColumnElement[bool]:
    return (FixedAsset.state == AssetState.LENT) & (FixedAsset.due_back_on < context.today)


def _warranty(context: ChipContext) -> ColumnElement[bool]:
    ends = FixedAsset.warranty_until.between(context.today, context.today + _SOON)
    return ends & (FixedAsset.state != AssetState.DISPOSED)


def _in(state: AssetState) -> Callable[[ChipContext], tuple[Filter, ...]]:
    return lambda _context: (Filter("state", Operator.IS, state),)


REGISTER = Register(
    name="fixed_asset",
    record=FixedAsset,
    columns=(
        Column("number", "Asset no.", ColumnKind.TEXT, FixedAsset.number, width=112),
        Column("name", "Name", ColumnKind.TEXT, FixedAsset.name, width=110, stretch=True),
        Column("class", "Class", ColumnKind.TEXT, AssetClass.name, width=90, spare=1),
        Column("specification", "Specification", ColumnKind.TEXT, FixedAsset.specification, width=120, spare=2),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=84),
        Column("employee", "Used by", ColumnKind.TEXT, Employee.name, width=64),
        Column("place", "Place", ColumnKind.TEXT, Place.path, width=120, spare=2),
        Column("state", "State", ColumnKind.CHOICE, FixedAsset.state, width=76, choices=AssetState),
        Column("cost", "Original cost", ColumnKind.MONEY, cost_today(), width=96),
        Column("bought_on", "Bought on", ColumnKind.DAY, FixedAsset.bought_on, width=84, spare=1),
        Column("start_on", "In use since", ColumnKind.DAY, FixedAsset.start_on, width=84, shown=False),
        Column("warranty_until", "Warranty until", ColumnKind.DAY, FixedAsset.warranty_until, width=84, shown=False),
        Column("due_back_on", "Due back on", ColumnKind.DAY, FixedAsset.due_back_on, width=84, shown=False),
        Column("outside", "Lent to", ColumnKind.TEXT, FixedAsset.outside, width=120, shown=False),
        Column("quantity", "Quantity", ColumnKind.NUMBER, FixedAsset.quantity, width=64, shown=False),
        Column("unit", "Unit", ColumnKind.TEXT, FixedAsset.unit, width=56, shown=False),
        Column("serial_number", "Serial number", ColumnKind.TEXT, FixedAsset.serial_number, width=130, shown=False),
        Column("residual", "Residual value", ColumnKind.MONEY, residual_today(), width=90, shown=False),
        Column("months", "Life in months", ColumnKind.NUMBER, months_today(), width=80, shown=False),
        Column("method", "Depreciation", ColumnKind.CHOICE, method_today(), width=110, shown=False, choices=Method),
        Column("supplier", "Supplier", ColumnKind.TEXT, FixedAsset.supplier, width=150, shown=False),
        Column("invoice_number", "Invoice number", ColumnKind.TEXT, FixedAsset.invoice_number, width=150, shown=False),
        Column("claim_number", "Claim", ColumnKind.TEXT, FixedAsset.claim_number, width=110, shown=False),
        Column("stopped_on", "Disposed on", ColumnKind.DAY, FixedAsset.stopped_on, width=84, shown=False),
        Column("note", "Note", ColumnKind.TEXT, FixedAsset.note, width=150, shown=False),
    ),
    see=Permission.ASSET_SEE,
    sort="number",
    chips=(
        Chip("held", "In the register", clause=_held),
        Chip("in_use", "In use", _in(AssetState.IN_USE)),
        Chip("idle", "Idle", _in(AssetState.IDLE)),
        Chip("repair", "In repair", _in(AssetState.REPAIR)),
        Chip("lent", "Lent", _in(AssetState.LENT), sort="due_back_on"),
        Chip("overdue", "Overdue", clause=_overdue, sort="due_back_on"),
        Chip("leased", "Leased out", _in(AssetState.LEASED)),
        Chip("warranty", "Warranty ends soon", clause=_warranty, sort="warranty_until"),
        Chip("disposed", "Disposed", _in(AssetState.DISPOSED), sort="stopped_on", descending=True),
        Chip("all", "All"),
    ),
    default_chip="held",
    total="cost",
    joins=(
        Join(AssetClass, AssetClass.id == FixedAsset.class_id),
        Join(Department, Department.id == FixedAsset.department_id),
        Join(Employee, Employee.id == FixedAsset.employee_id),
        Join(Place, Place.id == FixedAsset.place_id),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AssetHeadline:
    """What there is and what wants looking after: lent and not back in time, in repair; `first_due` comes back first."""

    held: int
    lent: int
    overdue: int
    repair: int
    idle: int
    first_due: date | None


@requires(Permission.ASSET_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> AssetHeadline:  # noqa: ARG001 - the permission needs it
    """The figures above the register."""
    late = select(func.count()).where(FixedAsset.state == AssetState.LENT, FixedAsset.due_back_on < today)
    overdue = session.scalar(late) or 0
    coming = select(func.min(FixedAsset.due_back_on)).where(
        FixedAsset.state == AssetState.LENT, FixedAsset.due_back_on >= today
    )
    rows = session.execute(select(FixedAsset.state, func.count()).group_by(FixedAsset.state))
    by_state = {row[0]: int(row[1]) for row in rows}
    held = sum(count for state, count in by_state.items() if state is not AssetState.DISPOSED)
    lent, repair, idle = (
        by_state.get(state, 0) for state in (AssetState.LENT, AssetState.REPAIR, AssetState.IDLE)
    )
    return AssetHeadline(held, lent, overdue, repair, idle, session.scalar(coming))


@requires(Permission.ASSET_SEE)
def overdue_count(session: Session, actor: Actor, *, today: date) -> int:
    """How many lent things should have been back."""
    return headline(session, actor, today=today).overdue


@requires(Permission.ASSET_SEE)
def get(session: Session, actor: Actor, asset_id: int) -> AssetDraft:  # noqa: ARG001 - the permission needs it
    """The card of that id as it is typed; Refused "record.gone"."""
    return draft_of(records.load(session, FixedAsset, asset_id))


@requires(Permission.ASSET_EDIT)
def save(session: Session, actor: Actor, draft: AssetDraft, *, today: date) -> int:
    """Store a card, or `count` equal new ones; returns the id of the first.

    A new card comes into the register by its movements (received, and issued where somebody has it). Of a known one
    only facts change here: who has it, where and in which state are movements, its values after the first closed
    month of depreciation are a change of estimate.

    Raises Refused "record.required" (name, class_id, bought_on, cost; start_on of one that is put into use), "record.gone", "record.stale",
    "asset.disposed", "asset.values_closed", "asset.tax_closed" (the field; month), "asset.count" (count), "asset.moved_earlier"
    (bought_on; day), "asset.future_day" (bought_on, start_on), "asset.quantity" (quantity), "asset.several_serials" (serial_numbers; count, given), and what
    `depreciation.check_asset` and `tax_depreciation.check_one_off` refuse.
    """
    if draft.id is not None:
        _refuse_future(draft, today)
        return _change(session, actor, draft)
    if not 1 <= draft.count <= MOST_AT_ONCE:
        raise Refused("asset.count", "count", most=MOST_AT_ONCE)
    return add(session, actor, draft, today=today)[0]


@requires(Permission.ASSET_EDIT)
def add(
    session: Session, actor: Actor, draft: AssetDraft, *, today: date, receipt_line_id: int | None = None
) -> list[int]:
    """Make `draft.count` new cards, each with its number and its movements; returns their ids. Refuses like `save`."""
    _refuse_future(draft, today)
    serials = _serials(draft)
    made = []
    for place in range(draft.count):
        item = FixedAsset(receipt_line_id=receipt_line_id, estimates=[], uses=[])
        fill(session, item, replace(draft, serial_number=serials[place]))
        check_asset(terms_of(item))
        made.append(item)
    number_cards(session, made)
    for item in made:
        put_into_register(session, actor, item, draft)
    return [item.id for item in made]


def _refuse_future(draft: AssetDraft, today: date) -> None:
    """What is still to come is no fact of a card."""
    for name, day in (("bought_on", draft.bought_on), ("start_on", draft.start_on)):
        if day is not None and day > today:
            raise Refused("asset.future_day", name)


def _serials(draft: AssetDraft) -> list[str]:
    """The serial numbers of the cards: one typed goes to one card; several are separated by spaces, commas, lines."""
    if draft.count == 1:
        return [draft.serial_number]
    given = [part for part in draft.serial_number.replace("，", ",").replace(",", " ").split() if part]
    if given and len(given) != draft.count:
        raise Refused("asset.several_serials", "serial_number", count=draft.count, given=len(given))
    return given or [""] * draft.count


def _change(session: Session, actor: Actor, draft: AssetDraft) -> int:
    assert draft.id is not None
    item = records.expect(session, FixedAsset, draft.id, draft.version)
    if item.state is AssetState.DISPOSED:
        raise Refused("asset.disposed", number=item.number)
    load_with_terms(session, [item.id])
    before = values_of(item)
    with session.no_autoflush:
        fill(session, item, draft)
        refuse_changed_values(session, item, before)
        if any(getattr(item, name) != value for name, value in before.items() if value is not None):
            item.basis = None  # typed anew, it is reckoned by what is typed
        if item.state in PUT_TO_USE and item.start_on is None:
            raise Refused("record.required", "start_on")
    check_asset(terms_of(item))
    return keep(session, actor, item)


@open_to_all("a step of services that have checked")
def keep(session: Session, actor: Actor, item: FixedAsset) -> int:
    """Store a card, found by its number, name, serial number, specification, supplier and invoice."""
    found_by = (
        item.number,
        item.name,
        item.serial_number,
        item.specification,
        item.supplier,
        item.invoice_number,
    )
    return records.keep(session, actor, item, *found_by)


@requires(Permission.ASSET_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The cards in the register by number, with the name beside."""
    found = session.scalars(
        select(FixedAsset).where(FixedAsset.state != AssetState.DISPOSED).order_by(FixedAsset.number)
    )
    return [Choice(item.id, item.number, item.name, item.search_text) for item in found]
