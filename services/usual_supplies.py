"""The usual kinds of supplies 物资类别 and their articles in resources/rules/supplies.toml. No database."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

_PATH = Path(__file__).parents[1] / "resources" / "rules" / "supplies.toml"


@dataclass(frozen=True, slots=True)
class UsualArticle:
    """An article, its unit, and the quantity below which it runs short."""

    name: str
    unit: str
    low: Decimal


@dataclass(frozen=True, slots=True)
class SupplyKind:
    """A kind; `benefit`: given out with a signature by festival or quarter, `personal`: ordered for one person."""

    code: str
    name: str
    prefix: str
    benefit: bool
    personal: bool
    articles: tuple[UsualArticle, ...]


@cache
def supply_kinds() -> tuple[SupplyKind, ...]:
    """All kinds, in the order of the file."""
    return tuple(_kind(row) for row in tomllib.loads(_PATH.read_text("utf-8"))["kind"])


def _kind(row: Mapping[str, Any]) -> SupplyKind:
    articles = (UsualArticle(item["name"], item["unit"], Decimal(item["low"])) for item in row["articles"])
    return SupplyKind(
        code=row["code"],
        name=row["name"],
        prefix=row["prefix"],
        benefit=row.get("benefit", False),
        personal=row.get("personal", False),
        articles=tuple(articles),
    )
