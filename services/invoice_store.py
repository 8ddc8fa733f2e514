"""The store 发票库: every invoice that was ever seen, with its paper, its state and who brought it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import func, or_, select

from models.expense_claim import ClaimState, ExpenseClaim
from models.invoice import Invoice, InvoiceState
from services import attachments, audit, invoice_records, records
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.calendars import business_day
from services.claim_invoices import FileProblem, fill
from services.claim_rules import rules_on
from services.database import Session, now
from services.errors import Refused
from services.invoice_register import REGISTER, after_payment
from services.invoices.model import Reading
from services.invoices.numbers import invoice_key
from services.permissions import Actor, Permission, requires

_NOTHING = Decimal(0)
MOST_OFFERED = 500

__all__ = [
    "REGISTER",
    "Added",
    "InvoiceDetail",
    "RedLetter",
    "StoredRow",
    "Unused",
    "add_files",
    "detail",
    "headline",
    "late_count",
    "remove",
    "unused",
]


@dataclass(frozen=True, slots=True)
class Unused:
    """How many invoices are on no paper, and of them those that wait too long (`days`), with their total in yuan."""

    count: int
    late: int
    late_total: Decimal
    days: int
    marked_after_payment: int


@dataclass(frozen=True, slots=True)
class StoredRow:
    """An unused invoice in a line; total in yuan."""

    id: int
    number: str
    seller_name: str
    issued_on: date | None
    total: Decimal | None


@dataclass(frozen=True, slots=True)
class RedLetter:
    """A red-letter invoice in the store that takes back another one, which is not marked yet."""

    number: str
    original_id: int
    original_version: int
    original_number: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Added:
    """What came of files that were put into the store: new ids, what could not be kept, what wants a mark."""

    ids: tuple[int, ...]
    problems: tuple[FileProblem, ...]
    red_letters: tuple[RedLetter, ...]


@dataclass(frozen=True, slots=True)
class InvoiceDetail:
    """One invoice, whole. Amounts in yuan; `sources` tells per field where it was read and how sure that is."""

    id: int
    version: int
    kind: str
    code: str
    number: str
    issued_on: date | None
    net: Decimal | None
    tax: Decimal | None
    total: Decimal | None
    buyer_name: str
    buyer_tax_id: str
    seller_name: str
    seller_tax_id: str
    check_code: str
    red_letter: bool
    state: InvoiceState
    seen_on: date | None
    marked_on: date | None
    mark_note: str
    pages: int
    sources: dict[str, Any]
    paper_id: int | None
    paper_number: str
    paper_state: ClaimState | None
    claimant_name: str
    late_days: int
    files: tuple[AttachmentRow, ...]
    history: tuple[HistoryRow, ...]


@requires(Permission.INVOICE_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> Unused:  # noqa: ARG001 - the permission needs it
    """What is on no paper, and what of it is asked after."""
    days = rules_on(session, today).unused_days
    late = Invoice.seen_on < today - timedelta(days=days)
    row = session.execute(
        select(func.count(), func.count().filter(late), func.sum(Invoice.total).filter(late)).where(
            Invoice.state == InvoiceState.UNUSED
        )
    ).one()
    after = select(func.count()).select_from(Invoice).where(after_payment())
    return Unused(row[0], row[1], row[2] or _NOTHING, days, session.scalar(after) or 0)


@requires(Permission.INVOICE_SEE)
def late_count(session: Session, actor: Actor) -> int:
    """How many invoices wait too long for a paper; nobody is told who may not do anything about it."""
    if not actor.can(Permission.INVOICE_EDIT):
        return 0
    return headline(session, actor, today=business_day(now())).late


@requires(Permission.INVOICE_SEE)
def detail(session: Session, actor: Actor, invoice_id: int, *, today: date) -> InvoiceDetail:
    """The invoice with its paper, files and history. Raises Refused "record.gone"."""
    invoice = records.load(session, Invoice, invoice_id)
    paper = session.get(ExpenseClaim, invoice.claim_id) if invoice.claim_id else None
    limit = rules_on(session, today).unused_days
    age = (today - invoice.seen_on).days if invoice.seen_on else 0
    late = age if invoice.state == InvoiceState.UNUSED and age > limit else 0
    return InvoiceDetail(
        **{name: getattr(invoice, name) for name in _SAME},
        paper_id=paper.id if paper else None,
        paper_number=paper.number if paper else "",
        paper_state=paper.state if paper else None,
        claimant_name=paper.claimant_name if paper else "",
        late_days=late,
        files=tuple(_files(session, actor, invoice)),
        history=tuple(audit.history(session, actor, Invoice.__tablename__, invoice.id)),
    )


@requires(Permission.INVOICE_SEE)
def unused(session: Session, actor: Actor) -> list[StoredRow]:  # noqa: ARG001 - the permission needs it
    """The newest invoices that are on no paper, for the form of a claim to choose from."""
    columns = (Invoice.id, Invoice.number, Invoice.seller_name, Invoice.issued_on, Invoice.total)
    mine = select(*columns).where(Invoice.state == InvoiceState.UNUSED, Invoice.claim_id.is_(None))
    return [StoredRow(*row) for row in session.execute(mine.order_by(Invoice.id.desc()).limit(MOST_OFFERED))]


@requires(Permission.INVOICE_EDIT)
def add_files(
    session: Session, actor: Actor, readings: Sequence[Reading], paths: Sequence[Path], *, today: date
) -> Added:
    """Keep invoices that were read (`readings`, of the files `paths`) as unused, on no paper yet.

    A file that gives none is a value in `problems`: the reader's own refusal, "invoice.known" (number) for one that
    is stored already, "invoice.known_on" (number, paper) for one that is on a paper, or of the attachment. A
    red-letter invoice is kept as one, and names the stored invoice that it takes back.
    """
    ids, problems, red_letters = list[int](), list[FileProblem](), list[RedLetter]()
    for reading, path in zip(readings, paths, strict=True):
        try:
            invoice = _stored(session, actor, reading, path, today)
        except Refused as refused:
            problems.append(FileProblem(reading.file, refused))
            continue
        ids.append(invoice.id)
        found = _taken_back(session, reading, invoice)
        red_letters += [found] if found else []
    return Added(tuple(ids), tuple(problems), tuple(red_letters))


@requires(Permission.INVOICE_EDIT)
def remove(session: Session, actor: Actor, invoice_id: int, version: int) -> bool:
    """Take an invoice that no paper ever used out of the store, with its files; the history keeps what it said.

    Raises Refused "record.gone", "record.stale", "invoice.on_paper" (number, paper), "record.in_use" when a voided
    paper still names it.
    """
    invoice = records.expect(session, Invoice, invoice_id, version)
    if invoice.claim_id is not None:
        paper = session.get_one(ExpenseClaim, invoice.claim_id)
        raise Refused("invoice.on_paper", number=invoice.number or "—", paper=paper.number)
    invoice_records.remove(session, actor, invoice)
    return True


def _stored(session: Session, actor: Actor, reading: Reading, path: Path, today: date) -> Invoice:
    read = reading.invoice
    if read is None:
        raise reading.error or Refused("invoice.unreadable")
    key = invoice_key(read.code, read.number) if read.number else ""
    _refuse_known(session, key, reading.sha256, read.number)
    invoice = Invoice(file_sha256=reading.sha256, seen_on=today)
    fill(invoice, read)
    if read.red_letter:
        invoice.state, invoice.marked_on = InvoiceState.RED_LETTERED, read.date or today
    with session.begin_nested():  # a file that cannot be kept leaves no invoice behind
        invoice_records.keep(session, actor, "read", invoice)
        file = attachments.store(session, actor, Invoice.__tablename__, invoice.id, path)
        invoice.attachment_id, invoice.file_sha256 = file.id, reading.sha256 or file.sha256
        session.flush()
    return invoice


def _refuse_known(session: Session, key: str, sha256: str, number: str) -> None:
    same = [Invoice.number_key == key] if key else []
    same += [Invoice.file_sha256 == sha256] if sha256 else []
    found = session.execute(
        select(Invoice.id, ExpenseClaim.number)
        .outerjoin(ExpenseClaim, ExpenseClaim.id == Invoice.claim_id)
        .where(or_(*same))
        .order_by(Invoice.id.desc())
        .limit(1)
    ).first()
    if found is None:
        return
    if found[1]:
        raise Refused("invoice.known_on", number=number or "—", paper=found[1])
    raise Refused("invoice.known", field="number", number=number or "—")


def _taken_back(session: Session, reading: Reading, red: Invoice) -> RedLetter | None:
    """The stored invoice that a red-letter one names, unless it is marked already."""
    named = reading.invoice.original if reading.invoice else ""
    if not named:
        return None
    original = session.scalar(
        select(Invoice).where(Invoice.number_key == named, Invoice.id != red.id).order_by(Invoice.id.desc())
    )
    if original is None or original.state in invoice_records.MARKED:
        return None
    return RedLetter(red.number, original.id, original.version, original.number, red.issued_on)


def _files(session: Session, actor: Actor, invoice: Invoice) -> list[AttachmentRow]:
    """Its own file wherever that is kept, and what was added to it in the store."""
    found = attachments.of(session, actor, Invoice.__tablename__, invoice.id)
    if invoice.claim_id is not None and invoice.attachment_id is not None:
        paper = attachments.of(session, actor, ExpenseClaim.__tablename__, invoice.claim_id)
        found = [*(row for row in paper if row.id == invoice.attachment_id), *found]
    return found


_COMPUTED = {
    "paper_id", "paper_number", "paper_state", "claimant_name", "late_days", "files", "history",
}  # fmt: skip
_SAME = tuple(name for name in InvoiceDetail.__slots__ if name not in _COMPUTED)
