"""Recognised pictures: fields with their certainty, never more than likely, confirmed one by one before submission."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from models.invoice import Invoice
from services import typed_invoices
from services.errors import Refused
from services.invoices import ocr, wire
from services.invoices.draft import Draft
from services.invoices.model import OCR, Certainty, Reading, Source
from services.invoices.ocr_boxes import Box, is_upright
from services.invoices.ocr_fields import read_boxes
from services.invoices.qr import parse_qr
from tests.claims import TODAY, Office, invoice_file, make_office, refusal
from tests.test_invoice_store import saved_of, submitted

BOXES = Path(__file__).parent / "data" / "ocr"
TRUTH = {
    "vat-electronic-1": ("012001800211", "23326471", "2018-09-21", "734.59", "22.04", "756.63", "91330000734500338C", "911201163409833307", "16707184549009707698"),
    "vat-electronic-3-toll": ("042001700112", "11162913", "2018-03-23", "184.65", "5.54", "190.19", "914201007483062457", "91420000722084584J", "11241636206802490280"),
}  # fmt: skip
NAMES = ("code", "number", "date", "net", "tax", "total", "buyer_tax_id", "seller_tax_id", "check_code")


@pytest.fixture
def company(database) -> Office:
    return make_office(database)


def boxes(name: str) -> list[Box]:
    rows = json.loads((BOXES / f"{name}.json").read_text("utf-8"))
    return [Box(text, tuple((x, y) for x, y in corners), percent) for text, corners, percent in rows]


def spoilt(given: list[Box], old: str, new: str) -> list[Box]:
    assert any(old in box.text for box in given)
    return [replace(box, text=box.text.replace(old, new)) for box in given]


@pytest.mark.parametrize("name", ["vat-electronic-1", "vat-electronic-1-rot2", "vat-electronic-3-toll-rot2"])
def test_every_field_is_found_straight_and_leaning(name):
    read = read_boxes(boxes(name), Draft())
    assert tuple(str(getattr(read, field)) for field in NAMES) == TRUTH[name.removesuffix("-rot2")]
    assert all(source.sure is not Certainty.CERTAIN for source in read.sources.values())
    assert all(source.where == OCR and 0 < (source.percent or 0) < 100 for source in read.sources.values())


def test_a_wrong_digit_makes_the_amounts_a_guess():
    right = read_boxes(boxes("vat-electronic-1"), Draft())
    wrong = read_boxes(spoilt(boxes("vat-electronic-1"), "22.04", "22.84"), Draft())
    assert (right.sources["tax"].sure, wrong.sources["tax"].sure) == (Certainty.LIKELY, Certainty.GUESS)


def test_a_tax_number_whose_check_digit_fails_is_a_guess():
    wrong = read_boxes(spoilt(boxes("vat-electronic-1"), "91330000734500338C", "91330000734500338D"), Draft())
    assert wrong.sources["buyer_tax_id"].sure is Certainty.GUESS


def test_what_the_code_said_stays_certain():
    draft = Draft()
    code = parse_qr("01,10,012001800211,23326471,734.59,20180921,16707184549009707698,0816,")
    assert code is not None
    draft.offer_qr(code)
    read = read_boxes(boxes("vat-electronic-1"), draft)
    assert (read.sources["number"].where, read.sources["number"].sure) == ("qr", Certainty.CERTAIN)
    assert read.sources["seller_name"].sure is not Certainty.CERTAIN


def test_a_picture_of_something_else_is_no_invoice():
    with pytest.raises(Refused) as refused:
        read_boxes([Box("欢迎光临", ((0, 0), (80, 0), (80, 20), (0, 20)), 99)], Draft())
    assert refused.value.code == "invoice.not_an_invoice"


def test_a_picture_on_its_side_is_noticed():
    tall = Box("发票号码", ((0, 0), (20, 0), (20, 80), (0, 80)), 99)
    assert not is_upright([tall])
    assert is_upright(boxes("vat-electronic-1"))


def test_percents_cross_to_the_program_and_back():
    read = read_boxes(boxes("vat-electronic-1"), Draft())
    reading = Reading("x.png", "a" * 64, read)
    assert wire.unpack(json.loads(json.dumps(wire.pack(reading)))) == reading


def test_without_the_extra_a_picture_says_how_to_have_it_read(tmp_path, monkeypatch):
    from PIL import Image

    path = tmp_path / "photo.png"
    Image.new("RGB", (400, 300), "white").save(path)
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    (reading,) = ocr.read_all([path])
    assert reading.error is not None
    assert reading.error.code == "invoice.no_ocr"


def recognised(company: Office, tmp_path: Path):
    percent = {"number": 97, "total": 88, "date": 99}
    sources = {name: Source(OCR, Certainty.LIKELY, value) for name, value in percent.items()}
    return company.from_files(invoice_file(tmp_path, sources=sources)).draft


def test_a_recognised_invoice_is_not_submitted_before_every_field_is_confirmed(company, tmp_path):
    draft = recognised(company, tmp_path)
    with refusal("claim.stopped"):
        submitted(company, draft)
    confirm(company, {"number", "total"})
    (open_one,) = [
        check for check in company.detail(saved_of(draft)).checks if check.code == "ocr_unconfirmed"
    ]
    assert open_one.values["fields"] == "date"
    confirm(company, {"issued_on"})
    assert "ocr_unconfirmed" not in {check.code for check in company.detail(saved_of(draft)).checks}
    submitted(company, company.get(saved_of(draft)))


def test_saving_the_form_alone_confirms_nothing_but_a_corrected_field_is_typed(company, tmp_path):
    recognised(company, tmp_path)
    confirm(company, set(), total=Decimal(560))
    with company.database.read() as session:
        sources = session.query(Invoice).one().sources
    assert (sources["total"]["where"], sources["number"]) == (
        "typed",
        {"where": "ocr", "sure": "likely", "percent": 97},
    )


def confirm(company: Office, names: set[str], **changes: object) -> None:
    with company.writing() as session:
        invoice_id = session.query(Invoice.id).scalar()
        draft = typed_invoices.get(session, company.clerk, invoice_id)
        looked = replace(draft, confirmed=frozenset(names), **changes)  # type: ignore[arg-type]  # fields of its own
        typed_invoices.correct(session, company.clerk, looked, today=TODAY)


@pytest.mark.skipif(not ocr.is_installed(), reason="the extra ocr is not installed")
def test_a_real_picture_is_read_in_a_process_of_its_own(tmp_path):
    from PIL import Image, ImageDraw, ImageFont

    font = Path(__file__).parents[1] / "resources" / "fonts" / "NotoSansSC-Regular.ttf"
    picture = Image.new("RGB", (1400, 500), "white")
    pen, letters = ImageDraw.Draw(picture), ImageFont.truetype(str(font), 30)
    for x, y, text in (
        (480, 20, "电子发票(普通发票)"),
        (860, 80, "发票号码: 26422000000481236547"),
        (860, 130, "开票日期: 2026年11月10日"),
        (60, 200, "购买方名称: 武汉光谷测绘信息有限公司"),
        (760, 200, "销售方名称: 湖北速达客运有限公司"),
        (60, 320, "合计"),
        (760, 320, "¥510.09"),
        (1100, 320, "¥45.91"),
        (60, 400, "价税合计(大写) 伍佰伍拾陆圆整"),
        (900, 400, "(小写) ¥556.00"),
    ):
        pen.text((x, y), text, "black", letters)
    path = tmp_path / "photo.png"
    picture.rotate(1.5, expand=True, fillcolor="white").save(path)
    told: list[tuple[int, int]] = []
    (reading,) = ocr.read_all([path], pictures=lambda done, of: told.append((done, of)))
    assert reading.error is None, reading.error
    assert reading.invoice is not None
    assert (reading.invoice.number, reading.invoice.total) == ("26422000000481236547", Decimal("556.00"))
    assert reading.invoice.sources["total"].sure is not Certainty.CERTAIN
    assert told[-1] == (1, 1)
