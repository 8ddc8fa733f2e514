"""What the window for counting has done on a worker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from services import stock_take_details, stock_take_scans, stock_take_scope

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.stock_take_details import TakeDetail, TakeLine
    from services.stock_take_scans import ScanResult
    from services.stock_take_scope import ScopeChoices


def after(line: TakeLine, result: ScanResult) -> TakeLine:
    """The line with what a scan has found."""
    return replace(
        line, found=result.found, times=result.times, found_place=result.found_place, pieces=result.pieces
    )


def places(actor: Actor, session: Session) -> ScopeChoices:
    return stock_take_scope.choices(session, actor)


def detail(actor: Actor, take_id: int, session: Session) -> TakeDetail:
    return stock_take_details.detail(session, actor, take_id)


def tick(
    actor: Actor, take_id: int, ids: list[int], place: str, click: str, today: date, session: Session
) -> list[ScanResult]:
    return stock_take_scans.tick(session, actor, take_id, ids, place, command_id=click, today=today)


def untick(actor: Actor, take_id: int, ids: list[int], session: Session) -> int:
    return stock_take_scans.untick(session, actor, take_id, ids)
