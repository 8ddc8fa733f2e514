"""Many papers before they are approved as one act: how many, how much, and what is unusual among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from services import approval_many, approval_unusual
from services.money import voucher_capitals
from ui.claims.approval_words import finding_words
from ui.errors import sentence
from ui.state import Desk
from ui.widgets import formats

if TYPE_CHECKING:
    from services.approval_many import Approved
    from services.approval_unusual import Candidate
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

translate = QCoreApplication.translate


class ManyDialog(QDialog):
    """The unusual ones stand first and unticked: whoever wants them in looks at each. Enter approves what is ticked."""

    approved = Signal(object)

    def __init__(self, desk: Desk, ids: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._command = str(uuid4())  # however often Enter is pressed, it is one act
        self._candidates: Sequence[Candidate] = ()
        self.setObjectName("dialog.approve_many")
        self.setWindowTitle(translate("Approval", "Approve {count} papers").format(count=len(ids)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 560)
        self.sum = QLabel(self)
        self.sum.setObjectName("many.sum")
        self.sum.setProperty("role", "strong")
        self.told = QLabel(self)
        self.told.setObjectName("many.told")
        self.told.setProperty("role", "muted")
        self.list = QListWidget(self)
        self.list.setObjectName("many.list")
        self.list.setAccessibleName(translate("Approval", "Papers; Space ticks or unticks one"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.itemChanged.connect(lambda _item: self._add_up())
        self.button = QPushButton(translate("Approval", "Approve what is ticked  Enter"), self)
        self.button.setObjectName("action.approve_many")
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self.button.setEnabled(False)
        self.button.clicked.connect(self.approve)
        self._lay_out()
        work = partial(_candidates, desk.actor, tuple(ids), desk.today())
        desk.tasks.read(self, work, self._show, self._refused)

    def ticked(self) -> list[Candidate]:
        """The papers that are to be approved."""
        return [
            one
            for row, one in enumerate(self._candidates)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]

    def approve(self) -> None:
        """Carry it out once."""
        papers = tuple((one.id, one.version) for one in self.ticked())
        if not papers or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        work = partial(_approve, self.desk.actor, papers, self._command)
        self.desk.tasks.run(self, work, self._done, self._refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.approve()
        else:
            super().keyPressEvent(event)

    def _show(self, found: Sequence[Candidate]) -> None:
        self._candidates = sorted(found, key=lambda one: not one.findings)
        self.list.blockSignals(True)
        for one in self._candidates:
            item = QListWidgetItem(_words(one))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if one.findings else Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        unusual = sum(bool(one.findings) for one in found)
        words = translate(
            "Approval", "Unusual: {unusual}, not ticked · as usual: {usual} · Space ticks, Enter approves"
        )
        self.told.setText(words.format(unusual=unusual, usual=len(found) - unusual))
        self._add_up()

    def _add_up(self) -> None:
        ticked = self.ticked()
        total = sum((one.amount for one in ticked), Decimal(0))
        words = translate("Approval", "{count} ticked, {amount}").format(
            count=len(ticked), amount=formats.yuan(total)
        )
        self.sum.setText(f"{words}  ·  {voucher_capitals(total)}")
        self.button.setEnabled(bool(ticked))

    def _done(self, outcome: Approved) -> None:
        self.accept()
        self.approved.emit(outcome)

    def _refused(self, refused: Refused) -> None:
        self.told.setText(sentence(refused))
        self.button.setEnabled(True)

    def _lay_out(self) -> None:
        cancel = QPushButton(translate("Form", "Cancel"), self)
        cancel.setObjectName("action.cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for part in (self.sum, self.told):
            part.setWordWrap(True)
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addLayout(foot)


def left_out_words(outcome: Approved) -> str:
    """What was not approved and why; "" when all was."""
    return "\n".join(f"{one.number}: {sentence(one.refused)}" for one in outcome.left_out)


def _words(one: Candidate) -> str:
    head = f"{one.number}  {one.claimant_name}  {one.purpose}  {formats.yuan(one.amount)}"
    return "\n".join([head, *(f"    ! {finding_words(finding)}" for finding in one.findings)])


def _candidates(actor: Actor, ids: Sequence[int], today: date, session: Session) -> Sequence[Candidate]:
    return approval_unusual.candidates(session, actor, ids, today=today)


def _approve(actor: Actor, papers: Sequence[tuple[int, int]], command_id: str, session: Session) -> Approved:
    return approval_many.approve_many(session, actor, papers, command_id)
