"""Patterns over several papers: invoices of one seller in a row, and papers split to stay below a level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from models.invoice import Invoice
from models.policy import PolicyKind
from services.claim_check_row import Check
from services.claim_values import ClaimDraft, total
from services.money import format_money
from services.policies import Limit
from services.policy_ground import Ground, Spent

_SHOWN = 6


def consecutive(invoices: Sequence[Invoice], ground: Ground) -> Iterator[Check]:
    """Numbers in a row of one seller, on this paper and the claimant's others, with one of this paper among them."""
    limit = ground.policies.find(PolicyKind.CONSECUTIVE, ground.today, grade=ground.grade)
    if limit is None or not limit.count:
        return
    for seller in dict.fromkeys(invoice.seller_name for invoice in invoices if invoice.seller_name):
        own = {
            number for i in invoices if i.seller_name == seller and (number := _number(i.number)) is not None
        }
        others = {
            number: held.paper
            for held in ground.held
            if held.seller == seller and (number := _number(held.number)) is not None
        }
        for run in _runs(sorted(own | others.keys())):
            if len(run) >= limit.count and own & set(run):
                papers = "、".join(dict.fromkeys(others[n] for n in run if n in others)) or "—"
                shown = "、".join(str(number)[-8:] for number in run[:_SHOWN]) + (
                    "…" if len(run) > _SHOWN else ""
                )
                values = {"seller": seller, "count": str(len(run)), "numbers": shown, "others": papers}
                yield Check("consecutive", limit.level, f"{seller}/{run[0]}", values)


def split(draft: ClaimDraft, ground: Ground) -> Iterator[Check]:
    """Papers of the same kind of expense within some days, each just below a level, together above it."""
    limit = ground.policies.find(PolicyKind.SPLIT, ground.today, grade=ground.grade)
    if limit is None or limit.amount is None or not limit.count:
        return
    amount = total(draft)
    for level in ground.levels:
        if level - limit.amount <= amount < level:
            others = _alike(draft, ground, limit, level - limit.amount)
            near = [paper for paper in others if paper.paper_amount < level]
            if near:
                numbers = "、".join(paper.paper for paper in near)
                together = amount + sum(paper.paper_amount for paper in near)
                values = {
                    "amount": format_money(amount),
                    "level": format_money(level),
                    "others": numbers,
                    "sum": format_money(together),
                }
                yield Check("split_papers", limit.level, f"{level:.2f}", values)


def _alike(draft: ClaimDraft, ground: Ground, limit: Limit, least: Decimal) -> list[Spent]:
    """One line of each other paper that shares a category and was handed in within the days of the limit."""
    shared = {line.category_id for line in draft.lines}
    since = ground.today - timedelta(days=limit.count or 0)
    fitting = (
        s
        for s in ground.spent
        if s.category_id in shared and s.submitted_on and s.submitted_on >= since and s.paper_amount >= least
    )
    return list({s.paper: s for s in fitting}.values())


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
