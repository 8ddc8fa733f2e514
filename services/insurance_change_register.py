"""The register of insurance changes 增减员登记, and everything its reader needs to see of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, select, type_coerce

from models.approval import DecidedKind
from models.base import Choice
from models.insurance import ChangeKind, InsuranceChange
from models.insurance_terms import Fund
from models.people import Employee
from models.personnel_paper import OfficePaperState
from services import approval_steps, audit, insured_person, office_papers, records
from services.audit import HistoryRow
from services.database import Session
from services.insured_person import PersonHistory
from services.months import month_of
from services.permissions import Actor, Permission, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Operator, Register


class ChangeStanding(StrEnum):
    """Where a change stands, in one word: 草稿, 审批中, 已退回, 已撤回, 待申报, 已申报, 已确认, 被退件, 已作废."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    TO_LODGE = "to_lodge"
    LODGED = "lodged"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    VOIDED = "voided"


TO_DO = (ChangeStanding.DRAFT, ChangeStanding.RETURNED, ChangeStanding.WITHDRAWN)
_STANDING = type_coerce(func.coalesce(InsuranceChange.stage, InsuranceChange.state), Choice(ChangeStanding))


def _standing(*wanted: ChangeStanding) -> tuple[Filter, ...]:
    return (Filter("standing", Operator.IN, wanted),)


def _voided_out(_context: ChipContext) -> ColumnElement[bool]:
    return InsuranceChange.state != OfficePaperState.VOIDED


def _of_month(context: ChipContext) -> ColumnElement[bool]:
    month = InsuranceChange.month == month_of(context.today)
    return and_(month, InsuranceChange.state != OfficePaperState.VOIDED)


REGISTER = Register(
    name=InsuranceChange.__tablename__,
    record=InsuranceChange,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, InsuranceChange.number, 116),
        Column("employee_name", "Employee", ColumnKind.TEXT, InsuranceChange.employee_name, 62),
        Column("kind", "Change", ColumnKind.CHOICE, InsuranceChange.kind, 100, choices=ChangeKind),
        Column("fund", "Fund", ColumnKind.CHOICE, InsuranceChange.fund, 104, choices=Fund),
        Column("month", "From month", ColumnKind.DAY, InsuranceChange.month, 80, spare=2),
        Column("base", "Base", ColumnKind.MONEY, InsuranceChange.base, 92, spare=1),
        Column("deadline", "Lodge by", ColumnKind.DAY, InsuranceChange.deadline, 66),
        Column("standing", "State", ColumnKind.CHOICE, _STANDING, 96, choices=ChangeStanding, stretch=True),
        Column("department_name", "Department", ColumnKind.TEXT, InsuranceChange.department_name, 110, shown=False),
        Column("city", "City", ColumnKind.TEXT, InsuranceChange.city, 80, shown=False),
        Column("amount", "Amount", ColumnKind.MONEY, InsuranceChange.amount, 100, shown=False),
        Column("lodged_on", "Declared on", ColumnKind.DAY, InsuranceChange.lodged_on, 84, shown=False),
        Column("receipt_number", "Receipt", ColumnKind.TEXT, InsuranceChange.receipt_number, 120, shown=False),
        Column("confirmed_on", "Confirmed on", ColumnKind.DAY, InsuranceChange.confirmed_on, 84, shown=False),
        Column("holder_name", "With", ColumnKind.TEXT, InsuranceChange.holder_name, 90, shown=False),
        Column("made_by_name", "Made by", ColumnKind.TEXT, InsuranceChange.made_by_name, 84, shown=False),
        Column("note", "Note", ColumnKind.TEXT, InsuranceChange.note, 160, shown=False),
    ),
    see=Permission.INSURANCE_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("all", "All", clause=_voided_out),
        Chip("to_do", "To do", lambda _: _standing(*TO_DO)),
        Chip("waiting", "Waiting", lambda _: _standing(ChangeStanding.SUBMITTED)),
        Chip("to_lodge", "To lodge", lambda _: _standing(ChangeStanding.TO_LODGE), sort="deadline"),
        Chip("lodged", "With the fund", lambda _: _standing(ChangeStanding.LODGED)),
        Chip("this_month", "This month", clause=_of_month),
    ),
    default_chip="all",
)  # fmt: skip


