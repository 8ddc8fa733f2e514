"""Differences in words: items by name, rates in per cent, one number of people to look at."""

from __future__ import annotations

from decimal import Decimal

from services.payroll_differences import Cause, Difference, DifferenceCause
from services.payroll_sheets import SheetRowKind
from ui.payroll import pay_words, sheet_chips
from ui.payroll.differences_dialog import _change, _summary

D = Decimal
TAX = DifferenceCause.TAX


def difference(who: int, *causes: Cause, net: str | None = "100.00") -> Difference:
    return Difference(who, who, f"P{who}", "一部", D(100), None if net is None else D(net), causes)


FOUND = [
    difference(1, Cause(TAX, "", D("24.91"), D("24.90")), net="100.01"),
    difference(2, Cause(TAX, "", D("24.91"), D("24.93")), net="99.98"),
    difference(3, Cause(TAX, "", D("1.00"), D("1.01")), Cause(DifferenceCause.CARD, "0009"), net="99.99"),
    difference(4, Cause(DifferenceCause.LEFT), net=None),
]


def test_items_have_names_and_rates_are_per_cent() -> None:
    base = Cause(DifferenceCause.BASE, "housing_fund", D(8000), D(9600))
    assert pay_words.cause_words(base).endswith("Housing fund 8,000.00 → 9,600.00")
    social = Cause(DifferenceCause.BASE, "social", D(8000), D(9600))
    assert pay_words.cause_words(social).endswith("Social insurance 8,000.00 → 9,600.00")
    bracket = Cause(DifferenceCause.BRACKET, before=D("3.00"), now=D("10.00"))
    assert pay_words.cause_words(bracket).endswith(" 3% → 10%")
    assert pay_words.cause_words(Cause(DifferenceCause.JOINED, now=D("5.00"))).endswith(" 5.00")


def test_a_rounding_of_the_tax_is_nothing_to_look_at() -> None:
    assert [one.employee_id for one in pay_words.to_look_at(FOUND)] == [2, 3, 4]
    assert pay_words.people_of(FOUND) == {2, 3, 4}
    assert pay_words.people_of(FOUND, TAX) == {1, 2, 3}
    rows = [
        type("Row", (), {"kind": SheetRowKind.PERSON, "employee_id": n, "department": "一部"})
        for n in (1, 2, 3)
    ]
    assert sheet_chips.differing(rows, FOUND) == sheet_chips.counts_of(rows, FOUND)["differences"] == 2


def test_the_list_says_how_many_differ_and_says_so_when_nobody_does() -> None:
    joined = difference(5, Cause(DifferenceCause.JOINED), net="30.00")._replace(net_before=None)
    assert _summary([*FOUND, joined]) == (
        "3 people differ · 1 are no longer on the sheet · net −70.02 in all"
        " · the tax of 1 more moved by a rounding of 0.01"
    )
    assert _change(joined) == 30
    assert _change(FOUND[3]) == -100
    assert _summary([]) == "Nobody of this sheet differs from last month's."
