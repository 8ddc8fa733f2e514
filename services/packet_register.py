"""The list of packets, what is due of them, and everything about one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from models.bank_account import BankAccount
from models.expense_claim import ClaimState
from models.packet import FundingSource, Packet, PacketLine, PacketState
from services import attachments, audit
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.database import Session
from services.packet_records import load
from services.permissions import Actor, Permission, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register

_WAITING = (PacketState.LODGED, PacketState.ANSWERED)


class PacketAction(StrEnum):
    """What the actor may do with a packet as it stands."""

    EDIT = "edit_packet"
    ADD = "add_papers"
    TAKE_OUT = "take_out"
    LODGE = "lodge"
    ANSWER = "answer"
    RECEIVE = "receive"
    REOPEN = "reopen"
    DELETE = "delete"
    PRINT = "print_packet"


def _differs(_context: ChipContext) -> ColumnElement[bool]:
    """Less was accepted than lodged, or something else received than accepted."""
    less = and_(Packet.accepted.is_not(None), Packet.accepted != Packet.total)
    other = and_(Packet.state == PacketState.RECEIVED, Packet.received != Packet.accepted)
    return or_(less, other)


def _is(state: PacketState) -> tuple[Filter, ...]:
    return (Filter("state", Operator.IS, state),)


REGISTER = Register(
    name="packet",
    record=Packet,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, Packet.number, width=112),
        Column("title", "Title", ColumnKind.TEXT, Packet.title, width=170, stretch=True),
        Column("source", "Funding source", ColumnKind.TEXT, FundingSource.name, width=150, spare=1),
        Column("body", "Outside body", ColumnKind.TEXT, Packet.body, width=160, shown=False),
        Column("state", "State", ColumnKind.CHOICE, Packet.state, width=92, choices=PacketState),
        Column("count", "Papers", ColumnKind.NUMBER, Packet.count, width=60, spare=2),
        Column("total", "Lodged", ColumnKind.MONEY, Packet.total, width=104),
        Column("accepted", "Accepted", ColumnKind.MONEY, Packet.accepted, width=104),
        Column("received", "Received", ColumnKind.MONEY, Packet.received, width=104),
        Column("made_on", "Made on", ColumnKind.DAY, Packet.made_on, width=84, shown=False),
        Column("lodged_on", "Lodged on", ColumnKind.DAY, Packet.lodged_on, width=84, spare=3),
        Column("lodged_with", "Lodged with", ColumnKind.TEXT, Packet.lodged_with, width=110, shown=False),
        Column("answered_on", "Answered on", ColumnKind.DAY, Packet.answered_on, width=84, shown=False),
        Column("received_on", "Received on", ColumnKind.DAY, Packet.received_on, width=84, shown=False),
        Column("note", "Note", ColumnKind.TEXT, Packet.note, width=160, shown=False),
    ),
    see=Permission.PACKET_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("all", "All"),
        Chip("open", "Being prepared", lambda _: _is(PacketState.OPEN)),
        Chip("lodged", "Waiting for an answer", lambda _: _is(PacketState.LODGED)),
        Chip("expected", "Money expected", lambda _: _is(PacketState.ANSWERED)),
        Chip("differs", "With differences", clause=_differs),
    ),
    default_chip="all",
    total="total",
    joins=(Join(FundingSource, FundingSource.id == Packet.funding_source_id),),
)


@dataclass(frozen=True, slots=True)
class PacketHeadline:
    """What is lodged and not received: how many packets, how much is still expected (yuan), since when."""

    count: int
    total: Decimal
    oldest_on: date | None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper of a packet; amounts in yuan. `voided` ones count as a difference, whatever was accepted."""

    id: int
    position: int
    number: str
    business_date: date
    claimant_name: str
    purpose: str
    invoice_count: int
    state: ClaimState
    amount: Decimal
    accepted: Decimal | None
    note: str

    @property
    def voided(self) -> bool:
        return self.state == ClaimState.VOIDED

    @property
    def refused(self) -> Decimal:
        """What the body did not accept of it; zero before it has answered."""
        return Decimal(0) if self.accepted is None else self.amount - self.accepted


