"""What an approved stock-take does to the register: places corrected, what is lost written off, surplus entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from models.asset_class import Place
from models.asset_paper import AssetDisposal, AssetDisposalLine, DisposalReason
from models.base import Record
from models.depreciation import DepreciationRun, DepreciationState
from models.fixed_asset import AssetState, FixedAsset, MovementKind
from models.people import Department
from models.personnel_paper import OfficePaperState
from models.stock_take import Adjustment, FoundState, StockTake, StockTakeLine, StockTakeState
from services import asset_movements, numbering, records
from services.asset_disposal_rules import open_disposal
from services.asset_drafts import AssetDraft, fill
from services.asset_lots import PartDraft, take_off
from services.asset_movements import Standing, standing_of
from services.asset_numbers import number_cards
from services.asset_receiving import put_into_register
from services.asset_terms_of import load_with_terms, terms_of
from services.database import Session
from services.depreciation import accumulated_on, check_asset, net_on
from services.errors import Refused
from services.permissions import Actor, open_to_all
from services.stock_take_booked import note_of
from services.stock_take_details import surplus_value
from services.stock_take_tally import AND
from services.stock_takes import lines

_AWAY = frozenset({AssetState.LENT, AssetState.LEASED})
_DISPOSALS = "CZ"  # the series of services/asset_disposals.py
_PIECES = frozenset({FoundState.SHORT, FoundState.OVER})
_WHY = "called by services.office_papers"


@open_to_all(_WHY)
def submitting(session: Session, item: Record) -> None:
    """Everything different is explained, and what is to be done can be done.

    Raises Refused "stock_take.disputed" (number), "stock_take.unexplained" (count, number of the first), "stock_take.surplus_unknown" (number),
    "stock_take.surplus_entered" (number, other),
    "stock_take.place_unknown" (number, place), "stock_take.away" (number), "asset.disposed" (number),
    "stock_take.lot_changed" (number, quantity), "asset.in_disposal" (number, other).
    """
    assert isinstance(item, StockTake)
    found = lines(session, item.id)
    disputed = next((line for line in found if line.found is FoundState.DISPUTED), None)
    if disputed is not None:
        raise Refused("stock_take.disputed", number=disputed.code)
    silent = [line for line in found if line.found is not FoundState.FOUND and not line.explanation]
    if silent:
        raise Refused("stock_take.unexplained", count=len(silent), number=silent[0].code)
    _refuse_impossible(session, item, found)


def _refuse_impossible(session: Session, take: StockTake, found: Sequence[StockTakeLine]) -> None:
    places = set(session.scalars(select(Place.path)))
    for line in found:
        match line.adjustment:
            case Adjustment.ADD if line.found is FoundState.OVER:
                _refuse_other_lot(session, line)
            case Adjustment.ADD if not line.name or line.class_id is None or not line.cost:
                raise Refused("stock_take.surplus_unknown", number=line.code)
            case Adjustment.ADD:
                _refuse_entered(session, take, line)
            case Adjustment.MOVE if line.found_place not in places:
                raise Refused("stock_take.place_unknown", number=line.code, place=line.found_place)
            case Adjustment.WRITE_OFF:
                card = session.get_one(FixedAsset, line.asset_id)
                asset_movements.refuse_disposed(card)
                if card.state in _AWAY:
                    raise Refused("stock_take.away", number=line.code)
                _refuse_other_lot(session, line)


def _refuse_entered(session: Session, take: StockTake, line: StockTakeLine) -> None:
    """What another stock-take has found under the same number is in the register by now."""
    wanted = select(StockTake.number).join(StockTakeLine, StockTakeLine.take_id == StockTake.id)
    other = session.scalar(
        wanted.where(
            StockTakeLine.code == line.code, StockTakeLine.found == FoundState.UNKNOWN,
            StockTakeLine.adjustment == Adjustment.ADD, StockTake.id != take.id,
            StockTake.state == StockTakeState.APPROVED,
        ).limit(1)
    )  # fmt: skip
    if other is not None:
        raise Refused("stock_take.surplus_entered", number=line.code, other=other)


def _refuse_other_lot(session: Session, line: StockTakeLine) -> None:
    """Pieces are missing of the lot that was counted, or beside it: not of one that was split or merged since."""
    card = session.get_one(FixedAsset, line.asset_id)
    if line.found in _PIECES and card.quantity != line.quantity:
        raise Refused("stock_take.lot_changed", number=line.code, quantity=card.quantity)
    disposal = open_disposal(session, card) if line.found is FoundState.SHORT else None
    if disposal is not None:
        raise Refused("asset.in_disposal", number=line.code, other=disposal)


@open_to_all("called by services.office_papers when the last level has approved")
def approved(session: Session, actor: Actor, item: Record, today: date) -> None:
    """Carry out every adjustment today, or none. Raises what `submitting` would by now, "stock_take.month_closed"."""
    assert isinstance(item, StockTake)
    found = lines(session, item.id)
    _refuse_impossible(session, item, found)
    by: dict[Adjustment, list[StockTakeLine]] = {kind: [] for kind in Adjustment}
    for line in found:
        by[line.adjustment].append(line)
    _move(session, actor, item, by[Adjustment.MOVE], today)
    if by[Adjustment.WRITE_OFF]:
        write_off(session, actor, item, by[Adjustment.WRITE_OFF], today)
    for line in by[Adjustment.ADD]:
        _add(session, actor, item, line, today)


def _move(session: Session, actor: Actor, take: StockTake, found: list[StockTakeLine], today: date) -> None:
    places = {row[0]: row[1] for row in session.execute(select(Place.path, Place.id))}
    for line in found:
        card = session.get_one(FixedAsset, line.asset_id)
        there = replace(standing_of(card), place_id=places[line.found_place])
        asset_movements.write(
            session, actor, card, MovementKind.COUNT, today, there, slip=take.number, note=line.explanation
        )


@open_to_all("called inside services that carry out an approved stock-take")
def write_off(
    session: Session, actor: Actor, take: StockTake, found: Sequence[StockTakeLine], today: date
) -> AssetDisposal:
    """One disposal for what was not found, approved by the stock-take itself; the cards leave today.

    Of a lot the missing pieces become a card of their own, which leaves; the lot keeps what was found.
    """
    _refuse_closed(session, today)
    cards = load_with_terms(session, [line.asset_id for line in found if line.asset_id is not None])
    cards = [
        _missing_pieces(session, actor, take, card, line, today) if line.found is FoundState.SHORT else card
        for card, line in zip(cards, found, strict=True)
    ]
    paper = _paper(session, take, cards, today)
    records.keep(
        session, actor, paper, paper.number, paper.title, take.number, *(card.name for card in cards)
    )
    for card in cards:
        with session.no_autoflush:  # state and day change together
            card.stopped_on = today
            asset_movements.write(
                session, actor, card, MovementKind.DISPOSE, today, Standing(AssetState.DISPOSED),
                slip=paper.number, note=paper.note,
            )  # fmt: skip
    return paper


def _missing_pieces(
    session: Session, actor: Actor, take: StockTake, lot: FixedAsset, line: StockTakeLine, today: date
) -> FixedAsset:
    """The pieces of a lot that were not found, as a card beside it."""
    why = note_of(take)
    (made,) = take_off(session, actor, lot, [PartDraft(line.quantity - (line.pieces or 0))], why, today)
    asset_movements.write(
        session, actor, lot, MovementKind.SPLIT, today, slip=take.number, note=f"拆出 {made.number}：{why}"
    )
    return made


def _paper(session: Session, take: StockTake, cards: Sequence[FixedAsset], today: date) -> AssetDisposal:
    departments = {card.department_id for card in cards}
    one = departments.pop() if len(departments) == 1 else None
    made = [_line(card, place, today) for place, card in enumerate(cards)]
    name = cards[0].name
    return AssetDisposal(
        number=numbering.next_number(session, f"{_DISPOSALS}-{today.year}"), state=OfficePaperState.APPROVED,
        reason=DisposalReason.LOSS, title=name if len(cards) == 1 else f"{name}等{len(cards)}项", on_day=today,
        department_id=one, department_name=session.get_one(Department, one).name if one else "",
        amount=sum((line.cost for line in made), Decimal(0)), note=note_of(take),
        made_by_id=take.made_by_id, made_by_name=take.made_by_name, state_note=f"随盘点单 {take.number} 批准",
        lines=made,
    )  # fmt: skip


def _line(card: FixedAsset, place: int, today: date) -> AssetDisposalLine:
    terms = replace(terms_of(card), stopped_on=today)  # its month is charged still
    accumulated, net = accumulated_on(terms, today), net_on(terms, today)
    return AssetDisposalLine(
        position=place, asset_id=card.id, cost=net + accumulated, accumulated=accumulated, net=net,
        proceeds=Decimal(0), fees=Decimal(0), gain=-net,
    )  # fmt: skip


def _refuse_closed(session: Session, today: date) -> None:
    wanted = select(func.max(DepreciationRun.month)).where(DepreciationRun.state == DepreciationState.CLOSED)
    closed = session.scalar(wanted)
    if closed is not None and today.replace(day=1) <= closed:
        raise Refused("stock_take.month_closed", month=f"{closed:%Y-%m}")


def _add(session: Session, actor: Actor, take: StockTake, line: StockTakeLine, today: date) -> None:
    """A card at replacement value 重置完全价值 (art. 58(4)), standing where it was found; beside a lot for what is over."""
    there = line.place if AND in line.found_place else line.found_place or line.place
    place = session.scalar(select(Place.id).where(Place.path == there))
    over = line.found is FoundState.OVER
    more = (line.pieces or 1) - line.quantity
    lot = session.get(FixedAsset, line.asset_id) if over else None
    draft = AssetDraft(
        name=line.name, class_id=lot.class_id if lot else line.class_id, specification=line.specification,
        unit=line.unit, quantity=more, cost=surplus_value(line.cost, line.quantity, more), bought_on=min(take.on_day, today), place_id=place, note=f"盘盈 {take.number}，原标识 {line.code}",
    )  # fmt: skip
    item = FixedAsset(estimates=[], uses=[])
    fill(session, item, draft)
    check_asset(terms_of(item))
    number_cards(session, [item])
    put_into_register(session, actor, item, draft, note=draft.note)
