"""What was done with the planned papers, as rows: steps of approval, decisions, the history."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from models.approval import ApprovalDecision, ApprovalStep, Decision
from services.audit import AuditRow, append_many
from services.database import Session
from services.sample.company import Standing, insert_rows, stamp
from services.sample.planned import PlannedPaper

CASHIER = "sunqian"
TYPING = timedelta(minutes=12)


class Acts:
    """Collects what people did, then writes it in the order of time."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.steps: list[dict[str, Any]] = []
        self.decisions: list[dict[str, Any]] = []
        self.history: list[AuditRow] = []

    def add(self, paper: PlannedPaper) -> None:
        """Everything that happened to one paper, whose id and number are known by now."""
        self._remember(paper)
        self._approvals(paper)

    def write(self, session: Session) -> None:
        """Into the database, where the papers stand already."""
        insert_rows(session, ApprovalStep, self.steps)
        insert_rows(session, ApprovalDecision, self.decisions)
        append_many(session, sorted(self.history, key=lambda row: row.at))

    def _approvals(self, paper: PlannedPaper) -> None:
        clerk = self.standing.clerk_of(paper.claimant.department)
        self._decision(paper, None, Decision.SUBMIT, clerk, paper.submitted_at)
        for step in paper.steps:
            decided = step.decided_at is not None
            self.steps.append(
                {
                    "id": len(self.steps) + 1,
                    "paper_kind": paper.kind.value,
                    "paper_id": paper.id,
                    "round": 1,
                    "level": step.level,
                    "label": step.label,
                    "state": step.state,
                    "approver_id": step.user_id,
                    "role": None,
                    "approver_name": step.user_name,
                    "decided_by_id": step.user_id if decided else None,
                    "decided_by_name": step.user_name if decided else "",
                    "decided_at": step.decided_at,
                    "reason": "",
                    **stamp(step.decided_at or paper.submitted_at),
                },
            )
            if step.decided_at is not None:
                user = (step.user_id, step.user_name)
                self._decision(paper, len(self.steps), Decision.APPROVE, user, step.decided_at)
                last = step is paper.steps[-1]
                moved: dict[str, object] = {"state": ["submitted", "to_pay"]} if last else {}
                self._history(step.decided_at, user, "approve", paper, {"level": step.label} | moved)

    def _decision(
        self, paper: PlannedPaper, step: int | None, decision: Decision, user: tuple[int, str], at: datetime
    ) -> None:
        self.decisions.append(
            {
                "paper_kind": paper.kind.value,
                "paper_id": paper.id,
                "round": 1,
                "step_id": step,
                "decision": decision,
                "user_id": user[0],
                "user_name": user[1],
                "reason": "",
                "at": at,
                "command_id": f"sample-{len(self.decisions) + 1}",
            },
        )

    def _remember(self, paper: PlannedPaper) -> None:
        clerk = self.standing.clerk_of(paper.claimant.department)
        values: dict[str, object] = {"number": paper.number, "amount": f"{paper.amount:.2f}"}
        self._history(paper.submitted_at - TYPING, clerk, "create", paper, values)
        self._history(paper.submitted_at, clerk, "submit", paper, {"state": ["draft", "submitted"]})
        if paper.paid_at is not None:
            self._history(
                paper.paid_at,
                self.standing.users[CASHIER],
                "pay",
                paper,
                {"state": ["to_pay", "paid"]},
            )

    def _history(
        self,
        at: datetime,
        user: tuple[int, str],
        action: str,
        paper: PlannedPaper,
        changes: dict[str, object],
    ) -> None:
        self.history.append(AuditRow(at, user[0], user[1], action, "expense_claim", paper.id, changes))
