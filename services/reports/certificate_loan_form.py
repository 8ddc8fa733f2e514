"""证照借用单: who borrows which certificate for what and until when, decided by whom; and the way to PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.errors import Refused
from services.reports.paper import A4, PrintSettings, check_settings
from services.reports.voucher import Signature

MIN_WIDTH_MM, MIN_HEIGHT_MM = 180, 250


@dataclass(frozen=True, slots=True)
class LoanForm:
    """A loan as printed: pairs of word and value, two a row; `handed` is what happened at the counter.

    `values` are its facts as a row of a sheet: days as days, numbers as numbers.
    """

    company: str
    number: str
    mark: str
    rows: tuple[tuple[str, str], ...]
    purpose: str
    bid: str
    handed: tuple[tuple[str, str], ...]
    signatures: tuple[Signature, ...]
    values: tuple[object, ...] = ()


def loan_pdf(forms: Sequence[LoanForm], settings: PrintSettings | None = None) -> bytes:
    """Print the slips, each on a page of its own, by default on upright A4; the same input, the same bytes.

    Raises Refused "print.nothing", "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4)
    if not forms:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.certificate_loan_sheet import (
        draw_loan,
    )  # reportlab is imported when something is printed
    from services.reports.pen import Pen

    pen = Pen(settings, title=forms[0].number, author=forms[0].company)
    for form in forms:
        draw_loan(pen, form)
    return pen.finish()
