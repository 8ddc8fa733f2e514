"""A small company for the tests of claims, and the shortest ways to a claim in any state."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy.orm import selectinload

from models.approval import ApprovalRule, ApproverKind
from models.bank_account import AccountKind, BankAccount
from models.expense_category import ExpenseCategory
from models.expense_claim import PaperKind, PaymentMethod
from models.people import Company, Department, Employee
from models.project import Project
from models.user import Role, User, UserRole
from services import expense_claims
from services.claim_values import ClaimDraft, LineDraft, OffsetDraft, Saved
from services.database import Database, Session
from services.errors import Refused
from services.invoices.model import InvoiceKind, InvoiceLine, Reading, ReadInvoice
from services.permissions import Actor, permissions_of

TODAY = date(2026, 11, 20)
COMPANY, TAX_ID = "武汉光谷测绘信息有限公司", "91420100MA4KTE0T6L"
SELLER, SELLER_TAX_ID = "湖北速达客运有限公司", "91420111MA4K0A018Q"
_counter = itertools.count(1)


def command() -> str:
    """A new command id, as every click has its own."""
    return f"command-{next(_counter)}"


@dataclass(frozen=True)
class Office:
    """The company of the tests: departments, people who act, an account, categories by name."""

    database: Database
    board: int
    survey: int
    project: int
    account: int
    categories: dict[str, int]
    clerk: Actor
    head: Actor
    boss: Actor
    cashier: Actor

    def draft(self, *amounts: str, **changes: object) -> ClaimDraft:
        """A claim of the clerk 李文静 with a line per amount, no invoices, reasons given."""
        lines = tuple(
            LineDraft(
                self.categories["补助"],
                TODAY - timedelta(days=8),
                description="外业补助",
                amount=Decimal(amount),
            )
            for amount in amounts
        )
        base = ClaimDraft(
            claimant_id=self.clerk.employee_id,
            department_id=self.survey,
            business_date=TODAY,
            purpose="武汉—宜昌 外业差旅",
            lines=lines,
        )
        return replace(base, **changes)  # type: ignore[arg-type]  # values of its own fields

    def advance_draft(self, amount: str = "3000", due: date | None = None) -> ClaimDraft:
        """An advance of the clerk."""
        due_on = due or TODAY + timedelta(days=30)
        return self.draft(
            kind=PaperKind.ADVANCE, amount=Decimal(amount), due_on=due_on, purpose="项目备用金借款"
        )

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction."""
        with self.database.write() as session:
            yield session

    def save(self, draft: ClaimDraft, today: date = TODAY) -> Saved:
        with self.writing() as session:
            return expense_claims.save(session, self.clerk, draft, today=today)

    def submit(self, saved: Saved, actor: Actor | None = None, today: date = TODAY) -> Saved:
        with self.writing() as session:
            who = actor or self.clerk
            return expense_claims.submit(session, who, saved.id, saved.version, command(), today=today)

    def approve(self, saved: Saved, actor: Actor | None = None) -> Saved:
        with self.writing() as session:
            return expense_claims.approve(session, actor or self.head, saved.id, saved.version, command())

    def pay(self, saved: Saved, paid_on: date = TODAY, account: int | None = None) -> Saved:
        with self.writing() as session:
            return expense_claims.pay(
                session,
                self.cashier,
                saved.id,
                saved.version,
                account_id=account or self.account,
                method=PaymentMethod.TRANSFER,
                paid_on=paid_on,
                command_id=command(),
                today=TODAY,
            )

    def void(self, saved: Saved, reason: str = "重复报销") -> Saved:
        with self.writing() as session:
            return expense_claims.void(
                session,
                self.cashier,
                saved.id,
                saved.version,
                reason=reason,
                command_id=command(),
                today=TODAY,
            )

    def approved(self, draft: ClaimDraft) -> Saved:
        """A paper that waits for the cashier."""
        return self.approve(self.submit(self.save(draft)))

    def paid(self, draft: ClaimDraft) -> Saved:
        """A paper that was paid."""
        return self.pay(self.approved(draft))

    def offsetting(self, advance: Saved, *amounts: str, offset: str) -> ClaimDraft:
        """A claim that takes `offset` of an advance."""
        return self.draft(*amounts, offsets=(OffsetDraft(advance.id, Decimal(offset)),))

    def detail(
        self, saved: Saved, actor: Actor | None = None, today: date = TODAY
    ) -> expense_claims.ClaimDetail:
        with self.database.read() as session:
            return expense_claims.detail(session, actor or self.clerk, saved.id, today=today)

    def get(self, saved: Saved) -> ClaimDraft:
        with self.database.read() as session:
            return expense_claims.get(session, self.clerk, saved.id)

    def from_files(
        self, *files: tuple[Path, Reading], draft: ClaimDraft | None = None
    ) -> expense_claims.FromInvoices:
        with self.writing() as session:
            paths, readings = [path for path, _ in files], [reading for _, reading in files]
            return expense_claims.draft_from_invoices(
                session, self.clerk, readings, paths, today=TODAY, draft=draft
            )


