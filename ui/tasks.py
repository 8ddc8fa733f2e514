"""Work off the GUI thread: one worker that changes, one that reads, one for what needs no session."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, Qt, QTimer, Signal

from services.errors import Refused
from ui.workers import Outcome, Worker, each_alone, in_session, with_progress

if TYPE_CHECKING:
    from services.database import Database, Session
    from services.progress import Progress
    from ui.widgets.progress_box import ProgressBox

SLOW_MS = 300


class Task:
    """One piece of work on its way. `cancel` drops its result, and its work if that has not begun."""

    def __init__(self, owner: QObject, done: Callable[[Any], object] | None, failed: _Failed) -> None:
        self.owner = owner
        self.done = done
        self.failed = failed
        self.changes = False
        self.keeps = False  # what it did before it was cancelled, or failed, stays done
        self.box: ProgressBox | None = None
        self._cancelled = Event()

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    @property
    def flag(self) -> Event:
        """What the worker looks at; it never sees the owner, so that nothing of Qt can die on its thread."""
        return self._cancelled


type _Failed = Callable[[Refused], object] | None


class Tasks(QObject):
    """The one way from the window to the services.

    `work` runs on a worker and gets values and ids, never widgets; `done` gets its result on the GUI thread if
    `owner` still lives. A Refused goes to `failed`, without one to the `refused` signal (a banner); any other
    error is raised on the GUI thread, where the exception box waits.
    """

    busy = Signal(bool)  # something takes longer than SLOW_MS / nothing does any more
    refused = Signal(QObject, object)  # owner, Refused
    changed = Signal()  # a transaction that writes was committed
    became_idle = Signal()
    _landed = Signal(int, object)
    _progressed = Signal(int, int, int, str)

    def __init__(self, database: Database | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._numbers = itertools.count(1)
        self._under_way: dict[int, Task] = {}
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._writer = Worker("write", self._landed)
        self._reader = Worker("read", self._landed)
        self._aside = Worker("aside", self._landed)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(lambda: self.busy.emit(True))

    @property
    def database(self) -> Database:
        assert self._database is not None, "opened before anything is asked of it"
        return self._database

    def use(self, database: Database | None) -> None:
        """Work on this database from now on; the caller closes the one before when `idle`."""
        self._database = database

    def run[T](
        self,
        owner: QObject,
        work: Callable[[Session], T],
        done: Callable[[T], object] | None = None,
        failed: _Failed = None,
    ) -> Task:
        """Change something: one transaction, committed at the end."""
        return self._start(
            self._writer, partial(in_session, self.database.write, work), Task(owner, done, failed)
        )

    def read[T](
        self,
        owner: QObject,
        work: Callable[[Session], T],
        done: Callable[[T], object] | None = None,
        failed: _Failed = None,
    ) -> Task:
        """Look something up: beside the changes, in a transaction that cannot write."""
        return self._start(
            self._reader, partial(in_session, self.database.read, work), Task(owner, done, failed)
        )

    def aside[T](
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: _Failed = None,
    ) -> Task:
        """Do something that needs no session: open a database, back it up, read files."""
        return self._start(self._aside, work, Task(owner, done, failed))

    def run_long[T](
        self,
        owner: QObject,
        title: str,
        work: Callable[[Session, Progress], T],
        done: Callable[[T], object] | None = None,
        failed: _Failed = None,
        *,
        reading: bool = False,
    ) -> Task:
        """Like `run` (or `read` with `reading`), with a progress box; Cancel rolls back."""
        lane = self.database.read if reading else self.database.write
        worker = self._reader if reading else self._writer

        def whole(progress: Progress) -> T:
            return in_session(lane, lambda session: work(session, progress))

        return self._start_long(worker, title, whole, Task(owner, done, failed))

    def run_each(
        self,
        owner: QObject,
        title: str,
        works: Sequence[Callable[[Session], object]],
        done: Callable[[list[Refused | None]], object],
    ) -> Task:
        """Change many things, each in a transaction of its own, with a progress box.

        `done` gets, in the place of each work, what refused it, or None; also after Cancel, when the list is shorter.
        """
        task = Task(owner, done, None)
        task.keeps = True
        work = partial(each_alone, self.database.write, tuple(works))
        return self._start_long(self._writer, title, work, task)

    def aside_long[T](
        self,
        owner: QObject,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object] | None = None,
        failed: _Failed = None,
    ) -> Task:
        """Like `aside`, with a progress box and Cancel."""
        return self._start_long(self._aside, title, work, Task(owner, done, failed))

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way

    def wait_idle(self, milliseconds: int = 5000) -> bool:
        """For tests and the tour: let the event loop run until nothing is under way; False when time is up."""
        deadline = QDeadlineTimer(milliseconds)
        while not self.idle and not deadline.hasExpired():
            loop = QEventLoop()
            self.became_idle.connect(loop.quit)
            QTimer.singleShot(deadline.remainingTime(), loop, loop.quit)
            loop.exec()
        return self.idle

    def close(self) -> None:
        """Finish what has begun, drop what has not, stop the workers."""
        for task in self._under_way.values():
            task.cancel()
        for worker in (self._aside, self._writer, self._reader):
            worker.finish()
        self._under_way.clear()
        self._slow.stop()

    def _start(self, worker: Worker, work: Callable[[], object], task: Task) -> Task:
        number = next(self._numbers)
        task.changes = worker is self._writer
        if not self._under_way:
            self._slow.start()
        self._under_way[number] = task
        worker.add(number, task.flag, work)
        return task

    def _start_long(self, worker: Worker, title: str, work: Callable[[Progress], Any], task: Task) -> Task:
        from ui.widgets.progress_box import ProgressBox

        number = next(self._numbers)
        task.changes = worker is self._writer
        task.box = ProgressBox(task.owner, title, task.cancel)
        self._under_way[number] = task
        report = partial(self._progressed.emit, number)
        worker.add(number, task.flag, partial(with_progress, work, report, task.flag))
        return task

    def _show_progress(self, number: int, done: int, total: int, text: str) -> None:
        task = self._under_way.get(number)
        if task is not None and task.box is not None:
            task.box.advance(done, total, text)

    def _land(self, number: int, outcome: Outcome) -> None:
        task = self._under_way.pop(number, None)
        if task is None:
            return
        if task.box is not None:
            task.box.finish()
        try:
            self._deliver(task, outcome)
        finally:
            if not self._under_way:
                self._slow.stop()
                self.busy.emit(False)
                self.became_idle.emit()

    def _deliver(self, task: Task, outcome: Outcome) -> None:
        if (outcome.error is None or task.keeps) and not outcome.dropped and task.changes:
            self.changed.emit()
        kept = task.keeps or not task.cancelled
        wanted = shiboken6.isValid(task.owner) and kept and not outcome.dropped
        if outcome.error is not None:
            self._fail(task, outcome.error, wanted=wanted)
        elif wanted and task.done is not None:
            task.done(outcome.value)

    def _fail(self, task: Task, error: BaseException, *, wanted: bool) -> None:
        if not isinstance(error, Refused):
            if type(error).__name__ != "Cancelled":
                raise error
        elif wanted and task.failed is not None:
            task.failed(error)
        elif wanted:
            self.refused.emit(task.owner, error)
