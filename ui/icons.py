"""Single-colour icons (lucide), tinted to the text colour of the theme that is on screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from ui import theme

FOLDER = theme.RESOURCES / "icons"
# Names that lucide has changed, or that are the obvious word for the thing.
ALIASES = {
    "alert-triangle": "triangle-alert",
    "check-circle": "circle-check",
    "columns": "columns-3",
    "help-circle": "circle-help",
    "more-horizontal": "ellipsis",
}


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{ALIASES.get(name, name)}.svg").read_text(encoding="utf-8")


def names() -> list[str]:
    """Every icon there is."""
    return sorted(path.stem for path in FOLDER.glob("*.svg") if not path.stem.startswith("style-"))


def pixmap(name: str, colour: QColor, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon drawn once in this colour, `size` logical pixels, for a screen of this pixel ratio."""
    key = f"icon:{name}:{colour.name()}:{size}:{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour.name()).encode()))
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def _colour(role: str, mode: QIcon.Mode, state: QIcon.State) -> QColor:
    now = theme.current()
    if mode is QIcon.Mode.Disabled:
        return now.muted
    if role == "rail":
        return now.accent if state is QIcon.State.On else now.muted
    plain = {"ink": now.ink, "muted": now.muted, "accent": now.accent, "on_accent": now.on_accent}
    return plain.get(role) or now.text(role)


class _Engine(QIconEngine):
    """Asks for the colour at every paint, so that a change of theme needs no new icons."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatio()
        corner = rect.topLeft() + QPoint((rect.width() - side) // 2, (rect.height() - side) // 2)
        painter.drawPixmap(corner, pixmap(self._name, _colour(self._role, mode, state), side, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, _colour(self._role, mode, state), min(size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return pixmap(self._name, _colour(self._role, mode, state), min(size.width(), size.height()), scale)

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._role)
        _CLONES.append(copy)  # C++ takes the bare pointer: without this Python would free it under its feet
        return copy


_CLONES: list[QIconEngine] = []


@cache
def icon(name: str, role: str = "ink") -> QIcon:
    """The icon called `name`; `role` is ink, muted, accent, on_accent, rail (accent when checked) or a tone's name.

    Raises FileNotFoundError for a name that has no file: a slip of ours, not of the user.
    """
    _source(name)
    return QIcon(_Engine(name, role))
