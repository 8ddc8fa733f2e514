"""Buttons and boxes to tick whose words never make a pane wider than its view: cut with dots, whole as a tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QSizePolicy, QStyle, QWidget

LEAST = 40


def link(words: str, name: str) -> ElidedButton:
    """Something in a pane that leads to its own page."""
    made = ElidedButton(words)
    made.setObjectName(name)
    made.setProperty("flat", True)
    made.setStyleSheet("text-align: left; padding: 0;")
    made.setAutoDefault(False)
    return made


class ElidedButton(QPushButton):
    """A button as wide as its place."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        _prepare(self, words)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _fit(self, self.words, 4)


class ElidedCheck(QCheckBox):
    """A box to tick as wide as its place."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        _prepare(self, words)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = self.style()
        sign = look.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)
        gap = look.pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, self)
        _fit(self, self.words, sign + gap + 6)


def _prepare(button: QAbstractButton, words: str) -> None:
    button.setText(words.replace("&", "&&"))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


def _fit(button: QAbstractButton, words: str, beside: int) -> None:
    room = max(button.width() - beside, LEAST)
    short = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    button.setText(short.replace("&", "&&"))
