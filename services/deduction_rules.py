"""What a list of 专项附加扣除 may hold (国发〔2018〕41号): usual amounts, limits, what excludes what. No database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

from models.personnel import DeductionItem
from services.dated_rules import rows
from services.errors import Refused
from services.money import round_fen
from services.months import months_between
from services.personal_drafts import DeductionDraft

_FILE = "special_deductions"
# what the rules call an item; rent is that of a large city unless less is typed, an annuity has no limit we know
_NAMES = {
    DeductionItem.INFANT_CARE: "infant_care",
    DeductionItem.CHILD_EDUCATION: "children_education",
    DeductionItem.ELDERLY_CARE: "elderly_care",
    DeductionItem.CONTINUING_EDUCATION: "continuing_education",
    DeductionItem.HOUSING_LOAN: "housing_loan",
    DeductionItem.HOUSING_RENT: "rent_large_city",
    DeductionItem.PRIVATE_PENSION: "private_pension",
    DeductionItem.HEALTH_INSURANCE: "health_insurance",
}
OF_A_CHILD = frozenset({DeductionItem.INFANT_CARE, DeductionItem.CHILD_EDUCATION})
_HOME = frozenset({DeductionItem.HOUSING_LOAN, DeductionItem.HOUSING_RENT})
_ENDLESS = date(9999, 12, 1)
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Limit:
    """An item in a month, yuan: the usual amount, the highest, that of a year (None: no limit of that sort).

    `shared` is the most where several share it, `once` what may stand in a single month instead.
    """

    usual: Decimal
    most: Decimal | None = None
    a_year: Decimal | None = None
    shared: Decimal | None = None
    once: Decimal | None = None
    months: int | None = None


def limit_of(item: DeductionItem, month: date) -> Limit:
    """What the item may be in a month; before the first known rule, what that one says."""
    if item not in _NAMES:
        return Limit(Decimal(0))
    rule = _rule(_NAMES[item], month)
    value = Decimal(rule["value"])
    if rule["unit"] == "year":
        return Limit(value / _MONTHS_A_YEAR, value, value)
    shared = Decimal(rule["most_shared"]) if "most_shared" in rule else None
    once = None
    if item is DeductionItem.CONTINUING_EDUCATION:
        once = Decimal(_rule("professional_certificate", month)["value"])
    return Limit(value, value, shared=shared, once=once, months=rule.get("most_months"))


def _rule(name: str, month: date) -> Mapping[str, Any]:
    group = "deduction" if any(row["name"] == name for row in rows(_FILE, "deduction")) else "other"
    own = [row for row in rows(_FILE, group) if row["name"] == name]
    return next((row for row in reversed(own) if row["from"] <= month.isoformat()), own[0])


def prepared(drafts: Sequence[DeductionDraft]) -> tuple[DeductionDraft, ...]:
    """The lines with first days of months and usual amounts filled in, refused at `deductions.<n>.<column>`.

    Raises Refused "record.required" (item, from_month, dependant of a child's item), "deduction.months",
    "deduction.too_much" (most), "deduction.elderly_share" (shared, most), "deduction.too_long" (months), "deduction.a_year" (most),
    "deduction.loan_and_rent", "deduction.overlaps" (other: line), "deduction.amount".
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
    limit = limit_of(draft.item, first)
    amount = limit.usual if draft.amount is None else draft.amount
    line = replace(draft, amount=amount, from_month=first, to_month=last)
    _refuse_amount(at, line, amount, limit)
    _refuse_length(at, line, amount, limit)
    return line


def _refuse_amount(at: str, line: DeductionDraft, amount: Decimal, limit: Limit) -> None:
    if amount < 0 or amount != round_fen(amount):
        raise Refused("deduction.amount", field=f"{at}.amount")
    most = limit.once if limit.once and line.from_month == line.to_month else limit.most
    if most is not None and amount > most:
        raise Refused("deduction.too_much", field=f"{at}.amount", most=most)
    if limit.shared is not None and most is not None and limit.shared < amount < most:
        raise Refused("deduction.elderly_share", field=f"{at}.amount", shared=limit.shared, most=most)


def _refuse_length(at: str, line: DeductionDraft, amount: Decimal, limit: Limit) -> None:
    months = _count(line)
    if limit.months is not None and months is not None and months > limit.months:
        raise Refused("deduction.too_long", field=f"{at}.to_month", months=limit.months)
    if limit.a_year is not None and amount * _most_in_a_year(line) > limit.a_year:
        raise Refused("deduction.a_year", field=f"{at}.amount", most=limit.a_year)


def _refuse_pair(one: int, first: DeductionDraft, other: int, second: DeductionDraft) -> None:
    if not _meet(first, second):
        return
    if {first.item, second.item} == _HOME:
        raise Refused("deduction.loan_and_rent", field=f"deductions.{other}.item")
    if _excluding(first) == _excluding(second):
        raise Refused("deduction.overlaps", field=f"deductions.{other}.item", other=one + 1)


def _excluding(line: DeductionDraft) -> tuple[object, ...]:
    """What only one line of a month may be: one child's care or schooling, one item otherwise."""
    assert line.item is not None, "prepared"
    if line.item in OF_A_CHILD:
        return ("child", line.dependant)
    once = limit_of(line.item, _first(line)).once is not None and line.from_month == line.to_month
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
    return None if line.to_month is None else months_between(_first(line), line.to_month)


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
