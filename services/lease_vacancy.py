"""How many days things to let had a tenant, and how many they stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, selectinload

from models.asset_lease import AssetLease
from models.fixed_asset import AssetMovement, AssetState, MovementKind
from services.permissions import Actor, Permission, open_to_all, requires

_DAY = timedelta(days=1)

type Stay = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A thing that is let: days of the period since it was first let, those it was let and those it stood, and its rents."""

    asset_id: int
    number: str
    name: str
    days: int
    let: int
    rent: Decimal

    @property
    def vacant(self) -> int:
        return self.days - self.let


@requires(Permission.ASSET_SEE)
def vacancy(session: Session, actor: Actor, *, first: date, last: date, today: date) -> list[Vacancy]:  # noqa: ARG001 - the permission needs it
    """Of everything that was ever let: how many days of the period (both ends included) it was with a tenant.

    A day counts once: from the day the thing went out to the day it came back, also beyond the end of its lease; what is
    still out to the end of its lease, or to today when that is over; what was not handed over yet from today on. Counting
    begins with the first day of the first lease and stops when the thing leaves the company. Rent is what came due.
    """
    leases = session.scalars(
        select(AssetLease)
        .where(
            or_(AssetLease.ended_on.is_(None), AssetLease.ended_on >= AssetLease.from_on)
        )  # none cancelled
        .options(selectinload(AssetLease.asset), selectinload(AssetLease.dues))
    )
    handed = _handed_over(session)
    by_asset: dict[int, list[AssetLease]] = {}
    for lease in leases:
        by_asset.setdefault(lease.asset_id, []).append(lease)
    found = [_vacancy(own, handed, first, last, today) for own in by_asset.values()]
    return sorted((one for one in found if one.days > 0), key=lambda one: (-one.vacant, one.number))


@open_to_all("a step of services that have checked")
def _handed_over(session: Session) -> dict[tuple[int, str], date]:
    """When things went out, by card and lease."""
    rows = session.execute(
        select(AssetMovement.asset_id, AssetMovement.note, func.min(AssetMovement.on_day))
        .where(AssetMovement.kind == MovementKind.LEASE)
        .group_by(AssetMovement.asset_id, AssetMovement.note)
    )
    return {(row[0], row[1]): row[2] for row in rows}


def _vacancy(
    leases: Sequence[AssetLease],
    handed: Mapping[tuple[int, str], date],
    first: date,
    last: date,
    today: date,
) -> Vacancy:
    asset = leases[0].asset
    begin = max(first, min(lease.from_on for lease in leases))
    end = min(last, asset.stopped_on) if asset.state is AssetState.DISPOSED and asset.stopped_on else last
    stays = (_stay(lease, handed.get((lease.asset_id, lease.number)), today) for lease in leases)
    rent = sum(
        (due.amount for lease in leases for due in lease.dues if first <= due.due_on <= last), Decimal(0)
    )
    days = max((end - begin).days + 1, 0)
    return Vacancy(asset.id, asset.number, asset.name, days, united_days(stays, begin, end), rent)


def _stay(lease: AssetLease, handed: date | None, today: date) -> Stay:
    """From when to when the thing is with the tenant of a lease."""
    if lease.ended_on is not None:
        return handed or lease.from_on, lease.ended_on
    if handed is None:
        return max(lease.from_on, today), lease.to_on
    return handed, max(lease.to_on, today)


def united_days(stays: Iterable[Stay], begin: date, end: date) -> int:
    """The days from `begin` to `end` that are in any of the stays, each once."""
    days, reached = 0, begin - _DAY
    for first, last in sorted(stays):
        start, stop = max(first, reached + _DAY), min(last, end)
        if start <= stop:
            days += (stop - start).days + 1
            reached = stop
    return days
