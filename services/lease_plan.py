"""The rents of a lease, due at the beginning of every few months, none of them pro rata; and whether its thing is out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.asset_lease import AssetLease, LeaseDue
from models.fixed_asset import AssetState, FixedAsset
from services.errors import Refused
from services.permissions import open_to_all

MOST = 600  # rents: fifty years of months


def due_days(first: date, last: date, every_months: int) -> list[date]:
    """The days rents are due: the first day, then the same day every few months; in a short month its last day.

    Raises Refused "lease.too_long" (to_on; most).
    """
    days: list[date] = []
    place = 0
    while (day := _later(first, place * every_months)) <= last:
        if place == MOST:
            raise Refused("lease.too_long", "to_on", most=MOST)
        days.append(day)
        place += 1
    return days


def replan(item: AssetLease) -> None:
    """Put the rents of the contract: those of which something came in stay, all others are made anew."""
    wanted = due_days(item.from_on, item.to_on, item.every_months)
    known = {due.due_on: due for due in item.dues}
    kept = [due for due in item.dues if due.received]
    for day in wanted:
        due = known.get(day)
        if due is None:
            kept.append(LeaseDue(due_on=day, amount=item.rent))
        elif not due.received:
            due.amount = item.rent
            kept.append(due)
    item.dues = sorted(kept, key=lambda due: due.due_on)


def _later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@open_to_all("a step of services that have checked")
def is_out(session: Session, item: AssetLease) -> bool:
    """Whether the thing of a lease that is not ended is with its tenant now."""
    asset = session.get_one(FixedAsset, item.asset_id)
    others = _begun_before(session, item)
    return item.ended_on is None and asset.state is AssetState.LEASED and not others


def _begun_before(session: Session, item: AssetLease) -> Sequence[int]:
    """Other leases of the card that are not ended and begin earlier: it is theirs that is out."""
    wanted = select(AssetLease.id).where(
        AssetLease.asset_id == item.asset_id, AssetLease.ended_on.is_(None), AssetLease.from_on < item.from_on
    )
    return session.scalars(wanted).all()
