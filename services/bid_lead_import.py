"""Tender notices from a list: compared with those known, shown before anything is saved, carried out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select

from models.bid_lead import BidLead
from models.people import Department
from services import bid_leads, records
from services.bid_lead_likeness import KnownTitles, match_key
from services.bid_lead_sheets import LeadRow, LeftOut, read_leads
from services.bid_leads import LeadDraft
from services.database import Session, once
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.people_sheets import Problem
from services.permissions import Actor, Permission, requires
from services.records import LONGEST_TEXT

_TEXTS = ("province", "title", "owner", "tender_number", "source", "link", "note")


class LeadKind(StrEnum):
    """新信息, 疑似重复, 已有, 有问题."""

    NEW = "new"
    ALIKE = "alike"
    KNOWN = "known"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class ComparedLead:
    """A row beside the notices known: what it would do, which title it is like, and why it cannot."""

    lead: LeadRow
    kind: LeadKind
    like: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ComparedLeads:
    """The whole list; `counts` by what the rows would do, `left_out` the rows that are no notices."""

    file: str
    rows: tuple[ComparedLead, ...]
    counts: Mapping[LeadKind, int]
    left_out: tuple[LeftOut, ...] = ()


@requires(Permission.BID_EDIT)
def compare(session: Session, actor: Actor, sheet: ForeignSheet, province: str = "") -> ComparedLeads:  # noqa: ARG001 - the permission needs the actor
    """Compare a list with the notices known; nothing is changed. `province` is for rows that name none.

    The same title of the same tenderer is known already; one that is nearly the same (a second round, a change, another
    lot) is shown as perhaps so.
    Raises Refused "bid_lead.no_titles" (titles), "bid_lead.no_rows".
    """
    departments = set(session.scalars(select(Department.name)))
    known = KnownTitles()
    for row in session.execute(select(BidLead.match_key, BidLead.title).order_by(BidLead.id.desc())):
        known.add(row.match_key, row.title)
    found = []
    leads, left_out = read_leads(sheet)
    for lead in leads:
        one = _compared(lead, known, departments, province.strip())
        found.append(one)
        if one.kind in (LeadKind.NEW, LeadKind.ALIKE):
            known.add(match_key(lead.title, lead.owner), lead.title)
    return ComparedLeads(sheet.file, tuple(found), Counter(row.kind for row in found), left_out)


def _compared(lead: LeadRow, known: KnownTitles, departments: set[str], province: str) -> ComparedLead:
    problems = (*lead.problems, *_problems(lead, departments, province))
    if problems:
        return ComparedLead(lead, LeadKind.PROBLEM, "", problems)
    key = match_key(lead.title, lead.owner)
    same = known.same(key, lead.title)
    if same:
        return ComparedLead(lead, LeadKind.KNOWN, same, ())
    like = known.like(key)
    return ComparedLead(lead, LeadKind.ALIKE if like else LeadKind.NEW, like, ())


def _problems(lead: LeadRow, departments: set[str], province: str) -> Iterator[Problem]:
    """What the list says that cannot be taken over as it is."""
    if not (lead.province or province):
        yield Problem(lead.row, "province", "bid_lead.row_province", "")
    if lead.department and lead.department not in departments:
        yield Problem(lead.row, "department", "bid_lead.row_department", lead.department)
    for name in _TEXTS:
        if len(getattr(lead, name)) > LONGEST_TEXT:
            yield Problem(lead.row, name, "bid_lead.row_long", str(LONGEST_TEXT))
    for name in ("register_until", "deadline_on"):
        day = getattr(lead, name)
        if day and lead.published_on and day < lead.published_on:
            yield Problem(lead.row, name, "bid_lead.row_days", day.isoformat())


@requires(Permission.BID_EDIT)
def apply(
    session: Session,
    actor: Actor,
    sheet: ForeignSheet,
    *,
    command_id: str,
    today: date,
    province: str = "",
    without_problems: bool = False,
    with_alike: bool = True,
) -> int:
    """Enter the new notices, in one transaction; a second click does nothing. Returns how many.

    Raises what `compare` raises, "bid_lead.problems" (count) unless `without_problems` leaves those rows out,
    "bid_lead.nothing_new" when none is new.
    """
    if not once(session, command_id):
        return 0
    found = compare(session, actor, sheet, province)
    wrong = found.counts.get(LeadKind.PROBLEM, 0)
    if wrong and not without_problems:
        raise Refused("bid_lead.problems", count=wrong)
    wanted = {LeadKind.NEW, LeadKind.ALIKE} if with_alike else {LeadKind.NEW}
    entering = [row.lead for row in found.rows if row.kind in wanted]
    if not entering:
        raise Refused("bid_lead.nothing_new")
    departments = {row.name: row.id for row in session.execute(select(Department.name, Department.id))}
    for lead in entering:
        _add(session, actor, lead, departments, province=province, today=today)
    return len(entering)


def _add(
    session: Session,
    actor: Actor,
    lead: LeadRow,
    departments: Mapping[str, int],
    *,
    province: str,
    today: date,
) -> None:
    item = BidLead()
    draft = LeadDraft(
        province=lead.province or province, source=lead.source, title=lead.title, owner=lead.owner,
        tender_number=lead.tender_number, budget=lead.budget, found_on=today, published_on=lead.published_on,
        register_until=lead.register_until, deadline_on=lead.deadline_on,
        link=lead.link,
        department_id=departments.get(lead.department), note=lead.note,
    )  # fmt: skip
    bid_leads.write(item, draft)
    records.keep(session, actor, item, *bid_leads.found_by(item))
