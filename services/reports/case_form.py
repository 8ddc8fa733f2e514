"""办理事项单: what is being handled, by when, its steps with papers, money and result; and the way to PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.errors import Refused
from services.reports.paper import A4, PrintSettings, check_settings
from services.reports.voucher import Signature

MIN_WIDTH_MM, MIN_HEIGHT_MM = 180, 250


@dataclass(frozen=True, slots=True)
class CaseForm:
    """A case as printed: pairs of word and value, two a row.

    A step is number, name, papers, who, by, done; a paper is number, name, state, file, remark.
    """

    company: str
    number: str
    mark: str
    title: str
    rows: tuple[tuple[str, str], ...]
    steps: tuple[tuple[str, ...], ...]
    papers: tuple[tuple[str, ...], ...]
    result: str
    note: str
    signatures: tuple[Signature, ...]


def case_pdf(forms: Sequence[CaseForm], settings: PrintSettings | None = None) -> bytes:
    """Print the sheets, each from a page of its own on, by default on upright A4; the same input, the same bytes.

    Raises Refused "print.nothing", "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4)
    if not forms:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.case_sheet import draw_case  # reportlab is imported when something is printed
    from services.reports.pen import Pen

    pen = Pen(settings, title=forms[0].number, author=forms[0].company)
    for form in forms:
        draw_case(pen, form, pages=draw_case(Pen(settings, title=form.number), form))
    return pen.finish()
