"""Draw 付款申请单: payee, contract and what is paid of it, lines over as many pages as they need."""

from __future__ import annotations

from decimal import Decimal

from services.money import format_money, voucher_capitals
from services.reports.fonts import bold
from services.reports.form import PALE, TOP, Form, Lines, Pair, iso, label_width
from services.reports.pen import BLACK, RED, Mm, Pen, Share, Style, plain
from services.reports.travel import RequestLine, RequestVoucher

INFO: Mm = 7.4
HEAD: Mm = 6.4
ROW: Mm = 6.6
TOTAL: Mm = 9
LATER = "见末页"
COLUMNS: tuple[tuple[str, Share], ...] = (
    ("日　期", 0.14),
    ("费用类别及摘要", 0.42),
    ("发票号码", 0.24),
    ("付款金额", 0.2),
)


def draw_request(pen: Pen, request: RequestVoucher) -> None:
    """Draw a payment request; what is paid stands in figures and capitals on the last page."""
    form = Form(pen, request, "付款申请单" + ("（红字）" if request.reverses else ""))
    above = _above(request)
    body: Mm = TOP + INFO * len(above) + HEAD
    area = form.sign_top - INFO - TOTAL - body
    count = max(1, int(area / ROW))
    lines = request.lines
    pages = [lines[start : start + count] for start in range(0, len(lines), count)] or [()]
    for number, page in enumerate(pages, 1):
        last = number == len(pages)
        form.begin()
        for place, cells in enumerate(above):
            form.pairs(TOP + place * INFO, INFO, cells)
        pen.kept(("request", count, area), lambda: _grid(form, body, area, count))
        for place, line in enumerate(page):
            _line(form, line, (body + place * area / count, area / count))
        _total(form, request if last else None, body + area)
        form.pairs(body + area + TOTAL, INFO, _below(request))
        form.end(number, len(pages))


def _above(request: RequestVoucher) -> list[list[Pair]]:
    amount = request.contract_amount
    return [
        [Pair("经办人", request.claimant, 0.22), Pair("部门", request.department, 0.28), Pair("项目", request.project, 0.5)],
        [Pair("收款单位", request.payee, 0.5), Pair("开户行", request.bank, 0.5)],
        [Pair("账号", request.account, 0.5), Pair("发票情况", request.invoice, 0.5)],
        [
            Pair("合同号", request.contract or "—", 0.34),
            Pair("合同金额", "—" if amount is None else f"¥{format_money(amount)}", 0.33, whole=True),
            Pair("累计已付", f"¥{format_money(request.paid_before)}", 0.33, whole=True),
        ],
        [Pair("付款事由", request.purpose, 1)],
    ]  # fmt: skip


def _below(request: RequestVoucher) -> list[Pair]:
    """With this payment: how much of the contract is paid then, and what is left of it."""
    after, amount = request.paid_before + request.total, request.contract_amount
    rest = None if amount is None or request.reverses else amount - after
    over = rest is not None and rest < 0
    paid = " ".join(filter(None, (request.payment.account, request.payment.method, iso(request.payment.day))))
    return [
        Pair("本次付款后累计", f"¥{format_money(after)}", 0.29, whole=True),
        Pair(
            "合同超付" if over else "合同余额",
            "—" if rest is None else f"¥{format_money(abs(rest))}",
            0.27,
            RED if over else BLACK,
            whole=True,
        ),
        Pair("付款", paid, 0.44),
    ]


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
    levels = [head, *(body + place * area / count for place in range(count + 1))]
    levels.append(body + area + TOTAL)
    form.pen.lines(rules + [(form.left, level, form.right, level) for level in levels])


def _line(form: Form, line: RequestLine, row: tuple[Mm, Mm]) -> None:
    edges = _edges(form)
    boxes = [(edges[n], row[0], edges[n + 1] - edges[n], row[1]) for n in range(len(COLUMNS))]
    form.put(line.day, boxes[0], plain(9), "centre")
    form.put(line.words, boxes[1], plain(9.5))
    form.put(line.invoice_number or "—", boxes[2], plain(9), "centre")
    form.money(line.amount, boxes[3], plain(9.5))


def _total(form: Form, request: RequestVoucher | None, y: Mm) -> None:
    label = "本次付款（大写）" if request else "过次页"
    form.put(label, (form.left, y, label_width(label) + 3, TOTAL), Style(bold(), 9.5))
    if request is None:
        return
    total: Decimal = request.total
    start, figures = form.left + label_width(label) + 1, form.width * 0.24
    box = (start, y, form.right - figures - start, TOTAL)
    form.put(voucher_capitals(total), box, plain(11, RED if total < 0 else BLACK))
    form.money(total, (form.right - figures, y, figures, TOTAL), Style(bold(), 12), "¥")
