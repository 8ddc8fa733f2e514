"""Travel claims, payment requests and repayments: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "payee.account": QT_TRANSLATE_NOOP("Errors", "An account number holds digits only. Check it."),
    "payee.bank_code": QT_TRANSLATE_NOOP("Errors", "A bank code has 12 digits. Check it, or leave it empty."),
    "payment.contract_number": QT_TRANSLATE_NOOP("Errors", "An amount of a contract needs the contract's number. Enter it."),
    "payment.invoice_due_early": QT_TRANSLATE_NOOP("Errors", "The invoice is due before the day of the paper. Choose a later day."),
    "payment.no_offsets": QT_TRANSLATE_NOOP("Errors", "A payment request settles no advance. Clear the amounts."),
    "payment.nothing_owed": QT_TRANSLATE_NOOP("Errors", "{number} owes no invoice any more. Reload it to see its invoices."),
    "payment.payee_closed": QT_TRANSLATE_NOOP("Errors", "The payee {name} is out of use. Choose another one."),
    "payment.payee_missing": QT_TRANSLATE_NOOP("Errors", "Say who is to be paid: choose a payee, or type its name, bank and account."),
    "repayment.before_advance": QT_TRANSLATE_NOOP("Errors", "The advance was paid on {day}, so nothing came back before. Choose a later day."),
    "repayment.month_not_begun": QT_TRANSLATE_NOOP("Errors", "It is held for the pay of {month}, which lies after this day. Choose a later day."),
    "repayment.month_past": QT_TRANSLATE_NOOP("Errors", "This month lies before the advance. Choose a later one."),
    "repayment.not_an_advance": QT_TRANSLATE_NOOP("Errors", "{number} is no advance, so nothing is paid back. Choose an advance."),
    "travel.arrival_before": QT_TRANSLATE_NOOP("Errors", "It arrives before it leaves. Correct the day or the hour."),
    "travel.claimant_left": QT_TRANSLATE_NOOP("Errors", "{name} left the company on {day}, before this travel. Choose who travelled."),
    "claim.claimant_left": QT_TRANSLATE_NOOP("Errors", "{name} left the company on {day} and gets no advance any more. Return or void the paper."),
    "approval.signs_twice": QT_TRANSLATE_NOOP("Errors", "You sign this paper at the level {level} already, so somebody else has to stand in for {approver}. Have the administrator refer it."),
    "approval.substitute_signs_too": QT_TRANSLATE_NOOP("Errors", "At the level {level}, {approver} is away, and the substitute {substitute} signs this paper at another level already. Name another substitute first."),
    "travel.hour": QT_TRANSLATE_NOOP("Errors", "An hour is a number from 0 to 23. Correct it."),
    "travel.legs_out_of_order": QT_TRANSLATE_NOOP("Errors", "Leg {leg} leaves before the one above it has arrived. Put the legs in their order."),
    "travel.nights": QT_TRANSLATE_NOOP("Errors", "Nights are a number from 1 on. Correct it, or leave it empty."),
    "travel.no_allowance_category": QT_TRANSLATE_NOOP("Errors", "No expense category is for allowances. Ask an administrator to say which one is."),
    "travel.no_rates": QT_TRANSLATE_NOOP("Errors", "No allowance is set for these days and cities. Ask a manager to enter it in Expense policies."),
    "travel.no_such_leg": QT_TRANSLATE_NOOP("Errors", "The itinerary has {legs} legs, and this line names another one. Choose its leg again."),
    "travel.too_many_days": QT_TRANSLATE_NOOP("Errors", "The travel has more than {most} days. Check the years of its legs."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {
    "no_legs": {
        "stop": QT_TRANSLATE_NOOP("Check", "The itinerary is missing. Type its legs."),
    },
    "claimant_left": {
        "warn": QT_TRANSLATE_NOOP("Check", "{name} left the company on {day}. Say why this is still owed."),
        "stop": QT_TRANSLATE_NOOP("Check", "{name} left the company on {day} and gets no advance any more."),
    },
    "trip_again": {
        "warn": QT_TRANSLATE_NOOP("Check", "{number} claims a trip of the same person on the same days, {first} to {last}. Say why both are right."),
    },
    "no_return": {
        "warn": QT_TRANSLATE_NOOP("Check", "The last leg ends in {to}, not back in {home}"),
    },
    "leg_gap": {
        "warn": QT_TRANSLATE_NOOP("Check", "Leg {leg} leaves {from}, the one before it arrived in {to}"),
    },
    "leg_future": {
        "stop": QT_TRANSLATE_NOOP("Check", "Leg {leg} arrives on {day}, after today. Hand the claim in after the travel."),
    },
    "allowance_beyond": {
        "warn": QT_TRANSLATE_NOOP("Check", "Line {line}: the travel lasted from {first} to {last}, the allowance is for other days"),
    },
    "itinerary_whole": {
        "ok": QT_TRANSLATE_NOOP("Check", "The itinerary is whole, legs: {count}"),
    },
    "no_invoice_due": {
        "warn": QT_TRANSLATE_NOOP("Check", "No invoice will come for this payment"),
    },
    "contract_overpaid": {
        "warn": QT_TRANSLATE_NOOP("Check", "Contract {contract} over {amount}: paid {paid}, on its way {waiting}, now {now}; {over} too much"),
    },
    "contract_within": {
        "ok": QT_TRANSLATE_NOOP("Check", "Contract {contract} over {amount}: paid {paid}, on its way {waiting}, now {now}; {rest} left"),
    },
}  # fmt: skip

LABELS: dict[str, dict[str, str]] = {
    "InvoicePromise": {
        "now": QT_TRANSLATE_NOOP("Label", "Invoice is here"),
        "later": QT_TRANSLATE_NOOP("Label", "Invoice comes later"),
        "none": QT_TRANSLATE_NOOP("Label", "No invoice due"),
    },
    "Vehicle": {
        "train": QT_TRANSLATE_NOOP("Label", "Train"),
        "plane": QT_TRANSLATE_NOOP("Label", "Plane"),
        "ship": QT_TRANSLATE_NOOP("Label", "Ship"),
        "coach": QT_TRANSLATE_NOOP("Label", "Coach"),
        "car": QT_TRANSLATE_NOOP("Label", "Own car"),
        "taxi": QT_TRANSLATE_NOOP("Label", "Taxi"),
    },
}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {
    "advance": QT_TRANSLATE_NOOP("Field", "Advance"),
    "contract_amount": QT_TRANSLATE_NOOP("Field", "Contract amount"),
    "contract_number": QT_TRANSLATE_NOOP("Field", "Contract number"),
    "invoice_due_on": QT_TRANSLATE_NOOP("Field", "Invoice due on"),
    "invoice_owed": QT_TRANSLATE_NOOP("Field", "Invoice owed"),
    "invoice_promise": QT_TRANSLATE_NOOP("Field", "Invoice"),
    "owed": QT_TRANSLATE_NOOP("Field", "Invoice owed"),
    "paid_before": QT_TRANSLATE_NOOP("Field", "Paid before"),
    "pay_month": QT_TRANSLATE_NOOP("Field", "Pay of"),
    "payee_account": QT_TRANSLATE_NOOP("Field", "Payee's account"),
    "payee_bank": QT_TRANSLATE_NOOP("Field", "Payee's bank"),
    "payee_id": QT_TRANSLATE_NOOP("Field", "Registered payee"),
    "payee_name": QT_TRANSLATE_NOOP("Field", "Payee's name"),
    "bank_code": QT_TRANSLATE_NOOP("Field", "Bank code"),
    "contact": QT_TRANSLATE_NOOP("Field", "Contact"),
    "repayment": QT_TRANSLATE_NOOP("Field", "Repayment"),
}
