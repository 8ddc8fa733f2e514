"""What an approved personnel paper does to the registers: employee, file, posts, pay, card, contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select

from models.labour_contract import ContractKind, LabourContract
from models.pay import PayRate
from models.people import Employee
from models.personnel import BankCard, EmploymentKind, IdentityKind, PersonalFile, PostEntry
from models.personnel_paper import OfficePaperState, PersonnelKind, PersonnelPaper
from models.recruiting import Candidate, CandidateStage
from services import audit, pay_arrears, personnel_standing, records
from services.database import Session, once
from services.errors import Refused
from services.identity_checks import sex_of, tidied
from services.identity_numbers import birthday, id_card_problem
from services.permissions import Actor, Permission, check, open_to_all
from services.personnel_checks import former, refuse_known_number
from services.personnel_drafts import PersonnelDraft, draft_of
from services.personnel_standing import PayLine
from services.personnel_terms import ENDING_WORDS, REASONS

_WHY = "carries out what was approved"
_BESIDE = (ContractKind.NDA, ContractKind.NON_COMPETE)  # these outlive the employment


@open_to_all(_WHY)
def apply(session: Session, actor: Actor, paper: PersonnelPaper, today: date) -> None:
    """Write what the paper says into the registers, once. Raises Refused "personnel.identity_known", "record.gone"."""
    if paper.applied_on is not None:
        return
    draft = draft_of(paper, with_pay=True)
    _EFFECTS[paper.kind](session, actor, paper, draft)
    paper.applied_on, paper.state_note = today, ""
    audit.record(session, actor, "apply", paper)
    session.flush()


def _join(session: Session, actor: Actor, paper: PersonnelPaper, draft: PersonnelDraft) -> None:
    number = tidied(draft.identity_kind, draft.identity_number)
    draft = replace(draft, identity_number=number)
    refuse_known_number(session, draft.identity_kind, number, paper.effective_on)
    employee = former(session, draft.identity_kind, number) or Employee(
        number=personnel_standing.next_number(session), bank_name="", bank_account=""
    )
    employee.name, employee.department_id = paper.employee_name, paper.department_id
    employee.post, employee.phone, employee.grade = draft.post, draft.phone, draft.grade
    employee.hired_on, employee.left_on = paper.effective_on, None
    if draft.bank_number:
        employee.bank_name, employee.bank_account = draft.bank_name, draft.bank_number
    paper.employee_id = _kept(session, actor, employee)
    _file(session, actor, employee.id, draft)
    _post(session, actor, paper, (employee.department_id, draft.post, draft.grade))
    _pay(session, actor, paper, draft.pay or ())
    if draft.bank_number:
        _card(session, actor, paper, draft)
    _close_candidate(session, actor, paper, draft.candidate_id)


def _file(session: Session, actor: Actor, employee_id: int, draft: PersonnelDraft) -> None:
    found = session.scalar(select(PersonalFile).where(PersonalFile.employee_id == employee_id))
    file = found or PersonalFile(employee_id=employee_id)
    file.identity_kind, file.identity_number = draft.identity_kind, draft.identity_number
    if draft.identity_kind == IdentityKind.ID_CARD and id_card_problem(draft.identity_number) is None:
        file.born_on = birthday(draft.identity_number)
        file.sex = sex_of(draft.identity_number)
    file.employment_kind = draft.employment_kind or EmploymentKind.FULL_TIME
    file.probation_until = draft.probation_until
    file.confirmed_on = None if draft.probation_until else draft.effective_on
    _written(session, actor, file, is_new=found is None)


def _card(session: Session, actor: Actor, paper: PersonnelPaper, draft: PersonnelDraft) -> None:
    on_day = (BankCard.employee_id == paper.employee_id, BankCard.from_on == paper.effective_on)
    found = session.scalar(select(BankCard).where(*on_day))
    card = found or BankCard(employee_id=paper.employee_id, from_on=paper.effective_on)
    card.bank_name, card.number = draft.bank_name, draft.bank_number
    _written(session, actor, card, is_new=found is None)


def _close_candidate(session: Session, actor: Actor, paper: PersonnelPaper, candidate_id: int | None) -> None:
    candidate = session.get(Candidate, candidate_id) if candidate_id else None
    if candidate is not None:
        candidate.stage, candidate.closed_on = CandidateStage.HIRED, paper.effective_on
        candidate.paper_id = paper.id
        candidate.offered_on = candidate.offered_on or paper.effective_on
        audit.record(session, actor, "hire", candidate)


def _confirm(session: Session, actor: Actor, paper: PersonnelPaper, draft: PersonnelDraft) -> None:
    found = session.scalar(select(PersonalFile).where(PersonalFile.employee_id == paper.employee_id))
    file = found or PersonalFile(employee_id=paper.employee_id)
    file.confirmed_on = paper.effective_on
    _written(session, actor, file, is_new=found is None)
    _pay(session, actor, paper, draft.pay or ())


def _transfer(session: Session, actor: Actor, paper: PersonnelPaper, draft: PersonnelDraft) -> None:
    employee = records.load(session, Employee, paper.employee_id or 0)
    assert draft.department_id is not None, "refused when it was saved"
    personnel_standing.department_name(session, draft.department_id)
    employee.department_id, employee.post, employee.grade = draft.department_id, draft.post, draft.grade
    _kept(session, actor, employee)
    _post(session, actor, paper, (draft.department_id, draft.post, draft.grade))


def _change_pay(session: Session, actor: Actor, paper: PersonnelPaper, draft: PersonnelDraft) -> None:
    _pay(session, actor, paper, draft.pay or ())


def _leave(session: Session, actor: Actor, paper: PersonnelPaper, draft: PersonnelDraft) -> None:
    employee = records.load(session, Employee, paper.employee_id or 0)
    employee.left_on = paper.effective_on
    _kept(session, actor, employee)
    running = session.scalars(
        select(LabourContract).where(
            LabourContract.employee_id == employee.id,
            LabourContract.kind.not_in(_BESIDE),
            LabourContract.ended_on.is_(None),
            LabourContract.from_on <= paper.effective_on,
            or_(LabourContract.to_on.is_(None), LabourContract.to_on > paper.effective_on),
        )
    )
    for contract in running:
        contract.ended_on = paper.effective_on
        contract.end_reason = ENDING_WORDS[draft.ending] if draft.ending else REASONS[paper.kind]
        audit.record(session, actor, "edit", contract)


_EFFECTS = {
    PersonnelKind.JOIN: _join,
    PersonnelKind.CONFIRM: _confirm,
    PersonnelKind.TRANSFER: _transfer,
    PersonnelKind.PAY_CHANGE: _change_pay,
    PersonnelKind.LEAVE: _leave,
}


def _post(session: Session, actor: Actor, paper: PersonnelPaper, place: tuple[int, str, int]) -> None:
    department_id, post, grade = place
    entry = PostEntry(
        employee_id=paper.employee_id,
        from_on=paper.effective_on,
        department_id=department_id,
        post=post,
        grade=grade,
        reason=REASONS[paper.kind],
        paper_id=paper.id,
    )
    _written(session, actor, entry, is_new=True)


def _pay(session: Session, actor: Actor, paper: PersonnelPaper, lines: Sequence[PayLine]) -> None:
    """A rate for every component that becomes another; what it moves in settled months is made good."""
    assert paper.employee_id is not None, "a joining has made the employee by now"
    with pay_arrears.made_good(session, actor, paper.employee_id, paper.effective_on):
        _rates(session, actor, paper, lines)


def _rates(session: Session, actor: Actor, paper: PersonnelPaper, lines: Sequence[PayLine]) -> None:
    """A rate of the same day is overwritten, never doubled."""
    for line in lines:
        rate = session.scalar(
            select(PayRate).where(
                PayRate.employee_id == paper.employee_id,
                PayRate.component_id == line.component_id,
                PayRate.from_on == paper.effective_on,
            )
        )
        if rate is None and line.amount == line.before:
            continue
        is_new = rate is None
        rate = rate or PayRate(
            employee_id=paper.employee_id, component_id=line.component_id, from_on=paper.effective_on
        )
        rate.amount = line.amount or Decimal(0)
        rate.reason, rate.paper_id = REASONS[paper.kind], paper.id
        _written(session, actor, rate, is_new=is_new)


def _kept(session: Session, actor: Actor, employee: Employee) -> int:
    return records.keep(
        session, actor, employee, employee.number, employee.name, employee.post, employee.phone
    )


def _written(
    session: Session, actor: Actor, item: PersonalFile | BankCard | PostEntry | PayRate, *, is_new: bool
) -> None:
    audit.record(session, actor, "create" if is_new else "edit", item)
    session.flush()


@open_to_all("its only caller has checked")
def void(
    session: Session, actor: Actor, paper_id: int, version: int, *, reason: str, command_id: str
) -> None:
    """Take back an approved paper that has not taken effect; see `personnel_papers.void`."""
    check(actor, Permission.PERSONNEL_SEE)
    paper = records.load(session, PersonnelPaper, paper_id)
    if not once(session, command_id):
        return
    if paper.version != version:
        raise Refused("record.stale")
    if paper.state != OfficePaperState.APPROVED or paper.applied_on is not None:
        raise Refused("personnel.in_effect", number=paper.number)
    if not reason.strip():
        raise Refused("approval.reason_missing", field="reason")
    paper.state, paper.state_note = OfficePaperState.VOIDED, reason.strip()
    audit.record(session, actor, "void", paper, reason=reason.strip())
    session.flush()
