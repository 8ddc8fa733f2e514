"""What could not be done of an act on several papers: each with the sentence that says what to mend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from ui.errors import sentence
from ui.widgets import formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.claim_several import Standing
    from services.errors import Refused
    from ui.claims.claims_page import ClaimsPage

type Papers = Sequence[tuple[Standing, Refused]]

AMOUNT = 2  # the column

translate = QCoreApplication.translate


class RefusedPapers(QDialog):
    """Enter or a double click opens the paper; the list stays until it is closed, so that one is mended after the other."""

    def __init__(self, page: ClaimsPage, done: str, papers: Papers) -> None:
        super().__init__(page)
        self._page, self._papers = page, papers
        self.setObjectName("dialog.refused_papers")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Claim", "Not everything could be done"))
        words = translate("Claim", "Could not be done: {count}.").format(count=formats.count(len(papers)))
        self.said = QLabel(f"{done} {words}", self)
        self.said.setObjectName("label.refused")
        self.said.setWordWrap(True)
        self.table = self._table()
        self._build()
        self.resize(860, 420)
        self.table.selectRow(0)
        self.table.setFocus()

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Number, claimant, amount, what to mend."""
        return [
            (paper.number, paper.claimant_name, formats.money(paper.amount), sentence(refused))
            for paper, refused in self._papers
        ]

    def headings(self) -> tuple[str, str, str, str]:
        return (
            translate("Claim", "Number"),
            translate("Claim", "Claimant"),
            translate("Claim", "Amount"),
            translate("Claim", "What to mend"),
        )

    def open_paper(self, row: int) -> None:
        """The paper's form, above this list."""
        self._page.open_form(self._papers[row][0].id)

    def copy(self) -> None:
        """The list as a table that Excel takes."""
        data = QMimeData()
        data.setText("\n".join("\t".join(cells) for cells in (self.headings(), *self.rows())) + "\n")
        QGuiApplication.clipboard().setMimeData(data)

    def _table(self) -> QTableWidget:
        made = QTableWidget(len(self._papers), len(self.headings()), self)
        made.setObjectName("table.refused")
        made.setAccessibleName(self.windowTitle())
        made.setHorizontalHeaderLabels(self.headings())
        made.verticalHeader().hide()
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setTabKeyNavigation(False)
        made.setShowGrid(False)
        made.setWordWrap(True)
        for row, cells in enumerate(self.rows()):
            for column, text in enumerate(cells):
                made.setItem(row, column, _item(text, right=column == AMOUNT))
        header = made.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head = made.horizontalHeaderItem(AMOUNT)
        assert head is not None, "it has its label"
        head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.itemActivated.connect(lambda item: self.open_paper(item.row()))
        return made

    def _build(self) -> None:
        hint = QLabel(translate("Claim", "Enter opens the paper. They stay selected in the list."), self)
        hint.setProperty("role", "muted")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(hint, 1)
        for name, words, run in (
            ("copy", translate("Claim", "Copy as table"), self.copy),
            ("close", translate("Claim", "Close"), self.reject),
        ):
            foot.addWidget(self._button(name, words, run))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _button(self, name: str, words: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"action.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button


def _item(text: str, *, right: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(text)
    return item
