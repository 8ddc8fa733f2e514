"""Draw what stands around the vouchers of a volume: cover 凭证封面, list 目录, proof 核对表."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from services.money import format_money, voucher_capitals
from services.reports.book_pen import LEFT, RIGHT, WIDTH, Align, BookPen
from services.reports.bundle import Cover, ListRow, Proof, Range
from services.reports.fonts import bold
from services.reports.pen import GREY, RED, Mm, Style, plain

ROWS_A_PAGE = 42
_ROW: Mm = 6
_LABEL: Mm = 40
_LIST: tuple[Mm, ...] = (36, 22, 66, 30, 13, 13)
_LIST_ALIGNS: tuple[Align, ...] = ("left", "centre", "left", "right", "centre", "centre")
_PROOF_ROWS = 34


def list_pages(count: int) -> int:
    """How many pages the list of `count` vouchers takes."""
    return max(-(-count // ROWS_A_PAGE), 1)


def draw_cover(pen: BookPen, cover: Cover) -> None:
    """The first page of the volume."""
    pen.frame((LEFT, 14, WIDTH, 268), 1.2)
    pen.frame((LEFT + 1.5, 15.5, WIDTH - 3, 265), 0.4)
    pen.put(cover.company, (LEFT, 34, WIDTH, 9), plain(14), "centre")
    pen.heading("记账凭证封面", 58, 26)
    pen.put(
        f"{cover.month.year} 年 {cover.month.month} 月　　第 1 册　共 1 册",
        (LEFT, 64, WIDTH, 9),
        plain(13),
        "centre",
    )
    y: Mm = 80
    for label, value in _facts(cover):
        height: Mm = 9.4
        pen.row((label, value), (_LABEL, WIDTH - 24 - _LABEL), y, height, style=plain(11), x=LEFT + 12)
        y += height
    _draw_ranges(pen, cover.ranges, y + 5)
    _draw_signatures(pen, cover)
    seal = f"历史记录止于第 {cover.head_seq} 条，封印 {cover.head_mac[:16]}" if cover.head_seq else ""
    pen.put(seal, (LEFT + 12, 270, WIDTH - 24, 5), plain(8, GREY))
    pen.page_done()


def _facts(cover: Cover) -> list[tuple[str, str]]:
    void = f"（其中作废 {cover.voided} 号）" if cover.voided else ""
    return [
        ("凭证张数", f"{cover.count} 张{void}"),
        ("起止日期", f"{cover.first_day.isoformat()} 至 {cover.last_day.isoformat()}"),
        ("金额合计", f"¥{format_money(cover.total)}"),
        ("大写", voucher_capitals(cover.total)),
        ("附件张数", f"{cover.attachments} 张"),
        ("本册页数", f"{cover.pages} 页"),
        ("保管期限", f"{cover.retention} 年（{cover.source}）"),
        ("装订日期", cover.bound_on.isoformat() if cover.bound_on else "未装订"),
    ]


def _draw_ranges(pen: BookPen, ranges: Sequence[Range], y: Mm) -> None:
    widths: tuple[Mm, ...] = (24, 50, 50, 16, 16)
    pen.head(("字", "自", "至", "张数", "作废"), widths, y, x=LEFT + 12)
    for place, one in enumerate(ranges, start=1):
        cells = (one.word, one.first, one.last, str(one.count), str(one.voided))
        pen.row(cells, widths, y + 7 * place, 7, aligns=["centre"] * 5, x=LEFT + 12)


def _draw_signatures(pen: BookPen, cover: Cover) -> None:
    width: Mm = (WIDTH - 24) / 3
    day = cover.bound_on.isoformat() if cover.bound_on else ""
    for place, (label, name) in enumerate((("装订人", cover.bound_by), ("审核", ""), ("会计主管", ""))):
        x = LEFT + 12 + place * width
        pen.frame((x, 238, width, 24), 0.5)
        pen.put(label, (x, 239, width, 6), Style(bold(), 10))
        pen.put(name, (x, 247, width * 0.55, 10), plain(12))
        pen.put(day if name else "", (x + width * 0.45, 247, width * 0.55, 10), plain(9), "right")


def draw_list(pen: BookPen, month: str, rows: Sequence[ListRow]) -> None:
    """The vouchers of the volume in their order, and where each begins."""
    total = sum((row.amount for row in rows if not row.voided), Decimal(0))
    for page in range(list_pages(len(rows))):
        part = rows[page * ROWS_A_PAGE : (page + 1) * ROWS_A_PAGE]
        pen.heading(f"{month} 凭证目录", 16)
        pen.head(("凭证号", "日期", "摘　要", "金　额", "附件", "页"), _LIST, 22)
        y: Mm = 29
        for row in part:
            amount = "作废" if row.voided else format_money(row.amount)
            cells = (row.label, row.day.isoformat(), row.summary, amount, str(row.attachments), str(row.page))
            red = row.voided or row.amount < 0
            pen.row(cells, _LIST, y, _ROW, aligns=_LIST_ALIGNS, style=plain(9, RED) if red else plain(9))
            y += _ROW
        if page == list_pages(len(rows)) - 1:
            files = sum(row.attachments for row in rows)
            cells = ("合　计", "", f"{len(rows)} 号", format_money(total), str(files), "")
            pen.row(cells, _LIST, y, _ROW, aligns=_LIST_ALIGNS, style=Style(bold(), 9))
        pen.page_done()


def proof_pages(proof: Proof) -> int:
    """How many pages the proof takes."""
    return max(-(-len(_named(proof)) // _PROOF_ROWS), 1)


def draw_proof(pen: BookPen, proof: Proof, facts: Sequence[tuple[str, str, str]]) -> None:
    """What was counted against what is in the volume; `facts` are rows of (what, counted, here)."""
    named = _named(proof)
    for page in range(proof_pages(proof)):
        pen.heading("核　对　表", 16)
        y: Mm = 24
        if page == 0:
            widths: tuple[Mm, ...] = (80, 40, 40, 20)
            pen.head(("项　目", "登　记", "本　册", "核对"), widths, y)
            for place, (what, counted, here) in enumerate(facts, start=1):
                cells = (what, counted, here, "相符")
                pen.row(cells, widths, y + 7 * place, 7, aligns=("left", "right", "right", "centre"))
            y += 7 * (len(facts) + 1) + 6
        for line in named[page * _PROOF_ROWS : (page + 1) * _PROOF_ROWS]:
            pen.put(line, (LEFT, y, RIGHT - LEFT, 5.6), plain(9))
            y += 5.6
        pen.page_done()


def _named(proof: Proof) -> list[str]:
    """What could not be set on paper as it is, one a line."""
    found: list[str] = []
    if proof.unreadable:
        found += [f"无法打开的文件 {len(proof.unreadable)} 个，本册以说明页代替：", *proof.unreadable]
    if proof.described:
        found += [f"无版面的电子文件 {len(proof.described)} 个，本册以登记数据页代替：", *proof.described]
    if proof.on_paper:
        found += [f"纸质原件 {len(proof.on_paper)} 张，粘贴于本册登记数据页或另附：", *proof.on_paper]
    if proof.registered:
        found += [f"未存文件的电子发票 {len(proof.registered)} 张，本册以登记数据页代替：", *proof.registered]
    return found or ["全部附件均已按原样装入本册。"]
