"""Words for the values of every StrEnum, and the colour that goes with a state."""

from __future__ import annotations

from enum import StrEnum

from ui import vocabulary
from ui.marking import QT_TRANSLATE_NOOP

LABELS: dict[str, dict[str, str]] = {
    "PaperKind": {
        "claim": QT_TRANSLATE_NOOP("Label", "Claim"),
        "advance": QT_TRANSLATE_NOOP("Label", "Advance"),
        "reversal": QT_TRANSLATE_NOOP("Label", "Reversal"),
        "travel": QT_TRANSLATE_NOOP("Label", "Travel claim"),
        "payment": QT_TRANSLATE_NOOP("Label", "Payment request"),
        "repayment": QT_TRANSLATE_NOOP("Label", "Repayment"),
    },
    "ClaimState": {
        "draft": QT_TRANSLATE_NOOP("Label", "Draft"),
        "submitted": QT_TRANSLATE_NOOP("Label", "Waiting"),
        "to_pay": QT_TRANSLATE_NOOP("Label", "To pay"),
        "paid": QT_TRANSLATE_NOOP("Label", "Paid"),
        "returned": QT_TRANSLATE_NOOP("Label", "Returned"),
        "withdrawn": QT_TRANSLATE_NOOP("Label", "Withdrawn"),
        "voided": QT_TRANSLATE_NOOP("Label", "Voided"),
    },
    "CheckLevel": {
        "stop": QT_TRANSLATE_NOOP("Label", "Stop"),
        "warn": QT_TRANSLATE_NOOP("Label", "Explain"),
        "ok": QT_TRANSLATE_NOOP("Label", "All right"),
    },
    "PaymentMethod": {
        "transfer": QT_TRANSLATE_NOOP("Label", "Bank transfer"),
        "cash": QT_TRANSLATE_NOOP("Label", "Cash"),
        "from_pay": QT_TRANSLATE_NOOP("Label", "Off the pay"),
    },
    "ApproverKind": {
        "department_head": QT_TRANSLATE_NOOP("Label", "Head of the department"),
        "project_manager": QT_TRANSLATE_NOOP("Label", "Project manager"),
        "user": QT_TRANSLATE_NOOP("Label", "A certain user"),
        "role": QT_TRANSLATE_NOOP("Label", "Anyone with a role"),
    },
    "StepState": {
        "waiting": QT_TRANSLATE_NOOP("Label", "Not yet"),
        "pending": QT_TRANSLATE_NOOP("Label", "Waiting"),
        "approved": QT_TRANSLATE_NOOP("Label", "Approved"),
        "returned": QT_TRANSLATE_NOOP("Label", "Returned"),
        "cancelled": QT_TRANSLATE_NOOP("Label", "Withdrawn"),
        "referred": QT_TRANSLATE_NOOP("Label", "Referred"),
    },
    "Decision": {
        "submit": QT_TRANSLATE_NOOP("Label", "Submitted"),
        "approve": QT_TRANSLATE_NOOP("Label", "Approved"),
        "return": QT_TRANSLATE_NOOP("Label", "Returned"),
        "withdraw": QT_TRANSLATE_NOOP("Label", "Withdrawn"),
        "refer": QT_TRANSLATE_NOOP("Label", "Referred"),
        "add_signer": QT_TRANSLATE_NOOP("Label", "Added a signer"),
        "remind": QT_TRANSLATE_NOOP("Label", "Reminded"),
    },
    "Role": {
        "clerk": QT_TRANSLATE_NOOP("Label", "Operations clerk"),
        "cashier": QT_TRANSLATE_NOOP("Label", "Cashier"),
        "hr": QT_TRANSLATE_NOOP("Label", "Human resources"),
        "manager": QT_TRANSLATE_NOOP("Label", "Manager"),
        "administrator": QT_TRANSLATE_NOOP("Label", "Administrator"),
        "auditor": QT_TRANSLATE_NOOP("Label", "Auditor"),
    },
    "AccountKind": {
        "basic": QT_TRANSLATE_NOOP("Label", "Basic account"),
        "general": QT_TRANSLATE_NOOP("Label", "General account"),
        "special": QT_TRANSLATE_NOOP("Label", "Special account"),
        "cash": QT_TRANSLATE_NOOP("Label", "Cash box"),
    },
    "ProjectState": {
        "open": QT_TRANSLATE_NOOP("Label", "Open"),
        "closed": QT_TRANSLATE_NOOP("Label", "Closed"),
    },
    "InvoiceKind": {
        "paper_special": QT_TRANSLATE_NOOP("Label", "Special VAT invoice, paper"),
        "paper_ordinary": QT_TRANSLATE_NOOP("Label", "Ordinary VAT invoice, paper"),
        "electronic_special": QT_TRANSLATE_NOOP("Label", "Special VAT invoice, electronic"),
        "electronic_ordinary": QT_TRANSLATE_NOOP("Label", "Ordinary VAT invoice, electronic"),
        "electronic_toll": QT_TRANSLATE_NOOP("Label", "Road toll invoice"),
        "digital_special": QT_TRANSLATE_NOOP("Label", "Digital invoice, special"),
        "digital_ordinary": QT_TRANSLATE_NOOP("Label", "Digital invoice, ordinary"),
        "train": QT_TRANSLATE_NOOP("Label", "Train ticket"),
        "air": QT_TRANSLATE_NOOP("Label", "Air itinerary"),
        "unknown": QT_TRANSLATE_NOOP("Label", "Other invoice"),
    },
    "Certainty": {
        "certain": QT_TRANSLATE_NOOP("Label", "Certain"),
        "likely": QT_TRANSLATE_NOOP("Label", "Likely"),
        "guess": QT_TRANSLATE_NOOP("Label", "Please check"),
    },
    "ClaimAction": {
        "edit": QT_TRANSLATE_NOOP("Label", "Edit"),
        "submit": QT_TRANSLATE_NOOP("Label", "Submit"),
        "delete": QT_TRANSLATE_NOOP("Label", "Delete"),
        "withdraw": QT_TRANSLATE_NOOP("Label", "Withdraw"),
        "approve": QT_TRANSLATE_NOOP("Label", "Approve"),
        "return": QT_TRANSLATE_NOOP("Label", "Return"),
        "sanction": QT_TRANSLATE_NOOP("Label", "Grant less"),
        "refer": QT_TRANSLATE_NOOP("Label", "Refer"),
        "add_signer": QT_TRANSLATE_NOOP("Label", "One more signer"),
        "remind": QT_TRANSLATE_NOOP("Label", "Remind"),
        "pay": QT_TRANSLATE_NOOP("Label", "Mark as paid"),
        "void": QT_TRANSLATE_NOOP("Label", "Void"),
        "repay": QT_TRANSLATE_NOOP("Label", "Repayment"),
        "file_invoice": QT_TRANSLATE_NOOP("Label", "Add the invoice"),
        "print": QT_TRANSLATE_NOOP("Label", "Print"),
    },
    "RecordKind": {
        "expense_claim": QT_TRANSLATE_NOOP("Label", "Document"),
        "invoice": QT_TRANSLATE_NOOP("Label", "Invoice"),
        "attachment": QT_TRANSLATE_NOOP("Label", "File"),
        "employee": QT_TRANSLATE_NOOP("Label", "Employee"),
        "department": QT_TRANSLATE_NOOP("Label", "Department"),
        "project": QT_TRANSLATE_NOOP("Label", "Project"),
        "bank_account": QT_TRANSLATE_NOOP("Label", "Bank account"),
        "expense_category": QT_TRANSLATE_NOOP("Label", "Expense category"),
        "approval_rule": QT_TRANSLATE_NOOP("Label", "Approval rule"),
        "company": QT_TRANSLATE_NOOP("Label", "Company"),
        "user_account": QT_TRANSLATE_NOOP("Label", "User"),
        "setting": QT_TRANSLATE_NOOP("Label", "Setting"),
        "payee": QT_TRANSLATE_NOOP("Label", "Payee"),
        "payment_batch": QT_TRANSLATE_NOOP("Label", "Payment batch"),
        "payment_line": QT_TRANSLATE_NOOP("Label", "Payment"),
        "bank_format": QT_TRANSLATE_NOOP("Label", "Bank file format"),
        "voucher": QT_TRANSLATE_NOOP("Label", "Voucher"),
        "voucher_month": QT_TRANSLATE_NOOP("Label", "Bound month"),
        "packet": QT_TRANSLATE_NOOP("Label", "Packet"),
        "packet_line": QT_TRANSLATE_NOOP("Label", "Paper in a packet"),
        "funding_source": QT_TRANSLATE_NOOP("Label", "Funding source"),
        "recurring_paper": QT_TRANSLATE_NOOP("Label", "Recurring paper"),
        "expense_policy": QT_TRANSLATE_NOOP("Label", "Policy"),
        "city_tier": QT_TRANSLATE_NOOP("Label", "City"),
        "absence": QT_TRANSLATE_NOOP("Label", "Absence"),
    },
    "ActKind": {
        "create": QT_TRANSLATE_NOOP("Label", "created"),
        "edit": QT_TRANSLATE_NOOP("Label", "changed"),
        "delete": QT_TRANSLATE_NOOP("Label", "deleted"),
        "deactivate": QT_TRANSLATE_NOOP("Label", "put out of use"),
        "submit": QT_TRANSLATE_NOOP("Label", "submitted"),
        "withdraw": QT_TRANSLATE_NOOP("Label", "withdrew"),
        "approve": QT_TRANSLATE_NOOP("Label", "approved"),
        "return": QT_TRANSLATE_NOOP("Label", "returned"),
        "sanction": QT_TRANSLATE_NOOP("Label", "lowered the sanctioned amount"),
        "pay": QT_TRANSLATE_NOOP("Label", "paid"),
        "void": QT_TRANSLATE_NOOP("Label", "voided"),
        "offset": QT_TRANSLATE_NOOP("Label", "set off"),
        "read": QT_TRANSLATE_NOOP("Label", "imported"),
        "attach": QT_TRANSLATE_NOOP("Label", "added a file"),
        "refer": QT_TRANSLATE_NOOP("Label", "referred"),
        "add_signer": QT_TRANSLATE_NOOP("Label", "asked for one more signer"),
        "remind": QT_TRANSLATE_NOOP("Label", "reminded"),
        "send": QT_TRANSLATE_NOOP("Label", "made the bank file"),
        "confirm": QT_TRANSLATE_NOOP("Label", "confirmed"),
        "bounce": QT_TRANSLATE_NOOP("Label", "noted a bounce"),
        "unconfirm": QT_TRANSLATE_NOOP("Label", "took a confirmation back"),
        "take_out": QT_TRANSLATE_NOOP("Label", "took out"),
        "cancel": QT_TRANSLATE_NOOP("Label", "cancelled"),
        "bind": QT_TRANSLATE_NOOP("Label", "bound"),
        "unbind": QT_TRANSLATE_NOOP("Label", "opened again"),
        "number": QT_TRANSLATE_NOOP("Label", "numbered"),
        "lodge": QT_TRANSLATE_NOOP("Label", "lodged"),
        "answer": QT_TRANSLATE_NOOP("Label", "noted an answer"),
        "receive": QT_TRANSLATE_NOOP("Label", "noted money received"),
        "mark": QT_TRANSLATE_NOOP("Label", "marked"),
        "make": QT_TRANSLATE_NOOP("Label", "made"),
        "repay": QT_TRANSLATE_NOOP("Label", "noted a repayment"),
        "file_invoice": QT_TRANSLATE_NOOP("Label", "filed an invoice"),
        "pay_together": QT_TRANSLATE_NOOP("Label", "put into a payment batch"),
        "add": QT_TRANSLATE_NOOP("Label", "added papers"),
        "reopen": QT_TRANSLATE_NOOP("Label", "took back from the bank"),
        "skip": QT_TRANSLATE_NOOP("Label", "left out"),
    },
    "Permission": {
        "claim.see": QT_TRANSLATE_NOOP("Label", "see claims"),
        "claim.edit": QT_TRANSLATE_NOOP("Label", "write claims"),
        "claim.for_others": QT_TRANSLATE_NOOP("Label", "write claims for others"),
        "claim.decide": QT_TRANSLATE_NOOP("Label", "approve claims"),
        "claim.pay": QT_TRANSLATE_NOOP("Label", "pay claims"),
        "claim.void": QT_TRANSLATE_NOOP("Label", "void claims"),
        "people.see": QT_TRANSLATE_NOOP("Label", "see employees"),
        "people.edit": QT_TRANSLATE_NOOP("Label", "change employees"),
        "project.see": QT_TRANSLATE_NOOP("Label", "see projects"),
        "project.edit": QT_TRANSLATE_NOOP("Label", "change projects"),
        "bank_account.see": QT_TRANSLATE_NOOP("Label", "see bank accounts"),
        "bank_account.edit": QT_TRANSLATE_NOOP("Label", "change bank accounts"),
        "company.see": QT_TRANSLATE_NOOP("Label", "see the company's data"),
        "company.edit": QT_TRANSLATE_NOOP("Label", "change the company's data"),
        "user.edit": QT_TRANSLATE_NOOP("Label", "change users"),
        "audit.see": QT_TRANSLATE_NOOP("Label", "see the history of changes"),
        "setting.edit": QT_TRANSLATE_NOOP("Label", "change the company's settings"),
        "invoice.see": QT_TRANSLATE_NOOP("Label", "see all invoices"),
        "invoice.edit": QT_TRANSLATE_NOOP("Label", "mark and file invoices"),
        "payee.see": QT_TRANSLATE_NOOP("Label", "see payees"),
        "payee.edit": QT_TRANSLATE_NOOP("Label", "change payees"),
        "batch.see": QT_TRANSLATE_NOOP("Label", "see payment batches"),
        "voucher.see": QT_TRANSLATE_NOOP("Label", "see vouchers"),
        "voucher.bind": QT_TRANSLATE_NOOP("Label", "bind the vouchers of a month"),
        "voucher.unbind": QT_TRANSLATE_NOOP("Label", "open a bound month again"),
        "packet.see": QT_TRANSLATE_NOOP("Label", "see packets"),
        "packet.edit": QT_TRANSLATE_NOOP("Label", "put packets together"),
        "recurring.see": QT_TRANSLATE_NOOP("Label", "see recurring papers"),
        "recurring.edit": QT_TRANSLATE_NOOP("Label", "change recurring papers"),
        "policy.see": QT_TRANSLATE_NOOP("Label", "see the expense policies"),
        "policy.edit": QT_TRANSLATE_NOOP("Label", "change the expense policies"),
        "absence.see": QT_TRANSLATE_NOOP("Label", "see who is away"),
        "absence.edit": QT_TRANSLATE_NOOP("Label", "name a substitute"),
        "backup.make": QT_TRANSLATE_NOOP("Label", "make backups"),
        "backup.restore": QT_TRANSLATE_NOOP("Label", "restore a backup"),
    },
} | vocabulary.LABELS

