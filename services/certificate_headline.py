"""What needs doing about certificates now: ending, lapsed, originals that should be back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.certificate import Certificate
from services.certificate_loan_register import headline as loans
from services.certificate_register import ending, lapsed
from services.permissions import Actor, Permission, requires

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CertificateHeadline:
    """`soon` end within 30 days, `later` after that within 90; `overdue` originals are out since `overdue_since`."""

    soon: int
    later: int
    lapsed: int
    overdue: int
    overdue_since: date | None
    overdue_holder: str
    out: int


@requires(Permission.CERTIFICATE_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> CertificateHeadline:
    """What waits on the page of certificates."""

    def count(where: ColumnElement[bool]) -> int:
        return session.scalar(select(func.count()).select_from(Certificate).where(where)) or 0

    soon = count(ending(today, SOON))
    lent = loans(session, actor, today=today)
    return CertificateHeadline(
        soon=soon,
        later=count(ending(today)) - soon,
        lapsed=count(lapsed(today)),
        overdue=lent.overdue,
        overdue_since=lent.overdue_since,
        overdue_holder=lent.overdue_holder,
        out=lent.lent,
    )


@requires(Permission.CERTIFICATE_SEE)
def waiting_count(session: Session, actor: Actor, *, today: date) -> int:
    """How many certificates end within 30 days or are over, for somebody who looks after them."""
    if not actor.can(Permission.CERTIFICATE_EDIT):
        return 0
    found = headline(session, actor, today=today)
    return found.soon + found.lapsed
