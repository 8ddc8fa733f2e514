"""The register of bids 投标: its columns and chips, and what needs doing now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from models.bid import Bid, BidDate
from models.bid_deposit import BidDeposit
from models.bid_terms import BidKind, BidLaw, BidMethod, BidResult, BidRole, BidStage, DepositState
from models.people import Department, Employee
from models.project import Project
from services.calendars import business_day
from services.database import Session, now
from services.permissions import Actor, Permission, requires
from services.provinces import spelt
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

WEEK, NEAR = 7, 3  # days: what the headline names, what the number beside the page's name counts
ALIVE = (BidResult.PENDING, BidResult.WON)
AFTER_WINNING = (BidStage.NOTICE, BidStage.CONTRACT, BidStage.DEPOSIT_BACK)
_Owner = aliased(Employee, name="owner")
OPENING = aliased(BidDate, name="opening")
SUBMISSION = aliased(BidDate, name="submission")
_Next = aliased(BidDate, name="next_date")
_one = aliased(BidDate, name="one_date")


def due(dates: type[BidDate], bid: type[Bid] = Bid) -> ColumnElement[bool]:
    """Whether a date still asks for something: not done, and ahead of us, or a deposit that is to come back."""
    return and_(dates.done_on.is_(None), or_(ahead(dates, bid), dates.stage == BidStage.DEPOSIT_BACK))


def ahead(dates: type[BidDate], bid: type[Bid] = Bid) -> ColumnElement[bool]:
    """Whether a stage is for us to do: of a running bid all after the announcement, of a won one what follows."""
    return or_(
        and_(bid.result == BidResult.PENDING, dates.stage != BidStage.ANNOUNCEMENT),
        and_(bid.result == BidResult.WON, dates.stage.in_(AFTER_WINNING)),
    )


_next_id = (
    select(_one.id)
    .where(_one.bid_id == Bid.id, due(_one))
    .order_by(_one.on_day, _one.id)
    .limit(1)
    .correlate(Bid)
    .scalar_subquery()
)


def _soon(context: ChipContext) -> ColumnElement[bool]:
    last = context.today + timedelta(days=WEEK)
    return exists().where(_one.bid_id == Bid.id, due(_one), _one.on_day.between(context.today, last))


def _late(context: ChipContext) -> ColumnElement[bool]:
    return exists().where(_one.bid_id == Bid.id, due(_one), _one.on_day < context.today)


def _in(*results: BidResult) -> Callable[[ChipContext], ColumnElement[bool]]:
    return lambda _context: Bid.result.in_(results)


REGISTER = Register(
    name="bid",
    record=Bid,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, Bid.number, width=118),
        Column("name", "Project", ColumnKind.TEXT, Bid.name, width=196, stretch=True),
        Column("tenderer", "Tendering party", ColumnKind.TEXT, Bid.tenderer, width=150, spare=2),
        Column("province", "Province", ColumnKind.TEXT, spelt(Bid.province), width=52),
        Column("method", "Method", ColumnKind.CHOICE, Bid.method, width=88, choices=BidMethod, spare=2),
        Column("role", "Our part", ColumnKind.CHOICE, Bid.role, width=84, choices=BidRole, shown=False),
        Column("owner", "Responsible", ColumnKind.TEXT, _Owner.name, width=84, spare=1),
        Column("next_on", "Next date", ColumnKind.DAY, _Next.on_day, width=146),
        Column("next_stage", "Next stage", ColumnKind.CHOICE, _Next.stage, width=78, choices=BidStage),
        Column("opening_on", "Opening", ColumnKind.DAY, OPENING.on_day, width=66, spare=3),
        Column("price", "Our price", ColumnKind.MONEY, Bid.price, width=112, spare=1),
        Column("result", "Result", ColumnKind.CHOICE, Bid.result, width=76, choices=BidResult),
        Column("kind", "Kind", ColumnKind.CHOICE, Bid.kind, width=84, choices=BidKind, shown=False),
        Column("law", "Law", ColumnKind.CHOICE, Bid.law, width=96, choices=BidLaw, shown=False),
        Column("tender_number", "Tender number", ColumnKind.TEXT, Bid.tender_number, width=140, shown=False),
        Column("agency", "Agency", ColumnKind.TEXT, Bid.agency, width=150, shown=False),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=96, shown=False),
        Column("budget", "Budget", ColumnKind.MONEY, Bid.budget, width=120, shown=False),
        Column("submission_on", "Submission", ColumnKind.DAY, SUBMISSION.on_day, width=92, shown=False),
        Column("result_on", "Result on", ColumnKind.DAY, Bid.result_on, width=92, shown=False),
        Column("rank", "Rank", ColumnKind.NUMBER, Bid.rank, width=60, shown=False),
        Column("won_price", "Winning price", ColumnKind.MONEY, Bid.won_price, width=112, shown=False),
        Column("contract_number", "Contract", ColumnKind.TEXT, func.coalesce(Project.number, Bid.contract_number), width=120, shown=False),
    ),
    see=Permission.BID_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("soon", "Next 7 days", clause=_soon, sort="next_on"),
        Chip("late", "Date passed", clause=_late, sort="next_on"),
        Chip("running", "Running", clause=_in(BidResult.PENDING), sort="next_on"),
        Chip("won", "Won", clause=_in(BidResult.WON)),
        Chip("lost", "Lost", clause=_in(BidResult.LOST, BidResult.REJECTED)),
        Chip("void", "Failed or given up", clause=_in(BidResult.FAILED, BidResult.GIVEN_UP)),
        Chip("all", "All"),
    ),
    default_chip="running",
    total="price",
    joins=(
        Join(Department, Department.id == Bid.department_id),
        Join(_Owner, _Owner.id == Bid.owner_id),
        Join(OPENING, and_(OPENING.bid_id == Bid.id, OPENING.stage == BidStage.OPENING)),
        Join(SUBMISSION, and_(SUBMISSION.bid_id == Bid.id, SUBMISSION.stage == BidStage.SUBMISSION)),
        Join(_Next, _Next.id == _next_id),
        Join(Project, Project.id == Bid.project_id),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BidHeadline:
    """What needs doing now.

    Submissions of the coming seven days, the deposit to be paid next (yuan, by when), bids with dates that passed
    undone, deposits overdue.
    """

    submissions: int
    deposit: Decimal
    deposit_on: date | None
    late: int
    overdue: int


@requires(Permission.BID_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> BidHeadline:  # noqa: ARG001 - the permission needs it
    """The figures of the line below the title."""
    last = today + timedelta(days=WEEK)
    waiting = (BidDate.bid_id == Bid.id, due(BidDate))
    submissions = select(func.count()).select_from(BidDate).join(Bid, Bid.id == BidDate.bid_id)
    soon = submissions.where(
        due(BidDate), BidDate.stage == BidStage.SUBMISSION, BidDate.on_day.between(today, last)
    )
    late = (
        select(func.count(func.distinct(Bid.id))).join(BidDate, and_(*waiting)).where(BidDate.on_day < today)
    )
    day, amount = _next_deposit(session, last)
    return BidHeadline(
        session.scalar(soon) or 0, amount, day, session.scalar(late) or 0, _overdue(session, today)
    )


@requires(Permission.BID_SEE)
def waiting_count(session: Session, actor: Actor) -> int:
    """How many bids have a date that passed undone or comes within three days; nobody is told who may not act."""
    if not actor.can(Permission.BID_EDIT):
        return 0
    last = business_day(now()) + timedelta(days=NEAR)
    near = select(func.count(func.distinct(BidDate.bid_id))).join(Bid, Bid.id == BidDate.bid_id)
    return session.scalar(near.where(due(BidDate), BidDate.on_day <= last)) or 0


def _next_deposit(session: Session, last: date) -> tuple[date | None, Decimal]:
    owed = (BidDeposit.state.in_([DepositState.OWED, DepositState.REQUESTED]), BidDeposit.due_on <= last)
    alive = select(BidDeposit).join(Bid, Bid.id == BidDeposit.bid_id).where(Bid.result.in_(ALIVE), *owed)
    found = session.scalars(alive.order_by(BidDeposit.due_on)).all()
    if not found:
        return None, Decimal(0)
    day = found[0].due_on
    return day, sum((one.amount for one in found if one.due_on == day), Decimal(0))


def _overdue(session: Session, today: date) -> int:
    out = BidDeposit.state.in_([DepositState.PAID, DepositState.PARTLY_RETURNED])
    late = select(func.count()).select_from(BidDeposit).where(out, BidDeposit.due_back_on < today)
    return session.scalar(late) or 0
