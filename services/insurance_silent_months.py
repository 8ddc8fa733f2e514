"""Months without an archived payment: what a record or a certificate of insurance must not pass over in silence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby

from models.insurance_terms import Fund
from services.months import each_month
from services.remittance_papers import FUND_WORDS


def silent(
    first: date, last: date, funds: Collection[Fund], paid: Collection[tuple[date, Fund]]
) -> dict[tuple[Fund, ...], list[date]]:
    """The months from a first to a last one that nothing was paid for, by the funds it holds for."""
    by_month = {
        month: tuple(fund for fund in Fund if fund in funds and (month, fund) not in paid)
        for month in each_month(first, last)
    }
    found: dict[tuple[Fund, ...], list[date]] = {}
    for month, missing in by_month.items():
        if missing:
            found.setdefault(missing, []).append(month)
    return found


def silent_words(found: dict[tuple[Fund, ...], list[date]]) -> str:
    """社会保险、住房公积金2026年1月至5月、2026年11月: empty when there is no such month."""
    return "；".join(
        "、".join(FUND_WORDS[fund] for fund in funds) + "、".join(map(_span_words, _runs(months)))
        for funds, months in found.items()
    )


def _runs(months: Sequence[date]) -> list[list[date]]:
    """Months that follow each other, together."""
    numbered = enumerate(months)
    runs = groupby(numbered, lambda one: one[1].year * 12 + one[1].month - one[0])
    return [[month for _, month in run] for _, run in runs]


def _span_words(run: Sequence[date]) -> str:
    first, last = run[0], run[-1]
    begun = f"{first.year}年{first.month}月"
    if first == last:
        return begun
    return f"{begun}至{f'{last.month}月' if last.year == first.year else f'{last.year}年{last.month}月'}"
