"""Tables of strangers (.xlsx, .xls, .csv), read in a process of their own with limits on size, rows and time."""

from __future__ import annotations

import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from services.errors import Refused
from services.invoices.serving import ask, begin, let_go

SECONDS = 10
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
    with begin(_START) as child:
        timer = threading.Timer(seconds, _kill, (child, expired))
        timer.start()
        try:
            answer = ask(child, {"path": str(path.resolve()), "merged": merged, "plain": plain})
        finally:
            timer.cancel()
            let_go(child)
    if answer is not None:
        return answer
    return {"code": "sheet.timeout" if expired.is_set() else "sheet.damaged"}


def _kill(child: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    child.kill()
