"""What a disposal is worth and what it must not be: before the purchase, of something lent, in a closed month, twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from models.asset_paper import AssetDisposal, AssetDisposalLine
from models.fixed_asset import AssetMovement, AssetState, FixedAsset
from models.personnel_paper import OfficePaperState
from services import depreciation_runs
from services.asset_movements import refuse_disposed
from services.asset_terms_of import load_with_terms, terms_of
from services.database import Session
from services.depreciation import accumulated_on, net_on
from services.errors import Refused
from services.permissions import open_to_all

ALIVE = (
    OfficePaperState.DRAFT, OfficePaperState.SUBMITTED, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN,
)  # fmt: skip
FREEZING = (OfficePaperState.SUBMITTED, OfficePaperState.APPROVED)
"""Those that nobody moves the things of any more."""
_AWAY = (AssetState.LENT, AssetState.LEASED)
_WHY = "called inside services that were permitted to see assets"


@dataclass(frozen=True, slots=True)
class DisposalLine:
    """A card that goes: what it is worth on the day, what comes in without VAT, taxes and fees; yuan.

    Name and figures follow from the card and the day; only the card, `proceeds` and `fees` are typed.
    """

    asset_id: int | None = None
    name: str = ""
    cost: Decimal | None = None
    accumulated: Decimal | None = None
    net: Decimal | None = None
    proceeds: Decimal | None = None
    fees: Decimal | None = None
    gain: Decimal | None = None


@open_to_all(_WHY)
def reckoned(session: Session, lines: Sequence[DisposalLine], on_day: date) -> tuple[DisposalLine, ...]:
    """The lines with what each card is worth when it leaves on that day: its month is charged still 当月仍提折旧.

    Lines without a card, or with one that is gone, stay as they are.
    """
    ids = [line.asset_id for line in lines if line.asset_id is not None]
    cards = {card.id: card for card in load_with_terms(session, ids)}
    return tuple(
        line if line.asset_id not in cards else _line(cards[line.asset_id], line, on_day) for line in lines
    )


def _line(card: FixedAsset, line: DisposalLine, on_day: date) -> DisposalLine:
    terms = replace(terms_of(card), stopped_on=on_day)
    accumulated, net = accumulated_on(terms, on_day), net_on(terms, on_day)
    proceeds, fees = line.proceeds or Decimal(0), line.fees or Decimal(0)
    return replace(
        line, name=card.name, cost=net + accumulated, accumulated=accumulated, net=net,
        gain=proceeds - fees - net,
    )  # fmt: skip


@open_to_all(_WHY)
def refuse_wrong(
    session: Session, lines: Sequence[DisposalLine], on_day: date, own_id: int | None, *, today: date
) -> None:
    """Refuse what cannot be disposed of; the fields are "on_day" and "lines.N.asset_id", "lines.N.proceeds", …

    Raises Refused "asset_disposal.no_lines" (lines), "asset_disposal.future" (on_day), "asset_disposal.month_closed"
    (on_day; month), "record.required", "record.gone", "asset_disposal.twice" (number), "asset.disposed" (number),
    "asset_disposal.away" (number, outside), "asset.before_purchase" (number, day), "asset_disposal.moved_later"
    (number, day), "asset_disposal.second" (number, other), "asset_disposal.negative".
    """
    if not lines:
        raise Refused("asset_disposal.no_lines", "lines")
    if on_day > today:
        raise Refused("asset_disposal.future", "on_day")
    seen: set[int] = set()
    for place, line in enumerate(lines):
        field = f"lines.{place}.asset_id"
        if line.asset_id is None:
            raise Refused("record.required", field)
        card = session.get(FixedAsset, line.asset_id)
        if card is None:
            raise Refused("record.gone", field)
        if card.id in seen:
            raise Refused("asset_disposal.twice", field, number=card.number)
        seen.add(card.id)
        _refuse_amounts(line, place)
        _refuse_card(session, card, on_day, field)
        _refuse_second(session, card, own_id, field)
    closed = depreciation_runs.closed_until(session)
    if closed is not None and on_day.replace(day=1) <= closed:
        raise Refused("asset_disposal.month_closed", "on_day", month=f"{on_day:%Y-%m}")


def _refuse_amounts(line: DisposalLine, place: int) -> None:
    for name in ("proceeds", "fees"):
        if (getattr(line, name) or 0) < 0:
            raise Refused("asset_disposal.negative", f"lines.{place}.{name}")


def _refuse_card(session: Session, card: FixedAsset, on_day: date, field: str) -> None:
    refuse_disposed(card)
    if card.state in _AWAY:
        raise Refused("asset_disposal.away", field, number=card.number, outside=card.outside)
    if on_day < card.bought_on:
        raise Refused("asset.before_purchase", field, number=card.number, day=card.bought_on)
    moved = session.scalar(select(func.max(AssetMovement.on_day)).where(AssetMovement.asset_id == card.id))
    if moved is not None and on_day < moved:
        raise Refused("asset_disposal.moved_later", field, number=card.number, day=moved)


def _refuse_second(session: Session, card: FixedAsset, own_id: int | None, field: str) -> None:
    other = open_disposal(session, card, own_id)
    if other is not None:
        raise Refused("asset_disposal.second", field, number=card.number, other=other)


@open_to_all(_WHY)
def open_disposal(
    session: Session,
    card: FixedAsset,
    own_id: int | None = None,
    states: Sequence[OfficePaperState] = ALIVE,
) -> str | None:
    """The number of another disposal of these states, else one that is not decided yet, that has this card on it."""
    return session.scalar(
        select(AssetDisposal.number)
        .join(AssetDisposalLine, AssetDisposalLine.disposal_id == AssetDisposal.id)
        .where(
            AssetDisposalLine.asset_id == card.id,
            AssetDisposal.state.in_(states),
            AssetDisposal.id != (own_id or 0),
        )
        .limit(1)
    )


@open_to_all(_WHY)
def refuse_changed(session: Session, paper: AssetDisposal, lines: Sequence[DisposalLine]) -> None:
    """Refuse "asset_disposal.changed" (number) where a card is worth something else than those who decide saw."""
    for place, (kept, line) in enumerate(zip(paper.lines, lines, strict=True)):
        if (kept.cost, kept.accumulated, kept.net) != (line.cost, line.accumulated, line.net):
            number = session.get_one(FixedAsset, kept.asset_id).number
            raise Refused("asset_disposal.changed", f"lines.{place}.asset_id", number=number)
