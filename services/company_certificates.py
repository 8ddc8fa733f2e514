"""Certificates 证照资质 of the company and its people: saved, renewed by a successor, chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.certificate import Certificate, CertificateKind, CertificateState, LoanKind
from models.certificate_terms import HolderType
from models.people import Company, Employee
from services import audit, certificate_chains, certificate_duties, records
from services.calendars import business_day
from services.certificate_register import is_busy, lent_all, of_staff
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy

TYPED = frozenset(CertificateState) - {CertificateState.ARCHIVED}
OVER = (CertificateState.LAPSED, CertificateState.REVOKED)
_WHY = "a step of services that have checked"
LAST_DAY = date(2199, 12, 31)  # what ends later does not end
_DAY = timedelta(days=1)
_WORDS = ("number", "issuer", "scope", "level", "original_place", "copy_place", "note")
_SAME = ("kind_id", "issued_on", "valid_from", "valid_to", "state", "originals", "copies", "keeper_id")


@dataclass(frozen=True, slots=True)
class CertificateDraft:
    """A certificate as typed. An empty `name` is the kind's, an empty `holder_name` the company's or the person's.

    `renews_id` names the certificate that this one follows.
    """

    id: int | None = None
    version: int | None = None
    kind_id: int | None = None
    name: str = ""
    number: str = ""
    employee_id: int | None = None
    holder_name: str = ""
    issuer: str = ""
    scope: str = ""
    level: str = ""
    issued_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    state: CertificateState = CertificateState.VALID
    originals: int = 1
    copies: int = 0
    original_place: str = ""
    copy_place: str = ""
    keeper_id: int | None = None
    note: str = ""
    renews_id: int | None = None


@requires(Permission.CERTIFICATE_SEE)
def get(session: Session, actor: Actor, certificate_id: int) -> CertificateDraft:  # noqa: ARG001 - the permission needs it
    """The certificate of that id; Refused "record.gone"."""
    item = records.load(session, Certificate, certificate_id)
    names = ("id", "version", "name", "employee_id", "holder_name", *_SAME, *_WORDS)
    return CertificateDraft(**{name: getattr(item, name) for name in names})


@requires(Permission.CERTIFICATE_EDIT)
def save(session: Session, actor: Actor, draft: CertificateDraft, *, today: date) -> int:
    """Store a certificate; one that `renews_id` names is followed by it from then on. Returns its id.

    Raises Refused "record.required" (kind_id, employee_id of a person's kind), "record.gone" (kind_id, employee_id,
    keeper_id), "certificate.days" (valid_to), "certificate.too_far" (valid_from, valid_to), "certificate.negative" (originals, copies), "certificate.lent" (originals, copies), "certificate.follows_other" (kind_id),
    "certificate.number_taken" (number, with the name that has it), "certificate.state" (state),
    "certificate.archived", "certificate.followed" (number), "record.too_long", "record.gone", "record.stale".
    """
    item = _item(session, draft)
    kind = _kind(session, draft)
    _refuse(session, draft, kind)
    name, holder = tidy(draft.name, "name") or kind.name, _holder(session, draft, kind)
    for field in _SAME:
        setattr(item, field, getattr(draft, field))
    for field in _WORDS:
        setattr(item, field, tidy(getattr(draft, field), field))
    item.name, item.holder_name = name, holder
    item.employee_id = draft.employee_id if kind.holder == HolderType.PERSON else None
    found_by = (item.name, kind.name, item.number, holder, item.issuer, item.scope)
    certificate_id = records.keep(session, actor, item, *found_by)
    if draft.renews_id is not None and draft.id is None:
        _follow(session, actor, draft.renews_id, item)
    if item.state in OVER:
        let_go(session, actor, item)
    elif draft.id is not None:
        certificate_chains.tie_again(session, actor, item)
    put_away(session, actor, item, today)
    return certificate_id


def _item(session: Session, draft: CertificateDraft) -> Certificate:
    if draft.id is None:
        return Certificate()
    item = records.expect(session, Certificate, draft.id, draft.version)
    if item.state == CertificateState.ARCHIVED:
        raise Refused("certificate.archived")
    return item


def _kind(session: Session, draft: CertificateDraft) -> CertificateKind:
    if draft.kind_id is None:
        raise Refused("record.required", field="kind_id")
    records.refuse_unknown(session, CertificateKind, draft.kind_id, "kind_id")
    return session.get_one(CertificateKind, draft.kind_id)


def _refuse(session: Session, draft: CertificateDraft, kind: CertificateKind) -> None:
    if kind.holder == HolderType.PERSON and draft.employee_id is None:
        raise Refused("record.required", field="employee_id")
    for field in ("employee_id", "keeper_id"):
        records.refuse_unknown(session, Employee, getattr(draft, field), field)
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise Refused("certificate.days", field="valid_to")
    for field in ("valid_from", "valid_to"):
        if (getattr(draft, field) or date.min) > LAST_DAY:
            raise Refused("certificate.too_far", field=field)
    for field in ("originals", "copies"):
        if getattr(draft, field) < 0:
            raise Refused("certificate.negative", field=field)
    if draft.state not in TYPED:
        raise Refused("certificate.state", field="state")
    _refuse_lent(session, draft)
    _refuse_other(session, draft)
    _refuse_number(session, draft)


def _refuse_lent(session: Session, draft: CertificateDraft) -> None:
    """What somebody has is there: no fewer originals or duplicates than the highest one that is out."""
    for loan in lent_all(session, draft.id) if draft.id is not None else ():
        field = "copies" if loan.kind == LoanKind.DUPLICATE else "originals"
        if loan.piece > getattr(draft, field):
            raise Refused("certificate.lent", field, holder=loan.employee_name, day=loan.due_back_on)


def _refuse_other(session: Session, draft: CertificateDraft) -> None:
    """A successor is of the same kind: another one would silence what it does not replace."""
    follows = Certificate.id == draft.renews_id if draft.id is None else Certificate.successor_id == draft.id
    kind = select(CertificateKind).join(Certificate, Certificate.kind_id == CertificateKind.id).where(follows)
    before = session.scalar(kind.limit(1))
    if before is not None and before.id != draft.kind_id:
        raise Refused("certificate.follows_other", "kind_id", kind=before.name)


def _refuse_number(session: Session, draft: CertificateDraft) -> None:
    """The same kind and number twice is one certificate typed twice; a renewed one may keep its number."""
    number = tidy(draft.number, "number")
    if not number:
        return
    taken = (
        select(Certificate.name)
        .where(Certificate.kind_id == draft.kind_id, Certificate.number == number)
        .where(Certificate.state != CertificateState.ARCHIVED, Certificate.successor_id.is_(None))
        .where(Certificate.id.not_in([draft.id or 0, draft.renews_id or 0]))
        .where(Certificate.id.not_in(_after_it(draft)))
    )
    if draft.id is not None:
        before = certificate_chains.let_go_of(session, draft.id, draft.kind_id)
        taken = taken.where(Certificate.id.not_in([old.id for old in before]))
    name = session.scalar(taken.limit(1))
    if name is not None:
        raise Refused("certificate.number_taken", field="number", number=number, name=name)


def _after_it(draft: CertificateDraft) -> Select[tuple[int]]:
    """What follows this one, which may keep its number."""
    follows = select(Certificate.successor_id).where(Certificate.id == (draft.id or 0))
    return follows.where(Certificate.successor_id.is_not(None))  # type: ignore[return-value]  # it is there


def _holder(session: Session, draft: CertificateDraft, kind: CertificateKind) -> str:
    if kind.holder == HolderType.PERSON:
        return session.get_one(Employee, draft.employee_id).name
    company = session.scalar(select(Company.name).order_by(Company.id)) or ""
    return required(tidy(draft.holder_name, "holder_name") or company, "holder_name")


def _follow(session: Session, actor: Actor, old_id: int, item: Certificate) -> None:
    """The old one points to the new one."""
    old = records.load(session, Certificate, old_id)
    _refuse_followed(session, old)
    old.successor_id = item.id
    audit.record(session, actor, "renew", old)
    session.flush()


@open_to_all(_WHY)
def let_go(session: Session, actor: Actor, item: Certificate) -> None:
    """What was refused or is over takes nobody's place: what it was to follow is in use and reminded of again."""
    before = select(Certificate).where(
        Certificate.successor_id == item.id, Certificate.state != CertificateState.ARCHIVED
    )
    for old in session.scalars(before).all():
        old.successor_id = None
        audit.record(session, actor, "unfollow", old, number=item.number)
    session.flush()


