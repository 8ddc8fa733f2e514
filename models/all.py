"""Every table, for whoever needs the whole metadata (migrations, the database's checks)."""

from __future__ import annotations

from models import (
    approval,
    attachment,
    audit,
    bank_account,
    expense_category,
    expense_claim,
    invoice,
    packet,
    payee,
    payment,
    people,
    policy,
    project,
    recurring,
    setting,
    travel,
    user,
    voucher,
)
from models.base import Base

__all__ = [
    "Base",
    "approval",
    "attachment",
    "audit",
    "bank_account",
    "expense_category",
    "expense_claim",
    "invoice",
    "packet",
    "payee",
    "payment",
    "people",
    "policy",
    "project",
    "recurring",
    "setting",
    "travel",
    "user",
    "voucher",
]
