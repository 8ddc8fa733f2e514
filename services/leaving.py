"""The list of somebody who leaves 离职清单: what the registers know is looked up each time, the rest is ticked by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import or_, select

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.insurance import ChangeKind, Enrolment, InsuranceChange
from models.insurance_terms import Fund
from models.labour_contract import ContractKind, LabourContract
from models.payroll import PayrollLine, PayrollRun, RunState
from models.personnel_paper import LeavingItem, OfficePaperState, PersonnelKind, PersonnelPaper
from models.user import User
from services import (
    asset_holders,
    audit,
    certificate_loan_register,
    certificate_register,
    insurance_deadlines,
    insured,
    records,
)
from services.database import Session
from services.errors import Refused
from services.months import month_of, next_month
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy

_SHOWN = 4
_BESIDE = (ContractKind.NDA, ContractKind.NON_COMPETE)


class LeavingCheck(StrEnum):
    """未清借款, 待扣还款, 未办结单据, 工作交接, 资产归还, 证照印章归还, 停保封存, 劳动合同, 系统账号, 离职证明, 最后工资."""

    ADVANCES = "advances"
    REPAYMENTS = "repayments"
    PAPERS = "papers"
    HANDOVER = "handover"
    ASSETS = "assets"
    SEALS = "seals"
    INSURANCE = "insurance"
    CONTRACT = "contract"
    ACCOUNT = "account"
    CERTIFICATE = "certificate"
    LAST_PAY = "last_pay"


# no register knows all of these: somebody looks, and says so with name and day
# somebody looks, and says so with name and day; originals that the leaver has are named, and must be back first
BY_HAND = (LeavingCheck.HANDOVER, LeavingCheck.ASSETS, LeavingCheck.SEALS, LeavingCheck.CERTIFICATE)


@dataclass(frozen=True, slots=True)
class LeavingRow:
    """One thing to settle. `open` names what is not settled yet (numbers of papers, funds), of what is looked up."""

    check: LeavingCheck
    by_hand: bool
    settled: bool
    open: tuple[str, ...] = ()
    due_on: date | None = None
    overdue: bool = False
    done_on: date | None = None
    done_by: str = ""
    note: str = ""


@requires(Permission.PERSONNEL_SEE)
def checklist(session: Session, actor: Actor, paper_id: int, *, today: date) -> list[LeavingRow]:  # noqa: ARG001 - the permission needs it
    """Everything to settle before the leaver of this paper goes, as it is now; empty for other papers.

    Raises Refused "record.gone".
    """
    paper = records.load(session, PersonnelPaper, paper_id)
    if paper.kind != PersonnelKind.LEAVE:
        return []
    rows = session.scalars(select(LeavingItem).where(LeavingItem.paper_id == paper_id))
    ticked = {item.code: item for item in rows}
    return [_row(session, paper, check, ticked.get(check.value), today) for check in LeavingCheck]


def _row(
    session: Session, paper: PersonnelPaper, check: LeavingCheck, item: LeavingItem | None, today: date
) -> LeavingRow:
    due = _DUE[check](session, paper, today) if check in _DUE else None
    if check in BY_HAND:
        held = _still_held(session, paper, check)
        done = item is not None and item.done_on is not None and not held
        late = not done and due is not None and due < today
        return LeavingRow(
            check,
            by_hand=True,
            settled=done,
            open=held[:_SHOWN],
            due_on=due,
            overdue=late,
            done_on=item.done_on if item else None,
            done_by=item.done_by_name if item else "",
            note=item.note if item else "",
        )
    unsettled = tuple(_LOOK[check](session, paper))
    late = bool(unsettled) and due is not None and due < today
    return LeavingRow(
        check, by_hand=False, settled=not unsettled, open=unsettled[:_SHOWN], due_on=due, overdue=late
    )


def _still_held(session: Session, paper: PersonnelPaper, check: LeavingCheck) -> tuple[str, ...]:
    """What the registers say the leaver still has: cards of assets; originals, seals and keys; certificates in their name that are not archived."""
    if check is LeavingCheck.ASSETS:
        return tuple(asset_holders.numbers_held(session, paper.employee_id))
    if check is LeavingCheck.SEALS:
        return held_by(session, paper.employee_id or 0)
    return ()


@open_to_all("a step of services that have checked")
def held_by(session: Session, employee_id: int) -> tuple[str, ...]:
    """Originals, seals and keys that somebody has, and certificates in their name that are not archived."""
    lent = certificate_loan_register.lent_to(session, employee_id)
    return (*lent, *certificate_register.names_of(session, employee_id))


def _claims(session: Session, paper: PersonnelPaper, *where: Any) -> Sequence[str]:
    query = select(ExpenseClaim.number).where(ExpenseClaim.claimant_id == paper.employee_id, *where)
    return session.scalars(query.order_by(ExpenseClaim.number)).all()


def _advances(session: Session, paper: PersonnelPaper) -> Sequence[str]:
    return _claims(
        session,
        paper,
        ExpenseClaim.kind == PaperKind.ADVANCE,
        ExpenseClaim.state == ClaimState.PAID,
        ExpenseClaim.outstanding > 0,
    )


def _repayments(session: Session, paper: PersonnelPaper) -> Sequence[str]:
    """What is to be held back from the pay and was not yet."""
    return _claims(
        session, paper, ExpenseClaim.kind == PaperKind.REPAYMENT, ExpenseClaim.state == ClaimState.TO_PAY
    )


def _papers(session: Session, paper: PersonnelPaper) -> Sequence[str]:
    open_ones = (ClaimState.DRAFT, ClaimState.SUBMITTED, ClaimState.RETURNED, ClaimState.WITHDRAWN, ClaimState.TO_PAY)  # fmt: skip
    return _claims(
        session, paper, ExpenseClaim.kind != PaperKind.REPAYMENT, ExpenseClaim.state.in_(open_ones)
    )


def _insured(session: Session, paper: PersonnelPaper) -> Sequence[Enrolment]:
    """The funds that still insure the leaver and that no approved stop has been made for."""
    stopped = select(InsuranceChange.fund).where(
        InsuranceChange.employee_id == paper.employee_id,
        InsuranceChange.kind == ChangeKind.STOP,
        InsuranceChange.state == OfficePaperState.APPROVED,
        InsuranceChange.month >= paper.effective_on.replace(day=1),
    )
    month = paper.effective_on.replace(day=1)
    running = select(Enrolment).where(
        Enrolment.employee_id == paper.employee_id,
        or_(Enrolment.to_month.is_(None), Enrolment.to_month > month),
        Enrolment.fund.not_in(stopped),
    )
    return session.scalars(running).all()


def _insurance(session: Session, paper: PersonnelPaper) -> list[str]:
    return sorted({Fund(one.fund).value for one in _insured(session, paper)})


def _stop_by(session: Session, paper: PersonnelPaper, today: date) -> date | None:
    """The first day by which a fund must know, as the board of what is missing reckons it."""
    rules = insured.rules_of_month(session, month_of(today))
    days = []
    for one in _insured(session, paper):
        known = rules.get((Fund(one.fund), one.city))
        cut_off = known.policy.cut_off_day if known else None
        stops = next_month(month_of(paper.effective_on))
        days.append(insurance_deadlines.deadline(ChangeKind.STOP, stops, paper.effective_on, cut_off))
    return min(days, default=None)


def _certificate_by(session: Session, paper: PersonnelPaper, today: date) -> date:  # noqa: ARG001 - every rule's
    """劳动合同法 art 50: issued when the contract ends."""
    return paper.effective_on


_DUE: dict[LeavingCheck, Callable[[Session, PersonnelPaper, date], date | None]] = {
    LeavingCheck.INSURANCE: _stop_by,
    LeavingCheck.CERTIFICATE: _certificate_by,
}


def _contract(session: Session, paper: PersonnelPaper) -> Sequence[str]:
    return session.scalars(
        select(LabourContract.number)
        .where(
            LabourContract.employee_id == paper.employee_id,
            LabourContract.kind.not_in(_BESIDE),
            LabourContract.ended_on.is_(None),
            or_(LabourContract.to_on.is_(None), LabourContract.to_on > paper.effective_on),
        )
        .order_by(LabourContract.number)
    ).all()


def _account(session: Session, paper: PersonnelPaper) -> Sequence[str]:
    query = select(User.login).filter_by(active=True).where(User.employee_id == paper.employee_id)
    return session.scalars(query.order_by(User.login)).all()


def _last_pay(session: Session, paper: PersonnelPaper) -> list[str]:
    """The month of the last day, until it was paid."""
    month = paper.effective_on.replace(day=1)
    paid = (
        select(PayrollLine.id)
        .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
        .where(PayrollLine.employee_id == paper.employee_id, PayrollRun.month == month)
        .where(PayrollRun.state.in_([RunState.PAID, RunState.LOCKED]))
        .limit(1)
    )
    return [] if session.scalar(paid) is not None else [f"{month:%Y-%m}"]


_LOOK: dict[LeavingCheck, Callable[[Session, PersonnelPaper], Sequence[str]]] = {
    LeavingCheck.ADVANCES: _advances,
    LeavingCheck.REPAYMENTS: _repayments,
    LeavingCheck.PAPERS: _papers,
    LeavingCheck.INSURANCE: _insurance,
    LeavingCheck.CONTRACT: _contract,
    LeavingCheck.ACCOUNT: _account,
    LeavingCheck.LAST_PAY: _last_pay,
}


@requires(Permission.PERSONNEL_EDIT)
def tick(
    session: Session,
    actor: Actor,
    paper_id: int,
    check: LeavingCheck,
    *,
    done_on: date | None,
    note: str = "",
) -> None:
    """Say that a thing is settled since `done_on`, with the actor's name; None takes the tick away.

    Raises Refused "record.gone", "leaving.not_by_hand", "leaving.no_leaver", "office_paper.wrong_state" (state),
    "leaving.assets_held" (count, first) while the register of assets has cards in the leaver's hands.
    """
    paper = records.load(session, PersonnelPaper, paper_id)
    if paper.kind != PersonnelKind.LEAVE:
        raise Refused("leaving.no_leaver", number=paper.number)
    if paper.state == OfficePaperState.VOIDED:
        raise Refused("office_paper.wrong_state", state=paper.state)
    if check not in BY_HAND:
        raise Refused("leaving.not_by_hand")
    if done_on and check is LeavingCheck.ASSETS and (held := _still_held(session, paper, check)):
        raise Refused("leaving.assets_held", "check", count=len(held), first=held[0])
    item = session.scalar(
        select(LeavingItem).where(LeavingItem.paper_id == paper_id, LeavingItem.code == check.value)
    )
    is_new = item is None
    item = item or LeavingItem(paper_id=paper_id, code=check.value, position=list(LeavingCheck).index(check))
    item.done_on, item.done_by_name = done_on, actor.name if done_on else ""
    item.note = tidy(note, "note")
    audit.record(session, actor, "create" if is_new else "edit", item)
    session.flush()


@requires(Permission.PERSONNEL_SEE)
def open_count(session: Session, actor: Actor, paper_id: int, *, today: date) -> int:
    """How many things are not settled."""
    return sum(not row.settled for row in checklist(session, actor, paper_id, today=today))
