"""Words for the columns of records, their values and what was done to them: how a history reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from services.invoices.model import InvoiceKind
from services.personnel_terms import Ending
from services.terms import (
    AccountKind,
    ApproverKind,
    BatchState,
    BidKind,
    BidLaw,
    BidMethod,
    BidResult,
    BidRole,
    BidStage,
    CandidateStage,
    CategoryRole,
    CertificateState,
    CheckLevel,
    ClaimState,
    ContractAct,
    ContractKind,
    DepositForm,
    DepositKind,
    DepositState,
    Education,
    EmploymentKind,
    FileKind,
    HolderType,
    HouseholdKind,
    IdentityKind,
    InvoicePromise,
    InvoiceState,
    LoanKind,
    LoanState,
    OfficePaperState,
    PacketState,
    PaperKind,
    PaymentMethod,
    PaymentState,
    PersonalStatus,
    PersonnelKind,
    PolicyKind,
    ProjectState,
    Role,
    Sex,
    VoucherState,
    VoucherType,
)
from ui import vocabulary
from ui.labels import LABELS, by_value, label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats

translate = QCoreApplication.translate

FIELDS = vocabulary.FIELDS | {
    "account_id": QT_TRANSLATE_NOOP("Field", "Account"),
    "active": QT_TRANSLATE_NOOP("Field", "In use"),
    "address": QT_TRANSLATE_NOOP("Field", "Address"),
    "amount": QT_TRANSLATE_NOOP("Field", "Amount"),
    "amount_from": QT_TRANSLATE_NOOP("Field", "From this amount on"),
    "approver": QT_TRANSLATE_NOOP("Field", "Who decides"),
    "approver_id": QT_TRANSLATE_NOOP("Field", "Approver"),
    "attachment_count": QT_TRANSLATE_NOOP("Field", "Attachments"),
    "attachment_id": QT_TRANSLATE_NOOP("Field", "File"),
    "bank": QT_TRANSLATE_NOOP("Field", "Bank"),
    "bank_account": QT_TRANSLATE_NOOP("Field", "Bank account"),
    "bank_name": QT_TRANSLATE_NOOP("Field", "Bank"),
    "business_date": QT_TRANSLATE_NOOP("Field", "Date"),
    "buyer_name": QT_TRANSLATE_NOOP("Field", "Buyer"),
    "buyer_tax_id": QT_TRANSLATE_NOOP("Field", "Buyer's tax number"),
    "category_id": QT_TRANSLATE_NOOP("Field", "Category"),
    "check_code": QT_TRANSLATE_NOOP("Field", "Check code"),
    "claim": QT_TRANSLATE_NOOP("Field", "Claim"),
    "claim_id": QT_TRANSLATE_NOOP("Field", "Claim"),
    "claimant_id": QT_TRANSLATE_NOOP("Field", "Claimant"),
    "claimant_name": QT_TRANSLATE_NOOP("Field", "Claimant"),
    "code": QT_TRANSLATE_NOOP("Field", "Code"),
    "company_name": QT_TRANSLATE_NOOP("Field", "Company"),
    "created_by_id": QT_TRANSLATE_NOOP("Field", "Written by"),
    "customer": QT_TRANSLATE_NOOP("Field", "Customer"),
    "department_id": QT_TRANSLATE_NOOP("Field", "Department"),
    "department_name": QT_TRANSLATE_NOOP("Field", "Department"),
    "doubt_count": QT_TRANSLATE_NOOP("Field", "Doubts"),
    "due_on": QT_TRANSLATE_NOOP("Field", "Due"),
    "employee_id": QT_TRANSLATE_NOOP("Field", "Employee"),
    "ended_on": QT_TRANSLATE_NOOP("Field", "Ended"),
    "failed_attempts": QT_TRANSLATE_NOOP("Field", "Wrong passwords"),
    "head_id": QT_TRANSLATE_NOOP("Field", "Head"),
    "hired_on": QT_TRANSLATE_NOOP("Field", "Hired"),
    "holder": QT_TRANSLATE_NOOP("Field", "Account holder"),
    "holder_name": QT_TRANSLATE_NOOP("Field", "Now with"),
    "invoice_count": QT_TRANSLATE_NOOP("Field", "Invoices"),
    "issued_on": QT_TRANSLATE_NOOP("Field", "Date of the invoice"),
    "kind": QT_TRANSLATE_NOOP("Field", "Kind"),
    "label": QT_TRANSLATE_NOOP("Field", "Name of the level"),
    "last_sign_in": QT_TRANSLATE_NOOP("Field", "Last sign-in"),
    "left_on": QT_TRANSLATE_NOOP("Field", "Left"),
    "level": QT_TRANSLATE_NOOP("Field", "Level"),
    "lines": QT_TRANSLATE_NOOP("Field", "Lines"),
    "locked_until": QT_TRANSLATE_NOOP("Field", "Locked until"),
    "login": QT_TRANSLATE_NOOP("Field", "Login"),
    "manager_id": QT_TRANSLATE_NOOP("Field", "Manager"),
    "name": QT_TRANSLATE_NOOP("Field", "Name"),
    "needs_invoice": QT_TRANSLATE_NOOP("Field", "Needs an invoice"),
    "net": QT_TRANSLATE_NOOP("Field", "Net"),
    "number": QT_TRANSLATE_NOOP("Field", "Number"),
    "offset_total": QT_TRANSLATE_NOOP("Field", "Set off"),
    "outstanding": QT_TRANSLATE_NOOP("Field", "Outstanding"),
    "paid_by_name": QT_TRANSLATE_NOOP("Field", "Paid by"),
    "paid_from_id": QT_TRANSLATE_NOOP("Field", "Paid from"),
    "paid_from_name": QT_TRANSLATE_NOOP("Field", "Paid from"),
    "paid_on": QT_TRANSLATE_NOOP("Field", "Paid on"),
    "paper_kind": QT_TRANSLATE_NOOP("Field", "Kind of paper"),
    "parent_id": QT_TRANSLATE_NOOP("Field", "Part of"),
    "password": QT_TRANSLATE_NOOP("Field", "Password"),
    "pay_by": QT_TRANSLATE_NOOP("Field", "Pay by"),
    "payment_method": QT_TRANSLATE_NOOP("Field", "Way of payment"),
    "payment_note": QT_TRANSLATE_NOOP("Field", "Note on the payment"),
    "phone": QT_TRANSLATE_NOOP("Field", "Phone"),
    "position": QT_TRANSLATE_NOOP("Field", "Order"),
    "post": QT_TRANSLATE_NOOP("Field", "Post"),
    "project_id": QT_TRANSLATE_NOOP("Field", "Project"),
    "project_name": QT_TRANSLATE_NOOP("Field", "Project"),
    "purpose": QT_TRANSLATE_NOOP("Field", "Purpose"),
    "reason": QT_TRANSLATE_NOOP("Field", "Reason"),
    "reasons": QT_TRANSLATE_NOOP("Field", "Reasons"),
    "record_id": QT_TRANSLATE_NOOP("Field", "Belongs to"),
    "red_letter": QT_TRANSLATE_NOOP("Field", "Red-letter invoice"),
    "reversal": QT_TRANSLATE_NOOP("Field", "Reversal"),
    "reverses": QT_TRANSLATE_NOOP("Field", "Reverses"),
    "reverses_id": QT_TRANSLATE_NOOP("Field", "Reverses"),
    "role": QT_TRANSLATE_NOOP("Field", "Role"),
    "roles": QT_TRANSLATE_NOOP("Field", "Roles"),
    "round": QT_TRANSLATE_NOOP("Field", "Round"),
    "sanctioned": QT_TRANSLATE_NOOP("Field", "Sanctioned"),
    "seller_name": QT_TRANSLATE_NOOP("Field", "Seller"),
    "seller_tax_id": QT_TRANSLATE_NOOP("Field", "Seller's tax number"),
    "size": QT_TRANSLATE_NOOP("Field", "Size"),
    "started_on": QT_TRANSLATE_NOOP("Field", "Started"),
    "state": QT_TRANSLATE_NOOP("Field", "State"),
    "state_note": QT_TRANSLATE_NOOP("Field", "Note"),
    "submitted_by_id": QT_TRANSLATE_NOOP("Field", "Submitted by"),
    "submitted_on": QT_TRANSLATE_NOOP("Field", "Submitted on"),
    "tax": QT_TRANSLATE_NOOP("Field", "Tax"),
    "tax_id": QT_TRANSLATE_NOOP("Field", "Tax number"),
    "total": QT_TRANSLATE_NOOP("Field", "Total"),
    "user_id": QT_TRANSLATE_NOOP("Field", "User"),
    "value": QT_TRANSLATE_NOOP("Field", "Value"),
}

# what only the program itself needs: no reader of a history misses it
HIDDEN = frozenset(
    {"record_kind", "sha256", "file_sha256", "number_key", "used_key", "sources", "user_name", "search"}
)

# columns whose stored values are members of ours; "kind" depends on the record
_MEMBERS: Mapping[tuple[str, str], type[StrEnum]] = {
    ("expense_claim", "state"): ClaimState,
    ("packet", "state"): PacketState,
    ("recurring_paper", "kind"): PaperKind,
    ("expense_claim", "kind"): PaperKind,
    ("expense_claim", "payment_method"): PaymentMethod,
    ("bank_account", "kind"): AccountKind,
    ("expense_claim", "invoice_promise"): InvoicePromise,
    ("invoice", "kind"): InvoiceKind,
    ("invoice", "state"): InvoiceState,
    ("project", "state"): ProjectState,
    ("personnel_paper", "kind"): PersonnelKind,
    ("personnel_paper", "state"): OfficePaperState,
    ("personnel_paper", "ending"): Ending,
    ("personnel_paper", "employment_kind"): EmploymentKind,
    ("personnel_paper", "identity_kind"): IdentityKind,
    ("candidate", "stage"): CandidateStage,
    ("approval_rule", "approver"): ApproverKind,
    ("approval_rule", "paper_kind"): PaperKind,
    ("approval_rule", "role"): Role,
    ("voucher", "type"): VoucherType,
    ("voucher", "state"): VoucherState,
    ("payment_batch", "state"): BatchState,
    ("payment_line", "state"): PaymentState,
    ("bank_format", "file_kind"): FileKind,
    ("expense_policy", "kind"): PolicyKind,
    ("expense_policy", "level"): CheckLevel,
    ("expense_category", "role"): CategoryRole,
    ("personal_file", "identity_kind"): IdentityKind,
    ("personal_file", "sex"): Sex,
    ("personal_file", "employment_kind"): EmploymentKind,
    ("personal_file", "household_kind"): HouseholdKind,
    ("personal_file", "personal_status"): PersonalStatus,
    ("personal_file", "education"): Education,
    ("labour_contract", "kind"): ContractKind,
    ("labour_contract", "act"): ContractAct,
    ("bid", "law"): BidLaw,
    ("bid", "method"): BidMethod,
    ("bid", "kind"): BidKind,
    ("bid", "role"): BidRole,
    ("bid", "result"): BidResult,
    ("bid", "stage"): BidStage,
    ("bid_deposit", "kind"): DepositKind,
    ("bid_deposit", "form"): DepositForm,
    ("bid_deposit", "state"): DepositState,
    ("certificate", "state"): CertificateState,
    ("certificate_kind", "holder"): HolderType,
    ("certificate_loan", "kind"): LoanKind,
    ("certificate_loan", "state"): LoanState,
}
_MONEY = frozenset(
    {
        "contract_amount",
        "paid_before",
        "invoice_owed",
        "owed",
        "accepted",
        "received",
        "amount",
        "amount_from",
        "sanctioned",
        "tax",
        "net",
        "total",
        "offset_total",
        "outstanding",
        "confirmed_total",
        "budget",
        "price",
        "won_price",
        "document_fee",
        "back_amount",
        "interest",
        "forfeited",
    }
)
_MOMENTS = frozenset({"last_sign_in", "locked_until"})


def field_words(name: str, kind: str = "") -> str:
    """A column's word, of this kind of record where it means something else there; its own name when it has none."""
    name = f"{kind}.{name}" if f"{kind}.{name}" in FIELDS else name
    return translate("Field", FIELDS[name]) if name in FIELDS else name.replace("_", " ")


