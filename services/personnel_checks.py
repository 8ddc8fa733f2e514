"""What must be right on a personnel paper, and what is told about it though it may be right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from models.people import Employee
from models.personnel import EmploymentKind, IdentityKind, PersonalFile
from models.personnel_paper import OfficePaperState, PersonnelKind, PersonnelPaper
from services import labour_law, personnel_standing
from services.database import Session
from services.errors import Refused
from services.identity_checks import tidied
from services.identity_numbers import id_card_problem
from services.months import whole_months
from services.permissions import open_to_all
from services.personnel_drafts import PersonnelDraft
from services.personnel_terms import COMPENSATED, NOTICE_DAYS, NOTICE_DAYS_ON_PROBATION, Ending
from services.records import required

_OPEN = (
    OfficePaperState.DRAFT,
    OfficePaperState.SUBMITTED,
    OfficePaperState.RETURNED,
    OfficePaperState.WITHDRAWN,
)
_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know before deciding; `code` has its sentence in the window, `values` fill it."""

    code: str
    values: dict[str, object]


@open_to_all(_WHY)
def refuse_wrong(session: Session, draft: PersonnelDraft) -> None:
    """Refuse what cannot be: codes and fields as `personnel_papers.save` tells them."""
    if draft.effective_on is None:
        raise Refused("record.required", field="effective_on")
    if draft.kind == PersonnelKind.JOIN:
        _refuse_joiner(session, draft)
    else:
        _refuse_employee(session, draft, draft.effective_on)
    _refuse_pay(draft)
    refuse_second(session, draft.kind, draft.employee_id, draft.id)


def _refuse_joiner(session: Session, draft: PersonnelDraft) -> None:
    required(draft.name, "name")
    number = tidied(draft.identity_kind, required(draft.identity_number, "identity_number"))
    if draft.grade not in (1, 2, 3):
        raise Refused("employee.grade", field="grade")
    assert draft.effective_on is not None, "required"
    _refuse_term(draft, draft.effective_on)
    refuse_known_number(session, draft.identity_kind, number, draft.effective_on)
    for other in session.scalars(select(PersonnelPaper).where(_is_open(PersonnelKind.JOIN))):
        if other.id != draft.id and other.body.get("identity_number") == number:
            raise Refused("personnel.second_paper", field="identity_number", number=other.number, name=other.employee_name)  # fmt: skip


def _refuse_term(draft: PersonnelDraft, day: date) -> None:
    """劳动合同法 arts 19, 70: probation by the term of the contract, six months at most; none for part time."""
    until, probation = draft.contract_until, draft.probation_until
    if until is not None and until < day:
        raise Refused("contract.days", field="contract_until")
    if probation is None:
        return
    if probation < day:
        raise Refused("personnel.probation_before_hired", field="probation_until", day=day)
    months = whole_months(day, until) if until else None
    none = draft.employment_kind is EmploymentKind.PART_TIME or months == 0
    latest = None if none else labour_law.probation_end(day, months)
    if latest is None:
        raise Refused("contract.no_probation", field="probation_until")
    if probation > latest:
        most = labour_law.longest_probation(months, on=day)
        raise Refused("contract.probation", field="probation_until", months=most, day=latest)


@open_to_all(_WHY)
def refuse_known_number(session: Session, kind: IdentityKind, number: str, hired_on: date) -> None:
    """Refuse with "personnel.identity_known" (name, employee) when somebody who works here has this number."""
    known = former(session, kind, number)
    if known is not None and (known.left_on is None or known.left_on >= hired_on):
        raise Refused(
            "personnel.identity_known", field="identity_number", name=known.name, employee=known.number
        )


@open_to_all(_WHY)
def former(session: Session, kind: IdentityKind, number: str) -> Employee | None:
    """The employee whose number this is already."""
    return session.scalar(
        select(Employee)
        .join(PersonalFile, PersonalFile.employee_id == Employee.id)
        .where(PersonalFile.identity_kind == kind, PersonalFile.identity_number == tidied(kind, number))
    )


def _refuse_employee(session: Session, draft: PersonnelDraft, day: date) -> None:
    if draft.employee_id is None:
        raise Refused("record.required", field="employee_id")
    employee = session.get(Employee, draft.employee_id)
    if employee is None:
        raise Refused("record.gone", field="employee_id")
    if employee.left_on is not None and employee.left_on < day:
        raise Refused("personnel.has_left", field="employee_id", name=employee.name, day=employee.left_on)
    if employee.hired_on is not None and day < employee.hired_on:
        code = (
            "personnel.left_before_hired" if draft.kind == PersonnelKind.LEAVE else "personnel.before_hired"
        )
        raise Refused(code, field="effective_on", day=employee.hired_on)
    if draft.kind == PersonnelKind.LEAVE:
        _refuse_leaver(draft, day)
    if draft.kind == PersonnelKind.TRANSFER:
        _refuse_transfer(draft, employee)


def _refuse_leaver(draft: PersonnelDraft, day: date) -> None:
    if draft.ending is None:
        raise Refused("record.required", field="ending")
    if draft.notice_on is not None and draft.notice_on > day:
        raise Refused("personnel.notice_after_last_day", field="notice_on", day=day)
    if draft.handover_id is not None and draft.handover_id == draft.employee_id:
        raise Refused("personnel.handover_to_self", field="handover_id")


