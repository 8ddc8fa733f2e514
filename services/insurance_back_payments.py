"""Back payments 补缴: what they come to, and that nobody's months are asked for twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, or_, select

from models.insurance import ChangeKind, ChangeStage, InsuranceChange
from models.personnel_paper import OfficePaperState
from services import insured
from services.database import Session
from services.errors import Refused
from services.months import each_month, month_text
from services.permissions import open_to_all

if TYPE_CHECKING:
    from services.insurance_change_rules import Wanted

_WHY = "a step of services that have checked"
_OPEN = (
    OfficePaperState.DRAFT,
    OfficePaperState.SUBMITTED,
    OfficePaperState.RETURNED,
    OfficePaperState.WITHDRAWN,
)


def counts() -> ColumnElement[bool]:
    """Approved back payments that no fund has refused."""
    return and_(
        InsuranceChange.kind == ChangeKind.BACK_PAYMENT,
        InsuranceChange.state == OfficePaperState.APPROVED,
        or_(InsuranceChange.stage.is_(None), InsuranceChange.stage != ChangeStage.REFUSED),
    )


@open_to_all(_WHY)
def refuse_same(session: Session, wanted: Wanted) -> None:
    """Refuse "insurance_change.back_again" (number, name, first, last): months that are asked for already.

    A paper nobody has decided yet is changed instead; on an approved one only another base may follow.
    """
    assert wanted.to_month is not None, "judged before"
    found = session.scalar(
        select(InsuranceChange)
        .where(
            InsuranceChange.kind == ChangeKind.BACK_PAYMENT,
            InsuranceChange.employee_id == wanted.employee.id,
            InsuranceChange.fund == wanted.fund,
            InsuranceChange.id != (wanted.id or 0),
            InsuranceChange.month <= wanted.to_month,
            InsuranceChange.to_month >= wanted.month,
            or_(InsuranceChange.state.in_(_OPEN), and_(counts(), InsuranceChange.base == wanted.base)),
        )
        .order_by(InsuranceChange.id)
        .limit(1)
    )
    if found is not None:
        first, last = month_text(found.month), month_text(found.to_month or found.month)
        raise Refused(
            "insurance_change.back_again", field="month", number=found.number, name=wanted.employee.name,
            first=first, last=last,
        )  # fmt: skip


@open_to_all(_WHY)
def amount(session: Session, change: InsuranceChange) -> Decimal:
    """What is owed for the months of a back payment, both sides (yuan).

    All of it, or the difference to what an earlier back payment asked for, or else to what was reckoned.
    """
    total = 0
    for month in each_month(change.month, change.to_month or change.month):
        earlier = _earlier_base(session, change, month)
        known = insured.fen_of_month(session, month, [change.employee_id]).get(change.employee_id, ())
        before = sum(row.employer + row.employee for row in known if row.fund == change.fund)
        total += _owed(session, change, month, change.base)
        total -= before if earlier is None else _owed(session, change, month, earlier)
    return Decimal(total).scaleb(-2)


def _owed(session: Session, change: InsuranceChange, month: date, base: Decimal | None) -> int:
    rules = insured.rules_of_month(session, month).get((change.fund, change.city))
    owed = insured.items_of(int((base or Decimal(0)).scaleb(2)), rules) if rules else ()
    return sum(row.employer + row.employee for row in owed)


def _earlier_base(session: Session, change: InsuranceChange, month: date) -> Decimal | None:
    earlier = select(InsuranceChange.base).where(
        counts(),
        InsuranceChange.employee_id == change.employee_id,
        InsuranceChange.fund == change.fund,
        InsuranceChange.city == change.city,
        InsuranceChange.month <= month,
        InsuranceChange.to_month >= month,
    )
    if change.id is not None:
        earlier = earlier.where(InsuranceChange.id < change.id)
    return session.scalar(earlier.order_by(InsuranceChange.id.desc()).limit(1))
