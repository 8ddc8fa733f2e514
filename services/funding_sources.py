"""Funding sources 经费来源: whose money papers are in the end, and the papers they pay for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import CursorResult, select, update

from models.expense_claim import EDITABLE, ClaimState, ExpenseClaim, PaperKind
from models.packet import FundingSource
from services import audit, records
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import Choice, required, tidy
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register

WITH_LINES = frozenset({PaperKind.CLAIM, PaperKind.TRAVEL, PaperKind.PAYMENT})

REGISTER = Register(
    name="funding_source",
    record=FundingSource,
    columns=(
        Column("code", "Code", ColumnKind.TEXT, FundingSource.code, width=120),
        Column("name", "Name", ColumnKind.TEXT, FundingSource.name, width=260, stretch=True),
        Column("body", "Outside body", ColumnKind.TEXT, FundingSource.body, width=260),
        Column("contact", "Contact", ColumnKind.TEXT, FundingSource.contact, width=110),
        Column("phone", "Phone", ColumnKind.TEXT, FundingSource.phone, width=140),
        Column("active", "Active", ColumnKind.YES_NO, FundingSource.active, width=90),
    ),
    see=Permission.PACKET_SEE,
    sort="code",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
)


@dataclass(frozen=True, slots=True)
class FundingSourceDraft:
    """A source as typed; `body` is who pays, and whom packets are lodged with."""

    id: int | None = None
    version: int | None = None
    code: str = ""
    name: str = ""
    body: str = ""
    contact: str = ""
    phone: str = ""
    active: bool = True


@requires(Permission.PACKET_SEE)
def get(session: Session, actor: Actor, source_id: int) -> FundingSourceDraft:  # noqa: ARG001 - the permission needs it
    """The source of that id; Refused "record.gone"."""
    item = records.load(session, FundingSource, source_id)
    return FundingSourceDraft(**{name: getattr(item, name) for name in FundingSourceDraft.__slots__})


@requires(Permission.PACKET_EDIT)
def save(session: Session, actor: Actor, draft: FundingSourceDraft) -> int:
    """Store a source; returns its id.

    Raises Refused "record.required" (code, name, body), "record.taken" (code, name), "record.stale".
    """
    item = FundingSource()
    if draft.id is not None:
        item = records.expect(session, FundingSource, draft.id, draft.version)
    code, name, body = (required(getattr(draft, field), field) for field in ("code", "name", "body"))
    records.refuse_taken(session, FundingSource.code, code, draft.id)
    records.refuse_taken(session, FundingSource.name, name, draft.id)
    item.code, item.name, item.body, item.active = code, name, body, draft.active
    item.contact, item.phone = tidy(draft.contact, "contact"), tidy(draft.phone, "phone")
    return records.keep(session, actor, item, code, name, body, item.contact, item.phone)


@requires(Permission.PACKET_EDIT)
def remove(session: Session, actor: Actor, source_id: int, version: int) -> bool:
    """Delete a source, or make it inactive when papers name it; True when it is gone.

    Raises Refused "record.gone", "record.stale".
    """
    return records.drop(session, actor, records.expect(session, FundingSource, source_id, version))


@requires(Permission.PACKET_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active sources by code, with the body beside."""
    found = session.scalars(select(FundingSource).filter_by(active=True).order_by(FundingSource.code))
    return [Choice(item.id, item.name, item.body, item.search_text) for item in found]


@requires(Permission.PACKET_EDIT)
def assign(session: Session, actor: Actor, claim_ids: Sequence[int], source_id: int | None) -> int:
    """Name the source of these papers (None: none of them), before or after submission; how many changed.

    A paper in a packet keeps its source. Raises Refused "record.gone" (source_id), "packet.no_lines_kind" (number),
    "packet.paper_elsewhere" (number, packet), "packet.paper_voided" (number).
    """
    records.refuse_unknown(session, FundingSource, source_id, "source_id")
    papers = session.scalars(
        select(ExpenseClaim).where(ExpenseClaim.id.in_(claim_ids)).order_by(ExpenseClaim.id)
    )
    changed = 0
    for paper in papers.all():
        _refuse_paper(paper)
        if paper.funding_source_id != source_id:
            _assign(session, actor, paper, source_id)
            changed += 1
    return changed


def _refuse_paper(paper: ExpenseClaim) -> None:
    if paper.kind not in WITH_LINES:
        raise Refused("packet.no_lines_kind", number=paper.number)
    if paper.state == ClaimState.VOIDED:
        raise Refused("packet.paper_voided", number=paper.number)
    if paper.packet_number:
        raise Refused("packet.paper_elsewhere", number=paper.number, packet=paper.packet_number)


def _assign(session: Session, actor: Actor, paper: ExpenseClaim, source_id: int | None) -> None:
    """Whoever types in the paper must see the change; whoever decides on it must not be held up by it."""
    if paper.state in EDITABLE:
        paper.funding_source_id = source_id
        audit.record(session, actor, "edit", paper)
        session.flush()
        return
    before = paper.funding_source_id
    change = (
        update(ExpenseClaim)
        .where(ExpenseClaim.id == paper.id, ExpenseClaim.packet_number == "")
        .values(funding_source_id=source_id)
        .execution_options(synchronize_session=False)
    )
    result = session.execute(change)
    assert isinstance(result, CursorResult)
    if result.rowcount != 1:
        raise Refused("record.stale")
    audit.record(session, actor, "edit", paper, funding_source_id=[before, source_id])
    session.expire(paper)
