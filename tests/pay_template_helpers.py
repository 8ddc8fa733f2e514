"""Templates of pay papers for tests: looked at, changed, kept, and the papers printed with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pypdfium2

from models.pay import ComponentEffect, ComponentKind, PayComponent
from services import (
    pay_template_edit,
    payroll_papers,
    payroll_slips,
    payroll_years,
)
from services.database import Database
from services.pay_template_edit import TemplateView
from services.pay_templates import PayPaper
from tests.payroll_helpers import COMPONENTS, TODAY, Payroll, make_payroll, pages

MAKES: dict[PayPaper, Callable[..., Any]] = {
    PayPaper.SHEET: payroll_papers.sheet,
    PayPaper.COST: payroll_papers.cost,
    PayPaper.STRIPS: payroll_slips.strips,
    PayPaper.SLIP: payroll_slips.slips,
}


def with_components(database: Database) -> Payroll:
    """Six people, and the components of their sheets."""
    made = make_payroll(database, 6)
    with database.write() as session:
        for place, (code, name, effect, _) in enumerate(COMPONENTS):
            session.add(
                PayComponent(
                    code=code, name=name, kind=ComponentKind.FIXED, effect=ComponentEffect(effect), position=place
                )
            )  # fmt: skip
    return made


def look(payroll: Payroll, paper: PayPaper = PayPaper.SHEET, *, usual: bool = False) -> TemplateView:
    with payroll.database.read() as session:
        act = pay_template_edit.look_usual if usual else pay_template_edit.look
        return act(session, payroll.clerk, paper)


def save(payroll: Payroll, *views: TemplateView) -> None:
    with payroll.database.write() as session:
        pay_template_edit.save(session, payroll.clerk, views, TODAY)


def changed(view: TemplateView, **values: Any) -> TemplateView:
    return replace(view, template=replace(view.template, **values))


def with_columns(view: TemplateView, **changes: dict[str, Any]) -> TemplateView:
    """Changes of columns by key, with _ for the colon."""
    by_key = {key.replace("_is_", ":"): change for key, change in changes.items()}
    assert by_key.keys() <= {column.key for column in view.template.columns}
    columns = tuple(replace(column, **by_key.get(column.key, {})) for column in view.template.columns)
    return changed(view, columns=columns)


def printed(payroll: Payroll, run_id: int, paper: PayPaper = PayPaper.SHEET, **options: Any) -> bytes:
    with payroll.database.read() as session:
        if paper is PayPaper.YEAR:
            made = payroll_years.of_run(session, payroll.clerk, run_id, payroll.people[0], **options)
            return made.content
        content: bytes = MAKES[paper](session, payroll.clerk, run_id, **options).content
    return content


def said(pdf: bytes) -> str:
    """Everything on the first page, headings of two lines as one word."""
    return "".join(pages(pdf)[0].split())


def width_of(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return round(document[0].get_width() / 72 * 25.4)
