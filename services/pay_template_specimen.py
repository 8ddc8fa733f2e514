"""A payroll run of made-up people, to show what a template looks like before there is any pay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from models.insurance_terms import InsuranceItem
from models.payroll import PayrollRun, RunKind, RunState
from models.personnel import EmploymentKind
from services.paid_lines import PaidLine
from services.payroll_rows import Component, PaidRun

NUMBER = "GZ-0000-00"
_DEPARTMENTS = ("综合部", "业务部")
_NAMES = ("张三", "李四", "王五", "赵六", "陈七", "周八")
_RATES = {
    InsuranceItem.PENSION: ("1280.00", "640.00"),
    InsuranceItem.MEDICAL: ("696.00", "160.00"),
    InsuranceItem.UNEMPLOYMENT: ("56.00", "24.00"),
    InsuranceItem.INJURY: ("16.00", "0.00"),
    InsuranceItem.HOUSING_FUND: ("640.00", "640.00"),
}
_SOCIAL, _HOUSING, _EMPLOYER, _TAX = Decimal(824), Decimal(640), Decimal(2688), Decimal("86.40")


def specimen(company: str, components: Sequence[Component], today: date) -> PaidRun:
    """A month of six people, each with something of every component; nothing of it is in the database."""
    month = today.replace(day=1)
    run = PayrollRun(
        number=NUMBER, month=month, kind=RunKind.REGULAR, title="", state=RunState.APPROVED, due_on=today,
        pay_on=today, components=[],
    )  # fmt: skip
    lines = [_line(place, name, components, today) for place, name in enumerate(_NAMES)]
    half = len(lines) // len(_DEPARTMENTS)
    groups = tuple(
        (name, tuple(lines[place * half : (place + 1) * half])) for place, name in enumerate(_DEPARTMENTS)
    )
    return PaidRun(run, company, month, tuple(components), tuple(components), lines, groups)


def _line(place: int, name: str, components: Sequence[Component], today: date) -> PaidLine:
    first = next((one.code for one in components if one.earned), "")
    amounts = {one.code: Decimal(8000 if one.code == first else 100) + place * 10 for one in components}
    signed = (
        amounts[one.code] * (1 if one.earned else -1) for one in components if one.earned or one.deducted
    )
    gross = sum(signed, Decimal(0))
    kept = sum((amounts[one.code] for one in components if one.kept_back), Decimal(0))
    return PaidLine(
        position=place, employee_id=place, number=f"{place + 1:04}", name=name, post="职员",
        department_id=place // 3, employment_kind=EmploymentKind.FULL_TIME, department_name=_DEPARTMENTS[place // 3], identity_number="110101199001010000",
        bank_name="某某银行", bank_account="6222020000000000000", due_days=2175, worked_days=2175,
        amounts=amounts, insured={item.value: ("8000.00", *parts) for item, parts in _RATES.items()},
        gross=gross, social=_SOCIAL, housing=_HOUSING, tax=_TAX, withheld=kept,
        net=gross - _SOCIAL - _HOUSING - _TAX - kept, employer_insurance=_EMPLOYER, employer_cost=gross + _EMPLOYER,
        separate_bonus=Decimal(0), tax_year=today.year, tax_month=today.month, cum_income=gross, cum_exempt=Decimal(0),
        cum_basic=Decimal(5000), cum_special=_SOCIAL + _HOUSING, cum_additional=Decimal(1000), cum_other=Decimal(0),
        cum_withheld=_TAX, note="备注",
    )  # fmt: skip
