"""A hundred e-invoice PDFs in several layouts, no two alike, read in processes of their own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter

from services.invoices.reader import read_files
from tests.invoice_facts import DIGITAL, MULTI, OLD, RED, TAX_FREE, TOLL, Facts
from tests.invoice_files import NOT_EMBEDDED, digital_pdf, old_pdf

COUNT = 100
ROUNDS = 3
REACH = 40
PLACES = ("武汉", "宜昌", "襄阳", "荆州", "黄石", "十堰", "恩施")
MANY_LINES = replace(DIGITAL, lines=tuple((f"*餐饮服务*工作餐{n}", *DIGITAL.lines[0][1:]) for n in range(12)))
LAYOUTS: tuple[tuple[Facts, Callable[[Facts], bytes]], ...] = (
    (DIGITAL, digital_pdf),
    (OLD, old_pdf),
    (DIGITAL, lambda facts: digital_pdf(facts, NOT_EMBEDDED)),
    (MULTI, lambda facts: old_pdf(facts, NOT_EMBEDDED)),
    (DIGITAL, lambda facts: digital_pdf(facts, together=True)),
    (TAX_FREE, lambda facts: old_pdf(facts, single=True)),
    (DIGITAL, lambda facts: digital_pdf(facts, qr=False)),
    (RED, lambda facts: old_pdf(facts, sides=False)),
    (MANY_LINES, lambda facts: digital_pdf(facts, pages=2)),
    (TOLL, old_pdf),
    (OLD, lambda facts: old_pdf(facts, labels=False, title=True)),
    (OLD, lambda facts: old_pdf(facts, turn=90)),
)


def make(folder: Path) -> list[tuple[Path, Facts]]:
    """The files, each with what it says."""
    made = []
    for number in range(COUNT):
        facts, draw = LAYOUTS[number % len(LAYOUTS)]
        said = _another(facts, number)
        path = folder / f"{number:03}.pdf"
        path.write_bytes(draw(said))
        made.append((path, said))
    return made


def _another(facts: Facts, number: int) -> Facts:
    """The same invoice with a number, a day and a buyer of its own."""
    return replace(
        facts,
        number=f"{int(facts.number) + number * 37:0{len(facts.number)}}",
        day=facts.day + timedelta(days=number),
        buyer=f"{PLACES[number % len(PLACES)]}测试商贸有限公司",
    )


def rows() -> list[tuple[str, str, str, bool]]:
    """What, reach, measured, met; a file read wrongly is not read."""
    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder))
        rates = []
        for _ in range(ROUNDS):
            begun = perf_counter()
            readings = read_files([path for path, _ in made])
            rates.append(COUNT / (perf_counter() - begun))
            right = sum(
                _right(reading.invoice, facts) for reading, (_, facts) in zip(readings, made, strict=True)
            )
    rate = median(rates)
    what = f"{COUNT} e-invoice PDFs of {len(LAYOUTS)} layouts read, child process included"
    told = f"{rate:.0f}/s ({min(rates):.0f}–{max(rates):.0f}), {right} right"
    return [(what, f"≥ {REACH}/s", told, rate >= REACH and right == COUNT)]


def _right(invoice: object, facts: Facts) -> bool:
    said = (facts.number, facts.day, facts.buyer, Decimal(facts.total))
    names = ("number", "date", "buyer_name", "total")
    return tuple(getattr(invoice, name, None) for name in names) == said


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
