"""What the bank did with a batch: its lines confirmed, bounced, or a confirmation taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.bank_account import BankAccount
from models.expense_claim import ClaimState, ExpenseClaim, PaymentMethod
from models.payment import BatchState, PaymentBatch, PaymentLine, PaymentState
from services import audit
from services.claim_payments import mark_all_paid, mark_unpaid
from services.claim_records import cashiers, hold
from services.claim_values import Saved
from services.database import Session, once
from services.errors import Refused
from services.payment_candidates import locked
from services.payment_records import (
    chosen,
    expect,
    lines_of,
    load,
    named,
    reason_of,
    recount,
    saved,
    stand,
    written,
)
from services.permissions import Actor, Permission, open_to_all, requires

_PAYABLE = frozenset({BatchState.OPEN, BatchState.SENT})
_ANSWERED = frozenset({BatchState.OPEN, BatchState.SENT, BatchState.SETTLED})
_WAITING = frozenset({PaymentState.WAITING})
_WHY = "a step of services that have checked"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bank said about lines, by their ids: which are paid, why others came back, the bank's references."""

    paid: frozenset[int] = frozenset()
    bounced: Mapping[int, str] = field(default_factory=dict)
    references: Mapping[int, str] = field(default_factory=dict)


@requires(Permission.CLAIM_PAY)
def confirm(
    session: Session,
    actor: Actor,
    batch_id: int,
    version: int,
    line_ids: Collection[int] | None,
    *,
    paid_on: date,
    command_id: str,
    today: date,
) -> Saved:
    """Mark lines as paid, all that wait when `line_ids` is None: their papers are paid, in one transaction.

    Raises Refused "record.gone", "batch.changed" (number, by), "batch.wrong_state", "batch.no_lines",
    "batch.line_state" (numbers, state), "batch.not_approved" (numbers), "claim.paid_in_future" and
    "claim.paid_too_early" (field "paid_on"), "claim.offset_too_large", "voucher.month_bound" (month).
    """
    batch = load(session, batch_id)
    if not once(session, command_id):
        return saved(batch)
    expect(session, batch, version, _PAYABLE)
    lines = lines_of(session, batch)
    paid = chosen(lines, line_ids, _WAITING)
    return settle(
        session,
        actor,
        batch,
        lines,
        Answer(paid=frozenset(line.id for line in paid)),
        paid_on=paid_on,
        today=today,
    )


@requires(Permission.CLAIM_PAY)
def bounce(
    session: Session,
    actor: Actor,
    batch_id: int,
    version: int,
    line_ids: Collection[int],
    *,
    reason: str,
    command_id: str,
    today: date,
) -> Saved:
    """Mark lines as sent back by the bank 退汇, also confirmed ones: their papers wait for the cashier again.

    Raises Refused "batch.reason_missing" (field "reason"), "claim.advance_has_offsets", "voucher.month_bound",
    and as `confirm`.
    """
    batch = load(session, batch_id)
    if not once(session, command_id):
        return saved(batch)
    expect(session, batch, version, _ANSWERED)
    why = reason_of(reason)
    lines = lines_of(session, batch)
    back = chosen(lines, line_ids, _WAITING | {PaymentState.CONFIRMED})
    answer = Answer(bounced={line.id: why for line in back})
    return settle(session, actor, batch, lines, answer, paid_on=today, today=today)


@requires(Permission.CLAIM_PAY)
def unconfirm(
    session: Session,
    actor: Actor,
    batch_id: int,
    version: int,
    line_ids: Collection[int],
    *,
    reason: str,
    command_id: str,
) -> Saved:
    """Take confirmations back that were a mistake: the lines wait for the bank again, their papers for the cashier.

    What the papers took of advances is given back, and their voucher numbers are void.
    Raises Refused "batch.reason_missing" (field "reason"), "claim.wrong_state", "claim.advance_has_offsets",
    "voucher.month_bound" (month), and as `confirm`.
    """
    batch = load(session, batch_id)
    if not once(session, command_id):
        return saved(batch)
    expect(session, batch, version, _ANSWERED)
    why = reason_of(reason)
    lines = lines_of(session, batch)
    back = chosen(lines, line_ids, {PaymentState.CONFIRMED})
    for line in back:
        line.state, line.settled_on, line.bank_reference, line.reason = PaymentState.WAITING, None, "", why
    _unpay(session, actor, back, dict.fromkeys((line.id for line in back), why))
    recount(batch, lines)
    batch.state, batch.settled_on = BatchState.SENT, None
    return written(session, actor, "unconfirm", batch, [line.claim_number for line in back], reason=why)


