"""How long deposits have been due 保证金账龄: by payee, by the days since they should have come home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select

from models.bid_deposit import BidDeposit
from services.bid_deposits import LEFT, OUT
from services.database import Session
from services.permissions import Actor, Permission, requires
from services.registers import Filter, Operator


class AgeBucket(StrEnum):
    """未到期, 1–30, 31–60, 61–90, 91–180, 181–365, 365 天以上."""

    NOT_DUE = "not_due"
    TO_30 = "to_30"
    TO_60 = "to_60"
    TO_90 = "to_90"
    TO_180 = "to_180"
    TO_365 = "to_365"
    OLDER = "older"


# days overdue, first and last, both included
DAYS: dict[AgeBucket, tuple[int, int]] = {
    AgeBucket.TO_30: (1, 30),
    AgeBucket.TO_60: (31, 60),
    AgeBucket.TO_90: (61, 90),
    AgeBucket.TO_180: (91, 180),
    AgeBucket.TO_365: (181, 365),
    AgeBucket.OLDER: (366, 36_500),
}


@dataclass(frozen=True, slots=True)
class AgeingRow:
    """What one payee still has of ours, yuan, by bucket in their order."""

    payee: str
    count: int
    amounts: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        """All of it."""
        return sum(self.amounts, Decimal(0))

    @property
    def overdue(self) -> Decimal:
        """What should be home."""
        return sum(self.amounts[1:], Decimal(0))


def bucket_of(due_back_on: date | None, today: date) -> AgeBucket:
    """The bucket of a deposit due on that day; without a day it is not due."""
    late = (today - due_back_on).days if due_back_on else 0
    return next((one for one, (first, last) in DAYS.items() if first <= late <= last), AgeBucket.NOT_DUE)


@requires(Permission.BID_SEE)
def ageing(session: Session, actor: Actor, *, today: date) -> list[AgeingRow]:  # noqa: ARG001 - the permission needs it
    """A row a payee, the largest sum first."""
    order = list(AgeBucket)
    sums: dict[str, list[Decimal]] = {}
    counts: dict[str, int] = {}
    out = select(BidDeposit.payee, BidDeposit.due_back_on, LEFT).where(BidDeposit.state.in_(OUT))
    for payee, due, left in session.execute(out):
        row = sums.setdefault(payee, [Decimal(0)] * len(order))
        row[order.index(bucket_of(due, today))] += left
        counts[payee] = counts.get(payee, 0) + 1
    found = [AgeingRow(payee, counts[payee], tuple(row)) for payee, row in sums.items()]
    return sorted(found, key=lambda one: (-one.total, one.payee))


def behind(payee: str | None, bucket: AgeBucket | None, today: date) -> tuple[Filter, ...]:
    """The filters of `bid_deposits.LIST` that give exactly the deposits of a figure; None: of all."""
    found = [Filter("payee", Operator.IS, payee)] if payee is not None else []
    if bucket is AgeBucket.NOT_DUE:
        found.append(Filter("age_on", Operator.AT_LEAST, today))
    elif bucket is not None:
        first, last = DAYS[bucket]
        span = (today - timedelta(days=last), today - timedelta(days=first))
        found.append(Filter("age_on", Operator.BETWEEN, span))
    return tuple(found)
