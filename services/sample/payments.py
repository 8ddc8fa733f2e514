"""Payment batches of the sample: one settled last month with its slip, one at the bank with a bounce, one not sent yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import func, select

from models.audit import AuditEntry
from models.expense_claim import ClaimState, ExpenseClaim
from models.payment import BankFormat, PaymentLine
from services import (
    approval_steps,
    bank_files,
    bank_formats,
    calendars,
    expense_claims,
    payment_batches,
    payment_confirmations,
    users,
)
from services.claim_records import paper_of
from services.claim_values import Saved
from services.database import Session, at_moment, now
from services.expense_claims import ClaimDraft, LineDraft
from services.permissions import Actor, Permission, open_to_all
from services.sample.acts import CASHIER
from services.sample.company import Standing
from services.sample.hours import moments

# who, for what, how many days away
_SENT = (
    ("李文静", "襄阳地形图外业补助", 6),
    ("彭涛", "黄石矿山监测补助", 4),
    ("高翔", "荆州宅基地确权补助", 5),
    ("何俊", "光谷管线普查补助", 3),
)
_OPEN = (("周凯", "智慧园区驻场补助", 3), ("赵明远", "鄂州水利测量补助", 4), ("范晓", "停车场巡检补助", 2))
_A_DAY = 160
_REASON = "收款账户已销户，款项已退回"


@open_to_all("a step of making the sample, before anybody is there")
def write_payments(session: Session, standing: Standing, today: date) -> None:
    """What the cashier does today, through the real services."""
    last = session.scalar(select(func.max(AuditEntry.at))) or now()
    times = moments(today, 4 * (len(_SENT) + len(_OPEN)) + 8, after=last, now=now())
    cashier = users.actor_of(session, standing.users[CASHIER][0])
    with at_moment(next(times)):
        bank_formats.load_usual(session, cashier)
    desk = _Desk(session, standing, cashier, today, times)
    sent = desk.batch(_SENT)
    desk.answered(sent)
    desk.batch(_OPEN)


class _Desk:
    """The cashier's afternoon."""

    def __init__(
        self, session: Session, standing: Standing, cashier: Actor, today: date, times: Iterator[datetime]
    ) -> None:
        self.session = session
        self.standing = standing
        self.cashier = cashier
        self.today = today
        self.day = calendars.add_working_days(today, -1)
        self.times = times
        self.commands = 0

    def batch(self, rows: Sequence[tuple[str, str, int]]) -> Saved:
        """Papers of yesterday, approved, put into one batch."""
        papers = [self._approved(*row) for row in rows]
        with at_moment(next(self.times)):
            return payment_batches.make(
                self.session,
                self.cashier,
                papers,
                account_id=self.standing.accounts[0],
                paid_on=self.today,
                command_id=self._command(),
                today=self.today,
            )

    def answered(self, batch: Saved) -> None:
        """The file is written; three transfers arrived, one of them came back, one is still under way."""
        session, cashier = self.session, self.cashier
        usual = session.scalar(select(BankFormat.id).where(BankFormat.code == "generic")) or 0
        with at_moment(next(self.times)):
            sent = bank_files.write(
                session, cashier, batch.id, batch.version, usual, command_id=self._command()
            )
        lines = list(
            session.scalars(
                select(PaymentLine.id).where(PaymentLine.batch_id == batch.id).order_by(PaymentLine.position)
            )
        )
        with at_moment(next(self.times)):
            paid = payment_confirmations.confirm(
                session,
                cashier,
                batch.id,
                sent.batch.version,
                lines[:3],
                paid_on=self.today,
                command_id=self._command(),
                today=self.today,
            )
        with at_moment(next(self.times)):
            payment_confirmations.bounce(
                session,
                cashier,
                batch.id,
                paid.version,
                lines[2:3],
                reason=_REASON,
                command_id=self._command(),
                today=self.today,
            )

    def _approved(self, name: str, purpose: str, days: int) -> int:
        person = self.standing.people[name]
        clerk = users.actor_of(self.session, self.standing.clerk_of(person.department)[0])
        draft = ClaimDraft(
            claimant_id=person.id,
            department_id=self.standing.departments[person.department][0],
            business_date=self.day,
            purpose=purpose,
            lines=(
                LineDraft(
                    self.standing.categories["allowance"][0],
                    self.day - timedelta(days=days),
                    spent_to=self.day - timedelta(days=1),
                    description=purpose,
                    amount=Decimal(_A_DAY * days),
                ),
            ),
        )
        with at_moment(next(self.times)):
            saved = expense_claims.save(self.session, clerk, draft, today=self.day)
        with at_moment(next(self.times)):
            saved = expense_claims.submit(
                self.session, clerk, saved.id, saved.version, self._command(), today=self.day
            )
        return self._decided(saved)

    def _decided(self, saved: Saved) -> int:
        while (paper := self.session.get_one(ExpenseClaim, saved.id)).state is ClaimState.SUBMITTED:
            holder = self._asked(paper)
            with at_moment(next(self.times)):
                saved = expense_claims.approve(self.session, holder, saved.id, saved.version, self._command())
        return saved.id

    def _asked(self, paper: ExpenseClaim) -> Actor:
        """Whoever may decide now, be it in somebody else's place."""
        people = (users.actor_of(self.session, user_id) for user_id, _name in self.standing.users.values())
        return next(
            one
            for one in people
            if one.can(Permission.CLAIM_DECIDE) and approval_steps.asked(self.session, one, paper_of(paper))
        )

    def _command(self) -> str:
        self.commands += 1
        return f"sample-payments-{self.commands}"
