"""A pen for tables of figures: a whole page of amounts in one text block, without splitting or measuring each."""

from __future__ import annotations

from collections.abc import Sequence

from services.reports.fonts import Face, Points
from services.reports.paper import PrintSettings
from services.reports.pen import MM, Mm, Pen, Style, fill


class GridPen(Pen):
    """Writes amounts ending at a point. Digits are as wide as one another, so an amount's length tells its width."""

    def __init__(self, settings: PrintSettings, *, title: str, author: str = "") -> None:
        super().__init__(settings, title=title, author=author)
        self._widths: dict[tuple[Face, Points], dict[int, Points]] = {}
        self._plain_codes: dict[Face, bool] = {}

    def figures(self, cells: Sequence[tuple[Mm, Mm, str]], style: Style) -> None:
        """Write amounts (digits, commas, full stop, minus) that end at their points, on their base lines."""
        if not cells:
            return
        if not self._as_typed(style.face):
            for x, y, text in cells:
                self.text(x, y, text, style, align=1)
            return
        widths, dx, top = self._widths.setdefault((style.face, style.size), {}), self._dx, self._top
        parts = []
        for x, y, text in cells:
            shape = -len(text) if text[0] == "-" else len(text)
            width = widths.get(shape)
            if width is None:
                width = widths[shape] = style.face.width(text, style.size)
            parts.append(f"1 0 0 1 {x * MM + dx - width:.2f} {top - y * MM:.2f} Tm({text})Tj")
        font = self._font(style.face, 0)
        self._code.append(f"BT {fill(style.colour)}{font} {style.size:.4g} Tf\n{'\n'.join(parts)}\nET")

    def words(self, cells: Sequence[tuple[Mm, Mm, str]], style: Style) -> None:
        """Write words that begin at their points, in one text block."""
        if not cells:
            return
        dx, top, parts = self._dx, self._top, [f"BT {fill(style.colour)}"]
        for x, y, text in cells:
            shown = " ".join(
                [f"{font} {style.size:.4g} Tf({codes})Tj" for font, codes in self._prepared(style.face, text)]
            )
            parts.append(f"1 0 0 1 {x * MM + dx:.2f} {top - y * MM:.2f} Tm {shown}")
        self._code.append("\n".join([*parts, "ET"]))

    def _as_typed(self, face: Face) -> bool:
        """Whether the font's first subset has the signs of amounts at their own codes (asked once a document)."""
        known = self._plain_codes.get(face)
        if known is None:
            signs = "0123456789,.-"
            document = self._canvas._doc  # noqa: SLF001 - reportlab subsets fonts by document, offers no other way
            known = self._plain_codes[face] = face.font.splitString(signs, document) == [(0, signs.encode())]
        return known
