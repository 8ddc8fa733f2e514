"""Photos among the files, read in a process of its own with limits on size, time and memory."""

from __future__ import annotations

import base64
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from services.invoices.serving import ask, begin, let_go
from services.reports.photos import Photo

SECONDS = 15
ON_PAPER = (900, 600)
_START = "import sys; sys.path.insert(0, sys.argv[1]); from services.exchange.photo_child import main; main()"


def photo_of(path: Path, largest: tuple[int, int] = ON_PAPER) -> Photo | None:
    """One photo; see `PhotoReader.read`."""
    with PhotoReader() as photos:
        return photos.read(path, largest)


class PhotoReader:
    """A context with one process for any number of photos, begun with the first and replaced when it hangs or dies."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._let_go()

    def read(self, path: Path, largest: tuple[int, int] = ON_PAPER) -> Photo | None:
        """The picture in the file the right way up, no larger than asked; None when it is none, or takes too long."""
        try:
            child = self._living_child()
        except OSError:
            return None
        timer = threading.Timer(self._seconds, child.kill)
        timer.start()
        try:
            answer = ask(child, {"path": str(path.resolve()), "width": largest[0], "height": largest[1]})
        finally:
            timer.cancel()
        if answer is None:
            self._let_go()
        if answer is None or "jpeg" not in answer:
            return None
        return Photo(answer["width"], answer["height"], base64.b64decode(answer["jpeg"]))

    def _living_child(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._let_go()
            self._child = begin(_START)
        return self._child

    def _let_go(self) -> None:
        child, self._child = self._child, None
        let_go(child)
