"""The sample's social insurance and housing fund: policies, everybody insured, changes on their way, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from sqlalchemy import func, select

from models.approval import DecidedKind
from models.insurance import (
    BaseReason,
    ChangeKind,
    Enrolment,
    InsuranceBase,
    InsuranceChange,
    InsurancePolicy,
    InsurancePolicyItem,
)
from models.insurance_terms import Fund, InsuranceItem, Rounding
from models.people import Employee
from models.personnel_paper import OfficePaperState
from services import (
    approval_steps,
    employees,
    insurance_changes,
    insurance_forms,
    insurance_lodging,
    insurance_policy_seeds,
    office_papers,
    search,
    users,
)
from services.calendars import CHINA
from services.database import Session, at_moment
from services.employees import EmployeeDraft
from services.insurance_change_rules import ChangeReason
from services.insurance_changes import ChangeDraft
from services.months import month_of, next_month, previous_month
from services.permissions import Actor, Permission, open_to_all
from services.sample.came_and_went import came_on
from services.sample.company import Standing, insert_rows, stamp

CITY = "武汉"
SOURCE = "示例数据，请以当地通知为准"
_WHY = "a step of making the sample, before anybody is there"
_CUT_OFF = 25
_numbers = count(1)
# the year's limits, this season's and the one before: floor, ceiling
_SOCIAL_LIMITS = (("4498", "22488"), ("4308", "21540"))
_HOUSING_LIMITS = (("2400", "36549"), ("2210", "35067"))
_SOCIAL_ITEMS = (
    (InsuranceItem.PENSION, "0.16", "0.08", "0"),
    (InsuranceItem.MEDICAL, "0.087", "0.02", "0"),
    (InsuranceItem.LARGE_MEDICAL, "0", "0", "7"),
    (InsuranceItem.UNEMPLOYMENT, "0.007", "0.003", "0"),
    (InsuranceItem.INJURY, "0.004", "0", "0"),
)
_HOUSING_ITEMS = ((InsuranceItem.HOUSING_FUND, "0.08", "0.08", "0"),)
_BELOW_FLOOR = "宋雨"
JOINED, LATE, NEW, LEFT = "钟毅", "夏雨桐", "向晚晴", "马文博"


@open_to_all(_WHY)
def write_insurance(session: Session, standing: Standing, today: date, founded: datetime) -> None:
    """Policies, enrolments and bases as rows; the changes each through its service."""
    season = _season(today)
    _policies(session, season)
    hr = users.actor_of(session, standing.user_of("冯佳")[0])
    story = Story(session, standing, today, hr)
    insurance_forms.note_unit_number(session, hr, Fund.SOCIAL, CITY, "42010058877")
    insurance_forms.note_unit_number(session, hr, Fund.HOUSING, CITY, "201100345")
    story.people()
    _insure_everybody(session, season, founded)
    story.tell()


def _season(today: date) -> date:
    """The July this year's limits began with."""
    return date(today.year if today.month >= 7 else today.year - 1, 7, 1)


def _policies(session: Session, season: date) -> None:
    before = season.replace(year=season.year - 1)
    for fund, rows, limits in (
        (Fund.SOCIAL, _SOCIAL_ITEMS, _SOCIAL_LIMITS),
        (Fund.HOUSING, _HOUSING_ITEMS, _HOUSING_LIMITS),
    ):
        for (floor, ceiling), first in zip(limits, (season, before), strict=True):
            last = None if first == season else previous_month(season)
            session.add(_policy(fund, rows, (Decimal(floor), Decimal(ceiling)), (first, last)))
    session.flush()
    insurance_policy_seeds.fill(session)


def _policy(
    fund: Fund,
    rows: tuple[tuple[InsuranceItem, str, str, str], ...],
    limits: tuple[Decimal, Decimal],
    months: tuple[date, date | None],
) -> InsurancePolicy:
    rounding = Rounding.HALF_UP_YUAN if fund is Fund.HOUSING else Rounding.HALF_UP_FEN
    return InsurancePolicy(
        city=CITY, fund=fund, from_month=months[0], to_month=months[1], cut_off_day=_CUT_OFF,
        minimum_wage=Decimal(2400), confirmed=True, source=SOURCE, search_text=search.text_for(CITY, SOURCE),
        items=[
            InsurancePolicyItem(
                position=position, item=item, floor=limits[0], ceiling=limits[1], employer_rate=Decimal(employer),
                employee_rate=Decimal(employee), employee_fixed=Decimal(fixed), rounding=rounding,
            )
            for position, (item, employer, employee, fixed) in enumerate(rows, start=1)
        ],
    )  # fmt: skip


