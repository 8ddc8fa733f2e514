"""Entries 会计分录 of a month's vouchers: debit and credit by the accounts mapping, balanced voucher by voucher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.bank_account import BankAccount
from models.expense_claim import ExpenseClaim, ExpenseLine, PaperKind, PaymentMethod
from models.voucher import Voucher, VoucherState
from services import accounts
from services.accounts import Account, AccountPlace, AccountsMapping
from services.database import Session
from services.errors import Refused
from services.invoice_tax import SPECIAL
from services.invoices.model import InvoiceKind
from services.permissions import Actor, Permission, requires

_NOTHING = Decimal(0)
_DEDUCTIBLE = frozenset({*SPECIAL, InvoiceKind.ELECTRONIC_TOLL, InvoiceKind.TRAIN, InvoiceKind.AIR})


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a debit or a credit in yuan (red ones negative), the other None; both None for a void number."""

    day: date
    label: str
    summary: str
    account: Account
    debit: Decimal | None
    credit: Decimal | None
    tax: Decimal | None
    project: str
    department: str
    person: str
    attachments: int
    paper: str


@dataclass(frozen=True, slots=True)
class MissingAccount:
    """What has no account yet, and on how many vouchers of the month it stands."""

    place: AccountPlace
    key: str
    label: str
    vouchers: int


@dataclass(frozen=True, slots=True)
class _Side:
    """An amount on its way to an account; `missing` says what to choose it for."""

    account: Account
    debit: Decimal = _NOTHING
    credit: Decimal = _NOTHING
    tax: Decimal | None = None
    missing: tuple[AccountPlace, str, str] | None = None
    project: str = ""


@requires(Permission.VOUCHER_SEE)
def missing(session: Session, actor: Actor, month: date) -> list[MissingAccount]:
    """What has to be mapped before the month can be exported, in the order it is first needed."""
    found: dict[tuple[AccountPlace, str, str], set[int]] = defaultdict(set)
    book = accounts.mapping(session, actor)
    for voucher, paper in _vouchers(session, month):
        for side in _sides(session, book, paper):
            if side.missing is not None and not side.account.code:
                found[side.missing].add(voucher.id)
    return [MissingAccount(*what, len(vouchers)) for what, vouchers in found.items()]


@requires(Permission.VOUCHER_SEE)
def entries(session: Session, actor: Actor, month: date) -> Iterator[Entry]:
    """Every entry of the month, voucher after voucher; a void number is one row without amounts.

    Raises Refused "voucher.accounts_missing" (names), "voucher.unbalanced" (label, debit, credit),
    "voucher.nothing_to_bind" (month).
    """
    lacking = missing(session, actor, month)
    if lacking:
        raise Refused("voucher.accounts_missing", names="、".join(one.label for one in lacking))
    book = accounts.mapping(session, actor)
    some = False
    for voucher, paper in _vouchers(session, month, voided=True):
        some = True
        sides = [] if voucher.state == VoucherState.VOIDED else list(_sides(session, book, paper))
        _refuse_unbalanced(voucher, sides)
        yield from _rows(voucher, paper, sides)
    if not some:
        raise Refused("voucher.nothing_to_bind", month=f"{month:%Y-%m}")


def _vouchers(
    session: Session, month: date, *, voided: bool = False
) -> Iterator[tuple[Voucher, ExpenseClaim]]:
    found = (
        select(Voucher, ExpenseClaim)
        .join(ExpenseClaim, ExpenseClaim.id == Voucher.claim_id)
        .where(Voucher.month == month.replace(day=1))
        .order_by(Voucher.type, Voucher.number)
        .options(
            selectinload(ExpenseClaim.lines).selectinload(ExpenseLine.invoice),
            selectinload(ExpenseClaim.reverses)
            .selectinload(ExpenseClaim.lines)
            .selectinload(ExpenseLine.invoice),
        )
    )
    if not voided:
        found = found.where(Voucher.state == VoucherState.VALID)
    yield from session.execute(found)


