"""An invoice's record as every step needs it: kept and found, taken by a paper, given back to the store, used."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sqlalchemy import or_, select

from models.expense_claim import ClaimState, ExpenseClaim
from models.invoice import Invoice, InvoiceState
from services import attachments, audit, search
from services.claim_records import invoices_of
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, open_to_all

MARKED = frozenset({InvoiceState.RED_LETTERED, InvoiceState.CANCELLED})
_WHY = "a step of services that have checked"


@open_to_all(_WHY)
def keep(session: Session, actor: Actor, action: str, invoice: Invoice, **notes: object) -> None:
    """Write an invoice down with its act, findable by number, code, names and total."""
    invoice.search_text = found_by(invoice)
    audit.record(session, actor, action, invoice, **notes)
    session.flush()
    search.index(session, Invoice.__tablename__, invoice.id, invoice.search_text)


def found_by(invoice: Invoice) -> str:
    """The words an invoice is found by."""
    total = "" if invoice.total is None else f"{invoice.total:.2f}"
    names = (invoice.seller_name, invoice.buyer_name, invoice.seller_tax_id)
    return search.text_for(invoice.number, invoice.code, *names, total)


@open_to_all("a step of upgrading, before anybody is there")
def fill_search(session: Session) -> None:
    """Invoices from before the store become findable; nothing else about them changes."""
    table = Invoice.__table__
    for invoice in session.scalars(select(Invoice).execution_options(yield_per=500)):
        words = found_by(invoice)
        change = table.update().where(table.c.id == invoice.id).values(search_text=words)  # type: ignore[attr-defined]  # it is a Table
        session.execute(change)
        search.index(session, Invoice.__tablename__, invoice.id, words)


@open_to_all(_WHY)
def in_store(session: Session, number_key: str, sha256: str) -> Invoice | None:
    """The stored invoice of this number or this file that a paper may take: on none, or on one that was voided."""
    same = [Invoice.number_key == number_key] if number_key else []
    same += [Invoice.file_sha256 == sha256] if sha256 else []
    if not same:
        return None
    return session.scalar(
        select(Invoice)
        .outerjoin(ExpenseClaim, ExpenseClaim.id == Invoice.claim_id)
        .where(
            or_(*same),
            Invoice.used_key.is_(None),
            or_(Invoice.claim_id.is_(None), ExpenseClaim.state == ClaimState.VOIDED),
        )
        .order_by(Invoice.claim_id.is_not(None), Invoice.id.desc())
        .limit(1),
    )


@open_to_all(_WHY)
def not_to_take(session: Session, invoice: Invoice) -> Refused | None:
    """Why no paper may take the invoice out of the store; None when one may."""
    if invoice.state == InvoiceState.RED_LETTERED:
        return Refused("claim.invoice_red_lettered", **marked_values(invoice))
    if invoice.state == InvoiceState.CANCELLED:
        return Refused("claim.invoice_cancelled", **marked_values(invoice))
    paper = session.get(ExpenseClaim, invoice.claim_id) if invoice.claim_id else None
    if paper is not None and paper.state != ClaimState.VOIDED:
        return Refused("invoice.on_paper", number=invoice.number or "—", paper=paper.number)
    return None


@open_to_all(_WHY)
def take(
    session: Session, actor: Actor, invoice: Invoice, claim: ExpenseClaim, path: Path | None = None
) -> None:
    """The paper has the invoice from now on, and its file; `path` is the file of an invoice that had none.

    Raises Refused of the attachment.
    """
    kind = ExpenseClaim.__tablename__
    if invoice.attachment_id is not None:
        file = attachments.give_to(session, actor, invoice.attachment_id, kind, claim.id)
        invoice.attachment_id = file.id
    elif path is not None:
        invoice.attachment_id = attachments.store(session, actor, kind, claim.id, path).id
    invoice.claim_id = claim.id
    keep(session, actor, "edit", invoice)


@open_to_all(_WHY)
def let_go(session: Session, actor: Actor, invoices: Iterable[Invoice]) -> None:
    """Back to the store, with their files, as on no paper; one that the store knows already is there only once."""
    for invoice in invoices:
        if _is_known(session, invoice):
            file = invoice.attachment_id
            _forget(session, actor, invoice)
            if file is not None:
                attachments.remove(session, actor, file)
            continue
        invoice.claim_id = None
        free(invoice)
        if invoice.attachment_id is not None:
            attachments.give_to(session, actor, invoice.attachment_id, Invoice.__tablename__, invoice.id)
        keep(session, actor, "take_out", invoice)


@open_to_all(_WHY)
def remove(session: Session, actor: Actor, invoice: Invoice) -> None:
    """Take an invoice out of the store for good, with its files; the history keeps what it said."""
    files = attachments.of(session, actor, Invoice.__tablename__, invoice.id)
    _forget(session, actor, invoice)
    for file in files:
        attachments.remove(session, actor, file.id)


def use(invoice: Invoice) -> None:
    """From the submission of its paper on nobody else can hand it in; what its seller did to it stays said."""
    invoice.used_key = invoice.number_key or f"file:{invoice.file_sha256 or invoice.id}"
    if invoice.state not in MARKED:
        invoice.state = InvoiceState.USED


def free(invoice: Invoice) -> None:
    """It may be handed in again. A withdrawn or returned paper keeps its invoices used: it still claims them."""
    invoice.used_key = None
    if invoice.state not in MARKED:
        invoice.state = InvoiceState.UNUSED


@open_to_all(_WHY)
def refuse_marked(session: Session, claim: ExpenseClaim) -> None:
    """Refuse to go on with a paper whose invoice was taken back by its seller.

    Raises Refused "claim.invoice_red_lettered" or "claim.invoice_cancelled" (number, day).
    """
    for invoice in invoices_of(session, claim):
        if invoice.state in MARKED:
            refused = not_to_take(session, invoice)
            assert refused is not None, "a marked invoice is not to be taken"
            raise refused


def marked_values(invoice: Invoice) -> dict[str, str]:
    """What a sentence about a red-lettered or cancelled invoice tells."""
    day = invoice.marked_on or invoice.issued_on or date.min
    return {"number": invoice.number or "—", "day": day.isoformat()}


def _is_known(session: Session, invoice: Invoice) -> bool:
    same = [Invoice.number_key == invoice.number_key] if invoice.number_key else []
    same += [Invoice.file_sha256 == invoice.file_sha256] if invoice.file_sha256 else []
    if not same:
        return False
    other = select(Invoice.id).where(or_(*same), Invoice.id != invoice.id).limit(1)
    return session.scalar(other) is not None


def _forget(session: Session, actor: Actor, invoice: Invoice) -> None:
    search.remove(session, Invoice.__tablename__, invoice.id)
    audit.record(session, actor, "delete", invoice)
    session.delete(invoice)
    session.flush()
