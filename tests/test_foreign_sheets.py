"""Tables of strangers: whatever is no sheet, too large or a bomb gets a sentence, and the program goes on."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from services.exchange.foreign_sheets import read_sheet
from tests.claims import refusal


def write_zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"", "sheet.empty"),
        ("a.xlsx", b"PK\x03\x04 not a workbook", "sheet.damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\xff" * 4000, "sheet.damaged"),
        ("a.xlsx", b"%PDF-1.7\n1 0 obj", "sheet.wrong_type"),
        ("a.csv", b"\0\1\2\3" * 50, "sheet.wrong_type"),
        ("a.csv", b"<html><td>a,b</td></html>", "sheet.wrong_type"),
        ("a.csv", "只有一句话".encode(), "sheet.wrong_type"),
        ("a.csv", b"a,b\n" * 100_001, "sheet.too_many_rows"),
    ],
)
def test_what_is_no_sheet_gets_a_sentence(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with refusal(code):
        read_sheet(path)


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with refusal("sheet.not_readable"):
        read_sheet(tmp_path / "none.xlsx")
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    with refusal("sheet.too_large"):
        read_sheet(large)


def test_a_bomb_bursts_in_the_reader_and_not_here(tmp_path: Path) -> None:
    zeros = b"\0" * (64 * 1024 * 1024)
    bomb = write_zip(
        tmp_path / "bomb.xlsx", {"xl/worksheets/sheet1.xml": zeros, "xl/sharedStrings.xml": zeros}
    )
    with refusal("sheet.unpacks_too_large"):
        read_sheet(bomb)


def test_a_reader_that_does_not_come_back_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n")
    with refusal("sheet.timeout"):
        read_sheet(path, seconds=0)
