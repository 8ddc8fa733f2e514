"""Sentences about numbers that look mistyped; they warn and never refuse."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.marking import QT_TRANSLATE_NOOP

_WORDS = {
    "characters": QT_TRANSLATE_NOOP(
        "Doubt", "This holds characters such a number never has. Please compare it."
    ),
    "length": QT_TRANSLATE_NOOP("Doubt", "This number is too short or too long. Please compare it."),
    "check_digit": QT_TRANSLATE_NOOP("Doubt", "The check digit does not fit: one digit may be mistyped."),
    "organisation": QT_TRANSLATE_NOOP(
        "Doubt", "The organisation code inside does not fit: a digit may be mistyped."
    ),
    "birthday": QT_TRANSLATE_NOOP("Doubt", "The birthday inside this number is no day. Please compare it."),
    "sex_differs": QT_TRANSLATE_NOOP("Doubt", "The ID card number says the other sex. Please compare both."),
    "birthday_differs": QT_TRANSLATE_NOOP(
        "Doubt", "The ID card number says another birthday. Please compare both."
    ),
    "too_young": QT_TRANSLATE_NOOP(
        "Doubt", "Not sixteen yet on the day of hiring. Please compare both days."
    ),
    "base_low": QT_TRANSLATE_NOOP(
        "Doubt", "This is less than a tenth of any floor. Please look for a slipped decimal point."
    ),
    "signed_late": QT_TRANSLATE_NOOP(
        "Doubt", "Signed more than a month after the first day: double pay may be owed (article 82)."
    ),
    "open_ended_due": QT_TRANSLATE_NOOP(
        "Doubt",
        "After two fixed terms an open-ended contract is due (article 14), unless the employee asks for a fixed one.",
    ),
}
_OTHER = QT_TRANSLATE_NOOP("Doubt", "This looks unusual. Please compare it.")


def doubt_words(problem: str) -> str:
    """The sentence for a doubt as the services name it."""
    return QCoreApplication.translate("Doubt", _WORDS.get(problem, _OTHER))
