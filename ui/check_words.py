"""Sentences for the checks of a claim, by code and level."""

from __future__ import annotations

from typing import Any

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "advance_overdue.warn": QT_TRANSLATE_NOOP("Check", "Advance {number} was due on {due}; {outstanding} of it are still open."),
    "arithmetic.ok": QT_TRANSLATE_NOOP("Check", "Net and tax add up on {count} invoices."),
    "arithmetic.warn": QT_TRANSLATE_NOOP("Check", "Invoice {number}: {net} and {tax} tax do not make {total}."),
    "buyer_name.warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} is made out to {name}, not to us."),
    "buyer_ours.ok": QT_TRANSLATE_NOOP("Check", "{count} invoices carry our name and tax number."),
    "buyer_personal.warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} is made out to a person: {name}."),
    "buyer_tax_id.stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} carries the tax number {tax_id}; ours is {own}."),
    "buyer_tax_id_missing.warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} does not carry our tax number."),
    "file_used.stop": QT_TRANSLATE_NOOP("Check", "The file of invoice {number} is on {other} already ({claimant}, {day})."),
    "invoice_age.ok": QT_TRANSLATE_NOOP("Check", "{count} invoices are recent enough."),
    "invoice_future.stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} is dated {day}, in the future."),
    "invoice_in_draft.warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} is also on the draft {other} ({claimant}, {day})."),
    "invoice_old.warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} of {day} is {age} days old; the limit is {limit}."),
    "invoice_repeated.stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} is on this claim twice."),
    "invoice_unread.warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} could not be read in full."),
    "invoice_used.ok": QT_TRANSLATE_NOOP("Check", "{count} invoices, none claimed before."),
    "invoice_used.stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} was claimed on {other} already ({claimant}, {day})."),
    "line_future.stop": QT_TRANSLATE_NOOP("Check", "Line {line} is dated {day}, in the future."),
    "lines_above.stop": QT_TRANSLATE_NOOP("Check", "The lines on invoice {number} come to {lines}, more than its {total}."),
    "lines_below.warn": QT_TRANSLATE_NOOP("Check", "The lines on invoice {number} come to {lines}, less than its {total}."),
    "lines_match.ok": QT_TRANSLATE_NOOP("Check", "The lines agree with {count} invoices."),
    "look_alike.warn": QT_TRANSLATE_NOOP("Check", "Invoice {number} looks like one on {other}: {seller}, {amount} ({claimant}, {day})."),
    "no_invoice.warn": QT_TRANSLATE_NOOP("Check", "Line {line} ({category}, {amount}) has no invoice."),
    "red_letter.stop": QT_TRANSLATE_NOOP("Check", "Invoice {number} is a red-letter invoice."),
    "seller_is_buyer.stop": QT_TRANSLATE_NOOP("Check", "Seller and buyer of invoice {number} are the same: {name}."),
    "tax_above_amount.stop": QT_TRANSLATE_NOOP("Check", "Line {line}: the tax of {tax} is more than the amount of {amount}."),
}  # fmt: skip


def check_sentence(check: Any) -> str:
    """What a check (services/claim_check_row.py) found, in the user's language."""
    from PySide6.QtCore import QCoreApplication

    from ui.errors import shown

    source = SENTENCES[f"{check.code}.{check.level.value}"]
    return QCoreApplication.translate("Check", source).format_map(shown(check.values))
