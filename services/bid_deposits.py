"""Deposits of bids 投标保证金、履约保证金: their register, what is typed of them, and which are overdue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, func, literal, select, type_coerce

from models.base import Day, Money
from models.bid import Bid
from models.bid_deposit import BidDeposit
from models.bid_terms import DepositForm, DepositKind, DepositState
from models.expense_claim import ExpenseClaim
from services import bid_deposits_plan, records
from services.bid_drafts import refuse_amount
from services.calendars import business_day
from services.database import Session, now
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import required, tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

OUT = (DepositState.PAID, DepositState.PARTLY_RETURNED)
TO_PAY = (DepositState.OWED, DepositState.REQUESTED)
NEVER = date(9999, 12, 31)
LEFT: ColumnElement[Decimal] = type_coerce(
    BidDeposit.amount - BidDeposit.back_amount - BidDeposit.forfeited, Money()
)
AGE_ON: ColumnElement[date] = func.coalesce(BidDeposit.due_back_on, literal(NEVER, Day()))


def _in(*states: DepositState) -> Callable[[ChipContext], ColumnElement[bool]]:
    return lambda _context: BidDeposit.state.in_(states)


def _overdue(context: ChipContext) -> ColumnElement[bool]:
    return BidDeposit.state.in_(OUT) & (BidDeposit.due_back_on < context.today)


REGISTER = Register(
    name="bid_deposit",
    record=BidDeposit,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, BidDeposit.number, width=118),
        Column("bid", "Bid", ColumnKind.TEXT, Bid.name, width=190, stretch=True),
        Column("payee", "Payee", ColumnKind.TEXT, BidDeposit.payee, width=150, spare=1),
        Column("kind", "Kind", ColumnKind.CHOICE, BidDeposit.kind, width=96, choices=DepositKind, spare=2),
        Column("form", "Form", ColumnKind.CHOICE, BidDeposit.form, width=84, choices=DepositForm, shown=False),
        Column("amount", "Amount", ColumnKind.MONEY, BidDeposit.amount, width=96),
        Column("state", "State", ColumnKind.CHOICE, BidDeposit.state, width=78, choices=DepositState),
        Column("due_on", "Pay by", ColumnKind.DAY, BidDeposit.due_on, width=72),
        Column("paid_on", "Paid on", ColumnKind.DAY, BidDeposit.paid_on, width=88, shown=False),
        Column("due_back_on", "Deposit due back", ColumnKind.DAY, BidDeposit.due_back_on, width=82),
        Column("left", "Still out", ColumnKind.MONEY, LEFT, width=96),
        Column("back_on", "Back on", ColumnKind.DAY, BidDeposit.back_on, width=88, shown=False),
        Column("interest", "Interest", ColumnKind.MONEY, BidDeposit.interest, width=88, shown=False),
        Column("forfeited", "Forfeited", ColumnKind.MONEY, BidDeposit.forfeited, width=96, shown=False),
        Column("bid_number", "Bid number", ColumnKind.TEXT, Bid.number, width=112, shown=False),
        Column("claim", "Payment request", ColumnKind.TEXT, ExpenseClaim.number, width=120, shown=False),
    ),
    see=Permission.BID_SEE,
    sort="due_back_on",
    chips=(
        Chip("to_pay", "To pay", clause=_in(*TO_PAY), sort="due_on"),
        Chip("out", "Out", clause=_in(*OUT), sort="due_back_on"),
        Chip("overdue", "Overdue", clause=_overdue, sort="due_back_on"),
        Chip("back", "Back", clause=_in(DepositState.RETURNED), sort="back_on", descending=True),
        Chip("forfeited", "Forfeited", clause=lambda _context: BidDeposit.forfeited > 0),
        Chip("all", "All", sort="number", descending=True),
    ),
    default_chip="out",
    total="left",
    joins=(
        Join(Bid, Bid.id == BidDeposit.bid_id),
        Join(ExpenseClaim, ExpenseClaim.id == BidDeposit.claim_id),
    ),
)  # fmt: skip

# what is out by the day it is due: the list behind a figure of the ageing
LIST: Register = replace(
    REGISTER,
    chips=(),
    default_chip="",
    columns=(
        *REGISTER.columns,
        Column("age_on", "Counts from", ColumnKind.DAY, AGE_ON, width=96, shown=False),
    ),
    scope=lambda _context: BidDeposit.state.in_(OUT),
)


@dataclass(frozen=True, slots=True)
class DepositDraft:
    """A deposit as typed, yuan; what was requested keeps bid, kind, form and amount."""

    id: int | None = None
    version: int | None = None
    bid_id: int | None = None
    kind: DepositKind = DepositKind.BID
    form: DepositForm = DepositForm.TRANSFER
    amount: Decimal | None = None
    payee: str = ""
    due_on: date | None = None
    due_back_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DepositHeadline:
    """How much is out and how much of it is overdue, yuan, and how many; what is to be paid next."""

    out: Decimal
    overdue: Decimal
    overdue_count: int
    to_pay: Decimal


@requires(Permission.BID_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> DepositHeadline:  # noqa: ARG001 - the permission needs it
    """The figures of the line below the title."""
    rows = session.execute(select(BidDeposit.state, BidDeposit.due_back_on, LEFT)).all()
    out = [(due, left) for state, due, left in rows if state in OUT]
    late = [left for due, left in out if due is not None and due < today]
    to_pay = [left for state, _due, left in rows if state in TO_PAY]
    nothing = Decimal(0)
    return DepositHeadline(
        sum((left for _due, left in out), nothing), sum(late, nothing), len(late), sum(to_pay, nothing)
    )


@requires(Permission.BID_SEE)
def overdue_count(session: Session, actor: Actor) -> int:  # noqa: ARG001 - the permission needs it
    """How many deposits should be home by now: the number beside the page's name."""
    late = BidDeposit.state.in_(OUT) & (BidDeposit.due_back_on < business_day(now()))
    return session.scalar(select(func.count()).select_from(BidDeposit).where(late)) or 0


