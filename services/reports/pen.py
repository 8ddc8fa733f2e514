"""A pen for one PDF: prepared text operators, lines, drawings kept once; millimetres from the top left corner."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import zxingcpp
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfdoc import PDFStream
from reportlab.pdfgen.canvas import Canvas

from services.reports.fonts import ELSEWHERE, Face, FirstSubset, Points, regular
from services.reports.paper import PrintSettings
from services.reports.photos import Photo

MM = 72 / 25.4  # points in a millimetre

type Mm = float
type Share = float  # of a width, a size, a shade; never of an amount
type Colour = tuple[Share, Share, Share]

MOST_WORDS = 10_000  # a list of a million rows must not keep them all
BLACK: Colour = (0, 0, 0)
GREY: Colour = (0.45, 0.45, 0.45)
RED: Colour = (0.78, 0.05, 0.05)
PALE_RED: Colour = (0.96, 0.80, 0.80)


class _Operators:
    """What `Canvas.drawText` asks for, already written."""

    def __init__(self, code: str) -> None:
        self.code = code

    def getCode(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """A filter of reportlab's whose stream is being compressed while the next pages are drawn."""

    result: Future[bytes]
    pdfname: str = "FlateDecode"

    def encode(self, _content: object) -> bytes:
        return self.result.result()


_DONE: Future[bytes] = Future()
_DONE.set_result(b"")
_squeezing = ThreadPoolExecutor(1, "squeezing")  # begins its thread with the first page
_LIGHTLY = 1  # a third of the time of 6, a sixth more bytes


@dataclass(frozen=True, slots=True)
class Style:
    """Face, size in points, colour."""

    face: Face
    size: Points = 9.5
    colour: Colour = BLACK


