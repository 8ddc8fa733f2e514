"""Approvals: referring, signers, substitutes, reminders: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "absence.cannot_decide": QT_TRANSLATE_NOOP(
        "Errors", "This user may not approve. Choose somebody with the right to."
    ),
    "absence.days_turned": QT_TRANSLATE_NOOP(
        "Errors", "The last day is before the first one. Correct the days."
    ),
    "absence.is_substitute": QT_TRANSLATE_NOOP(
        "Errors", "In these days you decide for {name}. Ask {name} to name somebody else first."
    ),
    "absence.overlaps": QT_TRANSLATE_NOOP(
        "Errors", "There is an absence from {first} to {last} already. Change that one."
    ),
    "absence.self": QT_TRANSLATE_NOOP("Errors", "Nobody is their own substitute. Choose somebody else."),
    "absence.substitute_away": QT_TRANSLATE_NOOP(
        "Errors", "{name} is away in these days, too. Choose somebody else."
    ),
    "approval.already_asked": QT_TRANSLATE_NOOP(
        "Errors", "{name} is asked on this paper already. Choose somebody else."
    ),
    "approval.cannot_decide": QT_TRANSLATE_NOOP(
        "Errors", "This user may not approve. Choose somebody with the right to."
    ),
    "approval.on_leave": QT_TRANSLATE_NOOP(
        "Errors",
        "{approver} is away until {until} and named no substitute. Ask {approver} or an administrator to name one under Substitutes, then try again.",
    ),
    "approval.own_paper_of": QT_TRANSLATE_NOOP("Errors", "It is {name}'s own paper. Choose somebody else."),
    "approval.reminded_today": QT_TRANSLATE_NOOP(
        "Errors", "{name} was reminded today already. Ask again tomorrow."
    ),
}

UNUSUAL: dict[str, str] = {
    "doubt": QT_TRANSLATE_NOOP("Approval", "{found}; reason given: {reason}"),
    "late": QT_TRANSLATE_NOOP("Approval", "It was promised for {day}"),
    "advance_overdue": QT_TRANSLATE_NOOP("Approval", "{name} has overdue advances: {numbers}"),
    "payee_new": QT_TRANSLATE_NOOP("Approval", "{name} was never paid before"),
    "granted_less": QT_TRANSLATE_NOOP("Approval", "{granted} granted of {amount}"),
    "reminded": QT_TRANSLATE_NOOP("Approval", "It was asked after"),
    "moved": QT_TRANSLATE_NOOP("Approval", "It came from {name}"),
    "first": QT_TRANSLATE_NOOP("Approval", "The first paper of this kind by {name} in a year"),
    "amount_high": QT_TRANSLATE_NOOP(
        "Approval", "{amount} is far above the usual {usual} (the middle of {count} papers in a year)"
    ),
}

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {
    "added_by_name": QT_TRANSLATE_NOOP("Field", "Asked for by"),
    "for_name": QT_TRANSLATE_NOOP("Field", "Decided for"),
    "held_since": QT_TRANSLATE_NOOP("Field", "Since"),
    "reminded_at": QT_TRANSLATE_NOOP("Field", "Reminded"),
    "substitute_id": QT_TRANSLATE_NOOP("Field", "Substitute"),
}
