"""Papers beside the claims 人事、工资、社保单据: one way to submit, decide and take back any of them."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, exists, func, or_, select

from models.approval import ApprovalStep, DecidedKind, Decision
from models.people import Employee
from models.user import User
from services import approvals, audit, records
from services.approval_levels import Paper
from services.approval_steps import waits_for
from services.database import Session, now, once
from services.errors import Refused
from services.office_kinds import KINDS
from services.permissions import Actor, check, open_to_all

_ABOUT = ("title", "certificate_name", "name")  # what a paper about things calls itself
_WHY = "every kind names the permission that edits or sees it, checked first thing"


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """A paper that waits for the actor: what it is, in words without amounts, who made it, since when.

    `what` is its own kind (a joining, a stop of insurance, a bonus), where it has one.
    """

    kind: DecidedKind
    id: int
    version: int
    number: str
    title: str
    level: str
    made_by: str
    since: datetime
    what: StrEnum | None = None


@open_to_all(_WHY)
def submit(
    session: Session, actor: Actor, kind: DecidedKind, paper_id: int, version: int, command_id: str
) -> int:
    """Send a paper into its approval; returns its new version.

    Raises Refused "permission.denied", "record.gone", "record.stale", "office_paper.wrong_state" (state), and what
    `approvals.start` and the kind's own `submitting` raise. A repeated command does it once.
    """
    how = KINDS[kind]
    check(actor, how.edit)
    item = records.load(session, how.model, paper_id)
    if not once(session, command_id):
        return int(item.version)
    _expect(item, version, how.ready)
    if how.submitting:
        _hook(how.submitting)(session, item)
    item.state, item.state_note = _state(item, "submitted"), ""
    session.flush()
    steps = approvals.start(session, actor, paper_of(session, kind, item), command_id)
    item.holder_name = steps[0].holder_name
    return _written(session, actor, "submit", item)


@open_to_all(_WHY)
def decide(
    session: Session,
    actor: Actor,
    kind: DecidedKind,
    paper_id: int,
    version: int,
    decision: Decision,
    *,
    reason: str,
    command_id: str,
    today: date,
) -> int:
    """Approve or return a paper at its level; the last approval lets it take effect. Returns its new version.

    Raises Refused "permission.denied", "record.gone", "record.stale", "office_paper.wrong_state" (state), what
    `approvals.decide` raises, and what the kind's own `approved` raises.
    """
    how = KINDS[kind]
    check(actor, how.see)
    item = records.load(session, how.model, paper_id)
    if not once(session, command_id):
        return int(item.version)
    _expect(item, version, frozenset({"submitted"}))
    paper = paper_of(session, kind, item)
    outcome = approvals.decide(session, actor, paper, decision, reason=reason, command_id=command_id)
    item.holder_name, item.state_note = outcome.holder_name, reason.strip()
    if outcome.returned:
        item.state = _state(item, how.back)
    elif outcome.finished:
        item.state = _state(item, "approved")
        session.flush()
        _hook(how.approved)(session, actor, item, today)
    return _written(session, actor, decision.value, item, reason=reason.strip())


@open_to_all(_WHY)
def withdraw(
    session: Session,
    actor: Actor,
    kind: DecidedKind,
    paper_id: int,
    version: int,
    *,
    reason: str,
    command_id: str,
) -> int:
    """Take a paper back while it is being decided; returns its new version. Raises as `submit`, "approval.already_decided"."""
    how = KINDS[kind]
    check(actor, how.edit)
    item = records.load(session, how.model, paper_id)
    if not once(session, command_id):
        return int(item.version)
    _expect(item, version, frozenset({"submitted"}))
    approvals.withdraw(session, actor, paper_of(session, kind, item), reason=reason, command_id=command_id)
    item.state, item.holder_name, item.state_note = _state(item, how.withdrawn), "", reason.strip()
    return _written(session, actor, "withdraw", item, reason=reason.strip())


@open_to_all(_WHY)
def waiting(session: Session, actor: Actor) -> list[WaitingPaper]:
    """The papers of all kinds that wait for the actor's decision, the oldest first."""
    found: list[WaitingPaper] = []
    for kind, how in KINDS.items():
        if not actor.can(how.see):
            continue
        rows = session.execute(
            select(how.model, ApprovalStep)
            .join(
                ApprovalStep,
                and_(ApprovalStep.paper_kind == kind.value, ApprovalStep.paper_id == how.model.id),
            )
            .where(waits_for(actor), ~_own(how.model, actor))
        )
        found += [
            WaitingPaper(
                kind, item.id, item.version, _number(item), title(session, kind, item), step.label,
                item.made_by_name, step.updated_at, getattr(item, "kind", None),
            )
            for item, step in rows
        ]  # fmt: skip
    return sorted(found, key=lambda paper: (paper.since, paper.kind, paper.id))


