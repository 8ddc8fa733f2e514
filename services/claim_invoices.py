"""From invoice files to the lines of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select

from models.expense_category import ExpenseCategory
from models.expense_claim import EDITABLE, ExpenseClaim, PaperKind
from models.invoice import Invoice
from services import attachments, claim_drafts, invoice_records
from services.claim_records import expect, invoices_of, load, refuse_stranger
from services.claim_values import ClaimDraft, LineDraft
from services.database import Session
from services.errors import Refused
from services.invoice_guesses import description_of, guess_category
from services.invoices.model import InvoiceKind, InvoiceLine, Reading, ReadInvoice
from services.invoices.numbers import invoice_key
from services.paper_kinds import LINED
from services.permissions import Actor, Permission, requires


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A file that did not become a line, and why."""

    file: str
    refused: Refused


@dataclass(frozen=True, slots=True)
class _Found:
    """An invoice that becomes a line: read from the file at `path`, or `stored` already."""

    name: str
    read: ReadInvoice
    sha256: str = ""
    path: Path | None = None
    stored: Invoice | None = None


@dataclass(frozen=True, slots=True)
class FromInvoices:
    """The claim with its new lines, how many there are, and the files that gave none."""

    draft: ClaimDraft
    added: int
    problems: tuple[FileProblem, ...]


@requires(Permission.CLAIM_EDIT)
def draft_from_invoices(
    session: Session,
    actor: Actor,
    readings: Sequence[Reading],
    paths: Sequence[Path],
    *,
    today: date,
    draft: ClaimDraft | None = None,
) -> FromInvoices:
    """Add invoices that were read (`readings`, of the files `paths`, in the same order) to a claim as lines.

    Without `draft` a claim of the actor is begun; it is saved, with number and files, in the same call, unless no
    file can be used. The category is guessed from the invoice's words (resources/rules/categories.toml). A file
    that cannot be used is a value in `problems`: the reader's own refusal, "claim.invoice_already_here",
    "claim.invoice_without_amount", "claim.red_letter_invoice", or the refusal of the attachment.
    An invoice that the store has already is taken from there. Raises Refused of `claim_drafts.save`,
    "claim.no_category", "claim.invoice_on_advance".
    """
    draft = _taking_invoices(session, actor, draft, today)
    usable, problems = _sorted_out(readings, paths, _known(session, draft))
    if not usable:
        return FromInvoices(draft, 0, tuple(problems))
    filled = _add(session, actor, draft, usable, today)
    return replace(filled, problems=(*problems, *filled.problems))


@requires(Permission.CLAIM_EDIT)
def draft_from_stored(
    session: Session,
    actor: Actor,
    invoice_ids: Sequence[int],
    *,
    today: date,
    draft: ClaimDraft | None = None,
) -> FromInvoices:
    """Add unused invoices of the store to a claim as lines, as `draft_from_invoices` adds files; same problems.

    One that somebody else has taken meanwhile is the problem "invoice.on_paper", one that its seller took
    back "claim.invoice_red_lettered" or "claim.invoice_cancelled". Raises Refused as `draft_from_invoices`.
    """
    draft = _taking_invoices(session, actor, draft, today)
    here, usable, problems = _known(session, draft), list[_Found](), list[FileProblem]()
    for invoice in session.scalars(select(Invoice).where(Invoice.id.in_(invoice_ids)).order_by(Invoice.id)):
        read = read_of(invoice)
        name = invoice.number or invoice.seller_name
        reading = Reading(name, invoice.file_sha256, read)
        refused = invoice_records.not_to_take(session, invoice) or _refusal(reading, here)
        if refused is None:
            usable.append(_Found(name, read, stored=invoice))
            here |= _marks(reading)
        else:
            problems.append(FileProblem(name, refused))
    if not usable:
        return FromInvoices(draft, 0, tuple(problems))
    filled = _add(session, actor, draft, usable, today)
    return replace(filled, problems=(*problems, *filled.problems))


def read_of(invoice: Invoice) -> ReadInvoice:
    """A stored invoice as its reader gave it."""
    lines = tuple(InvoiceLine(name=str(line.get("name", ""))) for line in invoice.lines)
    return ReadInvoice(kind=InvoiceKind(invoice.kind), date=invoice.issued_on, lines=lines, **_same(invoice))


def fill(invoice: Invoice, read: ReadInvoice) -> None:
    """Write what was read into an invoice's record."""
    for name, value in _same(read).items():
        setattr(invoice, name, value)
    invoice.kind, invoice.issued_on = read.kind.value, read.date
    invoice.number_key = invoice_key(read.code, read.number) if read.number else ""
    invoice.lines = [{name: _plain(value) for name, value in asdict(line).items()} for line in read.lines]
    invoice.sources = {name: source.stored() for name, source in read.sources.items()}
    invoice.pages = read.pages


_SAME = (
    "code", "number", "net", "tax", "total", "buyer_name", "buyer_tax_id", "seller_name", "seller_tax_id",
    "check_code", "red_letter",
)  # fmt: skip


def _same(invoice: Invoice | ReadInvoice) -> dict[str, Any]:
    return {name: getattr(invoice, name) for name in _SAME}


def _taking_invoices(session: Session, actor: Actor, draft: ClaimDraft | None, today: date) -> ClaimDraft:
    draft = draft or claim_drafts.new(session, actor, PaperKind.CLAIM, today=today)
    if draft.kind not in LINED:
        raise Refused("claim.invoice_on_advance")
    return draft


