"""Repayments 还款单 of an advance: in cash, by transfer, or off the pay of a month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.bank_account import BankAccount
from models.expense_claim import AdvanceOffset, ClaimState, ExpenseClaim, PaperKind, PaymentMethod
from services import advances, audit, claim_payments, numbering
from services.claim_drafts import SERIES
from services.claim_records import cashiers, expect, hold, is_writer, load, make_findable, saved
from services.claim_values import Saved, refuse_amount
from services.database import Session, now, once
from services.errors import Refused
from services.permissions import Actor, Permission, check, requires

_SAME = (
    "claimant_id", "department_id", "project_id", "claimant_name", "department_name", "project_name",
    "company_name", "grade",
)  # fmt: skip


@requires(Permission.CLAIM_PAY, Permission.CLAIM_EDIT)
def repay(
    session: Session,
    actor: Actor,
    advance_id: int,
    version: int,
    *,
    amount: Decimal,
    method: PaymentMethod,
    paid_on: date,
    command_id: str,
    today: date,
    account_id: int | None = None,
    pay_month: date | None = None,
    note: str = "",
) -> Saved:
    """Take `amount` yuan of a paid advance back; returns the repayment (HK-2026-0001).

    Cash and transfers are money that has come: the cashier notes them, and the advance has less outstanding at once.
    What is to come off the pay of `pay_month` is held until `confirm`. No approval: money only comes in.
    Raises Refused "record.gone", "record.stale", "claim.wrong_state", "repayment.not_an_advance" (number),
    "permission.denied", "claim.not_yours" (number), "record.required" (account_id, pay_month), "claim.account_closed",
    "claim.amount_missing", "claim.amount_wrong", "claim.offset_too_large" (number, available; field "amount"),
    "claim.paid_in_future", "repayment.before_advance" (field "paid_on"; day), "repayment.month_past" (field
    "pay_month"), "voucher.month_bound" (month).
    """
    advance = load(session, advance_id)
    if not once(session, command_id):
        return saved(advance)
    held = method == PaymentMethod.FROM_PAY
    _refuse_unfit(actor, advance, version, held=held)
    account = None if held else _account(session, account_id)
    month = _month(advance, pay_month) if held else None
    if not held:
        _refuse_day(advance, paid_on, today)
    paper = _written(session, actor, advance, _amount(amount), method=method, month=month, today=today)
    _refuse_excess(session, paper)
    advance.updated_at = now()  # whoever saw it before must look again
    audit.record(session, actor, "repay", advance, repayment=paper.number, amount=f"{amount:.2f}")
    if held:
        paper.state = ClaimState.TO_PAY
        hold(paper, cashiers(session))
        session.flush()
    else:
        claim_payments.mark_paid(session, actor, paper, account, method=method, paid_on=paid_on, note=note)
    return saved(paper)


@requires(Permission.CLAIM_PAY)
def confirm(
    session: Session,
    actor: Actor,
    repayment_id: int,
    version: int,
    *,
    paid_on: date,
    command_id: str,
    today: date,
    note: str = "",
) -> Saved:
    """The pay of its month was paid without the amount: the advance has less outstanding from now on.

    Raises Refused "record.gone", "record.stale", "approval.already_decided", "claim.wrong_state" (number, state),
    "claim.paid_in_future", "repayment.month_not_begun" (field "paid_on"; month), "claim.offset_too_large",
    "voucher.month_bound" (month).
    """
    paper = load(session, repayment_id)
    if not once(session, command_id):
        return saved(paper)
    expect(session, paper, version, {ClaimState.TO_PAY})
    if paper.kind != PaperKind.REPAYMENT:
        raise Refused("claim.wrong_state", number=paper.number, state=paper.state.value)
    if paid_on > today:
        raise Refused("claim.paid_in_future", field="paid_on")
    if paper.pay_month and paid_on < paper.pay_month:
        raise Refused("repayment.month_not_begun", field="paid_on", month=f"{paper.pay_month:%Y-%m}")
    method = paper.payment_method or PaymentMethod.FROM_PAY
    claim_payments.mark_paid(session, actor, paper, None, method=method, paid_on=paid_on, note=note)
    return saved(paper)


def _refuse_unfit(actor: Actor, advance: ExpenseClaim, version: int, *, held: bool) -> None:
    """Who has the money notes that it came; that it is to come off the pay may also be written by the clerk."""
    if advance.kind != PaperKind.ADVANCE:
        raise Refused("repayment.not_an_advance", number=advance.number)
    if advance.version != version:
        raise Refused("record.stale")
    if advance.state != ClaimState.PAID:
        raise Refused("claim.wrong_state", number=advance.number, state=advance.state.value)
    if not held:
        check(actor, Permission.CLAIM_PAY)
    elif not (actor.can(Permission.CLAIM_PAY) or is_writer(actor, advance)):
        raise Refused("claim.not_yours", number=advance.number)


def _amount(amount: Decimal) -> Decimal:
    refuse_amount("amount", amount)
    if amount == 0:
        raise Refused("claim.amount_missing", field="amount")
    return amount


def _account(session: Session, account_id: int | None) -> BankAccount:
    if account_id is None:
        raise Refused("record.required", field="account_id")
    account = session.get(BankAccount, account_id)
    if account is None or not account.active:
        raise Refused("claim.account_closed", field="account_id")
    return account


def _month(advance: ExpenseClaim, pay_month: date | None) -> date:
    if pay_month is None:
        raise Refused("record.required", field="pay_month")
    first = pay_month.replace(day=1)
    if advance.paid_on and first < advance.paid_on.replace(day=1):
        raise Refused("repayment.month_past", field="pay_month")
    return first


def _refuse_day(advance: ExpenseClaim, paid_on: date, today: date) -> None:
    if paid_on > today:
        raise Refused("claim.paid_in_future", field="paid_on")
    if advance.paid_on and paid_on < advance.paid_on:
        raise Refused("repayment.before_advance", field="paid_on", day=advance.paid_on)


def _written(
    session: Session,
    actor: Actor,
    advance: ExpenseClaim,
    amount: Decimal,
    *,
    method: PaymentMethod,
    month: date | None,
    today: date,
) -> ExpenseClaim:
    """The paper as a draft, which alone takes an offset."""
    paper = ExpenseClaim(
        kind=PaperKind.REPAYMENT,
        number=numbering.next_number(session, f"{SERIES[PaperKind.REPAYMENT]}-{today.year}"),
        state=ClaimState.DRAFT,
        business_date=today,
        purpose=f"归还借款 {advance.number}：{advance.purpose}",
        amount=amount,
        sanctioned=amount,
        offset_total=amount,
        payment_method=method,
        pay_month=month,
        created_by_id=actor.user_id,
        submitted_by_id=actor.user_id,
        submitted_on=today,
        lines=[],
        legs=[],
        checks=[],
        offsets=[AdvanceOffset(advance_id=advance.id, amount=amount)],
        **{name: getattr(advance, name) for name in _SAME},
    )
    session.add(paper)
    make_findable(session, paper, ())
    audit.record(session, actor, "create", paper, advance=advance.number)
    return paper


def _refuse_excess(session: Session, paper: ExpenseClaim) -> None:
    try:
        advances.refuse_excess(session, paper, lock=True)
    except Refused as refused:
        raise Refused(refused.code, field="amount", **refused.values) from refused
