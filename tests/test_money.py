"""Money as people type it, share it and write it in capitals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Refused
from services.money import (
    date_in_capitals,
    format_money,
    in_capitals,
    parse_amount,
    round_fen,
    split,
    voucher_capitals,
)

AMOUNTS = st.integers(-99_999_999_999_999, 99_999_999_999_999).map(lambda fen: Decimal(fen).scaleb(-2))

CAPITALS = {
    "0": "零元整",
    "0.01": "壹分",
    "0.05": "伍分",
    "0.10": "壹角整",
    "0.32": "叁角贰分",
    "1": "壹元整",
    "10": "壹拾元整",
    "11": "壹拾壹元整",
    "100": "壹佰元整",
    "101": "壹佰零壹元整",
    "110": "壹佰壹拾元整",
    "1000": "壹仟元整",
    "1001": "壹仟零壹元整",
    "1010": "壹仟零壹拾元整",
    "10000000000": "壹佰亿元整",
    "-1234.50": "负壹仟贰佰叁拾肆元伍角整",
    "1409.50": "壹仟肆佰零玖元伍角整",
    "6007.14": "陆仟零柒元壹角肆分",
    "1680.32": "壹仟陆佰捌拾元零叁角贰分",
    "107000.53": "壹拾万柒仟元零伍角叁分",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "325.04": "叁佰贰拾伍元零肆分",
    "3020.70": "叁仟零贰拾元零柒角整",
    "10000": "壹万元整",
    "10100": "壹万零壹佰元整",
    "12000": "壹万贰仟元整",
    "68707.10": "陆万捌仟柒佰零柒元壹角整",
    "100000": "壹拾万元整",
    "100001": "壹拾万零壹元整",
    "1000001": "壹佰万零壹元整",
    "100001000": "壹亿零壹仟元整",
    "100000001": "壹亿零壹元整",
    "-0.00": "零元整",
    "999999999999.99": "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
}


@pytest.mark.parametrize(("amount", "words"), CAPITALS.items())
def test_amounts_are_written_in_capitals_by_the_rule(amount: str, words: str) -> None:
    assert in_capitals(Decimal(amount)) == words


def test_the_word_whole_after_jiao_can_be_left_out() -> None:
    assert in_capitals(Decimal("1409.50"), whole_after_jiao=False) == "壹仟肆佰零玖元伍角"
    assert in_capitals(Decimal("0.10"), whole_after_jiao=False) == "壹角"
    assert in_capitals(Decimal(100), whole_after_jiao=False) == "壹佰元整"


def test_a_voucher_puts_the_currency_directly_before_the_capitals() -> None:
    assert voucher_capitals(Decimal("0.05")) == "人民币伍分"


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("1.234", "money.too_many_decimals"),
        ("NaN", "money.not_a_number"),
        ("sNaN", "money.not_a_number"),
        ("-Infinity", "money.not_a_number"),
        ("1000000000000", "money.too_large"),
        ("1e308", "money.too_large"),
    ],
)
@pytest.mark.parametrize("write", [in_capitals, format_money])
def test_what_cannot_be_written_exactly_is_refused(write, amount: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        write(Decimal(amount))
    assert refusal.value.code == code


def spoken(words: str) -> Decimal:
    """Read capitals back, digit by digit, knowing nothing of how they were written."""
    values = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
    places = {"拾": 10, "佰": 100, "仟": 1000}
    fen = section = digit = 0
    for sign in words.removeprefix("负").removesuffix("整"):
        if sign in values:
            digit = values[sign]
        elif sign in places:
            section, digit = section + digit * places[sign], 0
        else:
            weight = {"亿": 10**10, "万": 10**6, "元": 100, "角": 10, "分": 1}[sign]
            fen, section, digit = fen + (section + digit) * weight, 0, 0
    return Decimal(-fen if words.startswith("负") else fen).scaleb(-2)


@given(AMOUNTS)
def test_capitals_read_back_are_the_amount(amount: Decimal) -> None:
    words = in_capitals(amount)
    assert spoken(words) == amount
    assert "零零" not in words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 15), "贰零贰陆年零壹月壹拾伍日"),
        (date(2026, 10, 20), "贰零贰陆年零壹拾月零贰拾日"),
        (date(2026, 2, 12), "贰零贰陆年零贰月壹拾贰日"),
        (date(2026, 11, 30), "贰零贰陆年壹拾壹月零叁拾日"),
        (date(2026, 12, 31), "贰零贰陆年壹拾贰月叁拾壹日"),
        (date(2026, 3, 1), "贰零贰陆年叁月零壹日"),
        (date(2026, 10, 10), "贰零贰陆年零壹拾月零壹拾日"),
    ],
)
def test_dates_are_written_as_on_a_bank_instrument(day: date, words: str) -> None:
    assert date_in_capitals(day) == words


@pytest.mark.parametrize(
    ("amount", "rounded"), [("0.005", "0.01"), ("0.015", "0.02"), ("-0.005", "-0.01"), ("2.00499", "2.00")]
)
def test_half_a_fen_rounds_away_from_zero(amount: str, rounded: str) -> None:
    assert str(round_fen(Decimal(amount))) == rounded


def test_ten_yuan_among_three_loses_no_fen() -> None:
    assert split(Decimal(10), [1, 1, 1]) == [Decimal("3.34"), Decimal("3.33"), Decimal("3.33")]
    assert split(Decimal("-0.01"), [1, 2]) == [Decimal(0), Decimal("-0.01")]


@given(AMOUNTS, st.lists(st.decimals(0, 1000, places=3), min_size=1, max_size=20))
def test_shares_always_add_up_and_stay_within_a_fen_of_fair(amount: Decimal, weights: list[Decimal]) -> None:
    if not sum(weights):
        with pytest.raises(Refused):
            split(amount, weights)
        return
    shares = split(amount, weights)
    assert sum(shares) == amount
    fair = [amount * weight / sum(weights) for weight in weights]
    assert all(abs(share - exact) < Decimal("0.0101") for share, exact in zip(shares, fair, strict=True))


@pytest.mark.parametrize("weights", [[], [0], [1, -1]])
def test_sharing_among_nobody_is_refused(weights: list[int]) -> None:
    with pytest.raises(Refused, match="no_weights"):
        split(Decimal(1), weights)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1,234.5", "1234.50"),
        ("¥1,234.50", "1234.50"),
        (" ￥１，２３４．５０ ", "1234.50"),
        ("-¥5", "-5.00"),
        ("¥-5", "-5.00"),
        ("0", "0.00"),
        ("=12*80+35", "995.00"),
        ("=（12.5－2）×2", "21.00"),
        ("=10/3", "3.33"),
        ("=0.005*1", "0.01"),
        ("=-(3+4)*1,000", "-7000.00"),
        ("= 1 + 2", "3.00"),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, amount: str) -> None:
    assert str(parse_amount(typed)) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "12..3",
        "1e9",
        "NaN",
        "Infinity",
        "١٢",
        "二十",
        "1,23",
        "12,345,6",
        "1_000",
        "0x10",
        "--5",
        "-¥-5",
        "=",
        "=1+",
        "=1 2x",
        "=(1",
        "=1)",
        "=2**3",
        "=()",
        "=__import__('os')",
        "=" + "(" * 500,
        "5 元 6",
        "1.",
        ".5",
    ],
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="not_an_amount"):
        parse_amount(typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.234", "money.too_many_decimals"),
        ("=1.234+1", "money.too_many_decimals"),
        ("1" * 13, "money.too_large"),
        ("=999999999*999999999", "money.too_large"),
        ("=1/0", "money.divided_by_zero"),
        ("=1/(2-2)", "money.divided_by_zero"),
    ],
)
def test_an_amount_that_cannot_be_kept_says_why(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_amount(typed)
    assert refusal.value.code == code
    assert refusal.value.values["text"] == typed


@given(AMOUNTS)
def test_a_formatted_amount_is_read_back_the_same(amount: Decimal) -> None:
    assert parse_amount(format_money(amount)) == amount


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        amount = parse_amount(text)
    except Refused:
        return
    assert amount == round_fen(amount)
