"""Whether a paper keeps the limits of the company: each finding says what holds, what was found, and the excess."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from models.expense_category import CategoryRole
from models.expense_claim import CheckLevel
from models.invoice import Invoice
from models.policy import PolicyKind
from services import calendars
from services.claim_check_row import Check, passed
from services.claim_values import ClaimDraft, LineDraft
from services.money import format_money, round_fen
from services.policies import Limit
from services.policy_ground import Category, Ground
from services.policy_patterns import consecutive, split

_NOTHING = Decimal(0)
_HEADS = re.compile(r"([1-9][0-9]{0,3}) *(?:人|位|people|persons)")


def policy_checks(draft: ClaimDraft, invoices: Sequence[Invoice], ground: Ground) -> Iterator[Check]:
    """Every limit that `draft` passes, and that lodging and allowances keep theirs where there are any."""
    if not ground.policies.limits:
        return
    for question in _OF_LINES:
        for number, line in enumerate(draft.lines, start=1):
            category = ground.categories.get(line.category_id or 0)
            if category and line.spent_on:
                yield from question(number, line, category, ground)
    yield from _kept(draft, ground)
    yield from _seats(draft, ground)
    yield from _sums(draft, ground)
    yield from consecutive(invoices, ground)
    yield from split(draft, ground)


def breach(limit: Limit, code: str, subject: str, /, **values: str) -> Check:
    """A limit that was passed: it asks for a reason, or stops the paper, as its row says."""
    return Check(code, limit.level, subject, values)


def nights_of(line: LineDraft) -> int:
    """Nights of a lodging: as typed, else from its first to its last day, at least one."""
    if line.nights:
        return line.nights
    return max((line.spent_to - line.spent_on).days, 1) if line.spent_to and line.spent_on else 1


def days_of(line: LineDraft) -> int:
    """Calendar days of an allowance, both ends counted."""
    return (line.spent_to - line.spent_on).days + 1 if line.spent_to and line.spent_on else 1


def heads_of(line: LineDraft) -> int:
    """How many were there: as typed, else what the description says (接待客户 6 人); 0 when nothing tells."""
    found = _HEADS.search(line.description)
    return line.headcount or (int(found[1]) if found else 0)


def tier_of(line: LineDraft, purpose: str, ground: Ground) -> tuple[int, str]:
    """The tier of the city the line names, and the city; of the purpose's when the line names none."""
    if line.city.strip():
        return ground.policies.tier_of(line.city), line.city.strip()
    for text in (line.description, purpose):
        for city in ground.policies.tiers:
            if city in text:
                return ground.policies.tiers[city], city
    return ground.policies.tier_of(""), ""


def subject_of(line: LineDraft) -> str:
    """What a reason is kept under; the same when lines around it come and go."""
    return f"{line.spent_on}/{line.amount:.2f}"


def _lodging(number: int, line: LineDraft, category: Category, ground: Ground) -> Iterator[Check]:
    if category.role != CategoryRole.LODGING:
        return
    tier, city = tier_of(line, "", ground)
    limit = _limit(PolicyKind.LODGING_PER_NIGHT, line, ground, tier)
    nights = nights_of(line)
    if limit and limit.amount is not None and line.amount > limit.amount * nights:
        rate = round_fen(line.amount / nights)
        yield breach(
            limit, "lodging_above", subject_of(line), line=str(number), rate=format_money(rate),
            limit=format_money(limit.amount), excess=format_money(rate - limit.amount), city=city or "—", tier=str(tier),
        )  # fmt: skip


def _allowance(number: int, line: LineDraft, category: Category, ground: Ground) -> Iterator[Check]:
    """Meals and local transport together, for the calendar days of the line."""
    if category.role != CategoryRole.ALLOWANCE:
        return
    tier, _city = tier_of(line, "", ground)
    found = [_limit(kind, line, ground, tier) for kind in (PolicyKind.MEAL_PER_DAY, PolicyKind.LOCAL_PER_DAY)]
    limits = [limit for limit in found if limit and limit.amount is not None]
    daily = sum((limit.amount or _NOTHING for limit in limits), _NOTHING)
    days = days_of(line)
    if limits and line.amount > daily * days:
        yield breach(
            limits[0], "allowance_above", subject_of(line), line=str(number), amount=format_money(line.amount),
            days=str(days), limit=format_money(daily), excess=format_money(line.amount - daily * days),
        )  # fmt: skip


def _per_head(number: int, line: LineDraft, category: Category, ground: Ground) -> Iterator[Check]:
    limit = _limit(PolicyKind.PER_HEAD, line, ground)
    if category.role != CategoryRole.ENTERTAINMENT or limit is None or limit.amount is None:
        return
    heads = heads_of(line)
    if not heads:
        yield Check("heads_missing", CheckLevel.WARN, subject_of(line), {"line": str(number)})
    elif line.amount > limit.amount * heads:
        rate = round_fen(line.amount / heads)
        yield breach(
            limit, "per_head_above", subject_of(line), line=str(number), heads=str(heads),
            rate=format_money(rate), limit=format_money(limit.amount), excess=format_money(rate - limit.amount),
        )  # fmt: skip


