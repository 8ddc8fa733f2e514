"""The status line of a register: count and sum of what is filtered, and of what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from services import registers
from services.database import Session
from services.permissions import Actor
from services.registers import Query, Register, Totals
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.register_rows import RowValues

SETTLED_MS = 120

translate = QCoreApplication.translate


class TotalsLine(QObject):
    """Asks for sums off the window's thread; a selection that is in memory is added up at once."""

    changed = Signal(str)

    def __init__(self, desk: Desk, register: Register, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._register = desk, register
        self._query: Query | None = None
        self._all: Totals | None = None
        self._selected: Totals | None = None
        self._ranges: list[tuple[int, int]] = []
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._ask_selected)

    def ask(self, query: Query) -> None:
        """Count and sum of another question."""
        self._query = query
        work = partial(_all, self._desk.actor, self._register, query)
        self._desk.tasks.read(self, work, partial(self._take_all, query), lambda _refused: None)

    def select(self, ranges: Sequence[tuple[int, int]], known: Sequence[RowValues]) -> None:
        """Other rows are selected; `known` are those of them that are in memory."""
        self._ranges = list(ranges)
        count = sum(last - first + 1 for first, last in ranges)
        if count == len(known):
            self._settled.stop()
            self._selected = Totals(count, self._sum(known)) if count else None
            self._tell()
        else:
            self._settled.start()

    def text(self) -> str:
        """The line as shown."""
        parts = []
        if self._all is not None:
            parts.append(_words(translate("Register page", "{count} records"), self._all))
        if self._selected is not None:
            parts.append(_words(translate("Register page", "{count} selected"), self._selected))
        return " · ".join(parts)

    def _sum(self, rows: Sequence[RowValues]) -> Decimal | None:
        name = self._register.total
        return None if name is None else sum((row[name] or Decimal(0) for row in rows), Decimal(0))

    def _take_all(self, query: Query, totals: Totals) -> None:
        if query == self._query:
            self._all = totals
            self._tell()

    def _ask_selected(self) -> None:
        if self._query is not None:
            ranges = self._ranges
            work = partial(_some, self._desk.actor, self._register, self._query, ranges)
            self._desk.tasks.read(self, work, partial(self._take_selected, ranges), lambda _refused: None)

    def _take_selected(self, ranges: list[tuple[int, int]], totals: Totals) -> None:
        if ranges is self._ranges:  # else something else is selected by now
            self._selected = totals
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.text())


def _words(sentence: str, totals: Totals) -> str:
    words = sentence.format(count=formats.count(totals.count))
    return words if totals.total is None else f"{words} · {formats.yuan(totals.total)}"


def _all(actor: Actor, register: Register, query: Query, session: Session) -> Totals:
    return registers.count_and_sum(session, actor, register, query)


def _some(
    actor: Actor, register: Register, query: Query, ranges: list[tuple[int, int]], session: Session
) -> Totals:
    return registers.selection_totals(session, actor, register, query, ranges=ranges)
