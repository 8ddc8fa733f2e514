"""Reading e-invoice files in a process of their own, with limits on size, time and memory."""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from services.errors import Refused
from services.invoices.model import Reading
from services.invoices.serving import ask, begin, let_go
from services.invoices.wire import unpack

SECONDS_PER_FILE = 10
_ENOUGH_FOR_TWO = 8
READER = "services.invoices.child"
_START = "import importlib, sys; sys.path.insert(0, sys.argv[1]); importlib.import_module(sys.argv[2]).main()"


def read_files(
    paths: Sequence[Path],
    *,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], None] | None = None,
    seconds: int = SECONDS_PER_FILE,
    serve: str = READER,
) -> list[Reading]:
    """Read e-invoices (PDF, OFD, XML, pictures), one reading per path in the order given.

    Amounts in yuan; sha256 is that of the file. Refusals are values in `Reading.error`: invoice.not_found, no_access,
    empty, too_large (50 MB), wrong_type, damaged, encrypted, unpacks_too_large (300 MB, ratio 100), entities,
    unreadable, not_an_invoice, timeout (`seconds` a file), cancelled. `cancelled` and `progress(done, of)` are called on
    the calling thread; `serve` is the module whose `main` reads. A file that kills the reading process is refused as damaged; the others are read by a new one.
    """
    waiting: queue.SimpleQueue[tuple[int, Path]] = queue.SimpleQueue()
    for index, path in enumerate(paths):
        waiting.put((index, Path(path)))
    answers: queue.SimpleQueue[tuple[int, Reading]] = queue.SimpleQueue()
    two = serve == READER  # the recognition of pictures uses every core by itself
    count = 2 if two and len(paths) > _ENOUGH_FOR_TWO and (os.cpu_count() or 1) > 1 else min(len(paths), 1)
    lanes = [_Lane(waiting, answers, seconds, serve) for _ in range(count)]
    try:
        readings = _gather(len(paths), answers, cancelled, progress)
    finally:
        for lane in lanes:
            lane.stop()
    refused = Refused("invoice.cancelled")
    return [
        readings.get(index) or Reading(Path(path).name, error=refused) for index, path in enumerate(paths)
    ]


def _gather(
    total: int,
    answers: queue.SimpleQueue[tuple[int, Reading]],
    cancelled: Callable[[], bool] | None,
    progress: Callable[[int, int], None] | None,
) -> dict[int, Reading]:
    readings: dict[int, Reading] = {}
    while len(readings) < total and not (cancelled and cancelled()):
        try:
            index, reading = answers.get(timeout=0.1)
        except queue.Empty:
            continue
        readings[index] = reading
        if progress:
            progress(len(readings), total)
    return readings


class _Lane:
    """A thread that feeds one child at a time and replaces it when it hangs or dies."""

    def __init__(
        self,
        waiting: queue.SimpleQueue[tuple[int, Path]],
        answers: queue.SimpleQueue[tuple[int, Reading]],
        seconds: int,
        serve: str,
    ) -> None:
        self._waiting, self._answers, self._seconds, self._serve = waiting, answers, seconds, serve
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._expired = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="invoice-reader", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Let the child go and wait for the thread."""
        with self._lock:
            self._stopped = True
            self._kill()
        self._thread.join()
        self._let_go()

    def _work(self) -> None:
        while not self._stopped:
            try:
                index, path = self._waiting.get_nowait()
            except queue.Empty:
                return
            self._answers.put((index, self._read(path)))

    def _read(self, path: Path) -> Reading:
        try:
            child = self._living_child()
        except OSError:
            return Reading(path.name, error=Refused("invoice.no_reader"))
        timer = threading.Timer(self._seconds, self._expire)
        timer.start()
        try:
            answer = _ask(child, path)
        finally:
            timer.cancel()
        if answer is not None:
            return answer
        with self._lock:
            self._let_go()
        return Reading(path.name, error=Refused("invoice.timeout" if self._expired else "invoice.damaged"))

    def _living_child(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._child is None or self._expired or self._child.poll() is not None:
                self._let_go()
                self._expired = False
                self._child = begin(_START, self._serve)
            if self._stopped:
                self._kill()
            return self._child

    def _expire(self) -> None:
        with self._lock:
            self._expired = True
            self._kill()

    def _kill(self) -> None:
        if self._child is not None:
            self._child.kill()

    def _let_go(self) -> None:
        child, self._child = self._child, None
        let_go(child)


def _ask(child: subprocess.Popen[bytes], path: Path) -> Reading | None:
    answer = ask(child, {"path": str(path.resolve())})
    try:
        return unpack(answer) if answer is not None else None
    except (ValueError, KeyError):
        return None
