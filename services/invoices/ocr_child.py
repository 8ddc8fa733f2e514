"""The recognising process: a picture or a scanned page in, the fields of an invoice out; may be killed at any time."""

from __future__ import annotations

import io
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services.errors import Refused
from services.invoices.child import limit_memory, read_file, serve
from services.invoices.draft import Draft
from services.invoices.image import MAX_PIXELS
from services.invoices.model import ReadInvoice
from services.invoices.ocr_boxes import Box, is_upright
from services.invoices.ocr_fields import read_boxes
from services.invoices.qr import find_qr

if TYPE_CHECKING:
    from PIL.Image import Image

MEMORY = 6 * 1024 * 1024 * 1024  # of addresses, which the recognition reserves freely; it uses about 700 MB
LONGEST_SIDE = 2_200
DPI = 200


def main() -> None:
    """Serve on standard input and output, as the reading process does."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_memory(MEMORY)
    serve(sys.stdin.buffer, answers, read_picture_file)


def read_picture_file(path: Path) -> Any:
    """The reading of one file."""
    return read_file(path, recognise)


def recognise(content: bytes) -> ReadInvoice:
    """The invoice in the bytes of a picture or of a PDF's first page. Raises Refused as the reader does."""
    picture = _picture(content)
    draft = Draft()
    found = find_qr(picture.convert("L"))
    if found is not None:
        draft.offer_qr(found)
    boxes = _boxes(picture)
    if boxes and not is_upright(boxes):
        boxes = max((_boxes(picture.rotate(angle, expand=True)) for angle in (90, 270)), key=_words)
    if not boxes:
        raise Refused("invoice.unreadable")
    return read_boxes(boxes, draft)


def _words(boxes: list[Box]) -> int:
    """How much of a form's words was found: the right way up there are more."""
    said = "".join(box.text for box in boxes)
    return sum(said.count(word) for word in ("发票", "名称", "合计", "税", "号码", "日期", "购", "销"))


def _picture(content: bytes) -> Image:
    from PIL import Image as Pictures
    from PIL import ImageOps

    if b"%PDF-" in content[:1024]:
        return _first_page(content)
    try:
        opened = Pictures.open(io.BytesIO(content))
        if opened.width * opened.height > MAX_PIXELS:
            raise Refused("invoice.unpacks_too_large")
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Pictures.DecompressionBombError):
        raise Refused("invoice.damaged") from None
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return picture


def _first_page(content: bytes) -> Image:
    import pypdfium2

    from services.invoices.pdf_fonts import lend_font

    lend_font()
    try:
        document = pypdfium2.PdfDocument(content)
        page = document[0]
        scale = min(DPI / 72, LONGEST_SIDE / max(*page.get_size(), 1))
        made: Image = page.render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError:
        raise Refused("invoice.damaged") from None
    return made


def _boxes(picture: Image) -> list[Box]:
    import numpy as np

    found = _engine()(np.asarray(picture)[:, :, ::-1])
    if found is None or found.boxes is None:
        return []
    return [
        Box(str(text), tuple((round(x), round(y)) for x, y in corners.tolist()), round(100 * score))
        for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
    ]


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR  # 1.5 s with its models, once a process

    return RapidOCR(params={"Global.log_level": "error"})
