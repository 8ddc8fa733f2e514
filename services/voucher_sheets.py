"""What belongs to a voucher in the bundle: its form, who decided what, its files and invoices, the bank's slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy import ColumnElement, func, select

from models.approval import ApprovalDecision, ApprovalStep, Decision
from models.attachment import Attachment
from models.expense_claim import ExpenseClaim, PaperKind
from models.invoice import Invoice
from models.payment import BankFormat, PaymentBatch, PaymentLine, PaymentState
from models.voucher import Voucher, VoucherState, VoucherType
from services import attachments, durable
from services.database import Session
from services.invoice_sheets import invoice_sheet
from services.invoices.model import InvoiceKind
from services.permissions import open_to_all
from services.reports.bundle import Act, Item, VoidSheet
from services.voucher_months import bare_of, bound_month, files_of
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
_DIGITAL = {InvoiceKind.DIGITAL_SPECIAL.value, InvoiceKind.DIGITAL_ORDINARY.value}
_ELECTRONIC = {
    InvoiceKind.ELECTRONIC_SPECIAL.value,
    InvoiceKind.ELECTRONIC_ORDINARY.value,
    InvoiceKind.ELECTRONIC_TOLL.value,
}
_DIGITAL_PLACES = 20  # of the number of a 数电票, tickets among them; older invoices have 8


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
    """An attachment to be printed, and where its bytes lie; None for an invoice without a file."""

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
    """The files of the paper in their order, then its invoices without one. A reversal has none of its own."""
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
    bare = session.scalars(
        select(Invoice)
        .where(bare_of(session, month), Invoice.claim_id == claim.claim_id)
        .order_by(Invoice.id)
    ).all()
    root = attachments.root_of(session)
    count = len(files) + len(bare)
    found = [
        Attached(
            _item(f"{claim.label}　附件 {place}/{count}", file, by_file.get(file.id)),
            durable.place(root, file.sha256),
        )
        for place, file in enumerate(files, start=1)
    ]
    return found + [
        Attached(_bare(f"{claim.label}　附件 {place}/{count}", invoice), None)
        for place, invoice in enumerate(bare, start=len(files) + 1)
    ]


@open_to_all(_WHY)
def slips(session: Session, month: date, claim: Planned) -> tuple[str, list[Attached]]:
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
    of_batch = select(Attachment).join(PaymentBatch, _is_slip(session, month))
    files = session.scalars(of_batch.where(PaymentBatch.id == batch.id).order_by(Attachment.id)).all()
    root = attachments.root_of(session)
    found = [
        Attached(
            _item(f"付款批次 {batch.number}　银行回单 {place}/{len(files)}", file, None),
            durable.place(root, file.sha256),
        )
        for place, file in enumerate(files, start=1)
    ]
    return batch.number, found


@open_to_all(_WHY)
def slips_of(session: Session, month: date) -> int:
    """How many slips are attached to the batches that paid papers of the month."""
    paid = (
        select(PaymentLine.batch_id)
        .join(Voucher, Voucher.claim_id == PaymentLine.claim_id)
        .where(
            PaymentLine.state == PaymentState.CONFIRMED,
            Voucher.month == month,
            Voucher.state == VoucherState.VALID,
        )
    )
    count = select(func.count(Attachment.id)).join(PaymentBatch, _is_slip(session, month))
    return session.scalar(count.where(PaymentBatch.id.in_(paid))) or 0


def _is_slip(session: Session, month: date) -> ColumnElement[bool]:
    """The condition on Attachment and its PaymentBatch: a slip is what was attached, not the file written for the bank.

    The file of a batch that was taken back from the bank is known by its name. What came after the binding belongs
    to no bound month.
    """
    formats = session.execute(select(BankFormat.name, BankFormat.file_kind))
    ours = [attachments.clean_name(f"P {name}.{kind}")[1:] for name, kind in formats]
    slip = (
        (Attachment.record_kind == PaymentBatch.__tablename__)
        & (Attachment.record_id == PaymentBatch.id)
        & (Attachment.sha256 != PaymentBatch.file_sha256)
        & Attachment.name.not_in([PaymentBatch.number + name for name in ours])
    )
    bound = bound_month(session, month)
    return slip if bound is None else slip & (Attachment.created_at <= bound.created_at)


def _bare(caption: str, invoice: Invoice) -> Item:
    """An invoice without a file: on paper, or an electronic one of which only the data are registered."""
    digital = len(invoice.number) == _DIGITAL_PLACES or invoice.kind in _DIGITAL
    on_paper = not digital and invoice.kind not in _ELECTRONIC
    told = "纸质发票" if on_paper else "数电票（登记数据）" if digital else "电子发票（登记数据）"
    return Item(f"{caption}　{told} {invoice.number}", "", "", 0, invoice_sheet(invoice), on_paper=on_paper)


def _item(caption: str, file: Attachment, invoice: Invoice | None) -> Item:
    told = (
        f"{caption}　发票 {invoice.number}"
        if invoice is not None and invoice.number
        else f"{caption}　{file.name}"
    )
    return Item(
        told, file.name, file.sha256, file.size, invoice_sheet(invoice) if invoice is not None else None
    )
