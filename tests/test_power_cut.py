"""A power cut at any moment: what was not synced is dropped or torn, what was acknowledged is still there."""

from __future__ import annotations

import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from models.audit import CommandDone
from services import integrity
from services.database import FILE_NAME, Database
from services.errors import Refused
from tests import fault_workers

COMPILER = shutil.which("cc")
pytestmark = pytest.mark.skipif(
    COMPILER is None or not sys.platform.startswith("linux"),
    reason="the log of writes needs a C compiler on Linux",
)
HEAD = struct.Struct("=ciqq")
SECTOR = 512
WORK = """
import os, sys
from pathlib import Path
from services import connections
from services.database import Database
from tests import fault_workers
folder, synchronous = Path(sys.argv[1]), sys.argv[2]
connections._WRITER = (*connections._WRITER[:-1], f"PRAGMA synchronous={synchronous}", "PRAGMA wal_autocheckpoint=60")
database = Database.open(folder)
log = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT)
for number in range(120):
    fault_workers.act(database, f"cut-{number}x")
    os.write(log, f"cut-{number}x\\n".encode())
os._exit(0)
"""

type Event = tuple[bytes, str, int, int, bytes]


def recorded(log: Path) -> Iterator[Event]:
    """(operation, file name, offset, length, data) of every write, truncation and sync."""
    content = log.read_bytes()
    place = 0
    while place < len(content):
        operation, path, offset, length = HEAD.unpack_from(content, place)
        place += HEAD.size
        name = content[place : place + path].decode().rsplit("/", 1)[-1]
        place += path
        size = length if operation == b"W" else 0
        yield operation, name, offset, length, content[place : place + size]
        place += size


class Disk:
    """Files as they are on the platter, and what still waits in memory."""

    def __init__(self, database: bytes) -> None:
        self.kept = {FILE_NAME: bytearray(database)}
        self.waiting: dict[str, list[Event]] = {}

    def happen(self, event: Event) -> None:
        name = event[1]
        if event[0] != b"S":
            self.waiting.setdefault(name, []).append(event)
            return
        for late in self.waiting.pop(name, []):
            self.apply(late, len(late[4]))

    def apply(self, event: Event, kept: int) -> None:
        operation, name, offset, length, data = event
        file = self.kept.setdefault(name, bytearray())
        if operation == b"T":
            file[length:] = b"\0" * max(0, length - len(file))
            return
        file.extend(b"\0" * (offset - len(file)))
        file[offset : offset + kept] = data[:kept]

    def cut(self, chance: random.Random) -> None:
        """Of what waits, some is written, some torn at a sector, some lost, in no order."""
        for events in self.waiting.values():
            for event in chance.sample(events, len(events)):
                fate = chance.random()
                if fate < 0.5:
                    torn = chance.randrange(0, len(event[4]) + 1, SECTOR) if fate < 0.25 else len(event[4])
                    self.apply(event, torn)


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("shim") / "power_cut.so"
    source = Path(__file__).with_name("power_cut.c")
    subprocess.run([str(COMPILER), "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


def work_recorded(empty_file: Path, folder: Path, shim: Path, synchronous: str) -> tuple[bytes, list[Event]]:
    """A database before the work, and every write of the work."""
    folder.mkdir()
    shutil.copy(empty_file, folder / FILE_NAME)
    first = Database.open(folder)
    fault_workers.act(first, "before")
    first.close()
    before = (folder / FILE_NAME).read_bytes()
    log = folder.parent / f"{folder.name}.log"
    environment = os.environ | {"LD_PRELOAD": str(shim), "WRITE_LOG": str(log), "WRITE_ROOT": str(folder)}
    subprocess.run([sys.executable, "-c", WORK, folder, synchronous], check=True, env=environment)
    return before, list(recorded(log))


def lost_after_cut(
    before: bytes, events: list[Event], folder: Path, key: Path, chance: random.Random
) -> bool:
    """Whether a cut at a random moment lost an acknowledged act or broke anything."""
    disk, told = Disk(before), set[str]()
    for event in events[: chance.randrange(len(events))]:
        if event[1] == "acknowledged":
            told.add(event[4].decode().strip())
        elif event[1] in {FILE_NAME, f"{FILE_NAME}-wal"}:
            disk.happen(event)
    disk.cut(chance)
    (folder / "keys").mkdir(parents=True)
    shutil.copy(key, folder / "keys")
    for name, content in disk.kept.items():
        (folder / name).write_bytes(content)
    try:
        return not _all_there(folder, told)
    except Refused:
        return True


def _all_there(folder: Path, told: set[str]) -> bool:
    database = Database.open(folder)
    try:
        with database.read() as session:
            done = set(session.scalars(select(CommandDone.command_id)))
            return told <= done and integrity.problems(session) == []
    finally:
        database.close()


def losses(empty_file: Path, tmp_path: Path, shim: Path, synchronous: str, cuts: int) -> int:
    before, events = work_recorded(empty_file, tmp_path / synchronous, shim, synchronous)
    key = tmp_path / synchronous / "keys" / "audit.key"
    assert sum(event[1] == "acknowledged" for event in events) == 120
    return sum(
        lost_after_cut(before, events, tmp_path / f"{synchronous}-{number}", key, random.Random(number))
        for number in range(cuts)
    )


def test_a_power_cut_loses_nothing_that_was_acknowledged(
    empty_file: Path, tmp_path: Path, shim: Path
) -> None:
    assert losses(empty_file, tmp_path, shim, "FULL", 200) == 0


def test_the_same_cuts_do_lose_acts_when_nothing_is_synced(
    empty_file: Path, tmp_path: Path, shim: Path
) -> None:
    assert losses(empty_file, tmp_path, shim, "OFF", 20) > 0


@pytest.mark.long
def test_many_power_cuts_lose_nothing_that_was_acknowledged(
    empty_file: Path, tmp_path: Path, shim: Path
) -> None:
    assert losses(empty_file, tmp_path, shim, "FULL", 2_000) == 0
