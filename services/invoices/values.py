"""The shapes of the values on an invoice: dates, amounts, tax numbers, amounts in capitals."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

CIPHER = re.compile(r"(?=(?:[-0-9/]*[<>+*]){2})[-0-9+*/<>]{8,}")
DATE = re.compile(r"(?<!\d)(20\d\d)\s*(?:[-年/.]\s*)?([01]?\d)\s*(?:[-月/.]\s*)?([0-3]?\d)\s*日?(?!\d)")
MONEY = re.compile(r"(?:[¥￥Y]\s*)?-?\s*(?:[¥￥]\s*)?-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
PLAIN_NUMBER = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)")
TAX_ID = re.compile(r"(?<![0-9A-Z])(?:[0-9A-Z]{18}|[0-9A-Z]{20}|\d{15}|[0-9A-Z]{16,17})(?![0-9A-Z])")
STARS = re.compile(r"[*＊]{2,}|免税|不征税|出口零税率|\\")
RATE = re.compile(r"\d{1,2}(?:\.\d+)?%|免税|不征税|出口零税率|普通零税率|[*＊]{2,}")
NOTHING = Decimal("0.00")
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_LOOSE = str.maketrans("〇一二三四五六七八九两貳參陸圆園", "零壹贰叁肆伍陆柒捌玖贰贰叁陆元元")
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def tidy(text: str) -> str:
    """Full-width to half-width, control characters and doubled blanks away."""
    text = unicodedata.normalize("NFKC", text)
    if not text.isprintable():
        text = "".join(c for c in text if c.isprintable() or c.isspace())
    return " ".join(text.split())


def compact(text: str) -> str:
    """Without any blanks."""
    return "".join(text.split())


def as_date(text: str) -> date | None:
    """A day written 2018年09月21日, 2018-09-21, 20180921 or 2018 09 21; None for none or an impossible one."""
    found = DATE.search(tidy(text))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def as_money(text: str) -> Decimal | None:
    """An amount in yuan with two decimals at most; stars and 免税 are nothing to pay. None when it is no amount."""
    plain = tidy(text)
    if STARS.fullmatch(plain.strip("¥")):
        return NOTHING
    number = as_number(re.sub(r"[¥,\s元]", "", plain.replace("￥", "¥")))
    if number is None or abs(number) >= Decimal(10) ** 13:
        return None
    exponent = number.normalize().as_tuple().exponent
    return number.normalize() + NOTHING if isinstance(exponent, int) and exponent >= -2 else None


def as_number(text: str) -> Decimal | None:
    """A plain decimal number (no exponent, no NaN, ASCII digits); None otherwise."""
    plain = compact(text).replace(",", "")
    if len(plain) > 40 or not plain.isascii() or not PLAIN_NUMBER.fullmatch(plain):
        return None
    return Decimal(plain)


def as_tax_id(text: str) -> str:
    """The tax number in a text (15 to 20 places, capitals), or ``""``."""
    plain = compact(tidy(text)).upper()
    found = TAX_ID.search(plain)
    return found[0] if found and sum(c.isdigit() for c in found[0]) >= 5 else ""


def as_rate(text: str) -> str:
    """A tax rate as it is printed: 0.06 and 6.00% become 6%, words stay words."""
    plain = compact(tidy(text))
    number = as_number(plain.rstrip("%"))
    if number is None:
        return plain
    percent = number if plain.endswith("%") or number > 1 else number * 100
    return f"{percent.normalize():f}%"


def from_capitals(text: str) -> Decimal | None:
    """The amount in yuan that 大写 says (贰佰伍拾圆整, 壹佰玖拾元零壹角玖分); None when it says none."""
    words = compact(tidy(text)).translate(_LOOSE)
    found = re.search(r"(\(?负数?\)?)?([零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整正]{2,})", words)
    if not found or not re.search(r"[元角分]", found[2]):
        return None
    yuan, _, rest = found[2].rpartition("元")
    fen = sum(_digit(rest, unit) * worth for unit, worth in (("角", 10), ("分", 1)))
    amount = Decimal(_whole(yuan)) + Decimal(fen) / 100
    return (-amount if found[1] else amount) + NOTHING


def _digit(text: str, unit: str) -> int:
    found = re.search(f"([{_CAPITALS}]){unit}", text)
    return _CAPITALS.index(found[1]) if found else 0


def _whole(text: str) -> int:
    total = section = digit = 0
    for char in text:
        if char in _CAPITALS:
            digit = _CAPITALS.index(char)
        elif char in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[char], 0
        elif char == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif char == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    return total + section + digit
