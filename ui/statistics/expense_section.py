"""Expenses by category, department, project, person or month, against the year before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services import expense_statistics
from services.database import Session
from services.errors import Refused
from services.expense_statistics import Matrix, Question, Statistics
from services.permissions import Actor
from services.statistics_terms import Counted, Grouping, Period
from ui.errors import sentence
from ui.state import Desk
from ui.statistics import expense_figures
from ui.statistics.controls import PeriodChoice, choice_box, labelled
from ui.statistics.figure_view import FigureView
from ui.widgets.notice import Notice

translate = QCoreApplication.translate


class ExpenseSection(QWidget):
    """Choices above, chart and table below. Asks again whenever a choice changes."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section.expenses")
        self.desk = desk
        self._asked = 0
        self._stale = True
        self.by = choice_box("by", translate("Statistics", "By"), list(Grouping))
        alone = translate("Statistics", "nothing else")
        self.across = choice_box("across", translate("Statistics", "Across"), [None, *Grouping], alone)
        self.counted = choice_box("counted", translate("Statistics", "What counts"), list(Counted))
        self.period = PeriodChoice(desk.today, self)
        self.notice = Notice(self)
        self.view = FigureView(desk, self)
        self._build()
        self.period.choose(Period.THIS_YEAR)
        for box in (self.by, self.across, self.counted):
            box.currentIndexChanged.connect(self.ask)
        self.period.changed.connect(self.ask)
        desk.tasks.changed.connect(self._mark_stale)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(labelled(translate("Statistics", "By"), self.by))
        row.addLayout(labelled(translate("Statistics", "Across"), self.across))
        row.addLayout(labelled(translate("Statistics", "What counts"), self.counted))
        row.addWidget(self.period)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)

    def question(self) -> Question | None:
        """What is chosen; None while the days are no span."""
        span = self.period.span()
        if span is None:
            return None
        return Question(Grouping(self.by.currentData()), Counted(self.counted.currentData()), span)

    def ask(self) -> None:
        """Add up again, off the window's thread."""
        question, across = self.question(), self.across.currentData()
        if question is None:
            self.notice.say(translate("Statistics", "Type two days, the first one before the last."), "amber")
            return
        self.notice.clear()
        self._stale = False
        self._asked += 1
        wanted = Grouping(across) if across is not None and across != question.by else None
        work = partial(_read, self.desk.actor, question, wanted)
        self.desk.tasks.read(self, work, partial(self._answered, self._asked), self._refused)

    def _answered(self, asked: int, found: Statistics | Matrix) -> None:
        if asked != self._asked:
            return
        made = (
            expense_figures.table(found) if isinstance(found, Statistics) else expense_figures.matrix(found)
        )
        self.view.set_figures(made)
        self.told.emit(self.words())

    def words(self) -> str:
        """The line below the title: the span, the sum, the year before."""
        return self.view.figures.subtitle if self.view.figures else ""

    def refresh(self) -> None:
        """Ask again when something has changed since."""
        if self._stale:
            self.ask()

    def _refused(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))

    def _mark_stale(self) -> None:
        self._stale = True


def _read(actor: Actor, question: Question, across: Grouping | None, session: Session) -> Statistics | Matrix:
    if across is None:
        return expense_statistics.statistics(session, actor, question)
    return expense_statistics.matrix(session, actor, question, across)
