"""The rents of a lease, due at the beginning of every few months, none of them pro rata; and whether its thing is out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

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


def is_fixed(item: AssetLease, due: LeaseDue, today: date) -> bool:
    """Whether a rent stays as it is: something came in, or it is overdue. A lease that was written today is all open."""
    if due.received:
        return True
    written = item.created_at.astimezone().date() if item.created_at is not None else today
    return due.due_on < today and written != today and item.from_on <= due.due_on <= item.to_on


def replan(item: AssetLease, today: date, rent_before: Decimal | None = None) -> None:
    """Put the rents of the contract: what is fixed stays and stands for its period, others follow what was changed.

    A planned rent keeps its amount, unless it was that of the contract before (`rent_before`). Of a rent of 0 none are due.
    """
    wanted = due_days(item.from_on, item.to_on, item.every_months) if item.rent else []
    kept = [due for due in item.dues if is_fixed(item, due, today)]
    stood_for = _stood_for(wanted, [due.due_on for due in kept if due.due_on <= item.to_on])
    planned = {due.due_on: due for due in item.dues if due not in kept}
    for day in wanted:
        if day in stood_for:
            continue
        due = planned.get(day) or LeaseDue(due_on=day, amount=item.rent)
        if due.amount == rent_before:
            due.amount = item.rent
        kept.append(due)
    item.dues = sorted(kept, key=lambda due: due.due_on)


def _stood_for(wanted: Sequence[date], fixed: Sequence[date]) -> set[date]:
    """The periods of the plan (by their first days) that rents stand for: of their own day, else of the period around it."""
    found = set(wanted) & set(fixed)
    for day in sorted(set(fixed) - found):
        free = [each for each in wanted if each not in found]
        around = [each for each in wanted if each <= day][-1:]
        nearest = [each for each in around if each in free] or free[:1]
        found.update(nearest)
    return found


def fall_away(item: AssetLease, day: date) -> None:
    """Rents due after the day the thing came back are owed no more: of those paid in advance what came in stays to be seen."""
    for due in item.dues:
        if due.due_on > day:
            due.amount = due.received
    item.dues = [due for due in item.dues if due.due_on <= day or due.received]


def hold_over(item: AssetLease, day: date) -> None:
    """The rent went on after the last day of the contract, until the thing came back."""
    known = {due.due_on for due in item.dues}
    more = [each for each in due_days(item.from_on, day, item.every_months) if item.to_on < each <= day]
    item.dues = [*item.dues, *(LeaseDue(due_on=each, amount=item.rent) for each in more if each not in known)]


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
