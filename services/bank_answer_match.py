"""Which line of a batch each row of a bank's answer means; what fits none is named, nothing is guessed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from models.payment import PaymentState
from services.bank_answer_rows import AnswerRow, plain_account, plain_name


class AnswerKind(StrEnum):
    """What a row of the answer means for the batch; only the first two are ever carried out."""

    CONFIRM = "confirm"
    BOUNCE = "bounce"
    ALREADY = "already"
    PENDING = "pending"
    UNCLEAR = "unclear"
    CONFLICT = "conflict"
    AMOUNT_DIFFERS = "amount_differs"
    NAME_DIFFERS = "name_differs"
    AMBIGUOUS = "ambiguous"
    OTHER_BATCH = "other_batch"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a batch as matching needs it; amount in yuan."""

    id: int
    number: str
    name: str
    account: str
    amount: Decimal
    state: PaymentState
    batch: str = ""
    reference: str = ""
    plain: tuple[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", (plain_account(self.account), plain_name(self.name)))


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the file and the line it means; `row` is 0 for a line that the file does not mention.

    `other` is the number of the other batch, or the amount or the name that stands here instead.
    """

    kind: AnswerKind
    row: int
    number: str
    name: str
    account: str
    amount: Decimal | None
    reason: str = ""
    reference: str = ""
    line_id: int | None = None
    other: str = ""


def match(
    rows: Sequence[AnswerRow],
    lines: Sequence[Line],
    others: Sequence[Line] = (),
    used: Sequence[Line] = (),
    rivals: Sequence[Line] = (),
) -> list[Match]:
    """One match for every row in the file's order, then one for every waiting line that no row means.

    A line is meant by one row at most: by the paper's number where the row names one, else by account, name and
    amount together. `lines` are those of the batch without the ones taken out, `others` those of other batches,
    `used` those of other batches that this same answer has settled: an answer of last month pays nothing today.
    `rivals` are lines of other batches that were at the bank in the same days: a row that names no paper and fits
    one of them as well is left to the cashier.
    """
    taken: set[int] = set()
    by_number = {line.number: line for line in lines}
    by_amount = _by(lines)
    others_alike = _by(rivals)
    decided = _mixed(rows)
    matches = []
    spent = list(used)
    for row in rows:
        before = _spent(row, spent)
        if before is not None:
            spent.remove(before)
            matches.append(_of(AnswerKind.OTHER_BATCH, row, None, other=before.batch, number=before.number))
            continue
        fits = [line for line in _fitting(row, by_number, by_amount) if line.id not in taken]
        found = _judge(row, fits, decided)
        rival = _rival(row, found, others_alike)
        if rival is not None:
            found = _of(AnswerKind.AMBIGUOUS, row, None, other=f"{rival.number}（{rival.batch}）")
        if found is None:
            found = _elsewhere(row, [line for line in lines if line.id not in taken], others)
        if found.line_id is not None:
            taken.add(found.line_id)
        matches.append(found)
    named = {one.number for one in matches if one.number}
    return [*matches, *_missing(lines, taken, named)]


def _spent(row: AnswerRow, used: Sequence[Line]) -> Line | None:
    """The line of another batch that this row has settled: of the same reference, or alike where there is none."""
    for line in used:
        same = line.reference == row.reference if row.reference and line.reference else True
        if same and line.amount == row.amount and _same_payee(row, line) and _names(row, line):
            return line
    return None


def _rival(
    row: AnswerRow, found: Match | None, others: Mapping[tuple[str, Decimal], list[Line]]
) -> Line | None:
    """A line of another batch that a row without a paper's number could mean as well as the one it was found for."""
    if found is None or found.kind not in {AnswerKind.CONFIRM, AnswerKind.BOUNCE} or row.numbers:
        return None
    for line in _fitting(row, {}, others):
        told_apart = row.reference and line.reference and row.reference != line.reference
        if not told_apart:
            return line
    return None


def _by(lines: Sequence[Line]) -> Mapping[tuple[str, Decimal], list[Line]]:
    found: dict[tuple[str, Decimal], list[Line]] = defaultdict(list)
    for line in lines:
        found[line.plain[0], line.amount].append(line)
        found["", line.amount].append(line)
    return found


def _key(row: AnswerRow) -> tuple[str, str, Decimal | None]:
    return ("" if row.damaged else row.account, plain_name(row.name), row.amount)


def _mixed(rows: Sequence[AnswerRow]) -> Counter[tuple[str, str, Decimal | None]]:
    """How many different results the rows have that look alike and name no paper."""
    results = {(_key(row), row.paid) for row in rows if not row.numbers}
    return Counter(key for key, _paid in results)


def _fitting(
    row: AnswerRow,
    by_number: Mapping[str, Line],
    by_amount: Mapping[tuple[str, Decimal], list[Line]],
) -> Iterator[Line]:
    """The lines a row can mean: of its number if that is one of ours, else of its account, name and amount."""
    if row.amount is None:
        return
    numbered = [by_number[number] for number in sorted(row.numbers) if number in by_number]
    account = "" if row.damaged else row.account
    for line in numbered or by_amount.get((account, row.amount), []):
        if line.amount == row.amount and _same_payee(row, line):
            yield line


def _same_payee(row: AnswerRow, line: Line) -> bool:
    same_name = not row.name or plain_name(row.name) == line.plain[1]
    if not row.account or row.damaged:
        return bool(row.name) and same_name
    return same_name and row.account == line.plain[0]


def _judge(
    row: AnswerRow, fits: Sequence[Line], mixed: Counter[tuple[str, str, Decimal | None]]
) -> Match | None:
    if not fits:
        return None
    line = next((one for one in fits if _expects(row, one)), fits[0])
    if len(fits) > 1 and not row.numbers and _unsure(row, fits, mixed):
        return _of(AnswerKind.AMBIGUOUS, row, line=None, other="、".join(one.number for one in fits))
    if row.paid is None:
        return _of(AnswerKind.UNCLEAR if row.unclear else AnswerKind.PENDING, row, line)
    if line.state == PaymentState.WAITING:
        return _of(AnswerKind.CONFIRM if row.paid else AnswerKind.BOUNCE, row, line)
    same = row.paid == (line.state == PaymentState.CONFIRMED)
    return _of(AnswerKind.ALREADY if same else AnswerKind.CONFLICT, row, line)


def _expects(row: AnswerRow, line: Line) -> bool:
    """Of lines that look alike, the one that stands already as the row says: a repeated answer changes nothing."""
    return row.paid is not None and line.state == (
        PaymentState.CONFIRMED if row.paid else PaymentState.BOUNCED
    )


def _unsure(row: AnswerRow, fits: Sequence[Line], mixed: Counter[tuple[str, str, Decimal | None]]) -> bool:
    """Lines that look alike may be exchanged for one another only while all of them meet the same end."""
    return mixed[_key(row)] > 1 and any(line.state == PaymentState.WAITING for line in fits)


def _elsewhere(row: AnswerRow, lines: Sequence[Line], others: Sequence[Line]) -> Match:
    """A row that means no line of the batch: nearly one of them, one of another batch, or none we know."""
    if row.amount is None:
        return _of(AnswerKind.UNREADABLE, row, line=None)
    for line in others:
        if line.amount == row.amount and _same_payee(row, line) and _names(row, line):
            return _of(AnswerKind.OTHER_BATCH, row, line=None, other=line.batch, number=line.number)
    for line in lines:
        if _same_payee(row, line) and _names(row, line):
            return _of(
                AnswerKind.AMOUNT_DIFFERS, row, line=None, other=f"{line.amount:.2f}", number=line.number
            )
    for line in lines:
        if row.account and row.account == line.plain[0] and line.amount == row.amount:
            return _of(AnswerKind.NAME_DIFFERS, row, line=None, other=line.name, number=line.number)
    return _of(AnswerKind.UNKNOWN, row, line=None)


def _names(row: AnswerRow, line: Line) -> bool:
    """A row that names papers means none but those."""
    return not row.numbers or line.number in row.numbers


def _of(kind: AnswerKind, row: AnswerRow, line: Line | None, other: str = "", number: str = "") -> Match:
    return Match(
        kind,
        row.row,
        line.number if line else number,
        row.name or (line.name if line else ""),
        row.account,
        row.amount,
        row.reason if not row.paid else "",
        row.reference,
        line.id if line else None,
        other,
    )


def _missing(lines: Sequence[Line], taken: set[int], named: set[str]) -> Iterator[Match]:
    for line in lines:
        if line.state == PaymentState.WAITING and line.id not in taken and line.number not in named:
            yield Match(AnswerKind.MISSING, 0, line.number, line.name, line.account, line.amount)