@open_to_all(_WHY)
def waiting_count(session: Session, actor: Actor) -> int:
    """How many papers of all kinds wait for the actor's decision."""
    asked = (
        select(func.count())
        .select_from(how.model)
        .where(
            ~_own(how.model, actor),
            exists().where(
                ApprovalStep.paper_kind == kind.value, ApprovalStep.paper_id == how.model.id, waits_for(actor)
            ),
        )
        for kind, how in KINDS.items()
        if actor.can(how.see)
    )
    return sum(session.scalar(query) or 0 for query in asked)


@open_to_all("called by services and pages that have checked")
def paper_of(session: Session, kind: DecidedKind, item: Any) -> Paper:
    """The paper as the approval engine sees it; the department is its own, or the maker's."""
    employee_id = getattr(item, "employee_id", None)
    return Paper(
        kind=kind.value,
        id=item.id,
        amount=_amount(item),
        department_id=getattr(item, "department_id", None) or _department_of(session, item.made_by_id),
        project_id=None,
        own_employee_ids=frozenset({employee_id} if employee_id else ()),
        own_user_ids=frozenset({item.made_by_id}),
    )


@open_to_all("called by services and pages that have checked")
def title(session: Session, kind: DecidedKind, item: Any) -> str:  # noqa: ARG001 - a kind may have to look something up
    """What a paper is about, without an amount: whom it concerns, or which month."""
    name = getattr(item, "employee_name", "")
    about = next((text for field in _ABOUT if (text := getattr(item, field, ""))), "")
    if about:
        return " · ".join(part for part in (about, name or getattr(item, "department_name", "")) if part)
    if name:
        return f"{name} · {item.department_name}"
    month = getattr(item, "month", None) or item.from_month
    return f"{month:%Y-%m}"


def _number(item: Any) -> str:
    return str(getattr(item, "number", "") or item.city)


def _amount(item: Any) -> Decimal:
    amount = getattr(item, "gross", getattr(item, "amount", None))
    return amount if isinstance(amount, Decimal) else Decimal(0)


def _department_of(session: Session, user_id: int) -> int:
    found = session.scalar(
        select(Employee.department_id).join(User, User.employee_id == Employee.id).where(User.id == user_id)
    )
    if found is None:
        raise Refused("office_paper.no_department")
    return found


def _own(model: Any, actor: Actor) -> Any:
    made = model.made_by_id == actor.user_id
    if not hasattr(model, "employee_id") or actor.employee_id is None:
        return made
    return or_(made, func.coalesce(model.employee_id, 0) == actor.employee_id)


def _expect(item: Any, version: int, states: frozenset[str]) -> None:
    if item.version != version:
        raise Refused("record.stale")
    if item.state.value not in states:
        raise Refused("office_paper.wrong_state", state=item.state)


def _state(item: Any, value: str) -> StrEnum:
    made = type(item.state)(value)
    assert isinstance(made, StrEnum)
    return made


def _hook(where: str) -> Any:
    module, _, name = where.partition(":")
    return getattr(importlib.import_module(module), name)


def _written(session: Session, actor: Actor, action: str, item: Any, **notes: object) -> int:
    item.updated_at = now()
    audit.record(session, actor, action, item, holder=item.holder_name, **notes)
    session.flush()
    return int(item.version)
