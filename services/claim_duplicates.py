"""Whether an invoice was handed in before: by number, by file, by seller, day and amount."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import batched

from sqlalchemy import ColumnElement, select, tuple_

from models.expense_claim import ClaimState, ExpenseClaim
from models.invoice import Invoice
from services.claim_check_row import Check, passed, stop, warn
from services.claim_invoice_checks import name_of, subject_of
from services.database import Session
from services.money import format_money
from services.permissions import open_to_all

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Other:
    """An invoice like this one on another paper that was not voided."""

    number_key: str
    file_sha256: str
    seller: str
    issued_on: date | None
    total: Decimal | None
    used: bool
    paper: str
    claimant: str
    day: date

    @property
    def shown(self) -> dict[str, str]:
        """What a sentence tells about it."""
        return {"other": self.paper, "claimant": self.claimant, "day": self.day.isoformat()}


@open_to_all("a step of checking a claim, which has its own permission")
def duplicate_checks(session: Session, claim_id: int | None, invoices: Sequence[Invoice]) -> list[Check]:
    """Where else, ever, these invoices stand; papers that were voided do not count.

    On a paper that was once submitted: stop. On a draft: a warning, whoever submits first has it. Another number
    with the same seller, day and total: a warning.
    """
    if not invoices:
        return []
    keys = [invoice.number_key for invoice in invoices if invoice.number_key]
    files = [invoice.file_sha256 for invoice in invoices if invoice.file_sha256]
    looks = [
        (i.seller_name, i.issued_on, i.total) for i in invoices if i.seller_name and i.issued_on and i.total
    ]
    look = tuple_(Invoice.seller_name, Invoice.issued_on, Invoice.total)
    by_number = {
        other.number_key: other for other in _others(session, claim_id, Invoice.number_key.in_, keys)
    }
    by_file = {
        other.file_sha256: other for other in _others(session, claim_id, Invoice.file_sha256.in_, files)
    }
    by_look = {(o.seller, o.issued_on, o.total): o for o in _others(session, claim_id, look.in_, looks)}
    findings = [*_repeated(invoices)]
    for invoice in invoices:
        same = by_number.get(invoice.number_key) or by_file.get(invoice.file_sha256)
        alike = by_look.get((invoice.seller_name, invoice.issued_on, invoice.total))
        findings += _finding(invoice, by_number, same, alike)
    return findings or [passed("invoice_used", count=str(len(invoices)))]


def _finding(
    invoice: Invoice,
    by_number: dict[str, Other],
    same: Other | None,
    alike: Other | None,
) -> Iterator[Check]:
    subject, number = subject_of(invoice), name_of(invoice)
    if same and same.used:
        code = "invoice_used" if invoice.number_key in by_number else "file_used"
        yield stop(code, subject, number=number, **same.shown)
    elif same:
        yield warn("invoice_in_draft", subject, number=number, **same.shown)
    elif alike and invoice.total is not None:
        values = {"seller": invoice.seller_name, "amount": format_money(invoice.total)}
        yield warn("look_alike", subject, number=number, **values, **alike.shown)


def _repeated(invoices: Sequence[Invoice]) -> Iterator[Check]:
    seen: set[str] = set()
    for invoice in invoices:
        if subject_of(invoice) in seen:
            yield stop("invoice_repeated", subject_of(invoice), number=name_of(invoice))
        seen.add(subject_of(invoice))


def _others[V](
    session: Session,
    claim_id: int | None,
    among: Callable[[Sequence[V]], ColumnElement[bool]],
    values: Sequence[V],
) -> Iterator[Other]:
    """The likes of `values` on other papers, those of drafts first, so that a used one is found last and kept."""
    for some in batched(dict.fromkeys(values), _AT_ONCE):
        rows = session.execute(
            select(
                Invoice.number_key,
                Invoice.file_sha256,
                Invoice.seller_name,
                Invoice.issued_on,
                Invoice.total,
                Invoice.used_key.is_not(None),
                ExpenseClaim.number,
                ExpenseClaim.claimant_name,
                ExpenseClaim.business_date,
            )
            .join(ExpenseClaim, ExpenseClaim.id == Invoice.claim_id)
            .where(among(some), Invoice.claim_id != (claim_id or 0), ExpenseClaim.state != ClaimState.VOIDED)
            .order_by(Invoice.used_key.is_not(None), Invoice.id.desc()),
        )
        yield from (Other(*row) for row in rows)
