"""The answer of the body: what it accepted of each paper, and why that is less."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from services.errors import Refused
from services.money import parse_amount
from services.packet_steps import Accepted
from ui.claims.act_dialog import ActDialog, Question
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.database import Session
    from services.packet_register import PacketDetail
    from services.permissions import Actor
    from ui.state import Desk

FIELDS = (
    FieldSpec("answered_on", QT_TRANSLATE_NOOP("Field", "Answered on"), FieldKind.DAY, required=True),
    FieldSpec("words", QT_TRANSLATE_NOOP("Field", "Answer"), blank=""),
)
ACCEPTED, NOTE = 4, 5

translate = QCoreApplication.translate

type AnswerWork = Callable[[Session, Actor, SimpleNamespace, dict[int, Accepted]], Any]


class AnswerDialog(ActDialog):
    """Every paper begins as accepted whole; the two last columns are typed into, Tab goes on."""

    def __init__(
        self, desk: Desk, found: PacketDetail, work: AnswerWork, parent: QWidget | None = None
    ) -> None:
        self._found = found
        self._said: dict[int, Accepted] = {}

        def run(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
            return work(session, actor, typed, self._said)

        title = translate("Packet", "Answer to {number}").format(number=found.number)
        values = {"answered_on": desk.today(), "words": ""}
        question = Question(title, translate("Packet", "Note the answer  Ctrl+S"), FIELDS, values)
        super().__init__(desk, question, run, parent)

    def extras(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.table = QTableWidget(len(self._found.papers), 6, box)
        self.table.setObjectName("table.answer")
        self.table.setAccessibleName(translate("Packet", "Papers"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Register", "Number"),
                translate("Register", "Claimant"),
                translate("Register", "Purpose"),
                translate("Register", "Lodged"),
                translate("Register", "Accepted"),
                translate("Field", "Why less"),
            ]
        )
        self.table.verticalHeader().hide()
        self.sum = QLabel(box)
        self.sum.setObjectName("label.sum")
        self._fill()
        self.table.itemChanged.connect(lambda *_: self._add_up())
        column.addWidget(self.table, 1)
        column.addWidget(self.sum)
        self._add_up()
        return box

    def _fill(self) -> None:
        header = self.table.horizontalHeader()
        for place in range(6):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        for place in (2, NOTE):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, paper in enumerate(self._found.papers):
            amount = formats.money(paper.amount)
            for place, text in enumerate(
                (paper.number, paper.claimant_name, paper.purpose, amount, amount, "")
            ):
                item = QTableWidgetItem(text)
                if place in (3, ACCEPTED):
                    item.setTextAlignment(right)
                if place < ACCEPTED:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(row, place, item)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text() if item is not None else ""

    def _read(self) -> dict[int, Accepted]:
        """What is typed, by the id of the paper; raises Refused at `lines.<n>.accepted` for what is no amount."""
        said: dict[int, Accepted] = {}
        for row, paper in enumerate(self._found.papers):
            try:
                amount = parse_amount(self._text(row, ACCEPTED))
            except Refused as refused:
                raise Refused(refused.code, field=f"lines.{row}.accepted", **refused.values) from refused
            said[paper.id] = Accepted(amount, self._text(row, NOTE))
        return said

    def _add_up(self) -> None:
        try:
            accepted = sum((one.amount for one in self._read().values()), Decimal(0))
        except Refused as refused:
            self.sum.setText(sentence(refused))
            return
        words = translate("Packet", "Lodged {total}, accepted {accepted}, not accepted {refused}")
        total = self._found.total
        self.sum.setText(
            words.format(
                total=formats.yuan(total),
                accepted=formats.yuan(accepted),
                refused=formats.yuan(total - accepted),
            )
        )

    def gather(self) -> SimpleNamespace | None:
        self.table.setCurrentCell(self.table.currentRow(), 0)  # a cell that is still open counts
        try:
            self._said = self._read()
        except Refused as refused:
            self.place(refused)
            return None
        return super().gather()

    def place(self, refused: Refused) -> bool:
        """What is wrong with a paper: the sentence above, the cursor in its cell."""
        parts = (refused.field or "").split(".")
        if parts[0] != "lines":
            return super().place(refused)
        self.notice.say(sentence(refused))
        self.table.setCurrentCell(int(parts[1]), NOTE if parts[2] == "note" else ACCEPTED)
        self.table.setFocus()
        return True

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(940, 520))
