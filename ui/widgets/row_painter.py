"""Paints a block of rows in one pass from prepared tuples: a question to the model per cell is what makes tables slow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QPolygonF

from ui.theme import TONES, Theme
from ui.widgets.table_model import PLACEHOLDER, ColumnSpec, Kind, Row

PADDING = 8  # left and right of a cell's text
PILL_HEIGHT = 22
PILL_PADDING = 11
CACHED_TEXTS = 20_000
CACHED_PILLS = 400


@dataclass(frozen=True, slots=True)
class Column:
    """A visible column: its place in Row.cells and on the screen."""

    index: int
    left: int
    width: int
    spec: ColumnSpec
    padding: int = PADDING
    after: int = 0  # more of it on the right, between a number and a word


@dataclass(frozen=True, slots=True)
class Block:
    """What is to be painted: rows from the one whose upper edge is at `top`, all of one height."""

    rows: Sequence[Row | None]
    columns: Sequence[Column]
    top: int
    height: int
    width: int
    selected: frozenset[int] = frozenset()  # counted from the first row of the block
    hovered: int = -1
    current: int = -1


class Writer:
    """Measures and shortens text in one font, remembering what it has seen."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.widest = max(self.metrics.horizontalAdvance("国"), self.metrics.horizontalAdvance("W"))
        self.baseline = (self.metrics.ascent() - self.metrics.descent()) / 2
        self._advances: dict[str, float] = {}
        self._shortened: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> float:
        """Advance of the text: the sum over its characters, which in a table's texts is near enough to shaping."""
        known = self._advances
        total = 0.0
        for char in text:
            advance = known.get(char)
            if advance is None:
                advance = known[char] = self.metrics.horizontalAdvance(char)
            total += advance
        return total

    def fitted(self, text: str, room: int) -> str:
        """The text, or its beginning and "…" where it is wider than `room`."""
        if len(text) * self.widest <= room:
            return text
        key = (text, room)
        found = self._shortened.get(key)
        if found is None:
            if len(self._shortened) > CACHED_TEXTS:
                self._shortened.clear()
            found = self._shortened[key] = self._cut(text, room)
        return found

    def _cut(self, text: str, room: int) -> str:
        if self.width(text) <= room:
            return text
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


class RowPainter:
    """The look of a register's rows."""

    def __init__(self, font: QFont) -> None:
        bold, small = QFont(font), QFont(font)
        bold.setBold(True)
        small.setBold(True)
        small.setPixelSize(max(font.pixelSize() - 1, 10))
        self._plain, self._bold, self._small = Writer(font), Writer(bold), Writer(small)
        self._pills: dict[tuple[str, str | None, float, bool], QPixmap] = {}

    def paint(self, painter: QPainter, block: Block, theme: Theme) -> None:
        self._grounds(painter, block, theme)
        for column in block.columns:
            if column.spec.kind == Kind.STATE:
                self._states(painter, block, column, theme)
            else:
                self._texts(painter, block, column, theme)

    def is_cut(self, text: str, column: ColumnSpec, width: int) -> bool:
        """Whether the cell shows less than the whole text: then a tool tip is worth showing."""
        writer = self._bold if column.kind in (Kind.MONEY, Kind.STRONG) else self._plain
        return writer.width(text) > width - 2 * PADDING

    def _grounds(self, painter: QPainter, block: Block, theme: Theme) -> None:
        for n, row in enumerate(block.rows):
            top = block.top + n * block.height
            if n in block.selected:
                painter.fillRect(0, top, block.width, block.height, theme.selection)
            elif n == block.hovered:
                painter.fillRect(0, top, block.width, block.height, theme.hover)
            elif row is not None and row.band:
                painter.fillRect(0, top, block.width, block.height, theme.canvas)
            painter.fillRect(0, top + block.height - 1, block.width, 1, theme.hover)
        if 0 <= block.current < len(block.rows):
            painter.fillRect(0, block.top + block.current * block.height, 3, block.height - 1, theme.accent)

    def _texts(self, painter: QPainter, block: Block, column: Column, theme: Theme) -> None:
        strong = column.spec.kind in (Kind.MONEY, Kind.STRONG)
        usual = theme.muted if column.spec.kind == Kind.MUTED else theme.ink
        room, align = column.width - 2 * column.padding - column.after, column.spec.align
        middle = block.top + block.height / 2
        font, pen = None, None
        for n, row in enumerate(block.rows):
            text, tone = (row.cells[column.index], row.tones[column.index]) if row else (PLACEHOLDER, "muted")
            if not text:
                continue
            writer = self._bold if strong or tone == "strong" or (row and row.band) else self._plain
            colour = usual if tone is None else theme.text(tone)
            if n in block.selected and colour is theme.muted:
                colour = theme.ink
            if writer is not font:
                painter.setFont(writer.font)
                font = writer
            if colour is not pen:
                painter.setPen(colour)
                pen = colour
            text = writer.fitted(text, room)
            left = float(column.left + column.padding)
            if align != "left":
                left += (room - writer.width(text)) * (0.5 if align == "center" else 1)
            painter.drawText(QPointF(left, round(middle + n * block.height + writer.baseline)), text)

    def _states(self, painter: QPainter, block: Block, column: Column, theme: Theme) -> None:
        ratio = painter.device().devicePixelRatio()
        for n, row in enumerate(block.rows):
            if row is None or not row.cells[column.index]:
                continue
            text = self._small.fitted(
                row.cells[column.index], column.width - 2 * PILL_PADDING - column.padding + 4
            )
            pill = self._pill(text, row.tones[column.index], ratio, theme)
            top = block.top + n * block.height + (block.height - PILL_HEIGHT) // 2
            painter.drawPixmap(column.left + column.padding - 4, top, pill)

    def _pill(self, text: str, tone: str | None, ratio: float, theme: Theme) -> QPixmap:
        key = (text, tone, ratio, theme.dark)
        found = self._pills.get(key)
        if found is None:
            if len(self._pills) > CACHED_PILLS:
                self._pills.clear()
            found = self._pills[key] = draw_pill(
                self._small, text, tone if tone in TONES else "grey", ratio, theme
            )
        return found


def draw_pill(writer: Writer, text: str, tone: str, ratio: float, theme: Theme) -> QPixmap:
    """A word in its state's colours on a rounded ground."""
    width = round(writer.width(text)) + 2 * PILL_PADDING
    pill = QPixmap(round(width * ratio), round(PILL_HEIGHT * ratio))
    pill.setDevicePixelRatio(ratio)
    pill.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pill)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tone(tone).fill)
    painter.drawRoundedRect(QRectF(0, 0, width, PILL_HEIGHT), PILL_HEIGHT / 2, PILL_HEIGHT / 2)
    painter.setFont(writer.font)
    painter.setPen(theme.tone(tone).text)
    painter.drawText(QPointF(PILL_PADDING, round(PILL_HEIGHT / 2 + writer.baseline)), text)
    painter.end()
    return pill


def draw_arrow(painter: QPainter, left: float, middle: float, *, down: bool, colour: QColor) -> None:
    """The little triangle of a sorted column."""
    tip, base = (middle + 3, middle - 2) if down else (middle - 2, middle + 3)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(left, base), QPointF(left + 8, base), QPointF(left + 4, tip)]))
    painter.restore()
