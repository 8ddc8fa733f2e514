"""Check digits of people's numbers: the ID card (GB 11643-1999) and bank cards (Luhn, ISO/IEC 7812-1)."""

from __future__ import annotations

import re
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_ID_CARD = re.compile(r"[0-9]{17}[0-9X]")
_CARD_LENGTHS = range(12, 20)


def id_card_problem(text: str) -> str | None:
    """Why an ID card number 公民身份号码 looks wrong, or None: ``"length"``, ``"birthday"`` or ``"check_digit"``.

    A lower-case x is accepted. A warning only: the paper card decides.
    """
    number = text.strip().upper()
    if not _ID_CARD.fullmatch(number):
        return "length"
    if birthday(number) is None:
        return "birthday"
    return None if number[17] == _check_character(number) else "check_digit"


def from_old_id_card(text: str) -> str:
    """The 18 places of an ID card number of 15 (before 1999): the century and the check digit are added."""
    return with_check_digit(f"{text[:6]}19{text[6:]}")


def with_check_digit(first: str) -> str:
    """An ID card number from its first 17 places."""
    return first + _check_character(first)


def birthday(number: str) -> date | None:
    """The day of birth in places 7–14 of an ID card number; None when the calendar has no such day."""
    try:
        return date.fromisoformat(f"{number[6:10]}-{number[10:12]}-{number[12:14]}")
    except ValueError:
        return None


def card_problem(text: str) -> str | None:
    """Why a personal bank card number looks wrong, or None: ``"characters"``, ``"length"`` or ``"check_digit"``.

    Spaces are passed over. Accounts of companies are not cards and follow no such rule: never more than a warning.
    """
    number = re.sub(r"[\s-]", "", text)
    if not (number.isascii() and number.isdigit()):
        return "characters"
    if len(number) not in _CARD_LENGTHS:
        return "length"
    digits = [int(digit) for digit in reversed(number)]
    doubled = (digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2])
    return None if (sum(digits[::2]) + sum(doubled)) % 10 == 0 else "check_digit"


def _check_character(number: str) -> str:
    return _CHECK[sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11]
