"""Receipt of what was asked for 验收入库: line by line, each piece gets its card; and closing what will not come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from models.approval import ApprovalStep, DecidedKind, StepState
from models.asset_paper import AssetRequest, AssetRequestLine
from models.expense_claim import ExpenseClaim
from models.fixed_asset import FixedAsset
from models.personnel_paper import OfficePaperState
from services import asset_requests, audit, fixed_assets, records
from services.asset_drafts import AssetDraft
from services.calendars import business_day
from services.database import Session, now, once
from services.dated_rules import value_on
from services.errors import Refused
from services.money import round_fen
from services.permissions import Actor, Permission, requires
from services.records import tidy


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """What came of a line: `price` (yuan) is for one; `as_lot` makes one card of all pieces together.

    `version` is that of the request as it was shown.
    """

    request_id: int
    version: int
    line_id: int
    quantity: int | None = None
    received_on: date | None = None
    start_on: date | None = None
    price: Decimal | None = None
    supplier: str = ""
    invoice_number: str = ""
    claim_number: str = ""
    serial_numbers: str = ""
    specification: str = ""
    warranty_until: date | None = None
    department_id: int | None = None
    employee_id: int | None = None
    place_id: int | None = None
    as_lot: bool = False
    note: str = ""


@requires(Permission.ASSET_EDIT)
def receive(
    session: Session, actor: Actor, draft: ReceiptDraft, *, command_id: str, today: date
) -> list[int]:
    """Make the cards of what came, and count them on the line; returns their ids. A repeated command does it once.

    Raises Refused "record.gone", "record.stale", "asset_request.not_approved" (number), "asset_request.closed"
    (number), "asset_request.quantity", "asset_request.more_than_asked" (quantity; left), "asset.future_day"
    (received_on), "asset_request.before_approval" (received_on; number, day), "asset_request.above_approved" (price;
    approved, most), "asset.no_claim" (claim_number), "asset.several_serials" (serial_numbers), "record.required" (price,
    received_on) and what `fixed_assets.save` refuses.
    """
    item = asset_requests.load(session, draft.request_id)
    if not once(session, command_id):
        return list(session.scalars(select(FixedAsset.id).where(FixedAsset.receipt_line_id == draft.line_id)))
    line = _line(item, draft)
    _check(session, draft, item, line, today)
    made = fixed_assets.add(session, actor, _card(draft, line), today=today, receipt_line_id=line.id)
    line.received += draft.quantity or 0
    if all(one.received == one.quantity for one in item.lines):
        item.closed_on = today
    _written(session, actor, "receive", item, name=line.name, count=draft.quantity)
    return made


def _line(item: AssetRequest, draft: ReceiptDraft) -> AssetRequestLine:
    if item.state is not OfficePaperState.APPROVED:
        raise Refused("asset_request.not_approved", number=item.number)
    if item.closed_on is not None:
        raise Refused("asset_request.closed", number=item.number)
    if item.version != draft.version:
        raise Refused("record.stale")
    found = next((line for line in item.lines if line.id == draft.line_id), None)
    if found is None:
        raise Refused("record.gone")
    return found


def _check(
    session: Session, draft: ReceiptDraft, item: AssetRequest, line: AssetRequestLine, today: date
) -> None:
    if draft.quantity is None or draft.quantity < 1:
        raise Refused("asset_request.quantity", "quantity")
    left = line.quantity - line.received
    if draft.quantity > left:
        raise Refused("asset_request.more_than_asked", "quantity", left=left)
    _check_day(session, draft, item, today)
    _check_price(draft, line)
    number = tidy(draft.claim_number, "claim_number")
    known = select(ExpenseClaim.id).where(ExpenseClaim.number == number)
    if number and session.scalar(known) is None:
        raise Refused("asset.no_claim", "claim_number", number=number)


def _check_day(session: Session, draft: ReceiptDraft, item: AssetRequest, today: date) -> None:
    if draft.received_on is None:
        raise Refused("record.required", "received_on")
    if draft.received_on > today:
        raise Refused("asset.future_day", "received_on")
    approved = _approved_on(session, item)
    if draft.received_on < approved:
        raise Refused("asset_request.before_approval", "received_on", number=item.number, day=approved)


def _approved_on(session: Session, item: AssetRequest) -> date:
    """The day of the last approval; that of the request where nobody had to approve it."""
    decided = select(func.max(ApprovalStep.decided_at)).where(
        ApprovalStep.paper_kind == DecidedKind.ASSET_REQUEST.value,
        ApprovalStep.paper_id == item.id,
        ApprovalStep.state == StepState.APPROVED,
    )
    return business_day(session.scalar(decided) or item.created_at)


def _check_price(draft: ReceiptDraft, line: AssetRequestLine) -> None:
    """What was approved holds, give or take the tolerance of the rules."""
    if draft.price is None or draft.received_on is None:
        raise Refused("record.required", "price")
    above = value_on("assets", "price_above", draft.received_on)
    most = round_fen(line.price * (1 + above))
    if draft.price > most:
        raise Refused("asset_request.above_approved", "price", approved=line.price, most=most)


def _card(draft: ReceiptDraft, line: AssetRequestLine) -> AssetDraft:
    count, price = draft.quantity or 0, draft.price or Decimal(0)
    return AssetDraft(
        name=line.name,
        class_id=line.class_id,
        specification=draft.specification or line.specification,
        serial_number=draft.serial_numbers,
        quantity=count if draft.as_lot else 1,
        count=1 if draft.as_lot else count,
        cost=price * count if draft.as_lot else price,
        bought_on=draft.received_on,
        start_on=draft.start_on,
        supplier=draft.supplier or line.supplier,
        invoice_number=draft.invoice_number,
        claim_number=draft.claim_number,
        warranty_until=draft.warranty_until,
        department_id=draft.department_id,
        employee_id=draft.employee_id,
        place_id=draft.place_id,
        note=draft.note,
    )


@requires(Permission.ASSET_EDIT)
def close(session: Session, actor: Actor, request_id: int, version: int, *, reason: str, today: date) -> None:
    """Say that what has not come of an approved request will not come any more.

    Raises Refused "record.gone", "record.stale", "asset_request.not_approved", "asset_request.closed",
    "record.required" (reason).
    """
    item = records.expect(session, AssetRequest, request_id, version)
    if item.state is not OfficePaperState.APPROVED:
        raise Refused("asset_request.not_approved", number=item.number)
    if item.closed_on is not None:
        raise Refused("asset_request.closed", number=item.number)
    item.state_note, item.closed_on = records.required(reason, "reason"), today
    _written(session, actor, "close", item)


def _written(session: Session, actor: Actor, action: str, item: AssetRequest, **notes: object) -> None:
    item.updated_at = now()
    audit.record(session, actor, action, item, **notes)
    session.flush()
