"""A dialog of figures: choices above, chart and table below, copied, exported and printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services.statistics_terms import Period
from ui.state import Desk
from ui.statistics.controls import PeriodChoice
from ui.statistics.figure_dialog import FigureDialog

if TYPE_CHECKING:
    from ui.statistics.figures import Figures

translate = QCoreApplication.translate


class FiguresDialog(FigureDialog):
    """Figures of a period. Subclasses put more choices into `choices` and say in `question` what is asked."""

    def __init__(self, desk: Desk, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, title, parent)
        self.period.changed.connect(self.ask)
        self.resize(1160, 660)

    def make_choices(self) -> None:
        self.period = PeriodChoice(self.desk.today, self)
        self.period.choose(Period.TWELVE_MONTHS)

    def question(self) -> tuple[Callable[[Any], Any], Callable[[Any], Figures]] | None:
        """What reads on a worker, and what makes figures of it; None while the days are no span."""
        raise NotImplementedError

    def ask(self) -> None:
        """Count again, off the window's thread."""
        found = self.question()
        if found is None:
            self.notice.say(translate("Statistics", "Type two days, the first one before the last."), "amber")
            return
        self.notice.clear()
        self._asked += 1
        work, made = found
        self.desk.tasks.read(self, work, partial(self._answered, self._asked, made), self.refuse)

    def _answered(self, asked: int, made: Callable[[Any], Figures], found: Any) -> None:
        if asked == self._asked:
            self.show_figures(made(found))
