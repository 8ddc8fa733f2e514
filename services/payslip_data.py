"""What stands on the pay list of a person 工资清单: the month, the tax year so far, how the tax came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select

from models.payroll import PayrollLine, PayrollRun
from services import payroll_rows
from services.database import Session
from services.money import voucher_capitals
from services.payroll_rows import DECIDED, EMPLOYEE, EMPLOYER, ITEMS, ZERO, PaidRun, days_words, note_words
from services.permissions import open_to_all
from services.reports.payslips import Slip, SlipItem

_SUMS = ("gross", "social", "housing", "tax", "withheld", "net", "employer_insurance")
_NOTE = "工资支付暂行规定第六条：用人单位应提供一份个人工资清单。请妥善保管，有疑问请联系人事。"


@dataclass(slots=True)
class _Year:
    """What a person got in the tax year so far, by component, insurance item and sum; yuan."""

    amounts: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    insured: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    employer: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    sums: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, line: Any) -> None:
        for code, text in line.amounts.items():
            self.amounts[code] += Decimal(text)
        for item, parts in line.insured.items():
            self.insured[item] += Decimal(parts[EMPLOYEE])
            self.employer[item] += Decimal(parts[EMPLOYER])
        for name in _SUMS:
            self.sums[name] += getattr(line, name)


@open_to_all("a step of the papers of a run, which have checked")
def slips_of(session: Session, paid: PaidRun, lines: Sequence[PayrollLine]) -> list[Slip]:
    """The pay lists of those lines, with what each person got in the tax year up to and with this run."""
    years = _years(session, paid, [line.employee_id for line in lines])
    return [_slip(paid, line, years[line.employee_id]) for line in lines]


def _years(session: Session, paid: PaidRun, people: Sequence[int]) -> Mapping[int, _Year]:
    """The tax year up to and with this run, of those people."""
    run = paid.run
    years: dict[int, _Year] = defaultdict(_Year)
    columns = [
        PayrollLine.employee_id,
        PayrollLine.amounts,
        PayrollLine.insured,
        *(getattr(PayrollLine, name) for name in _SUMS),
    ]
    counted = or_(PayrollRun.id == run.id, PayrollRun.state.in_(DECIDED))
    query = (
        select(*columns)
        .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
        .where(PayrollLine.tax_year == run.pay_on.year, counted)
        .where(
            or_(PayrollRun.pay_on < run.pay_on, (PayrollRun.pay_on == run.pay_on) & (PayrollRun.id <= run.id))
        )
    )
    if len(people) == 1:
        query = query.where(PayrollLine.employee_id == people[0])
    for row in session.execute(query):
        years[row.employee_id].add(row)
    return years


def _slip(paid: PaidRun, line: PayrollLine, year: _Year) -> Slip:
    taken = line.gross - line.net
    year_taken = year.sums["gross"] - year.sums["net"]
    return Slip(
        title=paid.title(f"{paid.kind_word}条"),
        company=paid.company,
        subtitle=paid.subtitle,
        person=_person(line),
        earned=tuple(_kept(_earned(paid, line, year))),
        taken=tuple(_kept(_taken(paid, line, year))),
        gross=SlipItem("应发合计", line.gross, year.sums["gross"]),
        deducted=SlipItem("扣款合计", taken, year_taken),
        net=SlipItem("实发合计", line.net, year.sums["net"]),
        capitals=f"大写：{voucher_capitals(line.net)}",
        employer=_employer(line, year),
        tax=_tax(line),
        year=f"{paid.run.pay_on.year}年累计",
        note=" ".join(filter(None, [note_words(line), _NOTE])),
    )


def _person(line: PayrollLine) -> tuple[tuple[str, str], ...]:
    found = [("姓名", line.name), ("工号", line.number), ("部门", line.department_name), ("岗位", line.post)]
    if line.due_days:
        found.append(("出勤", f"{days_words(line.worked_days)} / {days_words(line.due_days)} 天"))
    if line.bank_account:
        found.append(("卡号尾号", line.bank_account[-4:]))
    return tuple((label, value) for label, value in found if value)


def _earned(paid: PaidRun, line: PayrollLine, year: _Year) -> Iterator[SlipItem]:
    month = rest = ZERO
    for one in paid.components:
        if one.earned or one.deducted:
            sign = 1 if one.earned else -1
            amount, so_far = payroll_rows.yuan(line, one.code) * sign, year.amounts[one.code] * sign
            month, rest = month + amount, rest + so_far
            yield SlipItem(one.name, amount, so_far)
    yield SlipItem("未列项增减", line.gross - month, year.sums["gross"] - rest)


def _taken(paid: PaidRun, line: PayrollLine, year: _Year) -> Iterator[SlipItem]:
    for item, name in ITEMS.items():
        yield SlipItem(name, payroll_rows.insured(line, item, EMPLOYEE), year.insured[item.value])
    known = sum(year.insured.values(), ZERO)
    yield SlipItem(
        "社保差额",
        line.social + line.housing - payroll_rows.insured_sum(line, EMPLOYEE),
        year.sums["social"] + year.sums["housing"] - known,
    )
    yield SlipItem("个人所得税", line.tax, year.sums["tax"])
    month = so_far = ZERO
    for one in paid.components:
        if one.kept_back:
            month, so_far = month + payroll_rows.yuan(line, one.code), so_far + year.amounts[one.code]
            yield SlipItem(one.name, payroll_rows.yuan(line, one.code), year.amounts[one.code])
    yield SlipItem("未列项代扣", line.withheld - month, year.sums["withheld"] - so_far)


def _kept(items: Iterable[SlipItem]) -> Iterator[SlipItem]:
    return (item for item in items if item.amount or item.year)


def _employer(line: PayrollLine, year: _Year) -> tuple[SlipItem, ...]:
    if not line.employer_insurance:
        return ()
    found = [
        SlipItem(name, payroll_rows.insured(line, item, EMPLOYER), year.employer[item.value])
        for item, name in ITEMS.items()
    ]
    return (*_kept(found), SlipItem("合计", line.employer_insurance, year.sums["employer_insurance"]))


def _tax(line: PayrollLine) -> tuple[tuple[str, Decimal], ...]:
    """The reckoning of the year in a line; a sheet taxed by itself has none."""
    if not line.cum_income:
        return ()
    taken = (line.cum_exempt, line.cum_basic, line.cum_special, line.cum_additional, line.cum_other)
    parts = zip(("免税收入", "减除费用", "专项扣除", "专项附加扣除", "其他扣除"), taken, strict=True)
    return (
        ("累计收入", line.cum_income),
        *((label, amount) for label, amount in parts if amount),
        ("应纳税所得额", max(line.cum_income - sum(taken, ZERO), ZERO)),
        ("已扣税额", line.cum_withheld),
    )
