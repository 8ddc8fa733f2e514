"""固定资产处置单: the cards that leave, what they are worth, what they bring, who approved; and the way to PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.errors import Refused
from services.reports.paper import A4, PrintSettings, check_settings
from services.reports.voucher import Signature

MIN_WIDTH_MM, MIN_HEIGHT_MM = 180, 250


@dataclass(frozen=True, slots=True)
class FormLine:
    """A card of a disposal, yuan."""

    number: str
    name: str
    specification: str
    start_on: date | None
    months: int
    cost: Decimal
    accumulated: Decimal
    net: Decimal
    proceeds: Decimal
    fees: Decimal
    gain: Decimal


@dataclass(frozen=True, slots=True)
class DisposalForm:
    """A disposal as printed; `mark` stands across a paper that is not valid."""

    company: str
    number: str
    reason: str
    day: date
    department: str
    buyer: str
    note: str
    made_by: str
    lines: tuple[FormLine, ...]
    attachments: int
    signatures: tuple[Signature, ...]
    mark: str = ""

    def total(self, name: str) -> Decimal:
        return sum((getattr(line, name) for line in self.lines), Decimal(0))


def disposal_pdf(forms: Sequence[DisposalForm], settings: PrintSettings | None = None) -> bytes:
    """Print the forms, each from a page of its own, by default on upright A4; the same input, the same bytes.

    Raises Refused "print.nothing", "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4)
    if not forms:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.disposal_sheet import draw_disposal
    from services.reports.pen import Pen  # reportlab is imported when something is printed

    pen = Pen(settings, title=forms[0].number, author=forms[0].company)
    for form in forms:
        draw_disposal(pen, form, pages=draw_disposal(Pen(settings, title=form.number), form))
    return pen.finish()