def _day_off(number: int, line: LineDraft, category: Category, ground: Ground) -> Iterator[Check]:
    """Lines of one day only: who travels over a weekend is where they are."""
    limit = _limit(PolicyKind.WEEKEND, line, ground)
    one_day = line.spent_on is not None and line.spent_to in (None, line.spent_on)
    if limit is None or not one_day or line.spent_on is None or calendars.is_working_day(line.spent_on):
        return
    values = {"line": str(number), "category": category.name, "day": line.spent_on.isoformat()}
    yield breach(limit, "day_off", subject_of(line), **values)


def _kept(draft: ClaimDraft, ground: Ground) -> Iterator[Check]:
    """What approvers look for first: that nights and allowances are within their limits."""
    for role, kind, question, code in (
        (CategoryRole.LODGING, PolicyKind.LODGING_PER_NIGHT, _lodging, "lodging_within"),
        (CategoryRole.ALLOWANCE, PolicyKind.MEAL_PER_DAY, _allowance, "allowance_within"),
    ):
        lines = [
            line
            for line in draft.lines
            if line.spent_on and (own := ground.categories.get(line.category_id or 0)) and own.role == role
        ]
        limited = any(_limit(kind, line, ground, tier_of(line, "", ground)[0]) for line in lines)
        findings = [
            c for line in lines for c in question(0, line, ground.categories[line.category_id or 0], ground)
        ]
        if limited and not findings:
            yield _within(code, len(lines))


def _within(code: str, count: int) -> Check:
    values = {"count": str(count)}
    return (
        passed("lodging_within", **values)
        if code == "lodging_within"
        else passed("allowance_within", **values)
    )


def _seats(draft: ClaimDraft, ground: Ground) -> Iterator[Check]:
    for number, leg in enumerate(draft.legs, start=1):
        day = leg.departed_on or ground.today
        limit = ground.policies.find(PolicyKind.SEAT, day, grade=ground.grade)
        seat = leg.seat.strip()
        if limit and seat and seat not in limit.words.split("、"):
            subject = f"{day}/{leg.from_place}/{leg.to_place}"
            places = {"from": leg.from_place, "to": leg.to_place}
            yield breach(
                limit, "seat_above", subject, leg=str(number), seat=seat, allowed=limit.words, **places
            )


def _sums(draft: ClaimDraft, ground: Ground) -> Iterator[Check]:
    """What a category may cost on one paper, and in one month of the claimant's."""
    for category_id in dict.fromkeys(line.category_id for line in draft.lines if line.category_id):
        lines = [line for line in draft.lines if line.category_id == category_id and line.spent_on]
        category = ground.categories.get(category_id)
        if category is None or not lines:
            continue
        total = sum((line.amount for line in lines), _NOTHING)
        limit = _limit(PolicyKind.CATEGORY_PER_PAPER, lines[0], ground)
        if limit and limit.amount is not None and total > limit.amount:
            yield breach(limit, "category_above", category.name, **_excess(category, total, limit.amount))
        for month in sorted({_month(line.spent_on) for line in lines if line.spent_on}):
            yield from _month_sum(category, lines, month, ground)


def _month_sum(
    category: Category, lines: Sequence[LineDraft], month: date, ground: Ground
) -> Iterator[Check]:
    own = [line for line in lines if line.spent_on and _month(line.spent_on) == month]
    limit = _limit(PolicyKind.CATEGORY_PER_MONTH, own[0], ground)
    if limit is None or limit.amount is None:
        return
    others = [s for s in ground.spent if s.category_id == category.id and _month(s.spent_on) == month]
    total = sum((line.amount for line in own), _NOTHING) + sum((one.amount for one in others), _NOTHING)
    if total > limit.amount:
        numbers = "、".join(dict.fromkeys(one.paper for one in others)) or "—"
        values = _excess(category, total, limit.amount)
        subject = f"{category.name}/{month:%Y-%m}"
        yield breach(limit, "month_above", subject, month=f"{month:%Y-%m}", others=numbers, **values)


def _excess(category: Category, total: Decimal, limit: Decimal) -> dict[str, str]:
    return {
        "category": category.name,
        "amount": format_money(total),
        "limit": format_money(limit),
        "excess": format_money(total - limit),
    }


def _limit(kind: PolicyKind, line: LineDraft, ground: Ground, tier: int | None = None) -> Limit | None:
    day = line.spent_on or ground.today
    return ground.policies.find(kind, day, category_id=line.category_id, city_tier=tier, grade=ground.grade)


def _month(day: date) -> date:
    return day.replace(day=1)


type _Question = Callable[[int, LineDraft, Category, Ground], Iterator[Check]]
_OF_LINES: tuple[_Question, ...] = (_lodging, _allowance, _per_head, _day_off)
