"""Payroll runs for tests of papers and files: people, a year of frozen lines whose sums are right, an approval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pypdfium2
from sqlalchemy import select, update

from models.bank_account import AccountKind, BankAccount
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.people import Company, Department, Employee
from models.personnel import IdentityKind, PersonalFile, Sex
from models.user import Role
from services import bank_formats
from services.calendars import pay_day
from services.database import Database, Session
from services.permissions import Actor
from tests.conftest import actor_of_role

TODAY = date(2026, 12, 1)
MONTH = date(2026, 11, 1)
COMPANY = "武汉光谷测绘信息有限公司"
COMPONENTS = (
    ("base", "基本工资", "earning", True),
    ("post", "岗位工资", "earning", True),
    ("meal", "餐补", "earning", False),
    ("overtime", "加班费", "earning", True),
    ("night", "夜班津贴", "earning", True),  # nobody ever has any
    ("absence", "缺勤扣款", "deduction", True),
    ("loan", "借款还款", "withholding", False),
)
SURNAMES, GIVEN = "李张王赵孙周吴郑陈林", ("文静", "国强", "雪", "志远", "倩", "俊洋", "立", "凯")
DEPARTMENTS = ("综合部", "测绘一部", "测绘二部", "数据部")
CARDS = ("6222020000000000000", "6214830000000009", "6217000000000000004", "6212260000000000018")


@dataclass(frozen=True)
class Payroll:
    """A company with people of several departments, an account and the banks' formats."""

    database: Database
    people: tuple[int, ...]
    account: int
    clerk: Actor
    cashier: Actor


def yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)


def id_card(number: int) -> str:
    """A made-up number of a person born on a day of 1990 with its right check digit."""
    first = f"420101199{number % 10}0{1 + number % 9}{10 + number % 18}{number % 1000:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return (
        first
        + "10X98765432"[sum(int(sign) * weight for sign, weight in zip(first, weights, strict=True)) % 11]
    )


