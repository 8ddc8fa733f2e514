"""Entries of a month for the accountant 折旧分录: each department's expense account against each class's accumulated one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from models.asset_class import AssetClass
from models.asset_terms import TaxClass
from models.depreciation import DepreciationLine, DepreciationRun
from models.people import Department
from services import records, settings
from services.accounts import CODE, Account
from services.database import Session
from services.depreciable import month_at, month_number
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import tidy

SETTING = "depreciation_accounts"
_RULES = Path(__file__).parents[1] / "resources" / "rules" / "depreciation_accounts.toml"
_GROUPS = {TaxClass.INTANGIBLE: "intangible", TaxClass.DEFERRED: "deferred"}
_SUMMARIES = {
    "fixed": "计提{month}折旧",
    "intangible": "{month}无形资产摊销",
    "deferred": "{month}长期待摊费用摊销",
}


class AccountSide(StrEnum):
    """部门的费用科目, 类别的累计折旧科目."""

    DEPARTMENT = "department"
    CLASS = "class"


@dataclass(frozen=True, slots=True)
class AccountLine:
    """The account of a department (None: cards without one) or of a class; `usual` while the company set none."""

    side: AccountSide
    record_id: int | None
    name: str
    code: str
    title: str
    usual: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """What a department's cards of a class are charged in the month, yuan: debit expense, credit accumulated."""

    day: date
    summary: str
    department: str
    expense: Account
    class_name: str
    accumulated: Account
    amount: Decimal


@requires(Permission.ASSET_SEE)
def usual_expenses(session: Session, actor: Actor) -> tuple[Account, ...]:  # noqa: ARG001 - the permission needs it
    """The expense accounts a department may choose from."""
    return tuple(Account(row["code"], row["title"]) for row in _rules()["expense"])


@requires(Permission.ASSET_SEE)
def accounts(session: Session, actor: Actor) -> list[AccountLine]:  # noqa: ARG001 - the permission needs it
    """Every department and class with the account it is entered on, as it is in use."""
    return _accounts(session)


@requires(Permission.ASSET_EDIT)
def save_accounts(session: Session, actor: Actor, lines: Sequence[AccountLine]) -> None:
    """Store the accounts; a line without a code goes back to the usual one.

    Raises Refused "accounts.code" (field "N.code"; typed), "record.too_long".
    """
    kept = dict(settings.get(session, SETTING, {}))
    known = {_key(line.side, line.record_id): line for line in _accounts(session)}
    for place, line in enumerate(lines):
        key, code = _key(line.side, line.record_id), line.code.strip()
        if key not in known:
            raise Refused("record.gone")
        if code and not CODE.fullmatch(code):
            raise Refused("accounts.code", f"{place}.code", typed=code)
        title = tidy(line.title, f"{place}.title")
        if not code:
            kept.pop(key, None)
        elif (code, title) != (known[key].code, known[key].title):
            kept[key] = {"code": code, "title": title}
    settings.put_checked(session, actor, SETTING, kept)


@requires(Permission.ASSET_SEE)
def entries(session: Session, actor: Actor, run_id: int) -> list[Entry]:  # noqa: ARG001 - the permission needs it
    """The entries of a month, dated its last day; nothing where nothing is charged. Refused "record.gone"."""
    run = records.load(session, DepreciationRun, run_id)
    chosen = {(line.side, line.record_id): line for line in _accounts(session)}
    rows = session.execute(
        select(DepreciationLine.department_id, DepreciationLine.class_id, func.sum(DepreciationLine.amount))
        .where(DepreciationLine.run_id == run_id)
        .group_by(DepreciationLine.department_id, DepreciationLine.class_id)
    )
    sums = {(row[0], row[1]): Decimal(row[2]) for row in rows}
    day = month_at(month_number(run.month) + 1) - timedelta(days=1)
    month = f"{run.month.year}年{run.month.month}月"
    groups = {
        row[0]: _GROUPS.get(row[1], "fixed")
        for row in session.execute(select(AssetClass.id, AssetClass.tax_class))
    }
    return [
        Entry(
            day,
            _SUMMARIES[group].format(month=month),
            department.name,
            _expense(department, group),
            kind.name,
            _account(kind),
            amount,
        )
        for department in chosen.values()
        if department.side is AccountSide.DEPARTMENT
        for kind in chosen.values()
        if kind.side is AccountSide.CLASS
        and (group := groups[kind.record_id or 0])
        and (amount := sums.get((department.record_id, kind.record_id or 0), Decimal(0)))
    ]


def _expense(line: AccountLine, group: str) -> Account:
    """The department's account; for what is amortised the usual one beside it, where the company set none of its own."""
    row = next((row for row in _rules()["expense"] if row["code"] == line.code), None)
    beside = row.get(group) if row else None
    return Account(beside["code"], beside["title"]) if beside else _account(line)


def _account(line: AccountLine) -> Account:
    return Account(line.code, line.title)


def _accounts(session: Session) -> list[AccountLine]:
    own: Mapping[str, Mapping[str, str]] = settings.get(session, SETTING, {})
    expense = _rules()["expense"][0]
    departments = [
        (row.id, row.name) for row in session.scalars(select(Department).order_by(Department.code))
    ]
    found = [
        _line(AccountSide.DEPARTMENT, record_id, name, own, expense)
        for record_id, name in [*departments, (None, "")]
    ]
    usual = {row["name"]: row for row in _rules()["accumulated"]}
    for kind in session.scalars(select(AssetClass).order_by(AssetClass.code)):
        row = usual[_GROUPS.get(kind.tax_class, "fixed")]
        if kind.account_code:
            row = {**row, "code": kind.account_code, "title": f"{row['title']}—{kind.name}"}
        found.append(_line(AccountSide.CLASS, kind.id, kind.name, own, row))
    return found


def _line(
    side: AccountSide,
    record_id: int | None,
    name: str,
    own: Mapping[str, Mapping[str, str]],
    usual: Mapping[str, str],
) -> AccountLine:
    chosen = own.get(_key(side, record_id))
    account = chosen or usual
    return AccountLine(side, record_id, name, account["code"], account["title"], chosen is None)


def _key(side: AccountSide, record_id: int | None) -> str:
    return f"{side.value}:{record_id or ''}"


@cache
def _rules() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(_RULES.read_text("utf-8"))
