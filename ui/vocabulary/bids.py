"""Bids and their deposits: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "bid.days_turned": QT_TRANSLATE_NOOP(
        "Errors", "The last day lies before the first one. Correct one of the days."
    ),
    "bid.opening_before_submission": QT_TRANSLATE_NOOP(
        "Errors", "The bids cannot be opened before the deadline of {deadline}. Correct the day or the time."
    ),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "BidLaw": {
        "tendering": QT_TRANSLATE_NOOP("Label", "Tendering law"),
        "procurement": QT_TRANSLATE_NOOP("Label", "Government procurement"),
        "own": QT_TRANSLATE_NOOP("Label", "Own rules"),
    },
    "BidMethod": {
        "open": QT_TRANSLATE_NOOP("Label", "Open tender"),
        "invited": QT_TRANSLATE_NOOP("Label", "Invited tender"),
        "negotiation": QT_TRANSLATE_NOOP("Label", "Negotiation"),
        "consultation": QT_TRANSLATE_NOOP("Label", "Consultation"),
        "inquiry": QT_TRANSLATE_NOOP("Label", "Inquiry"),
        "single_source": QT_TRANSLATE_NOOP("Label", "Single source"),
    },
    "BidKind": {
        "works": QT_TRANSLATE_NOOP("Label", "Works"),
        "goods": QT_TRANSLATE_NOOP("Label", "Goods"),
        "services": QT_TRANSLATE_NOOP("Label", "Services"),
        "survey_design": QT_TRANSLATE_NOOP("Label", "Survey and design"),
    },
    "BidRole": {
        "lead": QT_TRANSLATE_NOOP("Label", "Lead or alone"),
        "joint": QT_TRANSLATE_NOOP("Label", "Joint"),
        "supporting": QT_TRANSLATE_NOOP("Label", "Supporting"),
    },
    "BidResult": {
        "pending": QT_TRANSLATE_NOOP("Label", "Pending"),
        "won": QT_TRANSLATE_NOOP("Label", "Won"),
        "lost": QT_TRANSLATE_NOOP("Label", "Lost"),
        "rejected": QT_TRANSLATE_NOOP("Label", "Rejected"),
        "failed": QT_TRANSLATE_NOOP("Label", "Tender failed"),
        "given_up": QT_TRANSLATE_NOOP("Label", "Given up"),
    },
    "BidStage": {
        "announcement": QT_TRANSLATE_NOOP("Label", "Announcement"),
        "registration": QT_TRANSLATE_NOOP("Label", "Registration"),
        "documents": QT_TRANSLATE_NOOP("Label", "Documents bought"),
        "site_visit": QT_TRANSLATE_NOOP("Label", "Site visit"),
        "questions": QT_TRANSLATE_NOOP("Label", "Questions"),
        "deposit": QT_TRANSLATE_NOOP("Label", "Deposit"),
        "submission": QT_TRANSLATE_NOOP("Label", "Submission"),
        "opening": QT_TRANSLATE_NOOP("Label", "Opening"),
        "evaluation": QT_TRANSLATE_NOOP("Label", "Evaluation"),
        "publicity": QT_TRANSLATE_NOOP("Label", "Publicity"),
        "notice": QT_TRANSLATE_NOOP("Label", "Notice of award"),
        "contract": QT_TRANSLATE_NOOP("Label", "Contract"),
        "deposit_back": QT_TRANSLATE_NOOP("Label", "Deposit back"),
    },
    "DepositKind": {
        "bid": QT_TRANSLATE_NOOP("Label", "Bid deposit"),
        "performance": QT_TRANSLATE_NOOP("Label", "Performance bond"),
    },
    "DepositForm": {
        "transfer": QT_TRANSLATE_NOOP("Label", "Transfer"),
        "guarantee": QT_TRANSLATE_NOOP("Label", "Bank guarantee"),
        "insurance": QT_TRANSLATE_NOOP("Label", "Insurance bond"),
        "cheque": QT_TRANSLATE_NOOP("Label", "Cheque"),
    },
    "DepositState": {
        "owed": QT_TRANSLATE_NOOP("Label", "To pay"),
        "requested": QT_TRANSLATE_NOOP("Label", "Requested"),
        "paid": QT_TRANSLATE_NOOP("Label", "Out"),
        "partly_returned": QT_TRANSLATE_NOOP("Label", "Partly back"),
        "returned": QT_TRANSLATE_NOOP("Label", "Back"),
        "forfeited": QT_TRANSLATE_NOOP("Label", "Forfeited"),
        "cancelled": QT_TRANSLATE_NOOP("Label", "Cancelled"),
    },
    "BidItemKind": {
        "certificate": QT_TRANSLATE_NOOP("Label", "Company certificate"),
        "staff_certificate": QT_TRANSLATE_NOOP("Label", "Staff certificate"),
        "contract": QT_TRANSLATE_NOOP("Label", "Reference contract"),
        "financial": QT_TRANSLATE_NOOP("Label", "Financial paper"),
        "authorisation": QT_TRANSLATE_NOOP("Label", "Authorisation"),
        "other": QT_TRANSLATE_NOOP("Label", "Other"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "BidRole": {"lead": "blue", "joint": "grey", "supporting": "grey"},
    "BidResult": {
        "pending": "amber",
        "won": "green",
        "lost": "red",
        "rejected": "red",
        "failed": "grey",
        "given_up": "grey",
    },
    "DepositState": {
        "owed": "grey",
        "requested": "amber",
        "paid": "blue",
        "partly_returned": "amber",
        "returned": "green",
        "forfeited": "red",
        "cancelled": "grey",
    },
}
FIELDS: dict[str, str] = {}
