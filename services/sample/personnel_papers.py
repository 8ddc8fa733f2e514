"""The sample's personnel papers in every state: people who joined, moved, got more pay, and one who is leaving."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count

from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.pay import ComponentEffect, ComponentKind, PayComponent
from models.people import Employee
from models.personnel_paper import PersonnelKind, PersonnelPaper
from services import leaving, office_papers, personnel_papers, users
from services.database import Session, at_moment
from services.identity_numbers import card_problem, id_card_problem
from services.leaving import LeavingCheck
from services.permissions import Actor, open_to_all
from services.personnel_drafts import PersonnelDraft
from services.personnel_standing import PayLine
from services.personnel_terms import Ending
from services.sample.came_and_went import left_on
from services.sample.company import Standing

KIND = DecidedKind.PERSONNEL_PAPER
_WHY = "a step of making the sample, before anybody is there"
# name, department, post, days since the first day (below zero: still to come), born, pay of the two components
JOINED = (
    ("严诚", "05", "测绘员", 215, "199803125", (5200, 1300)),
    ("陆晓峰", "04", "测绘工程师", 92, "199505213", (6500, 1800)),
    ("贺敏", "07", "市场专员", 330, "199611072", (5000, 1200)),
)
_BANK = "招商银行武汉光谷支行"


@dataclass(slots=True)
class Desk:
    """Who writes and who decides, and the day it is."""

    session: Session
    standing: Standing
    today: date
    writer: Actor
    clicks: count[int]

    def decider(self, department: str) -> Actor:
        _id, _name, head = self.standing.departments[department]
        return users.actor_of(self.session, self.standing.user_of(head)[0])

    def click(self) -> str:
        return f"sample.personnel.{next(self.clicks)}"

    def write(self, draft: PersonnelDraft, day: date) -> PersonnelPaper:
        """A draft of that day."""
        with at_moment(_moment(day, 9)):
            paper_id = personnel_papers.save(self.session, self.writer, draft, today=day)
        return self.session.get_one(PersonnelPaper, paper_id)

    def submit(self, draft: PersonnelDraft, day: date) -> PersonnelPaper:
        """A paper that is being decided since that day."""
        paper = self.write(draft, day)
        with at_moment(_moment(day, 10)):
            office_papers.submit(self.session, self.writer, KIND, paper.id, paper.version, self.click())
        return paper

    def decide(
        self, paper: PersonnelPaper, department: str, day: date, decision: Decision, reason: str = ""
    ) -> None:
        with at_moment(_moment(day, 15)):
            office_papers.decide(
                self.session, self.decider(department), KIND, paper.id, paper.version, decision,
                reason=reason, command_id=self.click(), today=day,
            )  # fmt: skip

    def approve(self, draft: PersonnelDraft, department: str, day: date) -> PersonnelPaper:
        """A paper approved on that day, in effect when its own day has come."""
        paper = self.submit(draft, day - timedelta(days=1))
        self.decide(paper, department, day, Decision.APPROVE)
        if paper.applied_on is None and paper.effective_on <= self.today:
            with at_moment(_moment(paper.effective_on, 9)):
                personnel_papers.apply_due(self.session, self.writer, paper.effective_on)
        return paper


def _moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 12)).astimezone(UTC)


@open_to_all(_WHY)
def write_personnel_papers(session: Session, standing: Standing, today: date) -> None:
    """Papers of every kind over the year; three more people work here afterwards, one of them until last month."""
    desk = Desk(session, standing, today, users.actor_of(session, standing.user_of("冯佳")[0]), count(1))
    fixed = _components(session)
    _past(desk, fixed)
    _waiting(desk, fixed)
    _leaver(desk)


def _components(session: Session) -> list[int]:
    """The first two fixed components of the pay; the usual two where the company has none yet."""
    fixed = (PayComponent.kind == ComponentKind.FIXED, PayComponent.effect == ComponentEffect.EARNING)
    found = list(
        session.scalars(select(PayComponent.id).where(*fixed).order_by(PayComponent.position).limit(2))
    )
    for place, (code, name) in enumerate((("base", "基本工资"), ("post", "岗位工资")), start=1):
        if len(found) < place:
            item = PayComponent(code=code, name=name, kind=ComponentKind.FIXED, position=place * 10)
            session.add(item)
            session.flush()
            found.append(item.id)
    return found


def _pay(fixed: list[int], amounts: tuple[int, int]) -> tuple[PayLine, ...]:
    return tuple(PayLine(one, amount=Decimal(amount)) for one, amount in zip(fixed, amounts, strict=True))


def _joiner(desk: Desk, fixed: list[int], name: str, code: str, post: str, day: date, born: str, pay: tuple[int, int]) -> PersonnelDraft:  # fmt: skip
    return PersonnelDraft(
        kind=PersonnelKind.JOIN,
        name=name,
        identity_number=id_number(born),
        phone=f"1380000{int(born[-4:]):04d}",
        department_id=desk.standing.departments[code][0],
        post=post,
        effective_on=day,
        probation_until=_months_later(day, 3) - timedelta(days=1),
        bank_name=_BANK,
        bank_number=card_number(born),
        reason="部门扩编" if code != "07" else "岗位补员",
        pay=_pay(fixed, pay),
    )


def id_number(born: str) -> str:
    """An identity number of Wuhan with a right check digit: day of birth and one digit of the order."""
    body = f"420111{born[:8]}0{born[8]}1"
    return next(f"{body}{digit}" for digit in "0123456789X" if id_card_problem(f"{body}{digit}") is None)


def card_number(born: str) -> str:
    """A card of their own with a right check digit."""
    body = f"6214830{born[1:]}"
    return next(f"{body}{digit}" for digit in range(10) if card_problem(f"{body}{digit}") is None)


def _months_later(day: date, months: int) -> date:
    place = day.month - 1 + months
    return date(day.year + place // 12, place % 12 + 1, min(day.day, 28))


def _past(desk: Desk, fixed: list[int]) -> None:
    """Three who joined; one was confirmed and moved, one left, one got more pay."""
    ids = {}
    for name, code, post, ago, born, amounts in JOINED:
        day = desk.today - timedelta(days=ago)
        draft = _joiner(desk, fixed, name, code, post, day, born, amounts)
        ids[name] = desk.approve(draft, code, day - timedelta(days=4)).employee_id
    yan = replace(PersonnelDraft(), employee_id=ids["严诚"], name="严诚")
    confirmed = _months_later(desk.today - timedelta(days=215), 3)
    pay = _pay(fixed, (5600, 1500))
    draft = replace(yan, kind=PersonnelKind.CONFIRM, effective_on=confirmed, reason="试用期考核合格", pay=pay)
    desk.approve(draft, "05", confirmed - timedelta(days=3))
    moved = desk.today - timedelta(days=48)
    draft = replace(
        yan, kind=PersonnelKind.TRANSFER, effective_on=moved, department_id=desk.standing.departments["04"][0],
        post="外业组长", reason="宜昌项目需要", pay=(),
    )  # fmt: skip
    desk.approve(draft, "05", moved - timedelta(days=5))
    ids["马文博"] = desk.session.scalar(select(Employee.id).where(Employee.name == "马文博"))
    _gone(desk, ids["贺敏"], "个人发展")
    _gone(desk, ids["马文博"], "另谋发展")


def _gone(desk: Desk, employee_id: int | None, reason: str) -> None:
    """Somebody of the market department who resigned and left last month, the list settled."""
    left = left_on(desk.today - timedelta(days=33))
    draft = PersonnelDraft(
        kind=PersonnelKind.LEAVE, employee_id=employee_id, effective_on=left, ending=Ending.RESIGNED,
        notice_on=left - timedelta(days=31), handover_id=desk.standing.people["方舟"].id, reason=reason,
    )  # fmt: skip
    paper = desk.approve(draft, "07", left - timedelta(days=20))
    for check in leaving.BY_HAND:
        with at_moment(_moment(left, 16)):
            leaving.tick(desk.session, desk.writer, paper.id, check, done_on=left)


def _waiting(desk: Desk, fixed: list[int]) -> None:
    """What is on the desks now: drafts, papers being decided, one returned, one approved for a later day."""
    day = timedelta(days=1)
    session, people, today = desk.session, desk.standing.people, desk.today
    lu = session.scalar(select(Employee.id).where(Employee.name == "陆晓峰"))
    until = _months_later(today - 92 * day, 3)
    confirm = PersonnelDraft(kind=PersonnelKind.CONFIRM, employee_id=lu, effective_on=until, reason="试用期满，考核良好", pay=_pay(fixed, (7000, 2000)))  # fmt: skip
    desk.submit(confirm, today - 2 * day)
    raised = PersonnelDraft(
        kind=PersonnelKind.PAY_CHANGE, employee_id=people["高翔"].id, effective_on=_months_later(today.replace(day=1), 1),
        reason="取得注册测绘师资格", pay=_pay(fixed, (6800, 2200)),
    )  # fmt: skip
    desk.submit(raised, today - day)
    desk.submit(
        _joiner(desk, fixed, "夏雨", "04", "测绘员", today + 6 * day, "200102181", (5000, 1200)), today - day
    )
    later = _joiner(desk, fixed, "纪元", "06", "研发工程师", today + 13 * day, "199409304", (9000, 2500))
    desk.approve(later, "06", today - 3 * day)
    moves = PersonnelDraft(
        kind=PersonnelKind.TRANSFER, employee_id=people["潘婷"].id, effective_on=today + 10 * day,
        department_id=desk.standing.departments["04"][0], post="内业工程师", reason="内业人手调配",
    )  # fmt: skip
    desk.submit(moves, today - day)
    more = PersonnelDraft(
        kind=PersonnelKind.PAY_CHANGE, employee_id=people["刘洋"].id, effective_on=today.replace(day=1),
        reason="岗位调整", pay=_pay(fixed, (6000, 1500)),
    )  # fmt: skip
    paper = desk.submit(more, today - 4 * day)
    desk.decide(paper, "07", today - 3 * day, Decision.RETURN, "请附三季度业绩说明")
    desk.write(
        _joiner(desk, fixed, "白露", "07", "商务专员", today + 20 * day, "199912086", (5500, 1300)), today
    )


def _leaver(desk: Desk) -> None:
    """Somebody's last day is near: part of the list is settled."""
    day = timedelta(days=1)
    last = desk.today + 9 * day
    draft = PersonnelDraft(
        kind=PersonnelKind.LEAVE, employee_id=desk.standing.people["宋雨"].id, effective_on=last, ending=Ending.RESIGNED,
        notice_on=last - 30 * day, handover_id=desk.standing.people["林悦"].id, reason="回原籍工作",
    )  # fmt: skip
    paper = desk.approve(draft, "04", desk.today - 15 * day)
    with at_moment(_moment(desk.today - 2 * day, 14)):
        leaving.tick(
            desk.session,
            desk.writer,
            paper.id,
            LeavingCheck.HANDOVER,
            done_on=desk.today - 2 * day,
            note="资料已移交林悦",
        )
        leaving.tick(
            desk.session,
            desk.writer,
            paper.id,
            LeavingCheck.ASSETS,
            done_on=desk.today - day,
            note="全站仪、工服已还",
        )
