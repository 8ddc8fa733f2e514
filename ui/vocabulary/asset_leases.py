"""Leased-out assets: sentences for refusals, words of fields."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "lease.days": QT_TRANSLATE_NOOP("Errors", "The lease ends before it begins. Enter a later day."),
    "lease.too_long": QT_TRANSLATE_NOOP(
        "Errors", "That makes more than {most} rents. Enter an earlier end, or rents due less often."
    ),
    "lease.every": QT_TRANSLATE_NOOP("Errors", "Enter how many months lie between two rents, from 1 to 12."),
    "lease.amount": QT_TRANSLATE_NOOP("Errors", "The amount cannot be below zero. Enter 0 or more."),
    "lease.ended": QT_TRANSLATE_NOOP(
        "Errors", "{number} has ended: the thing came back. Write a new lease for a new tenant."
    ),
    "lease.asset_fixed": QT_TRANSLATE_NOOP(
        "Errors", "A lease keeps its asset. Write another lease for another thing."
    ),
    "lease.overlap": QT_TRANSLATE_NOOP(
        "Errors", "It is let by {number} in these days. Choose other days, or end that lease first."
    ),
    "lease.before_begin": QT_TRANSLATE_NOOP("Errors", "That is before the lease began. Enter a later day."),
    "lease.not_out": QT_TRANSLATE_NOOP("Errors", "{number} is not with the tenant. Hand it over first."),
    "lease.is_out": QT_TRANSLATE_NOOP("Errors", "{number} is with the tenant. Take it back instead."),
    "lease.money_here": QT_TRANSLATE_NOOP(
        "Errors", "{held} of this lease are still here. Give them back first, then cancel it."
    ),
    "lease.nothing": QT_TRANSLATE_NOOP("Errors", "Enter the amount that came in."),
    "lease.too_much": QT_TRANSLATE_NOOP(
        "Errors", "Only {left} are still to come for this rent. Enter the rest on the next one."
    ),
    "lease.too_little": QT_TRANSLATE_NOOP("Errors", "Only {received} came in. No more can be taken back."),
    "lease.not_begun": QT_TRANSLATE_NOOP(
        "Errors", "The lease begins on {day}. Enter that day or a later one, or change its first day."
    ),
    "lease.every_kept": QT_TRANSLATE_NOOP(
        "Errors", "Rents were due or came in already. Keep it, or end this lease and write a new one."
    ),
    "lease.no_rents": QT_TRANSLATE_NOOP(
        "Errors", "No planned rent is due in these days. What is overdue, and what came in, stays as it is."
    ),
    "lease.deposit_whole": QT_TRANSLATE_NOOP(
        "Errors", "The deposit is {deposit}, of which {held} came in. Enter no more than the rest."
    ),
    "lease.deposit_held": QT_TRANSLATE_NOOP(
        "Errors",
        "{held} of the deposit are here. Enter no more than that to give back, and no less as the deposit.",
    ),
    "lease.nothing_due": QT_TRANSLATE_NOOP("Errors", "No rent is due in these days. Enter others."),
    "lease.begun": QT_TRANSLATE_NOOP(
        "Errors",
        "The thing was handed over or money came in, so the lease stays. End it when the thing comes back; one never handed over is cancelled.",
    ),
}
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {}
TONES: dict[str, dict[str, str]] = {}
FIELDS: dict[str, str] = {
    "tenant": QT_TRANSLATE_NOOP("Field", "Tenant"),
    "rent": QT_TRANSLATE_NOOP("Field", "Rent"),
    "rents": QT_TRANSLATE_NOOP("Field", "Rents due"),
    "deposit": QT_TRANSLATE_NOOP("Field", "Security deposit"),
    "deposit_received": QT_TRANSLATE_NOOP("Field", "Deposit received"),
    "every_months": QT_TRANSLATE_NOOP("Field", "Due every … months"),
    "from_on": QT_TRANSLATE_NOOP("Field", "From"),
    "to_on": QT_TRANSLATE_NOOP("Field", "To"),
    "due_on": QT_TRANSLATE_NOOP("Field", "Due on"),
    "contract_number": QT_TRANSLATE_NOOP("Field", "Contract no."),
}
