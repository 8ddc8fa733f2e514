"""What is printed of depreciation: subtotals, sums carried over, and every sheet with its figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pypdfium2
import pytest

from services import depreciation_sheets
from services.database import Database
from services.reports.paper import A4_LANDSCAPE, PrintSettings
from services.reports.sheet import sheet_pdf
from tests.test_asset_values import LAPTOP, Books

D = Decimal


@pytest.fixture
def one(database: Database) -> Books:
    return Books(database)


def _text(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return pages


def test_the_table_of_a_month_has_subtotals_and_carries_its_sums(one: Books) -> None:
    one.stock.cards(60, **LAPTOP, department_id=one.sales)
    run = one.month(date(2026, 4, 1))
    sheet = one.read(depreciation_sheets.run_sheet, run)
    total = D("158.31") * 61 + D("50.67")
    assert sheet.totals[-3:] == (f"{total:,}", f"{D('158.31') * 61 + 3 * D('50.67'):,}", sheet.totals[-1])
    first, *_, last = _text(sheet_pdf(sheet, PrintSettings(A4_LANDSCAPE)))
    assert "过次页" in first
    assert "承前页" in last
    assert "电子设备 小计（61）" in last
    assert f"{total:,}" in last


def test_every_sheet_can_be_printed(one: Books) -> None:
    run = one.month(date(2026, 4, 1))
    one.stock.card(**{**LAPTOP, "name": "服务器"}, one_off=True)
    makes: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any], str]] = [
        (depreciation_sheets.value_sheet, (date(2030, 1, 1),), {}, "固定资产净值表"),
        (depreciation_sheets.year_sheet, (2026,), {}, "2026年度折旧表"),
        (depreciation_sheets.year_sheet, (2026,), {"by_card": False}, "电子设备"),
        (depreciation_sheets.books_sheet, (2026,), {}, "-4,574.21"),
        (depreciation_sheets.entries_sheet, (run,), {}, "计提2026年4月折旧"),
        (depreciation_sheets.schedule_sheet, (one.laptop,), {}, "末月取余额"),
        (depreciation_sheets.value_sheet, (date(2000, 1, 1),), {}, "固定资产净值表"),
    ]
    for make, args, named, words in makes:
        pages = _text(sheet_pdf(one.read(make, *args, **named), PrintSettings(A4_LANDSCAPE)))
        assert words in "".join(pages).replace("\r\n", "")
