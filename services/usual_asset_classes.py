"""The usual classes of assets 资产分类 in resources/rules/asset_classes.toml, with which a company begins. No database."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from models.asset_terms import Method, TaxClass

_PATH = Path(__file__).parents[1] / "resources" / "rules" / "asset_classes.toml"


@dataclass(frozen=True, slots=True)
class UsualClass:
    """A class: lives in months (company's and least for tax), residual as a part of one, prefix of its labels."""

    code: str
    parent: str | None
    name: str
    prefix: str
    unit: str
    months: int
    residual: Decimal
    method: Method
    tax_class: TaxClass
    tax_months: int


@cache
def usual_classes() -> tuple[UsualClass, ...]:
    """All classes, a class before those below it."""
    rows = tomllib.loads(_PATH.read_text("utf-8"))["class"]
    return tuple(_class(row) for row in sorted(rows, key=lambda row: str(row["code"])))


def _class(row: Mapping[str, Any]) -> UsualClass:
    return UsualClass(
        code=row["code"],
        parent=row.get("parent"),
        name=row["name"],
        prefix=row["prefix"],
        unit=row["unit"],
        months=row["months"],
        residual=Decimal(row["residual"]),
        method=Method(row["method"]),
        tax_class=TaxClass(row["tax_class"]),
        tax_months=row["tax_months"],
    )
