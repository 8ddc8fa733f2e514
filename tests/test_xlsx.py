"""Excel files read back: what was shown, as numbers, days and plain text."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from services.errors import Refused
from services.exchange import xlsx


def cells(content: BytesIO) -> dict[str, str]:
    sheet = ET.fromstring(zipfile.ZipFile(content).read("xl/worksheets/sheet1.xml"))
    found = {}
    for cell in sheet.findall(".//{*}c"):
        found[cell.get("r") or ""] = "".join(cell.itertext())
    return found


def written(*rows: list[object], title: str = "报销") -> tuple[BytesIO, dict[str, str]]:
    content = BytesIO()
    assert xlsx.write_table(content, title, ["单号", "金额", "日期"], rows, zone=UTC) == len(rows)
    return content, cells(content)


def test_amounts_are_numbers_to_the_fen_and_days_are_days():
    _, found = written(["BX-2026-0413", Decimal("4286.50"), date(2026, 3, 1)])
    assert (found["A1"], found["B1"], found["C1"]) == ("单号", "金额", "日期")
    assert (found["A2"], found["B2"], found["C2"]) == ("BX-2026-0413", "4286.50", "46082")


def test_a_moment_is_local_and_the_rest_is_shown_as_it_reads():
    _, found = written(
        [True, 7, datetime(2026, 3, 1, 12, tzinfo=UTC)],
        [False, None, date(1, 1, 1)],
        ["x", Decimal(10**15), 10**16],
    )
    assert (found["A2"], found["B2"], found["C2"]) == ("✓", "7", "46082.5")
    assert (found["A3"], found["C3"]) == ("", "0001-01-01")
    assert "B3" not in found
    assert (found["B4"], found["C4"]) == ("1000000000000000", "10000000000000000")


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1+1", "-2", "@SUM(A1)", "http://x.cn", "{=1}", "<b>&"])
def test_no_text_becomes_a_formula_or_a_link(text):
    content, found = written([text, None, None])
    sheet = zipfile.ZipFile(content).read("xl/worksheets/sheet1.xml").decode()
    assert found["A2"] == text
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet


def test_control_characters_and_overlong_text_do_not_break_the_file():
    _, found = written(["a\x00\x1b\ud800b", None, None], ["长" * 40_000, None, None])
    assert found["A2"] == "ab"
    assert len(found["A3"]) == xlsx.LONGEST_CELL


@pytest.mark.parametrize(
    ("title", "name"), [("报销/[本月]:*?", "报销  本月"), ("''", "OpsDesk"), ("长" * 40, "长" * 31)]
)
def test_any_title_names_the_sheet(title, name):
    content, _ = written(title=title)
    book = zipfile.ZipFile(content).read("xl/workbook.xml").decode()
    assert re.findall(r'<sheet name="([^"]*)"', book) == [name]


def test_the_heading_stays_in_view_with_filters_and_widths():
    content, _ = written(["BX-2026-0413", Decimal("4286.50"), date(2026, 3, 1)])
    sheet = zipfile.ZipFile(content).read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:C2"/>' in sheet
    assert sheet.count("customWidth") == 3


def test_a_table_without_rows_is_its_heading():
    _, found = written()
    assert set(found) == {"A1", "B1", "C1"}


def test_a_file_is_written_or_it_is_said_that_it_cannot_be(tmp_path: Path):
    assert xlsx.write_table(tmp_path / "a.xlsx", "x", ["a"], [["b"]]) == 1
    assert cells(BytesIO((tmp_path / "a.xlsx").read_bytes()))["A2"] == "b"
    with pytest.raises(Refused, match=r"export\.cannot_write"):
        xlsx.write_table(tmp_path / "missing" / "a.xlsx", "x", ["a"], [["b"]])


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)
    with pytest.raises(Refused, match=r"export\.too_many_rows"):
        xlsx.write_table(BytesIO(), "x", ["a"], [["b"]] * 3)
