"""How values look in lists and panes: money, days, moments, counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from services.money import format_money
from ui.labels import label

translate = QCoreApplication.translate

NOTHING = "—"
MINUS = "−"  # as wide as a plus: figures below one another stay in line


def money(amount: Decimal | None) -> str:
    """Thousands and two decimals; a dash for nothing."""
    if amount is None:
        return NOTHING
    text = format_money(abs(amount))
    return MINUS + text if amount < 0 else text


def listed(parts: Iterable[str]) -> str:
    """Names one after another, with the commas of the language."""
    return translate("Value", ", ").join(parts)


def apart(parts: Iterable[str]) -> str:
    """Sentences one after another."""
    return translate("Value", "; ").join(parts)


def noted(text: str, note: str) -> str:
    """A name with a remark in brackets."""
    return translate("Value", "{text} ({note})").format(text=text, note=note)


def quantity(amount: Decimal | None) -> str:
    """Days or hours without needless zeros: 19.5, 21; a dash for nothing."""
    return NOTHING if amount is None else f"{amount.normalize():f}"


def yuan(amount: Decimal) -> str:
    """The same with the currency sign."""
    return (MINUS if amount < 0 else "") + "¥" + money(abs(amount))


def day(value: date | None, today: date) -> str:
    """`11-20` in this year, ISO otherwise."""
    if value is None:
        return NOTHING
    return f"{value:%m-%d}" if value.year == today.year else value.isoformat()


def moment(value: datetime | None, today: date) -> str:
    """Local day and time of an aware moment."""
    if value is None:
        return NOTHING
    local = value.astimezone()
    return f"{day(local.date(), today)} {local:%H:%M}"


def count(number: int) -> str:
    """1,284."""
    return f"{number:,}"


def yes_no(value: object) -> str:
    """Yes or no in the user's language."""
    if value:
        return QCoreApplication.translate("Value", "Yes")
    return QCoreApplication.translate("Value", "No")


def plain(value: object, today: date) -> str:
    """Any value as text for people."""
    match value:
        case None | "":
            return NOTHING
        case bool():
            return yes_no(value)
        case StrEnum():
            return label(value)
        case Decimal():
            return money(value)
        case datetime():
            return moment(value, today)
        case date():
            return day(value, today)
        case _:
            return str(value)
