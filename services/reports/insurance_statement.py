"""参保证明: the company's own statement of where and since when somebody is insured, on a page with room for the seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from services.reports.paper import A4, PrintSettings, check_settings

MIN_WIDTH_MM, MIN_HEIGHT_MM = 190, 250


@dataclass(frozen=True, slots=True)
class StatementMonth:
    """A line of the table: month and ready amounts in yuan ("" where nothing was paid)."""

    month: str
    social_base: str
    social_employer: str
    social_employee: str
    housing_base: str
    housing_employer: str
    housing_employee: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as printed; `paragraphs` are its sentences."""

    company: str
    title: str
    paragraphs: tuple[str, ...]
    months: tuple[StatementMonth, ...]
    contact: str
    day: date


def statement_pdf(statement: Statement, settings: PrintSettings | None = None) -> bytes:
    """Print a statement on upright A4; the same statement gives the same bytes.

    Raises Refused "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4)
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.statement_form import (
        draw_statement,
    )  # reportlab is imported when something is printed

    return draw_statement(statement, settings)
