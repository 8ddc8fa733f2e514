"""The process that looks for codes in pictures of strangers: a path in, texts out; it may be killed without harm."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from services.invoices.child import limit_memory
from services.invoices.pages_child import draw
from services.invoices.wire import receive, send

WIDTHS = (1600, 2600)  # points: what a photo of a shelf needs
MOST_PAGES = 3
LARGEST = 50_000_000


def main() -> None:
    """Answer one frame {"path"} with {"codes": [text]} or {"failed": true}."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_memory()
    request = receive(sys.stdin.buffer)
    if request is not None:
        send(answers, answer(request))


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The codes of one file; whatever a parser throws on foreign bytes becomes a plain no."""
    try:
        path = Path(request["path"])
        if path.stat().st_size > LARGEST:
            return {"failed": True}
        return {"codes": codes(path.read_bytes())}
    except Exception as error:  # noqa: BLE001 - bytes of strangers reach every corner of two parsers
        sys.stderr.write(f"codes: {type(error).__name__}\n")
        return {"failed": True}


def codes(content: bytes) -> list[str]:
    """The texts of all QR codes, then of all bars, each once; larger pictures are tried when small ones have none."""
    import zxingcpp
    from PIL import Image

    for width in WIDTHS:
        found = []
        for page in draw(content, width, MOST_PAGES):
            with Image.open(BytesIO(page)) as picture:
                found += zxingcpp.read_barcodes(picture)
        if found:
            square = [one.text for one in found if one.format == zxingcpp.BarcodeFormat.QRCode]
            return list(dict.fromkeys([*square, *(one.text for one in found)]))
    return []
