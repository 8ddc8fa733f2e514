"""Certificates 证明 of employment, of income and of leaving: the facts out of the registers, filled into a template."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import case, func, select

from models.labour_contract import ContractKind, LabourContract
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.people import Company, Department, Employee
from models.personnel import EmploymentKind, PersonalFile
from models.personnel_paper import OfficePaperState, PersonnelKind, PersonnelPaper
from services import audit, leaving, records
from services.database import Session
from services.errors import Refused
from services.leaving import LeavingCheck
from services.money import format_money, in_capitals, round_fen
from services.permissions import Actor, Permission, check, requires
from services.personnel_terms import EMPLOYMENT_WORDS, ENDED_BY_ITSELF, Ending
from services.records import tidy

_PAID = (RunState.PAID, RunState.LOCKED)
_BESIDE = (ContractKind.NDA, ContractKind.NON_COMPETE)
_MONTHS = 12
_BONUS = case((PayrollRun.kind == RunKind.BONUS, PayrollLine.gross), else_=Decimal(0))
_WAGES = case((PayrollRun.kind == RunKind.REGULAR, 1), else_=0)


class CertificateKind(StrEnum):
    """在职证明, 收入证明, 解除(终止)劳动合同证明."""

    EMPLOYMENT = "employment"
    INCOME = "income"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a template is filled with; `file_name` holds neither an amount nor an identity number."""

    kind: CertificateKind
    employee_id: int
    file_name: str
    fields: dict[str, str]


@requires(Permission.PERSONNEL_SEE)
def certificate(
    session: Session,
    actor: Actor,
    kind: CertificateKind,
    employee_id: int,
    *,
    purpose: str = "",
    to_whom: str = "",
    today: date,
) -> Certificate:
    """The facts of a certificate as words.

    A certificate of income needs "payroll.see": the average gross pay of the last twelve months that were paid. One
    of leaving holds what 劳动合同法实施条例 art 24 asks for: the term of the contract, the day it ended, the post, the
    years of work. Raises Refused "permission.denied", "record.gone", "certificate.has_left" (name, day),
    "certificate.not_left" (name), "certificate.no_paper" (name, day), "certificate.no_pay" (name).
    """
    if kind == CertificateKind.INCOME:
        check(actor, Permission.PAYROLL_SEE)
    employee = records.load(session, Employee, employee_id)
    if kind != CertificateKind.LEAVING and employee.left_on is not None and employee.left_on < today:
        raise Refused("certificate.has_left", name=employee.name, day=employee.left_on)
    fields = _person(session, employee) | _company(session)
    fields |= {"purpose": tidy(purpose, "purpose"), "to_whom": tidy(to_whom, "to_whom"), "date": _long(today)}
    if kind == CertificateKind.INCOME:
        fields |= _income(session, employee, today)
    if kind == CertificateKind.LEAVING:
        fields |= _leaving(session, employee, _leaving_paper(session, employee, today))
    return Certificate(
        kind,
        employee_id,
        f"{_TITLES[kind]} {employee.name}",
        {name: _clean(text) for name, text in fields.items()},
    )


_TITLES = {
    CertificateKind.EMPLOYMENT: "在职证明",
    CertificateKind.INCOME: "收入证明",
    CertificateKind.LEAVING: "离职证明",
}


def _person(session: Session, employee: Employee) -> dict[str, str]:
    file = session.scalar(select(PersonalFile).where(PersonalFile.employee_id == employee.id))
    kind = file.employment_kind if file else EmploymentKind.FULL_TIME
    return {
        "name": employee.name,
        "number": employee.number,
        "identity_number": (file.identity_number if file else "") or "________________",
        "department": session.get_one(Department, employee.department_id).name,
        "post": employee.post or "________",
        "employment": EMPLOYMENT_WORDS[kind],
        "hired_on": _long(employee.hired_on) if employee.hired_on else "____年__月__日",
    }


def _company(session: Session) -> dict[str, str]:
    company = session.scalar(select(Company).order_by(Company.id))
    return {
        "company": company.name if company else "",
        "address": company.address if company else "",
        "phone": company.phone if company else "",
        "tax_id": company.tax_id if company else "",
    }