def _refuse_transfer(draft: PersonnelDraft, employee: Employee) -> None:
    if draft.department_id is None:
        raise Refused("record.required", field="department_id")
    if draft.grade not in (1, 2, 3):
        raise Refused("employee.grade", field="grade")
    same = (employee.department_id, employee.post, employee.grade)
    if same == (draft.department_id, draft.post.strip(), draft.grade):
        raise Refused("personnel.nothing_changes", field="department_id")


def _refuse_pay(draft: PersonnelDraft) -> None:
    if draft.pay is None:
        return
    if draft.kind == PersonnelKind.PAY_CHANGE and not draft.pay:
        raise Refused("personnel.no_pay", field="pay")
    seen: set[int] = set()
    for place, line in enumerate(draft.pay):
        if line.component_id is None:
            raise Refused("record.required", field=f"pay.{place}.component_id")
        if line.amount is None:
            raise Refused("record.required", field=f"pay.{place}.amount")
        if line.amount < 0:
            raise Refused("personnel.pay_negative", field=f"pay.{place}.amount")
        if line.component_id in seen:
            raise Refused("personnel.component_twice", field=f"pay.{place}.component_id")
        seen.add(line.component_id)


@open_to_all(_WHY)
def refuse_second(session: Session, kind: PersonnelKind, employee_id: int | None, own_id: int | None) -> None:
    """Refuse with "personnel.second_paper" (number, name) when another paper of the kind is open for the person."""
    if employee_id is None:
        return
    other = session.scalar(
        select(PersonnelPaper)
        .where(_is_open(kind), PersonnelPaper.employee_id == employee_id, PersonnelPaper.id != (own_id or 0))
        .limit(1)
    )
    if other is not None:
        raise Refused(
            "personnel.second_paper", field="employee_id", number=other.number, name=other.employee_name
        )


def _is_open(kind: PersonnelKind) -> ColumnElement[bool]:
    waits = and_(PersonnelPaper.state == OfficePaperState.APPROVED, PersonnelPaper.applied_on.is_(None))
    return and_(PersonnelPaper.kind == kind, or_(PersonnelPaper.state.in_(_OPEN), waits))


def doubts(draft: PersonnelDraft) -> dict[str, str]:
    """Fields of a joiner that look wrong but may be right."""
    from services.identity_numbers import card_problem

    found: dict[str, str] = {}
    if draft.kind != PersonnelKind.JOIN:
        return found
    if draft.identity_kind == IdentityKind.ID_CARD and draft.identity_number.strip():
        problem = id_card_problem(tidied(draft.identity_kind, draft.identity_number))
        found |= {} if problem is None else {"identity_number": problem}
    problem = card_problem(draft.bank_number) if draft.bank_number.strip() else None
    return found if problem is None else found | {"bank_number": problem}


@open_to_all(_WHY)
def remarks(session: Session, paper: PersonnelPaper) -> list[Remark]:
    """What whoever decides should know: a locked month, a returning colleague, notice too short, severance due."""
    found: list[Remark] = []
    settled = personnel_standing.settled_by(session, paper.effective_on) if paper.applied_on is None else None
    if settled is not None:
        found.append(Remark("month_locked", {"month": f"{settled:%Y-%m}"}))
    if paper.kind == PersonnelKind.JOIN and paper.applied_on is None:
        found += _returns(session, paper)
    if paper.kind == PersonnelKind.LEAVE:
        found += _ending_remarks(session, paper)
    return found


def _returns(session: Session, paper: PersonnelPaper) -> list[Remark]:
    body = paper.body
    known = former(session, IdentityKind(body["identity_kind"]), body["identity_number"])
    if known is None or known.left_on is None:
        return []
    return [Remark("returns", {"number": known.number, "day": known.left_on.isoformat()})]


def _ending_remarks(session: Session, paper: PersonnelPaper) -> list[Remark]:
    body: dict[str, Any] = paper.body
    ending, notice = Ending(body["ending"]), body.get("notice_on")
    found = _dismissal(paper, notice) if ending == Ending.NOTICE else []
    if ending == Ending.RESIGNED and notice:
        file = session.scalar(select(PersonalFile).where(PersonalFile.employee_id == paper.employee_id))
        given = date.fromisoformat(notice)
        probation = file is not None and file.probation_until is not None and given <= file.probation_until
        days = NOTICE_DAYS_ON_PROBATION if probation else NOTICE_DAYS
        if given + timedelta(days=days) > paper.effective_on:
            found.append(
                Remark("notice_short", {"days": days, "day": (given + timedelta(days=days)).isoformat()})
            )
    if ending in COMPENSATED:
        found.append(Remark("severance", {}))
    return found


def _dismissal(paper: PersonnelPaper, notice: str | None) -> list[Remark]:
    """劳动合同法 art 40: thirty days in writing, or a month's pay instead 代通知金."""
    if notice is None:
        return [Remark("dismissal_unnoticed", {})]
    given = date.fromisoformat(notice)
    first = given + timedelta(days=labour_law.dismissal_days(on=given))
    if first <= paper.effective_on:
        return []
    return [Remark("dismissal_short", {"days": (paper.effective_on - given).days, "day": first.isoformat()})]
