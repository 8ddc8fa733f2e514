"""What stands on the pay list of a person 工资清单: the month, the tax year so far, how the tax came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select

from models.payroll import PayrollLine, PayrollRun
from services import payroll_rows
from services.database import Session
from services.money import voucher_capitals
from services.paid_lines import PaidLine
from services.pay_template_columns import Offer, TemplateColumn, arranged
from services.pay_templates import PayPaper, PayTemplate
from services.payroll_rows import (
    DECIDED,
    EMPLOYEE,
    EMPLOYER,
    ITEMS,
    ZERO,
    Component,
    PaidRun,
    days_words,
    note_words,
)
from services.payroll_tables import item_key, pay_key
from services.payroll_tables import offers as table_offers
from services.payroll_tax_reasons import costs_of
from services.permissions import open_to_all
from services.reports.payslips import Slip, SlipItem

_SUMS = ("gross", "social", "housing", "tax", "withheld", "net", "employer_insurance")
EMPLOYER_BLOCK, TAX_BLOCK = "employer_block", "tax_block"
PERSON = tuple(
    Offer(key, words)
    for key, words in (
        ("name", "姓名"),
        ("number", "工号"),
        ("department", "部门"),
        ("post", "岗位"),
        ("days", "出勤"),
        ("card", "卡号尾号"),
    )
)
BLOCKS = (Offer(EMPLOYER_BLOCK, "单位缴纳"), Offer(TAX_BLOCK, "个税累计"))

type Items = Iterator[tuple[str, SlipItem]]


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
def slips_of(session: Session, paid: PaidRun, lines: Sequence[PaidLine], template: PayTemplate) -> list[Slip]:
    """The pay lists of those lines, with what each person got in the tax year up to and with this run."""
    years = _years(session, paid, lines)
    columns = [one for one in arranged(template.columns, offers(paid.components)) if one.shown]
    title, note = paid.title(paid.words(template.title)), paid.words(template.note)
    signatures = tuple(f"{word}：" for word in template.signatures)
    made = (_slip(paid, line, years[line.employee_id], columns) for line in lines)
    return [replace(one, title=title, note=note, signatures=signatures) for one in made]


def offers(components: Sequence[Component]) -> list[Offer]:
    """What a pay list may have beside its sums."""
    return [*PERSON, *table_offers(PayPaper.SLIP, components), *BLOCKS]


def _years(session: Session, paid: PaidRun, lines: Sequence[PaidLine]) -> Mapping[int, _Year]:
    """The tax year up to and with this run, of those people; a specimen has only itself."""
    run = paid.run
    years: dict[int, _Year] = defaultdict(_Year)
    if run.id is None:
        for line in lines:
            years[line.employee_id].add(line)
        return years
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
    if len(lines) == 1:
        query = query.where(PayrollLine.employee_id == lines[0].employee_id)
    for row in session.execute(query):
        years[row.employee_id].add(row)
    return years


def _slip(paid: PaidRun, line: PaidLine, year: _Year, columns: Sequence[TemplateColumn]) -> Slip:
    taken = line.gross - line.net
    year_taken = year.sums["gross"] - year.sums["net"]
    shown = {column.key for column in columns}
    return Slip(
        title="",
        company=paid.company,
        subtitle=paid.subtitle,
        person=_person(line, columns),
        earned=tuple(_kept(_ordered(_earned(paid, line, year, shown), columns))),
        taken=tuple(_kept(_ordered(_taken(paid, line, year, shown), columns))),
        gross=SlipItem("应发合计", line.gross, year.sums["gross"]),
        deducted=SlipItem("扣款合计", taken, year_taken),
        net=SlipItem("实发合计", line.net, year.sums["net"]),
        capitals=f"大写：{voucher_capitals(line.net)}",
        employer=_employer(line, year) if EMPLOYER_BLOCK in shown else (),
        tax=_tax(line) if TAX_BLOCK in shown else (),
        year=f"{paid.run.pay_on.year}年累计",
        remarks=note_words(line),
    )


def _person(line: PaidLine, columns: Sequence[TemplateColumn]) -> tuple[tuple[str, str], ...]:
    worked = f"{days_words(line.worked_days)} / {days_words(line.due_days)} 天" if line.due_days else ""
    told = {
        "name": line.name,
        "number": line.number,
        "department": line.department_name,
        "post": line.post,
        "days": worked,
        "card": line.bank_account[-4:],
    }
    words = {offer.key: offer.words for offer in PERSON}
    return tuple(
        (column.heading or words[column.key], value) for column in columns if (value := told.get(column.key))
    )


def _earned(paid: PaidRun, line: PaidLine, year: _Year, shown: Container[str]) -> Items:
    month = rest = ZERO
    for one in paid.components:
        if (one.earned or one.deducted) and pay_key(one.code) in shown:
            sign = 1 if one.earned else -1
            amount, so_far = payroll_rows.yuan(line, one.code) * sign, year.amounts[one.code] * sign
            month, rest = month + amount, rest + so_far
            yield pay_key(one.code), SlipItem(one.name, amount, so_far)
    yield "other_earnings", SlipItem("未列项增减", line.gross - month, year.sums["gross"] - rest)


def _taken(paid: PaidRun, line: PaidLine, year: _Year, shown: Container[str]) -> Items:
    listed = [item for item in ITEMS if item_key(item, EMPLOYEE) in shown]
    for item in listed:
        part = payroll_rows.insured(line, item, EMPLOYEE)
        yield item_key(item, EMPLOYEE), SlipItem(ITEMS[item], part, year.insured[item.value])
    every = len(listed) == len(ITEMS)
    parts = (payroll_rows.insured(line, item, EMPLOYEE) for item in listed)
    month = payroll_rows.insured_sum(line, EMPLOYEE) if every else sum(parts, ZERO)
    known = year.insured.values() if every else (year.insured[item.value] for item in listed)
    so_far = year.sums["social"] + year.sums["housing"] - sum(known, ZERO)
    yield "insurance_difference", SlipItem("社保差额", line.social + line.housing - month, so_far)
    yield "tax", SlipItem("个人所得税", line.tax, year.sums["tax"])
    yield from _withheld(paid, line, year, shown)


def _withheld(paid: PaidRun, line: PaidLine, year: _Year, shown: Container[str]) -> Items:
    month = so_far = ZERO
    for one in paid.components:
        if one.kept_back and pay_key(one.code) in shown:
            amount = payroll_rows.yuan(line, one.code)
            month, so_far = month + amount, so_far + year.amounts[one.code]
            yield pay_key(one.code), SlipItem(one.name, amount, year.amounts[one.code])
    yield "other_withheld", SlipItem("未列项代扣", line.withheld - month, year.sums["withheld"] - so_far)


def _ordered(items: Items, columns: Sequence[TemplateColumn]) -> Iterator[SlipItem]:
    """The items a template lists, in its order and with its words."""
    found = dict(items)
    for column in columns:
        if column.key in found:
            item = found[column.key]
            yield SlipItem(column.heading or item.label, item.amount, item.year)


def _kept(items: Iterable[SlipItem]) -> Iterator[SlipItem]:
    return (item for item in items if item.amount or item.year)


def _employer(line: PaidLine, year: _Year) -> tuple[SlipItem, ...]:
    if not line.employer_insurance:
        return ()
    found = [
        SlipItem(name, payroll_rows.insured(line, item, EMPLOYER), year.employer[item.value])
        for item, name in ITEMS.items()
    ]
    return (*_kept(found), SlipItem("合计", line.employer_insurance, year.sums["employer_insurance"]))


def _tax(line: PaidLine) -> tuple[tuple[str, Decimal], ...]:
    """The reckoning of the year in a line; a sheet taxed by itself has none."""
    if not line.cum_income:
        return ()
    taken = (
        line.cum_exempt, costs_of(line), line.cum_basic, line.cum_special, line.cum_additional, line.cum_other
    )  # fmt: skip
    labels = ("免税收入", "费用", "减除费用", "专项扣除", "专项附加扣除", "其他扣除")
    parts = zip(labels, taken, strict=True)
    return (
        ("累计收入", line.cum_income),
        *((label, amount) for label, amount in parts if amount),
        ("应纳税所得额", max(line.cum_income - sum(taken, ZERO), ZERO)),
        ("已扣税额", line.cum_withheld),
    )
