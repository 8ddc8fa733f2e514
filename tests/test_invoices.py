"""E-invoices of every kind are read by their structure: the fields, the lines, where each came from."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from services.errors import Refused
from services.invoices.content import read_content
from services.invoices.model import Certainty, InvoiceKind, Reading, ReadInvoice, as_json
from tests import invoice_files as files
from tests import invoice_packages as packages
from tests.invoice_facts import DIGITAL, MULTI, OLD, RED, SPECIAL, TAX_FREE, TOLL, Facts, money
from tests.invoice_files import EMBEDDED, NOT_EMBEDDED

DIGITAL_MULTI = replace(
    DIGITAL, lines=MULTI.lines, net=MULTI.net, tax=MULTI.tax, total=MULTI.total, words=MULTI.words
)
DIGITAL_RED = replace(DIGITAL, lines=RED.lines, net=RED.net, tax=RED.tax, total=RED.total, words=RED.words)
DIGITAL_FREE = replace(
    DIGITAL,
    title="电子发票（普通发票）",
    lines=TAX_FREE.lines,
    net=TAX_FREE.net,
    tax=TAX_FREE.tax,
    total=TAX_FREE.total,
    words=TAX_FREE.words,
)
TWO_PAGES = replace(
    DIGITAL, lines=MULTI.lines * 4, net="1400.00", tax="84.00", total="1484.00", words="壹仟肆佰捌拾肆圆整"
)
OLD_FORMS = {"old": OLD, "lines": MULTI, "tax-free": TAX_FREE, "red": RED, "special": SPECIAL, "toll": TOLL}
DIGITAL_FORMS = {"one": DIGITAL, "lines": DIGITAL_MULTI, "tax-free": DIGITAL_FREE, "red": DIGITAL_RED}


def assert_read(invoice: ReadInvoice, facts: Facts) -> None:
    assert (invoice.code, invoice.number, invoice.date) == (facts.code, facts.number, facts.day)
    assert invoice.check_code == facts.check
    amounts = (money(facts.net), money(facts.tax), money(facts.total))
    assert (invoice.net, invoice.tax, invoice.total) == amounts
    assert (invoice.buyer_name, invoice.buyer_tax_id) == (facts.buyer, facts.buyer_id)
    assert (invoice.seller_name, invoice.seller_tax_id) == (facts.seller, facts.seller_id)
    assert invoice.red_letter == facts.total.startswith("-")
    assert [(li.name, li.spec, li.unit, li.rate) for li in invoice.lines] == [
        (*f[:3], f[6]) for f in facts.lines
    ]
    assert [(li.amount, li.tax) for li in invoice.lines] == [(money(f[5]), money(f[7])) for f in facts.lines]
    if "通行费" not in facts.lines[0][0]:
        assert [f"{li.quantity}×{li.unit_price}" for li in invoice.lines] == [
            f"{f[3]}×{f[4]}" for f in facts.lines
        ]


@pytest.mark.parametrize("font", [EMBEDDED, NOT_EMBEDDED])
@pytest.mark.parametrize("form", OLD_FORMS)
def test_an_electronic_vat_invoice_is_read_whether_its_font_is_embedded_or_not(form: str, font: str) -> None:
    assert_read(read_content(files.old_pdf(OLD_FORMS[form], font)), OLD_FORMS[form])


@pytest.mark.parametrize("font", [EMBEDDED, NOT_EMBEDDED])
@pytest.mark.parametrize("form", OLD_FORMS)
def test_an_invoice_written_one_character_at_a_time_is_read(form: str, font: str) -> None:
    assert_read(read_content(files.old_pdf(OLD_FORMS[form], font, single=True)), OLD_FORMS[form])


@pytest.mark.parametrize("form", OLD_FORMS)
def test_buyer_and_seller_are_told_apart_without_their_side_labels(form: str) -> None:
    assert_read(read_content(files.old_pdf(OLD_FORMS[form], sides=False)), OLD_FORMS[form])


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("form", DIGITAL_FORMS)
def test_a_fully_digital_invoice_has_its_parties_side_by_side(form: str, together: bool) -> None:
    assert_read(read_content(files.digital_pdf(DIGITAL_FORMS[form], together=together)), DIGITAL_FORMS[form])


def test_the_lines_of_two_pages_are_one_list() -> None:
    assert_read(read_content(files.digital_pdf(TWO_PAGES, pages=2)), TWO_PAGES)


def test_travellers_listed_under_the_lines_are_no_goods() -> None:
    block = (
        ("出行人", "有效身份证件号", "出行日期", "出发地", "到达地"),
        ("张三", "4201011990", "2025-03-01", "武汉", "北京"),
    )
    assert_read(read_content(files.digital_pdf(DIGITAL, below=block)), DIGITAL)


def test_a_name_that_mentions_a_place_of_departure_does_not_end_the_lines() -> None:
    named = replace(MULTI, lines=(("*运输*货运费起运地武汉", *MULTI.lines[0][1:]), MULTI.lines[1]))
    assert_read(read_content(files.old_pdf(named)), named)


def test_a_buyer_without_a_tax_number_does_not_get_the_sellers() -> None:
    facts = replace(OLD, buyer="个人", buyer_id="")
    assert_read(read_content(files.old_pdf(facts)), facts)


def test_a_form_drawn_sideways_on_a_turned_page_is_read() -> None:
    for turn in (90, 180, 270):
        assert_read(read_content(files.old_pdf(OLD, turn=turn)), OLD)


def test_a_form_without_written_labels_is_read_by_shape_and_says_that_it_guessed() -> None:
    invoice = read_content(files.old_pdf(OLD, labels=False))
    assert_read(replace(invoice, lines=(read_content(files.old_pdf(OLD)).lines)), OLD)
    assert invoice.sources["seller_tax_id"].sure == Certainty.GUESS


def test_an_agreeing_code_and_text_make_a_field_certain() -> None:
    sources = read_content(files.old_pdf(OLD)).sources
    assert {sources[f].sure for f in ("number", "code", "date", "net", "tax", "total")} == {Certainty.CERTAIN}
    without = read_content(files.old_pdf(OLD, qr=False)).sources
    assert without["number"].sure == Certainty.LIKELY
    assert without["number"].where == "pdf text"


@pytest.mark.parametrize("form", DIGITAL_FORMS)
def test_fully_digital_xml_is_read_in_both_schemas(form: str) -> None:
    facts = DIGITAL_FORMS[form]
    assert_read(read_content(packages.digital_xml(facts)), facts)
    for encoding in ("utf-8", "GBK"):
        assert_read(read_content(packages.pinyin_xml(facts, encoding)), facts)


@pytest.mark.parametrize("form", ["old", "lines", "tax-free", "red"])
@pytest.mark.parametrize("schema", ["2016", "2019", "xbrl"])
def test_an_ofd_is_read_from_its_attachment(form: str, schema: str) -> None:
    facts = OLD_FORMS[form]
    attachment = packages.xbrl(facts) if schema == "xbrl" else packages.original_xml(facts, int(schema))
    invoice = read_content(packages.ofd(facts, attachment))
    assert_read(invoice, facts)
    assert invoice.sources["lines"].where == ("xbrl" if schema == "xbrl" else "ofd xml")


@pytest.mark.parametrize("tags", [True, False])
@pytest.mark.parametrize("form", DIGITAL_FORMS)
def test_an_ofd_without_attachment_is_read_from_tags_and_text(form: str, tags: bool) -> None:
    invoice = read_content(packages.ofd(DIGITAL_FORMS[form], tags=tags))
    assert_read(invoice, DIGITAL_FORMS[form])
    assert invoice.sources["number"].where == ("custom tag" if tags else "ofd text")


@pytest.mark.parametrize(("kind", "turn"), [("PNG", 0), ("JPEG", 90), ("PNG", 180), ("BMP", 0), ("TIFF", 5)])
def test_a_picture_gives_what_its_code_says_and_the_amount_as_a_guess(kind: str, turn: int) -> None:
    invoice = read_content(files.scanned(files.old_pdf(OLD), kind, turn))
    assert (invoice.code, invoice.number, invoice.date, invoice.check_code) == (
        OLD.code,
        OLD.number,
        OLD.day,
        OLD.check,
    )
    assert (invoice.net, invoice.total) == (Decimal("1000.00"), None)
    assert invoice.sources["net"].sure == Certainty.GUESS


def test_a_scan_of_a_fully_digital_invoice_gives_the_gross_amount() -> None:
    invoice = read_content(files.scanned(files.digital_pdf(DIGITAL)))
    assert (invoice.number, invoice.net, invoice.total) == (DIGITAL.number, None, Decimal("1130.00"))


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        (OLD, InvoiceKind.ELECTRONIC_ORDINARY),
        (SPECIAL, InvoiceKind.ELECTRONIC_SPECIAL),
        (TOLL, InvoiceKind.ELECTRONIC_TOLL),
        (replace(OLD, title="广东增值税专用发票", code="4403201130", check=""), InvoiceKind.PAPER_SPECIAL),
    ],
)
def test_the_kind_is_told_by_the_heading(facts: Facts, kind: InvoiceKind) -> None:
    assert read_content(files.old_pdf(facts, qr=False)).kind == kind


def test_a_train_ticket_gives_its_fare_and_buyer() -> None:
    text = "电子发票（铁路电子客票）\n发票号码:25429165800000012345\n开票日期:2025年01月15日\n票价:￥520.50\n"
    invoice = read_content(files.plain_pdf(f"{text}购买方名称:{OLD.buyer}\n统一社会信用代码:{OLD.buyer_id}"))
    assert invoice.kind == InvoiceKind.TRAIN
    assert (invoice.total, invoice.buyer_name, invoice.buyer_tax_id) == (
        Decimal("520.50"),
        OLD.buyer,
        OLD.buyer_id,
    )


def test_the_list_page_replaces_the_line_that_refers_to_it() -> None:
    short = replace(MULTI, lines=(("(详见销货清单)", "", "", "", "", "350.00", "6%", "21.00"),))
    invoice = read_content(files.old_pdf(short, listed=MULTI.lines))
    assert [line.name for line in invoice.lines] == [line[0] for line in MULTI.lines]
    assert invoice.net == Decimal("350.00")


@pytest.mark.parametrize(
    "text", ["收据\n今收到张三交来 ¥500.00\n合计 ¥500.00", "行程单\n发票号码:\n合计 16.00", "会议通知"]
)
def test_a_paper_that_is_no_invoice_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_content(files.plain_pdf(text))
    assert refused.value.code == "invoice.not_an_invoice"


def test_json_has_amounts_as_text_and_an_error_as_a_sentence() -> None:
    said = as_json(Reading("a.pdf", "", read_content(files.old_pdf(TAX_FREE))), lambda refused: refused.code)
    assert (said["net"], said["tax"], said["total"], said["date"]) == ("88.00", "0.00", "88.00", "2021-07-09")
    assert said["lines"][0]["rate"] == "免税"
    assert said["sources"]["number"] == {"where": "qr", "sure": "certain"}
    failed = as_json(
        Reading("b.pdf", error=Refused("invoice.empty")), lambda refused: f"sentence of {refused.code}"
    )
    assert failed == {"file": "b.pdf", "error": "sentence of invoice.empty"}
