"""What happens to certificates beside saving: put away, taken out again, lapsed when their day is past."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.certificate import Certificate, CertificateState
from services import audit, records
from services.certificate_register import ended, followed, is_out, lent_of
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy


@requires(Permission.CERTIFICATE_EDIT)
def archive(session: Session, actor: Actor, certificate_id: int, version: int, *, reason: str) -> None:
    """Put a certificate away: it is renewed, given back or not needed any more; nothing reminds of it again.

    Raises Refused "approval.reason_missing" (reason), "certificate.is_out" (holder, day), "record.gone", "record.stale".
    """
    item = records.expect(session, Certificate, certificate_id, version)
    why = tidy(reason, "reason")
    if not why:
        raise Refused("approval.reason_missing", field="reason")
    loan = lent_of(session, certificate_id)
    if loan is not None:
        raise Refused("certificate.is_out", holder=loan.employee_name, day=loan.due_back_on)
    item.state = CertificateState.ARCHIVED
    audit.record(session, actor, "archive", item, reason=why)
    session.flush()


@requires(Permission.CERTIFICATE_EDIT)
def reopen(session: Session, actor: Actor, certificate_id: int, version: int, *, today: date) -> None:
    """Take a certificate out of the archive. Raises Refused "certificate.not_archived", "record.gone", "record.stale"."""
    item = records.expect(session, Certificate, certificate_id, version)
    if item.state != CertificateState.ARCHIVED:
        raise Refused("certificate.not_archived")
    over = item.valid_to is not None and item.valid_to < today
    item.state = CertificateState.LAPSED if over else CertificateState.VALID
    audit.record(session, actor, "unarchive", item)
    session.flush()


@requires(Permission.CERTIFICATE_SEE)
def lapse_due_count(session: Session, actor: Actor, today: date) -> int:  # noqa: ARG001 - the permission needs it
    """How many certificates have ended since somebody last looked."""
    return session.scalar(select(func.count()).select_from(Certificate).where(ended(today))) or 0


@open_to_all("writes down what the calendar has done, whoever happens to look first")
def lapse_due(session: Session, actor: Actor, today: date) -> int:
    """Mark what has ended as lapsed, or as archived where a successor is there; how many. Twice does nothing more."""
    found = session.scalars(select(Certificate).where(ended(today))).all()
    for item in found:
        renewed = followed(session, item) and not is_out(session, item.id)
        item.state = CertificateState.ARCHIVED if renewed else CertificateState.LAPSED
        audit.record(session, actor, "lapse", item)
    session.flush()
    return len(found)
