"""Last month's batch of the sample: papers that were paid on one day, written as rows like the year they are of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from models.expense_claim import ClaimState
from models.payment import BatchState, PaymentBatch, PaymentLine, PaymentState
from models.people import Employee
from services import attachments, calendars, search
from services.audit import AuditRow
from services.bank_formats import usual
from services.bank_sheets import Paying, Payment, content
from services.database import Session
from services.money import format_money
from services.permissions import open_to_all
from services.reports.sheet import Sheet, SheetColumn, sheet_pdf
from services.sample.acts import CASHIER
from services.sample.catalogue import catalogue
from services.sample.company import insert_rows, stamp
from services.sample.planned import PlannedPaper
from services.sample.rows import Writer

_MOST = 9
_SLIP = (
    SheetColumn("序号", 5, "centre"),
    SheetColumn("收款户名", 12),
    SheetColumn("收款账号", 24),
    SheetColumn("金额", 12, "right", summed=True),
    SheetColumn("状态", 10, "centre"),
    SheetColumn("流水号", 18),
)


@open_to_all("a step of making the sample, before anybody is there")
def accounts_of(session: Session) -> dict[str, tuple[str, str]]:
    """Bank and account of everybody, by name."""
    found = session.execute(select(Employee.name, Employee.bank_name, Employee.bank_account))
    return {name: (bank, account) for name, bank, account in found}


class SettledBatch:
    """`plan` before the papers are written, `write` after them."""

    def __init__(
        self,
        writer: Writer,
        planned: Sequence[PlannedPaper],
        today: date,
        accounts: Mapping[str, tuple[str, str]],
    ) -> None:
        self.writer = writer
        self.day, self.papers = _paid_together(planned, today)
        self.number = f"PC-{self.day.year}-0001"
        self.accounts = accounts

    def plan(self) -> None:
        """The papers name their batch; what was done stands in the history in its order."""
        ids = {paper.id for paper in self.papers}
        for row in self.writer.claims:
            if row["id"] in ids:
                row |= {"batch_number": self.number, "payment_note": self.number}
        self.writer.last[f"PC-{self.day.year}"] += 1
        paid_at = max(paper.paid_at for paper in self.papers if paper.paid_at)
        user_id, name = self.writer.standing.users[CASHIER]
        numbers = "、".join(paper.number for paper in self.papers)
        told: tuple[tuple[int, str, dict[str, object]], ...] = (
            (30, "create", {"number": self.number, "papers": numbers}),
            (20, "send", {"state": ["open", "sent"]}),
            (0, "confirm", {"state": ["sent", "settled"], "papers": numbers}),
        )
        for minutes, act, changes in told:
            at = paid_at - timedelta(minutes=minutes)
            self.writer.acts.history.append(AuditRow(at, user_id, name, act, "payment_batch", 1, changes))
        for content_, file in (
            (self._file(), f"{self.number} 通用格式.xlsx"),
            (self._slip(), f"{self.number} 银行回单.pdf"),
        ):
            self._keep(content_, file, paid_at)

    def write(self, session: Session) -> None:
        """The batch and its lines, where the papers stand already."""
        paid_at = max(paper.paid_at for paper in self.papers if paper.paid_at)
        user_id, name = self.writer.standing.users[CASHIER]
        account, _kind, _bank, number = catalogue()["bank_accounts"]["rows"][0]
        total = sum((paper.amount for paper in self.papers), Decimal(0))
        count = len(self.papers)
        people = [part for paper in self.papers for part in (paper.number, paper.claimant.name)]
        batch = {
            "id": 1, "number": self.number, "state": BatchState.SETTLED, "account_id": self.writer.standing.accounts[0],
            "account_name": account, "account_number": number, "paid_on": self.day, "count": count, "total": total,
            "confirmed_count": count, "confirmed_total": total, "bounced_count": 0, "format_id": None,
            "file_name": f"{self.number} 通用格式.xlsx", "file_sha256": self.sha256, "settled_on": self.day,
            "made_by_id": user_id, "made_by_name": name, "note": "",
            "search_text": search.text_for(self.number, account, *people), **stamp(paid_at),
        }  # fmt: skip
        insert_rows(session, PaymentBatch, [batch])
        insert_rows(
            session, PaymentLine, [self._line(place, paper) for place, paper in enumerate(self.papers)]
        )

    def _line(self, place: int, paper: PlannedPaper) -> dict[str, Any]:
        bank, account = self.accounts[paper.claimant.name]
        assert paper.paid_at, "it was paid"
        return {
            "batch_id": 1, "position": place, "claim_id": paper.id, "claim_number": paper.number,
            "payee_name": paper.claimant.name, "bank_name": bank, "bank_account": account, "amount": paper.amount,
            "purpose": paper.purpose, "state": PaymentState.CONFIRMED, "reason": "",
            "bank_reference": self._reference(place), "settled_on": self.day, **stamp(paper.paid_at),
        }  # fmt: skip

    def _reference(self, place: int) -> str:
        return f"{self.day:%Y%m%d}{place + 1:06}"

    def _file(self) -> bytes:
        standing = self.writer.standing
        _name, _kind, bank, number = catalogue()["bank_accounts"]["rows"][0]
        payments = [
            Payment(paper.number, paper.claimant.name, self.accounts[paper.claimant.name][1],
                    self.accounts[paper.claimant.name][0], paper.amount, paper.purpose)
            for paper in self.papers
        ]  # fmt: skip
        made = content(usual()[0], Paying(self.number, self.day, number, standing.company, bank), payments)
        self.sha256 = attachments.keep_bytes(self.writer.folder, made)
        return made

    def _slip(self) -> bytes:
        """What the bank prints of a batch: every transfer with its number."""
        rows = [
            (str(place + 1), paper.claimant.name, self.accounts[paper.claimant.name][1],
             format_money(paper.amount), "交易成功", self._reference(place))
            for place, paper in enumerate(self.papers)
        ]  # fmt: skip
        bank = catalogue()["bank_accounts"]["rows"][0][2]
        sheet = Sheet("批量转账回单", _SLIP, rows, subtitle=f"交易日期：{self.day.isoformat()}", company=bank)
        return sheet_pdf(sheet)

    def _keep(self, made: bytes, name: str, at: Any) -> None:
        sha256 = attachments.keep_bytes(self.writer.folder, made)
        row = {"id": len(self.writer.files) + 1, "record_kind": "payment_batch", "record_id": 1}
        self.writer.files.append(row | {"name": name, "sha256": sha256, "size": len(made), **stamp(at)})


def _paid_together(planned: Sequence[PlannedPaper], today: date) -> tuple[date, list[PlannedPaper]]:
    """The day of last month on which most papers were paid, and those of them that were transferred whole."""
    before = today.replace(day=1) - timedelta(days=1)
    days: dict[date, list[PlannedPaper]] = defaultdict(list)
    for paper in planned:
        if paper.state is ClaimState.PAID and paper.paid_at is not None and paper.offset is None:
            days[calendars.business_day(paper.paid_at)].append(paper)
    wanted = [day for day in days if (day.year, day.month) == (before.year, before.month)]
    day = max(wanted, key=lambda one: (min(len(days[one]), _MOST), one))
    return day, days[day][:_MOST]