def _sides(session: Session, book: AccountsMapping, paper: ExpenseClaim) -> Iterator[_Side]:
    """Debits first. A reversal is booked as the paper it reverses, in red."""
    original = paper.reverses or paper
    advances = book.general_account("advances")
    money = paper.sanctioned - paper.offset_total
    account, what = _money_account(session, book, original)
    if original.kind == PaperKind.ADVANCE:
        yield _Side(advances, debit=paper.sanctioned)
        yield _Side(account, credit=paper.sanctioned, missing=what)
        return
    if original.kind == PaperKind.REPAYMENT:
        yield _Side(account, debit=paper.sanctioned, missing=what)
        yield _Side(advances, credit=paper.sanctioned)
        return
    red = original.id != paper.id
    yield from _expenses(book, paper, original)
    refund = money > 0 if red else money < 0
    if refund:
        yield _Side(account, debit=-money, missing=what)
    if paper.offset_total:
        yield _Side(advances, credit=paper.offset_total)
    if money and not refund:
        yield _Side(account, credit=money, missing=what)


def _expenses(book: AccountsMapping, paper: ExpenseClaim, original: ExpenseClaim) -> Iterator[_Side]:
    """By line; a reversal's lines have no invoices of their own, those of the paper it reverses count."""
    deducted = {line.position for line in original.lines if _deductible(line)}
    if not paper.lines:
        yield _Side(book.general_account("prepayments"), debit=paper.sanctioned)
    for line in paper.lines:
        if not line.sanctioned:
            continue
        tax = _tax(line) if book.split_tax and line.position in deducted else _NOTHING
        what = (AccountPlace.CATEGORY, f"{line.category_id}", line.category_name)
        account = book.categories.get(line.category_id, Account())
        told = line.tax or None
        yield _Side(account, line.sanctioned - tax, tax=told, missing=what, project=line.project_name)
        if tax:
            yield _Side(book.general_account("input_tax"), tax, project=line.project_name)


def _deductible(line: ExpenseLine) -> bool:
    """Whether the invoice itself makes its tax deductible 进项抵扣: special ones, tolls, train and air tickets.

    增值税法 art 16; 财政部 税务总局 海关总署公告2019年第39号 art 6. The tax of any other invoice is part of the cost.
    """
    return line.invoice is not None and line.invoice.kind in _DEDUCTIBLE


def _tax(line: ExpenseLine) -> Decimal:
    """The input tax of a line that was granted whole; of a part nobody knows how much is tax."""
    return line.tax if line.sanctioned == line.amount else _NOTHING


def _money_account(
    session: Session, book: AccountsMapping, paper: ExpenseClaim
) -> tuple[Account, tuple[AccountPlace, str, str] | None]:
    """Where the money came from or went to, and what to map when that is not known."""
    if paper.payment_method == PaymentMethod.FROM_PAY:
        return book.general_account("payroll"), None
    if paper.paid_from_id is None:
        return book.general_account("cash"), None
    bank = session.get_one(BankAccount, paper.paid_from_id)
    what = (AccountPlace.BANK_ACCOUNT, f"{bank.id}", bank.name)
    return book.banks[bank.id], what


def _refuse_unbalanced(voucher: Voucher, sides: list[_Side]) -> None:
    debit = sum((side.debit for side in sides), _NOTHING)
    credit = sum((side.credit for side in sides), _NOTHING)
    if debit != credit:
        raise Refused("voucher.unbalanced", label=voucher.label, debit=debit, credit=credit)


def _rows(voucher: Voucher, paper: ExpenseClaim, sides: list[_Side]) -> Iterator[Entry]:
    summary = f"{paper.claimant_name} {paper.purpose}".strip()
    if paper.reverses is not None:
        summary = f"冲销 {paper.reverses.number} {summary}"
    if voucher.state == VoucherState.VOIDED:
        summary = f"作废：{voucher.void_reason}"
    for side in sides or [_Side(Account())]:
        yield Entry(
            day=voucher.dated_on,
            label=voucher.label,
            summary=summary,
            account=side.account,
            debit=side.debit or None,
            credit=side.credit or None,
            tax=side.tax,
            project=side.project or paper.project_name,
            department=paper.department_name,
            person=paper.claimant_name,
            attachments=voucher.attachments,
            paper=paper.number,
        )
