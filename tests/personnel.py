"""A small office with pay and rules, and personnel papers on their way, for the tests of papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

from models.approval import ApprovalRule, ApproverKind, DecidedKind, Decision
from models.pay import ComponentKind, PayComponent, PayRate
from models.people import Department, Employee
from models.personnel_paper import PersonnelKind, PersonnelPaper
from models.user import Role, User, UserRole
from services import office_papers, personnel_papers
from services.permissions import Actor, permissions_of
from services.personnel_drafts import PersonnelDraft
from services.personnel_standing import PayLine

TODAY = date(2026, 3, 12)
NUMBER, OTHER_NUMBER = "420101199001010018", "420101199001010026"
KIND = DecidedKind.PERSONNEL_PAPER
_clicks = count()


def click() -> str:
    """A command that was never given before."""
    return f"test-personnel-{next(_clicks)}"


def set_up(session) -> tuple[Actor, Actor]:
    """Two levels: the manager, then a second one who is added here; three components; returns both deciders."""
    rule = {"paper_kind": "", "amount_from": Decimal(0), "approver": ApproverKind.USER}
    boss = Employee(number="0090", name="何总", department_id=1, hired_on=date(2020, 1, 1))
    user = User(login="boss", name="何总", password_hash="!", employee=boss)
    session.add_all([boss, user])
    session.flush()
    session.add(UserRole(user_id=user.id, role=Role.MANAGER))
    session.add(ApprovalRule(level=1, label="部门审批", user_id=4, **rule))
    session.add(ApprovalRule(level=2, label="总经理", user_id=user.id, **rule))
    for place, (code, name, kind) in enumerate(
        (("base", "基本工资", ComponentKind.FIXED), ("post", "岗位工资", ComponentKind.FIXED), ("meal", "餐补", ComponentKind.ATTENDANCE)),
        start=1,
    ):  # fmt: skip
        session.add(PayComponent(id=place, code=code, name=name, kind=kind, position=place))
    session.add(Department(id=2, code="02", name="研发部"))
    session.flush()
    roles = frozenset({Role.MANAGER})
    first = Actor(4, "王建国", "manager", 4, roles, permissions_of(roles))
    return first, Actor(user.id, "何总", "boss", boss.id, roles, permissions_of(roles))


def worker(session, name: str = "李四", number: str = "0050", hired_on: date = date(2024, 5, 6)) -> int:
    """Somebody who works in department 1 for 6,000 a month."""
    item = Employee(number=number, name=name, department_id=1, post="测绘员", hired_on=hired_on)
    session.add(item)
    session.flush()
    session.add(PayRate(employee_id=item.id, component_id=1, from_on=hired_on, amount=Decimal("6000.00")))
    session.flush()
    return item.id


def joiner(**changes) -> PersonnelDraft:
    """Somebody who begins on 2 March with 8,000 and 300."""
    draft = PersonnelDraft(
        kind=PersonnelKind.JOIN,
        name="钱多多",
        identity_number=NUMBER,
        phone="13800000000",
        department_id=1,
        post="测绘员",
        effective_on=date(2026, 3, 2),
        probation_until=date(2026, 6, 1),
        bank_name="招商银行",
        bank_number="6214830000000009",
        reason="外业扩编",
        pay=(PayLine(1, amount=Decimal("8000.00")), PayLine(3, amount=Decimal("300.00"))),
    )
    return replace(draft, **changes)


def saved(session, actor: Actor, draft: PersonnelDraft, today: date = TODAY) -> PersonnelPaper:
    paper_id = personnel_papers.save(session, actor, draft, today=today)
    return session.get_one(PersonnelPaper, paper_id)


def submitted(session, actor: Actor, draft: PersonnelDraft) -> PersonnelPaper:
    paper = saved(session, actor, draft)
    office_papers.submit(session, actor, KIND, paper.id, paper.version, click())
    return paper


def decide(
    session, actor: Actor, paper, decision: Decision = Decision.APPROVE, *, reason: str = "", today=TODAY
) -> int:
    return office_papers.decide(
        session,
        actor,
        KIND,
        paper.id,
        paper.version,
        decision,
        reason=reason,
        command_id=click(),
        today=today,
    )


def approved(session, actor: Actor, deciders, draft: PersonnelDraft, today: date = TODAY) -> PersonnelPaper:
    """Written, handed in, and approved at both levels."""
    paper = submitted(session, actor, draft)
    for decider in deciders:
        decide(session, decider, paper, today=today)
    return paper
