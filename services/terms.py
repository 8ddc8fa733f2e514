"""The states, kinds and roles of the domain, for whoever stands above the services: the window knows no tables."""

from __future__ import annotations

from models.approval import ApproverKind, StepState
from models.bank_account import AccountKind
from models.expense_category import CategoryRole
from models.expense_claim import (
    EDITABLE,
    CheckLevel,
    ClaimState,
    InvoicePromise,
    PaperKind,
    PaymentMethod,
)
from models.invoice import InvoiceState
from models.packet import PacketState
from models.payment import BatchState, FileKind, PaymentState
from models.policy import PolicyKind
from models.project import ProjectState
from models.travel import Vehicle
from models.user import Role
from models.voucher import VoucherState, VoucherType

__all__ = [
    "EDITABLE",
    "AccountKind",
    "ApproverKind",
    "BatchState",
    "CategoryRole",
    "CheckLevel",
    "ClaimState",
    "FileKind",
    "InvoicePromise",
    "InvoiceState",
    "PacketState",
    "PaperKind",
    "PaymentMethod",
    "PaymentState",
    "PolicyKind",
    "ProjectState",
    "Role",
    "StepState",
    "Vehicle",
    "VoucherState",
    "VoucherType",
]
