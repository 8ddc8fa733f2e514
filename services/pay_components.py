"""Pay components 薪资项目: the columns of the payroll sheet, as data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from models.pay import ComponentEffect, ComponentKind, PayAdjustment, PayComponent, PayRate
from services import formulas, pay_formulas, records, search
from services.database import Session
from services.errors import Refused
from services.pay_formulas import Part
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register

_USUAL = Path(__file__).parents[1] / "resources" / "rules" / "pay_components.toml"
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
# the program itself knows these: bonuses and severance are taxed by themselves, the others come in by themselves
ANNUAL_BONUS, SEVERANCE, REPAYMENT = "annual_bonus", "severance", "repayment"
INSURANCE_DIFFERENCE, CORRECTION = "insurance_difference", "correction"
FIXED_CODES = frozenset({ANNUAL_BONUS, SEVERANCE, REPAYMENT, INSURANCE_DIFFERENCE, CORRECTION})

REGISTER = Register(
    name="pay_component",
    record=PayComponent,
    columns=(
        Column("position", "Order", ColumnKind.NUMBER, PayComponent.position, width=70),
        Column("name", "Name", ColumnKind.TEXT, PayComponent.name, width=130),
        Column("code", "Code", ColumnKind.TEXT, PayComponent.code, width=130, shown=False),
        Column("kind", "Kind", ColumnKind.CHOICE, PayComponent.kind, width=110, choices=ComponentKind),
        Column(
            "effect", "Effect", ColumnKind.CHOICE, PayComponent.effect, width=110, choices=ComponentEffect
        ),
        Column("formula", "Formula", ColumnKind.TEXT, PayComponent.formula, width=280, stretch=True),
        Column("taxable", "Taxable", ColumnKind.YES_NO, PayComponent.taxable, width=80),
        Column("in_base", "In the base", ColumnKind.YES_NO, PayComponent.in_base, width=90),
        Column("active", "Active", ColumnKind.YES_NO, PayComponent.active, width=80),
    ),
    see=Permission.PAYROLL_SEE,
    sort="position",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
)


@dataclass(frozen=True, slots=True)
class PayComponentDraft:
    """A component as typed; `formula` of kinds attendance, overtime and formula. `code` is its name in formulas."""

    id: int | None = None
    version: int | None = None
    code: str = ""
    name: str = ""
    kind: ComponentKind = ComponentKind.FIXED
    effect: ComponentEffect = ComponentEffect.EARNING
    formula: str = ""
    position: int = 0
    taxable: bool = True
    in_base: bool = True
    active: bool = True
    note: str = ""


@requires(Permission.PAYROLL_SEE)
def get(session: Session, actor: Actor, component_id: int) -> PayComponentDraft:  # noqa: ARG001 - the permission needs it
    """The component of that id; Refused "record.gone"."""
    item = records.load(session, PayComponent, component_id)
    return PayComponentDraft(
        item.id, item.version, item.code, item.name, item.kind, item.effect, item.formula, item.position,
        item.taxable, item.in_base, item.active, item.note,
    )  # fmt: skip


@requires(Permission.PAYROLL_EDIT)
def save(session: Session, actor: Actor, draft: PayComponentDraft) -> int:
    """Store a component; returns its id. Position 0 puts a new one at the end.

    Raises Refused "record.required" (code, name, formula), "record.taken" (code, name), "pay_component.code",
    "pay_component.word" (the name means something else in formulas), "pay_component.fixed_code" (a code the program
    itself knows), "record.stale"; at field "formula" what `formulas.parse` and `formulas.order` raise,
    "formula.unknown_name" (name), and what `pay_formulas.tried` raises.
    """
    item = (
        PayComponent() if draft.id is None else records.expect(session, PayComponent, draft.id, draft.version)
    )
    code, name = required(draft.code, "code").lower(), required(draft.name, "name")
    _refuse_words(session, draft, code, name)
    if item.code in FIXED_CODES and (code, draft.kind, draft.effect) != (item.code, item.kind, item.effect):
        raise Refused("pay_component.fixed_code", field="code", name=item.name)
    computed = pay_formulas.is_computed(draft.kind)
    formula = required(draft.formula, "formula") if computed else ""
    old = (item.code, item.name) if draft.id else ("", "")
    part = Part(draft.id or 0, code, name, draft.kind, draft.effect, draft.taxable, draft.in_base, formula)
    _refuse_formulas(session, part, old)
    item.code, item.name, item.kind, item.effect = code, name, draft.kind, draft.effect
    item.formula, item.position = formula, draft.position or _last(session) + 1
    item.taxable, item.in_base, item.active = draft.taxable, draft.in_base, draft.active
    item.note = tidy(draft.note, "note")
    return records.keep(session, actor, item, code, name)


@requires(Permission.PAYROLL_EDIT)
def remove(session: Session, actor: Actor, component_id: int, version: int) -> bool:
    """Delete a component, or make it inactive when pay was made of it; True when it is gone.

    Raises Refused "record.gone", "record.stale", "pay_component.in_formula" (name, other), "pay_component.fixed_code".
    """
    item = records.expect(session, PayComponent, component_id, version)
    if item.code in FIXED_CODES:
        raise Refused("pay_component.fixed_code", name=item.name)
    for other in _parts(session):
        if other.id != item.id and other.formula and _uses(other.formula) & {item.code, item.name}:
            raise Refused("pay_component.in_formula", name=item.name, other=other.name)
    return records.drop(session, actor, item)


@requires(Permission.PAYROLL_SEE)
def choices(session: Session, actor: Actor, *kinds: ComponentKind) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active components of these kinds (all when none is named), in their order."""
    query = select(PayComponent).filter_by(active=True).order_by(PayComponent.position, PayComponent.id)
    if kinds:
        query = query.where(PayComponent.kind.in_(kinds))
    return [Choice(item.id, item.name, item.code, item.search_text) for item in session.scalars(query)]


