"""How vouchers sit on paper, and how they bear long and hostile text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.errors import Refused
from services.reports.paper import A4, A5_LANDSCAPE, PAPERS, Paper, PrintSettings
from services.reports.voucher import claim_pdf
from tests.test_reports_voucher import ADVANCE, CLAIM, HOTEL, TRAIN, pages

MM = 72 / 25.4


def marks(pdf: bytes, page: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Every character of a page with its box: left, bottom, right, top in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        return [(text.get_text_range(n, 1), *text.get_charbox(n)) for n in range(text.count_chars())]


def size(pdf: bytes) -> tuple[int, int]:
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[0].get_size()
        return round(width / MM), round(height / MM)


@pytest.mark.parametrize("paper", [*PAPERS, Paper("own", Decimal(240), Decimal(120))])
def test_every_paper_size_is_printed_as_asked(paper: Paper) -> None:
    pdf = claim_pdf([CLAIM, ADVANCE], PrintSettings(paper))
    assert size(pdf) == (paper.width_mm, paper.height_mm)
    assert all("第 1 页 / 共 1 页" in text for text in pages(pdf))


def test_on_a4_the_claim_sits_on_the_upper_half() -> None:
    bottoms = [
        bottom for char, _, bottom, _, _ in marks(claim_pdf([CLAIM], PrintSettings(A4))) if char.strip()
    ]
    assert min(bottoms) > 297 / 2 * MM


def test_the_offset_moves_everything_right_and_down() -> None:
    plain = marks(claim_pdf([CLAIM]))
    moved = marks(claim_pdf([CLAIM], PrintSettings(offset_x_mm=Decimal("2.5"), offset_y_mm=Decimal(-3))))
    for (char, left, bottom, *_), (same, right, higher, *_) in zip(plain, moved, strict=True):
        assert char == same
        if char.strip():
            assert right - left == pytest.approx(2.5 * MM, abs=0.05)
            assert higher - bottom == pytest.approx(3 * MM, abs=0.05)


@pytest.mark.parametrize(
    ("paper", "code"),
    [
        (PrintSettings(Paper("own", Decimal(100), Decimal(140))), "print.paper_too_small"),
        (PrintSettings(Paper("own", Decimal(240), Decimal(80))), "print.paper_too_small"),
        (PrintSettings(Paper("own", Decimal(2400), Decimal(140))), "print.paper_too_large"),
        (PrintSettings(Paper("own", Decimal("NaN"), Decimal(140))), "print.paper_too_large"),
        (PrintSettings(offset_x_mm=Decimal(31)), "print.offset_too_far"),
        (PrintSettings(offset_y_mm=Decimal("NaN")), "print.offset_too_far"),
    ],
)
def test_paper_the_form_cannot_stand_on_is_refused(paper: PrintSettings, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        claim_pdf([CLAIM], paper)
    assert refusal.value.code == code
    assert refusal.value.field


LONG = "与宜昌市自然资源和规划局讨论不动产权籍调查成果的验收安排，"


def test_a_long_text_is_printed_whole_even_over_pages() -> None:
    told = LONG * 60
    printed = pages(claim_pdf([replace(CLAIM, lines=(replace(TRAIN, description=told), HOTEL))]))
    assert len(printed) > 1
    text = "".join("".join(printed).split())
    assert sum(text.count(char) for char in "籍") == 60
    assert sum(page.count("26429120000123456789") for page in printed) == 1


def test_a_long_text_stays_in_its_column() -> None:
    line = replace(TRAIN, description=LONG * 3, invoice_number="W" * 60)
    drawn = marks(claim_pdf([replace(CLAIM, lines=(line,))], PrintSettings(A5_LANDSCAPE)))
    column = [box for box in drawn if box[0] in "籍规划"]
    assert max(right for *_, right, _ in column) < (22 + 179 * 0.47) * MM
    assert max(right for char, *_, right, _ in drawn if char == "W") < (22 + 179 * 0.66) * MM


@pytest.mark.parametrize(
    "field", ["company", "claimant", "department", "project", "number", "footer", "mark"]
)
@pytest.mark.parametrize("paper", [*PAPERS, Paper("least", Decimal(180), Decimal(110))])
def test_nothing_ever_runs_off_the_paper(field: str, paper: Paper) -> None:
    pdf = claim_pdf([replace(CLAIM, **{field: "很长的内容 0123456789 " * 12})], PrintSettings(paper))
    width, height = float(paper.width_mm) * MM, float(paper.height_mm) * MM
    for char, left, bottom, right, top in marks(pdf):
        if char.strip():
            assert left >= 0
            assert right <= width
            assert bottom >= 0
            assert top <= height


def test_the_largest_amounts_stay_whole() -> None:
    line = replace(
        TRAIN,
        amount=Decimal("999999999999.99"),
        sanctioned=Decimal("999999999999.99"),
        tax=Decimal("99999999.99"),
    )
    (text,) = pages(claim_pdf([replace(CLAIM, lines=(line,), advance=None)], PrintSettings(A5_LANDSCAPE)))
    assert text.count("999,999,999,999.99") == 5
    assert "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分" in text.replace("\r\n", "")


def test_markup_is_printed_as_itself() -> None:
    hostile = "<b>&amp;</b> (\\) %PDF {x}"
    (text,) = pages(claim_pdf([replace(CLAIM, project=hostile)]))
    assert hostile in text


def test_a_rare_name_beyond_the_bmp_is_copied_as_itself() -> None:
    assert "𬭎" in pages(claim_pdf([replace(CLAIM, claimant="李𬭎")]))[0]


def test_what_the_font_lacks_is_shown_and_named_at_the_foot() -> None:
    line = replace(TRAIN, description="打车\t到\x00家😀")
    (text,) = pages(claim_pdf([replace(CLAIM, lines=(line,))]))
    assert "打车 到〓家〓" in text
    assert "字库缺字以〓代：U+0000 U+1F600" in text


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80), st.text(max_size=300))
def test_any_text_can_be_printed(name: str, description: str) -> None:
    line = replace(TRAIN, description=description, invoice_number=name)
    assert pages(claim_pdf([replace(CLAIM, claimant=name, lines=(line,), number=name[:20])]))
