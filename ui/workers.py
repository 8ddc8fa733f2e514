"""The threads behind ui/tasks.py: each carries out one thing after another and sends back what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SignalInstance

from services.errors import Refused

if TYPE_CHECKING:
    from services.database import Session
    from services.progress import Progress

_PROGRESS_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Outcome:
    value: object = None
    error: BaseException | None = None
    dropped: bool = False


class Worker(Thread):
    def __init__(self, name: str, landed: SignalInstance) -> None:
        super().__init__(name=f"opsdesk-{name}", daemon=True)
        self._landed = landed
        self._queue: SimpleQueue[tuple[int, Event, Callable[[], object]] | None] = SimpleQueue()

    def add(self, number: int, flag: Event, work: Callable[[], object]) -> None:
        if self.ident is None:
            self.start()
        self._queue.put((number, flag, work))

    def run(self) -> None:
        while (job := self._queue.get()) is not None:
            number, flag, work = job
            outcome = _attempt(flag, work)
            del job, work  # what it holds is let go on the GUI thread
            self._landed.emit(number, outcome)

    def finish(self) -> None:
        if self.ident is not None:
            self._queue.put(None)
            self.join()


def _attempt(flag: Event, work: Callable[[], object]) -> Outcome:
    if flag.is_set():
        return Outcome(dropped=True)
    try:
        return Outcome(work())
    except Exception as error:  # noqa: BLE001 - raised again on the GUI thread
        return Outcome(error=error)


def each_alone(
    lane: Callable[[], Any], works: Sequence[Callable[[Session], object]], progress: Progress
) -> list[Refused | None]:
    """Run every work in a transaction of its own; what was refused in the place of each, None for what was done.

    What is refused stops nothing. After a Cancel the list ends with the last one that was begun.
    """
    from services.progress import Cancelled

    found: list[Refused | None] = []
    with suppress(Cancelled):
        for number, work in enumerate(works):
            progress.advance(number, len(works), f"{number + 1} / {len(works)}")
            try:
                in_session(lane, work)
            except Refused as refused:
                found.append(refused)
            else:
                found.append(None)
    return found


def in_session[T](lane: Callable[[], Any], work: Callable[[Session], T]) -> T:
    """Run `work` in one transaction of `lane` (Database.write or Database.read)."""
    with lane() as session:
        return work(session)


def with_progress[T](
    work: Callable[[Progress], T], report: Callable[[int, int, str], object], flag: Event
) -> T:
    """Run `work` with a Progress that reports at most twenty times a second and stops at the flag."""
    from services.progress import Progress

    last = 0.0

    def seldom(done: int, total: int, text: str) -> None:
        nonlocal last
        if done >= total or time.monotonic() - last > _PROGRESS_SECONDS:
            last = time.monotonic()
            report(done, total, text)

    return work(Progress(seldom, flag.is_set))