@open_to_all(_WHY)
def put_away(session: Session, actor: Actor, item: Certificate, today: date) -> None:
    """What it follows goes to the archive as soon as it holds: at once, or when it has been granted."""
    if item.state != CertificateState.VALID or (item.valid_from is not None and item.valid_from > today):
        return
    before = select(Certificate).where(
        Certificate.successor_id == item.id, Certificate.state != CertificateState.ARCHIVED
    )
    for old in session.scalars(before).all():
        if not is_busy(session, old.id):
            old.state = CertificateState.ARCHIVED
            audit.record(session, actor, "archive", old)
    session.flush()


def _refuse_followed(session: Session, old: Certificate) -> None:
    if old.successor_id is not None:
        number = session.get_one(Certificate, old.successor_id).number
        raise Refused("certificate.followed", number=number or old.name)


@requires(Permission.CERTIFICATE_EDIT)
def renewal(session: Session, actor: Actor, certificate_id: int, *, today: date) -> CertificateDraft:  # noqa: ARG001 - the permission needs it
    """What follows a certificate: begins the day after its end, as long as its kind says. Nothing is stored yet.

    Raises Refused "certificate.followed" (number), "record.gone".
    """
    old = records.load(session, Certificate, certificate_id)
    _refuse_followed(session, old)
    kind = session.get_one(CertificateKind, old.kind_id)
    first = old.valid_to + _DAY if old.valid_to else today
    same = ("kind_id", "name", "number", "employee_id", "holder_name", "issuer", "scope", "level")
    kept = ("originals", "copies", "original_place", "copy_place", "keeper_id")
    return CertificateDraft(
        **{name: getattr(old, name) for name in (*same, *kept)},
        valid_from=first,
        valid_to=certificate_duties.valid_until(kind, first),
        renews_id=old.id,
    )


