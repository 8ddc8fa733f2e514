"""Cells of a list that was counted elsewhere: how much was found, and where."""

from __future__ import annotations

import re

_YES = frozenset({"√", "✓", "✔", "V", "Y", "YES", "是", "有", "在", "相符", "已盘"})
_NO = frozenset({"", "0", "X", "×", "N", "NO", "否", "无", "未盘到", "盘亏"})
_BETWEEN = "/"


def counted_of(text: str) -> tuple[bool | None, int | None]:
    """Whether the row was found (None when nobody can tell), and how many pieces where it says so."""
    plain = text.strip().upper()
    if plain in _NO:
        return False, None
    if plain in _YES:
        return True, None
    number = re.fullmatch(r"(\d{1,6})(\.0+)?", plain)
    return (int(number[1]) > 0, int(number[1])) if number else (None, None)


def place_of(text: str) -> str:
    """A place as the register spells it: one blank around each stroke."""
    return " / ".join(part.strip() for part in text.split(_BETWEEN)) if text else ""
