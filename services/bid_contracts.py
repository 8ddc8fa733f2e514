"""The contract a won bid becomes 合同: drafted with its price and days, signed, under the number that is on the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.bid import Bid
from models.bid_terms import BidResult, BidStage
from models.project import Project, ProjectState
from services import bid_dates, bid_deposit_claims, bid_rules, bid_stages, bids, numbering, records
from services.bid_drafts import refuse_amount
from services.bid_due import held_to
from services.bids import load_whole
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy

SERIES = "HT"
_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class ContractDraft:
    """A contract as typed: without a `number` it gets the next one; `price` in yuan, to be signed by `sign_by`, its term."""

    number: str = ""
    price: Decimal | None = None
    sign_by: date | None = None
    started_on: date | None = None
    ended_on: date | None = None


@requires(Permission.BID_EDIT)
def contract_draft(session: Session, actor: Actor, bid_id: int) -> ContractDraft:  # noqa: ARG001 - the permission needs it
    """What the form begins with: the winning price, thirty days from the notice, begun on its day. Refused "record.gone"."""
    return _usual(load_whole(session, bid_id))


def _usual(item: Bid) -> ContractDraft:
    days = {one.stage: one.on_day for one in item.stages}
    notice = days.get(BidStage.NOTICE)
    due = bid_rules.contract_due(notice, held_to(item.law)) if notice else None
    price = item.won_price if item.won_price is not None else item.price
    return ContractDraft(
        item.contract_number, price, days.get(BidStage.CONTRACT) or due, notice or item.result_on
    )


@requires(Permission.BID_EDIT)
def draft_contract(
    session: Session,
    actor: Actor,
    bid_id: int,
    version: int,
    *,
    command_id: str,
    today: date,
    terms: ContractDraft | None = None,
) -> int:
    """Make the project a won bid becomes, with the price and the days of `terms` (else the usual ones); returns its id.

    Raises Refused "record.gone", "record.stale", "bid.not_won" (number), "record.taken" (number), "record.required" and
    wrong amounts (price), "bid.result_too_early" (sign_by) before the notice, "bid.days_turned" (ended_on).
    """
    item = load_whole(session, bid_id)
    if not once(session, command_id):
        return item.project_id or 0
    if item.version != version:
        raise Refused("record.stale")
    if item.result != BidResult.WON:
        raise Refused("bid.not_won", number=item.number)
    if item.project_id is not None:
        return item.project_id
    wanted = terms or _usual(item)
    _refuse(item, wanted)
    with session.no_autoflush:
        item.project_id = _project(session, actor, item, wanted, today)
        if wanted.sign_by is not None:
            bid_dates.put(item, BidStage.CONTRACT, wanted.sign_by, keep=signed(item))
        item.won_price = wanted.price
        bids.find_by(session, item)
        bid_stages.written(session, actor, "contract", item, project=item.contract_number)
    return item.project_id


@open_to_all(_WHY)
def _project(session: Session, actor: Actor, item: Bid, wanted: ContractDraft, today: date) -> int:
    """The project of the bid, under the number typed or the next one."""
    item.contract_number = tidy(wanted.number, "number") or _free_number(session, today)
    records.refuse_taken(session, Project.number, item.contract_number, None)
    project = Project(
        number=item.contract_number,
        name=item.name,
        customer=item.tenderer,
        department_id=item.department_id,
        manager_id=item.owner_id,
        state=ProjectState.OPEN,
        started_on=wanted.started_on,
        ended_on=wanted.ended_on,
    )
    return _keep(session, actor, project)


def _refuse(item: Bid, wanted: ContractDraft) -> None:
    if wanted.price is None:
        raise Refused("record.required", field="price")
    refuse_amount(wanted.price, "price")
    _refuse_early(item, wanted.sign_by, "sign_by")
    if wanted.started_on and wanted.ended_on and wanted.ended_on < wanted.started_on:
        raise Refused("bid.days_turned", field="ended_on")


def _refuse_early(item: Bid, day: date | None, field: str) -> None:
    """A contract follows the notice, and without one the opening."""
    days = {one.stage: one.on_day for one in item.stages}
    first = days.get(BidStage.NOTICE) or days.get(BidStage.OPENING) or days.get(BidStage.SUBMISSION)
    if first and day and day < first:
        raise Refused("bid.result_too_early", field=field, day=first)


@requires(Permission.BID_EDIT)
def sign_contract(
    session: Session, actor: Actor, bid_id: int, version: int, *, day: date, number: str, command_id: str
) -> None:
    """The contract is signed: by whomever; the deposit's days at home count from here.

    A number typed is the contract's from now on, and that of the project drafted for it; without one it keeps its own.
    Raises Refused "record.gone", "record.stale", "bid.day_ahead" (day), "bid.undecided" (number) before the result is known,
    "bid.result_too_early" (day) before the notice or the opening, "record.taken" (number).
    """
    item = load_whole(session, bid_id)
    if not once(session, command_id):
        return
    if item.version != version:
        raise Refused("record.stale")
    bid_dates.refuse_ahead(day, "day")
    if item.result == BidResult.PENDING:
        raise Refused("bid.undecided", number=item.number)
    _refuse_early(item, day, "day")
    before = bid_deposit_claims.due_back(item)
    with session.no_autoflush:
        _renumber(session, actor, item, tidy(number, "number"))
        bid_dates.put(item, BidStage.CONTRACT, day, done=True)
        bid_stages.written(session, actor, "sign", item)
        bid_deposit_claims.expect_back(session, actor, item, before)
    session.flush()


@open_to_all(_WHY)
def _renumber(session: Session, actor: Actor, item: Bid, number: str) -> None:
    """The contract has the number it was signed under, wherever it is told."""
    if not number or number == item.contract_number:
        return
    item.contract_number = number
    project = session.get(Project, item.project_id) if item.project_id is not None else None
    if project is not None and project.number != number:
        records.refuse_taken(session, Project.number, number, project.id)
        project.number = number
        _keep(session, actor, project)
    bids.find_by(session, item)


@open_to_all(_WHY)
def _keep(session: Session, actor: Actor, project: Project) -> int:
    return records.keep(session, actor, project, project.number, project.name, project.customer)


def signed(item: Bid) -> bool:
    """Whether its contract is signed."""
    return any(one.stage == BidStage.CONTRACT and one.done_on for one in item.stages)


def _free_number(session: Session, today: date) -> str:
    """The next number of a contract nobody has taken by hand."""
    while True:
        number = numbering.next_number(session, f"{SERIES}-{today.year}", width=3)
        try:
            records.refuse_taken(session, Project.number, number, None)
        except Refused:
            continue
        return number
