"""Migrations: the same tables as the models, a backup first, a newer database refused."""

from __future__ import annotations

import contextlib
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from models import migrations
from models.all import Base
from services import backups, integrity
from services.connections import connect, sqlite_engine
from services.database import FILE_NAME, Database
from services.errors import Refused
from tests.conftest import LATER, NEWEST

RELEASED = {
    "0001_guards.postgresql.sql": "07668c85a5e30ed362d50bd5431906957258768f69a1a6b901c096cc1c4d8571",
    "0001_guards.sqlite.sql": "b36a253b11ce9dd35819bb3caa263244e830df6a7479e44ca609e0e4ae087283",
    "0001_house.py": "2a54956f3f9203590f46cce4ceb282f098ace5bbac67a1c3028c0504afc82b2f",
    "0001_tables.postgresql.sql": "ed113a39db35a9c75ff51a9d5210e19c64f948b9e5a3c7909367afd23a661201",
    "0001_tables.sqlite.sql": "054480d31d51cfda98539dd447886a65b781c45dfb3b6483dbc8902a3249aaf4",
    "0002_guards.postgresql.sql": "701abd99a5ac41a3070d9c2915cbe8c44377d2a6af2886f90d161b2fe61009d8",
    "0002_guards.sqlite.sql": "5e12ff14160b49232078038c0b9d202ec2dcac6d53ef7ef94f36eb5accf4fa70",
    "0002_month.py": "43851807ab682249799c8bd6a764f217eb93be90d16a2932addf772d343714e0",
    "0002_tables.postgresql.sql": "344256652abf1025d0346f693a748c0dc26675e48645e4eb25650dac0758d34c",
    "0002_tables.sqlite.sql": "42a236a36b2758229397297388fff6682d0950c11598582c944587a54db683ed",
    "0003_guards.postgresql.sql": "7fc736e5a8c2c274e620244e96c3f44778c778cf1b202cdbcfbb10bfa21a8545",
    "0003_guards.sqlite.sql": "daa48af6c3f92d3d73d386b4238014816147c95bf1e8f4954e3a3db0c6072c99",
    "0003_people.py": "449c1d2e3a88d39cabe6d99136c1cf66bb697667fa21d03616c602843d341d27",
    "0003_tables.postgresql.sql": "30674a9f56dfeb8e45a0ae09862070bab026a2b98829f12c3851d7d8eab5bd53",
    "0003_tables.sqlite.sql": "5dfd8229defad8b47ca2eddfd6b4142552a0a1897fe30d11e499a5590b91e739",
    "0004_assets.py": "dc12f8d1634a00002aa2be8d4faaf7b54bd079f04d8ec95042eb7fa325eb3993",
    "0004_guards.postgresql.sql": "0c74f484faf5ea6043affc7a9f5693ef69abe58e16046e27a2a1294e42e3a8f1",
    "0004_guards.sqlite.sql": "11530554df72c480f14750d5aa99223abada029b01deb5c9956b5e3be1ef0fdb",
    "0004_tables.postgresql.sql": "ff361d2cb8eea355b157d9ff76733047a6315bd4c3467355019193c9efd669d7",
    "0004_tables.sqlite.sql": "341bca18bb89a86739dd11c421bbb71a75bb00403230dea592e8dfdb27faba62",
}


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_step_stays_as_it_is(name: str) -> None:
    written = (migrations.FOLDER / "versions" / name).read_text(encoding="utf-8")
    assert sha256(written.encode()).hexdigest() == RELEASED[name], (
        "write a new step: python -m tests.migration"
    )


def test_migrations_and_models_make_the_same_tables(database: Database, tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.writer.connect() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or "_search" not in str(name)}
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
        migrated = {name: inspect(connection).get_columns(name) for name in Base.metadata.tables}
    engine = sqlite_engine(tmp_path / "made.db", read_only=False)
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        created = {name: inspect(connection).get_columns(name) for name in Base.metadata.tables}
    engine.dispose()
    assert differences == []
    assert str(migrated) == str(created)


def test_every_table_is_strict(database: Database) -> None:
    raw = connect(database.file, read_only=True)
    strict = dict(raw.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall())
    raw.close()
    assert [name for name in Base.metadata.tables if not strict[name]] == []


def test_every_register_has_its_words(database: Database) -> None:
    with database.read() as session:
        for name in (name for name, table in Base.metadata.tables.items() if "search_text" in table.columns):
            assert session.execute(text(f"SELECT count(*) FROM {name}_search")).scalar() == 0


def test_an_old_database_is_backed_up_and_upgraded(
    database: Database, later_steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.write() as session:
        session.execute(text("UPDATE department SET name = '财务部'"))
    database.close()
    monkeypatch.setattr(migrations, "FOLDER", later_steps)
    with contextlib.closing(Database.open(database.folder)) as upgraded, upgraded.read() as session:
        assert session.execute(text("SELECT count(*) FROM parcel")).scalar() == 20_000
        assert session.execute(text("SELECT name FROM department")).scalar() == "财务部"
        assert integrity.problems(session) == []
    (backup,) = (database.folder / "backups").glob("*.db")
    manifest = backups.verify(backup)
    assert (manifest.version, manifest.reason) == (NEWEST, "migration")


def test_a_database_from_a_newer_program_is_refused_untouched(
    database: Database, later_steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.close()
    with monkeypatch.context() as later:
        later.setattr(migrations, "FOLDER", later_steps)
        Database.open(database.folder).close()
    before = database.file.read_bytes()
    with pytest.raises(Refused) as refusal:
        Database.open(database.folder)
    assert refusal.value.code == "database.newer"
    assert refusal.value.values == {"version": LATER, "known": NEWEST}
    assert database.file.read_bytes() == before


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("DELETE FROM user_role", "database.upgrade_failed"),
        ("DELETE FROM department", "database.upgrade_failed"),
        ("INSERT INTO department SELECT * FROM department", "record.duplicate"),
    ],
)
def test_a_step_that_loses_rows_is_undone(
    database: Database, later_steps: Path, monkeypatch: pytest.MonkeyPatch, harm: str, code: str
) -> None:
    database.close()
    step = later_steps / "versions" / f"{LATER}_parcels.py"
    step.write_text(step.read_text().replace("UPDATE company SET phone = '1'", harm))
    monkeypatch.setattr(migrations, "FOLDER", later_steps)
    with pytest.raises(Refused) as refusal:
        Database.open(database.folder)
    assert refusal.value.code == code
    monkeypatch.undo()
    with contextlib.closing(Database.open(database.folder)) as as_before, as_before.read() as session:
        assert session.execute(text("SELECT count(*) FROM user_role")).scalar() == 6
        assert session.execute(text("SELECT count(*) FROM department")).scalar() == 1


def test_a_foreign_sqlite_file_is_not_taken_for_ours(tmp_path: Path) -> None:
    raw = connect(tmp_path / FILE_NAME)
    raw.execute("CREATE TABLE company (x)")
    raw.close()
    with pytest.raises(Refused) as refusal:
        Database.open(tmp_path)
    assert refusal.value.code == "database.foreign"
