"""Packets 送审包 while they are put together: made from papers of one funding source, filled, emptied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.expense_claim import ExpenseClaim
from models.packet import FundingSource, Packet, PacketLine, PacketState
from services import audit, numbering, records, search
from services.database import Session, once
from services.errors import Refused
from services.funding_sources import WITH_LINES
from services.packet_records import (
    PAYABLE,
    PacketSaved,
    expected,
    hold,
    load,
    release,
    saved,
    write_down,
)
from services.permissions import Actor, Permission, requires
from services.records import Choice, required, tidy

SERIES = "SB"
_OPEN = frozenset({PacketState.OPEN})


@dataclass(frozen=True, slots=True)
class PacketDraft:
    """What of a packet is typed; the source of one that has papers stays."""

    id: int | None = None
    version: int | None = None
    title: str = ""
    funding_source_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper that may be put into a packet; `amount` is what was granted, in yuan."""

    id: int
    number: str
    business_date: date
    claimant_name: str
    purpose: str
    invoice_count: int
    amount: Decimal


@requires(Permission.PACKET_SEE)
def get(session: Session, actor: Actor, packet_id: int) -> PacketDraft:  # noqa: ARG001 - the permission needs it
    """The packet of that id; Refused "record.gone"."""
    item = records.load(session, Packet, packet_id)
    return PacketDraft(item.id, item.version, item.title, item.funding_source_id, item.note)


@requires(Permission.PACKET_EDIT)
def save(session: Session, actor: Actor, draft: PacketDraft, *, today: date) -> PacketSaved:
    """A new packet without papers (SB-2026-0001), or another title or note for one that is open.

    Raises Refused "record.required" (title, funding_source_id), "record.gone", "record.stale",
    "packet.wrong_state", "packet.mixed_sources" when papers of another source lie in it.
    """
    title = required(draft.title, "title")
    if draft.funding_source_id is None:
        raise Refused("record.required", field="funding_source_id")
    source = session.get(FundingSource, draft.funding_source_id)
    if source is None:
        raise Refused("record.gone", field="funding_source_id")
    if draft.id is None:
        packet = _begun(session, source, title, today)
        action = "create"
    else:
        packet, action = expected(session, draft.id, draft.version, _OPEN), "edit"
        if packet.lines and packet.funding_source_id != source.id:
            first = packet.lines[0].claim
            raise Refused("packet.mixed_sources", field="funding_source_id", number=first.number)
        packet.title, packet.source, packet.body = title, source, source.body
    packet.note = tidy(draft.note, "note")
    return write_down(session, actor, action, packet)


@requires(Permission.PACKET_EDIT)
def make(
    session: Session, actor: Actor, claim_ids: Sequence[int], *, title: str, command_id: str, today: date
) -> PacketSaved:
    """A packet of these papers, which are all of one funding source; the title may be empty: the source's name.

    Raises Refused "packet.empty", "packet.no_source" (number), and of papers what `add` raises.
    """
    if not once(session, command_id):
        return _made(session, claim_ids)
    papers = _papers(session, claim_ids)
    if not papers:
        raise Refused("packet.empty")
    _refuse_paper(papers[0])
    source = session.get_one(FundingSource, papers[0].funding_source_id)
    packet = _begun(session, source, tidy(title, "title") or f"{source.name} {today:%Y-%m}", today)
    session.add(packet)
    _put_in(session, actor, packet, papers)
    return write_down(session, actor, "create", packet)


@requires(Permission.PACKET_EDIT)
def add(
    session: Session, actor: Actor, packet_id: int, version: int, claim_ids: Sequence[int], *, command_id: str
) -> PacketSaved:
    """Put papers into an open packet.

    Raises Refused "record.gone", "record.stale", "packet.wrong_state" (number, state), "packet.no_lines_kind"
    (number), "packet.paper_not_granted" (number, state), "packet.nothing_granted" (number), "packet.no_source"
    (number), "packet.mixed_sources" (number), "packet.paper_elsewhere" (number, packet).
    """
    if not once(session, command_id):
        return saved(load(session, packet_id))
    packet = expected(session, packet_id, version, _OPEN)
    papers = _papers(session, claim_ids)
    if not papers:
        raise Refused("packet.empty")
    _put_in(session, actor, packet, papers)
    numbers = "、".join(paper.number for paper in papers)
    return write_down(session, actor, "edit", packet, added=numbers)


@requires(Permission.PACKET_EDIT)
def take_out(
    session: Session, actor: Actor, packet_id: int, version: int, claim_ids: Sequence[int], *, command_id: str
) -> PacketSaved:
    """Take papers out of an open packet; they may go into another one.

    Raises Refused "record.gone", "record.stale", "packet.wrong_state" (number, state).
    """
    if not once(session, command_id):
        return saved(load(session, packet_id))
    packet = expected(session, packet_id, version, _OPEN)
    leaving = [line for line in packet.lines if line.claim_id in set(claim_ids)]
    papers = [line.claim for line in leaving]
    for line in leaving:
        packet.lines.remove(line)
    session.flush()
    for position, line in enumerate(packet.lines):
        line.position = position
    release(session, actor, papers, packet)
    numbers = "、".join(paper.number for paper in papers)
    return write_down(session, actor, "take_out", packet, papers=numbers)


