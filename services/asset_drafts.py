"""What is typed about a card, what its class says where nothing is typed, and what may still be changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from models.asset_class import AssetClass
from models.asset_terms import Method
from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import AssetMovement, FixedAsset, MovementKind
from models.people import Employee
from services import records, tax_depreciation
from services.database import Session
from services.depreciable import month_at
from services.errors import Refused
from services.money import round_fen
from services.permissions import open_to_all
from services.records import required, tidy

VALUES = (
    "class_id", "quantity", "cost", "residual", "months", "method", "units_total",
    "bought_on", "start_on", "opening_months", "opening_accumulated", "tax_months", "one_off",
)  # fmt: skip
_OF_TAX = frozenset({"tax_months", "one_off"})
_TEXTS = ("specification", "serial_number", "supplier", "invoice_number", "claim_number", "note")
_WHY = "called inside services that were permitted to write assets"


@dataclass(frozen=True, slots=True)
class AssetDraft:
    """A card as typed. None of `residual`, `months`, `method`: as its class says; `count` cards alike at once.

    Department, employee and place are where a new card goes; of a known one they are not changed here.
    """

    id: int | None = None
    version: int | None = None
    name: str = ""
    class_id: int | None = None
    specification: str = ""
    serial_number: str = ""
    unit: str = ""
    quantity: int | None = 1
    count: int = 1
    cost: Decimal | None = None
    residual: Decimal | None = None
    months: int | None = None
    method: Method | None = None
    units_total: Decimal | None = None
    bought_on: date | None = None
    start_on: date | None = None
    opening_months: int | None = None
    opening_accumulated: Decimal | None = None
    tax_months: int | None = None
    one_off: bool = False
    supplier: str = ""
    invoice_number: str = ""
    claim_number: str = ""
    warranty_until: date | None = None
    department_id: int | None = None
    employee_id: int | None = None
    place_id: int | None = None
    note: str = ""


def draft_of(item: FixedAsset) -> AssetDraft:
    """The card as it would be typed."""
    names = [name for name in AssetDraft.__slots__ if name != "count"]
    return AssetDraft(**{name: getattr(item, name) for name in names})


@open_to_all(_WHY)
def fill(session: Session, item: FixedAsset, draft: AssetDraft) -> None:
    """Put what is typed into the card; the class says what is not. Refuses as `fixed_assets.save` says."""
    item.name = required(draft.name, "name")
    kind = _class(session, draft)
    if draft.bought_on is None:
        raise Refused("record.required", "bought_on")
    if draft.cost is None:
        raise Refused("record.required", "cost")
    for name in _TEXTS:
        setattr(item, name, tidy(getattr(draft, name), name))
    item.class_id, item.unit = kind.id, tidy(draft.unit, "unit") or kind.unit
    item.quantity = 1 if draft.quantity is None else draft.quantity
    if item.quantity < 1:
        raise Refused("asset.quantity", "quantity")
    item.bought_on, item.start_on = draft.bought_on, draft.start_on
    item.warranty_until = draft.warranty_until
    _fill_values(item, draft, kind)
    _refuse_person(session, draft)


def _class(session: Session, draft: AssetDraft) -> AssetClass:
    if draft.class_id is None:
        raise Refused("record.required", "class_id")
    records.refuse_unknown(session, AssetClass, draft.class_id, "class_id")
    return session.get_one(AssetClass, draft.class_id)


def _fill_values(item: FixedAsset, draft: AssetDraft, kind: AssetClass) -> None:
    assert draft.cost is not None
    item.cost = draft.cost
    item.residual = round_fen(item.cost * kind.residual_rate) if draft.residual is None else draft.residual
    item.months = kind.months if draft.months is None else draft.months
    item.method = draft.method or kind.method
    item.units_total = draft.units_total or Decimal(0)
    item.opening_months = draft.opening_months or 0
    item.opening_accumulated = draft.opening_accumulated or Decimal(0)
    item.tax_months = _tax_months(draft, kind, item)
    item.one_off = draft.one_off
    if item.one_off:
        tax_depreciation.check_one_off(kind.tax_class, item.cost / item.quantity, item.bought_on)


def _tax_months(draft: AssetDraft, kind: AssetClass, item: FixedAsset) -> int:
    """The least life the tax law gives the class, unless another is typed; 0 where none is known for the day."""
    if draft.tax_months:
        return draft.tax_months
    try:
        return tax_depreciation.least_months(kind.tax_class, item.bought_on)
    except Refused:
        return 0


def _refuse_person(session: Session, draft: AssetDraft) -> None:
    if draft.id is None and draft.employee_id is not None:
        records.refuse_unknown(session, Employee, draft.employee_id, "employee_id")


@open_to_all(_WHY)
def first_closed_month(session: Session, asset_id: int) -> date | None:
    """The first month of depreciation closed with this card in it; None as long as its values may be typed.

    What was split off or merged has what was closed of the cards it came from.
    """
    booked = session.get_one(FixedAsset, asset_id).booked
    if booked is not None and (booked.company or booked.tax):
        return month_at(booked.until)
    closed = DepreciationRun.state == DepreciationState.CLOSED
    return session.scalar(
        select(func.min(DepreciationRun.month))
        .join(DepreciationLine, DepreciationLine.run_id == DepreciationRun.id)
        .where(DepreciationLine.asset_id == asset_id, closed)
    )


def values_of(item: FixedAsset) -> dict[str, object]:
    """What depreciation follows from."""
    return {name: getattr(item, name) for name in VALUES}


@open_to_all(_WHY)
def refuse_changed_values(session: Session, item: FixedAsset, before: Mapping[str, object]) -> None:
    """Refuse "asset.values_closed", "asset.tax_closed" (month) at the first value that differs once a month is closed.

    And "asset.moved_earlier" (bought_on; day) when it moved before the day it is now said to be bought on.
    """
    month = first_closed_month(session, item.id)
    for name, value in before.items() if month else ():
        if getattr(item, name) != value:
            code = "asset.tax_closed" if name in _OF_TAX else "asset.values_closed"
            raise Refused(code, name, month=month)
    first = session.scalar(
        select(func.min(AssetMovement.on_day)).where(
            AssetMovement.asset_id == item.id, AssetMovement.kind != MovementKind.RECEIVE
        )
    )
    if first is not None and item.bought_on > first:
        raise Refused("asset.moved_earlier", "bought_on", day=first)
