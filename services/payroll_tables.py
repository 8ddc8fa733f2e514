"""The columns there are for the papers of a payroll run, and the tables made of those a template chooses."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from models.insurance_terms import InsuranceItem
from services import pay_templates
from services.paid_lines import PaidLine
from services.pay_template_columns import (
    EARNINGS,
    EMPLOYER_INSURED,
    EMPLOYER_PARTS,
    INSURED,
    WITHHOLDINGS,
    Offer,
    TemplateColumn,
    arranged,
    headed,
)
from services.pay_templates import PayPaper, PayTemplate
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
)
from services.reports.pay_grid import GridCell, GridColumn, GridGroup, filled

_DIGITS = 135  # of the usual width: a number of 18 or 19 digits stays on one line

type Value = Callable[[PaidLine], GridCell]


class Everything:
    """Holds every key: nothing was left out."""

    def __contains__(self, key: object) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Figure:
    """A column, where its cells come from, and what a template calls it; `group` when there may be more of its kind."""

    key: str
    column: GridColumn
    value: Value
    group: str = ""

    @property
    def offer(self) -> Offer:
        """What a template knows of it."""
        return Offer(self.key, self.column.label, self.group)


def pay_key(code: str) -> str:
    """What a template calls a component."""
    return f"pay:{code}"


def item_key(item: InsuranceItem, side: int) -> str:
    """What a template calls the part of an insurance item."""
    return f"{'employer' if side == EMPLOYER else 'employee'}:{item.value}"


def figures(components: Sequence[Component], listed: Container[str] | None = None) -> list[Figure]:
    """Every column there is. What no `listed` column explains of gross pay, insurance and deductions is in the rests."""
    listed = Everything() if listed is None else listed
    return [*whom(), *days(), *earnings(components, listed), *deductions(components, listed), *employer_cost(components, listed), *ending()]  # fmt: skip


def offers(paper: PayPaper, components: Sequence[Component]) -> list[Offer]:
    """The columns a paper may have."""
    allowed = pay_templates.offered_keys(paper)
    return [one.offer for one in figures(components) if one.key in allowed or one.group in allowed]


def chosen(
    template: PayTemplate, components: Sequence[Component], more: Sequence[Figure] = ()
) -> list[Figure]:
    """The columns a template chooses, in its order, with its words and widths; `more` are those of this paper alone."""
    known = [*(figure.offer for figure in more), *offers(template.paper, components)]
    placed = [column for column in arranged(template.columns, known) if column.shown]
    listed = {column.key for column in placed}
    found = {figure.key: figure for figure in (*figures(components, listed), *more)}
    return [_as(found[column.key], column) for column in placed]


def _as(figure: Figure, column: TemplateColumn) -> Figure:
    return Figure(figure.key, headed(figure.column, column), figure.value, figure.group)


def whom() -> list[Figure]:
    """序号, 工号, 姓名, and what else says who it is."""
    numbers = count(1)
    return [
        Figure("place", GridColumn("序号", "centre"), lambda _: str(next(numbers))),
        Figure("number", GridColumn("工号", "centre"), lambda line: line.number),
        Figure("name", GridColumn("姓名", "text"), lambda line: line.name),
        Figure("department", GridColumn("部门", "text"), lambda line: line.department_name),
        Figure("post", GridColumn("岗位", "text"), lambda line: line.post),
        Figure(
            "identity_number",
            GridColumn("身份证号", "centre", width=_DIGITS),
            lambda line: line.identity_number,
        ),
    ]


def days() -> list[Figure]:
    """应出勤, 实出勤."""
    return [
        Figure("due_days", GridColumn("应出勤", "centre"), lambda line: days_words(line.due_days) if line.due_days else ""),
        Figure("worked_days", GridColumn("实出勤", "centre"), lambda line: days_words(line.worked_days) if line.due_days else ""),
    ]  # fmt: skip


def earnings(components: Sequence[Component], listed: Container[str]) -> list[Figure]:
    """What makes the gross pay, and the gross pay; what no listed component explains is 未列项增减."""
    parts = [one for one in components if one.earned or one.deducted]
    told = [one for one in parts if pay_key(one.code) in listed]
    added, taken = _sum_of(one for one in told if one.earned), _sum_of(one for one in told if one.deducted)

    return [
        *(Figure(pay_key(one.code), GridColumn(one.name), _of(one.code), EARNINGS) for one in parts),
        Figure(
            "other_earnings", GridColumn("未列项增减"), lambda line: line.gross - added(line) + taken(line)
        ),
        Figure("gross", GridColumn("应发合计", told=True, strong=True), lambda line: line.gross),
    ]


def deductions(components: Sequence[Component], listed: Container[str]) -> list[Figure]:
    """What is taken off the gross pay, and the net pay; differences to what is listed are 社保差额 and 未列项代扣."""
    parts = [one for one in components if one.kept_back]
    told = _sum_of(one for one in parts if pay_key(one.code) in listed)

    return [
        *(Figure(item_key(item, EMPLOYEE), GridColumn(name), _part(item, EMPLOYEE), INSURED) for item, name in ITEMS.items()),
        Figure("insurance_difference", GridColumn("社保差额"), _difference(listed)),
        Figure("insurance", GridColumn("个人五险一金"), lambda line: line.social + line.housing),
        Figure("additional", GridColumn("累计专项附加扣除", noted=True), _of_year),
        Figure("tax", GridColumn("个人所得税"), lambda line: line.tax),
        *(Figure(pay_key(one.code), GridColumn(one.name), _of(one.code), WITHHOLDINGS) for one in parts),
        Figure("other_withheld", GridColumn("未列项代扣"), lambda line: line.withheld - told(line)),
        Figure("taken", GridColumn("扣款合计", told=True), lambda line: line.gross - line.net),
        Figure("net", GridColumn("实发合计", told=True, strong=True), lambda line: line.net),
    ]  # fmt: skip


def _difference(listed: Container[str]) -> Value:
    """What of the insurance the listed items do not say; beside the sum of them all only what no item says."""
    items = [item for item in ITEMS if "insurance" in listed or item_key(item, EMPLOYEE) in listed]
    if len(items) == len(ITEMS):
        return lambda line: line.social + line.housing - insured_sum(line, EMPLOYEE)
    return lambda line: (
        line.social + line.housing - sum((insured(line, item, EMPLOYEE) for item in items), ZERO)
    )


def employer_cost(components: Sequence[Component], listed: Container[str]) -> list[Figure]:
    """What the company adds to the pay, and the sum: 单位五险一金, 残保金, 工会经费 where components say so."""
    parts = [one for one in components if one.effect == EMPLOYER_EFFECT]
    told = _sum_of(one for one in parts if pay_key(one.code) in listed)

    def unexplained(line: PaidLine) -> Decimal:
        return line.employer_cost - line.gross - line.employer_insurance - told(line)

    return [
        *(Figure(item_key(item, EMPLOYER), GridColumn(f"单位{name}"), _part(item, EMPLOYER), EMPLOYER_INSURED) for item, name in ITEMS.items()),
        Figure("employer_difference", GridColumn("单位差额"), lambda line: line.employer_insurance - insured_sum(line, EMPLOYER)),
        Figure("employer_insurance", GridColumn("单位五险一金", told=True, strong=True), lambda line: line.employer_insurance),
        *(Figure(pay_key(one.code), GridColumn(one.name), _of(one.code), EMPLOYER_PARTS) for one in parts),
        Figure("other_cost", GridColumn("其他单位支出"), unexplained),
        Figure("employer_cost", GridColumn("人工成本合计", told=True, strong=True), lambda line: line.employer_cost),
    ]  # fmt: skip


def ending() -> list[Figure]:
    """Where it is paid to, a place to sign, remarks."""
    return [
        Figure("bank_name", GridColumn("开户行", "text"), lambda line: line.bank_name),
        Figure(
            "bank_account", GridColumn("银行卡号", "centre", width=_DIGITS), lambda line: line.bank_account
        ),
        Figure("sign", GridColumn("签名", "sign"), lambda _: None),
        Figure("note", GridColumn("备注", "text"), note_words),
    ]


def grouped(paid: PaidRun, figures: Sequence[Figure]) -> tuple[tuple[GridColumn, ...], list[GridGroup]]:
    """The lines of a run by department, columns without an amount left out."""
    groups = [GridGroup(name, cells_of(lines, figures)) for name, lines in paid.departments]
    return filled([figure.column for figure in figures], groups)


def cells_of(lines: Sequence[PaidLine], figures: Sequence[Figure]) -> list[tuple[GridCell, ...]]:
    """A row a line: what each figure says of it."""
    return list(zip(*(map(figure.value, lines) for figure in figures), strict=True))


def summed_by_department(paid: PaidRun) -> tuple[tuple[GridColumn, ...], list[GridGroup]]:
    """A row a department: people, every amount added up, the average of the net pay."""
    wanted = [
        *earnings(paid.used, Everything()),
        *(one for one in deductions(paid.used, Everything()) if one.key not in {"additional", "insurance", "taken"}),
        *(one for one in employer_cost(paid.used, Everything()) if one.key in {"employer_insurance", "employer_cost"}),
    ]  # fmt: skip
    rows: list[tuple[GridCell, ...]] = []
    for place, (name, lines) in enumerate(paid.departments, 1):
        sums = [sum(_amounts(figure.value(line) for line in lines), ZERO) for figure in wanted]
        rows.append((str(place), name, str(len(lines)), *sums))
    columns = [
        GridColumn("序号", "centre"),
        GridColumn("部门", "text"),
        GridColumn("人数", "centre"),
        *(_plain(figure) for figure in wanted),
    ]
    return filled(columns, [GridGroup("", rows)])


def _plain(figure: Figure) -> GridColumn:
    """The company's insurance is no sum of this table."""
    return GridColumn(figure.column.label) if figure.key == "employer_insurance" else figure.column


def _of_year(line: PaidLine) -> Decimal:
    """The year's special additional deductions, where the tax was reckoned with them."""
    return line.cum_additional if line.gross != line.separate_bonus else ZERO


def _sum_of(components: Iterable[Component]) -> Callable[[PaidLine], Decimal]:
    """What a line has of some components together."""
    codes = frozenset(one.code for one in components)
    return lambda line: sum([amount for code, amount in line.amounts.items() if code in codes], ZERO)


def _of(code: str) -> Value:
    return lambda line: line.amounts.get(code, ZERO)


def _part(item: InsuranceItem, side: int) -> Value:
    key = item.value
    return lambda line: Decimal(line.insured[key][side]) if key in line.insured else ZERO


def _amounts(cells: Iterable[GridCell]) -> Iterable[Decimal]:
    return (cell for cell in cells if isinstance(cell, Decimal))
