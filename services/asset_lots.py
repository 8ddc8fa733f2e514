"""Cards taken apart and put together 拆分、合并: quantity, cost and what had been charged, without losing a fen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.asset_terms import Method
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from services import asset_movements, audit, fixed_assets, money, records
from services.asset_books import booked_of
from services.asset_guards import AT_HOME, refuse_leaving
from services.asset_movements import Standing, standing_of
from services.asset_numbers import number_cards
from services.asset_shares import put_together, same_estimates, share_out, shares_of
from services.asset_terms_of import load_with_terms, terms_of
from services.database import Session, once
from services.depreciation import check_asset
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required, tidy

_COPIED = (
    "class_id", "specification", "unit", "months", "method", "bought_on", "start_on", "opening_months", "tax_months",
    "one_off", "supplier", "invoice_number", "claim_number", "warranty_until", "receipt_line_id", "note",
)  # fmt: skip
_ALIKE = (
    "name", "specification", "serial_number", "unit", "supplier", "invoice_number", "claim_number", "warranty_until",
    "class_id", "months", "bought_on", "start_on", "tax_months", "one_off", "state", "department_id", "employee_id", "place_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PartDraft:
    """What becomes a card of its own: so many pieces, or a part of one piece for so much of its cost (yuan)."""

    quantity: int | None = 1
    cost: Decimal | None = None
    name: str = ""
    serial_number: str = ""


@requires(Permission.ASSET_EDIT)
def split(
    session: Session,
    actor: Actor,
    asset_id: int,
    version: int,
    parts: Sequence[PartDraft],
    *,
    reason: str,
    command_id: str,
    today: date,
) -> list[int]:
    """Take parts off a card, each a card of its own where the card stands; returns their ids.

    Parts go by their pieces, or by their cost where one is given; estimates and units of use go with them in proportion.
    In every month, past and to come, card and parts together charge what the card would have charged. Raises Refused "record.gone", "record.stale",
    "asset.disposed", "asset.not_at_home" (number), "asset.in_disposal" (number, other), "asset.no_parts" (parts), "asset.part_quantity" (parts.N.quantity),
    "asset.part_cost" (parts.N.cost), "asset.nothing_left" (parts), "record.required" (reason).
    """
    card = _expect(session, asset_id, version)
    why = required(reason, "reason")
    if not once(session, command_id):
        return []
    _check_parts(card, parts)
    made = take_off(session, actor, card, parts, why, today)
    numbers = "、".join(item.number for item in made)
    asset_movements.write(session, actor, card, MovementKind.SPLIT, today, note=f"拆出 {numbers}：{why}")
    return [item.id for item in made]


@open_to_all("a step of services that have checked")
def take_off(
    session: Session, actor: Actor, card: FixedAsset, parts: Sequence[PartDraft], why: str, today: date
) -> list[FixedAsset]:
    """Make the parts cards of their own; the card, loaded with its terms, keeps the rest."""
    shares = shares_of(terms_of(card), money.split(card.cost, _weights(card, parts)))
    booked = booked_of(session, card.id)
    made = [_part(card, part) for part in parts]
    with session.no_autoflush:  # what is on the card goes from it and to the parts at once
        share_out(card, [card, *made], shares, booked)
        if card.quantity > 1:
            card.quantity -= sum(part.quantity or 1 for part in parts)
        for item in (card, *made):
            check_asset(terms_of(item))
        audit.record(session, actor, "edit", card)
    number_cards(session, made)
    for item in made:
        _keep_part(session, actor, item, card, f"自 {card.number} 拆出：{why}", today)
    return made


def _expect(session: Session, asset_id: int, version: int) -> FixedAsset:
    card = records.expect(session, FixedAsset, asset_id, version)
    load_with_terms(session, [asset_id])
    asset_movements.refuse_disposed(card)
    if card.state not in AT_HOME:
        raise Refused("asset.not_at_home", number=card.number)
    refuse_leaving(session, card)
    return card


def _check_parts(card: FixedAsset, parts: Sequence[PartDraft]) -> None:
    if not parts:
        raise Refused("asset.no_parts", "parts")
    for place, part in enumerate(parts):
        if part.quantity is None or part.quantity < 1:
            raise Refused("asset.part_quantity", f"parts.{place}.quantity")
        if part.cost is not None and part.cost <= 0:
            raise Refused("asset.part_cost", f"parts.{place}.cost")
        if part.cost is None and card.quantity == 1:
            raise Refused("asset.part_cost", f"parts.{place}.cost")
    taken = sum(part.quantity or 0 for part in parts)
    if card.quantity > 1 and taken >= card.quantity:
        raise Refused("asset.nothing_left", "parts")


def _weights(card: FixedAsset, parts: Sequence[PartDraft]) -> list[Decimal]:
    """What each part takes of the cost, in yuan where it is said, else by its pieces; first what stays."""
    each = card.cost / card.quantity
    taken = [part.cost if part.cost is not None else each * (part.quantity or 1) for part in parts]
    left = card.cost - sum(taken, Decimal(0))
    if left < 0 or (left == 0 and card.cost):
        raise Refused("asset.nothing_left", "parts")
    return [left, *taken] if card.cost else [Decimal(1), *(Decimal(1) for _ in parts)]


def _part(card: FixedAsset, part: PartDraft) -> FixedAsset:
    made = FixedAsset(estimates=[], uses=[], source_id=card.id, state=card.state)
    for name in _COPIED:
        setattr(made, name, getattr(card, name))
    made.name = tidy(part.name, "name") or card.name
    made.serial_number, made.quantity = tidy(part.serial_number, "serial_number"), part.quantity or 1
    return made


def _keep_part(
    session: Session, actor: Actor, item: FixedAsset, card: FixedAsset, note: str, today: date
) -> None:
    item.state = AssetState.IDLE
    fixed_assets.keep(session, actor, item)
    asset_movements.write(session, actor, item, MovementKind.SPLIT, today, standing_of(card), note=note)


@requires(Permission.ASSET_EDIT)
def merge(
    session: Session, actor: Actor, asset_ids: Sequence[int], *, reason: str, command_id: str, today: date
) -> int:
    """Put cards together on the first; the others leave the register with nothing on them. Returns the first's id.

    They must be alike: name, specification, unit, serial number, supplier, papers and warranty, class, lives in both books, method, days of purchase and first use, months and lives of changes
    of estimate, and stand at the same place with the same person. It charges in every month what they would have
    charged. Raises Refused "asset.merge_two", "record.gone", "asset.disposed", "asset.not_at_home",
    "asset.in_disposal" (number, other), "asset.merge_method", "asset.merge_differs" (number, other), "record.required" (reason).
    """
    ids = list(dict.fromkeys(asset_ids))
    if len(ids) < 2:
        raise Refused("asset.merge_two")
    why = required(reason, "reason")
    cards = [records.load(session, FixedAsset, each) for each in ids]
    if not once(session, command_id):
        return ids[0]
    cards = [_expect(session, card.id, card.version) for card in cards]
    first, others = cards[0], cards[1:]
    for other in others:
        _refuse_unlike(first, other)
    booked = [booked_of(session, card.id) for card in cards]
    with session.no_autoflush:
        put_together(first, others, [terms_of(card) for card in cards], booked)
        check_asset(terms_of(first))
        audit.record_all(session, actor, "edit", cards)
    numbers = "、".join(card.number for card in others)
    asset_movements.write(session, actor, first, MovementKind.MERGE, today, note=f"并入 {numbers}：{why}")
    for other in others:
        _leave(session, actor, other, first, why, today)
    return first.id


def _refuse_unlike(first: FixedAsset, other: FixedAsset) -> None:
    if first.method is not other.method or not same_estimates(first, other):
        raise Refused("asset.merge_method", number=first.number, other=other.number)
    by_units = first.method is Method.UNITS and first.opening_months != other.opening_months
    if by_units or any(getattr(first, name) != getattr(other, name) for name in _ALIKE):
        raise Refused("asset.merge_differs", number=first.number, other=other.number)


def _leave(session: Session, actor: Actor, card: FixedAsset, into: FixedAsset, why: str, today: date) -> None:
    """A card that went into another one leaves."""
    note = f"并入 {into.number}：{why}"
    card.source_id = into.id
    with session.no_autoflush:  # state and day change together
        card.stopped_on = today
        asset_movements.write(
            session, actor, card, MovementKind.MERGE, today, Standing(AssetState.DISPOSED), note=note
        )
