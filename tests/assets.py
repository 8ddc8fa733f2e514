"""What tests of assets begin with: classes, two places, and cards as somebody types them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import select

from models.approval import ApprovalRule, ApproverKind, DecidedKind, Decision
from models.asset_class import AssetClass
from models.fixed_asset import AssetMovement, FixedAsset
from models.user import Role
from services import asset_classes, asset_requests, fixed_assets, office_papers, places
from services.asset_requests import AssetRequestDraft, RequestLineDraft
from services.database import Database, at_moment
from services.fixed_assets import AssetDraft
from services.permissions import Actor
from services.places import PlaceDraft
from tests.conftest import TODAY, actor_of_role

CLERK = actor_of_role(Role.CLERK)
KIND = DecidedKind.ASSET_REQUEST
BOUGHT = date(2026, 1, 5)
ANY_DAY = date(2099, 12, 31)  # tests have clocks of their own; what is to come is tested by itself


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
            return fixed_assets.save(session, CLERK, self.draft(**given), today=ANY_DAY)

    def cards(self, count: int, **given: object) -> list[int]:
        with self.database.write() as session:
            return fixed_assets.add(session, CLERK, self.draft(count=count, **given), today=ANY_DAY)

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


def approved_request(
    stock: Stock,
    *lines: tuple[str, int, str],
    manager: Actor | None = None,
    approved: datetime | None = None,
) -> int:
    """A request with these lines (name, quantity, price of one) that the manager has approved."""
    drafts = tuple(
        RequestLineDraft(name=name, class_id=stock.classes["DZ"], quantity=count, price=Decimal(price))
        for name, count, price in lines
    )
    decider = manager or actor_of_role(Role.MANAGER)
    with stock.database.write() as session:
        if session.scalar(select(ApprovalRule.id)) is None:
            rule = {"paper_kind": "", "amount_from": Decimal(0), "approver": ApproverKind.USER}
            session.add(ApprovalRule(level=1, label="部门审批", user_id=decider.user_id, **rule))
            session.flush()
        draft = AssetRequestDraft(title="新员工电脑", reason="三人入职", lines=drafts)
        with at_moment(datetime(2026, 1, 5, 9, tzinfo=UTC)):
            made = asset_requests.save(session, CLERK, draft, today=TODAY)
        version = asset_requests.get(session, CLERK, made).version
        version = office_papers.submit(session, CLERK, KIND, made, version, f"submit {made}")
        with at_moment(approved or datetime(2026, 1, 5, 9, tzinfo=UTC)):
            office_papers.decide(
                session, decider, KIND, made, version, Decision.APPROVE,
                reason="", command_id=f"approve {made}", today=TODAY,
            )  # fmt: skip
    return made