@open_to_all(_WHY)
def settle(
    session: Session,
    actor: Actor,
    batch: PaymentBatch,
    lines: Sequence[PaymentLine],
    answer: Answer,
    *,
    paid_on: date,
    today: date,
    **notes: object,
) -> Saved:
    """Write what the bank said into the batch, whose whole `lines` these are; one entry of the history for each kind."""
    paid = [line for line in lines if line.id in answer.paid]
    back = [line for line in lines if line.id in answer.bounced]
    for line in [*paid, *back]:
        line.bank_reference = answer.references.get(line.id, "")
    if paid:
        _pay(session, actor, batch, paid, paid_on=paid_on, today=today)
    if back:
        _bounce(session, actor, back, answer.bounced, today)
    stand(batch, lines, today)
    if paid:
        numbers = [line.claim_number for line in paid]
        written(session, actor, "confirm", batch, numbers, count=len(paid), **notes)
    if back:
        reasons = "；".join(dict.fromkeys(answer.bounced.values()))
        written(
            session,
            actor,
            "bounce",
            batch,
            [line.claim_number for line in back],
            reason=reasons,
            **({} if paid else notes),
        )
    session.flush()
    return saved(batch)


def _pay(
    session: Session,
    actor: Actor,
    batch: PaymentBatch,
    lines: Sequence[PaymentLine],
    *,
    paid_on: date,
    today: date,
) -> None:
    claims = locked(session, [line.claim_id for line in lines])
    _refuse(claims, paid_on, today)
    for line in lines:
        line.state, line.settled_on, line.reason = PaymentState.CONFIRMED, paid_on, ""
    account = session.get_one(BankAccount, batch.account_id)
    mark_all_paid(
        session,
        actor,
        claims,
        account,
        method=PaymentMethod.TRANSFER,
        paid_on=paid_on,
        note=batch.number,
        batch=batch.number,
    )


def _refuse(claims: Sequence[ExpenseClaim], paid_on: date, today: date) -> None:
    wrong = [claim.number for claim in claims if claim.state != ClaimState.TO_PAY]
    if wrong:
        raise Refused("batch.not_approved", numbers=named(wrong), batch="")
    if paid_on > today:
        raise Refused("claim.paid_in_future", field="paid_on")
    days = [claim.submitted_on for claim in claims if claim.submitted_on and paid_on < claim.submitted_on]
    if days:
        raise Refused("claim.paid_too_early", field="paid_on", day=max(days).isoformat())


def _bounce(
    session: Session, actor: Actor, lines: Sequence[PaymentLine], reasons: Mapping[int, str], today: date
) -> None:
    """Papers that were paid already become unpaid; all of them may go into a new batch."""
    paid = [line for line in lines if line.state == PaymentState.CONFIRMED]
    for line in lines:
        line.state, line.settled_on, line.reason = PaymentState.BOUNCED, today, reasons[line.id]
    _unpay(session, actor, paid, reasons)
    claims = locked(session, [line.claim_id for line in lines])
    of = {line.claim_id: line for line in lines}
    holder = cashiers(session)
    for claim in claims:
        claim.batch_number, claim.state_note = "", reasons[of[claim.id].id]
        hold(claim, holder)
    told = [{"reason": claim.state_note} for claim in claims]
    audit.record_all(session, actor, "bounce", claims, each=told)


def _unpay(session: Session, actor: Actor, lines: Sequence[PaymentLine], reasons: Mapping[int, str]) -> None:
    """The papers of lines that are no longer confirmed; the guard of the database wants the lines first."""
    session.flush()
    of = {line.claim_id: line for line in lines}
    for claim in locked(session, list(of)):
        mark_unpaid(session, actor, claim, reasons[of[claim.id].id])
