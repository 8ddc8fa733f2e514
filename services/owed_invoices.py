"""Invoices 欠票 that a paid payment request was promised: who still owes one, and the invoice when it comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.invoice import Invoice, InvoiceState
from models.people import Company
from services import (
    attachments,
    audit,
    claim_attachments,
    claim_duplicates,
    invoice_records,
    payment_requests,
    typed_invoices,
)
from services.claim_checks import refuse_stops
from services.claim_invoice_checks import Ground, invoice_checks
from services.claim_invoices import FileProblem, fill
from services.claim_records import invoices_of, is_writer, load, make_findable, saved
from services.claim_rules import rules_on
from services.claim_values import Saved
from services.database import Session, now, once
from services.errors import Refused
from services.invoices.model import Reading
from services.invoices.numbers import invoice_key
from services.permissions import Actor, Permission, requires
from services.typed_invoices import InvoiceDraft


@dataclass(frozen=True, slots=True)
class Owed:
    """How many paid requests wait for their invoice, and for how many yuan; those of them that are overdue."""

    count: int
    total: Decimal
    overdue: int


@dataclass(frozen=True, slots=True)
class Filed:
    """Where the request stands, what is still owed in yuan, and the files that gave no invoice."""

    saved: Saved
    owed: Decimal
    problems: tuple[FileProblem, ...] = ()


@requires(Permission.CLAIM_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> Owed:  # noqa: ARG001 - the permission needs it
    """What is owed in all."""
    where = (ExpenseClaim.invoice_owed > Decimal(0), ExpenseClaim.state == ClaimState.PAID)
    count, total = session.execute(
        select(func.count(), func.sum(ExpenseClaim.invoice_owed)).where(*where)
    ).one()
    late = select(func.count()).where(*where, ExpenseClaim.invoice_due_on < today)
    return Owed(count, total or Decimal(0), session.scalar(late) or 0)


@requires(Permission.CLAIM_EDIT)
def file_read(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    readings: Sequence[Reading],
    paths: Sequence[Path],
    *,
    command_id: str,
    today: date,
) -> Filed:
    """File invoices that were read (`readings`, of the files `paths`) with a paid request; less is owed then.

    A file that cannot be used is a value in `problems`: the reader's refusal, "claim.invoice_already_here",
    "claim.red_letter_invoice", "claim.invoice_without_amount", "claim.stopped", "claim.invoice_in_use". Raises Refused of `file_typed`.
    """
    claim = load(session, claim_id)
    if not once(session, command_id):
        return Filed(saved(claim), claim.invoice_owed)
    _refuse_unfit(actor, claim, version)
    problems = []
    for reading, path in zip(readings, paths, strict=True):
        try:
            with session.begin_nested():
                _file(session, actor, claim, reading, path, today)
        except Refused as refused:
            problems.append(FileProblem(reading.file, refused))
    if len(problems) < len(readings):
        _settle(session, actor, claim)
    return Filed(saved(claim), claim.invoice_owed, tuple(problems))


@requires(Permission.CLAIM_EDIT)
def file_typed(
    session: Session,
    actor: Actor,
    claim_id: int,
    version: int,
    draft: InvoiceDraft,
    *,
    command_id: str,
    today: date,
) -> Filed:
    """File an invoice typed from paper with a paid request.

    Raises Refused "record.gone", "record.stale", "claim.not_yours" (number), "claim.wrong_state", "payment.nothing_owed"
    (number), "claim.stopped" (count, check) for one that was used before or is not ours, "claim.invoice_in_use" (a race
    lost), and of the typed values "record.required", "claim.amount_wrong", "claim.amount_too_large".
    """
    claim = load(session, claim_id)
    if not once(session, command_id):
        return Filed(saved(claim), claim.invoice_owed)
    _refuse_unfit(actor, claim, version)
    invoice = typed_invoices.made(draft)
    invoice.claim_id, invoice.seen_on = claim.id, today
    _take(session, actor, claim, invoice, "create", today)
    _settle(session, actor, claim)
    return Filed(saved(claim), claim.invoice_owed)


def _refuse_unfit(actor: Actor, claim: ExpenseClaim, version: int) -> None:
    if not (is_writer(actor, claim) or actor.can(Permission.CLAIM_PAY)):
        raise Refused("claim.not_yours", number=claim.number)
    if claim.version != version:
        raise Refused("record.stale")
    if claim.state != ClaimState.PAID:
        raise Refused("claim.wrong_state", number=claim.number, state=claim.state.value)
    if claim.kind != PaperKind.PAYMENT or not claim.invoice_owed:
        raise Refused("payment.nothing_owed", number=claim.number)


def _file(
    session: Session, actor: Actor, claim: ExpenseClaim, reading: Reading, path: Path, today: date
) -> None:
    refused = _unusable(session, claim, reading)
    if refused is not None or reading.invoice is None:
        raise refused or Refused("invoice.unreadable")
    read = reading.invoice
    key = invoice_key(read.code, read.number) if read.number else ""
    stored = invoice_records.in_store(session, key, reading.sha256)
    if stored is not None:
        invoice_records.take(session, actor, stored, claim, path)
        _take(session, actor, claim, stored, "edit", today)
        return
    file = attachments.store(session, actor, ExpenseClaim.__tablename__, claim.id, path)
    invoice = Invoice(claim_id=claim.id, attachment_id=file.id, seen_on=today)
    fill(invoice, reading.invoice)
    invoice.file_sha256 = reading.sha256 or file.sha256
    _take(session, actor, claim, invoice, "read", today)


def _unusable(session: Session, claim: ExpenseClaim, reading: Reading) -> Refused | None:
    read = reading.invoice
    if read is None:
        return reading.error or Refused("invoice.unreadable")
    if any(reading.sha256 and one.file_sha256 == reading.sha256 for one in invoices_of(session, claim)):
        return Refused("claim.invoice_already_here", number=read.number)
    if read.red_letter:
        return Refused("claim.red_letter_invoice", number=read.number)
    return Refused("claim.invoice_without_amount", number=read.number) if not read.total else None


def _take(
    session: Session, actor: Actor, claim: ExpenseClaim, invoice: Invoice, act: str, today: date
) -> None:
    """The invoice is used by this request from now on, like one that was there at its submission."""
    company = session.get(Company, 1)
    ground = Ground(
        company_name=company.name if company else "",
        company_tax_id=company.tax_id if company else "",
        claimant_name=claim.claimant_name,
        lines=(),
        today=today,
        rules=rules_on(session, today),
    )
    invoice_records.keep(session, actor, act, invoice)
    found = [
        *claim_duplicates.duplicate_checks(session, claim.id, [*invoices_of(session, claim)]),
        *invoice_checks([invoice], ground),
    ]
    refuse_stops(found)
    invoice.used_key = invoice.number_key or f"file:{invoice.file_sha256 or invoice.id}"
    invoice.state = InvoiceState.USED
    try:
        session.flush()
    except IntegrityError as error:
        raise Refused("claim.invoice_in_use", field="number") from error


def _settle(session: Session, actor: Actor, claim: ExpenseClaim) -> None:
    """Less is owed, the paper has more files, and is found by the new numbers."""
    before = claim.invoice_owed
    invoices = invoices_of(session, claim)
    claim.invoice_owed = payment_requests.owed(session, claim)
    claim.invoice_count = len(invoices)
    claim.attachment_count = claim_attachments.count(session, claim.id)
    claim.updated_at = now()
    audit.record(session, actor, "file_invoice", claim, owed=[f"{before:.2f}", f"{claim.invoice_owed:.2f}"])
    make_findable(session, claim, invoices)
