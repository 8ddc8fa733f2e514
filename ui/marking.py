"""Marks texts for translation in tables that the console reads too, and the console knows no Qt."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - lupdate looks for this name
    """The text itself: lupdate finds it by the call, `QCoreApplication.translate(context, …)` translates it."""
    return text
