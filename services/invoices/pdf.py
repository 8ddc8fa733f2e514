"""PDF invoices: attached XML, the text layer with places, and the QR code as a second witness."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from services.errors import Refused
from services.invoices.draft import Draft
from services.invoices.layout import Glyph
from services.invoices.page import read_glyphs
from services.invoices.pdf_fonts import lend_font
from services.invoices.qr import find_qr
from services.invoices.xml import parse_tree, plain_name, read_tree

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 20
_MAX_GLYPHS = 40_000
_LARGEST_SIDE = 4_000
_BLANKS = {0x7F, 0xA0, 0x3000, 0xFFFE, 0xFFFF}
_QUICK, _FINE = 144, 288  # dots per inch; the quick look at the upper left corner takes 2 ms


def read_pdf(content: bytes, draft: Draft) -> bool:
    """Offer what a PDF says; False when it has neither text nor a code.

    Raises Refused("invoice.encrypted") for a file that asks for a password, ("invoice.damaged") for a broken one.
    """
    import pypdfium2

    document = _open(content)
    try:
        _read_attachments(document, draft)
        first = document[0]
        draft.pages = len(document)
        glyphs = _glyphs(first, 0)
        for index in range(1, min(len(document), MAX_PAGES)):
            glyphs += _glyphs(document[index], index)
        _read_qr(first, draft, _QUICK, corner=True)
        read_glyphs(glyphs, draft, "pdf text")
        for dpi in (_QUICK, _FINE):
            if not draft.qr_seen and not (draft.has("number", "date") and draft.amounts_agree()):
                _read_qr(first, draft, dpi)
        return bool(glyphs) or draft.qr_seen or draft.has("number")
    except pypdfium2.PdfiumError:
        raise Refused("invoice.damaged") from None
    finally:
        document.close()


def _open(content: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2
    import pypdfium2.raw as pdfium

    lend_font()
    try:
        document = pypdfium2.PdfDocument(content)
        if len(document) < 1:
            raise Refused("invoice.damaged")
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        # pdfium keeps the last file's error when it has none for this one
        raise Refused(
            "invoice.encrypted" if locked and b"/Encrypt" in content else "invoice.damaged"
        ) from None
    return document


def _read_attachments(document: pypdfium2.PdfDocument, draft: Draft) -> None:
    for index in range(min(document.count_attachments(), 10)):
        attachment = document.get_attachment(index)
        if not attachment.get_name().lower().endswith((".xml", ".xbrl")):
            continue
        try:
            root = parse_tree(bytes(attachment.get_data()))
        except Refused as refused:
            if refused.code == "invoice.entities":
                raise
            continue
        read_tree(root, draft, "xbrl" if plain_name(root.tag) == "xbrl" else "pdf attachment")


def _glyphs(page: pypdfium2.PdfPage, index: int) -> list[Glyph]:
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    count = min(text.count_chars(), _MAX_GLYPHS)
    turned, blank, piece = _quarter_turns(text, count), False, 0
    unicode_of, origin_of, box_of = _questions()  # looked up once: they are asked for every character
    x, y, box, raw = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), text.raw
    to_x, to_y, to_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    found: list[Glyph] = []
    for i in range(count):
        code = unicode_of(raw, i)
        if code <= 32 or code in _BLANKS:
            invented = pdfium.FPDFText_IsGenerated(raw, i)
            piece += invented
            blank = blank or not invented
            continue
        origin_of(raw, i, to_x, to_y)
        box_of(raw, i, to_box)
        along, up = _upright(int(x.value * 100), int(y.value * 100), turned)
        low = _upright(int(box.left * 100), int(box.bottom * 100), turned)
        high = _upright(int(box.right * 100), int(box.top * 100), turned)
        left, right = (low[0], high[0]) if low[0] <= high[0] else (high[0], low[0])
        size = max(abs(high[1] - low[1]), 100)
        found.append(Glyph(index, min(along, left), right, -up, size, chr(code), piece, blank))
        blank = False
    text.close()
    return found


def _questions() -> tuple[Callable[..., int], Callable[..., int], Callable[..., int]]:
    import pypdfium2.raw as pdfium

    return pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox


def _quarter_turns(text: pypdfium2.PdfTextPage, count: int) -> int:
    """How many quarter turns most of the text is written in: a form may be drawn sideways on a turned page."""
    import pypdfium2.raw as pdfium

    sample = [i for i in range(0, count, count // 40 + 1) if not pdfium.FPDFText_IsGenerated(text, i)]
    quarters = [round(-pdfium.FPDFText_GetCharAngle(text, i) / (math.pi / 2)) % 4 for i in sample]
    return max(set(quarters), key=quarters.count, default=0)


def _upright(x: int, y: int, turned: int) -> tuple[int, int]:
    return (x, y) if turned == 0 else ((x, y), (y, -x), (-x, -y), (-y, x))[turned]


def _read_qr(page: pypdfium2.PdfPage, draft: Draft, dpi: int, *, corner: bool = False) -> None:
    width, height = page.get_size()
    scale = min(dpi / 72, _LARGEST_SIDE / max(width, height, 1))
    crop = (0, height * 3 / 5, width * 7 / 10, 0) if corner else (0, 0, 0, 0)
    bitmap = page.render(scale=scale, grayscale=True, crop=crop)
    found = find_qr(memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride)))
    bitmap.close()
    if found is not None:
        draft.offer_qr(found)
