"""The vouchers of the sample: a number for every payment of the year, a void one, every month but this one bound."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select

from models.bank_account import BankAccount
from models.expense_claim import ClaimState, ExpenseClaim, PaperKind, PaymentMethod
from models.payment import BatchState, PaymentBatch, PaymentLine, PaymentState
from models.voucher import Voucher
from services import (
    audit,
    calendars,
    expense_claims,
    numbering,
    users,
    voucher_fill,
    voucher_months,
    vouchers,
)
from services.audit import AuditRow
from services.claim_records import cashiers, hold
from services.database import Session, now
from services.permissions import Actor, open_to_all
from services.sample.acts import CASHIER
from services.sample.catalogue import catalogue
from services.sample.company import Standing
from services.sample.planned import PlannedPaper
from services.vouchers import after

_BOUND_ON = 3  # working days after the month's end
_BOUNCED = "退汇：收款账号与户名不符"


@open_to_all("a step of making the sample, before anybody is there")
def number_year(session: Session, standing: Standing, papers: Sequence[PlannedPaper]) -> list[AuditRow]:
    """Number what was paid in the year, in the order it was paid; the rows of its history."""
    paid_at = {paper.id: paper.paid_at for paper in papers if paper.paid_at is not None}
    found = session.scalars(
        select(ExpenseClaim)
        .where(ExpenseClaim.state == ClaimState.PAID, ExpenseClaim.id.in_(paid_at))
        .order_by(ExpenseClaim.paid_on, ExpenseClaim.id)
    ).all()
    cashier = standing.users[CASHIER]
    return [
        AuditRow(paid_at[row["claim_id"]], *cashier, "number", "expense_claim", row["claim_id"], {"voucher": row["label"]})
        for row in voucher_fill.write(session, found, now())
    ]  # fmt: skip


@open_to_all("a step of making the sample, before anybody is there")
def close_months(session: Session, standing: Standing, today: date) -> None:
    """Map the accounts, send one payment of this month back, bind every month that is over and complete."""
    cashier = users.actor_of(session, standing.users[CASHIER][0])
    _map_accounts(session)
    _send_back(session, cashier, today)
    for row in reversed(voucher_months.months(session, cashier)):
        if row.month < today.replace(day=1) and not row.waiting:
            day = min(calendars.add_working_days(after(row.month) - timedelta(days=1), _BOUND_ON), today)
            voucher_months.bind(session, cashier, row.month, f"sample-bind-{row.month}", today=day)


def _map_accounts(session: Session) -> None:
    """The accounts of the books that the accountant gave the bank accounts."""
    accounts = session.scalars(select(BankAccount).order_by(BankAccount.id))
    for account, code in zip(accounts, catalogue()["accounts"]["banks"], strict=False):
        account.account_code = account.account_code or code
    session.flush()


def _send_back(session: Session, cashier: Actor, today: date) -> None:
    """A payment the bank sent back: its number is void, and the paper is paid once more."""
    claim = session.scalar(
        select(ExpenseClaim)
        .join(Voucher, Voucher.claim_id == ExpenseClaim.id)
        .where(
            Voucher.month == today.replace(day=1),
            ExpenseClaim.state == ClaimState.PAID,
            ExpenseClaim.kind == PaperKind.CLAIM,
            ExpenseClaim.offset_total == 0,
            ExpenseClaim.paid_from_id.is_not(None),
        )
        .order_by(Voucher.id)
        .limit(1)
    )
    if claim is None or claim.paid_from_id is None or claim.paid_on is None:
        return
    _bounced(session, cashier, claim)
    vouchers.void(session, cashier, claim, _BOUNCED)
    account, claim.paid_on = claim.paid_from_id, None
    claim.state, claim.state_note, claim.late_days = ClaimState.TO_PAY, _BOUNCED, None
    hold(claim, cashiers(session))
    audit.record(session, cashier, "unconfirm", claim, reason=_BOUNCED)
    session.flush()
    expense_claims.pay(
        session,
        cashier,
        claim.id,
        claim.version,
        account_id=account,
        method=PaymentMethod.TRANSFER,
        paid_on=today,
        command_id="sample-paid-again",
        today=today,
    )


def _bounced(session: Session, cashier: Actor, claim: ExpenseClaim) -> None:
    """The batch whose only line came back."""
    assert claim.paid_from_id is not None
    assert claim.paid_on is not None
    amount = claim.sanctioned
    line = PaymentLine(
        position=0,
        claim_id=claim.id,
        claim_number=claim.number,
        payee_name=claim.claimant_name,
        amount=amount,
        purpose=claim.purpose,
        state=PaymentState.BOUNCED,
        reason=_BOUNCED,
        settled_on=claim.paid_on,
    )
    batch = PaymentBatch(
        number=numbering.next_number(session, f"PC-{claim.paid_on.year}"),
        state=BatchState.SETTLED,
        account_id=claim.paid_from_id,
        account_name=claim.paid_from_name,
        paid_on=claim.paid_on,
        count=1,
        total=amount,
        bounced_count=1,
        settled_on=claim.paid_on,
        made_by_id=cashier.user_id,
        made_by_name=cashier.name,
        lines=[line],
    )
    audit.record(session, cashier, "create", batch)
    session.flush()
