"""Backups: verified when made, found out when changed, restored whole, thinned out by age."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from models.people import Department
from services import attachments, audit, backups, integrity
from services.connections import connect
from services.database import FILE_NAME, Database
from services.errors import Refused
from services.permissions import Actor


def add_department(database: Database, actor: Actor, code: str) -> None:
    with database.write() as session:
        audit.record(session, actor, "create", Department(code=code, name=f"部门{code}"))


def codes(folder: Path) -> list[str]:
    database = Database.open(folder)
    with database.read() as session:
        assert integrity.problems(session) == []
        found = list(session.scalars(select(Department.code).order_by(Department.code)))
    database.close()
    return found


@pytest.fixture
def made(database: Database, administrator: Actor, clerk: Actor, tmp_path: Path) -> backups.BackupMade:
    add_department(database, administrator, "02")
    file = tmp_path / "票.pdf"
    file.write_bytes(b"invoice")
    with database.write() as session:
        attachments.store(session, clerk, "expense_claim", 1, file)
    return backups.make(database, reason="test")


def test_a_backup_is_described_and_verified(database: Database, made: backups.BackupMade) -> None:
    manifest = backups.verify(made.path)
    assert manifest == made.manifest
    assert (manifest.reason, manifest.rows["department"], manifest.head_seq) == ("test", 2, 2)
    assert manifest.problems == []
    assert backups.last(database.folder / "backups") == datetime.fromisoformat(manifest.made_at)
    assert {path.suffix for path in made.path.parent.iterdir() if path.is_file()} == {".db", ".json"}


def test_a_restore_brings_back_the_day_and_keeps_the_present_aside(
    database: Database, administrator: Actor, made: backups.BackupMade
) -> None:
    add_department(database, administrator, "03")
    database.close()
    restored = backups.restore(made.path, database.folder)
    assert codes(database.folder) == ["01", "02"]
    assert restored.kept_aside is not None
    raw = connect(restored.kept_aside, read_only=True)
    assert raw.execute("SELECT count(*) FROM department").fetchone() == (3,)
    raw.close()


def test_a_lost_computer_comes_back_from_the_backup_folder_alone(
    database: Database, made: backups.BackupMade, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "usb"
    shutil.copytree(made.path.parent, elsewhere)
    database.close()
    shutil.rmtree(database.folder)
    restored = backups.restore(elsewhere / made.path.name, tmp_path / "new computer")
    assert restored.kept_aside is None
    assert codes(tmp_path / "new computer") == ["01", "02"]


def test_a_torn_database_is_kept_aside_and_replaced(database: Database, made: backups.BackupMade) -> None:
    database.close()
    database.file.write_bytes(b"not a database at all" * 500)
    restored = backups.restore(made.path, database.folder)
    assert restored.kept_aside is not None
    assert restored.kept_aside.read_bytes().startswith(b"not a database")
    assert codes(database.folder) == ["01", "02"]


def test_a_database_somebody_has_open_is_not_replaced(database: Database, made: backups.BackupMade) -> None:
    with pytest.raises(Refused, match=r"database\.in_use"):
        backups.restore(made.path, database.folder)


def test_a_changed_backup_is_refused(database: Database, made: backups.BackupMade, tmp_path: Path) -> None:
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:])
    with pytest.raises(Refused, match=r"backup\.changed"):
        backups.restore(made.path, tmp_path / "other")
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    ("wrong", "code"), [("missing", "missing"), ("no manifest", "alone"), ("foreign manifest", "unreadable")]
)
def test_what_is_no_backup_of_ours_is_refused(
    made: backups.BackupMade, tmp_path: Path, wrong: str, code: str
) -> None:
    manifest = made.path.with_suffix(".json")
    if wrong == "missing":
        made.path.unlink()
    elif wrong == "no manifest":
        manifest.unlink()
    else:
        manifest.write_text(json.dumps({"name": "something else"}))
    with pytest.raises(Refused, match=rf"backup\.{code}"):
        backups.restore(made.path, tmp_path / "other")


@pytest.mark.parametrize("left_behind", ["keys", "attachments"])
def test_a_backup_copied_without_what_belongs_to_it_is_refused_elsewhere_and_taken_at_home(
    database: Database, made: backups.BackupMade, tmp_path: Path, left_behind: str
) -> None:
    elsewhere = tmp_path / "usb"
    shutil.copytree(made.path.parent, elsewhere, ignore=shutil.ignore_patterns(left_behind))
    with pytest.raises(Refused, match=r"backup\.alone"):
        backups.restore(elsewhere / made.path.name, tmp_path / "new computer")
    assert not (tmp_path / "new computer").exists()
    database.close()
    backups.restore(elsewhere / made.path.name, database.folder)
    assert codes(database.folder) == ["01", "02"]


def test_a_torn_page_is_found_before_the_backup_counts(database: Database, administrator: Actor) -> None:
    for number in range(300):
        add_department(database, administrator, f"x{number}")
    raw = connect(database.file)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page = raw.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'ix_audit_entry_record_kind_record_id'"
    ).fetchone()[0]
    raw.close()
    with database.file.open("rb+") as file:
        file.seek((page - 1) * 4096 + 8)
        file.write(b"\xff" * 64)
    with pytest.raises(Refused, match=r"backup\.not_verified|database\.damaged"):
        backups.make(database)
    assert list((database.folder / "backups").glob("*.db*")) == []


def test_sums_that_do_not_add_up_are_noted_but_there_is_a_backup(
    database: Database, made: backups.BackupMade
) -> None:
    with database.write() as session:
        session.execute(text(CLAIM))
    noted = backups.make(database).manifest.problems
    assert noted == ["integrity.offsets"]


CLAIM = """
INSERT INTO expense_claim (kind, number, state, round, claimant_id, department_id, created_by_id, business_date,
  purpose, amount, tax, sanctioned, offset_total, outstanding, invoice_count, attachment_count, doubt_count,
  payment_note, paid_by_name, paid_from_name, company_name, claimant_name, department_name, project_name, holder_name,
  state_note, search_text, version, created_at, updated_at, payee_name, payee_bank, payee_account, contract_number,
  paid_before, invoice_owed, batch_number, packet_number, voucher_number)
