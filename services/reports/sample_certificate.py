"""A page that looks like a certificate, for the sample: invented, and says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

from services.reports.fonts import bold, printable
from services.reports.paper import Paper, PrintSettings
from services.reports.pen import GREY, RED, Pen, Style, plain

PAGE = Paper("certificate", Decimal(297), Decimal(210))
DOTS = (842, 595)  # a picture of the same page at 72 dots to the inch
_NOTE = "样例公司证照，仅供演示"


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """What stands on the page."""

    name: str
    number: str
    holder: str
    issuer: str
    scope: str
    valid_from: date | None
    valid_to: date | None

    def lines(self) -> list[str]:
        until = _day(self.valid_to) if self.valid_to else "长期"
        rows = (
            ("证书编号", self.number),
            ("持　　有", self.holder),
            ("范　　围", self.scope),
            ("有 效 期", f"{_day(self.valid_from)} 至 {until}"),
            ("发证机关", self.issuer),
        )
        return [f"{word}：{value}" for word, value in rows if value]


def page_pdf(page: CertificatePage) -> bytes:
    """The page as a PDF; the same page, the same bytes."""
    pen = Pen(PrintSettings(PAGE), title=page.name, author=page.issuer)
    edge = [(12, 12, 285, 12), (285, 12, 285, 198), (285, 198, 12, 198), (12, 198, 12, 12)]
    pen.lines([(float(a), float(b), float(c), float(d)) for a, b, c, d in edge], 2)
    pen.spaced(148.5, 55, printable(page.name), Style(bold(), 26, RED), 3)
    for place, line in enumerate(page.lines()):
        pen.text(58, 86 + place * 15, printable(line), plain(14))
    pen.text(285, 206, _NOTE, plain(8, GREY), align=1)
    pen.page_done()
    return pen.finish()


def page_png(page: CertificatePage) -> bytes:
    """The page as a picture, as a telephone takes one."""
    from PIL import Image, ImageDraw, ImageFont

    folder = bold().font.face.filename
    large, small = ImageFont.truetype(folder, 34), ImageFont.truetype(folder, 17)
    picture = Image.new("L", DOTS, 250)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((30, 30, DOTS[0] - 30, DOTS[1] - 30), outline=90, width=3)
    draw.text((DOTS[0] / 2, 130), page.name, font=large, fill=40, anchor="mm")
    for place, line in enumerate(page.lines()):
        draw.text((150, 220 + place * 48), line, font=small, fill=30)
    draw.text((DOTS[0] - 40, DOTS[1] - 66), _NOTE, font=small, fill=130, anchor="ra")
    made = BytesIO()
    picture.save(made, "PNG", optimize=False)
    return made.getvalue()


def _day(day: date | None) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日" if day else ""
