"""The register of payment batches and everything its reader needs to see of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select

from models.payment import BatchState, PaymentBatch, PaymentLine, PaymentState
from services import attachments, audit, records
from services.attachments import AttachmentRow
from services.audit import HistoryRow
from services.database import Session
from services.money import voucher_capitals
from services.payment_records import lines_of
from services.permissions import Actor, Permission, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Operator, Register

SHOWN = 8  # lines the pane lists; the rest is in the list of lines


def _state(state: BatchState) -> tuple[Filter, ...]:
    return (Filter("state", Operator.IS, state),)


def _bounced(_context: ChipContext) -> tuple[Filter, ...]:
    return (Filter("bounced_count", Operator.AT_LEAST, 1),)


REGISTER = Register(
    name=PaymentBatch.__tablename__,
    record=PaymentBatch,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, PaymentBatch.number, 112),
        Column("paid_on", "Payment day", ColumnKind.DAY, PaymentBatch.paid_on, 84),
        Column("account_name", "Paying account", ColumnKind.TEXT, PaymentBatch.account_name, 150, stretch=True),
        Column("count", "Papers", ColumnKind.NUMBER, PaymentBatch.count, 60),
        Column("total", "Amount", ColumnKind.MONEY, PaymentBatch.total, 110),
        Column("confirmed_count", "Paid", ColumnKind.NUMBER, PaymentBatch.confirmed_count, 56),
        Column("bounced_count", "Bounced", ColumnKind.NUMBER, PaymentBatch.bounced_count, 60),
        Column("state", "State", ColumnKind.CHOICE, PaymentBatch.state, 96, choices=BatchState),
        Column("made_by_name", "Made by", ColumnKind.TEXT, PaymentBatch.made_by_name, 84, shown=False),
        Column("confirmed_total", "Amount paid", ColumnKind.MONEY, PaymentBatch.confirmed_total, 110, shown=False),
        Column("settled_on", "Done on", ColumnKind.DAY, PaymentBatch.settled_on, 84, shown=False),
        Column("file_name", "Bank file", ColumnKind.TEXT, PaymentBatch.file_name, 180, shown=False),
        Column("note", "Note", ColumnKind.TEXT, PaymentBatch.note, 160, shown=False),
    ),
    see=Permission.BATCH_SEE,
    sort="number",
    descending=True,
    chips=(
        Chip("all", "All"),
        Chip("open", "Not sent yet", lambda _: _state(BatchState.OPEN)),
        Chip("sent", "At the bank", lambda _: _state(BatchState.SENT)),
        Chip("settled", "Done", lambda _: _state(BatchState.SETTLED)),
        Chip("bounced", "With bounced lines", _bounced),
    ),
    default_chip="all",
    total="total",
)  # fmt: skip


class BatchAction(StrEnum):
    """What the actor may do with the batch as it stands."""

    WRITE_FILE = "write_file"
    FILE_AGAIN = "file_again"
    IMPORT = "import_answer"
    CONFIRM = "confirm_all"
    BOUNCE = "bounce"
    UNCONFIRM = "unconfirm"
    ADD = "add_papers"
    TAKE_OUT = "take_out"
    REOPEN = "reopen"
    CANCEL = "cancel"


_CAN = {
    BatchState.OPEN: {
        BatchAction.WRITE_FILE,
        BatchAction.IMPORT,
        BatchAction.CONFIRM,
        BatchAction.BOUNCE,
        BatchAction.ADD,
        BatchAction.TAKE_OUT,
        BatchAction.CANCEL,
    },
    BatchState.SENT: {
        BatchAction.FILE_AGAIN,
        BatchAction.IMPORT,
        BatchAction.CONFIRM,
        BatchAction.BOUNCE,
        BatchAction.UNCONFIRM,
        BatchAction.REOPEN,
    },
    BatchState.SETTLED: {
        BatchAction.FILE_AGAIN,
        BatchAction.IMPORT,
        BatchAction.BOUNCE,
        BatchAction.UNCONFIRM,
    },
    BatchState.CANCELLED: set(),
}


@dataclass(frozen=True, slots=True)
class PaymentLineRow:
    """One paper of a batch as shown; amount in yuan."""

    id: int
    position: int
    claim_id: int
    number: str
    payee_name: str
    bank_name: str
    bank_account: str
    amount: Decimal
    purpose: str
    state: PaymentState
    reason: str
    reference: str
    settled_on: date | None


@dataclass(frozen=True, slots=True)
class BatchDetail:
    """One batch, whole: `lines` are the first few, those that bounced before the others. Amounts in yuan."""

    id: int
    version: int
    number: str
    state: BatchState
    account_id: int
    account_name: str
    account_number: str
    paid_on: date
    count: int
    total: Decimal
    capitals: str
    confirmed_count: int
    confirmed_total: Decimal
    bounced_count: int
    format_id: int | None
    file_name: str
    settled_on: date | None
    made_by_name: str
    note: str
    waiting_count: int
    waiting_total: Decimal
    lines: tuple[PaymentLineRow, ...]
    line_count: int
    attachments: tuple[AttachmentRow, ...]
    history: tuple[HistoryRow, ...]
    actions: frozenset[BatchAction]


@dataclass(frozen=True, slots=True)
class BatchHeadline:
    """Batches not sent yet and at the bank: how many, and the yuan that wait in them."""

    open_count: int
    open_total: Decimal
    sent_count: int
    sent_total: Decimal


@requires(Permission.BATCH_SEE)
def detail(session: Session, actor: Actor, batch_id: int) -> BatchDetail:
    """The batch with its control line, first lines, files, history, and what may be done now. Refused "record.gone"."""
    batch = records.load(session, PaymentBatch, batch_id)
    rows = [_row(line) for line in lines_of(session, batch)]
    first = sorted(rows, key=lambda row: (_ORDER[row.state], row.position))[:SHOWN]
    waiting = [row for row in rows if row.state == PaymentState.WAITING]
    kind = PaymentBatch.__tablename__
    return BatchDetail(
        **{name: getattr(batch, name) for name in _SAME},
        capitals=voucher_capitals(batch.total),
        waiting_count=len(waiting),
        waiting_total=sum((row.amount for row in waiting), Decimal(0)),
        lines=tuple(first),
        line_count=len(rows),
        attachments=tuple(attachments.of(session, actor, kind, batch.id)),
        history=tuple(audit.history(session, actor, kind, batch.id)),
        actions=_actions(actor, batch),
    )


@requires(Permission.BATCH_SEE)
def lines(session: Session, actor: Actor, batch_id: int) -> list[PaymentLineRow]:  # noqa: ARG001 - the permission needs the actor
    """Every line of a batch in its order. Raises Refused "record.gone"."""
    return [_row(line) for line in lines_of(session, records.load(session, PaymentBatch, batch_id))]


@requires(Permission.BATCH_SEE)
def headline(session: Session, actor: Actor) -> BatchHeadline:  # noqa: ARG001 - the permission needs it
    """What waits: batches to be sent, and batches whose answer is missing."""
    found = {
        state: _waiting(session, PaymentBatch.state == state) for state in (BatchState.OPEN, BatchState.SENT)
    }
    return BatchHeadline(*found[BatchState.OPEN], *found[BatchState.SENT])


@requires(Permission.BATCH_SEE)
def waiting_count(session: Session, actor: Actor) -> int:
    """How many batches the actor has to send or to settle; none for those who only look."""
    if not actor.can(Permission.CLAIM_PAY):
        return 0
    found = headline(session, actor)
    return found.open_count + found.sent_count


def _waiting(session: Session, which: ColumnElement[bool]) -> tuple[int, Decimal]:
    sums = (
        select(func.count(PaymentBatch.id.distinct()), func.sum(PaymentLine.amount))
        .join(PaymentLine, PaymentLine.batch_id == PaymentBatch.id)
        .where(which, PaymentLine.state == PaymentState.WAITING)
    )
    count, total = session.execute(sums).one()
    return count, total or Decimal(0)


def _actions(actor: Actor, batch: PaymentBatch) -> frozenset[BatchAction]:
    if not actor.can(Permission.CLAIM_PAY):
        return frozenset()
    can = set(_CAN[batch.state])
    if not batch.file_sha256:
        can.discard(BatchAction.FILE_AGAIN)
    if not batch.confirmed_count:
        can.discard(BatchAction.UNCONFIRM)
    if batch.confirmed_count or batch.bounced_count:
        can.discard(BatchAction.REOPEN)
    return frozenset(can)


def _row(line: PaymentLine) -> PaymentLineRow:
    return PaymentLineRow(
        id=line.id,
        position=line.position,
        claim_id=line.claim_id,
        number=line.claim_number,
        payee_name=line.payee_name,
        bank_name=line.bank_name,
        bank_account=line.bank_account,
        amount=line.amount,
        purpose=line.purpose,
        state=line.state,
        reason=line.reason,
        reference=line.bank_reference,
        settled_on=line.settled_on,
    )


_ORDER = {
    PaymentState.BOUNCED: 0,
    PaymentState.WAITING: 1,
    PaymentState.CONFIRMED: 2,
    PaymentState.TAKEN_OUT: 3,
}
_COMPUTED = {
    "capitals",
    "waiting_count",
    "waiting_total",
    "lines",
    "line_count",
    "attachments",
    "history",
    "actions",
}
_SAME = tuple(name for name in BatchDetail.__slots__ if name not in _COMPUTED)
