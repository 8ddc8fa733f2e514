"""Promises kept: month by month how many papers were paid in time, and beside them where the time of a month went."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from services import promise_levels, promises
from services.claim_rules import rules_on
from services.database import Session
from services.errors import Refused
from services.permissions import Actor
from services.promise_levels import LevelTime
from services.promises import PromisedMonth
from ui.errors import sentence
from ui.state import Desk
from ui.statistics import promise_figures
from ui.statistics.controls import labelled
from ui.statistics.figure_view import FigureView
from ui.widgets.detail_pane import words
from ui.widgets.notice import Notice

MONTHS = (12, 24, 36)

translate = QCoreApplication.translate


class PromiseSection(QWidget):
    """The months on the left; the one chosen there is taken apart on the right."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section.promises")
        self.desk = desk
        self._asked = self._asked_levels = 0
        self._stale = True
        self._found: list[PromisedMonth] = []
        self._month: date | None = None
        self.months = QComboBox(self)
        self.months.setObjectName("field.months")
        self.months.setAccessibleName(translate("Statistics", "Months"))
        for number in MONTHS:
            self.months.addItem(
                translate("Statistics", "The last {count} months").format(count=number), number
            )
        self.notice = Notice(self)
        self.view, self.levels = FigureView(desk, self, stacked=True), FigureView(desk, self)
        self.heading = words("", "group")
        self._build()
        self.months.currentIndexChanged.connect(self.ask)
        self.view.row_changed.connect(self._choose)
        desk.tasks.changed.connect(self._mark_stale)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addLayout(labelled(translate("Statistics", "Months"), self.months))
        row.addStretch(1)
        beside = QWidget(self)
        inside = QVBoxLayout(beside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.heading)
        inside.addWidget(self.levels, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(16)
        split.addWidget(self.view)
        split.addWidget(beside)
        split.setSizes([620, 490])
        split.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.notice)
        column.addWidget(split, 1)

    def ask(self) -> None:
        """Count again, off the window's thread."""
        self._stale = False
        self._asked += 1
        work = partial(_read, self.desk.actor, self.desk.today(), int(self.months.currentData()))
        self.desk.tasks.read(self, work, partial(self._answered, self._asked), self._refused)

    def _answered(self, asked: int, found: tuple[list[PromisedMonth], int]) -> None:
        if asked != self._asked:
            return
        self._found, promised = found
        self._month = None
        self.view.set_figures(promise_figures.months(self._found, promised, self.desk.today()))
        self.view.table.select_place(len(self._found) - 1)
        self.told.emit(self.words())

    def words(self) -> str:
        """The line below the title."""
        return self.view.figures.subtitle if self.view.figures else ""

    def refresh(self) -> None:
        """Ask again when something has changed since."""
        if self._stale:
            self.ask()

    def _choose(self, place: int) -> None:
        month = self._found[place].month if 0 <= place < len(self._found) else self._month
        if month is None or month == self._month:
            return
        self._month = month
        self._asked_levels += 1
        work = partial(_read_levels, self.desk.actor, month, self.desk.today())
        done = partial(self._show_levels, self._asked_levels, month)
        self.desk.tasks.read(self, work, done, self._refused)

    def _show_levels(self, asked: int, month: date, found: list[LevelTime]) -> None:
        if asked == self._asked_levels:
            made = promise_figures.levels(found, month)
            self.heading.setText(made.title)
            self.levels.set_figures(made)

    def _refused(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))

    def _mark_stale(self) -> None:
        self._stale = True


def _read(actor: Actor, today: date, months: int, session: Session) -> tuple[list[PromisedMonth], int]:
    found = promises.by_month(session, actor, today=today, months=months)
    return found, rules_on(session, today).promise_working_days


def _read_levels(actor: Actor, month: date, today: date, session: Session) -> list[LevelTime]:
    return promise_levels.by_level(session, actor, month, today=today)
