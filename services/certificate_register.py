"""The list of certificates 证照台账: columns, chips, what counts as ending, lapsed and lent out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, literal, not_, or_, select
from sqlalchemy.orm import Session, aliased

from models.base import Day
from models.certificate import (
    Certificate,
    CertificateKind,
    CertificateLoan,
    CertificateState,
    LoanKind,
    LoanState,
)
from models.certificate_terms import HolderType
from models.people import Employee
from services.permissions import Permission, open_to_all
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

ENDS_WITHIN = timedelta(days=90)
DEVICES, MEMBERSHIPS = ("数字证书", "印章"), ("会员合作",)  # groups of kinds with a chip of their own
_WHY = "a step of services that have checked"
_Out = aliased(CertificateLoan, name="loan_out")
_Keeper = aliased(Employee, name="certificate_keeper")
_Person = aliased(Employee, name="certificate_person")
_Next = aliased(Certificate, name="certificate_next")
_ENDS = func.coalesce(Certificate.valid_to, literal(date.max, Day))  # what does not end stands last
_OPEN = tuple(state for state in CertificateState if state != CertificateState.ARCHIVED)
RUNNING = (CertificateState.VALID, CertificateState.SUSPENDED)  # what ends by itself on its last day
IN_USE = (*RUNNING, CertificateState.LAPSED)  # what owes something: granted, not withdrawn
_BUSY = (LoanState.LENT, LoanState.APPROVED, LoanState.SUBMITTED)


def current() -> ColumnElement[bool]:
    """Not in the archive."""
    return Certificate.state.in_(_OPEN)


def of_staff(today: date) -> ColumnElement[bool]:
    """The company's, or of a person who still works here."""
    left = select(Employee.id).where(Employee.left_on < today)
    return or_(Certificate.employee_id.is_(None), Certificate.employee_id.not_in(left))


def ended(today: date) -> ColumnElement[bool]:
    """Past its last day and not marked yet."""
    return and_(Certificate.state.in_(RUNNING), Certificate.valid_to < today)


def unfollowed() -> ColumnElement[bool]:
    """Nothing has taken its place: no successor, or one that is only applied for."""
    applied = select(_Next.id).where(_Next.state == CertificateState.IN_PROGRESS)
    return or_(Certificate.successor_id.is_(None), Certificate.successor_id.in_(applied))


def ending(today: date, within: timedelta = ENDS_WITHIN) -> ColumnElement[bool]:
    """Ends within so many days, and no successor was granted yet."""
    soon = Certificate.valid_to.between(today, today + within)
    return and_(Certificate.state.in_(RUNNING), soon, unfollowed())


def lapsed(today: date) -> ColumnElement[bool]:
    """Over or withdrawn, and neither renewed nor put away."""
    gone = Certificate.state.in_([CertificateState.LAPSED, CertificateState.REVOKED])
    over = or_(gone, ended(today))
    return and_(over, unfollowed())


def out() -> ColumnElement[bool]:
    """Its original, or the device itself, is with somebody."""
    return Certificate.id.in_(
        select(CertificateLoan.certificate_id).where(
            CertificateLoan.state == LoanState.LENT, CertificateLoan.kind != LoanKind.COPY
        )
    )


def busy() -> ColumnElement[bool]:
    """It is with somebody, or promised to somebody."""
    asked = select(CertificateLoan.certificate_id).where(CertificateLoan.state.in_(_BUSY))
    return Certificate.id.in_(
        asked.where(or_(CertificateLoan.kind != LoanKind.COPY, CertificateLoan.state != LoanState.LENT))
    )


def replaced(today: date) -> ColumnElement[bool]:
    """Over, granted anew, and at its place: nothing keeps it in use."""
    over = and_(Certificate.state == CertificateState.LAPSED, Certificate.valid_to < today)
    return and_(over, Certificate.successor_id.is_not(None), not_(unfollowed()), not_(busy()))


