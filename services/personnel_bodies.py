"""What a personnel paper keeps by its kind: the body that its form, its pane and its effect are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from models.people import Department, Employee
from models.personnel_paper import PersonnelKind, PersonnelPaper
from services import personnel_standing
from services.database import Session
from services.errors import Refused
from services.identity_checks import tidied
from services.permissions import open_to_all
from services.personnel_drafts import PersonnelDraft, pay_lines, stored_pay
from services.personnel_standing import PayLine
from services.records import tidy


@open_to_all("a step of saving a paper, which has its own permission")
def body_of(
    session: Session, paper: PersonnelPaper, draft: PersonnelDraft, before: dict[str, Any]
) -> dict[str, Any]:
    """What the paper keeps beside its columns; pay that the draft does not know stays as it was `before`."""
    body = _OWN[draft.kind](session, draft)
    if draft.kind in (PersonnelKind.JOIN, PersonnelKind.CONFIRM, PersonnelKind.PAY_CHANGE):
        kept = pay_lines(before) if draft.pay is None else list(draft.pay)
        body["pay"] = stored_pay(_with_before(session, paper, kept))
    return body


def _join_body(session: Session, draft: PersonnelDraft) -> dict[str, Any]:  # noqa: ARG001 - every kind's
    return {
        "identity_kind": draft.identity_kind.value,
        "identity_number": tidied(draft.identity_kind, tidy(draft.identity_number, "identity_number")),
        "phone": tidy(draft.phone, "phone"),
        "post": tidy(draft.post, "post"),
        "grade": draft.grade,
        "employment_kind": draft.employment_kind.value,
        "contract_until": _text(draft.contract_until),
        "probation_until": _text(draft.probation_until),
        "bank_name": tidy(draft.bank_name, "bank_name"),
        "bank_number": tidy(draft.bank_number, "bank_number").replace(" ", ""),
        "candidate_id": draft.candidate_id,
    }


def _transfer_body(session: Session, draft: PersonnelDraft) -> dict[str, Any]:
    """Where somebody goes, and where they were: what the form shows side by side."""
    employee = session.get_one(Employee, draft.employee_id)
    was = session.get_one(Department, employee.department_id)
    return {
        "department_id": draft.department_id,
        "department": personnel_standing.department_name(session, draft.department_id),
        "post": tidy(draft.post, "post"),
        "grade": draft.grade,
        "before": {"department": was.name, "post": employee.post, "grade": employee.grade},
    }


def _leave_body(session: Session, draft: PersonnelDraft) -> dict[str, Any]:
    handover = session.get(Employee, draft.handover_id) if draft.handover_id else None
    if draft.handover_id and handover is None:
        raise Refused("record.gone", field="handover_id")
    return {
        "ending": draft.ending.value if draft.ending else "",
        "notice_on": _text(draft.notice_on),
        "handover_id": draft.handover_id,
        "handover": handover.name if handover else "",
        "post": session.get_one(Employee, draft.employee_id).post,
    }


def _no_body(session: Session, draft: PersonnelDraft) -> dict[str, Any]:
    return {"post": session.get_one(Employee, draft.employee_id).post}


_OWN = {
    PersonnelKind.JOIN: _join_body,
    PersonnelKind.CONFIRM: _no_body,
    PersonnelKind.TRANSFER: _transfer_body,
    PersonnelKind.PAY_CHANGE: _no_body,
    PersonnelKind.LEAVE: _leave_body,
}


def _with_before(session: Session, paper: PersonnelPaper, lines: list[PayLine]) -> list[PayLine]:
    """The lines with the components' names, and with what the person gets until then."""
    now = {}
    if paper.employee_id is not None:
        now = {line.component_id: line.amount for line in personnel_standing.pay_on(session, paper.employee_id, paper.effective_on)}  # fmt: skip
    named = personnel_standing.component_names(session, [line.component_id or 0 for line in lines])
    return [
        replace(line, name=named.get(line.component_id or 0, line.name), before=now.get(line.component_id))
        for line in lines
    ]


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
