"""Advances 借款: what is still open, what claims may take of it, and what they took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, CursorResult, func, select, update
from sqlalchemy.orm import aliased

from models.expense_claim import AdvanceOffset, ClaimState, ExpenseClaim, PaperKind, PaymentMethod
from services import audit
from services.database import Session, now
from services.errors import Refused
from services.money import format_money
from services.permissions import Actor, Permission, open_to_all, requires

_HOLDING = (ClaimState.SUBMITTED, ClaimState.TO_PAY)
_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class AdvanceRow:
    """An open advance, amounts in yuan: `available` is `outstanding` less what submitted claims will take."""

    id: int
    number: str
    purpose: str
    paid_on: date | None
    due_on: date | None
    amount: Decimal
    outstanding: Decimal
    available: Decimal
    overdue: bool


@dataclass(frozen=True, slots=True)
class OffsetRow:
    """A claim and how much it takes of one advance."""

    advance_id: int
    advance_number: str
    advance_amount: Decimal
    claim_id: int
    claim_number: str
    claim_state: ClaimState
    claim_paid_on: date | None
    amount: Decimal
    claim_kind: PaperKind
    claim_method: PaymentMethod | None


@requires(Permission.CLAIM_SEE)
def open_advances(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    claimant_id: int,
    *,
    today: date,
    without_claim: int | None = None,
) -> list[AdvanceRow]:
    """The claimant's paid advances that are not settled, oldest due day first.

    `without_claim` leaves that claim's own offsets out of what is reserved. Yuan.
    """
    advances = session.scalars(
        select(ExpenseClaim)
        .where(
            ExpenseClaim.claimant_id == claimant_id,
            ExpenseClaim.kind == PaperKind.ADVANCE,
            ExpenseClaim.state == ClaimState.PAID,
            ExpenseClaim.outstanding > 0,
        )
        .order_by(ExpenseClaim.due_on, ExpenseClaim.id),
    )
    return [_row(session, advance, today, without_claim) for advance in advances]


@open_to_all(_WHY)
def refuse_excess(session: Session, claim: ExpenseClaim, *, lock: bool = False) -> None:
    """Check that every offset of `claim` still fits its advance; `lock` holds the advances till the commit.

    Raises Refused "claim.offset_not_open" (not a paid advance of this claimant), "claim.offset_too_large"
    (number, available).
    """
    for place, offset in enumerate(sorted(claim.offsets, key=lambda offset: offset.advance_id)):
        query = select(ExpenseClaim).where(ExpenseClaim.id == offset.advance_id)
        advance = session.scalar(query.with_for_update() if lock else query)
        field = f"offsets.{place}.amount"
        if advance is None or not _open_for(advance, claim):
            raise Refused("claim.offset_not_open", field=field, number=advance.number if advance else "")
        free = advance.outstanding - _reserved(session, advance.id, claim.id)
        if offset.amount > free:
            raise Refused(
                "claim.offset_too_large",
                field=field,
                number=advance.number,
                available=format_money(free),
            )


@open_to_all(_WHY)
def settle(session: Session, actor: Actor, claim: ExpenseClaim) -> None:
    """Take the offsets of a claim that is being paid out of their advances.

    Each is one conditional update that never goes below zero. Raises Refused "claim.offset_too_large".
    """
    for offset in claim.offsets:
        _move(session, actor, claim, offset.advance_id, -offset.amount)


@open_to_all(_WHY)
def give_back(session: Session, actor: Actor, claim: ExpenseClaim) -> None:
    """Undo `settle` for a claim that is being voided."""
    for offset in claim.offsets:
        _move(session, actor, claim, offset.advance_id, offset.amount)


@open_to_all(_WHY)
def offsets_on(session: Session, advance_id: int) -> list[OffsetRow]:
    """Which claims take how much of an advance; voided ones are left out."""
    return _offsets(session, AdvanceOffset.advance_id == advance_id, ExpenseClaim.state != ClaimState.VOIDED)


@open_to_all(_WHY)
def offsets_of(session: Session, claim_id: int) -> list[OffsetRow]:
    """How much a claim takes of which advances."""
    return _offsets(session, AdvanceOffset.claim_id == claim_id)


def is_overdue(advance: ExpenseClaim, today: date) -> bool:
    """Whether a paid advance should have been settled before `today`."""
    return (
        advance.kind == PaperKind.ADVANCE
        and advance.state == ClaimState.PAID
        and advance.outstanding > 0
        and advance.due_on is not None
        and advance.due_on < today
    )


def _offsets(session: Session, *where: ColumnElement[bool]) -> list[OffsetRow]:
    advance = aliased(ExpenseClaim)
    rows = session.execute(
        select(
            advance.id,
            advance.number,
            advance.sanctioned,
            ExpenseClaim.id,
            ExpenseClaim.number,
            ExpenseClaim.state,
            ExpenseClaim.paid_on,
            AdvanceOffset.amount,
            ExpenseClaim.kind,
            ExpenseClaim.payment_method,
        )
        .join(ExpenseClaim, ExpenseClaim.id == AdvanceOffset.claim_id)
        .join(advance, advance.id == AdvanceOffset.advance_id)
        .where(*where)
        .order_by(AdvanceOffset.id),
    )
    return [OffsetRow(*row) for row in rows]  # type: ignore[call-arg]  # SQLAlchemy types at most nine columns one by one


def _open_for(advance: ExpenseClaim, claim: ExpenseClaim) -> bool:
    return (
        advance.kind == PaperKind.ADVANCE
        and advance.state == ClaimState.PAID
        and advance.claimant_id == claim.claimant_id
    )


def _reserved(session: Session, advance_id: int, without_claim: int | None) -> Decimal:
    held = session.scalar(
        select(func.sum(AdvanceOffset.amount))
        .join(ExpenseClaim, ExpenseClaim.id == AdvanceOffset.claim_id)
        .where(
            AdvanceOffset.advance_id == advance_id,
            ExpenseClaim.state.in_(_HOLDING),
            ExpenseClaim.id != (without_claim or 0),
        ),
    )
    return held or Decimal(0)


def _row(session: Session, advance: ExpenseClaim, today: date, without_claim: int | None) -> AdvanceRow:
    return AdvanceRow(
        id=advance.id,
        number=advance.number,
        purpose=advance.purpose,
        paid_on=advance.paid_on,
        due_on=advance.due_on,
        amount=advance.sanctioned,
        outstanding=advance.outstanding,
        available=advance.outstanding - _reserved(session, advance.id, without_claim),
        overdue=is_overdue(advance, today),
    )


def _move(session: Session, actor: Actor, claim: ExpenseClaim, advance_id: int, amount: Decimal) -> None:
    result = session.execute(
        update(ExpenseClaim)
        .where(
            ExpenseClaim.id == advance_id,
            ExpenseClaim.state == ClaimState.PAID,
            ExpenseClaim.outstanding + amount >= Decimal(0),
        )
        .values(
            outstanding=ExpenseClaim.outstanding + amount,
            version=ExpenseClaim.version + 1,
            updated_at=now(),
        )
        .execution_options(synchronize_session=False),
    )
    assert isinstance(result, CursorResult)
    advance = session.get_one(ExpenseClaim, advance_id, populate_existing=True)
    if result.rowcount != 1:
        available = format_money(advance.outstanding)
        raise Refused("claim.offset_too_large", number=advance.number, available=available)
    change = [str(advance.outstanding - amount), str(advance.outstanding)]
    audit.record(session, actor, "offset", advance, outstanding=change, claim=claim.number)
