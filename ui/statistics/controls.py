"""The choices above a table of figures: what is grouped, what counts, from when to when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from services.statistics_terms import Period, Span, span_of
from ui.labels import label
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import UnreadableError

translate = QCoreApplication.translate


def choice_box(name: str, title: str, members: Sequence[StrEnum | None], none: str = "") -> QComboBox:
    """A box to choose one of the members from; None is written as `none`."""
    box = QComboBox()
    box.setObjectName(f"field.{name}")
    box.setAccessibleName(title)
    box.setToolTip(title)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for member in members:
        box.addItem(none if member is None else label(member), member)
    return box


def labelled(words: str, box: QWidget) -> QHBoxLayout:
    """A choice with its word before it."""
    name = QLabel(words)
    name.setProperty("role", "muted")
    name.setBuddy(box)
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(name)
    row.addWidget(box)
    return row


class PeriodChoice(QWidget):
    """A period by name, or two days; `span()` is None while what is typed is no span."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.period = choice_box("period", translate("Statistics", "Period"), list(Period))
        self.first, self.last = DayEdit(today, self), DayEdit(today, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.period)
        titles = (translate("Statistics", "From"), translate("Statistics", "To"))
        for name, title, field in zip(("first", "last"), titles, (self.first, self.last), strict=True):
            field.setObjectName(f"field.{name}")
            field.setAccessibleName(title)
            field.setToolTip(title)
            field.setFixedWidth(118)
            field.hide()
            field.editingFinished.connect(self._typed)
            row.addWidget(field)
        self.period.currentIndexChanged.connect(self._chosen)

    def choose(self, period: Period) -> None:
        """Show a period."""
        self.period.setCurrentIndex(self.period.findData(period))

    def span(self) -> Span | None:
        """The days, both ends included."""
        period = Period(self.period.currentData())
        if period is not Period.OWN:
            return span_of(period, self._today())
        try:
            first, last = self.first.value(), self.last.value()
        except UnreadableError:
            return None
        fits = isinstance(first, date) and isinstance(last, date) and first <= last
        return Span(first, last) if fits and isinstance(first, date) and isinstance(last, date) else None

    def _chosen(self) -> None:
        own = Period(self.period.currentData()) is Period.OWN
        if own and not self.first.text():
            span = span_of(Period.THIS_YEAR, self._today())
            self.first.setText(span.first.isoformat())
            self.last.setText(span.last.isoformat())
        for field in (self.first, self.last):
            field.setVisible(own)
        if own:
            self.first.setFocus()
        self.changed.emit()

    def _typed(self) -> None:
        if Period(self.period.currentData()) is Period.OWN:
            self.changed.emit()
