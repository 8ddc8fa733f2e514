"""What happens to certificates beside saving: put away, taken out again, lapsed when their day is past."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from models.certificate import Certificate, CertificateState
from models.certificate_case import CaseState, CertificateCase
from services import audit, records
from services.certificate_chains import tie_again
from services.certificate_register import ended, followed, is_busy, lent_of, loans_asked, replaced
from services.company_certificates import OVER, let_go
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy


@requires(Permission.CERTIFICATE_EDIT)
def archive(session: Session, actor: Actor, certificate_id: int, version: int, *, reason: str) -> None:
    """Put a certificate away: it is renewed, given back or not needed any more; nothing reminds of it again.

    Raises Refused "approval.reason_missing" (reason), "certificate.is_out" (holder, day), "certificate.open_papers"
    (numbers) while cases are in hand or loans are promised, "record.gone", "record.stale".
    """
    item = records.expect(session, Certificate, certificate_id, version)
    why = tidy(reason, "reason")
    if not why:
        raise Refused("approval.reason_missing", field="reason")
    loan = lent_of(session, certificate_id)
    if loan is not None:
        raise Refused("certificate.is_out", holder=loan.employee_name, day=loan.due_back_on)
    numbers = [*_cases_in_hand(session, certificate_id), *loans_asked(session, certificate_id)]
    if numbers:
        raise Refused("certificate.open_papers", numbers="、".join(numbers))
    item.state = CertificateState.ARCHIVED
    let_go(session, actor, item)
    audit.record(session, actor, "archive", item, reason=why)
    session.flush()


def _cases_in_hand(session: Session, certificate_id: int) -> list[str]:
    query = select(CertificateCase.number).where(
        CertificateCase.certificate_id == certificate_id, CertificateCase.state == CaseState.OPEN
    )
    return list(session.scalars(query.order_by(CertificateCase.number)))


@requires(Permission.CERTIFICATE_EDIT)
def reopen(session: Session, actor: Actor, certificate_id: int, version: int, *, today: date) -> None:
    """Take a certificate out of the archive; it is again what it was, or lapsed when it ended meanwhile.

    Raises Refused "certificate.not_archived", "record.gone", "record.stale".
    """
    item = records.expect(session, Certificate, certificate_id, version)
    if item.state != CertificateState.ARCHIVED:
        raise Refused("certificate.not_archived")
    over = item.valid_to is not None and item.valid_to < today
    before = item.state_before or CertificateState.VALID
    item.state = CertificateState.LAPSED if over and before is CertificateState.VALID else before
    audit.record(session, actor, "unarchive", item)
    if item.state not in OVER:
        tie_again(session, actor, item)
    session.flush()


def _due(today: date) -> ColumnElement[bool]:
    return or_(ended(today), replaced(today))


@requires(Permission.CERTIFICATE_SEE)
def lapse_due_count(session: Session, actor: Actor, today: date) -> int:  # noqa: ARG001 - the permission needs it
    """How many certificates have ended since somebody last looked."""
    return session.scalar(select(func.count()).select_from(Certificate).where(_due(today))) or 0


@open_to_all("writes down what the calendar has done, whoever happens to look first")
def lapse_due(session: Session, actor: Actor, today: date) -> int:
    """Mark what has ended as lapsed, or as archived where a successor is there; how many. Twice does nothing more."""
    found = session.scalars(select(Certificate).where(_due(today))).all()
    for item in found:
        renewed = followed(session, item) and not is_busy(session, item.id)
        item.state = CertificateState.ARCHIVED if renewed else CertificateState.LAPSED
        audit.record(session, actor, "lapse", item)
    session.flush()
    return len(found)
