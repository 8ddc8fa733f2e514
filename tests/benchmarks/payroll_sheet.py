"""The payroll sheet of 10,000 people against a bare canvas drawing the same strings, and against a spreadsheet's PDF."""

from __future__ import annotations

import gc
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from services.progress import Progress
from services.reports.grid_cells import CellColumn
from services.reports.grid_pen import GridPen
from services.reports.paper import A3_LANDSCAPE, A4_LANDSCAPE, PrintSettings
from services.reports.pay_grid import Grid, GridColumn, GridGroup, grid_pdf
from services.reports.pay_grid_draw import draw_grid
from services.reports.pen import MM, Mm, Style
from tests.benchmarks.payroll_book import book, profile
from tests.benchmarks.vouchers import Drawn, Text

PEOPLE, DEPARTMENT = 10_000, 40
ROUNDS = 3
REACH, OFFICE_REACH = Decimal("1.2"), 5
SURNAMES, GIVEN = "王李赵周孙何刘郑陈林", "文静明远凯倩俊洋涛立雪悦"
AMOUNTS = (
    "基本工资",
    "岗位工资",
    "绩效工资",
    "餐补",
    "加班费",
    "养老保险",
    "医疗保险",
    "失业保险",
    "住房公积金",
    "个人所得税",
)


class Recorder(GridPen):
    """Notes what the sheet draws, page by page, static parts included."""

    def __init__(self) -> None:
        super().__init__(PrintSettings(A4_LANDSCAPE), title="")
        self.pages: list[list[Drawn]] = [[]]

    def text(self, x: Mm, y: Mm, text: str, style: Style, *, align: float = 0) -> None:
        self.pages[-1].append(Text(x * MM, (self.height - y) * MM, text, style, align))

    def figures(self, cells: Iterable[tuple[Mm, Mm, str]], style: Style) -> None:
        for x, y, text in cells:
            self.text(x, y, text, style, align=1)

    def table(
        self, columns: Sequence[CellColumn], cells: Sequence[Sequence[str]], bases: Sequence[Mm], style: Style
    ) -> list[tuple[int, int]]:
        for y, *row in zip(bases, *cells, strict=True):
            for at, text in zip(columns, row, strict=True):
                if text:
                    spare = at.room - at.style.face.width(text, at.style.size) / MM if at.centred else 0
                    self.text(at.x + spare / 2, y, text, at.style, align=1 if at.ending else 0)
        return []

    def lines(self, segments: list[tuple[Mm, Mm, Mm, Mm]], width: float = 0.5, dash: str = "") -> None:
        height = self.height
        self.pages[-1] += [(a * MM, (height - b) * MM, c * MM, (height - d) * MM) for a, b, c, d in segments]

    def kept(self, key: Hashable, draw: Callable[[], None]) -> None:
        draw()

    def page_done(self) -> None:
        self.pages.append([])


def grid(seed: int, people: int = PEOPLE) -> Grid:
    """A sheet of so many people, no two rows alike."""
    groups = [
        GridGroup(
            f"测绘{start // DEPARTMENT + 1}部",
            [_row(seed, number) for number in range(start, start + DEPARTMENT)],
        )
        for start in range(0, people, DEPARTMENT)
    ]
    columns = (
        GridColumn("序号", "centre"),
        GridColumn("工号", "centre"),
        GridColumn("姓名", "text"),
        *(GridColumn(name) for name in AMOUNTS[:5]),
        GridColumn("应发合计", told=True, strong=True),
        *(GridColumn(name) for name in AMOUNTS[5:]),
        GridColumn("实发合计", told=True, strong=True),
        GridColumn("签名", "sign"),
    )
    return Grid(
        "工资表", columns, groups, "武汉光谷测绘信息有限公司", "工资所属月份：2026年10月", number="GZ-2026-11"
    )


