"""A recurring paper's next claim: made once for its period, or the period left out; its list on paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from models.expense_category import ExpenseCategory
from models.expense_claim import ClaimState, ExpenseClaim, InvoicePromise, PaperKind
from models.payee import Payee
from models.people import Company, Department, Employee
from models.project import Project, ProjectState
from models.recurring import RecurringPaper
from services import audit, claim_drafts
from services.claim_records import load as load_claim
from services.claim_records import saved
from services.claim_values import ClaimDraft, LineDraft, Saved
from services.database import Session, once
from services.errors import Refused
from services.money import voucher_capitals
from services.months import next_month
from services.permissions import Actor, Permission, requires
from services.recurring_dates import day_in, following, period_words
from services.recurring_papers import KINDS, CardDraft, RecurringDraft, load, set_next
from services.reports.top_up_list import Card, TopUpList


@requires(Permission.RECURRING_EDIT)
def make(
    session: Session, actor: Actor, recurring_id: int, version: int, command_id: str, *, today: date
) -> Saved:
    """The draft of this period: a line a card. The next period is due from now on, exactly one further.

    Raises Refused "record.gone", "record.stale", "recurring.inactive" (name), "recurring.not_due" (day, first),
    "recurring.already_made" (day, number), "recurring.claimant_left" (name), "recurring.holder_left" (label, name),
    "recurring.project_closed" (name), "recurring.department_inactive" (name), "recurring.category_inactive" (name),
    "recurring.payee_inactive" (name), and what saving a claim refuses.
    """
    item = load(session, recurring_id)
    if not once(session, command_id):
        if item.last_claim_id is None:
            raise Refused("record.gone")
        return saved(load_claim(session, item.last_claim_id))
    _expect(item, version)
    if item.due_from > today:
        raise Refused("recurring.not_due", day=item.next_on.isoformat(), first=item.due_from.isoformat())
    _refuse_made(session, item)
    people = _people(session, item)
    _refuse_ended(session, item, people, today)
    made = claim_drafts.save(session, actor, _draft(session, item, people, today), today=today)
    item.last_claim_id, item.last_on = made.id, item.next_on
    set_next(item, following(item.next_on, item.every_months, item.day_of_month))
    audit.record(session, actor, "make", item, claim=made.number)
    session.flush()
    return made


@requires(Permission.RECURRING_EDIT)
def skip(
    session: Session, actor: Actor, recurring_id: int, version: int, command_id: str, *, reason: str
) -> int:
    """Leave this period out, saying why; returns the id.

    Raises Refused "record.gone", "record.stale", "recurring.inactive" (name), "recurring.skip_reason".
    """
    item = load(session, recurring_id)
    if not once(session, command_id):
        return item.id
    _expect(item, version)
    if not reason.strip():
        raise Refused("recurring.skip_reason", field="reason")
    skipped = item.next_on
    set_next(item, following(skipped, item.every_months, item.day_of_month))
    audit.record(session, actor, "skip", item, skipped_on=skipped, reason=reason.strip())
    session.flush()
    return item.id


@requires(Permission.RECURRING_SEE)
def printed(session: Session, actor: Actor, recurring_id: int) -> TopUpList:
    """充值名单: the list of the paper that comes next. Raises Refused "record.gone"."""
    item = load(session, recurring_id)
    people = _people(session, item)
    departments = {row.id: row.name for row in session.scalars(select(Department))}
    cards = tuple(
        Card(
            line.label,
            people[line.employee_id].name if line.employee_id else "",
            departments.get(people[line.employee_id].department_id, "") if line.employee_id else "",
            line.amount,
            line.note,
        )
        for line in item.lines
    )
    return TopUpList(
        company=session.scalar(select(Company.name).order_by(Company.id)) or "",
        name=item.name,
        title="充值名单" if item.kind == PaperKind.CLAIM else "付款明细",
        period=period_words(item.next_on, item.every_months),
        cards=cards,
        total=item.total,
        capitals=voucher_capitals(item.total),
        made_by=actor.name,
    )


@requires(Permission.RECURRING_EDIT)
def from_claim(session: Session, actor: Actor, claim_id: int, *, today: date) -> RecurringDraft:  # noqa: ARG001 - the permission needs it
    """What a recurring paper made from this one begins with, next in the month after; nothing is stored.

    Raises Refused "record.gone", "recurring.kind".
    """
    claim = load_claim(session, claim_id)
    if claim.kind not in KINDS:
        raise Refused("recurring.kind")
    day = claim.business_date.day
    coming = next_month(today)
    return RecurringDraft(
        name=claim.purpose,
        kind=claim.kind,
        claimant_id=claim.claimant_id,
        department_id=claim.department_id,
        project_id=claim.project_id,
        category_id=claim.lines[0].category_id if claim.lines else None,
        payee_id=claim.payee_id,
        purpose=claim.purpose,
        every_months=1,
        day_of_month=day,
        next_on=day_in(coming.year, coming.month, day),
        lines=tuple(
            CardDraft(line.description or line.category_name, None, line.amount) for line in claim.lines
        ),
    )


def _expect(item: RecurringPaper, version: int) -> None:
    if item.version != version:
        raise Refused("record.stale")
    if not item.active:
        raise Refused("recurring.inactive", name=item.name)


def _refuse_made(session: Session, item: RecurringPaper) -> None:
    """Somebody set the next day back to a period whose paper stands."""
    if item.last_on is None or item.next_on > item.last_on or item.last_claim_id is None:
        return
    last = session.get(ExpenseClaim, item.last_claim_id)
    if last is not None and last.state != ClaimState.VOIDED:
        raise Refused("recurring.already_made", day=item.last_on.isoformat(), number=last.number)


def _people(session: Session, item: RecurringPaper) -> Mapping[int, Employee]:
    wanted = {item.claimant_id, *(line.employee_id for line in item.lines if line.employee_id)}
    return {row.id: row for row in session.scalars(select(Employee).where(Employee.id.in_(wanted)))}


def _refuse_ended(
    session: Session, item: RecurringPaper, people: Mapping[int, Employee], today: date
) -> None:
    """What has ended since the last time; each sentence says where to mend it."""
    claimant = people[item.claimant_id]
    if _left(claimant, today):
        raise Refused("recurring.claimant_left", name=claimant.name)
    for line in item.lines:
        if line.employee_id and _left(people[line.employee_id], today):
            raise Refused("recurring.holder_left", label=line.label, name=people[line.employee_id].name)
    project = session.get(Project, item.project_id) if item.project_id else None
    if project is not None and project.state == ProjectState.CLOSED:
        raise Refused("recurring.project_closed", name=project.name)
    department = session.get_one(Department, item.department_id)
    if not department.active:
        raise Refused("recurring.department_inactive", name=department.name)
    category = session.get_one(ExpenseCategory, item.category_id)
    if not category.active:
        raise Refused("recurring.category_inactive", name=category.name)
    payee = session.get(Payee, item.payee_id) if item.payee_id else None
    if payee is not None and not payee.active:
        raise Refused("recurring.payee_inactive", name=payee.name)


def _left(person: Employee, today: date) -> bool:
    return person.left_on is not None and person.left_on < today


def _draft(session: Session, item: RecurringPaper, people: Mapping[int, Employee], today: date) -> ClaimDraft:
    lines = tuple(
        LineDraft(
            category_id=item.category_id,
            spent_on=today,
            description=_words(
                line.label, people[line.employee_id].name if line.employee_id else "", line.note
            ),
            amount=line.amount,
            project_id=item.project_id,
        )
        for line in item.lines
    )
    payee = session.get(Payee, item.payee_id) if item.payee_id else None
    return ClaimDraft(
        kind=item.kind,
        claimant_id=item.claimant_id,
        department_id=item.department_id,
        project_id=item.project_id,
        business_date=today,
        purpose=f"{item.purpose}（{period_words(item.next_on, item.every_months)}）",
        lines=lines,
        payee_id=item.payee_id,
        payee_name=payee.name if payee else "",
        payee_bank=payee.bank_name if payee else "",
        payee_account=payee.bank_account if payee else "",
        invoice_promise=InvoicePromise.NOW if item.kind == PaperKind.PAYMENT else None,
        recurring_id=item.id,
    )


def _words(*parts: str) -> str:
    return " ".join(part for part in parts if part)
