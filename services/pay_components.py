"""Pay components 薪资项目: the columns of the payroll sheet, as data."""

from __future__ import annotations

from dataclasses import dataclass

from models.pay import ComponentEffect, ComponentKind
from services.database import Session
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice


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
def get(session: Session, actor: Actor, component_id: int) -> PayComponentDraft:
    """The component of that id; Refused "record.gone"."""
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def save(session: Session, actor: Actor, draft: PayComponentDraft) -> int:
    """Store a component; returns its id.

    Raises Refused "record.required" (code, name, formula), "record.taken" (code, name), "pay_component.code",
    "pay_component.fixed_code" (a code the program itself knows), "record.stale"; at field "formula" what
    `formulas.parse` and `formulas.order` raise, and "formula.unknown_name" (name).
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_EDIT)
def remove(session: Session, actor: Actor, component_id: int, version: int) -> bool:
    """Delete a component, or make it inactive when pay was made of it; True when it is gone.

    Raises Refused "record.gone", "record.stale", "pay_component.in_formula" (name), "pay_component.fixed_code".
    """
    raise NotImplementedError


@requires(Permission.PAYROLL_SEE)
def choices(session: Session, actor: Actor, *kinds: ComponentKind) -> list[Choice]:
    """The active components of these kinds (all when none is named), in their order."""
    raise NotImplementedError


@open_to_all("a new or upgraded company begins with them, before anybody is there")
def begin_with_usual(session: Session) -> None:
    """Write the usual components (resources/rules/pay_components.toml) into a company that has none."""
    raise NotImplementedError
