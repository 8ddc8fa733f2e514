"""Every step from an empty database to today's tables; known here without importing alembic."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def known_versions() -> tuple[str, ...]:
    """The numbers of all steps, oldest first: `versions/0001_house.py` is "0001"."""
    return tuple(sorted(path.name.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*_*.py")))
