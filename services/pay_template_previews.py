"""A pay paper as a template would print it: of a run's first people, or of a specimen where there is no run."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from models.payroll import PayrollRun
from models.people import Company
from services import pay_components, payroll_papers, payroll_rows, payroll_slips, payroll_years, payslip_data
from services.database import Session
from services.pay_template_specimen import specimen
from services.pay_templates import PayPaper, PayTemplate
from services.payroll_rows import Component, PaidRun, component
from services.permissions import open_to_all
from services.reports.pay_grid import grid_pdf
from services.reports.payslips import slips_pdf, strips_pdf

_WHY = "a step of editing templates, which has checked"


@open_to_all(_WHY)
def components(session: Session) -> list[Component]:
    """The components in use, and those of the last run."""
    found = {
        part.code: Component(part.code, part.name.replace("_", " "), part.effect.value)
        for part in pay_components.parts(session)
    }
    run = session.get(PayrollRun, last_run(session) or 0)
    for one in run.components if run is not None else ():
        found.setdefault(one["code"], component(one))
    return list(found.values())


@open_to_all(_WHY)
def last_run(session: Session) -> int | None:
    """The latest run with people on it."""
    query = select(PayrollRun.id).where(PayrollRun.people > 0)
    return session.scalar(query.order_by(PayrollRun.month.desc(), PayrollRun.id.desc()).limit(1))


@open_to_all(_WHY)
def drawn(session: Session, template: PayTemplate, run_id: int | None, most: int, today: date) -> bytes:
    """The paper of at most so many people of a run, as PDF.

    Raises Refused "record.gone", "payroll_sheet.too_many_columns" (columns, paper), "payslip.too_many_columns"
    (columns, per_page).
    """
    wanted = run_id if run_id is not None else last_run(session)
    paid = payroll_rows.load(session, wanted).first(most) if wanted is not None else _specimen(session, today)
    settings = template.settings(None)
    match template.paper:
        case PayPaper.SHEET:
            return grid_pdf(payroll_papers.sheet_grid(session, paid, template), settings)
        case PayPaper.COST:
            return grid_pdf(payroll_papers.cost_grid(session, paid, template), settings)
        case PayPaper.STRIPS:
            return strips_pdf(payroll_slips.strips_of(paid, template), template.per_page, settings)
        case PayPaper.SLIP:
            return slips_pdf(payslip_data.slips_of(session, paid, paid.lines[:1], template), settings)
    return grid_pdf(payroll_years.year_grid(_year(session, paid), paid.company, paid.run.month.year, template), settings)  # fmt: skip


def _specimen(session: Session, today: date) -> PaidRun:
    company = session.scalar(select(Company.name).order_by(Company.id).limit(1)) or ""
    return specimen(company, components(session), today)


def _year(session: Session, paid: PaidRun) -> list[payroll_years.Paid]:
    """The year of the first person, which may not have been paid yet."""
    if paid.run.id is None or not paid.lines:
        return [(paid.run, line) for line in paid.lines[:1]]
    first = paid.lines[0]
    found = payroll_years.of_person(session, first.employee_id, paid.run.month.year)
    return found or [(paid.run, first)]
