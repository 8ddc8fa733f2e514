"""Which levels a paper must pass and who decides at each: the rules of the company read against its people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.approval import ApprovalRule, ApprovalStep, ApproverKind
from models.people import Department
from models.project import Project
from models.user import Role, User
from services.absences import Away, away
from services.database import Session
from services.errors import Refused
from services.permissions import Permission, open_to_all, permissions_of

_NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Paper:
    """What the engine needs to know of any paper: `amount` in yuan, and whose own it is."""

    kind: str
    id: int
    amount: Decimal
    department_id: int
    project_id: int | None
    own_employee_ids: frozenset[int]
    own_user_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Level:
    """One level with who decides there: a user, or everybody with a role."""

    level: int
    label: str
    approver_id: int | None
    role: Role | None
    approver_name: str


@dataclass(frozen=True, slots=True)
class Office:
    """Who is here today: users who may decide, by id, and the users of employees."""

    deciders: dict[int, User]
    by_employee: dict[int, User]
    departments: dict[int, Department]
    away: Mapping[int, Away]

    def own_users(self, paper: Paper) -> frozenset[int]:
        """The users whose own paper this is: who made or submitted it, and whom it is for."""
        users = (self.by_employee.get(employee) for employee in paper.own_employee_ids)
        return paper.own_user_ids | {user.id for user in users if user}

    def with_role(self, role: Role, without: frozenset[int]) -> list[User]:
        """Everybody who may decide in that role, in the order of their accounts."""
        return [
            user
            for user in self.deciders.values()
            if user.id not in without and role in {held.role for held in user.roles}
        ]

    def represents(self, user_id: int, step: ApprovalStep) -> bool:
        """Whether `user_id` is the substitute of whoever is asked at `step`."""
        gone = self.away.get(step.approver_id or 0)
        return gone is not None and gone.substitute_id == user_id

    def holder(self, step: ApprovalStep) -> str:
        """Who has a paper at `step`: the name, with the substitute's beside it."""
        gone = self.away.get(step.approver_id or 0)
        return gone.shown if gone else step.approver_name

    def is_stuck(self, paper: Paper, step: ApprovalStep) -> bool:
        """Whether nobody who is asked at `step` is there: gone, or away with nobody to decide for them."""
        if step.role:
            return all(self.is_absent(paper, u.id) for u in self.with_role(step.role, self.own_users(paper)))
        return step.approver_id not in self.deciders or self.is_absent(paper, step.approver_id or 0)

    def is_absent(self, paper: Paper, user_id: int) -> bool:
        """Whether a user is away and nobody who may decides on `paper` for them."""
        gone = self.away.get(user_id)
        if gone is None:
            return False
        return gone.substitute_id not in self.deciders or gone.substitute_id in self.own_users(paper)

    def refuse_absent(self, paper: Paper, user: User, label: str) -> None:
        """Raises Refused "approval.on_leave" (approver, until, level) when nobody would decide."""
        if self.is_absent(paper, user.id):
            until = self.away[user.id].to_on.isoformat()
            raise Refused("approval.on_leave", approver=user.name, until=until, level=label)


@open_to_all("called by the services of papers, which have checked")
def office(session: Session) -> Office:
    """The active users with their roles, and the departments with their heads."""
    users = session.scalars(select(User).order_by(User.id).options(selectinload(User.roles))).all()
    deciders = {user.id: user for user in users if user.active and _may_decide(user)}
    departments = {department.id: department for department in session.scalars(select(Department))}
    by_employee = {user.employee_id: user for user in users if user.employee_id}
    return Office(deciders, by_employee, departments, away(session))


@open_to_all("called by the services of papers, which have checked")
def levels(session: Session, paper: Paper) -> list[Level]:
    """The levels `paper` must pass, lowest first.

    Of the rules of one level that fit kind, amount (yuan, from `amount_from` on), department and project, the most
    specific one counts. A level of the project manager holds for papers with a project only.
    Raises Refused "approval.no_rule" when no level is found, "approval.no_approver" (level, place) when nobody can
    decide at one: a head who has no active account with that right, or whose own paper it is all the way up;
    "approval.on_leave" (level, approver, until) when whoever decides at one is away and named no substitute;
    "approval.substitute_signs_too" (level, approver, substitute) when the substitute signs at another level already.
    """
    chosen: dict[int, ApprovalRule] = {}
    rules = session.scalars(
        select(ApprovalRule).filter_by(active=True).options(selectinload(ApprovalRule.user))
    )
    for rule in sorted((rule for rule in rules if _fits(rule, paper)), key=_specific):
        chosen[rule.level] = rule
    if not chosen:
        raise Refused("approval.no_rule")
    here = office(session)
    found = [_resolve(session, here, chosen[level], paper) for level in sorted(chosen)]
    _refuse_second_hand(here, found)
    return found


