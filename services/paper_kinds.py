"""What differs between the kinds of papers while they are written: what each must have, and its own checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.expense_claim import ExpenseClaim, PaperKind
from services import payment_requests, travel_claims
from services.claim_check_row import Check
from services.claim_values import ClaimDraft
from services.database import Session
from services.permissions import open_to_all

LINED = frozenset(
    {PaperKind.CLAIM, PaperKind.TRAVEL, PaperKind.PAYMENT}
)  # with lines, which invoices may be under
_WHY = "a step of saving and checking, which have their permissions"
_EMPTY = ClaimDraft()
_OF_PAYMENT = (
    "payee_id", "payee_name", "payee_bank", "payee_account", "contract_number", "contract_amount",
    "invoice_promise", "invoice_due_on",
)  # fmt: skip


@open_to_all(_WHY)
def completed(session: Session, draft: ClaimDraft) -> ClaimDraft:
    """The draft as it is kept: without what its kind does not have, with what its register knows.

    Raises Refused of `travel_claims.refuse_wrong`, `payment_requests.complete` and `payment_requests.refuse_wrong`.
    """
    if draft.kind != PaperKind.TRAVEL:
        draft = replace(draft, legs=(), lines=tuple(replace(line, leg=None) for line in draft.lines))
    if draft.kind != PaperKind.PAYMENT:
        draft = replace(draft, **{name: getattr(_EMPTY, name) for name in _OF_PAYMENT})
    if draft.kind == PaperKind.TRAVEL:
        travel_claims.refuse_wrong(session, draft)
    elif draft.kind == PaperKind.PAYMENT:
        draft = payment_requests.complete(session, draft)
        payment_requests.refuse_wrong(draft)
    return draft


@open_to_all(_WHY)
def checks(session: Session, draft: ClaimDraft, today: date) -> Iterator[Check]:
    """The checks that only this kind of paper has."""
    if draft.kind == PaperKind.TRAVEL:
        yield from travel_claims.itinerary_checks(session, draft, today)
    elif draft.kind == PaperKind.PAYMENT:
        yield from payment_requests.contract_checks(session, draft)


def payable(claim: ExpenseClaim) -> Decimal:
    """What the company pays, in yuan; below zero what it gets: a refund, or a repayment, whole."""
    return -claim.sanctioned if claim.kind == PaperKind.REPAYMENT else claim.sanctioned - claim.offset_total


def is_moot(check: Check, draft: ClaimDraft) -> bool:
    """Whether a finding means nothing on this paper: an invoice that was promised for later is not missing."""
    return check.code == "no_invoice" and payment_requests.needs_no_invoices(draft)
