"""Invoices as a clerk types them: paper ones that no file tells about, and files that were misread."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from models.expense_claim import EDITABLE
from models.invoice import Invoice
from models.people import Company
from services import claim_drafts, claim_writing, invoice_records
from services.claim_records import expect, load, refuse_stranger
from services.claim_values import ClaimDraft, refuse_amount
from services.database import Session
from services.errors import Refused
from services.invoices.model import CONFIRMED, OCR, UNREAD, Certainty, InvoiceKind
from services.invoices.numbers import invoice_key
from services.permissions import Actor, Permission, check, requires

_READ_AS = {"issued_on": "date"}
_TYPED = {"where": "typed", "sure": Certainty.CERTAIN.value}


@dataclass(frozen=True, slots=True)
class InvoiceDraft:
    """An invoice as typed; amounts in yuan, None when the paper does not say. `version` is the invoice's own."""

    id: int | None = None
    version: int | None = None
    kind: InvoiceKind = InvoiceKind.PAPER_ORDINARY
    code: str = ""
    number: str = ""
    issued_on: date | None = None
    net: Decimal | None = None
    tax: Decimal | None = None
    total: Decimal | None = None
    buyer_name: str = ""
    buyer_tax_id: str = ""
    seller_name: str = ""
    seller_tax_id: str = ""
    check_code: str = ""
    red_letter: bool = False
    sources: Mapping[str, Any] = field(default_factory=dict)  # shown only
    confirmed: frozenset[str] = frozenset()  # fields that a person has compared with the paper


_FIELDS = tuple(
    name for name in InvoiceDraft.__slots__ if name not in {"id", "version", "sources", "confirmed"}
)


@requires(Permission.CLAIM_EDIT, Permission.INVOICE_EDIT)
def new(session: Session, actor: Actor) -> InvoiceDraft:  # noqa: ARG001 - the permission needs the actor
    """An empty invoice made out to the company."""
    company = session.get(Company, 1)
    return InvoiceDraft(
        buyer_name=company.name if company else "",
        buyer_tax_id=company.tax_id if company else "",
    )


@requires(Permission.CLAIM_SEE, Permission.INVOICE_SEE)
def get(session: Session, actor: Actor, invoice_id: int) -> InvoiceDraft:  # noqa: ARG001 - the permission needs it
    """The invoice as it stands. Raises Refused "record.gone"."""
    invoice = _find(session, invoice_id)
    values = {name: getattr(invoice, name) for name in _FIELDS} | {"kind": InvoiceKind(invoice.kind)}
    return InvoiceDraft(id=invoice.id, version=invoice.version, sources=dict(invoice.sources), **values)


@requires(Permission.CLAIM_EDIT, Permission.INVOICE_EDIT)
def correct(session: Session, actor: Actor, draft: InvoiceDraft, *, today: date) -> int:
    """Store what the clerk read on the invoice itself; what changed is marked as typed, the checks run again.

    Fields that were recognised in a picture and are among `draft.confirmed` count as certain from now on.
    An invoice on no paper may be corrected by whoever keeps the store.

    Raises Refused "record.gone", "claim.not_yours" (number), "record.stale", "claim.wrong_state" (number, state),
    "record.required", "claim.amount_wrong", "claim.amount_too_large".
    """
    assert draft.id is not None, "a stored invoice"
    _refuse_nonsense(draft)
    invoice = _find(session, draft.id)
    claim = load(session, invoice.claim_id) if invoice.claim_id else None
    if claim is None:
        check(actor, Permission.INVOICE_EDIT)
    else:
        refuse_stranger(actor, claim)
        expect(session, claim, claim.version, EDITABLE)
    if invoice.version != draft.version:
        raise Refused("record.stale")
    _write(invoice, draft)
    notes = {"fields": sorted(draft.confirmed)} if _confirm(invoice, draft.confirmed) else {}
    invoice_records.keep(session, actor, "confirm" if notes else "edit", invoice, **notes)
    if claim is not None:
        reasons = dict(claim_writing.draft_of(claim).reasons)
        claim_drafts.refresh(session, claim, reasons, today=today)
    return invoice.id


