"""Every table, for whoever needs the whole metadata (migrations, the database's checks)."""

from __future__ import annotations

from models import (
    approval,
    attachment,
    audit,
    bank_account,
    expense_claim,
    invoice,
    people,
    project,
    setting,
    user,
)
from models.base import Base

__all__ = [
    "Base",
    "approval",
    "attachment",
    "audit",
    "bank_account",
    "expense_claim",
    "invoice",
    "people",
    "project",
    "setting",
    "user",
]
