"""费用报销单 and 借款单: what is printed on them, frozen, and the way to PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from services.errors import Refused
from services.reports.paper import PrintSettings, check_settings

if TYPE_CHECKING:
    from services.reports.pen import Pen
    from services.reports.travel import RepaymentVoucher, RequestVoucher, TravelVoucher

MIN_WIDTH_MM = 180
MIN_HEIGHT_MM = 110
FOOTER = "本单编号与系统一致，重印与原件逐字节相同"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signing place: what for, who, when. Without a name it is left for ink."""

    label: str
    name: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One expense; amounts in yuan, ``sanctioned`` None until decided."""

    day: str
    category: str
    description: str
    amount: Decimal
    invoice_number: str = ""
    tax: Decimal | None = None
    sanctioned: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AdvanceUse:
    """原借款: the advance a claim is set against; amounts in yuan."""

    number: str
    amount: Decimal
    offset: Decimal


@dataclass(frozen=True, slots=True)
class Payment:
    """付款: from which account, how, when."""

    account: str = ""
    method: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ClaimVoucher:
    """费用报销单. ``settlement``: yuan to pay (plus) or to be refunded (minus) after the advance; None: the total.

    ``mark`` is stamped across the paper (作废); ``reverses`` is the number of the paper this one reverses in red.
    """

    company: str
    number: str
    day: date
    attachments: int
    claimant: str
    department: str
    project: str
    lines: tuple[ClaimLine, ...]
    signatures: tuple[Signature, ...] = ()
    advance: AdvanceUse | None = None
    settlement: Decimal | None = None
    payment: Payment = Payment()
    mark: str = ""
    reverses: str = ""
    voucher_number: str = ""
    footer: str = FOOTER

    @property
    def total(self) -> Decimal:
        """Claimed amount in yuan."""
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def sanctioned_total(self) -> Decimal | None:
        """Sanctioned amount in yuan; None while a line is undecided."""
        decided = [line.sanctioned for line in self.lines if line.sanctioned is not None]
        return sum(decided, Decimal(0)) if len(decided) == len(self.lines) else None


@dataclass(frozen=True, slots=True)
class Clearing:
    """核销: one paper that cleared part of an advance; amounts in yuan."""

    day: date
    number: str
    method: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class AdvanceVoucher:
    """借款单. ``amount`` in yuan; ``clearings`` in the order they happened."""

    company: str
    number: str
    day: date
    attachments: int
    borrower: str
    department: str
    project: str
    purpose: str
    amount: Decimal
    due: date
    payment: Payment = Payment()
    signatures: tuple[Signature, ...] = ()
    clearings: tuple[Clearing, ...] = ()
    mark: str = ""
    reverses: str = ""
    voucher_number: str = ""
    footer: str = FOOTER


type Voucher = ClaimVoucher | AdvanceVoucher | TravelVoucher | RequestVoucher | RepaymentVoucher


def claim_pdf(vouchers: Sequence[Voucher], settings: PrintSettings | None = None) -> bytes:
    """Print papers of every kind, each from page 1, in one PDF; the same input gives the same bytes.

    Needs paper of at least 180 × 110 mm; on A4 the form takes the upper half. Form by 会计基础工作规范 art 48-52.

    Raises:
        Refused: ``print.nothing`` (no voucher), ``print.no_lines`` (a claim without lines; number),
            ``print.paper_too_small``, ``print.paper_too_large``, ``print.offset_too_far``, and the ``money.``
            codes of `services.money.in_capitals`.
    """
    settings = settings or PrintSettings()
    if not vouchers:
        raise Refused("print.nothing")
    for voucher in vouchers:
        if isinstance(voucher, ClaimVoucher) and not voucher.lines:
            raise Refused("print.no_lines", field="lines", number=voucher.number)
    check_settings(settings, min_width=MIN_WIDTH_MM, min_height=MIN_HEIGHT_MM)
    from services.reports.pen import Pen  # reportlab is imported when something is printed

    pen = Pen(settings, title=vouchers[0].number, author=vouchers[0].company)
    for voucher in vouchers:
        draw(pen, voucher)
    return pen.finish()


def draw(pen: Pen, voucher: Voucher) -> None:
    """Draw one form, whichever it is, on as many pages as it needs."""
    from services.reports.advance_form import draw_advance
    from services.reports.claim_form import draw_claim
    from services.reports.repayment_form import draw_repayment
    from services.reports.request_form import draw_request
    from services.reports.travel import RequestVoucher, TravelVoucher
    from services.reports.travel_form import draw_travel

    match voucher:
        case ClaimVoucher():
            draw_claim(pen, voucher)
        case AdvanceVoucher():
            draw_advance(pen, voucher)
        case TravelVoucher():
            draw_travel(pen, voucher)
        case RequestVoucher():
            draw_request(pen, voucher)
        case _:
            draw_repayment(pen, voucher)
