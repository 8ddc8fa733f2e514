"""Asset classes 资产类别 with their lives, and the places 存放地点 things stand at."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.asset_terms import Method, TaxClass
from models.base import Choice, Rate, Record, one_of


class AssetClass(Record):
    """A class of the tree: what a new card begins with. `tax_class` says the least life for tax."""

    __tablename__ = "asset_class"
    __table_args__ = (
        one_of("method", Method),
        one_of("tax_class", TaxClass),
        CheckConstraint("months > 0", name="life_positive"),
        CheckConstraint("residual_rate BETWEEN 0 AND 100000000", name="residual_rate_range"),
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="not_its_own_parent"),
    )

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("asset_class.id"))
    months: Mapped[int]
    residual_rate: Mapped[Decimal] = mapped_column(Rate, default=Decimal("0.05"))
    method: Mapped[Method] = mapped_column(Choice(Method), default=Method.STRAIGHT_LINE)
    tax_class: Mapped[TaxClass] = mapped_column(Choice(TaxClass))
    unit: Mapped[str] = mapped_column(default="台")
    account_code: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")

    parent: Mapped[AssetClass | None] = relationship(lazy="raise", remote_side="AssetClass.id")


class Place(Record):
    """A place of the tree 存放地点: a building, a floor, a room, a site; `path` spells the whole way to it."""

    __tablename__ = "place"
    __table_args__ = (CheckConstraint("parent_id IS NULL OR parent_id <> id", name="not_its_own_parent"),)

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    path: Mapped[str] = mapped_column(unique=True)
    active: Mapped[bool] = mapped_column(default=True)
    search_text: Mapped[str] = mapped_column(default="")

    parent: Mapped[Place | None] = relationship(lazy="raise", remote_side="Place.id")
