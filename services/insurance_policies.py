"""Policies of a city and fund 参保地政策: dated sets of items, without a gap and without an overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import selectinload

from models.insurance import InsurancePolicy, InsurancePolicyItem
from models.insurance_terms import Fund, InsuranceItem, Rounding
from services import records, social_insurance
from services.database import Session
from services.errors import Refused
from services.insurance_policy_store import NO_CEILING, refuse_broken_row, refuse_gap, spans
from services.months import month_of, next_month, previous_month
from services.permissions import Actor, Permission, requires
from services.records import required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Operator, Register
from services.social_insurance import Policy, PolicyItem

_ZERO = Decimal(0)
_HOUSING_ITEMS = frozenset({InsuranceItem.HOUSING_FUND})


def _in_force(context: ChipContext) -> ColumnElement[bool]:
    month = context.today.replace(day=1)
    ends = or_(InsurancePolicy.to_month.is_(None), InsurancePolicy.to_month >= month)
    return and_(InsurancePolicy.from_month <= month, ends)


REGISTER = Register(
    name="insurance_policy",
    record=InsurancePolicy,
    columns=(
        Column("city", "City", ColumnKind.TEXT, InsurancePolicy.city, width=110),
        Column("fund", "Fund", ColumnKind.CHOICE, InsurancePolicy.fund, width=110, choices=Fund),
        Column("from_month", "From month", ColumnKind.DAY, InsurancePolicy.from_month, width=96),
        Column("to_month", "To month", ColumnKind.DAY, InsurancePolicy.to_month, width=96),
        Column("cut_off_day", "Cut-off day", ColumnKind.NUMBER, InsurancePolicy.cut_off_day, width=84),
        Column("minimum_wage", "Minimum wage", ColumnKind.MONEY, InsurancePolicy.minimum_wage, width=100),
        Column("confirmed", "Confirmed", ColumnKind.YES_NO, InsurancePolicy.confirmed, width=80),
        Column("source", "Source", ColumnKind.TEXT, InsurancePolicy.source, width=200, stretch=True),
    ),
    see=Permission.INSURANCE_SEE,
    sort="city",
    chips=(
        Chip("in_force", "In force", clause=_in_force),
        Chip("unconfirmed", "Not confirmed", lambda _: (Filter("confirmed", Operator.IS, value=False),)),
        Chip("all", "All"),
    ),
    default_chip="in_force",
)


@dataclass(frozen=True, slots=True)
class PolicyItemDraft:
    """An item as typed: limits and fixed sums in yuan (an empty limit: none), rates in percent as text ("8.7")."""

    item: InsuranceItem | None = None
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    employer_percent: str = ""
    employee_percent: str = ""
    employer_fixed: Decimal | None = None
    employee_fixed: Decimal | None = None
    rounding: Rounding = Rounding.HALF_UP_FEN


@dataclass(frozen=True, slots=True)
class InsurancePolicyDraft:
    """A policy as typed; months by any of their days. `follows_id` is the open one that ends the month before."""

    id: int | None = None
    version: int | None = None
    city: str = ""
    fund: Fund = Fund.SOCIAL
    from_month: date | None = None
    to_month: date | None = None
    cut_off_day: int | None = None
    minimum_wage: Decimal | None = None
    confirmed: bool = False
    source: str = ""
    items: tuple[PolicyItemDraft, ...] = ()
    follows_id: int | None = None


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One item of a wage under a policy, in yuan."""

    item: InsuranceItem
    base: Decimal
    employer: Decimal
    employee: Decimal


@requires(Permission.INSURANCE_SEE)
def get(session: Session, actor: Actor, policy_id: int) -> InsurancePolicyDraft:  # noqa: ARG001 - the permission needs it
    """The policy of that id with its items; Refused "record.gone"."""
    return _draft(_load(session, policy_id))


@requires(Permission.INSURANCE_EDIT)
def following(session: Session, actor: Actor, policy_id: int) -> InsurancePolicyDraft:  # noqa: ARG001 - the permission needs it
    """A new policy like this one that begins when it ends (a year after its beginning, when it has no end)."""
    before = _load(session, policy_id)
    starts = next_month(before.to_month) if before.to_month else before.from_month.replace(
        year=before.from_month.year + 1
    )  # fmt: skip
    return replace(
        _draft(before),
        id=None, version=None, from_month=starts, to_month=None, confirmed=False, source="", follows_id=policy_id,
    )  # fmt: skip


@requires(Permission.INSURANCE_EDIT)
def save(session: Session, actor: Actor, draft: InsurancePolicyDraft) -> int:
    """Store a policy and its items; returns its id.

    Raises Refused "record.required" (city, from_month, items), "insurance_policy.percent" (items.n.…),
    "insurance_policy.item_of_fund", "insurance_policy.cut_off_day", "insurance_policy.gap", "insurance_policy.overlap"
    (city, months), what `social_insurance.check_policy` raises, "record.stale".
    """
    policy = policy_of(draft)
    item = _item(session, draft)
    _end_before(session, actor, draft, policy)
    refuse_broken_row(session, policy, draft.id)
    item.city, item.fund, item.from_month, item.to_month = (
        policy.city, policy.kind, policy.from_month, policy.to_month,
    )  # fmt: skip
    item.cut_off_day, item.minimum_wage = policy.cut_off_day or 0, draft.minimum_wage or _ZERO
    item.confirmed, item.source = draft.confirmed, tidy(draft.source, "source")
    item.items = _rows(session, item, policy)
    return records.keep(session, actor, item, item.city, item.source)