class ChangeAction(StrEnum):
    """What the actor may do with a change as it stands."""

    EDIT = "edit"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    LODGE = "lodge"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    VOID = "void"
    AGAIN = "again"


_EDITS = {
    **dict.fromkeys(TO_DO, frozenset({ChangeAction.EDIT, ChangeAction.SUBMIT, ChangeAction.VOID})),
    ChangeStanding.SUBMITTED: frozenset({ChangeAction.WITHDRAW}),
    ChangeStanding.TO_LODGE: frozenset({ChangeAction.LODGE, ChangeAction.VOID}),
    ChangeStanding.LODGED: frozenset({ChangeAction.CONFIRM, ChangeAction.REFUSE}),
    ChangeStanding.REFUSED: frozenset({ChangeAction.AGAIN}),
    ChangeStanding.VOIDED: frozenset({ChangeAction.AGAIN}),
}


@dataclass(frozen=True, slots=True)
class ChangeDetail:
    """One change, whole, and the insurance of the person it is about. Money in yuan."""

    id: int
    version: int
    number: str
    fund: Fund
    kind: ChangeKind
    standing: ChangeStanding
    employee_id: int
    employee_name: str
    department_name: str
    city: str
    month: date
    to_month: date | None
    old_base: Decimal | None
    base: Decimal | None
    amount: Decimal | None
    reason: str
    other_place: str
    deadline: date
    lodged_on: date | None
    receipt_number: str
    confirmed_on: date | None
    made_by_name: str
    holder_name: str
    state_note: str
    note: str
    hired_on: date | None
    left_on: date | None
    person: PersonHistory
    steps: tuple[approval_steps.StepRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[ChangeAction]


def standing_of(item: InsuranceChange) -> ChangeStanding:
    """State and stage in one word."""
    return ChangeStanding((item.stage or item.state).value)


@requires(Permission.INSURANCE_SEE)
def detail(session: Session, actor: Actor, change_id: int, today: date) -> ChangeDetail:
    """The change, its approval, its history and the person's insurance. Refused "record.gone"."""
    item = records.load(session, InsuranceChange, change_id)
    hired, left = session.execute(
        select(Employee.hired_on, Employee.left_on).where(Employee.id == item.employee_id)
    ).one()
    kind = InsuranceChange.__tablename__
    paper = office_papers.paper_of(session, DecidedKind.INSURANCE_CHANGE, item)
    return ChangeDetail(
        **{name: getattr(item, name) for name in _SAME},
        standing=standing_of(item),
        hired_on=hired,
        left_on=left,
        person=insured_person.history(session, actor, item.employee_id, today),
        steps=tuple(approval_steps.steps(session, paper)),
        history=tuple(audit.history(session, actor, kind, item.id)),
        actions=_actions(session, actor, item),
    )


def _actions(session: Session, actor: Actor, item: InsuranceChange) -> frozenset[ChangeAction]:
    standing = standing_of(item)
    may: set[ChangeAction] = set()
    if actor.can(Permission.INSURANCE_EDIT):
        may |= _EDITS.get(standing, frozenset())
    if standing is ChangeStanding.SUBMITTED and actor.can(Permission.CLAIM_DECIDE):
        paper = office_papers.paper_of(session, DecidedKind.INSURANCE_CHANGE, item)
        if approval_steps.asked(session, actor, paper):
            may |= {ChangeAction.APPROVE, ChangeAction.RETURN}
    return frozenset(may)


_COMPUTED = {"standing", "hired_on", "left_on", "person", "steps", "history", "actions"}
_SAME = tuple(name for name in ChangeDetail.__slots__ if name not in _COMPUTED)
