"""What one invoice tells about itself: whose it is, whether it adds up, how old it is. No database."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from models.invoice import Invoice, InvoiceState
from services.claim_check_row import Check, passed, stop, warn
from services.claim_rules import ClaimRules
from services.claim_values import LineDraft
from services.invoices.model import OCR, UNREAD, Certainty, InvoiceKind
from services.money import format_money

_PERSONAL = ("个人", "自然人")
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Ground:
    """What invoices are held against: the company, who claims, the lines, the day and its rules."""

    company_name: str
    company_tax_id: str
    claimant_name: str
    lines: Sequence[LineDraft]
    today: date
    rules: ClaimRules


def invoice_checks(invoices: Sequence[Invoice], ground: Ground) -> Iterator[Check]:
    """Every finding about single invoices, and one passed check for each question that found nothing wrong.

    Sources: 发票管理办法 articles 21 and 22 (name and number of the buyer, nothing false), 财政部等 on electronic
    vouchers 财会〔2020〕6号 (the same file never twice); age and tolerance are rules of the company.
    """
    for question, done in _QUESTIONS:
        findings = [check for invoice in invoices for check in question(invoice, ground)]
        yield from findings
        if invoices and not findings and done:
            yield passed(done, count=str(len(invoices)))


def name_of(invoice: Invoice) -> str:
    """How an invoice is called in a sentence: its number, or the seller and the day."""
    day = invoice.issued_on.isoformat() if invoice.issued_on else ""
    return invoice.number or " ".join(part for part in (invoice.seller_name, day) if part) or "—"


def subject_of(invoice: Invoice) -> str:
    """What a reason to an invoice is kept under; the same when the file is added again."""
    return invoice.number_key or invoice.file_sha256[:16] or str(invoice.id)


def _buyer(invoice: Invoice, ground: Ground) -> Iterator[Check]:
    subject, number = subject_of(invoice), name_of(invoice)
    name, tax_id = _plain(invoice.buyer_name), _plain(invoice.buyer_tax_id)
    personal = name.startswith(_PERSONAL) or (name and name == _plain(ground.claimant_name))
    if tax_id and tax_id != _plain(ground.company_tax_id):
        yield stop("buyer_tax_id", subject, number=number, tax_id=tax_id, own=ground.company_tax_id)
    elif personal:
        yield warn("buyer_personal", subject, number=number, name=invoice.buyer_name)
    elif name != _plain(ground.company_name):
        yield warn("buyer_name", subject, number=number, name=invoice.buyer_name or "—")
    elif not tax_id:
        yield warn("buyer_tax_id_missing", subject, number=number)


def _seller(invoice: Invoice, ground: Ground) -> Iterator[Check]:
    ours = {_plain(ground.company_tax_id), _plain(ground.company_name)} - {""}
    buyer = {_plain(invoice.buyer_tax_id), _plain(invoice.buyer_name)} - {""}
    seller = {_plain(invoice.seller_tax_id), _plain(invoice.seller_name)} - {""}
    if seller & (ours | buyer):
        yield stop("seller_is_buyer", subject_of(invoice), number=name_of(invoice), name=invoice.seller_name)


def _arithmetic(invoice: Invoice, ground: Ground) -> Iterator[Check]:
    """Net and tax make the total: exactly when all three are certain (发票管理办法实施细则), else within tolerance."""
    net, tax, total = invoice.net, invoice.tax, invoice.total
    if net is None or total is None:
        return
    amounts = {"net": format_money(net), "tax": format_money(tax or _NOTHING), "total": format_money(total)}
    difference = abs(net + (tax or _NOTHING) - total)
    if difference and _is_certain(invoice):
        yield stop("arithmetic", subject_of(invoice), number=name_of(invoice), **amounts)
    elif difference > ground.rules.tolerance:
        yield warn("arithmetic", subject_of(invoice), number=name_of(invoice), **amounts)


def _is_certain(invoice: Invoice) -> bool:
    """Whether net, tax and total are beyond doubt and must add up; a flight's total holds a fund beside them."""
    sure = {invoice.sources.get(name, {}).get("sure") for name in ("net", "tax", "total")}
    return sure == {Certainty.CERTAIN.value} and invoice.kind != InvoiceKind.AIR.value


