"""The bank's answer to a batch 银行回单: read, compared, shown before anything is saved, and carried out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Select, and_, or_, select

from models.attachment import Attachment
from models.payment import BankFormat, BatchState, PaymentBatch, PaymentLine, PaymentState
from services import attachments, records
from services.bank_answer_match import AnswerKind, Line, Match, match
from services.bank_answer_rows import AnswerRow, rows_of
from services.bank_formats import draft_of
from services.calendars import business_day
from services.claim_values import Saved
from services.database import Session, once
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.payment_candidates import CHUNK
from services.payment_confirmations import Answer, settle
from services.payment_records import lines_of, load, saved
from services.permissions import Actor, Permission, requires

_ANSWERED = frozenset({BatchState.OPEN, BatchState.SENT, BatchState.SETTLED})
_ACTS = (AnswerKind.CONFIRM, AnswerKind.BOUNCE)
_STRANGE = frozenset({AnswerKind.UNKNOWN, AnswerKind.AMOUNT_DIFFERS, AnswerKind.NAME_DIFFERS})
_SETTLED = (PaymentState.CONFIRMED, PaymentState.BOUNCED)
_SAME_DAYS = timedelta(days=20)  # two transfers of one amount to one payee within them may be the same one


@dataclass(frozen=True, slots=True)
class Compared:
    """An answer beside its batch: a match for every row, how many of each kind, and the sentence when none is ours."""

    file: str
    sha256: str
    rows: tuple[AnswerRow, ...]
    matches: tuple[Match, ...]
    counts: Mapping[AnswerKind, int]
    version: int

    @property
    def applies(self) -> int:
        """How many lines the answer would change."""
        return sum(self.counts.get(kind, 0) for kind in _ACTS)


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did: nothing at all when the same answer was there before."""

    batch: Saved
    confirmed: int
    bounced: int
    already: int


@requires(Permission.CLAIM_PAY)
def format_of(session: Session, actor: Actor, sheet: ForeignSheet, first: int | None) -> int | None:  # noqa: ARG001 - the permission needs the actor
    """The format whose titles stand in the file: `first` if it is that one, else another active one; None for none."""
    found = session.scalars(select(BankFormat).order_by(BankFormat.id))
    for item in sorted(
        (one for one in found if one.active or one.id == first), key=lambda one: one.id != first
    ):
        try:
            rows_of(sheet, draft_of(item))
        except Refused:
            continue
        return item.id
    return first


@requires(Permission.CLAIM_PAY)
def compare(session: Session, actor: Actor, batch_id: int, format_id: int, sheet: ForeignSheet) -> Compared:  # noqa: ARG001 - the permission needs the actor
    """Compare an answer, read by `read_sheet`, with the batch; nothing is changed.

    Raises Refused "record.gone", "bank_answer.no_titles" (name, titles), "bank_answer.no_rows" (name).
    """
    batch = records.load(session, PaymentBatch, batch_id)
    rows = rows_of(sheet, draft_of(records.load(session, BankFormat, format_id)))
    if not rows:
        raise Refused("bank_answer.no_rows", name=sheet.file)
    found = _matches(session, batch, lines_of(session, batch), rows, sheet.sha256)
    counts = Counter(one.kind for one in found)
    return Compared(sheet.file, sheet.sha256, tuple(rows), tuple(found), counts, batch.version)


@requires(Permission.CLAIM_PAY)
def apply(
    session: Session,
    actor: Actor,
    batch_id: int,
    compared: Compared,
    *,
    paid_on: date,
    command_id: str,
    today: date,
    path: Path | None = None,
) -> Applied:
    """Carry out what fits, in one transaction: lines paid and lines bounced. The rest changes nothing.

    The rows are compared anew with the batch as it is now, so that an answer imported twice, by one cashier or by
    two, is carried out once. The file at `path` stays with the batch.
    Raises Refused "batch.wrong_state", "bank_answer.other_batch" (batch, number) when every row that we know belongs
    to other batches, "bank_answer.nothing_fits" (name), and what `payment_confirmations.confirm` and `bounce` raise.
    """
    batch = load(session, batch_id)
    if batch.state not in _ANSWERED:
        raise Refused("batch.wrong_state", number=batch.number, state=batch.state)
    lines = lines_of(session, batch)
    found = _matches(session, batch, lines, compared.rows, compared.sha256)
    counts = Counter(one.kind for one in found)
    if not counts[AnswerKind.CONFIRM] and not counts[AnswerKind.BOUNCE]:
        _refuse_stranger(batch, found, counts, compared.file)
        return Applied(saved(batch), 0, 0, counts[AnswerKind.ALREADY])
    if not once(session, command_id):
        return Applied(saved(batch), 0, 0, counts[AnswerKind.ALREADY])
    answer = _answer(found)
    told = settle(session, actor, batch, lines, answer, paid_on=paid_on, today=today, file=compared.file)
    if path is not None:
        _keep(session, actor, batch, path, compared.sha256)
    return Applied(told, len(answer.paid), len(answer.bounced), counts[AnswerKind.ALREADY])


