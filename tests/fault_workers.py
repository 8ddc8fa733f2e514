"""What other processes do while the tests kill, starve and race them."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import alembic.command  # noqa: F401 - imported once here, not in every child
from sqlalchemy import insert, text, update

from models import migrations
from models.approval import ApprovalDecision, ApprovalStep, Decision, StepState
from models.people import Department
from models.user import Role
from services import attachments, audit, backups, integrity, numbering
from services.connections import BUSY_SECONDS
from services.database import Database, now, once
from services.errors import Refused
from tests.conftest import actor_of_role

HR = actor_of_role(Role.HR)


def act(database: Database, name: str) -> None:
    """One of the mixed writes: a record, its history, a number, every fifth time a file."""
    with database.write() as session:
        once(session, name)
        department = Department(code=name, name=name)
        audit.record(session, HR, "create", department, number=numbering.next_number(session, "T-2026"))
        if name.endswith(("0", "5")):
            file = database.folder / f"{name}.txt"
            file.write_text(name)
            attachments.store(session, HR, "department", department.id, file)
            file.unlink()


def write_until_killed(folder: Path, name: str, acknowledged: Path) -> None:
    """Write without end, and note each act once it is committed."""
    database = Database.open(folder, exclusive=False)
    log = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in range(100_000):
        act(database, f"{name}-{number}")
        os.write(log, f"{name}-{number}\n".encode())
        time.sleep(0.002)  # SQLite's lock is not fair: let the other in


def open_new(folder: Path, steps: Path | None = None) -> None:
    """Open and upgrade, with the migrations of `steps` if they are others."""
    if steps is not None:
        migrations.FOLDER = steps
    Database.open(folder, exclusive=False).close()


def opened_with(folder: Path, steps: Path, told: Connection) -> None:
    """Open with the migrations of `steps`; tell the version, the rows the last step wrote, and what is wrong."""
    migrations.FOLDER = steps
    with contextlib.closing(Database.open(folder, exclusive=False)) as database, database.read() as session:
        version = session.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        rows = session.execute(text("SELECT count(*) FROM parcel")).scalar_one()
        told.send((version, rows, [problem.code for problem in integrity.problems(session)]))


def approve_all(where: str | Path, home: Path, user_id: int, steps: list[int], told: Connection) -> None:
    """Approve every step that is still waiting; tell how many were won, and every error that is no sentence."""
    won, raw = 0, []
    database = Database.open(where, exclusive=False, folder=home, busy_seconds=BUSY_SECONDS * 6)
    random.Random(user_id).shuffle(steps)
    for step in steps:
        try:
            won += _approve(database, user_id, step)
        except Refused as refusal:
            raw.append(refusal.code)
        except Exception as error:
            raw.append(repr(error))
    database.close()
    told.send((won, raw))


def _approve(database: Database, user_id: int, step: int) -> bool:
    with database.write() as session:
        changed = session.execute(
            update(ApprovalStep)
            .where(ApprovalStep.id == step, ApprovalStep.state == StepState.PENDING)
            .values(state=StepState.APPROVED, version=ApprovalStep.version + 1),
        )
        if changed.rowcount == 1:
            session.execute(insert(ApprovalDecision).values(**_decision(user_id, step)))
        return changed.rowcount == 1


def _decision(user_id: int, step: int) -> dict[str, object]:
    return {
        "paper_kind": "claim",
        "paper_id": step,
        "round": 1,
        "step_id": step,
        "decision": Decision.APPROVE,
        "user_id": user_id,
        "user_name": "x",
        "at": now(),
        "command_id": f"{user_id}-{step}",
    }


def starved(folder: Path, largest: int, told: Connection) -> None:
    """Act with files that may not grow beyond `largest` bytes; tell how each act ended."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    told.send(
        [_ended(_opened_act, folder, name) for name in ("full-1", "full-5")] + [_ended(_backup, folder)]
    )


def _opened_act(folder: Path, name: str) -> None:
    database = Database.open(folder, exclusive=False)
    try:
        act(database, f"{folder.name}-{name}")
    finally:
        database.close()


def _backup(folder: Path) -> None:
    with contextlib.closing(Database.open(folder, exclusive=False)) as database:
        backups.make(database)


def as_nobody(folder: Path, told: Connection) -> None:
    """Open as a user who may not write there."""
    if os.geteuid() == 0:
        os.setuid(65534)
    told.send(_ended(_opened_act, folder, "1"))


def _ended(work: Callable[..., object], *arguments: object) -> str:
    try:
        work(*arguments)
    except Refused as refusal:
        return refusal.code
    except Exception as error:
        return repr(error)
    return "done"
