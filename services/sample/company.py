"""The sample company's standing data: departments, people, users, rules, accounts, projects, categories."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from sqlalchemy import insert, select, update

from models.approval import ApprovalRule, ApproverKind
from models.bank_account import AccountKind, BankAccount
from models.base import Base, Record
from models.expense_category import CategoryRole, ExpenseCategory
from models.people import Company, Department, Employee
from models.project import Project, ProjectState
from models.user import Role, User, UserRole
from services import passwords, search
from services.audit import AuditRow, append_many
from services.database import Session
from services.identity_numbers import card_problem
from services.permissions import open_to_all
from services.sample.catalogue import catalogue
from services.sample.planned import Person

_STANDING: tuple[type[Record], ...] = (
    Company,
    Department,
    Employee,
    User,
    ApprovalRule,
    BankAccount,
    Project,
    ExpenseCategory,
)


_LEADERS = {"总经理", "总经理助理"}


@dataclass(slots=True)
class Standing:
    """Where everything of the standing data is, by the names company.toml uses."""

    people: dict[str, Person] = field(default_factory=dict)
    departments: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    users: dict[str, tuple[int, str]] = field(default_factory=dict)
    projects: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    categories: dict[str, tuple[int, str, bool]] = field(default_factory=dict)
    accounts: list[int] = field(default_factory=list)
    company: str = ""
    tax_id: str = ""

    def in_department(self, code: str) -> list[Person]:
        return [person for person in self.people.values() if person.department == code]

    def clerk_of(self, department: str) -> tuple[int, str]:
        """User id and name of who writes the papers of a department."""
        login, *_ = catalogue()["users"]["rows"][0]
        for code, other, _name in catalogue()["users"]["department_clerks"]:
            login = other if code == department else login
        return self.users[login]

    def user_of(self, name: str) -> tuple[int, str]:
        """User id and name of an employee who signs in."""
        return next(user for user in self.users.values() if user[1] == name)


def stamp(moment: datetime) -> dict[str, Any]:
    """The columns every Record has, for rows written past the session."""
    return {"version": 1, "created_at": moment, "updated_at": moment}


@open_to_all("a step of making the sample, before anybody is there")
def insert_rows(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> None:
    """Write `rows` in one go and make those that can be searched findable."""
    if not rows:
        return
    session.execute(insert(table), rows)
    if "search_text" in rows[0]:
        for row in rows:
            search.index(session, table.__tablename__, row["id"], row["search_text"])


def _remember(session: Session, standing: Standing, founded: datetime) -> None:
    """Who wrote down what stands: the administrator, on the first day."""
    user = standing.user_of(
        next(name for _login, name, roles in catalogue()["users"]["rows"] if "administrator" in roles)
    )
    append_many(
        session,
        (
            AuditRow(founded, *user, "create", kind.__tablename__, row_id, {})
            for kind in _STANDING
            for row_id in session.scalars(select(kind.id).order_by(kind.id))
        ),
    )


@open_to_all("a step of making the sample, before anybody is there")
def write_standing(session: Session, today: date, founded: datetime, random: Random) -> Standing:
    """Write everything that stands before the first claim."""
    standing = Standing()
    _company(session, standing, founded)
    _people(session, standing, today, founded, random)
    _users(session, standing, founded)
    _rules(session, standing, founded)
    _accounts(session, standing, founded)
    _projects(session, standing, today, founded)
    _categories(session, standing, founded)
    _remember(session, standing, founded)
    return standing


def _company(session: Session, standing: Standing, founded: datetime) -> None:
    row = catalogue()["company"]
    standing.company, standing.tax_id = row["name"], row["tax_id"]
    insert_rows(session, Company, [{"id": 1, **row, **stamp(founded)}])
    departments = catalogue()["department"]
    for number, department in enumerate(departments, start=1):
        standing.departments[department["code"]] = (number, department["name"], department["head"])
    insert_rows(
        session,
        Department,
        [
            {
                "id": standing.departments[row["code"]][0],
                "code": row["code"],
                "name": row["name"],
                "parent_id": standing.departments[row["parent"]][0] if "parent" in row else None,
                "active": True,
                "search_text": search.text_for(row["code"], row["name"]),
                **stamp(founded),
            }
            for row in departments
        ],
    )


def _people(session: Session, standing: Standing, today: date, founded: datetime, random: Random) -> None:
    rows = []
    for number, (name, code, post) in enumerate(catalogue()["people"]["rows"], start=1):
        department_id, department, _head = standing.departments[code]
        standing.people[name] = Person(number, name, code)
        staff_number = f"{number:04d}"
        rows.append(
            {
                "id": number,
                "number": staff_number,
                "name": name,
                "department_id": department_id,
                "post": post,
                "grade": 1 if post in _LEADERS else 2 if post.endswith(("经理", "主管")) else 3,
                "phone": f"1390000{number:04d}",
                "bank_name": "招商银行武汉光谷支行",
                "bank_account": _card(random),
                "hired_on": today - timedelta(days=400 + random.randrange(2600)),
                "left_on": None,
                "search_text": search.text_for(staff_number, name, department, post),
                **stamp(founded),
            },
        )
    insert_rows(session, Employee, rows)
    for department_id, _name, head in standing.departments.values():
        session.execute(
            update(Department).where(Department.id == department_id).values(head_id=standing.people[head].id),
        )


def _card(random: Random) -> str:
    """A card number whose check digit is right (Luhn); its bank is real, the card is not."""
    body = f"62148300{random.randrange(10**7):07d}"
    return next(f"{body}{digit}" for digit in range(10) if card_problem(f"{body}{digit}") is None)


def _users(session: Session, standing: Standing, founded: datetime) -> None:
    shared_hash = passwords.hashed(catalogue()["users"]["password"])
    rows, roles = [], []
    clerks = [[login, name, ["clerk"]] for _code, login, name in catalogue()["users"]["department_clerks"]]
    for number, (login, name, held) in enumerate((*catalogue()["users"]["rows"], *clerks), start=1):
        standing.users[login] = (number, name)
        roles += [{"user_id": number, "role": Role(role)} for role in held]
        rows.append(
            {
                "id": number,
                "login": login,
                "name": name,
                "password_hash": shared_hash,
                "employee_id": standing.people[name].id,
                "active": True,
                "failed_attempts": 0,
                "search_text": search.text_for(login, name),
                **stamp(founded),
            },
        )
    insert_rows(session, User, rows)
    insert_rows(session, UserRole, roles)


def _rules(session: Session, standing: Standing, founded: datetime) -> None:
    rows = []
    for number, (level, label, approver, login, amount, code) in enumerate(
        catalogue()["rules"]["rows"], start=1
    ):
        rows.append(
            {
                "id": number,
                "paper_kind": "",
                "level": level,
                "label": label,
                "approver": ApproverKind(approver),
                "user_id": standing.users[login][0] if login else None,
                "role": None,
                "amount_from": Decimal(amount),
                "department_id": standing.departments[code][0] if code else None,
                "project_id": None,
                "active": True,
                "search_text": search.text_for(label),
                **stamp(founded),
            },
        )
    insert_rows(session, ApprovalRule, rows)


def _accounts(session: Session, standing: Standing, founded: datetime) -> None:
    rows = []
    for number, (name, kind, bank, account) in enumerate(catalogue()["bank_accounts"]["rows"], start=1):
        standing.accounts.append(number)
        rows.append(
            {
                "id": number,
                "name": name,
                "kind": AccountKind(kind),
                "bank": bank,
                "number": account,
                "holder": standing.company,
                "active": True,
                "search_text": search.text_for(name, bank, account),
                **stamp(founded),
            },
        )
    insert_rows(session, BankAccount, rows)


def _projects(session: Session, standing: Standing, today: date, founded: datetime) -> None:
    rows = []
    started = today - timedelta(days=300)
    for number, (serial, name, customer, code, manager) in enumerate(
        catalogue()["projects"]["rows"], start=1
    ):
        contract = f"HT-{started.year}-{serial}"
        standing.projects.setdefault(code, []).append((number, f"{name}（{contract}）"))
        rows.append(
            {
                "id": number,
                "number": contract,
                "name": name,
                "customer": customer,
                "department_id": standing.departments[code][0],
                "manager_id": standing.people[manager].id,
                "state": ProjectState.OPEN,
                "started_on": started,
                "ended_on": None,
                "search_text": search.text_for(contract, name, customer, manager),
                **stamp(founded),
            },
        )
    insert_rows(session, Project, rows)


def _categories(session: Session, standing: Standing, founded: datetime) -> None:
    rows = []
    for number, (code, name, needs_invoice, role, account) in enumerate(
        catalogue()["categories"]["rows"], start=1
    ):
        account_code, _, account_name = account.partition(" ")
        standing.categories[code] = (number, name, needs_invoice)
        rows.append(
            {
                "id": number,
                "code": f"{number:02d}",
                "name": name,
                "position": number,
                "needs_invoice": needs_invoice,
                "role": CategoryRole(role),
                "account_code": account_code,
                "account_name": account_name,
                "active": True,
                "search_text": search.text_for(code, name, account_code, account_name),
                **stamp(founded),
            },
        )
    insert_rows(session, ExpenseCategory, rows)
