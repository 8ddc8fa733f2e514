"""Draw 还款单: which advance, how much came back and how, and the receipt 收据 for it."""

from __future__ import annotations

from services.money import format_money, voucher_capitals
from services.reports.fonts import bold
from services.reports.form import TOP, Form, Pair, iso, label_width
from services.reports.pen import BLACK, RED, Mm, Pen, Style, plain
from services.reports.travel import RepaymentVoucher

INFO: Mm = 9
LARGE: Mm = 11


def draw_repayment(pen: Pen, paper: RepaymentVoucher) -> None:
    """Draw a repayment on one page; the receipt fills what is left above the signatures."""
    form = Form(pen, paper, "还款单" + ("（红字）" if paper.reverses else ""))
    form.begin()
    y: Mm = TOP
    for cells in _above(paper):
        form.pairs(y, INFO, cells)
        y += INFO
    _amount(form, paper, y)
    y += LARGE
    paid = " ".join(filter(None, (paper.payment.account, iso(paper.payment.day))))
    form.pairs(y, INFO, [Pair("还款方式", paper.method, 0.4), Pair("入账", paid or "—", 0.6)])
    y += INFO
    form.pairs(y, form.sign_top - y, [Pair("收　据", _receipt(paper), 1)])
    form.end(1, 1)


def _above(paper: RepaymentVoucher) -> list[list[Pair]]:
    return [
        [Pair("还款人", paper.borrower, 0.22), Pair("部门", paper.department, 0.28), Pair("项目", paper.project, 0.5)],
        [
            Pair("原借款单", paper.advance, 0.34),
            Pair("借款金额", f"¥{format_money(paper.advance_amount)}", 0.33, whole=True),
            Pair("借款日期", iso(paper.advance_day) or "—", 0.33),
        ],
        [Pair("借款事由", paper.purpose, 1)],
    ]  # fmt: skip


def _amount(form: Form, paper: RepaymentVoucher, y: Mm) -> None:
    colour = RED if paper.amount < 0 else BLACK
    label, figures = label_width("还款金额（大写）"), form.width * 0.25
    form.pairs(y, LARGE, [Pair("还款金额（大写）", "", 0.75), Pair("", "", 0.25)])
    box = (form.left + label, y, form.width - figures - label, LARGE)
    form.put(voucher_capitals(paper.amount), box, plain(12, colour))
    form.money(paper.amount, (form.right - figures, y, figures, LARGE), Style(bold(), 13, colour), "¥")


def _receipt(paper: RepaymentVoucher) -> str:
    if paper.amount < 0:
        return f"冲销原还款单 {paper.reverses}。"
    if paper.payment.day is None:
        return f"{paper.method}，待确认。"
    said = f"今收到 {paper.borrower} 归还借款 {paper.advance}，计{voucher_capitals(paper.amount)}（{paper.method}）。"
    return said + (f"　备注：{paper.note}" if paper.note else "")
