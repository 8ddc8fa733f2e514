"""A list printed as shown, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest

from services.errors import Refused
from services.reports.paper import A4_LANDSCAPE, Paper, PrintSettings
from services.reports.sheet import Sheet, SheetColumn, SheetWords, sheet_pdf

COLUMNS = (
    SheetColumn("单号", 2),
    SheetColumn("事由", 4),
    SheetColumn("状态", 1, "centre"),
    SheetColumn("金额", 2, "right", summed=True),
)
ROWS = [(f"BX-{number:04}", "武汉—宜昌 高铁", "已付款", f"{number * 1000:,}.50") for number in range(1, 101)]
SHEET = Sheet(
    "费用报销登记簿",
    COLUMNS,
    ROWS,
    subtitle="状态：全部",
    totals=("合计", "", "100 张", "5,050,050.00"),
    company="武汉光谷测绘信息有限公司",
    footer="李文静 打印",
)


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_every_row_is_printed_once_under_a_repeated_header() -> None:
    printed = pages(sheet_pdf(SHEET))
    assert len(printed) == 3
    for number, text in enumerate(printed, 1):
        assert f"第 {number} 页 / 共 3 页" in text
        assert all(said in text for said in ("费用报销登记簿", "状态：全部", "单号", "金额", "李文静 打印"))
    assert all("".join(printed).count(row[0]) == 1 for row in ROWS)


def test_each_page_adds_itself_up_and_the_last_shows_the_whole() -> None:
    printed = pages(sheet_pdf(SHEET))
    counts = [text.count("BX-") for text in printed]
    first = sum(Decimal(row[3].replace(",", "")) for row in ROWS[: counts[0]])
    assert f"{first:,}" in printed[0]
    assert all("本页小计" in text for text in printed)
    assert "5,050,050.00" in printed[-1]
    assert "5,050,050.00" not in printed[0]


def test_the_words_of_a_sheet_follow_the_reader() -> None:
    words = SheetWords(page="Page {page} of {pages}", page_total="Page total", missing="No glyph: {codes}")
    (text,) = pages(sheet_pdf(replace(SHEET, rows=[("A", "😀", "", "1.00")], words=words)))
    assert "Page 1 of 1" in text
    assert "Page total" not in text.split("合计")[1]
    assert "No glyph: U+1F600" in text


def test_a_list_without_rows_is_still_a_sheet() -> None:
    (text,) = pages(sheet_pdf(replace(SHEET, rows=[], totals=())))
    assert "单号" in text
    assert "第 1 页 / 共 1 页" in text


def test_a_reprint_is_identical_and_landscape_is_wide() -> None:
    wide = PrintSettings(A4_LANDSCAPE)
    pdf = sheet_pdf(SHEET, wide)
    assert sheet_pdf(SHEET, wide) == pdf
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_width() > document[0].get_height()


def test_long_cells_wrap_and_endless_ones_are_cut_with_an_ellipsis() -> None:
    wrapped = pages(sheet_pdf(replace(SHEET, rows=[("A", "很长的事由" * 20, "", "-")])))
    assert "".join(wrapped).replace("\r\n", "").count("很长的事由") == 20
    endless = pages(sheet_pdf(replace(SHEET, rows=[("A", "很长的事由" * 5000, "", "1.00")])))
    assert len(endless) == 1
    assert "…" in endless[0]


def test_what_is_no_amount_is_left_out_of_the_page_total() -> None:
    rows = [("A", "", "", "1.50"), ("B", "", "", "***"), ("C", "", "", "¥2.25"), ("D", "", "", "NaN")]
    (text,) = pages(sheet_pdf(replace(SHEET, rows=rows, totals=())))
    assert "3.75" in text


def test_totals_never_stand_alone_on_a_page() -> None:
    for count in range(30, 48):
        printed = pages(sheet_pdf(replace(SHEET, rows=ROWS[:count])))
        assert "BX-" in printed[-1]


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (replace(SHEET, columns=()), "print.no_columns"),
        (replace(SHEET, rows=[("A", "B")]), "print.row_length"),
        (replace(SHEET, totals=("合计",)), "print.row_length"),
    ],
)
def test_a_sheet_that_does_not_add_up_is_refused(sheet: Sheet, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        sheet_pdf(sheet)
    assert refusal.value.code == code


def test_too_narrow_paper_is_refused() -> None:
    with pytest.raises(Refused, match="paper_too_small"):
        sheet_pdf(SHEET, PrintSettings(Paper("own", Decimal(100), Decimal(200))))


def test_a_register_of_thousands_is_printed_whole_and_in_order() -> None:
    columns = (SheetColumn("单号"), SheetColumn("事由"))
    rows = [(f"BX-{number:05}", f"第 {number} 次外业") for number in range(6000)]
    printed = pages(sheet_pdf(Sheet("登记簿", columns, rows)))
    numbers = [word for text in printed for word in text.split() if word.startswith("BX-")]
    assert numbers == [row[0] for row in rows]
    assert "小计" not in printed[0]


def test_a_page_of_sums_without_amounts_shows_no_total() -> None:
    columns = (SheetColumn("金额", summed=True), SheetColumn("事由"))
    (text,) = pages(sheet_pdf(Sheet("登记簿", columns, [("12.00", "甲"), ("30.00", "乙")])))
    assert "42.00" in text
    assert "本页小计" not in text