def _sorted_out(
    readings: Sequence[Reading],
    paths: Sequence[Path],
    here: set[str],
) -> tuple[list[_Found], list[FileProblem]]:
    usable, problems = list[_Found](), list[FileProblem]()
    for reading, path in zip(readings, paths, strict=True):
        refused = _refusal(reading, here)
        if refused is not None:
            problems.append(FileProblem(reading.file, refused))
        elif reading.invoice is not None:
            usable.append(_Found(reading.file, reading.invoice, reading.sha256, path))
            here |= _marks(reading)
    return usable, problems


def _refusal(reading: Reading, here: set[str]) -> Refused | None:
    invoice = reading.invoice
    if invoice is None:
        return reading.error or Refused("invoice.unreadable")
    if _marks(reading) & here:
        return Refused("claim.invoice_already_here", number=invoice.number)
    amount = _amount(invoice)
    if invoice.red_letter or (amount is not None and amount < 0):
        return Refused("claim.red_letter_invoice", number=invoice.number)
    return Refused("claim.invoice_without_amount", number=invoice.number) if not amount else None


def _add(
    session: Session,
    actor: Actor,
    draft: ClaimDraft,
    usable: Sequence[_Found],
    today: date,
) -> FromInvoices:
    categories = session.scalars(
        select(ExpenseCategory).filter_by(active=True).order_by(ExpenseCategory.position, ExpenseCategory.id),
    ).all()
    if not categories:
        raise Refused("claim.no_category")
    chosen = [_category(found.read, categories) for found in usable]
    purpose = draft.purpose.strip() or "、".join(dict.fromkeys(category.name for category in chosen))
    claim = _claim_for(session, actor, replace(draft, purpose=purpose), today)
    lines, problems = list(draft.lines), list[FileProblem]()
    for found, category in zip(usable, chosen, strict=True):
        try:
            invoice = _store(session, actor, claim, found, today)
        except Refused as refused:
            problems.append(FileProblem(found.name, refused))
        else:
            lines.append(_line(found.read, invoice, category, today))
    filled = replace(draft, id=claim.id, version=claim.version, purpose=purpose, lines=tuple(lines))
    saved = claim_drafts.save(session, actor, filled, today=today)
    return FromInvoices(
        replace(filled, version=saved.version), len(lines) - len(draft.lines), tuple(problems)
    )


def _category(read: ReadInvoice, categories: Sequence[ExpenseCategory]) -> ExpenseCategory:
    return guess_category([line.name for line in read.lines], categories, read.kind)


def _claim_for(session: Session, actor: Actor, draft: ClaimDraft, today: date) -> ExpenseClaim:
    """The record the files belong to: as it is stored, what was typed comes with the lines."""
    claim_id = draft.id or claim_drafts.save(session, actor, draft, today=today).id
    claim = load(session, claim_id)
    if draft.id:
        refuse_stranger(actor, claim)
        expect(session, claim, draft.version, EDITABLE)
    return claim


def _store(session: Session, actor: Actor, claim: ExpenseClaim, found: _Found, today: date) -> Invoice:
    """The invoice's record on the claim: that of the store where it has it, or a new one with its file."""
    key = invoice_key(found.read.code, found.read.number) if found.read.number else ""
    invoice = found.stored or invoice_records.in_store(session, key, found.sha256)
    if invoice is not None:
        if found.path is not None and not invoice.file_sha256:  # it was typed from paper, now comes its file
            fill(invoice, found.read)
            invoice.file_sha256 = found.sha256
        invoice_records.take(session, actor, invoice, claim, found.path)
        return invoice
    assert found.path is not None, "what is not stored comes from a file"
    file = attachments.store(session, actor, ExpenseClaim.__tablename__, claim.id, found.path)
    invoice = Invoice(
        claim_id=claim.id, attachment_id=file.id, file_sha256=found.sha256 or file.sha256, seen_on=today
    )
    fill(invoice, found.read)
    invoice_records.keep(session, actor, "read", invoice)
    return invoice


def _line(read: ReadInvoice, invoice: Invoice, category: ExpenseCategory, today: date) -> LineDraft:
    amount = _amount(read) or Decimal(0)
    return LineDraft(
        category_id=category.id,
        spent_on=read.date or today,
        description=description_of(read),
        amount=amount,
        tax=min(max(read.tax or Decimal(0), Decimal(0)), amount),
        sanctioned=amount,
        invoice_id=invoice.id,
    )


def _known(session: Session, draft: ClaimDraft) -> set[str]:
    """The files and numbers that are on the claim already."""
    if draft.id is None:
        return set()
    invoices = invoices_of(session, load(session, draft.id))
    return {mark for invoice in invoices for mark in (invoice.file_sha256, invoice.number_key) if mark}


def _marks(reading: Reading) -> set[str]:
    invoice = reading.invoice
    number = invoice_key(invoice.code, invoice.number) if invoice and invoice.number else ""
    return {reading.sha256, number} - {""}


def _amount(invoice: ReadInvoice) -> Decimal | None:
    if invoice.total is None and invoice.net is not None:
        return invoice.net + (invoice.tax or Decimal(0))
    return invoice.total


def _plain(value: str | Decimal | None) -> str:
    return "" if value is None else f"{value}"
