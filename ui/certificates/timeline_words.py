"""What the timeline says: signs and colours of its marks, a bar in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from services.certificate_timeline import CertificateMark
from ui.certificates.certificate_cells import days_words
from ui.labels import label
from ui.widgets import formats

if TYPE_CHECKING:
    from services.certificate_timeline import Band, Mark

SIGNS = {
    CertificateMark.END: "✕",
    CertificateMark.APPLY: "△",
    CertificateMark.DUTY: "●",
    CertificateMark.BACK: "◇",
}
TONES = {
    CertificateMark.END: "red",
    CertificateMark.APPLY: "amber",
    CertificateMark.DUTY: "blue",
    CertificateMark.BACK: "amber",
}


def legend_words() -> str:
    """Every sign with its meaning, for the line below the timeline."""
    return "    ".join(f"{SIGNS[kind]} {label(kind)}" for kind in CertificateMark)


def told(band: Band, today: date) -> str:
    """A bar in one line: the name and everything on it."""
    return "; ".join((band.name, *(_mark(mark, today) for mark in band.marks)))


def mark_words(band: Band, today: date) -> str:
    """A bar as a tip: a line for the name and for every mark."""
    return "\n".join((band.name, *(_mark(mark, today) for mark in band.marks)))


def _mark(mark: Mark, today: date) -> str:
    words = mark.text if mark.kind is CertificateMark.DUTY else label(mark.kind)
    if mark.kind is CertificateMark.BACK:
        words = f"{words} ({mark.text})"
    told = f"{SIGNS[mark.kind]} {formats.day(mark.day, today)} {words}"
    return f"{told}, {days_words((mark.day - today).days)}" if mark.late else told
