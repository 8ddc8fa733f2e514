"""Labels: what stands on them, the sheets they are printed on, and the card they lead to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from services import asset_labels
from services.asset_codes import code_text, company_marks, read_code
from services.errors import Refused
from services.exchange import code_child
from services.exchange.code_pictures import read_codes
from services.reports.asset_labels import AssetLabel, LabelSet, label_sizes, labels_pdf
from tests.assets import CLERK
from tests.stock_takes import COMPANY, MARK, TAX_ID, counted, label_of

LONG = "三维激光扫描仪（含三脚架、标靶球、附件箱以及充电器与备用电池的成套设备）" * 4


def some(count: int = 3, **given: str) -> LabelSet:
    facts = {
        "name": "笔记本电脑",
        "specification": "T14",
        "holder": "测绘一部 何俊",
        "place": "主楼 / 305室",
    } | given
    made = [
        AssetLabel(label_of(f"DZ-2026-{n:04}"), f"DZ-2026-{n:04}", **facts, start_on=date(2026, 1, 5))
        for n in range(1, count + 1)
    ]
    return LabelSet(COMPANY, tuple(made))


def size(name: str):
    return next(one for one in label_sizes() if one.name.startswith(name))


def picture(pdf: bytes, page: int = 0, scale: float = 4) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].render(scale=scale).to_pil()
    finally:
        document.close()


def texts(pdf: bytes, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].get_textpage().get_text_bounded()
    finally:
        document.close()


def test_a_code_is_read_however_a_scanner_types_it():
    marks = company_marks(COMPANY, TAX_ID)
    text = code_text(marks[0], "DZ-2026-0007")
    assert text == f"OD1|{MARK}|DZ-2026-0007"
    for typed in (text, f" {text.lower().replace('dz', 'DZ')}\n", text.replace("|", "｜")):
        code = read_code(typed, marks)
        assert (code.number, code.foreign) == ("DZ-2026-0007", False)
    assert read_code("OD1|AAAAA|DZ-2026-0007", marks).foreign
    assert read_code("DZ-2026-0007", marks).number == "DZ-2026-0007"
    assert not read_code(
        code_text(company_marks(COMPANY, "")[0], "X-1"), marks
    ).foreign  # before the tax number
    assert company_marks("", "") == company_marks(" ", "")


@pytest.mark.parametrize("one", label_sizes(), ids=lambda one: one.name)
def test_every_size_is_read_again(one):
    pdf = labels_pdf(some(), one)
    found = [code.text for code in zxingcpp.read_barcodes(picture(pdf, scale=6))]
    assert label_of("DZ-2026-0001") in found
    assert ("DZ-2026-0001" in found) == one.bars


def test_a_begun_sheet_is_used_up_from_the_first_label_that_is_left():
    sheet = size("A4 3×8")
    pdf = labels_pdf(some(25), sheet, 24)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 2
    document.close()
    assert "DZ-2026-0001" in texts(pdf)
    assert "DZ-2026-0002" not in texts(pdf)
    shown = picture(pdf).convert("L")
    assert shown.crop((0, 0, shown.width, shown.height // 2)).getextrema() == (255, 255)
    with pytest.raises(Refused) as refused:
        labels_pdf(some(), sheet, 25)
    assert (refused.value.code, refused.value.field) == ("asset_label.first", "first")
    with pytest.raises(Refused):
        labels_pdf(LabelSet(COMPANY, ()), sheet)


@pytest.mark.parametrize("one", label_sizes(), ids=lambda one: one.name)
def test_a_long_text_never_leaves_its_label(one):
    plain = labels_pdf(some(1), one)
    long = labels_pdf(some(1, name=LONG, specification=LONG, holder=LONG, place=LONG), one)
    for pdf in (plain, long):
        shown = picture(pdf).convert("L").point(lambda dot: 255 - dot)
        box = shown.getbbox()
        assert box is not None
        x, y = one.corner(0)
        left, top, right, bottom = (side / 4 * 25.4 / 72 for side in box)
        assert left >= x - 0.1
        assert top >= y - 0.1
        assert right <= x + one.width + 0.3
        assert bottom <= y + one.height + 0.3


def test_labels_of_cards(database):
    count = counted(database)
    with database.read() as session:
        ids = [line.asset_id for line in count.detail().lines]
        found = asset_labels.labels(session, CLERK, [*reversed(ids), ids[0]])
        assert [one.number for one in found.labels] == list(reversed(count.numbers))
        assert found.company == COMPANY
        assert (found.labels[0].place, found.labels[0].code) == ("主楼 / 305室", label_of(count.numbers[-1]))
        assert len(asset_labels.size_choices(session, CLERK)) == len(label_sizes())
        for wrong, code in (([], "asset.nothing_chosen"), (range(1, 20_002), "asset.too_many")):
            with pytest.raises(Refused) as refused:
                asset_labels.labels(session, CLERK, list(wrong))
            assert refused.value.code == code


def test_a_label_leads_to_its_card(either):
    count = counted(either)
    wanted = count.line(count.numbers[1]).asset_id
    serial = count.stock.card(serial_number="PF3ABC")
    with either.read() as session:
        assert asset_labels.find(session, CLERK, label_of(count.numbers[1])) == wanted
        assert asset_labels.find(session, CLERK, count.numbers[1].lower()) == wanted
        assert asset_labels.find(session, CLERK, "pf3abc") == serial
        assert asset_labels.find_first(session, CLERK, ["http://x", label_of(count.numbers[1])]) == wanted
        for text, code in (
            ("", "asset_label.empty"), ("OD1|ZZZZZ|DZ-2026-0001", "asset_label.foreign"), ("X-1", "asset_label.unknown"),
        ):  # fmt: skip
            with pytest.raises(Refused) as refused:
                asset_labels.find(session, CLERK, text)
            assert refused.value.code == code
        for found, code in (((), "asset_label.no_code"), (("X-1", ""), "asset_label.unknown")):
            with pytest.raises(Refused) as refused:
                asset_labels.find_first(session, CLERK, found)
            assert refused.value.code == code


def test_bars_beside_a_foreign_code_are_foreign_too(either, tmp_path: Path):
    count = counted(either)
    number = count.numbers[1]
    ours, wanted = label_of(number), count.line(number).asset_id
    theirs = code_text("AAAAA", number)
    with either.read() as session:
        for texts in ([theirs, number], [number, theirs]):
            with pytest.raises(Refused) as refused:
                asset_labels.find_first(session, CLERK, texts)
            assert (refused.value.code, refused.value.values) == ("asset_label.foreign", {"number": number})
        assert asset_labels.find_first(session, CLERK, [theirs, number, ours]) == wanted
        printed = AssetLabel(theirs, number, "笔记本电脑", "T14", "何俊", "主楼", date(2026, 1, 5))
        path = tmp_path / "foreign.png"
        picture(labels_pdf(LabelSet("别家公司", (printed,)), size("70"))).save(path)
        read = read_codes(path)
        assert number in read
        with pytest.raises(Refused, match=r"asset_label\.foreign"):
            asset_labels.find_first(session, CLERK, read)


def test_codes_in_pictures_are_read_in_a_process_of_their_own(tmp_path: Path):
    pdf = tmp_path / "标签.pdf"
    pdf.write_bytes(labels_pdf(some(1), size("70×50")))
    photo = tmp_path / "photo.jpg"
    picture(pdf.read_bytes(), scale=5).rotate(8, expand=True, fillcolor="white").convert("RGB").save(photo)
    assert read_codes(pdf)[0] == label_of("DZ-2026-0001")
    assert label_of("DZ-2026-0001") in read_codes(photo)
    empty = tmp_path / "empty.png"
    Image.new("RGB", (300, 200), "white").save(empty)
    assert read_codes(empty) == ()
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no picture")
    with pytest.raises(Refused) as refused:
        read_codes(bad)
    assert refused.value.code == "asset_label.no_picture"
    with pytest.raises(Refused) as refused:
        read_codes(pdf, seconds=0)
    assert refused.value.code == "asset_label.slow"


def test_the_child_answers_a_plain_no(tmp_path: Path, monkeypatch):
    good = tmp_path / "a.pdf"
    good.write_bytes(labels_pdf(some(1), size("50×30")))
    assert code_child.answer({"path": str(good)})["codes"][0] == label_of("DZ-2026-0001")
    assert code_child.answer({"path": str(tmp_path / "none")}) == {"failed": True}
    monkeypatch.setattr(code_child, "LARGEST", 10)
    assert code_child.answer({"path": str(good)}) == {"failed": True}


def test_a_number_that_bars_cannot_say_has_its_qr_alone():
    label = AssetLabel(label_of("电脑-一号"), "电脑-一号", "笔记本电脑", "", "", "", None)
    pdf = labels_pdf(LabelSet(COMPANY, (label,)), next(one for one in label_sizes() if one.bars))
    found = [code.text for code in zxingcpp.read_barcodes(picture(pdf, scale=6))]
    assert found == [label_of("电脑-一号")]
