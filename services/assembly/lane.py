"""One process that opens files, seen from here: asked one file at a time, replaced when it hangs or dies."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from services.assembly.fragment import Form
from services.errors import Refused
from services.invoices.serving import ask, begin, let_go
from services.progress import Progress

SECONDS_PER_FILE = 10
SECONDS_FOR_OWN = 180
_START = "import sys; sys.path.insert(0, sys.argv[1]); from services.assembly.child import main; main()"
_LOOK_EVERY = 0.1


class Lane:
    """A context; whatever happens inside, its process is gone afterwards."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._let_go()

    def convert(
        self, path: Path, target: Path, *, own: bool = False, seconds: int = SECONDS_PER_FILE
    ) -> list[Form]:
        """The pages of a file as forms of the fragment `target`.

        Raises Refused of `convert`, "invoice.timeout", "invoice.damaged" when the process died of it,
        "invoice.no_reader"; Cancelled when the user stopped the work, at once.
        """
        answers: list[dict[str, Any] | None] = []
        request = {"path": str(path), "target": str(target), "own": own}
        child = self._living_child()
        asking = threading.Thread(target=lambda: answers.append(ask(child, request)), daemon=True)
        asking.start()
        rounds = int((SECONDS_FOR_OWN if own else seconds) / _LOOK_EVERY)
        for _ in range(rounds):
            asking.join(_LOOK_EVERY)
            if not asking.is_alive():
                break
            self._progress.check()
        late = asking.is_alive()
        answer = None if late else answers[0]
        if answer is None:
            self._let_go()
            raise Refused("invoice.timeout" if late else "invoice.damaged")
        if "code" in answer:
            raise Refused(answer["code"], **answer["values"])
        return [Form(at, tuple(box)) for at, box in answer["forms"]]

    def _living_child(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._let_go()
            try:
                self._child = begin(_START)
            except OSError:
                raise Refused("invoice.no_reader") from None
        return self._child

    def _let_go(self) -> None:
        child, self._child = self._child, None
        let_go(child)
