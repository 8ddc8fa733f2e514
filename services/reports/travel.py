"""差旅费报销单, 付款申请单 and 还款单: what is printed on them, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.reports.voucher import FOOTER, AdvanceUse, Payment, Signature

_UNPAID = Payment()


@dataclass(frozen=True, slots=True)
class LegRow:
    """One leg 行程: moments as printed (11-09 08时), the vehicle with its class, papers and yuan of its transport."""

    departed: str
    origin: str
    arrived: str
    goal: str
    vehicle: str
    papers: int = 0
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AllowanceRow:
    """出差补贴: people times days times rate; `rate` None when the amount is no multiple of it."""

    people: int
    days: str
    rate: Decimal | None
    amount: Decimal


@dataclass(frozen=True, slots=True)
class OtherRow:
    """住宿费, 市内交通 and the rest, put together by category."""

    name: str
    papers: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class TravelVoucher:
    """差旅费报销单; amounts in yuan, those that were granted once `granted`. `settlement` as in a claim's voucher."""

    company: str
    number: str
    day: date
    attachments: int
    claimant: str
    grade: str
    department: str
    project: str
    purpose: str
    legs: tuple[LegRow, ...]
    allowances: tuple[AllowanceRow, ...]
    others: tuple[OtherRow, ...]
    signatures: tuple[Signature, ...] = ()
    advance: AdvanceUse | None = None
    settlement: Decimal | None = None
    payment: Payment = _UNPAID
    granted: bool = False
    mark: str = ""
    reverses: str = ""
    voucher_number: str = ""
    footer: str = FOOTER

    @property
    def transport(self) -> Decimal:
        """Of all legs, in yuan."""
        return sum((leg.amount for leg in self.legs if leg.amount is not None), Decimal(0))

    @property
    def allowance(self) -> Decimal:
        """All of it, in yuan."""
        return sum((row.amount for row in self.allowances), Decimal(0))

    @property
    def other(self) -> Decimal:
        """Lodging and the rest, in yuan."""
        return sum((row.amount for row in self.others), Decimal(0))

    @property
    def total(self) -> Decimal:
        """The whole travel, in yuan."""
        return self.transport + self.allowance + self.other


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One line of a payment request, in yuan."""

    day: str
    words: str
    invoice_number: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class RequestVoucher:
    """付款申请单; `paid_before` 累计已付 without this one, `contract_amount` None without a contract; yuan."""

    company: str
    number: str
    day: date
    attachments: int
    claimant: str
    department: str
    project: str
    purpose: str
    payee: str
    bank: str
    account: str
    contract: str
    contract_amount: Decimal | None
    paid_before: Decimal
    invoice: str
    lines: tuple[RequestLine, ...]
    signatures: tuple[Signature, ...] = ()
    payment: Payment = _UNPAID
    mark: str = ""
    reverses: str = ""
    voucher_number: str = ""
    footer: str = FOOTER

    @property
    def total(self) -> Decimal:
        """本次付款, in yuan."""
        return sum((line.amount for line in self.lines), Decimal(0))


@dataclass(frozen=True, slots=True)
class RepaymentVoucher:
    """还款单 with its 收据; amounts in yuan. `method` says how, for pay with its month."""

    company: str
    number: str
    day: date
    attachments: int
    borrower: str
    department: str
    project: str
    advance: str
    advance_amount: Decimal
    advance_day: date | None
    purpose: str
    amount: Decimal
    method: str
    payment: Payment = _UNPAID
    note: str = ""
    signatures: tuple[Signature, ...] = ()
    mark: str = ""
    reverses: str = ""
    voucher_number: str = ""
    footer: str = FOOTER
