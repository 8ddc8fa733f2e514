"""The words printed on every invoice form, found wherever they stand, and the values that belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from services.invoices.layout import Glyph, Run, joined, rows, runs

BUYER, SELLER = "buyer", "seller"
_LABELS = {
    "code": r"发票代码:?",
    "number": r"发票号码:?|(?<=[^票])号码:",
    "date": r"开票日期:?|填开日期:?",
    "check_code": r"校验码:?",
    "machine": r"机器编号:?",
    "name": r"(?:(?P<party>购买方|销售方|购货单位|销货单位|购方|销方)信?息?:?)?(?<![务目品件物人])名称:",
    "tax_id": r"(?P<party2>购买方|销售方|购方|销方)?(?:(?:统一社会信用代码/?)?纳税人识别号|统一社会信用代码):?",
    "address": r"地址[、,]?(?:电话)?:?",
    "phone": r"电话:",
    "bank": r"开户行及账号:?|开户银行:|银行账号:",
    "words": r"价税合计(?:\(大写\))?",
    "total": r"\(小写\)|票价:",
    "sum": r"(?<!税)合计",
    "subtotal": r"小计",
    "note": r"备注:?",
    "payee": r"收款人:?",
    "reviewer": r"复核人?:?",
    "drawer": r"开票人:?",
    "seal": r"销售方:?\(章\)",
}
_ANY = re.compile("|".join(f"(?P<L_{name}>{pattern})" for name, pattern in _LABELS.items()))
_SIDES = {
    "购买方信息": BUYER,
    "购货单位": BUYER,
    "销售方信息": SELLER,
    "销货单位": SELLER,
    "密码区": "cipher",
    "备注": "note",
}


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label: what it announces, and whose it is when it says so."""

    name: str
    party: str
    run: Run


@dataclass(frozen=True, slots=True)
class Side:
    """A label written downward beside a block 购买方 / 销售方 / 密码区 / 备注."""

    party: str
    x: int
    top: int
    bottom: int
    page: int
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A page's labels, and the glyphs that are left: the values."""

    labels: tuple[Label, ...]
    sides: tuple[Side, ...]
    values: tuple[Glyph, ...]


def find_form(glyphs: Sequence[Glyph]) -> Form:
    """Tell labels from values."""
    sides = _find_sides(glyphs)
    taken = {g for side in sides for g in side.glyphs}
    rest = [g for g in glyphs if g not in taken and not g.char.isspace()]
    labels = [label for row in rows(rest) for label in _labels_in(row)]
    taken.update(g for label in labels for g in label.run.glyphs)
    return Form(tuple(labels), sides, tuple(g for g in rest if g not in taken))


def value_runs(form: Form, label: Label) -> list[Run]:
    """All runs on the row to the right of a label, up to the next label."""
    near = _near(form, label, 1)
    return runs(near[0]) if near else []


def value(form: Form, label: Label, lines: int = 1) -> str:
    """The text that belongs to a label, ``""`` when there is none; `lines` 3 takes the lines just above and below too."""
    pieces = [runs(row, gap=400)[0] for row in _near(form, label, lines)]
    return joined([piece.text for piece in pieces])


def party_of(form: Form, label: Label) -> str:
    """Whether a 名称 or 纳税人识别号 is the buyer's or the seller's: by its words, its block, or its place."""
    if label.party:
        return label.party
    run = label.run
    beside = [s for s in form.sides if s.page == run.page and s.party in {BUYER, SELLER} and s.x < run.x0]
    beside = [s for s in beside if _spans(s, run)]
    if beside:
        return max(beside, key=lambda s: s.x).party
    alike = [other.run for other in form.labels if other.name == label.name and other.run.page == run.page]
    level = [other for other in alike if abs(other.y - run.y) < run.size]
    if len(level) > 1:
        return BUYER if run.x0 == min(other.x0 for other in level) else SELLER
    return BUYER if len(alike) < 2 or run.y == min(other.y for other in alike) else SELLER


def _spans(side: Side, run: Run) -> bool:
    return side.top - 2 * run.size <= run.y <= side.bottom + 2 * run.size


def _near(form: Form, label: Label, lines: int) -> list[list[Glyph]]:
    top, bottom = _window(form, label, lines)
    right, run = _right_end(form, label), label.run
    left = run.x1 - run.size // 2
    glyphs = [g for g in form.values if g.page == run.page and top <= g.y <= bottom and left <= g.x0 < right]
    found = rows(glyphs)
    if not found:
        return []
    level = min(found, key=lambda row: abs(row[0].y - run.y))
    return [
        row for row in found if row is level or (lines > 1 and abs(row[0].x0 - level[0].x0) < 2 * run.size)
    ]


def _labels_in(row: Sequence[Glyph]) -> list[Label]:
    text = "".join(g.plain for g in row)
    found = []
    for match in _ANY.finditer(text):
        name = (match.lastgroup or "").removeprefix("L_")
        name = next(n for n in _LABELS if match[f"L_{n}"] is not None) if name not in _LABELS else name
        words = match["party"] or match["party2"] or ""
        party = BUYER if words.startswith("购") else SELLER if words else ""
        found.append(Label(name, party, Run(tuple(row[match.start() : match.end()]))))
    return found


def _find_sides(glyphs: Sequence[Glyph]) -> tuple[Side, ...]:
    starts = {word[0] for word in _SIDES}
    found = []
    for first in glyphs:
        if first.plain in starts:
            column = [
                g for g in glyphs if g.page == first.page and abs(g.x0 - first.x0) < first.size * 4 // 5
            ]
            sides = [_side(word, first, column) for word in _SIDES if word[0] == first.plain]
            found.append(max(sides, key=lambda side: len(side.glyphs)))
    return tuple(side for side in found if len(side.glyphs) > 1)


def _side(word: str, first: Glyph, column: list[Glyph]) -> Side:
    chain = [first]
    for glyph in sorted(column, key=lambda g: g.y):
        near = first.size // 2 < glyph.y - chain[-1].y < first.size * 5
        if near and len(chain) < len(word) and glyph.plain == word[len(chain)]:
            chain.append(glyph)
    return Side(_SIDES[word], first.x0, first.y, chain[-1].y, first.page, tuple(chain))


def _window(form: Form, label: Label, lines: int) -> tuple[int, int]:
    run = label.run
    reach = run.size * (13 if lines > 1 else 9) // 10
    column = [
        other.run.y - run.y
        for other in form.labels
        if other.run.page == run.page and abs(other.run.x0 - run.x0) < 12 * run.size and other is not label
    ]
    above = min((-d for d in column if d < -run.size // 2), default=reach * 2)
    below = min((d for d in column if d > run.size // 2), default=reach * 2)
    return run.y - min(reach, above // 2), run.y + min(reach, below // 2)


def _right_end(form: Form, label: Label) -> int:
    run = label.run
    ends = [
        other.run.x0
        for other in form.labels
        if other.run.page == run.page and other.run.x0 >= run.x1 and abs(other.run.y - run.y) < run.size
    ]
    beside = [side for side in form.sides if side.page == run.page and side.x > run.x1]
    ends += [side.x - run.size // 4 for side in beside if _spans(side, run)]
    return min(ends, default=10**9)