VALUES ('claim', 'BX-1', 'draft', 0, 1, 1, 1, '2026-03-01', '', 100, 0, 100, 50, 0, 0, 0, 0,
  '', '', '', '', '', '', '', '', '', '', 1, '', '', '', '', '', '', 0, 0, '', '', '')
"""


def test_a_backup_into_a_place_that_is_no_folder_is_a_sentence(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Refused) as refusal:
        backups.make(database, tmp_path / "file" / "backups")
    assert refusal.value.code == "database.cannot_open"


def test_an_attachment_is_kept_once_for_all_backups(database: Database, made: backups.BackupMade) -> None:
    backups.make(database)
    files = [path for path in (made.path.parent / "attachments").rglob("*") if path.is_file()]
    assert len(files) == 1
    assert files[0].read_bytes() == b"invoice"


def old_backups(folder: Path, moments: list[datetime]) -> None:
    folder.mkdir()
    for moment in moments:
        (folder / moment.strftime("opsdesk-%Y%m%d-%H%M%S-%f.db")).touch()
        (folder / moment.strftime("opsdesk-%Y%m%d-%H%M%S-%f.json")).touch()


def test_old_backups_are_thinned_out_by_day_week_and_month(tmp_path: Path) -> None:
    noon = datetime(2026, 3, 12, 12, tzinfo=UTC)
    moments = [noon - timedelta(days=day, minutes=30 * part) for day in range(400) for part in range(4)]
    old_backups(tmp_path / "b", moments)
    (tmp_path / "b" / "opsdesk-mine.db").touch()
    gone = backups.prune(tmp_path / "b", date(2026, 3, 12))
    kept = sorted(path.name[8:16] for path in (tmp_path / "b").glob("opsdesk-2*.db"))
    assert len(kept) + len(gone) == len(moments)
    assert [kept.count(day) for day in ("20260312", "20260311", "20260310", "20260301")] == [4, 4, 1, 1]
    assert 12 + 6 < len(kept) < 6 + 12 + 10 + 9
    assert kept[0] == "20250731"
    assert (tmp_path / "b" / "opsdesk-mine.db").exists()
    assert len(list((tmp_path / "b").glob("*.json"))) == len(kept)


def test_never_fewer_than_five_backups_are_left(tmp_path: Path) -> None:
    old_backups(tmp_path / "b", [datetime(2020, 1, 1, hour, tzinfo=UTC) for hour in range(8)])
    assert len(backups.prune(tmp_path / "b", date(2026, 3, 12))) == 3
    assert backups.last(tmp_path / "b") == datetime(2020, 1, 1, 7, tzinfo=UTC)
    assert backups.last(tmp_path / "nothing") is None


def test_a_file_from_before_the_restore_does_not_count_as_cut(
    database: Database, administrator: Actor, made: backups.BackupMade
) -> None:
    add_department(database, administrator, "03")
    backups.make(database)
    database.close()
    backups.restore(made.path, database.folder)
    assert codes(database.folder) == ["01", "02"]
    assert (database.folder / FILE_NAME).exists()


def test_a_backup_is_due_when_something_was_done(
    database: Database, administrator: Actor, clerk: Actor
) -> None:
    dues = []
    for step in (None, lambda: add_department(database, administrator, "02"), lambda: backups.make(database)):
        if step is not None:
            step()
        with database.read() as session:
            dues.append(backups.is_due(session))
    assert dues == [False, True, False]
    with database.read() as session:
        assert backups.make_now(session, administrator).manifest.head_seq == 1
        with pytest.raises(Refused, match=r"permission\.denied"):
            backups.make_now(session, clerk)