def _unread(invoice: Invoice, _ground: Ground) -> Iterator[Check]:
    """Names the fields that are missing or make no sense in the file, even where another value was found."""
    needed = {"number": invoice.number, "date": invoice.issued_on, "total": invoice.total}
    missing = [name for name, value in needed.items() if value is None or value == ""]
    unread = [name for name, source in invoice.sources.items() if source.get("where") == UNREAD]
    fields = " ".join(dict.fromkeys((*missing, *unread)))
    if fields:
        yield warn("invoice_unread", subject_of(invoice), number=name_of(invoice), fields=fields)


def _lines(invoice: Invoice, ground: Ground) -> Iterator[Check]:
    if invoice.total is None or invoice.red_letter:
        return
    claimed = sum((line.amount for line in ground.lines if line.invoice_id == invoice.id), _NOTHING)
    amounts = {"lines": format_money(claimed), "total": format_money(invoice.total)}
    if claimed > invoice.total:
        yield stop("lines_above", subject_of(invoice), number=name_of(invoice), **amounts)
    elif claimed < invoice.total:
        yield warn("lines_below", subject_of(invoice), number=name_of(invoice), **amounts)


def _age(invoice: Invoice, ground: Ground) -> Iterator[Check]:
    if invoice.issued_on is None:
        return
    age = (ground.today - invoice.issued_on).days
    day, limit = invoice.issued_on.isoformat(), ground.rules.invoice_age_days
    if age < 0:
        yield stop("invoice_future", subject_of(invoice), number=name_of(invoice), day=day)
    elif age > limit:
        values = {"day": day, "age": str(age), "limit": str(limit)}
        yield warn("invoice_old", subject_of(invoice), number=name_of(invoice), **values)


def _red_letter(invoice: Invoice, _ground: Ground) -> Iterator[Check]:
    if invoice.red_letter or (invoice.total or _NOTHING) < 0:
        yield stop("red_letter", subject_of(invoice), number=name_of(invoice))


def _marked(invoice: Invoice, _ground: Ground) -> Iterator[Check]:
    """Nothing is reimbursed on an invoice that its seller took back (发票管理办法实施细则 on 红字发票 and 作废)."""
    if invoice.state in _MARKS:
        day = invoice.marked_on.isoformat() if invoice.marked_on else ""
        yield stop(_MARKS[invoice.state], subject_of(invoice), number=name_of(invoice), day=day)


def _unconfirmed(invoice: Invoice, _ground: Ground) -> Iterator[Check]:
    """What was recognised in a picture is compared with the paper by a person, field by field."""
    names = [name for name, source in invoice.sources.items() if _is_recognised(source) and name not in _FREE]
    if names:
        yield stop("ocr_unconfirmed", subject_of(invoice), number=name_of(invoice), fields=" ".join(names))


def _is_recognised(source: dict[str, Any]) -> bool:
    return str(source.get("where", "")).startswith(OCR)


def _plain(text: str) -> str:
    """A name or number without the differences that mean nothing: width, case, blanks."""
    return "".join(unicodedata.normalize("NFKC", text).upper().split())


_MARKS = {InvoiceState.RED_LETTERED: "invoice_red_lettered", InvoiceState.CANCELLED: "invoice_cancelled"}
_FREE = frozenset({"kind", "lines"})  # nothing is checked or paid by them
type _Question = Callable[[Invoice, Ground], Iterator[Check]]
_QUESTIONS: tuple[tuple[_Question, str], ...] = (
    (_buyer, "buyer_ours"),
    (_seller, ""),
    (_unread, ""),
    (_arithmetic, "arithmetic"),
    (_lines, "lines_match"),
    (_age, "invoice_age"),
    (_red_letter, ""),
    (_marked, ""),
    (_unconfirmed, ""),
)
