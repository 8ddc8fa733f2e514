"""Stock at moving average cost 移动加权平均: what an issue takes along, to the fen. No database."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from services.depreciable import fen
from services.depreciation_fen import half_up
from services.errors import Refused
from services.money import round_fen

_DECIMALS = 3
_ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Stock:
    """What is on hand: a quantity of three decimals at most, and its value in yuan; no quantity is worth nothing."""

    quantity: Decimal = Decimal(0)
    value: Decimal = _ZERO


@dataclass(frozen=True, slots=True)
class Moved:
    """The stock after a movement, and what the movement changed: both signed, the value in yuan."""

    stock: Stock
    quantity: Decimal
    value: Decimal


def average(stock: Stock) -> Decimal | None:
    """The cost of one unit on hand in yuan, half up to the fen, to be shown; None when there is none."""
    return round_fen(stock.value / stock.quantity) if stock.quantity else None


def received(stock: Stock, quantity: Decimal, value: Decimal) -> Moved:
    """A receipt of a quantity for `value` yuan in all (0: a gift), or a return at the value it went out with.

    Raises:
        Refused: ``supply.quantity`` (quantity): not above 0 or more than three decimals; ``supply.value_negative``
            (value); ``money.too_many_decimals``.
    """
    _parts(quantity)
    if fen(value) < 0:
        raise Refused("supply.value_negative", "value")
    return _moved(stock, quantity, value)


def issued(stock: Stock, quantity: Decimal) -> Moved:
    """An issue takes its share of the value, half up; the last unit takes the rest.

    Raises:
        Refused: ``supply.quantity`` as for `received`; ``supply.not_enough`` (quantity; `on_hand`).
    """
    asked = _parts(quantity)
    if quantity > stock.quantity:
        raise Refused("supply.not_enough", "quantity", on_hand=stock.quantity)
    taken = half_up(fen(stock.value) * asked, _thousandths(stock.quantity))
    return _moved(stock, -quantity, -Decimal(taken).scaleb(-2))


def returned(stock: Stock, quantity: Decimal, out_quantity: Decimal, out_value: Decimal) -> Moved:
    """A return of a part of what went out once: at the cost it went out with, half up.

    Raises:
        Refused: ``supply.quantity``; ``supply.returned_too_much`` (quantity; `went_out`).
    """
    back, out = _parts(quantity), _parts(out_quantity)
    if back > out:
        raise Refused("supply.returned_too_much", "quantity", went_out=out_quantity)
    return received(stock, quantity, Decimal(half_up(fen(out_value) * back, out)).scaleb(-2))


def counted(stock: Stock, quantity: Decimal, unit_value: Decimal | None = None) -> Moved:
    """A count: a shortage goes at the average, a surplus comes at the average too, or at `unit_value` where none is on hand.

    Raises:
        Refused: ``supply.quantity``: below 0 or more than three decimals; ``supply.surplus_value`` (unit_value): a surplus
            where nothing is on hand that tells its cost; ``supply.value_negative`` (unit_value).
    """
    found, known = _thousandths(quantity, least=0), _thousandths(stock.quantity)
    if found < known:
        return issued(stock, stock.quantity - quantity)
    if found == known:
        return Moved(stock, Decimal(0), _ZERO)
    surplus = quantity - stock.quantity
    if known:
        return _moved(stock, surplus, Decimal(half_up(fen(stock.value) * (found - known), known)).scaleb(-2))
    if unit_value is None:
        raise Refused("supply.surplus_value", "unit_value")
    if unit_value < 0:
        raise Refused("supply.value_negative", "unit_value")
    return _moved(stock, surplus, round_fen(surplus * unit_value))


def plain(quantity: Decimal) -> str:
    """A quantity as people write it: 12, not 12.00000000."""
    return f"{quantity.normalize():f}" if quantity else "0"


def runs_short(quantity: Decimal, low: Decimal) -> bool:
    """Whether an article is below its line; a line of 0 asks for none."""
    return quantity < low


def _moved(stock: Stock, quantity: Decimal, value: Decimal) -> Moved:
    return Moved(Stock(stock.quantity + quantity, stock.value + value), quantity, value)


def _parts(quantity: Decimal) -> int:
    return _thousandths(quantity, least=1)


def _thousandths(quantity: Decimal, *, least: int = 0) -> int:
    exact = quantity.scaleb(_DECIMALS)
    if not exact.is_finite() or exact != int(exact) or exact < least:
        raise Refused("supply.quantity", "quantity")
    return int(exact)