def _insure_everybody(session: Session, season: date, founded: datetime) -> None:
    """Everybody who has been here for a while, since they came; bases adjusted every July."""
    enrolled: list[dict[str, Any]] = []
    bases: list[dict[str, Any]] = []
    before = season.replace(year=season.year - 1)
    for person in session.scalars(select(Employee).order_by(Employee.id)):
        if person.hired_on is None or person.name in {JOINED, LATE, NEW}:
            continue
        first = month_of(person.hired_on)
        for fund in Fund:
            enrolled.append(
                {
                    "employee_id": person.id, "fund": fund, "city": CITY, "from_month": first, "to_month": None,
                    "account_number": f"{'42' if fund is Fund.SOCIAL else '2011'}{person.id:08d}", **stamp(founded),
                }
            )  # fmt: skip
            for since, tenths in ((first, 8), (before, 9), (season, 10)):
                if since >= first and (since > first or tenths == 8):
                    bases.append(_base(person, fund, since, tenths, founded))
    insert_rows(session, Enrolment, enrolled)
    insert_rows(session, InsuranceBase, bases)


def _base(person: Employee, fund: Fund, since: date, tenths: int, founded: datetime) -> dict[str, Any]:
    reason = BaseReason.JOINED if tenths == 8 else BaseReason.SEASON
    return {
        "employee_id": person.id, "fund": fund, "from_month": since, "base": base_of(person, tenths), "reason": reason,
        **stamp(founded),
    }  # fmt: skip


