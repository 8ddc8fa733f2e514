"""What a certificate owes: its yearly duties that no finished case has met, from the day it was entered on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.certificate import Certificate
from models.certificate_case import CaseState, CertificateCase
from services import certificate_duties
from services.certificate_chains import Chains
from services.certificate_duties import Duty
from services.permissions import open_to_all

LOOK_BACK = timedelta(days=3660)
_WHY = "a step of services that have checked"


def owed_from(item: Certificate, today: date) -> date:
    """The day from which on duties are asked for: what fell due before the certificate was entered is nobody's omission."""
    return max(min(item.created_at.date(), today), today - LOOK_BACK)


@open_to_all(_WHY)
def open_duties(
    item: Certificate, cases: Iterable[CertificateCase], first: date, last: date, links: Chains
) -> list[Duty]:
    """The duties of a certificate (its kind loaded) due in these days that no finished case has met."""
    done = [case for case in cases if case.duty_code and case.state == CaseState.DONE]
    days = [case.closed_on for case in done if case.closed_on is not None]
    found = certificate_duties.duties_between(
        item.kind,
        item.valid_from,
        item.valid_to,
        first,
        last,
        days,
        links.held_from(item.id, item.valid_from),
    )
    return [
        duty
        for duty in found
        if links.owes(item.id, duty.due_on) and not any(_meets(case, duty) for case in done)
    ]


def _meets(case: CertificateCase, duty: Duty) -> bool:
    """As `due_certificates` asks: by the duty's own day, whatever day the case itself was to end by."""
    return (case.duty_code, case.duty_on) == (duty.code, duty.due_on)


@open_to_all(_WHY)
def cases_of(session: Session, ids: Iterable[int]) -> dict[int, list[CertificateCase]]:
    """The cases about these certificates, the newest first."""
    query = select(CertificateCase).where(CertificateCase.certificate_id.in_(list(ids)))
    found: dict[int, list[CertificateCase]] = {}
    for case in session.scalars(query.order_by(CertificateCase.opened_on.desc(), CertificateCase.id.desc())):
        found.setdefault(case.certificate_id or 0, []).append(case)
    return found