@requires(Permission.CERTIFICATE_EDIT)
def granted(session: Session, actor: Actor, certificate_id: int, *, today: date) -> CertificateDraft:
    """What renews a certificate, now that it was granted: the successor that was applied for, else a new one.

    Raises Refused "certificate.followed" (number), "record.gone".
    """
    old = records.load(session, Certificate, certificate_id)
    after = session.get(Certificate, old.successor_id) if old.successor_id is not None else None
    if after is None or after.state != CertificateState.IN_PROGRESS:
        return renewal(session, actor, certificate_id, today=today)
    draft, kind = get(session, actor, after.id), session.get_one(CertificateKind, after.kind_id)
    first = after.valid_from or (old.valid_to + _DAY if old.valid_to else today)
    last = after.valid_to or certificate_duties.valid_until(kind, first)
    return replace(draft, state=CertificateState.VALID, valid_from=first, valid_to=last)


@requires(Permission.CERTIFICATE_EDIT)
def remove(session: Session, actor: Actor, certificate_id: int, version: int) -> bool:
    """Delete a certificate that has neither loans nor cases; what it was to follow is followed by nothing again.

    Raises Refused "record.in_use", "record.gone", "record.stale".
    """
    item = records.expect(session, Certificate, certificate_id, version)
    let_go(session, actor, item)
    return records.drop(session, actor, item)


@requires(Permission.CERTIFICATE_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The certificates that are not archived nor of somebody who left, by name, with holder and number beside."""
    query = select(Certificate).where(
        Certificate.state != CertificateState.ARCHIVED, of_staff(business_day())
    )
    found = session.scalars(query.order_by(Certificate.name, Certificate.id))
    return [Choice(item.id, item.name, _hint(item), item.search_text) for item in found]


def _hint(item: Certificate) -> str:
    until = f"→ {item.valid_to.isoformat()}" if item.valid_to else ""
    own = item.holder_name if item.employee_id else ""
    return " · ".join(part for part in (own, item.number, until) if part)
