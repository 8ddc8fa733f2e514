"""Draw a table of pay page by page: what is carried over, departments, sums, signatures."""

from __future__ import annotations

from dataclasses import replace
from operator import add

from services.progress import Progress
from services.reports.fitting import fit_box
from services.reports.fonts import bold, missing_note, printable
from services.reports.grid_pen import GridPen
from services.reports.pay_grid import Grid, Sums
from services.reports.pay_grid_form import CAPITALS, HEAD, LEFT, PAD, PALE, ROW, SIGN, TOP, GridForm
from services.reports.pay_grid_pages import BAND, SUM, GridPage, Part, paged
from services.reports.pen import Mm, Style, plain


class _Page:
    """One page as it is drawn from the top: remembers where lines stand, so that they are ruled at once."""

    def __init__(self, form: GridForm, before: Sums) -> None:
        self.form, self.sums = form, before
        self.y: Mm = TOP + HEAD
        self.levels: list[Mm] = []
        self.whole: list[tuple[Mm, Mm]] = [(TOP, TOP + HEAD)]
        self.summed: list[tuple[Mm, Mm]] = []

    def line(self, height: Mm, upright: list[tuple[Mm, Mm]] | None = None) -> Mm:
        """Room for one line, through which the columns of `upright` go on. Returns where it begins."""
        begun = self.y
        self.y += height
        self.levels.append(self.y)
        if upright and upright[-1][1] == begun:
            upright[-1] = (upright[-1][0], self.y)
        elif upright is not None:
            upright.append((begun, self.y))
        return begun

    def part(self, part: Part) -> None:
        form, group = self.form, self.form.groups[part.group]
        if form.grid.banded:
            gone_on = "（续）" if part.first else ""
            form.band(f"{group.name}{gone_on}　{group.count} {form.grid.counted}", self.line(BAND))
        here, begun = slice(part.first, part.last), self.y
        for _ in range(part.first, part.last):
            self.line(ROW, self.whole)
        form.rows([texts[here] for texts in group.texts], begun)
        added = group.sums
        if part.first or not part.ended:
            added = form.added(cells[here] for cells in group.cells)
        self.sums = tuple(map(add, self.sums, added))
        if part.ended and form.grid.banded:
            form.sums(f"{group.name} 小计", group.sums, self.line(SUM, self.summed))

    def rule(self) -> None:
        """Rule the lines; most pages of a long table have theirs at the same places."""
        same = ("rules", *self.levels, *self.whole, *self.summed)
        self.form.pen.kept(same, self._rule)

    def _rule(self) -> None:
        right, pen = LEFT + self.form.width, self.form.pen
        pen.lines([(LEFT, level, right, level) for level in (TOP + HEAD, *self.levels[:-1])], 0.25)
        labelled = LEFT + self.form.labelled - 0.01
        pen.lines(
            [
                (x, top, x, low)
                for x in self.form.edges[1:-1]
                for top, low in (*self.whole, *(self.summed if x > labelled else ()))
            ],
            0.25,
        )
        frame = [(LEFT, TOP, right, TOP), (LEFT, TOP, LEFT, self.y), (right, TOP, right, self.y)]
        pen.lines([*frame, (LEFT, self.y, right, self.y)], 0.9)


def draw_grid(pen: GridPen, grid: Grid, progress: Progress) -> None:
    """Draw every page of the table."""
    used = [group for group in grid.groups if group.rows]
    grid = replace(grid, groups=used)
    form = GridForm(pen, grid)
    pages = paged([group.count for group in form.groups], form.heights())
    carried: Sums = tuple(one * 0 for one in form.total)
    for number, page in enumerate(pages, 1):
        pen.kept(("grid", grid.title, grid.number), form.header)
        carried = _draw(form, page, carried, number, len(pages))
        pen.page_done()
        progress.advance(number, len(pages))


def _draw(form: GridForm, page: GridPage, before: Sums, number: int, pages: int) -> Sums:
    drawn = _Page(form, before)
    if number > 1 and form.grid.carried:
        form.sums("承前页", before, drawn.line(SUM, drawn.summed))
    for part in page.parts:
        drawn.part(part)
    if number == pages:
        count = (
            f"　{sum(group.count for group in form.groups)} {form.grid.counted}" if form.grid.counted else ""
        )
        form.sums(f"合　计{count}", form.total, drawn.line(SUM, drawn.summed), pale=PALE)
    elif form.grid.carried:
        form.sums("过次页", drawn.sums, drawn.line(SUM, drawn.summed))
    drawn.rule()
    if number == pages:
        _end(form, drawn.y)
    missing = ""
    if form.rare:
        rows = [
            row for part in page.parts for row in form.grid.groups[part.group].rows[part.first : part.last]
        ]
        missing = missing_note("".join(cell for cell in row if isinstance(cell, str)) for row in rows)
    form.foot(number, pages, missing)
    return drawn.sums


def _end(form: GridForm, y: Mm) -> None:
    """The sum in capitals, then who signs."""
    grid, pen = form.grid, form.pen
    if grid.capitals:
        fit = fit_box(printable(grid.capitals), Style(bold(), 9.5), form.width - 2, CAPITALS)
        pen.text(LEFT + PAD, y + CAPITALS - 2.2, fit.lines[0], fit.style)
        y += CAPITALS
    share = form.width / max(len(grid.signatures), 1)
    for place, signature in enumerate(grid.signatures):
        fit = fit_box(printable(signature), plain(9), share - 3, 5)
        pen.text(LEFT + place * share + PAD, y + SIGN - 4.5, fit.lines[0], fit.style)
