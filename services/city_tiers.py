"""Tiers of cities 城市级别: what a night may cost depends on where it was."""

from __future__ import annotations

from dataclasses import dataclass

from models.policy import CityTier
from services import records
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import required
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register

REGISTER = Register(
    name="city_tier",
    record=CityTier,
    columns=(
        Column("city", "City", ColumnKind.TEXT, CityTier.city, width=200, stretch=True),
        Column("tier", "City tier", ColumnKind.NUMBER, CityTier.tier, width=120),
        Column("active", "Active", ColumnKind.YES_NO, CityTier.active, width=90),
    ),
    see=Permission.POLICY_SEE,
    sort="tier",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
)


@dataclass(frozen=True, slots=True)
class CityTierDraft:
    """A city as typed."""

    id: int | None = None
    version: int | None = None
    city: str = ""
    tier: int = 2
    active: bool = True


@requires(Permission.POLICY_SEE)
def get(session: Session, actor: Actor, city_id: int) -> CityTierDraft:  # noqa: ARG001 - the permission needs it
    """The city of that id; Refused "record.gone"."""
    item = records.load(session, CityTier, city_id)
    return CityTierDraft(item.id, item.version, item.city, item.tier, item.active)


@requires(Permission.POLICY_EDIT)
def save(session: Session, actor: Actor, draft: CityTierDraft) -> int:
    """Store a city; returns its id. Raises Refused "record.required", "record.taken", "policy.tier", "record.stale"."""
    item = CityTier() if draft.id is None else records.expect(session, CityTier, draft.id, draft.version)
    city = required(draft.city, "city")
    records.refuse_taken(session, CityTier.city, city, draft.id)
    if draft.tier not in (1, 2, 3):
        raise Refused("policy.tier", field="tier")
    item.city, item.tier, item.active = city, draft.tier, draft.active
    return records.keep(session, actor, item, city)


@requires(Permission.POLICY_EDIT)
def remove(session: Session, actor: Actor, city_id: int, version: int) -> bool:
    """Delete a city: it is of the last tier then. Raises Refused "record.gone", "record.stale"."""
    return records.drop(session, actor, records.expect(session, CityTier, city_id, version))
