"""Labour contracts 劳动合同: new, renewed, changed, ended, each a link in a person's chain; agreements beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, aliased

from models.labour_contract import ContractAct, ContractKind, LabourContract
from models.people import Department, Employee
from services import attachments, labour_contract_rules, labour_law, numbering, records
from services.errors import Refused
from services.labour_contract_rules import BESIDE, ContractDraft, Link
from services.months import whole_months
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

_WHY = "a step of services that have checked"
_DAY = timedelta(days=1)
ENDS_WITHIN, PROBATION_WITHIN = timedelta(days=60), timedelta(days=30)  # the office's own
_Later = aliased(LabourContract, name="later_contract")
_Next = aliased(LabourContract, name="next_contract")


def standing(today: date) -> ColumnElement[bool]:
    """The last links of chains that were not ended, of people who are still here."""
    followed = select(_Later.id).where(_Later.previous_id == LabourContract.id).exists()
    gone = select(Employee.id).where(Employee.left_on < today)
    ended = LabourContract.ended_on < today
    return and_(
        ~followed, LabourContract.employee_id.not_in(gone), or_(LabourContract.ended_on.is_(None), ~ended)
    )


def unsigned(today: date) -> ColumnElement[bool]:
    """Begun more than a month ago and not in writing yet (劳动合同法 art 10)."""
    late = LabourContract.from_on < first_in_time(today)
    beside = LabourContract.kind.in_(BESIDE)
    return and_(standing(today), LabourContract.signed_on.is_(None), late, ~beside)


def ending(today: date) -> ColumnElement[bool]:
    """Ends within sixty days."""
    soon = LabourContract.to_on.between(today, today + ENDS_WITHIN)
    return and_(standing(today), LabourContract.ended_on.is_(None), soon)


def expired(today: date) -> ColumnElement[bool]:
    """Over, and nobody wrote what follows though the person works on (劳动合同法 arts 10, 82: double pay may be owed)."""
    over = and_(LabourContract.to_on < today, LabourContract.kind.not_in(BESIDE))
    return and_(standing(today), LabourContract.ended_on.is_(None), over)


def on_probation(today: date) -> ColumnElement[bool]:
    """Probation ends within thirty days."""
    soon = LabourContract.probation_until.between(today, today + PROBATION_WITHIN)
    return and_(standing(today), soon)


def first_in_time(today: date) -> date:
    """The earliest first day whose month for writing is not over on `today`."""
    day = labour_law.add_months(today, -1) - 3 * _DAY
    while labour_law.contract_due(day) < today:
        day += _DAY
    return day


def _open(context: ChipContext) -> ColumnElement[bool]:
    holds = or_(LabourContract.to_on.is_(None), LabourContract.to_on >= context.today)
    return or_(and_(standing(context.today), holds), expired(context.today))


REGISTER = Register(
    name="labour_contract",
    record=LabourContract,
    columns=(
        Column("number", "Contract no.", ColumnKind.TEXT, LabourContract.number, width=106),
        Column("employee", "Full name", ColumnKind.TEXT, Employee.name, width=66),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=96, shown=False),
        Column("kind", "Kind", ColumnKind.CHOICE, LabourContract.kind, width=92, choices=ContractKind, stretch=True),
        Column("act", "Signed as", ColumnKind.CHOICE, LabourContract.act, width=60, choices=ContractAct),
        Column("from_on", "From", ColumnKind.DAY, LabourContract.from_on, width=98),
        Column("to_on", "To", ColumnKind.DAY, LabourContract.to_on, width=98),
        Column("signed_on", "Signed on", ColumnKind.DAY, LabourContract.signed_on, width=98),
        Column("probation_until", "Probation until", ColumnKind.DAY, LabourContract.probation_until, width=98, spare=1),
        Column("notice_on", "Notice on", ColumnKind.DAY, LabourContract.notice_on, width=92, shown=False),
        Column("ended_on", "Ended on", ColumnKind.DAY, LabourContract.ended_on, width=98, shown=False),
        Column("end_reason", "Reason of the end", ColumnKind.TEXT, LabourContract.end_reason, width=140, shown=False),
        Column("note", "Note", ColumnKind.TEXT, LabourContract.note, width=140, shown=False),
        Column("follower", "Followed by", ColumnKind.TEXT, _Next.number, width=118, shown=False),
    ),
    see=Permission.PERSONNEL_SEE,
    sort="from_on",
    descending=True,
    chips=(
        Chip("open", "In force", clause=_open),
        Chip("expired", "Expired", clause=lambda context: expired(context.today), sort="to_on"),
        Chip("unsigned", "Unsigned after a month", clause=lambda context: unsigned(context.today), sort="from_on"),
        Chip("ending", "Ends within 60 days", clause=lambda context: ending(context.today), sort="to_on"),
        Chip("probation", "Probation ends soon", clause=lambda context: on_probation(context.today), sort="probation_until"),
        Chip("all", "All"),
    ),
    default_chip="open",
    joins=(
        Join(Employee, Employee.id == LabourContract.employee_id),
        Join(Department, Department.id == Employee.department_id),
        Join(_Next, _Next.previous_id == LabourContract.id),
    ),
)  # fmt: skip
_TYPED = ("kind", "act", "previous_id", "signed_on", "from_on", "to_on", "probation_until", "employee_id")


@requires(Permission.PERSONNEL_SEE)
def get(session: Session, actor: Actor, contract_id: int) -> ContractDraft:  # noqa: ARG001 - the permission needs it
    """The contract of that id; Refused "record.gone"."""
    item = records.load(session, LabourContract, contract_id)
    own = {name: getattr(item, name) for name in (*_TYPED, "id", "version", "number", "note")}
    chain = links(session, item.employee_id)
    before = next((link.item for link in chain if link.item.id == item.previous_id), None)
    terms = labour_contract_rules.fixed_terms(before, chain) if before else 0
    return ContractDraft(**own, fixed_before=terms)


@requires(Permission.PERSONNEL_EDIT)
def save(session: Session, actor: Actor, draft: ContractDraft) -> int:
    """Store a contract; without a number it gets the next one. Returns its id.

    Raises what `labour_contract_rules.refuse` and `refuse_in_chain` refuse, "record.taken" (number),
    "record.gone" (employee_id), "record.stale".
    """
    new = draft.id is None
    item = (
        LabourContract()
        if draft.id is None
        else records.expect(session, LabourContract, draft.id, draft.version)
    )
    labour_contract_rules.refuse(draft)
    records.refuse_unknown(session, Employee, draft.employee_id, "employee_id")
    draft = draft if draft.act is not ContractAct.NEW else replace(draft, previous_id=None)
    assert draft.employee_id is not None, "refused before"
    assert draft.from_on is not None, "refused before"
    labour_contract_rules.refuse_in_chain(draft, links(session, draft.employee_id))
    number = tidy(draft.number, "number")
    if not number and new:
        number = numbering.next_number(session, f"LD-{draft.from_on.year}")
    records.refuse_taken(session, LabourContract.number, number, draft.id)
    for name in _TYPED:
        setattr(item, name, getattr(draft, name))
    item.number, item.note = number or item.number, tidy(draft.note, "note")
    return keep(session, actor, item)


@open_to_all(_WHY)
def keep(session: Session, actor: Actor, item: LabourContract) -> int:
    """Store it, findable by its number and the person."""
    employee = records.load(session, Employee, item.employee_id)
    return records.keep(session, actor, item, item.number, employee.number, employee.name, item.note)


@requires(Permission.PERSONNEL_EDIT)
def remove(session: Session, actor: Actor, contract_id: int, version: int) -> bool:
    """Delete a contract that nothing follows, with its scans. Raises Refused "record.in_use", "record.gone", "record.stale"."""
    item = records.expect(session, LabourContract, contract_id, version)
    gone = records.drop(session, actor, item)
    attachments.remove_all(session, actor, LabourContract.__tablename__, contract_id)
    return gone


@open_to_all(_WHY)
def links(session: Session, employee_id: int) -> tuple[Link, ...]:
    """Every contract of a person in order, each with the day on which the next link begins."""
    query = select(LabourContract).where(LabourContract.employee_id == employee_id)
    items = session.scalars(query.order_by(LabourContract.from_on, LabourContract.id)).all()
    next_on = {item.previous_id: item.from_on for item in items if item.previous_id}
    return tuple(Link(item, next_on.get(item.id)) for item in items)


@requires(Permission.PERSONNEL_EDIT)
def renewal(session: Session, actor: Actor, contract_id: int) -> ContractDraft:  # noqa: ARG001 - the permission needs it
    """What follows a contract on its last day: open-ended after two fixed terms or ten years, else the same term.

    劳动合同法 art 14. Raises Refused "contract.not_renewable", "contract.followed" (number), "record.gone".
    """
    item, chain = _last_link(session, contract_id)
    if item.to_on is None or item.ended_on is not None:
        raise Refused("contract.not_renewable")
    first = item.to_on + _DAY
    began = min(link.item.from_on for link in chain)
    terms = labour_contract_rules.fixed_terms(item, chain)
    endless = item.kind is ContractKind.FIXED_TERM and labour_law.must_be_open_ended(
        terms, whole_months(began, item.to_on) // 12, on=first
    )
    months = max(whole_months(item.from_on, item.to_on), 1)
    return ContractDraft(
        employee_id=item.employee_id,
        kind=ContractKind.OPEN_ENDED if endless else item.kind,
        act=ContractAct.RENEWED,
        previous_id=item.id,
        from_on=first,
        to_on=None if endless else labour_law.contract_end(first, months),
        fixed_before=terms,
    )


@requires(Permission.PERSONNEL_EDIT)
def change(session: Session, actor: Actor, contract_id: int, *, today: date) -> ContractDraft:  # noqa: ARG001 - the permission needs it
    """A change of a contract from `today` on: the same terms, to be typed over.

    Raises Refused "contract.ended", "contract.followed" (number), "record.gone".
    """
    item, chain = _last_link(session, contract_id)
    if item.ended_on is not None:
        raise Refused("contract.ended", number=item.number)
    terms = labour_contract_rules.fixed_terms(item, chain)
    return ContractDraft(
        employee_id=item.employee_id,
        kind=item.kind,
        act=ContractAct.CHANGED,
        previous_id=item.id,
        signed_on=today,
        from_on=max(today, item.from_on + _DAY),
        to_on=item.to_on,
        probation_until=item.probation_until,
        fixed_before=max(terms - 1, 0),
    )


def _last_link(session: Session, contract_id: int) -> tuple[LabourContract, tuple[Link, ...]]:
    item = records.load(session, LabourContract, contract_id)
    chain = links(session, item.employee_id)
    follower = next((link.item for link in chain if link.item.previous_id == item.id), None)
    if follower is not None:
        raise Refused("contract.followed", number=follower.number)
    return item, chain
