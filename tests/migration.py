"""Writes the next migration from what the models say now: `python -m tests.migration "words of it"`."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import BigInteger, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from models import migrations
from models.all import Base
from services.database import Database

HEAD = '''"""{words}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
{code}
'''
WHOLE = 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")'


def plain_type(kind: str, item: object, _context: object) -> str | bool:
    """Our column types as what they are in the database, so that a step stays true when the models move on."""
    if kind != "type" or not isinstance(item, (TypeDecorator, BigInteger, Integer, Text)):
        return False
    plain: TypeEngine[object] = item.impl_instance if isinstance(item, TypeDecorator) else item
    if isinstance(plain, BigInteger):
        return WHOLE
    return "sa.Text()" if isinstance(plain, Text) else "sa.Integer()"


def ours(name: str | None, kind: str, parents: object) -> bool:
    """Not the search indexes: they are made by hand (`models.migrations.create_search_table`)."""
    return kind != "table" or "_search" not in (name or "")


def step(metadata: MetaData, words: str) -> tuple[str, str]:
    """File name and text of the step from the newest migration to `metadata`."""
    known = migrations.known_versions()
    number = f"{int(known[-1]) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "data")
        with database.writer.connect() as connection:
            options = {"render_item": plain_type, "render_as_batch": True, "include_name": ours}
            context = MigrationContext.configure(connection, opts=options)
            changes = produce_migrations(context, metadata).upgrade_ops
            assert changes is not None
            rendered = render_python_code(changes, render_as_batch=True, render_item=plain_type)
            code = re.sub(r"(?m)^ *# ###.*\n?", "", rendered).strip("\n").removeprefix("    ")
        database.close()
    name = f"{number}_{re.sub(r'\W+', '_', words.lower()).strip('_')}.py"
    return name, HEAD.format(words=words.capitalize(), number=number, before=known[-1], code=f"    {code}")


def main() -> None:
    name, text = step(Base.metadata, sys.argv[1])
    path = migrations.FOLDER / "versions" / name
    path.write_text(text, encoding="utf-8")
    sys.stdout.write(f"Written, now read it: {path}\n")


if __name__ == "__main__":
    main()
