"""What the sample company is made of, read from resources/sample/company.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "company.toml"


@dataclass(frozen=True, slots=True)
class SellerLine:
    """Something a seller sells: the words on its invoice and the VAT rate in percent."""

    seller: str
    tax_id: str
    words: str
    percent: int


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of a story: category code, words, lowest and highest amount in yuan."""

    category: str
    words: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Story:
    """A kind of claim some departments make."""

    departments: tuple[str, ...]
    weight: int
    purpose: str
    project: bool
    lines: tuple[StoryLine, ...]


@cache
def catalogue() -> dict[str, Any]:
    """The whole file as plain data."""
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


@cache
def stories() -> tuple[Story, ...]:
    return tuple(
        Story(
            tuple(row["departments"]),
            row["weight"],
            row["purpose"],
            row.get("project", False),
            tuple(StoryLine(*line) for line in row["lines"]),
        )
        for row in catalogue()["story"]
    )


@cache
def sellers() -> dict[str, tuple[SellerLine, ...]]:
    """Seller lines by category code."""
    found: dict[str, list[SellerLine]] = {}
    for row in catalogue()["seller"]:
        for category, words, percent in row["sells"]:
            found.setdefault(category, []).append(SellerLine(row["name"], row["tax_id"], words, percent))
    return {category: tuple(lines) for category, lines in found.items()}
