"""The bank file of a payroll run 工资代发文件: looked at before, written once, the same bytes ever after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from models.attachment import Attachment
from models.payment import BankFormat
from models.payroll import PayrollRun, RunState
from models.people import Employee
from services import attachments, audit, bank_cards, company, durable, payment_records, payroll_rows, records
from services.bank_formats import BankFormatDraft, draft_of
from services.bank_sheets import Cell, Paying, Payment, content, table
from services.claim_check_row import Check, warn
from services.claim_values import Saved
from services.database import Session, now, once
from services.errors import Refused
from services.identity_numbers import card_problem
from services.paid_lines import PaidLine
from services.payroll_rows import PaidRun, PaperFile
from services.permissions import Actor, Permission, requires

_FIRST = 5
_MAY_WRITE = (RunState.APPROVED, RunState.PAID)


@dataclass(frozen=True, slots=True)
class PayFileLook:
    """A file before it is written: titles, its first lines, control totals, who is left out, what looks odd.

    `total` is what the file pays, `net` the net pay of the run; they differ by what `left_out` (a check a person) has.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int
    total: Decimal
    people: int
    net: Decimal
    left_out: tuple[Check, ...] = ()
    doubts: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class PayFile:
    """A file as the bank gets it; `again` when it was written before."""

    name: str
    content: bytes
    sha256: str
    again: bool
    run: Saved

    @property
    def paper(self) -> PaperFile:
        """Its name and bytes."""
        return PaperFile(self.name, self.content)


@requires(Permission.PAYROLL_PAY)
def look(session: Session, actor: Actor, run_id: int, account_id: int, format_id: int) -> PayFileLook:
    """The bank file of a run before it is written. Nobody without a card or without net pay is in it.

    Raises Refused "record.gone", "record.required" (format_id), what `payment_records.account` raises (account_id), and
    what `bank_sheets.table` raises.
    """
    paid = payroll_rows.load(session, run_id)
    form, payments = _format(session, format_id), _payments(paid)
    rows = table(form, _paying(session, actor, paid, account_id), payments)
    first = rows if len(rows) <= _FIRST + 1 else [*rows[:_FIRST], rows[-1]]
    return PayFileLook(
        titles=tuple(column.title for column in form.columns),
        rows=tuple(tuple(_shown(cell) for cell in row) for row in first),
        count=len(payments),
        total=sum((one.amount for one in payments), Decimal(0)),
        people=len(paid.lines),
        net=sum((line.net for line in paid.lines), Decimal(0)),
        left_out=tuple(_left_out(paid)),
        doubts=tuple(_doubts(session, paid)),
    )


@requires(Permission.PAYROLL_PAY)
def write(
    session: Session,
    actor: Actor,
    run_id: int,
    version: int,
    account_id: int,
    format_id: int,
    *,
    command_id: str,
) -> PayFile:
    """Write the bank file of an approved run; the file stays with the run.

    Raises Refused "record.gone", "record.stale", "payroll_file.wrong_state" (number, state), "payroll_file.written"
    (number), what `look` raises, and what `bank_sheets.content` raises.
    """
    run = records.load(session, PayrollRun, run_id)
    if not once(session, command_id):
        return _again(session, run)
    _expect(run, version)
    if run.file_sha256:
        raise Refused("payroll_file.written", number=run.number)
    paid, form = payroll_rows.load(session, run_id), _format(session, format_id)
    payments = _payments(paid)
    made = content(form, _paying(session, actor, paid, account_id), payments)
    sha256 = durable.keep_bytes(made, attachments.root_of(session))
    name = attachments.clean_name(paid.file_name(f"{paid.kind_word}代发 {form.name}", form.file_kind.value))
    kept = Attachment(record_kind=PayrollRun.__tablename__, record_id=run.id, name=name, sha256=sha256, size=len(made))  # fmt: skip
    audit.record(session, actor, "attach", kept)
    run.account_id, run.format_id, run.file_name, run.file_sha256 = account_id, format_id, name, sha256
    return PayFile(
        name, made, sha256, again=False, run=_kept(session, actor, "send", run, count=len(payments))
    )


@requires(Permission.PAYROLL_PAY)
def again(session: Session, actor: Actor, run_id: int) -> PayFile:  # noqa: ARG001 - the permission needs the actor
    """The file as it was written, byte by byte.

    Raises Refused "record.gone", "bank_file.not_written" (number), "attachment.missing" (name).
    """
    return _again(session, records.load(session, PayrollRun, run_id))


@requires(Permission.PAYROLL_PAY)
def file_again(session: Session, actor: Actor, run_id: int) -> PaperFile:
    """Name and bytes of the file as it was written. Raises as `again`."""
    return again(session, actor, run_id).paper