@requires(Permission.PAYROLL_SEE)
def with_rate(session: Session, actor: Actor) -> list[Choice]:
    """The active components a person may have a rate of: fixed ones, and those whose formula uses 标准."""
    found = {part.id for part in parts(session) if takes_rate(part)}
    return [choice for choice in choices(session, actor) if choice.id in found]


def takes_rate(part: Part) -> bool:
    """Whether a person has a rate of this component."""
    return part.kind == ComponentKind.FIXED or bool(_uses(part.formula) & {"标准", "own_rate"})


@open_to_all("a step of services that have checked")
def parts(session: Session) -> list[Part]:
    """The active components in the order of the sheet."""
    return _parts(session, active=True)


@open_to_all("a new or upgraded company begins with them, before anybody is there")
def begin_with_usual(session: Session) -> None:
    """Write the usual components (resources/rules/pay_components.toml) into a company that has none."""
    if session.scalar(select(func.count()).select_from(PayComponent)):
        return
    usual = tomllib.loads(_USUAL.read_text("utf-8"))["rows"]
    for position, (code, name, kind, effect, formula, taxable, in_base) in enumerate(usual, start=1):
        item = PayComponent(
            code=code, name=name, kind=ComponentKind(kind), effect=ComponentEffect(effect), formula=formula,
            position=position, taxable=taxable, in_base=in_base, search_text=search.text_for(code, name),
        )  # fmt: skip
        session.add(item)
        session.flush()
        search.index(session, "pay_component", item.id, item.search_text)


@open_to_all("a step of services that have checked")
def in_use(session: Session, component_id: int) -> bool:
    """Whether somebody has a rate or a one-off line of it."""
    return any(
        session.scalar(select(kind.id).where(kind.component_id == component_id).limit(1)) is not None
        for kind in (PayRate, PayAdjustment)
    )


def _refuse_words(session: Session, draft: PayComponentDraft, code: str, name: str) -> None:
    if not _CODE.fullmatch(code):
        raise Refused("pay_component.code", field="code")
    taken = {*pay_formulas.FACTS, *pay_formulas.words(), *formulas.FUNCTIONS}
    for field, word in (("code", code), ("name", name)):
        if word in taken:
            raise Refused("pay_component.word", field=field, word=word)
    records.refuse_taken(session, PayComponent.code, code, draft.id)
    records.refuse_taken(session, PayComponent.name, name, draft.id)


def _refuse_formulas(session: Session, part: Part, old: tuple[str, str]) -> None:
    """All formulas together must still be readable; one that used this component's old name says so."""
    others = [other for other in _parts(session) if other.id != part.id]
    for before, now in zip(old, (part.code, part.name), strict=True):
        for other in others:
            if before and before != now and before in _uses(other.formula):
                raise Refused("pay_component.in_formula", field="name", name=before, other=other.name)
    try:
        pay_formulas.tried(pay_formulas.prepared([*others, part]), part.code)
    except Refused as refused:
        raise Refused(refused.code, field="formula", **refused.values) from refused


def _uses(formula: str) -> frozenset[str]:
    return formulas.parse(formula).names if formula else frozenset()


def _parts(session: Session, *, active: bool = False) -> list[Part]:
    item = PayComponent
    query = select(
        item.id, item.code, item.name, item.kind, item.effect, item.taxable, item.in_base, item.formula
    ).order_by(item.position, item.id)
    if active:
        query = query.filter_by(active=True)
    return [Part(*row) for row in session.execute(query)]


def _last(session: Session) -> int:
    return session.scalar(select(func.max(PayComponent.position))) or 0
