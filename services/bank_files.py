"""The file of a batch for the bank 银行付款文件: looked at before, written once, the same bytes ever after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.attachment import Attachment
from models.bank_account import BankAccount
from models.payment import BankFormat, BatchState, PaymentBatch, PaymentLine, PaymentState
from services import attachments, audit, company, durable, records
from services.bank_formats import BankFormatDraft, draft_of
from services.bank_sheets import Cell, Paying, Payment, content, table
from services.claim_check_row import Check
from services.claim_values import Saved
from services.database import Session, once
from services.errors import Refused
from services.payment_candidates import judge, locked
from services.payment_records import account, expect, lines_of, load, recount, saved, written
from services.permissions import Actor, Permission, requires

_FIRST = 5
_SAMPLE = (
    Payment("BX-2026-0413", "李文静", "6222020000000000000", "中国工商银行武汉光谷支行", Decimal("4286.50"), "武汉—宜昌 外业差旅"),
    Payment("BX-2026-0414", "张国强", "0621483000000009", "招商银行武汉分行", Decimal("74.51"), "市内交通"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileLook:
    """A file before it is written: titles, its first lines, how many there are, what looks wrong but may be right."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int
    total: Decimal
    doubts: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class BankFile:
    """A file as the bank gets it; `again` when it was written before."""

    name: str
    content: bytes
    sha256: str
    again: bool
    batch: Saved


@requires(Permission.COMPANY_SEE)
def sample(session: Session, actor: Actor, draft: BankFormatDraft, *, today: date) -> FileLook:
    """How a file of this format would begin, with two made-up transfers. Raises what `bank_sheets.table` raises."""
    paying = Paying(
        "PC-2026-0001", today, "127906000010101", company.get(session, actor).name, "招商银行武汉光谷支行"
    )
    return _look(draft, paying, _SAMPLE)


@requires(Permission.CLAIM_PAY)
def look(session: Session, actor: Actor, batch_id: int, format_id: int, *, today: date) -> FileLook:
    """The file of a batch before it is written, with the doubts about its transfers.

    Raises Refused "record.gone", and what `bank_sheets.table` raises.
    """
    batch = records.load(session, PaymentBatch, batch_id)
    lines = _sent(lines_of(session, batch))
    found = _look(_format(session, format_id), _paying(session, actor, batch), _payments(lines))
    judged = judge(session, locked(session, [line.claim_id for line in lines], lock=False), today)
    doubts = tuple(check for one in judged for check in one.checks if check.level == "warn")
    return replace(found, doubts=doubts)


@requires(Permission.CLAIM_PAY)
def write(
    session: Session, actor: Actor, batch_id: int, version: int, format_id: int, *, command_id: str
) -> BankFile:
    """Write the file of a batch that is not at the bank yet; from now on it is. The file stays with the batch.

    Raises Refused "record.gone", "batch.changed", "batch.wrong_state", "claim.account_closed", and what
    `bank_sheets.content` raises.
    """
    batch = load(session, batch_id)
    if not once(session, command_id):
        return _again(session, batch)
    expect(session, batch, version, {BatchState.OPEN})
    account(session, batch.account_id)
    form = _format(session, format_id)
    lines = lines_of(session, batch)
    made = content(form, _paying(session, actor, batch), _payments(_sent(lines)))
    sha256 = durable.keep_bytes(made, attachments.root_of(session))
    name = attachments.clean_name(f"{batch.number} {form.name}.{form.file_kind.value}")
    kept = Attachment(record_kind=PaymentBatch.__tablename__, record_id=batch.id, name=name, sha256=sha256, size=len(made))  # fmt: skip
    audit.record(session, actor, "attach", kept)
    batch.state, batch.format_id = BatchState.SENT, format_id
    batch.file_name, batch.file_sha256 = name, sha256
    recount(batch, lines)
    told = written(session, actor, "send", batch, [], count=batch.count)
    return BankFile(name, made, sha256, again=False, batch=told)


@requires(Permission.CLAIM_PAY)
def again(session: Session, actor: Actor, batch_id: int) -> BankFile:  # noqa: ARG001 - the permission needs the actor
    """The file as it was written, byte by byte.

    Raises Refused "record.gone", "bank_file.not_written" (number), "attachment.missing" (name) when its bytes are
    gone or are no longer the ones that were written.
    """
    return _again(session, records.load(session, PaymentBatch, batch_id))


def _again(session: Session, batch: PaymentBatch) -> BankFile:
    if not batch.file_sha256:
        raise Refused("bank_file.not_written", number=batch.number)
    place = durable.place(attachments.root_of(session), batch.file_sha256)
    if not place.is_file() or durable.digest_of(place) != batch.file_sha256:
        raise Refused("attachment.missing", name=batch.file_name)
    return BankFile(batch.file_name, place.read_bytes(), batch.file_sha256, again=True, batch=saved(batch))


def _look(form: BankFormatDraft, paying: Paying, payments: Sequence[Payment]) -> FileLook:
    rows = table(form, paying, payments)
    first = rows[:_FIRST] if len(rows) <= _FIRST + 1 else [*rows[:_FIRST], rows[-1]]
    shown = tuple(tuple(_shown(cell) for cell in row) for row in first)
    total = sum((one.amount for one in payments), Decimal(0))
    return FileLook(tuple(column.title for column in form.columns), shown, len(payments), total)


def _shown(cell: Cell) -> str:
    return f"{cell:.2f}" if isinstance(cell, Decimal) else str(cell)


def _sent(lines: Sequence[PaymentLine]) -> list[PaymentLine]:
    return [line for line in lines if line.state == PaymentState.WAITING]


def _payments(lines: Sequence[PaymentLine]) -> list[Payment]:
    return [
        Payment(
            line.claim_number, line.payee_name, line.bank_account, line.bank_name, line.amount, line.purpose
        )
        for line in lines
    ]


def _format(session: Session, format_id: int) -> BankFormatDraft:
    item = session.scalar(select(BankFormat).where(BankFormat.id == format_id))
    if item is None:
        raise Refused("record.required", field="format_id")
    return draft_of(item)


def _paying(session: Session, actor: Actor, batch: PaymentBatch) -> Paying:
    paying = session.get_one(BankAccount, batch.account_id)
    holder = paying.holder or company.get(session, actor).name
    return Paying(batch.number, batch.paid_on, batch.account_number, holder, paying.bank)
