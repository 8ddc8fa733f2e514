"""Money of leases 租金与押金: what came in for which rent on which day, the security deposit in and back; never changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from models.asset_lease import AssetLease, LeaseReceipt
from models.fixed_asset import FixedAsset
from services import lease_records
from services.database import now, once
from services.depreciable import fen
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register
from services.supply_register import month_of

_WHY = "a step of services that have checked"
_NOTHING = Decimal(0)


@open_to_all("a step of services/registers.py, which has checked")
def find(session: Session, terms: Sequence[str]) -> ColumnElement[bool]:  # noqa: ARG001 - every register's
    """Money of the leases that have every term, or whose note has it."""
    return and_(
        *(
            or_(AssetLease.search_text.like(f"%{term}%"), func.lower(LeaseReceipt.note).like(f"%{term}%"))
            for term in terms
        )
    )


def _month(back: int) -> Callable[[ChipContext], tuple[Filter, ...]]:
    def chosen(context: ChipContext) -> tuple[Filter, ...]:
        month = context.today.year * 12 + context.today.month - 1 - back
        span = month_of(date(month // 12, month % 12 + 1, 1))
        return (Filter("on_day", Operator.BETWEEN, span),)

    return chosen


REGISTER = Register(
    name="lease_receipt",
    record=LeaseReceipt,
    columns=(
        Column("on_day", "Day", ColumnKind.DAY, LeaseReceipt.on_day, width=96),
        Column("number", "Lease no.", ColumnKind.TEXT, AssetLease.number, width=112),
        Column("asset", "Asset", ColumnKind.TEXT, FixedAsset.name, width=150),
        Column("tenant", "Tenant", ColumnKind.TEXT, AssetLease.tenant, width=190, stretch=True),
        Column("due_on", "For the rent of", ColumnKind.DAY, LeaseReceipt.due_on, width=110),
        Column("amount", "Amount", ColumnKind.MONEY, LeaseReceipt.amount, width=110),
        Column("note", "Note", ColumnKind.TEXT, LeaseReceipt.note, width=150),
        Column("made_by_name", "Made by", ColumnKind.TEXT, LeaseReceipt.made_by_name, width=80),
    ),
    see=Permission.ASSET_SEE,
    sort="on_day",
    descending=True,
    chips=(
        Chip("this_month", "This month", _month(0)),
        Chip("last_month", "Last month", _month(1)),
        Chip("rents", "Rents", lambda _: (Filter("due_on", Operator.NOT_EMPTY),)),
        Chip("deposits", "Security deposits", lambda _: (Filter("due_on", Operator.EMPTY),)),
        Chip("all", "All"),
    ),
    default_chip="all",
    total="amount",
    joins=(Join(AssetLease, AssetLease.id == LeaseReceipt.lease_id), Join(FixedAsset, FixedAsset.id == AssetLease.asset_id)),
    find=find,
)  # fmt: skip


@requires(Permission.ASSET_EDIT)
def receive(
    session: Session,
    actor: Actor,
    lease_id: int,
    version: int,
    *,
    due_id: int,
    amount: Decimal | None,
    on_day: date | None,
    note: str = "",
    command_id: str,
    today: date,
) -> None:
    """Money came in for a rent, all of it or a part; with a minus it is given back. A repeated command does it once.

    What was paid in advance for the time after the thing came back and is given back is owed no more. Raises Refused
    "record.required" (amount, on_day), "asset.future_day" (on_day), "lease.nothing" (amount), "lease.too_much" (amount;
    left), "lease.too_little" (amount; received), "record.gone", "record.stale".
    """
    if not once(session, command_id):
        return
    item = lease_records.load(session, lease_id, version)
    due = next((one for one in item.dues if one.id == due_id), None)
    if due is None:
        raise Refused("record.gone")
    paid = _asked(amount)
    if due.received + paid > due.amount:
        raise Refused("lease.too_much", "amount", left=due.amount - due.received)
    if due.received + paid < 0:
        raise Refused("lease.too_little", "amount", received=due.received)
    _write(session, actor, item, due.due_on, paid, lease_records.day(on_day, today), note)
    due.received += paid
    due.received_on, due.note = _last(session, item, due.due_on), tidy(note, "note") or due.note
    if item.ended_on is not None and due.due_on > item.ended_on:
        due.amount = due.received
        item.dues = [one for one in item.dues if one is not due or due.received]
    lease_records.touched(session, actor, item, due_on=due.due_on.isoformat(), received=f"{paid:.2f}")


@requires(Permission.ASSET_EDIT)
def receive_deposit(
    session: Session,
    actor: Actor,
    lease_id: int,
    version: int,
    *,
    amount: Decimal | None,
    on_day: date | None,
    note: str = "",
    command_id: str,
    today: date,
) -> None:
    """The security deposit came in, all of it or a part; with a minus it is given back. A repeated command does it once.

    Raises Refused "record.required" (amount, on_day), "asset.future_day" (on_day), "lease.nothing", "lease.deposit_whole"
    (amount; deposit, held), "lease.deposit_held" (amount; held), "record.gone", "record.stale".
    """
    if not once(session, command_id):
        return
    item = lease_records.load(session, lease_id, version)
    paid, held = _asked(amount), deposit_held(session, item.id)
    if held + paid > item.deposit:
        raise Refused("lease.deposit_whole", "amount", deposit=item.deposit, held=held)
    if held + paid < 0:
        raise Refused("lease.deposit_held", "amount", held=held)
    _write(session, actor, item, None, paid, lease_records.day(on_day, today), note)
    lease_records.touched(session, actor, item, deposit_received=f"{paid:.2f}")


@open_to_all(_WHY)
def deposit_held(session: Session, lease_id: int) -> Decimal:
    """How much of the deposit (yuan) is with the company."""
    return _sum(session, LeaseReceipt.lease_id == lease_id, LeaseReceipt.due_on.is_(None))


@open_to_all(_WHY)
def money_here(session: Session, lease_id: int) -> Decimal:
    """How much of a lease (yuan), rents and deposit, is with the company."""
    return _sum(session, LeaseReceipt.lease_id == lease_id)


@open_to_all(_WHY)
def any_of(session: Session, lease_id: int) -> bool:
    """Whether any money of a lease was ever written."""
    return (
        session.scalar(select(LeaseReceipt.id).where(LeaseReceipt.lease_id == lease_id).limit(1)) is not None
    )


def _asked(amount: Decimal | None) -> Decimal:
    if amount is None:
        raise Refused("record.required", "amount")
    if not fen(amount):
        raise Refused("lease.nothing", "amount")
    return amount


@open_to_all(_WHY)
def _write(
    session: Session,
    actor: Actor,
    item: AssetLease,
    due_on: date | None,
    amount: Decimal,
    day: date,
    note: str,
) -> None:
    session.add(
        LeaseReceipt(
            lease_id=item.id, due_on=due_on, on_day=day, amount=amount, note=tidy(note, "note"),
            made_by_name=actor.name, made_at=now(),
        )
    )  # fmt: skip
    session.flush()


@open_to_all(_WHY)
def _last(session: Session, item: AssetLease, due_on: date) -> date | None:
    """The day the last money came that is still there for a rent."""
    own = (LeaseReceipt.lease_id == item.id, LeaseReceipt.due_on == due_on)
    if not _sum(session, *own):
        return None
    return session.scalar(select(func.max(LeaseReceipt.on_day)).where(*own, LeaseReceipt.amount > 0))


@open_to_all(_WHY)
def _sum(session: Session, *where: ColumnElement[bool]) -> Decimal:
    return session.scalar(select(func.sum(LeaseReceipt.amount)).where(*where)) or _NOTHING
