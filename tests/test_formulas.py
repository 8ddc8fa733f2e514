"""Formulas of pay components: what they say, what they refuse, and in which order they are reckoned."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Refused
from services.formulas import Formula, order, parse

VALUES = {"基本工资": Decimal(8000), "出勤天数": Decimal(20), "rate_2": Decimal("0.5"), "13薪": Decimal(100)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) × 3", "9"),
        ("10 - 4 - 3", "3"),
        ("100 ÷ 4 ÷ 5", "5"),
        ("-2 * -3", "6"),
        ("--2", "2"),
        ("2 - +3", "-1"),
        ("（１＋２．５）＊２", "7.0"),
        ("基本工资 × rate_2", "4000"),
        ("13薪 * 2", "200"),
        ("min(3, 1 + 1, 9)", "2"),
        ("MAX(0，基本工资 − 10000)", "0"),
        ("round(基本工资 / 21.75 * 出勤天数, 2)", "7356.32"),
        ("round(2.5, 0)", "3"),
        ("round(-2.5, 0)", "-3"),
    ],
)
def test_a_formula_has_its_value(text: str, value: str) -> None:
    assert parse(text).evaluate(VALUES) == Decimal(value)


def test_values_are_exact_to_28_digits() -> None:
    assert parse("0.1 + 0.2").evaluate({}) == Decimal("0.3")
    assert parse("1 / 3 * 3").evaluate({}) == Decimal("0.9999999999999999999999999999")


def test_a_formula_knows_the_names_it_uses() -> None:
    assert parse("min(基本工资, rate_2) + 基本工资 * 2").names == {"基本工资", "rate_2"}
    assert parse("1") == parse("1")


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("  ", "formula.empty", None),
        ("1 +", "formula.unfinished", 4),
        ("1 2", "formula.syntax", 3),
        ("(1", "formula.unfinished", 3),
        ("1)", "formula.syntax", 2),
        ("a ** 2", "formula.syntax", 4),
        ("a = 2", "formula.syntax", 3),
        ("a.b", "formula.syntax", 2),
        ("'x'", "formula.syntax", 1),
        ("1.5倍", "formula.syntax", 4),
        ("min + 1", "formula.syntax", 5),
        ("min()", "formula.syntax", 5),
        ("1 + abs(2)", "formula.unknown_function", 5),
        ("if(1, 2, 3)", "formula.unknown_function", 1),
        ("__import__(1)", "formula.unknown_function", 1),
        ("round(1)", "formula.arguments", 1),
        ("2 + round(1, 2, 3)", "formula.arguments", 5),
        ("round(1, a)", "formula.places", 1),
        ("round(1, 0.5)", "formula.places", 1),
        ("round(1, 7)", "formula.places", 1),
        ("1 +" * 100 + "1", "formula.too_long", None),
        ("(" * 40 + "1" + ")" * 40, "formula.too_deep", None),
    ],
)
def test_what_is_no_formula_is_refused_at_its_place(text: str, code: str, position: int | None) -> None:
    with pytest.raises(Refused) as refusal:
        parse(text)
    assert (refusal.value.code, refusal.value.values.get("position")) == (code, position)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1 / (出勤天数 - 20)", "formula.division_by_zero"),
        ("补贴 + 1", "formula.unknown_name"),
        ("round(1" + "0" * 30 + ", 2)", "formula.too_large"),
    ],
)
def test_what_has_no_value_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse(text).evaluate(VALUES)
    assert refusal.value.code == code


def _formulas(**texts: str) -> dict[str, Formula]:
    return {name: parse(text) for name, text in texts.items()}


def test_each_formula_comes_behind_all_it_uses() -> None:
    formulas = _formulas(net="gross - tax", tax="gross * 0.1", gross="base + bonus", bonus="base / 10")
    assert order(formulas) == ["bonus", "gross", "tax", "net"]
    assert order({}) == []


@pytest.mark.parametrize(
    ("formulas", "names"),
    [({"a": "b", "b": "c + 1", "c": "a", "d": "a"}, "a → b → c → a"), ({"a": "a + 1"}, "a → a")],
)
def test_a_circle_is_named(formulas: dict[str, str], names: str) -> None:
    with pytest.raises(Refused) as refusal:
        order(_formulas(**formulas))
    assert refusal.value.code == "formula.circle"
    assert set(str(refusal.value.values["names"]).split(" → ")) == set(names.split(" → "))


def test_the_circle_reads_the_way_it_is_used() -> None:
    with pytest.raises(Refused) as refusal:
        order(_formulas(a="b", b="c", c="a"))
    steps = str(refusal.value.values["names"]).split(" → ")
    assert "".join(steps) in {"abca", "bcab", "cabc"}


@given(st.text(max_size=400) | st.text("基薪ab12.+-*/()，, ×÷minaxroud", max_size=60))
def test_any_text_is_a_formula_or_refused(text: str) -> None:
    try:
        formula = parse(text)
    except Refused:
        return
    try:
        formula.evaluate(dict.fromkeys(formula.names, Decimal("12.34")))
    except Refused as refusal:
        assert refusal.code in {"formula.division_by_zero", "formula.too_large"}  # noqa: PT017 - either is fine


@given(st.lists(st.tuples(st.sampled_from("+-"), st.integers(0, 10**6)), min_size=1, max_size=20))
def test_sums_are_what_integers_say(terms: list[tuple[str, int]]) -> None:
    text = "0" + "".join(f" {sign} {number}" for sign, number in terms)
    assert parse(text).evaluate({}) == sum(number if sign == "+" else -number for sign, number in terms)
