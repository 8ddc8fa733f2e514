"""Statistics 统计: expenses against the year before, and the promises kept, each figure with the list behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ui.commands import Command
from ui.icons import icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.shortcuts import sequences
from ui.state import Desk
from ui.statistics.expense_section import ExpenseSection
from ui.statistics.figure_export import copy_figures, export_figures, print_figures
from ui.statistics.figure_view import FigureView
from ui.statistics.promise_section import PromiseSection
from ui.widgets.page_actions import action_button
from ui.widgets.page_frame import page_header

translate = QCoreApplication.translate

# name, words, icon, key
ACTS = (
    ("print_list", QT_TRANSLATE_NOOP("Action", "Print"), "printer", "Ctrl+P"),
    ("export", QT_TRANSLATE_NOOP("Action", "Export"), "download", "Ctrl+E"),
    ("copy", QT_TRANSLATE_NOOP("Action", "Copy as table"), "copy", "Ctrl+Shift+C"),
    ("behind", QT_TRANSLATE_NOOP("Action", "Show the list behind"), "file-text", "Ctrl+Return"),
    ("refresh", QT_TRANSLATE_NOOP("Action", "Look again"), "refresh-cw", "F5"),
)


class StatisticsPage(QWidget):
    """Two sections under one header; what is printed, exported and copied is the table in view."""

    status_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.name = desk, "statistics"
        self.setObjectName("page.statistics")
        self.line = QLabel(self)
        self.line.setObjectName("label.headline")
        self.line.setProperty("role", "muted")
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.expenses, self.promises = ExpenseSection(desk, self), PromiseSection(desk, self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabs.statistics")
        self.tabs.addTab(self.expenses, translate("Statistics", "Expenses"))
        self.tabs.addTab(self.promises, translate("Statistics", "Promises kept"))
        self.acts = {name: self._action(name, words, sign, key) for name, words, sign, key in ACTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(8)
        column.addLayout(page_header(translate("Page", "Statistics"), self.line, self._buttons()))
        column.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _place: self._look())
        for section in (self.expenses, self.promises):
            section.told.connect(lambda _words: self._say())

    # what the window calls

    def commands(self) -> list[Command]:
        """What is possible here, for the palette."""
        where = translate("Page", "Statistics")
        return [
            Command(
                f"statistics.{name}", self.acts[name].text(), self.acts[name].trigger, where, key, words, sign
            )
            for name, words, sign, key in ACTS
        ]

    def status_text(self) -> str:
        """The sum in view, for the status bar."""
        return self._section().words()

    def refresh(self) -> None:
        """Add up again."""
        self._section().ask()

    # the section in view

    def _section(self) -> ExpenseSection | PromiseSection:
        return self.promises if self.tabs.currentWidget() is self.promises else self.expenses

    def _view(self) -> FigureView:
        """The table in view: of two the one the user is in."""
        inside = self.promises.levels.isAncestorOf(self.focusWidget() or self)
        return self.promises.levels if self._section() is self.promises and inside else self._section().view

    def _look(self) -> None:
        self._section().refresh()
        self._say()

    def _say(self) -> None:
        words = self._section().words()
        self.line.setText(words)
        self.status_changed.emit(words)

    # acts

    def _action(self, name: str, words: str, sign: str, key: str) -> QAction:
        runs: dict[str, Callable[[], object]] = {
            "print_list": self.print_figures,
            "export": self.export_figures,
            "copy": self.copy_figures,
            "behind": lambda: self._view().open_current(),
            "refresh": self.refresh,
        }
        made = QAction(icon(sign), translate("Action", words), self)
        made.setObjectName(f"action.{name}")
        made.setShortcuts(sequences(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(runs[name])
        self.addAction(made)
        return made

    def _buttons(self) -> list[QPushButton]:
        names = ("behind", "copy", "export", "print_list")
        return [action_button(self.acts[name], name, self) for name in names]

    def print_figures(self) -> None:
        """Preview chart and table."""
        if (figures := self._view().figures) is not None:
            print_figures(self.desk, figures, self)

    def export_figures(self) -> None:
        """Write the table as .xlsx."""
        if (figures := self._view().figures) is not None:
            export_figures(self.desk, figures, self)

    def copy_figures(self) -> None:
        """The table into the clipboard."""
        if (figures := self._view().figures) is not None:
            copy_figures(figures)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
