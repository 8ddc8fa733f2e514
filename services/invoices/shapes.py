"""Guessing by the shape of the values, for forms whose labels are drawn and not written."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import permutations

from services.invoices.draft import Draft
from services.invoices.labels import Form
from services.invoices.layout import Run, rows, runs
from services.invoices.model import Certainty
from services.invoices.values import as_date, as_money, as_tax_id, compact, from_capitals, tidy

_NUMBERS = {
    "code": re.compile(r"0\d{11}|(?<!\d)\d{10}"),
    "number": re.compile(r"\d{8}|2\d{19}"),
    "check_code": re.compile(r"\d{20}"),
}


def offer_shapes(form: Form, draft: Draft, where: str) -> None:
    """Offer, as guesses, what looks like a missing field: numbers, the day, tax numbers, names, amounts."""
    pieces = [run for row in rows(form.values) for run in runs(row, gap=120)]
    where = f"{where}, by shape"
    for field, shape in _NUMBERS.items():
        if not draft.has(field):
            draft.offer(field, _first(pieces, shape), where, Certainty.GUESS)
    if not draft.has("date"):
        days = (as_date(run.text) for run in pieces if len(compact(run.text)) <= 12)
        draft.offer("date", next((day for day in days if day), None), where, Certainty.GUESS)
    _offer_parties(pieces, draft, where)
    if not draft.has("total"):
        words = (from_capitals(run.text) for run in pieces)
        draft.offer("total", next((w for w in words if w is not None), None), where, Certainty.GUESS)
    if not draft.amounts_agree():
        _offer_triple(pieces, draft, where)


def _first(pieces: list[Run], shape: re.Pattern[str]) -> str | None:
    texts = (compact(tidy(run.text)) for run in pieces)
    return next((text for text in texts if shape.fullmatch(text)), None)


def _offer_parties(pieces: list[Run], draft: Draft, where: str) -> None:
    if draft.has("buyer_tax_id") or draft.has("seller_tax_id"):
        return
    found = [
        run for run in pieces if len(compact(run.text)) >= 15 and as_tax_id(run.text) == compact(run.text)
    ]
    found = [run for run in found if len(compact(run.text)) != 20]
    level = len(found) > 1 and abs(found[0].y - found[1].y) < found[0].size
    found.sort(key=lambda run: run.x0 if level else run.y)
    parties = ("buyer", "seller") if len(found) > 1 else ("seller",)
    for party, run in zip(parties, found, strict=False):
        draft.offer(f"{party}_tax_id", as_tax_id(run.text), where, Certainty.GUESS)
        above = [p for p in pieces if 0 < run.y - p.y < 4 * run.size and abs(p.x0 - run.x0) < 2 * run.size]
        if above and not draft.has(f"{party}_name"):
            draft.offer(f"{party}_name", compact(max(above, key=lambda p: p.y).text), where, Certainty.GUESS)


def _offer_triple(pieces: list[Run], draft: Draft, where: str) -> None:
    amounts: list[Decimal] = []
    for run in pieces:
        marked = re.match(r"-?\s*[¥￥]|[*＊]{2,}$", run.text)
        amount = as_money(run.text) if marked else None
        if amount is not None:
            amounts.append(amount)
    for net, tax, total in permutations(amounts[-6:], 3):
        if net + tax == total and abs(net) > abs(tax):
            for field, amount in (("net", net), ("tax", tax), ("total", total)):
                draft.offer(field, amount, where, Certainty.GUESS)
            return
