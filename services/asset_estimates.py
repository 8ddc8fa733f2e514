"""Changes of estimate and revaluations 会计估计变更、重估、减值: acts with a reason, from a month on, never backwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.asset_terms import Method
from models.fixed_asset import AssetEstimate, FixedAsset, MovementKind
from services import asset_movements, audit, depreciation, records
from services.asset_books import last_closed_month
from services.asset_terms_of import first_of, load_with_terms, terms_of
from services.database import Session, once
from services.depreciable import month_at, month_number
from services.depreciation import check_asset
from services.depreciation_books import own_changes
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import required


@dataclass(frozen=True, slots=True)
class EstimateDraft:
    """What is estimated anew from the month of `from_on` on: months left from there, residual, method.

    `added` (yuan) raises the value (improvement 改良, revaluation 评估增值) or lowers it (impairment 减值).
    `units_left` are those it will still do, of a card that is to be depreciated by them for the first time; of one that
    has been (`by_units`) they follow from those of its whole life.
    """

    asset_id: int
    version: int | None
    from_on: date | None = None
    months: int | None = None
    residual: Decimal | None = None
    method: Method = Method.STRAIGHT_LINE
    added: Decimal | None = None
    reason: str = ""
    units_left: Decimal | None = None
    by_units: bool = False


@requires(Permission.ASSET_SEE)
def proposal(session: Session, actor: Actor, asset_id: int, *, today: date) -> EstimateDraft:  # noqa: ARG001 - the permission needs it
    """The card's own terms from next month on, to be changed. Raises Refused "record.gone", "asset.not_started"."""
    card = records.load(session, FixedAsset, asset_id)
    load_with_terms(session, [asset_id])
    if card.start_on is None:
        raise Refused("asset.not_started", number=card.number)
    from_on = month_at(month_number(today) + 1)
    charges = depreciation.schedule_of(terms_of(card))
    left = sum(charge.month >= from_on for charge in charges)
    newest = card.estimates[-1] if card.estimates else card
    return EstimateDraft(
        asset_id,
        card.version,
        from_on,
        max(left, 1),
        newest.residual,
        newest.method,
        by_units=_by_units(card),
    )


@requires(Permission.ASSET_EDIT)
def revise(session: Session, actor: Actor, draft: EstimateDraft, *, command_id: str, today: date) -> int:
    """Estimate a card anew from a month on; what was charged before stays. Returns the card's id.

    Raises Refused "record.gone", "record.stale", "record.required" (from_on, months, residual, units_left, reason),
    "asset.disposed", "asset.not_started", "asset.month_closed" (from_on; month), "asset.estimate_taken" (from_on),
    "asset.change_order" (from_on), "asset.residual", "asset.life", "asset.cost_negative" (added), "asset.units" (units_left).
    """
    assert draft.version is not None
    card = records.expect(session, FixedAsset, draft.asset_id, draft.version)
    if not once(session, command_id):
        return card.id
    load_with_terms(session, [card.id])
    asset_movements.refuse_disposed(card)
    if card.start_on is None:
        raise Refused("asset.not_started", number=card.number)
    made = _estimate(session, actor, card, draft)
    with session.no_autoflush:
        _count_units(card, draft)
        card.estimates.append(made)
        _check(card, len(card.estimates) - 1)
    audit.record(session, actor, "create", made)
    note = f"自 {made.from_on:%Y-%m} 起：{made.reason}"
    asset_movements.write(session, actor, card, MovementKind.REVALUE, today, note=note)
    return card.id


def _by_units(card: FixedAsset) -> bool:
    return Method.UNITS in {card.method, *(one.method for one in card.estimates)}


def _count_units(card: FixedAsset, draft: EstimateDraft) -> None:
    """One that is depreciated by units for the first time does so many from then on."""
    if draft.method is not Method.UNITS or _by_units(card):
        return
    if draft.units_left is None:
        raise Refused("record.required", "units_left")
    if draft.units_left <= 0:
        raise Refused("asset.units", "units_left")
    done = sum((use.units for use in card.uses if draft.from_on and use.month < draft.from_on), Decimal(0))
    card.units_total = done + draft.units_left


def _estimate(session: Session, actor: Actor, card: FixedAsset, draft: EstimateDraft) -> AssetEstimate:
    if draft.from_on is None:
        raise Refused("record.required", "from_on")
    if draft.months is None:
        raise Refused("record.required", "months")
    if draft.residual is None:
        raise Refused("record.required", "residual")
    month = first_of(draft.from_on)
    closed = last_closed_month(session, card.id)
    if closed is not None and month <= closed:
        raise Refused("asset.month_closed", "from_on", month=closed)
    if any(one.from_on == month for one in card.estimates):
        raise Refused("asset.estimate_taken", "from_on")
    return AssetEstimate(
        asset_id=card.id,
        from_on=month,
        months=draft.months,
        residual=draft.residual,
        method=draft.method,
        added=draft.added or Decimal(0),
        reason=required(draft.reason, "reason"),
        made_by_name=actor.name,
    )


def _check(card: FixedAsset, place: int) -> None:
    """What contradicts itself is refused at the field of the dialog, not of the schedule."""
    at = f"changes.{place}."
    try:
        check_asset(terms_of(card))
    except Refused as refused:
        field = (refused.field or "").removeprefix(at)
        raise Refused(refused.code, field, **refused.values) from refused


@requires(Permission.ASSET_EDIT)
def take_back(
    session: Session, actor: Actor, asset_id: int, version: int, *, reason: str, today: date
) -> None:
    """Take the last estimate of a card away before a month of it is closed.

    Raises Refused "record.gone", "record.stale", "asset.disposed", "asset.no_estimate", "asset.estimate_shared" (number),
    "asset.month_closed" (month),
    "record.required" (reason).
    """
    card = records.expect(session, FixedAsset, asset_id, version)
    load_with_terms(session, [asset_id])
    asset_movements.refuse_disposed(card)
    if not card.estimates:
        raise Refused("asset.no_estimate")
    if card.shares and not own_changes(terms_of(card)):
        raise Refused("asset.estimate_shared", number=card.number)
    why = required(reason, "reason")
    last = card.estimates[-1]
    closed = last_closed_month(session, asset_id)
    if closed is not None and closed >= last.from_on:
        raise Refused("asset.month_closed", month=closed)
    audit.record(session, actor, "delete", last)
    session.delete(last)
    session.flush()
    session.expire(card, ["estimates"])
    load_with_terms(session, [asset_id])
    if not _by_units(card):
        card.units_total = Decimal(0)
    note = f"撤销自 {last.from_on:%Y-%m} 起的变更：{why}"
    asset_movements.write(session, actor, card, MovementKind.REVALUE, today, note=note)
