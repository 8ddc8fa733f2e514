"""Draw a 固定资产处置单: why and when, the cards, what they bring in figures and capitals, the approvals."""

from __future__ import annotations

from decimal import Decimal

from services.money import format_money, voucher_capitals
from services.reports.disposal_form import DisposalForm, FormLine
from services.reports.grid_sheet import SIGN, Cell, GridSheet
from services.reports.pen import BLACK, RED, Mm, Pen

_COLUMNS = (
    ("资产编号", 0.14), ("名称及规格", 0.21), ("启用日期", 0.105), ("原　值", 0.115), ("累计折旧", 0.115), ("净　值", 0.105),
    ("处置收入", 0.105), ("损　益", 0.105),
)  # fmt: skip
_FIGURES = ("cost", "accumulated", "net", "proceeds", "gain")
QR: Mm = 17
_LEAST = 8  # a form with fewer cards is filled up with empty lines


def draw_disposal(pen: Pen, form: DisposalForm, pages: int = 0) -> int:
    """Draw one form on as many pages as it needs, `pages` in all as its feet say; returns how many it took."""
    day = f"{form.day.year} 年 {form.day.month} 月 {form.day.day} 日"
    above = (form.company, f"处置日期 {day}", f"编号 {form.number}")
    sheet = GridSheet(pen, "固定资产处置单", above, form.mark, pages=pages)
    pen.qr(sheet.right - QR, 11, QR, form.number)
    sheet.row(
        9,
        [
            Cell("处置原因", 0.14, label=True), Cell(form.reason, 0.19), Cell("使用部门", 0.14, label=True),
            Cell(form.department or "—", 0.2), Cell("附　　件", 0.14, label=True), Cell(f"{form.attachments} 张", 0.19),
        ],
    )  # fmt: skip
    sheet.row(9, [Cell("受让单位（人）", 0.14, label=True), Cell(form.buyer or "—", 0.86)])
    heading = [Cell(words, share, label=True) for words, share in _COLUMNS]
    sheet.row(8, heading)
    for line in form.lines:
        _line(sheet, line)
    for _ in range(_LEAST - len(form.lines)):
        sheet.row(8, [Cell("", share) for _, share in _COLUMNS])
    shares = [share for _, share in _COLUMNS]
    sheet.row(
        8.5,
        [
            Cell(f"合　计（{len(form.lines)} 项）", sum(shares[:3]), label=True),
            *(
                Cell(_money(form.total(name)), share, align="right", strong=True)
                for name, share in zip(_FIGURES, shares[3:], strict=True)
            ),
        ],
    )  # fmt: skip
    _ending(sheet, form)
    sheet.opinions(form.signatures[1:-2], below=SIGN)
    sheet.signatures((form.signatures[0], *form.signatures[-2:]))
    sheet.finish()
    return sheet.page


def _line(sheet: GridSheet, line: FormLine) -> None:
    words = f"{line.name} {line.specification}".strip()
    texts = (line.number, words, line.start_on.isoformat() if line.start_on else "—")
    cells = [Cell(text, share) for text, (_, share) in zip(texts, _COLUMNS, strict=False)]
    for name, (_, share) in zip(_FIGURES, _COLUMNS[3:], strict=True):
        amount = getattr(line, name)
        cells.append(Cell(_money(amount), share, align="right", colour=RED if amount < 0 else BLACK))
    sheet.row(8, cells)


def _ending(sheet: GridSheet, form: DisposalForm) -> None:
    """Income, fees and the result in figures and capitals; the reason in words."""
    gain = form.total("gain")
    word = "处置净损失" if gain < 0 else "处置净收益"
    colour = RED if gain < 0 else BLACK
    sheet.row(
        9,
        [
            Cell("处置收入（不含税）", 0.19, label=True), Cell(format_money(form.total("proceeds")), 0.14, align="right"),
            Cell("相关税费", 0.14, label=True), Cell(format_money(form.total("fees")), 0.2, align="right"),
            Cell(word, 0.14, label=True), Cell(_money(abs(gain)), 0.19, align="right", colour=colour, strong=True),
        ],
    )  # fmt: skip
    sheet.row(9, [Cell(f"{word}（大写）", 0.19, label=True), Cell(voucher_capitals(abs(gain)), 0.81)])
    if form.note:
        height = max(9, 9 * (1 + len(form.note) // 42))
        sheet.row(height, [Cell("处置说明", 0.19, label=True), Cell(form.note, 0.81)])


def _money(amount: Decimal) -> str:
    """Below zero with a minus sign, not a hyphen."""
    return format_money(amount).replace("-", "−")
