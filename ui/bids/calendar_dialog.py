"""The dates of all bids in the weeks to come; a day opens the bids that fall on it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from services import bid_calendar
from ui.bids.papers import export_calendar
from ui.bids.week_grid import DAYS, Entry, WeekGrid
from ui.labels import label
from ui.payments.frame import PaymentDialog, muted
from ui.widgets import formats

if TYPE_CHECKING:
    from services.bid_calendar import BidDay
    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk

WEEKS = 5

translate = QCoreApplication.translate


class CalendarDialog(PaymentDialog):
    """PgUp and PgDn turn the weeks, Home goes to today, Enter opens a bid. `chosen` tells which."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "bid_calendar", translate("Bid", "Dates of bids"), parent)
        self.resize(1160, 660)
        self.first = desk.today() - timedelta(days=desk.today().weekday())
        self.days: list[BidDay] = []
        self.span = muted(self, "span")
        self.grid = WeekGrid(self)
        self.list = QListWidget(self)
        self.list.setObjectName("list.day")
        self.list.setWordWrap(True)
        self.list.setMinimumWidth(260)
        self.list.setAccessibleName(translate("Bid", "On this day"))
        self.day = QLabel(self)
        self.day.setProperty("role", "group")
        side = QVBoxLayout()
        side.addWidget(self.day)
        side.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.grid, 4)
        row.addLayout(side, 1)
        self.column.addWidget(self.span)
        self.column.addLayout(row, 1)
        self._buttons()
        self.grid.day_chosen.connect(self._show_day)
        self.grid.opened.connect(self._open_day)
        self.list.itemActivated.connect(self._open)
        self.ask()

    def _buttons(self) -> None:
        earlier = self.button("earlier", translate("Bid", "Earlier"), keys="PgUp")
        now = self.button("today", translate("Bid", "This week"), keys="Home")
        later = self.button("later", translate("Bid", "Later"), keys="PgDown")
        save = self.button("ics", translate("Action", "Calendar file (.ics)"))
        earlier.clicked.connect(lambda: self.turn(-WEEKS))
        later.clicked.connect(lambda: self.turn(WEEKS))
        now.clicked.connect(self.go_today)
        save.clicked.connect(lambda: export_calendar(self, []))
        self.finish(save, self.close_button(translate("Form", "Close")), left=(earlier, now, later))
        QShortcut(QKeySequence(Qt.Key.Key_F5), self).activated.connect(self.ask)

    def turn(self, weeks: int) -> None:
        """So many weeks on."""
        self.first += timedelta(days=weeks * DAYS)
        self.ask()

    def go_today(self) -> None:
        today = self.desk.today()
        self.first = today - timedelta(days=today.weekday())
        self.ask()

    def ask(self) -> None:
        """Read the dates of these weeks."""
        last = self.first + timedelta(days=WEEKS * DAYS - 1)
        work = partial(_read, self.desk.actor, self.first, last)
        self.desk.tasks.read(self, work, partial(self._shown, self.first), self.refuse)

    def _shown(self, first: date, found: list[BidDay]) -> None:
        if first != self.first:
            return
        self.days, today = found, self.desk.today()
        last = first + timedelta(days=WEEKS * DAYS - 1)
        waiting = sum(not one.done and not one.begins for one in found)
        words = translate("Bid", "{first} – {last}: {count} dates, {open} not done")
        self.span.setText(
            words.format(first=first.isoformat(), last=last.isoformat(), count=len(found), open=waiting)
        )
        entries = [
            Entry(one.bid_id, one.day, f"{_words(one)} {one.name}", open=not one.done and not one.begins)
            for one in found
        ]
        self.grid.set_weeks(first, WEEKS, entries, today)
        self.grid.setFocus()

    def _show_day(self, day: date) -> None:
        self.day.setText(formats.day(day, self.desk.today()))
        self.list.clear()
        for one in self.days:
            if one.day == day:
                done = f"✓ {_words(one)}" if one.done else _words(one)
                text = "\n".join(filter(None, (f"{done} {one.at_time}".strip(), one.name, one.place)))
                item = QListWidgetItem(text, self.list)
                item.setData(Qt.ItemDataRole.UserRole, one.bid_id)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _open_day(self, _day: date) -> None:
        """One bid on this day is opened at once; among several one chooses."""
        ids = {self.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(self.list.count())}
        if len(ids) == 1:
            self._open(self.list.item(0))
        elif ids:
            self.list.setFocus()

    def _open(self, item: QListWidgetItem) -> None:
        bid_id = int(item.data(Qt.ItemDataRole.UserRole))
        self.accept()
        self.chosen.emit(bid_id)


def _words(one: BidDay) -> str:
    """Which stage, whether it begins on that day, whose deposit it is."""
    if one.begins:
        return translate("Bid", "{stage} begins").format(stage=label(one.stage))
    return f"{label(one.deposit)} · {label(one.stage)}" if one.deposit is not None else label(one.stage)


def _read(actor: Actor, first: date, last: date, session: Session) -> list[BidDay]:
    return bid_calendar.days(session, actor, first=first, last=last)
