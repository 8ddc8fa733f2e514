"""The states of a paper as steps on a line: done, here, still to come, or sent back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.row_painter import Writer

RADIUS = 8
HEIGHT = 52


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    CURRENT = "current"
    LATER = "later"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Step:
    """A translated word and where it stands."""

    label: str
    state: str = StepState.LATER


class StepBar(QWidget):
    """Circles on a line with their words under them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._steps: tuple[Step, ...] = ()

    def set_steps(self, steps: Sequence[Step]) -> None:
        """From the first to the last."""
        self._steps = tuple(steps)
        here = next((s.label for s in steps if s.state in (StepState.CURRENT, StepState.RETURNED)), None)
        words = " → ".join(step.label for step in steps)
        self.setAccessibleName(f"{here} ({words})" if here else words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(len(self._steps), 2) * 84, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(len(self._steps), 2) * 48, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() / max(len(self._steps), 1)
        middles = [QPointF(room * (n + 0.5), RADIUS + 4.0) for n in range(len(self._steps))]
        for n, (before, after) in enumerate(pairwise(middles)):
            reached = self._steps[n].state == StepState.DONE
            painter.setPen(QPen(now.accent if reached else now.field_line, 1.5))
            painter.drawLine(before + QPointF(RADIUS, 0), after - QPointF(RADIUS, 0))
        for step, middle in zip(self._steps, middles, strict=True):
            _circle(painter, middle, step.state, now)
            _word(painter, QRectF(middle.x() - room / 2, 2 * RADIUS + 8, room, 24), step, self.font(), now)
        painter.end()
        event.accept()


def _circle(painter: QPainter, middle: QPointF, state: str, now: theme.Theme) -> None:
    rings: dict[str, tuple[QColor, QColor]] = {
        StepState.DONE: (now.accent, now.accent),
        StepState.CURRENT: (now.accent, now.surface),
        StepState.RETURNED: (now.red.text, now.red.fill),
    }
    ring, fill = rings.get(state, (now.field_line, now.surface))
    painter.setPen(QPen(ring, 2))
    painter.setBrush(fill)
    painter.drawEllipse(middle, RADIUS - 1, RADIUS - 1)


def _word(painter: QPainter, place: QRectF, step: Step, font: QFont, now: theme.Theme) -> None:
    small = QFont(font)
    small.setPixelSize(max(font.pixelSize() - 2, 10))
    small.setBold(step.state in (StepState.CURRENT, StepState.RETURNED))
    writer = Writer(small)
    colours = {StepState.LATER.value: now.muted, StepState.RETURNED.value: now.red.text}
    painter.setFont(small)
    painter.setPen(colours.get(str(step.state), now.ink))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, writer.fitted(step.label, int(place.width()) - 4))
