"""One step of an explanation, and how its result is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class WhyRow:
    """One step: `code` names its sentence (ui/vocabulary/pay.py WHY), `values` fill it, `amount` stands beside (yuan).

    `sign` is "", "−", "+", "×", "=", as it is written before the sentence; `bold` the result, `tone` "warn" a remark.
    """

    code: str
    values: Mapping[str, object]
    amount: Decimal | None
    sign: str = ""
    bold: bool = False
    tone: str = ""


def step(code: str, amount: Decimal | None, sign: str = "", /, **values: object) -> WhyRow:
    """A step on the way."""
    return WhyRow(code, values, amount, sign)


def total(code: str, amount: Decimal, /, **values: object) -> WhyRow:
    """The result."""
    return WhyRow(code, values, amount, "=", bold=True)


def remark(code: str, /, **values: object) -> WhyRow:
    """Something to notice."""
    return WhyRow(code, values, None, tone="warn")
