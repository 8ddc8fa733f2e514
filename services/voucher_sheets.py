"""What belongs to a voucher in the bundle: its form, who decided what, its files and invoices, the bank's slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select

from models.approval import ApprovalDecision, ApprovalStep, Decision
from models.attachment import Attachment
from models.expense_claim import ExpenseClaim, PaperKind
from models.invoice import Invoice
from models.payment import PaymentBatch, PaymentLine, PaymentState
from models.voucher import Voucher, VoucherState, VoucherType
from services import attachments, durable
from services.database import Session
from services.invoices.model import InvoiceKind
from services.permissions import open_to_all
from services.reports.bundle import Act, InvoiceLine, InvoiceSheet, Item, VoidSheet
from services.voucher_months import files_of
from services.vouchers import type_of

_WHY = "a step of making a bundle, which has its permission"
_DECISIONS = {
    Decision.SUBMIT: "提交",
    Decision.APPROVE: "同意",
    Decision.RETURN: "退回",
    Decision.WITHDRAW: "撤回",
    Decision.REFER: "转审",
    Decision.ADD_SIGNER: "加签",
    Decision.REMIND: "催办",
}
_KINDS = {
    InvoiceKind.PAPER_SPECIAL: "增值税专用发票",
    InvoiceKind.PAPER_ORDINARY: "增值税普通发票",
    InvoiceKind.ELECTRONIC_SPECIAL: "增值税电子专用发票",
    InvoiceKind.ELECTRONIC_ORDINARY: "增值税电子普通发票",
    InvoiceKind.ELECTRONIC_TOLL: "通行费增值税电子普通发票",
    InvoiceKind.DIGITAL_SPECIAL: "电子发票（增值税专用发票）",
    InvoiceKind.DIGITAL_ORDINARY: "电子发票（普通发票）",
    InvoiceKind.TRAIN: "铁路电子客票",
    InvoiceKind.AIR: "航空运输电子客票行程单",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A voucher in the order of the volume; amounts in yuan."""

    id: int
    label: str
    day: date
    claim_id: int
    claim_kind: PaperKind
    claim_number: str
    claimant: str
    summary: str
    amount: Decimal
    voided: bool
    void_reason: str
    reverses: str

    @property
    def void_sheet(self) -> VoidSheet:
        """What is printed for a number that is void."""
        return VoidSheet(
            self.label,
            self.day,
            self.claim_number,
            self.claimant,
            self.summary,
            self.amount,
            self.void_reason,
        )


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment to be printed, and where its bytes lie; None for an invoice on paper."""

    item: Item
    path: Path | None


@open_to_all(_WHY)
def planned(session: Session, month: date) -> list[Planned]:
    """The vouchers of a month: payments, receipts, transfers, each by its number."""
    original = (
        select(Voucher.label)
        .where(Voucher.claim_id == ExpenseClaim.reverses_id, Voucher.state == VoucherState.VALID)
        .correlate(ExpenseClaim)
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            Voucher.id, Voucher.label, Voucher.dated_on, ExpenseClaim.id, ExpenseClaim.kind, ExpenseClaim.number,
            ExpenseClaim.claimant_name, ExpenseClaim.purpose, Voucher.amount, Voucher.state, Voucher.void_reason, original,
        )
        .join(ExpenseClaim, ExpenseClaim.id == Voucher.claim_id)
        .where(Voucher.month == month)
        .order_by(Voucher.type, Voucher.number)
    )  # fmt: skip
    return [
        Planned(*row[:9], voided=row[9] == VoucherState.VOIDED, void_reason=row[10], reverses=row[11] or "")
        for row in rows
    ]


@open_to_all(_WHY)
def acts_of(session: Session, claim: Planned) -> list[Act]:
    """Every decision on the paper in all rounds, then its payment."""
    which = (
        ApprovalDecision.paper_kind == claim.claim_kind.value,
        ApprovalDecision.paper_id == claim.claim_id,
    )
    rows = session.execute(
        select(ApprovalDecision, ApprovalStep.label)
        .outerjoin(ApprovalStep, ApprovalStep.id == ApprovalDecision.step_id)
        .where(*which)
        .order_by(ApprovalDecision.id)
    )
    acts = [
        Act(row.at, row.user_name, row.for_name, place or "经办", _DECISIONS[row.decision], row.reason)
        for row, place in rows
    ]
    paper = session.get_one(ExpenseClaim, claim.claim_id)
    if paper.paid_on is not None:
        told = "，".join(filter(None, (paper.paid_from_name, paper.payment_note, paper.state_note)))
        acts.append(Act(paper.paid_on, paper.paid_by_name, "", "出纳", _settled(paper), told))
    return acts


def _settled(paper: ExpenseClaim) -> str:
    if paper.kind == PaperKind.REVERSAL:
        return "冲销"
    return {VoucherType.PAY: "付讫", VoucherType.RECEIVE: "收讫", VoucherType.TRANSFER: "结清"}[
        type_of(paper)
    ]


@open_to_all(_WHY)
def attached(session: Session, month: date, claim: Planned) -> list[Attached]:
    """The files of the paper in their order, then its invoices that are on paper only. A reversal has none of its own."""
    if claim.voided or claim.claim_kind == PaperKind.REVERSAL:
        return []
    files = session.scalars(
        select(Attachment)
        .where(files_of(session, month), Attachment.record_id == claim.claim_id)
        .order_by(Attachment.id)
    ).all()
    invoices = session.scalars(
        select(Invoice).where(Invoice.claim_id == claim.claim_id).order_by(Invoice.id)
    ).all()
    by_file = {invoice.attachment_id: invoice for invoice in invoices if invoice.attachment_id}
    root = attachments.root_of(session)
    found = [
        Attached(
            _item(f"{claim.label}　附件 {place}/{len(files)}", file, by_file.get(file.id)),
            durable.place(root, file.sha256),
        )
        for place, file in enumerate(files, start=1)
    ]
    on_paper = [invoice for invoice in invoices if invoice.attachment_id is None]
    return found + [
        Attached(Item(f"{claim.label}　纸质发票 {invoice.number}", "", "", 0, _sheet(invoice)), None)
        for invoice in on_paper
    ]


@open_to_all(_WHY)
def slips(session: Session, claim: Planned) -> tuple[str, list[Attached]]:
    """The number of the batch that paid the paper, and the bank's slips for it; ("", []) when no batch did."""
    if claim.voided:
        return "", []
    batch = session.execute(
        select(PaymentBatch.id, PaymentBatch.number)
        .join(PaymentLine, PaymentLine.batch_id == PaymentBatch.id)
        .where(PaymentLine.claim_id == claim.claim_id, PaymentLine.state == PaymentState.CONFIRMED)
    ).first()
    if batch is None:
        return "", []
    of_batch = (Attachment.record_kind == PaymentBatch.__tablename__, Attachment.record_id == batch.id)
    files = session.scalars(select(Attachment).where(*of_batch).order_by(Attachment.id)).all()
    root = attachments.root_of(session)
    found = [
        Attached(
            _item(f"付款批次 {batch.number}　银行回单 {place}/{len(files)}", file, None),
            durable.place(root, file.sha256),
        )
        for place, file in enumerate(files, start=1)
    ]
    return batch.number, found


