"""人事审批表: one form for joining, confirmation, transfer, change of pay and leaving, and the way to PDF."""

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
class FormRow:
    """A cell of the form: its word, what stood there before ("" for nothing), what stands there now."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PayRow:
    """A component of the pay, in yuan a month."""

    name: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One thing of a leaver's list: settled or not, and what is known of it."""

    name: str
    settled: bool
    told: str


@dataclass(frozen=True, slots=True)
class PersonnelForm:
    """A personnel paper as printed; `pay_hidden` when whoever prints may not see the pay."""

    title: str
    company: str
    number: str
    day: date
    person: tuple[FormRow, ...]
    rows: tuple[FormRow, ...]
    pay: tuple[PayRow, ...]
    pay_hidden: bool
    pay_before: Decimal | None
    pay_after: Decimal | None
    reason: str
    items: tuple[ListedItem, ...]
    signatures: tuple[Signature, ...]
    mark: str = ""
    in_force: str = ""


def personnel_pdf(forms: Sequence[PersonnelForm], settings: PrintSettings | None = None) -> bytes:
    """Print the forms, each from a page of its own, by default on upright A4; the same input, the same bytes.

    Raises Refused "print.nothing", "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4)
    if not forms:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.pen import Pen  # reportlab is imported when something is printed
    from services.reports.personnel_sheet import draw_personnel

    pen = Pen(settings, title=forms[0].number, author=forms[0].company)
    for form in forms:
        draw_personnel(pen, form, pages=draw_personnel(Pen(settings, title=form.number), form))
    return pen.finish()
