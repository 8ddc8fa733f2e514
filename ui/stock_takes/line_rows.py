"""Lines of a stock-take as rows of a table: for counting, blind or open, and for the differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.terms import Adjustment, FoundState
from ui.labels import label
from ui.payments.rows_table import Heading, Shown
from ui.widgets import formats

if TYPE_CHECKING:
    from services.stock_take_details import TakeLine

TONES = {
    FoundState.MISSING: "muted",
    FoundState.FOUND: "green",
    FoundState.SHORT: "red",
    FoundState.OVER: "red",
    FoundState.DISPUTED: "red",
    FoundState.ELSEWHERE: "amber",
    FoundState.UNKNOWN: "red",
    FoundState.FOREIGN: "muted",
}

_VERDICTS = (FoundState.SHORT, FoundState.OVER, FoundState.DISPUTED, FoundState.ELSEWHERE)

translate = QCoreApplication.translate


def counting_headings(*, hidden: bool) -> tuple[Heading, ...]:
    """What whoever counts sees; `hidden` leaves out what the register expects."""
    first = (
        Heading(translate("Field", "Asset no."), 130),
        Heading(translate("Field", "Name"), 150),
        Heading(translate("Field", "Specification")),
    )
    expected = () if hidden else (
        Heading(translate("Field", "Place"), 190),
        Heading(translate("Field", "Used by"), 76),
    )  # fmt: skip
    last = (
        Heading(translate("StockTake", "Result"), 136),
        Heading(translate("StockTake", "Found at"), 190),
        Heading(translate("StockTake", "Scans"), 60, right=True),
    )
    return (*first, *expected, *last)


def counting_row(line: TakeLine, *, hidden: bool) -> Shown:
    """A line while it is counted."""
    expected = () if hidden else (line.place, line.employee)
    result = result_words(line) if not hidden else _hidden_words(line)
    there = line.found_place if hidden else line.seen or line.found_place
    cells = (line.code, line.name, line.specification, *expected, result, there, _times(line))
    keys = (*cells[:-1], line.times)
    at = len(cells) - 3
    return Shown(
        line.id,
        cells,
        keys,
        tones={at: TONES[as_told(line.found, hidden=hidden)], at + 2: "amber" if line.times > 1 else ""},
    )


def as_told(found: FoundState, *, hidden: bool) -> FoundState:
    """What whoever counts is told: in a blind count only whether a label means anything here."""
    return FoundState.FOUND if hidden and found in _VERDICTS else found


def _hidden_words(line: TakeLine) -> str:
    told = label(as_told(line.found, hidden=True))
    return told if line.pieces is None else f"{told} {line.pieces}"


def result_words(line: TakeLine) -> str:
    """Found, missing …; not found yet while nobody has looked; of a lot how many of how many."""
    if line.found in (FoundState.SHORT, FoundState.OVER):
        return f"{label(line.found)} {line.counted}/{line.quantity}"
    return label(line.found) if line.times or line.quantity == 0 else translate("StockTake", "Not yet")


def _times(line: TakeLine) -> str:
    return str(line.times) if line.times else ""


def difference_headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Field", "Asset no."), 118),
        Heading(translate("Field", "Name"), 120),
        Heading(translate("StockTake", "Result"), 136),
        Heading(translate("StockTake", "Should be at"), 150),
        Heading(translate("StockTake", "Found at"), 150),
        Heading(translate("Field", "Net value"), 90, right=True),
        Heading(translate("Field", "Cause of the difference")),
        Heading(translate("StockTake", "What is done"), 130),
    )


def difference_row(line: TakeLine) -> Shown:
    """A line with its explanation and what is done about it."""
    value = line.cost if line.adjustment is Adjustment.ADD else line.net
    done = label(line.adjustment) if line.adjustment is not Adjustment.NONE else ""
    result = result_words(line) if line.pieces else label(line.found)
    if line.times > 1:
        result = translate("StockTake", "{result}, {times} times").format(result=result, times=line.times)
    missing = line.found is not FoundState.FOUND and not line.explanation
    explanation = translate("StockTake", "To be explained") if missing else line.explanation
    there = line.seen or line.found_place
    cells = (
        line.code, line.name, result, line.place, there, formats.money(value), explanation, done,
    )  # fmt: skip
    keys = (line.code, line.name, result, line.place, there, value, explanation, done)
    return Shown(line.id, cells, keys, tones={2: TONES[line.found], 6: "amber" if missing else ""})