@requires(Permission.INSURANCE_EDIT)
def remove(session: Session, actor: Actor, policy_id: int, version: int) -> bool:
    """Delete a policy. Raises Refused "insurance_policy.gap" when months between two others would be left."""
    item = records.expect(session, InsurancePolicy, policy_id, version)
    refuse_gap(item.city, [row for row in spans(session, item.city, item.fund) if row[0] != item.id])
    session.refresh(item, ["items"])
    return records.drop(session, actor, item)


@requires(Permission.INSURANCE_SEE)
def try_out(
    session: Session,  # noqa: ARG001 - every service's
    actor: Actor,  # noqa: ARG001 - the permission needs it
    draft: InsurancePolicyDraft,
    wage: Decimal,
) -> tuple[TrialRow, ...]:
    """What a wage (yuan) would cost both sides under the policy as typed. Raises what `save` raises of the draft."""
    policy = policy_of(draft)
    found = social_insurance.contributions(wage, policy)
    return tuple(TrialRow(row.item, row.base, row.employer, row.employee) for row in found)


def policy_of(draft: InsurancePolicyDraft) -> Policy:
    """The typed policy as the rules reckon with it; refuses what `save` refuses of the form itself."""
    city = required(draft.city, "city")
    if draft.from_month is None:
        raise Refused("record.required", field="from_month")
    if not draft.items:
        raise Refused("record.required", field="items")
    if draft.cut_off_day is not None and not 0 <= draft.cut_off_day <= 31:
        raise Refused("insurance_policy.cut_off_day", field="cut_off_day")
    items = tuple(_typed_item(place, row, draft.fund) for place, row in enumerate(draft.items))
    last = None if draft.to_month is None else month_of(draft.to_month)
    policy = Policy(city, draft.fund, month_of(draft.from_month), last, items, draft.cut_off_day)
    try:
        social_insurance.check_policy(policy)
    except Refused as refused:
        raise Refused(refused.code, _field(refused.field, items), **refused.values) from refused
    return policy


def percent(text: str, field: str) -> Decimal:
    """A typed percentage ("8.7", "8.7 %", "") as a rate; Refused "insurance_policy.percent" (text)."""
    plain = text.strip().removesuffix("%").strip()
    try:
        rate = Decimal(plain or 0).scaleb(-2)
    except InvalidOperation:
        rate = Decimal("NaN")
    if not (rate.is_finite() and 0 <= rate <= 1):
        raise Refused("insurance_policy.percent", field=field, text=text.strip()[:40])
    return rate


def percent_text(rate: Decimal) -> str:
    """A rate as people type it, in percent: 0.087 → "8.7"."""
    return f"{(rate * 100).normalize():f}"


def _typed_item(place: int, row: PolicyItemDraft, fund: Fund) -> PolicyItem:
    if row.item is None:
        raise Refused("record.required", field=f"items.{place}.item")
    if (row.item in _HOUSING_ITEMS) != (fund == Fund.HOUSING):
        raise Refused("insurance_policy.item_of_fund", field=f"items.{place}.item")
    return PolicyItem(
        row.item,
        row.floor,
        row.ceiling,
        percent(row.employer_percent, f"items.{place}.employer_percent"),
        percent(row.employee_percent, f"items.{place}.employee_percent"),
        row.employer_fixed or _ZERO,
        row.employee_fixed or _ZERO,
        row.rounding,
    )


def _field(named: str | None, items: Sequence[PolicyItem]) -> str | None:
    """The rules name the item; the form knows its line."""
    places = {item.item.value: place for place, item in enumerate(items)}
    return f"items.{places[named]}.floor" if named in places else named


def _draft(item: InsurancePolicy) -> InsurancePolicyDraft:
    return InsurancePolicyDraft(
        item.id, item.version, item.city, item.fund, item.from_month, item.to_month,
        item.cut_off_day or None, item.minimum_wage or None, item.confirmed, item.source,
        tuple(
            PolicyItemDraft(
                row.item, row.floor or None, None if row.ceiling == NO_CEILING else row.ceiling,
                percent_text(row.employer_rate), percent_text(row.employee_rate),
                row.employer_fixed or None, row.employee_fixed or None, row.rounding,
            )
            for row in item.items
        ),
    )  # fmt: skip


def _load(session: Session, policy_id: int) -> InsurancePolicy:
    query = select(InsurancePolicy).where(InsurancePolicy.id == policy_id)
    item = session.scalar(query.options(selectinload(InsurancePolicy.items)))
    if item is None:
        raise Refused("record.gone")
    return item


def _item(session: Session, draft: InsurancePolicyDraft) -> InsurancePolicy:
    if draft.id is None:
        return InsurancePolicy(items=[])
    loaded = _load(session, draft.id)
    records.expect(session, InsurancePolicy, draft.id, draft.version)
    return loaded


def _rows(session: Session, item: InsurancePolicy, policy: Policy) -> list[InsurancePolicyItem]:
    if item.items:  # (policy, item) is unique: the old ones go first
        item.items = []
        session.flush()
    return [
        InsurancePolicyItem(
            position=position, item=row.item, floor=row.floor or _ZERO,
            ceiling=NO_CEILING if row.ceiling is None else row.ceiling,
            employer_rate=row.employer_rate, employee_rate=row.employee_rate,
            employer_fixed=row.employer_fixed, employee_fixed=row.employee_fixed, rounding=row.rounding,
        )
        for position, row in enumerate(policy.items, start=1)
    ]  # fmt: skip


def _end_before(session: Session, actor: Actor, draft: InsurancePolicyDraft, policy: Policy) -> None:
    """End the open policy that the draft follows, the month before."""
    if draft.follows_id is None:
        return
    before = records.load(session, InsurancePolicy, draft.follows_id)
    same = (before.city, before.fund) == (policy.city, policy.kind)
    if same and before.to_month is None and before.from_month < policy.from_month:
        before.to_month = previous_month(policy.from_month)
        records.keep(session, actor, before, before.city, before.source)
