"""Deposits of bids 投标保证金: requested through a claim, paid, back home or lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Record, one_of, real_day
from models.bid import Bid
from models.bid_terms import DepositForm, DepositKind, DepositState


class BidDeposit(Record):
    """A deposit (yuan) of a bid, the bid's or the performance bond. `claim_id` is the paper it was paid by.

    `due_back_on` follows from the contract or the notice (services/bid_deposits.py) and may be typed over.
    """

    __tablename__ = "bid_deposit"
    __table_args__ = (
        one_of("kind", DepositKind),
        one_of("form", DepositForm),
        one_of("state", DepositState),
        *(real_day(name) for name in ("due_on", "paid_on", "due_back_on", "back_on")),
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("back_amount >= 0 AND interest >= 0 AND forfeited >= 0", name="amounts_not_negative"),
        CheckConstraint("back_amount + forfeited <= amount", name="not_more_than_paid"),
        Index(None, "bid_id"),
        Index(None, "state", "due_back_on"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    bid_id: Mapped[int] = mapped_column(ForeignKey("bid.id"))
    kind: Mapped[DepositKind] = mapped_column(Choice(DepositKind))
    form: Mapped[DepositForm] = mapped_column(Choice(DepositForm))
    state: Mapped[DepositState] = mapped_column(Choice(DepositState))
    amount: Mapped[Decimal]
    payee: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("expense_claim.id"))
    paid_on: Mapped[date | None]
    due_back_on: Mapped[date | None]
    back_on: Mapped[date | None]
    back_amount: Mapped[Decimal] = mapped_column(default=Decimal(0))
    interest: Mapped[Decimal] = mapped_column(default=Decimal(0))
    forfeited: Mapped[Decimal] = mapped_column(default=Decimal(0))
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    bid: Mapped[Bid] = relationship(lazy="raise")
