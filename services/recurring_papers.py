"""Recurring papers 周期单据: fuel cards, transit cards, rent, with the list of their cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import aliased, selectinload

from models.expense_category import ExpenseCategory
from models.expense_claim import ExpenseClaim, PaperKind
from models.payee import Payee
from models.people import Department, Employee
from models.project import Project
from models.recurring import RecurringLine, RecurringPaper
from services import audit, records, search
from services.claim_values import refuse_amount
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy
from services.recurring_dates import day_in
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register

KINDS = (PaperKind.CLAIM, PaperKind.PAYMENT)
_Last = aliased(ExpenseClaim, name="last_paper")


def _due(context: ChipContext) -> tuple[Filter, ...]:
    return (Filter("active", Operator.IS, value=True), Filter("due_from", Operator.AT_MOST, context.today))


REGISTER = Register(
    name="recurring_paper",
    record=RecurringPaper,
    columns=(
        Column("name", "Name", ColumnKind.TEXT, RecurringPaper.name, width=180, stretch=True),
        Column("next_on", "Next", ColumnKind.DAY, RecurringPaper.next_on, width=100),
        Column("claimant", "Claimant", ColumnKind.TEXT, Employee.name, width=80),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=90),
        Column("kind", "Kind", ColumnKind.CHOICE, RecurringPaper.kind, width=84, choices=PaperKind),
        Column("category", "Category", ColumnKind.TEXT, ExpenseCategory.name, width=90, shown=False),
        Column("payee", "Payee", ColumnKind.TEXT, Payee.name, width=160, shown=False),
        Column("every_months", "Comes", ColumnKind.NUMBER, RecurringPaper.every_months, width=110),
        Column("total", "Amount", ColumnKind.MONEY, RecurringPaper.total, width=104),
        Column("last_number", "Last paper", ColumnKind.TEXT, _Last.number, width=108),
        Column("last_on", "Last for", ColumnKind.DAY, RecurringPaper.last_on, width=92, shown=False),
        Column(
            "lead_days", "Days before", ColumnKind.NUMBER, RecurringPaper.lead_days, width=80, shown=False
        ),
        Column("due_from", "Due from", ColumnKind.DAY, RecurringPaper.due_from, width=92, shown=False),
        Column("active", "Active", ColumnKind.YES_NO, RecurringPaper.active, width=64),
    ),
    see=Permission.RECURRING_SEE,
    sort="next_on",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("due", "Due", _due),
        Chip("all", "All"),
    ),
    default_chip="active",
    total="total",
    joins=(
        Join(Employee, Employee.id == RecurringPaper.claimant_id),
        Join(Department, Department.id == RecurringPaper.department_id),
        Join(ExpenseCategory, ExpenseCategory.id == RecurringPaper.category_id),
        Join(Payee, Payee.id == RecurringPaper.payee_id),
        Join(_Last, _Last.id == RecurringPaper.last_claim_id),
    ),
)


@dataclass(frozen=True, slots=True)
class CardDraft:
    """One card or item as typed: its number, whose it is, yuan."""

    label: str = ""
    employee_id: int | None = None
    amount: Decimal = Decimal(0)
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecurringDraft:
    """A recurring paper as typed; `next_on` counts by its month, its day is `day_of_month`."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    kind: PaperKind | None = PaperKind.CLAIM
    claimant_id: int | None = None
    department_id: int | None = None
    project_id: int | None = None
    category_id: int | None = None
    payee_id: int | None = None
    purpose: str = ""
    every_months: int | None = 2
    day_of_month: int | None = 1
    next_on: date | None = None
    lead_days: int | None = 5
    active: bool = True
    lines: tuple[CardDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class RecurringHeadline:
    """How many papers are due to be made, how many of them late, and their sum in yuan."""

    due: int
    late: int
    total: Decimal
    next_on: date | None


@requires(Permission.RECURRING_SEE)
def get(session: Session, actor: Actor, recurring_id: int) -> RecurringDraft:  # noqa: ARG001 - the permission needs it
    """The recurring paper of that id; Refused "record.gone"."""
    item = load(session, recurring_id)
    same = {name: getattr(item, name) for name in RecurringDraft.__slots__ if name != "lines"}
    cards = tuple(CardDraft(line.label, line.employee_id, line.amount, line.note) for line in item.lines)
    return RecurringDraft(**same, lines=cards)


@open_to_all("a step of services that have checked")
def load(session: Session, recurring_id: int) -> RecurringPaper:
    """The recurring paper with its list. Raises Refused "record.gone"."""
    item = session.scalar(
        select(RecurringPaper)
        .where(RecurringPaper.id == recurring_id)
        .options(selectinload(RecurringPaper.lines))
        .execution_options(populate_existing=True)
    )
    if item is None:
        raise Refused("record.gone")
    return item


@requires(Permission.RECURRING_EDIT)
def save(session: Session, actor: Actor, draft: RecurringDraft) -> int:
    """Store a recurring paper with its list; returns its id.

    Raises Refused "record.required" (field), "record.taken" (name), "record.gone" (field), "recurring.kind",
    "recurring.number" (field, first, last), "recurring.payee_missing", "recurring.no_lines", at "lines.<n>.<column>"
    "record.required" and what amounts refuse, "record.stale".
    """
    item = RecurringPaper(lines=[]) if draft.id is None else load(session, draft.id)
    if item.version != draft.version and draft.id is not None:
        raise Refused("record.stale")
    name, purpose = required(draft.name, "name"), required(draft.purpose, "purpose")
    records.refuse_taken(session, RecurringPaper.name, name, draft.id)
    _refuse(session, draft)
    before = _shown(item)
    with session.no_autoflush:
        for field in (
            "kind",
            "claimant_id",
            "department_id",
            "project_id",
            "category_id",
            "payee_id",
            "active",
        ):
            setattr(item, field, getattr(draft, field))
        item.name, item.purpose = name, purpose
        _write_when(item, draft)
        _write_lines(item, draft.lines)
        return _keep(session, actor, item, before)


def _write_when(item: RecurringPaper, draft: RecurringDraft) -> None:
    assert draft.next_on is not None, "refused before"
    item.every_months, item.day_of_month = draft.every_months or 1, draft.day_of_month or 1
    item.lead_days = draft.lead_days or 0
    set_next(item, day_in(draft.next_on.year, draft.next_on.month, item.day_of_month))


def set_next(item: RecurringPaper, day: date) -> None:
    """Due on `day`, and to be made from `lead_days` before on."""
    item.next_on, item.due_from = day, day - timedelta(days=item.lead_days)


def _write_lines(item: RecurringPaper, cards: Sequence[CardDraft]) -> None:
    del item.lines[len(cards) :]
    for position, card in enumerate(cards):
        if position == len(item.lines):
            item.lines.append(RecurringLine(position=position))
        line = item.lines[position]
        line.label, line.employee_id = tidy(card.label, f"lines.{position}.label"), card.employee_id
        line.amount, line.note = card.amount, tidy(card.note, f"lines.{position}.note")
    item.total = sum((card.amount for card in cards), Decimal(0))


def _keep(session: Session, actor: Actor, item: RecurringPaper, before: list[str]) -> int:
    notes = {} if item.id is None or before == _shown(item) else {"cards": [before, _shown(item)]}
    labels = [line.label for line in item.lines]
    item.search_text = search.text_for(item.name, item.purpose, f"{item.total:.2f}", *labels)
    audit.record(session, actor, "create" if item.id is None else "edit", item, **notes)
    session.flush()
    search.index(session, RecurringPaper.__tablename__, item.id, item.search_text)
    return item.id


def _shown(item: RecurringPaper) -> list[str]:
    return [f"{line.label} {line.amount:.2f} {line.note}".rstrip() for line in item.lines]


@requires(Permission.RECURRING_EDIT)
def remove(session: Session, actor: Actor, recurring_id: int, version: int) -> bool:
    """Delete a recurring paper, or make it inactive when papers were made from it; True when it is gone.

    Raises Refused "record.gone", "record.stale".
    """
    item = load(session, recurring_id)
    if item.version != version:
        raise Refused("record.stale")
    return records.drop(session, actor, item)


@requires(Permission.RECURRING_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> RecurringHeadline:  # noqa: ARG001 - the permission needs it
    """What is due to be made, and when the next one is."""
    counted = select(func.count(RecurringPaper.id), func.sum(RecurringPaper.total)).filter_by(active=True)
    count, total = session.execute(counted.where(RecurringPaper.due_from <= today)).one()
    late, _ = session.execute(counted.where(RecurringPaper.next_on < today)).one()
    following = select(func.min(RecurringPaper.next_on)).filter_by(active=True)
    coming = session.scalar(following.where(RecurringPaper.due_from > today))
    return RecurringHeadline(count, late, total or Decimal(0), coming)


@requires(Permission.RECURRING_SEE)
def due_count(session: Session, actor: Actor, *, today: date) -> int:
    """How many papers are due to be made by somebody like the actor."""
    return headline(session, actor, today=today).due if actor.can(Permission.RECURRING_EDIT) else 0


@requires(Permission.RECURRING_EDIT)
def payees(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active payees by name, the end of the account beside."""
    found = session.scalars(select(Payee).filter_by(active=True).order_by(Payee.name))
    return [Choice(item.id, item.name, item.bank_name, item.search_text) for item in found]


def _refuse(session: Session, draft: RecurringDraft) -> None:
    for field in ("claimant_id", "department_id", "category_id", "next_on", "every_months", "day_of_month"):
        if getattr(draft, field) is None:
            raise Refused("record.required", field=field)
    if draft.kind not in KINDS:
        raise Refused("recurring.kind", field="kind")
    for field, first, last in (("every_months", 1, 24), ("day_of_month", 1, 31), ("lead_days", 0, 60)):
        if not first <= (getattr(draft, field) or 0) <= last:
            raise Refused("recurring.number", field=field, first=first, last=last)
    known = ((Employee, "claimant_id"), (Department, "department_id"), (Project, "project_id"), (ExpenseCategory, "category_id"), (Payee, "payee_id"))  # fmt: skip
    for kind, field in known:
        records.refuse_unknown(session, kind, getattr(draft, field), field)
    if draft.kind == PaperKind.PAYMENT and draft.payee_id is None:
        raise Refused("recurring.payee_missing", field="payee_id")
    _refuse_cards(session, draft.lines)


def _refuse_cards(session: Session, cards: Sequence[CardDraft]) -> None:
    if not cards:
        raise Refused("recurring.no_lines", field="lines")
    for number, card in enumerate(cards):
        required(card.label, f"lines.{number}.label")
        records.refuse_unknown(session, Employee, card.employee_id, f"lines.{number}.employee_id")
        refuse_amount(f"lines.{number}.amount", card.amount)
        if card.amount == 0:
            raise Refused("claim.amount_missing", field=f"lines.{number}.amount")
