"""Accounts mapping 科目对照: which account of the books stands for a category, a bank account, an advance."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from sqlalchemy import select

from models.bank_account import AccountKind, BankAccount
from models.expense_category import ExpenseCategory
from services import audit, settings
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import tidy

_RULES = Path(__file__).parents[1] / "resources" / "rules" / "accounts.toml"
CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.\-_]{0,19}")
SPLIT_TAX = "accounts_split_tax"


class AccountPlace(StrEnum):
    """What an account is for: 费用类别, 银行账户, 通用科目."""

    CATEGORY = "category"
    BANK_ACCOUNT = "bank_account"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the books: code and title, both "" when none was chosen."""

    code: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One row of the mapping. `key` is the record's id, or the name of a general account; `label` what it is for."""

    place: AccountPlace
    key: str
    label: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class AccountsMapping:
    """The whole mapping as entries are made with it."""

    categories: Mapping[int, Account]
    banks: Mapping[int, Account]
    general: Mapping[str, Account]
    split_tax: bool

    def general_account(self, name: str) -> Account:
        """The account of resources/rules/accounts.toml of that name, or the company's own."""
        return self.general[name]


@requires(Permission.VOUCHER_SEE)
def mapping(session: Session, actor: Actor) -> AccountsMapping:  # noqa: ARG001 - the permission needs it
    """The mapping as it stands."""
    general = _general(session)
    banks = {}
    for item in session.scalars(select(BankAccount)):
        own = Account(item.account_code, item.name)
        banks[item.id] = general["cash"] if not item.account_code and item.kind == AccountKind.CASH else own
    categories = {
        item.id: Account(item.account_code, item.account_name or item.name)
        for item in session.scalars(select(ExpenseCategory))
    }
    split = bool(settings.get(session, SPLIT_TAX, default=False))
    return AccountsMapping(categories, banks, general, split)


@requires(Permission.VOUCHER_SEE)
def rows(session: Session, actor: Actor) -> tuple[AccountRow, ...]:  # noqa: ARG001 - the permission needs it
    """Every row of the mapping: categories, bank accounts, general accounts, as they are in use."""
    categories = session.scalars(
        select(ExpenseCategory).filter_by(active=True).order_by(ExpenseCategory.position, ExpenseCategory.id)
    )
    banks = session.scalars(select(BankAccount).filter_by(active=True).order_by(BankAccount.id))
    general = _general(session)
    return (
        *(
            AccountRow(AccountPlace.CATEGORY, f"{item.id}", item.name, item.account_code, item.account_name)
            for item in categories
        ),
        *(
            AccountRow(AccountPlace.BANK_ACCOUNT, f"{item.id}", item.name, item.account_code, item.name)
            for item in banks
        ),
        *(
            AccountRow(AccountPlace.GENERAL, name, name, account.code, account.title)
            for name, account in general.items()
        ),
    )


@requires(Permission.VOUCHER_SEE)
def splits_tax(session: Session, actor: Actor) -> bool:  # noqa: ARG001 - the permission needs it
    """Whether input tax is booked apart from the expense."""
    return bool(settings.get(session, SPLIT_TAX, default=False))


@requires(Permission.VOUCHER_BIND, Permission.COMPANY_EDIT)
def save(session: Session, actor: Actor, changed: tuple[AccountRow, ...], *, split_tax: bool) -> None:
    """Store the rows that were changed, and how input tax is booked.

    Raises Refused "accounts.code" (field: the row's place and key; typed) when a code has other signs than letters,
    digits, dots and dashes; "record.gone".
    """
    for row in changed:
        code, title = row.code.strip(), tidy(row.title, f"{row.place}.{row.key}")
        if code and not CODE.fullmatch(code):
            raise Refused("accounts.code", field=f"{row.place}.{row.key}", typed=code)
        _store(session, actor, row, code, title)
    settings.put_checked(session, actor, SPLIT_TAX, split_tax)
    session.flush()


def _store(session: Session, actor: Actor, row: AccountRow, code: str, title: str) -> None:
    if row.place is AccountPlace.GENERAL:
        settings.put_checked(session, actor, f"accounts.{row.key}", {"code": code, "title": title})
        return
    item: ExpenseCategory | BankAccount | None
    if row.place is AccountPlace.CATEGORY:
        item = session.get(ExpenseCategory, int(row.key))
    else:
        item = session.get(BankAccount, int(row.key))
    if item is None:
        raise Refused("record.gone")
    item.account_code = code
    if isinstance(item, ExpenseCategory):
        item.account_name = title
    if session.is_modified(item):
        audit.record(session, actor, "edit", item)


def _general(session: Session) -> dict[str, Account]:
    found = {}
    for row in _rules():
        own = settings.get(session, f"accounts.{row['name']}", None)
        chosen = own if isinstance(own, dict) and own.get("code") else row
        found[row["name"]] = Account(str(chosen["code"]), str(chosen["title"]))
    return found


@cache
def _rules() -> tuple[dict[str, str], ...]:
    return tuple(tomllib.loads(_RULES.read_text("utf-8"))["account"])
