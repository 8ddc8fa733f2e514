"""固定资产卡片, 资产变动单, 个人资产责任表, 采购申请单: what is printed of assets, and the way to PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.errors import Refused
from services.reports.paper import A4, PrintSettings, check_settings
from services.reports.photos import Photo
from services.reports.voucher import Signature

MIN_WIDTH_MM, MIN_HEIGHT_MM = 180, 250


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a form: heads with their share of the width and alignment, rows of ready text, a last row of sums; `tall` rows have two lines."""

    heads: tuple[tuple[str, str, str], ...]  # word, share as decimal text, alignment
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...] = ()
    title: str = ""
    tall: bool = False


@dataclass(frozen=True, slots=True)
class AssetForm:
    """A paper about assets as printed: pairs of word and value, two a row; tables; what is declared; who signs.

    `number` is also the QR. `opinions` are levels of approval; `mark` stands behind everything (作废, 草稿).
    """

    title: str
    company: str
    number: str
    subtitle: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    declaration: str = ""
    opinions: tuple[Signature, ...] = ()
    signatures: tuple[Signature, ...] = ()
    mark: str = ""
    photo: Photo | None = None


def forms_pdf(forms: Sequence[AssetForm], settings: PrintSettings | None = None) -> bytes:
    """Print the papers, each from a page of its own, by default on upright A4; the same input, the same bytes.

    Raises Refused "print.nothing", "print.paper_too_small", "print.paper_too_large", "print.offset_too_far".
    """
    settings = settings or PrintSettings(A4)
    if not forms:
        raise Refused("print.nothing")
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.asset_sheet import draw_form
    from services.reports.pen import Pen  # reportlab is imported when something is printed

    pen = Pen(settings, title=forms[0].number, author=forms[0].company)
    for form in forms:
        draw_form(pen, form, pages=draw_form(Pen(settings, title=form.number), form))
    return pen.finish()


def chinese_day(day: date | None) -> str:
    """2026 年 3 月 12 日; nothing as nothing."""
    return "" if day is None else f"{day.year} 年 {day.month} 月 {day.day} 日"


def yuan(amount: Decimal) -> str:
    """1,234.50"""
    return f"{amount:,.2f}"
