"""What the timeline says: signs and colours of its marks, a bar in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.certificate_timeline import MarkKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats

if TYPE_CHECKING:
    from services.certificate_timeline import Band, Mark

SIGNS = {MarkKind.END: "✕", MarkKind.APPLY: "△", MarkKind.DUTY: "●", MarkKind.BACK: "◇"}
TONES = {MarkKind.END: "red", MarkKind.APPLY: "amber", MarkKind.DUTY: "blue", MarkKind.BACK: "amber"}
WORDS = {
    MarkKind.END: QT_TRANSLATE_NOOP("Certificates", "last day"),
    MarkKind.APPLY: QT_TRANSLATE_NOOP("Certificates", "apply for the renewal by then"),
    MarkKind.DUTY: QT_TRANSLATE_NOOP("Certificates", "yearly duty"),
    MarkKind.BACK: QT_TRANSLATE_NOOP("Certificates", "original due back"),
}

translate = QCoreApplication.translate


def legend_words() -> str:
    """Every sign with its meaning, for the line below the timeline."""
    return "    ".join(f"{SIGNS[kind]} {translate('Certificates', WORDS[kind])}" for kind in MarkKind)


def told(band: Band, today: date) -> str:
    """A bar in one line: the name and everything on it."""
    return "; ".join((band.name, *(_mark(mark, today) for mark in band.marks)))


def mark_words(band: Band, today: date) -> str:
    """A bar as a tip: a line for the name and for every mark."""
    return "\n".join((band.name, *(_mark(mark, today) for mark in band.marks)))


def _mark(mark: Mark, today: date) -> str:
    words = mark.text if mark.kind is MarkKind.DUTY else translate("Certificates", WORDS[mark.kind])
    if mark.kind is MarkKind.BACK:
        words = f"{words} ({mark.text})"
    return f"{SIGNS[mark.kind]} {formats.day(mark.day, today)} {words}"
