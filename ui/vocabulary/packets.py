"""Packets, funding sources and recurring papers: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {}

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "PacketState": {
        "open": QT_TRANSLATE_NOOP("Label", "Being prepared"),
        "lodged": QT_TRANSLATE_NOOP("Label", "Lodged"),
        "answered": QT_TRANSLATE_NOOP("Label", "Answered"),
        "received": QT_TRANSLATE_NOOP("Label", "Money received"),
    },
}

TONES: dict[str, dict[str, str]] = {
    "PacketState": {"open": "grey", "lodged": "amber", "answered": "blue", "received": "green"}
}

FIELDS: dict[str, str] = {}
