"""What tests of assets begin with: classes, two places, and cards as somebody types them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.asset_class import AssetClass
from models.fixed_asset import AssetMovement, FixedAsset
from models.user import Role
from services import asset_classes, fixed_assets, places
from services.database import Database
from services.fixed_assets import AssetDraft
from services.places import PlaceDraft
from tests.conftest import actor_of_role

CLERK = actor_of_role(Role.CLERK)
BOUGHT = date(2026, 1, 5)


@dataclass(frozen=True)
class Stock:
    """The database with its classes (by prefix) and places (by name)."""

    database: Database
    classes: dict[str, int]
    places: dict[str, int]

    def draft(self, **given: object) -> AssetDraft:
        usual = AssetDraft(
            name="笔记本电脑",
            class_id=self.classes["DZ"],
            cost=Decimal(5999),
            bought_on=BOUGHT,
            start_on=BOUGHT,
        )
        return replace(usual, **given)

    def card(self, **given: object) -> int:
        with self.database.write() as session:
            return fixed_assets.save(session, CLERK, self.draft(**given))

    def cards(self, count: int, **given: object) -> list[int]:
        with self.database.write() as session:
            return fixed_assets.add(session, CLERK, self.draft(count=count, **given))

    def look(self, asset_id: int) -> FixedAsset:
        with self.database.read() as session:
            return session.get_one(FixedAsset, asset_id)

    def movements(self, asset_id: int) -> list[AssetMovement]:
        with self.database.read() as session:
            wanted = select(AssetMovement).where(AssetMovement.asset_id == asset_id)
            return list(session.scalars(wanted.order_by(AssetMovement.id)))


def stocked(database: Database) -> Stock:
    """A database with the usual classes and a building with a room."""
    with database.write() as session:
        asset_classes.fill(session)
        house = places.save(session, CLERK, PlaceDraft(code="A", name="主楼"))
        room = places.save(session, CLERK, PlaceDraft(code="A305", name="305室", parent_id=house))
        classes = {row[0]: row[1] for row in session.execute(select(AssetClass.code, AssetClass.id))}
    return Stock(database, classes, {"主楼": house, "305室": room})
