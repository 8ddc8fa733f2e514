"""What the checks of a claim say: a sentence for every code, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import vocabulary
from ui.claims import invoice_words
from ui.marking import QT_TRANSLATE_NOOP
from ui.vocabulary.policies import WITHOUT_CITY

if TYPE_CHECKING:
    from services.claim_check_row import Check

SENTENCES = vocabulary.CHECKS | {
    # the same invoice twice
    "invoice_used": {
        "stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} was claimed before: {other}, {claimant}, {day}. Take it off."),
        "ok": QT_TRANSLATE_NOOP("Check", "Invoice numbers: {count}, none claimed before"),
    },
    "file_used": {
        "stop": QT_TRANSLATE_NOOP("Check", "The same file as {number} was claimed before: {other}, {claimant}, {day}. Take it off."),
    },
    "invoice_repeated": {
        "stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} is on this claim twice. Take one off."),
    },
    "invoice_in_draft": {
        "warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} also stands in the draft {other} ({claimant}, {day})"),
    },
    "look_alike": {
        "warn": QT_TRANSLATE_NOOP("Check", "{seller}, same day, same {amount} as on {other} ({claimant}, {day})"),
    },
    # whom it is made out to, who made it
    "buyer_tax_id": {
        "stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} is made out to tax number {tax_id}, ours is {own}. Ask for a new one."),
    },
    "buyer_personal": {
        "warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} is made out to a person ({name}), not to the company"),
    },
    "buyer_name": {
        "warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} names the buyer “{name}”, which is not our name"),
    },
    "buyer_tax_id_missing": {
        "warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} does not show our tax number"),
    },
    "buyer_ours": {
        "ok": QT_TRANSLATE_NOOP("Check", "Buyer's name and tax number are ours"),
    },
    "seller_is_buyer": {
        "stop": QT_TRANSLATE_NOOP("Check", "Seller and buyer of invoice {number} are the same ({name}). Take it off."),
    },
    # figures and days
    "invoice_unread": {
        "warn": QT_TRANSLATE_NOOP("Check", "Invoice {number}, could not be read: {fields}. Compare with the invoice."),
    },
    "arithmetic": {
        "stop": QT_TRANSLATE_NOOP("Check", "Invoice {number}: {net} and tax {tax} do not make {total}. Correct what was typed, or ask for a new invoice."),
        "warn": QT_TRANSLATE_NOOP("Check", "Invoice {number}: {net} and tax {tax} do not make {total}"),
        "ok": QT_TRANSLATE_NOOP("Check", "Net and tax make the total"),
    },
    "lines_above": {
        "stop": QT_TRANSLATE_NOOP("Check", "Lines claim {lines}, invoice {number} is only {total}. Lower them."),
    },
    "lines_below": {
        "warn": QT_TRANSLATE_NOOP("Check", "Lines claim {lines} of invoice {number} over {total}"),
    },
    "lines_match": {
        "ok": QT_TRANSLATE_NOOP("Check", "Lines agree with the invoices"),
    },
    "invoice_future": {
        "stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} is dated {day}, after today. Check the day."),
    },
    "invoice_old": {
        "warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} of {day} is {age} days old; the limit is {limit}"),
    },
    "red_letter": {
        "stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} is a red-letter invoice and cannot be claimed. Take it off."),
    },
    "invoice_age": {
        "ok": QT_TRANSLATE_NOOP("Check", "No invoice is too old"),
    },
    # lines
    "no_invoice": {
        "warn": QT_TRANSLATE_NOOP("Check", "Line {line} ({category}, {amount}) has no invoice"),
    },
    "line_future": {
        "stop": QT_TRANSLATE_NOOP("Check", "Line {line} is dated {day}, after today. Correct the day."),
    },
    "tax_above_amount": {
        "stop": QT_TRANSLATE_NOOP("Check", "Line {line}: tax {tax} is more than the amount {amount}. Correct it."),
    },
    # advances
    "advance_overdue": {
        "warn": QT_TRANSLATE_NOOP("Check", "Advance {number} is overdue since {due}, {outstanding} still open"),
    },
}  # fmt: skip


def check_sentence(check: Check) -> str:
    """What a check found, and what to do about it."""
    values, sentences = dict(check.values), SENTENCES[check.code]
    if check.code == "lodging_above" and values["city"] == "—":
        sentences = WITHOUT_CITY
    source = sentences[check.level.value]
    if check.code == "invoice_unread":  # a check kept by an earlier version does not name the fields
        values["fields"] = invoice_words.fields(values.get("fields", "number date total"))
    elif check.code == "ocr_unconfirmed":
        values["fields"] = invoice_words.fields(values["fields"])
    return QCoreApplication.translate("Check", source).format(**values)
