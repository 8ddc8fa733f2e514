"""Certificates and those they renew: who holds one through its renewals owes its yearly duties once, without a gap."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models.audit import AuditEntry
from models.certificate import Certificate, CertificateState
from services import audit
from services.audit_acts import ActKind
from services.due_model import rows
from services.permissions import Actor, open_to_all

_After = aliased(Certificate, name="certificate_after")


class Before(NamedTuple):
    """A certificate that another one renews."""

    id: int
    valid_from: date | None


class Chains(NamedTuple):
    """`before` by the id of what renews it; `hands_over`: the day from which a granted successor owes the duties."""

    before: Mapping[int, Before]
    hands_over: Mapping[int, date]

    def held_from(self, certificate_id: int, valid_from: date | None) -> date | None:
        """The first day of the first one."""
        found = valid_from
        for one in self.renewed(certificate_id):
            found = one.valid_from or found
        return found

    def renewed(self, certificate_id: int) -> list[Before]:
        """What this one renews, the nearest first."""
        found: list[Before] = []
        while (one := self.before.get(found[-1].id if found else certificate_id)) and one not in found:
            found.append(one)
        return found

    def owes(self, certificate_id: int, due_on: date) -> bool:
        """Whether a duty of that day is its own, and not its successor's."""
        return due_on < self.hands_over.get(certificate_id, date.max)


@open_to_all("a step of services that have checked")
def chains(session: Session) -> Chains:
    """All renewals there are."""
    query = select(
        Certificate.id, Certificate.valid_from, _After.id, _After.valid_from, _After.state == CertificateState.IN_PROGRESS
    ).join(_After, _After.id == Certificate.successor_id)  # fmt: skip
    before, hands_over = {}, {}
    for old_id, begun, new_id, from_on, applied in rows(session, query):
        before[new_id] = Before(old_id, begun)
        if not applied and from_on is not None:
            hands_over[old_id] = from_on
    return Chains(before, hands_over)


@open_to_all("a step of services that have checked")
def tie_again(session: Session, actor: Actor, item: Certificate) -> None:
    """What had let go of the one it follows, by mistake or for a while, takes its place again where it is free."""
    for old in let_go_of(session, item.id, item.kind_id):
        old.successor_id = item.id
        audit.record(session, actor, "renew", old)
    session.flush()


@open_to_all("a step of services that have checked")
def let_go_of(session: Session, certificate_id: int, kind_id: int | None) -> list[Certificate]:
    """What this one followed until it was refused, withdrawn or put away, and nothing else has followed since."""
    free = (
        Certificate.kind_id == kind_id,
        Certificate.id != certificate_id,
        Certificate.successor_id.is_(None),
        Certificate.state != CertificateState.ARCHIVED,
    )
    found = session.scalars(select(Certificate).where(*free)).all()
    return [old for old in found if _let_go_by(session, old.id) == certificate_id]


@open_to_all("a step of services that have checked")
def _let_go_by(session: Session, old_id: int) -> int | None:
    """Which one let go of it last, as the act was written down."""
    acts = select(AuditEntry.changes).where(
        AuditEntry.record_kind == Certificate.__tablename__,
        AuditEntry.record_id == old_id,
        AuditEntry.action == ActKind.UNFOLLOW,
    )
    changes = session.scalar(acts.order_by(AuditEntry.seq.desc()).limit(1)) or {}
    match changes.get("successor_id"):
        case [int() as before, None]:
            return before
    return None
