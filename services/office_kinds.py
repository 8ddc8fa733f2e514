"""What kinds of papers there are beside the claims: their tables, permissions, states and what approval does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from models.approval import DecidedKind
from models.asset_paper import AssetDisposal, AssetRequest
from models.certificate import CertificateLoan
from models.insurance import InsuranceChange
from models.payroll import PayrollRun
from models.personnel_paper import PersonnelPaper
from models.remittance import BaseSeason
from models.stock_take import StockTake
from services.permissions import Permission


@dataclass(frozen=True, slots=True)
class PaperKind:
    """How one kind of paper is decided; `approved` names a function (session, actor, item, today) of a service.

    `ready`: states it may be submitted from. `back`: the state after a return, `withdrawn` after a withdrawal.
    """

    model: Any
    see: Permission
    edit: Permission
    approved: str
    ready: frozenset[str] = frozenset({"draft", "returned", "withdrawn"})
    back: str = "returned"
    withdrawn: str = "withdrawn"
    submitting: str = ""


KINDS: Mapping[DecidedKind, PaperKind] = MappingProxyType(
    {
        DecidedKind.PAYROLL_RUN: PaperKind(
            PayrollRun, Permission.PAYROLL_SEE, Permission.PAYROLL_EDIT, "services.payroll_states:approved",
            ready=frozenset({"checked"}), back="draft", withdrawn="checked",
        ),
        DecidedKind.PERSONNEL_PAPER: PaperKind(
            PersonnelPaper, Permission.PERSONNEL_SEE, Permission.PERSONNEL_EDIT, "services.personnel_papers:approved"
        ),
        DecidedKind.INSURANCE_CHANGE: PaperKind(
            InsuranceChange, Permission.INSURANCE_SEE, Permission.INSURANCE_EDIT, "services.insurance_changes:approved"
        ),
        DecidedKind.BASE_SEASON: PaperKind(
            BaseSeason, Permission.INSURANCE_SEE, Permission.INSURANCE_EDIT, "services.base_seasons:approved",
            submitting="services.base_seasons:submitting",
        ),
        DecidedKind.ASSET_REQUEST: PaperKind(
            AssetRequest, Permission.ASSET_SEE, Permission.ASSET_EDIT, "services.asset_requests:approved"
        ),
        DecidedKind.ASSET_DISPOSAL: PaperKind(
            AssetDisposal, Permission.ASSET_SEE, Permission.ASSET_EDIT, "services.asset_disposals:approved",
            submitting="services.asset_disposals:submitting",
        ),
        DecidedKind.STOCK_TAKE: PaperKind(
            StockTake, Permission.ASSET_SEE, Permission.ASSET_EDIT, "services.stock_take_adjustments:approved",
            ready=frozenset({"counted"}), back="counted", withdrawn="counted",
            submitting="services.stock_take_adjustments:submitting",
        ),
        DecidedKind.CERTIFICATE_LOAN: PaperKind(
            CertificateLoan, Permission.CERTIFICATE_SEE, Permission.CERTIFICATE_EDIT, "services.certificate_loans:approved",
            submitting="services.certificate_loans:submitting",
        ),
    }
)  # fmt: skip
