"""A lease as somebody saw it, and what every change of it ends with."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.asset_lease import AssetLease
from services import audit
from services.database import now
from services.errors import Refused
from services.permissions import Actor, open_to_all

_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def load(session: Session, lease_id: int, version: int | None) -> AssetLease:
    """The lease with its rents; Refused "record.gone", "record.stale"."""
    item = session.scalar(
        select(AssetLease).where(AssetLease.id == lease_id).options(selectinload(AssetLease.dues))
    )
    if item is None:
        raise Refused("record.gone")
    if item.version != version:
        raise Refused("record.stale")
    return item


@open_to_all(_WHY)
def expect(session: Session, lease_id: int, version: int | None) -> AssetLease:
    """As `load`, of a thing that has not come back; else Refused "lease.ended" (number)."""
    item = load(session, lease_id, version)
    if item.ended_on is not None:
        raise Refused("lease.ended", number=item.number)
    return item


def day(on_day: date | None, today: date) -> date:
    """A day that was typed and has come; Refused "record.required", "asset.future_day" (on_day)."""
    if on_day is None:
        raise Refused("record.required", "on_day")
    if on_day > today:
        raise Refused("asset.future_day", "on_day")
    return on_day


@open_to_all(_WHY)
def touched(session: Session, actor: Actor, item: AssetLease, **values: object) -> None:
    """Write what happened to the lease, with a new version of it."""
    item.updated_at = now()
    audit.record(session, actor, "edit", item, **values)
    session.flush()
