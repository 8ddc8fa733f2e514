"""Where the bars of a chart stand or lie: boxes in pixels, from values that stay exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize

LEGEND = 26
LABEL, VALUE = 104, 88  # room for the words left of a lying bar, and for the figure after it
FOOT, HEAD = 24, 8
THICKEST = 22
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Bar:
    """A value and the one to compare it with; `shown` and `told` are what is written beside it and said about it."""

    label: str
    value: Decimal
    before: Decimal | None
    shown: str
    told: str


@dataclass(frozen=True, slots=True)
class BarLayout:
    """The boxes of these bars on an area of this size, standing or lying."""

    bars: Sequence[Bar]
    size: QSize
    standing: bool

    def area(self) -> QRectF:
        """Where bars are drawn, without their words."""
        width, height = self.size.width(), self.size.height()
        if self.standing:
            return QRectF(4, LEGEND + HEAD, width - 8, height - LEGEND - HEAD - FOOT)
        return QRectF(LABEL, LEGEND, width - LABEL - VALUE, height - LEGEND - 4)

    def band(self, place: int) -> QRectF:
        """What belongs to one: its words, both bars, the figure."""
        area, count = self.area(), max(len(self.bars), 1)
        if self.standing:
            each = area.width() / count
            return QRectF(area.left() + place * each, LEGEND, each, self.size.height() - LEGEND)
        each = area.height() / count
        return QRectF(0, area.top() + place * each, self.size.width(), each)

    def label(self, place: int) -> QRectF:
        """Where its words are written."""
        band = self.band(place)
        if self.standing:
            return QRectF(band.left(), self.size.height() - FOOT, band.width(), FOOT)
        return QRectF(6, band.top(), LABEL - 12, band.height())

    def figure(self, place: int) -> QRectF:
        """Where the figure of a lying bar is written."""
        band = self.band(place)
        return QRectF(self.size.width() - VALUE, band.top(), VALUE - 6, band.height())

    def box(self, place: int, *, before: bool = False) -> QRectF:
        """The bar itself; what is below nothing goes to the other side."""
        value = (self.bars[place].before if before else self.bars[place].value) or _NOTHING
        start, end = sorted((self._along(_NOTHING), self._along(value)))
        band, area, length = self.band(place), self.area(), max(end - start, 1)
        across = band.width() if self.standing else band.height()
        thick = min(across * 0.36, THICKEST)
        offset = across / 2 - thick + (thick + 1) * (not before if self.standing else before)
        if self.standing:
            return QRectF(band.left() + offset, area.bottom() - end, thick, length)
        return QRectF(area.left() + start, band.top() + offset, length, thick)

    def _along(self, value: Decimal) -> float:
        """Where a value ends on the axis; a picture needs no exact fen."""
        values = [one for bar in self.bars for one in (bar.value, bar.before or _NOTHING)]
        low, high = min([*values, _NOTHING]), max([*values, _NOTHING])
        room = self.area().height() if self.standing else self.area().width()
        return float((value - low) / (high - low)) * room if high > low else 0.0