def _first_out() -> ScalarSelect[int]:
    """Of several pieces that are out the one that is due back first: a certificate is one row."""
    return (
        select(CertificateLoan.id)
        .where(
            CertificateLoan.certificate_id == Certificate.id,
            CertificateLoan.state == LoanState.LENT,
            CertificateLoan.kind != LoanKind.COPY,
        )
        .order_by(CertificateLoan.due_back_on, CertificateLoan.id)
        .limit(1)
        .correlate(Certificate)
        .scalar_subquery()
    )


def _of_group(groups: tuple[str, ...]) -> Callable[[ChipContext], ColumnElement[bool]]:
    kinds = select(CertificateKind.id).where(CertificateKind.group.in_(groups))
    return lambda _context: and_(current(), Certificate.kind_id.in_(kinds))


def _of_holder(holder: HolderType) -> Callable[[ChipContext], ColumnElement[bool]]:
    kinds = select(CertificateKind.id).where(
        CertificateKind.holder == holder, CertificateKind.group.not_in([*DEVICES, *MEMBERSHIPS])
    )
    return lambda _context: and_(current(), Certificate.kind_id.in_(kinds))


REGISTER = Register(
    name="certificate",
    record=Certificate,
    columns=(
        Column("name", "Certificate", ColumnKind.TEXT, Certificate.name, width=170, stretch=True),
        Column("kind", "Kind", ColumnKind.TEXT, CertificateKind.name, width=130, shown=False),
        Column("number", "Number", ColumnKind.TEXT, Certificate.number, width=136, spare=1),
        Column("person", "Certificate holder", ColumnKind.TEXT, _Person.name, width=80, spare=2),
        Column("holder_name", "Holder in full", ColumnKind.TEXT, Certificate.holder_name, width=180, shown=False),
        Column("valid_from", "Valid from", ColumnKind.DAY, Certificate.valid_from, width=98, shown=False),
        Column("valid_to", "Valid to", ColumnKind.DAY, Certificate.valid_to, width=186),
        Column("state", "State", ColumnKind.CHOICE, Certificate.state, width=86, choices=CertificateState),
        Column("original_place", "Original", ColumnKind.TEXT, Certificate.original_place, width=126),
        Column("copy_place", "Duplicates", ColumnKind.TEXT, Certificate.copy_place, width=126, shown=False),
        Column("lent_to", "Lent to", ColumnKind.TEXT, _Out.employee_name, width=90, shown=False),
        Column("due_back_on", "Due back", ColumnKind.DAY, _Out.due_back_on, width=98, shown=False),
        Column("issuer", "Issuer", ColumnKind.TEXT, Certificate.issuer, width=160, shown=False),
        Column("level", "Level", ColumnKind.TEXT, Certificate.level, width=80, shown=False),
        Column("scope", "Scope", ColumnKind.TEXT, Certificate.scope, width=180, shown=False),
        Column("issued_on", "Issued on", ColumnKind.DAY, Certificate.issued_on, width=98, shown=False),
        Column("keeper", "Kept by", ColumnKind.TEXT, _Keeper.name, width=90, shown=False),
        Column("group", "Group", ColumnKind.TEXT, CertificateKind.group, width=110, shown=False),
        Column("note", "Note", ColumnKind.TEXT, Certificate.note, width=140, shown=False),
        Column("ends", "End, endless last", ColumnKind.DAY, _ENDS, width=98, shown=False),
    ),
    see=Permission.CERTIFICATE_SEE,
    sort="ends",
    chips=(
        Chip("current", "In use", clause=lambda _context: current()),
        Chip("ending", "Ends within 90 days", clause=lambda context: ending(context.today)),
        Chip("lapsed", "Lapsed", clause=lambda context: lapsed(context.today)),
        Chip("lent", "Lent out", clause=lambda _context: out(), sort="due_back_on"),
        Chip("company", "Company", clause=_of_holder(HolderType.COMPANY)),
        Chip("staff", "Staff", clause=_of_holder(HolderType.PERSON)),
        Chip("devices", "Keys and devices", clause=_of_group(DEVICES)),
        Chip("memberships", "Memberships", clause=_of_group(MEMBERSHIPS)),
        Chip("archived", "Archived", clause=lambda _context: Certificate.state == CertificateState.ARCHIVED),
        Chip("all", "All"),
    ),
    default_chip="current",
    joins=(
        Join(CertificateKind, CertificateKind.id == Certificate.kind_id),
        Join(_Out, _Out.id == _first_out()),
        Join(_Person, _Person.id == Certificate.employee_id),
        Join(_Keeper, _Keeper.id == Certificate.keeper_id),
    ),
)  # fmt: skip


