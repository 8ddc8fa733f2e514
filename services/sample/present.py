"""What happens in the sample company today, done by its people through the real services."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, select

from models.audit import AuditEntry
from models.expense_claim import ExpenseClaim, PaperKind, PaymentMethod
from services import expense_claims, users
from services.database import Session, at_moment, now
from services.expense_claims import ClaimDraft, LineDraft, OffsetDraft
from services.invoices.model import Reading, ReadInvoice
from services.permissions import Actor, open_to_all
from services.sample.acts import CASHIER
from services.sample.catalogue import catalogue
from services.sample.company import Standing
from services.sample.hours import moments
from services.sample.invoice_files import as_read, invoice_file, invoice_from


@open_to_all("a step of making the sample, before anybody is there")
def act_today(session: Session, standing: Standing, today: date, random: Random) -> None:
    """Write, submit, decide and pay the papers that company.toml has for today."""
    with tempfile.TemporaryDirectory() as folder:
        rows = catalogue()["today"]
        count = sum(1 + len(row.get("then", [])) for row in rows)
        last = session.scalar(select(func.max(AuditEntry.at))) or now()
        times = moments(today, count, after=last, now=now())
        stage = _Stage(session, standing, today, random, Path(folder), times)
        for row in rows:
            stage.play(row)


class _Stage:
    """One day: who acts, and where the invoices lie before they are claimed."""

    def __init__(
        self,
        session: Session,
        standing: Standing,
        today: date,
        random: Random,
        folder: Path,
        times: Iterator[datetime],
    ) -> None:
        self.session = session
        self.standing = standing
        self.today = today
        self.random = random
        self.folder = folder
        self.times = times
        self.acts = 0
        self.clerk: Actor

    def play(self, row: dict[str, Any]) -> None:
        """One paper and everything that is done with it."""
        department = self.standing.people[row["claimant"]].department
        self.clerk = self._actor(self.standing.clerk_of(department)[1])
        with at_moment(next(self.times)):
            paper = self._draft(row) if row.get("lines") else self._save(self._begun(row))
        for act, *words in row.get("then", []):
            with at_moment(next(self.times)):
                getattr(self, f"_{act}")(paper, *words)
                self.session.flush()

    def _begun(self, row: dict[str, Any]) -> ClaimDraft:
        person = self.standing.people[row["claimant"]]
        projects = self.standing.projects.get(person.department, [])
        project = next((known[0] for known in projects if known[1].startswith(row.get("project", "-"))), None)
        advance = "advance" in row
        return ClaimDraft(
            kind=PaperKind.ADVANCE if advance else PaperKind.CLAIM,
            claimant_id=person.id,
            department_id=self.standing.departments[person.department][0],
            project_id=project,
            business_date=self.today,
            purpose=row["purpose"],
            due_on=self.today + timedelta(days=30) if advance else None,
            amount=Decimal(row.get("advance", 0)),
        )

    def _draft(self, row: dict[str, Any]) -> int:
        """The claim: invoice files read in, then every line as the clerk corrects it."""
        files = [self._file(line) for line in row["lines"] if line[0] not in row.get("without_invoice", [])]
        draft = self._begun(row)
        if files:
            readings = [reading for _path, reading in files]
            paths = [path for path, _reading in files]
            made = expense_claims.draft_from_invoices(
                self.session, self.clerk, readings, paths, today=self.today, draft=draft
            )
            draft = made.draft
        read = list(draft.lines)
        lines = tuple(self._line(line, row, read) for line in row["lines"])
        reasons = {}
        if "reason" in row or ["submit"] in row.get("then", []):
            checks = expense_claims.check_draft(
                self.session, self.clerk, replace(draft, lines=lines), today=self.today
            )
            reason = row.get("reason", catalogue()["words"]["over_limit"])
            reasons = {check.key: reason for check in checks if check.level == "warn"}
        return self._save(replace(draft, lines=lines, offsets=self._offsets(row), reasons=reasons))

    def _line(self, line: list[Any], row: dict[str, Any], read: list[LineDraft]) -> LineDraft:
        category, words, amount, ago, days = line
        first = self.today - timedelta(days=ago)
        corrected = {
            "category_id": self.standing.categories[category][0],
            "spent_on": first,
            "spent_to": first + timedelta(days=days) if days else None,
            "description": words,
        }
        if category in row.get("without_invoice", []):
            return LineDraft(**corrected, amount=Decimal(amount))
        return replace(read.pop(0), **corrected)

    def _file(self, line: list[Any]) -> tuple[Path, Reading]:
        category, _words, amount, ago, days = line
        day = self.today - timedelta(days=ago - days)
        bill = invoice_from(category, day, Decimal(amount), self.random)
        name, content = invoice_file(bill, self.standing.company, self.standing.tax_id)
        path = self.folder / name
        path.write_bytes(content)
        found: ReadInvoice = as_read(bill, self.standing.company, self.standing.tax_id)
        return path, Reading(path.name, sha256(content).hexdigest(), found)

    def _offsets(self, row: dict[str, Any]) -> tuple[OffsetDraft, ...]:
        if "offset" not in row:
            return ()
        claimant_id = self.standing.people[row["claimant"]].id
        open_ones = expense_claims.open_advances(self.session, self.clerk, claimant_id, today=self.today)
        return (OffsetDraft(open_ones[0].id, Decimal(row["offset"])),)

    def _save(self, draft: ClaimDraft) -> int:
        return expense_claims.save(self.session, self.clerk, draft, today=self.today).id

    def _submit(self, paper: int) -> None:
        expense_claims.submit(
            self.session, self.clerk, paper, self._version(paper), self._command(), today=self.today
        )

    def _withdraw(self, paper: int, reason: str) -> None:
        expense_claims.withdraw(
            self.session, self.clerk, paper, self._version(paper), self._command(), reason=reason
        )

    def _approve(self, paper: int) -> None:
        expense_claims.approve(
            self.session, self._holder(paper), paper, self._version(paper), self._command()
        )

    def _return(self, paper: int, reason: str) -> None:
        expense_claims.return_(
            self.session, self._holder(paper), paper, self._version(paper), self._command(), reason=reason
        )

    def _grant(self, paper: int, amount: str, note: str) -> None:
        expense_claims.sanction(
            self.session,
            self._holder(paper),
            paper,
            self._version(paper),
            {0: Decimal(amount)},
            note=note,
            command_id=self._command(),
        )

    def _pay(self, paper: int) -> None:
        expense_claims.pay(
            self.session,
            self._actor(self.standing.users[CASHIER][1]),
            paper,
            self._version(paper),
            account_id=self.standing.accounts[0],
            method=PaymentMethod.TRANSFER,
            paid_on=self.today,
            command_id=self._command(),
            today=self.today,
        )

    def _void(self, paper: int, reason: str) -> None:
        expense_claims.void(
            self.session,
            self._actor(self.standing.users[CASHIER][1]),
            paper,
            self._version(paper),
            reason=reason,
            command_id=self._command(),
            today=self.today,
        )

    def _holder(self, paper: int) -> Actor:
        return self._actor(self.session.get_one(ExpenseClaim, paper).holder_name)

    def _actor(self, name: str) -> Actor:
        return users.actor_of(self.session, self.standing.user_of(name)[0])

    def _version(self, paper: int) -> int:
        found = self.session.scalar(select(ExpenseClaim.version).where(ExpenseClaim.id == paper))
        assert found is not None, "just saved"
        return found

    def _command(self) -> str:
        self.acts += 1
        return f"sample-today-{self.acts}"
