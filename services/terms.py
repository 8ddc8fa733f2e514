"""The states, kinds and roles of the domain, for whoever stands above the services: the window knows no tables."""

from __future__ import annotations

from models.approval import ApproverKind, DecidedKind, Decision, StepState
from models.asset_paper import DisposalReason
from models.asset_terms import Method, TaxClass
from models.bank_account import AccountKind
from models.bid import BidItemKind
from models.bid_lead import LeadState
from models.bid_terms import (
    BidKind,
    BidLaw,
    BidMethod,
    BidResult,
    BidRole,
    BidStage,
    DepositForm,
    DepositKind,
    DepositState,
)
from models.certificate import CertificateState, LoanKind, LoanState
from models.certificate_case import CaseKind, CaseState, PaperState
from models.certificate_terms import DutyKind, DutyRhythm, HolderType
from models.depreciation import DepreciationState
from models.expense_category import CategoryRole
from models.expense_claim import (
    EDITABLE,
    CheckLevel,
    ClaimState,
    InvoicePromise,
    PaperKind,
    PaymentMethod,
)
from models.fixed_asset import AssetState, MovementKind
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
from models.stock_take import Adjustment, FoundState, StockTakeState
from models.supply import SupplyAct
from models.travel import Vehicle
from models.user import Role
from models.voucher import VoucherState, VoucherType

__all__ = [
    "EDITABLE",
    "AccountKind",
    "Adjustment",
    "AdjustmentCause",
    "ApproverKind",
    "AssetState",
    "BaseReason",
    "BatchState",
    "BidItemKind",
    "BidKind",
    "BidLaw",
    "BidMethod",
    "BidResult",
    "BidRole",
    "BidStage",
    "BonusTax",
    "CandidateStage",
    "CaseKind",
    "CaseState",
    "CategoryRole",
    "CertificateState",
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
    "DepositForm",
    "DepositKind",
    "DepositState",
    "DepreciationState",
    "DisposalReason",
    "DutyKind",
    "DutyRhythm",
    "Education",
    "EmploymentKind",
    "FileKind",
    "FoundState",
    "Fund",
    "HolderType",
    "HouseholdKind",
    "IdentityKind",
    "InsuranceItem",
    "InvoicePromise",
    "InvoiceState",
    "LeadState",
    "LoanKind",
    "LoanState",
    "Method",
    "MovementKind",
    "OfficePaperState",
    "PacketState",
    "PaperKind",
    "PaperState",
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
    "StockTakeState",
    "SupplyAct",
    "TaxClass",
    "Vehicle",
    "VoucherState",
    "VoucherType",
]
