"""Expense policies 报销制度 as a register of dated limits: written, ended, followed by another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, or_, select

from models.expense_category import ExpenseCategory
from models.expense_claim import CheckLevel
from models.policy import ExpensePolicy, PolicyKind
from services import records
from services.database import Session
from services.errors import Refused
from services.money import FEN, LARGEST
from services.permissions import Actor, Permission, requires
from services.policy_words import NEEDS, search_words
from services.records import tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register

LEVELS = (CheckLevel.WARN, CheckLevel.STOP)
_MOST_COUNT = 3650


def _in_force(context: ChipContext) -> ColumnElement[bool]:
    ends = or_(ExpensePolicy.to_on.is_(None), ExpensePolicy.to_on >= context.today)
    return and_(ExpensePolicy.active == True, ExpensePolicy.from_on <= context.today, ends)  # noqa: E712 - SQL, and IS is no operator for numbers on PostgreSQL


def _later(context: ChipContext) -> tuple[Filter, ...]:
    return (Filter("from_on", Operator.AT_LEAST, context.today + timedelta(days=1)),)


REGISTER = Register(
    name="expense_policy",
    record=ExpensePolicy,
    columns=(
        Column("kind", "Limit", ColumnKind.CHOICE, ExpensePolicy.kind, width=138, choices=PolicyKind),
        Column("category", "Category", ColumnKind.TEXT, ExpenseCategory.name, width=80),
        Column("city_tier", "City tier", ColumnKind.NUMBER, ExpensePolicy.city_tier, width=70),
        Column("grade", "Grade", ColumnKind.NUMBER, ExpensePolicy.grade, width=52),
        Column("amount", "Yuan", ColumnKind.MONEY, ExpensePolicy.amount, width=86),
        Column("count", "Days or pieces", ColumnKind.NUMBER, ExpensePolicy.count, width=82),
        Column("words", "Allowed", ColumnKind.TEXT, ExpensePolicy.words, width=90, stretch=True),
        Column("level", "If passed", ColumnKind.CHOICE, ExpensePolicy.level, width=82, choices=CheckLevel),
        Column("from_on", "From", ColumnKind.DAY, ExpensePolicy.from_on, width=72),
        Column("to_on", "To", ColumnKind.DAY, ExpensePolicy.to_on, width=72, shown=False),
        Column("source", "Source", ColumnKind.TEXT, ExpensePolicy.source, width=200, shown=False),
        Column("active", "Active", ColumnKind.YES_NO, ExpensePolicy.active, width=70, shown=False),
    ),
    see=Permission.POLICY_SEE,
    sort="kind",
    chips=(
        Chip("in_force", "In force", clause=_in_force),
        Chip("later", "Later", _later),
        Chip("all", "All"),
    ),
    default_chip="in_force",
    joins=(Join(ExpenseCategory, ExpenseCategory.id == ExpensePolicy.category_id),),
)


@dataclass(frozen=True, slots=True)
class PolicyDraft:
    """A limit as typed: `amount` in yuan, `count` in days or pieces, `words` for classes of travel."""

    id: int | None = None
    version: int | None = None
    kind: PolicyKind | None = None
    category_id: int | None = None
    city_tier: int | None = None
    grade: int | None = None
    amount: Decimal | None = None
    count: int | None = None
    words: str = ""
    level: CheckLevel = CheckLevel.WARN
    from_on: date | None = None
    to_on: date | None = None
    source: str = ""
    active: bool = True


_TYPED = tuple(name for name in PolicyDraft.__slots__ if name not in {"id", "version"})


@requires(Permission.POLICY_SEE)
def get(session: Session, actor: Actor, policy_id: int) -> PolicyDraft:  # noqa: ARG001 - the permission needs it
    """The limit of that id; Refused "record.gone"."""
    item = records.load(session, ExpensePolicy, policy_id)
    return PolicyDraft(**{name: getattr(item, name) for name in PolicyDraft.__slots__})


@requires(Permission.POLICY_EDIT)
def save(session: Session, actor: Actor, draft: PolicyDraft) -> int:
    """Store a limit; returns its id.

    Raises Refused "record.required" (kind, from_on, and what the kind needs), "policy.amount", "policy.count",
    "policy.tier", "policy.grade", "policy.level", "policy.days_turned", "policy.overlaps" (from, to),
    "record.gone", "record.stale".
    """
    refuse_nonsense(draft)
    records.refuse_unknown(session, ExpenseCategory, draft.category_id, "category_id")
    _refuse_overlap(session, draft)
    item = (
        ExpensePolicy()
        if draft.id is None
        else records.expect(session, ExpensePolicy, draft.id, draft.version)
    )
    for name in _TYPED:
        setattr(item, name, getattr(draft, name))
    item.words, item.source = tidy(draft.words, "words"), tidy(draft.source, "source")
    return records.keep(session, actor, item, *search_words(session, item))


@requires(Permission.POLICY_EDIT)
def change_from(session: Session, actor: Actor, draft: PolicyDraft) -> int:
    """End the stored limit `draft.id` on the day before `draft.from_on`, and let `draft` hold from then on.

    Papers of earlier days are still judged by the old one. Raises Refused of `save`, and "policy.change_too_early"
    (day) when the old one would never have held.
    """
    assert draft.id is not None, "a stored limit"
    old = records.expect(session, ExpensePolicy, draft.id, draft.version)
    refuse_nonsense(draft)
    assert draft.from_on, "refused before"
    if draft.from_on <= old.from_on:
        raise Refused("policy.change_too_early", field="from_on", day=old.from_on.isoformat())
    old.to_on = draft.from_on - timedelta(days=1)
    records.keep(session, actor, old, *search_words(session, old))
    return save(session, actor, replace(draft, id=None, version=None))


@requires(Permission.POLICY_EDIT)
def remove(session: Session, actor: Actor, policy_id: int, version: int) -> bool:
    """Delete a limit. Raises Refused "record.gone", "record.stale"."""
    return records.drop(session, actor, records.expect(session, ExpensePolicy, policy_id, version))


def refuse_nonsense(draft: PolicyDraft) -> None:
    """Raises Refused of `save` for what the draft can tell alone."""
    for name in ("kind", "from_on"):
        if not getattr(draft, name):
            raise Refused("record.required", field=name)
    assert draft.kind, "refused before"
    for name in NEEDS[draft.kind]:
        if getattr(draft, name) in (None, ""):
            raise Refused("record.required", field=name)
    _refuse_figures(draft)
    if draft.level not in LEVELS:
        raise Refused("policy.level", field="level")
    if draft.from_on and draft.to_on and draft.to_on < draft.from_on:
        raise Refused("policy.days_turned", field="to_on")


def _refuse_figures(draft: PolicyDraft) -> None:
    amount = draft.amount
    if amount is not None and not (
        amount.is_finite() and 0 <= amount <= LARGEST and amount == amount.quantize(FEN)
    ):
        raise Refused("policy.amount", field="amount")
    if draft.count is not None and not 1 <= draft.count <= _MOST_COUNT:
        raise Refused("policy.count", field="count", most=_MOST_COUNT)
    if draft.city_tier not in (None, 1, 2, 3):
        raise Refused("policy.tier", field="city_tier")
    if draft.grade not in (None, 1, 2, 3):
        raise Refused("policy.grade", field="grade")


def _refuse_overlap(session: Session, draft: PolicyDraft) -> None:
    """Of one scope, one limit holds on a day."""
    if not draft.active:
        return
    same = [
        getattr(ExpensePolicy, name).is_(None)
        if getattr(draft, name) is None
        else getattr(ExpensePolicy, name) == getattr(draft, name)
        for name in ("category_id", "city_tier", "grade")
    ]
    begins = ExpensePolicy.from_on <= draft.to_on if draft.to_on else ExpensePolicy.id.is_not(None)
    ends = or_(ExpensePolicy.to_on.is_(None), ExpensePolicy.to_on >= draft.from_on)
    other = session.scalar(
        select(ExpensePolicy)
        .where(ExpensePolicy.kind == draft.kind, ExpensePolicy.active == True, *same, begins, ends)  # noqa: E712 - as above
        .where(ExpensePolicy.id != (draft.id or 0))
        .limit(1)
    )
    if other is not None:
        until = other.to_on.isoformat() if other.to_on else "…"
        values = {"first": other.from_on.isoformat(), "last": until}
        raise Refused("policy.overlaps", field="from_on", **values)
