"""The window of the timeline: looked at, printed, or the way to a certificate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from services import certificate_timeline
from ui.certificates.list_acts import export_timeline, print_timeline
from ui.certificates.timeline_view import TimelineView
from ui.certificates.timeline_words import legend_words

if TYPE_CHECKING:
    from datetime import date

    from services.certificate_timeline import Timeline
    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk

translate = QCoreApplication.translate


class TimelineDialog(QDialog):
    """Ctrl+P prints, Ctrl+E writes .xlsx; Enter closes it and shows the certificate in the list."""

    opened = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.timeline")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Certificates", "Timeline of certificates"))
        self.desk = desk
        self.view = TimelineView(self)
        self.view.chosen.connect(self._open)
        self.line = QLabel(self)
        self.line.setObjectName("label.span")
        self.line.setProperty("role", "muted")
        self._build()
        self.resize(1180, 640)
        work = partial(_timeline, desk.actor, desk.today())
        desk.tasks.read(self, work, self.show_timeline)
        self.view.setFocus()

    def _build(self) -> None:
        heading = QLabel(translate("Certificates", "The coming eighteen months"), self)
        heading.setProperty("role", "title")
        legend = QLabel(legend_words(), self)
        legend.setProperty("role", "muted")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(legend, 1)
        self._button(foot, "print", translate("Action", "Print"), lambda: print_timeline(self.desk, self))
        self._button(foot, "export", translate("Action", "Export"), lambda: export_timeline(self.desk, self))
        self._button(foot, "close", translate("Page", "Close"), self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(lambda: print_timeline(self.desk, self))
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(lambda: export_timeline(self.desk, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.line)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _button(self, row: QHBoxLayout, name: str, words: str, run: object) -> None:
        made = QPushButton(words, self)
        made.setObjectName(f"action.{name}")
        made.setAutoDefault(False)
        made.clicked.connect(run)
        row.addWidget(made)

    def show_timeline(self, found: Timeline) -> None:
        words = translate("Certificates", "{first} to {last} · {count} certificates")
        self.line.setText(
            words.format(first=f"{found.first:%Y-%m}", last=f"{found.last:%Y-%m}", count=len(found.bands))
        )
        self.view.show_timeline(found)

    def _open(self, certificate_id: int) -> None:
        self.opened.emit(certificate_id)
        self.accept()


def _timeline(actor: Actor, today: date, session: Session) -> Timeline:
    return certificate_timeline.timeline(session, actor, today=today)
