"""The process that draws pages of strangers' files: a path in, pictures out; it may be killed without harm."""

from __future__ import annotations

import base64
import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from services.invoices.child import limit_memory
from services.invoices.wire import receive, send

LARGEST_PICTURE = 80_000_000  # points; a picture that unpacks to more is a bomb


def main() -> None:
    """Answer one frame {"path", "width", "most"} with {"pages": [base64 of PNG]} or {"failed": true}."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_memory()
    request = receive(sys.stdin.buffer)
    if request is not None:
        send(answers, answer(request))


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Draw one file; whatever a parser throws on foreign bytes becomes a plain no."""
    try:
        pages = draw(Path(request["path"]).read_bytes(), int(request["width"]), int(request["most"]))
    except Exception as error:  # noqa: BLE001 - bytes of strangers reach every corner of two parsers
        sys.stderr.write(f"invoice pages: {type(error).__name__}\n")
        return {"failed": True}
    return {"pages": [base64.b64encode(page).decode("ascii") for page in pages]}


def draw(content: bytes, width: int, most: int) -> list[bytes]:
    """Up to `most` pages as PNG, `width` points wide; nothing for files that are no picture (XML, OFD)."""
    if content.startswith(b"%PDF"):
        return _pdf(content, width, most)
    if content.startswith((b"PK", b"<", b"\xef\xbb\xbf<")):
        return []
    return [_picture(content, width)]


def _pdf(content: bytes, width: int, most: int) -> list[bytes]:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        pages = []
        for number in range(min(len(document), most)):
            page = document[number]
            scale = width / max(page.get_width(), 1)
            pages.append(_png(page.render(scale=min(scale, 6)).to_pil()))
        return pages
    finally:
        document.close()


def _picture(content: bytes, width: int) -> bytes:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = LARGEST_PICTURE
    with Image.open(BytesIO(content)) as picture:
        shown = picture.convert("RGB")
        shown.thumbnail((width, width * 4))
        return _png(shown)


def _png(picture: Any) -> bytes:
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()