_EIGHT = re.compile(r"-?[0-9]+\.[0-9]{8}")  # quantities and rates as they are stored


def action_words(action: str) -> str:
    """What was done, in a word."""
    return by_value("ActKind", action) if action in LABELS["ActKind"] else action.replace("_", " ")


def value_words(kind: str, name: str, value: object, today: date) -> str:
    """A value as the history stored it, as text for people. `kind` is the record's table."""
    members = _MEMBERS.get((kind, name))
    if members is not None and value in set(members):
        return label(members(str(value)))
    match value:
        case dict():
            inside = (value["name"],) if "name" in value else value.values()
            return ", ".join(value_words(kind, "", one, today) for one in inside) or formats.NOTHING
        case list() if name == "roles":
            return ", ".join(label(Role(one)) for one in value if one in set(Role)) or formats.NOTHING
        case list():
            return "\n".join(value_words(kind, "", one, today) for one in value) or formats.NOTHING
        case str() if value:
            return _text_words(name, value, today)
    return formats.plain(value, today)


def _text_words(name: str, value: str, today: date) -> str:
    if _EIGHT.fullmatch(value):
        return formats.quantity(Decimal(value))
    try:
        if name in _MONEY:
            return formats.money(Decimal(value))
        if name in _MOMENTS:
            return formats.moment(datetime.fromisoformat(value), today)
    except (InvalidOperation, ValueError):
        return value
    return action_words("edit") if name == "password" else value
