"""Draw 差旅费报销单: legs with their transport, allowances and other costs side by side, several pages when needed."""

from __future__ import annotations

from decimal import Decimal

from services.money import format_money, voucher_capitals
from services.reports.fitting import fit_line
from services.reports.fonts import bold
from services.reports.form import PAD, PALE, TOP, Form, Lines, Pair, iso, label_width
from services.reports.pen import BLACK, RED, Mm, Pen, Share, Style, plain
from services.reports.travel import AllowanceRow, LegRow, OtherRow, TravelVoucher

INFO: Mm = 7.6
HEAD: Mm = 5.4
ROW: Mm = 6.6
SUM: Mm = 7
TOTAL: Mm = 8.4
LATER = "见末页"
GROUPS = (("出　发", 2), ("到　达", 2), ("交通工具", 1), ("交通费", 2), ("出差补贴", 4), ("其他费用", 3))
COLUMNS: tuple[tuple[str, Share], ...] = (
    ("月日时", 0.078), ("地点", 0.075), ("月日时", 0.078), ("地点", 0.075), ("", 0.1), ("张数", 0.04),
    ("金额", 0.089), ("人数", 0.04), ("天数", 0.042), ("标准", 0.07), ("金额", 0.083), ("项目", 0.105), ("张数", 0.04),
    ("金额", 0.085),
)  # fmt: skip
SMALL, STRONG = 8.5, 9.5
MOMENTS = (0, 2)  # columns that never wrap
type Cells = tuple[LegRow | None, AllowanceRow | None, OtherRow | None]


def draw_travel(pen: Pen, travel: TravelVoucher) -> None:
    """Draw a travel claim on one page or several; sums and signatures stand on each, amounts on the last."""
    form = Form(pen, travel, "差旅费报销单" + ("（红字）" if travel.reverses else ""))
    body: Mm = TOP + 2 * INFO + 2 * HEAD
    area = form.sign_top - SUM - TOTAL - INFO - body
    count = max(1, int(area / ROW))
    rows = _rows(travel)
    pages = [rows[start : start + count] for start in range(0, len(rows), count)] or [[]]
    for number, page in enumerate(pages, 1):
        last = number == len(pages)
        form.begin()
        _people(form, travel)
        pen.kept(("travel", count, area), lambda: _grid(form, body, area, count))
        for place, cells in enumerate(page):
            _row(form, cells, (body + place * area / count, area / count))
        _sums(form, travel if last else None, body + area)
        _total(form, travel if last else None, body + area + SUM)
        _settlement(form, travel, body + area + SUM + TOTAL, last=last)
        form.end(number, len(pages))


def _rows(travel: TravelVoucher) -> list[Cells]:
    parts = (travel.legs, travel.allowances, travel.others)
    return [
        (_at(travel.legs, place), _at(travel.allowances, place), _at(travel.others, place))
        for place in range(max(map(len, parts)))
    ]


def _at[T](rows: tuple[T, ...], place: int) -> T | None:
    return rows[place] if place < len(rows) else None


def _people(form: Form, travel: TravelVoucher) -> None:
    form.pairs(
        TOP,
        INFO,
        [
            Pair("姓名", travel.claimant, 0.18),
            Pair("职级", travel.grade, 0.14),
            Pair("部门", travel.department, 0.23),
            Pair("项目", travel.project, 0.45),
        ],
    )
    form.pairs(TOP + INFO, INFO, [Pair("出差事由", travel.purpose, 1)])


def _edges(form: Form) -> list[Mm]:
    edges = [form.left]
    for _, share in COLUMNS:
        edges.append(edges[-1] + share * form.width)
    return edges


