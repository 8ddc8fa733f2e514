"""A bank's answer as rows: its titles found, its cells read; what cannot be read is said, not guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from services.bank_formats import ANSWER, BankFormatDraft
from services.errors import Refused
from services.exchange.foreign_child import DAMAGED
from services.exchange.foreign_sheets import ForeignSheet
from services.money import parse_amount

_SEARCHED = 40  # lines from the top among which the titles stand
_NEEDED = ("amount", "result")
_PAPER = re.compile(r"[A-Z]{2}-[0-9]{4}-[0-9]{4,}")
# parts of words that no bank uses for a payment that arrived
_FAILED = ("失败", "退", "拒", "错", "不成功", "未成功", "fail")
_TOTALS = ("合计", "总计", "小计", "总笔数", "总金额")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What the bank says about one transfer. `row` counts from 1 as in the file; amount in yuan, None when unreadable.

    `paid` is None when the bank has not decided yet, or when its words are `unclear`: in no list of the format, and
    with nothing in them that means failure. `numbers` are papers of ours that the row names.
    """

    row: int
    account: str
    name: str
    amount: Decimal | None
    paid: bool | None
    reason: str
    reference: str
    numbers: frozenset[str] = frozenset()
    unclear: bool = False

    @property
    def damaged(self) -> bool:
        """Whether a spreadsheet has lost the account's last digits."""
        return self.account == DAMAGED


def rows_of(sheet: ForeignSheet, form: BankFormatDraft) -> list[AnswerRow]:
    """The rows of an answer, its heading and its totals left out.

    Raises Refused "bank_answer.no_titles" (name, titles): the titles of this format stand nowhere in the file.
    """
    start, places = _titles(sheet, form)
    found = []
    for number, cells in enumerate(sheet.rows[start + 1 :], start=start + 2):
        row = _row(number, cells, places, form)
        if row is not None:
            found.append(row)
    return found


def plain_name(name: str) -> str:
    """A name as two files can be compared by: width folded, no spaces."""
    return "".join(unicodedata.normalize("NFKC", name).split()).lower()


def plain_account(account: str) -> str:
    """An account without what is only written for the eye."""
    return re.sub(r"[\s\-']", "", unicodedata.normalize("NFKC", account))


def _titles(sheet: ForeignSheet, form: BankFormatDraft) -> tuple[int, dict[str, int]]:
    """In which line the titles stand, and in which column each of what we look for."""
    wanted = {name: _alternatives(getattr(form, f"answer_{name}")) for name in ANSWER}
    for number, cells in enumerate(sheet.rows[:_SEARCHED]):
        shown = [plain_name(cell).strip("*") for cell in cells]
        places: dict[str, int] = {}
        for name, titles in wanted.items():
            place = next((shown.index(title) for title in titles if title in shown), None)
            if place is not None:
                places[name] = place
        if all(name in places for name in _NEEDED) and places.keys() & {"account", "name"}:
            return number, places
    told = [getattr(form, f"answer_{name}") for name in ("account", "amount", "result")]
    raise Refused("bank_answer.no_titles", name=sheet.file, titles="、".join(filter(None, told)))


def _alternatives(titles: str) -> list[str]:
    return [plain for part in titles.split("|") if (plain := plain_name(part).strip("*"))]


def _row(
    number: int, cells: Sequence[str], places: dict[str, int], form: BankFormatDraft
) -> AnswerRow | None:
    def cell(name: str) -> str:
        place = places.get(name)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    account, name = cell("account"), cell("name")
    totals = any(one.strip().startswith(_TOTALS) for one in cells)
    if not any(cells) or (totals and not (account and name)) or not (account or name or cell("amount")):
        return None
    result = cell("result")
    paid = _paid(result, form)
    return AnswerRow(
        row=number,
        account=account if account == DAMAGED else plain_account(account),
        name=name,
        amount=_amount(cell("amount")),
        paid=paid,
        unclear=paid is None and bool(result) and plain_name(result) not in _listed(form.pending_words),
        reason=" ".join((cell("reason") or result).split())[:200],
        reference=cell("reference")[:100],
        numbers=frozenset(_PAPER.findall(" ".join(cells).upper())),
    )


def _amount(text: str) -> Decimal | None:
    """Yuan with two decimals at most; trailing zeros beyond them do no harm, other digits do."""
    shown = text.replace("元", "").strip()
    if re.fullmatch(r"[0-9,]+\.[0-9]{2}0+", shown):
        shown = shown.rstrip("0")
    try:
        return parse_amount(shown) if shown and not shown.startswith("=") else None
    except Refused:
        return None


def _paid(result: str, form: BankFormatDraft) -> bool | None:
    """Whether the words of a result mean paid; None when they do not say. Whole words only: 未成功 is not 成功.

    A remark beside words we do not know decides nothing: a payment that is still under way would be paid again.
    """
    said = plain_name(result)
    if said in _listed(form.paid_words):
        return True
    if not said or said in _listed(form.pending_words):
        return None
    return False if any(word in said for word in _FAILED) else None


def _listed(words: str) -> set[str]:
    return {plain_name(word) for word in words.splitlines()}