@requires(Permission.BID_SEE)
def get(session: Session, actor: Actor, deposit_id: int) -> DepositDraft:  # noqa: ARG001 - the permission needs it
    """The deposit of that id; Refused "record.gone"."""
    item = records.load(session, BidDeposit, deposit_id)
    return DepositDraft(**{name: getattr(item, name) for name in DepositDraft.__slots__})


@requires(Permission.BID_EDIT)
def save(session: Session, actor: Actor, draft: DepositDraft) -> int:
    """Store a deposit; a new one gets its number. Returns its id.

    Raises Refused "record.required" (bid_id, amount, payee), "record.gone" (bid_id), "record.stale", wrong amounts at
    `amount`, "bid.deposit_under_way" (state) when what was requested is changed.
    """
    item = _opened(session, draft)
    if draft.bid_id is None:
        raise Refused("record.required", field="bid_id")
    if not draft.amount:
        raise Refused("record.required", field="amount")
    refuse_amount(draft.amount, "amount")
    records.refuse_unknown(session, Bid, draft.bid_id, "bid_id")
    _refuse_changed(item, draft)
    with session.no_autoflush:
        for name in ("bid_id", "kind", "form", "amount", "due_on", "due_back_on"):
            setattr(item, name, getattr(draft, name))
        item.payee, item.note = required(draft.payee, "payee"), tidy(draft.note, "note")
        if draft.id is None:
            item.number = bid_deposits_plan.new_number(session, business_day())
        return bid_deposits_plan.keep(session, actor, item, session.get_one(Bid, draft.bid_id))


@requires(Permission.BID_EDIT)
def remove(session: Session, actor: Actor, deposit_id: int, version: int) -> bool:
    """Delete a deposit nothing was done with yet.

    Raises Refused "record.gone", "record.stale", "bid.deposit_under_way" (state).
    """
    item = records.expect(session, BidDeposit, deposit_id, version)
    if not bid_deposits_plan.is_free(item):
        raise Refused("bid.deposit_under_way", state=item.state)
    return records.drop(session, actor, item)


def _opened(session: Session, draft: DepositDraft) -> BidDeposit:
    if draft.id is None:
        return BidDeposit(state=DepositState.OWED)
    return records.expect(session, BidDeposit, draft.id, draft.version)


def _refuse_changed(item: BidDeposit, draft: DepositDraft) -> None:
    if item.id is None or bid_deposits_plan.is_free(item):
        return
    for name in ("bid_id", "kind", "form", "amount"):
        if getattr(item, name) != getattr(draft, name):
            raise Refused("bid.deposit_under_way", field=name, state=item.state)
