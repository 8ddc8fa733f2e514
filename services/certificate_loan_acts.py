"""What happens to an approved loan: handed out, prolonged, taken back, or taken back before it was handed out."""

from __future__ import annotations

from datetime import date

from sqlalchemy.exc import IntegrityError

from models.certificate import Certificate, CertificateLoan, CertificateState, LoanKind, LoanState
from services import audit, records
from services.certificate_loan_rules import expect, free_piece, pieces, refuse_promised
from services.database import Session, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import tidy


@requires(Permission.CERTIFICATE_EDIT)
def hand_out(
    session: Session, actor: Actor, loan_id: int, version: int, *, day: date, command_id: str, today: date,
    piece: int | None = None,
) -> int:  # fmt: skip
    """Give the original or the device out, or the sealed copies, which do not come back. Returns the new version.

    `piece`: which of several it is, where it is not the one that was promised.

    Raises Refused "office_paper.wrong_state" (state), "loan.future" (day), "loan.early" (day) before the days
    it was approved for, "loan.out" (holder, what, piece, since, day) when somebody else has it, "loan.no_piece" (piece), "loan.promised", "loan.archived",
    "record.gone", "record.stale". A repeated command does it once.
    """
    loan = records.load(session, CertificateLoan, loan_id)
    if not once(session, command_id):
        return loan.version
    expect(loan, version, LoanState.APPROVED)
    if day > today:
        raise Refused("loan.future", field="day")
    certificate = session.get_one(Certificate, loan.certificate_id)
    if certificate.state == CertificateState.ARCHIVED:
        raise Refused("loan.archived", name=certificate.name)
    if loan.kind != LoanKind.COPY:
        _choose(session, loan, certificate, loan.piece if piece is None else piece)
    if day < loan.from_on:
        raise Refused("loan.early", field="day", day=loan.from_on)
    loan.lent_on = day
    if loan.kind == LoanKind.COPY:
        loan.state, loan.back_on = LoanState.BACK, day
        return _written(session, actor, "hand_out", loan)
    return _lend(session, actor, loan)


def _choose(session: Session, loan: CertificateLoan, certificate: Certificate, piece: int) -> None:
    """The piece that leaves: there is one, nobody has it, and nobody else is promised it."""
    there = pieces(certificate, loan.kind)
    if not 1 <= piece <= there:
        raise Refused("loan.no_piece", field="piece", name=certificate.name, count=there)
    loan.piece = piece
    free_piece(session, loan, None, "day")


def _lend(session: Session, actor: Actor, loan: CertificateLoan) -> int:
    """Two at the same counter in the same second: the index lets one through."""
    try:
        with session.begin_nested():
            loan.state = LoanState.LENT
            return _written(session, actor, "hand_out", loan)
    except IntegrityError as error:
        piece = loan.piece
        session.refresh(loan)
        loan.piece = piece
        free_piece(session, loan, None, "day")
        raise Refused("record.stale") from error


@requires(Permission.CERTIFICATE_EDIT)
def give_back(
    session: Session, actor: Actor, loan_id: int, version: int, *, day: date, note: str = "", command_id: str, today: date
) -> int:  # fmt: skip
    """Take the original or the device back; returns the new version.

    Raises Refused "office_paper.wrong_state" (state), "loan.future" (day), "loan.back_early" (day), "record.gone",
    "record.stale". A repeated command does it once.
    """
    loan = records.load(session, CertificateLoan, loan_id)
    if not once(session, command_id):
        return loan.version
    expect(loan, version, LoanState.LENT)
    if day > today:
        raise Refused("loan.future", field="day")
    if loan.lent_on is not None and day < loan.lent_on:
        raise Refused("loan.back_early", field="day", day=loan.lent_on)
    loan.state, loan.back_on, loan.back_note = LoanState.BACK, day, tidy(note, "note")
    return _written(session, actor, "give_back", loan)


@requires(Permission.CERTIFICATE_EDIT)
def extend(
    session: Session, actor: Actor, loan_id: int, version: int, *, due_back_on: date, reason: str, command_id: str
) -> int:  # fmt: skip
    """Let somebody keep an original longer, where nobody else is promised it; returns the new version.

    Raises Refused "approval.reason_missing" (reason), "loan.days" (due_back_on), "loan.promised", "office_paper.wrong_state",
    "record.gone", "record.stale".
    """
    loan = records.load(session, CertificateLoan, loan_id)
    if not once(session, command_id):
        return loan.version
    expect(loan, version, LoanState.LENT)
    why = tidy(reason, "reason")
    if not why:
        raise Refused("approval.reason_missing", field="reason")
    if due_back_on <= loan.due_back_on:
        raise Refused("loan.days", field="due_back_on")
    loan.due_back_on, loan.state_note = due_back_on, why
    refuse_promised(session, loan, "due_back_on")
    return _written(session, actor, "extend", loan, reason=why)


@requires(Permission.CERTIFICATE_EDIT, Permission.CLAIM_VOID)
def void(session: Session, actor: Actor, loan_id: int, version: int, *, reason: str, command_id: str) -> int:
    """Take back what was approved and not handed out; returns the new version.

    Raises Refused "approval.reason_missing" (reason), "office_paper.wrong_state" (state), "record.gone", "record.stale".
    """
    loan = records.load(session, CertificateLoan, loan_id)
    if not once(session, command_id):
        return loan.version
    expect(loan, version, LoanState.APPROVED)
    why = tidy(reason, "reason")
    if not why:
        raise Refused("approval.reason_missing", field="reason")
    loan.state, loan.state_note = LoanState.VOIDED, why
    return _written(session, actor, "void", loan, reason=why)


def _written(session: Session, actor: Actor, action: str, loan: CertificateLoan, **notes: object) -> int:
    audit.record(session, actor, action, loan, **notes)
    session.flush()
    return loan.version
