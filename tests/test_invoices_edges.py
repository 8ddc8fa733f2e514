"""Corners of the formats: packages that lie about their size, odd places of things, amounts that must be worked out."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from services.errors import Refused
from services.invoices import child, content, image, ofd
from services.invoices.child import read_file, serve
from services.invoices.content import read_content
from services.invoices.draft import Draft, kind_of_title
from services.invoices.model import UNREAD, Certainty, InvoiceKind
from services.invoices.wire import receive, send
from services.invoices.xml import parse_tree
from tests import invoice_files as files
from tests import invoice_packages as packages
from tests.invoice_facts import DIGITAL, MULTI, OLD, TAX_FREE

LIKELY, GUESS = Certainty.LIKELY, Certainty.GUESS


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_content(data)
    return refused.value.code


def drafted(**values: str | Decimal) -> Draft:
    draft = Draft()
    for field, value in {"number": "45678901", "date": date(2021, 7, 9), **values}.items():
        draft.offer(field, value, "pdf text", LIKELY)
    return draft


@pytest.mark.parametrize(
    ("known", "field", "amount"),
    [
        ({"net": "100", "tax": "6"}, "total", "106"),
        ({"total": "106", "tax": "6"}, "net", "100"),
        ({"total": "106", "net": "100"}, "tax", "6"),
    ],
)
def test_the_third_amount_is_worked_out_and_called_a_guess(
    known: dict[str, str], field: str, amount: str
) -> None:
    invoice = drafted(**{name: Decimal(text) for name, text in known.items()}).finish()
    assert getattr(invoice, field) == Decimal(amount)
    assert invoice.sources[field].sure == GUESS


def test_amounts_that_do_not_add_up_are_kept_as_read_and_not_called_certain() -> None:
    invoice = drafted(net=Decimal(100), tax=Decimal(6), total=Decimal(107)).finish()
    assert (invoice.net, invoice.tax, invoice.total) == (Decimal(100), Decimal(6), Decimal(107))
    assert invoice.sources["total"].sure == LIKELY


def test_of_two_totals_the_one_that_adds_up_is_taken() -> None:
    draft = drafted(net=Decimal(100), tax=Decimal(6), total=Decimal(1060))
    draft.offer("total", Decimal(106), "pdf text, capitals", LIKELY)
    assert draft.finish().total == Decimal(106)


def test_an_old_special_heading_with_twenty_digits_is_a_fully_digital_special_invoice() -> None:
    draft = drafted(total=Decimal(5), kind=str(InvoiceKind.PAPER_SPECIAL))
    draft.offers["number"].clear()
    draft.offer("number", "25422000000123456789", "qr", Certainty.CERTAIN)
    assert draft.finish().kind == InvoiceKind.DIGITAL_SPECIAL


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("航空运输电子客票行程单", InvoiceKind.AIR),
        ("广东增值税普通发票", InvoiceKind.PAPER_ORDINARY),
        ("数电票(普通发票)", InvoiceKind.DIGITAL_ORDINARY),
        ("收据", None),
    ],
)
def test_a_heading_tells_the_kind(title: str, kind: InvoiceKind | None) -> None:
    assert kind_of_title(title) == kind


def test_an_ofd_with_too_many_members_or_bytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    package = packages.ofd(OLD)
    monkeypatch.setattr(ofd, "UNPACKED_LIMIT", 1000)
    assert refusal(package) == "invoice.unpacks_too_large"


def test_an_ofd_that_lies_about_a_members_size_is_damaged_or_read_without_it() -> None:
    package = packages.ofd(OLD, packages.original_xml(OLD, 2016))
    place = package.rindex(b"PK\x01\x02")
    lying = package[: place + 24] + struct.pack("<I", 7) + package[place + 28 :]
    assert read_content(lying).sources["number"].where == "ofd text"


def test_an_ofd_locked_with_a_password_is_said_to_be_encrypted() -> None:
    package = bytearray(packages.ofd(OLD))
    package[package.rindex(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(package)) == "invoice.encrypted"


def test_an_ofd_without_pages_or_with_absolute_places_is_no_trouble() -> None:
    start = {"OFD.xml": b"<OFD/>", "Doc_0/Document.xml": b"<broken"}
    assert refusal(_zip(start)) == "invoice.not_an_invoice"
    members = _members(packages.ofd(OLD))
    document = members["Doc_0/Document.xml"].replace(b'BaseLoc="Pages', b'BaseLoc="/Doc_0/Pages')
    assert read_content(_zip(members | {"Doc_0/Document.xml": document})).number == OLD.number


def test_the_metadata_of_an_ofd_fills_what_the_page_does_not_say() -> None:
    said = {
        "发票号码": OLD.number,
        "发票代码": OLD.code,
        "开票日期": "2021年07月09日",
        "合计金额": OLD.net,
        "合计税额": OLD.tax,
    }
    data = "".join(f'<CustomData Name="{name}">{text}</CustomData>' for name, text in said.items())
    members = {"OFD.xml": f"<OFD><CustomDatas>{data}<CustomData/></CustomDatas></OFD>".encode()}
    picture = files.scanned(files.old_pdf(OLD))
    invoice = read_content(_zip(members | {"Doc_0/Res/a.png": b"broken", "Doc_0/Res/b.png": picture}))
    assert (invoice.net, invoice.tax, invoice.total) == (
        Decimal("1000.00"),
        Decimal("130.00"),
        Decimal("1130.00"),
    )
    assert (invoice.sources["net"].where, invoice.check_code) == ("ofd metadata", OLD.check)


def test_text_that_an_ofd_moves_and_templates_is_read() -> None:
    members = _members(packages.ofd(DIGITAL))
    page = members["Doc_0/Pages/Page_0/Content.xml"].decode()
    moved = page.replace('Size="3.175"', 'Size="3.175" CTM="1 0 0 1 5 -3"')
    document = '<Document><TemplatePage ID="9" BaseLoc="Tpl.xml"/><Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></Document>'
    changed = {
        "Doc_0/Tpl.xml": moved.encode(),
        "Doc_0/Document.xml": document.encode(),
        "Doc_0/Pages/Page_0/Content.xml": b'<Page><Template TemplateID="9"/></Page>',
    }
    assert read_content(_zip(members | changed)).number == DIGITAL.number


def test_a_picture_of_too_many_points_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "MAX_PIXELS", 100)
    assert refusal(files.scanned(files.old_pdf(OLD))) == "invoice.unpacks_too_large"


def test_a_pdf_may_carry_what_is_no_invoice_but_no_bomb() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>'
    assert refusal(_with_attachment("a.xml", bomb)) == "invoice.entities"
    assert refusal(_with_attachment("a.xml", b"<broken")) == "invoice.not_an_invoice"
    assert refusal(_with_attachment("a.txt", b"words")) == "invoice.not_an_invoice"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb2312"])
def test_xml_is_read_in_any_usual_encoding(encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    root = parse_tree(f'<?xml version="1.0" encoding="{declared}"?><a>发票</a>'.encode(encoding))
    assert root.text == "发票"


def test_xml_in_an_unknown_encoding_is_damaged() -> None:
    assert refusal(b'<?xml version="1.0" encoding="klingon"?><a/>') == "invoice.damaged"


def test_nested_party_elements_and_chinese_names_are_understood() -> None:
    text = (
        f"<发票><发票代码>{OLD.code}</发票代码><发票号码>{OLD.number}</发票号码><开票日期>2021-07-09</开票日期>"
        f"<购买方信息><名称>甲公司</名称><纳税人识别号>{OLD.buyer_id}</纳税人识别号></购买方信息>"
        f"<销售方信息><名称>乙公司</名称><纳税人识别号>{OLD.seller_id}</纳税人识别号></销售方信息><价税合计>10</价税合计>"
        "<明细><名称>办公用品</名称><数量>2</数量><金额>10.00</金额></明细></发票>"
    )
    invoice = read_content(text.encode())
    assert (invoice.buyer_name, invoice.seller_name, invoice.total) == ("甲公司", "乙公司", Decimal("10.00"))
    assert [line.name for line in invoice.lines] == ["办公用品"]
    assert invoice.seller_tax_id == OLD.seller_id


def test_a_tax_free_form_without_written_labels_still_has_its_amounts() -> None:
    facts = replace(TAX_FREE, number=OLD.number)
    invoice = read_content(files.old_pdf(facts, labels=False, qr=False, title=True))
    assert (invoice.net, invoice.total) == (Decimal("88.00"), Decimal("88.00"))


def test_the_child_serves_until_its_requests_end(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(packages.digital_xml(DIGITAL))
    requests, answers = io.BytesIO(), io.BytesIO()
    send(requests, {"path": str(path)})
    requests.write(b"\xff\xff\xff\xff tail")
    requests.seek(0)
    serve(requests, answers)
    answers.seek(0)
    answer = receive(answers)
    assert answer is not None
    assert answer["invoice"]["number"] == DIGITAL.number
    assert receive(answers) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_reading_process_that_eats_memory_is_stopped_by_its_limit() -> None:
    root = str(Path(child.__file__).parents[2])
    eat = f"import sys; sys.path.insert(0, {root!r}); from services.invoices.child import limit_memory; limit_memory()"
    done = subprocess.run(
        [sys.executable, "-c", f"{eat}; bytes(2 * 1024**3)"], capture_output=True, check=False
    )
    assert b"MemoryError" in done.stderr


@pytest.mark.parametrize(
    ("raised", "code"), [(MemoryError, "invoice.unpacks_too_large"), (KeyError, "invoice.damaged")]
)
def test_what_a_parser_throws_becomes_a_reason(
    raised: type[Exception], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def burst(_: bytes) -> None:
        raise raised

    monkeypatch.setattr(child, "read_content", burst)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    error = read_file(tmp_path / "a.pdf").error
    assert error is not None
    assert error.code == code


def test_content_that_grew_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "LARGEST", 10)
    assert refusal(packages.digital_xml(DIGITAL)) == "invoice.too_large"


def test_multi_line_facts_survive_a_scan_only_as_their_code() -> None:
    assert read_content(files.scanned(files.old_pdf(MULTI))).lines == ()


def _zip(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return file.getvalue()


def _members(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _with_attachment(name: str, data: bytes) -> bytes:
    document = pypdfium2.PdfDocument(files.plain_pdf("see the attachment"))
    document.new_attachment(name).set_data(data)
    file = io.BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        (f"<IssueTime>{DIGITAL.day}<", "<IssueTime>2026-02-30<", "date"),
        (f"includedAmount>{DIGITAL.total}<", "includedAmount>12..3<", "total"),
        (f"<TotalTaxAm>{DIGITAL.tax}<", "<TotalTaxAm>1,2,3.4.5<", "tax"),
        (f"<Amount>{DIGITAL.lines[0][5]}<", "<Amount>12..3<", "lines"),
        (f"<ComTaxAm>{DIGITAL.lines[0][7]}<", "<ComTaxAm>0x7<", "lines"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_value_that_makes_no_sense_is_told_and_never_certain(
    right: str, wrong: str, field: str, packed: bool
) -> None:
    whole = packages.digital_xml(DIGITAL).decode()
    assert right in whole
    broken = whole.replace(right, wrong, 1).encode()
    read = read_content(packages.ofd(DIGITAL, broken) if packed else broken)
    assert {name for name, source in read.sources.items() if source.where == UNREAD} == {field}
    assert read.sources[field].sure == GUESS
