"""Certificates, their kinds and loans in a small office, for the tests of all rooms that need some."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from sqlalchemy import select

from models.approval import ApprovalRule, ApproverKind, DecidedKind, Decision
from models.certificate import CertificateKind, CertificateLoan, LoanKind
from models.people import Company
from models.user import Role
from services import (
    certificate_kinds,
    certificate_loan_acts,
    certificate_loans,
    company_certificates,
    office_papers,
)
from services.certificate_loans import LoanDraft
from services.company_certificates import CertificateDraft
from tests.conftest import TODAY, actor_of_role

KIND = DecidedKind.CERTIFICATE_LOAN
CLERK, MANAGER, CASHIER = actor_of_role(Role.CLERK), actor_of_role(Role.MANAGER), actor_of_role(Role.CASHIER)
AUDITOR = actor_of_role(Role.AUDITOR)
BORROWER = 2  # the cashier's record as an employee
_clicks = count()


def click() -> str:
    """A command that was never given before."""
    return f"test-certificates-{next(_clicks)}"


def set_up(session) -> None:
    """The company, the usual kinds, and one level of approval: the manager."""
    session.add(Company(name="武汉云图测绘有限公司", tax_id="91420100MA4KTE0T6L"))
    rule = {"paper_kind": "", "amount_from": Decimal(0), "approver": ApproverKind.USER}
    session.add(ApprovalRule(level=1, label="部门审批", user_id=MANAGER.user_id, **rule))
    session.flush()
    certificate_kinds.load_usual(session, CLERK)


def kind_id(session, code: str) -> int:
    return session.scalar(select(CertificateKind.id).where(CertificateKind.code == code))


def certificate(session, code: str = "iso9001", today: date = TODAY, **fields) -> int:
    """A certificate of that kind, in force for another year unless `fields` say otherwise; its id."""
    given = {"number": f"N-{next(_clicks)}", "valid_from": today - timedelta(days=300), "valid_to": today + timedelta(days=365)}  # fmt: skip
    draft = CertificateDraft(kind_id=kind_id(session, code), **(given | fields))
    return company_certificates.save(session, CLERK, draft, today=today)


def request(certificate_id: int, **fields) -> LoanDraft:
    """Its original for the cashier, from today for a week, unless `fields` say otherwise."""
    given = {
        "kind": LoanKind.ORIGINAL, "employee_id": BORROWER, "purpose": "资格预审原件查验",
        "from_on": TODAY, "due_back_on": TODAY + timedelta(days=7),
    }  # fmt: skip
    return LoanDraft(certificate_id=certificate_id, **(given | fields))


def saved(session, draft: LoanDraft) -> CertificateLoan:
    return session.get_one(CertificateLoan, certificate_loans.save(session, CLERK, draft, today=TODAY))


def submitted(session, draft: LoanDraft) -> CertificateLoan:
    loan = saved(session, draft)
    office_papers.submit(session, CLERK, KIND, loan.id, loan.version, click())
    return loan


def decided(session, loan: CertificateLoan, decision=Decision.APPROVE, reason: str = "") -> CertificateLoan:
    office_papers.decide(
        session,
        MANAGER,
        KIND,
        loan.id,
        loan.version,
        decision,
        reason=reason,
        command_id=click(),
        today=TODAY,
    )
    return loan


def approved(session, draft: LoanDraft) -> CertificateLoan:
    return decided(session, submitted(session, draft))


def lent(session, draft: LoanDraft, day: date = TODAY) -> CertificateLoan:
    loan = approved(session, draft)
    certificate_loan_acts.hand_out(
        session, CLERK, loan.id, loan.version, day=day, command_id=click(), today=max(day, TODAY)
    )
    return loan


def hand_out(session, loan, day: date = TODAY, today: date = TODAY, command: str = "") -> int:
    """The clerk gives it out at the counter; returns the new version."""
    return certificate_loan_acts.hand_out(
        session, CLERK, loan.id, loan.version, day=day, command_id=command or click(), today=today
    )


def give_back(session, loan, day: date, note: str = "", today: date | None = None) -> int:
    """It comes back to the counter; returns the new version."""
    return certificate_loan_acts.give_back(
        session, CLERK, loan.id, loan.version, day=day, note=note, command_id=click(), today=today or day
    )
