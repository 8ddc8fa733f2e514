"""Bids 投标: entered, changed, taken out again; the number TB-2026-0001 comes with the first saving."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.attributes import flag_modified

from models.attachment import Attachment
from models.bid import Bid, BidCompetitor, BidDate, BidItem, BidLot
from models.bid_deposit import BidDeposit
from models.bid_lead import BidLead
from models.certificate import CertificateLoan
from models.people import Department, Employee
from services import audit, bid_deposit_claims, bid_deposits_plan, bid_leads, numbering, records, search
from services.bid_dates import refuse_days
from services.bid_drafts import (
    ORDER,
    BidDraft,
    CompetitorDraft,
    LotDraft,
    StageDraft,
    clock,
    known_stages,
    ladder,
    refuse_amounts,
)
from services.bid_register import REGISTER, BidHeadline, headline
from services.calendars import business_day
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy
from services.win_rates import WinRate, win_rate

__all__ = [
    "REGISTER",
    "BidDraft",
    "BidHeadline",
    "CompetitorDraft",
    "LotDraft",
    "StageDraft",
    "WinRate",
    "choices",
    "get",
    "headline",
    "load_whole",
    "remove",
    "save",
    "touch",
    "win_rate",
    "write_competitors",
]

SERIES = "TB"
_TEXTS = ("tender_number", "agency", "province", "source", "partners", "contract_number")
_LONG = ("requirements", "review", "note")
_PLAIN = ("law", "method", "kind", "role", "budget", "department_id", "owner_id", "signer_id", "price")


@open_to_all("a step of services that have checked")
def load_whole(session: Session, bid_id: int) -> Bid:
    """The bid with stages, lots and competitors; Refused "record.gone"."""
    parts = [selectinload(part) for part in (Bid.stages, Bid.lots, Bid.competitors, Bid.items)]
    item = session.scalar(select(Bid).where(Bid.id == bid_id).options(*parts))
    if item is None:
        raise Refused("record.gone")
    return item


@open_to_all("a step of services that have checked")
def touch(item: Bid) -> None:
    """Its stages and lists are part of a bid: its version counts for them too."""
    flag_modified(item, "note")


@requires(Permission.BID_SEE)
def get(session: Session, actor: Actor, bid_id: int) -> BidDraft:  # noqa: ARG001 - the permission needs it
    """The bid as a draft, every stage of the ladder in it; Refused "record.gone"."""
    item = load_whole(session, bid_id)
    deposit = bid_deposits_plan.of_bid(session, bid_id)
    same = ("id", "version", "name", "tenderer", "lead_id", *_TEXTS, *_LONG, *_PLAIN)
    draft = BidDraft(
        **{name: getattr(item, name) for name in same},
        copies=item.copies or None,
        document_fee=item.document_fee or None,
        stages=ladder(_stage(one) for one in item.stages),
        lots=tuple(_lot(one) for one in item.lots),
        competitors=tuple(_competitor(one) for one in item.competitors),
    )
    if deposit is None:
        return draft
    return replace(
        draft, deposit_amount=deposit.amount, deposit_form=deposit.form, deposit_payee=deposit.payee
    )


@requires(Permission.BID_EDIT)
def save(session: Session, actor: Actor, draft: BidDraft) -> int:
    """Store a bid with its stages, lots and competitors; a new one gets its number. Returns its id.

    Raises Refused, each at its field: "record.required" (name, tenderer), "record.gone" (department_id, owner_id,
    signer_id, lead_id), "record.stale", what `known_stages` and `refuse_amounts` raise,
    "bid.opening_before_submission" (deadline), "bid.time" (text), "bid.deposit_under_way" (state), "bid_lead.is_bid" (title).
    """
    item = _opened(session, draft)
    name, tenderer = required(draft.name, "name"), required(draft.tenderer, "tenderer")
    _refuse_unknown(session, draft)
    if item.id is None and draft.lead_id is not None:
        bid_leads.become_bid(session, actor, draft.lead_id)
    refuse_amounts(draft)
    stages = known_stages(draft.stages)
    refuse_days(stages)
    with session.no_autoflush:  # the audit needs the old values
        before, back = _told(item), bid_deposit_claims.due_back(item) if item.id else None
        to_pay = bid_deposit_claims.stage_day(item)
        item.name, item.tenderer = name, tenderer
        _write(item, draft)
        _write_parts(item, draft, stages)
        if item.id is None:
            year = (draft.entered_on or business_day()).year
            item.number = numbering.next_number(session, f"{SERIES}-{year}")
        else:
            bid_deposit_claims.expect_back(session, actor, item, back)
            bid_deposit_claims.pay_by(session, actor, item, to_pay)
        _keep(session, actor, item, before)
    bid_deposits_plan.plan(session, actor, item, draft)
    return item.id


def _keep(session: Session, actor: Actor, item: Bid, before: list[str]) -> None:
    found_by = (
        item.name,
        item.tenderer,
        item.agency,
        item.province,
        item.tender_number,
        item.contract_number,
    )
    item.search_text = search.text_for(item.number, *found_by)
    now, new = _told(item), item.id is None
    notes = {} if before == now else {"parts": [before, now]}
    audit.record(session, actor, "create" if new else "edit", item, **notes)
    if not new and notes:
        touch(item)
    session.flush()
    search.index(session, "bid", item.id, item.search_text)


@requires(Permission.BID_EDIT)
def remove(session: Session, actor: Actor, bid_id: int, version: int) -> bool:
    """Delete a bid that nothing rests on: its deposit was not requested, nothing lent for it, no contract drafted.

    Raises Refused "record.gone", "record.stale", "bid.has_deposit" (number), "record.in_use".
    """
    item = records.expect(session, Bid, bid_id, version)
    for deposit in session.scalars(select(BidDeposit).where(BidDeposit.bid_id == bid_id)):
        if not bid_deposits_plan.is_free(deposit):
            raise Refused("bid.has_deposit", number=deposit.number)
        records.drop(session, actor, deposit)
    lent = select(CertificateLoan.id).where(CertificateLoan.bid_id == bid_id).limit(1)
    if item.project_id is not None or session.scalar(lent) is not None:
        raise Refused("record.in_use")
    items = select(BidItem.id).where(BidItem.bid_id == bid_id)
    for kind, ids in (("bid", [bid_id]), ("bid_item", list(session.scalars(items)))):
        files = delete(Attachment).where(Attachment.record_kind == kind, Attachment.record_id.in_(ids))
        session.execute(files)
    whole, lead_id = load_whole(session, bid_id), item.lead_id
    gone = records.drop(session, actor, whole)
    bid_leads.lose_bid(session, actor, lead_id)
    return gone


@requires(Permission.BID_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """Every bid, the newest first."""
    found = session.scalars(select(Bid).order_by(Bid.id.desc()))
    return [Choice(item.id, item.name, item.number, item.search_text) for item in found]


def _opened(session: Session, draft: BidDraft) -> Bid:
    if draft.id is None:
        return Bid(stages=[], lots=[], competitors=[], items=[], lead_id=draft.lead_id)
    records.expect(session, Bid, draft.id, draft.version)
    return load_whole(session, draft.id)


def _refuse_unknown(session: Session, draft: BidDraft) -> None:
    records.refuse_unknown(session, Department, draft.department_id, "department_id")
    records.refuse_unknown(session, Employee, draft.owner_id, "owner_id")
    records.refuse_unknown(session, Employee, draft.signer_id, "signer_id")
    records.refuse_unknown(session, BidLead, draft.lead_id, "lead_id")


def _write(item: Bid, draft: BidDraft) -> None:
    for name in _TEXTS:
        setattr(item, name, tidy(getattr(draft, name), name))
    for name in _LONG:
        setattr(item, name, getattr(draft, name).strip())
    for name in _PLAIN:
        setattr(item, name, getattr(draft, name))
    item.copies = draft.copies or 0
    item.document_fee = draft.document_fee or Decimal(0)


def _write_parts(item: Bid, draft: BidDraft, stages: list[tuple[int, StageDraft]]) -> None:
    known = {one.stage: one for one in item.stages}
    wanted = {one.stage for _place, one in stages}
    for stage, row in known.items():
        if stage not in wanted:
            item.stages.remove(row)
    for place, one in stages:
        row = known.get(one.stage) or BidDate(stage=one.stage)  # type: ignore[arg-type]  # known_stages saw to it
        if one.stage not in known:
            item.stages.append(row)
        assert one.on_day, "known_stages gives those with a day"
        row.from_on, row.on_day, row.done_on = one.from_on, one.on_day, one.done_on
        row.at_time = clock(one.at_time, f"stages.{place}.at_time")
        row.place, row.note = tidy(one.place, f"stages.{place}.place"), tidy(one.note, f"stages.{place}.note")
    _rewrite(item.lots, BidLot, draft.lots, "lots")
    write_competitors(item, draft.competitors)


def write_competitors(item: Bid, drafts: tuple[CompetitorDraft, ...]) -> None:
    """The competitors as typed; Refused "record.required" at `competitors.<n>.name`."""
    _rewrite(item.competitors, BidCompetitor, drafts, "competitors")


def _rewrite(rows: list[Any], kind: type[Any], drafts: tuple[Any, ...], part: str) -> None:
    """The rows of a list as typed; those that stay keep their place."""
    del rows[len(drafts) :]
    for place, draft in enumerate(drafts):
        if place >= len(rows):
            rows.append(kind(position=place + 1))
        for name in draft.__slots__:
            value = getattr(draft, name)
            if name == "name":
                value = required(value, f"{part}.{place}.name")
            setattr(rows[place], name, (value or 0) if name == "rank" else value)


def _told(item: Bid) -> list[str]:
    """Its stages and lists in words, for the history."""
    stages = sorted(item.stages, key=lambda one: ORDER.index(one.stage))
    dates = [f"{one.stage} {one.on_day} {one.at_time} {one.place}".strip() for one in stages]
    return [
        *dates,
        *(f"{lot.name} {lot.price or ''}".strip() for lot in item.lots),
        *(f"{one.name} {one.price or ''}".strip() for one in item.competitors),
    ]


def _stage(row: BidDate) -> StageDraft:
    return StageDraft(**{name: getattr(row, name) for name in StageDraft.__slots__})


def _lot(row: BidLot) -> LotDraft:
    values = {name: getattr(row, name) for name in LotDraft.__slots__}
    return LotDraft(**values | {"rank": row.rank or None})


def _competitor(row: BidCompetitor) -> CompetitorDraft:
    values = {name: getattr(row, name) for name in CompetitorDraft.__slots__}
    return CompetitorDraft(**values | {"rank": row.rank or None})
