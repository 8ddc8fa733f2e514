"""Draw a 证照借用单: the certificate, who and what for, the decisions, what happened at the counter."""

from __future__ import annotations

from services.reports.certificate_loan_form import LoanForm
from services.reports.grid_sheet import SIGN, Cell, GridSheet
from services.reports.pen import Mm, Pen

ROW: Mm = 10.5
PURPOSE: Mm = 21
RULES: Mm = 15
QR: Mm = 17
RULE = "借用人应妥善保管，只用于上述用途，不得转借；到期归还，遗失立即报告。复印件须注明用途。"


def draw_loan(pen: Pen, form: LoanForm) -> None:
    """One slip on one page, the QR of its number in the corner."""
    sheet = GridSheet(pen, "证照借用单", (form.company, "", f"编号 {form.number}"), form.mark, pages=1)
    pen.qr(pen.width - 13 - QR, 11, QR, form.number)
    for place in range(0, len(form.rows), 2):
        sheet.row(ROW, [cell for pair in form.rows[place : place + 2] for cell in _pair(pair)])
    sheet.row(PURPOSE, [Cell("用　　途", 0.14, label=True), Cell(form.purpose, 0.86)])
    if form.bid:
        sheet.row(ROW, [Cell("投标项目", 0.14, label=True), Cell(form.bid, 0.86)])
    after = SIGN + RULES + ROW * ((len(form.handed) + 1) // 2)
    sheet.opinions(form.signatures[1:-1], below=after)
    for place in range(0, len(form.handed), 2):
        _row(sheet, form.handed[place : place + 2])
    sheet.row(RULES, [Cell("借用须知", 0.14, label=True), Cell(RULE, 0.86)])
    sheet.signatures((form.signatures[0], form.signatures[-1]))
    sheet.finish()


def _row(sheet: GridSheet, pairs: tuple[tuple[str, str], ...]) -> None:
    """One pair alone has the whole row."""
    if len(pairs) == 1:
        sheet.row(ROW, [Cell(pairs[0][0], 0.14, label=True), Cell(pairs[0][1], 0.86)])
    else:
        sheet.row(ROW, [cell for pair in pairs for cell in _pair(pair)])


def _pair(pair: tuple[str, str]) -> tuple[Cell, Cell]:
    return Cell(pair[0], 0.14, label=True), Cell(pair[1], 0.36)
