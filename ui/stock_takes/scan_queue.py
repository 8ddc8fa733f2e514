"""Scans on their way to the database: kept in order, written in batches, counted until they are there."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from services import stock_take_scans
from services.scan_journal import Journal
from services.stock_take_scans import Scan

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.stock_take_scans import ScanResult
    from ui.state import Desk

MOST = 200  # scans in one transaction
AGAIN_MS = 700
PAUSE_MS = 120  # between two batches: what is read meanwhile goes together
AGAIN = frozenset({"database.busy", "database.unreachable"})


class ScanQueue(QObject):
    """One batch at a time is under way; what is read meanwhile waits and goes with the next.

    A scan has its number from here before anything is written, so that a batch sent twice counts once. It is on the disk
    before the next one is taken: if the program dies, the next start takes it up (services/scan_journal.py).
    """

    written = Signal(list)  # of ScanResult, in the order of the scans
    waiting_changed = Signal(int)
    refused = Signal(object)
    drained = Signal()

    def __init__(self, desk: Desk, take_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._take_id = desk, take_id
        self._origin = f"window:{uuid4().hex}"
        self._seq = 0
        self._journal = Journal(desk.folder, take_id, self._origin, desk.actor.name)
        self._waiting: deque[Scan] = deque()
        self._under_way: tuple[Scan, ...] = ()
        self.stopped: Refused | None = None  # why the last batch can never be written as it is
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._send)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._send)

    @property
    def waiting(self) -> int:
        """How many scans are not in the database yet."""
        return len(self._waiting) + len(self._under_way)

    def add(self, text: str, place: str) -> None:
        """Take a scan; it is written as soon as the ones before it are."""
        self._seq += 1
        scan = Scan(self._seq, text, place, datetime.now(UTC))
        with suppress(OSError):  # a full disk: the database says so in a moment, and the scan waits here
            self._journal.keep(scan)
        self._waiting.append(scan)
        self.waiting_changed.emit(self.waiting)
        if not self._pause.isActive():
            self._send()

    def close(self) -> None:
        """The window closes: what was not written was given up by hand."""
        self._journal.close()

    def left(self) -> tuple[str, ...]:
        """The texts that were not written."""
        return tuple(scan.text for scan in (*self._under_way, *self._waiting))

    def _send(self) -> None:
        if not self._waiting or self._under_way:
            return
        self._under_way = tuple(self._waiting.popleft() for _ in range(min(MOST, len(self._waiting))))
        today = self._desk.today()
        work = partial(_write, self._desk.actor, self._take_id, self._origin, self._under_way, today)
        self._desk.tasks.run(self, work, self._done, self._failed)

    def _done(self, results: list[ScanResult]) -> None:
        self._under_way, self.stopped = (), None
        self._pause.start()
        self.written.emit(results)
        self.waiting_changed.emit(self.waiting)
        if not self.waiting:
            self._journal.clear()
            self.drained.emit()

    def _failed(self, refused: Refused) -> None:
        self._waiting.extendleft(reversed(self._under_way))
        self._under_way = ()
        if refused.code in AGAIN:
            self._again.start()
        else:
            self.stopped = refused
            self.refused.emit(refused)


def _write(
    actor: Actor, take_id: int, origin: str, scans: tuple[Scan, ...], today: date, session: Session
) -> list[ScanResult]:
    return stock_take_scans.add(session, actor, take_id, origin, scans, today=today)
