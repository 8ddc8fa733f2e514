"""Opening, reading and writing: what the world does wrong comes out as a sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from models.people import Department, Employee
from services import database_place
from services.database import Database, once
from services.errors import Refused
from services.permissions import Actor


def code_of(refusal: pytest.ExceptionInfo[Refused]) -> str:
    return refusal.value.code


def test_a_change_is_there_after_closing_and_opening_again(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "new" / "folder")
    with database.write() as session:
        session.add(Department(code="01", name="财务部"))
    database.close()
    again = Database.open(tmp_path / "new" / "folder" / "opsdesk.db")
    with again.read() as session:
        assert session.scalar(select(Department.name)) == "财务部"
    again.close()


def test_an_error_undoes_the_whole_transaction(database: Database) -> None:
    with pytest.raises(Refused), database.write() as session:  # noqa: PT012 - several steps, one transaction
        session.add(Department(code="02", name="财务部"))
        session.flush()
        raise Refused("claim.no_lines")
    with database.read() as session:
        assert session.scalars(select(Department.code)).all() == ["01"]


def test_records_are_stamped_with_the_moment(database: Database) -> None:
    before = datetime.now(UTC)
    with database.write() as session:
        department = session.get_one(Department, 1)
        made = department.created_at
        department.name = "运营"
    assert made < before <= department.updated_at
    assert department.created_at == made
    assert department.version == 2


def test_a_reading_session_changes_nothing_but_temporary_tables(database: Database) -> None:
    with database.read() as session:
        session.execute(text("CREATE TEMP TABLE place (id INTEGER)"))
        session.execute(text("INSERT INTO place VALUES (7)"))
    with database.read() as session:
        assert session.execute(text("SELECT id FROM place")).scalar() == 7
    with pytest.raises(Refused) as refusal, database.read() as session:
        session.execute(text("DELETE FROM department"))
    assert code_of(refusal) == "database.read_only"


def test_a_reading_session_that_is_asked_to_store_is_a_bug(database: Database) -> None:
    with pytest.raises(RuntimeError, match="changes nothing"), database.read() as session:
        session.add(Department(code="02", name="财务部"))


def test_a_reader_sees_one_moment_while_others_write(database: Database) -> None:
    with database.read() as reader:
        assert len(reader.scalars(select(Department)).all()) == 1
        with database.write() as session:
            session.add(Department(code="02", name="财务部"))
        assert len(reader.scalars(select(Department)).all()) == 1


def test_two_people_editing_one_record_the_second_is_told(database: Database) -> None:
    with database.read() as session:
        mine = session.get_one(Department, 1)
    with database.write() as session:
        session.get_one(Department, 1).name = "甲"
    with pytest.raises(Refused) as refusal, database.write() as session:  # noqa: PT012 - refused at the commit
        session.add(mine)
        mine.name = "乙"
    assert code_of(refusal) == "record.stale"


def test_a_second_record_of_the_same_code_names_the_field(database: Database) -> None:
    with pytest.raises(Refused) as refusal, database.write() as session:
        session.add(Department(code="01", name="财务部"))
    assert code_of(refusal) == "record.duplicate"
    assert refusal.value.field == "code"


def test_what_others_refer_to_cannot_go(database: Database) -> None:
    with pytest.raises(Refused) as refusal, database.write() as session:
        session.execute(text("DELETE FROM department"))
    assert code_of(refusal) == "record.in_use"


@pytest.mark.parametrize("day", ["2023-02-29", "2026-02-30", "2026-13-01", "heute", "2026-2-3"])
def test_a_day_that_does_not_exist_is_never_stored(database: Database, day: str) -> None:
    with pytest.raises(Refused) as refusal, database.write() as session:
        session.execute(text("UPDATE employee SET hired_on = :day"), {"day": day})
    assert code_of(refusal) == "record.not_allowed"
    assert "hired_on" in str(refusal.value.values["rule"])


def test_a_text_in_a_number_column_is_never_stored(database: Database) -> None:
    with pytest.raises(Exception, match="cannot store TEXT"), database.write() as session:
        session.execute(text("UPDATE employee SET department_id = 'x'"))


def test_a_repeated_command_is_one_act(database: Database) -> None:
    with database.write() as session:
        assert once(session, "a")
    with database.write() as session:
        assert not once(session, "a")
        assert once(session, "b")


def test_a_busy_database_is_a_sentence_after_a_while(database: Database) -> None:
    impatient = Database.open(database.folder, exclusive=False, busy_seconds=0.1)
    with database.write(), pytest.raises(Refused) as refusal, impatient.write():
        pass
    assert code_of(refusal) == "database.busy"
    impatient.close()


SECOND = """
import json, sys
from services.database import Database
from services.errors import Refused
try:
    Database.open(sys.argv[1])
except Refused as refusal:
    print(json.dumps([refusal.code, refusal.values]))
reader = Database.open(sys.argv[1], exclusive=False)
with reader.read() as session:
    print(json.dumps("read"))
"""


def test_a_second_program_is_told_who_has_it_open_and_may_read(database: Database) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SECOND, database.folder], capture_output=True, text=True, check=True
    )
    refused, read = map(json.loads, done.stdout.splitlines())
    assert refused[0] == "database.in_use"
    assert "@" in refused[1]["holder"]
    assert read == "read"


def test_the_lock_goes_with_its_holder(database: Database) -> None:
    with pytest.raises(Refused) as refusal:
        Database.open(database.folder)
    assert code_of(refusal) == "database.in_use"
    database.close()
    Database.open(database.folder).close()


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive - 公司",
        "Dropbox",
        "Nutstore Files",
        "我的坚果云",
        "iCloud Drive",
        "Google Drive",
        "GoogleDrive",
    ],
)
def test_a_sync_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused) as refusal:
        Database.open(tmp_path / name / "data")
    assert code_of(refusal) == "database.cloud_folder"
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("kind", "network"), [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("ext4", False)]
)
def test_a_network_share_is_told_from_a_disk(kind: str, network: bool) -> None:
    mounts = f"/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/team\\040share {kind} rw 0 0\nbroken line\n"
    assert database_place.on_network(Path("/mnt/team share/opsdesk"), mounts) is network
    assert not database_place.on_network(Path("/mnt/team"), mounts)
    assert database_place.on_network(Path("//server/share"), mounts)


def test_a_place_with_a_database_is_known(database: Database, tmp_path: Path) -> None:
    assert database_place.exists(database.folder)
    assert database_place.exists("postgresql://server/office")
    assert not database_place.exists(tmp_path / "postgresql data")
    assert not database_place.exists(tmp_path / "nothing")
    assert database_place.default_place().name == "OpsDesk"


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Refused) as refusal:
        Database.open(tmp_path / "file" / "data")
    assert code_of(refusal) == "database.cannot_open"


def test_a_server_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        Database.open("postgresql://nobody:geheim@127.0.0.1:1/none", folder=tmp_path)
    assert code_of(refusal) == "database.unreachable"


def test_an_error_that_is_a_bug_stays_one(database: Database) -> None:
    with pytest.raises(Exception, match="no such table"), database.write() as session:
        session.execute(text("SELECT * FROM no_table"))


def test_relations_are_not_read_behind_ones_back(database: Database, clerk: Actor) -> None:
    with database.read() as session:
        employee = session.get_one(Employee, clerk.employee_id)
        with pytest.raises(Exception, match="raise"):
            _ = employee.department