TONES: dict[str, dict[str, str]] = {
    "ClaimState": {
        "draft": "grey", "submitted": "amber", "to_pay": "blue", "paid": "green", "returned": "red",
        "withdrawn": "grey", "voided": "grey",
    },
    "StepState": {"waiting": "grey", "pending": "amber", "approved": "green", "returned": "red", "cancelled": "grey", "referred": "grey"},
    "CheckLevel": {"stop": "red", "warn": "amber", "ok": "green"},
    "Decision": {"submit": "blue", "approve": "green", "return": "red", "withdraw": "grey", "refer": "blue", "add_signer": "blue", "remind": "amber"},
    "ProjectState": {"open": "green", "closed": "grey"},
    "Certainty": {"certain": "green", "likely": "grey", "guess": "amber"},
} | vocabulary.TONES  # fmt: skip


def label(member: StrEnum) -> str:
    """The word for a member, in the user's language."""
    return by_value(type(member).__name__, member.value)


def by_value(kind: str, value: str) -> str:
    """The word for a stored value of the StrEnum called `kind`."""
    from PySide6.QtCore import QCoreApplication

    words: str = QCoreApplication.translate("Label", LABELS[kind][value])
    return words


def tone(member: StrEnum) -> str:
    """The name of the colour that goes with a member: grey, amber, blue, green or red."""
    return TONES.get(type(member).__name__, {}).get(member.value, "grey")
