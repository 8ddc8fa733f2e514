"""The frame both vouchers stand in: heading, binding margin, cells, signatures, foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from services.money import format_money
from services.reports.fitting import Fitted, fit_box, fit_line
from services.reports.fonts import bold, missing_note, printable
from services.reports.pen import BLACK, GREY, MM, PALE_RED, RED, Colour, Mm, Pen, Share, Style, plain
from services.reports.voucher import Signature, Voucher

HALF_A4: Mm = 148.5
PAD: Mm = 1.6
TOP: Mm = 26
SIGN_HEIGHT: Mm = 12.5
PALE = 0.955

type Align = Literal["left", "centre", "right"]
type Lines = list[tuple[Mm, Mm, Mm, Mm]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A bold label and its value in a cell that takes ``share`` of the row."""

    label: str
    value: str
    share: Share
    colour: Colour = BLACK
    whole: bool = False  # an amount: one line, however small


class Form:
    """One page of a voucher. The left margin is for binding; on A4 the form takes the upper half."""

    def __init__(self, pen: Pen, voucher: Voucher, title: str) -> None:
        self.pen = pen
        self.voucher = voucher
        self.title = title
        wide = pen.width >= 230
        self.left: Mm = 24.5 if wide else 22
        self.right: Mm = pen.width - (11 if wide else 9)
        self.height: Mm = min(pen.height, HALF_A4)
        self.width: Mm = self.right - self.left
        self.sign_rows = _sign_rows(voucher.signatures, self.width)
        self.sign_top: Mm = self.height - 11.5 - SIGN_HEIGHT * len(self.sign_rows)
        self._unclean: list[str] = []

    def clean(self, text: str) -> str:
        """The text as it can be drawn; what is missing is named at the foot."""
        shown = printable(text)
        if shown is not text:
            self._unclean.append(text)
        return shown

    def begin(self) -> None:
        """What is the same on every page of this kind, and the heading of this one."""
        voucher = self.voucher
        self.pen.kept(("frame", self.title, voucher.mark), self._frame)
        day = f"{voucher.day.year} 年 {voucher.day.month} 月 {voucher.day.day} 日"
        self.put(day, (self.left, 18.5, self.width, 5.5), plain(10), "centre")
        side = self.width / 2 - 20
        self.put(voucher.company, (self.left - PAD, 18.5, side, 5.5), plain(10))
        count = f"单号 {voucher.number}　附单据 {voucher.attachments} 张"
        self.put(count, (self.right + PAD - side, 18.5, side, 5.5), plain(10), "right")
        if voucher.number:
            self.pen.qr(self.right - 11.5, 5.5, 11.5, voucher.number)
        if voucher.voucher_number:
            box = (self.right - 13 - self.width * 0.26, 8, self.width * 0.26, 7)
            self.put(f"凭证号 {voucher.voucher_number}", box, Style(bold(), 10), "right")
        if voucher.reverses:
            box = (self.left - PAD, 8, self.width / 3, 7)
            self.put(f"冲销原单 {voucher.reverses}", box, Style(bold(), 10, RED))

    def end(self, page: int, pages: int) -> None:
        """Signatures and foot."""
        for row, signatures in enumerate(self.sign_rows):
            self._signatures(signatures, self.sign_top + row * SIGN_HEIGHT)
        foot = self.height - 9.5
        small = plain(7.5, GREY)
        note = missing_note(self._unclean)
        words = "　".join(filter(None, [printable(self.voucher.footer), note]))
        self.put(words, (self.left - PAD, foot, self.width - 34, 4.5), small)
        self.put(f"第 {page} 页 / 共 {pages} 页", (self.right + PAD - 40, foot, 40, 4.5), plain(8.5), "right")
        self.pen.page_done()

    def put(self, text: str, box: tuple[Mm, Mm, Mm, Mm], style: Style, align: Align = "left") -> None:
        """Write in a box (x, y, width, height), smaller or wrapped if it must be."""
        if text:
            fitted = fit_box(self.clean(text), style, round(box[2] - 2 * PAD, 2), round(box[3], 2))
            self.write(fitted, box, align)

    def money(self, amount: Decimal | None, box: tuple[Mm, Mm, Mm, Mm], style: Style, sign: str = "") -> None:
        """Write an amount in yuan to the right, red if negative, never wrapped or cut."""
        if amount is not None:
            shown = ("-" if amount < 0 else "") + sign + format_money(abs(amount))
            coloured = Style(style.face, style.size, RED) if amount < 0 else style
            self.write(fit_line(shown, coloured, box[2] - 2 * PAD), box, "right")

    def write(self, fitted: Fitted, box: tuple[Mm, Mm, Mm, Mm], align: Align = "left") -> None:
        """Write fitted lines, centred over the height of the box."""
        x, y, width, height = box
        place, share = {"left": (x + PAD, 0), "centre": (x + width / 2, 0.5), "right": (x + width - PAD, 1)}[
            align
        ]
        middle = y + height / 2 + fitted.style.size * 0.36 / MM
        first = middle - fitted.leading * (len(fitted.lines) - 1) / 2
        for number, line in enumerate(fitted.lines):
            self.pen.text(place, first + number * fitted.leading, line, fitted.style, align=share)

    def pairs(self, y: Mm, height: Mm, cells: Sequence[Pair]) -> None:
        """A row of labels with values; the labels are kept with the grid."""
        self.pen.kept(
            ("pairs", y, height, tuple((c.label, c.share) for c in cells)),
            lambda: self._pair_labels(y, height, cells),
        )
        x = self.left
        for cell in cells:
            label = label_width(cell.label)
            box = (x + label, y + 0.6, cell.share * self.width - label, height - 1.2)
            style = plain(9.5, cell.colour)
            if cell.whole:
                self.write(fit_line(cell.value, style, box[2] - 2 * PAD), box)
            else:
                self.put(cell.value, box, style)
            x += cell.share * self.width

    def _pair_labels(self, y: Mm, height: Mm, cells: Sequence[Pair]) -> None:
        x, rules = self.left, []
        for cell in cells:
            self.put(cell.label, (x, y, label_width(cell.label) + 2, height), Style(bold(), 9.5))
            rules.append((x, y, x, y + height))
            x += cell.share * self.width
        self.pen.lines([*rules[1:], (self.left, y + height, self.right, y + height)])

    def _frame(self) -> None:
        pen, centre = self.pen, (self.left + self.right) / 2
        if mark := printable(self.voucher.mark):
            middle = (TOP + self.sign_top) / 2
            pen.upward(centre, middle, mark, Style(bold(), min(90, 330 / len(mark)), PALE_RED), (0.94, 0.342))
        heading = Style(bold(), 19, RED if self.voucher.reverses else BLACK)
        pen.spaced(centre, 13.2, self.title, heading, 5)
        half = (heading.face.width(self.title, 19) + 5 * len(self.title)) / 2 / MM + 6
        pen.lines([(centre - half, 16.6, centre + half, 16.6)], 1.1)
        edge = self.left - 5
        pen.lines([(edge, 6, edge, self.height - 6)], 0.6, "0.6 2.4")
        pen.upward(edge - 4.5, self.height / 2, "装 订 线", plain(8, GREY))
        if pen.height > self.height + 20:
            pen.lines([(8, self.height, pen.width - 8, self.height)], 0.4, "1 3")
        bottom = self.sign_top + SIGN_HEIGHT * len(self.sign_rows)
        corners = [(self.left, TOP), (self.right, TOP), (self.right, bottom), (self.left, bottom)]
        pen.lines([(*a, *b) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)], 0.9)

    def _signatures(self, signatures: tuple[Signature, ...], y: Mm) -> None:
        width = self.width / len(signatures)
        labels = tuple(signature.label for signature in signatures)
        self.pen.kept(("signatures", y, labels), lambda: self._sign_cells(labels, y))
        for place, signature in enumerate(signatures):
            x = self.left + place * width
            self.put(signature.name, (x, y + 5, width * 0.5, 7), plain(10))
            self.put(iso(signature.day), (x + width * 0.44, y + 5, width * 0.56, 7), plain(8), "right")

    def _sign_cells(self, labels: tuple[str, ...], y: Mm) -> None:
        width = self.width / len(labels)
        rules: Lines = [(self.left, y, self.right, y)]
        for place, label in enumerate(labels):
            x = self.left + place * width
            self.put(label, (x, y + 0.6, width, 5), Style(bold(), 8.5))
            rules.append((x, y, x, y + SIGN_HEIGHT))
        self.pen.lines([rules[0], *rules[2:]])


def label_width(label: str) -> Mm:
    """Room for a bold label in millimetres."""
    return bold().width(label, 9.5) / MM + PAD + 1


def iso(day: date | None) -> str:
    """A date as 2026-11-20, nothing as nothing."""
    return day.isoformat() if day else ""


def _sign_rows(signatures: tuple[Signature, ...], width: Mm) -> list[tuple[Signature, ...]]:
    """One row of at most six places (five on narrow paper), else two rows."""
    if not signatures:
        return []
    single = len(signatures) <= (6 if width > 170 else 5)
    per_row = len(signatures) if single else -(-len(signatures) // 2)
    return [signatures[start : start + per_row] for start in range(0, len(signatures), per_row)]