@requires(Permission.INVOICE_EDIT)
def add_to_store(session: Session, actor: Actor, draft: InvoiceDraft, *, today: date) -> int:
    """Store a paper invoice that is on no claim yet; returns its id.

    Raises Refused "record.required", "claim.amount_wrong", "claim.amount_too_large", "invoice.known" (number) when
    the number is stored already.
    """
    _refuse_nonsense(draft)
    key = invoice_key(draft.code, draft.number)
    if session.scalar(select(Invoice.id).where(Invoice.number_key == key).limit(1)) is not None:
        raise Refused("invoice.known", field="number", number=draft.number)
    invoice = Invoice(kind=draft.kind.value, lines=[], sources={}, file_sha256="", seen_on=today)
    _write(invoice, draft)
    invoice_records.keep(session, actor, "create", invoice)
    return invoice.id


@requires(Permission.CLAIM_EDIT)
def add(
    session: Session, actor: Actor, claim: ClaimDraft, place: int, draft: InvoiceDraft, *, today: date
) -> ClaimDraft:
    """Save the claim as typed with a paper invoice under its line `place` (from 0); gives the claim as saved.

    Raises Refused of `claim_drafts.save`, and "record.required", "claim.amount_wrong", "claim.amount_too_large",
    "claim.unknown_choice" (no such line).
    """
    if not 0 <= place < len(claim.lines):
        raise Refused("claim.unknown_choice", field="lines")
    saved = claim_drafts.save(session, actor, claim, today=today)
    invoice = _stored_or_new(session, draft)
    new = invoice.id is None
    invoice.claim_id = saved.id
    _write(invoice, draft)
    invoice.seen_on = invoice.seen_on or today
    invoice_records.keep(session, actor, "create" if new else "edit", invoice)
    lines = list(claim.lines)
    lines[place] = replace(lines[place], invoice_id=invoice.id)
    whole = replace(claim, id=saved.id, version=saved.version, lines=tuple(lines))
    again = claim_drafts.save(session, actor, whole, today=today)
    return replace(whole, version=again.version)


def _confirm(invoice: Invoice, names: Collection[str]) -> bool:
    """Whether any of the fields was still to be confirmed."""
    looked_at = {_READ_AS.get(name, name) for name in names}
    now_sure = {
        name: {**source, "where": CONFIRMED, "sure": Certainty.CERTAIN.value}
        for name, source in invoice.sources.items()
        if name in looked_at and str(source.get("where", "")).startswith(OCR)
    }
    invoice.sources = {**invoice.sources, **now_sure}
    return bool(now_sure)


def _stored_or_new(session: Session, draft: InvoiceDraft) -> Invoice:
    """The invoice of this number that the store has without a file, which a typed one completes; else a new one."""
    found = invoice_records.in_store(session, invoice_key(draft.code, draft.number), "")
    if found is not None and found.attachment_id is None and found.state not in invoice_records.MARKED:
        return found
    return Invoice(kind=draft.kind.value, lines=[], sources={}, file_sha256="")


def made(draft: InvoiceDraft) -> Invoice:
    """A new record of what was typed, on no paper yet.

    Raises Refused "record.required" (number, issued_on, total), "claim.amount_wrong", "claim.amount_too_large".
    """
    _refuse_nonsense(draft)
    invoice = Invoice(kind=draft.kind.value, lines=[], sources={}, file_sha256="")
    _write(invoice, draft)
    return invoice


def _find(session: Session, invoice_id: int) -> Invoice:
    invoice = session.get(Invoice, invoice_id)
    if invoice is None:
        raise Refused("record.gone")
    return invoice


def _refuse_nonsense(draft: InvoiceDraft) -> None:
    for name in ("number", "issued_on", "total"):
        if not getattr(draft, name):
            raise Refused("record.required", field=name)
    for name in ("net", "tax", "total"):
        amount = getattr(draft, name)
        if amount is not None and not draft.red_letter:
            refuse_amount(name, amount)


def _write(invoice: Invoice, draft: InvoiceDraft) -> None:
    changed = {name for name in _FIELDS if getattr(invoice, name) != getattr(draft, name)}
    for name in changed:
        setattr(invoice, name, getattr(draft, name))
    invoice.kind = draft.kind.value
    invoice.number_key = invoice_key(draft.code, draft.number)
    typed = {_READ_AS.get(name, name) for name in changed - {"kind", "red_letter"}}
    shown = {_READ_AS.get(name, name) for name in _FIELDS}  # what made no sense was seen and left as it is
    typed |= {name for name in shown if invoice.sources.get(name, {}).get("where") == UNREAD}
    invoice.sources = {**invoice.sources, **dict.fromkeys(sorted(typed), _TYPED)}
