"""Cases of certificates: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "case.change": QT_TRANSLATE_NOOP("Errors", "Choose what changed from the list."),
    "case.closed": QT_TRANSLATE_NOOP("Errors", "This case is closed. Take it up again first, then change it."),
    "case.early": QT_TRANSLATE_NOOP("Errors", "This day is before the case began. Correct one of both days."),
    "case.future": QT_TRANSLATE_NOOP("Errors", "This day is still to come. Enter today or an earlier day."),
    "case.negative": QT_TRANSLATE_NOOP("Errors", "Enter an amount above zero."),
    "case.no_duty": QT_TRANSLATE_NOOP("Errors", "{name} has no yearly duty that is still to be met. Choose another certificate, or add the duty to its kind."),
    "case.no_end": QT_TRANSLATE_NOOP("Errors", "{name} does not end, so there is nothing to renew. Enter its last day first, or choose another kind of case."),
    "case.no_subsidy": QT_TRANSLATE_NOOP("Errors", "Money is granted in subsidies only. Choose a subsidy."),
    "case.open": QT_TRANSLATE_NOOP("Errors", "This case is in hand already."),
    "case.received": QT_TRANSLATE_NOOP("Errors", "More cannot come in than was granted. Correct the amount, or the amount that was granted."),
    "case.running": QT_TRANSLATE_NOOP("Errors", "{number} handles this already. Open that case."),
    "reminder.gone": QT_TRANSLATE_NOOP("Errors", "Somebody has settled this date meanwhile. Look at the list again."),
    "reminder.until": QT_TRANSLATE_NOOP("Errors", "Choose a day after today."),
    "reminder.until_late": QT_TRANSLATE_NOOP("Errors", "It would be told of too late. Choose {day} at the latest, or mark it as handled."),
}  # fmt: skip
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "CaseKind": {
        "renewal": QT_TRANSLATE_NOOP("Label", "Certificate renewal"),
        "application": QT_TRANSLATE_NOOP("Label", "Application"),
        "duty": QT_TRANSLATE_NOOP("Label", "Yearly duty"),
        "change": QT_TRANSLATE_NOOP("Label", "Company change"),
        "subsidy": QT_TRANSLATE_NOOP("Label", "Subsidy"),
    },
    "CaseState": {
        "open": QT_TRANSLATE_NOOP("Label", "In hand"),
        "done": QT_TRANSLATE_NOOP("Label", "Done"),
        "refused": QT_TRANSLATE_NOOP("Label", "Not granted"),
        "given_up": QT_TRANSLATE_NOOP("Label", "Given up"),
    },
    "CaseAction": {
        "open": QT_TRANSLATE_NOOP("Label", "Edit"),
        "finish": QT_TRANSLATE_NOOP("Label", "Finish"),
        "grant": QT_TRANSLATE_NOOP("Label", "Granted"),
        "receive": QT_TRANSLATE_NOOP("Label", "Money came in"),
        "refuse": QT_TRANSLATE_NOOP("Label", "Not granted"),
        "give_up": QT_TRANSLATE_NOOP("Label", "Give up"),
        "take_up": QT_TRANSLATE_NOOP("Label", "Take up again"),
        "delete": QT_TRANSLATE_NOOP("Label", "Delete"),
    },
    "DueKind": {
        "expiry": QT_TRANSLATE_NOOP("Label", "Certificate ends"),
        "apply_by": QT_TRANSLATE_NOOP("Label", "Apply by"),
        "renewal_step": QT_TRANSLATE_NOOP("Label", "Renewal step"),
        "duty": QT_TRANSLATE_NOOP("Label", "Yearly duty"),
        "case": QT_TRANSLATE_NOOP("Label", "Case ends"),
        "case_step": QT_TRANSLATE_NOOP("Label", "Step of a case"),
        "loan_back": QT_TRANSLATE_NOOP("Label", "Original back"),
        "bid_stage": QT_TRANSLATE_NOOP("Label", "Stage of a bid"),
        "deposit_due": QT_TRANSLATE_NOOP("Label", "Deposit to pay"),
        "deposit_back": QT_TRANSLATE_NOOP("Label", "Deposit back"),
        "asset_back": QT_TRANSLATE_NOOP("Label", "Asset back"),
        "warranty": QT_TRANSLATE_NOOP("Label", "Warranty ends"),
    },
    "DueState": {
        "overdue": QT_TRANSLATE_NOOP("Label", "Overdue"),
        "due": QT_TRANSLATE_NOOP("Label", "To handle"),
        "later": QT_TRANSLATE_NOOP("Label", "Later"),
        "snoozed": QT_TRANSLATE_NOOP("Label", "Put off"),
        "handled": QT_TRANSLATE_NOOP("Label", "Handled"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "CaseKind": {
        "renewal": "blue",
        "application": "blue",
        "duty": "grey",
        "change": "grey",
        "subsidy": "grey",
    },
    "CaseState": {"open": "amber", "done": "green", "refused": "red", "given_up": "grey"},
    "DueState": {"overdue": "red", "due": "amber", "later": "grey", "snoozed": "grey", "handled": "green"},
}
FIELDS: dict[str, str] = {
    "certificate_case.agency": QT_TRANSLATE_NOOP("Field", "Authority"),
    "asked": QT_TRANSLATE_NOOP("Field", "Asked for"),
    "certificate_case.kind": QT_TRANSLATE_NOOP("Field", "Kind of case"),
    "certificate_case.kind_id": QT_TRANSLATE_NOOP("Field", "Kind of certificate"),
    "certificate_case.title": QT_TRANSLATE_NOOP("Field", "What is handled"),
    "certificate_case.due_on": QT_TRANSLATE_NOOP("Field", "Ends by"),
    "certificate_case.owner_id": QT_TRANSLATE_NOOP("Field", "Person in charge"),
    "certificate_case.granted": QT_TRANSLATE_NOOP("Field", "Granted"),
    "certificate_case.received": QT_TRANSLATE_NOOP("Field", "Received"),
    "certificate_case.received_on": QT_TRANSLATE_NOOP("Field", "Received on"),
    "certificate_case.result": QT_TRANSLATE_NOOP("Field", "Result"),
    "closed_on": QT_TRANSLATE_NOOP("Field", "Closed on"),
    "duty_code": QT_TRANSLATE_NOOP("Field", "Yearly duty"),
    "handled_on": QT_TRANSLATE_NOOP("Field", "Handled on"),
    "opened_on": QT_TRANSLATE_NOOP("Field", "Begun on"),
    "reminder.code": QT_TRANSLATE_NOOP("Field", "Which date"),
    "reminder.due_on": QT_TRANSLATE_NOOP("Field", "Due on"),
    "snoozed_until": QT_TRANSLATE_NOOP("Field", "Not before"),
    "step": QT_TRANSLATE_NOOP("Field", "Step"),
}
