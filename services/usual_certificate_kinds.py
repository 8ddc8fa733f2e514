"""The usual kinds of certificates 证照种类 in resources/rules/certificate_kinds.toml, with which a company begins. No database."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.certificate_terms import HolderType

_PATH = Path(__file__).parents[1] / "resources" / "rules" / "certificate_kinds.toml"


@dataclass(frozen=True, slots=True)
class UsualKind:
    """A kind as `certificate_duties.KindTerms` and the register have it; not `active`: kept for the archive only."""

    code: str
    name: str
    group: str
    holder: HolderType
    months: int
    lead_days: int
    reminders: tuple[int, ...]
    duties: tuple[Mapping[str, Any], ...]
    steps: tuple[Mapping[str, Any], ...]
    source: str
    confirmed: bool
    active: bool


@cache
def usual_kinds() -> tuple[UsualKind, ...]:
    """All kinds, in the order of the file."""
    return tuple(_kind(row) for row in tomllib.loads(_PATH.read_text("utf-8"))["kind"])


@cache
def _english() -> Mapping[str, str]:
    rows = tomllib.loads(_PATH.read_text("utf-8"))["kind"]
    return {row["source"]: row["source_en"] for row in rows}


def source_in(source: str, language: str) -> str:
    """The source of a usual kind in the language of the window; one that was typed stays as it was typed."""
    return source if language.startswith("zh") else _english().get(source, source)


def _kind(row: Mapping[str, Any]) -> UsualKind:
    return UsualKind(
        code=row["code"],
        name=row["name"],
        group=row["group"],
        holder=HolderType(row["holder"]),
        months=row["months"],
        lead_days=row["lead_days"],
        reminders=tuple(row["reminders"]),
        duties=tuple(row.get("duties", ())),
        steps=tuple(row.get("steps", ())),
        source=row["source"],
        confirmed=row["status"] == "confirmed",
        active=row.get("active", True),
    )
