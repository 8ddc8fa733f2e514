"""What is printed of a payroll run: the sheet 工资表, the employer's cost, the summary by department."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from models.payroll import PayrollRun, RunKind
from services import pay_templates, payroll_rows
from services.database import Session
from services.errors import Refused
from services.money import voucher_capitals
from services.pay_templates import PayPaper, PayTemplate
from services.payroll_rows import PaidRun, PaperFile
from services.payroll_tables import chosen, grouped, summed_by_department
from services.permissions import Actor, Permission, open_to_all, requires
from services.progress import Progress
from services.reports.paper import PrintSettings
from services.reports.pay_grid import Grid, grid_pdf

_SUMMARY_SIGNED = ("制表", "复核", "审批")


@requires(Permission.PAYROLL_SEE)
def sheet(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs the actor
    run_id: int,
    *,
    settings: PrintSettings | None = None,
    progress: Progress | None = None,
) -> PaperFile:
    """The payroll sheet 工资表 as PDF, by default on the paper of its template.

    Raises Refused "record.gone", "print.nothing", "payroll_sheet.too_many_columns" (columns, paper).
    """
    paid = payroll_rows.load(session, run_id)
    template = pay_templates.of_run(session, paid.run, PayPaper.SHEET)
    made = grid_pdf(sheet_grid(session, paid, template), template.settings(settings), progress)
    return PaperFile(paid.file_name(f"{paid.kind_word}表", "pdf"), made)


@open_to_all("called by the papers of a run, which have checked")
def sheet_grid(session: Session, paid: PaidRun, template: PayTemplate) -> Grid:
    """The sheet as plain data."""
    total = sum((line.net for line in paid.lines), payroll_rows.ZERO)
    grid = _grid(session, paid, template)
    return replace(grid, capitals=f"实发合计（大写）：{voucher_capitals(total)}")


@open_to_all("a step of papers that have checked")
def cost_grid(session: Session, paid: PaidRun, template: PayTemplate) -> Grid:
    """The employer's cost as plain data."""
    return _grid(session, paid, template)


def _grid(session: Session, paid: PaidRun, template: PayTemplate) -> Grid:
    """The lines of a run by department, in the columns of a template."""
    columns, groups = grouped(paid, chosen(template, paid.used))
    return Grid(
        title=paid.title(paid.words(template.title)),
        columns=columns,
        groups=groups,
        company=paid.company,
        subtitle=paid.subtitle,
        number=paid.run.number,
        signatures=payroll_rows.signatures(session, paid.run, template.signatures),
        note=paid.words(template.note),
    )


@requires(Permission.PAYROLL_SEE)
def cost(
    session: Session,
    actor: Actor,  # noqa: ARG001 - as above
    run_id: int,
    *,
    settings: PrintSettings | None = None,
    progress: Progress | None = None,
) -> PaperFile:
    """What the people of a run cost the company 人工成本表, as PDF. Raises as `sheet`."""
    paid = payroll_rows.load(session, run_id)
    template = pay_templates.of_run(session, paid.run, PayPaper.COST)
    made = grid_pdf(cost_grid(session, paid, template), template.settings(settings), progress)
    return PaperFile(paid.file_name("人工成本表", "pdf"), made)


@requires(Permission.PAYROLL_SEE)
def departments(
    session: Session,
    actor: Actor,  # noqa: ARG001 - as above
    run_id: int,
    *,
    settings: PrintSettings | None = None,
) -> PaperFile:
    """A row a department 部门汇总表, as PDF. Raises as `sheet`."""
    paid = payroll_rows.load(session, run_id)
    columns, groups = summed_by_department(paid)
    grid = Grid(
        title=paid.title(f"{paid.kind_word}部门汇总表"),
        columns=columns,
        groups=groups,
        company=paid.company,
        subtitle=f"{paid.subtitle}　人数：{len(paid.lines)}",
        number=paid.run.number,
        banded=False,
        signatures=payroll_rows.signatures(session, paid.run, _SUMMARY_SIGNED),
        counted="个部门",
    )
    return PaperFile(paid.file_name(f"{paid.kind_word}部门汇总表", "pdf"), grid_pdf(grid, settings))


@requires(Permission.PAYROLL_SEE)
def find(session: Session, actor: Actor, typed: str) -> int:  # noqa: ARG001 - as above
    """The run of that number, or the regular one of a month (2026-11); its id.

    Raises Refused "payroll_sheet.unknown" (typed).
    """
    by_number = select(PayrollRun.id).where(PayrollRun.number == typed.strip())
    found = session.scalar(by_number)
    if found is None and (month := _month(typed)):
        of_month = select(PayrollRun.id).where(PayrollRun.month == month, PayrollRun.kind == RunKind.REGULAR)
        found = session.scalar(of_month)
    if found is None:
        raise Refused("payroll_sheet.unknown", typed=typed)
    return found


def _month(typed: str) -> date | None:
    try:
        return date.fromisoformat(f"{typed.strip()}-01")
    except ValueError:
        return None
