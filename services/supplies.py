"""Supplies 物资: the articles an office keeps, what is on hand of each and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from models.supply import Supply, SupplyMovement, SupplyStock
from services import moving_average, numbering, records, supply_kinds
from services.errors import Refused
from services.moving_average import Stock, plain
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Operator, Register
from services.usual_supplies import supply_kinds as usual_kinds

_LARGEST = Decimal(1_000_000_000)


def short(context: ChipContext) -> ColumnElement[bool]:  # noqa: ARG001 - what chips are called with
    """Less on hand than the line that was drawn for it."""
    return (Supply.quantity < Supply.low_stock) & Supply.active


REGISTER = Register(
    name="supply",
    record=Supply,
    columns=(
        Column("code", "Code", ColumnKind.TEXT, Supply.code, width=104),
        Column("name", "Name", ColumnKind.TEXT, Supply.name, width=160, stretch=True),
        Column("kind", "Kind", ColumnKind.TEXT, supply_kinds.NAME, width=96),
        Column("specification", "Specification", ColumnKind.TEXT, Supply.specification, width=140, spare=1),
        Column("unit", "Unit", ColumnKind.TEXT, Supply.unit, width=56),
        Column("quantity", "On hand", ColumnKind.NUMBER, Supply.quantity, width=96),
        Column("low_stock", "Low-stock line", ColumnKind.NUMBER, Supply.low_stock, width=96),
        Column("value", "Stock value", ColumnKind.MONEY, Supply.value, width=112),
        Column("active", "Active", ColumnKind.YES_NO, Supply.active, width=64, shown=False),
    ),
    see=Permission.SUPPLY_SEE,
    sort="code",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("short", "Running short", clause=short, sort="name"),
        Chip("all", "All"),
    ),
    default_chip="active",
    total="value",
)


@dataclass(frozen=True, slots=True)
class SupplyDraft:
    """An article as typed; `kind` is the code of a kind, `low_stock` in its unit."""

    id: int | None = None
    version: int | None = None
    code: str = ""
    name: str = ""
    kind: str | None = None
    specification: str = ""
    unit: str = ""
    low_stock: Decimal | None = Decimal(0)
    active: bool = True


@requires(Permission.SUPPLY_SEE)
def get(session: Session, actor: Actor, supply_id: int) -> SupplyDraft:  # noqa: ARG001 - the permission needs it
    """The article of that id; Refused "record.gone"."""
    item = records.load(session, Supply, supply_id)
    return SupplyDraft(
        item.id, item.version, item.code, item.name, item.kind, item.specification, item.unit, item.low_stock,
        item.active,
    )  # fmt: skip


@requires(Permission.SUPPLY_EDIT)
def save(session: Session, actor: Actor, draft: SupplyDraft) -> int:
    """Store an article; without a code it gets the next one of its kind (BG-0001). Returns its id.

    Raises Refused "record.required" (name, kind, unit), "record.taken" (code), "supply.low_stock" (low_stock),
    "supply.unit_kept" (unit) once it was moved, "supply.on_hand" (active; on_hand) while any is left, "record.stale".
    """
    item = Supply() if draft.id is None else records.expect(session, Supply, draft.id, draft.version)
    _refuse_change(session, item, draft)
    item.name, item.unit = required(draft.name, "name"), required(draft.unit, "unit")
    item.kind = required(draft.kind or "", "kind")
    item.specification, item.active = tidy(draft.specification, "specification"), draft.active
    item.low_stock = _line(draft.low_stock)
    item.code = tidy(draft.code, "code") or item.code or _next_code(session, item.kind)
    records.refuse_taken(session, Supply.code, item.code, draft.id)
    kind = supply_kinds.name_of(session, item.kind)
    return records.keep(session, actor, item, *supply_kinds.found_by(item, kind))


def _refuse_change(session: Session, item: Supply, draft: SupplyDraft) -> None:
    """What is on hand stays in sight, and what was written of it keeps its meaning."""
    if item.id is None:
        return
    if item.quantity and not draft.active:
        raise Refused("supply.on_hand", "active", on_hand=plain(item.quantity))
    moved = select(SupplyMovement.id).where(SupplyMovement.supply_id == item.id).limit(1)
    if tidy(draft.unit, "unit") not in ("", item.unit) and session.scalar(moved) is not None:
        raise Refused("supply.unit_kept", "unit", unit=item.unit)


@requires(Permission.SUPPLY_EDIT)
def remove(session: Session, actor: Actor, supply_id: int, version: int) -> bool:
    """Delete an article, or make it inactive when it was moved; True when it is gone.

    Raises Refused "record.gone", "record.stale", "supply.on_hand" while any is left.
    """
    item = records.expect(session, Supply, supply_id, version)
    if item.quantity:
        raise Refused("supply.on_hand", on_hand=plain(item.quantity))
    return records.drop(session, actor, item)


@dataclass(frozen=True, slots=True)
class SupplyHeadline:
    """How many articles are in use or on hand, what they are worth (yuan), how many run short and the first of those by name."""

    articles: int
    value: Decimal
    short: int
    names: tuple[str, ...]


@requires(Permission.SUPPLY_SEE)
def headline(session: Session, actor: Actor) -> SupplyHeadline:  # noqa: ARG001 - the permission needs it
    """What is said above the register."""
    kept = or_(Supply.active, Supply.quantity > 0)
    whole = session.execute(select(func.count(), func.sum(Supply.value)).where(kept)).one()
    low = (Supply.quantity < Supply.low_stock) & Supply.active
    names = session.scalars(select(Supply.name).where(low).order_by(Supply.name, Supply.id)).all()
    return SupplyHeadline(whole[0], whole[1] or Decimal(0), len(names), tuple(names[:3]))


@requires(Permission.SUPPLY_SEE)
def short_count(session: Session, actor: Actor) -> int:
    """How many articles run short."""
    return headline(session, actor).short


@requires(Permission.SUPPLY_EDIT)
def load_usual(session: Session, actor: Actor) -> int:
    """Add the usual articles (resources/rules/supplies.toml) that are not there by kind and name; returns how many."""
    there = {(row[0], row[1]) for row in session.execute(select(Supply.kind, Supply.name))}
    supply_kinds.fill(session)
    wanted = [
        SupplyDraft(kind=kind.code, name=article.name, unit=article.unit, low_stock=article.low)
        for kind in usual_kinds()
        for article in kind.articles
        if (kind.code, article.name) not in there
    ]
    for draft in wanted:
        save(session, actor, draft)
    return len(wanted)


@requires(Permission.SUPPLY_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active articles by name, with what is on hand beside."""
    found = session.scalars(select(Supply).filter_by(active=True).order_by(Supply.name, Supply.id))
    return [
        Choice(item.id, _told(item), f"{plain(item.quantity)} {item.unit}", item.search_text)
        for item in found
    ]


