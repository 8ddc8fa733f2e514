"""A server that an earlier release wrote to is upgraded in place, its guards and its rows with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from models import migrations
from models.all import Base
from services.database import Database
from services.errors import Refused

ROWS = (
    "INSERT INTO department VALUES (1, '01', '运营部', NULL, NULL, 1, '', 1, '2026-03-01T08:00:00.000000+00:00', '2026-03-01T08:00:00.000000+00:00')",
    "INSERT INTO employee VALUES (1, '0001', '李文静', 1, '', '', '', '', NULL, NULL, '', 1, '2026-03-01T08:00:00.000000+00:00', '2026-03-01T08:00:00.000000+00:00')",
    (
        "INSERT INTO user_account (id, login, name, password_hash, employee_id, active, failed_attempts, search_text,"
        " version, created_at, updated_at) VALUES (1, 'lwj', '李文静', '!', 1, 1, 0, '', 1, '2026-03-01T08:00:00.000000+00:00', '2026-03-01T08:00:00.000000+00:00')"
    ),
    "INSERT INTO expense_category VALUES (1, '1', '交通', 0, 1, 1, '', 1, '2026-03-01T08:00:00.000000+00:00', '2026-03-01T08:00:00.000000+00:00')",
    (
        "INSERT INTO expense_claim (id, kind, number, state, round, claimant_id, department_id, created_by_id, business_date,"
        " purpose, amount, tax, sanctioned, offset_total, outstanding, invoice_count, attachment_count, doubt_count,"
        " paid_from_name, payment_note, paid_by_name, company_name, claimant_name, department_name, project_name,"
        " holder_name, state_note, search_text, version, created_at, updated_at) VALUES (1, 'claim', 'BX-1', 'draft', 0, 1, 1,"
        " 1, '2026-03-01', '出差', 100, 0, 100, 0, 0, 1, 0, 0, '', '', '', '', '', '', '', '李文静', '', '', 1, '2026-03-01T08:00:00.000000+00:00',"
        " '2026-03-02T08:00:00.000000+00:00')"
    ),
    (
        "INSERT INTO invoice (id, claim_id, kind, code, number, number_key, used_key, buyer_name, buyer_tax_id, seller_name,"
        " seller_tax_id, check_code, red_letter, lines, sources, file_sha256, version, created_at, updated_at) VALUES"
        " (1, 1, 'train', '', '7', '7', '7', '', '', '', '', '', 0, '[]', '{}', '', 1, '2026-03-01T08:00:00.000000+00:00', '2026-03-01T08:00:00.000000+00:00')"
    ),
    (
        "INSERT INTO approval_decision (id, paper_kind, paper_id, round, decision, user_id, user_name, reason, at, command_id)"
        " VALUES (1, 'claim', 1, 1, 'submit', 1, '李文静', '', '2026-03-01T08:00:00.000000+00:00', 'c')"
    ),
    "UPDATE expense_claim SET state = 'submitted'",
)


@pytest.fixture
def upgraded(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A server's database begun with the first step only, filled, then opened by today's program."""
    admin = create_engine(
        server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS released"))
        connection.execute(text("CREATE DATABASE released"))
    admin.dispose()
    first = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, first, ignore=shutil.ignore_patterns("__pycache__", "000[2-9]_*"))
    url = server.replace("/postgres?", "/released?")
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "FOLDER", first)
        before = Database.open(url, folder=tmp_path / "office")
        with before.write() as session:
            for statement in ROWS:
                session.connection().exec_driver_sql(statement)
        before.close()
    opened = Database.open(url, folder=tmp_path / "office")
    yield opened
    opened.close()


def test_every_table_has_the_columns_of_its_model(upgraded: Database) -> None:
    with upgraded.writer.connect() as connection:
        found = {
            name: {column["name"] for column in inspect(connection).get_columns(name)}
            for name in Base.metadata.tables
        }
    wanted = {name: {column.name for column in table.columns} for name, table in Base.metadata.tables.items()}
    assert found == wanted


def test_no_migration_is_left_to_write(upgraded: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with upgraded.writer.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_its_rows_are_there_and_say_what_is_new_of_them(upgraded: Database) -> None:
    with upgraded.read() as session:
        row = session.execute(
            text(
                "SELECT i.state, i.seen_on, c.held_since, e.grade, g.role FROM invoice i, expense_claim c, employee e, expense_category g"
            )
        ).one()
    assert tuple(row) == ("used", "2026-03-01", "2026-03-02T08:00:00.000000+00:00", 3, "general")


def test_its_guards_stand_again(upgraded: Database) -> None:
    for statement, code in (
        ("UPDATE expense_claim SET purpose = 'x'", "claim.not_editable"),
        ("UPDATE approval_decision SET reason = 'x'", "approval.immutable"),
        ("UPDATE invoice SET total = 1", "claim.not_editable"),
    ):
        with pytest.raises(Refused) as refusal, upgraded.write() as session:
            session.execute(text(statement))
        assert refusal.value.code == code
