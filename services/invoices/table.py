"""The lines of goods and services on a page: columns by their headings, rows put together over several lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from services.invoices.labels import Form
from services.invoices.layout import Glyph, Run, joined, rows, runs
from services.invoices.model import InvoiceLine
from services.invoices.values import RATE, STARS, as_money, as_number, as_rate, compact, tidy

_HEADINGS = re.compile(
    r"(?P<other>建筑服务发生地|建筑项目名称|产权证书[/]?不动产权证号|面积单位|不动产地址|租赁期起止)|(?P<index>序号)|(?P<name>货物或应税劳务[、,]?服务名称|货物[(（]?劳务[)）]?名称|项目名称|商品名称|货物名称)"
    r"|(?P<spec>规格型号|车牌号)|(?P<unit>单位|类型)|(?P<quantity>数量)|(?P<unit_price>单价)"
    r"|(?P<start>通行日期起)|(?P<end>通行日期止)|(?P<amount>金额)|(?P<rate>税率(?:[/]?征收率)?)|(?P<tax>税额)"
)
_NEVER = 10**7
_NUMERIC = {"index", "quantity", "unit_price", "start", "end", "amount", "rate", "tax"}
_ENDS = {"sum", "subtotal", "words", "note"}
# headings of the block about travellers or freight that a 数电票 may have under its lines; one word may be a name's
_EXTRA = re.compile(r"出行人|有效身份证件|出行日期|出发地|到达地|运输工具[种类牌号]+|起运地")
_ITEM = re.compile(r"^[*＊][^*＊]+[*＊]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table, by its heading."""

    name: str
    x0: int
    x1: int


@dataclass(frozen=True, slots=True)
class Table:
    """Where a page's lines stand."""

    page: int
    top: int
    bottom: int
    columns: tuple[Column, ...]


@dataclass(slots=True)
class _Item:
    cells: dict[str, list[str]] = field(default_factory=dict)

    def add(self, column: str, text: str) -> None:
        self.cells.setdefault(column, []).append(text)

    def text(self, column: str) -> str:
        return joined(self.cells.get(column, []))


def find_tables(form: Form) -> list[Table]:
    """The tables of all pages, headings found wherever 金额 and 税额 or 税率 stand on one row."""
    tables = []
    for row in rows(form.values):
        columns = _columns(row)
        if {"amount"} <= {c.name for c in columns} and {"rate", "tax"} & {c.name for c in columns}:
            page, y = row[0].page, row[0].y
            beneath = [d.run.y for d in form.labels if d.run.page == page and d.name in _ENDS and d.run.y > y]
            size = row[0].size
            tables.append(Table(page, y + size // 2, min(beneath, default=10**9) - size // 2, columns))
    return tables


def read_lines(form: Form) -> tuple[InvoiceLine, ...]:
    """All lines, of all pages; 详见销货清单 gives way to the list itself."""
    lines = [_line(item) for table in find_tables(form) for item in _items(form.values, table)]
    lines = [line for line in lines if line.name or line.amount is not None]
    listed = [line for line in lines if not re.search(r"详见.*清单", line.name)]
    return tuple(listed or lines)


def _columns(row: Sequence[Glyph]) -> tuple[Column, ...]:
    found = []
    for match in _HEADINGS.finditer("".join(g.plain for g in row)):
        glyphs = row[match.start() : match.end()]
        found.append(Column(match.lastgroup or "", glyphs[0].x0, glyphs[-1].x1))
    return tuple(found)


def _items(values: Sequence[Glyph], table: Table) -> list[_Item]:
    inside = [g for g in values if g.page == table.page and table.top < g.y < table.bottom]
    items: list[_Item] = []
    for row in rows(inside):
        pieces = runs(row)
        if _is_sum(pieces) or len(_EXTRA.findall("".join(g.plain for g in row))) > 1:
            break
        cells = list(zip(_columns_of(pieces, table.columns), (run.text for run in pieces), strict=True))
        if _starts_item(cells, items):
            items.append(_Item())
        for column, text in cells:
            items[-1].add(column, text)
    return items


def sum_row(form: Form) -> list[Run]:
    """The amounts with a ¥ under a table, for forms whose 合计 is a drawing."""
    for table in find_tables(form):
        below = [g for g in form.values if g.page == table.page and g.y > table.top]
        for row in rows(below):
            if _is_sum(runs(row)):
                return runs(row)
    return []


def _is_sum(pieces: list[Run]) -> bool:
    marked = [run for run in pieces if re.match(r"-?[¥￥]", run.text)]
    return bool(marked) and all(as_money(run.text) is not None or run.text in "¥￥" for run in pieces)


def _starts_item(cells: list[tuple[str, str]], items: list[_Item]) -> bool:
    if not items:
        return True
    present = {column for column, _ in cells}
    if any(column == "name" and _ITEM.match(tidy(text)) for column, text in cells):
        return True
    return "amount" in present and bool(items[-1].text("amount"))


def _columns_of(row: Sequence[Run], columns: tuple[Column, ...]) -> list[str]:
    """The cheapest way to share the runs of a row out among the columns from left to right, one number a column."""
    edges = [(left.x1 + right.x0) // 2 for left, right in itertools.pairwise(columns)]
    paths: dict[int, tuple[int, list[str]]] = {-1: (0, [])}
    for run in row:
        following: dict[int, tuple[int, list[str]]] = {}
        costs = _costs(run, columns, edges)
        for last, (spent, names) in paths.items():
            for index in range(max(last, 0), len(columns)):
                if index == last and columns[index].name in _NUMERIC:
                    continue
                cost = spent + costs[index]
                if index not in following or cost < following[index][0]:
                    following[index] = (cost, [*names, columns[index].name])
        paths = following or {i: (c, [*n, columns[i].name]) for i, (c, n) in paths.items() if i >= 0}
    return min(paths.values(), key=lambda path: path[0])[1] if paths else [columns[0].name] * len(row)


def _costs(run: Run, columns: tuple[Column, ...], edges: list[int]) -> list[int]:
    text = compact(tidy(run.text)).lstrip("¥")
    middle, size = run.middle, run.size
    away = [abs(middle - (column.x0 + column.x1) // 2) for column in columns]
    if STARS.fullmatch(text) or RATE.fullmatch(text):
        fits = {"rate"} if "%" in text else {"rate", "tax"}
        return [far + (0 if c.name in fits else _NEVER) for far, c in zip(away, columns, strict=True)]
    if as_number(text) is not None:
        never = {"rate"} if len(text) == 8 else {"rate", "start", "end"}
        extra = [_NEVER if c.name in never else 0 if c.name in _NUMERIC else 3 * size for c in columns]
        return [far + more for far, more in zip(away, extra, strict=True)]
    own = sum(edge <= run.x0 for edge in edges)
    wordless = _NUMERIC - {"start", "end"}
    return [
        far + _NEVER if c.name in wordless else abs(own - i) * 10 * size
        for i, (far, c) in enumerate(zip(away, columns, strict=True))
    ]


def _line(item: _Item) -> InvoiceLine:
    rate = compact(item.text("rate"))
    return InvoiceLine(
        name=item.text("name"),
        spec=item.text("spec"),
        unit=item.text("unit"),
        quantity=as_number(item.text("quantity")),
        unit_price=as_number(item.text("unit_price")),
        amount=as_money(item.text("amount")),
        rate=as_rate(rate) if rate else "",
        tax=as_money(item.text("tax")),
    )
