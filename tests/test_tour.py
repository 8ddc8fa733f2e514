"""The tour: pictures of the real window and the printed forms of the sample company."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from ui import tour
from ui.tour import Tour


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, qapp) -> Iterator[Tour]:
    """A short tour: Chinese, then English, light, two tabs."""
    folder = tmp_path_factory.mktemp("tour")
    yield tour.write(
        folder, [("zh_CN", "light"), ("en", "light")], frozenset({"employees", "reimbursements"})
    )
    qapp.setStyleSheet("")


def test_every_stop_of_the_tour_went_well(written: Tour) -> None:
    assert written.problems == []
    assert written.warnings == []


def test_there_is_a_picture_of_each_tab_and_its_forms(written: Tour) -> None:
    names = {path.stem.partition("-")[2] for path in (written.folder / "en-light").iterdir()}
    assert {"sign-in", "employees", "employees-new", "reimbursements", "reimbursements-new"} <= names
    assert not any(name.startswith("projects") for name in names)


def test_pictures_are_as_large_as_the_screen_and_not_blank(written: Tour) -> None:
    for path in (written.folder / "en-light").iterdir():
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1366, 768)
        colours = {picture.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}
        assert len(colours) > 5, path.name


def test_each_language_is_its_own(written: Tour) -> None:
    for name in ("01-sign-in.png", "02-reimbursements.png"):
        chinese, english = (QImage(str(written.folder / lang / name)) for lang in ("zh-light", "en-light"))
        assert chinese != english, name


def test_every_printed_form_is_there_as_pdf_and_as_picture(written: Tour) -> None:
    forms = written.folder / "forms"
    names = {path.stem for path in forms.glob("*.pdf")}
    assert {
        "claim-240x140",
        "claim-a5",
        "claim-a4",
        "claim-several-pages",
        "claim-voided",
        "reversal",
        "advance",
        "asset-card",
        "asset-labels",
        "asset-movement",
        "asset-request",
        "asset-responsibility",
        "stock-take",
        "stock-take-differences",
        "supply-slip",
        "supply-count",
        "benefit-sheet",
        "rent-ledger",
    } <= names
    assert all((forms / f"{name}-1.png").is_file() for name in names)
    long = pypdfium2.PdfDocument(forms / "claim-several-pages.pdf")
    assert len(long) > 1
    long.close()
    ageing = pypdfium2.PdfDocument(forms / "deposit-ageing.pdf")
    words = ageing[0].get_textpage().get_text_bounded()
    assert "有限公司" in words
    assert "Payee" not in words
    ageing.close()


def test_the_index_shows_every_picture(written: Tour) -> None:
    page = (written.folder / "index.html").read_text(encoding="utf-8")
    assert all(path.relative_to(written.folder).as_posix() in page for path in written.pictures)


def test_the_command_says_what_it_wrote_and_fails_with_a_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    made = Tour(tmp_path, "")
    made.attempt("zh-light projects", lambda: 1 // 0)
    monkeypatch.setattr(tour, "write", lambda _folder, _looks: made)
    assert tour.run(argparse.Namespace(folder=str(tmp_path), lang=None)) == 1
    said = capsys.readouterr()
    assert "zh-light projects: ZeroDivisionError" in said.err
    assert "0 pictures" in said.out
