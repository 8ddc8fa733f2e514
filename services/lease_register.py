"""Leases and rents as registers, what is overdue, how long things stood without a tenant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session, selectinload

from models.asset_lease import AssetLease, LeaseDue, LeaseReceipt
from models.fixed_asset import FixedAsset
from services import audit
from services.audit import HistoryRow
from services.errors import Refused
from services.lease_plan import is_out
from services.permissions import Actor, Permission, open_to_all, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register

SOON = timedelta(days=60)
_OPEN = LeaseDue.received < LeaseDue.amount
_TO_COME = type_coerce(LeaseDue.amount - LeaseDue.received, LeaseDue.amount.type)  # yuan again


def _late(today: date) -> ColumnElement[bool]:
    return AssetLease.id.in_(select(LeaseDue.lease_id).where(_OPEN, LeaseDue.due_on < today))


def _overdue(context: ChipContext) -> ColumnElement[bool]:
    return _late(context.today)


def _ending(context: ChipContext) -> ColumnElement[bool]:
    return AssetLease.ended_on.is_(None) & (AssetLease.to_on <= context.today + SOON)


_RECEIVED = (
    select(func.sum(LeaseDue.received))
    .where(LeaseDue.lease_id == AssetLease.id)
    .correlate(AssetLease)
    .scalar_subquery()
)
_LEFT = (
    select(func.sum(_TO_COME))
    .where(LeaseDue.lease_id == AssetLease.id)
    .correlate(AssetLease)
    .scalar_subquery()
)
_NEXT = (
    select(func.min(LeaseDue.due_on))
    .where(LeaseDue.lease_id == AssetLease.id, _OPEN)
    .correlate(AssetLease)
    .scalar_subquery()
)

REGISTER = Register(
    name="asset_lease",
    record=AssetLease,
    columns=(
        Column("number", "Lease no.", ColumnKind.TEXT, AssetLease.number, width=112),
        Column("asset", "Asset", ColumnKind.TEXT, FixedAsset.name, width=120, stretch=True),
        Column("asset_number", "Asset no.", ColumnKind.TEXT, FixedAsset.number, width=104, spare=1),
        Column("tenant", "Tenant", ColumnKind.TEXT, AssetLease.tenant, width=136),
        Column("from_on", "Lease begins", ColumnKind.DAY, AssetLease.from_on, width=88),
        Column("to_on", "Lease ends", ColumnKind.DAY, AssetLease.to_on, width=100),
        Column("rent", "Rent", ColumnKind.MONEY, AssetLease.rent, width=98),
        Column("every_months", "Due every (months)", ColumnKind.NUMBER, AssetLease.every_months, width=60, spare=2),
        Column("next_due", "Next rent", ColumnKind.DAY, _NEXT, width=84, sortable=False),
        Column("received", "Rents in", ColumnKind.MONEY, _RECEIVED, width=108, sortable=False),
        Column("left", "Still to come", ColumnKind.MONEY, _LEFT, width=108, sortable=False, spare=2),
        Column("ended_on", "Came back on", ColumnKind.DAY, AssetLease.ended_on, width=84, shown=False),
        Column("contract_number", "Contract no.", ColumnKind.TEXT, AssetLease.contract_number, width=120, shown=False),
        Column("deposit", "Security deposit", ColumnKind.MONEY, AssetLease.deposit, width=90, shown=False),
        Column("note", "Note", ColumnKind.TEXT, AssetLease.note, width=150, shown=False),
    ),
    see=Permission.ASSET_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("running", "Running", lambda _: (Filter("ended_on", Operator.EMPTY),)),
        Chip("overdue", "Rent overdue", clause=_overdue),
        Chip("ending", "Ends soon", clause=_ending, sort="to_on"),
        Chip("ended", "Came back", lambda _: (Filter("ended_on", Operator.NOT_EMPTY),)),
        Chip("all", "All"),
    ),
    default_chip="running",
    joins=(Join(FixedAsset, FixedAsset.id == AssetLease.asset_id),),
)  # fmt: skip


@open_to_all("a step of services/registers.py, which has checked")
def find(session: Session, terms: Sequence[str]) -> ColumnElement[bool]:  # noqa: ARG001 - every register's
    """Rents of the leases that have every term."""
    return and_(
        *(
            or_(AssetLease.search_text.like(f"%{term}%"), func.lower(LeaseDue.note).like(f"%{term}%"))
            for term in terms
        )
    )


RENTS = Register(
    name="lease_due",
    record=LeaseDue,
    columns=(
        Column("due_on", "Due on", ColumnKind.DAY, LeaseDue.due_on, width=90),
        Column("number", "Lease no.", ColumnKind.TEXT, AssetLease.number, width=112),
        Column("asset", "Asset", ColumnKind.TEXT, FixedAsset.name, width=140),
        Column("asset_number", "Asset no.", ColumnKind.TEXT, FixedAsset.number, width=110),
        Column("tenant", "Tenant", ColumnKind.TEXT, AssetLease.tenant, width=180, stretch=True),
        Column("amount", "Rent", ColumnKind.MONEY, LeaseDue.amount, width=100),
        Column("received", "Rents in", ColumnKind.MONEY, LeaseDue.received, width=100),
        Column("left", "Still to come", ColumnKind.MONEY, _TO_COME, width=100),
        Column("received_on", "Rent came on", ColumnKind.DAY, LeaseDue.received_on, width=90),
        Column("note", "Note", ColumnKind.TEXT, LeaseDue.note, width=120, shown=False),
    ),
    see=Permission.ASSET_SEE,
    sort="due_on",
    chips=(
        Chip("overdue", "Rent overdue", clause=lambda context: _OPEN & (LeaseDue.due_on < context.today)),
        Chip("open", "Rents to come", clause=lambda _: _OPEN),
        Chip("paid", "Rents received", clause=lambda _: ~_OPEN),
        Chip("all", "All"),
    ),
    default_chip="all",
    total="left",
    joins=(Join(AssetLease, AssetLease.id == LeaseDue.lease_id), Join(FixedAsset, FixedAsset.id == AssetLease.asset_id)),
    find=find,
)  # fmt: skip


@requires(Permission.ASSET_SEE)
def lease_of_receipt(session: Session, actor: Actor, receipt_id: int) -> int:  # noqa: ARG001 - the permission needs it
    """The lease some money belongs to; Refused "record.gone"."""
    found = session.scalar(select(LeaseReceipt.lease_id).where(LeaseReceipt.id == receipt_id))
    if found is None:
        raise Refused("record.gone")
    return found


@requires(Permission.ASSET_SEE)
def lease_of(session: Session, actor: Actor, due_id: int) -> int:  # noqa: ARG001 - the permission needs it
    """The lease a rent belongs to; Refused "record.gone"."""
    found = session.scalar(select(LeaseDue.lease_id).where(LeaseDue.id == due_id))
    if found is None:
        raise Refused("record.gone")
    return found


@dataclass(frozen=True, slots=True)
class LeaseHeadline:
    """Running leases; overdue rents and their yuan; leases that end within 60 days, are past their end, or begin now."""

    running: int
    overdue: int
    overdue_amount: Decimal
    ending: int
    past: int
    to_hand_over: int


@requires(Permission.ASSET_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> LeaseHeadline:  # noqa: ARG001 - the permission needs it
    """What is said above the leases."""
    late = session.execute(
        select(func.count(), func.sum(_TO_COME)).where(_OPEN, LeaseDue.due_on < today)
    ).one()
    running = session.scalars(select(AssetLease).where(AssetLease.ended_on.is_(None))).all()
    past = sum(lease.to_on < today for lease in running)
    ending = sum(today <= lease.to_on <= today + SOON for lease in running)
    waiting = sum(lease.from_on <= today and not is_out(session, lease) for lease in running)
    return LeaseHeadline(len(running), late[0], late[1] or Decimal(0), ending, past, waiting)


@requires(Permission.ASSET_SEE)
def overdue_count(session: Session, actor: Actor, *, today: date) -> int:
    """How many rents should have come in by now."""
    return headline(session, actor, today=today).overdue


@dataclass(frozen=True, slots=True)
class DueRow:
    """A rent: what is due when, what came in (yuan), the last of it when."""

    id: int
    due_on: date
    amount: Decimal
    received: Decimal
    received_on: date | None
    note: str

    @property
    def left(self) -> Decimal:
        return self.amount - self.received


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """Money as it came in, with a minus as it was given back (yuan); for the rent of a day, or the deposit (None)."""

    on_day: date
    due_on: date | None
    amount: Decimal
    note: str


@dataclass(frozen=True, slots=True)
class LeaseDetail:
    """A lease as the pane shows it; `out`: the thing is with the tenant."""

    id: int
    version: int
    number: str
    asset_id: int
    asset_number: str
    asset_name: str
    tenant: str
    contract_number: str
    from_on: date
    to_on: date
    ended_on: date | None
    rent: Decimal
    every_months: int
    deposit: Decimal
    note: str
    out: bool
    dues: tuple[DueRow, ...]
    receipts: tuple[ReceiptRow, ...]
    history: Sequence[HistoryRow]

    @property
    def cancelled(self) -> bool:
        """Whether it ended before its first day: the thing was never handed over."""
        return self.ended_on is not None and self.ended_on < self.from_on

    @property
    def held(self) -> Decimal:
        """What of the security deposit is with the company (yuan)."""
        return sum((row.amount for row in self.receipts if row.due_on is None), Decimal(0))

    @property
    def ahead(self) -> Decimal:
        """What came in for the time after the thing came back (yuan): to be given back."""
        last = self.ended_on
        return sum((due.received for due in self.dues if last and due.due_on > last), Decimal(0))

    @property
    def received(self) -> Decimal:
        return sum((due.received for due in self.dues), Decimal(0))

    @property
    def next_due(self) -> DueRow | None:
        """The first rent of which something is to come."""
        return next((due for due in self.dues if due.left), None)


@requires(Permission.ASSET_SEE)
def detail(session: Session, actor: Actor, lease_id: int) -> LeaseDetail:
    """Everything about a lease; Refused "record.gone"."""
    wanted = select(AssetLease).where(AssetLease.id == lease_id)
    item = session.scalar(wanted.options(selectinload(AssetLease.dues), selectinload(AssetLease.asset)))
    if item is None:
        raise Refused("record.gone")
    return LeaseDetail(
        item.id, item.version, item.number, item.asset_id, item.asset.number, item.asset.name, item.tenant,
        item.contract_number, item.from_on, item.to_on, item.ended_on, item.rent, item.every_months, item.deposit,
        item.note, is_out(session, item),
        tuple(DueRow(due.id, due.due_on, due.amount, due.received, due.received_on, due.note) for due in item.dues),
        _receipts(session, lease_id),
        audit.history(session, actor, "asset_lease", lease_id),
    )  # fmt: skip


@open_to_all("a step of services that have checked")
def _receipts(session: Session, lease_id: int) -> tuple[ReceiptRow, ...]:
    query = select(LeaseReceipt).where(LeaseReceipt.lease_id == lease_id).order_by(LeaseReceipt.id)
    return tuple(ReceiptRow(row.on_day, row.due_on, row.amount, row.note) for row in session.scalars(query))
