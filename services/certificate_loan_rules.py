"""When a loan is refused: the piece is with somebody, or promised to somebody, or the paper has moved on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.certificate import Certificate, CertificateLoan, LoanKind, LoanState
from services.certificate_register import lent_all
from services.errors import Refused
from services.permissions import open_to_all

_ASKED = (LoanState.SUBMITTED, LoanState.APPROVED)
_ITSELF = (LoanKind.ORIGINAL, LoanKind.DEVICE)  # two words for the same thing: what the certificate itself is
_WHY = "a step of services that have checked"


def pieces(certificate: Certificate, kind: LoanKind) -> int:
    """How many there are to lend: originals, official duplicates; none of sealed copies."""
    if kind == LoanKind.COPY:
        return 0
    return certificate.copies if kind == LoanKind.DUPLICATE else certificate.originals


@open_to_all(_WHY)
def free_piece(session: Session, loan: CertificateLoan, needed_on: date | None, field: str) -> int:
    """The piece that was asked for, or the first one that nobody has and nobody is promised in these days.

    Raises Refused "loan.out" (holder, piece, since, day) and "loan.promised" when there is none: of several, what
    keeps the one that is free soonest.
    """
    certificate = session.get_one(Certificate, loan.certificate_id)
    wanted = [loan.piece] if loan.piece else range(1, pieces(certificate, loan.kind) + 1)
    refused: list[tuple[date, Refused]] = []
    for piece in wanted:
        taken = _taken(session, loan, piece, needed_on, field)
        if taken is None:
            return piece
        refused.append(taken)
    raise min(refused, key=lambda found: found[0])[1]


def _taken(
    session: Session, loan: CertificateLoan, piece: int, needed_on: date | None, field: str
) -> tuple[date, Refused] | None:
    """Why this piece cannot be had, and until when."""
    lent = out_elsewhere(session, loan, piece)
    if lent is not None and (needed_on is None or lent.due_back_on >= needed_on):
        return lent.due_back_on, _out(lent)
    promised = _promised(session, loan, piece)
    return None if promised is None else (promised.due_back_on, _refused_promise(promised, field))


def _out(lent: CertificateLoan) -> Refused:
    return Refused(
        "loan.out", field="certificate_id", holder=lent.employee_name, what=lent.kind, piece=lent.piece,
        since=lent.lent_on, day=lent.due_back_on,
    )  # fmt: skip


def _refused_promise(promised: CertificateLoan, field: str) -> Refused:
    return Refused(
        "loan.promised", field=field, number=promised.number, holder=promised.employee_name,
        first=promised.from_on, last=promised.due_back_on,
    )  # fmt: skip


def _promised(session: Session, loan: CertificateLoan, piece: int) -> CertificateLoan | None:
    with session.no_autoflush:
        return session.scalar(
            select(CertificateLoan)
            .where(
                CertificateLoan.certificate_id == loan.certificate_id,
                CertificateLoan.kind.in_(_alike(loan.kind)),
                CertificateLoan.piece == piece,
                CertificateLoan.id != (loan.id or 0),
                CertificateLoan.state.in_(_ASKED),
                CertificateLoan.from_on <= loan.due_back_on,
                CertificateLoan.due_back_on >= loan.from_on,
            )
            .order_by(CertificateLoan.from_on)
            .limit(1)
        )


def _alike(kind: LoanKind) -> tuple[LoanKind, ...]:
    return _ITSELF if kind in _ITSELF else (kind,)


@open_to_all(_WHY)
def refuse_promised(session: Session, loan: CertificateLoan, field: str) -> None:
    """Somebody else asked for the same piece in these days: "loan.promised" (number, holder, first, last)."""
    promised = _promised(session, loan, loan.piece)
    if promised is not None:
        raise _refused_promise(promised, field)


@open_to_all(_WHY)
def out_elsewhere(session: Session, loan: CertificateLoan, piece: int) -> CertificateLoan | None:
    """The other loan that this piece is out on; None when it is at its place."""
    with session.no_autoflush:
        lent = lent_all(session, loan.certificate_id)
    alike = _alike(loan.kind)
    return next((one for one in lent if one.kind in alike and one.piece == piece and one.id != loan.id), None)


def refuse_state(loan: CertificateLoan, states: Collection[LoanState]) -> None:
    """The paper is not where this is possible: "office_paper.wrong_state" (state)."""
    if loan.state not in states:
        raise Refused("office_paper.wrong_state", state=loan.state.value)


def expect(loan: CertificateLoan, version: int, state: LoanState) -> None:
    """As the user saw it, and in this state: "record.stale", "office_paper.wrong_state" (state)."""
    if loan.version != version:
        raise Refused("record.stale")
    refuse_state(loan, {state})
