"""Where a paper stands, in one sentence for its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.terms import ClaimState
from ui.labels import label

if TYPE_CHECKING:
    from services.claim_details import ClaimDetail

translate = QCoreApplication.translate


def standing(detail: ClaimDetail) -> tuple[str, str]:
    """What the form says below its title, and in which tone; ("", "") for a draft that was never handed in."""
    match detail.state:
        case ClaimState.DRAFT:
            return "", ""
        case ClaimState.SUBMITTED:
            words = translate("Claim", "Handed in, now with {name}. Withdraw it to change it.")
            return words.format(name=detail.holder_name), "blue"
        case ClaimState.RETURNED:
            return f"{label(detail.state)}: {detail.state_note}", "red"
        case _:
            note = f": {detail.state_note}" if detail.state_note else ""
            return f"{label(detail.state)}{note}", ""
