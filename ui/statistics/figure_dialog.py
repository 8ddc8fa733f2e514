"""The frame of a dialog of figures: choices above, chart and table, copying, export and print below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.errors import sentence
from ui.statistics.figure_export import copy_figures, export_figures, print_figures
from ui.statistics.figure_view import FigureView
from ui.widgets.key_button import key_button
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from services.errors import Refused
    from ui.state import Desk
    from ui.statistics.figures import Figures

translate = QCoreApplication.translate


class FigureDialog(QDialog):
    """Ctrl+Shift+C copies, Ctrl+E exports, Ctrl+P prints; a figure opens the list behind it."""

    def __init__(self, desk: Desk, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"dialog.{name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.desk = desk
        self._asked = 0
        self.line = QLabel(self)
        self.line.setObjectName("label.headline")
        self.line.setProperty("role", "muted")
        self.choices = QHBoxLayout()
        self.choices.setSpacing(16)
        self.make_choices()
        self.notice = Notice(self)
        self.view = FigureView(desk, self)
        self._build()
        self.resize(1120, 640)

    def make_choices(self) -> None:
        """Fill `choices`: before the view, so that Tab comes to them first."""

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
            ("copy", translate("Action", "Copy as table"), "Ctrl+Shift+C", self.copy),
            ("export", translate("Action", "Export"), "Ctrl+E", self.export),
            ("print", translate("Action", "Print"), "Ctrl+P", self.print),
            ("close", translate("Page", "Close"), "", self.reject),
        )
        return [key_button(self, *act) for act in acts]

    def copy(self) -> None:
        if self.view.figures is not None:
            copy_figures(self.view.figures)

    def export(self) -> None:
        if self.view.figures is not None:
            export_figures(self.desk, self.view.figures, self)

    def print(self) -> None:
        if self.view.figures is not None:
            print_figures(self.desk, self.view.figures, self)

    def show_figures(self, made: Figures) -> None:
        """The newest answer."""
        self.line.setText(made.subtitle)
        self.view.set_figures(made)

    def refuse(self, refused: Refused) -> None:
        self.notice.say(sentence(refused))
