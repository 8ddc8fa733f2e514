"""投标项目情况表 and 合同要点: what is known of a bid on A4, facts above, tables of stages, papers, deposits and competitors below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.errors import Refused
from services.reports.paper import A4, PrintSettings, check_settings

MIN_WIDTH_MM, MIN_HEIGHT_MM = 190, 250


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table: headings with their share of the width, rows of ready text."""

    title: str
    heads: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A bid as printed."""

    company: str
    number: str
    name: str
    day: date
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    texts: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    heading: str = "投标项目情况表"


def summary_pdf(summaries: Sequence[Summary], settings: PrintSettings | None = None) -> bytes:
    """Print the summaries, each from a page of its own; the same input gives the same bytes.

    Raises Refused "print.nothing", "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4)
    if not summaries:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.bid_summary_form import (
        draw_summary,  # reportlab is imported when something is printed
    )
    from services.reports.pen import Pen

    pen = Pen(settings, title=summaries[0].number, author=summaries[0].company)
    for summary in summaries:
        pages = draw_summary(Pen(settings, title=summary.number), summary)  # drawn once to be counted
        draw_summary(pen, summary, pages)
    return pen.finish()
