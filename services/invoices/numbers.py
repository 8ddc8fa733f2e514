"""Numbers of taxpayers and invoices: check digits, and the key that finds an invoice handed in twice."""

from __future__ import annotations

import re

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_OLD_TAX_ID = re.compile(r"\d{15}|\d{15}[0-9A-Z]{5}|\d{17}[0-9X]")


def tax_id_problem(text: str) -> str | None:
    """Why a 统一社会信用代码 looks wrong, or None; a warning only, never a reason to refuse.

    Real codes that fail the check exist (GB 32100-2015 was applied loosely at first). Answers ``"length"``,
    ``"characters"``, ``"check_digit"`` (place 18) or ``"organisation"`` (places 9–17, GB 11714-1997). Old tax
    numbers of 15 and 20 places, and ID card numbers used as tax numbers, have no such check and give None.
    """
    code = text.strip().upper()
    if _OLD_TAX_ID.fullmatch(code) and not (len(code) == 18 and code[0] == "9"):
        return None
    if len(code) != 18:
        return "length"
    if not set(code) <= set(_ALPHABET):
        return "characters"
    if code[17] != _check_character(code):
        return "check_digit"
    return None if _organisation_holds(code[8:17]) else "organisation"


def invoice_key(code: str, number: str) -> str:
    """The key that is the same whenever the same invoice is: code and number, or the 20 digits alone."""
    digits = re.sub(r"\s", "", number)
    return digits if len(digits) == 20 else f"{re.sub(r'\s', '', code)}-{digits}"


def _check_character(code: str) -> str:
    total = sum(_ALPHABET.index(c) * w for c, w in zip(code, _WEIGHTS, strict=False))
    return _ALPHABET[(31 - total % 31) % 31]


def _organisation_holds(body: str) -> bool:
    total = sum(int(c, 36) * w for c, w in zip(body, _BODY_WEIGHTS, strict=False))
    return body[8] == "0123456789X0"[(11 - total % 11) % 11]