def _answer(found: Sequence[Match]) -> Answer:
    acts = {one.line_id: one for one in found if one.kind in _ACTS and one.line_id is not None}
    return Answer(
        paid=frozenset(line for line, one in acts.items() if one.kind is AnswerKind.CONFIRM),
        bounced={line: one.reason for line, one in acts.items() if one.kind is AnswerKind.BOUNCE},
        references={line: one.reference for line, one in acts.items()},
    )


def _refuse_stranger(
    batch: PaymentBatch, found: Sequence[Match], counts: Mapping[AnswerKind, int], file: str
) -> None:
    """An answer that changes nothing is fine when it was there before or says "not yet"; else say where it belongs."""
    if counts.get(AnswerKind.ALREADY) or counts.get(AnswerKind.PENDING):
        return
    others = sorted({one.other for one in found if one.kind is AnswerKind.OTHER_BATCH})
    if others:
        raise Refused("bank_answer.other_batch", batch="、".join(others), number=batch.number)
    raise Refused("bank_answer.nothing_fits", name=file, number=batch.number)


def _matches(
    session: Session,
    batch: PaymentBatch,
    lines: Sequence[PaymentLine],
    rows: Sequence[AnswerRow],
    sha256: str,
) -> list[Match]:
    own = [_line(line, batch.number) for line in lines if line.state != PaymentState.TAKEN_OUT]
    used = _used(session, batch, rows, sha256)
    rivals = _rivals(session, batch, rows)
    known = match(rows, own, used=used, rivals=rivals)
    if not any(one.kind in _STRANGE for one in known):
        return known
    return match(rows, own, _others(session, batch, rows), used, rivals)


def _rivals(session: Session, batch: PaymentBatch, rows: Sequence[AnswerRow]) -> list[Line]:
    """Lines of other batches that were at the bank when this one was, for rows that name no paper."""
    if all(row.numbers for row in rows):
        return []
    since = business_day(batch.created_at) - _SAME_DAYS
    at_bank = and_(PaymentLine.state == PaymentState.WAITING, PaymentBatch.state != BatchState.OPEN)
    lately = and_(PaymentLine.state.in_(_SETTLED), PaymentLine.settled_on >= since)
    return [
        _line(line, number)
        for line, number in session.execute(_other_lines(batch).where(or_(at_bank, lately)))
    ]


def _used(session: Session, batch: PaymentBatch, rows: Sequence[AnswerRow], sha256: str) -> list[Line]:
    """Lines that this very answer has settled in other batches: what is known by the bank's reference or the file."""
    settled = _other_lines(batch).where(PaymentLine.state.in_(_SETTLED))
    files = select(Attachment.record_id).where(
        Attachment.record_kind == PaymentBatch.__tablename__, Attachment.sha256 == sha256
    )
    found = {
        line.id: _line(line, number)
        for line, number in session.execute(settled.where(PaymentLine.batch_id.in_(files)))
    }
    references = sorted({row.reference for row in rows if row.reference})
    for start in range(0, len(references), CHUNK):
        part = settled.where(PaymentLine.bank_reference.in_(references[start : start + CHUNK]))
        found |= {line.id: _line(line, number) for line, number in session.execute(part)}
    return list(found.values())


def _others(session: Session, batch: PaymentBatch, rows: Sequence[AnswerRow]) -> list[Line]:
    """Lines of other batches with one of these amounts; only asked for when a row fits none of ours."""
    query = _other_lines(batch).where(PaymentLine.state != PaymentState.TAKEN_OUT)
    amounts = sorted({row.amount for row in rows if row.amount is not None})
    found: list[Line] = []
    for start in range(0, len(amounts), CHUNK):
        part = query.where(PaymentLine.amount.in_(amounts[start : start + CHUNK]))
        found += [_line(line, number) for line, number in session.execute(part)]
    return found


def _other_lines(batch: PaymentBatch) -> Select[PaymentLine, str]:
    return (
        select(PaymentLine, PaymentBatch.number)
        .join(PaymentBatch, PaymentBatch.id == PaymentLine.batch_id)
        .where(PaymentLine.batch_id != batch.id)
        .order_by(PaymentLine.id.desc())
    )


def _line(line: PaymentLine, batch: str) -> Line:
    return Line(
        line.id,
        line.claim_number,
        line.payee_name,
        line.bank_account,
        line.amount,
        line.state,
        batch,
        line.bank_reference,
    )


def _keep(session: Session, actor: Actor, batch: PaymentBatch, path: Path, sha256: str) -> None:
    """The bank's file stays with the batch as the proof; the same bytes once."""
    known = select(Attachment.id).where(
        Attachment.record_kind == PaymentBatch.__tablename__,
        Attachment.record_id == batch.id,
        Attachment.sha256 == sha256,
    )
    if session.scalar(known) is None:
        attachments.store(session, actor, PaymentBatch.__tablename__, batch.id, path)
