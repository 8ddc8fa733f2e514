"""What somebody may do with a paper as it stands."""

from __future__ import annotations

from enum import StrEnum

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from services import approval_steps
from services.approval_levels import office
from services.claim_payments import VOIDABLE
from services.claim_records import is_writer, paper_of
from services.database import Session
from services.permissions import Actor, Permission, requires


class ClaimAction(StrEnum):
    """What the actor may do with the paper as it stands."""

    EDIT = "edit"
    SUBMIT = "submit"
    DELETE = "delete"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    SANCTION = "sanction"
    REFER = "refer"
    ADD_SIGNER = "add_signer"
    REMIND = "remind"
    PAY = "pay"
    VOID = "void"
    REPAY = "repay"
    FILE_INVOICE = "file_invoice"
    PRINT = "print"


@requires(Permission.CLAIM_SEE)
def actions(session: Session, actor: Actor, claim: ExpenseClaim) -> frozenset[ClaimAction]:
    """What the actor may do with the paper as it stands."""
    may = {ClaimAction.PRINT} if claim.lines or claim.kind != PaperKind.CLAIM else set()
    if claim.kind == PaperKind.REVERSAL:
        return frozenset(may)
    if actor.can(Permission.CLAIM_EDIT) and is_writer(actor, claim):
        may |= _EDITS.get(claim.state, set())
    if claim.state == ClaimState.SUBMITTED and actor.can(Permission.CLAIM_DECIDE):
        may |= _DECIDES if approval_steps.asked(session, actor, paper_of(claim)) else set()
    if claim.state == ClaimState.SUBMITTED and ClaimAction.APPROVE not in may:
        may |= _beside(session, actor, claim)
    in_batch = claim.state == ClaimState.TO_PAY and bool(claim.batch_number)
    if claim.state == ClaimState.TO_PAY and actor.can(Permission.CLAIM_PAY) and not in_batch:
        may.add(ClaimAction.PAY)
    if claim.state in VOIDABLE and actor.can(Permission.CLAIM_VOID) and not in_batch:
        may.add(ClaimAction.VOID)
    if claim.state == ClaimState.PAID:
        may |= _after_payment(actor, claim)
    return frozenset(may)


def _beside(session: Session, actor: Actor, claim: ExpenseClaim) -> set[ClaimAction]:
    """Who is not asked may ask after the paper; a user administrator moves one that nobody can decide."""
    may = {ClaimAction.REMIND} if actor.can(Permission.CLAIM_EDIT) else set()
    paper = paper_of(claim)
    step = approval_steps.pending(session, paper)
    if actor.can(Permission.USER_EDIT) and step and office(session).is_stuck(paper, step):
        may.add(ClaimAction.REFER)
    return may


_DECIDES = {
    ClaimAction.APPROVE, ClaimAction.RETURN, ClaimAction.SANCTION, ClaimAction.REFER, ClaimAction.ADD_SIGNER,
}  # fmt: skip


def _after_payment(actor: Actor, claim: ExpenseClaim) -> set[ClaimAction]:
    """A paid advance is given back, an invoice that was promised is filed: by the cashier, or by its writer."""
    if not (
        actor.can(Permission.CLAIM_PAY) or (actor.can(Permission.CLAIM_EDIT) and is_writer(actor, claim))
    ):
        return set()
    if claim.outstanding:
        return {ClaimAction.REPAY}
    return {ClaimAction.FILE_INVOICE} if claim.invoice_owed else set()


_WRITE = {ClaimAction.EDIT, ClaimAction.SUBMIT}
_EDITS = {
    ClaimState.DRAFT: _WRITE | {ClaimAction.DELETE},
    ClaimState.RETURNED: _WRITE,
    ClaimState.WITHDRAWN: _WRITE,
    ClaimState.SUBMITTED: {ClaimAction.WITHDRAW},
}
