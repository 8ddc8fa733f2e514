"""Payment batches 付款批次: approved papers paid together from one account, from the first choice to the bank."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select

from models.bank_account import BankAccount
from models.expense_claim import CheckLevel, ExpenseClaim
from models.payment import BatchState, PaymentBatch, PaymentLine, PaymentState
from services import audit, numbering
from services.claim_values import Saved
from services.database import Session, once
from services.errors import Refused
from services.payment_candidates import Candidate, judge, locked
from services.payment_records import (
    SERIES,
    account,
    chosen,
    expect,
    lines_of,
    load,
    make_findable,
    named,
    reason_of,
    recount,
    saved,
    written,
)
from services.permissions import Actor, Permission, requires
from services.records import tidy

_OPEN = frozenset({BatchState.OPEN})
# what keeps a paper out, as the refusal of everything that was chosen with it
_REFUSALS = {
    "batch_not_approved": "batch.not_approved",
    "batch_taken": "batch.paper_taken",
    "batch_nothing": "batch.nothing_to_pay",
    "batch_no_account": "batch.no_account",
    "batch_left": "batch.left",
    "batch_marked": "batch.invoice_marked",
}


@requires(Permission.CLAIM_PAY)
def make(
    session: Session,
    actor: Actor,
    claim_ids: Collection[int],
    *,
    account_id: int | None,
    paid_on: date,
    command_id: str,
    today: date,
    note: str = "",
) -> Saved:
    """Put approved papers into a new batch, PC-YYYY-NNNN; payees and their accounts freeze as they are now.

    Raises Refused "batch.empty", "record.required" and "claim.account_closed", "batch.cash_account" (account_id),
    "claim.paid_too_early" (paid_on), and of the papers "batch.not_approved", "batch.paper_taken" (numbers, batch),
    "batch.nothing_to_pay", "batch.no_account", "batch.left", each with the numbers of them.
    """
    if not once(session, command_id):
        return _made_before(session, claim_ids)
    if not claim_ids:
        raise Refused("batch.empty")
    paying = account(session, account_id)
    claims, found = _accepted(session, claim_ids, paid_on, today)
    batch = _new(actor, paying, paid_on, tidy(note, "note"))
    batch.number = numbering.next_number(session, f"{SERIES}-{today.year}")
    lines = _put_in(session, batch, claims, found)
    recount(batch, lines)
    audit.record(session, actor, "create", batch, papers=named([one.number for one in found]))
    make_findable(session, batch, lines)
    audit.record_all(session, actor, "pay_together", claims)
    session.flush()
    return saved(batch)


@requires(Permission.CLAIM_PAY)
def add(
    session: Session,
    actor: Actor,
    batch_id: int,
    version: int,
    claim_ids: Collection[int],
    *,
    command_id: str,
    today: date,
) -> Saved:
    """Put further papers into a batch that is not at the bank yet. Raises what `make` and `expect` raise."""
    batch = load(session, batch_id)
    if not once(session, command_id):
        return saved(batch)
    expect(session, batch, version, _OPEN)
    if not claim_ids:
        raise Refused("batch.empty")
    claims, found = _accepted(session, claim_ids, batch.paid_on, today)
    lines = lines_of(session, batch)
    added = _put_in(session, batch, claims, found, first=len(lines))
    recount(batch, [*lines, *added])
    audit.record_all(session, actor, "pay_together", claims)
    make_findable(session, batch, [*lines, *added])
    return written(session, actor, "add", batch, [line.claim_number for line in added])


@requires(Permission.CLAIM_PAY)
def take_out(
    session: Session,
    actor: Actor,
    batch_id: int,
    version: int,
    line_ids: Collection[int],
    *,
    command_id: str,
    reason: str = "",
) -> Saved:
    """Take papers out of a batch that is not at the bank yet; they wait for the cashier as before.

    Raises Refused "batch.last_line" (number) when nothing would be left, and what `expect` and `chosen` raise.
    """
    batch = load(session, batch_id)
    if not once(session, command_id):
        return saved(batch)
    expect(session, batch, version, _OPEN)
    lines = lines_of(session, batch)
    gone = chosen(lines, line_ids, {PaymentState.WAITING})
    if len(gone) == sum(line.state == PaymentState.WAITING for line in lines):
        raise Refused("batch.last_line", number=batch.number)
    _release(session, actor, gone, " ".join(reason.split()))
    recount(batch, lines)
    return written(
        session,
        actor,
        "take_out",
        batch,
        [line.claim_number for line in gone],
        reason=" ".join(reason.split()),
    )


@requires(Permission.CLAIM_PAY)
def cancel(
    session: Session, actor: Actor, batch_id: int, version: int, *, reason: str, command_id: str
) -> Saved:
    """Give a batch up before the bank has it; its papers wait for the cashier as before.

    Raises Refused "batch.reason_missing" (field "reason"), and what `expect` raises.
    """
    batch = load(session, batch_id)
    if not once(session, command_id):
        return saved(batch)
    expect(session, batch, version, _OPEN)
    why = reason_of(reason)
    lines = lines_of(session, batch)
    _release(session, actor, [line for line in lines if line.state == PaymentState.WAITING], why)
    batch.state, batch.note = BatchState.CANCELLED, why
    return written(session, actor, "cancel", batch, [], reason=why)


@requires(Permission.CLAIM_PAY)
def reopen(
    session: Session, actor: Actor, batch_id: int, version: int, *, reason: str, command_id: str
) -> Saved:
    """Take a batch back that the bank was not given after all: another file may be written, papers change.

    Raises Refused "batch.answered" (number) once the bank has said something about a line, "batch.reason_missing",
    and what `expect` raises.
    """
    batch = load(session, batch_id)
    if not once(session, command_id):
        return saved(batch)
    expect(session, batch, version, {BatchState.SENT})
    why = reason_of(reason)
    if any(line.settled_on or line.reason for line in lines_of(session, batch)):
        raise Refused("batch.answered", number=batch.number)
    batch.state, batch.file_name, batch.file_sha256, batch.format_id = BatchState.OPEN, "", "", None
    return written(session, actor, "reopen", batch, [], reason=why)


def _accepted(
    session: Session, claim_ids: Collection[int], paid_on: date, today: date
) -> tuple[list[ExpenseClaim], list[Candidate]]:
    """The papers, held and fit to be transferred; what stops one of them refuses all, naming every such paper."""
    claims = locked(session, claim_ids)
    if len(claims) < len(set(claim_ids)):
        raise Refused("record.gone")
    found = judge(session, claims, today)
    for code, refusal in _REFUSALS.items():
        stopped = [
            check
            for one in found
            for check in one.checks
            if check.code == code and check.level is CheckLevel.STOP
        ]
        if stopped:
            batches = "、".join(
                sorted({check.values["batch"] for check in stopped if "batch" in check.values})
            )
            raise Refused(refusal, numbers=named([check.subject for check in stopped]), batch=batches)
    early = [claim.submitted_on for claim in claims if claim.submitted_on and paid_on < claim.submitted_on]
    if early:
        raise Refused("claim.paid_too_early", field="paid_on", day=max(early).isoformat())
    return claims, found


def _new(actor: Actor, paying: BankAccount, paid_on: date, note: str) -> PaymentBatch:
    return PaymentBatch(
        state=BatchState.OPEN,
        account_id=paying.id,
        account_name=paying.name,
        account_number=paying.number,
        paid_on=paid_on,
        made_by_id=actor.user_id,
        made_by_name=actor.name,
        note=note,
    )


def _put_in(
    session: Session,
    batch: PaymentBatch,
    claims: Sequence[ExpenseClaim],
    found: Sequence[Candidate],
    first: int = 0,
) -> list[PaymentLine]:
    """The lines, and on each paper the batch's number; why it bounced before is of no interest any more."""
    if batch.id is None:
        batch.count, batch.total = len(found), sum((one.amount for one in found), start=found[0].amount * 0)
        session.add(batch)
        session.flush()
    lines = [
        PaymentLine(
            batch_id=batch.id,
            position=first + place,
            claim_id=one.claim_id,
            claim_number=one.number,
            payee_name=one.payee_name,
            bank_name=one.bank_name,
            bank_account=one.bank_account,
            amount=one.amount,
            purpose=one.purpose,
            state=PaymentState.WAITING,
        )
        for place, one in enumerate(found)
    ]
    session.add_all(lines)
    for claim in claims:
        claim.batch_number, claim.state_note = batch.number, ""
    return lines


def _release(session: Session, actor: Actor, lines: Sequence[PaymentLine], reason: str) -> None:
    """The papers of these lines may be paid otherwise."""
    claims = locked(session, [line.claim_id for line in lines])
    for line in lines:
        line.state, line.reason = PaymentState.TAKEN_OUT, reason
    for claim in claims:
        claim.batch_number = ""
    audit.record_all(session, actor, "take_out", claims, notes={"reason": reason})


def _made_before(session: Session, claim_ids: Collection[int]) -> Saved:
    """The batch that the same click has made already."""
    query = select(PaymentBatch).join(PaymentLine, PaymentLine.batch_id == PaymentBatch.id)
    query = query.where(PaymentLine.claim_id.in_(list(claim_ids)[:1])).order_by(PaymentBatch.id.desc())
    batch = session.scalar(query.limit(1))
    if batch is None:
        raise Refused("record.gone")
    return saved(batch)
