"""A table of figures as plain data: what is shown, copied, exported and printed, and the list behind every figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from services.registers import Filter, Register
from services.reports.figures import BarsOnPaper
from services.reports.sheet import Sheet, SheetColumn
from ui.widgets import formats
from ui.widgets.bar_layout import Bar
from ui.widgets.exporting import sheet_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, eq=False)
class Behind:
    """The list that a figure adds up, and what the figure is called."""

    title: str
    register: Register
    filters: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """What is written, what it is (for sorting and other programs), and what opens behind it."""

    text: str
    value: Decimal | int | str | None = None
    behind: Behind | None = None
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of figures, or of names on the left."""

    words: str
    right: bool = True
    weight: int = 2


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """A whole table with its bars; `note` says in one line what the figures are."""

    name: str
    title: str
    subtitle: str
    note: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    bars: tuple[Bar, ...] = ()
    legend: tuple[str, str] = ("", "")
    standing: bool = False

    def exact(self) -> list[list[object]]:
        """The rows as other programs take them, the sums last."""
        return [[cell.value for cell in row] for row in self._all()]

    def texts(self) -> list[list[str]]:
        """The rows as they are shown, with headings and sums: what is copied."""
        return [[one.words for one in self.headings], *([cell.text for cell in row] for row in self._all())]

    def _all(self) -> Sequence[tuple[Cell, ...]]:
        return (*self.rows, self.total) if self.total else self.rows

    def sheet(self, company: str, footer: str) -> Sheet:
        """The table as paper takes it."""
        return Sheet(
            title=self.title,
            columns=tuple(
                SheetColumn(one.words, one.weight, "right" if one.right else "left") for one in self.headings
            ),
            rows=[[cell.text for cell in row] for row in self.rows],
            subtitle=self.subtitle,
            totals=tuple(cell.text for cell in self.total),
            company=company,
            footer=footer,
            words=sheet_words(),
        )

    def paper_bars(self) -> BarsOnPaper:
        """The chart as paper takes it."""
        return BarsOnPaper(
            labels=tuple(bar.label for bar in self.bars),
            values=tuple(bar.value for bar in self.bars),
            before=tuple(bar.before for bar in self.bars),
            shown=tuple(bar.shown for bar in self.bars),
            legend=self.legend,
            note=self.note,
        )


def money(amount: Decimal, behind: Behind | None = None, tone: str = "") -> Cell:
    """Yuan."""
    return Cell(formats.money(amount), amount, behind, tone)


def count(number: int, behind: Behind | None = None, tone: str = "") -> Cell:
    """How many; nothing behind none."""
    return Cell(formats.count(number), number, behind if number else None, tone if number else "")


def percent(value: Decimal | None, *, signed: bool = False) -> Cell:
    """A share, or a change with its sign; a dash where there is nothing to compare with."""
    if value is None:
        return Cell(formats.NOTHING, None, tone="muted")
    sign = formats.MINUS if value < 0 else "+" if signed and value > 0 else ""
    return Cell(f"{sign}{abs(value)} %", value)
