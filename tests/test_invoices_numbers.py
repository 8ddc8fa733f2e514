"""Tax numbers, QR texts, and the values printed on invoices."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.invoices.draft import kind_of_code
from services.invoices.model import InvoiceKind
from services.invoices.numbers import invoice_key, tax_id_problem
from services.invoices.qr import parse_qr
from services.invoices.values import as_date, as_money, as_number, as_rate, as_tax_id, from_capitals

VALID = (
    "91350100M000100Y43",
    "91512081MA62K0260E",
    "91420100MA4KTE0T6L",
    "91110108300000002F",
    "91420111MA4K0A018Q",
)


@pytest.mark.parametrize("code", VALID)
def test_a_valid_credit_code_has_no_problem(code: str) -> None:
    assert tax_id_problem(code) is None
    assert tax_id_problem(code.lower()) is None


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("91350100M000100Y4Z", "characters"),
        ("91350100M000100Y44", "check_digit"),
        ("91420100MA4KX00001", "check_digit"),
        ("91350211M0000XUF46", "check_digit"),
        ("9142010", "length"),
        ("", "length"),
    ],
)
def test_a_wrong_credit_code_is_told_why(code: str, problem: str) -> None:
    assert tax_id_problem(code) == problem


def test_a_wrong_organisation_part_is_told_even_under_a_right_check_digit() -> None:
    problems = {tax_id_problem(f"91110108300000003{c}") for c in "0123456789ABCDEFGHJKLMNPQRTUWXY"}
    assert problems == {"check_digit", "organisation"}


@pytest.mark.parametrize(
    "code", ["420101199001010", "420101199001010018", "11010519491231002X", "42010119900101001800"]
)
def test_old_tax_numbers_and_id_card_numbers_are_not_checked(code: str) -> None:
    assert tax_id_problem(code) is None


def test_one_changed_character_of_a_credit_code_is_always_noticed() -> None:
    for code in VALID:
        for place in range(17):
            for other in "0123456789ABCDEFGHJKLMNPQRTUWXY":
                changed = code[:place] + other + code[place + 1 :]
                assert changed == code or tax_id_problem(changed) is not None


def test_the_key_of_an_invoice_ignores_blanks_and_the_code_of_digital_ones() -> None:
    assert invoice_key("033002100611", " 4567 8901") == invoice_key("033002100611", "45678901")
    assert invoice_key("", "25422000000123456789") == invoice_key("x", "25422000000123456789")
    assert invoice_key("033002100611", "45678901") != invoice_key("033002100612", "45678901")


@pytest.mark.parametrize(
    ("text", "kind", "number", "amount", "check"),
    [
        ("01,10,013002200211,81532753,217.62,20230623,49753264642977383169,0816,", "electronic_ordinary", "81532753", "217.62", "49753264642977383169"),
        ("01,32,,23442000000014209621,112,20230215,,74AE", "digital_ordinary", "23442000000014209621", "112.00", ""),
        ("01,01,1200154130,03630024,94339.62,20160621,,9335,", "paper_special", "03630024", "94339.62", ""),
        ("01,04,4200161350,00015045,165106.00,20160501,48114255542168294433,DBFE,", "paper_ordinary", "00015045", "165106.00", "48114255542168294433"),
        ("01,10,011001605111,80100798,64.9,20161018,85342965681116380258", "electronic_ordinary", "80100798", "64.90", "85342965681116380258"),
        ("01,99,033002100611,45678901,,20210709", "unknown", "45678901", "", ""),
    ],
)  # fmt: skip
def test_a_qr_text_is_read_with_or_without_its_tail(
    text: str, kind: str, number: str, amount: str, check: str
) -> None:
    read = parse_qr(text)
    assert read is not None
    assert (read.kind, read.number, read.check_code) == (kind, number, check)
    assert read.amount == (Decimal(amount) if amount else None)


@pytest.mark.parametrize(
    "text", ["", "http://example.test", "01,10,123,45678901,1,20210709", "01,10,,1,1,1", "02,10,,,,,"]
)
def test_another_qr_text_is_no_invoice(text: str) -> None:
    assert parse_qr(text) is None


@pytest.mark.parametrize(
    "text",
    ["2018年09月21日", "2018-09-21", "20180921", "2018 09 21", "２０１８年 9月21日", "2018-09-21T10:00"],
)
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert as_date(text) == date(2018, 9, 21)


@pytest.mark.parametrize("text", ["2026-02-30", "2026年13月01日", "昨天", "", "1999-01-01x", "９９９９"])
def test_an_impossible_day_is_none(text: str) -> None:
    assert as_date(text) is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("￥734.59", "734.59"),
        ("¥ -2.9", "-2.90"),
        ("-¥5", "-5.00"),
        ("1,234.5元", "1234.50"),
        ("***", "0.00"),
        ("免税", "0.00"),
    ],
)
def test_an_amount_is_read_with_its_signs(text: str, amount: str) -> None:
    assert str(as_money(text)) == amount


@pytest.mark.parametrize(
    "text", ["12..3", "1e9", "NaN", "١٢", "1.234", "", "-", "99999999999999", "9" * 60, "壹"]
)
def test_what_is_no_amount_of_fen_is_none(text: str) -> None:
    assert as_money(text) is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_readers_of_values(text: str) -> None:
    (
        as_money(text),
        as_date(text),
        as_number(text),
        as_tax_id(text),
        from_capitals(text),
        as_rate(text),
        parse_qr(text),
    )


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("贰佰伍拾圆整", "250.00"),
        ("壹佰玖拾元零壹角玖分", "190.19"),
        ("柒佰伍拾陆元陆角叁分", "756.63"),
        ("伍拾叁圆肆角", "53.40"),
        ("壹佰万零壹元整", "1000001.00"),
        ("壹佰亿元整", "10000000000.00"),
        ("玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分", "999999999999.99"),
        ("（负数）贰佰壹拾贰圆整", "-212.00"),
        ("叁角整", "0.30"),
    ],
)
def test_the_amount_in_capitals_is_a_second_witness(words: str, amount: str) -> None:
    assert from_capitals(words) == Decimal(amount)


def test_words_that_are_no_amount_are_none() -> None:
    assert from_capitals("合计") is None
    assert from_capitals("第叁百货分店经营部") is None


@pytest.mark.parametrize(
    ("text", "rate"),
    [("0.06", "6%"), ("6.00%", "6%"), ("13", "13%"), ("免税", "免税"), ("***", "***"), ("0", "0%")],
)
def test_a_rate_is_shown_as_on_paper(text: str, rate: str) -> None:
    assert as_rate(text) == rate


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("033002100611", InvoiceKind.ELECTRONIC_ORDINARY),
        ("042001700112", InvoiceKind.ELECTRONIC_TOLL),
        ("042002100113", InvoiceKind.ELECTRONIC_SPECIAL),
        ("033002100604", InvoiceKind.PAPER_ORDINARY),
        ("4200151130", InvoiceKind.PAPER_SPECIAL),
        ("4200161350", InvoiceKind.PAPER_ORDINARY),
        ("", InvoiceKind.UNKNOWN),
    ],
)
def test_the_code_tells_the_kind(code: str, kind: InvoiceKind) -> None:
    assert kind_of_code(code) == kind
