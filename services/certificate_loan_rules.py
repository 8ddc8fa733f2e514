"""When a loan is refused: the original is with somebody, or promised to somebody, or the paper has moved on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.certificate import CertificateLoan, LoanKind, LoanState
from services.certificate_register import lent_of
from services.errors import Refused
from services.permissions import open_to_all

_ASKED = (LoanState.SUBMITTED, LoanState.APPROVED)
_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def refuse_promised(session: Session, loan: CertificateLoan, field: str) -> None:
    """Somebody else asked for the same original in these days: "loan.promised" (number, holder, first, last)."""
    with session.no_autoflush:
        promised = session.scalar(
            select(CertificateLoan)
            .where(
                CertificateLoan.certificate_id == loan.certificate_id,
                CertificateLoan.kind != LoanKind.COPY,
                CertificateLoan.id != (loan.id or 0),
                CertificateLoan.state.in_(_ASKED),
                CertificateLoan.from_on <= loan.due_back_on,
                CertificateLoan.due_back_on >= loan.from_on,
            )
            .order_by(CertificateLoan.from_on)
            .limit(1)
        )
    if promised is not None:
        raise Refused(
            "loan.promised", field=field, number=promised.number, holder=promised.employee_name,
            first=promised.from_on, last=promised.due_back_on,
        )  # fmt: skip


@open_to_all(_WHY)
def out_elsewhere(session: Session, loan: CertificateLoan) -> CertificateLoan | None:
    """The other loan that the same original is out on; None when it is at its place."""
    with session.no_autoflush:
        lent = lent_of(session, loan.certificate_id)
    return None if lent is None or lent.id == loan.id else lent


@open_to_all(_WHY)
def refuse_out(session: Session, loan: CertificateLoan, needed_on: date | None = None) -> None:
    """It is with somebody, still on the day it is needed (without a day: now): "loan.out" (holder, day)."""
    lent = out_elsewhere(session, loan)
    if lent is None or (needed_on is not None and lent.due_back_on < needed_on):
        return
    raise Refused("loan.out", field="certificate_id", holder=lent.employee_name, day=lent.due_back_on)


def refuse_state(loan: CertificateLoan, states: Collection[LoanState]) -> None:
    """The paper is not where this is possible: "office_paper.wrong_state" (state)."""
    if loan.state not in states:
        raise Refused("office_paper.wrong_state", state=loan.state.value)


def expect(loan: CertificateLoan, version: int, state: LoanState) -> None:
    """As the user saw it, and in this state: "record.stale", "office_paper.wrong_state" (state)."""
    if loan.version != version:
        raise Refused("record.stale")
    refuse_state(loan, {state})
