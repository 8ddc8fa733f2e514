"""Everything about one card: facts, what it is worth today, its movements, its photo and files, where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from models.asset_paper import AssetRequest, AssetRequestLine
from models.asset_terms import Method
from models.fixed_asset import AssetState, FixedAsset
from models.people import Company
from services import asset_movements, attachments, audit, depreciation
from services.asset_costs import holding_on
from services.asset_drafts import first_closed_month
from services.asset_movements import MovementRow
from services.asset_terms_of import LOADED, terms_of
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires

_PHOTOS = {".jpg", ".jpeg", ".png", ".webp", ".bmp"}


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """A change of estimate or a revaluation of a card; amounts in yuan."""

    from_on: date
    months: int
    residual: Decimal
    method: Method
    added: Decimal
    reason: str
    made_by_name: str


@dataclass(frozen=True, slots=True)
class AssetDetail:
    """One card, whole. `cost` is with what was added to it since, `months` its whole life; `monthly` is what this month charges.

    `values_open`: its values may still be typed. `photo` is the first picture among its files.
    """

    id: int
    version: int
    number: str
    name: str
    specification: str
    serial_number: str
    class_id: int
    class_name: str
    unit: str
    quantity: int
    state: AssetState
    department: str
    employee: str
    employee_id: int | None
    place: str
    outside: str
    due_back_on: date | None
    cost: Decimal
    residual: Decimal
    months: int
    method: Method
    bought_on: date
    start_on: date | None
    stopped_on: date | None
    opening_months: int
    opening_accumulated: Decimal
    tax_months: int
    one_off: bool
    accumulated: Decimal
    value: Decimal
    monthly: Decimal
    first_charge: date | None
    last_charge: date | None
    supplier: str
    invoice_number: str
    claim_number: str
    warranty_until: date | None
    request_id: int | None
    request_number: str
    source_number: str
    note: str
    values_open: bool
    estimates: tuple[EstimateRow, ...]
    movements: tuple[MovementRow, ...]
    files: tuple[AttachmentRow, ...]
    photo: Path | None
    history: tuple[HistoryRow, ...]
    company: str


_SAME = (
    "id", "version", "number", "name", "specification", "serial_number", "class_id", "unit", "quantity", "state",
    "employee_id", "outside", "due_back_on", "bought_on", "start_on", "stopped_on", "opening_months",
    "opening_accumulated", "tax_months", "one_off", "supplier", "invoice_number", "claim_number", "warranty_until",
    "note",
)  # fmt: skip


@requires(Permission.ASSET_SEE)
def detail(session: Session, actor: Actor, asset_id: int, *, today: date) -> AssetDetail:
    """The card with everything around it as it is on `today`. Raises Refused "record.gone"."""
    item = _load(session, asset_id)
    request_id, request_number = _request(session, item)
    files = tuple(attachments.of(session, actor, "fixed_asset", asset_id))
    return AssetDetail(
        **{name: getattr(item, name) for name in _SAME},
        **_worth(item, today),
        class_name=item.asset_class.name,
        department=item.department.name if item.department else "",
        employee=item.employee.name if item.employee else "",
        place=item.place.path if item.place else "",
        request_id=request_id,
        request_number=request_number,
        source_number=session.get_one(FixedAsset, item.source_id).number if item.source_id else "",
        values_open=first_closed_month(session, asset_id) is None,
        estimates=tuple(
            EstimateRow(**{name: getattr(one, name) for name in EstimateRow.__slots__})
            for one in item.estimates
        ),
        movements=tuple(asset_movements.history(session, actor, asset_id)),
        files=files,
        photo=_photo(session, actor, files),
        history=tuple(audit.history(session, actor, "fixed_asset", asset_id)),
        company=session.scalar(select(Company.name).order_by(Company.id)) or "",
    )


def _load(session: Session, asset_id: int) -> FixedAsset:
    item = session.scalar(
        select(FixedAsset)
        .where(FixedAsset.id == asset_id)
        .options(
            joinedload(FixedAsset.asset_class),
            joinedload(FixedAsset.department),
            joinedload(FixedAsset.employee),
            joinedload(FixedAsset.place),
            *LOADED,
        )
    )
    if item is None:
        raise Refused("record.gone")
    return item


def _worth(item: FixedAsset, today: date) -> dict[str, Any]:
    """Its values today, with the terms that hold today."""
    terms = terms_of(item)
    held = holding_on(item, item.estimates, today)
    charges = depreciation.schedule_of(terms)
    accumulated = depreciation.accumulated_on(terms, today)
    return {
        "cost": held.cost,
        "residual": held.residual,
        "months": held.months,
        "method": held.method,
        "accumulated": accumulated,
        "value": depreciation.value_on(terms, today),
        "monthly": depreciation.charge_in(terms, today),
        "first_charge": charges[0].month if charges else None,
        "last_charge": charges[-1].month if charges else None,
    }


def _request(session: Session, item: FixedAsset) -> tuple[int | None, str]:
    if item.receipt_line_id is None:
        return None, ""
    found = session.execute(
        select(AssetRequest.id, AssetRequest.number)
        .join(AssetRequestLine, AssetRequestLine.request_id == AssetRequest.id)
        .where(AssetRequestLine.id == item.receipt_line_id)
    ).one()
    return found[0], found[1]


def _photo(session: Session, actor: Actor, files: tuple[AttachmentRow, ...]) -> Path | None:
    found = next((file for file in files if PurePath(file.name).suffix.lower() in _PHOTOS), None)
    if found is None:
        return None
    try:
        return attachments.path(session, actor, found.id)
    except Refused:
        return None  # the file is missing: the list of files says so when it is opened
