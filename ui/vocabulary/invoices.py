"""The store of invoices: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

# fmt: off
SENTENCES: dict[str, str] = {
    "attachment.of_invoice": QT_TRANSLATE_NOOP("Errors", "{name} is the file of an invoice in the store. Remove the invoice itself."),
    "claim.invoice_cancelled": QT_TRANSLATE_NOOP("Errors", "Invoice {number} was cancelled by its seller on {day}. Return the paper and take it off."),
    "claim.invoice_red_lettered": QT_TRANSLATE_NOOP("Errors", "Invoice {number} was red-lettered by its seller on {day}. Return the paper and take it off."),
    "invoice.is_red_letter": QT_TRANSLATE_NOOP("Errors", "{number} is itself a red-letter invoice. Its mark stays."),
    "invoice.known": QT_TRANSLATE_NOOP("Errors", "Invoice {number} is in the store already. Use the one that is there."),
    "invoice.known_on": QT_TRANSLATE_NOOP("Errors", "Invoice {number} is on {paper} already. Look at that paper."),
    "invoice.marked_already": QT_TRANSLATE_NOOP("Errors", "Invoice {number} is marked already. Take the mark back first."),
    "invoice.marked_in_future": QT_TRANSLATE_NOOP("Errors", "This day is yet to come. Enter the day the seller did it."),
    "invoice.marked_too_early": QT_TRANSLATE_NOOP("Errors", "The invoice was issued on {day} only. Enter that day or a later one."),
    "invoice.no_ocr": QT_TRANSLATE_NOOP("Errors", "This is a picture without a readable code. Install OpsDesk with the extra “ocr” (uv sync --extra ocr) to have it read, or type the invoice."),
    "invoice.not_a_mark": QT_TRANSLATE_NOOP("Errors", "An invoice is marked as red-lettered or as cancelled. Choose one of both."),
    "invoice.not_marked": QT_TRANSLATE_NOOP("Errors", "Invoice {number} has no mark to take back. Reload the list."),
    "invoice.on_paper": QT_TRANSLATE_NOOP("Errors", "Invoice {number} is on {paper}. Take it off that paper first."),
}

CHECKS: dict[str, dict[str, str]] = {
    "invoice_red_lettered": {
        "stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} was red-lettered by its seller on {day}. Take it off."),
    },
    "invoice_cancelled": {
        "stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} was cancelled by its seller on {day}. Take it off."),
    },
    "invoice_taken_back": {
        "stop": QT_TRANSLATE_NOOP("Check", "The seller took invoice {number} back on {day}. If the paper was paid, ask the claimant to pay back or void it; else return it."),
    },
    "ocr_unconfirmed": {
        "stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} was read from a picture. Compare with the paper and confirm: {fields}."),
    },
}

LABELS: dict[str, dict[str, str]] = {
    "InvoiceState": {
        "unused": QT_TRANSLATE_NOOP("Label", "Unused"),
        "used": QT_TRANSLATE_NOOP("Label", "Used"),
        "red_lettered": QT_TRANSLATE_NOOP("Label", "Red-lettered"),
        "cancelled": QT_TRANSLATE_NOOP("Label", "Seller cancelled"),
    },
    "MonthOf": {
        "issue": QT_TRANSLATE_NOOP("Label", "By month of issue"),
        "use": QT_TRANSLATE_NOOP("Label", "By month handed in"),
    },
}

TONES: dict[str, dict[str, str]] = {
    "InvoiceState": {"unused": "amber", "used": "green", "red_lettered": "red", "cancelled": "grey"}
}

FIELDS: dict[str, str] = {
    "fields": QT_TRANSLATE_NOOP("Field", "Fields"),
    "invoice": QT_TRANSLATE_NOOP("Field", "Invoice"),
    "mark_note": QT_TRANSLATE_NOOP("Field", "Note"),
    "marked_on": QT_TRANSLATE_NOOP("Field", "Marked on"),
    "pages": QT_TRANSLATE_NOOP("Field", "Pages"),
    "seen_on": QT_TRANSLATE_NOOP("Field", "Seen on"),
}
# fmt: on
