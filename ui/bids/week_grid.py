"""Weeks as a grid: a cell a day with what falls on it; arrows move, Enter opens the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui import theme

DAYS = 7
LINES = 3  # entries written in a cell; the rest is counted

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on a day: the record it opens, its words, whether it still asks for something."""

    id: int
    day: date
    words: str
    open: bool = True


class WeekGrid(QTableWidget):
    """`day_chosen` when the cursor comes to a day, `opened` when Enter or a double click asks for it."""

    day_chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grid.weeks")
        self.setAccessibleName(translate("Bid", "Weeks"))
        self.setColumnCount(DAYS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self._first = date.min
        self._entries: dict[date, list[Entry]] = {}
        self.currentCellChanged.connect(lambda *_cells: self._moved())
        self.cellDoubleClicked.connect(lambda *_cell: self.opened.emit(self.current_day()))

    def set_weeks(self, first: date, weeks: int, entries: Sequence[Entry], today: date) -> None:
        """Show so many weeks from the Monday of `first` on; the cursor stays on its day, or goes to today's."""
        kept = self.current_day() or today
        self._first = first - timedelta(days=first.weekday())
        self._entries = {}
        for one in entries:
            self._entries.setdefault(one.day, []).append(one)
        self.setRowCount(weeks)
        self.setHorizontalHeaderLabels([_weekday(place) for place in range(DAYS)])
        for number in range(weeks * DAYS):
            self.setItem(number // DAYS, number % DAYS, self._cell(self.day_at(number), today))
        self.show_day(kept)

    def day_at(self, number: int) -> date:
        """The day of a cell, counted from the first."""
        return self._first + timedelta(days=number)

    def show_day(self, day: date) -> None:
        """Put the cursor there, where it is in sight; else on the first day."""
        number = (day - self._first).days
        if not 0 <= number < self.rowCount() * DAYS:
            number = 0
        self.setCurrentCell(number // DAYS, number % DAYS)
        self._moved()

    def current_day(self) -> date | None:
        """Where the cursor is."""
        row, column = self.currentRow(), self.currentColumn()
        return self.day_at(row * DAYS + column) if row >= 0 and column >= 0 else None

    def entries_on(self, day: date) -> list[Entry]:
        """What falls on a day."""
        return self._entries.get(day, [])

    def _moved(self) -> None:
        day = self.current_day()
        if day is not None:
            self.day_chosen.emit(day)

    def _cell(self, day: date, today: date) -> QTableWidgetItem:
        found, now = self._entries.get(day, []), theme.current()
        head = f"{day.month}-{day.day:02}" if day.day == 1 or day == self._first else str(day.day)
        if day == today:
            head = f"{head} · {translate('Bid', 'today')}"
        shown = found if len(found) <= LINES else found[: LINES - 1]
        lines = [head, *(one.words for one in shown)]
        if len(shown) < len(found):
            lines.append(translate("Bid", "+ {count} more").format(count=len(found) - len(shown)))
        item = QTableWidgetItem("\n".join(lines))
        item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        item.setToolTip("\n".join([day.isoformat(), *(one.words for one in found)]))
        waits = any(one.open for one in found)
        if waits:
            late = day < today
            item.setBackground(
                QBrush((now.red if late else now.amber if (day - today).days <= 7 else now.blue).fill)
            )
            item.setForeground(
                QBrush((now.red if late else now.amber if (day - today).days <= 7 else now.blue).text)
            )
        elif not found:
            item.setForeground(QBrush(now.muted))
        if day == today:
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(font)
        return item

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current_day())
            return
        super().keyPressEvent(event)


def _weekday(place: int) -> str:
    names = (
        translate("Bid", "Mon"),
        translate("Bid", "Tue"),
        translate("Bid", "Wed"),
        translate("Bid", "Thu"),
        translate("Bid", "Fri"),
        translate("Bid", "Sat"),
        translate("Bid", "Sun"),
    )
    return names[place]
