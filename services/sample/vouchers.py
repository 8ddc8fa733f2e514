"""The vouchers of the sample: a number for every payment of the year, a void one, every month but this one bound."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from models.bank_account import BankAccount
from models.expense_claim import ClaimState, ExpenseClaim
from services import (
    calendars,
    users,
    voucher_fill,
    voucher_months,
)
from services.audit import AuditRow
from services.database import Session, now
from services.months import last_day
from services.permissions import open_to_all
from services.sample.acts import CASHIER
from services.sample.catalogue import catalogue
from services.sample.company import Standing
from services.sample.planned import PlannedPaper

_BOUND_ON = 3  # working days after the month's end


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
    """Map the accounts, bind every month that is over and complete."""
    cashier = users.actor_of(session, standing.users[CASHIER][0])
    _map_accounts(session)
    for row in reversed(voucher_months.months(session, cashier)):
        if row.month < today.replace(day=1) and not row.waiting:
            day = min(calendars.add_working_days(last_day(row.month), _BOUND_ON), today)
            voucher_months.bind(session, cashier, row.month, f"sample-bind-{row.month}", today=day)


def _map_accounts(session: Session) -> None:
    """The accounts of the books that the accountant gave the bank accounts."""
    accounts = session.scalars(select(BankAccount).order_by(BankAccount.id))
    for account, code in zip(accounts, catalogue()["accounts"]["banks"], strict=False):
        account.account_code = account.account_code or code
    session.flush()
