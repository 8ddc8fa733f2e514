"""Check digits of ID cards and bank cards."""

from __future__ import annotations

import pytest

from services import identity_numbers

ID_CARDS = (
    "11010519491231002X",
    "11010519491231002x",
    "440524188001010014",
    "420101199001010018",
    "420101199001010026",
    "110101200002290018",
    "420111198808081237",
)


@pytest.mark.parametrize("number", ID_CARDS)
def test_a_right_id_card_number_has_no_problem(number):
    assert identity_numbers.id_card_problem(f" {number} ") is None


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("420101199001010019", "check_digit"),
        ("420101199002300018", "birthday"),
        ("110101190002290018", "birthday"),
        ("42010119900101001", "length"),
        ("４２０１０１１９９００１０１００１８", "length"),
        ("", "length"),
    ],
)
def test_a_wrong_id_card_number_tells_what_is_wrong(number, problem):
    assert identity_numbers.id_card_problem(number) == problem


def test_an_old_number_gets_its_century_and_check_digit():
    assert identity_numbers.from_old_id_card("110105491231002") == "11010519491231002X"


@pytest.mark.parametrize(
    "number",
    ["6222020000000000000", "6214830000000009", "6217000000000000004", "6212 2600 0000 0000 018"],
)
def test_a_right_card_number_has_no_problem(number):
    assert identity_numbers.card_problem(number) is None


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("6222021234567890", "check_digit"),
        ("62148", "length"),
        ("6214a", "characters"),
        ("١٢٣", "characters"),
    ],
)
def test_a_wrong_card_number_tells_what_is_wrong(number, problem):
    assert identity_numbers.card_problem(number) == problem
