"""The photo of a thing, as large as the pane has room for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from services.exchange.photo_pictures import photo_of

if TYPE_CHECKING:
    from services.reports.photos import Photo
    from ui.state import Desk

LARGEST = (320, 200)


class PhotoLabel(QLabel):
    """Shown once another process has read the file; it goes away when there is no picture in it."""

    def __init__(self, desk: Desk, path: Path, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self.hide()
        desk.tasks.aside(self, partial(photo_of, path, LARGEST), self._show)

    def _show(self, photo: Photo | None) -> None:
        image = QPixmap()
        if photo is None or not image.loadFromData(photo.jpeg):
            self.deleteLater()
            return
        self.setObjectName("label.photo")
        self.setPixmap(image)
        self.show()
