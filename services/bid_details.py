"""Everything about one bid for the pane: stages with what the law says, checklist, deposits, files, what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select

from models.attachment import Attachment
from models.bid import Bid
from models.bid_deposit import BidDeposit
from models.bid_terms import (
    BidLaw,
    BidMethod,
    BidResult,
    BidRole,
    BidStage,
    DepositForm,
    DepositKind,
    DepositState,
)
from models.expense_claim import ExpenseClaim
from models.people import Employee
from models.project import Project
from services import attachments, audit, bid_stages, records
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.bid_drafts import CompetitorDraft, LotDraft, StageDraft, ladder
from services.bid_item_checks import ItemRow, rows_of
from services.bid_rules import BidWarning
from services.bids import load_whole
from services.database import Session
from services.permissions import Actor, Permission, requires


class BidAction(StrEnum):
    """What the actor may do with a bid as it stands."""

    STAGE = "stage"
    RESULT = "result"
    SIGN = "sign"
    CONTRACT = "contract"
    SHOW_CONTRACT = "show_contract"
    REQUEST = "request_deposit"
    CHECKLIST = "checklist"
    TEMPLATE = "template"
    PACK = "pack"


@dataclass(frozen=True, slots=True)
class DepositRow:
    """A deposit of the bid, yuan; `claim` is the number of its payment request."""

    id: int
    version: int
    number: str
    kind: DepositKind
    state: DepositState
    amount: Decimal
    left: Decimal
    due_on: date | None
    due_back_on: date | None
    back_on: date | None
    claim_id: int | None
    claim: str


@dataclass(frozen=True, slots=True)
class BidDetail:
    """One bid, whole."""

    id: int
    version: int
    number: str
    name: str
    tenderer: str
    agency: str
    province: str
    tender_number: str
    source: str
    law: BidLaw
    method: BidMethod
    role: BidRole
    budget: Decimal | None
    price: Decimal | None
    requirements: str
    owner: str
    signer: str
    copies: int
    result: BidResult
    result_on: date | None
    rank: int
    won_price: Decimal | None
    reason: str
    review: str
    contract: str
    project_id: int | None
    note: str
    stages: tuple[StageDraft, ...]
    lots: tuple[LotDraft, ...]
    competitors: tuple[CompetitorDraft, ...]
    items: tuple[ItemRow, ...]
    deposits: tuple[DepositRow, ...]
    warnings: tuple[BidWarning, ...]
    files: tuple[AttachmentRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[BidAction]

    @property
    def deposit(self) -> DepositRow | None:
        """The bid's own deposit that was not called off."""
        own = [one for one in self.deposits if one.kind is DepositKind.BID]
        return next((one for one in own if one.state is not DepositState.CANCELLED), None)

    @property
    def other_day(self) -> tuple[DepositRow, date | None] | None:
        """The deposit that was requested for another day than its stage has now, and that day."""
        own = self.deposit
        if own is None or own.state is not DepositState.REQUESTED:
            return None
        day = next((one.on_day for one in self.stages if one.stage is BidStage.DEPOSIT), None)
        return None if day == own.due_on else (own, day)


_SAME = (
    "id", "version", "number", "name", "tenderer", "agency", "province", "tender_number", "source", "law", "method", "role",
    "budget", "price", "requirements", "copies", "result", "result_on", "rank", "won_price", "review", "project_id", "note",
)  # fmt: skip


@requires(Permission.BID_SEE)
def detail(session: Session, actor: Actor, bid_id: int, *, today: date) -> BidDetail:
    """The bid with all that hangs on it, and what the actor may do. Refused "record.gone"."""
    item = load_whole(session, bid_id)
    deposits = _deposits(session, bid_id)
    items = tuple(rows_of(session, item))
    project = session.get(Project, item.project_id) if item.project_id else None
    return BidDetail(
        **{name: getattr(item, name) for name in _SAME},
        owner=_name(session, item.owner_id),
        signer=_name(session, item.signer_id),
        reason=item.result_reason,
        contract=project.number if project else item.contract_number,
        stages=tuple(one for one in ladder(_stage(row) for row in item.stages) if one.on_day),
        lots=tuple(LotDraft(one.name, one.budget, one.price, one.result, one.rank or None, one.won_price) for one in item.lots),
        competitors=tuple(
            CompetitorDraft(one.name, one.price, one.rank or None, one.won, one.note) for one in item.competitors
        ),
        items=items,
        deposits=deposits,
        warnings=tuple(bid_stages.warnings_of(session, actor, bid_id, today=today)),
        files=tuple(attachments.of(session, actor, "bid", bid_id)),
        history=tuple(audit.history(session, actor, "bid", bid_id)),
        actions=_actions(actor, item, deposits, _packs(session, item)),
    )  # fmt: skip


