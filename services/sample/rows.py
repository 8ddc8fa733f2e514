"""The planned papers as rows of the database, with their approvals, invoices, files and history."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from models.approval import ApprovalDecision, ApprovalStep, Decision, StepState
from models.attachment import Attachment
from models.expense_claim import (
    AdvanceOffset,
    ClaimState,
    ExpenseClaim,
    ExpenseLine,
    PaperKind,
    PaymentMethod,
)
from models.invoice import Invoice
from models.setting import NumberSequence
from services import attachments, calendars, claim_rules, search
from services.audit import AuditRow, append_many
from services.database import Database, Session
from services.invoices.model import InvoiceKind
from services.invoices.numbers import invoice_key
from services.sample.company import Standing, insert_rows, stamp
from services.sample.invoice_files import invoice_xml
from services.sample.plan import PlannedInvoice, PlannedLine, PlannedPaper

SERIES = {PaperKind.CLAIM: "BX", PaperKind.ADVANCE: "JK"}
CLERK, CASHIER = "wangxue", "sunqian"


class Writer:
    """Collects the rows of all papers, then writes each table in one go."""

    def __init__(self, session: Session, standing: Standing) -> None:
        self.session = session
        self.standing = standing
        self.claims: list[dict[str, Any]] = []
        self.lines: list[dict[str, Any]] = []
        self.invoices: list[dict[str, Any]] = []
        self.files: list[dict[str, Any]] = []
        self.steps: list[dict[str, Any]] = []
        self.decisions: list[dict[str, Any]] = []
        self.offsets: list[dict[str, Any]] = []
        self.history: list[AuditRow] = []
        self.last: dict[str, int] = defaultdict(int)

    def add(self, paper: PlannedPaper, folder: Database | None) -> None:
        """One paper; its invoices get real files where `folder` is given."""
        paper.id = len(self.claims) + 1
        series = f"{SERIES[paper.kind]}-{paper.business_date.year}"
        self.last[series] += 1
        paper.number = f"{series}-{self.last[series]:04d}"
        self.claims.append(self._claim(paper))
        for position, line in enumerate(paper.lines, start=1):
            self._line(paper, position, line, folder)
        self._approvals(paper)
        if paper.offset:
            advance, amount = paper.offset
            self.offsets.append({"claim_id": paper.id, "advance_id": advance.id, "amount": amount})
        self._remember(paper)

    def write(self) -> None:
        """Everything into the database, parents first."""
        for table, rows in (
            (ExpenseClaim, self.claims),
            (Attachment, self.files),
            (Invoice, self.invoices),
            (ExpenseLine, self.lines),
            (AdvanceOffset, self.offsets),
            (ApprovalStep, self.steps),
            (ApprovalDecision, self.decisions),
        ):
            insert_rows(self.session, table, rows)
        insert_rows(
            self.session,
            NumberSequence,
            [{"series": series, "last": last} for series, last in self.last.items()],
        )
        append_many(self.session, sorted(self.history, key=lambda row: row.at))

    def _claim(self, paper: PlannedPaper) -> dict[str, Any]:
        person = paper.claimant
        department_id, department, _head = self.standing.departments[person.department]
        clerk_id, _clerk = self.standing.users[CLERK]
        project_id, project = paper.project or (None, "")
        pending = next((step for step in paper.steps if step.state is StepState.PENDING), None)
        offset = paper.offset[1] if paper.offset else Decimal(0)
        last = paper.paid_at or max((step.decided_at for step in paper.steps if step.decided_at), default=None)
        return {
            "id": paper.id,
            "kind": paper.kind,
            "number": paper.number,
            "state": paper.state,
            "round": 1,
            "claimant_id": person.id,
            "department_id": department_id,
            "project_id": project_id,
            "created_by_id": clerk_id,
            "submitted_by_id": clerk_id,
            "business_date": paper.business_date,
            "purpose": paper.purpose,
            "amount": paper.amount,
            "tax": paper.tax,
            "sanctioned": paper.amount,
            "offset_total": offset,
            "outstanding": paper.outstanding,
            "invoice_count": sum(line.invoice is not None for line in paper.lines),
            "attachment_count": 0,
            "doubt_count": 0,
            "due_on": paper.due_on,
            "submitted_on": paper.business_date,
            "pay_by": calendars.add_working_days(paper.business_date, claim_rules.promise_days(paper.business_date)),
            **self._payment(paper),
            "company_name": self.standing.company,
            "claimant_name": person.name,
            "department_name": department,
            "project_name": project,
            "holder_name": pending.user_name if pending else "",
            "state_note": "",
            "reverses_id": None,
            "search_text": self._found_by(paper, department, project),
            **(stamp(paper.submitted_at) | {"updated_at": last or paper.submitted_at}),
        }

    def _payment(self, paper: PlannedPaper) -> dict[str, Any]:
        paid = paper.state is ClaimState.PAID and paper.paid_at is not None
        return {
            "paid_on": paper.paid_at.astimezone().date() if paid and paper.paid_at else None,
            "paid_from_id": self.standing.accounts[0] if paid else None,
            "paid_from_name": "招商银行基本户" if paid else "",
            "payment_method": PaymentMethod.TRANSFER if paid else None,
            "payment_note": "",
            "paid_by_name": self.standing.users[CASHIER][1] if paid else "",
        }

    def _found_by(self, paper: PlannedPaper, department: str, project: str) -> str:
        bills = [line.invoice for line in paper.lines if line.invoice]
        return search.text_for(
            paper.number,
            paper.claimant.name,
            department,
            paper.purpose,
            project,
            f"{paper.amount:.2f}",
            *(f"{bill.number} {bill.seller}" for bill in bills),
        )

    def _line(self, paper: PlannedPaper, position: int, line: PlannedLine, folder: Database | None) -> None:
        category_id, category, _needs = self.standing.categories[line.category]
        project_id, project = paper.project or (None, "")
        self.lines.append(
            {
                "claim_id": paper.id,
                "position": position,
                "category_id": category_id,
                "category_name": category,
                "spent_on": line.spent_on,
                "spent_to": line.spent_to,
                "description": line.description,
                "amount": line.amount,
                "tax": line.invoice.tax if line.invoice else Decimal(0),
                "sanctioned": line.amount,
                "project_id": project_id,
                "project_name": project,
                "invoice_id": self._invoice(paper, line.invoice, folder) if line.invoice else None,
            },
        )

    def _invoice(self, paper: PlannedPaper, bill: PlannedInvoice, folder: Database | None) -> int:
        key = invoice_key("", bill.number)
        attachment_id, sha256 = self._file(paper, bill, folder)
        self.invoices.append(
            {
                "id": len(self.invoices) + 1,
                "claim_id": paper.id,
                "attachment_id": attachment_id,
                "kind": InvoiceKind.DIGITAL_ORDINARY.value,
                "code": "",
                "number": bill.number,
                "number_key": key,
                "used_key": key,
                "issued_on": bill.issued_on,
                "net": bill.net,
                "tax": bill.tax,
                "total": bill.total,
                "buyer_name": self.standing.company,
                "buyer_tax_id": self.standing.tax_id,
                "seller_name": bill.seller,
                "seller_tax_id": bill.seller_tax_id,
                "check_code": "",
                "red_letter": False,
                "lines": [{"name": bill.words, "amount": f"{bill.net:.2f}", "tax": f"{bill.tax:.2f}"}],
                "sources": {},
                "file_sha256": sha256,
                **stamp(paper.submitted_at),
            },
        )
        return len(self.invoices)

    def _file(self, paper: PlannedPaper, bill: PlannedInvoice, database: Database | None) -> tuple[int | None, str]:
        if database is None:
            return None, ""
        content = invoice_xml(bill, self.standing.company, self.standing.tax_id)
        sha256 = attachments.keep_bytes(database.folder, content)
        row = {
            "id": len(self.files) + 1,
            "record_kind": "expense_claim",
            "record_id": paper.id,
            "name": f"{bill.number}.xml",
            "sha256": sha256,
            "size": len(content),
            **stamp(paper.submitted_at),
        }
        self.files.append(row)
        self.claims[-1]["attachment_count"] += 1
        return len(self.files), sha256

    def _approvals(self, paper: PlannedPaper) -> None:
        clerk = self.standing.users[CLERK]
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
                    "reason": step.reason,
                    **stamp(step.decided_at or paper.submitted_at),
                },
            )
            if step.decided_at is not None:
                user = (step.user_id, step.user_name)
                self._decision(paper, len(self.steps), Decision.APPROVE, user, step.decided_at)

    def _decision(
        self, paper: PlannedPaper, step: int | None, decision: Decision, user: tuple[int, str], at: Any
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
        if decision is Decision.APPROVE:
            self._history(at, user, "approve", paper, {"level": paper.steps[0].label})

    def _remember(self, paper: PlannedPaper) -> None:
        clerk = self.standing.users[CLERK]
        values: dict[str, object] = {"number": paper.number, "amount": f"{paper.amount:.2f}"}
        self._history(paper.submitted_at, clerk, "create", paper, values)
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
        self, at: Any, user: tuple[int, str], action: str, paper: PlannedPaper, changes: dict[str, object]
    ) -> None:
        self.history.append(AuditRow(at, user[0], user[1], action, "expense_claim", paper.id, changes))


def recent(paper: PlannedPaper, today: date) -> bool:
    """Whether the paper is young enough to have its invoice files here."""
    return (today - paper.business_date).days <= 45
