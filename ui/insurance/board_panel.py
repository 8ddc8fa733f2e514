"""The board over the register: what is missing, each row with the step that mends it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services import insurance_board
from services.insurance_board_rows import BoardKind
from services.permissions import Permission
from ui.insurance import board_words
from ui.labels import label, tone
from ui.payments.rows_table import ROW_HEIGHT, Heading, RowsTable, Shown
from ui.widgets import formats

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.insurance_board import Board
    from services.insurance_board_rows import BoardRow
    from services.permissions import Actor
    from ui.state import Desk

ROWS_SEEN = 5

translate = QCoreApplication.translate


class BoardPanel(QWidget):
    """Enter, a double click or the button do the step of the selected row."""

    mend = Signal(object)  # a BoardRow
    loaded = Signal(object)  # the Board

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel.board")
        self.desk = desk
        self.rows: dict[int, BoardRow] = {}
        self.table = RowsTable("board", _headings(), self)
        self.table.search.hide()
        self.table.view.setSelectionMode(self.table.view.SelectionMode.SingleSelection)
        self.heading = QLabel(self)
        self.heading.setObjectName("label.board")
        self.heading.setProperty("role", "group")
        self.fold = QPushButton(self)
        self.fold.setObjectName("action.board")
        self.fold.setProperty("flat", True)
        self.fold.setAutoDefault(False)
        self.button = QPushButton(self)
        self.button.setObjectName("action.mend")
        self.button.setAutoDefault(False)
        self._build()
        self.fold.clicked.connect(self.toggle)
        self.button.clicked.connect(self.do)
        self.table.changed.connect(self._say)
        self.table.opened.connect(lambda _place: self.do())
        self._fold(folded=desk.prefs.get("insurance.board_folded", default=False))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading)
        head.addWidget(self.fold)
        head.addStretch(1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.table)

    def refresh(self) -> None:
        """Compute it again."""
        work = partial(_board, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show, lambda _refused: None)

    def _show(self, board: Board) -> None:
        today = self.desk.today()
        self.rows = dict(enumerate(board.rows))
        self.table.fill([_shown(place, row, today) for place, row in self.rows.items()])
        count = sum(row.kind is not BoardKind.EXCLUDED for row in board.rows)
        self.heading.setText(translate("Insurance", "What is missing ({count})").format(count=count))
        height = ROW_HEIGHT * (min(max(len(board.rows), 1), ROWS_SEEN) + 1) + 6
        self.table.setFixedHeight(height)
        self.setVisible(bool(board.rows))
        if board.rows:
            self.table.select([0])
        self._say()
        self.loaded.emit(board)

    def current(self) -> BoardRow | None:
        """The selected row."""
        found = self.table.selected()
        return self.rows.get(found[0]) if found else None

    def _say(self) -> None:
        row = self.current()
        words = board_words.step(row) if row else ""
        self.button.setText(words or translate("Insurance", "Nothing to do"))
        self.button.setEnabled(bool(words) and self.can(row))

    def can(self, row: BoardRow | None) -> bool:
        """Whether this user may do the step: looking at a paper is open to everybody here."""
        return row is not None and (self.desk.can(Permission.INSURANCE_EDIT) or row.change_id is not None)

    def do(self) -> None:
        """The step of the selected row."""
        row = self.current()
        if row is not None and board_words.step(row) and self.can(row):
            self.mend.emit(row)

    def toggle(self) -> None:
        """Show or hide the rows."""
        folded = not self.table.isHidden()
        self.desk.prefs.put("insurance.board_folded", folded)
        self._fold(folded=folded)

    def _fold(self, *, folded: bool) -> None:
        self.table.setVisible(not folded)
        self.button.setVisible(not folded)
        self.fold.setText(translate("Insurance", "Show") if folded else translate("Insurance", "Hide"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do()
        else:
            super().keyPressEvent(event)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(translate("Insurance", "What"), 150),
        Heading(translate("Field", "Employee"), 84),
        Heading(translate("Insurance", "What is the matter"), 0),
        Heading(translate("Insurance", "Lodge by"), 84),
        Heading(translate("Insurance", "Next step"), 150),
    )


def _shown(place: int, row: BoardRow, today: date) -> Shown:
    late = bool(row.days)
    what = board_words.what(row, today)
    return Shown(
        place,
        (label(row.kind), row.name, what, formats.day(row.deadline, today), board_words.step(row)),
        (place, row.name, place, row.deadline or today, place),
        tip=what,
        tones={0: "red" if late else tone(row.kind), 3: "red" if late else ""},
    )


def _board(actor: Actor, today: date, session: Session) -> Board:
    return insurance_board.board(session, actor, today)
