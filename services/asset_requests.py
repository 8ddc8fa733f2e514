"""Purchase requests 采购申请: written, approved like any paper, received line by line (services/asset_receipts.py)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import selectinload

from models.asset_class import AssetClass
from models.asset_paper import AssetRequest, AssetRequestLine
from models.base import Record
from models.people import Department, Employee
from models.personnel_paper import OfficePaperState
from services import numbering, records
from services.database import Session
from services.errors import Refused
from services.money import LARGEST, round_fen
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Register

SERIES = "CG"
EDITABLE = frozenset({OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN})
_asked = (
    select(func.coalesce(func.sum(AssetRequestLine.quantity), 0))
    .where(AssetRequestLine.request_id == AssetRequest.id)
    .correlate(AssetRequest)
    .scalar_subquery()
)
_received = (
    select(func.coalesce(func.sum(AssetRequestLine.received), 0))
    .where(AssetRequestLine.request_id == AssetRequest.id)
    .correlate(AssetRequest)
    .scalar_subquery()
)


def _is_open(_context: ChipContext) -> ColumnElement[bool]:
    return AssetRequest.state.in_([*EDITABLE, OfficePaperState.SUBMITTED]) | _to_come()


def _to_come() -> ColumnElement[bool]:
    return (AssetRequest.state == OfficePaperState.APPROVED) & AssetRequest.closed_on.is_(None)


def _received_all(_context: ChipContext) -> ColumnElement[bool]:
    return AssetRequest.closed_on.is_not(None)


REGISTER = Register(
    name="asset_request",
    record=AssetRequest,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, AssetRequest.number, width=104),
        Column("title", "For what", ColumnKind.TEXT, AssetRequest.title, width=160, stretch=True),
        Column("department_name", "Department", ColumnKind.TEXT, AssetRequest.department_name, width=84, spare=1),
        Column("amount", "Amount", ColumnKind.MONEY, AssetRequest.amount, width=100),
        Column("state", "State", ColumnKind.CHOICE, AssetRequest.state, width=84, choices=OfficePaperState),
        Column("asked", "Asked for", ColumnKind.NUMBER, _asked, width=70, sortable=False, spare=1),
        Column("received", "Arrived", ColumnKind.NUMBER, _received, width=70, sortable=False),
        Column("wanted_on", "Wanted by", ColumnKind.DAY, AssetRequest.wanted_on, width=84, spare=2),
        Column("holder_name", "Waits for", ColumnKind.TEXT, AssetRequest.holder_name, width=84),
        Column("made_by_name", "Made by", ColumnKind.TEXT, AssetRequest.made_by_name, width=84, shown=False),
        Column("closed_on", "Closed on", ColumnKind.DAY, AssetRequest.closed_on, width=84, shown=False),
        Column("reason", "Reason", ColumnKind.TEXT, AssetRequest.reason, width=160, shown=False),
    ),
    see=Permission.ASSET_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("open", "Open", clause=_is_open),
        Chip("submitted", "Being decided", clause=lambda _: AssetRequest.state == OfficePaperState.SUBMITTED),
        Chip("to_come", "To be received", clause=lambda _: _to_come(), sort="wanted_on"),
        Chip("closed", "Closed", clause=_received_all),
        Chip("all", "All"),
    ),
    default_chip="open",
    total="amount",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RequestLineDraft:
    """A line as typed; `price` (yuan) is for one. `id` and `received` are those of a stored line."""

    name: str = ""
    class_id: int | None = None
    specification: str = ""
    quantity: int | None = 1
    price: Decimal | None = None
    supplier: str = ""


@dataclass(frozen=True, slots=True)
class AssetRequestDraft:
    """A request as typed. None of `department_id`: that of whoever writes it."""

    id: int | None = None
    version: int | None = None
    title: str = ""
    department_id: int | None = None
    reason: str = ""
    wanted_on: date | None = None
    lines: tuple[RequestLineDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestHeadline:
    """Drafts to finish, requests being decided, approved ones of which something is to come; `late` are past their day."""

    to_finish: int
    submitted: int
    to_come: int
    late: int


@requires(Permission.ASSET_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> RequestHeadline:  # noqa: ARG001 - the permission needs it
    """What waits on the page."""

    def count(*where: ColumnElement[bool]) -> int:
        return session.scalar(select(func.count()).select_from(AssetRequest).where(*where)) or 0

    return RequestHeadline(
        count(AssetRequest.state.in_(EDITABLE)),
        count(AssetRequest.state == OfficePaperState.SUBMITTED),
        count(_to_come()),
        count(_to_come(), AssetRequest.wanted_on < today),
    )


@requires(Permission.ASSET_SEE)
def to_come_count(session: Session, actor: Actor) -> int:  # noqa: ARG001 - the permission needs it
    """How many approved requests wait for what they asked for."""
    return session.scalar(select(func.count()).select_from(AssetRequest).where(_to_come())) or 0


@open_to_all("called inside services that were permitted to see assets")
def load(session: Session, request_id: int) -> AssetRequest:
    """The request with its lines; Refused "record.gone"."""
    item = session.scalar(
        select(AssetRequest).where(AssetRequest.id == request_id).options(selectinload(AssetRequest.lines))
    )
    if item is None:
        raise Refused("record.gone")
    return item


@requires(Permission.ASSET_SEE)
def get(session: Session, actor: Actor, request_id: int) -> AssetRequestDraft:  # noqa: ARG001 - the permission needs it
    """The request as it was typed; Refused "record.gone"."""
    item = load(session, request_id)
    lines = tuple(
        RequestLineDraft(**{name: getattr(line, name) for name in RequestLineDraft.__slots__})
        for line in item.lines
    )
    return AssetRequestDraft(
        item.id, item.version, item.title, item.department_id, item.reason, item.wanted_on, lines
    )


@requires(Permission.ASSET_EDIT)
def save(session: Session, actor: Actor, draft: AssetRequestDraft, *, today: date) -> int:
    """Store a request that may still be changed, a new one as "CG-2026-0001"; returns its id.

    Raises Refused "record.required" (title, department_id, lines.N.name, lines.N.class_id, lines.N.price),
    "record.gone", "record.stale", "asset_request.no_lines" (lines), "asset_request.quantity" (lines.N.quantity),
    "asset_request.price" (lines.N.price), "asset_request.too_dear" (lines.N.price, lines), "office_paper.wrong_state" (state).
    """
    item = _item(session, actor, draft)
    item.title = required(draft.title, "title")
    department = _department(session, actor, draft)
    item.department_id, item.department_name = department.id, department.name
    item.reason, item.wanted_on = tidy(draft.reason, "reason"), draft.wanted_on
    lines = [_line(session, place, line) for place, line in enumerate(draft.lines)]
    if not lines:
        raise Refused("asset_request.no_lines", "lines")
    item.amount = sum((round_fen(line.price * line.quantity) for line in lines), Decimal(0))
    if item.amount > LARGEST:
        raise Refused("asset_request.too_dear", "lines")
    _replace_lines(session, item, lines)
    if not item.number:
        item.number = numbering.next_number(session, f"{SERIES}-{today.year}")
    return records.keep(
        session, actor, item, item.number, item.title, item.department_name, *(line.name for line in lines)
    )


def _replace_lines(session: Session, item: AssetRequest, lines: list[AssetRequestLine]) -> None:
    """The old lines go first: their positions are taken again."""
    if item.id is not None and item.lines:
        with session.no_autoflush:
            for line in list(item.lines):
                session.delete(line)
        item.lines = []
        session.flush()
    item.lines = lines


def _item(session: Session, actor: Actor, draft: AssetRequestDraft) -> AssetRequest:
    if draft.id is None:
        return AssetRequest(
            state=OfficePaperState.DRAFT, made_by_id=actor.user_id, made_by_name=actor.name, lines=[]
        )
    item = load(session, draft.id)
    if item.version != draft.version:
        raise Refused("record.stale")
    _refuse_state(item, EDITABLE)
    return item


def _department(session: Session, actor: Actor, draft: AssetRequestDraft) -> Department:
    wanted = draft.department_id
    if wanted is None and actor.employee_id is not None:
        wanted = session.get_one(Employee, actor.employee_id).department_id
    if wanted is None:
        raise Refused("record.required", "department_id")
    records.refuse_unknown(session, Department, wanted, "department_id")
    return session.get_one(Department, wanted)


def _line(session: Session, place: int, draft: RequestLineDraft) -> AssetRequestLine:
    at = f"lines.{place}."
    name = required(draft.name, f"{at}name")
    if draft.class_id is None:
        raise Refused("record.required", f"{at}class_id")
    records.refuse_unknown(session, AssetClass, draft.class_id, f"{at}class_id")
    if draft.quantity is None or draft.quantity < 1:
        raise Refused("asset_request.quantity", f"{at}quantity")
    if draft.price is None:
        raise Refused("record.required", f"{at}price")
    if draft.price < 0:
        raise Refused("asset_request.price", f"{at}price")
    if draft.price * draft.quantity > LARGEST:
        raise Refused("asset_request.too_dear", f"{at}price")
    return AssetRequestLine(
        position=place + 1,
        name=name,
        class_id=draft.class_id,
        specification=tidy(draft.specification, f"{at}specification"),
        quantity=draft.quantity,
        price=draft.price,
        supplier=tidy(draft.supplier, f"{at}supplier"),
        received=0,
    )


def _refuse_state(item: AssetRequest, states: frozenset[OfficePaperState]) -> None:
    if item.state not in states:
        raise Refused("office_paper.wrong_state", state=item.state.value)


@requires(Permission.ASSET_EDIT)
def remove(session: Session, actor: Actor, request_id: int, version: int) -> bool:
    """Delete a draft. Raises Refused "office_paper.wrong_state", "record.gone", "record.stale"."""
    item = load(session, request_id)
    if item.version != version:
        raise Refused("record.stale")
    _refuse_state(item, frozenset({OfficePaperState.DRAFT}))
    return records.drop(session, actor, item)


@open_to_all("called by services.office_papers when the last level has approved")
def approved(session: Session, actor: Actor, item: Record, today: date) -> None:  # noqa: ARG001 - every kind's
    """An approved request waits for what it asked for; nothing is bought by the approval itself."""
    assert isinstance(item, AssetRequest)
    item.closed_on = None
    session.flush()
