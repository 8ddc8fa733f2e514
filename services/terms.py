"""The states, kinds and roles of the domain, for whoever stands above the services: the window knows no tables."""

from __future__ import annotations

from models.approval import ApproverKind, DecidedKind, Decision, StepState
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
from models.insurance import BaseReason, ChangeKind, ChangeStage
from models.insurance_terms import Fund, InsuranceItem, Rounding
from models.invoice import InvoiceState
from models.labour_contract import ContractAct, ContractKind
from models.packet import PacketState
from models.pay import AdjustmentCause, ComponentEffect, ComponentKind
from models.payment import BatchState, FileKind, PaymentState
from models.payroll import BonusTax, RunKind, RunState
from models.personnel import (
    DeductionItem,
    Education,
    EmploymentKind,
    HouseholdKind,
    IdentityKind,
    PersonalStatus,
    Sex,
)
from models.personnel_paper import OfficePaperState, PersonnelKind
from models.policy import PolicyKind
from models.project import ProjectState
from models.recruiting import CandidateStage
from models.remittance import RemittanceKind, RemittanceState
from models.travel import Vehicle
from models.user import Role
from models.voucher import VoucherState, VoucherType

__all__ = [
    "EDITABLE",
    "AccountKind",
    "AdjustmentCause",
    "ApproverKind",
    "BaseReason",
    "BatchState",
    "BonusTax",
    "CandidateStage",
    "CategoryRole",
    "ChangeKind",
    "ChangeStage",
    "CheckLevel",
    "ClaimState",
    "ComponentEffect",
    "ComponentKind",
    "ContractAct",
    "ContractKind",
    "DecidedKind",
    "Decision",
    "DeductionItem",
    "Education",
    "EmploymentKind",
    "FileKind",
    "Fund",
    "HouseholdKind",
    "IdentityKind",
    "InsuranceItem",
    "InvoicePromise",
    "InvoiceState",
    "OfficePaperState",
    "PacketState",
    "PaperKind",
    "PaymentMethod",
    "PaymentState",
    "PersonalStatus",
    "PersonnelKind",
    "PolicyKind",
    "ProjectState",
    "RemittanceKind",
    "RemittanceState",
    "Role",
    "Rounding",
    "RunKind",
    "RunState",
    "Sex",
    "StepState",
    "Vehicle",
    "VoucherState",
    "VoucherType",
]
