"""What is told of a tender notice: those like it, the digest that told of it, the bid it became or would become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.bid import Bid
from models.bid_lead import BidDigest, BidLead, LeadState
from models.bid_terms import BidStage
from models.people import Department
from services import audit, bid_leads, records
from services.audit import HistoryRow
from services.bid_drafts import BidDraft, StageDraft, ladder
from services.bid_leads import LeadDraft, LikeLead
from services.calendars import business_day
from services.database import now
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.registers import ChipContext


@dataclass(frozen=True, slots=True)
class LeadHeadline:
    """How many are new, how many end within seven days, until which day the last digest told."""

    new: int
    ending: int
    digest_on: date | None


@dataclass(frozen=True, slots=True)
class LeadDetail:
    """A notice with what belongs to it; `bid` and `digest` are numbers, "" when there is none."""

    draft: LeadDraft
    state: LeadState
    drop_reason: str
    department: str
    digest: str
    bid_id: int | None
    bid: str
    alike: tuple[LikeLead, ...]
    history: tuple[HistoryRow, ...]

    @property
    def ends_on(self) -> date | None:
        """The day until which something must be done: the registration, without one the deadline."""
        return self.draft.register_until or self.draft.deadline_on


@requires(Permission.BID_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> LeadHeadline:
    """The figures of the line below the title."""
    ending = bid_leads.ending(ChipContext(today, actor))
    return LeadHeadline(
        _count(session, BidLead.state == LeadState.NEW),
        _count(session, ending),
        session.scalar(select(func.max(BidDigest.to_on))),
    )


@requires(Permission.BID_SEE)
def ending_count(session: Session, actor: Actor) -> int:
    """How many open notices end within seven days: the number beside the page's name."""
    return _count(session, bid_leads.ending(ChipContext(business_day(now()), actor)))


def _count(session: Session, which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(BidLead).where(which)) or 0


@requires(Permission.BID_SEE)
def detail(session: Session, actor: Actor, lead_id: int) -> LeadDetail:
    """The notice of that id; Refused "record.gone"."""
    item = records.load(session, BidLead, lead_id)
    bid = session.execute(select(Bid.id, Bid.number).where(Bid.lead_id == lead_id).order_by(Bid.id)).first()
    department = session.get(Department, item.department_id) if item.department_id else None
    digest = session.get(BidDigest, item.digest_id) if item.digest_id else None
    return LeadDetail(
        draft=bid_leads.get(session, actor, lead_id),
        state=item.state,
        drop_reason=item.drop_reason,
        department=department.name if department else "",
        digest=digest.number if digest else "",
        bid_id=bid.id if bid else None,
        bid=bid.number if bid else "",
        alike=tuple(bid_leads.alike(session, actor, item.title, item.owner, lead_id)),
        history=tuple(audit.history(session, actor, "bid_lead", lead_id)),
    )


@requires(Permission.BID_EDIT)
def bid_draft(session: Session, actor: Actor, lead_id: int, *, today: date) -> BidDraft:  # noqa: ARG001 - the permission needs it
    """The bid that would come of the notice, to be looked at and saved. Raises Refused "bid_lead.is_bid" (title)."""
    item = records.load(session, BidLead, lead_id)
    if item.state is LeadState.BID:
        raise Refused("bid_lead.is_bid", title=item.title)
    return BidDraft(
        name=item.title, tenderer=item.owner, tender_number=item.tender_number, province=item.province,
        source=item.source or item.link, budget=item.budget, department_id=item.department_id, note=item.note,
        lead_id=item.id, entered_on=today, stages=ladder(_stages(item)),
    )  # fmt: skip


def _stages(item: BidLead) -> Iterator[StageDraft]:
    days = (
        (BidStage.ANNOUNCEMENT, item.published_on),
        (BidStage.REGISTRATION, item.register_until),
        (BidStage.SUBMISSION, item.deadline_on),
        (BidStage.OPENING, item.deadline_on),
    )
    for stage, day in days:
        if day is not None:
            yield StageDraft(stage, on_day=day, done_on=day if stage is BidStage.ANNOUNCEMENT else None)


@requires(Permission.BID_SEE)
def versions(session: Session, actor: Actor, ids: Sequence[int]) -> list[tuple[int, int]]:  # noqa: ARG001 - the permission needs it
    """These notices as (id, version), in this order; those that are gone are left out."""
    rows = session.execute(select(BidLead.id, BidLead.version).where(BidLead.id.in_(ids)))
    found = {row.id: row.version for row in rows}
    return [(one, found[one]) for one in ids if one in found]
