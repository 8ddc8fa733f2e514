"""Rows as the driver gives them, for questions whose answers are tens of thousands of rows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from services.database import Session
from services.permissions import open_to_all


@open_to_all("a step of services that have checked")
def plain_rows(session: Session, statement: str, **values: object) -> list[Any]:
    """The rows as plain tuples: tens of thousands need no names."""
    result = session.execute(text(statement), values)
    rows: list[Any] = result.cursor.fetchall()  # type: ignore[attr-defined]  # a CursorResult, typed as its base
    result.close()
    return rows
