"""Killed, starved, raced and tampered with: nothing acknowledged is lost, nothing is half done."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from models.approval import ApprovalDecision, ApprovalStep, StepState
from models.audit import CommandDone
from models.people import Department
from services import backups, connections, integrity
from services.database import FILE_NAME, Database
from services.errors import Refused
from tests import fault_workers
from tests.conftest import LATER

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills and limits are POSIX")
APART = multiprocessing.get_context("forkserver") if os.name == "posix" else multiprocessing.get_context()
if os.name == "posix":
    APART.set_forkserver_preload(["tests.fault_workers", "pytest"])
SENTENCES = {"done", "database.full", "database.disk_error", "database.cannot_open", "database.read_only"}


def apart(work: Callable[..., None], *arguments: Any) -> multiprocessing.Process:
    process = APART.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


def told_by(work: Callable[..., None], *arguments: Any) -> Any:
    """What `work`, in a process of its own, tells."""
    here, there = APART.Pipe()
    process = apart(work, *arguments, there)
    there.close()
    answer = here.recv()
    process.join()
    return answer


def fresh(empty_file: Path, folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(empty_file, folder / FILE_NAME)
    return folder


def kill_two_writers(folder: Path, number: int) -> list[str]:
    """Let two processes write for a moment, kill them, and return what they had been told was done."""
    logs = [folder.parent / f"done-{number}-{name}" for name in "ab"]
    writers = [
        apart(fault_workers.write_until_killed, folder, f"{number}{name}", log)
        for name, log in zip("ab", logs, strict=True)
    ]
    deadline = time.monotonic() + 20
    while not all(log.exists() and log.stat().st_size for log in logs) and time.monotonic() < deadline:
        time.sleep(0.005)
    time.sleep(random.Random(number).random() * 0.06)
    for writer in writers:
        writer.kill()
        writer.join()
    return [line for log in logs for line in log.read_text().split()]


def check_killed(empty_file: Path, tmp_path: Path, rounds: int) -> None:
    folder = fresh(empty_file, tmp_path / "data")
    acknowledged = [name for number in range(rounds) for name in kill_two_writers(folder, number)]
    with contextlib.closing(Database.open(folder)) as database, database.read() as session:
        done = set(session.scalars(select(CommandDone.command_id)))
        assert set(acknowledged) <= done
        assert len(acknowledged) >= 2 * rounds
        assert integrity.problems(session) == []
        assert session.scalar(text("SELECT last FROM number_sequence")) == len(done)
        assert session.scalar(select(func.count()).select_from(Department)) == len(done) + 1


def test_killed_writers_lose_nothing_they_were_told_was_done(empty_file: Path, tmp_path: Path) -> None:
    check_killed(empty_file, tmp_path, 30)


@pytest.mark.long
def test_killed_writers_lose_nothing_in_many_rounds(empty_file: Path, tmp_path: Path) -> None:
    check_killed(empty_file, tmp_path, 200)


def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_done(empty_file: Path, tmp_path: Path) -> None:
    size = empty_file.stat().st_size
    for number, largest in enumerate((0, 4096, 33_000, size - 4096, size + 40_000, size + 400_000)):
        folder = fresh(empty_file, tmp_path / f"full{number}")
        ended = told_by(fault_workers.starved, folder, largest)
        assert set(ended) <= SENTENCES, (largest, ended)
        with contextlib.closing(Database.open(folder)) as database, database.read() as session:
            assert integrity.problems(session) == []
            acts = session.scalar(select(func.count()).select_from(CommandDone))
            assert acts == ended[:2].count("done")
            assert len(list((folder / "backups").glob("*.db"))) == ended[2:].count("done")


def test_a_full_database_refuses_and_goes_on_when_there_is_room(database: Database) -> None:
    with database.writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 1}")
    with pytest.raises(Refused) as refusal, database.write() as session:
        session.add_all(Department(code=f"{n}", name="x" * 1000 + str(n)) for n in range(50))
    assert refusal.value.code == "database.full"
    with database.writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    fault_workers.act(database, "later")
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Department)) == 2


def waiting_steps(database: Database, count: int) -> list[int]:
    with database.write() as session:
        steps = [
            ApprovalStep(
                paper_kind="claim",
                paper_id=number,
                round=1,
                level=1,
                label="部门",
                state=StepState.PENDING,
                approver_id=4,
                approver_name="王",
            )
            for number in range(1, count + 1)
        ]
        session.add_all(steps)
    return [step.id for step in steps]


def check_race(database: Database, where: str | Path, steps: int) -> None:
    """Eight processes approve the same papers: each paper once, and nobody sees a raw error."""
    ids = waiting_steps(database, steps)
    pipes = [APART.Pipe() for _ in range(8)]
    racers = [
        apart(fault_workers.approve_all, where, database.folder, 1 + number % 6, list(ids), there)
        for number, (_, there) in enumerate(pipes)
    ]
    answers = [here.recv() for here, _ in pipes]
    for racer in racers:
        racer.join()
    assert [raw for _, raw in answers if raw] == []
    assert sum(won for won, _ in answers) == steps
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(ApprovalDecision)) == steps


def test_eight_processes_approve_each_paper_once(database: Database) -> None:
    check_race(database, database.folder, 50)


@pytest.mark.long
def test_eight_processes_approve_each_of_many_papers_once(database: Database) -> None:
    check_race(database, database.folder, 500)


def seconds_for(folder: Path, later_steps: Path) -> float:
    """How long an upgrade takes that nobody kills."""
    started = time.monotonic()
    apart(fault_workers.open_new, folder, later_steps).join()
    return time.monotonic() - started


def check_killed_upgrade(empty_file: Path, later_steps: Path, tmp_path: Path, rounds: int) -> set[str]:
    """Kill a new database's creation and an old one's upgrade at any moment; the next start finishes the work."""
    seen = set()
    whole = min(seconds_for(tmp_path / f"unharmed{number}", later_steps) for number in range(3))
    for number in range(rounds):
        folder = tmp_path / f"round{number}"
        if number % 2:
            fresh(empty_file, folder)
        process = apart(fault_workers.open_new, folder, later_steps)
        time.sleep(random.Random(number).random() * 1.1 * whole)
        process.kill()
        process.join()
        seen.add(stored_version(folder / FILE_NAME))
        finished = told_by(fault_workers.opened_with, folder, later_steps)
        assert finished == (LATER, 20_000, [])
    return seen


def stored_version(file: Path) -> str:
    if not file.exists():
        return "no file"
    with contextlib.closing(connections.connect(file)) as raw:
        if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchall():
            return "empty" if not raw.execute("SELECT 1 FROM sqlite_master").fetchall() else "half done"
        return str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_a_killed_upgrade_is_done_again_from_the_start(
    empty_file: Path, later_steps: Path, tmp_path: Path
) -> None:
    assert "half done" not in check_killed_upgrade(empty_file, later_steps, tmp_path, 10)


@pytest.mark.long
def test_an_upgrade_killed_many_times_is_never_half_done(
    empty_file: Path, later_steps: Path, tmp_path: Path
) -> None:
    seen = check_killed_upgrade(empty_file, later_steps, tmp_path, 200)
    assert "half done" not in seen
    assert {"0001", "0002"} <= seen


def check_backups_while_writing(empty_file: Path, tmp_path: Path, rounds: int) -> None:
    folder = fresh(empty_file, tmp_path / "data")
    writer = apart(fault_workers.write_until_killed, folder, "w", tmp_path / "log")
    with contextlib.closing(Database.open(folder)) as database:
        made = [backups.make(database, reason="test") for _ in range(rounds)]
    writer.kill()
    writer.join()
    for number, backup in enumerate(made):
        backups.restore(backup.path, tmp_path / f"restored{number}")
        with (
            contextlib.closing(Database.open(tmp_path / f"restored{number}")) as database,
            database.read() as session,
        ):
            assert integrity.problems(session) == []


def test_backups_taken_while_others_write_restore_whole(empty_file: Path, tmp_path: Path) -> None:
    check_backups_while_writing(empty_file, tmp_path, 5)


@pytest.mark.long
def test_many_backups_taken_while_others_write_restore_whole(empty_file: Path, tmp_path: Path) -> None:
    check_backups_while_writing(empty_file, tmp_path, 40)


def test_a_folder_that_cannot_be_written_is_a_sentence(empty_file: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = fresh(empty_file, Path(place) / "data")
        folder.chmod(0o555)
        (folder / FILE_NAME).chmod(0o444)
        ended = told_by(fault_workers.as_nobody, folder)
        folder.chmod(0o755)
    assert ended in {"database.read_only", "database.cannot_open"}


@pytest.mark.parametrize("damage", ["noise", "truncated", "header", "empty"])
def test_a_damaged_file_is_a_sentence(empty_file: Path, tmp_path: Path, damage: str) -> None:
    folder = fresh(empty_file, tmp_path / "data")
    (folder / "backups").mkdir()
    file = folder / FILE_NAME
    whole = file.read_bytes()
    ruined = {
        "noise": whole[:4096] + os.urandom(len(whole) - 4096),
        "truncated": whole[: len(whole) // 2],
        "header": os.urandom(100) + whole[100:],
        "empty": b"",
    }[damage]
    file.write_bytes(ruined)
    with pytest.raises(Refused) as refusal, contextlib.closing(Database.open(folder)) as database:
        fault_workers.act(database, "x")
    assert refusal.value.code in {"database.damaged", "database.not_a_database"}
