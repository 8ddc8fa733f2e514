"""The states, kinds and roles of the domain, for whoever stands above the services: the window knows no tables."""

from __future__ import annotations

from models.approval import ApproverKind, StepState
from models.bank_account import AccountKind
from models.expense_claim import EDITABLE, CheckLevel, ClaimState, PaperKind, PaymentMethod
from models.project import ProjectState
from models.user import Role

__all__ = [
    "EDITABLE",
    "AccountKind",
    "ApproverKind",
    "CheckLevel",
    "ClaimState",
    "PaperKind",
    "PaymentMethod",
    "ProjectState",
    "Role",
    "StepState",
]
