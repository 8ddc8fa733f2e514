"""How papers like this one were decided the last times, as rows of the pane."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from services import approval_precedents
from services.terms import StepState
from ui.labels import label
from ui.state import Desk
from ui.widgets import formats

if TYPE_CHECKING:
    from services.approval_precedents import Precedents
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


class PrecedentRows(QWidget):
    """Looked up off the window's thread; a first paper says that it is the first."""

    def __init__(self, desk: Desk, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName("claim.precedents")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        desk.tasks.read(self, partial(_found, desk.actor, claim_id), self._show, lambda _refused: None)

    def _show(self, found: Precedents | None) -> None:
        if found is None or not found.papers or found.usual is None:
            self._add(translate("Claim", "Nothing like it was decided before."), "muted")
            return
        words = translate("Claim", "{category}: {own} now, usually {usual}")
        told = words.format(
            category=found.category, own=formats.money(found.own), usual=formats.money(found.usual)
        )
        self._add(told, "", "amber" if found.own > found.usual * 2 else "")
        today = self.desk.today()
        for one in found.papers:
            decided = label(one.decision) if one.decision else formats.NOTHING
            parts = [
                formats.day(one.day, today),
                one.number,
                formats.money(one.granted),
                decided,
                one.decided_by,
                one.reason,
            ]
            tone = "red" if one.decision is StepState.RETURNED else ""
            self._add("  ".join(part for part in parts if part), "" if tone else "muted", tone)

    def _add(self, text: str, role: str, tone: str = "") -> None:
        line = QLabel(text, self)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setWordWrap(True)
        line.setProperty("role", role)
        line.setProperty("tone", tone)
        self._column.addWidget(line)


def _found(actor: Actor, claim_id: int, session: Session) -> Precedents | None:
    return approval_precedents.precedents(session, actor, claim_id)
