"""Draw lying bars on a page: names on the left, this year dark, the year before light, figures on the right."""

from __future__ import annotations

from decimal import Decimal

from services.reports.figures import BarsOnPaper
from services.reports.fitting import fit_box
from services.reports.fonts import printable
from services.reports.pen import GREY, Mm, Share, plain
from services.reports.sheet_form import BOTTOM, LEFT, TOP, SheetForm

NAME: Mm = 46
FIGURE: Mm = 34
LEGEND: Mm = 9
NOTE: Mm = 8
HIGHEST: Mm = 12
DARK, LIGHT = 0.35, 0.78
THINNEST: Mm = 0.8  # what is nothing is still seen to be there


def draw_bars(form: SheetForm, bars: BarsOnPaper) -> None:
    """Legend, a row for every bar, the note below."""
    at: Mm = LEFT
    for grey, words in zip((DARK, LIGHT), bars.legend, strict=True):
        if words:
            form.pen.shade(at, TOP + 1.2, 4, 3.4, grey)
            form.pen.text(at + 5, TOP + 4.1, printable(words), plain(8.5))
            at += 12 + plain(8.5).face.width(printable(words), 8.5) * 0.3528
    top: Mm = TOP + LEGEND
    each = min((form.pen.height - BOTTOM - NOTE - top) / len(bars.labels), HIGHEST)
    for place in range(len(bars.labels)):
        _row(form, bars, place, (top + place * each, each))
    form.pen.lines([(LEFT + NAME, top, LEFT + NAME, top + each * len(bars.labels))], 0.5)
    note = fit_box(printable(bars.note), plain(8, GREY), form.width, NOTE)
    for number, line in enumerate(note.lines):
        form.pen.text(LEFT, top + each * len(bars.labels) + 5 + number * note.leading, line, note.style)


def _row(form: SheetForm, bars: BarsOnPaper, place: int, band: tuple[Mm, Mm]) -> None:
    top, height = band
    middle = top + height / 2 + 1.1
    name = fit_box(printable(bars.labels[place]), plain(8.5), NAME - 3, height)
    for number, line in enumerate(name.lines):
        first = middle - name.leading * (len(name.lines) - 1) / 2
        form.pen.text(LEFT, first + number * name.leading, line, name.style)
    form.pen.text(LEFT + form.width, middle, printable(bars.shown[place]), plain(8.5), align=1)
    before = bars.before[place]
    thick = height * (0.4 if before is not None else 0.6)
    _bar(form, bars, bars.values[place], (top + height * 0.1, thick), DARK)
    if before is not None:
        _bar(form, bars, before, (top + height * 0.1 + thick, thick), LIGHT)


def _bar(form: SheetForm, bars: BarsOnPaper, value: Decimal, band: tuple[Mm, Mm], grey: Share) -> None:
    """A bar as long as its value beside the largest; what is below nothing is drawn as long, and says so in its figure."""
    largest = max(abs(one) for one in (*bars.values, *bars.before) if one is not None)
    room = form.width - NAME - FIGURE
    length = room * float(abs(value) / largest) if largest else 0
    form.pen.shade(LEFT + NAME, band[0], max(length, THINNEST), band[1], grey)
