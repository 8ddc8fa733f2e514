"""What others ask of certificates: which there are of a kind or person, whether they hold on a day, who has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.certificate import Certificate, CertificateKind, CertificateState
from models.certificate_terms import HolderType
from services import certificate_register, records
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What others ask of a certificate: does it hold on a day, and where is its original."""

    id: int
    kind_code: str
    kind_name: str
    name: str
    number: str
    holder: HolderType
    employee_id: int | None
    holder_name: str
    level: str
    valid_from: date | None
    valid_to: date | None
    state: CertificateState
    original_place: str
    followed: bool = False
    lent_to: str = ""
    due_back_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day: granted, begun, not over, not withdrawn; a renewed one to its end."""
        renewed = self.followed and self.state in (CertificateState.ARCHIVED, CertificateState.LAPSED)
        if self.state != CertificateState.VALID and not renewed:
            return False
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or self.valid_to >= day)


def state_on(state: CertificateState, valid_to: date | None, day: date) -> CertificateState:
    """The state as of a day: what was valid is lapsed after its last day, whether or not anybody looked."""
    over = valid_to is not None and valid_to < day
    return CertificateState.LAPSED if over and state in certificate_register.RUNNING else state


@requires(Permission.CERTIFICATE_SEE)
def find(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    *,
    kind_code: str = "",
    employee_id: int | None = None,
    ids: tuple[int, ...] = (),
) -> list[CertificateFacts]:
    """What is known of certificates: of a kind, of a person, or of these ids; the one that ends last comes first."""
    query = select(Certificate).options(selectinload(Certificate.kind))
    if kind_code:
        query = query.join(CertificateKind).where(CertificateKind.code == kind_code)
    if employee_id is not None:
        query = query.where(Certificate.employee_id == employee_id)
    if ids:
        query = query.where(Certificate.id.in_(ids))
    items = session.scalars(query.order_by(Certificate.id)).all()
    out = certificate_register.out_of(session, [item.id for item in items])
    followed = certificate_register.followed_of(session, [item.id for item in items])
    found = [_facts(item, out, followed=item.id in followed) for item in items]
    return sorted(found, key=lambda one: (one.valid_to or date.max, one.id), reverse=True)


@requires(Permission.CERTIFICATE_SEE)
def facts(session: Session, actor: Actor, certificate_id: int) -> CertificateFacts:
    """What is known of one certificate; Refused "record.gone"."""
    records.load(session, Certificate, certificate_id)
    return find(session, actor, ids=(certificate_id,))[0]


def _facts(item: Certificate, out: dict[int, tuple[str, date]], *, followed: bool) -> CertificateFacts:
    lent_to, due = out.get(item.id, ("", None))
    names = (
        "id", "name", "number", "employee_id", "holder_name", "level", "valid_from", "valid_to", "state",
        "original_place",
    )  # fmt: skip
    own = {name: getattr(item, name) for name in names}
    kind = item.kind
    return CertificateFacts(
        **own,
        kind_code=kind.code,
        kind_name=kind.name,
        holder=kind.holder,
        followed=followed,
        lent_to=lent_to,
        due_back_on=due,
    )
