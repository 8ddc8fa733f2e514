"""What tests of supplies begin with: two articles, two places, and slips as somebody types them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.supply import Supply, SupplyAct, SupplyMovement
from models.user import Role
from services import places, supplies, supply_kinds, supply_movements
from services.database import Database
from services.errors import Refused
from services.places import PlaceDraft
from services.supplies import SupplyDraft
from services.supply_drafts import SlipDraft, SupplyLine
from tests.conftest import TODAY, actor_of_role

CLERK = actor_of_role(Role.CLERK)
PAPER, PENS = 1, 2
RECEIVE, ISSUE, RETURN, COUNT, TRANSFER = SupplyAct


@dataclass
class Shelf:
    """A database with two articles and two places."""

    database: Database
    store: int
    site: int
    clicks: int = 0

    def book(self, act: SupplyAct, *lines: SupplyLine, click: str = "", **given: object) -> str:
        self.clicks += 1
        draft = replace(SlipDraft(act, TODAY, self.store, lines), **given)
        with self.database.write() as session:
            return supply_movements.book(session, CLERK, draft, click or f"click {self.clicks}", today=TODAY)

    def refused(self, act: SupplyAct, *lines: SupplyLine, **given: object) -> tuple[str, str | None]:
        before = self.movements()
        with pytest.raises(Refused) as caught:
            self.book(act, *lines, **given)
        assert self.movements() == before, "nothing half done"
        return caught.value.code, caught.value.field

    def movements(self) -> int:
        with self.database.read() as session:
            return len(session.scalars(select(SupplyMovement.id)).all())

    def look(self, supply_id: int = PAPER) -> tuple[Decimal, Decimal]:
        with self.database.read() as session:
            item = session.get_one(Supply, supply_id)
            return item.quantity, item.value

    def at(self, place: int, supply_id: int = PAPER) -> Decimal:
        with self.database.read() as session:
            return supplies.stock_at(session, supply_id, place)


def shelved(database: Database) -> Shelf:
    with database.write() as session:
        supply_kinds.fill(session)
        store = places.save(session, CLERK, PlaceDraft(code="S", name="库房"))
        site = places.save(session, CLERK, PlaceDraft(code="D", name="工地"))
        paper = SupplyDraft(name="A4复印纸", kind="office", unit="包", low_stock=Decimal(10))
        assert supplies.save(session, CLERK, paper) == PAPER
        assert supplies.save(session, CLERK, SupplyDraft(name="签字笔", kind="office", unit="支")) == PENS
    return Shelf(database, store, site)


def line(quantity: str, value: str | None = None, supply_id: int = PAPER, **given: object) -> SupplyLine:
    return replace(
        SupplyLine(supply_id, Decimal(quantity), None if value is None else Decimal(value)), **given
    )
