"""The register of vouchers 凭证簿: every number that was given, void ones in their row, and one voucher whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, case, literal, select

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.payment import PaymentBatch, PaymentLine, PaymentState
from models.voucher import Voucher, VoucherMonth, VoucherState, VoucherType
from services import attachments, audit, records
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.database import Session
from services.money import voucher_capitals
from services.months import previous_month
from services.permissions import Actor, Permission, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Join, Operator, Register

# a number that is void counts in the row and adds nothing
_NOTHING = literal(Decimal(0), Voucher.amount.type)
_COUNTED = case((Voucher.state == VoucherState.VOIDED, _NOTHING), else_=Voucher.amount)


def _month(before: int) -> Callable[[ChipContext], tuple[Filter, ...]]:
    def filters(context: ChipContext) -> tuple[Filter, ...]:
        month = context.today.replace(day=1)
        for _ in range(before):
            month = previous_month(month)
        return (Filter("month", Operator.IS, month),)

    return filters


REGISTER = Register(
    name=Voucher.__tablename__,
    record=Voucher,
    columns=(
        Column("label", "Voucher", ColumnKind.TEXT, Voucher.label, 128),
        Column("dated_on", "Date", ColumnKind.DAY, Voucher.dated_on, 62),
        Column("type", "Type", ColumnKind.CHOICE, Voucher.type, 90, shown=False, choices=VoucherType),
        Column("claim_number", "Paper", ColumnKind.TEXT, ExpenseClaim.number, 110),
        Column("claimant_name", "Claimant", ColumnKind.TEXT, ExpenseClaim.claimant_name, 72),
        Column("purpose", "Purpose", ColumnKind.TEXT, ExpenseClaim.purpose, 140, stretch=True),
        Column("attachments", "Attachments", ColumnKind.NUMBER, Voucher.attachments, 56),
        Column("amount", "Amount", ColumnKind.MONEY, _COUNTED, 104),
        Column("state", "State", ColumnKind.CHOICE, Voucher.state, 72, choices=VoucherState),
        Column("bound_on", "Bound on", ColumnKind.DAY, VoucherMonth.bound_on, 80),
        Column("month", "Month", ColumnKind.DAY, Voucher.month, 80, shown=False),
        Column("number", "Number", ColumnKind.NUMBER, Voucher.number, 64, shown=False),
        Column(
            "department_name", "Department", ColumnKind.TEXT, ExpenseClaim.department_name, 90, shown=False
        ),
        Column("project_name", "Project", ColumnKind.TEXT, ExpenseClaim.project_name, 140, shown=False),
        Column("paid_from_name", "Paid from", ColumnKind.TEXT, ExpenseClaim.paid_from_name, 120, shown=False),
        Column("batch_number", "Batch", ColumnKind.TEXT, ExpenseClaim.batch_number, 110, shown=False),
        Column("void_reason", "Void because", ColumnKind.TEXT, Voucher.void_reason, 140, shown=False),
    ),
    see=Permission.VOUCHER_SEE,
    sort="dated_on",
    descending=True,
    chips=(
        Chip("this_month", "This month", _month(0)),
        Chip("last_month", "Last month", _month(1)),
        Chip("unbound", "Not bound yet", lambda _: (Filter("bound_on", Operator.EMPTY),)),
        Chip("voided", "Void", lambda _: (Filter("state", Operator.IS, VoucherState.VOIDED),)),
        Chip("all", "All"),
    ),
    default_chip="this_month",
    total="amount",
    joins=(
        Join(ExpenseClaim, ExpenseClaim.id == Voucher.claim_id),
        Join(VoucherMonth, VoucherMonth.month == Voucher.month),
    ),
)


@dataclass(frozen=True, slots=True)
class VoucherDetail:
    """One voucher, whole. Amounts in yuan; `others` are the numbers of the same paper, of its reversal or original."""

    id: int
    label: str
    month: date
    type: VoucherType
    dated_on: date
    amount: Decimal
    capitals: str
    state: VoucherState
    void_reason: str
    attachments: int
    claim_id: int
    claim_number: str
    claim_kind: PaperKind
    claim_state: ClaimState
    claimant_name: str
    department_name: str
    project_name: str
    purpose: str
    paid_from_name: str
    paid_by_name: str
    batch_number: str
    bound_on: date | None
    bound_by_name: str
    reverses: str
    reversed_by: str
    others: tuple[str, ...]
    files: tuple[AttachmentRow, ...]
    history: tuple[HistoryRow, ...]


@requires(Permission.VOUCHER_SEE)
def detail(session: Session, actor: Actor, voucher_id: int) -> VoucherDetail:
    """The voucher with its paper, its files and its history. Raises Refused "record.gone"."""
    item = records.load(session, Voucher, voucher_id)
    claim = session.get_one(ExpenseClaim, item.claim_id)
    bound = session.scalar(select(VoucherMonth).where(VoucherMonth.month == item.month))
    same = select(Voucher.label).where(Voucher.claim_id == claim.id, Voucher.id != item.id)
    history = audit.history(session, actor, Voucher.__tablename__, item.id)
    history += audit.history(session, actor, ExpenseClaim.__tablename__, claim.id)
    return VoucherDetail(
        id=item.id,
        label=item.label,
        month=item.month,
        type=item.type,
        dated_on=item.dated_on,
        amount=item.amount,
        capitals=voucher_capitals(item.amount),
        state=item.state,
        void_reason=item.void_reason,
        attachments=item.attachments,
        claim_id=claim.id,
        claim_number=claim.number,
        claim_kind=claim.kind,
        claim_state=claim.state,
        claimant_name=claim.claimant_name,
        department_name=claim.department_name,
        project_name=claim.project_name,
        purpose=claim.purpose,
        paid_from_name=claim.paid_from_name,
        paid_by_name=claim.paid_by_name,
        batch_number=_batch(session, claim.id),
        bound_on=bound.bound_on if bound else None,
        bound_by_name=bound.bound_by_name if bound else "",
        reverses=_label_of(session, ExpenseClaim.id == claim.reverses_id) if claim.reverses_id else "",
        reversed_by=_label_of(session, ExpenseClaim.reverses_id == claim.id),
        others=tuple(session.scalars(same.order_by(Voucher.id))),
        files=tuple(attachments.of(session, actor, ExpenseClaim.__tablename__, claim.id)),
        history=tuple(sorted(history, key=lambda row: row.at, reverse=True)),
    )


def _label_of(session: Session, which: ColumnElement[bool]) -> str:
    found = session.scalar(
        select(Voucher.label)
        .join(ExpenseClaim, ExpenseClaim.id == Voucher.claim_id)
        .where(which, Voucher.state == VoucherState.VALID)
    )
    return found or ""


def _batch(session: Session, claim_id: int) -> str:
    confirmed = (PaymentLine.claim_id == claim_id, PaymentLine.state == PaymentState.CONFIRMED)
    found = select(PaymentBatch.number).join(PaymentLine, PaymentLine.batch_id == PaymentBatch.id)
    return session.scalar(found.where(*confirmed)) or ""
