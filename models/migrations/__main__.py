"""`python -m models.migrations`: write the first step's tables anew from the models (until it is released)."""

from __future__ import annotations

from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import (
    AddConstraint,
    CreateIndex,
    CreateTable,
    ForeignKeyConstraint,
    sort_tables_and_constraints,
)

from models.all import Base
from models.migrations import FOLDER

DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(),
    "postgresql": postgresql.dialect(),  # type: ignore[no-untyped-call]  # theirs
}
SEARCHED = (
    "department",
    "employee",
    "bank_account",
    "project",
    "user_account",
    "approval_rule",
    "expense_category",
    "expense_claim",
)


def script(dialect: Dialect) -> str:
    """Every table and index of the models as SQL, statements parted by an empty line."""
    statements: list[str] = []
    by_name = [table for _, table in sorted(Base.metadata.tables.items())]
    ordered = sort_tables_and_constraints(by_name)  # type: ignore[no-untyped-call]  # theirs
    for table, constraints in ordered:
        if table is not None:
            statements.append(str(CreateTable(table).compile(dialect=dialect)))
            indexes = sorted(table.indexes, key=lambda index: str(index.name))
            statements += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
        elif dialect.name != "sqlite":
            late = [item for item in constraints if isinstance(item, ForeignKeyConstraint)]
            statements += [str(AddConstraint(item).compile(dialect=dialect)) for item in late]
    if dialect.name == "sqlite":
        statements += [create_search_table(name) for name in SEARCHED]
    return "\n\n".join(_tidy(statement) + ";" for statement in statements) + "\n"


def create_search_table(name: str) -> str:
    """The index of a register's words; it holds no text, only where each piece of two characters occurs."""
    return f"CREATE VIRTUAL TABLE {name}_search USING fts5(body, content='', contentless_delete=1)"


def _tidy(statement: str) -> str:
    return "\n".join(
        line.rstrip().replace("\t", "  ") for line in statement.strip().splitlines() if line.strip()
    )


def main() -> None:
    for name, dialect in DIALECTS.items():
        path = FOLDER / "versions" / f"0001_tables.{name}.sql"
        path.write_text(script(dialect), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
