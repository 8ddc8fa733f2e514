"""Tables of strangers (.xlsx, .xls, .csv), read in a process of their own with limits on size, rows and time."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from services.errors import Refused
from services.invoices.wire import receive, send

SECONDS = 10
_ROOT = Path(__file__).resolve().parents[2]
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from services.exchange.foreign_child import main; main()"
)


@dataclass(frozen=True, slots=True)
class ForeignSheet:
    """The first sheet with anything in it, as text; a number whose digits a spreadsheet has lost is U+FFFD."""

    file: str
    sha256: str
    rows: tuple[tuple[str, ...], ...]


def read_sheet(
    path: Path, *, seconds: int = SECONDS, merged: bool = False, plain: bool = False
) -> ForeignSheet:
    """Read one file; whatever it does to its reader, this process stays.

    `merged`: what stands in a cell merged over several rows stands in each of them. `plain`: a text may have one column.

    Raises Refused, each with the `name` of the file: "sheet.not_readable", "sheet.empty", "sheet.too_large" (50 MB),
    "sheet.wrong_type", "sheet.damaged", "sheet.unpacks_too_large" (300 MB, ratio 100), "sheet.too_many_rows"
    (100,000), "sheet.timeout" (`seconds`).
    """
    answer = _ask(path, seconds, merged=merged, plain=plain)
    if "code" in answer:
        raise Refused(answer["code"], name=path.name, **answer.get("values", {}))
    rows = tuple(tuple(str(cell) for cell in row) for row in answer["rows"])
    return ForeignSheet(path.name, answer["sha256"], rows)


def _ask(path: Path, seconds: int, *, merged: bool, plain: bool) -> dict[str, Any]:
    expired = threading.Event()
    with subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-X", "utf8", "-c", _START, str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no black window under Windows
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        timer = threading.Timer(seconds, _kill, (child, expired))
        timer.start()
        try:
            send(child.stdin, {"path": str(path.resolve()), "merged": merged, "plain": plain})
            answer = receive(child.stdout)
        except (OSError, ValueError):  # the child died with words of ours in the pipe
            answer = None
        finally:
            timer.cancel()
            child.kill()
            with suppress(OSError):  # what was not sent any more is still in the pipe
                child.stdin.close()
    if answer is not None:
        return answer
    return {"code": "sheet.timeout" if expired.is_set() else "sheet.damaged"}


def _kill(child: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    child.kill()
