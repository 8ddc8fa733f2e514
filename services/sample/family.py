"""The sample's families and what is deducted for them, by age."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from models.personnel import DeductionItem
from services.identity_numbers import with_check_digit

_NAMES = ("子涵", "一诺", "梓萱", "浩然", "欣怡", "宇轩")
_INFANT = 3  # years
_PARENT_AGE = 60

type Lines = list[dict[str, Any]]


def family_of(name: str, born_on: date, hired_on: date, today: date, random: Random) -> tuple[Lines, Lines]:
    """Relatives and deductions of a person, as values of their columns; a deduction names its dependant."""
    first = max(date(today.year, 1, 1), hired_on.replace(day=1))
    age = today.year - born_on.year
    relatives: Lines = []
    deductions: Lines = []
    if age >= 30 and random.randrange(4):
        _child(name, first, today, relatives, deductions, random)
    if age + 26 >= _PARENT_AGE:
        _parent(name, born_on, first, relatives, deductions, random)
    _home(first, age, deductions, random)
    if random.randrange(9) == 0:
        deductions.append(_line(DeductionItem.PRIVATE_PENSION, "500", first))
    return relatives, deductions


def _child(name: str, first: date, today: date, relatives: Lines, deductions: Lines, random: Random) -> None:
    years = random.randrange(1, 15)
    born = date(today.year - years, random.randint(1, 12), random.randint(1, 28))
    called = name[0] + random.choice(_NAMES)
    relatives.append(_relative(called, "子女", born, random))
    amount = random.choice(("2000", "2000", "1000"))
    item = DeductionItem.INFANT_CARE if years < _INFANT else DeductionItem.CHILD_EDUCATION
    deductions.append(_line(item, amount, first, called))


def _parent(
    name: str, born_on: date, first: date, relatives: Lines, deductions: Lines, random: Random
) -> None:
    born = date(born_on.year - 26, random.randint(1, 12), random.randint(1, 28))
    called = name[0] + random.choice(("德明", "志强", "永福", "国栋"))
    relatives.append(_relative(called, "父亲", born, random))
    amount = "3000" if random.randrange(3) == 0 else "1500"
    deductions.append(_line(DeductionItem.ELDERLY_CARE, amount, first, called))


def _home(first: date, age: int, deductions: Lines, random: Random) -> None:
    if age >= 32 and random.randrange(3):
        deductions.append(_line(DeductionItem.HOUSING_LOAN, "1000", first))
    elif age < 32 and random.randrange(4):
        deductions.append(_line(DeductionItem.HOUSING_RENT, "1500", first))
    if age < 34 and random.randrange(6) == 0:
        deductions.append(_line(DeductionItem.CONTINUING_EDUCATION, "400", first))


def _line(item: DeductionItem, amount: str, first: date, dependant: str = "") -> dict[str, Any]:
    return {
        "item": item,
        "amount": Decimal(amount),
        "from_month": first,
        "to_month": None,
        "dependant": dependant,
    }


def _relative(name: str, relation: str, born: date, random: Random) -> dict[str, Any]:
    serial = random.randrange(10, 490) * 2 + 1
    return {
        "name": name,
        "relation": relation,
        "identity_number": with_check_digit(f"420111{born:%Y%m%d}{serial:03}"),
        "born_on": born,
    }
