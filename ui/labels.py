"""Words for the values of every StrEnum, and the colour that goes with a state."""

from __future__ import annotations

from enum import StrEnum

from ui.marking import QT_TRANSLATE_NOOP

LABELS = {
    "PaperKind": {
        "claim": QT_TRANSLATE_NOOP("Label", "Claim"),
        "advance": QT_TRANSLATE_NOOP("Label", "Advance"),
        "reversal": QT_TRANSLATE_NOOP("Label", "Reversal"),
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
    },
    "Decision": {
        "submit": QT_TRANSLATE_NOOP("Label", "Submitted"),
        "approve": QT_TRANSLATE_NOOP("Label", "Approved"),
        "return": QT_TRANSLATE_NOOP("Label", "Returned"),
        "withdraw": QT_TRANSLATE_NOOP("Label", "Withdrawn"),
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
        "pay": QT_TRANSLATE_NOOP("Label", "Mark as paid"),
        "void": QT_TRANSLATE_NOOP("Label", "Void"),
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
        "backup.make": QT_TRANSLATE_NOOP("Label", "make backups"),
        "backup.restore": QT_TRANSLATE_NOOP("Label", "restore a backup"),
    },
}

TONES = {
    "ClaimState": {
        "draft": "grey", "submitted": "amber", "to_pay": "blue", "paid": "green", "returned": "red",
        "withdrawn": "grey", "voided": "grey",
    },
    "StepState": {"waiting": "grey", "pending": "amber", "approved": "green", "returned": "red", "cancelled": "grey"},
    "CheckLevel": {"stop": "red", "warn": "amber", "ok": "green"},
    "Decision": {"submit": "blue", "approve": "green", "return": "red", "withdraw": "grey"},
    "ProjectState": {"open": "green", "closed": "grey"},
    "Certainty": {"certain": "green", "likely": "grey", "guess": "amber"},
}  # fmt: skip


def label(member: StrEnum) -> str:
    """The word for a member, in the user's language."""
    return by_value(type(member).__name__, member.value)


def by_value(kind: str, value: str) -> str:
    """The word for a stored value of the StrEnum called `kind`."""
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Label", LABELS[kind][value])


def tone(member: StrEnum) -> str:
    """The name of the colour that goes with a member: grey, amber, blue, green or red."""
    return TONES.get(type(member).__name__, {}).get(member.value, "grey")
