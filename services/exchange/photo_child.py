"""The process that opens photos of strangers: a path in, a small JPEG out; it may be killed without harm."""

from __future__ import annotations

import base64
import os
import sys
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from services.invoices.child import limit_memory
from services.invoices.wire import receive, send

LARGEST = 50_000_000
_MOST_PIXELS = 120_000_000


def main() -> None:
    """Serve on standard input and output; what a decoder prints goes to the error stream."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_memory()
    serve(sys.stdin.buffer, answers)


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer every frame {"path", "width", "height"} until the requests end."""
    while (request := receive(requests)) is not None:
        send(answers, answer(request))


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """{"width", "height", "jpeg"} of one file, or {"failed"}: whatever a decoder throws on foreign bytes is a plain no."""
    try:
        path = Path(request["path"])
        if path.stat().st_size > LARGEST:
            return {"failed": True}
        return _drawn(path.read_bytes(), (int(request["width"]), int(request["height"])))
    except Exception as error:  # noqa: BLE001 - bytes of strangers reach every corner of a decoder
        sys.stderr.write(f"photo: {type(error).__name__}\n")
        return {"failed": True}


def _drawn(content: bytes, largest: tuple[int, int]) -> dict[str, Any]:
    """The picture the right way up, no larger than asked."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(content)) as picture:
        if picture.width * picture.height > _MOST_PIXELS:
            return {"failed": True}
        picture.draft("RGB", largest)
        shown = ImageOps.exif_transpose(picture).convert("RGB")
    shown.thumbnail(largest)
    written = BytesIO()
    shown.save(written, "JPEG", quality=82)
    return {
        "width": shown.width, "height": shown.height, "jpeg": base64.b64encode(written.getvalue()).decode(),
    }  # fmt: skip
