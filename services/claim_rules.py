"""The dated rules of claims: limits as data, each overridable by a setting of the company."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from services import settings
from services.database import Session
from services.permissions import open_to_all

_RULES = Path(__file__).parents[1] / "resources" / "rules" / "claims.toml"


@dataclass(frozen=True, slots=True)
class ClaimRules:
    """What holds on one day: days, working days, and yuan."""

    invoice_age_days: int
    promise_working_days: int
    tolerance: Decimal
    unusual_factor: Decimal
    unusual_papers: int
    unused_days: int


@open_to_all("limits are no secret")
def rules_on(session: Session, day: date) -> ClaimRules:
    """The rules that hold on `day`: the company's settings "claims.<name>" before resources/rules/claims.toml."""
    return ClaimRules(
        invoice_age_days=int(_value(session, "invoice_age_days", day)),
        promise_working_days=int(_value(session, "promise_working_days", day)),
        tolerance=_value(session, "tolerance", day),
        unusual_factor=_value(session, "unusual_factor", day),
        unusual_papers=int(_value(session, "unusual_papers", day)),
        unused_days=int(_value(session, "unused_days", day)),
    )


def _value(session: Session, name: str, day: date) -> Decimal:
    own = settings.get(session, f"claims.{name}", None)
    try:
        chosen = None if own is None else Decimal(str(own))
    except InvalidOperation:
        chosen = None
    return chosen if chosen is not None and chosen.is_finite() and chosen >= 0 else by_law(name, day)


def by_law(name: str, day: date) -> Decimal:
    """The value of resources/rules/claims.toml on that day, whatever the company has set."""
    rows = [row for row in _rules() if row["name"] == name and row["from"] <= day.isoformat()]
    return Decimal(
        next(row["value"] for row in reversed(rows) if not row["to"] or day.isoformat() <= row["to"])
    )


@cache
def _rules() -> tuple[dict[str, str], ...]:
    return tuple(sorted(tomllib.loads(_RULES.read_text("utf-8"))["rule"], key=lambda row: row["from"]))
