"""Money: read what people type, round to fen, split without losing a fen, write amounts in capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from services.errors import Refused

FEN = Decimal("0.01")
LARGEST = Decimal("999999999999.99")  # the capitals name 仟亿 at most

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUPS = ("亿", "万", "")
_TYPED = str.maketrans("０１２３４５６７８９，．（）＋－−＊／＝￥×÷", "0123456789,.()+--*/=¥*/")
_PLAIN = re.compile(
    r"(?P<sign>-?)¥?\s*(?P<minus>-?)(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<part>\.[0-9]+)?"
)
_TOKEN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[-+*/()]")
_LONGEST = 200


def round_fen(amount: Decimal) -> Decimal:
    """Round an amount in yuan to whole fen, half up (away from zero).

    Raises:
        Refused: ``money.not_a_number``, ``money.too_large`` (above 999,999,999,999.99 yuan).
    """
    _within(amount)
    rounded = amount.quantize(FEN, ROUND_HALF_UP)
    return _within(rounded)


def percent_of(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """How many hundredths of ``whole`` the part is, to one decimal, half up; None where there is no whole."""
    if not whole:
        return None
    return (Decimal(part) * 100 / abs(Decimal(whole))).quantize(Decimal("0.1"), ROUND_HALF_UP)


def split(total: Decimal, weights: Sequence[Decimal | int]) -> list[Decimal]:
    """Share ``total`` (yuan) by ``weights``; the shares add up to the total to the fen.

    Each share is the exact one cut to whole fen; the fen left over go one each to the largest remainders,
    the earlier weight first. The list has as many entries as ``weights``.

    Raises:
        Refused: ``money.no_weights`` if there is none, one is negative or all are zero; and what
            `in_capitals` says about the total.
    """
    exact = [Fraction(weight) for weight in weights]
    if not exact or min(exact) < 0 or not sum(exact):
        raise Refused("money.no_weights")
    fen = _fen(total)
    ideal = [abs(fen) * weight / sum(exact) for weight in exact]
    shares = [int(part) for part in ideal]
    by_remainder = sorted(range(len(exact)), key=lambda place: shares[place] - ideal[place])
    for place in by_remainder[: abs(fen) - sum(shares)]:
        shares[place] += 1
    sign = -1 if fen < 0 else 1
    return [Decimal(sign * share).scaleb(-2) for share in shares]


def parse_amount(text: str) -> Decimal:
    """Read an amount in yuan as people type it: ``1,234.5``, ``¥1,234.50``, ``１２３４``, ``=12*80+35``.

    A sum (after ``=``) knows + - * / and brackets, in exact decimals. Only its products and quotients are
    rounded to fen, half up; everything else must have two decimals at most. The result has two decimals.

    Raises:
        Refused: ``money.not_an_amount``, ``money.too_many_decimals``, ``money.too_large``,
            ``money.divided_by_zero``, each with ``text`` as typed.
    """
    typed = text.strip().translate(_TYPED)
    try:
        amount = _reckoned(typed[1:]) if typed.startswith("=") else _plain(typed)
        return Decimal(_fen(amount)).scaleb(-2)
    except Refused as refusal:
        raise Refused(refusal.code, text=text.strip()[:40]) from refusal


def format_money(amount: Decimal) -> str:
    """Write yuan as ``1,234.50``, a minus in front if negative. Refuses like `in_capitals`, never rounds."""
    fen = _fen(amount)
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100:,}.{abs(fen) % 100:02}"


def in_capitals(amount: Decimal, *, whole_after_jiao: bool = True) -> str:
    """Write yuan in capitals, e.g. 1,409.50 → 壹仟肆佰零玖元伍角整, without the prefix 人民币.

    支付结算办法 附一 rules 1-4; 整 after 角 by 会计基础工作规范 art 52 unless ``whole_after_jiao`` is off.
    Negative amounts begin with 负.

    Raises:
        Refused: ``money.not_a_number``, ``money.too_many_decimals`` (more than two),
            ``money.too_large`` (above 999,999,999,999.99 yuan).
    """
    fen = _fen(amount)
    yuan, rest = divmod(abs(fen), 100)
    words = _whole_yuan(yuan) + _small_change(yuan, *divmod(rest, 10), whole_after_jiao=whole_after_jiao)
    return ("负" if fen < 0 else "") + (words if abs(fen) else "零元整")


def voucher_capitals(amount: Decimal) -> str:
    """Amount in yuan as printed on a voucher: 人民币 and the capitals, nothing between (附一 rule 3)."""
    return "人民币" + in_capitals(amount)


def date_in_capitals(day: date) -> str:
    """Write a date as on a bank instrument, e.g. 2026-10-20 → 贰零贰陆年零壹拾月零贰拾日.

    支付结算办法 附一: months 1, 2, 10 and days 1-9, 10, 20, 30 get a leading 零.
    """
    year = "".join(_DIGITS[int(digit)] for digit in f"{day.year:04}")
    month = ("零" if day.month in {1, 2, 10} else "") + _below_hundred(day.month)
    number = ("零" if day.day < 10 or day.day % 10 == 0 else "") + _below_hundred(day.day)
    return f"{year}年{month}月{number}日"


def _within(amount: Decimal) -> Decimal:
    if not amount.is_finite():
        raise Refused("money.not_a_number")
    if abs(amount) > LARGEST:
        raise Refused("money.too_large", largest="999,999,999,999.99")
    return amount


def _fen(amount: Decimal) -> int:
    cut = _within(amount).quantize(FEN)
    if cut != amount:
        raise Refused("money.too_many_decimals")
    return int(cut.scaleb(2))


def _plain(typed: str) -> Decimal:
    found = _PLAIN.fullmatch(typed)
    if not found or (found["sign"] and found["minus"]):
        raise Refused("money.not_an_amount")
    if len(found["part"] or "") > 3:
        raise Refused("money.too_many_decimals")
    sign = found["sign"] or found["minus"]
    return Decimal(sign + found["whole"].replace(",", "") + (found["part"] or ""))


def _reckoned(typed: str) -> Decimal:
    tokens = _TOKEN.findall(typed[:_LONGEST])
    if "".join(tokens) != re.sub(r"\s", "", typed):
        raise Refused("money.not_an_amount")
    amount = _sum(rest := [*reversed(tokens)])
    if rest:
        raise Refused("money.not_an_amount")
    return round_fen(amount) if "*" in tokens or "/" in tokens else amount


def _sum(rest: list[str]) -> Decimal:
    amount = _product(rest)
    while rest and rest[-1] in "+-":
        sign = -1 if rest.pop() == "-" else 1
        amount += sign * _product(rest)
    return amount


def _product(rest: list[str]) -> Decimal:
    amount = _factor(rest)
    while rest and rest[-1] in "*/":
        if rest.pop() == "*":
            amount *= _factor(rest)
        elif divisor := _factor(rest):
            amount /= divisor
        else:
            raise Refused("money.divided_by_zero")
    return amount


def _factor(rest: list[str]) -> Decimal:
    sign = rest.pop() if rest else ""
    if sign == "-":
        return -_factor(rest)
    if sign == "(":
        inner = _sum(rest)
        if rest and rest.pop() == ")":
            return inner
    elif sign[:1].isdigit():
        return Decimal(sign.replace(",", ""))
    raise Refused("money.not_an_amount")


def _whole_yuan(yuan: int) -> str:
    """Groups of four; one 零 where a group begins with 0 or a whole group was 0."""
    words, gap = "", False
    for group, unit in zip((yuan // 10**8, yuan // 10**4 % 10**4, yuan % 10**4), _GROUPS, strict=True):
        if group:
            words += ("零" if words and (gap or group < 1000) else "") + _below_ten_thousand(group) + unit
        gap = not group
    return words + ("元" if yuan else "")


def _below_ten_thousand(number: int) -> str:
    words, gap = "", False
    for digit, place in zip(f"{number:04}", _PLACES, strict=True):
        if digit != "0":
            words += ("零" if words and gap else "") + _DIGITS[int(digit)] + place
        gap = digit == "0"
    return words


def _small_change(yuan: int, jiao: int, fen: int, *, whole_after_jiao: bool) -> str:
    if not jiao and not fen:
        return "整"
    zero = "零" if yuan and (not jiao or yuan % 10 == 0) else ""
    ending = f"{_DIGITS[fen]}分" if fen else "整" * whole_after_jiao
    return zero + (f"{_DIGITS[jiao]}角" if jiao else "") + ending


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (f"{_DIGITS[tens]}拾" if tens else "") + (_DIGITS[ones] if ones else "")
