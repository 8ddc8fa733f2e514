"""Pictures of the window and of what stands before it, taken when everything has come to rest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from ui.app import OpsDesk

SIZE = QSize(1366, 768)
LARGE = QSize(1440, 880)
_REST_MS = 90
_PATIENCE_MS = 15_000


class Camera:
    """Writes numbered pictures of one program into one folder."""

    def __init__(self, house: OpsDesk, folder: Path) -> None:
        self.house, self.folder = house, folder
        self.taken: list[Path] = []
        folder.mkdir(parents=True, exist_ok=True)

    def rest(self, milliseconds: int = _REST_MS) -> None:
        """Let the event loop run until nothing is under way and nothing new was asked for meanwhile."""
        for _ in range(20):
            self.house.tasks.wait_idle(_PATIENCE_MS)
            loop = QEventLoop()
            QTimer.singleShot(milliseconds, loop, loop.quit)
            loop.exec()
            if self.house.tasks.idle:
                return

    def size(self, size: QSize) -> None:
        """Make the window as large as that screen."""
        self.house.window.resize(size)

    def shoot(self, name: str) -> None:
        """One picture of everything that is on the screen now."""
        self.rest()
        window = self.house.window
        picture = window.grab()
        painter = QPainter(picture)
        painter.setPen(QColor("#9ca3af"))
        for other in self.before():
            place = self._place(other, picture)
            painter.drawPixmap(place, other.grab())
            painter.drawRect(QRect(place, other.size()))  # where a desktop would draw its frame
        painter.end()
        path = self.folder / f"{len(self.taken) + 1:02d}-{name}.png"
        if not picture.save(str(path)):
            raise OSError(f"{path} cannot be written")
        self.taken.append(path)

    def shoot_both(self, name: str) -> None:
        """The same on the usual screen and on a large one."""
        self.shoot(name)
        self.size(LARGE)
        self.shoot(f"{name}-1440")
        self.size(SIZE)

    def before(self) -> list[QWidget]:
        """The dialogs and menus that stand before the window, lowest first."""
        found = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and isinstance(widget, QDialog | QMenu)
        ]
        return sorted(found, key=_depth)

    def clear(self) -> None:
        """Take away whatever stands before the window."""
        for widget in reversed(self.before()):
            widget.hide()
            widget.deleteLater()
        self.rest()

    def _place(self, other: QWidget, picture: QPixmap) -> QPoint:
        """Menus where they are, dialogs in the middle as on a desktop."""
        if isinstance(other, QMenu):
            place = other.mapToGlobal(QPoint()) - self.house.window.mapToGlobal(QPoint())
        else:
            room = picture.deviceIndependentSize().toSize() - other.size()
            place = QPoint(room.width() // 2, room.height() // 2)
        return QPoint(max(place.x(), 0), max(place.y(), 0))


def _depth(widget: QWidget) -> int:
    """How many windows stand behind this one."""
    deep, parent = 0, widget.parentWidget()
    while parent is not None:
        deep += isinstance(parent, QDialog | QMenu)
        parent = parent.parentWidget()
    return deep