def base_of(person: Employee, tenths: int = 10) -> Decimal:
    """A believable base: by grade, another one for everybody; grown by a tenth every year, up to `tenths`."""
    if person.name == _BELOW_FLOOR:
        return Decimal(4320)
    usual = {1: 19800, 2: 12600}.get(person.grade, 6400) + person.id * 137 % 2300
    return Decimal(max(usual * tenths // 1000 * 100, 4500))


@dataclass(slots=True)
class Story:
    """What happened with the changes of the last months, in the order of time."""

    session: Session
    standing: Standing
    today: date
    hr: Actor

    def people(self) -> None:
        """Somebody who came lately and is insured, two who are not yet, somebody whose leaving paper comes later."""
        for name, department, post, hired in (
            (JOINED, "04", "测绘员", 64),
            (LATE, "06", "研发工程师", 43),
            (NEW, "05", "测绘员", 5),
            (LEFT, "07", "市场专员", 690),
        ):
            number = self.session.scalar(select(func.count()).select_from(Employee)) or 0
            draft = EmployeeDraft(
                number=f"{number + 1:04d}", name=name, department_id=self.standing.departments[department][0],
                post=post, phone=f"1390000{number + 1:04d}", bank_name="招商银行武汉光谷支行",
                hired_on=came_on(self.day(hired)) if name == JOINED else self.day(hired),
            )  # fmt: skip
            with self.at(hired):
                employees.save(self.session, self.hr, draft)

    def tell(self) -> None:
        """Confirmed ones first, then those on their way."""
        month = month_of(self.today)
        last = previous_month(month)
        self.confirmed(self.joining(), ago=58)
        self.confirmed(self.rebase("李文静", previous_month(last), 13), ago=70)
        self.confirmed(self.rebase("范晓", last, 11), ago=38)
        self.confirmed(self.back_payment("林悦", last), ago=34)
        self.refused(self.rebase("任静", last, 12, Fund.HOUSING), ago=30)
        self.lodged(self.rebase("何俊", month, 12, Fund.HOUSING), ago=16)
        self.approved(self.rebase("何俊", month, 12, Fund.SOCIAL), ago=9)
        self.submitted(self.rebase("石磊", next_month(month), 11), ago=2)
        self.create(self.rebase("刘洋", next_month(month), 12), ago=1)

    # what is wanted

    def joining(self) -> ChangeDraft:
        person = self.named(JOINED)
        assert person.hired_on is not None
        return ChangeDraft(
            employee_id=person.id, kind=ChangeKind.JOIN, city=CITY, month=month_of(person.hired_on),
            base=Decimal(6800), reason=ChangeReason.FROM_INSIDE,
        )  # fmt: skip

    def rebase(self, name: str, month: date, tenths: int, fund: Fund | None = None) -> ChangeDraft:
        person = self.named(name)
        return ChangeDraft(
            employee_id=person.id, kind=ChangeKind.BASE, fund=fund, city=CITY, month=month,
            base=base_of(person, tenths), note="调薪",
        )  # fmt: skip

    def back_payment(self, name: str, last: date) -> ChangeDraft:
        person = self.named(name)
        return ChangeDraft(
            employee_id=person.id, kind=ChangeKind.BACK_PAYMENT, fund=Fund.HOUSING, city=CITY,
            month=previous_month(last), to_month=last, base=base_of(person, 11), note="补缴基数差额",
        )  # fmt: skip

    # how far it came

    def create(self, draft: ChangeDraft, *, ago: int) -> list[int]:
        with self.at(ago):
            made = insurance_changes.create(
                self.session, self.hr, draft, command_id=self.command(), today=self.day(ago)
            )
        return [one.id for one in made]

    def submitted(self, draft: ChangeDraft, *, ago: int) -> list[int]:
        ids = self.create(draft, ago=ago)
        with self.at(ago, 1):
            insurance_changes.submit(self.session, self.hr, ids, command_id=self.command())
        return ids

    def approved(self, draft: ChangeDraft, *, ago: int) -> list[int]:
        ids = self.submitted(draft, ago=ago)
        for change_id in ids:
            self.agree(change_id, ago)
        return ids

    def lodged(self, draft: ChangeDraft, *, ago: int) -> list[int]:
        ids = self.approved(draft, ago=ago)
        with self.at(ago - 1):
            insurance_lodging.lodge(
                self.session, self.hr, ids, lodged_on=self.day(ago - 1), receipt_number=f"WH{ids[0]:06d}",
                command_id=self.command(), today=self.day(ago - 1),
            )  # fmt: skip
        return ids

    def confirmed(self, draft: ChangeDraft, *, ago: int) -> None:
        ids = self.lodged(draft, ago=ago)
        with self.at(ago - 4):
            insurance_lodging.confirm(
                self.session, self.hr, ids, confirmed_on=self.day(ago - 4), command_id=self.command(),
                today=self.day(ago - 4),
            )  # fmt: skip

    def refused(self, draft: ChangeDraft, *, ago: int) -> None:
        for change_id in self.lodged(draft, ago=ago):
            item = self.session.get_one(InsuranceChange, change_id)
            with self.at(ago - 3):
                insurance_lodging.refuse(
                    self.session, self.hr, item.id, item.version,
                    reason="基数调整须在年度调整期内申报", command_id=self.command(),
                )  # fmt: skip

    def agree(self, change_id: int, ago: int) -> None:
        """Level after level, by whoever is asked."""
        item = self.session.get_one(InsuranceChange, change_id)
        while item.state is OfficePaperState.SUBMITTED:
            with self.at(ago, 3):
                insurance_changes.agree(
                    self.session, self.asked(item), item.id, item.version, command_id=self.command(),
                    today=self.day(ago),
                )  # fmt: skip

    def asked(self, item: InsuranceChange) -> Actor:
        paper = office_papers.paper_of(self.session, DecidedKind.INSURANCE_CHANGE, item)
        people = (users.actor_of(self.session, user_id) for user_id, _ in self.standing.users.values())
        return next(
            one
            for one in people
            if one.can(Permission.CLAIM_DECIDE) and approval_steps.asked(self.session, one, paper)
        )

    def named(self, name: str) -> Employee:
        return self.session.scalars(select(Employee).where(Employee.name == name)).one()

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def at(self, ago: int, hours: int = 0) -> Any:
        return at_moment(datetime.combine(self.day(ago), time(9 + hours, 20), CHINA))

    def command(self) -> str:
        return f"sample-insurance-{next(_numbers)}"
