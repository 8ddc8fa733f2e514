"""The weekly digest 招标周报: notices by province and department, what is new since the last one, as it goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from models.bid_lead import BidDigest, BidLead, LeadState
from models.people import Company, Department
from services import numbering, records
from services.bid_leads import PROVINCES
from services.database import once
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.registers import Chip, Column, ColumnKind, Join, Register

SERIES = "ZB"
_LATE = timedelta(days=30)  # entered with an earlier day

REGISTER = Register(
    name="bid_digest",
    record=BidDigest,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, BidDigest.number, width=120),
        Column("from_on", "First day", ColumnKind.DAY, BidDigest.from_on, width=98),
        Column("to_on", "Last day", ColumnKind.DAY, BidDigest.to_on, width=98),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=110),
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
    joins=(Join(Department, Department.id == BidDigest.department_id),),
)


@dataclass(frozen=True, slots=True)
class DigestLead:
    """A notice as the digest tells it; `fresh`: none told its department of it before. `budget` in yuan."""

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
    """A digest of the notices found from a day to a day; `number` is "" until it was kept.

    `department_id`: the one it goes to, None for all; `department` is its name.
    """

    number: str
    company: str
    from_on: date
    to_on: date
    made_by: str
    leads: tuple[DigestLead, ...]
    id: int = 0
    department_id: int | None = None
    department: str = ""

    @property
    def fresh(self) -> int:
        """How many of them are told for the first time."""
        return sum(lead.fresh for lead in self.leads)

    def by_province(self) -> Iterator[tuple[str, list[DigestLead]]]:
        """The notices in their groups, in the order of `leads`."""
        for province, group in groupby(self.leads, key=lambda lead: lead.province):
            yield province, list(group)


@requires(Permission.BID_SEE)
def period(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    today: date,
    department_id: int | None = None,
) -> tuple[date, date]:
    """What the next digest covers: from the day after the last one that went to that department (or seven days) to today.

    One that went to all went to it too; one that went to another department did not.
    """
    to_all = BidDigest.department_id.is_(None)
    mine = to_all if department_id is None else or_(to_all, BidDigest.department_id == department_id)
    last = session.scalar(select(func.max(BidDigest.to_on)).where(mine))
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
    leads = tuple(_leads(session, from_on, to_on, department_id))
    department = session.get(Department, department_id) if department_id is not None else None
    name = department.name if department is not None else ""
    return Digest(
        "", company, from_on, to_on, actor.name, leads, department_id=department_id, department=name
    )


def _fresh() -> ColumnElement[bool]:
    """No digest told the notice's department of it: none at all, or only one of a department it was with before."""
    elsewhere = and_(
        BidDigest.department_id.is_not(None),
        BidDigest.department_id != func.coalesce(BidLead.department_id, 0),
    )
    return or_(BidLead.digest_id.is_(None), elsewhere)


def _leads(session: Session, from_on: date, to_on: date, department_id: int | None) -> Iterator[DigestLead]:
    found = BidLead.found_on.between(from_on, to_on)
    before = BidLead.found_on <= to_on
    open_still = before & (BidLead.deadline_on >= to_on)
    late = before & _fresh() & (BidLead.found_on >= from_on - _LATE) & BidLead.deadline_on.is_(None)
    query = (
        select(BidLead, Department.name, _fresh())
        .outerjoin(BidDigest, BidDigest.id == BidLead.digest_id)
        .outerjoin(Department, Department.id == BidLead.department_id)
        .where(found | open_still | late, BidLead.state != LeadState.DROPPED)
    )
    if department_id is not None:
        query = query.where(BidLead.department_id == department_id)
    rows = session.execute(query).all()
    for item, department, fresh in sorted(rows, key=lambda row: _order(row[0], row[1] or "")):
        yield DigestLead(
            item.id, item.province, item.title, item.owner, department or "", item.budget, item.published_on,
            item.register_until, item.deadline_on, item.link, item.state, bool(fresh),
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
        made_by_name=actor.name, department_id=digest.department_id,
    )  # fmt: skip
    records.keep(session, actor, item, number)
    for lead in untold:
        lead.digest_id = item.id
    return replace(digest, id=item.id, number=number)


def _untold(session: Session, lead_ids: Sequence[int]) -> Sequence[BidLead]:
    """Those leads, none of them told of since they were looked at; who keeps at the same time waits here."""
    wanted = select(BidLead).where(BidLead.id.in_(lead_ids)).order_by(BidLead.id).with_for_update()
    found = session.scalars(wanted.execution_options(populate_existing=True)).all()
    still = select(func.count()).select_from(BidLead).outerjoin(BidDigest, BidDigest.id == BidLead.digest_id)
    if session.scalar(still.where(BidLead.id.in_(lead_ids), _fresh())) != len(lead_ids):
        raise Refused("bid_digest.told")
    return found


def as_text(digest: Digest) -> str:
    """The digest as plain text, to paste into a chat or mail; Chinese in any language."""
    to = f"（{digest.department}）" if digest.department else ""
    head = f"【招标信息周报{to}】{digest.from_on:%Y年%m月%d日}—{digest.to_on:%m月%d日}　共{len(digest.leads)}条，新增{digest.fresh}条"
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
