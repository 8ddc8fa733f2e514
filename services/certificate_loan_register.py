"""The list of loans 证照借用台账: columns, chips, and what waits: to hand out, lent, overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from models.bid import Bid
from models.certificate import Certificate, CertificateLoan, LoanKind, LoanState
from services.permissions import Actor, Permission, open_to_all, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

EDITABLE = frozenset({LoanState.DRAFT, LoanState.RETURNED, LoanState.WITHDRAWN})
_PIECES = case((CertificateLoan.kind == LoanKind.DUPLICATE, Certificate.copies), else_=Certificate.originals)
_OVER = (LoanState.BACK, LoanState.VOIDED)


def overdue(today: date) -> ColumnElement[bool]:
    """With somebody after the day it was due back."""
    return and_(CertificateLoan.state == LoanState.LENT, CertificateLoan.due_back_on < today)


def _in_state(state: LoanState) -> ColumnElement[bool]:
    return CertificateLoan.state == state


def _overdue(context: ChipContext) -> ColumnElement[bool]:
    return overdue(context.today)


REGISTER = Register(
    name="certificate_loan",
    record=CertificateLoan,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, CertificateLoan.number, width=116),
        Column("certificate_name", "Certificate", ColumnKind.TEXT, CertificateLoan.certificate_name, width=150, stretch=True),
        Column("kind", "What", ColumnKind.CHOICE, CertificateLoan.kind, width=112, choices=LoanKind),
        Column("piece", "Which one", ColumnKind.NUMBER, CertificateLoan.piece, width=60, shown=False),
        Column("pieces", "Of how many", ColumnKind.NUMBER, _PIECES, width=60, shown=False),
        Column("copies", "Copies", ColumnKind.NUMBER, CertificateLoan.copies, width=60, shown=False),
        Column("employee_name", "Borrower", ColumnKind.TEXT, CertificateLoan.employee_name, width=76),
        Column("department_name", "Department", ColumnKind.TEXT, CertificateLoan.department_name, width=96, spare=1),
        Column("purpose", "Purpose", ColumnKind.TEXT, CertificateLoan.purpose, width=150, spare=2),
        Column("bid", "Bid", ColumnKind.TEXT, Bid.name, width=140, shown=False),
        Column("from_on", "Borrowed from", ColumnKind.DAY, CertificateLoan.from_on, width=76, spare=3),
        Column("due_back_on", "Due back", ColumnKind.DAY, CertificateLoan.due_back_on, width=132),
        Column("lent_on", "Handed out on", ColumnKind.DAY, CertificateLoan.lent_on, width=98, shown=False),
        Column("back_on", "Back on", ColumnKind.DAY, CertificateLoan.back_on, width=98, shown=False),
        Column("state", "State", ColumnKind.CHOICE, CertificateLoan.state, width=112, choices=LoanState),
        Column("holder_name", "With", ColumnKind.TEXT, CertificateLoan.holder_name, width=76, shown=False),
        Column("made_by", "Made by", ColumnKind.TEXT, CertificateLoan.made_by_name, width=90, shown=False),
    ),
    see=Permission.CERTIFICATE_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("open", "Open", clause=lambda _context: CertificateLoan.state.not_in(_OVER)),
        Chip("to_hand_out", "To hand out", clause=lambda _context: _in_state(LoanState.APPROVED), sort="from_on"),
        Chip("lent", "Lent out", clause=lambda _context: _in_state(LoanState.LENT), sort="due_back_on"),
        Chip("overdue", "Overdue", clause=_overdue, sort="due_back_on"),
        Chip("copies", "Sealed copies", clause=lambda _context: CertificateLoan.kind == LoanKind.COPY),
        Chip("all", "All"),
    ),
    default_chip="open",
    joins=(Join(Certificate, Certificate.id == CertificateLoan.certificate_id), Join(Bid, Bid.id == CertificateLoan.bid_id)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LoanHeadline:
    """What waits: requests to finish, being decided, to hand out, out, and out for too long since `overdue_since`."""

    to_finish: int
    submitted: int
    to_hand_out: int
    lent: int
    overdue: int
    overdue_since: date | None
    overdue_holder: str = ""


@requires(Permission.CERTIFICATE_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> LoanHeadline:  # noqa: ARG001 - the permission needs it
    """What waits on the page of loans."""
    found = session.execute(select(CertificateLoan.state, func.count()).group_by(CertificateLoan.state))
    counts: dict[LoanState, int] = {row[0]: row[1] for row in found}
    late = session.execute(
        select(CertificateLoan.due_back_on, CertificateLoan.employee_name)
        .where(overdue(today))
        .order_by(CertificateLoan.due_back_on, CertificateLoan.id)
    ).all()
    return LoanHeadline(
        to_finish=sum(counts.get(state, 0) for state in EDITABLE),
        submitted=counts.get(LoanState.SUBMITTED, 0),
        to_hand_out=counts.get(LoanState.APPROVED, 0),
        lent=counts.get(LoanState.LENT, 0),
        overdue=len(late),
        overdue_since=late[0].due_back_on if late else None,
        overdue_holder=late[0].employee_name if late else "",
    )


@requires(Permission.CERTIFICATE_SEE)
def overdue_count(session: Session, actor: Actor, *, today: date) -> int:  # noqa: ARG001 - the permission needs it
    """How many originals and devices should be back: the number on the tab."""
    return session.scalar(select(func.count()).select_from(CertificateLoan).where(overdue(today))) or 0


@open_to_all("a step of the leaver's list and of the overview, which have checked")
def lent_to(session: Session, employee_id: int) -> list[str]:
    """What somebody still has: number of the loan and name of the certificate, the longest due first."""
    rows = session.execute(
        select(CertificateLoan.number, CertificateLoan.certificate_name)
        .where(CertificateLoan.employee_id == employee_id, CertificateLoan.state == LoanState.LENT)
        .order_by(CertificateLoan.due_back_on, CertificateLoan.id)
    )
    return [f"{row.certificate_name} {row.number}" for row in rows]
