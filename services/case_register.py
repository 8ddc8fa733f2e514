"""The list of cases 办理事项台账: columns, chips, what is overdue, and the line above the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from models.certificate import Certificate
from models.certificate_case import CaseKind, CaseState, CaseStep, CertificateCase
from models.people import Employee
from services.permissions import Actor, Permission, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

SOON = timedelta(days=30)
_Owner = aliased(Employee, name="case_owner")


def in_hand() -> ColumnElement[bool]:
    """Neither done, refused nor given up."""
    return CertificateCase.state == CaseState.OPEN


def _step_before(day: date) -> ColumnElement[bool]:
    undone = select(CaseStep.case_id).where(CaseStep.done_on.is_(None), CaseStep.due_on < day)
    return CertificateCase.id.in_(undone)


def overdue(today: date) -> ColumnElement[bool]:
    """In hand, and its day or the day of a step is past."""
    return and_(in_hand(), or_(CertificateCase.due_on < today, _step_before(today)))


def soon(today: date) -> ColumnElement[bool]:
    """In hand, and it ends within 30 days or should have ended."""
    return and_(in_hand(), CertificateCase.due_on <= today + SOON)


def _step(column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """That of the first step that is not done."""
    first = select(column).where(CaseStep.case_id == CertificateCase.id, CaseStep.done_on.is_(None))
    return first.order_by(CaseStep.position).limit(1).correlate(CertificateCase).scalar_subquery()


def _count(*where: ColumnElement[bool]) -> ColumnElement[int]:
    found = select(func.count()).select_from(CaseStep).where(CaseStep.case_id == CertificateCase.id, *where)
    return found.correlate(CertificateCase).scalar_subquery()


def _open(_context: ChipContext) -> ColumnElement[bool]:
    return in_hand()


def _of(*kinds: CaseKind) -> ColumnElement[bool]:
    return CertificateCase.kind.in_(kinds)


REGISTER = Register(
    name="certificate_case",
    record=CertificateCase,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, CertificateCase.number, width=108, spare=2),
        Column("kind", "Kind", ColumnKind.CHOICE, CertificateCase.kind, width=88, choices=CaseKind),
        Column("title", "Case", ColumnKind.TEXT, CertificateCase.title, width=200, stretch=True),
        Column("certificate", "Certificate", ColumnKind.TEXT, Certificate.name, width=150, shown=False),
        Column("owner", "In charge", ColumnKind.TEXT, _Owner.name, width=66),
        Column("next_step", "Next step", ColumnKind.TEXT, _step(CaseStep.name), width=180, sortable=False, spare=2),
        Column("next_day", "Step by", ColumnKind.DAY, _step(CaseStep.due_on), width=88, sortable=False),
        Column("steps_done", "Steps", ColumnKind.NUMBER, _count(CaseStep.done_on.is_not(None)), width=54, sortable=False),
        Column("steps", "Steps in all", ColumnKind.NUMBER, _count(), width=68, shown=False, sortable=False),
        Column("due_on", "Ends by", ColumnKind.DAY, CertificateCase.due_on, width=150),
        Column("state", "State", ColumnKind.CHOICE, CertificateCase.state, width=74, spare=1, choices=CaseState),
        Column("agency", "Authority", ColumnKind.TEXT, CertificateCase.agency, width=150, shown=False),
        Column("cost", "Cost", ColumnKind.MONEY, CertificateCase.cost, width=96, shown=False),
        Column("asked", "Asked for", ColumnKind.MONEY, CertificateCase.asked, width=104, shown=False),
        Column("granted", "Granted", ColumnKind.MONEY, CertificateCase.granted, width=104, shown=False),
        Column("received", "Received", ColumnKind.MONEY, CertificateCase.received, width=104, shown=False),
        Column("received_on", "Received on", ColumnKind.DAY, CertificateCase.received_on, width=98, shown=False),
        Column("opened_on", "Begun on", ColumnKind.DAY, CertificateCase.opened_on, width=98, shown=False),
        Column("closed_on", "Closed on", ColumnKind.DAY, CertificateCase.closed_on, width=98, shown=False),
        Column("result", "Result", ColumnKind.TEXT, CertificateCase.result, width=150, shown=False),
        Column("note", "Note", ColumnKind.TEXT, CertificateCase.note, width=150, shown=False),
    ),
    see=Permission.CERTIFICATE_SEE,
    sort="due_on",
    chips=(
        Chip("open", "In hand", clause=_open),
        Chip("overdue", "Overdue", clause=lambda context: overdue(context.today)),
        Chip("soon", "Ends within 30 days", clause=lambda context: soon(context.today)),
        Chip("changes", "Company changes", clause=lambda _context: _of(CaseKind.CHANGE)),
        Chip("subsidies", "Subsidies", clause=lambda _context: _of(CaseKind.SUBSIDY)),
        Chip("done", "Closed", clause=lambda _context: CertificateCase.state != CaseState.OPEN, sort="closed_on", descending=True),
        Chip("all", "All"),
    ),
    default_chip="open",
    joins=(
        Join(Certificate, Certificate.id == CertificateCase.certificate_id),
        Join(_Owner, _Owner.id == CertificateCase.owner_id),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseHeadline:
    """What waits: cases in hand, overdue, ending within 30 days; granted subsidies (yuan) that did not come in yet."""

    open: int
    overdue: int
    soon: int
    outstanding: Decimal


@requires(Permission.CERTIFICATE_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> CaseHeadline:  # noqa: ARG001 - the permission needs it
    """What waits on the page of cases."""

    def count(where: ColumnElement[bool]) -> int:
        return session.scalar(select(func.count()).select_from(CertificateCase).where(where)) or 0

    still = select(func.sum(CertificateCase.granted), func.sum(CertificateCase.received))
    granted, received = session.execute(still.where(in_hand(), _of(CaseKind.SUBSIDY))).one()
    return CaseHeadline(
        count(in_hand()),
        count(overdue(today)),
        count(soon(today)),
        (granted or Decimal(0)) - (received or Decimal(0)),
    )


@requires(Permission.CERTIFICATE_SEE)
def overdue_count(session: Session, actor: Actor, *, today: date) -> int:  # noqa: ARG001 - the permission needs it
    """How many cases are overdue: the number on the tab."""
    return session.scalar(select(func.count()).select_from(CertificateCase).where(overdue(today))) or 0
