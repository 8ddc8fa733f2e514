"""Payment requests 付款申请单: whom, on which contract, how much of it is paid, and when the invoice comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import object_session

from models.expense_claim import ClaimState, ExpenseClaim, InvoicePromise, PaperKind
from models.invoice import Invoice
from models.payee import Payee
from services.claim_check_row import Check, passed, warn
from services.claim_values import ClaimDraft, refuse_amount, total
from services.database import Session
from services.errors import Refused
from services.money import format_money
from services.permissions import Actor, Permission, open_to_all, requires

_WAITING = (ClaimState.SUBMITTED, ClaimState.TO_PAY)
_WHY = "a step of saving and paying, which have their permissions"
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Contract:
    """How a contract stands beside one request, in yuan: paid, on its way to payment, its amount where it is known."""

    paid: Decimal
    waiting: Decimal
    amount: Decimal | None


@requires(Permission.CLAIM_SEE)
def contract(session: Session, actor: Actor, draft: ClaimDraft) -> Contract:  # noqa: ARG001 - the permission needs it
    """How the payee's contract stands without this request."""
    name = _payee_name(session, draft)
    paid = _sum(session, name, draft.contract_number, draft.id, (ClaimState.PAID,))
    return Contract(
        paid, _sum(session, name, draft.contract_number, draft.id, _WAITING), draft.contract_amount
    )


@open_to_all(_WHY)
def paid_so_far(session: Session, claim: ExpenseClaim) -> Decimal:
    """累计已付: what requests of the same payee and contract were paid, without this one; 0 without a contract."""
    return _sum(session, claim.payee_name, claim.contract_number, claim.id, (ClaimState.PAID,))


@open_to_all(_WHY)
def complete(session: Session, draft: ClaimDraft) -> ClaimDraft:
    """The draft with name, bank and account of its registered payee where they are not typed.

    Raises Refused "claim.unknown_choice" (payee_id), "payment.payee_closed" (payee_id, name).
    """
    if draft.payee_id is None:
        return draft
    payee = session.get(Payee, draft.payee_id)
    if payee is None:
        raise Refused("claim.unknown_choice", field="payee_id")
    if not payee.active:
        raise Refused("payment.payee_closed", field="payee_id", name=payee.name)
    return replace(
        draft,
        payee_name=draft.payee_name.strip() or payee.name,
        payee_bank=draft.payee_bank.strip() or payee.bank_name,
        payee_account=draft.payee_account.strip() or payee.bank_account,
    )


def refuse_wrong(draft: ClaimDraft) -> None:
    """Refuse a request that does not say whom, on which contract, or when the invoice comes.

    Raises Refused, each at its field: "payment.payee_missing", "record.required" (invoice_promise,
    invoice_due_on), "payment.invoice_due_early", "payment.contract_number", "payment.no_offsets", and of the
    contract's amount "claim.amount_wrong", "claim.amount_negative", "claim.amount_too_large".
    """
    if not draft.payee_name.strip():
        raise Refused("payment.payee_missing", field="payee_id")
    if draft.contract_amount is not None:
        refuse_amount("contract_amount", draft.contract_amount)
        if not draft.contract_number.strip():
            raise Refused("payment.contract_number", field="contract_number")
    if draft.invoice_promise is None:
        raise Refused("record.required", field="invoice_promise")
    if draft.invoice_promise == InvoicePromise.LATER:
        if draft.invoice_due_on is None:
            raise Refused("record.required", field="invoice_due_on")
        if draft.business_date and draft.invoice_due_on < draft.business_date:
            raise Refused("payment.invoice_due_early", field="invoice_due_on")
    if draft.offsets:
        raise Refused("payment.no_offsets", field="offsets")


@open_to_all(_WHY)
def contract_checks(session: Session, draft: ClaimDraft) -> Iterator[Check]:
    """Whether the contract would be overpaid, and why no invoice is due when none is."""
    if draft.invoice_promise == InvoicePromise.NONE:
        yield warn("no_invoice_due", "")
    if not draft.contract_number.strip() or not draft.contract_amount:
        return
    name, number, now = _payee_name(session, draft), draft.contract_number.strip(), total(draft)
    paid = _sum(session, name, number, draft.id, (ClaimState.PAID,))
    waiting = _sum(session, name, number, draft.id, _WAITING)
    over = paid + waiting + now - draft.contract_amount
    values = {
        "contract": number,
        "amount": format_money(draft.contract_amount),
        "paid": format_money(paid),
        "waiting": format_money(waiting),
        "now": format_money(now),
    }
    if over > 0:
        yield warn("contract_overpaid", number, over=format_money(over), **values)
    else:
        yield passed("contract_within", rest=format_money(-over), **values)


def needs_no_invoices(draft: ClaimDraft) -> bool:
    """Whether its lines may stand without invoices: they come later, or none is due."""
    later = (InvoicePromise.LATER, InvoicePromise.NONE)
    return draft.kind == PaperKind.PAYMENT and draft.invoice_promise in later


@open_to_all(_WHY)
def owed_when(claim: ExpenseClaim, state: ClaimState) -> Decimal:
    """What of a request has no invoice yet once it is in `state`: of a paid one whose invoice was promised for later."""
    later = claim.invoice_promise == InvoicePromise.LATER
    if claim.kind != PaperKind.PAYMENT or state != ClaimState.PAID or not later:
        return _NOTHING
    session = object_session(claim)
    assert session is not None, "a stored paper"
    return owed(session, claim)


@open_to_all(_WHY)
def owed(session: Session, claim: ExpenseClaim) -> Decimal:
    """What was paid less the invoices that are here, never below zero; yuan."""
    with session.no_autoflush:
        here = session.scalar(select(func.sum(Invoice.total)).where(Invoice.claim_id == claim.id))
    return max(claim.sanctioned - claim.offset_total - (here or _NOTHING), _NOTHING)


def _payee_name(session: Session, draft: ClaimDraft) -> str:
    payee = session.get(Payee, draft.payee_id) if draft.payee_id else None
    return draft.payee_name.strip() or (payee.name if payee else "")


def _sum(
    session: Session, payee: str, number: str, without: int | None, states: tuple[ClaimState, ...]
) -> Decimal:
    if not number.strip() or not payee:
        return _NOTHING
    found = session.scalar(
        select(func.sum(ExpenseClaim.sanctioned)).where(
            ExpenseClaim.kind == PaperKind.PAYMENT,
            ExpenseClaim.payee_name == payee,
            ExpenseClaim.contract_number == number.strip(),
            ExpenseClaim.state.in_(states),
            ExpenseClaim.id != (without or 0),
        )
    )
    return found or _NOTHING
