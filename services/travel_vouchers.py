"""Travel claims, payment requests and repayments as printed forms: only what is stored with the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import func, select

from models.expense_claim import (
    ClaimState,
    ExpenseClaim,
    ExpenseLine,
    InvoicePromise,
    PaperKind,
    PaymentMethod,
)
from models.invoice import Invoice
from models.travel import TravelLeg, Vehicle
from services import advances
from services.database import Session
from services.money import FEN
from services.permissions import open_to_all
from services.reports.travel import (
    AllowanceRow,
    LegRow,
    OtherRow,
    RepaymentVoucher,
    RequestLine,
    RequestVoucher,
    TravelVoucher,
)
from services.reports.voucher import AdvanceUse, Payment, Signature

VEHICLES = {
    Vehicle.TRAIN: "火车",
    Vehicle.PLANE: "飞机",
    Vehicle.SHIP: "轮船",
    Vehicle.COACH: "长途汽车",
    Vehicle.CAR: "自驾",
    Vehicle.TAXI: "出租车",
}
METHODS = {PaymentMethod.TRANSFER: "转账", PaymentMethod.CASH: "现金", PaymentMethod.FROM_PAY: "工资扣还"}
_GRANTED = frozenset({ClaimState.TO_PAY, ClaimState.PAID, ClaimState.VOIDED})
_DAYS = re.compile(r"× ?([0-9]+(?:\.[0-9])?) ?天$")
_WHY = "a step of printing, which has its permission"


@open_to_all(_WHY)
def travel_form(
    session: Session, claim: ExpenseClaim, legs: Iterable[TravelLeg], **common: object
) -> TravelVoucher:
    """The 差旅费报销单 of a travel claim, or of the reversal of one: `legs` are those of the travel itself.

    Which part of the form a line belongs to stands in the line: a leg, nights, days of an allowance; the rest is put
    together by its category's frozen name.
    """
    cut = any(line.sanctioned != line.amount for line in claim.lines)
    granted = claim.state in _GRANTED or cut
    allowances = [line for line in claim.lines if _is_allowance(line)]
    others = [line for line in claim.lines if line.leg is None and not _is_allowance(line)]
    return TravelVoucher(
        grade=f"{claim.grade} 级" if claim.grade else "",
        purpose=claim.purpose,
        legs=tuple(_leg(place, leg, claim, granted=granted) for place, leg in enumerate(legs)),
        allowances=tuple(_allowance(line, granted=granted) for line in allowances),
        others=tuple(_others(others, granted=granted)),
        granted=cut,
        advance=_advance_use(session, claim),
        settlement=claim.sanctioned - claim.offset_total if claim.offset_total else None,
        **common,  # type: ignore[arg-type]  # what every form has, made by claim_vouchers
    )


@open_to_all(_WHY)
def request_form(session: Session, claim: ExpenseClaim, **common: object) -> RequestVoucher:
    """The 付款申请单 of a payment request, or of its reversal."""
    used = {line.invoice_id for line in claim.lines if line.invoice_id}
    rows = session.execute(select(Invoice.id, Invoice.number).where(Invoice.id.in_(used)))
    numbers: dict[int, str] = {row.id: row.number for row in rows}
    granted = claim.state in _GRANTED or any(line.sanctioned != line.amount for line in claim.lines)
    return RequestVoucher(
        purpose=claim.purpose,
        payee=claim.payee_name,
        bank=claim.payee_bank,
        account=claim.payee_account,
        contract=claim.contract_number,
        contract_amount=claim.contract_amount,
        paid_before=claim.paid_before,
        invoice=_invoice_words(claim, len(used)),
        lines=tuple(
            RequestLine(
                f"{line.spent_on:%m-%d}",
                "　".join(filter(None, (line.category_name, line.description))),
                numbers.get(line.invoice_id or 0, ""),
                line.sanctioned if granted else line.amount,
            )
            for line in claim.lines
        ),
        **common,  # type: ignore[arg-type]  # as above
    )


@open_to_all(_WHY)
def repayment_form(
    session: Session, claim: ExpenseClaim, original: ExpenseClaim, **common: object
) -> RepaymentVoucher:
    """The 还款单 of a repayment; `original` is the repayment that a reversal undoes, else the paper itself."""
    (used,) = advances.offsets_of(session, original.id)
    advance = session.get_one(ExpenseClaim, used.advance_id)
    method = METHODS[original.payment_method] if original.payment_method else ""
    month = f"（{original.pay_month:%Y-%m} 工资）" if original.pay_month else ""
    common["borrower"] = common.pop("claimant")
    return RepaymentVoucher(
        advance=advance.number,
        advance_amount=advance.sanctioned,
        advance_day=advance.paid_on,
        purpose=advance.purpose,
        amount=claim.sanctioned,
        method=f"{method}{month}",
        note=claim.payment_note,
        **common,  # type: ignore[arg-type]  # as above
    )


@open_to_all(_WHY)
def attachments_at_payment(session: Session, claim: ExpenseClaim) -> int:
    """How many attachments a payment request had when it was paid: invoices that came later rest under none of its lines."""
    used = {line.invoice_id for line in claim.lines if line.invoice_id}
    later = session.scalar(select(func.count()).where(Invoice.claim_id == claim.id, Invoice.id.not_in(used)))
    return claim.attachment_count - (later or 0)


def repayment_signatures(claim: ExpenseClaim) -> tuple[Signature, ...]:
    """Who gives, who takes; nobody approves that money comes back."""
    return (
        Signature("还款人", claim.claimant_name, claim.business_date),
        Signature("出纳", claim.paid_by_name, claim.paid_on),
        Signature("财务复核"),
    )


def cleared_by(row: advances.OffsetRow) -> str:
    """How an advance was cleared: by a claim, or by money that came back."""
    if row.claim_kind != PaperKind.REPAYMENT or row.claim_method is None:
        return "报销冲销"
    return "工资扣还" if row.claim_method == PaymentMethod.FROM_PAY else f"{METHODS[row.claim_method]}归还"


def _leg(place: int, leg: TravelLeg, claim: ExpenseClaim, *, granted: bool) -> LegRow:
    lines = [line for line in claim.lines if line.leg == place]
    return LegRow(
        departed=f"{leg.departed_on:%m-%d} {leg.departed_hour:02}时",
        origin=leg.from_place,
        arrived=f"{leg.arrived_on:%m-%d} {leg.arrived_hour:02}时",
        goal=leg.to_place,
        vehicle=" ".join(filter(None, (VEHICLES[leg.vehicle], leg.seat))),
        papers=_papers(lines),
        amount=_sum(lines, granted=granted) if lines else None,
    )


def _is_allowance(line: ExpenseLine) -> bool:
    return line.leg is None and line.invoice_id is None and _DAYS.search(line.description) is not None


def _allowance(line: ExpenseLine, *, granted: bool) -> AllowanceRow:
    found = _DAYS.search(line.description)
    assert found, "an allowance says its days"
    amount, days = _sum([line], granted=granted), Decimal(found[1])
    rate = amount / days if days else Decimal(0)
    return AllowanceRow(1, found[1], rate if rate and rate == rate.quantize(FEN) else None, amount)


def _others(lines: list[ExpenseLine], *, granted: bool) -> Iterable[OtherRow]:
    for name in dict.fromkeys(line.category_name for line in lines):
        own = [line for line in lines if line.category_name == name]
        nights = sum(line.nights or 0 for line in own)
        words = f"{name} {nights} 晚" if nights else name
        yield OtherRow(words, _papers(own), _sum(own, granted=granted))


def _papers(lines: list[ExpenseLine]) -> int:
    return len({line.invoice_id for line in lines if line.invoice_id})


def _sum(lines: list[ExpenseLine], *, granted: bool) -> Decimal:
    return sum((line.sanctioned if granted else line.amount for line in lines), Decimal(0))


def _advance_use(session: Session, claim: ExpenseClaim) -> AdvanceUse | None:
    rows = advances.offsets_of(session, claim.id)
    if not rows:
        return None
    numbers = "、".join(row.advance_number for row in rows)
    lent = sum((row.advance_amount for row in rows), Decimal(0))
    return AdvanceUse(numbers, lent, claim.offset_total)


def _invoice_words(claim: ExpenseClaim, count: int) -> str:
    """As it was promised at the submission; what came later does not change the paper."""
    if claim.invoice_promise == InvoicePromise.LATER and claim.invoice_due_on:
        return f"后补，{claim.invoice_due_on.isoformat()} 前交回"
    return "无需发票" if claim.invoice_promise == InvoicePromise.NONE else f"发票已到 {count} 张"


def payment_of(claim: ExpenseClaim) -> Payment:
    """付款: from which account, how, when."""
    method = METHODS[claim.payment_method] if claim.payment_method else ""
    return Payment(claim.paid_from_name, method, claim.paid_on)