def _grid(form: Form, body: Mm, area: Mm, count: int) -> None:
    """The two rows of headings and the ruled field; the sums below it keep the columns of their amounts."""
    edges, top = _edges(form), body - 2 * HEAD
    form.pen.shade(form.left, top, form.width, 2 * HEAD, PALE)
    rules: Lines = []
    column = 0
    for label, width in GROUPS:
        first, end = edges[column], edges[column + width]
        height = HEAD if width > 1 else 2 * HEAD
        form.put(label, (first, top, end - first, height), Style(bold(), STRONG), "centre")
        if width > 1:
            rules.append((first, top + HEAD, end, top + HEAD))
        summed = SUM if column >= 5 else 0  # of money only; the word for it stands across the legs
        rules.append((first, top, first, body + area + summed))
        column += width
    for place, (label, _) in enumerate(COLUMNS):
        box = (edges[place], top + HEAD, edges[place + 1] - edges[place], HEAD)
        form.write(fit_line(label, Style(bold(), SMALL), box[2] - PAD), box, "centre")
    starts = {edges[sum(width for _, width in GROUPS[:n])] for n in range(len(GROUPS))}
    rules += [(x, top + HEAD, x, body + area) for x in edges[1:-1] if x not in starts]
    levels = [top, *(body + place * area / count for place in range(count + 1))]
    levels += [body + area + SUM, body + area + SUM + TOTAL]
    form.pen.lines([rule for rule in rules if rule[0] != form.left or rule[1] == rule[3]])
    form.pen.lines([(form.left, level, form.right, level) for level in levels])


def _row(form: Form, cells: Cells, place: tuple[Mm, Mm]) -> None:
    leg, allowance, other = cells
    words: list[str | Decimal | None] = [""] * len(COLUMNS)
    if leg:
        words[:7] = [
            leg.departed, leg.origin, leg.arrived, leg.goal, leg.vehicle, _count(leg.papers), leg.amount,
        ]  # fmt: skip
    if allowance:
        words[7:11] = [str(allowance.people), allowance.days, allowance.rate, allowance.amount]
    if other:
        words[11:] = [other.name, _count(other.papers), other.amount]
    edges = _edges(form)
    for number, shown in enumerate(words):
        box = (edges[number], place[0], edges[number + 1] - edges[number], place[1])
        if isinstance(shown, Decimal):
            form.money(shown, box, plain(SMALL))
        elif shown and number in MOMENTS:
            form.write(fit_line(shown, plain(SMALL), box[2] - PAD), box, "centre")
        elif shown:
            form.put(shown, box, plain(SMALL), "centre")


def _sums(form: Form, travel: TravelVoucher | None, y: Mm) -> None:
    edges = _edges(form)
    label = "小　计" if travel else "过次页"
    form.put(label, (form.left, y, edges[5] - form.left, SUM), Style(bold(), STRONG), "centre")
    if travel is None:
        return
    papers = sum(leg.papers for leg in travel.legs), sum(row.papers for row in travel.others)
    for place, amount in ((6, travel.transport), (10, travel.allowance), (13, travel.other)):
        width = edges[place + 1] - edges[place]
        form.money(amount, (edges[place], y, width, SUM), Style(bold(), SMALL))
    for place, count in ((5, papers[0]), (12, papers[1])):
        box = (edges[place], y, edges[place + 1] - edges[place], SUM)
        form.put(_count(count), box, plain(SMALL), "centre")


def _total(form: Form, travel: TravelVoucher | None, y: Mm) -> None:
    if travel is None:
        form.put(LATER, (form.left, y, form.width, TOTAL), plain(STRONG), "centre")
        return
    label = "核准总额（大写）" if travel.granted else "报销总额（大写）"
    colour = RED if travel.total < 0 else BLACK
    start, figures = form.left + label_width(label), form.width * 0.24
    form.put(label, (form.left, y, label_width(label) + 2, TOTAL), Style(bold(), STRONG))
    box = (start, y, form.right - figures - start, TOTAL)
    form.put(voucher_capitals(travel.total), box, plain(11, colour))
    form.money(travel.total, (form.right - figures, y, figures, TOTAL), Style(bold(), 12), "¥")


def _settlement(form: Form, travel: TravelVoucher, y: Mm, *, last: bool) -> None:
    advance = travel.advance
    due = travel.settlement if travel.settlement is not None else travel.total
    paid = " ".join(filter(None, (travel.payment.account, travel.payment.method, iso(travel.payment.day))))
    lent = f"{advance.number}　¥{format_money(advance.amount)}" if advance else "—"
    cells = [
        Pair("预支金额", lent, 0.29),
        Pair("冲销", f"¥{format_money(advance.offset)}" if advance else "—", 0.165, whole=True),
        Pair(
            "退还金额" if due < 0 else "补领金额",
            f"¥{format_money(abs(due))}",
            0.205,
            RED if due < 0 else BLACK,
            whole=True,
        ),
        Pair("付款", paid, 0.34),
    ]
    form.pairs(y, INFO, cells if last else [Pair(cell.label, LATER, cell.share) for cell in cells])


def _count(number: int) -> str:
    return str(number) if number else ""