def _income(session: Session, employee: Employee, today: date) -> dict[str, str]:
    """Average of what was paid in the last twelve months, every run of a month counted to it.

    This month counts once its wages are paid. The income of a year has the wages of twelve months and the annual
    bonus once.
    """
    first = date(today.year - 1, today.month, 1)
    found = session.execute(
        select(PayrollRun.month, func.sum(PayrollLine.gross), func.sum(_BONUS), func.max(_WAGES))
        .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
        .where(PayrollLine.employee_id == employee.id, PayrollRun.state.in_(_PAID))
        .where(PayrollRun.month >= first, PayrollRun.month <= today)
        .group_by(PayrollRun.month)
        .order_by(PayrollRun.month.desc())
    ).all()
    this = today.replace(day=1)
    found = [row for row in found if row[0] < this or row[3]][:_MONTHS]
    if not found:
        raise Refused("certificate.no_pay", name=employee.name)
    months = [row[0] for row in found]
    total = sum((row[1] for row in found), Decimal(0))
    bonus = sum((row[2] for row in found), Decimal(0))
    average = round_fen(total / len(found))
    year_total = round_fen((total - bonus) * _MONTHS / len(found)) + bonus
    return {
        "months": str(len(found)),
        "from_month": f"{min(months).year} 年 {min(months).month} 月",
        "to_month": f"{max(months).year} 年 {max(months).month} 月",
        "average": format_money(average),
        "capitals": in_capitals(average),
        "year_total": format_money(year_total),
    }


def _leaving_paper(session: Session, employee: Employee, today: date) -> PersonnelPaper:
    """The approved paper they left by: of the last day that the register tells, and that has come."""
    if employee.left_on is None or employee.left_on > today:
        raise Refused("certificate.not_left", name=employee.name)
    paper = session.scalar(
        select(PersonnelPaper)
        .where(PersonnelPaper.employee_id == employee.id, PersonnelPaper.kind == PersonnelKind.LEAVE)
        .where(PersonnelPaper.state == OfficePaperState.APPROVED)
        .where(PersonnelPaper.effective_on == employee.left_on)
        .order_by(PersonnelPaper.id.desc())
        .limit(1)
    )
    if paper is None:
        raise Refused("certificate.no_paper", name=employee.name, day=employee.left_on)
    return paper


def _leaving(session: Session, employee: Employee, paper: PersonnelPaper) -> dict[str, str]:
    left_on, ending = paper.effective_on, Ending(paper.body["ending"])
    contract = session.scalar(
        select(LabourContract)
        .where(LabourContract.employee_id == employee.id, LabourContract.kind.not_in(_BESIDE))
        .where(LabourContract.from_on <= left_on)
        .order_by(LabourContract.from_on.desc())
        .limit(1)
    )
    ended = "终止" if ending in ENDED_BY_ITSELF else "解除"
    return {
        "ended": ended,
        "left_on": _long(left_on),
        "term": _term(contract),
        "worked": _worked(employee.hired_on, left_on),
    }


def _term(contract: LabourContract | None) -> str:
    if contract is None:
        return "____年__月__日至____年__月__日"
    if contract.to_on is None:
        return f"自 {_long(contract.from_on)}起，{'无固定期限' if contract.kind == ContractKind.OPEN_ENDED else '至工作任务完成时止'}"
    return f"{_long(contract.from_on)}至 {_long(contract.to_on)}"


def _worked(first: date | None, last: date) -> str:
    """Whole years and months of work with this employer, the last day counted."""
    if first is None:
        return "__ 年 __ 个月"
    end = last + timedelta(days=1)
    months = (end.year - first.year) * 12 + end.month - first.month - int(end.day < first.day)
    years = f"{months // 12} 年 " if months >= 12 else ""
    return f"{years}{months % 12} 个月" if months % 12 or not years else years.strip()


def _clean(text: str) -> str:
    """Without signs that no document may hold."""
    return "".join(sign for sign in text if unicodedata.category(sign) not in {"Cc", "Cs"})


def _long(day: date) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


@requires(Permission.PERSONNEL_SEE)
def issue(
    session: Session,
    actor: Actor,
    kind: CertificateKind,
    employee_id: int,
    *,
    purpose: str,
    to_whom: str,
    today: date,
) -> Certificate:
    """As `certificate`, and write down that it was issued; the leaver's list is ticked by the one of leaving.

    The history says which and what for, never an amount. Raises as `certificate`.
    """
    made = certificate(session, actor, kind, employee_id, purpose=purpose, to_whom=to_whom, today=today)
    notes: dict[str, Any] = {
        "certificate": kind.value,
        "purpose": made.fields["purpose"],
        "to_whom": made.fields["to_whom"],
    }
    audit.record(session, actor, "certify", records.load(session, Employee, employee_id), **notes)
    if kind == CertificateKind.LEAVING and actor.can(Permission.PERSONNEL_EDIT):
        _tick(
            session,
            actor,
            _leaving_paper(session, records.load(session, Employee, employee_id), today).id,
            today,
        )
    return made


def _tick(session: Session, actor: Actor, paper_id: int, today: date) -> None:
    rows = {row.check: row for row in leaving.checklist(session, actor, paper_id, today=today)}
    if not rows[LeavingCheck.CERTIFICATE].settled:
        leaving.tick(session, actor, paper_id, LeavingCheck.CERTIFICATE, done_on=today)
