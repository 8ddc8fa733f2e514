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
}
_OTHER = QT_TRANSLATE_NOOP("Doubt", "This looks unusual. Please compare it.")


def doubt_words(problem: str) -> str:
    """The sentence for a doubt as the services name it."""
    return QCoreApplication.translate("Doubt", _WORDS.get(problem, _OTHER))
