"""Special additional deductions 专项附加扣除: the items that hold on a day, and what a person's claims are worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from services import dated_rules
from services.errors import Refused
from services.money import round_fen

_FILE = "special_deductions"


@dataclass(frozen=True, slots=True)
class Deduction:
    """An item: `value` in yuan a month or, if `yearly`, a year; `per_child` each; `shares` one person may take."""

    name: str
    title: str
    value: Decimal
    yearly: bool
    per_child: bool
    shares: tuple[Decimal, ...]
    not_with: frozenset[str]
    at_settlement: bool
    most_months: int | None
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a person claims: an item, for how many children, and which share of it (up to 1)."""

    name: str
    count: int = 1
    share: Decimal = Decimal(1)


def deductions_on(day: date) -> tuple[Deduction, ...]:
    """The items that hold on `day`, in the order of the file (个人所得税专项附加扣除暂行办法, 国发〔2023〕13号)."""
    rows = dated_rules.rows(_FILE, "deduction")
    return tuple(_deduction(row) for row in rows if dated_rules.holds(row, day))


def monthly_deduction(claims: Sequence[Claimed], month: date) -> Decimal:
    """What all claims of a person take off in `month`, in yuan.

    A yearly item is taken as a whole in the month it is claimed; one of the annual settlement takes nothing here.

    Raises:
        Refused: ``deduction.unknown`` (name), ``deduction.twice`` (title), ``deduction.share`` (title),
            ``deduction.not_together`` (one, other).
    """
    known = {item.name: item for item in deductions_on(month)}
    taken: dict[str, Deduction] = {}
    total = Decimal(0)
    for claim in claims:
        if claim.name not in known:
            raise Refused("deduction.unknown", name=claim.name)
        item = known[claim.name]
        _check(item, claim, taken)
        taken[item.name] = item
        total += Decimal(0) if item.at_settlement else item.value * claim.count * claim.share
    return round_fen(total)


def _check(item: Deduction, claim: Claimed, taken: Mapping[str, Deduction]) -> None:
    if item.name in taken:
        raise Refused("deduction.twice", title=item.title)
    if not 0 < claim.share <= max(item.shares) or claim.count < 1 or (claim.count > 1 and not item.per_child):
        raise Refused("deduction.share", title=item.title)
    for other in taken.values():
        if other.name in item.not_with:
            raise Refused("deduction.not_together", one=other.title, other=item.title)


def _deduction(row: Mapping[str, Any]) -> Deduction:
    return Deduction(
        name=row["name"],
        title=row["title"],
        value=Decimal(row["value"]),
        yearly=row["unit"] == "year",
        per_child=row["each"] == "child",
        shares=tuple(Decimal(share) for share in row["parts"]),
        not_with=frozenset(row["not_with"]),
        at_settlement=row["at_settlement"],
        most_months=row.get("most_months"),
        note=row["note"],
        source=row["source"],
    )
