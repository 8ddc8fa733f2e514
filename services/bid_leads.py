"""Tender notices 招标信息: found, kept, dropped with a reason, or turned into a bid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.bid_lead import BidLead, LeadState
from models.people import Department
from services import records
from services.bid_lead_likeness import is_alike, match_key
from services.errors import Refused
from services.money import LARGEST
from services.permissions import Actor, Permission, open_to_all, requires
from services.provinces import PROVINCES, plain, spelt
from services.records import required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register

_WHY = "a step of services that have checked"
_SOON = timedelta(days=7)
_OPEN = (LeadState.NEW, LeadState.KEPT)
_MOST_ALIKE = 20


def ending(context: ChipContext) -> ColumnElement[bool]:
    """Open notices whose registration or deadline falls within seven days."""
    last = context.today + _SOON
    soon = BidLead.register_until.between(context.today, last) | BidLead.deadline_on.between(
        context.today, last
    )
    return BidLead.state.in_(_OPEN) & soon


def _in(state: LeadState) -> tuple[Filter, ...]:
    return (Filter("state", Operator.IS, state),)


REGISTER = Register(
    name="bid_lead",
    record=BidLead,
    columns=(
        Column("province", "Province", ColumnKind.TEXT, spelt(BidLead.province), width=52),
        Column("title", "Notice", ColumnKind.TEXT, BidLead.title, width=280, stretch=True),
        Column("owner", "Tendering party", ColumnKind.TEXT, BidLead.owner, width=140, spare=1),
        Column("budget", "Budget", ColumnKind.MONEY, BidLead.budget, width=108),
        Column("published_on", "Published", ColumnKind.DAY, BidLead.published_on, width=92, shown=False),
        Column("register_until", "Register until", ColumnKind.DAY, BidLead.register_until, width=84),
        Column("deadline_on", "Deadline", ColumnKind.DAY, BidLead.deadline_on, width=80),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=96, shown=False),
        Column("state", "State", ColumnKind.CHOICE, BidLead.state, width=72, choices=LeadState),
        Column("source", "Found at", ColumnKind.TEXT, BidLead.source, width=150, shown=False),
        Column("tender_number", "Tender no.", ColumnKind.TEXT, BidLead.tender_number, width=130, shown=False),
        Column("found_on", "Found", ColumnKind.DAY, BidLead.found_on, width=92, shown=False),
        Column("drop_reason", "Why dropped", ColumnKind.TEXT, BidLead.drop_reason, width=140, shown=False),
        Column("link", "Link", ColumnKind.TEXT, BidLead.link, width=160, shown=False),
    ),
    see=Permission.BID_SEE,
    sort="found_on",
    descending=True,
    chips=(
        Chip("new", "New", lambda _: _in(LeadState.NEW)),
        Chip("ending", "Ends within 7 days", clause=ending, sort="deadline_on"),
        Chip("kept", "Kept", lambda _: _in(LeadState.KEPT)),
        Chip("dropped", "Dropped", lambda _: _in(LeadState.DROPPED)),
        Chip("bid", "Bidding", lambda _: _in(LeadState.BID)),
        Chip("all", "All"),
    ),
    default_chip="new",
    total="budget",
    joins=(Join(Department, Department.id == BidLead.department_id),),
)


@dataclass(frozen=True, slots=True)
class LeadDraft:
    """A notice as typed; `budget` in yuan."""

    id: int | None = None
    version: int | None = None
    province: str = ""
    source: str = ""
    title: str = ""
    owner: str = ""
    tender_number: str = ""
    budget: Decimal | None = None
    found_on: date | None = None
    published_on: date | None = None
    register_until: date | None = None
    deadline_on: date | None = None
    link: str = ""
    department_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LikeLead:
    """A notice that may be the same one: its title, tenderer, when it was found, where it stands."""

    id: int
    title: str
    owner: str
    found_on: date
    state: LeadState


@requires(Permission.BID_SEE)
def get(session: Session, actor: Actor, lead_id: int) -> LeadDraft:  # noqa: ARG001 - the permission needs it
    """The notice of that id; Refused "record.gone"."""
    item = records.load(session, BidLead, lead_id)
    return LeadDraft(**{name: getattr(item, name) for name in LeadDraft.__dataclass_fields__})


@requires(Permission.BID_EDIT)
def save(session: Session, actor: Actor, draft: LeadDraft) -> int:
    """Store a notice; returns its id.

    Raises Refused "record.required" (title, province, found_on), "bid_lead.budget" (budget),
    "bid_lead.days" (deadline_on, register_until: before it was published), "bid_lead.link" (link), "record.gone"
    (department_id), "record.stale".
    """
    item = BidLead() if draft.id is None else records.expect(session, BidLead, draft.id, draft.version)
    records.refuse_unknown(session, Department, draft.department_id, "department_id")
    write(item, draft)
    return records.keep(session, actor, item, *found_by(item))


@open_to_all(_WHY)
def write(item: BidLead, draft: LeadDraft) -> None:
    """What was typed goes into the notice. Raises what `save` refuses of a draft alone."""
    title, province = required(draft.title, "title"), required(draft.province, "province")
    if draft.found_on is None:
        raise Refused("record.required", field="found_on")
    _refuse(draft)
    item.title, item.province, item.owner = title, plain(province), tidy(draft.owner, "owner")
    for name in ("source", "tender_number", "link", "note"):
        setattr(item, name, tidy(getattr(draft, name), name))
    for name in ("budget", "found_on", "published_on", "register_until", "deadline_on", "department_id"):
        setattr(item, name, getattr(draft, name))
    item.match_key = match_key(item.title, item.owner)


def _refuse(draft: LeadDraft) -> None:
    if draft.budget is not None and not 0 <= draft.budget <= LARGEST:
        raise Refused("bid_lead.budget", field="budget")
    for field in ("register_until", "deadline_on"):
        day = getattr(draft, field)
        if day and draft.published_on and day < draft.published_on:
            raise Refused("bid_lead.days", field=field, published=draft.published_on)
    link = draft.link.strip()
    if link and not link.startswith(("http://", "https://")):
        raise Refused("bid_lead.link", field="link")


def found_by(item: BidLead) -> tuple[object, ...]:
    """What a notice is found by in the search field."""
    return item.title, item.owner, item.province, item.tender_number, item.source, item.budget


@requires(Permission.BID_EDIT)
def sort_out(
    session: Session, actor: Actor, versions: Sequence[tuple[int, int]], state: LeadState, reason: str = ""
) -> None:
    """Keep, drop (with a reason) or take up again notices of (id, version), all of them or none.

    Raises Refused "bid_lead.reason" (reason) when one is dropped without, "bid_lead.is_bid" (title) when a bid was
    made of it, "record.gone", "record.stale".
    """
    why = tidy(reason, "reason")
    if state is LeadState.DROPPED and not why:
        raise Refused("bid_lead.reason", field="reason")
    for lead_id, version in versions:
        item = records.expect(session, BidLead, lead_id, version)
        if item.state is LeadState.BID:
            raise Refused("bid_lead.is_bid", title=item.title)
        item.state, item.drop_reason = state, why if state is LeadState.DROPPED else ""
        records.keep(session, actor, item, *found_by(item))


@requires(Permission.BID_EDIT)
def remove(session: Session, actor: Actor, lead_id: int, version: int) -> bool:
    """Delete a notice entered by mistake. Raises Refused "record.in_use" when a bid came of it, "record.stale"."""
    return records.drop(session, actor, records.expect(session, BidLead, lead_id, version))


@requires(Permission.BID_SEE)
def alike(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    title: str,
    owner: str,
    own_id: int | None = None,
) -> list[LikeLead]:
    """Notices that may be the same one as `title` of `owner`, the newest first: same key, or nearly the same title."""
    key = match_key(title, owner)
    if not key.partition("|")[0]:
        return []
    newest = (BidLead.found_on.desc(), BidLead.id.desc())
    others = select(BidLead.id, BidLead.match_key).where(BidLead.id != (own_id or 0)).order_by(*newest)
    like = (row.id for row in session.execute(others) if is_alike(key, row.match_key))
    wanted = select(BidLead).where(BidLead.id.in_(list(islice(like, _MOST_ALIKE))))
    found = session.scalars(wanted.order_by(*newest))
    return [LikeLead(item.id, item.title, item.owner, item.found_on, item.state) for item in found]


@requires(Permission.BID_SEE)
def provinces(session: Session, actor: Actor) -> list[str]:  # noqa: ARG001 - the permission needs it
    """What is usually typed as province: those in use, the most frequent first, then the rest of the country."""
    name = spelt(BidLead.province).label("name")
    used = select(name).group_by("name").order_by(func.count().desc(), "name")
    found = list(session.scalars(used))
    return [*found, *(name for name in PROVINCES if name not in found)]


@open_to_all(_WHY)
def become_bid(session: Session, actor: Actor, lead_id: int) -> None:
    """A bid was entered for the notice. Raises Refused "bid_lead.is_bid" (title) when there is one already."""
    item = records.load(session, BidLead, lead_id)
    if item.state is LeadState.BID:
        raise Refused("bid_lead.is_bid", title=item.title)
    item.state, item.drop_reason = LeadState.BID, ""
    records.keep(session, actor, item, *found_by(item))


@open_to_all(_WHY)
def lose_bid(session: Session, actor: Actor, lead_id: int | None) -> None:
    """The bid of the notice was taken out again: the notice is kept."""
    item = session.get(BidLead, lead_id) if lead_id is not None else None
    if item is not None:
        item.state = LeadState.KEPT
        records.keep(session, actor, item, *found_by(item))
