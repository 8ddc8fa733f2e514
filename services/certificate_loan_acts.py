"""What happens to an approved loan: handed out, prolonged, taken back, or taken back before it was handed out."""

from __future__ import annotations

from datetime import date

from sqlalchemy.exc import IntegrityError

from models.certificate import Certificate, CertificateLoan, CertificateState, LoanKind, LoanState
from services import audit, records
from services.certificate_loan_rules import (
    expect,
    free_piece,
    keep_until,
    pieces,
    refuse_left,
    refuse_promised,
)
from services.company_certificates import put_away
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
    it was approved for, "loan.late" (day) after them, "loan.has_left" (day), "loan.out" (holder, what, piece, since, day) when somebody else has it, "loan.no_piece" (piece), "loan.promised", "loan.archived",
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
    _refuse_day(session, loan, day)
    loan.lent_on = day
    if loan.kind == LoanKind.COPY:
        loan.state, loan.back_on = LoanState.BACK, day
        return _written(session, actor, "hand_out", loan)
    return _lend(session, actor, loan)


def _refuse_day(session: Session, loan: CertificateLoan, day: date) -> None:
    """Only in the days that were approved, and to somebody who still works here."""
    if day < loan.from_on:
        raise Refused("loan.early", field="day", day=loan.from_on)
    if loan.kind != LoanKind.COPY and day > loan.due_back_on:
        raise Refused("loan.late", field="day", day=loan.due_back_on)
    refuse_left(session, loan.employee_id, day, "day")


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
    session.flush()
    _put_away_renewed(session, actor, loan, today)
    return _written(session, actor, "give_back", loan)


def _put_away_renewed(session: Session, actor: Actor, loan: CertificateLoan, today: date) -> None:
    """A certificate that was renewed while it was out goes to the archive now."""
    certificate = session.get_one(Certificate, loan.certificate_id)
    if certificate.successor_id is not None:
        put_away(session, actor, session.get_one(Certificate, certificate.successor_id), today)


@requires(Permission.CERTIFICATE_EDIT)
def extend(
    session: Session, actor: Actor, loan_id: int, version: int, *, due_back_on: date, reason: str, command_id: str
) -> int:  # fmt: skip
    """Let somebody keep an original longer, where nobody else is promised it; returns the new version.

    So many days after the one that was approved, and no more: whoever needs it longer asks anew. Raises Refused
    "approval.reason_missing" (reason), "loan.days" (due_back_on), "loan.long" (due_back_on, day), "loan.promised", "office_paper.wrong_state",
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
    if due_back_on > keep_until(loan):
        raise Refused("loan.long", field="due_back_on", day=keep_until(loan))
    loan.approved_back_on = loan.approved_back_on or loan.due_back_on
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
