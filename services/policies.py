"""Expense policies 报销制度: which limit holds on a day, for a category, a city tier and a grade."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.expense_claim import CheckLevel
from models.policy import CityTier, ExpensePolicy, PolicyKind
from services.database import Session
from services.permissions import open_to_all

OTHER_TIER = 3
_ENDINGS = ("市", "地区", "州", "盟")


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit as it holds: `amount` in yuan, `count` in the unit of its kind, `words` for classes of travel."""

    id: int | None
    kind: PolicyKind
    category_id: int | None
    city_tier: int | None
    grade: int | None
    amount: Decimal | None
    count: int | None
    words: str
    level: CheckLevel
    from_on: date
    to_on: date | None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True)
class Policies:
    """All limits there are, of every time, and the tiers of cities."""

    limits: tuple[Limit, ...]
    tiers: dict[str, int]

    def find(
        self,
        kind: PolicyKind,
        day: date,
        *,
        category_id: int | None = None,
        city_tier: int | None = None,
        grade: int | None = None,
    ) -> Limit | None:
        """The most specific limit of `kind` that holds on `day`; None when there is none."""
        asked = (category_id, city_tier, grade)
        fitting = [
            limit
            for limit in self.limits
            if limit.kind == kind and limit.holds_on(day) and _fits(limit, asked)
        ]
        return max(fitting, key=_specific, default=None)

    def tier_of(self, place: str) -> int:
        """The tier of the city that `place` names or begins with (宜昌市 or 宜昌猇亭); 3 for every other."""
        plain = place.strip()
        named = [city for city in self.tiers if plain.startswith(_bare(city))]
        return self.tiers[max(named, key=len)] if named else OTHER_TIER


@open_to_all("limits are no secret")
def policies(session: Session) -> Policies:
    """Every limit in force at any time, and the tiers of cities."""
    rows = session.scalars(select(ExpensePolicy).filter_by(active=True).order_by(ExpensePolicy.id))
    tiers = session.execute(select(CityTier.city, CityTier.tier).filter_by(active=True))
    limits = (Limit(**{name: getattr(row, name) for name in Limit.__slots__}) for row in rows)
    return Policies(tuple(limits), {row.city: row.tier for row in tiers})


def _bare(city: str) -> str:
    for ending in _ENDINGS:
        if city.endswith(ending) and len(city) > len(ending) + 1:
            return city.removesuffix(ending)
    return city


def _scope(limit: Limit) -> tuple[int | None, ...]:
    return limit.category_id, limit.city_tier, limit.grade


def _fits(limit: Limit, asked: tuple[int | None, ...]) -> bool:
    return all(own is None or own == wanted for own, wanted in zip(_scope(limit), asked, strict=True))


def _specific(limit: Limit) -> tuple[int, date]:
    return sum(own is not None for own in _scope(limit)), limit.from_on
