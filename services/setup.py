"""An empty company from four answers: itself, its first user, and something to begin with."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.approval import ApprovalRule, ApproverKind
from models.expense_category import CategoryRole, ExpenseCategory
from models.people import Company, Department, Employee
from models.user import Role, User
from services import (
    asset_classes,
    audit,
    bank_formats,
    bid_templates,
    certificate_kinds,
    insurance_policy_seeds,
    pay_components,
    policy_seeds,
    search,
    supply_kinds,
    users,
)
from services.calendars import business_day
from services.errors import Refused
from services.permissions import Actor, open_to_all
from services.users import UserDraft

START = Path(__file__).resolve().parent.parent / "resources" / "rules" / "new_company.toml"
FIRST_ROLES = frozenset({Role.CLERK, Role.CASHIER, Role.MANAGER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Answers:
    """What the wizard asks: the company and its tax number, a person, how they sign in."""

    company: str
    tax_id: str
    name: str
    login: str
    password: str


@open_to_all("a new company has nobody yet; refused as soon as it has")
def create(session: Session, answers: Answers) -> Actor:
    """Set up an empty company and sign its first user in, as clerk, cashier, manager and administrator.

    Departments, categories of expenses and two levels of approval are there to begin with
    (resources/rules/new_company.toml). Raises Refused "setup.not_empty", "setup.company_missing", and what
    users.first_user refuses ("user.name_missing", "user.login_missing", "user.password_short" …).
    """
    if session.scalar(select(func.count()).select_from(Company)):
        raise Refused("setup.not_empty")
    if not answers.company.strip():
        raise Refused("setup.company_missing", field="company")
    draft = UserDraft(login=answers.login, name=answers.name, roles=FIRST_ROLES, password=answers.password)
    actor = users.first_user(session, draft)
    _add(session, actor, Company(name=answers.company.strip(), tax_id=answers.tax_id.strip().upper()))
    departments = [_department(session, actor, *row) for row in _start()["departments"]]
    _join(session, actor, departments[0])
    for position, row in enumerate(_start()["categories"], start=1):
        _category(session, actor, position, *row)
    for row in _start()["rules"]:
        _rule(session, actor, row)
    whole = users.actor_of(session, actor.user_id)
    policy_seeds.load_usual(session, whole, from_on=business_day().replace(month=1, day=1))
    bank_formats.begin_with_usual(session, whole)
    pay_components.begin_with_usual(session)
    asset_classes.fill(session)
    supply_kinds.fill(session)
    insurance_policy_seeds.load_usual(session, whole)
    bid_templates.begin_with_usual(session)
    certificate_kinds.load_usual(session, whole)
    return whole


def _category(
    session: Session,
    actor: Actor,
    position: int,
    code: str,
    name: str,
    needs_invoice: bool,
    role: str,
    account: str,
) -> None:
    account_code, _, account_name = account.partition(" ")
    category = ExpenseCategory(
        code=code,
        name=name,
        position=position,
        needs_invoice=needs_invoice,
        role=CategoryRole(role),
        account_code=account_code,
        account_name=account_name,
    )
    _add(session, actor, category, code, name)


def _department(session: Session, actor: Actor, code: str, name: str) -> Department:
    department = Department(code=code, name=name)
    _add(session, actor, department, code, name)
    return department


def _join(session: Session, actor: Actor, department: Department) -> None:
    """The first user works here and heads the first department, so that somebody can decide."""
    employee = Employee(number="0001", name=actor.name, department_id=department.id)
    _add(session, actor, employee, employee.number, actor.name, department.name)
    for item, column in ((department, "head_id"), (session.get_one(User, actor.user_id), "employee_id")):
        setattr(item, column, employee.id)
        audit.record(session, actor, "edit", item)
    session.flush()


def _rule(session: Session, actor: Actor, row: tuple[int, str, str, str]) -> None:
    level, label, who, amount_from = row
    role = Role(who) if who in set(Role) else None
    rule = ApprovalRule(
        level=level,
        label=label,
        approver=ApproverKind.ROLE if role else ApproverKind(who),
        role=role,
        amount_from=Decimal(amount_from),
    )
    _add(session, actor, rule, label)


def _add(session: Session, actor: Actor, item: Any, *words: str) -> None:
    if words:
        item.search_text = search.text_for(*words)
    session.add(item)
    audit.record(session, actor, "create", item)
    if words:
        search.index(session, item.__tablename__, item.id, item.search_text)


@cache
def _start() -> dict[str, Any]:
    return tomllib.loads(START.read_text(encoding="utf-8"))
