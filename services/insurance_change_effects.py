"""What an approved change does to who is insured and on what base, and how a refusal takes that back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from models.audit import AuditEntry
from models.insurance import (
    BaseReason,
    ChangeKind,
    Enrolment,
    InsuranceBase,
    InsuranceChange,
)
from services import audit
from services.database import Session
from services.errors import Refused
from services.insurance_change_rules import base_on, enrolment_on, last_enrolment
from services.months import next_month, previous_month
from services.permissions import Actor, open_to_all

# A change counts as soon as the company has approved it: pay deducts what will be declared, and the board asks after
# the lodging and the confirmation. When the fund refuses, or the change is voided, the registers stand as before.
_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def apply(session: Session, actor: Actor, change: InsuranceChange) -> None:
    """Let an approved change count."""
    match change.kind:
        case ChangeKind.JOIN | ChangeKind.RESUME:
            _begin(session, actor, change, "")
        case ChangeKind.STOP:
            _end(session, actor, change)
        case ChangeKind.TRANSFER:
            account = _end(session, actor, change)
            _begin(session, actor, change, account)
        case ChangeKind.BASE:
            _set_base(session, actor, change, BaseReason.ADJUSTED)
    session.flush()


@open_to_all(_WHY)
def take_back(session: Session, actor: Actor, change: InsuranceChange) -> None:
    """Undo what `apply` did. Raises Refused "insurance_change.built_upon" when a later change stands on it."""
    match change.kind:
        case ChangeKind.JOIN | ChangeKind.RESUME:
            _unbegin(session, actor, change)
        case ChangeKind.STOP:
            _reopen(session, actor, change)
        case ChangeKind.TRANSFER:
            _unbegin(session, actor, change)
            _reopen(session, actor, change)
        case ChangeKind.BASE:
            _unset_base(session, actor, change)
    session.flush()


def _begin(session: Session, actor: Actor, change: InsuranceChange, account: str) -> None:
    before = last_enrolment(session, change.employee_id, change.fund)
    enrolment = Enrolment(
        employee_id=change.employee_id, fund=change.fund, city=change.city, from_month=change.month, to_month=None,
        change_id=change.id, account_number=account or (before.account_number if before else ""),
    )  # fmt: skip
    session.add(enrolment)
    session.flush()
    audit.record(session, actor, "create", enrolment)
    if change.base is not None and change.base != base_on(
        session, change.employee_id, change.fund, change.month
    ):
        _set_base(session, actor, change, BaseReason.JOINED)


def _unbegin(session: Session, actor: Actor, change: InsuranceChange) -> None:
    made = session.scalar(select(Enrolment).where(Enrolment.change_id == change.id))
    if made is None or made.to_month is not None:
        raise Refused("insurance_change.built_upon", number=change.number)
    audit.record(session, actor, "delete", made)
    session.delete(made)
    session.flush()
    _unset_base(session, actor, change)


def _end(session: Session, actor: Actor, change: InsuranceChange) -> str:
    """The last month is the one before; somebody who never paid a month is not insured at all. Returns the account."""
    found = enrolment_on(session, change.employee_id, change.fund, change.month)
    if found is None:  # judged before; a race is refused by the database
        raise Refused("insurance_change.not_insured", name=change.employee_name)
    change.old_base = change.old_base or base_on(session, change.employee_id, change.fund, change.month)
    if found.from_month >= change.month:
        audit.record(session, actor, "delete", found)
        session.delete(found)
    else:
        found.to_month = previous_month(change.month)
        audit.record(session, actor, "edit", found)
    session.flush()
    return found.account_number


def _reopen(session: Session, actor: Actor, change: InsuranceChange) -> None:
    found = last_enrolment(session, change.employee_id, change.fund)
    if found is not None and found.to_month is None:
        raise Refused("insurance_change.built_upon", number=change.number)
    if found is not None and found.to_month is not None and next_month(found.to_month) == change.month:
        found.to_month = None
        audit.record(session, actor, "edit", found)
        return
    city = change.other_place if change.kind is ChangeKind.TRANSFER else change.city
    was = _deleted(session, change)
    again = Enrolment(
        employee_id=change.employee_id, fund=change.fund, city=city, from_month=change.month, to_month=None,
        account_number=str(was.get("account_number") or ""), change_id=was.get("change_id"),
    )  # fmt: skip
    session.add(again)
    session.flush()
    audit.record(session, actor, "create", again)


def _deleted(session: Session, change: InsuranceChange) -> Mapping[str, Any]:
    """What stood in the enrolment that the change ended in its first month: the history has kept it."""
    entries = session.scalars(
        select(AuditEntry)
        .where(AuditEntry.record_kind == Enrolment.__tablename__, AuditEntry.action == "delete")
        .order_by(AuditEntry.seq.desc())
    )
    key = (change.employee_id, change.fund.value, change.month.isoformat())
    names = ("employee_id", "fund", "from_month")
    found = (one.changes for one in entries)
    return next((one for one in found if tuple(one.get(name) for name in names) == key), {})


def _set_base(session: Session, actor: Actor, change: InsuranceChange, reason: BaseReason) -> None:
    found = _base_at(session, change, change.month)
    if found is None:
        found = InsuranceBase(
            employee_id=change.employee_id, fund=change.fund, from_month=change.month, base=change.base, reason=reason
        )  # fmt: skip
        session.add(found)
    found.base, found.change_id = change.base or Decimal(0), change.id
    session.flush()
    audit.record(session, actor, "edit", found)


def _unset_base(session: Session, actor: Actor, change: InsuranceChange) -> None:
    """The base before comes back; where it began in the same month, it is written again."""
    found = _base_at(session, change, change.month)
    if found is None or found.change_id != change.id:
        return
    audit.record(session, actor, "delete", found)
    session.delete(found)
    session.flush()
    earlier = base_on(session, change.employee_id, change.fund, change.month)
    if change.kind is ChangeKind.BASE and change.old_base is not None and earlier != change.old_base:
        session.add(
            InsuranceBase(
                employee_id=change.employee_id, fund=change.fund, from_month=change.month, base=change.old_base,
                reason=BaseReason.ADJUSTED,
            )
        )  # fmt: skip


def _base_at(session: Session, change: InsuranceChange, month: date) -> InsuranceBase | None:
    return session.scalar(
        select(InsuranceBase).where(
            InsuranceBase.employee_id == change.employee_id,
            InsuranceBase.fund == change.fund,
            InsuranceBase.from_month == month,
        )
    )