def _refuse_second_hand(here: Office, found: list[Level]) -> None:
    """Two levels are two people: nobody signs in their own name and for somebody who is away."""
    own = {level.approver_id for level in found} - {None}
    for level in found:
        gone = here.away.get(level.approver_id or 0)
        if gone and gone.substitute_id in own and gone.substitute_id in here.deciders:
            names_ = {"approver": level.approver_name, "substitute": here.deciders[gone.substitute_id].name}
            raise Refused("approval.substitute_signs_too", level=level.label, **names_)


def names(users: Iterable[User]) -> str:
    """The names of a few users, for the place where one name is expected."""
    known = [user.name for user in users]
    return "、".join(known[:_NAMES_SHOWN]) + ("…" if len(known) > _NAMES_SHOWN else "")


def _may_decide(user: User) -> bool:
    return Permission.CLAIM_DECIDE in permissions_of(held.role for held in user.roles)


def _fits(rule: ApprovalRule, paper: Paper) -> bool:
    return (
        rule.paper_kind in {"", paper.kind}
        and rule.amount_from <= abs(paper.amount)
        and rule.department_id in {None, paper.department_id}
        and rule.project_id in {None, paper.project_id}
        and (rule.approver != ApproverKind.PROJECT_MANAGER or paper.project_id is not None)
    )


def _specific(rule: ApprovalRule) -> tuple[bool, bool, bool, Decimal, int]:
    named = (rule.project_id is not None, rule.department_id is not None, rule.paper_kind != "")
    return (*named, rule.amount_from, rule.id)


def _resolve(session: Session, here: Office, rule: ApprovalRule, paper: Paper) -> Level:
    match rule.approver:
        case ApproverKind.ROLE:
            assert rule.role is not None, "the table demands it"
            users = here.with_role(rule.role, here.own_users(paper))
            if not users:
                raise Refused("approval.no_approver", level=rule.label, place=rule.role.value)
            if all(here.is_absent(paper, user.id) for user in users):
                here.refuse_absent(paper, users[0], rule.label)
            return Level(rule.level, rule.label, None, rule.role, names(users))
        case ApproverKind.USER:
            assert rule.user is not None, "the table demands it"
            user, place = _unless_own(here, rule.user, paper), rule.user.name
        case ApproverKind.PROJECT_MANAGER:
            user, place = _project_manager(session, here, paper)
        case ApproverKind.DEPARTMENT_HEAD:
            user, place = _department_head(here, paper)
    if user is None or user.id not in here.deciders:
        raise Refused("approval.no_approver", level=rule.label, place=place)
    here.refuse_absent(paper, user, rule.label)
    return Level(rule.level, rule.label, user.id, None, user.name)


def _unless_own(here: Office, user: User, paper: Paper) -> User | None:
    return None if user.id in here.own_users(paper) else user


def _project_manager(session: Session, here: Office, paper: Paper) -> tuple[User | None, str]:
    """The manager of the project; the head of the department when it is the manager's own paper."""
    project = session.get_one(Project, paper.project_id)
    user = here.by_employee.get(project.manager_id or 0)
    if project.manager_id in paper.own_employee_ids or (user and user.id in here.own_users(paper)):
        return _department_head(here, paper)
    return user, project.number


def _department_head(here: Office, paper: Paper) -> tuple[User | None, str]:
    """The head of the department; of the one above when it is the head's own paper."""
    own, seen = here.own_users(paper), set[int]()
    department = here.departments[paper.department_id]
    while department.id not in seen:
        seen.add(department.id)
        user = here.by_employee.get(department.head_id or 0)
        if department.head_id not in paper.own_employee_ids and (user is None or user.id not in own):
            return user, department.name
        department = here.departments.get(department.parent_id or 0, department)
    return None, department.name
