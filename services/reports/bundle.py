"""What a bound month of vouchers 凭证册 consists of, as plain data: cover, list, approvals, attachments, proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers of one type: 付-2026-11-0001 to 0042, of which `voided` are void."""

    word: str
    first: str
    last: str
    count: int
    voided: int


@dataclass(frozen=True, slots=True)
class Cover:
    """凭证封面. Amounts in yuan; `retention` in years with its source; the head of the history as it stood."""

    company: str
    month: date
    ranges: tuple[Range, ...]
    count: int
    voided: int
    total: Decimal
    first_day: date
    last_day: date
    attachments: int
    pages: int
    retention: int
    source: str
    bound_on: date | None
    bound_by: str
    head_seq: int
    head_mac: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """A voucher in the list; `page` is where it begins in the volume."""

    label: str
    day: date
    summary: str
    amount: Decimal
    attachments: int
    page: int
    voided: bool


@dataclass(frozen=True, slots=True)
class Act:
    """Who decided what on a paper, when, for whom, and why."""

    at: datetime | date
    name: str
    for_name: str
    place: str
    decision: str
    reason: str


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """A line of an invoice as it is registered."""

    name: str
    spec: str
    unit: str
    quantity: str
    price: str
    amount: str
    rate: str
    tax: str


@dataclass(frozen=True, slots=True)
class InvoiceSheet:
    """An invoice without a picture, as it is registered; amounts in yuan."""

    kind: str
    code: str
    number: str
    day: date | None
    seller: str
    seller_tax_id: str
    buyer: str
    buyer_tax_id: str
    net: Decimal | None
    tax: Decimal | None
    total: Decimal | None
    check_code: str
    lines: tuple[InvoiceLine, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One attachment of a voucher; `sha256` and `size` of its file, "" and 0 for an invoice without one.

    Such an invoice lies `on_paper`, or is an electronic one of which only the data are registered.
    """

    caption: str
    name: str
    sha256: str
    size: int
    invoice: InvoiceSheet | None
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class VoidSheet:
    """A number that is void: which paper had it, and why it is void."""

    label: str
    day: date
    paper: str
    claimant: str
    summary: str
    amount: Decimal
    reason: str


@dataclass(slots=True)
class Proof:
    """核对表: what was counted and what was set on paper, and what could only be described."""

    vouchers: int = 0
    printed: int = 0
    attachments: int = 0
    placed: int = 0
    slips: int = 0
    slips_placed: int = 0
    slip_pages: int = 0
    invoice_pages: int = 0
    listed: Decimal = Decimal(0)
    papers: Decimal = Decimal(0)
    described: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    on_paper: list[str] = field(default_factory=list)
    registered: list[str] = field(default_factory=list)
