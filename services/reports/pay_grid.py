"""A table of pay on paper: departments with subtotals, sums carried from page to page, a grand total, signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

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
    rows = [row for group in groups for row in group.rows]
    kept = [
        place
        for place, column in enumerate(columns)
        if column.kind == "sign" or column.told or any(row[place] for row in rows)
    ]
    left = [
        GridGroup(group.name, [tuple(row[place] for place in kept) for row in group.rows]) for group in groups
    ]
    return tuple(columns[place] for place in kept), left


def sums_of(columns: Sequence[GridColumn], rows: Sequence[Sequence[GridCell]]) -> Sums:
    """What each column adds up to, yuan; zero where nothing is added up."""
    across = zip(*rows, strict=True) if rows else ([] for _ in columns)
    return tuple(
        sum((cell for cell in cells if cell), _ZERO) if _added(column) else _ZERO
        for column, cells in zip(columns, across, strict=True)
    )


def _added(column: GridColumn) -> bool:
    return column.kind == "amount" and not column.noted


def written(columns: Sequence[GridColumn], row: Sequence[GridCell]) -> list[str]:
    """The cells of a row as text: amounts with thousands separated, zero left empty unless it must be told."""
    return [
        (f"{cell:,.2f}" if cell or column.told else "") if isinstance(cell, Decimal) else cell or ""
        for column, cell in zip(columns, row, strict=True)
    ]


def written_sums(columns: Sequence[GridColumn], sums: Sums) -> list[str]:
    """Sums as text; nothing where nothing is added up."""
    return [f"{one:,.2f}" if _added(column) else "" for column, one in zip(columns, sums, strict=True)]


def _check(grid: Grid) -> None:
    for number, row in enumerate(_rows(grid), 1):
        if len(row) != len(grid.columns):
            raise Refused("print.row_length", row=number, cells=len(row), columns=len(grid.columns))
    if not any(group.rows for group in grid.groups):
        raise Refused("print.nothing")


def _rows(grid: Grid) -> Iterator[Sequence[GridCell]]:
    for group in grid.groups:
        yield from group.rows
