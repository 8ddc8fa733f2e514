"""The papers that wait, one under another: kind, what it is about, who made it, since when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui import theme
from ui.labels import label
from ui.widgets import formats

if TYPE_CHECKING:
    from services.office_papers import WaitingPaper

ROW = 40
_EDGE = 32  # around the words of an empty list
LATE_DAYS = 2  # so many days with one person are worth a colour

translate = QCoreApplication.translate


class WaitingTable(QTableWidget):
    """A row a paper, the oldest first. Enter and a double click open the paper on its page."""

    current_paper = Signal(object)
    opened = Signal(object)

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self.about = about  # what an empty list says
        self.setObjectName("table.office_approvals")
        self.setAccessibleName(translate("Page", "Other approvals"))
        self.papers: tuple[WaitingPaper, ...] = ()
        self.setHorizontalHeaderLabels(
            [
                translate("Register", "Kind"),
                translate("Register", "Number"),
                translate("Office", "About"),
                translate("Office", "Level"),
                translate("Register", "Made by"),
                translate("Office", "Since"),
            ]
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((112, 124, 0, 96, 88, 104)):
            if width:
                self.setColumnWidth(column, width)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.currentCellChanged.connect(lambda *_cells: self.current_paper.emit(self.paper()))
        self.cellDoubleClicked.connect(lambda *_cell: self.opened.emit(self.paper()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.papers:
            painter = QPainter(self.viewport())
            painter.setPen(theme.current().muted)
            place = self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self.about)
            painter.end()

    def paper(self) -> WaitingPaper | None:
        """The one the cursor is on."""
        row = self.currentRow()
        return self.papers[row] if 0 <= row < len(self.papers) else None

    def show_papers(self, papers: Sequence[WaitingPaper], today: date) -> None:
        """Show these; the cursor stays with its paper, else at its place."""
        here, row = self.paper(), max(self.currentRow(), 0)
        self.blockSignals(True)
        self.papers = tuple(papers)
        self.setRowCount(len(self.papers))
        for place, paper in enumerate(self.papers):
            self._fill(place, paper, today)
        known = [
            n for n, one in enumerate(self.papers) if here and (one.kind, one.id) == (here.kind, here.id)
        ]
        self.blockSignals(False)
        if self.papers:
            self.setCurrentCell(known[0] if known else min(row, len(self.papers) - 1), 0)
        self.current_paper.emit(self.paper())

    def _fill(self, place: int, paper: WaitingPaper, today: date) -> None:
        since = paper.since.astimezone().date()
        cells = (
            label(paper.kind),
            paper.number,
            _about(paper),
            paper.level,
            paper.made_by,
            formats.moment(paper.since, today),
        )
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column == 5 and (today - since).days > LATE_DAYS:
                item.setForeground(QColor(theme.current().amber.text))
            self.setItem(place, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.paper() is not None:
            self.opened.emit(self.paper())
        else:
            super().keyPressEvent(event)


def _about(paper: WaitingPaper) -> str:
    return f"{label(paper.what)} · {paper.title}" if paper.what is not None else paper.title
