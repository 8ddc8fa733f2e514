"""Everything about one loan of a certificate: remarks, where it stands, what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.approval import DecidedKind
from models.bid import Bid
from models.certificate import Certificate, CertificateLoan, CertificateState, LoanKind, LoanState
from models.people import Company
from services import approval_steps, attachments, audit, office_papers, records
from services.approval_steps import DecisionRow, StepRow
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.certificate_facts import state_on
from services.certificate_loan_register import EDITABLE
from services.certificate_loan_rules import out_elsewhere, pieces
from services.permissions import Actor, Permission, open_to_all, requires

KIND = DecidedKind.CERTIFICATE_LOAN


class LoanAction(StrEnum):
    """What the actor may do with a loan as it stands."""

    EDIT = "edit_loan"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    HAND_OUT = "hand_out"
    GIVE_BACK = "give_back"
    EXTEND = "extend"
    VOID = "void"
    DELETE = "delete"
    PRINT = "print_loan"


class LoanRemark(StrEnum):
    """What to know before deciding."""

    LAPSED = "lapsed"
    ENDS_MEANWHILE = "ends_meanwhile"
    OUT_NOW = "out_now"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark with the values of its sentence."""

    code: LoanRemark
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class LoanDetail:
    """One loan, whole."""

    id: int
    version: int
    number: str
    state: LoanState
    kind: LoanKind
    certificate_id: int
    certificate_name: str
    certificate_number: str
    holder: str
    valid_to: date | None
    original_place: str
    employee_name: str
    department_name: str
    purpose: str
    bid: str
    piece: int
    pieces: int
    copies: int
    from_on: date
    due_back_on: date
    lent_on: date | None
    back_on: date | None
    back_note: str
    made_by_name: str
    holder_name: str
    state_note: str
    company: str
    remarks: tuple[Remark, ...]
    steps: tuple[StepRow, ...]
    decisions: tuple[DecisionRow, ...]
    files: tuple[AttachmentRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[LoanAction]


_OWN = (
    "id", "version", "number", "state", "kind", "certificate_id", "certificate_name", "employee_name",
    "department_name", "purpose", "piece", "copies", "from_on", "due_back_on", "lent_on", "back_on", "back_note",
    "made_by_name", "holder_name", "state_note",
)  # fmt: skip


@requires(Permission.CERTIFICATE_SEE)
def detail(session: Session, actor: Actor, loan_id: int, *, today: date) -> LoanDetail:
    """The loan with everything around it. Raises Refused "record.gone"."""
    loan = records.load(session, CertificateLoan, loan_id)
    certificate = session.get_one(Certificate, loan.certificate_id)
    paper = office_papers.paper_of(session, KIND, loan)
    return LoanDetail(
        **{name: getattr(loan, name) for name in _OWN},
        certificate_number=certificate.number,
        holder=certificate.holder_name,
        valid_to=certificate.valid_to,
        original_place=certificate.original_place,
        pieces=pieces(certificate, loan.kind),
        bid=_bid(session, loan),
        company=session.scalar(select(Company.name).order_by(Company.id)) or "",
        remarks=tuple(remarks(session, loan, today)),
        steps=tuple(approval_steps.steps(session, paper)),
        decisions=tuple(approval_steps.decisions(session, paper)),
        files=tuple(attachments.of(session, actor, "certificate_loan", loan_id)),
        history=tuple(audit.history(session, actor, "certificate_loan", loan_id)),
        actions=_actions(session, actor, loan),
    )


def _bid(session: Session, loan: CertificateLoan) -> str:
    bid = session.get(Bid, loan.bid_id) if loan.bid_id else None
    return f"{bid.number} {bid.name}" if bid is not None else ""


@open_to_all("a step of services that have checked")
def remarks(session: Session, loan: CertificateLoan, today: date) -> list[Remark]:
    """What to know before this loan is decided on or handed out."""
    certificate = session.get_one(Certificate, loan.certificate_id)
    found: list[Remark] = []
    if loan.state == LoanState.LENT and loan.due_back_on < today:
        found.append(Remark(LoanRemark.OVERDUE, {"days": (today - loan.due_back_on).days}))
    if loan.state in (LoanState.BACK, LoanState.VOIDED):
        return found
    ends = certificate.valid_to
    if state_on(certificate.state, ends, today) == CertificateState.LAPSED:
        found.append(Remark(LoanRemark.LAPSED, {"day": ends.isoformat() if ends else ""}))
    elif ends is not None and ends <= loan.due_back_on:
        found.append(Remark(LoanRemark.ENDS_MEANWHILE, {"day": ends.isoformat()}))
    lent = out_elsewhere(session, loan, loan.piece)
    if lent is not None and loan.kind != LoanKind.COPY:
        values: dict[str, object] = {"holder": lent.employee_name, "day": lent.due_back_on.isoformat()}
        found.append(Remark(LoanRemark.OUT_NOW, values))
    return found


@requires(Permission.CERTIFICATE_SEE)
def rows(session: Session, actor: Actor, loan_id: int) -> list[tuple[str, object, object]]:  # noqa: ARG001 - the permission needs it
    """What whoever decides looks at: (field, before, after)."""
    loan = records.load(session, CertificateLoan, loan_id)
    certificate = session.get_one(Certificate, loan.certificate_id)
    found: list[tuple[str, object, object]] = [
        ("certificate_id", None, loan.certificate_name),
        ("certificate_number", None, certificate.number),
        ("kind", None, loan.kind),
        ("piece", None, loan.piece if pieces(certificate, loan.kind) > 1 and loan.piece else ""),
        ("copies", None, loan.copies or ""),
        ("employee_id", None, loan.employee_name),
        ("purpose", None, loan.purpose),
        ("bid_id", None, _bid(session, loan)),
        ("from_on", None, loan.from_on),
        ("due_back_on", None, "" if loan.kind == LoanKind.COPY else loan.due_back_on),
        ("valid_to", None, certificate.valid_to),
    ]
    return [row for row in found if row[2] not in (None, "")]


def _actions(session: Session, actor: Actor, loan: CertificateLoan) -> frozenset[LoanAction]:
    may = {LoanAction.PRINT}
    if actor.can(Permission.CERTIFICATE_EDIT):
        may |= _EDITORS.get(loan.state, frozenset())
    if loan.state == LoanState.APPROVED and actor.can(Permission.CLAIM_VOID):
        may.add(LoanAction.VOID)
    decides = loan.state == LoanState.SUBMITTED and actor.can(Permission.CLAIM_DECIDE)
    if decides and approval_steps.asked(session, actor, office_papers.paper_of(session, KIND, loan)):
        may |= {LoanAction.APPROVE, LoanAction.RETURN}
    return frozenset(may)


_EDITORS: dict[LoanState, frozenset[LoanAction]] = {
    **dict.fromkeys(EDITABLE, frozenset({LoanAction.EDIT, LoanAction.SUBMIT})),
    LoanState.DRAFT: frozenset({LoanAction.EDIT, LoanAction.SUBMIT, LoanAction.DELETE}),
    LoanState.SUBMITTED: frozenset({LoanAction.WITHDRAW}),
    LoanState.APPROVED: frozenset({LoanAction.HAND_OUT, LoanAction.VOID}),
    LoanState.LENT: frozenset({LoanAction.GIVE_BACK, LoanAction.EXTEND}),
}
