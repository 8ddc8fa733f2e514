"""The sample's personnel files: who its people are, their contracts, cards, family, deductions, health checks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from sqlalchemy import select, update

from models.labour_contract import LabourContract
from models.people import Employee
from models.personnel import (
    BankCard,
    Dependant,
    HealthCheck,
    PersonalFile,
    PostEntry,
    Sex,
    SpecialDeduction,
    TaxYear,
)
from models.setting import NumberSequence
from services import search
from services.audit import AuditRow, append_many
from services.database import Session
from services.identity_numbers import card_problem
from services.labour_law import add_months
from services.permissions import open_to_all
from services.sample.company import Standing, insert_rows, stamp
from services.sample.family import family_of
from services.sample.identities import WOMEN, identity_of
from services.sample.labour import Ends, chain_of

SEED = 20260402
# whose first contract of three years ends in so many days; who renewed so many days ago and has not signed yet
_ENDS_IN = {"石磊": 25, "任静": 48, "曾凡": -12}
_UNSIGNED = {"彭涛": 40}
_LOW_INCOME = frozenset({"宋雨", "潘婷"})
_CHECKED_AGO = {"何俊": 371, "马骏": 350, "沈括": 345}
_NEW_CARD = "唐莉"
_WHY = "a step of making the sample, before anybody is there"


@dataclass(frozen=True, slots=True)
class Somebody:
    """What is known of an employee, and who they are to be."""

    id: int
    number: str
    name: str
    department_id: int
    post: str
    grade: int
    bank_name: str
    account: str
    hired_on: date
    born_on: date
    sex: Sex


@open_to_all(_WHY)
def write_personnel(session: Session, standing: Standing, today: date, founded: datetime) -> None:
    """Give each of the people a file with all its lists and a chain of contracts; nothing random is shared with others."""
    random = Random(SEED)  # noqa: S311 - a story, not a secret
    _fit_hiring(session, today)
    people = [_somebody(row, random) for row in session.execute(_people()).mappings()]
    rows = _Rows(today, founded)
    for person in people:
        rows.add(person, random)
    for table, made in rows.tables.items():
        insert_rows(session, table, made)
    given = [{"series": series, "last": last} for series, last in rows.series.items()]
    insert_rows(session, NumberSequence, given)
    _use_new_card(session, rows)
    user = standing.user_of("冯佳")
    append_many(
        session,
        (
            AuditRow(founded, *user, "create", table.__tablename__, row["id"], {})
            for table in (PersonalFile, LabourContract)
            for row in rows.tables[table]
        ),
    )


def _fit_hiring(session: Session, today: date) -> None:
    """First days such that the contracts that the story wants end when it wants."""
    ends = {name: today + timedelta(days=days) for name, days in _ENDS_IN.items()}
    ends |= {name: today - timedelta(days=days + 1) for name, days in _UNSIGNED.items()}
    for name, last in ends.items():
        first = add_months(last + timedelta(days=1), -36)
        session.execute(update(Employee).where(Employee.name == name).values(hired_on=first))


def _people() -> Any:
    return select(
        Employee.id,
        Employee.number,
        Employee.name,
        Employee.department_id,
        Employee.post,
        Employee.grade,
        Employee.bank_name,
        Employee.bank_account.label("account"),
        Employee.hired_on,
    ).order_by(Employee.id)


def _somebody(row: Any, random: Random) -> Somebody:
    oldest = {1: 46, 2: 36, 3: 24}[row["grade"]]
    age = oldest + random.randrange(12)
    born = date(row["hired_on"].year - age, random.randint(1, 12), random.randint(1, 28))
    sex = Sex.FEMALE if row["name"] in WOMEN else Sex.MALE
    return Somebody(**row, born_on=born, sex=sex)


class _Rows:
    """The rows of every table, as they come."""

    def __init__(self, today: date, founded: datetime) -> None:
        self.today, self.stamp = today, stamp(founded)
        self.series: dict[str, int] = defaultdict(int)
        self.tables: dict[Any, list[dict[str, Any]]] = {
            table: []
            for table in (PersonalFile, BankCard, Dependant, SpecialDeduction, TaxYear, PostEntry, HealthCheck, LabourContract)
        }  # fmt: skip

    def _put(self, table: Any, **values: Any) -> int:
        number = len(self.tables[table]) + 1
        self.tables[table].append({"id": number, **values, **self.stamp})
        return number

    def add(self, person: Somebody, random: Random) -> None:
        self._file(person, random)
        self._cards(person, random)
        self._family(person, random)
        self._tax_year(person, random)
        self._posts(person)
        self._health(person, random)
        self._contracts(person)

    def _file(self, person: Somebody, random: Random) -> None:
        values = identity_of(person.name, person.number, person.sex, person.born_on, person.hired_on, random)
        self._put(PersonalFile, employee_id=person.id, **values)

    def _cards(self, person: Somebody, random: Random) -> None:
        self._put(
            BankCard,
            employee_id=person.id,
            from_on=person.hired_on,
            bank_name=person.bank_name,
            number=person.account,
            note="",
        )
        if person.name == _NEW_CARD:
            tail = f"{random.randrange(10**10):010}"
            number = next(card for digit in range(10) if _sound(card := f"62220232{tail}{digit}"))
            self._put(
                BankCard,
                employee_id=person.id,
                from_on=self.today.replace(day=1),
                bank_name="中国工商银行武汉软件园支行",
                number=number,
                note="原卡挂失",
            )

    def _family(self, person: Somebody, random: Random) -> None:
        relatives, deductions = family_of(person.name, person.born_on, person.hired_on, self.today, random)
        ids = {one["name"]: self._put(Dependant, employee_id=person.id, **one) for one in relatives}
        for line in deductions:
            name = line.pop("dependant")
            self._put(SpecialDeduction, employee_id=person.id, dependant_id=ids.get(name), note="", **line)

    def _tax_year(self, person: Somebody, random: Random) -> None:
        thousands = {1: 280, 2: 165, 3: 84}[person.grade] + random.randrange(30)
        income = Decimal(57_600 if person.name in _LOW_INCOME else thousands * 1000)
        here = person.hired_on.year < self.today.year - 1
        self._put(
            TaxYear,
            employee_id=person.id,
            year=self.today.year,
            first_wage=False,
            prior_income=income if here else None,
            prior_twelve_months=here,
            deduct_basic=True,
            opened_through=None,
            opening_items={},
            **{f"opening_{name}": Decimal(0) for name in ("income", "exempt", "basic", "special", "additional", "other", "withheld", "bonus")},
        )  # fmt: skip

    def _posts(self, person: Somebody) -> None:
        first = person.post if person.grade == 3 else "主管助理"
        entries = [(person.hired_on, first, 3, "入职")]
        risen = add_months(person.hired_on, 9)
        if person.grade < 3 and risen < self.today:
            entries.append((risen, person.post, person.grade, "竞聘上岗"))
        for day, post, grade, reason in entries:
            self._put(
                PostEntry,
                employee_id=person.id,
                from_on=day,
                department_id=person.department_id,
                post=post,
                grade=grade,
                reason=reason,
                paper_id=None,
            )

    def _health(self, person: Somebody, random: Random) -> None:
        may = date(self.today.year, 5, 18)
        usual = may if may < self.today else date(self.today.year - 1, 5, 18)
        ago = _CHECKED_AGO.get(person.name)
        checked = self.today - timedelta(days=ago) if ago else usual + timedelta(days=person.id % 5)
        result = "合格" if random.randrange(6) else "合格，建议复查血脂"
        self._put(
            HealthCheck,
            employee_id=person.id,
            checked_on=checked,
            place="湖北省中医院光谷院区",
            result=result,
            next_due=add_months(checked, 12),
        )

    def _contracts(self, person: Somebody) -> None:
        ends = Ends(unsigned=person.name in _UNSIGNED, stays=_ENDS_IN.get(person.name, 0) < 0)
        before: int | None = None
        for link in chain_of(person.name, person.post, person.hired_on, self.today, ends):
            series = f"LD-{link['from_on'].year}"
            self.series[series] += 1
            main = link.pop("main")
            made = self._put(
                LabourContract,
                employee_id=person.id,
                number=f"{series}-{self.series[series]:04}",
                previous_id=before if main and before else None,
                **link,
                search_text="",
            )
            before = made if main else before
        _find_by(self.tables[LabourContract], person)


def _find_by(contracts: list[dict[str, Any]], person: Somebody) -> None:
    for row in contracts:
        if row["employee_id"] == person.id:
            row["search_text"] = search.text_for(row["number"], person.number, person.name)


def _sound(number: str) -> bool:
    return card_problem(number) is None


def _use_new_card(session: Session, rows: _Rows) -> None:
    newest = next(row for row in rows.tables[BankCard] if row["note"])
    session.execute(
        update(Employee)
        .where(Employee.id == newest["employee_id"])
        .values(bank_name=newest["bank_name"], bank_account=newest["number"])
    )