def _actions(actor: Actor, item: Bid, deposits: tuple[DepositRow, ...], packs: bool) -> frozenset[BidAction]:
    found = {BidAction.PACK} if packs else set()
    if item.project_id is not None and actor.can(Permission.PROJECT_SEE):
        found.add(BidAction.SHOW_CONTRACT)
    if not actor.can(Permission.BID_EDIT):
        return frozenset(found)
    found |= {BidAction.STAGE, BidAction.RESULT, BidAction.CHECKLIST, BidAction.TEMPLATE}
    if item.result != BidResult.PENDING:
        found.add(BidAction.SIGN)
    if item.result == BidResult.WON and item.project_id is None:
        found.add(BidAction.CONTRACT)
    if any(one.state is DepositState.OWED for one in deposits) and actor.can(Permission.CLAIM_EDIT):
        found.add(BidAction.REQUEST)
    return frozenset(found)


def _packs(session: Session, item: Bid) -> bool:
    """Whether any item to be packed could have a file."""
    packed = [one for one in item.items if one.packed]
    if any(one.certificate_id or one.project_id for one in packed):
        return True
    own = select(Attachment.id).where(Attachment.record_kind == "bid_item")
    ids = [one.id for one in packed]
    return session.scalar(own.where(Attachment.record_id.in_(ids)).limit(1)) is not None


def _deposits(session: Session, bid_id: int) -> tuple[DepositRow, ...]:
    found = session.execute(
        select(BidDeposit, ExpenseClaim.number)
        .outerjoin(ExpenseClaim, ExpenseClaim.id == BidDeposit.claim_id)
        .where(BidDeposit.bid_id == bid_id)
        .order_by(BidDeposit.id)
    )
    same = (
        "id",
        "version",
        "number",
        "kind",
        "state",
        "amount",
        "due_on",
        "due_back_on",
        "back_on",
        "claim_id",
    )
    return tuple(
        DepositRow(
            **{name: getattr(one, name) for name in same},
            left=one.amount - one.back_amount - one.forfeited,
            claim=claim or "",
        )
        for one, claim in found
    )


def _stage(row: object) -> StageDraft:
    return StageDraft(**{name: getattr(row, name) for name in StageDraft.__slots__})


def _name(session: Session, employee_id: int | None) -> str:
    found = session.get(Employee, employee_id) if employee_id else None
    return found.name if found else ""


@dataclass(frozen=True, slots=True)
class DepositDetail:
    """One deposit, whole; yuan."""

    row: DepositRow
    bid_id: int
    bid_number: str
    bid: str
    payee: str
    form: DepositForm
    paid_on: date | None
    back: Decimal
    interest: Decimal
    forfeited: Decimal
    note: str
    history: tuple[HistoryRow, ...]


@requires(Permission.BID_SEE)
def deposit(session: Session, actor: Actor, deposit_id: int) -> DepositDetail:
    """The deposit with its bid and history. Refused "record.gone"."""
    item = records.load(session, BidDeposit, deposit_id)
    bid = session.get_one(Bid, item.bid_id)
    row = next(one for one in _deposits(session, bid.id) if one.id == item.id)
    return DepositDetail(
        row, bid.id, bid.number, bid.name, item.payee, item.form, item.paid_on, item.back_amount, item.interest,
        item.forfeited, item.note, tuple(audit.history(session, actor, "bid_deposit", deposit_id)),
    )  # fmt: skip
