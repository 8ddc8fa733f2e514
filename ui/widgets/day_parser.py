"""Reads a day the way people type it: 1120, 11-20, 20261120, +3, -1, 今天."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

_NEAR = {
    "今天": 0, "today": 0, "t": 0, "昨天": -1, "yesterday": -1, "明天": 1, "tomorrow": 1, "前天": -2, "后天": 2,
}  # fmt: skip
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－＋．／", "0123456789-+./")
_STEP = re.compile(r"[+-][0-9]{1,4}")
_PARTS = re.compile(r"(?:([0-9]{4}|[0-9]{2})[-/.年])?([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_DIGITS = re.compile(r"[0-9]{1,8}")


class DayProblem(StrEnum):
    """Why a text is no day: nobody can read it, or the calendar does not have it."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no_such_day"


class NotADayError(ValueError):
    """The text is no day; `problem` says why, `text` is what was typed."""

    def __init__(self, problem: DayProblem, text: str) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.text = text


def parse_day(text: str, today: date) -> date:
    """The day that `text` means, seen from `today`.

    Two digits are a day of this month, four are month and day of this year, six have a short year, eight a whole
    one; `+3` and `-1` count days from today; 今天, 昨天, 明天 and today, yesterday, tomorrow are understood.

    Raises:
        NotADayError: nobody can read it, or the calendar has no such day (2026-02-30).
    """
    typed = text.strip().lower().translate(_FULL_WIDTH)
    if typed in _NEAR:
        return today + timedelta(days=_NEAR[typed])
    try:
        if _STEP.fullmatch(typed):
            return today + timedelta(days=int(typed))
        return date(*_numbers(typed, today))
    except LookupError as error:
        raise NotADayError(DayProblem.UNREADABLE, text.strip()) from error
    except (ValueError, OverflowError) as error:
        raise NotADayError(DayProblem.NO_SUCH_DAY, text.strip()) from error


def _numbers(typed: str, today: date) -> tuple[int, int, int]:
    """Year, month, day; LookupError when the text has none of the known shapes."""
    if parts := _PARTS.fullmatch(typed):
        year, month, day = parts.groups()
        return _year(year, today), int(month), int(day)
    if not _DIGITS.fullmatch(typed):
        raise LookupError(typed)
    match len(typed):
        case 1 | 2:
            return today.year, today.month, int(typed)
        case 4 | 6 | 8:
            return _year(typed[:-4], today), int(typed[-4:-2]), int(typed[-2:])
    raise LookupError(typed)


def _year(digits: str | None, today: date) -> int:
    if not digits:
        return today.year
    return int(digits) + (today.year // 100 * 100 if len(digits) == 2 else 0)
