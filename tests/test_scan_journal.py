"""Scans survive the death of the program: each is on the disk before the next, and the next start counts it once."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.stock_take import StockTakeScan
from models.user import Role
from services import scan_journal
from services.database import Database
from services.errors import Refused
from services.scan_journal import Journal, TakenUp
from services.stock_take_scans import Scan
from tests import scan_workers
from tests.assets import CLERK
from tests.conftest import TODAY, actor_of_role
from tests.desks import make_desk
from tests.hands import settle
from tests.stock_take_pages import opened, type_in
from tests.stock_takes import Count, counted
from ui.stock_takes.taking_up import take_up_scans, told
from ui.tasks import Tasks
from ui.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
APART = multiprocessing.get_context("spawn")


@pytest.fixture
def count(database: Database) -> Count:
    return counted(database)


@pytest.fixture
def tasks(count: Count, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(count.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def kept(count: Count) -> list[str]:
    with count.database.read() as session:
        return list(session.scalars(select(StockTakeScan.code).order_by(StockTakeScan.id)))


def take_up(count: Count) -> TakenUp:
    with count.database.write() as session:
        taken = scan_journal.take_up(session, CLERK)
    scan_journal.forget(taken)
    return taken


def files(count: Count) -> list[str]:
    return sorted(one.name for one in (count.database.folder / scan_journal.FOLDER).glob("*"))


def dead(count: Count, *texts: str, take_id: int | None = None, origin: str = "window:a") -> Path:
    """What a program that died left behind."""
    folder = count.database.folder / scan_journal.FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"{take_id or count.id}-{origin.replace(':', '-')}.jsonl"
    rows = [
        {"take": take_id or count.id, "origin": origin, "by": "陈小雨", "seq": seq, "text": text, "place": "", "at": None}
        for seq, text in enumerate(texts, 1)
    ]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + '{"take": 1, "ori', encoding="utf-8")
    return path


@pytest.mark.parametrize("writes", [False, True])
def test_a_killed_program_loses_no_scan_and_none_counts_twice(
    count: Count, tmp_path: Path, writes: bool
) -> None:
    accepted = tmp_path / "accepted"
    program = APART.Process(
        target=scan_workers.scan_until_killed,
        args=(count.database.folder, count.id, accepted, writes),
        daemon=True,
    )
    program.start()
    until = time.monotonic() + 120
    while (not accepted.exists() or accepted.stat().st_size < 60 * 9) and time.monotonic() < until:
        assert program.is_alive()
        time.sleep(0.01)
    assert files(count)
    assert take_up(count) == TakenUp()  # a living program's journal is its own
    program.kill()
    program.join()
    taken = accepted.read_text().split()
    assert len(taken) >= 60
    before = len(kept(count))
    assert bool(before) is writes
    assert take_up(count).counted >= len(taken) - before
    assert kept(count)[: len(taken)] == taken
    assert len(kept(count)) <= len(taken) + 1  # one that was read and not noted yet
    assert len(set(kept(count))) == len(kept(count))
    assert files(count) == []
    assert take_up(count) == TakenUp()


def test_what_was_written_already_counts_once_and_whoever_read_it_is_named(count: Count) -> None:
    count.scan(*count.numbers[:2], origin="window:a")
    dead(count, *count.numbers[:3])
    assert take_up(count).counted == 1
    assert [line.times for line in count.detail().lines] == [1, 1, 1, 0]
    with count.database.read() as session:
        assert list(session.scalars(select(StockTakeScan.by_name)))[-1] == "陈小雨"


def test_scans_of_a_count_that_is_closed_are_told_and_kept_aside(count: Count) -> None:
    count.scan(count.numbers[0])
    count.finish()
    dead(count, *count.numbers[1:3])
    taken = take_up(count)
    assert (taken.counted, taken.left) == (0, count.numbers[1:3])
    assert taken.why is not None
    assert taken.why.code == "stock_take.not_open"
    assert files(count) == [f"{count.id}-window-a.left"]
    assert f"Not counted: {count.numbers[1]}, {count.numbers[2]}" in told(taken)
    assert take_up(count) == TakenUp()
    assert told(TakenUp()) == ""


def test_only_who_may_count_takes_them_up(count: Count) -> None:
    dead(count, count.numbers[0])
    with count.database.write() as session, pytest.raises(Refused, match=r"permission\.denied"):
        scan_journal.take_up(session, actor_of_role(Role.CASHIER))


def test_a_journal_is_emptied_and_goes(count: Count) -> None:
    journal = Journal(count.database.folder, count.id, "window:b", "陈小雨")
    journal.close()
    assert files(count) == []
    journal.keep(Scan(1, "A"))
    assert (count.database.folder / scan_journal.FOLDER / f"{count.id}-window-b.jsonl").read_text().count(
        "\n"
    ) == 1
    journal.clear()
    assert take_up(count) == TakenUp()
    journal.close()
    assert files(count) == []


def test_an_empty_journal_is_only_removed(count: Count) -> None:
    path = dead(count)
    assert take_up(count).counted == 0
    assert not path.exists()


def test_the_window_leaves_nothing_behind_and_takes_a_scan_with_a_full_disk(qtbot, count, tasks, monkeypatch):
    page = opened(qtbot, count, tasks)
    dialog = page.open_count(count.detail())
    settle(tasks)
    type_in(dialog.scan, count.numbers[0])
    assert len(files(count)) == 2

    def full(_journal: Journal, _scan: Scan) -> None:
        raise OSError("no space")

    monkeypatch.setattr(Journal, "keep", full)
    type_in(dialog.scan, count.numbers[1])
    qtbot.waitUntil(lambda: dialog.queue.waiting == 0, timeout=20_000)
    dialog.reject()
    settle(tasks)
    assert files(count) == []
    assert [line.times for line in count.detail().lines] == [1, 1, 0, 0]


def test_the_next_start_counts_them_and_says_so(qtbot, count, tasks):
    dead(count, *count.numbers[:2])
    desk = make_desk(count.database, tasks, CLERK, TODAY)
    around = QWidget()
    qtbot.addWidget(around)
    workspace = Workspace(desk, around)
    take_up_scans(desk, workspace)
    settle(tasks)
    assert workspace.notice.text() == "2 scans from before the program ended were counted."
    assert [line.times for line in count.detail().lines] == [1, 1, 0, 0]
    assert files(count) == []
