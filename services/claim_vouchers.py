"""A claim as the printed form: only what is stored with the paper, so that a reprint is the same paper."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import select

from models.approval import StepState
from models.expense_claim import ClaimState, ExpenseClaim, ExpenseLine, PaperKind, PaymentMethod
from models.invoice import Invoice
from models.packet import FundingSource
from services import advances, approval_steps, travel_vouchers
from services.approval_steps import StepRow
from services.calendars import business_day
from services.claim_records import load, paper_of
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.reports.voucher import (
    AdvanceUse,
    AdvanceVoucher,
    ClaimLine,
    ClaimVoucher,
    Clearing,
    Payment,
    Signature,
    Voucher,
)

# the form's days are China's, on whatever machine it is printed again
_METHODS = {PaymentMethod.TRANSFER: "转账", PaymentMethod.CASH: "现金"}
_MARKS = {
    ClaimState.DRAFT: "草稿",
    ClaimState.WITHDRAWN: "草稿",
    ClaimState.RETURNED: "已退回",
    ClaimState.VOIDED: "作废",
}
_OTHERS = frozenset({PaperKind.TRAVEL, PaperKind.PAYMENT, PaperKind.REPAYMENT})
_GRANTED = frozenset({ClaimState.TO_PAY, ClaimState.PAID, ClaimState.VOIDED})


@requires(Permission.CLAIM_SEE)
def voucher(session: Session, actor: Actor, claim_id: int) -> Voucher:  # noqa: ARG001 - the permission needs the actor
    """The printed form of a paper by its kind (会计基础工作规范 articles 48 to 52), amounts in yuan.

    A reversal prints as the form of the paper it reverses. Raises Refused "record.gone".
    """
    claim = load(session, claim_id)
    reverses = session.get(ExpenseClaim, claim.reverses_id) if claim.reverses_id else None
    kind = reverses.kind if reverses else claim.kind
    if kind in _OTHERS:
        return _other_form(session, claim, kind, reverses)
    form = _advance_form if kind == PaperKind.ADVANCE else _claim_form
    return form(session, claim, reverses)


@requires(Permission.CLAIM_SEE)
def voucher_by_number(session: Session, actor: Actor, number: str) -> Voucher:
    """As `voucher`, for "BX-2026-0413". Raises Refused "claim.unknown_number" (number)."""
    found = session.scalar(select(ExpenseClaim.id).where(ExpenseClaim.number == number.strip().upper()))
    if found is None:
        raise Refused("claim.unknown_number", number=number)
    return voucher(session, actor, found)


def _other_form(
    session: Session, claim: ExpenseClaim, kind: PaperKind, reverses: ExpenseClaim | None
) -> Voucher:
    """差旅费报销单, 付款申请单 and 还款单: what every form has, and the rest by kind."""
    original = load(session, reverses.id) if reverses else claim
    common = {
        "company": claim.company_name,
        "number": claim.number,
        "voucher_number": claim.voucher_number,
        "day": claim.business_date,
        "attachments": claim.attachment_count,
        "claimant": claim.claimant_name,
        "department": claim.department_name,
        "project": _project(session, claim),
        "signatures": _signatures(session, claim, "经办人" if kind == PaperKind.PAYMENT else "报销人"),
        "payment": travel_vouchers.payment_of(claim),
        "mark": _mark(claim),
        "reverses": reverses.number if reverses else "",
    }
    if kind == PaperKind.TRAVEL:
        return travel_vouchers.travel_form(session, claim, original.legs, **common)
    if kind == PaperKind.PAYMENT:
        common["attachments"] = travel_vouchers.attachments_at_payment(session, claim)
        return travel_vouchers.request_form(session, claim, **common)
    common["signatures"] = travel_vouchers.repayment_signatures(claim)
    return travel_vouchers.repayment_form(session, claim, original, **common)


def _claim_form(session: Session, claim: ExpenseClaim, reverses: ExpenseClaim | None) -> ClaimVoucher:
    used = {line.invoice_id for line in claim.lines if line.invoice_id}
    rows = session.execute(select(Invoice.id, Invoice.number).where(Invoice.id.in_(used)))
    numbers: dict[int, str] = {row.id: row.number for row in rows}
    # less may be granted before the last level has decided; the sum is then what the screen shows, too
    granted = claim.state in _GRANTED or any(line.sanctioned != line.amount for line in claim.lines)
    return ClaimVoucher(
        company=claim.company_name,
        number=claim.number,
        voucher_number=claim.voucher_number,
        day=claim.business_date,
        attachments=claim.attachment_count,
        claimant=claim.claimant_name,
        department=claim.department_name,
        project=_project(session, claim),
        lines=tuple(_line(line, numbers, granted=granted) for line in claim.lines),
        signatures=_signatures(session, claim, "报销人"),
        advance=_advance_use(session, claim),
        settlement=claim.sanctioned - claim.offset_total if claim.offset_total else None,
        payment=_payment(claim),
        mark=_mark(claim),
        reverses=reverses.number if reverses else "",
    )


def _advance_form(session: Session, claim: ExpenseClaim, reverses: ExpenseClaim | None) -> AdvanceVoucher:
    cleared = [row for row in advances.offsets_on(session, claim.id) if row.claim_state == ClaimState.PAID]
    return AdvanceVoucher(
        company=claim.company_name,
        number=claim.number,
        voucher_number=claim.voucher_number,
        day=claim.business_date,
        attachments=claim.attachment_count,
        borrower=claim.claimant_name,
        department=claim.department_name,
        project=claim.project_name,
        purpose=claim.purpose,
        amount=claim.sanctioned,
        due=claim.due_on or claim.business_date,
        payment=_payment(claim),
        signatures=_signatures(session, claim, "借款人"),
        clearings=tuple(
            Clearing(
                row.claim_paid_on or claim.business_date,
                row.claim_number,
                travel_vouchers.cleared_by(row),
                row.amount,
            )
            for row in cleared
        ),
        mark=_mark(claim),
        reverses=reverses.number if reverses else "",
    )


def _project(session: Session, claim: ExpenseClaim) -> str:
    """The project and whose money it is: they share a row of the form."""
    source = session.get(FundingSource, claim.funding_source_id) if claim.funding_source_id else None
    return "　".join(filter(None, [claim.project_name, f"经费：{source.name}" if source else ""]))


def _line(line: ExpenseLine, numbers: dict[int, str], *, granted: bool) -> ClaimLine:
    day = f"{line.spent_on:%m-%d}"
    return ClaimLine(
        day=f"{day} 至 {line.spent_to:%m-%d}" if line.spent_to and line.spent_to != line.spent_on else day,
        category=line.category_name,
        description=line.description,
        amount=line.amount,
        invoice_number=numbers.get(line.invoice_id or 0, ""),
        tax=line.tax or None,
        sanctioned=line.sanctioned if granted else None,
    )


def _signatures(session: Session, claim: ExpenseClaim, first: str) -> tuple[Signature, ...]:
    """Who claimed, who decided at each level, who paid; the receiver signs in ink."""
    steps = approval_steps.steps(session, paper_of(claim))
    signed = [
        Signature(step.label, _signed_by(step), _day(step.decided_at))
        if step.state == StepState.APPROVED
        else Signature(step.label)
        for step in steps
        if step.state != StepState.REFERRED
    ]
    last = "经办人" if claim.kind == PaperKind.REVERSAL else "出纳"
    paid = Signature(last, claim.paid_by_name, claim.paid_on)
    return (Signature(first, claim.claimant_name), *signed, paid, Signature("领款人"))


def _signed_by(step: StepRow) -> str:
    """Who decided; a substitute with the name of whom they stood for."""
    return f"{step.decided_by_name}（代{step.for_name}）" if step.for_name else step.decided_by_name


def _advance_use(session: Session, claim: ExpenseClaim) -> AdvanceUse | None:
    """原借款: several advances stand in one row, their numbers side by side."""
    rows = advances.offsets_of(session, claim.id)
    if not rows:
        return None
    return AdvanceUse(
        number="、".join(row.advance_number for row in rows),
        amount=sum((row.advance_amount for row in rows), Decimal(0)),
        offset=claim.offset_total,
    )


def _payment(claim: ExpenseClaim) -> Payment:
    method = _METHODS[claim.payment_method] if claim.payment_method else ""
    return Payment(claim.paid_from_name, method, claim.paid_on)


def _mark(claim: ExpenseClaim) -> str:
    return "" if claim.kind == PaperKind.REVERSAL else _MARKS.get(claim.state, "")


def _day(moment: datetime | None) -> date | None:
    return business_day(moment) if moment else None
