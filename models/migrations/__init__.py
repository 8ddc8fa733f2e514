"""Every step from an empty database to today's tables; known here without importing alembic."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def known_versions() -> tuple[str, ...]:
    """The numbers of all steps, oldest first: `versions/0001_house.py` is "0001"."""
    return tuple(sorted(path.name.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*_*.py")))


def create_search_table(register: str) -> str:
    """SQL of a register's search index (SQLite): it holds no text, only where each pair of characters occurs.

    A server searches the column `search_text` instead. For a step that adds a register:
    `if op.get_bind().dialect.name == "sqlite": op.execute(create_search_table("vehicle"))`.
    """
    return f"CREATE VIRTUAL TABLE {register}_search USING fts5(body, content='', contentless_delete=1)"
