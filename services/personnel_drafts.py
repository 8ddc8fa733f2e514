"""A personnel paper as typed, and the body it is stored as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from models.personnel import EmploymentKind, IdentityKind
from models.personnel_paper import PersonnelKind, PersonnelPaper
from services.personnel_standing import PayLine
from services.personnel_terms import Ending

_JOIN = ("identity_number", "phone", "post", "grade", "bank_name", "bank_number", "candidate_id")


@dataclass(frozen=True, slots=True)
class PersonnelDraft:
    """What all kinds ask for; `effective_on` is the day of hire, of the change, or the last day at work.

    `department_id` is where a joiner goes, or where somebody is transferred to; `contract_until` the last day of the
    contract that they are offered, None for one without end. `pay` is None where the actor may
    not see it: what is stored stays.
    """

    id: int | None = None
    version: int | None = None
    kind: PersonnelKind = PersonnelKind.JOIN
    employee_id: int | None = None
    name: str = ""
    identity_kind: IdentityKind = IdentityKind.ID_CARD
    identity_number: str = ""
    phone: str = ""
    department_id: int | None = None
    post: str = ""
    grade: int = 3
    employment_kind: EmploymentKind = EmploymentKind.FULL_TIME
    effective_on: date | None = None
    contract_until: date | None = None
    probation_until: date | None = None
    bank_name: str = ""
    bank_number: str = ""
    ending: Ending | None = None
    notice_on: date | None = None
    handover_id: int | None = None
    reason: str = ""
    pay: tuple[PayLine, ...] | None = ()
    candidate_id: int | None = None


def draft_of(paper: PersonnelPaper, *, with_pay: bool) -> PersonnelDraft:
    """The paper as it was typed; `with_pay` False leaves the pay out."""
    body = paper.body
    joins, moves = paper.kind == PersonnelKind.JOIN, paper.kind == PersonnelKind.TRANSFER
    values: dict[str, Any] = {name: body[name] for name in _JOIN if name in body}
    if joins:
        values["identity_kind"] = IdentityKind(body["identity_kind"])
        values["employment_kind"] = EmploymentKind(body["employment_kind"])
    return PersonnelDraft(
        id=paper.id,
        version=paper.version,
        kind=paper.kind,
        employee_id=paper.employee_id,
        name=paper.employee_name,
        department_id=body.get("department_id", paper.department_id) if joins or moves else None,
        effective_on=paper.effective_on,
        contract_until=_day(body.get("contract_until")),
        probation_until=_day(body.get("probation_until")),
        ending=Ending(body["ending"]) if body.get("ending") else None,
        notice_on=_day(body.get("notice_on")),
        handover_id=body.get("handover_id"),
        reason=paper.reason,
        pay=tuple(pay_lines(body)) if with_pay else None,
        **values,
    )


def pay_lines(body: dict[str, Any]) -> list[PayLine]:
    """The pay of a body."""
    return [
        PayLine(row["component_id"], row["name"], _yuan(row["before"]), _yuan(row["amount"]))
        for row in body.get("pay", ())
    ]


def stored_pay(lines: list[PayLine]) -> list[dict[str, Any]]:
    """Lines of pay as a body keeps them: exact amounts as text."""
    return [
        {
            "component_id": line.component_id,
            "name": line.name,
            "before": None if line.before is None else str(line.before),
            "amount": None if line.amount is None else str(line.amount),
        }
        for line in lines
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _yuan(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
