"""Draw 借款单: purpose, amount in capitals, due date, and how the advance was cleared."""

from __future__ import annotations

from decimal import Decimal

from services.money import voucher_capitals
from services.reports.fonts import bold
from services.reports.form import PALE, TOP, Form, Lines, Pair, iso, label_width
from services.reports.pen import BLACK, RED, Mm, Pen, Style, plain
from services.reports.voucher import AdvanceVoucher, Clearing

INFO: Mm = 8
LOW: Mm = 100  # signatures that begin above this leave less room for the rest
HEAD: Mm = 7
ROW: Mm = 7
COLUMNS = (("核销日期", 0.16), ("核销单号", 0.26), ("方　式", 0.18), ("核销金额", 0.2), ("未还余额", 0.2))
type Row = tuple[Clearing, Decimal]


def draw_advance(pen: Pen, advance: AdvanceVoucher) -> None:
    """Draw an advance; clearings that do not fit go on to further pages."""
    form = Form(pen, advance, "借款单" + ("（红字）" if advance.reverses else ""))
    purpose, amount = (9, 8.5) if form.sign_top < LOW else (14, 10)
    body: Mm = TOP + INFO + purpose + amount + INFO + HEAD
    area = form.sign_top - body
    count = max(1, int(area / ROW))
    rows = _balances(advance)
    pages = [rows[start : start + count] for start in range(0, len(rows), count)] or [[]]
    for number, page in enumerate(pages, 1):
        form.begin()
        _particulars(form, advance, purpose, amount)
        pen.kept(("clearings", count, area), lambda: _grid(form, body, area, count))
        for place, (clearing, left) in enumerate(page):
            _clearing(form, clearing, left, (body + place * area / count, area / count))
        form.end(number, len(pages))


def _balances(advance: AdvanceVoucher) -> list[Row]:
    left, rows = advance.amount, []
    for clearing in advance.clearings:
        left -= clearing.amount
        rows.append((clearing, left))
    return rows


def _particulars(form: Form, advance: AdvanceVoucher, purpose: Mm, amount: Mm) -> None:
    payment, y = advance.payment, TOP
    people = [Pair("借款人", advance.borrower, 0.22), Pair("部门", advance.department, 0.28)]
    form.pairs(y, INFO, [*people, Pair("项目", advance.project, 0.5)])
    form.pairs(y := y + INFO, purpose, [Pair("借款事由", advance.purpose, 1)])
    _amount(form, advance.amount, y := y + purpose, amount)
    paid = " ".join(filter(None, [payment.account, payment.method, iso(payment.day)]))
    form.pairs(y + amount, INFO, [Pair("预计还款日期", iso(advance.due), 0.3), Pair("付款方式", paid, 0.7)])


def _amount(form: Form, amount: Decimal, y: Mm, height: Mm) -> None:
    colour = RED if amount < 0 else BLACK
    label = label_width("借款金额（大写）")
    figures = form.width * 0.25
    form.pairs(y, height, [Pair("借款金额（大写）", "", 0.75), Pair("", "", 0.25)])
    form.put(
        voucher_capitals(amount),
        (form.left + label, y, form.width - figures - label, height),
        plain(12, colour),
    )
    form.money(amount, (form.right - figures, y, figures, height), Style(bold(), 13, colour), "¥")


def _edges(form: Form) -> list[Mm]:
    edges = [form.left]
    for _, share in COLUMNS:
        edges.append(edges[-1] + share * form.width)
    return edges


def _grid(form: Form, body: Mm, area: Mm, count: int) -> None:
    edges, head = _edges(form), body - HEAD
    form.pen.shade(form.left, head, form.width, HEAD, PALE)
    for place, (label, share) in enumerate(COLUMNS):
        form.put(label, (edges[place], head, share * form.width, HEAD), Style(bold(), 9.5), "centre")
    rules: Lines = [(x, head, x, body + area) for x in edges[1:-1]]
    levels = [head] + [body + place * area / count for place in range(count + 1)]
    form.pen.lines(rules + [(form.left, level, form.right, level) for level in levels])


def _clearing(form: Form, clearing: Clearing, left: Decimal, row: tuple[Mm, Mm]) -> None:
    edges = _edges(form)
    boxes = [(edges[place], row[0], edges[place + 1] - edges[place], row[1]) for place in range(len(COLUMNS))]
    form.put(iso(clearing.day), boxes[0], plain(9), "centre")
    form.put(clearing.number, boxes[1], plain(9.5), "centre")
    form.put(clearing.method, boxes[2], plain(9.5), "centre")
    form.money(clearing.amount, boxes[3], plain(9.5))
    form.money(left, boxes[4], plain(9.5))
