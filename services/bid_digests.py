"""The weekly digest 招标周报: notices by province and department, what is new since the last one, as it goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.bid_lead import BidDigest, BidLead, LeadState
from models.people import Company, Department
from services import numbering, records
from services.bid_leads import PROVINCES
from services.database import once
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.registers import Chip, Column, ColumnKind, Register

SERIES = "ZB"
_LATE = timedelta(days=30)  # entered with an earlier day

REGISTER = Register(
    name="bid_digest",
    record=BidDigest,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, BidDigest.number, width=120),
        Column("from_on", "First day", ColumnKind.DAY, BidDigest.from_on, width=98),
        Column("to_on", "Last day", ColumnKind.DAY, BidDigest.to_on, width=98),
        Column("leads", "Notices", ColumnKind.NUMBER, BidDigest.leads, width=80),
        Column("fresh", "New in it", ColumnKind.NUMBER, BidDigest.fresh, width=80),
        Column(
            "made_by_name",
            "Put together by",
            ColumnKind.TEXT,
            BidDigest.made_by_name,
            width=100,
            stretch=True,
        ),
    ),
    see=Permission.BID_SEE,
    sort="number",
    descending=True,
    chips=(Chip("all", "All"),),
    default_chip="all",
)


@dataclass(frozen=True, slots=True)
class DigestLead:
    """A notice as the digest tells it; `fresh`: no digest told of it before. `budget` in yuan."""

    id: int
    province: str
    title: str
    owner: str
    department: str
    budget: Decimal | None
    published_on: date | None
    register_until: date | None
    deadline_on: date | None
    link: str
    state: LeadState
    fresh: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest of the notices found from a day to a day; `number` is "" until it was kept."""

    number: str
    company: str
    from_on: date
    to_on: date
    made_by: str
    leads: tuple[DigestLead, ...]
    id: int = 0

    @property
    def fresh(self) -> int:
        """How many of them are told for the first time."""
        return sum(lead.fresh for lead in self.leads)

    def by_province(self) -> Iterator[tuple[str, list[DigestLead]]]:
        """The notices in their groups, in the order of `leads`."""
        for province, group in groupby(self.leads, key=lambda lead: lead.province):
            yield province, list(group)


@requires(Permission.BID_SEE)
def period(session: Session, actor: Actor, today: date) -> tuple[date, date]:  # noqa: ARG001 - the permission needs it
    """What the next digest covers: from the day after the last one (or seven days) to today."""
    last = session.scalar(select(func.max(BidDigest.to_on)))
    return (last + timedelta(days=1) if last and last < today else today - timedelta(days=6)), today


@requires(Permission.BID_SEE)
def look(
    session: Session, actor: Actor, *, from_on: date, to_on: date, department_id: int | None = None
) -> Digest:
    """The digest of a period as it would go out, of all departments or one: by province and department, deadlines first.

    Dropped notices stay out; those still open whose deadline is to come are told again, and so are those entered late
    that no digest has told of. Raises Refused "bid_digest.days" (to_on).
    """
    if to_on < from_on:
        raise Refused("bid_digest.days", field="to_on")
    company = session.scalar(select(Company.name)) or ""
    return Digest(
        "", company, from_on, to_on, actor.name, tuple(_leads(session, from_on, to_on, department_id))
    )


def _leads(session: Session, from_on: date, to_on: date, department_id: int | None) -> Iterator[DigestLead]:
    found = BidLead.found_on.between(from_on, to_on)
    before = BidLead.found_on <= to_on
    open_still = before & (BidLead.deadline_on >= to_on)
    late = (
        before
        & BidLead.digest_id.is_(None)
        & (BidLead.found_on >= from_on - _LATE)
        & BidLead.deadline_on.is_(None)
    )
    query = (
        select(BidLead, Department.name)
        .outerjoin(Department, Department.id == BidLead.department_id)
        .where(found | open_still | late, BidLead.state != LeadState.DROPPED)
    )
    if department_id is not None:
        query = query.where(BidLead.department_id == department_id)
    rows = session.execute(query).all()
    for item, department in sorted(rows, key=lambda row: _order(row[0], row[1] or "")):
        yield DigestLead(
            item.id, item.province, item.title, item.owner, department or "", item.budget, item.published_on,
            item.register_until, item.deadline_on, item.link, item.state, item.digest_id is None,
        )  # fmt: skip


