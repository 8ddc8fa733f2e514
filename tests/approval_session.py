"""A manager decides thirty papers by keyboard through the real page; what the test asserts and the benchmark prints."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from models.expense_claim import ClaimState, ExpenseClaim
from services import expense_claims
from services.permissions import Actor
from tests.claims import TODAY, Office, command
from tests.hands import keys, settle
from ui.pages.approvals import ApprovalsPage

PAPERS, ODD, RETURNED = 30, 7, 5


@dataclass(slots=True)
class Counted:
    """Every key that was pressed; a chord is one."""

    page: ApprovalsPage
    pressed: int = 0

    def press(self, *steps: str) -> None:
        for step in steps:
            chord = "+" in step and step.startswith("Ctrl")
            self.pressed += 1 if chord or len(step) == 1 or step == "Space" else len(step)
            keys(step, within=QApplication.activeModalWidget() or self.page)
            settle(self.page.desk.tasks)


def prepare(office: Office) -> None:
    """A year of usual papers, a reason given before, and thirty that wait: seven of them far above the usual."""
    for amount in ("90", "100", "110", "100", "120"):
        office.paid(office.draft(amount))
    for reason in ("缺发票", "事由不清"):
        paper = office.submit(office.save(office.draft("100")))
        with office.writing() as session:
            expense_claims.return_(session, office.head, paper.id, paper.version, command(), reason=reason)
    for number in range(PAPERS):
        amount = f"{900 + number}" if number < ODD else f"{80 + number}"
        office.submit(office.save(office.draft(amount)))


def decide(page: ApprovalsPage, deputy: Actor) -> Counted:
    """All at once after the summary; the odd ones one by one: five go back, one is referred, one is all right."""
    hand = Counted(page)
    hand.press("Ctrl+A", "Ctrl+Return")  # the summary: the odd ones stand first and are not ticked
    hand.press("⏎")
    for place in range(RETURNED):
        hand.press("Ctrl+Backspace", str(1 + place % 2), "Ctrl+S")
    hand.press("Ctrl+R", deputy.login, "⏎", "⏎", "x", "Ctrl+S")
    hand.press("Ctrl+Return")
    return hand


def states(office: Office) -> dict[str, int]:
    """How the thirty stand."""
    with office.database.read() as session:
        papers = (
            session.query(ExpenseClaim)
            .filter(ExpenseClaim.state != ClaimState.PAID)
            .order_by(ExpenseClaim.id)
        )
        found = [paper.state.value for paper in papers][2:]
    return {state: found.count(state) for state in sorted(set(found))}


def expected() -> dict[str, int]:
    return {"returned": RETURNED, "submitted": 1, "to_pay": PAPERS - RETURNED - 1}


__all__ = ["PAPERS", "TODAY", "Counted", "decide", "expected", "prepare", "states"]
