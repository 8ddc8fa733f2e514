"""What a seller does to an invoice after it was issued: red-lettered 红冲, cancelled 作废; and taken back."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from models.expense_claim import CheckLevel, ClaimCheck, ClaimState, ExpenseClaim
from models.invoice import Invoice, InvoiceState
from services import audit, claim_records, invoice_records, records
from services.claim_invoice_checks import name_of, subject_of
from services.database import Session, now, once
from services.errors import Refused
from services.permissions import Actor, Permission, requires

AFTER_PAYMENT = "invoice_taken_back"


@requires(Permission.INVOICE_EDIT)
def mark(
    session: Session,
    actor: Actor,
    invoice_id: int,
    version: int,
    state: InvoiceState | None,
    *,
    marked_on: date | None,
    note: str,
    command_id: str,
    today: date,
) -> int:
    """Say that the seller red-lettered or cancelled an invoice on that day; returns its id.

    Nothing is taken back from its paper: one that waits cannot be approved or paid any more, one that was paid
    shows it as a doubt until the money is back.
    Raises Refused "record.gone", "record.stale", "record.required" (state, marked_on), "invoice.not_a_mark",
    "invoice.marked_already" (number), "invoice.marked_in_future", "invoice.marked_too_early" (day).
    """
    invoice = records.load(session, Invoice, invoice_id)
    if not once(session, command_id):
        return invoice.id
    invoice = records.expect(session, Invoice, invoice_id, version)
    day = _refuse_nonsense(invoice, state, marked_on, today)
    assert state is not None, "refused above"
    invoice.state, invoice.marked_on, invoice.mark_note = state, day, records.tidy(note, "note")
    invoice_records.keep(session, actor, "mark", invoice)
    _tell_paper(session, actor, invoice)
    return invoice.id


@requires(Permission.INVOICE_EDIT)
def unmark(
    session: Session, actor: Actor, invoice_id: int, version: int, *, reason: str, command_id: str
) -> int:
    """Take a mark back that was made in error, saying why.

    Raises Refused "record.gone", "record.stale", "record.required" (reason), "invoice.not_marked" (number),
    "invoice.is_red_letter" (number).
    """
    invoice = records.load(session, Invoice, invoice_id)
    if not once(session, command_id):
        return invoice.id
    invoice = records.expect(session, Invoice, invoice_id, version)
    why = records.required(reason, "reason")
    if invoice.state not in invoice_records.MARKED:
        raise Refused("invoice.not_marked", number=invoice.number)
    if invoice.red_letter:
        raise Refused("invoice.is_red_letter", number=invoice.number)
    invoice.state = InvoiceState.USED if invoice.used_key else InvoiceState.UNUSED
    invoice.marked_on, invoice.mark_note = None, ""
    invoice_records.keep(session, actor, "unconfirm", invoice, reason=why)
    _tell_paper(session, actor, invoice)
    return invoice.id


def _refuse_nonsense(
    invoice: Invoice, state: InvoiceState | None, marked_on: date | None, today: date
) -> date:
    if state is None or marked_on is None:
        raise Refused("record.required", field="state" if state is None else "marked_on")
    if state not in invoice_records.MARKED:
        raise Refused("invoice.not_a_mark", field="state")
    if invoice.state in invoice_records.MARKED:
        raise Refused("invoice.marked_already", number=invoice.number)
    if marked_on > today:
        raise Refused("invoice.marked_in_future", field="marked_on")
    if invoice.issued_on and marked_on < invoice.issued_on:
        raise Refused("invoice.marked_too_early", field="marked_on", day=invoice.issued_on.isoformat())
    return marked_on


def _tell_paper(session: Session, actor: Actor, invoice: Invoice) -> None:
    """A paper that can no longer be changed shows the mark among its checks; an open one looks for itself."""
    if invoice.claim_id is None:
        return
    claim = claim_records.load(session, invoice.claim_id)
    if claim.state not in (ClaimState.SUBMITTED, ClaimState.TO_PAY, ClaimState.PAID):
        return
    subject = subject_of(invoice)
    for row in [row for row in claim.checks if row.code == AFTER_PAYMENT and row.subject == subject]:
        claim.checks.remove(row)
    if invoice.state in invoice_records.MARKED:
        claim.checks.append(_check(session, claim, invoice, subject))
    claim.doubt_count = sum(row.level != CheckLevel.OK for row in claim.checks)
    claim.updated_at = now()  # whoever looks at it sees another paper now
    audit.record(session, actor, "mark", claim, invoice=invoice.number)
    session.flush()


def _check(session: Session, claim: ExpenseClaim, invoice: Invoice, subject: str) -> ClaimCheck:
    last = session.scalar(select(func.max(ClaimCheck.position)).where(ClaimCheck.claim_id == claim.id))
    return ClaimCheck(
        position=(last if last is not None else -1) + 1,
        code=AFTER_PAYMENT,
        subject=subject,
        level=CheckLevel.STOP,
        values={"number": name_of(invoice), "day": str(invoice.marked_on), "note": invoice.mark_note},
        reason="",
    )
