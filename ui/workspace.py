"""The workspace of one signed-in user: tab rail, pages, status bar. Pages are built when they are first opened."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QProgressBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from services.errors import Refused
from ui import registry
from ui.errors import sentence
from ui.labels import label
from ui.registry import Page
from ui.state import Desk
from ui.widgets.notice import Notice
from ui.widgets.rail import Rail

DUE_DATES = "due_dates"
_BY_WEIGHT = ("administrator", "manager", "hr", "cashier", "auditor", "clerk")


class Workspace(QWidget):
    """Rail and pages of one signed-in user."""

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self.desk = desk
        self.pages = registry.pages_for(desk.actor.permissions)
        self._built: dict[str, QWidget] = {}
        roles = [label(role) for role in sorted(desk.actor.roles, key=_BY_WEIGHT.index)]
        self.rail = Rail(self.pages, desk.actor.name, roles, self)
        self.notice = Notice(self)
        self.waiting = Notice(self)  # what is due, said at the start beside whatever else has happened
        self.waiting.setObjectName("notice.waiting")
        self._busy = _thin_bar(self)
        self._stack = QStackedWidget(self)
        self._nothing = _nothing_to_open(self)
        self._stack.addWidget(self._nothing)
        self._lay_out()
        self.rail.chosen.connect(self.open)
        self.rail.set_folded(folded=desk.prefs.get("rail.folded", default=False))
        self.rail.folded_changed.connect(lambda folded: desk.prefs.put("rail.folded", folded))
        self.rail.set_closed(desk.prefs.get("rail.closed", default=list(registry.CLOSED_AT_FIRST)))
        self.rail.closed_changed.connect(lambda groups: desk.prefs.put("rail.closed", groups))
        desk.tasks.busy.connect(self._busy.setVisible)

    @property
    def current(self) -> str:
        """The name of the open tab, "" when there is none."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._built.items() if page is shown), "")

    def page(self, name: str) -> QWidget | None:
        """The built page of that name."""
        return self._built.get(name)

    def open(self, name: str, record_id: int | None = None) -> bool:
        """Open a tab, and a record on it; False when this user has no such tab."""
        found = next((page for page in self.pages if page.name == name), None)
        if found is None:
            return False
        page = self._built.get(name) or self._build(found)
        self._stack.setCurrentWidget(page)
        self.rail.select(name)
        self.notice.clear()
        if name == DUE_DATES:
            self.waiting.clear()
        self.opened.emit(name)
        if record_id is not None:
            page.open_record(record_id)  # type: ignore[attr-defined]  # every page with records has it
        return True

    def open_first(self, wanted: str = "") -> None:
        """Open the tab that was open last, else the first one."""
        if not (wanted and self.open(wanted)) and self.pages:
            self.open(self.pages[0].name)

    def refuse(self, owner: QObject, refused: Refused) -> None:
        """Say above the page what was refused; above the dialog, when a dialog asked."""
        if isinstance(owner, QWidget) and owner.window() is not self.window():
            box = QMessageBox(QMessageBox.Icon.Warning, self.tr("OpsDesk"), sentence(refused), parent=owner)
            box.setObjectName("box.refused")
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()
        else:
            self.notice.say(sentence(refused), "red", dismiss=(self.tr("Close"), lambda: None))

    def status_text(self) -> str:
        """What the open page says about its rows."""
        page = self._stack.currentWidget()
        words = getattr(page, "status_text", None)
        return str(words()) if words is not None else ""

    def _build(self, found: Page) -> QWidget:
        page = found.build(self.desk)
        page.setObjectName(f"page.{found.name}")
        page.setAccessibleName(found.words())
        self._built[found.name] = page
        self._stack.addWidget(page)
        if hasattr(page, "status_changed"):
            page.status_changed.connect(lambda *_: self.opened.emit(found.name))
        return page

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._busy)
        told = QVBoxLayout()  # in line with the page below; without a notice it takes no room
        told.setContentsMargins(24, 12, 24, 0)
        told.setSpacing(8)
        for notice in (self.notice, self.waiting):
            told.addWidget(notice)
        right.addLayout(told)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)


class StatusLine(QObject):
    """The status bar: left what the page says, right the last backup and where the data is."""

    back_up = Signal()

    def __init__(self, window: QMainWindow, place: str, *, may_back_up: bool) -> None:
        super().__init__(window)
        bar = window.statusBar()
        self._left, self._backup, self._place = QLabel(window), QLabel(window), QLabel(place, window)
        for name, part in (("rows", self._left), ("backup", self._backup), ("place", self._place)):
            part.setObjectName(f"status.{name}")
        self._place.setToolTip(place)
        self._place.setText(self.tr("Data server") if "://" in place else self.tr("Data on this computer"))
        self._button = QToolButton(window)
        self._button.setText(self.tr("Back up now"))
        self._button.setObjectName("action.back_up")
        self._button.setVisible(may_back_up)
        self._button.clicked.connect(self.back_up)
        bar.addWidget(self._left, 1)
        self._parts: tuple[QWidget, ...] = (self._left, self._backup, self._place, self._button)
        for widget in self._parts[1:]:
            bar.addPermanentWidget(widget)

    def say(self, text: str) -> None:
        self._left.setText(text)

    def last_backup(self, moment: datetime | None) -> None:
        if moment is None:
            self._backup.setText(self.tr("No backup yet"))
            return
        local, today = moment.astimezone(), datetime.now().astimezone().date()
        day = self.tr("today") if local.date() == today else local.date().isoformat()
        self._backup.setText(self.tr("Backed up {day} {time}").format(day=day, time=f"{local:%H:%M}"))

    def remove(self) -> None:
        """Take the texts away when the user signs out."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self.deleteLater()


def _thin_bar(parent: QWidget) -> QProgressBar:
    bar = QProgressBar(parent)
    bar.setObjectName("bar.busy")
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setFixedHeight(3)
    policy = bar.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    bar.setSizePolicy(policy)
    bar.hide()
    return bar


def _nothing_to_open(parent: Workspace) -> QWidget:
    text = QCoreApplication.translate(
        "Workspace", "You may not open any tab yet. Ask an administrator for a role."
    )
    words = QLabel(text, parent)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setProperty("role", "muted")
    return words