def _row(seed: int, number: int) -> tuple[str | Decimal | None, ...]:
    name = SURNAMES[number % 10] + GIVEN[(number // 10 + seed) % 12] + GIVEN[number // 120 % 12]
    earned = [Decimal(base + (number * step + seed * 7) % 90_000).scaleb(-2) for base, step in _EARNED]
    taken = [Decimal(base + (number * step + seed * 3) % 9_000).scaleb(-2) for base, step in _TAKEN]
    gross = sum(earned, Decimal(0))
    return (
        str(number + 1),
        f"G{number + 1:05}",
        name,
        *earned,
        gross,
        *taken,
        gross - sum(taken, Decimal(0)),
        None,
    )


_EARNED = ((600_000, 137), (200_000, 11), (50_000, 53), (30_000, 1), (100, 17))
_TAKEN = ((64_000, 11), (16_700, 3), (2_400, 1), (96_000, 7), (100, 29))


def _drawn(sheet: Grid) -> list[list[Drawn]]:
    recorder = Recorder()
    draw_grid(recorder, sheet, Progress())
    return recorder.pages[:-1]


def _bare(pages: list[list[Drawn]]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(297 * MM, 210 * MM))
    draw = {0: canvas.drawString, 0.5: canvas.drawCentredString, 1: canvas.drawRightString}
    for page in pages:
        for item in page:
            if isinstance(item, Text):
                canvas.setFont(item.style.face.name, item.style.size)
                draw[item.align](item.x, item.y, item.text)
            else:
                canvas.line(*item)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def _round(seed: int) -> tuple[float, float, int]:
    """Seconds of the bare canvas with reportlab's default streams, and of the sheet, layout included; the pages."""
    sheet = grid(seed)
    form = _timed(lambda: grid_pdf(sheet))  # before the recorder, so that nothing is in a cache
    pages = _drawn(sheet)
    rl_config.useA85 = 1
    try:
        bare = _timed(lambda: _bare(pages))
    finally:
        rl_config.useA85 = 0
    return bare, form, len(pages)


def rows() -> list[tuple[str, str, str, bool]]:
    """What, reach, measured, met."""
    gc.disable()  # as on the workers of the program, see ui/garbage.py
    grid_pdf(grid(99, DEPARTMENT))  # the fonts are loaded
    rounds = [_round(seed) for seed in range(ROUNDS)]
    ratio = median(bare / form for bare, form, _ in rounds)
    form, bare = (median(one[2] / one[place] for one in rounds) for place in (1, 0))
    told = f"{ratio:.2f} ({form:.0f} ÷ {bare:.0f} pages/s, {rounds[0][2]} pages)"
    what = "payroll sheet of 10,000 people as PDF ÷ bare canvas drawing the same strings: pages/s"
    return [(what, f"≥ {REACH}", told, ratio >= REACH), _office()]


def _office() -> tuple[str, str, str, bool]:
    """The same people by a spreadsheet program from an .xlsx with the same formulas, when one is installed."""
    what = "run and sheet of 10,000 people ÷ LibreOffice making the PDF from an .xlsx with the same formulas"
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return what, f"≥ {OFFICE_REACH} ×", "skipped: LibreOffice is not installed", True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, people = _run_and_sheet(folder)
        profile(folder / "profile")
        book(folder / "warm.xlsx", people[:1])
        book(folder / "sheet.xlsx", people)
        command = [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--convert-to", "pdf", "--outdir", name]

        def convert(file: str) -> None:
            subprocess.run([*command, str(folder / file)], check=True, capture_output=True)

        convert("warm.xlsx")  # the profile is made
        start = _timed(lambda: convert("warm.xlsx"))
        theirs = _timed(lambda: convert("sheet.xlsx")) - start  # neither side is charged with its start
    told = f"{theirs / ours:.1f} × ({theirs:.1f} s ÷ {ours:.1f} s)"
    return what, f"≥ {OFFICE_REACH} ×", told, theirs >= OFFICE_REACH * ours


def _run_and_sheet(folder: Path) -> tuple[float, list[tuple[Any, ...]]]:
    """Seconds from what the company knows to the printed sheet, and each person's whole numbers for a spreadsheet."""
    from services import payroll_papers
    from tests.benchmarks.payroll import december, inputs, office

    database, actor = office(folder / "data", PEOPLE)
    seconds, run = december(database, actor, "december")
    with database.read() as session:
        seconds += _timed(
            lambda: payroll_papers.sheet(session, actor, run, settings=PrintSettings(A3_LANDSCAPE))
        )
        people = inputs(session)
    database.close()
    return seconds, people


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
