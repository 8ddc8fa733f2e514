"""Draw the weekly digest: a table a province, its departments as lines between, laid out in pages before it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from services.bid_digests import UNDECIDED, Digest, DigestLead, budget_words, by_department
from services.reports.fitting import Fitted, fit_row
from services.reports.fonts import bold, printable
from services.reports.pen import GREY, RED, Mm, Pen, Style, plain

LEFT: Mm = 15
RIGHT: Mm = 12
TOP: Mm = 14
FIRST: Mm = 33
BOTTOM: Mm = 16
PAD: Mm = 1.1
ROW: Mm = 6.4
SIZE = 9
PALE, PALER = 0.9, 0.965
HEADS: tuple[tuple[str, int], ...] = (
    ("序号", 11), ("新", 8), ("项目名称", 65), ("招标人", 49), ("预算", 20), ("报名截止", 17), ("投标截止", 17),
)  # fmt: skip
_BUDGET = 4  # the place of the amounts


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the sheet: its cells with widths and styles fitted, its height, how dark it is."""

    cells: tuple[tuple[Fitted, Mm], ...]
    height: Mm
    shade: float = 1
    stays: bool = False  # with the row below it


def draw_digest(pen: Pen, digest: Digest) -> None:
    """Every page has its number and how many there are; the first one the title."""
    width: Mm = pen.width - LEFT - RIGHT
    heads = _heads(width)
    pages = _pages(list(_rows(digest, width)), pen.height - BOTTOM - heads.height)
    for number, rows in enumerate(pages, start=1):
        y = FIRST if number == 1 else TOP
        if number == 1:
            _title(pen, digest)
        else:
            pen.text(LEFT, TOP - 3, printable(f"招标信息周报（续）　{digest.company}"), plain(9, GREY))
        for row in (heads, *rows):
            _draw(pen, row, y, width)
            y += row.height
        _foot(pen, digest, f"第 {number} 页 / 共 {len(pages)} 页")
        pen.page_done()


def _title(pen: Pen, digest: Digest) -> None:
    middle = (LEFT + pen.width - RIGHT) / 2
    pen.text(middle, 14, "招标信息周报", Style(bold(), 17), align=0.5)
    pen.text(middle, 20.5, printable(digest.company), plain(9.5), align=0.5)
    period = f"{digest.from_on:%Y年%m月%d日} 至 {digest.to_on:%Y年%m月%d日}"
    pen.text(
        LEFT, 29, printable("　".join(filter(None, (digest.number, digest.department, period)))), plain(10)
    )
    count = f"共 {len(digest.leads)} 条，新增 {digest.fresh} 条"
    pen.text(pen.width - RIGHT, 29, count, Style(bold(), 10), align=1)


def _foot(pen: Pen, digest: Digest, page: str) -> None:
    y = pen.height - 8.5
    pen.text(LEFT, y, printable(f"整理：{digest.made_by}　“新”为上期周报之后首次列出"), plain(8, GREY))
    pen.text(pen.width - RIGHT, y, page, plain(8, GREY), align=1)


def _pages(rows: Sequence[_Row], low: Mm) -> list[list[_Row]]:
    """The rows of each page; a heading is never the last line of a page."""
    pages: list[list[_Row]] = [[]]
    left = low - FIRST
    for place, row in enumerate(rows):
        if row.height + _held(rows, place) > left and pages[-1]:
            pages.append([])
            left = low - TOP
        pages[-1].append(row)
        left -= row.height
    return pages


def _held(rows: Sequence[_Row], place: int) -> Mm:
    """How high what must stand below a heading is."""
    height: Mm = 0
    while rows[place].stays and place + 1 < len(rows):
        place += 1
        height += rows[place].height
    return height


def _heads(width: Mm) -> _Row:
    return _row([(head, share, Style(bold(), SIZE)) for head, share in _shares(width)], PALE)


def _shares(width: Mm) -> Iterator[tuple[str, Mm]]:
    whole = sum(share for _head, share in HEADS)
    for head, share in HEADS:
        yield head, width * share / whole


def _rows(digest: Digest, width: Mm) -> Iterator[_Row]:
    for province, leads in digest.by_province():
        words = f"{province}　{len(leads)} 条"
        yield _row([(words, width, Style(bold(), 10.5))], PALE, stays=True)
        last = 0
        for department, mine in by_department(leads):
            yield _row([(department or UNDECIDED, width, Style(bold(), SIZE))], PALER, stays=True)
            for number, lead in enumerate(mine, start=last + 1):
                yield _lead(number, lead, width, digest.to_on.year)
            last += len(mine)


def _lead(number: int, lead: DigestLead, width: Mm, year: int) -> _Row:
    texts = (
        str(number),
        "新" if lead.fresh else "",
        lead.title,
        lead.owner,
        budget_words(lead.budget) if lead.budget is not None else "",
        _day(lead.register_until, year),
        _day(lead.deadline_on, year),
    )
    styles = [plain(SIZE)] * len(texts)
    styles[1] = Style(bold(), SIZE, RED)
    shares = [share for _head, share in _shares(width)]
    return _row(list(zip(texts, shares, styles, strict=True)))


def _day(day: date | None, year: int) -> str:
    """Without its year only in the year of the digest."""
    if day is None:
        return ""
    return f"{day:%m-%d}" if day.year == year else f"{day:%Y-%m-%d}"


def _row(cells: Sequence[tuple[str, Mm, Style]], shade: float = 1, *, stays: bool = False) -> _Row:
    fitted = tuple(
        (fit_row(printable(text), style, round(width - 2 * PAD, 2)), width) for text, width, style in cells
    )
    height: Mm = max(ROW, *(len(fit.lines) * fit.leading + 2 for fit, _width in fitted))
    return _Row(fitted, height, shade, stays)


def _draw(pen: Pen, row: _Row, y: Mm, width: Mm) -> None:
    if row.shade < 1:
        pen.shade(LEFT, y, width, row.height, row.shade)
    x, low = LEFT, y + row.height
    rules = [(LEFT, y, LEFT + width, y), (LEFT, low, LEFT + width, low), (LEFT, y, LEFT, low)]
    for place, (fit, wide) in enumerate(row.cells):
        first = y + row.height / 2 + fit.style.size * 0.127 - fit.leading * (len(fit.lines) - 1) / 2
        for number, line in enumerate(fit.lines):
            at, align = (x + wide - PAD, 1) if place == _BUDGET else (x + PAD, 0)
            pen.text(at, first + number * fit.leading, line, fit.style, align=align)
        x += wide
        rules.append((x, y, x, low))
    pen.lines(rules, 0.4)
