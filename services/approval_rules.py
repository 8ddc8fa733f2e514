"""Approval rules 审批规则: from which amount which level decides, for which papers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.approval import ApprovalRule, ApproverKind, DecidedKind
from models.people import Department
from models.project import Project
from models.user import Role, User, UserRole
from services import records
from services.errors import Refused
from services.permissions import GRANTS, Actor, Permission, requires
from services.records import Choice, required
from services.registers import Chip, Column, ColumnKind, Filter, Join, Operator, Register

DECIDED_KINDS = tuple(DecidedKind)
PAPER_KINDS = ("", *(kind.value for kind in DecidedKind))
DECIDING_ROLES = tuple(role for role in Role if Permission.CLAIM_DECIDE in GRANTS[role])

REGISTER = Register(
    name="approval_rule",
    record=ApprovalRule,
    columns=(
        Column("level", "Level", ColumnKind.NUMBER, ApprovalRule.level, width=70),
        Column("label", "Name", ColumnKind.TEXT, ApprovalRule.label, width=160, stretch=True),
        Column(
            "paper_kind", "Papers", ColumnKind.CHOICE, ApprovalRule.paper_kind, width=90, choices=DecidedKind
        ),
        Column("amount_from", "From amount", ColumnKind.MONEY, ApprovalRule.amount_from, width=120),
        Column(
            "approver",
            "Who decides",
            ColumnKind.CHOICE,
            ApprovalRule.approver,
            width=120,
            choices=ApproverKind,
        ),
        Column("user", "User", ColumnKind.TEXT, User.name, width=100),
        Column("role", "Role", ColumnKind.CHOICE, ApprovalRule.role, width=100, choices=Role),
        Column("department", "Department", ColumnKind.TEXT, Department.name, width=120),
        Column("project", "Project", ColumnKind.TEXT, Project.name, width=160, shown=False),
        Column("active", "Active", ColumnKind.YES_NO, ApprovalRule.active, width=80),
    ),
    see=Permission.COMPANY_SEE,
    sort="level",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
    joins=(
        Join(User, User.id == ApprovalRule.user_id),
        Join(Department, Department.id == ApprovalRule.department_id),
        Join(Project, Project.id == ApprovalRule.project_id),
    ),
)


@dataclass(frozen=True, slots=True)
class ApprovalRuleDraft:
    """A rule as typed; `paper_kind` "" means every kind, no department or project means any."""

    id: int | None = None
    version: int | None = None
    paper_kind: str = ""
    level: int = 1
    label: str = ""
    approver: ApproverKind = ApproverKind.DEPARTMENT_HEAD
    user_id: int | None = None
    role: Role | None = None
    amount_from: Decimal = Decimal(0)
    department_id: int | None = None
    project_id: int | None = None
    active: bool = True


@requires(Permission.COMPANY_SEE)
def get(session: Session, actor: Actor, rule_id: int) -> ApprovalRuleDraft:  # noqa: ARG001 - the permission needs it
    """The rule of that id; Refused "record.gone"."""
    item = records.load(session, ApprovalRule, rule_id)
    return ApprovalRuleDraft(
        item.id,
        item.version,
        item.paper_kind,
        item.level,
        item.label,
        item.approver,
        item.user_id,
        item.role,
        item.amount_from,
        item.department_id,
        item.project_id,
        item.active,
    )


@requires(Permission.COMPANY_EDIT)
def save(session: Session, actor: Actor, draft: ApprovalRuleDraft) -> int:
    """Store a rule; returns its id. `amount_from` in yuan, inclusive.

    Raises Refused "record.required" (label, user_id, role), "approval_rule.level", "approval_rule.paper_kind",
    "approval_rule.amount", "approval_rule.cannot_decide" (user_id, role), "record.gone", "record.stale".
    """
    item = (
        ApprovalRule() if draft.id is None else records.expect(session, ApprovalRule, draft.id, draft.version)
    )
    label = required(draft.label, "label")
    _check(draft)
    _check_approver(session, draft)
    records.refuse_unknown(session, Department, draft.department_id, "department_id")
    records.refuse_unknown(session, Project, draft.project_id, "project_id")
    item.paper_kind, item.level, item.label = draft.paper_kind, draft.level, label
    item.approver, item.amount_from, item.active = draft.approver, draft.amount_from, draft.active
    item.user_id = draft.user_id if draft.approver == ApproverKind.USER else None
    item.role = draft.role if draft.approver == ApproverKind.ROLE else None
    item.department_id, item.project_id = draft.department_id, draft.project_id
    return records.keep(session, actor, item, label)


def _check(draft: ApprovalRuleDraft) -> None:
    if not 1 <= draft.level <= 9:
        raise Refused("approval_rule.level", field="level")
    if draft.paper_kind not in PAPER_KINDS:
        raise Refused("approval_rule.paper_kind", field="paper_kind")
    if draft.amount_from < 0:
        raise Refused("approval_rule.amount", field="amount_from")


def _check_approver(session: Session, draft: ApprovalRuleDraft) -> None:
    if draft.approver == ApproverKind.USER:
        if draft.user_id is None:
            raise Refused("record.required", field="user_id")
        if draft.user_id not in {choice.id for choice in _deciders(session)}:
            raise Refused("approval_rule.cannot_decide", field="user_id")
    if draft.approver == ApproverKind.ROLE:
        if draft.role is None:
            raise Refused("record.required", field="role")
        if draft.role not in DECIDING_ROLES:
            raise Refused("approval_rule.cannot_decide", field="role")


@requires(Permission.COMPANY_EDIT)
def remove(session: Session, actor: Actor, rule_id: int, version: int) -> bool:
    """Delete a rule; papers under way keep their levels. Raises Refused "record.gone", "record.stale"."""
    return records.drop(session, actor, records.expect(session, ApprovalRule, rule_id, version))


@requires(Permission.COMPANY_SEE)
def user_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active users who may decide, by name."""
    return _deciders(session)


def _deciders(session: Session) -> list[Choice]:
    deciding = select(UserRole.user_id).where(UserRole.role.in_(DECIDING_ROLES))
    found = session.scalars(
        select(User).filter_by(active=True).where(User.id.in_(deciding)).order_by(User.name)
    )
    return [Choice(user.id, user.name, user.login, user.search_text) for user in found]
