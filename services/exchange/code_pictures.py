"""Codes in a picture or a scan of a label, read in a process of its own with limits on size and time."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from services.errors import Refused
from services.invoices.wire import receive, send

SECONDS = 15
SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff", ".gif", ".pdf")
_ROOT = Path(__file__).resolve().parents[2]
_START = "import sys; sys.path.insert(0, sys.argv[1]); from services.exchange.code_child import main; main()"


def read_codes(path: Path, *, seconds: int = SECONDS) -> tuple[str, ...]:
    """The texts of the codes in a file, QR before bars; none when there is no code.

    Raises Refused "asset_label.no_picture" (name) when it is no picture, "asset_label.slow" (name).
    """
    asked = BytesIO()
    send(asked, {"path": str(path.resolve())})
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-X", "utf8", "-c", _START, str(_ROOT)],
            input=asked.getvalue(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no black window under Windows
            env=os.environ.copy(),
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("asset_label.slow", name=path.name) from error
    answer = receive(BytesIO(done.stdout)) if done.stdout else None
    if answer is None or "codes" not in answer:
        raise Refused("asset_label.no_picture", name=path.name)
    return tuple(str(one) for one in answer["codes"])