def _told(item: Supply) -> str:
    return f"{item.name}（{item.specification}）" if item.specification else item.name


@open_to_all("a step of services that have checked")
def stock_at(session: Session, supply_id: int, place_id: int) -> Decimal:
    """How much of an article stands at a place."""
    found = session.get(SupplyStock, (supply_id, place_id))
    return found.quantity if found else Decimal(0)


@requires(Permission.SUPPLY_SEE)
def standing_at(session: Session, actor: Actor, place_id: int) -> list[tuple[int, Decimal]]:  # noqa: ARG001 - the permission needs it
    """The articles that stand at a place with their quantities, as a count lists them."""
    rows = session.execute(
        select(Supply.id, SupplyStock.quantity)
        .join(SupplyStock, SupplyStock.supply_id == Supply.id)
        .where(SupplyStock.place_id == place_id, SupplyStock.quantity > 0)
        .order_by(Supply.kind, Supply.code)
    )
    return [(row[0], row[1]) for row in rows]


def stock_of(item: Supply) -> Stock:
    """What is on hand as the moving average reckons with it."""
    return Stock(item.quantity, item.value)


def unit_cost(item: Supply) -> Decimal | None:
    """The average cost (yuan) of one; None when there is none."""
    return moving_average.average(stock_of(item))


def _line(line: Decimal | None) -> Decimal:
    found = line or Decimal(0)
    if not 0 <= found < _LARGEST or found != round(found, 3):
        raise Refused("supply.low_stock", field="low_stock")
    return found


def _next_code(session: Session, kind: str) -> str:
    return numbering.next_number(session, supply_kinds.prefix_of(session, kind))
