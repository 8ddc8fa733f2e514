"""The certificates of a person, in the pane beside the list of employees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.certificate_facts import state_on
from services.terms import CertificateState
from ui.certificates.certificate_cells import days_words, end_tone

if TYPE_CHECKING:
    from services.certificate_facts import CertificateFacts
    from ui.widgets.detail_pane import DetailPane

translate = QCoreApplication.translate


def show_certificates(pane: DetailPane, found: Sequence[CertificateFacts], today: date) -> None:
    """What they hold, until when; what is archived is left out."""
    held = [one for one in found if one.state is not CertificateState.ARCHIVED]
    if not held:
        return
    pane.section(translate("Certificates", "Certificates"))
    for one in held:
        if one.valid_to is None:
            pane.row(one.name, translate("Certificates", "does not end"))
            continue
        tone = end_tone(one.valid_to, state_on(one.state, one.valid_to, today), today) or ""
        words = f"{one.valid_to.isoformat()} · {days_words((one.valid_to - today).days)}"
        pane.row(one.name, words, tone=tone)
