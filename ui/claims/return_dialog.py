"""Why a paper goes back: typed, or picked by its figure from the reasons that were given before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from ui.claims.act_dialog import ActDialog, Question, Work
from ui.state import Desk
from ui.widgets.record_dialog import Loaded

ROW, SHOWN = 28, 6

translate = QCoreApplication.translate


class ReasonList(QListWidget):
    """Reasons with their figures; a figure, Enter or a click picks one."""

    picked = Signal(str)

    def __init__(self, reasons: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("list.reasons")
        self.setAccessibleName(translate("Claim", "Reasons given before"))
        self.reasons = tuple(reasons)
        for number, reason in enumerate(self.reasons, start=1):
            self.addItem(f"{number}  {reason}")
        self.setFixedHeight(ROW * min(len(self.reasons), SHOWN) + 8)
        self.setCurrentRow(0)
        self.itemClicked.connect(lambda _item: self._pick(self.currentRow()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure = event.text()
        if figure.isdigit() and 0 < int(figure) <= len(self.reasons):
            self._pick(int(figure) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self.reasons):
            self.picked.emit(self.reasons[row])


class ReturnDialog(ActDialog):
    """The reason and, below it, what was said before; with reasons the figures work at once."""

    def __init__(
        self,
        desk: Desk,
        question: Question,
        work: Work,
        reasons: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        self._reasons = tuple(reasons)
        self.list: ReasonList | None = None
        super().__init__(desk, question, work, parent)

    def extras(self) -> QWidget | None:
        if not self._reasons:
            return None
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        heading = QLabel(translate("Claim", "Given before: press the figure"), whole)
        heading.setProperty("role", "muted")
        self.list = ReasonList(self._reasons, whole)
        self.list.picked.connect(self._choose)
        column.addWidget(heading)
        column.addWidget(self.list)
        return whole

    def _loaded(self, loaded: Loaded) -> None:
        super()._loaded(loaded)
        if self.list is not None:
            QTimer.singleShot(0, self.list, self.list.setFocus)

    def _choose(self, reason: str) -> None:
        box = self.body.boxes["reason"]
        box.editor.set_value(reason)
        self.dirty = True
        box.widget.setFocus()
