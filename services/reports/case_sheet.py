"""Draw a 办理事项单: what it is about, the steps as a table, result, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from services.reports.case_form import CaseForm
from services.reports.grid_sheet import Cell, GridSheet
from services.reports.pen import Mm, Pen, Share

ROW: Mm = 10
STEP: Mm = 12.5
TEXT: Mm = 17
QR: Mm = 17
HEADINGS = ("序", "办理步骤", "所需材料", "经办人", "期限", "完成日期")
SHARES = (0.06, 0.30, 0.28, 0.11, 0.125, 0.125)
PAPER: Mm = 8.5
PAPER_HEADINGS = ("序", "资料清单", "状态", "附件", "说明")
PAPER_SHARES = (0.06, 0.34, 0.12, 0.24, 0.24)
LEAST_STEPS = 6  # the form keeps its height with few steps


def draw_case(pen: Pen, form: CaseForm, pages: int = 0) -> int:
    """One case, on as many pages as its steps take, `pages` in all as its feet say; returns how many it took.

    The QR of its number is in the corner.
    """
    above = (form.company, "", f"编号 {form.number}")
    sheet = GridSheet(pen, "办理事项单", above, form.mark, pages=pages)
    pen.qr(pen.width - 13 - QR, 11, QR, form.number)
    sheet.row(ROW, [Cell("事　　项", 0.14, label=True), Cell(form.title, 0.86, strong=True)])
    for place in range(0, len(form.rows), 2):
        sheet.row(ROW, [cell for pair in form.rows[place : place + 2] for cell in _pair(pair)])
    empty = ("",) * len(SHARES)
    steps = (*form.steps, *[empty] * (LEAST_STEPS - len(form.steps)))
    rows = [[_step(text, place) for place, text in enumerate(step)] for step in steps]
    sheet.table(_heading(HEADINGS, SHARES), rows, STEP)
    _papers(sheet, form)
    sheet.row(TEXT, [Cell("办理结果", 0.14, label=True), Cell(form.result, 0.86)])
    sheet.row(TEXT, [Cell("备　　注", 0.14, label=True), Cell(form.note, 0.86)])
    sheet.signatures(form.signatures)
    sheet.finish()
    return sheet.page


def _heading(words: Sequence[str], shares: Sequence[Share]) -> list[Cell]:
    return [Cell(word, share, label=True) for word, share in zip(words, shares, strict=True)]


def _papers(sheet: GridSheet, form: CaseForm) -> None:
    """The papers needed, each with where it stands."""
    rows = [[_paper(text, place) for place, text in enumerate(paper)] for paper in form.papers]
    if rows:
        sheet.table(_heading(PAPER_HEADINGS, PAPER_SHARES), rows, PAPER)


def _paper(text: str, place: int) -> Cell:
    return Cell(text, PAPER_SHARES[place], align="left" if place in (1, 3, 4) else "centre")


def _step(text: str, place: int) -> Cell:
    return Cell(text, SHARES[place], align="left" if place in (1, 2) else "centre")


def _pair(pair: tuple[str, str]) -> tuple[Cell, Cell]:
    return Cell(pair[0], 0.14, label=True), Cell(pair[1], 0.36)