@open_to_all(_WHY)
def lent_of(session: Session, certificate_id: int) -> CertificateLoan | None:
    """The loan that an original or the device is out on, the first due back; None when all are at their place."""
    return next(iter(lent_all(session, certificate_id)), None)


@open_to_all(_WHY)
def lent_all(session: Session, certificate_id: int) -> list[CertificateLoan]:
    """The loans that its originals, duplicates or devices are out on, the first due back first."""
    query = select(CertificateLoan).where(
        CertificateLoan.certificate_id == certificate_id,
        CertificateLoan.state == LoanState.LENT,
        CertificateLoan.kind != LoanKind.COPY,
    )
    return list(session.scalars(query.order_by(CertificateLoan.due_back_on, CertificateLoan.id)))


@open_to_all(_WHY)
def followed(session: Session, item: Certificate) -> bool:
    """Whether a successor has taken its place: one that is only applied for has not."""
    after = session.get(Certificate, item.successor_id) if item.successor_id is not None else None
    return after is not None and after.state != CertificateState.IN_PROGRESS


@open_to_all(_WHY)
def names_of(session: Session, employee_id: int) -> list[str]:
    """The certificates of a person that are not archived, by name and number."""
    query = select(Certificate.name, Certificate.number).where(
        Certificate.employee_id == employee_id, current()
    )
    return [f"{name} {number}".strip() for name, number in session.execute(query.order_by(Certificate.id))]


@open_to_all(_WHY)
def followed_of(session: Session, ids: Sequence[int]) -> frozenset[int]:
    """Which of these a successor has taken the place of."""
    query = select(Certificate.id).where(Certificate.id.in_(ids), Certificate.successor_id.is_not(None))
    return frozenset(session.scalars(query.where(not_(unfollowed()))))


@open_to_all(_WHY)
def is_busy(session: Session, certificate_id: int) -> bool:
    """Whether it is with somebody, or promised to somebody."""
    found = select(Certificate.id).where(Certificate.id == certificate_id, busy())
    return session.scalar(found) is not None


@open_to_all(_WHY)
def loans_asked(session: Session, certificate_id: int) -> list[str]:
    """The numbers of the loans of a certificate that are being decided or wait to be handed out."""
    query = select(CertificateLoan.number).where(
        CertificateLoan.certificate_id == certificate_id,
        CertificateLoan.state.in_([LoanState.SUBMITTED, LoanState.APPROVED]),
    )
    return list(session.scalars(query.order_by(CertificateLoan.number)))


@open_to_all(_WHY)
def out_of(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, date]]:
    """Who has originals of these certificates, and until when; of several everybody, and the first day due."""
    rows = session.execute(
        select(CertificateLoan.certificate_id, CertificateLoan.employee_name, CertificateLoan.due_back_on)
        .where(
            CertificateLoan.certificate_id.in_(ids),
            CertificateLoan.state == LoanState.LENT,
            CertificateLoan.kind != LoanKind.COPY,
        )
        .order_by(CertificateLoan.due_back_on, CertificateLoan.id)
    )
    found: dict[int, tuple[str, date]] = {}
    for certificate_id, name, day in rows:
        holders, first = found.get(certificate_id, ("", day))
        names = [*filter(None, holders.split("、")), name]
        found[certificate_id] = ("、".join(dict.fromkeys(names)), first)
    return found
