"""Reading an invoice from text with places, by its labels; by the shapes of the values where labels are drawings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from services.invoices.draft import Draft, kind_of_title
from services.invoices.labels import Form, find_form, party_of, value, value_runs
from services.invoices.layout import Glyph, Run, rows, without_cipher
from services.invoices.model import Certainty
from services.invoices.shapes import offer_shapes
from services.invoices.table import find_tables, read_lines, sum_row
from services.invoices.values import as_date, as_money, as_tax_id, compact, from_capitals, tidy

TITLE = re.compile(
    r"增值税电子(?:普通|专用)发票|电子发票\((?:增值税专用|普通|铁路电子客票|航空运输电子客票行程单)(?:发票)?\)?"
    r"|增值税(?:专用|普通)发票|机动车销售统一发票|铁路电子客票|航空运输电子客票行程单"
)
RED_WORDS = re.compile(r"红字(?:发票)?信息表|对应正数发票|被红冲蓝字|销项负数|红字增值税|\(负数\)")


def read_glyphs(glyphs: Sequence[Glyph], draft: Draft, where: str) -> None:
    """Offer everything the placed text says; offers nothing when there is no text."""
    form = find_form(without_cipher(glyphs))
    everything = compact(tidy("".join(g.char for g in glyphs)))
    title = find_title(glyphs)
    if title:
        toll = "通行费" in everything and "增值税电子" in title and any(_toll_columns(form))
        kind = kind_of_title("通行费" if toll else title)
        draft.offer("kind", str(kind) if kind else None, where, Certainty.LIKELY)
    draft.red_words = draft.red_words or bool(RED_WORDS.search(everything))
    draft.note_original(everything)
    _offer_numbers(form, draft, where)
    _offer_parties(form, draft, where)
    _offer_amounts(form, draft, where)
    draft.offer_lines(read_lines(form), where, Certainty.LIKELY)
    if title or draft.qr_seen:
        offer_shapes(form, draft, where)


def find_title(glyphs: Sequence[Glyph]) -> str:
    """The heading of the form, read in the file's order and by rows (a seal may lie over it); ``""`` if none."""
    in_order = compact(tidy("".join(g.char for g in glyphs)))
    found = TITLE.search(in_order)
    for row in rows(glyphs):
        found = found or TITLE.search("".join(g.plain for g in row if not g.char.isspace()))
    return found[0] if found else ""


def _toll_columns(form: Form) -> list[bool]:
    return [c.name == "start" for table in find_tables(form) for c in table.columns if c.name == "start"]


def _offer_numbers(form: Form, draft: Draft, where: str) -> None:
    shapes = {"code": r"\d{12}|\d{10}", "number": r"\d{20}|\d{8}", "check_code": r"\d{20}"}
    for label in form.labels:
        if label.name in shapes:
            found = re.match(f"(?:{shapes[label.name]})(?!\\d)", compact(tidy(value(form, label))))
            draft.offer(label.name, found[0] if found else None, where, Certainty.LIKELY)
        elif label.name == "date":
            draft.offer("date", as_date(value(form, label)), where, Certainty.LIKELY)


def _offer_parties(form: Form, draft: Draft, where: str) -> None:
    for label in form.labels:
        if label.name == "name":
            draft.offer(
                f"{party_of(form, label)}_name", _name(value(form, label, lines=3)), where, Certainty.LIKELY
            )
        elif label.name == "tax_id":
            tax_id = as_tax_id(value(form, label))
            draft.offer(f"{party_of(form, label)}_tax_id", tax_id, where, Certainty.LIKELY)


def _name(text: str) -> str:
    kept = re.sub(r"(?<![A-Za-z.,])\s+|\s+(?![A-Za-z])", "", text)
    return "" if as_money(kept) is not None else kept


def _offer_amounts(form: Form, draft: Draft, where: str) -> None:
    for label in form.labels:
        if label.name == "sum":
            _offer_sum(form, value_runs(form, label), draft, where)
        elif label.name == "total":
            amounts = _amounts(value_runs(form, label))
            draft.offer("total", amounts[0] if amounts else None, where, Certainty.LIKELY)
    for label in form.labels:
        if label.name == "words":
            draft.offer("total", from_capitals(value(form, label)), f"{where}, capitals", Certainty.LIKELY)
    if not draft.has("net"):
        _offer_sum(form, sum_row(form), draft, where)


def _offer_sum(form: Form, row: Sequence[Run], draft: Draft, where: str) -> None:
    pieces = [run for run in row if as_money(run.text) is not None]
    amounts = [as_money(run.text) for run in pieces]
    if len(pieces) == 1:
        columns = {c.name: (c.x0 + c.x1) // 2 for t in find_tables(form) for c in t.columns}
        near_tax = abs(columns.get("tax", 10**9) - pieces[0].middle) < abs(
            columns.get("amount", 0) - pieces[0].middle
        )
        draft.offer("tax" if near_tax else "net", amounts[0], where, Certainty.LIKELY)
    elif len(pieces) > 1:
        draft.offer("net", amounts[0], where, Certainty.LIKELY)
        draft.offer("tax", amounts[-1], where, Certainty.LIKELY)


def _amounts(pieces: Sequence[Run]) -> list[Decimal]:
    whole = as_money("".join(run.text for run in pieces))
    if whole is not None:
        return [whole]
    return [amount for run in pieces if (amount := as_money(run.text)) is not None]
