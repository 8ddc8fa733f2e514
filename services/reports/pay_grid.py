"""A table of pay on paper: departments with subtotals, sums carried from page to page, a grand total, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from services.errors import Refused
from services.progress import Progress
from services.reports.paper import A4_LANDSCAPE, PrintSettings, check_settings

MIN_SIDE_MM = 140
_ZERO = Decimal(0)

type ColumnKind = Literal["text", "centre", "amount", "sign"]
type GridCell = str | Decimal | None
type Sums = tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: amounts are added up; `told` amounts are shown in every row, also zero, `noted` ones are not added up.

    `width` is in hundredths of what it would be by itself; figures are never cut.
    """

    label: str
    kind: ColumnKind = "amount"
    told: bool = False
    noted: bool = False
    strong: bool = False
    width: int = 100


@dataclass(frozen=True, slots=True)
class GridGroup:
    """Rows that belong together, a department; one cell a column, yuan as Decimal."""

    name: str
    rows: Sequence[Sequence[GridCell]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of pay as plain data.

    `banded` gives each group a line with its name and a subtotal. `carried` writes 过次页 and 承前页. `number` is
    printed as QR, `capitals` and `signatures` stand below the table, `note` at the foot.
    """

    title: str
    columns: tuple[GridColumn, ...]
    groups: Sequence[GridGroup]
    company: str = ""
    subtitle: str = ""
    unit: str = "单位：元"
    number: str = ""
    banded: bool = True
    carried: bool = True
    capitals: str = ""
    signatures: tuple[str, ...] = ()
    note: str = ""
    counted: str = "人"


def grid_pdf(grid: Grid, settings: PrintSettings | None = None, progress: Progress | None = None) -> bytes:
    """Print a table of pay, by default on A4 on its side; the same input gives the same bytes.

    Raises Refused "print.nothing" without a row, "print.row_length" (row, cells, columns),
    "payroll_sheet.too_many_columns" (columns, paper), and what `check_settings` raises; Cancelled by `progress`.
    """
    settings = settings or PrintSettings(A4_LANDSCAPE)
    _check(grid)
    check_settings(settings, min_width=MIN_SIDE_MM, min_height=MIN_SIDE_MM)
    from services.reports.grid_pen import GridPen  # reportlab is imported when something is printed
    from services.reports.pay_grid_draw import draw_grid

    pen = GridPen(settings, title=f"{grid.title} {grid.number}".strip(), author=grid.company)
    draw_grid(pen, grid, progress or Progress())
    return pen.finish()


def filled(
    columns: Sequence[GridColumn], groups: Sequence[GridGroup]
) -> tuple[tuple[GridColumn, ...], list[GridGroup]]:
    """The columns that hold anything, and the groups without the others; columns to sign and `told` ones stay."""
    cells = [list(zip(*group.rows, strict=True)) for group in groups if group.rows]
    kept = [
        place
        for place, column in enumerate(columns)
        if column.kind == "sign" or column.told or any(any(across[place]) for across in cells)
    ]
    parts = [column for place, column in enumerate(columns) if place in kept]
    return tuple(parts), [GridGroup(group.name, _only(kept, group.rows)) for group in groups]


def _only(kept: Sequence[int], rows: Sequence[Sequence[GridCell]]) -> Sequence[Sequence[GridCell]]:
    across = list(zip(*rows, strict=True))
    return list(zip(*(across[place] for place in kept), strict=True)) if rows else []


def added(column: GridColumn, cells: Iterable[GridCell]) -> Decimal:
    """What cells of a column add up to, yuan; zero where nothing is added up."""
    if not _is_added(column):
        return _ZERO
    return sum(cast(Iterable[Decimal], filter(None, cells)), _ZERO)


def _is_added(column: GridColumn) -> bool:
    return column.kind == "amount" and not column.noted


def written(column: GridColumn, cells: Iterable[GridCell]) -> list[str]:
    """Cells of a column as text: amounts with thousands separated, zero left empty unless it must be told."""
    told = column.told
    return [
        (f"{cell:,.2f}" if cell or told else "") if isinstance(cell, Decimal) else cell or ""
        for cell in cells
    ]


def written_sums(columns: Sequence[GridColumn], sums: Sums) -> list[str]:
    """Sums as text; nothing where nothing is added up."""
    return [f"{one:,.2f}" if _is_added(column) else "" for column, one in zip(columns, sums, strict=True)]


def _check(grid: Grid) -> None:
    for number, row in enumerate(_rows(grid), 1):
        if len(row) != len(grid.columns):
            raise Refused("print.row_length", row=number, cells=len(row), columns=len(grid.columns))
    if not any(group.rows for group in grid.groups):
        raise Refused("print.nothing")


def _rows(grid: Grid) -> Iterator[Sequence[GridCell]]:
    for group in grid.groups:
        yield from group.rows
