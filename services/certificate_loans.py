"""Loans of certificates 证照借用: asked for, approved, handed out, back; an original is with one person at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models.base import Record
from models.bid import Bid
from models.bid_terms import BidResult
from models.certificate import Certificate, CertificateLoan, CertificateState, LoanKind, LoanState
from models.people import Department, Employee
from services import numbering, records
from services.certificate_loan_register import EDITABLE, REGISTER
from services.certificate_loan_rules import free_piece, pieces, refuse_state
from services.certificate_register import out_of
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required

__all__ = [
    "EDITABLE",
    "REGISTER",
    "LoanDraft",
    "approved",
    "bid_choices",
    "get",
    "lendable",
    "remove",
    "save",
    "submitting",
]
SERIES = "ZJ"
_SAME = ("certificate_id", "kind", "employee_id", "bid_id", "from_on", "due_back_on", "piece", "copies")


@dataclass(frozen=True, slots=True)
class LoanDraft:
    """A request as typed: which certificate, what of it (`copies` of sealed copies only), who, what for, until when.

    `piece`: which original or duplicate; 0 takes one that is free when the request is handed in.
    """

    id: int | None = None
    version: int | None = None
    certificate_id: int | None = None
    kind: LoanKind = LoanKind.ORIGINAL
    employee_id: int | None = None
    purpose: str = ""
    bid_id: int | None = None
    piece: int = 0
    copies: int = 0
    from_on: date | None = None
    due_back_on: date | None = None


@requires(Permission.CERTIFICATE_SEE)
def get(session: Session, actor: Actor, loan_id: int) -> LoanDraft:  # noqa: ARG001 - the permission needs it
    """The request of that id; Refused "record.gone"."""
    loan = records.load(session, CertificateLoan, loan_id)
    return LoanDraft(**{name: getattr(loan, name) for name in ("id", "version", "purpose", *_SAME)})


@requires(Permission.CERTIFICATE_EDIT)
def save(session: Session, actor: Actor, draft: LoanDraft, *, today: date) -> int:
    """Store a request that may still be changed, a new one as "ZJ-2026-0001"; returns its id.

    Raises Refused "record.required" (certificate_id, employee_id, purpose, from_on, due_back_on), "record.gone",
    "record.stale", "office_paper.wrong_state" (state), "loan.copies" (copies), "loan.days" (due_back_on),
    "loan.has_left" (employee_id), and what `submitting` refuses.
    """
    loan = _loan(session, actor, draft)
    _refuse_missing(session, draft)
    assert draft.certificate_id is not None, "refused above"
    assert draft.employee_id is not None, "refused above"
    certificate = session.get_one(Certificate, draft.certificate_id)
    for field in _SAME:
        setattr(loan, field, getattr(draft, field))
    if draft.kind == LoanKind.COPY:
        loan.due_back_on = draft.due_back_on or draft.from_on  # type: ignore[assignment]  # refused above
        loan.piece = 0
    else:
        loan.copies = 0
    loan.purpose, loan.certificate_name = required(draft.purpose, "purpose"), certificate.name
    _borrower(session, loan, draft.employee_id)
    refuse_taken(session, loan)
    if not loan.number:
        loan.number = numbering.next_number(session, f"{SERIES}-{today.year}")
    found_by = (loan.number, certificate.name, certificate.number, loan.employee_name, loan.purpose)
    return records.keep(session, actor, loan, *found_by)


def _loan(session: Session, actor: Actor, draft: LoanDraft) -> CertificateLoan:
    if draft.id is None:
        return CertificateLoan(state=LoanState.DRAFT, made_by_id=actor.user_id, made_by_name=actor.name)
    loan = records.expect(session, CertificateLoan, draft.id, draft.version)
    refuse_state(loan, EDITABLE)
    return loan


def _refuse_missing(session: Session, draft: LoanDraft) -> None:
    back = () if draft.kind == LoanKind.COPY else ("due_back_on",)
    for field in ("certificate_id", "employee_id", "from_on", *back):
        if getattr(draft, field) is None:
            raise Refused("record.required", field=field)
    known = {"certificate_id": Certificate, "employee_id": Employee, "bid_id": Bid}
    for field, kind in known.items():
        records.refuse_unknown(session, kind, getattr(draft, field), field)
    if draft.kind == LoanKind.COPY and draft.copies < 1:
        raise Refused("loan.copies", field="copies")
    if draft.from_on and draft.due_back_on and draft.due_back_on < draft.from_on:
        raise Refused("loan.days", field="due_back_on")


def _borrower(session: Session, loan: CertificateLoan, employee_id: int) -> None:
    person = session.get_one(Employee, employee_id)
    if person.left_on is not None and person.left_on < loan.from_on:
        raise Refused("loan.has_left", field="employee_id", name=person.name, day=person.left_on)
    loan.employee_name, loan.department_id = person.name, person.department_id
    loan.department_name = session.get_one(Department, person.department_id).name


@open_to_all("a step of services that have checked")
def refuse_taken(session: Session, loan: CertificateLoan) -> int:
    """Refuse what cannot be lent in those days: archived, out with somebody, or promised to somebody else.

    Sealed copies are made while the original is away. Returns the piece that is free then, 0 of sealed copies. Raises
    Refused "loan.archived", "loan.no_original", "loan.no_duplicate", "loan.out" (holder, what, piece, since, day),
    "loan.promised" (number, holder, first, last), all at certificate_id, and "loan.no_piece" (piece).
    """
    field = "certificate_id"
    certificate = session.get_one(Certificate, loan.certificate_id)
    if certificate.state == CertificateState.ARCHIVED:
        raise Refused("loan.archived", field=field, name=certificate.name)
    if loan.kind == LoanKind.COPY:
        return 0
    there = pieces(certificate, loan.kind)
    if there == 0:
        none = "loan.no_duplicate" if loan.kind == LoanKind.DUPLICATE else "loan.no_original"
        raise Refused(none, field=field, name=certificate.name)
    if loan.piece < 0 or loan.piece > there:
        raise Refused("loan.no_piece", field="piece", name=certificate.name, count=there)
    return free_piece(session, loan, loan.from_on, field)


@requires(Permission.CERTIFICATE_SEE)
def bid_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The bids that are not decided yet, the newest first, the number beside."""
    query = select(Bid).where(Bid.result == BidResult.PENDING).order_by(Bid.id.desc())
    return [Choice(bid.id, bid.name, bid.number, bid.search_text) for bid in session.scalars(query)]


