"""Changes to lodge with the funds 增减员、基数变更、补缴: written, for both funds at once, sent into approval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import selectinload

from models.approval import DecidedKind, Decision
from models.insurance import ChangeKind, ChangeStage, InsuranceChange
from models.insurance_terms import Fund
from models.people import Employee
from models.personnel_paper import OfficePaperState
from services import (
    audit,
    insurance_back_payments,
    insurance_change_effects,
    insurance_deadlines,
    insured_arrears,
    labour_law,
    numbering,
    office_papers,
    records,
)
from services.database import Session, once
from services.errors import Refused
from services.insurance_change_rules import (
    ChangeReason,
    Wanted,
    base_on,
    enrolment_on,
    judge,
)
from services.months import month_of, month_text
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import required, tidy

SERIES = "CB"
MONTHS_AHEAD = 3  # the office's own: a join later than that is a slip of the year
LOW_BASE = Decimal(400)  # a tenth of a floor of social insurance; a slip of the decimal point
EDITABLE = frozenset({OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """A change as typed; `fund` None means one for each fund. Months by any of their days, base in yuan."""

    id: int | None = None
    version: int | None = None
    employee_id: int | None = None
    kind: ChangeKind = ChangeKind.JOIN
    fund: Fund | None = None
    city: str = ""
    month: date | None = None
    to_month: date | None = None
    base: Decimal | None = None
    reason: ChangeReason | None = None
    other_place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SavedChange:
    """A change after an act."""

    id: int
    version: int
    number: str


@requires(Permission.INSURANCE_SEE)
def get(session: Session, actor: Actor, change_id: int) -> ChangeDraft:  # noqa: ARG001 - the permission needs it
    """The change of that id; Refused "record.gone"."""
    item = records.load(session, InsuranceChange, change_id)
    return _draft_of(item)


@requires(Permission.INSURANCE_EDIT)
def create(
    session: Session, actor: Actor, draft: ChangeDraft, *, command_id: str, today: date
) -> tuple[SavedChange, ...]:
    """Write a change as CB-YYYY-NNNN, one for each fund when the draft names none; returns them.

    A fund it contradicts refuses all. A repeated command gives nothing. Raises Refused "record.required"
    (employee_id, month, city, base, to_month, reason), "record.gone", "insurance_change.too_far" (month), and what `insurance_change_rules.judge` raises.
    """
    if not once(session, command_id):
        return ()
    funds = tuple(Fund) if draft.fund is None else (draft.fund,)
    return tuple(_write(session, actor, draft, fund, InsuranceChange(), today) for fund in funds)


@requires(Permission.INSURANCE_EDIT)
def save(session: Session, actor: Actor, draft: ChangeDraft, *, today: date) -> SavedChange:
    """Store a change that nobody decides on now.

    Raises Refused "record.gone", "record.stale", "office_paper.wrong_state" (state) and what `create` raises.
    """
    assert draft.id is not None, "a new change is created"
    item = records.expect(session, InsuranceChange, draft.id, draft.version)
    _expect_state(item, EDITABLE)
    return _write(session, actor, draft, item.fund, item, today)


@requires(Permission.INSURANCE_EDIT)
def submit(session: Session, actor: Actor, change_ids: Sequence[int], *, command_id: str) -> int:
    """Send changes into approval; returns how many. Raises Refused "insurance_change.none" and what `office_papers.submit` raises."""
    if not change_ids:
        raise Refused("insurance_change.none")
    for change_id in change_ids:
        item = records.load(session, InsuranceChange, change_id)
        office_papers.submit(
            session, actor, DecidedKind.INSURANCE_CHANGE, item.id, item.version, f"{command_id}:{item.id}"
        )
    return len(change_ids)


@requires(Permission.INSURANCE_SEE)
def agree(
    session: Session, actor: Actor, change_id: int, version: int, *, command_id: str, today: date
) -> int:
    """Approve a change at its level; returns its version. Raises what `office_papers.decide` and `judge` raise."""
    kind, decision = DecidedKind.INSURANCE_CHANGE, Decision.APPROVE
    return office_papers.decide(
        session, actor, kind, change_id, version, decision, reason="", command_id=command_id, today=today
    )


@requires(Permission.INSURANCE_SEE)
def send_back(
    session: Session, actor: Actor, change_id: int, version: int, *, reason: str, command_id: str, today: date
) -> int:
    """Return a change to its writer; returns its version. Raises what `office_papers.decide` raises."""
    kind, decision = DecidedKind.INSURANCE_CHANGE, Decision.RETURN
    return office_papers.decide(
        session, actor, kind, change_id, version, decision, reason=reason, command_id=command_id, today=today
    )


@open_to_all("the hook of office_papers, which has checked that the actor decides")
def approved(session: Session, actor: Actor, item: InsuranceChange, today: date) -> None:  # noqa: ARG001 - every kind's hook
    """The company agreed: the change counts from its month on, and waits to be lodged. Raises what `judge` raises."""
    wanted = _wanted(session, _draft_of(item), item.fund)
    policy = judge(session, wanted)
    item.deadline = _deadline(wanted, policy.cut_off_day)
    if item.kind is ChangeKind.BACK_PAYMENT:
        item.amount = insurance_back_payments.amount(session, item)
    item.stage = ChangeStage.TO_LODGE
    insurance_change_effects.apply(session, actor, item)
    insured_arrears.settle_change(session, actor, item)


@requires(Permission.INSURANCE_EDIT)
def void(
    session: Session, actor: Actor, change_id: int, version: int, *, reason: str, command_id: str
) -> SavedChange:
    """Give a change up that was not lodged yet; an approved one stops counting.

    Raises Refused "record.required" (reason), "record.stale", "office_paper.wrong_state" (state),
    "insurance_change.lodged" (number), "insurance_change.built_upon" (number).
    """
    item = records.load(session, InsuranceChange, change_id)
    if not once(session, command_id):
        return saved(item)
    records.expect(session, InsuranceChange, change_id, version)
    _expect_state(item, EDITABLE | {OfficePaperState.APPROVED})
    why = required(reason, "reason")
    counted = item.state is OfficePaperState.APPROVED
    if counted:
        if item.stage is not ChangeStage.TO_LODGE:
            raise Refused("insurance_change.lodged", number=item.number)
        insurance_change_effects.take_back(session, actor, item)
    item.state, item.stage, item.state_note = OfficePaperState.VOIDED, None, why
    if counted:
        insured_arrears.settle_change(session, actor, item, "作废")
    return written(session, actor, "void", item, reason=why)


@open_to_all("a step of services that have checked")
def written(
    session: Session, actor: Actor, action: str, item: InsuranceChange, **notes: object
) -> SavedChange:
    """Store an act on a change with its audit entry."""
    audit.record(session, actor, action, item, **notes)
    session.flush()
    return saved(item)


def saved(item: InsuranceChange) -> SavedChange:
    """The change as it stands now."""
    return SavedChange(item.id, item.version, item.number)


def _write(
    session: Session, actor: Actor, draft: ChangeDraft, fund: Fund, item: InsuranceChange, today: date
) -> SavedChange:
    wanted = _wanted(session, draft, fund)
    wanted = _with_base(session, wanted)
    _refuse_too_far(wanted, today)
    policy = judge(session, wanted)
    _fill(session, item, wanted, draft)
    item.deadline = _deadline(wanted, policy.cut_off_day)
    if item.kind is ChangeKind.BACK_PAYMENT:
        item.amount = insurance_back_payments.amount(session, item)
    if item.id is None:
        item.number = numbering.next_number(session, f"{SERIES}-{today.year}")
        item.state, item.made_by_id, item.made_by_name = OfficePaperState.DRAFT, actor.user_id, actor.name
    records.keep(session, actor, item, item.number, item.employee_name, item.department_name, item.city)
    return saved(item)


def _fill(session: Session, item: InsuranceChange, wanted: Wanted, draft: ChangeDraft) -> None:
    person = wanted.employee
    item.fund, item.kind, item.city = wanted.fund, wanted.kind, wanted.city
    item.employee_id, item.employee_name = person.id, person.name
    item.department_id, item.department_name = person.department_id, person.department.name
    item.month, item.to_month, item.base, item.reason = (
        wanted.month,
        wanted.to_month,
        wanted.base,
        wanted.reason,
    )
    item.old_base = base_on(session, person.id, wanted.fund, wanted.month)
    item.other_place, item.note = tidy(draft.other_place, "other_place"), tidy(draft.note, "note")
    if wanted.kind is ChangeKind.TRANSFER:
        before = enrolment_on(session, person.id, wanted.fund, wanted.month)
        item.other_place = before.city if before else item.other_place


def _wanted(session: Session, draft: ChangeDraft, fund: Fund) -> Wanted:
    if draft.employee_id is None:
        raise Refused("record.required", field="employee_id")
    person = session.get(Employee, draft.employee_id, options=[selectinload(Employee.department)])
    if person is None:
        raise Refused("record.gone", field="employee_id")
    if draft.month is None:
        raise Refused("record.required", field="month")
    to_month = month_of(draft.to_month) if draft.to_month and draft.kind is ChangeKind.BACK_PAYMENT else None
    return Wanted(
        draft.id, person, fund, draft.kind, required(draft.city, "city"), month_of(draft.month), to_month,
        None if draft.kind is ChangeKind.STOP else draft.base, str(draft.reason or ""),
    )  # fmt: skip


def _with_base(session: Session, wanted: Wanted) -> Wanted:
    """To resume or to move keeps the base there was, unless one is typed."""
    if wanted.base is None and wanted.kind in {ChangeKind.RESUME, ChangeKind.TRANSFER}:
        return replace(wanted, base=base_on(session, wanted.employee.id, wanted.fund, wanted.month))
    return wanted


def _refuse_too_far(wanted: Wanted, today: date) -> None:
    latest = month_of(labour_law.add_months(month_of(today), MONTHS_AHEAD))
    if wanted.kind in {ChangeKind.JOIN, ChangeKind.RESUME} and wanted.month > latest:
        raise Refused("insurance_change.too_far", field="month", month=month_text(latest))


def doubts(draft: ChangeDraft) -> dict[str, str]:
    """What may be right and is rarely meant: `base` → "base_low" below a tenth of the lowest floors there are."""
    low = draft.base is not None and Decimal(0) < draft.base < LOW_BASE
    return {"base": "base_low"} if low else {}


def _deadline(wanted: Wanted, cut_off_day: int | None) -> date:
    since = {
        ChangeKind.JOIN: wanted.employee.hired_on,
        ChangeKind.RESUME: wanted.month,
        ChangeKind.STOP: wanted.employee.left_on,
        ChangeKind.TRANSFER: wanted.employee.left_on,
    }.get(wanted.kind)
    return insurance_deadlines.deadline(wanted.kind, wanted.month, since, cut_off_day)


def _draft_of(item: InsuranceChange) -> ChangeDraft:
    return ChangeDraft(
        item.id, item.version, item.employee_id, item.kind, item.fund, item.city, item.month, item.to_month,
        item.base, ChangeReason(item.reason) if item.reason else None, item.other_place, item.note,
    )  # fmt: skip


def _expect_state(item: InsuranceChange, states: frozenset[OfficePaperState]) -> None:
    if item.state not in states:
        raise Refused("office_paper.wrong_state", state=item.state)
