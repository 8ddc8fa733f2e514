"""The usual limits and tiers of cities, for a company that has none yet."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from models.expense_category import CategoryRole, ExpenseCategory
from models.expense_claim import CheckLevel
from models.policy import CityTier, ExpensePolicy, PolicyKind
from services import records
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.policy_words import search_words

_RULES = Path(__file__).parents[1] / "resources" / "rules"
_BY_CODE = {"meal": CategoryRole.ENTERTAINMENT}


@requires(Permission.POLICY_EDIT)
def load_usual(session: Session, actor: Actor, *, from_on: date) -> int:
    """Write the usual limits, in force from `from_on`, and the tiers of cities; how many limits there are then.

    Raises Refused "policy.not_empty" when the company has limits already.
    """
    if session.scalar(select(func.count()).select_from(ExpensePolicy)):
        raise Refused("policy.not_empty")
    for row in rows(session, from_on):
        policy = ExpensePolicy(**row)
        records.keep(session, actor, policy, *search_words(session, policy))
    known = set(session.scalars(select(CityTier.city)))
    for city, tier in cities():
        if city not in known:
            records.keep(session, actor, CityTier(city=city, tier=tier), city)
    return session.scalar(select(func.count()).select_from(ExpensePolicy)) or 0


@requires(Permission.POLICY_SEE)
def is_empty(session: Session, actor: Actor) -> bool:  # noqa: ARG001 - the permission needs it
    """Whether the company has no limit at all."""
    return session.scalar(select(ExpensePolicy.id).limit(1)) is None


@open_to_all("plain data, written by whoever may")
def rows(session: Session, from_on: date) -> list[dict[str, Any]]:
    """The usual limits as columns; one for a category that the company does not have is left out."""
    data = tomllib.loads((_RULES / "policies.toml").read_text("utf-8"))
    roles = session.execute(
        select(ExpenseCategory.role, ExpenseCategory.id).order_by(ExpenseCategory.id.desc())
    )
    by_role = {row.role: row.id for row in roles}
    found = []
    for kind, tier, grade, code, amount, count, words, level in data["rows"]:
        category_id = by_role.get(_BY_CODE[code]) if code else None
        if code and category_id is None:
            continue
        found.append(
            {
                "kind": PolicyKind(kind),
                "category_id": category_id,
                "city_tier": tier or None,
                "grade": grade or None,
                "amount": Decimal(amount) if amount else None,
                "count": count or None,
                "words": words,
                "level": CheckLevel(level),
                "from_on": from_on,
                "to_on": None,
                "source": data["source"],
                "active": True,
            }
        )
    return found


def cities() -> Iterator[tuple[str, int]]:
    """Every city that is not of the last tier."""
    for group in tomllib.loads((_RULES / "cities.toml").read_text("utf-8"))["tier"]:
        for city in group["cities"]:
            yield city, group["tier"]