@requires(Permission.CERTIFICATE_SEE)
def lendable(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The certificates that are not archived, with their number; who has the original now stands beside."""
    items = session.scalars(
        select(Certificate)
        .where(Certificate.state != CertificateState.ARCHIVED)
        .order_by(Certificate.name, Certificate.id)
    ).all()
    out = out_of(session, [item.id for item in items])
    return [Choice(item.id, item.name, _beside(item, out), item.search_text) for item in items]


def _beside(item: Certificate, out: dict[int, tuple[str, date]]) -> str:
    holder = item.holder_name if item.employee_id else ""
    lent = " → ".join(("", out[item.id][0])).strip() if item.id in out else ""
    return " · ".join(part for part in (holder, item.number, lent) if part)


@requires(Permission.CERTIFICATE_EDIT)
def remove(session: Session, actor: Actor, loan_id: int, version: int) -> bool:
    """Delete a draft that was never decided upon. Raises Refused "office_paper.wrong_state", "record.gone", "record.stale"."""
    loan = records.expect(session, CertificateLoan, loan_id, version)
    refuse_state(loan, frozenset({LoanState.DRAFT}))
    return records.drop(session, actor, loan)


@open_to_all("called by services.office_papers before a request goes into its approval")
def submitting(session: Session, item: Record) -> None:
    """Look once more whether it can be lent in those days, and keep that piece. Raises what `refuse_taken` raises."""
    assert isinstance(item, CertificateLoan)
    session.get_one(
        Certificate, item.certificate_id, with_for_update=True
    )  # two handed in in the same second
    item.piece = refuse_taken(session, item)


@open_to_all("called by services.office_papers when the last level has approved")
def approved(session: Session, actor: Actor, item: Record, today: date) -> None:  # noqa: ARG001 - every kind's hook
    """What was approved waits to be handed out. Raises Refused "loan.archived" when it was put away meanwhile."""
    assert isinstance(item, CertificateLoan)
    certificate = session.get_one(Certificate, item.certificate_id)
    if certificate.state == CertificateState.ARCHIVED:
        raise Refused("loan.archived", name=certificate.name)
