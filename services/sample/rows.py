"""The planned papers as rows of the database, with their invoices, files and checks."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, update

from models.approval import StepState
from models.attachment import Attachment
from models.expense_claim import (
    AdvanceOffset,
    CheckLevel,
    ClaimCheck,
    ClaimState,
    ExpenseClaim,
    ExpenseLine,
    PaperKind,
    PaymentMethod,
)
from models.invoice import Invoice, InvoiceState
from models.setting import NumberSequence
from services import attachments, calendars, search
from services.database import Session
from services.invoices.model import InvoiceKind
from services.invoices.numbers import invoice_key
from services.sample.acts import CASHIER, TYPING, Acts
from services.sample.catalogue import catalogue
from services.sample.checks import checks_of
from services.sample.company import Standing, insert_rows, stamp
from services.sample.invoice_files import invoice_file
from services.sample.planned import PlannedInvoice, PlannedLine, PlannedPaper
from services.sample.vouchers import number_year

SERIES = {PaperKind.CLAIM: "BX", PaperKind.ADVANCE: "JK"}
# the guards of the database let a paper go from one state to the next only
_PAGES_ONE_IN = 8  # files of past papers: drawing all would take long
_WAY = (ClaimState.SUBMITTED, ClaimState.TO_PAY, ClaimState.PAID)


class Writer:
    """Collects the rows of all papers, then writes each table in one go."""

    def __init__(self, session: Session, standing: Standing, promise: int, folder: Path) -> None:
        self.session = session
        self.standing = standing
        self.promise = promise
        self.folder = folder
        self.claims: list[dict[str, Any]] = []
        self.lines: list[dict[str, Any]] = []
        self.checks: list[dict[str, Any]] = []
        self.invoices: list[dict[str, Any]] = []
        self.files: list[dict[str, Any]] = []
        self.offsets: list[dict[str, Any]] = []
        self.acts = Acts(standing)
        self.planned: list[PlannedPaper] = []
        self.states: list[tuple[int, ClaimState]] = []
        self.last: dict[str, int] = defaultdict(int)

    def add(self, paper: PlannedPaper, *, with_files: bool) -> None:
        """One paper; `with_files` gives its invoices real files."""
        paper.id = len(self.claims) + 1
        series = f"{SERIES[paper.kind]}-{paper.business_date.year}"
        self.last[series] += 1
        paper.number = f"{series}-{self.last[series]:04d}"
        self.claims.append(self._claim(paper))
        self.states.append((paper.id, paper.state))
        for position, line in enumerate(paper.lines):
            self._line(paper, position, line, with_files=with_files)
        for position, check in enumerate(checks_of(paper, self.standing)):
            self.checks.append(
                {"claim_id": paper.id, "position": position, "code": check.code, "subject": check.subject}
                | {"level": check.level, "values": check.values, "reason": check.reason},
            )
            self.claims[-1]["doubt_count"] += check.level is not CheckLevel.OK
        if paper.offset:
            advance, amount = paper.offset
            self.offsets.append({"claim_id": paper.id, "advance_id": advance.id, "amount": amount})
        self.acts.add(paper)
        self.planned.append(paper)

    def write(self) -> None:
        """Everything into the database, parents first."""
        for table, rows in (
            (ExpenseClaim, self.claims),
            (Attachment, self.files),
            (Invoice, self.invoices),
            (ExpenseLine, self.lines),
            (AdvanceOffset, self.offsets),
            (ClaimCheck, self.checks),
        ):
            insert_rows(self.session, table, rows)
        self._go_on()
        insert_rows(
            self.session,
            NumberSequence,
            [{"series": series, "last": last} for series, last in self.last.items()],
        )
        self.acts.history += number_year(self.session, self.standing, self.planned)
        self.acts.write(self.session)

    def _go_on(self) -> None:
        """Every paper from draft to where it is: lines are only taken by drafts."""
        table = ExpenseClaim.metadata.tables[ExpenseClaim.__tablename__]
        change = update(table).where(table.c.id == bindparam("paper")).values(state=bindparam("next"))
        for place, state in enumerate(_WAY):
            reached = [
                {"paper": paper, "next": state} for paper, last in self.states if _WAY.index(last) >= place
            ]
            if reached:
                self.session.execute(change, reached)

    def _claim(self, paper: PlannedPaper) -> dict[str, Any]:
        acted = [step.decided_at for step in paper.steps if step.decided_at]
        last = paper.paid_at or max(acted, default=paper.submitted_at)
        return {
            "id": paper.id,
            "kind": paper.kind,
            "number": paper.number,
            "state": ClaimState.DRAFT,
            "round": 1,
            "business_date": paper.business_date,
            "purpose": paper.purpose,
            "amount": paper.amount,
            "tax": paper.tax,
            "sanctioned": paper.amount,
            "offset_total": paper.offset[1] if paper.offset else Decimal(0),
            "outstanding": paper.outstanding,
            "invoice_count": len(paper.invoices),
            "attachment_count": len(paper.invoices),
            "doubt_count": 0,
            "due_on": paper.due_on,
            "submitted_on": paper.business_date,
            "pay_by": calendars.add_working_days(paper.business_date, self.promise),
            "state_note": "",
            "batch_number": "",
            "reverses_id": None,
            "held_since": None if paper.state is ClaimState.PAID else last,
            "late_days": self._late_days(paper),
            **self._people(paper),
            **self._payment(paper),
            **(stamp(paper.submitted_at - TYPING) | {"updated_at": last}),
        }

    def _late_days(self, paper: PlannedPaper) -> int | None:
        if paper.paid_at is None:
            return None
        promised = calendars.add_working_days(paper.business_date, self.promise)
        return max(calendars.working_days_between(promised, calendars.business_day(paper.paid_at)), 0)

    def _people(self, paper: PlannedPaper) -> dict[str, Any]:
        """Whose the paper is and who has it, by id and by the name that was frozen."""
        department_id, department, _head = self.standing.departments[paper.claimant.department]
        clerk_id, _clerk = self.standing.clerk_of(paper.claimant.department)
        project_id, project = paper.project or (None, "")
        pending = next((step for step in paper.steps if step.state is StepState.PENDING), None)
        return {
            "claimant_id": paper.claimant.id,
            "department_id": department_id,
            "project_id": project_id,
            "created_by_id": clerk_id,
            "submitted_by_id": clerk_id,
            "company_name": self.standing.company,
            "claimant_name": paper.claimant.name,
            "department_name": department,
            "project_name": project,
            "holder_name": pending.user_name if pending else self._cashier(paper),
            "search_text": self._found_by(paper, department, project),
        }

    def _cashier(self, paper: PlannedPaper) -> str:
        return self.standing.users[CASHIER][1] if paper.state is ClaimState.TO_PAY else ""

    def _payment(self, paper: PlannedPaper) -> dict[str, Any]:
        paid = paper.state is ClaimState.PAID and paper.paid_at is not None
        return {
            "paid_on": calendars.business_day(paper.paid_at) if paid and paper.paid_at else None,
            "paid_from_id": self.standing.accounts[0] if paid else None,
            "paid_from_name": catalogue()["bank_accounts"]["rows"][0][0] if paid else "",
            "payment_method": PaymentMethod.TRANSFER if paid else None,
            "payment_note": "",
            "paid_by_name": self.standing.users[CASHIER][1] if paid else "",
        }

    def _found_by(self, paper: PlannedPaper, department: str, project: str) -> str:
        return search.text_for(
            paper.number,
            paper.claimant.name,
            department,
            paper.purpose,
            project,
            f"{paper.amount:.2f}",
            *(part for line in paper.lines for part in (line.description, f"{line.amount:.2f}")),
            *(part for bill in paper.invoices for part in (bill.number, bill.seller)),
        )

    def _line(self, paper: PlannedPaper, position: int, line: PlannedLine, *, with_files: bool) -> None:
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
                "invoice_id": self._invoice(paper, line.invoice, with_files=with_files)
                if line.invoice
                else None,
            },
        )

    def _invoice(self, paper: PlannedPaper, bill: PlannedInvoice, *, with_files: bool) -> int:
        key = invoice_key("", bill.number)
        attachment_id, sha256 = self._file(paper, bill) if with_files else (None, "")
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
                "state": InvoiceState.USED,
                "seen_on": paper.business_date,
                "search_text": search.text_for(
                    bill.number, bill.seller, self.standing.company, f"{bill.total:.2f}"
                ),
                **stamp(paper.submitted_at),
            },
        )
        return len(self.invoices)

    def _file(self, paper: PlannedPaper, bill: PlannedInvoice) -> tuple[int, str]:
        company, tax_id = self.standing.company, self.standing.tax_id
        name, content = invoice_file(bill, company, tax_id, one_in=_PAGES_ONE_IN)
        sha256 = attachments.keep_bytes(self.folder, content)
        row = {
            "id": len(self.files) + 1,
            "record_kind": "expense_claim",
            "record_id": paper.id,
            "name": name,
            "sha256": sha256,
            "size": len(content),
            **stamp(paper.submitted_at),
        }
        self.files.append(row)
        return len(self.files), sha256
