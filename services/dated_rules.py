"""Rules as data: the row of a file in resources/rules that holds on a day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from services.errors import Refused

_FOLDER = Path(__file__).parents[1] / "resources" / "rules"


def rows(file: str, group: str = "rule") -> tuple[Mapping[str, Any], ...]:
    """The rows ``[[group]]`` of resources/rules/<file>.toml, the earliest first."""
    return tuple(sorted(_read(file).get(group, ()), key=lambda row: str(row["from"])))


@cache
def row_on(file: str, name: str, day: date, group: str = "rule") -> Mapping[str, Any]:
    """The row called `name` that holds on `day`: begun, and not ended before.

    Raises:
        Refused: ``rules.none_on_day`` (name, day) if there is none.
    """
    found = [row for row in rows(file, group) if row["name"] == name and holds(row, day)]
    if not found:
        raise Refused("rules.none_on_day", name=name, day=day)
    return found[-1]


@cache
def value_on(file: str, name: str, day: date) -> Decimal:
    """The value of the rule called `name` on `day`; its unit stands beside it in the file. Refuses like `row_on`."""
    return Decimal(row_on(file, name, day)["value"])


def holds(row: Mapping[str, Any], day: date) -> bool:
    """Whether `day` lies from the row's first day to its last one ("" = until further notice)."""
    return bool(row["from"] <= day.isoformat() and (not row["to"] or day.isoformat() <= row["to"]))


@cache
def _read(file: str) -> Mapping[str, Any]:
    return tomllib.loads((_FOLDER / f"{file}.toml").read_text("utf-8"))
