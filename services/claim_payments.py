"""The end of a claim: paid by the cashier, or voided by a paper that reverses it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from models.bank_account import BankAccount
from models.expense_claim import ClaimState, ExpenseClaim, ExpenseLine, PaperKind, PaymentMethod
from services import (
    advances,
    audit,
    bid_deposit_claims,
    calendars,
    invoice_records,
    numbering,
    payment_requests,
    vouchers,
)
from services.claim_circumstances import refuse_leaver
from services.claim_drafts import SERIES
from services.claim_records import cashiers, expect, hold, invoices_of, load, make_findable, saved
from services.claim_values import Saved
from services.database import Session, once
from services.errors import Refused
from services.packet_records import refuse_in_open_packet
from services.permissions import Actor, Permission, open_to_all, requires

VOIDABLE = frozenset({ClaimState.TO_PAY, ClaimState.PAID, ClaimState.RETURNED, ClaimState.WITHDRAWN})


@requires(Permission.CLAIM_PAY)
def pay(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    *,
    account_id: int | None,
    method: PaymentMethod | None,
    paid_on: date,
    command_id: str,
    today: date,
    note: str = "",
) -> Saved:
    """Mark an approved paper as paid (or its refund as received); its offsets come off their advances.

    Account and method may be None when nothing is left to pay. An advance has its granted yuan outstanding now.
    Raises Refused "record.gone", "record.stale", "claim.wrong_state", "record.required" (account_id, method),
    "claim.account_closed", "claim.paid_too_early", "claim.paid_in_future" (field "paid_on"),
    "claim.offset_too_large", "claim.in_batch" (number, batch), "voucher.month_bound" (month),
    "claim.invoice_red_lettered", "claim.invoice_cancelled" (number, day), "claim.claimant_left" (name, day).
    """
    claim = load(session, claim_id)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, {ClaimState.TO_PAY})
    refuse_in_batch(claim)
    invoice_records.refuse_marked(session, claim)
    refuse_leaver(session, claim, today)
    _refuse_day(claim, paid_on, today)
    account = _account(session, claim, account_id, method)
    mark_paid(session, actor, claim, account, method=method, paid_on=paid_on, note=note)
    return saved(claim)


@open_to_all("the last step of paying, which has its permission")
def mark_paid(
    session: Session,
    actor: Actor,
    claim: ExpenseClaim,
    account: BankAccount | None,
    *,
    method: PaymentMethod | None,
    paid_on: date,
    note: str = "",
) -> None:
    """One paper becomes paid, as `mark_all_paid` says."""
    mark_all_paid(session, actor, [claim], account, method=method, paid_on=paid_on, note=note)


@open_to_all("the last step of paying, which has its permission")
def mark_all_paid(
    session: Session,
    actor: Actor,
    claims: Sequence[ExpenseClaim],
    account: BankAccount | None,
    *,
    method: PaymentMethod | None,
    paid_on: date,
    note: str = "",
    **notes: object,
) -> None:
    """The one way papers become paid: offsets come off their advances, each gets its voucher number.

    The papers are loaded with their offsets; `notes` go into the history of each. A thousand at once are one step.
    Raises Refused "claim.offset_too_large", "voucher.month_bound" (month).
    """
    vouchers.refuse_bound(session, {paid_on})
    for claim in claims:
        advances.settle(session, actor, claim)
        claim.paid_from_id = account.id if account else None
        claim.paid_from_name = account.name if account else ""
        claim.paid_by_name, claim.payment_method, claim.payment_note = actor.name, method, note.strip()
        claim.state_note = ""
        if claim.pay_by is not None:
            claim.late_days = max(calendars.working_days_between(claim.pay_by, paid_on), 0)
        _close(claim, ClaimState.PAID, paid_on)
    audit.record_all(session, actor, "pay", claims, notes=notes)
    session.flush()
    vouchers.give_numbers(session, actor, claims)
    bid_deposit_claims.follow(session, actor, claims)


@open_to_all("the way back from paying, for services that have checked")
def mark_unpaid(session: Session, actor: Actor, claim: ExpenseClaim, reason: str) -> None:
    """A payment that did not happen: the paper waits for the cashier again, what it took of advances is given back.

    Its voucher number stays in the row, marked void. The payment's line must not be confirmed any more.
    Raises Refused "claim.wrong_state", "claim.advance_has_offsets" (numbers), "voucher.month_bound" (month).
    """
    if claim.state != ClaimState.PAID:
        raise Refused("claim.wrong_state", number=claim.number, state=claim.state.value)
    _refuse_used(session, claim)
    assert claim.paid_on, "it was paid"
    vouchers.refuse_bound(session, {claim.paid_on})
    advances.give_back(session, actor, claim)
    claim.state, claim.state_note = ClaimState.TO_PAY, reason
    claim.outstanding = claim.invoice_owed = Decimal(0)
    claim.paid_on = claim.paid_from_id = claim.payment_method = claim.late_days = None
    claim.paid_from_name = claim.paid_by_name = claim.payment_note = ""
    hold(claim, cashiers(session))
    audit.record(session, actor, "unconfirm", claim, reason=reason)
    session.flush()
    vouchers.void(session, actor, claim, reason)
    session.flush()
    bid_deposit_claims.follow(session, actor, [claim])


def refuse_in_batch(claim: ExpenseClaim) -> None:
    """Raises Refused "claim.in_batch" (number, batch) while a paper waits in a payment batch: it is paid there."""
    if claim.state == ClaimState.TO_PAY and claim.batch_number:
        raise Refused("claim.in_batch", number=claim.number, batch=claim.batch_number)


@requires(Permission.CLAIM_VOID)
def void(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    *,
    reason: str,
    command_id: str,
    today: date,
) -> Saved:
    """Undo a paper by another one with negative amounts that refers to it (CX-2026-0001); returns the new paper.

    Its invoices may be handed in again, and what it took of advances is given back. A paper that is being decided
    is withdrawn or returned first; a draft is deleted.
    Raises Refused "record.gone", "record.stale", "claim.wrong_state", "claim.void_reason_missing" (field "reason"),
    "claim.advance_has_offsets" (numbers of the claims), "claim.in_packet" (number, packet) while that is prepared.
    """
    claim = load(session, claim_id)
    if not once(session, command_id):
        return saved(claim)
    expect(session, claim, version, VOIDABLE)
    _refuse_void(session, claim, reason)
    refuse_in_open_packet(session, claim)
    if claim.state == ClaimState.PAID:
        advances.give_back(session, actor, claim)
    for invoice in invoices_of(session, claim):
        invoice_records.free(invoice)
    reversal = _reversal(session, actor, claim, reason.strip(), today)
    claim.state_note = reason.strip()
    _close(claim, ClaimState.VOIDED, claim.paid_on)
    audit.record(session, actor, "void", claim, reason=reason.strip(), reversal=reversal.number)
    session.flush()
    bid_deposit_claims.follow(session, actor, [claim])
    return saved(reversal)


def _close(claim: ExpenseClaim, state: ClaimState, paid_on: date | None) -> None:
    """Nobody has to do anything about the paper any more; a paid advance is to be settled."""
    claim.state = state
    claim.paid_on = paid_on
    hold(claim, "")
    open_advance = claim.kind == PaperKind.ADVANCE and state == ClaimState.PAID
    claim.outstanding = claim.sanctioned if open_advance else Decimal(0)
    claim.invoice_owed = payment_requests.owed_when(claim, state)


def _refuse_day(claim: ExpenseClaim, paid_on: date, today: date) -> None:
    if paid_on > today:
        raise Refused("claim.paid_in_future", field="paid_on")
    if claim.submitted_on and paid_on < claim.submitted_on:
        raise Refused("claim.paid_too_early", field="paid_on", day=claim.submitted_on.isoformat())


def _account(
    session: Session, claim: ExpenseClaim, account_id: int | None, method: PaymentMethod | None
) -> BankAccount | None:
    settled = claim.sanctioned == claim.offset_total
    if account_id is None or method is None:
        if settled:
            return None
        raise Refused("record.required", field="account_id" if account_id is None else "method")
    account = session.get(BankAccount, account_id)
    if account is None or not account.active:
        raise Refused("claim.account_closed", field="account_id")
    return account


def _refuse_void(session: Session, claim: ExpenseClaim, reason: str) -> None:
    if claim.kind == PaperKind.REVERSAL:
        raise Refused("claim.reversal_stays", number=claim.number)
    if not reason.strip():
        raise Refused("claim.void_reason_missing", field="reason")
    refuse_in_batch(claim)
    _refuse_used(session, claim)


def _refuse_used(session: Session, claim: ExpenseClaim) -> None:
    if used := advances.offsets_on(session, claim.id):
        raise Refused("claim.advance_has_offsets", numbers="、".join(row.claim_number for row in used))


def _reversal(session: Session, actor: Actor, claim: ExpenseClaim, reason: str, today: date) -> ExpenseClaim:
    """The reversing paper: written as a draft (submitted papers take no lines), settled at once."""
    reversal = ExpenseClaim(
        kind=PaperKind.REVERSAL,
        number=numbering.next_number(session, f"{SERIES[PaperKind.REVERSAL]}-{today.year}"),
        state=ClaimState.DRAFT,
        reverses_id=claim.id,
        business_date=today,
        created_by_id=actor.user_id,
        submitted_by_id=actor.user_id,
        amount=-claim.amount,
        tax=-claim.tax,
        sanctioned=-claim.sanctioned,
        offset_total=-claim.offset_total,
        invoice_count=claim.invoice_count,
        attachment_count=claim.attachment_count,
        state_note=reason,
        paid_by_name=actor.name,
        lines=[_reversed_line(line) for line in claim.lines],
        **{name: getattr(claim, name) for name in _SAME},
    )
    session.add(reversal)
    make_findable(session, reversal, invoices_of(session, claim))
    reversal.state = ClaimState.PAID if claim.state == ClaimState.PAID else ClaimState.VOIDED
    reversal.submitted_on = today
    reversal.paid_on = today if reversal.state == ClaimState.PAID else None
    audit.record(session, actor, "create", reversal, reverses=claim.number, reason=reason)
    session.flush()
    if reversal.state == ClaimState.PAID:
        vouchers.give_numbers(session, actor, [reversal])
    return reversal


_SAME = (
    "claimant_id",
    "department_id",
    "project_id",
    "purpose",
    "company_name",
    "claimant_name",
    "department_name",
    "project_name",
    "due_on",
    "grade",
    "payee_id",
    "payee_name",
    "payee_bank",
    "payee_account",
    "contract_number",
    "contract_amount",
)


def _reversed_line(line: ExpenseLine) -> ExpenseLine:
    return ExpenseLine(
        position=line.position,
        category_id=line.category_id,
        category_name=line.category_name,
        spent_on=line.spent_on,
        spent_to=line.spent_to,
        description=line.description,
        amount=-line.amount,
        tax=-line.tax,
        sanctioned=-line.sanctioned,
        project_id=line.project_id,
        project_name=line.project_name,
        invoice_id=line.invoice_id,
        city=line.city,
        nights=line.nights,
        headcount=line.headcount,
        leg=line.leg,
    )
