"""工资条: strips to cut, several a page, and the pay list of one person with the year to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from services.errors import Refused
from services.progress import Progress
from services.reports.paper import A4, A5_LANDSCAPE, PrintSettings, check_settings
from services.reports.pay_grid import GridCell, GridColumn

PER_PAGE = range(3, 13)
MIN_SIDE_MM = 140


@dataclass(frozen=True, slots=True)
class Strips:
    """Strips of a run: `heads` say who it is, one a row, `note` ends them; `columns` and `rows` what they get, yuan."""

    title: str
    company: str
    columns: tuple[GridColumn, ...]
    heads: Sequence[str]
    rows: Sequence[Sequence[GridCell]]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SlipItem:
    """One item of a pay list: the month's amount and that of the year so far, yuan."""

    label: str
    amount: Decimal
    year: Decimal


@dataclass(frozen=True, slots=True)
class Slip:
    """The pay list of one person; `year` names what the second column of amounts counts, `tax` how the tax came about.

    `remarks` say why this line is as it is, `note` ends every list: each on lines of its own.
    """

    title: str
    company: str
    subtitle: str
    person: tuple[tuple[str, str], ...]
    earned: tuple[SlipItem, ...]
    taken: tuple[SlipItem, ...]
    gross: SlipItem
    deducted: SlipItem
    net: SlipItem
    capitals: str
    employer: tuple[SlipItem, ...] = ()
    tax: tuple[tuple[str, Decimal], ...] = ()
    year: str = "本年累计"
    remarks: str = ""
    note: str = ""
    signatures: tuple[str, ...] = ()


def strips_pdf(
    strips: Strips,
    per_page: int = 8,
    settings: PrintSettings | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Print the strips, by default eight on upright A4; the same input gives the same bytes.

    Raises Refused "print.nothing", "payslip.per_page" (least, most), "payslip.too_many_columns" (columns, per_page), and
    what `check_settings` raises.
    """
    settings = settings or PrintSettings(A4)
    if per_page not in PER_PAGE:
        raise Refused("payslip.per_page", field="per_page", least=PER_PAGE.start, most=PER_PAGE.stop - 1)
    if not strips.rows:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_SIDE_MM, min_height=MIN_SIDE_MM)
    from services.reports.grid_pen import GridPen  # reportlab is imported when something is printed
    from services.reports.payslip_strips import draw_strips

    pen = GridPen(settings, title=strips.title, author=strips.company)
    draw_strips(pen, strips, per_page, progress or Progress())
    return pen.finish()


def slips_pdf(
    slips: Sequence[Slip], settings: PrintSettings | None = None, progress: Progress | None = None
) -> bytes:
    """Print pay lists, a page each, by default on A5 on its side. Raises as `strips_pdf`."""
    settings = settings or PrintSettings(A5_LANDSCAPE)
    if not slips:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_SIDE_MM, min_height=MIN_SIDE_MM)
    from services.reports.grid_pen import GridPen  # reportlab is imported when something is printed
    from services.reports.payslip_form import draw_slip

    pen = GridPen(settings, title=slips[0].title, author=slips[0].company)
    for number, slip in enumerate(slips, 1):
        draw_slip(pen, slip)
        if progress is not None:
            progress.advance(number, len(slips))
    return pen.finish()
