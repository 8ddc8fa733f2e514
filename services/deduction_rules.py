"""What a list of special additional deductions may hold: usual amounts, limits, what excludes what. No database.

个人所得税专项附加扣除暂行办法 (国发〔2018〕41号) with the amounts of resources/rules/special_deductions.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

from models.personnel import DeductionItem
from services.dated_rules import row_on
from services.errors import Refused
from services.money import round_fen
from services.months import whole_months
from services.personal_drafts import DeductionDraft

OF_A_CHILD = frozenset({DeductionItem.INFANT_CARE, DeductionItem.CHILD_EDUCATION})
_HOME = frozenset({DeductionItem.HOUSING_LOAN, DeductionItem.HOUSING_RENT})
_ENDLESS = date(9999, 12, 1)
_MONTHS_A_YEAR = 12


def usual_amount(item: DeductionItem, month: date) -> Decimal:
    """What the item usually is in a month, yuan; Refused "rules.none_on_day" before it existed."""
    return Decimal(_rule(item, month)["value"])


def prepared(drafts: Sequence[DeductionDraft]) -> tuple[DeductionDraft, ...]:
    """The lines with first days of months and usual amounts filled in, refused at `deductions.<n>.<column>`.

    Raises Refused "record.required" (item, from_month, dependant of a child's item), "deduction.months",
    "deduction.too_much" (most), "deduction.elderly_share" (shared, most), "deduction.too_long" (months), "deduction.a_year" (most),
    "deduction.loan_and_rent", "deduction.twice" (other: line), "rules.none_on_day", "deduction.amount".
    """
    lines = tuple(_prepared(number, draft) for number, draft in enumerate(drafts))
    for (one, first), (other, second) in combinations(enumerate(lines), 2):
        _refuse_pair(one, first, other, second)
    return lines


def _prepared(number: int, draft: DeductionDraft) -> DeductionDraft:
    at = f"deductions.{number}"
    if draft.item is None:
        raise Refused("record.required", field=f"{at}.item")
    if draft.from_month is None:
        raise Refused("record.required", field=f"{at}.from_month")
    first = draft.from_month.replace(day=1)
    last = draft.to_month.replace(day=1) if draft.to_month else None
    if last is not None and last < first:
        raise Refused("deduction.months", field=f"{at}.to_month")
    if draft.item in OF_A_CHILD and not draft.dependant:
        raise Refused("record.required", field=f"{at}.dependant")
    try:
        rule = _rule(draft.item, first)
    except Refused as refused:
        raise Refused(refused.code, field=f"{at}.from_month", **refused.values) from refused
    amount = Decimal(rule["value"]) if draft.amount is None else draft.amount
    line = replace(draft, amount=amount, from_month=first, to_month=last)
    _refuse_amount(at, line, amount, rule)
    _refuse_length(at, line, amount, rule)
    return line


def _refuse_amount(at: str, line: DeductionDraft, amount: Decimal, rule: Mapping[str, Any]) -> None:
    if amount < 0 or amount != round_fen(amount):
        raise Refused("deduction.amount", field=f"{at}.amount")
    most = Decimal(rule["most"]) if rule["most"] else None
    if "once" in rule and line.from_month == line.to_month:
        most = Decimal(rule["once"])
    if most is not None and amount > most:
        raise Refused("deduction.too_much", field=f"{at}.amount", most=most)
    shared = Decimal(rule.get("shared", "0"))
    if shared and most is not None and shared < amount < most:
        raise Refused("deduction.elderly_share", field=f"{at}.amount", shared=shared, most=most)


def _refuse_length(at: str, line: DeductionDraft, amount: Decimal, rule: Mapping[str, Any]) -> None:
    months = _count(line)
    if "months" in rule and months is not None and months > rule["months"]:
        raise Refused("deduction.too_long", field=f"{at}.to_month", months=rule["months"])
    most = Decimal(rule.get("a_year", "0"))
    if most and amount * _most_in_a_year(line) > most:
        raise Refused("deduction.a_year", field=f"{at}.amount", most=most)


def _refuse_pair(one: int, first: DeductionDraft, other: int, second: DeductionDraft) -> None:
    if not _meet(first, second):
        return
    if {first.item, second.item} == _HOME:
        raise Refused("deduction.loan_and_rent", field=f"deductions.{other}.item")
    if _excluding(first) == _excluding(second):
        raise Refused("deduction.twice", field=f"deductions.{other}.item", other=one + 1)


def _excluding(line: DeductionDraft) -> tuple[object, ...]:
    """What only one line of a month may be: one child's care or schooling, one item otherwise."""
    assert line.item is not None, "prepared"
    if line.item in OF_A_CHILD:
        return ("child", line.dependant)
    once = "once" in _rule(line.item, _first(line)) and line.from_month == line.to_month
    return (line.item, once)


def _meet(first: DeductionDraft, second: DeductionDraft) -> bool:
    return _first(first) <= _last(second) and _first(second) <= _last(first)


def _first(line: DeductionDraft) -> date:
    assert line.from_month is not None, "prepared"
    return line.from_month


def _last(line: DeductionDraft) -> date:
    return line.to_month or _ENDLESS


def _count(line: DeductionDraft) -> int | None:
    """How many months a line runs; None when it has no end."""
    if line.to_month is None:
        return None
    return whole_months(_first(line), line.to_month) + 1


def _most_in_a_year(line: DeductionDraft) -> int:
    """The most months of one calendar year that a line covers, counted in the years it touches."""
    count = _count(line)
    if count is None or count > 2 * _MONTHS_A_YEAR:
        return _MONTHS_A_YEAR
    return max(_by_year(line, count))


def _by_year(line: DeductionDraft, count: int) -> Iterator[int]:
    left, month = count, _first(line).month
    while left > 0:
        taken = min(left, _MONTHS_A_YEAR - month + 1)
        yield taken
        left, month = left - taken, 1


def _rule(item: DeductionItem, day: date) -> Mapping[str, Any]:
    return row_on("special_deductions", item.value, day)
