"""Chart and table of the same figures side by side: what is chosen in one is chosen in the other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout, QWidget

from ui.state import Desk
from ui.statistics.figure_table import FigureTable
from ui.statistics.figures import Behind, Figures
from ui.statistics.list_dialog import ListDialog
from ui.widgets.bar_chart import BarChart

translate = QCoreApplication.translate


class FigureView(QWidget):
    """Shows Figures. A figure opens the list behind it."""

    row_changed = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        super().__init__(parent)
        self.desk = desk
        self.figures: Figures | None = None
        self.chart, self.table = BarChart(self), FigureTable(self)
        self.note = QLabel(self)
        self.note.setObjectName("label.note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self._frame = QFrame(self)
        self._frame.setObjectName("chart.frame")
        self._frame.setProperty("role", "pane")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.chart)
        self._split = split = QSplitter(
            Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal, self
        )
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(self._frame)
        split.addWidget(self.table)
        split.setSizes([104, 420] if stacked else [440, 680])
        for place in (0, 1):
            split.setStretchFactor(place, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(split, 1)
        column.addWidget(self.note)
        self.chart.chosen.connect(self._open_bar)
        self.chart.current_changed.connect(self.table.select_place)
        self.table.opened.connect(self.open_behind)
        self.table.row_changed.connect(self._row_chosen)

    def share(self, chart: int, table: int) -> None:
        """How wide chart and table begin; what the window has more goes to the table."""
        self._split.setSizes([chart, table])

    def set_figures(self, figures: Figures) -> None:
        """Show these instead."""
        self.figures = figures
        self._frame.setVisible(bool(figures.bars))
        self.chart.setAccessibleName(figures.title)
        self.table.setAccessibleName(figures.title)
        self.table.set_figures(figures)
        self.chart.set_bars(figures.bars, figures.legend, standing=figures.standing)
        self.table.setToolTip(
            translate("Statistics", "Enter or a double click on a figure shows the list behind it.")
        )
        self.note.setText(figures.note)

    def open_current(self) -> None:
        """The list behind the figure the user is at."""
        index = self.table.currentIndex()
        behind = self.table.figures.cell(index).behind if index.isValid() else None
        if behind is None and self.figures is not None and index.isValid():
            row = self.table.figures.place(index.row())
            cells = self.figures.rows[row] if row >= 0 else self.figures.total
            behind = next((cell.behind for cell in cells if cell.behind is not None), None)
        if behind is not None:
            self.open_behind(behind)

    def open_behind(self, behind: Behind) -> ListDialog:
        """Show the list."""
        dialog = ListDialog(self.desk, behind, self)
        dialog.open()
        return dialog

    def _open_bar(self, place: int) -> None:
        assert self.figures is not None, "bars come with figures"
        behind = next((cell.behind for cell in self.figures.rows[place] if cell.behind is not None), None)
        if behind is not None:
            self.open_behind(behind)

    def _row_chosen(self, place: int) -> None:
        if 0 <= place < len(self.chart.bars) and place != self.chart.current:
            self.chart.select(place)
        self.row_changed.emit(place)
