"""Draw a 人事审批表: who, what changes, the pay, the leaver's list, the reason, the signatures."""

from __future__ import annotations

from decimal import Decimal

from services.money import format_money
from services.reports.grid_sheet import SIGN, Cell, GridSheet
from services.reports.pen import RED, Mm, Pen
from services.reports.personnel_form import FormRow, PersonnelForm

ROW: Mm = 9.5
HEAD: Mm = 8
ITEM: Mm = 8
LONG = 20  # what is longer gets a row of its own


def draw_personnel(pen: Pen, form: PersonnelForm, pages: int = 0) -> int:
    """Draw one form on as many pages as it needs, `pages` in all as its feet say; returns how many it took."""
    above = (form.company, form.in_force, f"编号 {form.number}")
    sheet = GridSheet(pen, form.title, above, form.mark, pages=pages)
    person = [cell for row in form.person for cell in _pair(row, 1 / len(form.person))]
    sheet.row(ROW, person)
    if any(row.before for row in form.rows):
        _compared(sheet, form)
    else:
        _pairs(sheet, form.rows)
    _pay(sheet, form)
    if form.reason:
        height = max(ROW, ROW * (1 + len(form.reason) // 45))
        sheet.row(height, [Cell("事　　由", 0.14, label=True), Cell(form.reason, 0.86)])
    _items(sheet, form)
    sheet.opinions(form.signatures[1:-1], below=SIGN)
    sheet.signatures((form.signatures[0], form.signatures[-1]))
    sheet.finish()
    return sheet.page


def _pair(row: FormRow, share: float) -> tuple[Cell, Cell]:
    return Cell(row.label, share * 0.36, label=True), Cell(row.after, share * 0.64)


def _pairs(sheet: GridSheet, rows: tuple[FormRow, ...]) -> None:
    """Two pairs a row; a long value has the row for itself."""
    waiting: FormRow | None = None
    for row in rows:
        if len(row.after) > LONG:
            if waiting is not None:
                _one(sheet, waiting)
            _one(sheet, row)
            waiting = None
        elif waiting is None:
            waiting = row
        else:
            sheet.row(ROW, [*_two(waiting), *_two(row)])
            waiting = None
    if waiting is not None:
        _one(sheet, waiting)


def _two(row: FormRow) -> tuple[Cell, Cell]:
    return Cell(row.label, 0.14, label=True), Cell(row.after, 0.36)


def _one(sheet: GridSheet, row: FormRow) -> None:
    sheet.row(ROW, [Cell(row.label, 0.14, label=True), Cell(row.after, 0.86)])


def _compared(sheet: GridSheet, form: PersonnelForm) -> None:
    heads = ("项　　目", "调整前", "调整后")
    sheet.row(
        HEAD, [Cell(word, share, label=True) for word, share in zip(heads, (0.2, 0.4, 0.4), strict=True)]
    )
    for row in form.rows:
        cells = [Cell(row.label, 0.2, label=True), Cell(row.before or "—", 0.4, align="centre")]
        sheet.row(ROW, [*cells, Cell(row.after, 0.4, align="centre", strong=row.after != row.before)])
    day = f"{form.day.year} 年 {form.day.month} 月 {form.day.day} 日"
    sheet.row(ROW, [Cell("生效日期", 0.2, label=True), Cell(day, 0.8, align="centre")])


def _pay(sheet: GridSheet, form: PersonnelForm) -> None:
    """Every component before and after, with the difference; the sum below."""
    if form.pay_hidden:
        sheet.row(ROW, [Cell("薪　　资", 0.14, label=True), Cell("（打印人无权查看薪资）", 0.86)])
    if not form.pay:
        return
    heads = ("薪资项目（元/月）", "原标准", "新标准", "增　减")
    shares = (0.34, 0.22, 0.22, 0.22)
    sheet.row(HEAD, [Cell(word, share, label=True) for word, share in zip(heads, shares, strict=True)])
    rows = [(row.name, row.before, row.after) for row in form.pay]
    rows.append(("合　　计", form.pay_before, form.pay_after))
    for place, (name, before, after) in enumerate(rows):
        last = place == len(rows) - 1
        difference = (after or Decimal(0)) - (before or Decimal(0))
        sign = "+" if difference > 0 else ""
        cells = [
            Cell(name, 0.34, label=last, align="centre"),
            Cell(_yuan(before), 0.22, align="right", strong=last),
            Cell(_yuan(after), 0.22, align="right", strong=last),
        ]
        red = {"colour": RED} if difference < 0 else {}
        sheet.row(ITEM, [*cells, Cell(sign + format_money(difference), 0.22, align="right", **red)])  # type: ignore[arg-type]  # one optional colour


def _items(sheet: GridSheet, form: PersonnelForm) -> None:
    if not form.items:
        return
    heads = ("序号", "离职办理事项", "办结", "说明（经办人、日期、未结单号）")
    shares = (0.08, 0.32, 0.1, 0.5)
    sheet.row(HEAD, [Cell(word, share, label=True) for word, share in zip(heads, shares, strict=True)])
    for place, item in enumerate(form.items, start=1):
        mark = "✓" if item.settled else "□"
        sheet.row(
            ITEM,
            [
                Cell(str(place), 0.08, align="centre"),
                Cell(item.name, 0.32),
                Cell(mark, 0.1, align="centre"),
                Cell(item.told, 0.5),
            ],
        )


def _yuan(amount: Decimal | None) -> str:
    return "—" if amount is None else format_money(amount)
