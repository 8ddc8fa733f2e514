"""The chain of acts: complete, sealed, and readable by those who may see the record."""

from __future__ import annotations

from models.people import Company
from services import audit
from services.database import Database
from services.permissions import Actor


def test_a_change_is_kept_with_both_values(database: Database, administrator: Actor) -> None:
    with database.write() as session:
        company = Company(name="甲公司")
        audit.record(session, administrator, "create", company)
        company.name = "乙公司"
        audit.record(session, administrator, "edit", company, why="更名")
    with database.read() as session:
        rows = audit.history(session, administrator, "company", company.id)
    assert [row.action for row in rows] == ["edit", "create"]
    assert rows[0].changes == {"name": ["甲公司", "乙公司"], "why": "更名"}
    assert rows[1].changes == {"name": "甲公司"}
