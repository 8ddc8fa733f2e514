"""The photo of a thing, as large as the pane has room for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

LARGEST = QSize(320, 200)


def photo_of(path: Path, words: str, parent: QWidget | None = None) -> QLabel | None:
    """The picture in the file, read at the size it is shown in; None when it is no picture."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid() and (size.width() > LARGEST.width() or size.height() > LARGEST.height()):
        reader.setScaledSize(size.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    label = QLabel(parent)
    label.setObjectName("label.photo")
    label.setPixmap(QPixmap.fromImage(image))
    label.setAccessibleName(words)
    return label
