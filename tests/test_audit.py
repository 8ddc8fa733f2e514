"""The chain of acts: complete, sealed, and readable by those who may see the record."""

from __future__ import annotations

import stat
import time
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text

from models.people import Company, Department
from models.user import User
from services import audit, backups, integrity
from services.connections import connect
from services.database import Database, now
from services.errors import Refused
from services.permissions import Actor
from tests.conftest import TODAY


@pytest.fixture
def company(database: Database, administrator: Actor) -> Company:
    with database.write() as session:
        company = Company(name="甲公司")
        audit.record(session, administrator, "create", company)
        company.name = "乙公司"
        audit.record(
            session, administrator, "edit", company, why="更名", fees=(Decimal("1.50"), {"day": TODAY})
        )
    return company


def test_a_change_is_kept_with_both_values(
    database: Database, administrator: Actor, company: Company
) -> None:
    with database.read() as session:
        rows = audit.history(session, administrator, "company", company.id)
    assert [row.action for row in rows] == ["edit", "create"]
    assert rows[0].changes == {
        "name": ["甲公司", "乙公司"],
        "why": "更名",
        "fees": ["1.50", {"day": "2026-03-12"}],
    }
    assert rows[1].changes == {"name": "甲公司"}
    assert rows[0].user_name == administrator.name


def test_a_deleted_record_is_kept_with_all_its_values(database: Database, administrator: Actor) -> None:
    with database.write() as session:
        department = Department(code="09", name="临时")
        audit.record(session, administrator, "create", department)
        audit.record(session, administrator, "delete", department)
        session.delete(department)
    with database.read() as session:
        newest = audit.history(session, administrator, "department", department.id)[0]
    assert newest.changes == {"code": "09", "name": "临时", "active": True}


def test_a_password_never_enters_the_history(database: Database, administrator: Actor) -> None:
    with database.write() as session:
        user = session.get_one(User, 1)
        user.password_hash = "geheim-hash"
        audit.record(session, administrator, "edit", user)
    with database.read() as session:
        assert "geheim" not in str(session.execute(text("SELECT changes FROM audit_entry")).all())


def test_who_may_not_see_a_record_may_not_see_its_history(
    database: Database, clerk: Actor, auditor: Actor
) -> None:
    with database.read() as session:
        assert audit.history(session, clerk, "company", 1) == []
        assert audit.history(session, auditor, "user_account", 1) == []
        for kind in ("user_account", "bank_account", "setting"):
            with pytest.raises(Refused, match=r"permission\.denied"):
                audit.history(session, clerk, kind, 1)


def test_an_act_that_is_rolled_back_leaves_no_trace(database: Database, administrator: Actor) -> None:
    with pytest.raises(Refused), database.write() as session:  # noqa: PT012 - several steps, one transaction
        audit.record(session, administrator, "create", Company(name="甲"))
        raise Refused("claim.no_lines")
    with database.read() as session:
        assert audit.verify(session, administrator).count == 0


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE audit_entry SET user_name = 'x'", "audit.immutable"),
        ("DELETE FROM audit_entry", "audit.immutable"),
        ("INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE seq = 1", "audit.sequence"),
        (
            "INSERT INTO audit_entry SELECT 9, at, 1, '', '', '', 1, '{}', '' FROM audit_entry LIMIT 1",
            "audit.sequence",
        ),
    ],
)
def test_no_statement_changes_the_history(
    database: Database, company: Company, statement: str, code: str
) -> None:
    with pytest.raises(Refused) as refusal, database.write() as session:
        session.execute(text(statement))
    assert refusal.value.code == code


def tampered(database: Database, statement: str) -> None:
    raw = connect(database.file)
    for trigger in ("no_update", "no_delete", "in_order"):
        raw.execute(f"DROP TRIGGER audit_entry_{trigger}")
    raw.execute(statement)
    raw.close()


def test_the_first_row_that_was_tampered_with_is_named(
    database: Database, auditor: Actor, company: Company
) -> None:
    with database.read() as session:
        assert audit.verify(session, auditor).ok
    tampered(database, "UPDATE audit_entry SET user_name = '别人' WHERE seq = 2")
    with database.read() as session:
        found = audit.verify(session, auditor)
    assert (found.ok, found.first_bad_seq, found.count) == (False, 2, 2)


def test_a_missing_row_is_found(database: Database, auditor: Actor, company: Company) -> None:
    tampered(database, "DELETE FROM audit_entry WHERE seq = 1")
    with database.read() as session:
        assert audit.verify(session, auditor).first_bad_seq == 2


def test_a_cut_tail_is_known_from_the_newest_backup(database: Database, company: Company) -> None:
    backups.make(database)
    tampered(database, "DELETE FROM audit_entry WHERE seq = 2")
    with database.read() as session:
        assert [problem.code for problem in integrity.problems(session)] == ["integrity.history_cut"]


def test_the_key_lies_outside_the_database_and_is_the_owners(database: Database, company: Company) -> None:
    key = database.folder / "keys" / "audit.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_text() not in database.file.read_bytes().decode("latin-1")


def test_without_its_key_the_history_proves_nothing(
    database: Database, auditor: Actor, company: Company
) -> None:
    (database.folder / "keys" / "audit.key").unlink()
    with database.read() as session:
        assert not audit.verify(session, auditor).ok


def test_twenty_thousand_acts_are_written_and_verified_in_seconds(
    database: Database, auditor: Actor, tmp_path: Path
) -> None:
    moment = now()
    rows = (
        audit.AuditRow(moment, 1, "陈小雨", "edit", "company", n, {"name": ["甲", "乙"]})
        for n in range(20_000)
    )
    started = time.perf_counter()
    with database.write() as session:
        audit.append_many(session, rows)
    with database.read() as session:
        found = audit.verify(session, auditor)
    assert (found.count, found.ok, found.head_seq) == (20_000, True, 20_000)
    assert time.perf_counter() - started < 30  # a guard against quadratic work, not a figure