def make_payroll(database: Database, people: int = 35, names: Sequence[str] = ()) -> Payroll:
    """People with files, one department after another; `names` are those of the first people."""
    with database.write() as session:
        session.add(Company(name=COMPANY, tax_id="91420100MA4KTE0T6L"))
        account = BankAccount(
            name="基本户",
            kind=AccountKind.BASIC,
            bank="招商银行武汉光谷支行",
            number="127906000010101",
            holder=COMPANY,
        )
        units = [Department(code=f"1{place}", name=name) for place, name in enumerate(DEPARTMENTS)]
        session.add_all([account, *units])
        session.flush()
        made = [
            _employee(number, units[number * len(units) // max(people, 1)].id, names)
            for number in range(people)
        ]
        session.add_all(made)
        session.flush()
        session.add_all(_file(number, one.id) for number, one in enumerate(made))
        bank_formats.begin_with_usual(session, actor_of_role(Role.CASHIER))
        ids = tuple(one.id for one in made)
        account_id = account.id
    return Payroll(database, ids, account_id, actor_of_role(Role.CLERK), actor_of_role(Role.CASHIER))


def _employee(number: int, department_id: int, names: Sequence[str]) -> Employee:
    name = names[number] if number < len(names) else SURNAMES[number % 10] + GIVEN[number // 10 % 8]
    return Employee(
        number=f"G{number + 1:04}",
        name=name,
        department_id=department_id,
        post="测绘员",
        phone=f"138{number:08}",
        bank_name="招商银行武汉分行",
        bank_account=luhn(number),
        hired_on=date(2024, 3, 1),
    )


def luhn(number: int) -> str:
    """A card number whose check digit is right."""
    first = f"621483{number:09}"
    digits = [int(sign) for sign in reversed(first)]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[::2]]
    return first + str(-(sum(doubled) + sum(digits[1::2])) % 10)


def _file(number: int, employee_id: int) -> PersonalFile:
    return PersonalFile(
        employee_id=employee_id,
        identity_kind=IdentityKind.ID_CARD,
        identity_number=id_card(number),
        sex=Sex.MALE if number % 2 else Sex.FEMALE,
        born_on=date(1990, 1, 1),
    )


def make_run(
    payroll: Payroll,
    month: date = MONTH,
    *,
    kind: RunKind = RunKind.REGULAR,
    state: RunState = RunState.APPROVED,
    changes: Mapping[int, Mapping[str, Any]] | None = None,
    components: Sequence[tuple[str, str, str, bool]] = COMPONENTS,
    number: str = "",
    **columns: object,
) -> int:
    """A run of everybody; `changes` by place of the person: columns of the line, or codes of components in fen.

    `columns` of the run that are not the usual ones.
    """
    with payroll.database.write() as session:
        due = {"due_on": pay_day(month, 8), "pay_on": pay_day(month, 8)}
        run = PayrollRun(
            number=number or f"GZ-{month:%Y-%m}",
            month=month,
            kind=kind,
            **(due | columns),
            made_by_id=payroll.clerk.user_id,
            made_by_name=payroll.clerk.name,
            components=[
                {"code": code, "name": name, "kind": "fixed", "effect": effect, "taxable": taxable}
                for code, name, effect, taxable in components
            ],
        )
        session.add(run)
        session.flush()
        lines = [
            _line(
                session, run, place, session.get_one(Employee, person), dict((changes or {}).get(place, {}))
            )
            for place, person in enumerate(payroll.people)
        ]
        session.add_all(lines)
        session.flush()
        run.people = len(lines)
        _total(run, lines)
        run_id = run.id
        session.flush()
        session.execute(update(PayrollRun).where(PayrollRun.id == run_id).values(state=state))
    return run_id


def _total(run: PayrollRun, lines: Sequence[PayrollLine]) -> None:
    for total in ("gross", "tax", "net", "employer_cost"):
        setattr(run, total, sum((getattr(line, total) for line in lines), Decimal(0)))
    run.insurance = sum((line.social + line.housing for line in lines), Decimal(0))


def _line(
    session: Session, run: PayrollRun, place: int, person: Employee, changes: dict[str, Any]
) -> PayrollLine:
    codes = {one["code"] for one in run.components}
    fen = {"base": 600_000 + place * 1_337, "post": 200_000, "meal": 30_000, "overtime": place % 3 * 5_172}
    fen |= {"absence": 27_586 if place % 11 == 10 else 0, "loan": 50_000 if place == 3 else 0}
    fen |= {code: changes.pop(code) for code in list(changes) if code in codes}
    amounts = {code: f"{yuan(value)}" for code, value in fen.items() if value and code in codes}
    signs = {one["code"]: {"earning": 1, "deduction": -1}.get(one["effect"], 0) for one in run.components}
    gross = yuan(sum(fen[code] * signs[code] for code in fen if code in codes))
    kept = yuan(
        sum(
            fen[one["code"]]
            for one in run.components
            if one["effect"] == "withholding" and one["code"] in fen
        )
    )
    added = yuan(
        sum(fen[one["code"]] for one in run.components if one["effect"] == "employer" and one["code"] in fen)
    )
    base = yuan(800_000)
    insured = {
        "pension": [f"{base}", "1280.00", "640.00"],
        "medical": [f"{base}", "696.00", "167.00"],
        "unemployment": [f"{base}", "56.00", "24.00"],
        "injury": [f"{base}", "32.00", "0.00"],
        "housing_fund": [f"{base}", "960.00", "960.00"],
    }
    social, housing, employer = Decimal(831), Decimal(960), Decimal(3024)
    tax = yuan(place % 7 * 1_351)
    months = run.pay_on.month
    values: dict[str, Any] = {
        "run_id": run.id, "position": place, "employee_id": person.id, "number": person.number, "name": person.name,
        "department_id": person.department_id, "department_name": DEPARTMENTS[0], "post": person.post,
        "identity_number": id_card(place), "bank_name": person.bank_name, "bank_account": person.bank_account,
        "due_days": 2175, "worked_days": 2075 if fen["absence"] else 2175, "amounts": amounts, "insured": insured,
        "deducted": {"child_education": f"{2000 * months}.00", "housing_rent": f"{1500 * months}.00"},
        "gross": gross, "exempt": yuan(fen["meal"] if "meal" in codes else 0), "social": social, "housing": housing, "additional": Decimal(3500),
        "tax": tax, "withheld": kept, "net": gross - social - housing - tax - kept,
        "employer_insurance": employer, "employer_cost": gross + employer + added, "base_wage": gross,
        "tax_year": run.pay_on.year, "tax_month": months, "cum_income": gross * months, "cum_basic": Decimal(5000) * months,
        "cum_special": (social + housing) * months, "cum_additional": Decimal(3500) * months, "cum_withheld": tax * months,
    }  # fmt: skip
    values["department_name"] = session.get_one(Department, person.department_id).name
    return PayrollLine(**(values | changes))


def lines_of(payroll: Payroll, run_id: int) -> list[PayrollLine]:
    with payroll.database.read() as session:
        query = select(PayrollLine).where(PayrollLine.run_id == run_id).order_by(PayrollLine.position)
        return list(session.scalars(query))


def pages(pdf: bytes, password: str | None = None) -> list[str]:
    """The text of every page."""
    with pypdfium2.PdfDocument(pdf, password=password) as document:
        return [page.get_textpage().get_text_range() for page in document]


def line_with(pdf: bytes, needle: str) -> str:
    """What stands on the line of the first page that holds the needle, from left to right."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            found = text.search(needle, match_case=True).get_next()
            if found is not None:
                _, bottom, _, top = text.get_charbox(found[0])
                line = text.get_text_bounded(0, bottom - 1.5, page.get_width(), top + 1.5)
                return " ".join(line.split())
    raise AssertionError(f"{needle} is not printed")
