"""Pages of invoice files as pictures, drawn in a process of their own."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from services.errors import Refused
from services.invoices.wire import receive, send

WIDTH = 1100  # points: readable when enlarged
MOST_PAGES = 6
SECONDS = 10
_ROOT = Path(__file__).resolve().parents[2]
_START = "import sys; sys.path.insert(0, sys.argv[1]); from services.invoices.pages_child import main; main()"


def page_pictures(path: Path, *, width: int = WIDTH, most: int = MOST_PAGES) -> list[bytes]:
    """The first `most` pages of a PDF, or the picture itself, as PNG; empty for what has no picture (XML, OFD).

    Raises Refused "invoice.damaged" when the file cannot be drawn, "invoice.timeout", "invoice.no_reader".
    """
    asked = BytesIO()
    send(asked, {"path": str(path), "width": width, "most": most})
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-X", "utf8", "-c", _START, str(_ROOT)],
            input=asked.getvalue(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no black window under Windows
            env=os.environ.copy(),
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("invoice.timeout") from error
    except OSError as error:
        raise Refused("invoice.no_reader") from error
    answer = receive(BytesIO(done.stdout)) if done.stdout else None
    if answer is None or "pages" not in answer:
        raise Refused("invoice.damaged")
    return [base64.b64decode(page) for page in answer["pages"]]