@requires(Permission.PACKET_EDIT)
def remove(session: Session, actor: Actor, packet_id: int, version: int) -> None:
    """Delete an open packet; its papers are in none then.

    Raises Refused "record.gone", "record.stale", "packet.wrong_state" (number, state).
    """
    packet = expected(session, packet_id, version, _OPEN)
    release(session, actor, [line.claim for line in packet.lines], packet)
    audit.record(session, actor, "delete", packet)
    session.delete(packet)
    session.flush()
    search.remove(session, Packet.__tablename__, packet_id)


@requires(Permission.PACKET_SEE)
def candidates(session: Session, actor: Actor, source_id: int) -> list[Candidate]:  # noqa: ARG001 - the permission needs it
    """The papers of a source that could be put into a packet, the oldest first."""
    found = session.execute(
        select(
            ExpenseClaim.id,
            ExpenseClaim.number,
            ExpenseClaim.business_date,
            ExpenseClaim.claimant_name,
            ExpenseClaim.purpose,
            ExpenseClaim.invoice_count,
            ExpenseClaim.sanctioned,
        )
        .where(
            ExpenseClaim.funding_source_id == source_id,
            ExpenseClaim.packet_number == "",
            ExpenseClaim.state.in_(PAYABLE),
            ExpenseClaim.kind.in_(WITH_LINES),
            ExpenseClaim.sanctioned > Decimal(0),
        )
        .order_by(ExpenseClaim.business_date, ExpenseClaim.id)
    )
    return [Candidate(*row) for row in found]


@requires(Permission.PACKET_SEE)
def open_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The packets that still take papers, the newest first, with the source's name beside."""
    found = session.execute(
        select(Packet, FundingSource.name)
        .join(FundingSource, FundingSource.id == Packet.funding_source_id)
        .where(Packet.state == PacketState.OPEN)
        .order_by(Packet.id.desc())
    )
    return [Choice(item.id, f"{item.number} {item.title}", name, item.search_text) for item, name in found]


def _begun(session: Session, source: FundingSource, title: str, today: date) -> Packet:
    return Packet(
        number=numbering.next_number(session, f"{SERIES}-{today.year}"),
        title=title,
        source=source,
        body=source.body,
        state=PacketState.OPEN,
        made_on=today,
        lines=[],
        count=0,
        total=Decimal(0),
    )


def _papers(session: Session, claim_ids: Sequence[int]) -> list[ExpenseClaim]:
    """The papers in the order of their days; PostgreSQL holds them till the commit."""
    query = select(ExpenseClaim).where(ExpenseClaim.id.in_(claim_ids))
    found = session.scalars(
        query.order_by(ExpenseClaim.business_date, ExpenseClaim.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return list(found)


def _put_in(session: Session, actor: Actor, packet: Packet, papers: Sequence[ExpenseClaim]) -> None:
    for paper in papers:
        _refuse_paper(paper)
        if paper.funding_source_id != packet.source.id:
            raise Refused("packet.mixed_sources", field="papers", number=paper.number)
    first = len(packet.lines)
    for position, paper in enumerate(papers, start=first):
        packet.lines.append(PacketLine(position=position, claim=paper, amount=paper.sanctioned))
    try:
        session.flush()
    except IntegrityError as error:  # two at once on a server: the one who was faster keeps the paper
        raise Refused("record.stale") from error
    hold(session, actor, papers, packet)


def _refuse_paper(paper: ExpenseClaim) -> None:
    if paper.kind not in WITH_LINES:
        raise Refused("packet.no_lines_kind", number=paper.number)
    if paper.packet_number:
        raise Refused("packet.paper_elsewhere", number=paper.number, packet=paper.packet_number)
    if paper.state not in PAYABLE:
        raise Refused("packet.paper_not_granted", number=paper.number, state=paper.state.value)
    if paper.sanctioned <= 0:
        raise Refused("packet.nothing_granted", number=paper.number)
    if paper.funding_source_id is None:
        raise Refused("packet.no_source", number=paper.number)


def _made(session: Session, claim_ids: Sequence[int]) -> PacketSaved:
    """What the same click has made before: the packet that the papers lie in."""
    lines = select(PacketLine.packet_id).where(PacketLine.claim_id.in_(claim_ids)).limit(1)
    packet_id = session.scalar(lines)
    if packet_id is None:
        raise Refused("record.gone")
    return saved(load(session, packet_id))
