"""Draw 费用报销单: lines over as many pages as they need, carried totals, amount in capitals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from services.money import format_money, voucher_capitals
from services.reports.fitting import Fitted, fit_row
from services.reports.fonts import bold
from services.reports.form import PAD, PALE, TOP, Form, Lines, Pair, iso, label_width
from services.reports.pen import BLACK, RED, Mm, Pen, Style, plain
from services.reports.voucher import ClaimLine, ClaimVoucher

INFO: Mm = 8
HEAD: Mm = 7.2
TOTAL: Mm = 9
SETTLE: Mm = 8
ROW: Mm = 7.6
GAP: Mm = 3  # white around wrapped lines; a row that fills a page does with less
LEAST_GAP: Mm = 0.9
LATER = "见末页"
COLUMNS = (
    ("日　期", 0.13),
    ("费用类别及摘要", 0.34),
    ("发票号码", 0.19),
    ("税　额", 0.09),
    ("报销金额", 0.125),
    ("核准金额", 0.125),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the form, or a part of one that fills more than a page; amounts stand on its first part."""

    cells: tuple[Fitted, Fitted, Fitted]
    height: Mm
    line: ClaimLine | None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page and the totals, claimed and sanctioned, of the pages before it and with it."""

    rows: list[Row]
    before: tuple[Decimal, Decimal | None]
    after: tuple[Decimal, Decimal | None]


def draw_claim(pen: Pen, claim: ClaimVoucher) -> None:
    """Draw a claim on one page or several."""
    form = Form(pen, claim, "费用报销单" + ("（红字）" if claim.reverses else ""))
    body: Mm = TOP + INFO + HEAD
    area = form.sign_top - SETTLE - TOTAL - body
    base = area / int(area / ROW)
    pages = _paged(claim, _rows(form, claim, base, area), area, base)
    for number, page in enumerate(pages, 1):
        form.begin()
        form.pairs(TOP, INFO, _people(claim))
        heights = _heights(page, number > 1, area, base)
        pen.kept(("grid", heights), partial(_grid, form, heights, area))
        _draw_rows(form, page, body, base if number > 1 else 0)
        _draw_total(form, page, body + area, last=number == len(pages))
        settled = _settlement(claim)
        if number < len(pages):
            settled = [Pair(pair.label, LATER, pair.share) for pair in settled]
        form.pairs(body + area + TOTAL, SETTLE, settled)
        form.end(number, len(pages))


def _people(claim: ClaimVoucher) -> list[Pair]:
    return [
        Pair("报销人", claim.claimant, 0.22),
        Pair("部门", claim.department, 0.28),
        Pair("项目", claim.project, 0.5),
    ]


def _settlement(claim: ClaimVoucher) -> list[Pair]:
    """The row of advance, settlement and payment."""
    advance, due = claim.advance, _due(claim)
    payment = (claim.payment.account, claim.payment.method, iso(claim.payment.day))
    return [
        Pair("原借款", f"{advance.number}　¥{format_money(advance.amount)}" if advance else "—", 0.29),
        Pair("冲销", f"¥{format_money(advance.offset)}" if advance else "—", 0.165, whole=True),
        Pair(
            "应退回" if due < 0 else "应补付",
            f"¥{format_money(abs(due))}",
            0.205,
            RED if due < 0 else BLACK,
            whole=True,
        ),
        Pair("付款", " ".join(filter(None, payment)), 0.34),
    ]


def _due(claim: ClaimVoucher) -> Decimal:
    if claim.settlement is not None:
        return claim.settlement
    total = claim.total if claim.sanctioned_total is None else claim.sanctioned_total
    return total - (claim.advance.offset if claim.advance else Decimal(0))


def _rows(form: Form, claim: ClaimVoucher, base: Mm, area: Mm) -> list[Row]:
    rows: list[Row] = []
    for line in claim.lines:
        said = "　".join(filter(None, [line.category, line.description]))
        cells = tuple(
            fit_row(form.clean(text), style, round(COLUMNS[place][1] * form.width - 2 * PAD, 2))
            for place, (text, style) in enumerate(
                [(line.day, plain(9)), (said, plain(9.5)), (line.invoice_number or "—", plain(9))]
            )
        )
        rows += _parts(line, cells, base, area - base)
    return rows


def _parts(line: ClaimLine, cells: tuple[Fitted, ...], base: Mm, most: Mm) -> list[Row]:
    """One row, or several if the words alone would fill more than a page."""
    parts: list[Row] = []
    room = int((most - LEAST_GAP) / max((cell.leading for cell in cells if len(cell.lines) > 1), default=1))
    for start in range(0, max(len(cell.lines) for cell in cells), room):
        day, said, invoice = (Fitted(cell.lines[start : start + room], cell.style) for cell in cells)
        needed = max(cell.leading * len(cell.lines) for cell in (day, said, invoice)) + GAP
        parts.append(Row((day, said, invoice), max(base, min(needed, most)), None if start else line))
    return parts


def _paged(claim: ClaimVoucher, rows: list[Row], area: Mm, base: Mm) -> list[Page]:
    pages: list[Page] = []
    before: tuple[Decimal, Decimal | None] = (
        Decimal(0),
        None if claim.sanctioned_total is None else Decimal(0),
    )
    after = before
    taken: list[Row] = []
    room = area
    for row in rows:
        if row.height > room + 0.01:
            pages.append(Page(taken, before, after))
            taken, before, room = [], after, area - base
        taken.append(row)
        room -= row.height
        if row.line:
            sanctioned = None if after[1] is None else after[1] + (row.line.sanctioned or 0)
            after = (after[0] + row.line.amount, sanctioned)
    return [*pages, Page(taken, before, after)]


def _heights(page: Page, carried: bool, area: Mm, base: Mm) -> tuple[Mm, ...]:
    """Heights of all rows, empty ones included; the last takes what is left over."""
    heights = [base] * carried + [row.height for row in page.rows]
    left = area - sum(heights)
    heights += [base] * int(left / base + 0.01)
    heights[-1] += area - sum(heights)
    return tuple(round(height, 3) for height in heights)


def _edges(form: Form) -> list[Mm]:
    edges = [form.left]
    for _, share in COLUMNS:
        edges.append(edges[-1] + share * form.width)
    return edges


def _grid(form: Form, heights: tuple[Mm, ...], area: Mm) -> None:
    edges, head = _edges(form), TOP + INFO
    form.pen.shade(form.left, head, form.width, HEAD, PALE)
    for place, (label, share) in enumerate(COLUMNS):
        form.put(label, (edges[place], head, share * form.width, HEAD), Style(bold(), 9.5), "centre")
    bottom = head + HEAD + area
    rules: Lines = [(x, head, x, bottom + (TOTAL if x in edges[4:6] else 0)) for x in edges[1:-1]]
    y = head + HEAD
    levels = [head, y, *(y := y + height for height in heights), bottom + TOTAL]
    form.pen.lines(rules + [(form.left, level, form.right, level) for level in levels])


def _draw_rows(form: Form, page: Page, y: Mm, carried: Mm) -> None:
    edges = _edges(form)
    if carried:
        form.put("承前页", (edges[1], y, edges[2] - edges[1], carried), Style(bold(), 9.5))
        _amounts(form, page.before, (y, carried), Style(bold(), 9.5))
        y += carried
    for row in page.rows:
        for place, cell in enumerate(row.cells):
            box = (edges[place], y, edges[place + 1] - edges[place], row.height)
            form.write(cell, box, "left" if place == 1 else "centre")
        if row.line:
            tax = (edges[3], y, edges[4] - edges[3], row.height)
            form.money(row.line.tax, tax, plain(9.5))
            form.put("" if row.line.tax is not None else "—", tax, plain(9.5), "right")
            _amounts(form, (row.line.amount, row.line.sanctioned), (y, row.height), plain(9.5))
        y += row.height


def _amounts(
    form: Form, amounts: tuple[Decimal, Decimal | None], row: tuple[Mm, Mm], style: Style, sign: str = ""
) -> None:
    edges = _edges(form)
    for place, amount in enumerate(amounts, 4):
        form.money(amount, (edges[place], row[0], edges[place + 1] - edges[place], row[1]), style, sign)


def _draw_total(form: Form, page: Page, y: Mm, *, last: bool) -> None:
    claimed, sanctioned = page.after
    label = ("合计（大写）" if sanctioned is None else "核准合计（大写）") if last else "过次页"
    form.put(label, (form.left, y, label_width(label) + 3, TOTAL), Style(bold(), 9.5))
    _amounts(form, page.after, (y, TOTAL), Style(bold(), 11), "¥")
    if last:
        amount = claimed if sanctioned is None else sanctioned
        start = form.left + label_width(label) + 1
        words = plain(11, RED if amount < 0 else BLACK)
        form.put(voucher_capitals(amount), (start, y, _edges(form)[4] - start, TOTAL), words)
