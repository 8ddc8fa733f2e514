"""Everything about one purchase request: its lines and what came of them, where it stands, what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select

from models.approval import DecidedKind
from models.asset_class import AssetClass
from models.asset_paper import AssetRequest
from models.fixed_asset import FixedAsset
from models.people import Company
from models.personnel_paper import OfficePaperState
from services import approval_steps, asset_requests, attachments, audit, office_papers
from services.approval_steps import DecisionRow, StepRow
from services.asset_requests import EDITABLE
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.database import Session
from services.permissions import Actor, Permission, requires

KIND = DecidedKind.ASSET_REQUEST


class RequestAction(StrEnum):
    """What the actor may do with a request as it stands."""

    EDIT = "edit_request"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    RECEIVE = "receive"
    CLOSE = "close"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class ReceivedCard:
    """A card that came of a line."""

    id: int
    number: str
    day: date
    supplier: str
    invoice_number: str
    claim_number: str


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A line as shown; amounts in yuan, `price` for one."""

    id: int
    position: int
    name: str
    class_name: str
    specification: str
    quantity: int
    price: Decimal
    supplier: str
    received: int
    cards: tuple[ReceivedCard, ...]

    @property
    def amount(self) -> Decimal:
        return self.price * self.quantity

    @property
    def left(self) -> int:
        return self.quantity - self.received


@dataclass(frozen=True, slots=True)
class RequestDetail:
    """One request, whole."""

    id: int
    version: int
    number: str
    title: str
    state: OfficePaperState
    department_name: str
    amount: Decimal
    reason: str
    wanted_on: date | None
    closed_on: date | None
    made_by_name: str
    holder_name: str
    state_note: str
    made_on: date
    lines: tuple[RequestLine, ...]
    steps: tuple[StepRow, ...]
    decisions: tuple[DecisionRow, ...]
    files: tuple[AttachmentRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[RequestAction]
    company: str


_SAME = (
    "id", "version", "number", "title", "state", "department_name", "amount", "reason", "wanted_on", "closed_on",
    "made_by_name", "holder_name", "state_note",
)  # fmt: skip


@requires(Permission.ASSET_SEE)
def detail(session: Session, actor: Actor, request_id: int) -> RequestDetail:
    """The request with everything around it. Raises Refused "record.gone"."""
    item = asset_requests.load(session, request_id)
    seen = office_papers.paper_of(session, KIND, item)
    return RequestDetail(
        **{name: getattr(item, name) for name in _SAME},
        made_on=item.created_at.date(),
        lines=_lines(session, item),
        steps=tuple(approval_steps.steps(session, seen)),
        decisions=tuple(approval_steps.decisions(session, seen)),
        files=tuple(attachments.of(session, actor, "asset_request", request_id)),
        history=tuple(audit.history(session, actor, "asset_request", request_id)),
        actions=_actions(session, actor, item),
        company=session.scalar(select(Company.name).order_by(Company.id)) or "",
    )


def _lines(session: Session, item: AssetRequest) -> tuple[RequestLine, ...]:
    names = {row[0]: row[1] for row in session.execute(select(AssetClass.id, AssetClass.name))}
    cards = session.scalars(
        select(FixedAsset)
        .where(FixedAsset.receipt_line_id.in_([line.id for line in item.lines]))
        .order_by(FixedAsset.number)
    ).all()
    return tuple(
        RequestLine(
            line.id, line.position, line.name, names[line.class_id], line.specification, line.quantity, line.price,
            line.supplier, line.received,
            tuple(_card(card) for card in cards if card.receipt_line_id == line.id),
        )
        for line in item.lines
    )  # fmt: skip


def _card(card: FixedAsset) -> ReceivedCard:
    return ReceivedCard(
        card.id, card.number, card.bought_on, card.supplier, card.invoice_number, card.claim_number
    )


def _actions(session: Session, actor: Actor, item: AssetRequest) -> frozenset[RequestAction]:
    found: set[RequestAction] = set()
    if actor.can(Permission.ASSET_EDIT):
        if item.state in EDITABLE:
            found |= {RequestAction.EDIT, RequestAction.SUBMIT}
        if item.state is OfficePaperState.DRAFT:
            found.add(RequestAction.DELETE)
        if item.state is OfficePaperState.SUBMITTED:
            found.add(RequestAction.WITHDRAW)
        if item.state is OfficePaperState.APPROVED and item.closed_on is None:
            found |= {RequestAction.RECEIVE, RequestAction.CLOSE}
    seen = office_papers.paper_of(session, KIND, item)
    decides = item.state is OfficePaperState.SUBMITTED and actor.can(Permission.CLAIM_DECIDE)
    if decides and approval_steps.asked(session, actor, seen):
        found |= {RequestAction.APPROVE, RequestAction.RETURN}
    return frozenset(found)


@requires(Permission.ASSET_SEE)
def rows(session: Session, actor: Actor, request_id: int) -> list[tuple[str, object, object]]:
    """What whoever decides looks at: a row a line, then the sum."""
    found = detail(session, actor, request_id)
    shown: list[tuple[str, object, object]] = [
        (f"{line.name} {line.specification} × {line.quantity}".replace("  ", " "), None, line.amount)
        for line in found.lines
    ]
    return [*shown, ("amount", None, found.amount), ("wanted_on", None, found.wanted_on)]
