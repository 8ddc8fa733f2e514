"""The tables of a payroll run as plain data: the sheet, the employer's cost, the summary by department."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from models.insurance_terms import InsuranceItem
from models.payroll import PayrollLine
from services.payroll_rows import (
    EMPLOYEE,
    EMPLOYER,
    EMPLOYER_EFFECT,
    ITEMS,
    ZERO,
    Component,
    PaidRun,
    days_words,
    insured,
    insured_sum,
    note_words,
    yuan,
)
from services.reports.pay_grid import GridCell, GridColumn, GridGroup, filled

NOTE = "依据《工资支付暂行规定》第六条，工资表保存二年以上备查"

type Value = Callable[[PayrollLine], GridCell]


@dataclass(frozen=True, slots=True)
class Figure:
    """A column and where its cells come from."""

    column: GridColumn
    value: Value


def whom(*, department: bool = False) -> list[Figure]:
    """序号, 工号, 姓名."""
    numbers = count(1)
    found = [
        Figure(GridColumn("序号", "centre"), lambda _: str(next(numbers))),
        Figure(GridColumn("工号", "centre"), lambda line: line.number),
        Figure(GridColumn("姓名", "text"), lambda line: line.name),
    ]
    if department:
        found.append(Figure(GridColumn("部门", "text"), lambda line: line.department_name))
    return found


def days() -> list[Figure]:
    """应出勤, 实出勤."""
    return [
        Figure(
            GridColumn("应出勤", "centre"), lambda line: days_words(line.due_days) if line.due_days else ""
        ),
        Figure(
            GridColumn("实出勤", "centre"), lambda line: days_words(line.worked_days) if line.due_days else ""
        ),
    ]


def earnings(components: Sequence[Component]) -> list[Figure]:
    """What makes the gross pay, and the gross pay; what no component explains is 未列项增减."""
    parts = [one for one in components if one.earned or one.deducted]

    def rest(line: PayrollLine) -> Decimal:
        return line.gross - sum((yuan(line, one.code) * (1 if one.earned else -1) for one in parts), ZERO)

    return [
        *(Figure(GridColumn(one.name), _of(one.code)) for one in parts),
        Figure(GridColumn("未列项增减"), rest),
        Figure(GridColumn("应发合计", told=True, strong=True), lambda line: line.gross),
    ]


def deductions(components: Sequence[Component]) -> list[Figure]:
    """What is taken off the gross pay, and the net pay; differences to the items are 社保差额 and 未列项代扣."""
    parts = [one for one in components if one.kept_back]

    def unexplained(line: PayrollLine) -> Decimal:
        return line.withheld - sum((yuan(line, one.code) for one in parts), ZERO)

    return [
        *(Figure(GridColumn(name), _part(item, EMPLOYEE)) for item, name in ITEMS.items()),
        Figure(GridColumn("社保差额"), lambda line: line.social + line.housing - insured_sum(line, EMPLOYEE)),
        Figure(GridColumn("累计专项附加扣除", noted=True), _of_year),
        Figure(GridColumn("个人所得税"), lambda line: line.tax),
        *(Figure(GridColumn(one.name), _of(one.code)) for one in parts),
        Figure(GridColumn("未列项代扣"), unexplained),
        Figure(GridColumn("实发合计", told=True, strong=True), lambda line: line.net),
    ]


def employer_cost(components: Sequence[Component]) -> list[Figure]:
    """Gross pay, what the company adds to it, and the sum: 单位五险一金, 残保金, 工会经费 where components say so."""
    parts = [one for one in components if one.effect == EMPLOYER_EFFECT]

    def unexplained(line: PayrollLine) -> Decimal:
        named = sum((yuan(line, one.code) for one in parts), ZERO)
        return line.employer_cost - line.gross - line.employer_insurance - named

    return [
        Figure(GridColumn("应发合计", told=True), lambda line: line.gross),
        *(Figure(GridColumn(f"单位{name}"), _part(item, EMPLOYER)) for item, name in ITEMS.items()),
        Figure(GridColumn("单位差额"), lambda line: line.employer_insurance - insured_sum(line, EMPLOYER)),
        Figure(GridColumn("单位五险一金", told=True, strong=True), lambda line: line.employer_insurance),
        *(Figure(GridColumn(one.name), _of(one.code)) for one in parts),
        Figure(GridColumn("其他单位支出"), unexplained),
        Figure(GridColumn("人工成本合计", told=True, strong=True), lambda line: line.employer_cost),
    ]


def sheet_figures(paid: PaidRun) -> list[Figure]:
    """The columns of the payroll sheet 工资表, with a place to sign for everybody."""
    return [
        *whom(),
        *days(),
        *earnings(paid.used),
        *deductions(paid.used),
        Figure(GridColumn("签名", "sign"), lambda _: None),
        Figure(GridColumn("备注", "text"), note_words),
    ]


def grouped(paid: PaidRun, figures: Sequence[Figure]) -> tuple[tuple[GridColumn, ...], list[GridGroup]]:
    """The lines of a run by department, columns without an amount left out."""
    groups = [
        GridGroup(name, [tuple(figure.value(line) for figure in figures) for line in lines])
        for name, lines in paid.departments
    ]
    return filled([figure.column for figure in figures], groups)


def summed_by_department(paid: PaidRun) -> tuple[tuple[GridColumn, ...], list[GridGroup]]:
    """A row a department: people, every amount added up, the average of the net pay."""
    figures = [
        *earnings(paid.used),
        *(one for one in deductions(paid.used) if not one.column.noted),
        Figure(GridColumn("单位五险一金"), lambda line: line.employer_insurance),
        Figure(GridColumn("人工成本合计", told=True, strong=True), lambda line: line.employer_cost),
    ]
    rows: list[tuple[GridCell, ...]] = []
    for place, (name, lines) in enumerate(paid.departments, 1):
        sums = [sum((_amount(figure.value(line)) for line in lines), ZERO) for figure in figures]
        rows.append((str(place), name, str(len(lines)), *sums))
    columns = [
        GridColumn("序号", "centre"),
        GridColumn("部门", "text"),
        GridColumn("人数", "centre"),
        *(figure.column for figure in figures),
    ]
    return filled(columns, [GridGroup("", rows)])


def _of_year(line: PayrollLine) -> Decimal:
    """The year's special additional deductions, where the tax was reckoned with them."""
    return line.cum_additional if line.gross != line.separate_bonus else ZERO


def _of(code: str) -> Value:
    return lambda line: yuan(line, code)


def _part(item: InsuranceItem, side: int) -> Value:
    return lambda line: insured(line, item, side)


def _amount(cell: GridCell) -> Decimal:
    return cell if isinstance(cell, Decimal) else ZERO
