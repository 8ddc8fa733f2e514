"""A pen for tables of figures: a whole page of amounts in one text block, without splitting or measuring each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from services.reports.fonts import Face, Points
from services.reports.paper import PrintSettings
from services.reports.pen import MM, Mm, Pen, Style, fill

type Cell = tuple[Mm, Mm, str, bool | None]


class GridPen(Pen):
    """Writes amounts ending at a point. Digits are as wide as one another, so an amount's length tells its width."""

    def __init__(self, settings: PrintSettings, *, title: str, author: str = "") -> None:
        super().__init__(settings, title=title, author=author)
        self._figures: dict[Style, tuple[str, dict[int, Points]]] = {}

    def figures(self, cells: Sequence[tuple[Mm, Mm, str]], style: Style) -> None:
        """Write amounts (digits, commas, full stop, minus) that end at their points, on their base lines."""
        self.cells([(x, y, text, True) for x, y, text in cells], style, style)

    def cells(self, cells: Iterable[Cell], style: Style, strong: Style) -> None:
        """Write words that begin at their points and amounts that end there, in their order, in one text block.

        `ends` of a cell: False for words, True for an amount, None for a `strong` amount; one colour for all.
        """
        dx, top, font, parts = self._dx, self._top, "", [f"BT {fill(style.colour)}"]
        for x, y, text, ends in cells:
            if ends is False:
                parts.append(f"1 0 0 1 {x * MM + dx:.2f} {top - y * MM:.2f} Tm")
                for name, codes in self._prepared(style.face, text):
                    wanted = f"{name} {style.size:.4g} Tf"
                    parts.append(f"({codes})Tj" if wanted == font else f"{wanted}({codes})Tj")
                    font = wanted
                continue
            wanted, widths = self._measures(style if ends else strong)
            shape = -len(text) if text[0] == "-" else len(text)
            width = widths.get(shape)
            if width is None:
                face, size = (style if ends else strong).face, (style if ends else strong).size
                width = widths[shape] = face.width(text, size)
            if wanted != font:
                parts.append(wanted)
                font = wanted
            parts.append(f"1 0 0 1 {x * MM + dx - width:.2f} {top - y * MM:.2f} Tm({text})Tj")
        if len(parts) > 1:
            self._code.append("\n".join([*parts, "ET"]))

    def _measures(self, style: Style) -> tuple[str, dict[int, Points]]:
        """How amounts are switched to in this style, and how wide they are by their number of signs."""
        known = self._figures.get(style)
        if known is None:
            self._as_typed(style.face)
            font = f"{self._font(style.face, 0)} {style.size:.4g} Tf"
            known = self._figures[style] = (font, {})
        return known

    def _as_typed(self, face: Face) -> None:
        """The font's first subset has the signs of amounts at their own codes: amounts need not be translated."""
        signs = "0123456789,.-"
        document = self._canvas._doc  # noqa: SLF001 - reportlab subsets fonts by document, offers no other way
        assert face.font.splitString(signs, document) == [(0, signs.encode())]