def _item(caption: str, file: Attachment, invoice: Invoice | None) -> Item:
    told = (
        f"{caption}　发票 {invoice.number}"
        if invoice is not None and invoice.number
        else f"{caption}　{file.name}"
    )
    return Item(told, file.name, file.sha256, file.size, _sheet(invoice) if invoice is not None else None)


def _sheet(invoice: Invoice) -> InvoiceSheet:
    kind = InvoiceKind(invoice.kind) if invoice.kind in set(InvoiceKind) else InvoiceKind.UNKNOWN
    return InvoiceSheet(
        kind=_KINDS.get(kind, "发票"),
        code=invoice.code,
        number=invoice.number,
        day=invoice.issued_on,
        seller=invoice.seller_name,
        seller_tax_id=invoice.seller_tax_id,
        buyer=invoice.buyer_name,
        buyer_tax_id=invoice.buyer_tax_id,
        net=invoice.net,
        tax=invoice.tax,
        total=invoice.total,
        check_code=invoice.check_code,
        lines=tuple(map(_line, invoice.lines)),
    )


def _line(line: dict[str, Any]) -> InvoiceLine:
    names = ("name", "spec", "unit", "quantity", "unit_price", "amount", "rate", "tax")
    return InvoiceLine(*(str(line.get(name) or "") for name in names))
