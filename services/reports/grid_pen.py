"""A pen for tables of figures: the rows of a page in one text block, without splitting or measuring each amount."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from services.reports.grid_cells import Amounts, CellColumn, Widths, Words, signs
from services.reports.paper import PrintSettings
from services.reports.pen import MM, Mm, Pen, Style, fill


class GridPen(Pen):
    """Writes amounts ending at a point. Digits are as wide as one another, so an amount's length tells its width."""

    def __init__(self, settings: PrintSettings, *, title: str, author: str = "") -> None:
        super().__init__(settings, title=title, author=author)
        self._measures: dict[Style, tuple[str, Widths]] = {}
        self._columns: dict[CellColumn, Amounts | Words] = {}

    def figures(self, cells: Iterable[tuple[Mm, Mm, str]], style: Style) -> None:
        """Write amounts (digits, commas, full stop, minus) that end at their points, on their base lines."""
        dx, top, (_, widths) = self._dx, self._top, self._measured(style)
        shown = (
            f"1 0 0 1 {x * MM + dx - widths[signs(text)]:.2f} {top - y * MM:.2f} Tm({text})Tj"
            for x, y, text in cells
        )
        self._block(shown, style)

    def reach(self, amount: str, style: Style) -> Mm:
        """How wide an amount is."""
        return self._measured(style)[1][signs(amount)] / MM

    def table(
        self, columns: Sequence[CellColumn], cells: Sequence[Sequence[str]], bases: Sequence[Mm], style: Style
    ) -> list[tuple[int, int]]:
        """Write columns of cells row by row on these base lines; words are in `style`, all is in its colour.

        Words too long for their room are left out: returns the column and row of each.
        """
        heights = [f" {self._top - y * MM:.2f} Tm" for y in bases]
        writers = [self._writer(column, style) for column in columns]
        written = [writer.down(texts, heights) for writer, texts in zip(writers, cells, strict=True)]
        self._block(filter(None, chain.from_iterable(zip(*written, strict=True))), style)
        return [
            (place, row)
            for place, writer in enumerate(writers)
            if writer.too_long
            for row, text in enumerate(cells[place])
            if text in writer.too_long
        ]

    def _block(self, shown: Iterable[str], style: Style) -> None:
        """Cells that begin and end in a style, as one text block."""
        code = "\n".join(shown)
        if code:
            self._code.append(f"BT {fill(style.colour)}{self._measured(style)[0]}\n{code}\nET")

    def _writer(self, column: CellColumn, style: Style) -> Amounts | Words:
        """What the cells of a column are written with, made once."""
        known = self._columns.get(column)
        if known is None:
            usual = self._measured(style)[0]
            if column.ending:
                known = Amounts(column, self._dx, *self._measured(column.style), usual)
            else:
                first = self._first_of(column.style.face)
                known = Words(column, self._dx, first, self._prepared, usual)
            self._columns[column] = known
        return known

    def _measured(self, style: Style) -> tuple[str, Widths]:
        """The operator that chooses a style, and how wide amounts are in it.

        The font's first subset has the signs of amounts at their own codes: amounts need not be translated.
        """
        known = self._measures.get(style)
        if known is None:
            typed, document = "0123456789,.-", self._canvas._doc  # noqa: SLF001 - reportlab subsets fonts by document, offers no other way
            assert style.face.font.splitString(typed, document) == [(0, typed.encode())]
            known = (f"{self._font(style.face, 0)} {style.size:.4g} Tf", Widths(style))
            self._measures[style] = known
        return known
