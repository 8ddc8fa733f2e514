"""The sample's pay: rates of everybody, attendance, the sheets of the year paid and locked, the open one a draft."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.pay import AdjustmentCause, AttendanceMonth, PayAdjustment, PayComponent, PayRate
from models.payroll import BonusTax, PayrollRun, RunKind, RunState
from models.people import Employee
from services import approval_steps, office_papers, payroll_runs, payroll_states, users
from services.calendars import CHINA, add_working_days, working_days_between
from services.database import Session, at_moment
from services.months import last_day, month_of, next_month, previous_month
from services.payroll_months import PaySettings, due_on, working_days
from services.payroll_taken import separate_until
from services.permissions import Actor, open_to_all
from services.sample.acts import CASHIER
from services.sample.company import Standing, insert_rows, stamp

_SOURCE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "pay.toml"
_WHY = "a step of making the sample, before anybody is there"
_HOW = PaySettings()
_BEFORE = timedelta(days=3)
_RAISED, _ABSENT, _WON, _LATER = "李文静", "何俊", "陈立", "姚远"


@open_to_all(_WHY)
def write_pay(session: Session, standing: Standing, today: date, random: Random) -> None:
    """Rates, attendance and one-off lines as rows; every sheet through the real services, as on its days."""
    desk = Desk(session, standing, today, random, users.actor_of(session, standing.users["wangxue"][0]))
    desk.rates()
    for month in desk.months():
        desk.attendance(previous_month(month), latest=month == desk.open_month)
        desk.sheet(month)


@dataclass(slots=True)
class Desk:
    """The clerk who makes the sheets, and the day it is."""

    session: Session
    standing: Standing
    today: date
    random: Random
    clerk: Actor
    clicks: Any = None
    components: Any = None
    by_paper: Any = None  # who joined by a paper of the sample: always there

    def __post_init__(self) -> None:
        self.by_paper = set(self.session.scalars(select(PayRate.employee_id)))
        self.clicks = count(1)
        self.components = {
            row.code: row.id for row in self.session.execute(select(PayComponent.code, PayComponent.id))
        }

    @property
    def open_month(self) -> date:
        """The sheet that is being made: this month's until it is due, then the next one."""
        month = month_of(self.today)
        return month if self.today <= due_on(month, _HOW) else next_month(month)

    def months(self) -> list[date]:
        """From January of the open month's year, or the last three months where that is shorter."""
        last = self.open_month
        first = min(date(last.year, 1, 1), _back(last, 3))
        found = [first]
        while found[-1] < last:
            found.append(next_month(found[-1]))
        return found

    def rates(self) -> None:
        """What everybody gets since they came; whoever has a rate by a paper keeps it."""
        paid = tomllib.loads(_SOURCE.read_text(encoding="utf-8"))
        have = set(self.session.scalars(select(PayRate.employee_id)))
        rows = []
        for person in self.people():
            since = person.hired_on or self.today.replace(month=1, day=1)
            amounts = dict(
                zip(paid["components"], paid["posts"].get(person.post, paid["other"]), strict=True)
            )
            allowances = dict(paid["allowances"])
            if "测绘" in person.post or "外业" in person.post:
                allowances["transport"] = paid["field_transport"]
            wanted = allowances if person.id in have else amounts | allowances
            rows += [self.rate(person.id, code, since, amount) for code, amount in wanted.items()]
            if person.name == _RAISED:
                rise = previous_month(self.open_month)
                rows.append(
                    self.rate(person.id, "performance", rise, amounts["performance"] + 860, "季度考核优秀")
                )
        insert_rows(self.session, PayRate, rows)

    def rate(self, employee_id: int, code: str, since: date, amount: int, reason: str = "") -> dict[str, Any]:
        return {
            "employee_id": employee_id, "component_id": self.components[code], "from_on": since,
            "amount": Decimal(amount), "reason": reason, "paper_id": None, **stamp(self.moment(self.today, 8)),
        }  # fmt: skip

    def people(self) -> list[Employee]:
        return list(self.session.scalars(select(Employee).order_by(Employee.id)))

    def attendance(self, month: date, *, latest: bool) -> None:
        """A month's days: most were always there; in the latest one only what the sheet is to show."""
        due = working_days(month) * 100
        rows = []
        for person in self.people():
            if not _employed(person, month):
                continue
            leave, rest = self.leave(person, latest=latest)
            due_here, worked = due, due - sum(leave.values())
            if person.hired_on and person.hired_on > month:
                worked = max(0, worked - _days(month, person.hired_on))
            if person.left_on and person.left_on < last_day(month):
                worked = _days(month, person.left_on + timedelta(days=1))
            rows.append(
                {
                    "month": month, "employee_id": person.id, "due": due_here, "worked": worked, "absent": 0,
                    "leave": leave, "late_times": 0, "overtime_weekday": 0, "overtime_rest": rest,
                    "overtime_holiday": 0, "source": f"考勤月度汇总_{month:%Y%m}.xlsx",
                    **stamp(self.moment(self.today, 8)),
                }
            )  # fmt: skip
        insert_rows(self.session, AttendanceMonth, rows)

    def leave(self, person: Employee, *, latest: bool) -> tuple[dict[str, int], int]:
        if latest:
            return ({"personal": 200} if person.name == _ABSENT else {}), 0
        if person.id in self.by_paper:
            return {}, 0
        draw = self.random.random()
        if draw < 0.05:
            return {"personal": 100}, 0
        if draw < 0.08:
            return {"sick": 100}, 0
        if draw < 0.14:
            return {"annual": 100}, 0
        return {}, 800 if "外业" in person.post and draw < 0.6 else 0

    def sheet(self, month: date) -> None:
        """A month's sheet, as far as it has come by today; in January the bonus of the year before as well."""
        due = due_on(month, _HOW)
        made = add_working_days(due, -2)
        if month == self.open_month:
            self.lines(month)
            self.draft(month, RunKind.REGULAR, min(add_working_days(self.today, -1), made))
            return
        self.settle(self.draft(month, RunKind.REGULAR, made), made, due)
        if month.month == 1:
            self.bonus(month, add_working_days(due, 3))

    def draft(self, month: date, kind: RunKind, day: date, tax: BonusTax | None = None) -> PayrollRun:
        with at_moment(self.moment(day, 9)):
            run_id = payroll_runs.draft(
                self.session, self.clerk, month, kind, self.click(), day, bonus_tax=tax,
                title="年终奖" if kind == RunKind.BONUS else "",
            )  # fmt: skip
        return self.session.get_one(PayrollRun, run_id)

    def bonus(self, month: date, day: date) -> None:
        if day > self.today:
            return
        for person in self.people():
            if person.grade and _employed(person, previous_month(month)):
                amount = {1: 36000, 2: 18000}.get(person.grade, 6000 + person.id % 7 * 500)
                self.line(month, person.name, "annual_bonus", amount, "年终奖")
        ended = "" < separate_until() < day.isoformat()
        tax = BonusTax.MERGED if ended else BonusTax.SEPARATE
        self.settle(self.draft(month, RunKind.BONUS, day, tax), day, add_working_days(day, 2))

    def lines(self, month: date) -> None:
        """What came up for the open sheet."""
        self.line(month, _WON, "bonus", 3100, "投标奖：光谷管线普查")
        self.line(month, _LATER, "correction", 320, "漏记加班", of_month=previous_month(month))

    def line(
        self, month: date, name: str, code: str, amount: int, note: str, of_month: date | None = None
    ) -> None:
        person = self.session.scalar(select(Employee.id).filter_by(name=name))
        if person is not None:
            cause = AdjustmentCause.CORRECTION if of_month else AdjustmentCause.TYPED
            row = {
                "month": month, "employee_id": person, "component_id": self.components[code],
                "amount": Decimal(amount), "cause": cause, "of_month": of_month, "claim_id": None, "run_id": None,
                "note": note, **stamp(self.moment(self.today, 8)),
            }  # fmt: skip
            insert_rows(self.session, PayAdjustment, [row])

    def settle(self, run: PayrollRun, made: date, paid: date) -> None:
        """Checked, approved level after level, paid and locked."""
        with at_moment(self.moment(made, 14)):
            payroll_states.check(self.session, self.clerk, run.id, run.version, self.click(), made)
            payroll_states.submit(self.session, self.clerk, run.id, run.version, self.click(), made)
        hour = 15
        while run.state == RunState.SUBMITTED:
            with at_moment(self.moment(made, hour)):
                office_papers.decide(
                    self.session, self.asked(run), DecidedKind.PAYROLL_RUN, run.id, run.version, Decision.APPROVE,
                    reason="", command_id=self.click(), today=made,
                )  # fmt: skip
            hour = min(hour + 1, 23)
        cashier = users.actor_of(self.session, self.standing.users[CASHIER][0])
        paid = min(paid, self.today)
        with at_moment(self.moment(paid, 10)):
            payroll_states.pay(
                self.session, cashier, run.id, run.version, paid_on=paid, command_id=self.click(), today=paid,
                account_id=self.standing.accounts[0],
            )  # fmt: skip
        if self.today - paid > _BEFORE:
            with at_moment(self.moment(paid, 17)):
                payroll_states.lock(self.session, self.clerk, run.id, run.version, self.click())

    def asked(self, run: PayrollRun) -> Actor:
        step = approval_steps.pending(
            self.session, office_papers.paper_of(self.session, DecidedKind.PAYROLL_RUN, run)
        )
        assert step is not None
        assert step.approver_id is not None, "the sample's rules name people"
        return users.actor_of(self.session, step.approver_id)

    def moment(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour, 10), CHINA)

    def click(self) -> str:
        return f"sample-pay-{next(self.clicks)}"


def _back(month: date, months: int) -> date:
    for _ in range(months):
        month = previous_month(month)
    return month


def _employed(person: Employee, month: date) -> bool:
    begun = person.hired_on is None or person.hired_on <= last_day(month)
    return begun and (person.left_on is None or person.left_on >= month)


def _days(month: date, until: date) -> int:
    """Working days from the first of a month to the day before, in hundredths."""
    return max(0, working_days_between(month - timedelta(days=1), until - timedelta(days=1))) * 100
