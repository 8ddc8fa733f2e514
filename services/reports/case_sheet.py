"""Draw a 办理事项单: what it is about, the steps as a table, result, signatures."""

from __future__ import annotations

from services.reports.case_form import CaseForm
from services.reports.grid_sheet import Cell, GridSheet
from services.reports.pen import Mm, Pen

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


def draw_case(pen: Pen, form: CaseForm) -> None:
    """One case, on as many pages as its steps take; the QR of its number in the corner."""
    sheet = GridSheet(pen, "办理事项单", (form.company, "", f"编号 {form.number}"), form.mark)
    pen.qr(pen.width - 13 - QR, 11, QR, form.number)
    sheet.row(ROW, [Cell("事　　项", 0.14, label=True), Cell(form.title, 0.86, strong=True)])
    for place in range(0, len(form.rows), 2):
        sheet.row(ROW, [cell for pair in form.rows[place : place + 2] for cell in _pair(pair)])
    sheet.row(8, [Cell(word, share, label=True) for word, share in zip(HEADINGS, SHARES, strict=True)])
    empty = ("",) * len(SHARES)
    for step in (*form.steps, *[empty] * (LEAST_STEPS - len(form.steps))):
        sheet.row(STEP, [_step(text, place) for place, text in enumerate(step)])
    _papers(sheet, form)
    sheet.row(TEXT, [Cell("办理结果", 0.14, label=True), Cell(form.result, 0.86)])
    sheet.row(TEXT, [Cell("备　　注", 0.14, label=True), Cell(form.note, 0.86)])
    sheet.signatures(form.signatures)
    sheet.finish()


def _papers(sheet: GridSheet, form: CaseForm) -> None:
    """The papers needed, each with where it stands."""
    if not form.papers:
        return
    sheet.row(
        8, [Cell(word, share, label=True) for word, share in zip(PAPER_HEADINGS, PAPER_SHARES, strict=True)]
    )
    for paper in form.papers:
        cells = enumerate(zip(paper, PAPER_SHARES, strict=True))
        sheet.row(
            PAPER,
            [
                Cell(text, share, align="left" if place in (1, 3, 4) else "centre")
                for place, (text, share) in cells
            ],
        )


def _step(text: str, place: int) -> Cell:
    return Cell(text, SHARES[place], align="left" if place in (1, 2) else "centre")


def _pair(pair: tuple[str, str]) -> tuple[Cell, Cell]:
    return Cell(pair[0], 0.14, label=True), Cell(pair[1], 0.36)
