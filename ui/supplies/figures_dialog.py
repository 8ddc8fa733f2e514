"""A dialog of figures: choices above, chart and table below, copied, exported and printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services.statistics_terms import Period
from ui.errors import sentence
from ui.state import Desk
from ui.statistics.controls import PeriodChoice
from ui.statistics.figure_export import copy_figures, export_figures, print_figures
from ui.statistics.figure_view import FigureView
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from services.errors import Refused
    from ui.statistics.figures import Figures

translate = QCoreApplication.translate


class FiguresDialog(QDialog):
    """Subclasses put their choices into `choices` and say in `question` what is asked; Ctrl+P prints, Ctrl+E exports."""

    def __init__(self, desk: Desk, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"dialog.{name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.desk, self._asked = desk, 0
        self.line = QLabel(self)
        self.line.setObjectName("label.headline")
        self.line.setProperty("role", "muted")
        self.choices = QHBoxLayout()
        self.choices.setSpacing(16)
        self.period = PeriodChoice(desk.today, self)
        self.period.choose(Period.TWELVE_MONTHS)
        self.notice = Notice(self)
        self.view = FigureView(desk, self)
        self._build()
        self.period.changed.connect(self.ask)
        self.resize(1160, 660)

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
        self.desk.tasks.read(self, work, partial(self._answered, self._asked, made), self._refused)

    def _answered(self, asked: int, made: Callable[[Any], Figures], found: Any) -> None:
        if asked == self._asked:
            figures = made(found)
            self.line.setText(figures.subtitle)
            self.view.set_figures(figures)

    def _refused(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))

    def _build(self) -> None:
        heading = QLabel(self.windowTitle(), self)
        heading.setProperty("role", "title")
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in self._buttons():
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.line)
        column.addLayout(self.choices)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _buttons(self) -> list[QPushButton]:
        acts: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("copy", translate("Action", "Copy as table"), "Ctrl+Shift+C", lambda: self._with(copy_figures)),
            ("export", translate("Action", "Export"), "Ctrl+E", lambda: self._with(lambda one: export_figures(self.desk, one, self))),
            ("print", translate("Action", "Print"), "Ctrl+P", lambda: self._with(lambda one: print_figures(self.desk, one, self))),
            ("close", translate("Page", "Close"), "", self.reject),
        )  # fmt: skip
        return [self._button(*act) for act in acts]

    def _button(self, name: str, words: str, key: str, run: Callable[[], object]) -> QPushButton:
        made = QPushButton(words, self)
        made.setObjectName(f"action.{name}")
        made.setAutoDefault(False)
        if key:
            made.setToolTip(key)
            QShortcut(QKeySequence(key), self).activated.connect(made.click)
        made.clicked.connect(run)
        return made

    def _with(self, act: Callable[[Figures], object]) -> None:
        if self.view.figures is not None:
            act(self.view.figures)
