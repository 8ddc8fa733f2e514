"""Months of vouchers: what is in one, whether it agrees, bound 装订 and opened again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select

from models.attachment import Attachment
from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.invoice import Invoice
from models.payment import BatchState, PaymentBatch, PaymentLine, PaymentState
from models.voucher import Voucher, VoucherMonth, VoucherState, VoucherType
from services import audit, claim_attachments
from services.database import Session, once
from services.errors import Refused
from services.months import next_month, previous_month
from services.permissions import Actor, Permission, open_to_all, requires
from services.vouchers import WORDS

_WHY = "a step of services that have checked"
_PAID = (ClaimState.PAID, ClaimState.VOIDED)


@dataclass(frozen=True, slots=True)
class NumberRange:
    """The numbers of one type: from 1 to `last`, `voided` of them void."""

    type: VoucherType
    last: int
    voided: int


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """What a month holds. `count` are all numbers, void ones too; `total` (yuan) and `attachments` are of the valid."""

    month: date
    ranges: tuple[NumberRange, ...]
    count: int
    voided: int
    total: Decimal
    attachments: int


@dataclass(frozen=True, slots=True)
class Binding:
    """Who binds a month and when; the end of the history as it stood; the pages of the bundle, 0 when none was made."""

    on: date
    by_name: str
    head_seq: int
    head_mac: str
    pages: int = 0


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month in the list of months: what it holds, and since when it is bound; `waiting` papers are at the bank."""

    month: date
    count: int
    voided: int
    total: Decimal
    bound_on: date | None
    bound_by_name: str
    waiting: int


@open_to_all(_WHY)
def facts_of(session: Session, month: date) -> MonthFacts:
    """Count a month as it stands, and check that it agrees.

    Raises Refused "voucher.nothing_to_bind" (month), "voucher.gap" (label), "voucher.amount_differs" (label, number,
    voucher, paper), "voucher.number_missing" (number).
    """
    month = month.replace(day=1)
    rows = session.execute(
        select(Voucher.type, Voucher.number, Voucher.state, Voucher.amount, Voucher.id)
        .where(Voucher.month == month)
        .order_by(Voucher.type, Voucher.number)
    ).all()
    if not rows:
        raise Refused("voucher.nothing_to_bind", month=f"{month:%Y-%m}")
    ranges = []
    for kind in VoucherType:
        of_kind = [row for row in rows if row.type == kind]
        for place, row in enumerate(of_kind, start=1):
            if row.number != place:
                raise Refused("voucher.gap", label=f"{WORDS[kind]}-{month:%Y-%m}-{place:04}")
        if of_kind:
            void = sum(row.state == VoucherState.VOIDED for row in of_kind)
            ranges.append(NumberRange(kind, len(of_kind), void))
    _refuse_differences(session, month)
    valid = [row.amount for row in rows if row.state == VoucherState.VALID]
    files = attachments_of(session, month)
    return MonthFacts(
        month, tuple(ranges), len(rows), len(rows) - len(valid), sum(valid, Decimal(0)), sum(files.values())
    )


@open_to_all(_WHY)
def attachments_of(session: Session, month: date) -> dict[int, int]:
    """How many attachments each valid voucher of the month has, by its id; of a bound month those it was bound with."""
    files = select(func.count(Attachment.id)).where(
        files_of(session, month), Attachment.record_id == ExpenseClaim.id
    )
    bare = select(func.count(Invoice.id)).where(bare_of(session, month), Invoice.claim_id == ExpenseClaim.id)
    rows = session.execute(
        select(Voucher.id, ExpenseClaim.kind, files.scalar_subquery() + bare.scalar_subquery())
        .join(ExpenseClaim, ExpenseClaim.id == Voucher.claim_id)
        .where(Voucher.month == month, Voucher.state == VoucherState.VALID)
    )
    return {found: 0 if kind == PaperKind.REVERSAL else count for found, kind, count in rows}


@open_to_all(_WHY)
def files_of(session: Session, month: date) -> ColumnElement[bool]:
    """The condition on Attachment for files of papers; what came after the binding belongs to no bound month."""
    bound = bound_month(session, month)
    papers = Attachment.record_kind == ExpenseClaim.__tablename__
    return papers if bound is None else papers & (Attachment.created_at <= bound.created_at)


@open_to_all(_WHY)
def bare_of(session: Session, month: date) -> ColumnElement[bool]:
    """The condition on Invoice for those their papers have no file of; as `files_of` for a bound month."""
    bound = bound_month(session, month)
    return claim_attachments.without_file(bound.created_at if bound else None)


@open_to_all("that a month is bound is no secret")
def bound_month(session: Session, month: date) -> VoucherMonth | None:
    """The record of a bound month; None while it is open."""
    return session.scalar(select(VoucherMonth).where(VoucherMonth.month == month.replace(day=1)))


@requires(Permission.VOUCHER_SEE)
def months(session: Session, actor: Actor) -> list[MonthRow]:  # noqa: ARG001 - the permission needs it
    """Every month that has vouchers, the newest first."""
    valid = Voucher.state == VoucherState.VALID
    rows = session.execute(
        select(
            Voucher.month, func.count(), func.count().filter(~valid), func.sum(Voucher.amount).filter(valid)
        )
        .group_by(Voucher.month)
        .order_by(Voucher.month.desc())
    ).all()
    bound = {item.month: item for item in session.scalars(select(VoucherMonth))}
    return [
        MonthRow(
            month, count, voided, total or Decimal(0),
            bound[month].bound_on if month in bound else None,
            bound[month].bound_by_name if month in bound else "",
            0 if month in bound else len(_at_the_bank(session, month)),
        )
        for month, count, voided, total in rows
    ]  # fmt: skip