def refusal(code: str) -> pytest.RaisesExc[Refused]:
    """Expect a refusal with this code."""
    return pytest.RaisesExc(Refused, check=lambda refused: refused.code == code)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run the acts in threads at the same moment; "done" or the code of its refusal for each, sorted."""
    gate, answers = threading.Barrier(len(acts)), list[str]()

    def run(act: Callable[[], object]) -> None:
        gate.wait()
        try:
            act()
            answers.append("done")
        except Refused as refused:
            answers.append(refused.code)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers)


def invoice_file(
    folder: Path, number: str = "26422000000481236547", **changes: object
) -> tuple[Path, Reading]:
    """A file and what was read from it: 556.00 of transport, made out to the company, ten days old."""
    path = folder / f"{number or 'invoice'}-{next(_counter)}.pdf"
    path.write_bytes(f"invoice {number} {next(_counter)}".encode())
    read = ReadInvoice(
        kind=InvoiceKind.DIGITAL_ORDINARY,
        number=number,
        date=TODAY - timedelta(days=10),
        net=Decimal("510.09"),
        tax=Decimal("45.91"),
        total=Decimal("556.00"),
        buyer_name=COMPANY,
        buyer_tax_id=TAX_ID,
        seller_name=SELLER,
        seller_tax_id=SELLER_TAX_ID,
        lines=(
            InvoiceLine(
                name="*运输服务*客运服务费", amount=Decimal("510.09"), rate="9%", tax=Decimal("45.91")
            ),
        ),
    )
    digest = sha256(path.read_bytes()).hexdigest()
    return path, Reading(path.name, digest, replace(read, **changes))  # type: ignore[arg-type]  # values of its own fields


def add_person(session: Session, name: str, department_id: int, *roles: Role) -> Actor:
    """An employee with an account of these roles."""
    number = f"E{next(_counter):05}"
    employee = Employee(number=number, name=name, department_id=department_id)
    user = User(login=number.lower(), name=name, password_hash="!", employee=employee, roles=[])
    session.add_all([employee, user])
    session.flush()
    session.add_all(UserRole(user_id=user.id, role=role) for role in roles)
    session.flush()
    held = frozenset(roles)
    return Actor(user.id, name, user.login, employee.id, held, permissions_of(held))


def add_rule(
    session: Session, level: int, label: str, approver: ApproverKind, **changes: object
) -> ApprovalRule:
    """A level of approval for every paper unless `changes` say otherwise."""
    rule = ApprovalRule(level=level, label=label, approver=approver, **changes)
    session.add(rule)
    session.flush()
    return rule


def user_of(session: Session, actor: Actor) -> User:
    """The stored account of an actor, with its roles."""
    return session.get_one(User, actor.user_id, options=[selectinload(User.roles)])


def make_office(database: Database) -> Office:
    """Two departments (总经办 above 测绘一部), two levels (head; from 5,000 yuan on the general manager)."""
    with database.write() as session:
        session.add(Company(name=COMPANY, tax_id=TAX_ID))
        board = Department(code="T1", name="总经办")
        session.add(board)
        session.flush()
        survey = Department(code="T2", name="测绘一部", parent_id=board.id)
        session.add(survey)
        session.flush()
        boss = add_person(session, "何志远", board.id, Role.MANAGER)
        head = add_person(session, "张国强", survey.id, Role.MANAGER)
        clerk = add_person(session, "李文静", survey.id, Role.CLERK)
        cashier = add_person(session, "孙倩", board.id, Role.CASHIER)
        board.head_id, survey.head_id = boss.employee_id, head.employee_id
        project = Project(number="HT-2026-031", name="宜昌不动产测绘", manager_id=head.employee_id)
        account = BankAccount(name="招商银行 基本户", kind=AccountKind.BASIC)
        named = [("交通", True), ("住宿", True), ("招待", True), ("补助", False), ("其他", True)]
        categories = [
            ExpenseCategory(code=f"T{place}", name=name, position=place, needs_invoice=needs)
            for place, (name, needs) in enumerate(named)
        ]
        session.add_all([project, account, *categories])
        add_rule(session, 1, "部门审批", ApproverKind.DEPARTMENT_HEAD)
        add_rule(session, 2, "总经理", ApproverKind.USER, user_id=boss.user_id, amount_from=Decimal(5000))
        session.flush()
        chosen = {category.name: category.id for category in categories}
        return Office(
            database, board.id, survey.id, project.id, account.id, chosen, clerk, head, boss, cashier
        )
