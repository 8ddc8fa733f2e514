"""Leased-out assets 资产出租: the contract, its rents, when the thing went out and came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.asset_lease import AssetLease
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from services import asset_movements, asset_moves, lease_receipts, lease_records, numbering, records
from services.asset_guards import AT_HOME, refuse_move
from services.asset_movements import Standing
from services.database import once
from services.depreciable import fen
from services.errors import Refused
from services.lease_plan import due_days, fall_away, hold_over, is_fixed, is_out, replan
from services.permissions import Actor, Permission, requires
from services.records import required, tidy


@dataclass(frozen=True, slots=True)
class LeaseDraft:
    """A lease as typed; `rent` (yuan) is due at the beginning of every `every_months` months, none of it pro rata."""

    id: int | None = None
    version: int | None = None
    asset_id: int | None = None
    tenant: str = ""
    contract_number: str = ""
    from_on: date | None = None
    to_on: date | None = None
    rent: Decimal | None = None
    every_months: int | None = 1
    deposit: Decimal | None = Decimal(0)
    note: str = ""


@requires(Permission.ASSET_SEE)
def get(session: Session, actor: Actor, lease_id: int) -> LeaseDraft:  # noqa: ARG001 - the permission needs it
    """The lease of that id; Refused "record.gone"."""
    item = records.load(session, AssetLease, lease_id)
    return LeaseDraft(**{name: getattr(item, name) for name in LeaseDraft.__slots__})


@requires(Permission.ASSET_EDIT)
def save(session: Session, actor: Actor, draft: LeaseDraft, *, today: date) -> int:
    """Store a lease with its rents; a new one that has begun takes the card out. Returns its id.

    Of a known one, rents that are overdue or of which something came in stay as they are; the others follow the contract.
    Raises Refused "record.required", "record.gone", "record.stale", "lease.days" (to_on), "lease.too_long" (to_on),
    "lease.every" (every_months), "lease.amount" (rent, deposit), "lease.ended", "lease.asset_fixed" (asset_id),
    "lease.every_kept" (every_months), "lease.deposit_held" (deposit; held), "lease.overlap" (asset_id; number), "asset.is_lent", "asset.is_leased", "asset.move_state", "asset.disposed", "asset.in_disposal",
    "asset.before_purchase", "asset.moved_since" (from_on; day).
    """
    item = AssetLease(dues=[]) if draft.id is None else lease_records.expect(session, draft.id, draft.version)
    _refuse(session, draft)
    assert draft.from_on is not None
    assert draft.to_on is not None
    if item.asset_id is not None and item.asset_id != draft.asset_id:
        raise Refused("lease.asset_fixed", "asset_id")
    _refuse_overlap(session, draft, today)
    rent_before = _refuse_terms(session, item, draft, today)
    _fill(item, draft)
    item.number = item.number or numbering.next_number(session, f"ZL-{draft.from_on.year}")
    replan(item, today, rent_before)
    asset = session.get_one(FixedAsset, item.asset_id)
    saved = records.keep(
        session, actor, item, item.number, item.tenant, item.contract_number, asset.number, asset.name
    )
    if draft.id is None and draft.from_on <= today:
        _begin(session, actor, item, asset)
    return saved


def _begin(session: Session, actor: Actor, item: AssetLease, asset: FixedAsset) -> None:
    """A lease that has begun takes its thing out; what is wrong with the day is wrong with its first day."""
    try:
        _take_out(session, actor, item, asset, item.from_on)
    except Refused as refused:
        field = "from_on" if refused.field == "on_day" else refused.field
        raise Refused(refused.code, field, **refused.values) from refused


def _refuse(session: Session, draft: LeaseDraft) -> None:
    for field in ("asset_id", "from_on", "to_on", "rent", "every_months"):
        if getattr(draft, field) is None:
            raise Refused("record.required", field)
    records.refuse_unknown(session, FixedAsset, draft.asset_id, "asset_id")
    assert draft.from_on is not None
    assert draft.to_on is not None
    if draft.to_on < draft.from_on:
        raise Refused("lease.days", "to_on")
    if not 1 <= (draft.every_months or 0) <= 12:
        raise Refused("lease.every", "every_months")
    for field in ("rent", "deposit"):
        if fen(getattr(draft, field) or Decimal(0)) < 0:
            raise Refused("lease.amount", field)
    due_days(draft.from_on, draft.to_on, draft.every_months or 1)  # refuses what is too long


def _refuse_terms(session: Session, item: AssetLease, draft: LeaseDraft, today: date) -> Decimal | None:
    """What of a known contract cannot change any more; returns its rent, None of a new one."""
    if draft.id is None:
        return None
    if draft.every_months != item.every_months and any(is_fixed(item, due, today) for due in item.dues):
        raise Refused("lease.every_kept", "every_months")
    held = lease_receipts.deposit_held(session, item.id)
    if (draft.deposit or Decimal(0)) < held:
        raise Refused("lease.deposit_held", "deposit", held=held)
    return item.rent


def _refuse_overlap(session: Session, draft: LeaseDraft, today: date) -> None:
    """What is out beyond the end of its lease is let until today at least."""
    others = session.scalars(
        select(AssetLease).where(AssetLease.asset_id == draft.asset_id, AssetLease.id != (draft.id or 0))
    )
    assert draft.from_on is not None
    assert draft.to_on is not None
    for other in others:
        if other.ended_on is not None and other.ended_on < other.from_on:
            continue  # it was cancelled
        last = other.ended_on or (max(other.to_on, today) if is_out(session, other) else other.to_on)
        if other.from_on <= draft.to_on and draft.from_on <= last:
            raise Refused("lease.overlap", "asset_id", number=other.number)


def _fill(item: AssetLease, draft: LeaseDraft) -> None:
    item.tenant = required(draft.tenant, "tenant")
    item.contract_number = tidy(draft.contract_number, "contract_number")
    item.note = tidy(draft.note, "note")
    assert draft.asset_id is not None
    assert draft.from_on is not None
    assert draft.to_on is not None
    item.asset_id, item.from_on, item.to_on = draft.asset_id, draft.from_on, draft.to_on
    item.rent, item.deposit = draft.rent or Decimal(0), draft.deposit or Decimal(0)
    item.every_months = draft.every_months or 1


@requires(Permission.ASSET_EDIT)
def hand_over(
    session: Session,
    actor: Actor,
    lease_id: int,
    version: int,
    *,
    on_day: date | None,
    command_id: str,
    today: date,
) -> None:
    """The thing goes to the tenant: for a lease that was written before its first day. A repeated command does it once.

    Raises Refused "record.required", "asset.future_day", "lease.not_begun" (on_day; day), "lease.ended", "record.stale",
    "asset.is_leased" and the like.
    """
    if not once(session, command_id):
        return
    item = lease_records.expect(session, lease_id, version)
    day = lease_records.day(on_day, today)
    if day < item.from_on:
        raise Refused("lease.not_begun", "on_day", day=item.from_on)
    _take_out(session, actor, item, session.get_one(FixedAsset, item.asset_id), day)
    lease_records.touched(session, actor, item)


def _take_out(session: Session, actor: Actor, item: AssetLease, asset: FixedAsset, on_day: date) -> None:
    if asset.state not in AT_HOME:
        try:
            asset_moves.refuse_state(asset, MovementKind.TRANSFER)
        except Refused as refused:
            raise Refused(refused.code, "asset_id", **refused.values) from refused
    refuse_move(session, asset, on_day)
    to = Standing(  # the department stays: it bears the depreciation
        AssetState.LEASED, asset.department_id, place_id=asset.place_id, outside=item.tenant,
        due_back_on=item.to_on,
    )  # fmt: skip
    slip = asset_movements.next_slip(session, on_day)
    asset_movements.write(session, actor, asset, MovementKind.LEASE, on_day, to, slip=slip, note=item.number)


@requires(Permission.ASSET_EDIT)
def end(
    session: Session,
    actor: Actor,
    lease_id: int,
    version: int,
    *,
    on_day: date | None,
    place_id: int | None,
    reason: str = "",
    goes_on: bool = False,
    command_id: str,
    today: date,
) -> None:
    """The thing comes back; rents due afterwards fall away but for what came in for them, which is to be given back.

    Where it comes back after its last day, `goes_on` says that rents were due until then. A repeated command does it once. Raises Refused "record.required", "asset.future_day", "lease.before_begin"
    (on_day), "lease.ended", "lease.not_out", "record.stale", "record.gone" (place_id).
    """
    if not once(session, command_id):
        return
    item = lease_records.expect(session, lease_id, version)
    day = lease_records.day(on_day, today)
    if day < item.from_on:
        raise Refused("lease.before_begin", "on_day")
    asset = session.get_one(FixedAsset, item.asset_id)
    if asset.state is not AssetState.LEASED:
        raise Refused("lease.not_out", number=asset.number)
    refuse_move(session, asset, day, back=True)
    home = AssetState.IDLE if asset.department_id is None else AssetState.IN_USE
    to = Standing(
        home, asset.department_id, place_id=place_id or asset.place_id
    )  # it bears the depreciation still
    slip = asset_movements.next_slip(session, day)
    note = tidy(reason, "reason") or item.number
    asset_movements.write(session, actor, asset, MovementKind.LEASE_BACK, day, to, slip=slip, note=note)
    item.ended_on = day
    if goes_on and day > item.to_on:
        hold_over(item, day)
    fall_away(item, day)
    lease_records.touched(session, actor, item)


@requires(Permission.ASSET_EDIT)
def cancel(
    session: Session, actor: Actor, lease_id: int, version: int, *, reason: str, command_id: str, today: date
) -> None:
    """The tenant never took the thing 作废: no rent is owed, and its days are free. A repeated command does it once.

    It ends before its first day. Raises Refused "record.required" (reason), "lease.ended", "lease.is_out" (number),
    "lease.money_here" (held), "record.gone", "record.stale".
    """
    if not once(session, command_id):
        return
    item = lease_records.expect(session, lease_id, version)
    why = required(reason, "reason")
    if is_out(session, item):
        raise Refused("lease.is_out", number=session.get_one(FixedAsset, item.asset_id).number)
    held = lease_receipts.money_here(session, item.id)
    if held:
        raise Refused("lease.money_here", held=held)
    item.ended_on = min(today, item.from_on - timedelta(days=1))
    fall_away(item, item.ended_on)
    lease_records.touched(session, actor, item, reason=why)


@requires(Permission.ASSET_EDIT)
def remove(session: Session, actor: Actor, lease_id: int, version: int) -> bool:
    """Delete a lease that was never handed over and of which nothing came in.

    Raises Refused "record.gone", "record.stale", "lease.begun".
    """
    item = lease_records.load(session, lease_id, version)
    if item.ended_on is not None or is_out(session, item) or lease_receipts.any_of(session, item.id):
        raise Refused("lease.begun")
    return records.drop(session, actor, item)
