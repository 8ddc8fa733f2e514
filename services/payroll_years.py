"""A year of a person on one sheet 个人年度工资表: twelve months of payment, and what was paid beside the wages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from sqlalchemy import select

from models.payroll import PayrollLine, PayrollRun, RunKind
from models.people import Company, Employee
from services import attachments, paid_lines, pay_templates, records
from services.database import Session
from services.errors import Refused
from services.paid_lines import PaidLine
from services.pay_template_words import marked, signed
from services.pay_templates import PayPaper, PayTemplate
from services.payroll_rows import DECIDED, KIND_WORDS, ZERO, Component, PaperFile, component
from services.payroll_tables import Figure, chosen
from services.permissions import Actor, Permission, open_to_all, requires
from services.reports.paper import PrintSettings
from services.reports.pay_grid import Grid, GridCell, GridColumn, GridGroup, filled, grid_pdf

_MONTHS = 12
OF_THE_RUN = tuple(
    Figure(key, GridColumn(words, "centre"), lambda _: "")
    for key, words in (("month", "月份"), ("kind", "类别"), ("paid_on", "发放日期"))
)

type Paid = tuple[PayrollRun, PaidLine]


@requires(Permission.PAYROLL_SEE)
def year_sheet(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs the actor
    employee_id: int,
    year: int,
    *,
    settings: PrintSettings | None = None,
) -> PaperFile:
    """Everything a person was paid in the months of a year (approved or later), as PDF.

    Raises Refused "record.gone", "payroll_year.nothing" (name, year).
    """
    person = records.load(session, Employee, employee_id)
    paid = of_person(session, employee_id, year)
    if not paid:
        raise Refused("payroll_year.nothing", name=person.name, year=year)
    company = session.scalar(select(Company.name).order_by(Company.id).limit(1)) or ""
    template = pay_templates.template(session, PayPaper.YEAR)
    grid = year_grid(paid, company, year, template)
    name = attachments.clean_name(f"{year} 个人年度工资表 {person.number} {person.name}.pdf")
    return PaperFile(name, grid_pdf(grid, template.settings(settings)))


@requires(Permission.PAYROLL_SEE)
def of_run(
    session: Session, actor: Actor, run_id: int, employee_id: int, *, settings: PrintSettings | None = None
) -> PaperFile:
    """As `year_sheet`, for the year a run is paid in."""
    run = records.load(session, PayrollRun, run_id)
    return year_sheet(session, actor, employee_id, run.month.year, settings=settings)


@open_to_all("called by the papers of a year, which have checked")
def of_person(session: Session, employee_id: int, year: int) -> list[Paid]:
    """What a person was paid in a year, approved or later."""
    paid = select(PayrollLine.run_id).where(PayrollLine.employee_id == employee_id)
    query = (
        select(PayrollRun)
        .where(PayrollRun.month.between(date(year, 1, 1), date(year, 12, 1)), PayrollRun.state.in_(DECIDED))
        .where(PayrollRun.id.in_(paid))
        .order_by(PayrollRun.month, PayrollRun.pay_on, PayrollRun.id)
    )
    runs = session.scalars(query).all()
    return [(run, line) for run in runs for line in paid_lines.of_run(session, run.id, employee_id)]


@open_to_all("called by the papers of a year, which have checked")
def year_grid(paid: Sequence[Paid], company: str, year: int, template: PayTemplate) -> Grid:
    """The year as plain data."""
    figures = [
        Figure(one.key, _once(one.column), one.value)
        for one in chosen(template, _components(paid), OF_THE_RUN)
    ]
    rows: list[tuple[GridCell, ...]] = []
    for month in range(1, _MONTHS + 1):
        of_month = [one for one in paid if one[0].month.month == month]
        rows += [_row(run, line, figures) for run, line in of_month] or [_empty(month, figures)]
    shown, groups = filled([figure.column for figure in figures], [GridGroup("", rows)])
    last = paid[-1][1]
    words = partial(marked, kind=KIND_WORDS[RunKind.REGULAR], year=f"{year}", company=company)
    return Grid(
        title=words(template.title),
        columns=shown,
        groups=groups,
        company=company,
        subtitle=f"姓名：{last.name}　工号：{last.number}　部门：{last.department_name}　岗位：{last.post}　（按发放月份）",
        banded=False,
        carried=True,
        signatures=signed(template.signatures, {}, []),
        note=words(template.note),
        counted="",
    )


def _once(column: GridColumn) -> GridColumn:
    """Zero is shown in no month without pay."""
    return replace(column, told=False)


def _row(run: PayrollRun, line: PaidLine, figures: Sequence[Figure]) -> tuple[GridCell, ...]:
    own = {
        "month": f"{run.month.month}月",
        "kind": run.title or KIND_WORDS[run.kind],
        "paid_on": (run.paid_on or run.pay_on).isoformat(),
    }
    return tuple(own[one.key] if one.key in own else one.value(line) for one in figures)


def _empty(month: int, figures: Sequence[Figure]) -> tuple[GridCell, ...]:
    """A month without pay."""
    empty: dict[str, GridCell] = {"month": f"{month}月"}
    return tuple(empty.get(one.key, ZERO if one.column.kind == "amount" else "") for one in figures)


def _components(paid: Sequence[Paid]) -> list[Component]:
    """Every component of the year, in the order in which sheets had them; its last name counts."""
    names: dict[str, Component] = {}
    regular = sorted(paid, key=lambda one: (one[0].kind is not RunKind.REGULAR, one[0].month))
    for run, _ in regular:
        for one in run.components:
            names[one["code"]] = component(one)
    return list(names.values())
