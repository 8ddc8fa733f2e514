"""A day: typed in any of the usual ways, or picked from a calendar (F4 or Alt+Down)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from ui.icons import icon
from ui.widgets.day_parser import DayProblem, NotADayError, parse_day
from ui.widgets.editors import TextEdit, UnreadableError

translate = QCoreApplication.translate


class DayEdit(TextEdit):
    """Shows ISO once it is left; nothing typed means no day."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._calendar: QCalendarWidget | None = None
        self.setPlaceholderText(translate("Field", "1120, 11-20, +3"))
        opener = self.addAction(icon("calendar", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip(translate("Field", "Calendar (F4)"))
        opener.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._tidy)

    def value(self) -> object:
        if not self.text().strip():
            return None
        try:
            return parse_day(self.text(), self._today())
        except NotADayError as error:
            raise UnreadableError(_sentence(error)) from error

    def open_calendar(self) -> None:
        """Show the month of the day typed, else of today, below the field."""
        if self.isReadOnly():
            return
        calendar = self._calendar or self._make_calendar()
        try:
            day = self.value() or self._today()
        except UnreadableError:
            day = self._today()
        assert isinstance(day, date)
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()
        calendar.setFocus()

    def _make_calendar(self) -> QCalendarWidget:
        calendar = self._calendar = QCalendarWidget(self)
        calendar.setObjectName(f"{self.objectName()}.calendar")
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        return calendar

    def _pick(self, day: QDate) -> None:
        picked = f"{day.year():04}-{day.month():02}-{day.day():02}"
        changed = picked != self.text()
        self.setText(picked)
        if self._calendar:
            self._calendar.hide()
        self.setFocus()
        if changed:
            self.edited.emit()

    def _tidy(self) -> None:
        try:
            day = self.value()
        except UnreadableError:
            return
        if isinstance(day, date):
            self.setText(day.isoformat())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or alt_down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)


def _sentence(error: NotADayError) -> str:
    if error.problem is DayProblem.NO_SUCH_DAY:
        text = translate("Field", "The calendar has no {day}. Please check the day and the month.")
        return text.format(day=error.text)
    return translate("Field", "Please type a day like 1120, 11-20, 2026-11-20, +3 or today.")