def _order(item: BidLead, department: str) -> tuple[int, str, str, date, int]:
    """The province as official lists order them, the department (none comes last), the day something must be done until."""
    place = PROVINCES.index(item.province) if item.province in PROVINCES else len(PROVINCES)
    return place, item.province, department or "\uffff", item.deadline_on or date.max, item.id


@requires(Permission.BID_EDIT)
def keep(session: Session, actor: Actor, digest: Digest, *, command_id: str) -> Digest | None:
    """Note that a digest went out as looked at: what it told is new no longer. Returns it with its number, None when repeated.

    Raises Refused "bid_digest.empty", "bid_digest.told" when another digest told of some of what is new meanwhile.
    """
    if not once(session, command_id):
        return None
    if not digest.leads:
        raise Refused("bid_digest.empty")
    untold = _untold(session, [lead.id for lead in digest.leads if lead.fresh])
    number = numbering.next_number(session, f"{SERIES}-{digest.to_on.year}", width=3)
    item = BidDigest(
        number=number, from_on=digest.from_on, to_on=digest.to_on, leads=len(digest.leads), fresh=digest.fresh,
        made_by_name=actor.name,
    )  # fmt: skip
    records.keep(session, actor, item, number)
    for lead in untold:
        lead.digest_id = item.id
    return replace(digest, id=item.id, number=number)


def _untold(session: Session, lead_ids: Sequence[int]) -> Sequence[BidLead]:
    """Those leads, none of them told of since they were looked at; who keeps at the same time waits here."""
    wanted = select(BidLead).where(BidLead.id.in_(lead_ids), BidLead.digest_id.is_(None))
    found = session.scalars(wanted.order_by(BidLead.id).with_for_update()).all()
    if len(found) < len(lead_ids):
        raise Refused("bid_digest.told")
    return found


def as_text(digest: Digest) -> str:
    """The digest as plain text, to paste into a chat or mail; Chinese in any language."""
    head = f"【招标信息周报】{digest.from_on:%Y年%m月%d日}—{digest.to_on:%m月%d日}　共{len(digest.leads)}条，新增{digest.fresh}条"
    lines = [head]
    for province, leads in digest.by_province():
        lines += ["", f"■ {province}（{len(leads)}条）"]
        for department, mine in by_department(leads):
            lines += [f"◇ {department}"] if department else []
            lines += [line for number, lead in enumerate(mine, start=1) for line in _told_as(number, lead)]
    return "\n".join(lines)


def by_department(leads: Sequence[DigestLead]) -> Iterator[tuple[str, list[DigestLead]]]:
    """The notices of a province in their departments; "" is none."""
    for department, group in groupby(leads, key=lambda lead: lead.department):
        yield department, list(group)


def _told_as(number: int, lead: DigestLead) -> list[str]:
    budget = f"预算{budget_words(lead.budget)}" if lead.budget is not None else ""
    days = [
        f"{word}{day:%m月%d日}"
        for word, day in (("报名截止", lead.register_until), ("投标截止", lead.deadline_on))
        if day
    ]
    facts = "；".join(part for part in (lead.owner, budget, *days) if part)
    new = "【新】" if lead.fresh else ""
    return [f"{number}. {new}{lead.title}", *([f"   {facts}"] if facts else []), *([f"   {lead.link}"] if lead.link else [])]  # fmt: skip


def budget_words(amount: Decimal) -> str:
    """An amount as a digest tells it: 186万元, 9800.00元."""
    return (
        f"{(amount / 10_000).quantize(Decimal('0.01')).normalize():f}万元"
        if amount >= 10_000
        else f"{amount}元"
    )
