"""Everything about one personnel paper: what changes, remarks, where it stands, the leaver's list, what may be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from models.approval import DecidedKind
from models.people import Company, Employee
from models.personnel_paper import OfficePaperState, PersonnelKind, PersonnelPaper
from services import approval_steps, audit, leaving, office_papers, records
from services.approval_steps import DecisionRow, StepRow
from services.audit import HistoryRow
from services.database import Session
from services.leaving import LeavingRow
from services.office_details import Change
from services.permissions import Actor, Permission, requires
from services.personnel_checks import Remark, remarks
from services.personnel_drafts import PersonnelDraft, draft_of, pay_lines
from services.personnel_papers import EDITABLE
from services.personnel_standing import PayLine

KIND = DecidedKind.PERSONNEL_PAPER


class PersonnelAction(StrEnum):
    """What the actor may do with a paper as it stands."""

    EDIT = "edit_paper"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    VOID = "void"
    DELETE = "delete"
    TICK = "tick"
    PRINT = "print_paper"


@dataclass(frozen=True, slots=True)
class PersonnelDetail:
    """One paper, whole; `pay` is None for whoever may not see pay."""

    id: int
    version: int
    number: str
    kind: PersonnelKind
    state: OfficePaperState
    employee_id: int | None
    employee_name: str
    employee_number: str
    department_name: str
    effective_on: date
    applied_on: date | None
    reason: str
    made_by_name: str
    holder_name: str
    state_note: str
    draft: PersonnelDraft
    changes: tuple[Change, ...]
    pay: tuple[PayLine, ...] | None
    remarks: tuple[Remark, ...]
    steps: tuple[StepRow, ...]
    decisions: tuple[DecisionRow, ...]
    leaving: tuple[LeavingRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[PersonnelAction]
    company: str


_SAME = (
    "id", "version", "number", "kind", "state", "employee_id", "employee_name", "department_name", "effective_on",
    "applied_on", "reason", "made_by_name", "holder_name", "state_note",
)  # fmt: skip


@requires(Permission.PERSONNEL_SEE)
def detail(session: Session, actor: Actor, paper_id: int, *, today: date) -> PersonnelDetail:
    """The paper with everything around it. Raises Refused "record.gone"."""
    paper = records.load(session, PersonnelPaper, paper_id)
    sees_pay = actor.can(Permission.PAYROLL_SEE)
    draft = draft_of(paper, with_pay=sees_pay)
    seen = office_papers.paper_of(session, KIND, paper)
    employee = session.get(Employee, paper.employee_id) if paper.employee_id else None
    return PersonnelDetail(
        **{name: getattr(paper, name) for name in _SAME},
        employee_number=employee.number if employee else "",
        draft=draft,
        changes=tuple(changes(paper)),
        pay=draft.pay,
        remarks=tuple(remarks(session, paper)),
        steps=tuple(approval_steps.steps(session, seen)),
        decisions=tuple(approval_steps.decisions(session, seen)),
        leaving=tuple(leaving.checklist(session, actor, paper_id, today=today)),
        history=tuple(_history(session, actor, paper_id)) if sees_pay else (),
        actions=_actions(session, actor, paper),
        company=session.scalar(select(Company.name).order_by(Company.id)) or "",
    )


def _history(session: Session, actor: Actor, paper_id: int) -> list[HistoryRow]:
    """The acts, with what the body says as fields of their own, and only those that changed."""
    found = audit.history(session, actor, "personnel_paper", paper_id)
    return [replace(row, changes=_unfolded(row.changes)) for row in found]


def _unfolded(changed: dict[str, Any]) -> dict[str, Any]:
    body = changed.get("body")
    if body is None:
        return changed
    rest = {name: value for name, value in changed.items() if name != "body"}
    if isinstance(body, dict):
        return rest | {name: value for name, value in _flat(body).items() if value not in (None, "")}
    before, after = (_flat(one or {}) for one in body)
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return rest | {name: [before.get(name), after.get(name)] for name in names}


def _flat(body: dict[str, Any]) -> dict[str, Any]:
    """A body with a field for every component of the pay; ids and what was before say nothing more."""
    hidden = {"pay", "before", "department_id", "handover_id", "candidate_id"}
    found = {name: value for name, value in body.items() if name not in hidden}
    return found | {line.name: None if line.amount is None else str(line.amount) for line in pay_lines(body)}


def changes(paper: PersonnelPaper) -> list[Change]:
    """What the paper changes, without pay."""
    draft, body = draft_of(paper, with_pay=False), paper.body
    match paper.kind:
        case PersonnelKind.JOIN:
            found = [
                Change("identity_number", None, draft.identity_number),
                Change("department_id", None, paper.department_name),
                Change("post", None, draft.post),
                Change("grade", None, draft.grade),
                Change("employment_kind", None, draft.employment_kind),
                Change("hired_on", None, paper.effective_on),
                Change("contract_until", None, draft.contract_until),
                Change("probation_until", None, draft.probation_until),
                Change("phone", None, draft.phone),
                Change("bank_name", None, draft.bank_name),
                Change("bank_number", None, draft.bank_number),
            ]
        case PersonnelKind.TRANSFER:
            was = body["before"]
            found = [
                Change("department_id", was["department"], body["department"]),
                Change("post", was["post"], body["post"]),
                Change("grade", was["grade"], body["grade"]),
            ]
        case PersonnelKind.LEAVE:
            found = [
                Change("last_day", None, paper.effective_on),
                Change("ending", None, draft.ending),
                Change("notice_on", None, draft.notice_on),
                Change("handover_id", None, body.get("handover", "")),
            ]
        case PersonnelKind.CONFIRM:
            found = [Change("confirmed_on", None, paper.effective_on)]
        case _:
            found = [Change("effective_on", None, paper.effective_on)]
    return [one for one in found if one.after not in (None, "")]


def _actions(session: Session, actor: Actor, paper: PersonnelPaper) -> frozenset[PersonnelAction]:
    may = {PersonnelAction.PRINT}
    if actor.can(Permission.PERSONNEL_EDIT):
        may |= _editors(actor, paper)
    seen = office_papers.paper_of(session, KIND, paper)
    decides = paper.state == OfficePaperState.SUBMITTED and actor.can(Permission.CLAIM_DECIDE)
    if decides and approval_steps.asked(session, actor, seen):
        may |= {PersonnelAction.APPROVE, PersonnelAction.RETURN}
    waits = paper.state == OfficePaperState.APPROVED and paper.applied_on is None
    if waits and actor.can(Permission.CLAIM_VOID):
        may.add(PersonnelAction.VOID)
    return frozenset(may)


def _editors(actor: Actor, paper: PersonnelPaper) -> set[PersonnelAction]:
    may: set[PersonnelAction] = set()
    changes_pay = paper.kind == PersonnelKind.PAY_CHANGE
    if paper.state in EDITABLE and (not changes_pay or actor.can(Permission.PAYROLL_EDIT)):
        may |= {PersonnelAction.EDIT, PersonnelAction.SUBMIT}
    if paper.state == OfficePaperState.DRAFT:
        may.add(PersonnelAction.DELETE)
    if paper.state == OfficePaperState.SUBMITTED:
        may.add(PersonnelAction.WITHDRAW)
    if paper.kind == PersonnelKind.LEAVE and paper.state != OfficePaperState.VOIDED:
        may.add(PersonnelAction.TICK)
    return may


def pay_totals(lines: Sequence[PayLine]) -> tuple[Decimal | None, Decimal]:
    """What the lines add up to, before (None when there was nothing) and after, in yuan a month."""
    before = [line.before for line in lines if line.before is not None]
    after = sum((line.amount for line in lines if line.amount is not None), Decimal(0))
    return (sum(before, Decimal(0)) if before else None), after