@requires(Permission.PAYROLL_PAY)
def take_back(
    session: Session, actor: Actor, run_id: int, version: int, *, reason: str, command_id: str
) -> Saved:
    """The bank did not take the file: another may be written; the first one stays among the attachments.

    Raises Refused "record.gone", "record.stale", "payroll_file.wrong_state" (number, state) once the run was paid,
    "bank_file.not_written" (number), "record.required" (field "reason").
    """
    run = records.load(session, PayrollRun, run_id)
    if not once(session, command_id):
        return _saved(run)
    _expect(run, version)
    if run.state is not RunState.APPROVED:
        raise Refused("payroll_file.wrong_state", number=run.number, state=run.state)
    if not run.file_sha256:
        raise Refused("bank_file.not_written", number=run.number)
    told = records.required(reason, "reason")
    run.file_name, run.file_sha256, run.format_id = "", "", None
    return _kept(session, actor, "reopen", run, reason=told)


def _expect(run: PayrollRun, version: int) -> None:
    if run.version != version:
        raise Refused("record.stale")
    if run.state not in _MAY_WRITE:
        raise Refused("payroll_file.wrong_state", number=run.number, state=run.state)


def _kept(session: Session, actor: Actor, action: str, run: PayrollRun, **notes: object) -> Saved:
    run.updated_at = now()
    audit.record(session, actor, action, run, **notes)
    session.flush()
    return _saved(run)


def _saved(run: PayrollRun) -> Saved:
    return Saved(run.id, run.version, run.number)


def _again(session: Session, run: PayrollRun) -> PayFile:
    if not run.file_sha256:
        raise Refused("bank_file.not_written", number=run.number)
    place = durable.place(attachments.root_of(session), run.file_sha256)
    if not place.is_file() or durable.digest_of(place) != run.file_sha256:
        raise Refused("attachment.missing", name=run.file_name)
    return PayFile(run.file_name, place.read_bytes(), run.file_sha256, again=True, run=_saved(run))


def _payments(paid: PaidRun) -> list[Payment]:
    """A transfer for everybody with a card and net pay; the employee's number stands where papers have theirs."""
    purpose = f"{paid.month_words}{paid.kind_word}"
    return [
        Payment(line.number, line.name, line.bank_account, line.bank_name, line.net, purpose)
        for line in paid.lines
        if line.net > 0 and line.bank_account
    ]


def _left_out(paid: PaidRun) -> Iterator[Check]:
    for line in paid.lines:
        if line.net <= 0:
            yield warn("payroll_file_no_net", line.number, name=line.name, number=line.number)
        elif not line.bank_account:
            yield warn("payroll_file_no_card", line.number, name=line.name, number=line.number)


def _doubts(session: Session, paid: PaidRun) -> Iterator[Check]:
    """What may be wrong with a transfer: the card's check digit, its bank, its owner, a name or card changed since."""
    lines = [line for line in paid.lines if line.net > 0 and line.bank_account]
    names = {row[0]: row[1] for row in session.execute(select(Employee.id, Employee.name))}
    cards = bank_cards.in_force(session, paid.run.pay_on)
    shared = _shared(lines)
    for line in lines:
        told = {"name": line.name, "number": line.number}
        if card_problem(line.bank_account):
            yield warn("payroll_file_card", line.number, account=line.bank_account, **told)
        if not line.bank_name:
            yield warn("payroll_file_bank", line.number, **told)
        others = [name for name in shared[line.bank_account] if name != line.name]
        if others or len(shared[line.bank_account]) > 1:
            yield warn("payroll_file_shared", line.number, other="、".join(others or [line.name]), **told)
        if names.get(line.employee_id, line.name) != line.name:
            yield warn("payroll_file_name", line.number, other=names[line.employee_id], **told)
        card = cards.get(line.employee_id)
        if card is not None and card.number != line.bank_account:
            yield warn("payroll_file_changed", line.number, **told)


def _shared(lines: Sequence[PaidLine]) -> dict[str, list[str]]:
    """Who is paid to which account."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        found[line.bank_account].append(line.name)
    return found


def _shown(cell: Cell) -> str:
    return f"{cell:.2f}" if isinstance(cell, Decimal) else str(cell)


def _format(session: Session, format_id: int) -> BankFormatDraft:
    item = session.get(BankFormat, format_id)
    if item is None:
        raise Refused("record.required", field="format_id")
    return draft_of(item)


def _paying(session: Session, actor: Actor, paid: PaidRun, account_id: int) -> Paying:
    account = payment_records.account(session, account_id)
    holder = account.holder or company.get(session, actor).name
    return Paying(paid.run.number, paid.run.paid_on or paid.run.pay_on, account.number, holder, account.bank)
