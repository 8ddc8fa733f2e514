"""Expense claims 报销单 and advances 借款单: the one door to everything they can do."""

from __future__ import annotations

from services.advances import AdvanceRow, OffsetRow, open_advances
from services.claim_actions import ClaimAction
from services.claim_check_row import Check
from services.claim_checks import check_draft
from services.claim_details import ClaimDetail, InvoiceRow, LineRow, detail
from services.claim_drafts import delete, get, new, save
from services.claim_invoices import FileProblem, FromInvoices, draft_from_invoices
from services.claim_moves import add_signer, refer, remind
from services.claim_papers import APPROVAL_REGISTER, REGISTER, Headline, headline, own_count, waiting_count
from services.claim_payments import pay, void
from services.claim_states import approve, return_, sanction, submit, withdraw
from services.claim_values import ClaimDraft, LineDraft, OffsetDraft, Saved
from services.claim_vouchers import voucher, voucher_by_number
from services.repayments import confirm, repay

__all__ = [
    "APPROVAL_REGISTER",
    "REGISTER",
    "AdvanceRow",
    "Check",
    "ClaimAction",
    "ClaimDetail",
    "ClaimDraft",
    "FileProblem",
    "FromInvoices",
    "Headline",
    "InvoiceRow",
    "LineDraft",
    "LineRow",
    "OffsetDraft",
    "OffsetRow",
    "Saved",
    "add_signer",
    "approve",
    "check_draft",
    "confirm",
    "delete",
    "detail",
    "draft_from_invoices",
    "get",
    "headline",
    "new",
    "open_advances",
    "own_count",
    "pay",
    "refer",
    "remind",
    "repay",
    "return_",
    "sanction",
    "save",
    "submit",
    "void",
    "voucher",
    "voucher_by_number",
    "waiting_count",
    "withdraw",
]
