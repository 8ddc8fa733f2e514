"""Differences of a stock-take: why they are, and what is done about each; the count is finished with first proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy import select

from models.asset_class import AssetClass
from models.fixed_asset import AssetState, FixedAsset
from models.stock_take import Adjustment, FoundState, StockTake, StockTakeLine, StockTakeState
from services import audit, records
from services.database import Session
from services.errors import Refused
from services.money import LARGEST
from services.permissions import Actor, Permission, requires
from services.records import tidy
from services.stock_take_tally import AND
from services.stock_takes import BEING_DONE, change_state, lines, locked, refuse_state

_A = Adjustment
ALLOWED: Mapping[FoundState, frozenset[Adjustment]] = MappingProxyType(
    {
        FoundState.FOUND: frozenset({_A.NONE, _A.MOVE}),
        FoundState.MISSING: frozenset({_A.NONE, _A.SEARCH, _A.WRITE_OFF}),
        FoundState.SHORT: frozenset({_A.NONE, _A.SEARCH, _A.WRITE_OFF}),
        FoundState.OVER: frozenset({_A.NONE, _A.SEARCH, _A.ADD}),
        FoundState.DISPUTED: frozenset({_A.NONE, _A.SEARCH}),
        FoundState.ELSEWHERE: frozenset({_A.NONE, _A.MOVE, _A.SEARCH}),
        FoundState.UNKNOWN: frozenset({_A.NONE, _A.ADD, _A.SEARCH}),
        FoundState.FOREIGN: frozenset({_A.NONE}),
    }
)
"""What may be done about each kind of difference."""
_OUT = MappingProxyType(
    {AssetState.LENT: "借出未还", AssetState.REPAIR: "送修未回", AssetState.LEASED: "出租在外"}
)
_PROPOSED = MappingProxyType(
    {
        FoundState.ELSEWHERE: _A.MOVE,
        FoundState.MISSING: _A.SEARCH,
        FoundState.SHORT: _A.SEARCH,
        FoundState.DISPUTED: _A.SEARCH,
    }
)


@dataclass(frozen=True, slots=True)
class LineDraft:
    """What is said about some lines; None leaves as it is. Name, class and value (yuan) are those of a surplus."""

    explanation: str | None = None
    adjustment: Adjustment | None = None
    name: str | None = None
    specification: str | None = None
    class_id: int | None = None
    cost: Decimal | None = None


@requires(Permission.ASSET_EDIT)
def explain(session: Session, actor: Actor, take_id: int, line_ids: Sequence[int], draft: LineDraft) -> int:
    """Explain lines and say what is done about them, all or none; returns how many.

    Raises Refused "stock_take.not_open" (state), "stock_take.adjustment" (adjustment; number, found, what),
    "stock_take.several_places" (adjustment; number, place),
    "stock_take.value" (cost), "record.gone" (class_id), "record.too_long".
    """
    take = locked(session, take_id)
    refuse_state(take, *BEING_DONE)
    records.refuse_unknown(session, AssetClass, draft.class_id, "class_id")
    if draft.cost is not None and not 0 < draft.cost <= LARGEST:
        raise Refused("stock_take.value", "cost")
    found = lines(session, take_id, line_ids)
    for line in found:
        _explain(line, draft)
    audit.record_all(session, actor, "edit", found)
    session.flush()
    return len(found)


def _explain(line: StockTakeLine, draft: LineDraft) -> None:
    if draft.adjustment is not None:
        if draft.adjustment not in ALLOWED[line.found]:
            raise Refused(
                "stock_take.adjustment",
                "adjustment",
                number=line.code,
                found=line.found,
                what=draft.adjustment,
            )
        if draft.adjustment is Adjustment.MOVE and AND in line.found_place:
            raise Refused("stock_take.several_places", "adjustment", number=line.code, place=line.found_place)
        line.adjustment = draft.adjustment
    if draft.explanation is not None:
        line.explanation = tidy(draft.explanation, "explanation")
    if line.found is not FoundState.UNKNOWN:
        return  # name, class and value are the register's
    for name in ("name", "specification"):
        if (text := getattr(draft, name)) is not None:
            setattr(line, name, tidy(text, name))
    if draft.class_id is not None:
        line.class_id = draft.class_id
    if draft.cost is not None:
        line.cost = draft.cost


@requires(Permission.ASSET_EDIT)
def finish(session: Session, actor: Actor, take_id: int, version: int) -> int:
    """Close the counting: no scan is taken any more, and each difference gets what is usually done about it.

    What is lent, in repair or leased says so. Raises Refused "stock_take.not_open", "stock_take.nothing_counted",
    "record.gone", "record.stale".
    """
    take = records.expect(session, StockTake, take_id, version)
    refuse_state(take, StockTakeState.OPEN)
    found = lines(session, take_id)
    if not any(line.times for line in found):
        raise Refused("stock_take.nothing_counted")
    outside = _outside(session, take_id)
    for line in found:
        if line.adjustment not in ALLOWED[line.found]:
            line.adjustment = Adjustment.NONE
        if line.adjustment is Adjustment.NONE and not line.explanation:
            _propose(line, outside)
    return change_state(session, actor, take, StockTakeState.COUNTED, "count")


def _propose(line: StockTakeLine, outside: Mapping[int, str]) -> None:
    away = outside.get(line.asset_id or 0)
    if line.found is FoundState.MISSING and away:
        line.explanation = away
        return
    if line.found is FoundState.ELSEWHERE and away:
        line.explanation = f"账面{away}，实盘在此"
        return
    if line.found is FoundState.ELSEWHERE and (not line.found_place or AND in line.found_place):
        return  # what stands at several places is taken apart on its card
    line.adjustment = _PROPOSED.get(line.found, line.adjustment)


def _outside(session: Session, take_id: int) -> dict[int, str]:
    """Why a card cannot have been found: it is with somebody outside."""
    rows = session.execute(
        select(FixedAsset.id, FixedAsset.state, FixedAsset.outside, FixedAsset.due_back_on)
        .join(StockTakeLine, StockTakeLine.asset_id == FixedAsset.id)
        .where(StockTakeLine.take_id == take_id, FixedAsset.state.in_(list(_OUT)))
    )
    return {
        row[0]: "，".join(
            part for part in (_OUT[row[1]], row[2], f"应于{row[3]:%Y-%m-%d}归还" if row[3] else "") if part
        )
        for row in rows
    }
