"""How a table of pay is drawn: columns as wide as what they hold, all cells of some rows in one text block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from services.errors import Refused
from services.reports.fitting import Fitted, fit_box, fit_line
from services.reports.fonts import all_printable, bold, printable, regular
from services.reports.grid_cells import HAIR, CellColumn
from services.reports.grid_pen import GridPen
from services.reports.pay_grid import (
    Grid,
    GridCell,
    GridColumn,
    GridGroup,
    Sums,
    added,
    written,
    written_sums,
)
from services.reports.pay_grid_pages import BAND, SUM, Heights
from services.reports.pen import GREY, MM, Mm, Share, Style, plain

LEFT: Mm = 14
RIGHT: Mm = 9
TOP: Mm = 26
BOTTOM: Mm = 12
HEAD: Mm = 9.5
ROW: Mm = 6.8
CAPITALS: Mm = 7
SIGN: Mm = 11
QR: Mm = 13
PAD: Mm = 0.9
TEXT, SMALLEST = 8, 5
WIDEST_WORD: Mm = 21
SELDOM_WORD: Mm = 17  # of a column that most rows leave empty: its words take two lines
SIGNED: Mm = 17
NARROWEST: Mm = 5
PALE, _PALER = 0.93, 0.965
_USUAL_WIDTH = 100
_ONE_LINE = 3  # signs of a heading that are not parted


@dataclass(frozen=True, slots=True)
class Written:
    """A group of so many rows column by column: its cells, the same as text, and what they add up to."""

    name: str
    count: int
    cells: list[Sequence[GridCell]]
    texts: list[list[str]]
    sums: Sums


def heading_lines(label: str, style: Style, room: Mm) -> tuple[list[str], Fitted]:
    """A heading on one line, else parted at its space or in the middle, and the style in which it fits."""
    lines = [label]
    if style.face.width(label, style.size) > room * MM and len(label) > _ONE_LINE:
        half = -(-len(label) // 2)
        lines = label.split(" ", 1) if " " in label else [label[:half], label[half:]]
    return lines, fit_line(max(lines, key=lambda line: style.face.width(line, style.size)), style, room)


class GridForm:
    """The columns in millimetres, the size of the text, and the pen."""

    def __init__(self, pen: GridPen, grid: Grid) -> None:
        self.pen, self.grid = pen, grid
        self.width: Mm = pen.width - LEFT - RIGHT
        self.figures_at = [place for place, column in enumerate(grid.columns) if column.kind == "amount"]
        self.words_at = [
            place for place, column in enumerate(grid.columns) if column.kind in {"text", "centre"}
        ]
        self.groups = [self._written(group) for group in grid.groups]
        texts = [group.texts[place] for group in self.groups for place in self.words_at]
        self.rare = not all_printable(chain([group.name for group in grid.groups], *texts))
        if self.rare:
            for cells in texts:
                cells[:] = map(printable, cells)
        self._by_length = [self._lengths(place) for place in range(len(grid.columns))]
        self.total: Sums = tuple(map(sum, zip(*(group.sums for group in self.groups), strict=True)))  # type: ignore[arg-type]  # Decimals add up to Decimals
        self.widths, share = self._measured()
        self.size, self.pad = TEXT * share, PAD * share  # what is smaller has less room beside it
        self.edges: list[Mm] = [LEFT]
        for width in self.widths:
            self.edges.append(self.edges[-1] + width)
        self.labelled = self._labelled()
        self.styles = (Style(regular(), self.size), Style(bold(), self.size))
        self.places = self._places()

    def _written(self, group: GridGroup) -> Written:
        columns = self.grid.columns
        cells: list[Sequence[GridCell]] = list(zip(*group.rows, strict=True))
        texts = list(map(written, columns, cells))
        return Written(printable(group.name), len(group.rows), cells, texts, self.added(cells))

    def added(self, cells: Iterable[Sequence[GridCell]]) -> Sums:
        """What columns of cells add up to."""
        return tuple(map(added, self.grid.columns, cells))

    def _lengths(self, place: int) -> dict[int, str]:
        """The cells of a column, one of each length."""
        found: dict[int, str] = {}
        for group in self.groups:
            found.update(zip(map(len, group.texts[place]), group.texts[place], strict=True))
        found.pop(0, None)
        return found

    def _labelled(self) -> Mm:
        """How far the name of a sum may reach: to the first amount."""
        return sum(self.widths[: self.figures_at[0]]) if self.figures_at else self.width

    def _measured(self) -> tuple[list[Mm], Share]:
        """Width of every column, and the share of the usual size at which they all find room."""
        needed = [self._wanted(place, column) for place, column in enumerate(self.grid.columns)]
        share = min(1.0, self.width / sum(needed))
        if share * TEXT < SMALLEST:
            paper = f"{self.pen.width:.0f}×{self.pen.height:.0f}"
            raise Refused("payroll_sheet.too_many_columns", columns=len(needed), paper=paper)
        if share < 1:
            return [width * share for width in needed], share
        rest = self.width - sum(needed)
        weights = [
            width * (2.5 if column.kind == "sign" else 1)
            for width, column in zip(needed, self.grid.columns, strict=True)
        ]
        return [
            width + rest * weight / sum(weights) for width, weight in zip(needed, weights, strict=True)
        ], 1.0

    def _wanted(self, place: int, column: GridColumn) -> Mm:
        """What a column gets at the usual size: what it needs, wider or narrower as its template says."""
        needed = self._needed(place, column)
        if column.width == _USUAL_WIDTH:
            return needed
        least = self._figures(place, column) + 2 * PAD if column.kind == "amount" else NARROWEST
        return max(needed * column.width / _USUAL_WIDTH, least)

    def _figures(self, place: int, column: GridColumn) -> Mm:
        """The longest amount of a column."""
        face = bold() if column.strong else regular()
        longest = max((face.width(word, TEXT) / MM for word in self._by_length[place].values()), default=0)
        return max(longest, bold().width(written_sums(self.grid.columns, self.total)[place], TEXT) / MM)

    def _needed(self, place: int, column: GridColumn) -> Mm:
        """What a column needs at the usual size: its longest amount, its words up to a limit, its heading in two lines."""
        signs = len(column.label) if len(column.label) <= _ONE_LINE else -(-len(column.label) // 2)
        heading = signs * TEXT / MM + 2 * PAD
        if column.kind == "sign":
            return max(SIGNED, heading)
        if column.kind == "amount":
            return max(self._figures(place, column), heading - 2 * PAD) + 2 * PAD
        words = (regular().width(word, TEXT) / MM for word in self._by_length[place].values())
        widest = SELDOM_WORD if self._seldom(place) else WIDEST_WORD
        return max(min(max(words, default=0), widest) + 2 * PAD, heading)

    def _seldom(self, place: int) -> bool:
        """Whether three rows of four have nothing in a column."""
        empty = sum(group.texts[place].count("") for group in self.groups)
        rows = sum(group.count for group in self.groups)
        return (rows - empty) * 4 <= rows

    def heights(self) -> Heights:
        """The measures that decide what stands on a page."""
        ending = (CAPITALS if self.grid.capitals else 0) + (SIGN if self.grid.signatures else 0)
        room = self.pen.height - TOP - HEAD - BOTTOM
        return Heights(room, ROW, ending, self.grid.banded, self.grid.carried)

    def header(self) -> None:
        """Title, particulars, headings of the columns: drawn once, shown on every page."""
        grid, pen, middle = self.grid, self.pen, LEFT + self.width / 2
        pen.spaced(middle, 11.5, printable(grid.title), Style(bold(), 16), 6)
        wide = bold().width(grid.title, 16) / MM + (len(grid.title) - 1) * 6 / MM + 8
        pen.lines([(middle - wide / 2, y, middle + wide / 2, y) for y in (13.4, 14.1)], 0.6)
        self._line(grid.company, middle, 18.6, 0.5, self.width - 40)
        self._line(grid.subtitle, LEFT, 24, 0, self.width - 30)
        self._line(grid.unit, LEFT + self.width - (QR + 2 if grid.number else 0), 24, 1, 28)
        if grid.number:
            pen.qr(LEFT + self.width - QR, TOP - QR - 1.5, QR, grid.number)
        pen.shade(LEFT, TOP, self.width, HEAD, PALE)
        for place, column in enumerate(grid.columns):
            self._heading(
                printable(column.label), self.edges[place] + self.widths[place] / 2, self.widths[place] - 0.8
            )

    def _heading(self, label: str, middle: Mm, room: Mm) -> None:
        """A heading on one line, else parted in the middle; smaller only when that is not enough."""
        lines, tight = heading_lines(label, self.styles[1], room)
        first = TOP + HEAD / 2 + tight.style.size * 0.127 - tight.leading * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            self.pen.text(middle, first + number * tight.leading, line, tight.style, align=0.5)

    def _line(self, text: str, x: Mm, y: Mm, align: Share, width: Mm) -> None:
        fit = fit_box(printable(text), plain(9), width, 5)
        self.pen.text(x, y, fit.lines[0], fit.style, align=align)

    def rows(self, texts: Sequence[Sequence[str]], y: Mm) -> None:
        """Columns of cells from `y` down, row by row, in one text block; words that are too long are set apart."""
        first = y + ROW / 2 + self.size * 0.127
        bases = [first + ROW * place for place in range(len(texts[0]))]
        for place, row in self.pen.table(self.places, texts, bases, self.styles[0]):
            self._tight(texts[place][row], self.places[place], bases[row])

    def _places(self) -> list[CellColumn]:
        """Where the cells of every column stand."""
        found = []
        for place, column in enumerate(self.grid.columns):
            amount, room = column.kind == "amount", round(self.widths[place] - 2 * self.pad, 2)
            x = self.edges[place + 1] - self.pad if amount else self.edges[place] + self.pad
            style = self.styles[amount and column.strong]
            found.append(CellColumn(x, room, style, centred=column.kind == "centre", ending=amount))
        return found

    def _tight(self, word: str, at: CellColumn, base: Mm) -> None:
        fit = fit_box(word, self.styles[0], at.room, ROW - 0.6)
        first = base - fit.leading * (len(fit.lines) - 1) / 2 - (self.size - fit.style.size) * 0.127
        for number, line in enumerate(fit.lines):
            self.pen.text(at.x, first + number * fit.leading, line, fit.style)

    def sums(self, label: str, sums: Sums, y: Mm, *, pale: Share = _PALER) -> None:
        """A line of sums with its name before the first amount."""
        self.pen.shade(LEFT, y, self.width, SUM, pale)
        base, style = y + SUM / 2 + self.size * 0.127, self.styles[1]
        fit = fit_box(printable(label), style, self.labelled - 2 * self.pad, SUM)
        self.pen.text(LEFT + self.pad, base, fit.lines[0], fit.style)
        easy = []
        for place, text in enumerate(written_sums(self.grid.columns, sums)):
            if not text:
                continue
            room = self.widths[place] - 2 * self.pad
            if self.pen.reach(text, style) <= room + HAIR:
                easy.append((self.edges[place + 1] - self.pad, base, text))
            else:
                tight = fit_line(text, style, room + HAIR).style
                self.pen.figures([(self.edges[place + 1] - self.pad, base, text)], tight)
        self.pen.figures(easy, style)

    def band(self, text: str, y: Mm) -> None:
        """The name of a department across the table."""
        self.pen.shade(LEFT, y, self.width, BAND, _PALER)
        fit = fit_box(text, self.styles[1], self.width - 4, BAND)
        self.pen.text(LEFT + PAD, y + BAND / 2 + fit.style.size * 0.127, fit.lines[0], fit.style)

    def foot(self, page: int, pages: int, missing: str) -> None:
        """The note, characters the font does not have, page x of y."""
        y, said = self.pen.height - 6.5, "　".join(filter(None, [printable(self.grid.note), missing]))
        if said:
            fit = fit_box(said, plain(7, GREY), self.width - 45, 3.4)
            self.pen.text(LEFT, y, fit.lines[0], fit.style)
        self.pen.text(LEFT + self.width, y, f"第 {page} 页 / 共 {pages} 页", plain(8), align=1)
