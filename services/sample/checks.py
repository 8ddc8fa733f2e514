"""The checks of planned papers, as services/claim_checks.py writes them for papers that are in order."""

from __future__ import annotations

from models.expense_claim import CheckLevel, PaperKind
from services.claim_check_row import Check
from services.money import format_money
from services.sample.catalogue import catalogue
from services.sample.company import Standing
from services.sample.planned import PlannedPaper

_PASSED = ("invoice_used", "buyer_ours", "arithmetic", "lines_match", "invoice_age")


def checks_of(paper: PlannedPaper, standing: Standing) -> list[Check]:
    """What the checks found when the paper was submitted, reasons beside the warnings."""
    if paper.kind is not PaperKind.CLAIM:
        return []
    count = {"count": str(len(paper.invoices))}
    found = [Check(code, CheckLevel.OK, values=count) for code in _PASSED] if paper.invoices else []
    for number, line in enumerate(paper.lines, start=1):
        _id, name, needs_invoice = standing.categories[line.category]
        if needs_invoice and line.invoice is None:
            subject = f"{line.spent_on}/{line.amount:.2f}"
            values = {"line": str(number), "category": name, "amount": format_money(line.amount)}
            found.append(
                Check("no_invoice", CheckLevel.WARN, subject, values, catalogue()["words"]["no_invoice"])
            )
    return found
