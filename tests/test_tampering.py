"""Tampering in the file: whatever was changed by hand is found, and its row named."""

from __future__ import annotations

import random
from typing import Any

import pytest
from sqlalchemy import text

from services import audit, connections, integrity
from services.database import Database, now

TAMPERINGS = (
    "UPDATE audit_entry SET changes = '{{}}' WHERE seq = {seq}",
    "UPDATE audit_entry SET user_name = '别人' WHERE seq = {seq}",
    "UPDATE audit_entry SET at = '2020-01-01T00:00:00.000000+00:00' WHERE seq = {seq}",
    "UPDATE audit_entry SET record_id = record_id + 1 WHERE seq = {seq}",
    "UPDATE audit_entry SET mac = '{mac}' WHERE seq = {seq}",
    "UPDATE audit_entry SET user_id = 99 WHERE seq = {seq}",
)


def check_tampering(database: Database, rounds: int) -> None:
    rows = [audit.AuditRow(now(), 1, "陈", "edit", "company", n, {"name": ["a", "b"]}) for n in range(300)]
    with database.write() as session:
        audit.append_many(session, rows)
    guess = random.Random(7)
    raw = connections.connect(database.file)
    for trigger in ("no_update", "no_delete", "in_order"):
        raw.execute(f"DROP TRIGGER audit_entry_{trigger}")
    for number in range(rounds):
        seq = guess.randrange(1, 300)
        with database.read() as session:
            kept = session.execute(text(f"SELECT * FROM audit_entry WHERE seq = {seq}")).one()
        raw.execute(TAMPERINGS[number % len(TAMPERINGS)].format(seq=seq, mac="0" * 64))
        with database.read() as session:
            assert found_bad(session) == seq
        raw.execute(f"INSERT OR REPLACE INTO audit_entry VALUES ({', '.join('?' * len(kept))})", tuple(kept))
    raw.close()


def found_bad(session: Any) -> int | None:
    problems = [problem for problem in integrity.invariants(session) if problem.code == "integrity.history"]
    return problems[0].values["seq"] if problems else None


def test_every_tampering_is_found_and_its_row_named(database: Database) -> None:
    check_tampering(database, 50)


@pytest.mark.long
def test_every_one_of_many_tamperings_is_found(database: Database) -> None:
    check_tampering(database, 300)