class Pen:
    """Draws on a canvas. What is drawn inside `kept` is stored once and only referred to afterwards."""

    def __init__(self, settings: PrintSettings, *, title: str, author: str = "") -> None:
        self._file = BytesIO()
        self.width: Mm = _number(settings.paper.width_mm)
        self.height: Mm = _number(settings.paper.height_mm)
        self._canvas: Any = Canvas(
            self._file, (self.width * MM, self.height * MM), invariant=1, pageCompression=1
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("OpsDesk")
        self._dx: Points = _number(settings.offset_x_mm) * MM
        self._top: Points = (self.height - _number(settings.offset_y_mm)) * MM
        self._squeezed = _DONE  # the page before, being compressed
        self._code: list[str] = []
        self._drawings: dict[Hashable, str] = {}
        self._fonts: dict[tuple[Face, int], str] = {}
        self._first: dict[Face, FirstSubset] = {}
        self._shown: dict[tuple[Face, str], list[tuple[str, str]]] = {}

    def text(self, x: Mm, y: Mm, text: str, style: Style, *, align: Share = 0) -> None:
        """Write on the base line ``y``; ``align`` 0 begins at ``x``, 0.5 centres on it, 1 ends there."""
        left = x * MM + self._dx
        if align:
            left -= style.face.width(text, style.size) * align
        parts = self._prepared(style.face, text)
        shown = " ".join([f"{font} {style.size:.4g} Tf ({escaped}) Tj" for font, escaped in parts])
        self._code.append(f"BT {fill(style.colour)}1 0 0 1 {left:.2f} {self._top - y * MM:.2f} Tm {shown} ET")

    def spaced(self, x: Mm, y: Mm, text: str, style: Style, gap: Points) -> None:
        """Write a centred heading, its characters ``gap`` points apart."""
        self._code.append(f"{gap:.2f} Tc")
        width = style.face.width(text, style.size) + gap * (len(text) - 1)
        self.text(x - width / 2 / MM, y, text, style)
        self._code.append("0 Tc")

    def upward(self, x: Mm, y: Mm, text: str, style: Style, angle: tuple[Share, Share] = (0, 1)) -> None:
        """Write turned, centred on the point; ``angle`` is its cosine and sine."""
        cos, sin = angle
        half = style.face.width(text, style.size) / 2
        rise = style.size * 0.36
        left = x * MM + self._dx - half * cos + rise * sin
        bottom = self._top - y * MM - half * sin - rise * cos
        self._code.append(f"q {cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {left:.2f} {bottom:.2f} cm")
        self.text(-self._dx / MM, self._top / MM, text, style)
        self._code.append("Q")

    def lines(self, segments: list[tuple[Mm, Mm, Mm, Mm]], width: Points = 0.5, dash: str = "") -> None:
        """Rule lines, each from (x, y) to (x, y)."""
        path = " ".join(
            f"{a * MM + self._dx:.2f} {self._top - b * MM:.2f} m {c * MM + self._dx:.2f} {self._top - d * MM:.2f} l"
            for a, b, c, d in segments
        )
        self._code.append(f"q {width} w [{dash}] 0 d {path} S Q")

    def shade(self, x: Mm, y: Mm, width: Mm, height: Mm, grey: Share) -> None:
        """Fill a box with a light grey, clear of the rules around it."""
        x, y, width, height = x + 0.2, y + 0.1, width - 0.4, height - 0.2
        box = (
            f"{x * MM + self._dx:.2f} {self._top - (y + height) * MM:.2f} {width * MM:.2f} {height * MM:.2f}"
        )
        self._code.append(f"q {grey} g {box} re f Q")

    def qr(self, x: Mm, y: Mm, side: Mm, text: str) -> None:
        """Draw a QR code with its top left corner at the point."""
        count, bits = _qr_bits(text)
        box = f"{side * MM:.2f} 0 0 {side * MM:.2f} {x * MM + self._dx:.2f} {self._top - (y + side) * MM:.2f} cm"
        head = f"BI /W {count} /H {count} /IM true /BPC 1 /D [1 0] /F /AHx ID"
        self._code.append(f"q {box} {head} {bits}> EI Q")

    def photo(self, x: Mm, y: Mm, width: Mm, height: Mm, photo: Photo) -> None:
        """Draw a photo in the middle of a box, as large as the box allows."""
        share = min(width / photo.width, height / photo.height)
        across, down = photo.width * share, photo.height * share
        x, y = x + (width - across) / 2, y + (height - down) / 2
        box = f"{across * MM:.2f} 0 0 {down * MM:.2f} {x * MM + self._dx:.2f} {self._top - (y + down) * MM:.2f} cm"
        head = f"BI /W {photo.width} /H {photo.height} /CS /RGB /BPC 8 /F [/AHx /DCT] ID"
        self._code.append(f"q {box} {head} {photo.jpeg.hex()}> EI Q")

    def kept(self, key: Hashable, draw: Callable[[], None]) -> None:
        """Show the drawing of this key; ``draw`` makes it the first time it is wanted."""
        name = self._drawings.get(key)
        if name is None:
            name = self._drawings[key] = f"static{len(self._drawings)}"
            outside, self._code = self._code, []
            self._canvas.beginForm(name)
            draw()
            self._canvas.drawText(_Operators("\n".join(self._code)))
            self._canvas.endForm()
            self._code = outside
        self._flush()
        self._canvas.doForm(name)

    def seen(self, share: Share) -> None:
        """How much of what is drawn next covers what lies below it: 1 all, 0 nothing."""
        self._flush()
        self._canvas.setFillAlpha(share)

    def page_done(self) -> None:
        """End this page."""
        self._flush()
        self._canvas.showPage()
        page = self._canvas._doc.Pages[-1]  # noqa: SLF001 - reportlab compresses the pages one by one at the end, offers no other way
        self._squeezed.result()  # while this one waits, the other thread gets its turn
        self._squeezed = _squeezing.submit(zlib.compress, page.stream.encode(), _LIGHTLY)
        page.Contents, page.stream = PDFStream(content=b"", filters=[_Squeezed(self._squeezed)]), ""

    def finish(self) -> bytes:
        """End the document and return its bytes."""
        self._canvas.save()
        return self._file.getvalue()

    def _flush(self) -> None:
        if self._code:
            self._canvas.drawText(_Operators("\n".join(self._code)))
            self._code = []

    def _prepared(self, face: Face, text: str) -> list[tuple[str, str]]:
        """Font names and escaped strings; words of a form return on every page, so they are written once."""
        parts = self._shown.get((face, text))
        if parts is None:
            parts = [(self._font(face, subset), codes) for subset, codes in self._split(face, text)]
            if len(self._shown) > MOST_WORDS:
                self._shown.clear()
            self._shown[face, text] = parts
        return parts

    def _split(self, face: Face, text: str) -> list[tuple[int, str]]:
        """The text in subsets of the font, escaped; most texts need only the first."""
        first = self._first_of(face)
        codes = text.translate(first)
        if ELSEWHERE not in codes:
            return [(0, codes)]
        return [(subset, escapePDF(part)) for subset, part in face.font.splitString(text, first.document)]

    def _first_of(self, face: Face) -> FirstSubset:
        known = self._first.get(face)
        if known is None:
            known = self._first[face] = FirstSubset(face, self._canvas._doc)  # noqa: SLF001 - reportlab subsets fonts by document, offers no other way
        return known

    def _font(self, face: Face, subset: int) -> str:
        name = self._fonts.get((face, subset))
        if name is None:
            name = face.font.getSubsetInternalName(subset, self._canvas._doc)  # noqa: SLF001 - as above
            self._fonts[face, subset] = name
        return name


def plain(size: Points = 9.5, colour: Colour = BLACK) -> Style:
    """The regular face."""
    return Style(regular(), size, colour)


def fill(colour: Colour) -> str:
    """The operator that chooses a colour."""
    return f"{colour[0]} {colour[1]} {colour[2]} rg "


def _number(measure: Any) -> Mm:
    return float(measure)


_DOTS = bytes.maketrans(b"\x00\xff", b"10")


@lru_cache(maxsize=2_000)
def _qr_bits(text: str) -> tuple[int, str]:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    dots = memoryview(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    count = len(dots)
    signs = bytes(dots).translate(_DOTS).decode()
    width = -(-count // 8) * 8
    rows = (signs[start : start + count].ljust(width, "0") for start in range(0, count * count, count))
    return count, "".join(f"{int(row, 2):0{width // 4}x}" for row in rows)