@requires(Permission.VOUCHER_BIND)
def bind(
    session: Session,
    actor: Actor,
    month: date,
    command_id: str,
    *,
    today: date,
    made: tuple[MonthFacts, Binding] | None = None,
) -> int:
    """Close a month: from now on nothing of it changes. Returns the id of its record.

    `made` is what the bundle was printed with. Raises Refused as `facts_of`, "voucher.month_not_over" (month, day),
    "voucher.already_bound" (month, day, by), "voucher.at_the_bank" (count, numbers), "voucher.changed_meanwhile"
    (month) when the month is no longer what was printed.
    """
    month = month.replace(day=1)
    done = not once(session, command_id)
    # nobody pays between the counting and the closing
    head_seq, head_mac = audit.head(session, for_update=True)
    known = bound_month(session, month)
    if done and known is not None:
        return known.id
    refuse_open_ends(session, month, today)
    facts = facts_of(session, month)
    binding = made[1] if made else Binding(today, actor.name, head_seq, head_mac)
    if made and made[0] != facts:
        raise Refused("voucher.changed_meanwhile", month=f"{month:%Y-%m}")
    _recount(session, month)
    item = VoucherMonth(
        month=month,
        bound_on=binding.on,
        bound_by_name=binding.by_name,
        count=facts.count,
        voided=facts.voided,
        total=facts.total,
        attachments=facts.attachments,
        pages=binding.pages,
        head_seq=binding.head_seq,
        head_mac=binding.head_mac,
    )
    audit.record(session, actor, "bind", item)
    session.flush()
    return item.id


@open_to_all(_WHY)
def refuse_open_ends(session: Session, month: date, today: date) -> None:
    """Refuse a month that is bound, is not over, or has papers at the bank; see `bind`."""
    bound = bound_month(session, month)
    if bound is not None:
        raise Refused(
            "voucher.already_bound", month=f"{month:%Y-%m}", day=bound.bound_on, by=bound.bound_by_name
        )
    if today < next_month(month):
        raise Refused("voucher.month_not_over", month=f"{month:%Y-%m}", day=next_month(month))
    waiting = _at_the_bank(session, month)
    if waiting:
        raise Refused("voucher.at_the_bank", count=len(waiting), numbers="、".join(waiting[:5]))


@requires(Permission.VOUCHER_UNBIND)
def unbind(session: Session, actor: Actor, month: date, command_id: str, *, reason: str) -> None:
    """Open a bound month again, saying why.

    Raises Refused "voucher.not_bound" (month), "voucher.unbind_reason_missing" (field "reason").
    """
    if not once(session, command_id):
        return
    item = bound_month(session, month)
    if item is None:
        raise Refused("voucher.not_bound", month=f"{month:%Y-%m}")
    if not reason.strip():
        raise Refused("voucher.unbind_reason_missing", field="reason")
    audit.record(session, actor, "unbind", item, reason=reason.strip(), month=item.month)
    session.delete(item)
    session.flush()


def _refuse_differences(session: Session, month: date) -> None:
    """Every voucher says what its paper says, and every paper that was paid has one."""
    joined = select(Voucher.label, ExpenseClaim.number, Voucher.amount, ExpenseClaim.sanctioned).join(
        ExpenseClaim, ExpenseClaim.id == Voucher.claim_id
    )
    valid = (Voucher.month == month, Voucher.state == VoucherState.VALID)
    wrong = session.execute(joined.where(*valid, Voucher.amount != ExpenseClaim.sanctioned).limit(1)).first()
    if wrong is not None:
        label, number, amount, paper = wrong
        raise Refused("voucher.amount_differs", label=label, number=number, voucher=amount, paper=paper)
    numbered = select(Voucher.claim_id).where(Voucher.state == VoucherState.VALID)
    missing = session.scalar(
        select(ExpenseClaim.number)
        .where(
            ExpenseClaim.state.in_(_PAID),
            ExpenseClaim.paid_on >= month,
            ExpenseClaim.paid_on < next_month(month),
            ExpenseClaim.id.not_in(numbered),
        )
        .order_by(ExpenseClaim.id)
        .limit(1)
    )
    if missing is not None:
        raise Refused("voucher.number_missing", number=missing)


def _at_the_bank(session: Session, month: date) -> list[str]:
    """The papers of batches of this month that the bank has not confirmed yet."""
    return list(
        session.scalars(
            select(PaymentLine.claim_number)
            .join(PaymentBatch, PaymentBatch.id == PaymentLine.batch_id)
            .where(
                PaymentLine.state == PaymentState.WAITING,
                PaymentBatch.state.in_((BatchState.OPEN, BatchState.SENT)),
                PaymentBatch.paid_on >= month,
                PaymentBatch.paid_on < next_month(month),
            )
            .order_by(PaymentLine.id)
        )
    )


def _recount(session: Session, month: date) -> None:
    """What came after the payment, promised invoices above all, is counted before the month closes."""
    files = attachments_of(session, month)
    for item in session.scalars(select(Voucher).where(Voucher.id.in_(files))):
        item.attachments = files[item.id]
    session.flush()


def last_month(today: date) -> date:
    """The first day of the month before."""
    return previous_month(today)
