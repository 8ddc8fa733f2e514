"""Draw a paper about assets: pairs, tables, what is declared, opinions and signatures, with the QR of its number."""

from __future__ import annotations

from services.reports.asset_forms import AssetForm, Table
from services.reports.grid_sheet import SIGN, Cell, GridSheet
from services.reports.pen import Mm, Pen

ROW: Mm = 9
HEAD: Mm = 8
LINE: Mm = 8.5
TALL: Mm = 13
TEXT_LINE: Mm = 6
QR: Mm = 17
PHOTO: Mm = 44
LONG = 17  # what is longer gets a row of its own
PER_LINE = 38


def draw_form(pen: Pen, form: AssetForm, pages: int = 0) -> int:
    """Draw one paper on as many pages as it needs, `pages` in all as its feet say; returns how many it took."""
    above = (form.company, form.subtitle, f"编号 {form.number}" if form.number else "")
    sheet = GridSheet(pen, form.title, above, form.mark, pages=pages)
    if form.number:
        pen.qr(sheet.right - QR, 11, QR, form.number)
    _pairs(sheet, form.pairs)
    if form.photo is not None:
        sheet.photo("照　　片", PHOTO, form.photo)
    for table in form.tables:
        _table(sheet, table)
    if form.declaration:
        lines = 1 + len(form.declaration) // PER_LINE
        sheet.row(max(ROW, TEXT_LINE * lines + 4), [Cell(form.declaration, 1)])
    sheet.opinions(form.opinions, below=SIGN)
    if form.signatures:
        sheet.signatures(form.signatures)
    sheet.finish()
    return sheet.page


def _pairs(sheet: GridSheet, pairs: tuple[tuple[str, str], ...]) -> None:
    """Two pairs a row; a long value has the row for itself."""
    waiting: tuple[str, str] | None = None
    for pair in pairs:
        if len(pair[1]) > LONG:
            if waiting is not None:
                _alone(sheet, waiting)
                waiting = None
            height = max(ROW, TEXT_LINE * (1 + len(pair[1]) // 40) + 3)
            sheet.row(height, [Cell(pair[0], 0.16, label=True), Cell(pair[1], 0.84)])
        elif waiting is None:
            waiting = pair
        else:
            sheet.row(ROW, _two(waiting) + _two(pair))
            waiting = None
    if waiting is not None:
        _alone(sheet, waiting)


def _alone(sheet: GridSheet, pair: tuple[str, str]) -> None:
    sheet.row(ROW, [Cell(pair[0], 0.16, label=True), Cell(pair[1], 0.84)])


def _two(pair: tuple[str, str]) -> list[Cell]:
    return [Cell(pair[0], 0.16, label=True), Cell(pair[1], 0.34)]


def _table(sheet: GridSheet, table: Table) -> None:
    if table.title:
        sheet.row(HEAD, [Cell(table.title, 1, label=True)])
    shares = [float(share) for _word, share, _align in table.heads]
    heads = [Cell(head[0], share, label=True) for head, share in zip(table.heads, shares, strict=True)]
    sheet.row(HEAD, heads)
    for place, row in enumerate([*table.rows, table.totals] if table.totals else table.rows):
        last = bool(table.totals) and place == len(table.rows)
        cells = [
            Cell(text, share, align=head[2], strong=last)  # type: ignore[arg-type]  # one of the three words
            for text, share, head in zip(row, shares, table.heads, strict=True)
        ]
        page, height = sheet.page, TALL if table.tall and not last else LINE
        sheet.need(height)
        if sheet.page != page:
            sheet.row(HEAD, heads)
        sheet.row(height, cells)