@dataclass(frozen=True, slots=True)
class PacketDetail:
    """One packet, whole; amounts in yuan."""

    id: int
    version: int
    number: str
    title: str
    source_name: str
    source_id: int
    body: str
    state: PacketState
    made_on: date
    lodged_on: date | None
    lodged_with: str
    answered_on: date | None
    answer: str
    received_on: date | None
    account_name: str
    count: int
    total: Decimal
    accepted: Decimal | None
    received: Decimal
    note: str
    papers: tuple[PaperRow, ...]
    attachments: tuple[AttachmentRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[PacketAction]

    @property
    def refused(self) -> Decimal:
        """Lodged less accepted; zero before the answer."""
        return Decimal(0) if self.accepted is None else self.total - self.accepted

    @property
    def missing(self) -> Decimal:
        """Accepted less received, below zero when more came; zero before the money."""
        return (
            (self.accepted or Decimal(0)) - self.received
            if self.state == PacketState.RECEIVED
            else Decimal(0)
        )


@requires(Permission.PACKET_SEE)
def headline(session: Session, actor: Actor) -> PacketHeadline:  # noqa: ARG001 - the permission needs it
    """What outside bodies still owe: of an answered packet what was accepted, else what was lodged."""
    owed = case((Packet.accepted.is_not(None), Packet.accepted), else_=Packet.total)
    count, total, oldest = session.execute(
        select(func.count(), func.sum(owed), func.min(Packet.lodged_on)).where(Packet.state.in_(_WAITING))
    ).one()
    return PacketHeadline(count, total or Decimal(0), oldest)


@requires(Permission.PACKET_SEE)
def detail(session: Session, actor: Actor, packet_id: int) -> PacketDetail:
    """The packet with its papers, differences, files, history, and what the actor may do. Refused "record.gone"."""
    packet = load(session, packet_id)
    account = session.get(BankAccount, packet.account_id) if packet.account_id else None
    return PacketDetail(
        **{name: getattr(packet, name) for name in _SAME},
        source_name=packet.source.name,
        source_id=packet.funding_source_id,
        account_name=account.name if account else "",
        papers=tuple(_paper(line) for line in packet.lines),
        attachments=tuple(attachments.of(session, actor, Packet.__tablename__, packet.id)),
        history=tuple(audit.history(session, actor, Packet.__tablename__, packet.id)),
        actions=_actions(actor, packet),
    )


_COMPUTED = {"source_name", "source_id", "account_name", "papers", "attachments", "history", "actions"}
_SAME = tuple(name for name in PacketDetail.__slots__ if name not in _COMPUTED)


def _paper(line: PacketLine) -> PaperRow:
    same = ("number", "business_date", "claimant_name", "purpose", "invoice_count", "state")
    return PaperRow(
        id=line.claim_id,
        position=line.position,
        amount=line.amount,
        accepted=line.accepted,
        note=line.note,
        **{name: getattr(line.claim, name) for name in same},
    )


def _actions(actor: Actor, packet: Packet) -> frozenset[PacketAction]:
    may = {PacketAction.PRINT} if packet.lines else set()
    edits, pays = actor.can(Permission.PACKET_EDIT), actor.can(Permission.CLAIM_PAY)
    match packet.state:
        case PacketState.OPEN if edits:
            may |= {PacketAction.EDIT, PacketAction.ADD, PacketAction.DELETE}
            may |= {PacketAction.LODGE, PacketAction.TAKE_OUT} if packet.lines else set()
        case PacketState.LODGED if edits:
            may |= {PacketAction.ANSWER, PacketAction.REOPEN}
        case PacketState.ANSWERED if edits:
            may |= {PacketAction.REOPEN} | ({PacketAction.RECEIVE} if pays else set())
        case PacketState.RECEIVED if edits and pays:
            may.add(PacketAction.REOPEN)
    return frozenset(may)
