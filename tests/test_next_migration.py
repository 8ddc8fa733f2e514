"""The next migration is written from the models, and does what they say."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from models.all import Base
from models.base import Day, Money
from services.database import Database
from tests.conftest import LATER, NEWEST
from tests.migration import step


def with_vehicles() -> sa.MetaData:
    """The models of a later program: everything of today, and a table of vehicles."""
    later = sa.MetaData(naming_convention=Base.metadata.naming_convention)
    for table in Base.metadata.sorted_tables:
        table.to_metadata(later)
    sa.Table(
        "vehicle",
        later,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("price", Money, nullable=False),
        sa.Column("bought_on", Day),
        sqlite_strict=True,
    )
    return later


def test_a_new_table_becomes_a_step_that_makes_it(database: Database):
    name, text = step(with_vehicles(), "vehicles")
    module: dict[str, object] = {}
    exec(compile(text, name, "exec"), module)
    with database.writer.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        module["upgrade"]()  # type: ignore[operator]  # run_path knows no types
        made = connection.execute(
            sa.text("SELECT sql FROM sqlite_master WHERE name = 'vehicle'")
        ).scalar_one()
    assert name == f"{LATER}_vehicles.py"
    assert module["down_revision"] == NEWEST
    assert "price INTEGER NOT NULL" in made
    assert made.rstrip().endswith("STRICT")


def test_there_is_nothing_to_do_while_the_models_stand_as_they_are():
    assert step(Base.metadata, "nothing")[1].rstrip().endswith("pass")
