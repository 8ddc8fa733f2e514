"""A packet's record as every step needs it: loaded, expected in a state, counted, found; its papers held."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import selectinload

from models.expense_claim import ClaimState, ExpenseClaim
from models.packet import Packet, PacketLine, PacketState
from services import audit, search
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, open_to_all

PAYABLE = frozenset({ClaimState.TO_PAY, ClaimState.PAID})
_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class PacketSaved:
    """Where a packet stands after an act."""

    id: int
    version: int
    number: str


def saved(packet: Packet) -> PacketSaved:
    """Where the packet stands now."""
    return PacketSaved(packet.id, packet.version, packet.number)


@open_to_all(_WHY)
def load(session: Session, packet_id: int) -> Packet:
    """The packet with its source, its lines and their papers. Raises Refused "record.gone"."""
    packet = session.scalar(
        select(Packet)
        .where(Packet.id == packet_id)
        .options(selectinload(Packet.source), selectinload(Packet.lines).selectinload(PacketLine.claim))
        .execution_options(populate_existing=True)
    )
    if packet is None:
        raise Refused("record.gone")
    return packet


def expect(packet: Packet, version: int | None, states: Collection[PacketState]) -> None:
    """Refuse unless the packet is as the user saw it, and in one of `states`.

    Raises Refused "packet.wrong_state" (number, state), "record.stale".
    """
    if packet.state not in states:
        raise Refused("packet.wrong_state", number=packet.number, state=packet.state)
    if packet.version != version:
        raise Refused("record.stale")


@open_to_all(_WHY)
def write_down(session: Session, actor: Actor, action: str, packet: Packet, **notes: object) -> PacketSaved:
    """The end of every act: counted, findable, in the history."""
    packet.count = len(packet.lines)
    packet.total = sum((line.amount for line in packet.lines), Decimal(0))
    known = [part for line in packet.lines for part in (line.claim.number, line.claim.claimant_name)]
    packet.search_text = search.text_for(
        packet.number, packet.title, packet.source.name, packet.body, f"{packet.total:.2f}", *known
    )
    audit.record(session, actor, action, packet, **{name: note for name, note in notes.items() if note})
    session.flush()
    search.index(session, Packet.__tablename__, packet.id, packet.search_text)
    return saved(packet)


@open_to_all(_WHY)
def hold(session: Session, actor: Actor, papers: Iterable[ExpenseClaim], packet: Packet) -> None:
    """Note on each paper that it is in `packet`; whoever was faster with another packet keeps it.

    Raises Refused "packet.paper_elsewhere" (number, packet).
    """
    for paper in papers:
        if _note(session, paper, "", packet.number) != 1:
            there = session.scalar(select(ExpenseClaim.packet_number).where(ExpenseClaim.id == paper.id))
            raise Refused("packet.paper_elsewhere", number=paper.number, packet=there or "")
        audit.record(session, actor, "edit", paper, packet_number=["", packet.number])
        session.expire(paper, ["packet_number"])


@open_to_all(_WHY)
def release(session: Session, actor: Actor, papers: Sequence[ExpenseClaim], packet: Packet) -> None:
    """The papers are in no packet any more."""
    for paper in papers:
        _note(session, paper, packet.number, "")
        audit.record(session, actor, "take_out", paper, packet_number=[packet.number, ""])
        session.expire(paper, ["packet_number"])


def _note(session: Session, paper: ExpenseClaim, before: str, after: str) -> int:
    """One conditional update that leaves the paper's version alone: nobody who decides or pays is held up."""
    result = session.execute(
        update(ExpenseClaim)
        .where(ExpenseClaim.id == paper.id, ExpenseClaim.packet_number == before)
        .values(packet_number=after)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(result, CursorResult)
    return result.rowcount


@open_to_all(_WHY)
def refuse_in_open_packet(session: Session, claim: ExpenseClaim) -> None:
    """Raise Refused "claim.in_packet" (number, packet) while the paper lies in a packet that is being prepared."""
    if not claim.packet_number:
        return
    state = session.scalar(select(Packet.state).where(Packet.number == claim.packet_number))
    if state == PacketState.OPEN:
        raise Refused("claim.in_packet", number=claim.number, packet=claim.packet_number)


@open_to_all(_WHY)
def expected(
    session: Session, packet_id: int, version: int | None, states: Collection[PacketState]
) -> Packet:
    """The packet as the user saw it; raises what `load` and `expect` raise."""
    packet = load(session, packet_id)
    expect(packet, version, states)
    return packet
