"""How a paper came to whoever has it: referred, asked after, decided for somebody, stuck with somebody who is away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.terms import StepState
from ui.claims.check_words import check_sentence
from ui.widgets import formats

if TYPE_CHECKING:
    from services.approval_unusual import Finding
    from services.claim_details import ClaimDetail
    from ui.widgets.detail_pane import DetailPane

translate = QCoreApplication.translate


def tell(pane: DetailPane, detail: ClaimDetail) -> None:
    """Lines of the pane about levels that are not as the rules alone would have them."""
    for row in detail.steps:
        if row.away_until is not None and row.state is StepState.PENDING:
            words = translate(
                "Claim",
                "{name} is away until {day} and named no substitute. Ask an administrator to name one or to refer it.",
            )
            pane.text(words.format(name=row.approver_name, day=row.away_until.isoformat()), "red")
        if row.state is StepState.REFERRED:
            words = translate("Claim", "{label}: {name} referred it ({reason})")
            pane.text(words.format(label=row.label, name=row.decided_by_name, reason=row.reason))
        elif row.added_by_name and row.state in (StepState.PENDING, StepState.WAITING):
            words = translate("Claim", "{label}: {name}, asked for by {by}")
            pane.text(words.format(label=row.label, name=row.approver_name, by=row.added_by_name))
        if row.for_name:
            words = translate("Claim", "{label}: {name} decided for {absent}")
            pane.text(words.format(label=row.label, name=row.decided_by_name, absent=row.for_name))
    if detail.reminded_at is not None and detail.state.value == "submitted":
        words = translate("Claim", "Asked after {when}")
        pane.text(words.format(when=formats.moment(detail.reminded_at, detail.reminded_at.date())), "amber")


def finding_words(finding: Finding) -> str:
    """What is unusual, in a sentence."""
    from ui.vocabulary.approvals import UNUSUAL

    if finding.check is None:
        return translate("Approval", UNUSUAL[finding.code]).format(**finding.values)
    found = check_sentence(finding.check)
    if not finding.check.reason:
        return found
    return translate("Approval", UNUSUAL[finding.code]).format(found=found, **finding.values)
