"""What an invoice is for: the category that fits it, and a line's words for it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from models.expense_category import ExpenseCategory
from services.invoices.model import InvoiceKind, ReadInvoice

_GUESSES = Path(__file__).parents[1] / "resources" / "rules" / "categories.toml"
_TAX_CLASS = re.compile(r"^\*[^*]*\*")
_NO_NAME = " -—－*"


def guess_category(
    words: Iterable[str], categories: Sequence[ExpenseCategory], kind: InvoiceKind = InvoiceKind.UNKNOWN
) -> ExpenseCategory:
    """The category that fits the invoice's kind, else the words of its lines, else the last one (其他)."""
    text = " ".join(words)
    guesses = [*_kinds().get(kind, {}).get("names", ())]
    for guess in _guesses():
        if any(word in text for word in guess["words"]):
            guesses += guess["names"]
    for name in guesses:
        for category in categories:
            if name in category.name:
                return category
    return categories[-1]


def description_of(invoice: ReadInvoice) -> str:
    """The first thing on the invoice without its tax class, and how many there are: 客运服务费 等 2 项.

    An invoice without lines is told by its kind and seller, at least by its number; never by nothing.
    """
    names = [name for line in invoice.lines if (name := _TAX_CLASS.sub("", line.name).strip(_NO_NAME))]
    if not names:
        told = _kinds().get(invoice.kind, {}).get("description", "")
        return " ".join(filter(None, (told, invoice.seller_name))) or f"发票 {invoice.number}".strip()
    return f"{names[0]} 等 {len(names)} 项" if len(names) > 1 else names[0]


@cache
def _guesses() -> tuple[dict[str, list[str]], ...]:
    return tuple(_known_guesses()["guess"])


@cache
def _kinds() -> dict[str, dict[str, Any]]:
    return {row["kind"]: row for row in _known_guesses()["kind"]}


@cache
def _known_guesses() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(_GUESSES.read_text("utf-8"))
