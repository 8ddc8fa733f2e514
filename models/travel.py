"""The legs 行程 of a travel claim."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Choice, one_of, real_day


class Vehicle(StrEnum):
    """火车, 飞机, 轮船, 长途汽车, 自驾, 出租车."""

    TRAIN = "train"
    PLANE = "plane"
    SHIP = "ship"
    COACH = "coach"
    CAR = "car"
    TAXI = "taxi"


class TravelLeg(Base):
    """From one place to another: day and hour of departure and arrival, vehicle 交通工具 and class 席别.

    Hours are whole, 0 to 23. What a leg cost stands in the lines of the claim that name it.
    """

    __tablename__ = "travel_leg"
    __table_args__ = (
        UniqueConstraint("claim_id", "position"),
        one_of("vehicle", Vehicle),
        real_day("departed_on"),
        real_day("arrived_on"),
        CheckConstraint("departed_hour BETWEEN 0 AND 23", name="departed_hour_of_a_day"),
        CheckConstraint("arrived_hour BETWEEN 0 AND 23", name="arrived_hour_of_a_day"),
        CheckConstraint("departed_on <= arrived_on", name="days_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("expense_claim.id"))
    position: Mapped[int]
    from_place: Mapped[str]
    to_place: Mapped[str]
    departed_on: Mapped[date]
    departed_hour: Mapped[int]
    arrived_on: Mapped[date]
    arrived_hour: Mapped[int]
    vehicle: Mapped[Vehicle] = mapped_column(Choice(Vehicle))
    seat: Mapped[str] = mapped_column(default="")
