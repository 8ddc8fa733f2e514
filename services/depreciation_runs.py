"""Depreciation of a month 月折旧: reckoned from the cards while it is open, kept as it is once closed, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import batched
from typing import Any

from sqlalchemy import delete, func, select

from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import FixedAsset
from services import audit, depreciation_bulk, depreciation_catch_up, records
from services.database import Session, now, once
from services.depreciable import month_at, month_number
from services.depreciation_bulk import Book
from services.depreciation_catch_up import NOTHING, Missing
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.plain_rows import plain_rows

__all__ = ["close", "closed_until", "next_month", "reckon", "remove", "reopen"]

_BATCH = 5_000
_COLUMNS = (
    "run_id", "asset_id", "class_id", "department_id", "amount", "accumulated", "net", "tax_amount", "catch_up",
    "tax_catch_up",
)  # fmt: skip
_ZERO = Decimal(0)


@dataclass(slots=True)
class _Totals:
    """Sums of the lines, fen."""

    assets: int = 0
    cost: int = 0
    amount: int = 0
    accumulated: int = 0
    tax: int = 0


@open_to_all("says only up to which month the books are closed")
def closed_until(session: Session) -> date | None:
    """The newest closed month; None before the first."""
    newest = select(func.max(DepreciationRun.month)).where(DepreciationRun.state == DepreciationState.CLOSED)
    return session.scalar(newest)


@requires(Permission.ASSET_SEE)
def next_month(session: Session, actor: Actor, *, today: date) -> date | None:  # noqa: ARG001 - the permission needs it
    """The month to be reckoned next: the open one, the one after the last, the first a card is charged in.

    None when the next one has not begun, or when no card is in use.
    """
    newest = _newest(session)
    if newest is not None:
        month = newest.month if newest.state is DepreciationState.OPEN else _after(newest.month)
    else:
        first = session.scalar(select(func.min(FixedAsset.start_on)))
        if first is None:
            return None
        month = min(max(_after(first), _before(today)), today.replace(day=1))
    return month if month <= today else None


def _newest(session: Session) -> DepreciationRun | None:
    return session.scalar(select(DepreciationRun).order_by(DepreciationRun.month.desc()).limit(1))


def _after(month: date) -> date:
    return month_at(month_number(month) + 1)


def _before(month: date) -> date:
    return month_at(month_number(month) - 1)


@requires(Permission.ASSET_EDIT)
def reckon(session: Session, actor: Actor, month: date, *, today: date) -> int:
    """Reckon a month from the cards as they are now, a new month or an open one again; returns the run's id.

    Department and class are those the cards have now; the tax book is reckoned beside. The first month may be any.
    What closed months left out, of cards and units of use that came late, is charged with it as catch-up 补提.

    Raises Refused "depreciation.future" (month; month), "depreciation.closed", "depreciation.skipped" (month;
    month: the next one) when the month before is not there.
    """
    month = month.replace(day=1)
    if month > today:
        raise Refused("depreciation.future", "month", month=f"{month:%Y-%m}")
    run = session.scalar(select(DepreciationRun).where(DepreciationRun.month == month))
    if run is not None and run.state is DepreciationState.CLOSED:
        raise Refused("depreciation.closed")
    if run is None:
        _refuse_gap(session, month)
        run = DepreciationRun(month=month, state=DepreciationState.OPEN, made_by_name=actor.name)
        records.keep(session, actor, run, f"{month:%Y-%m}")
        fill(session, run)
        return run.id
    fill(session, run)
    run.made_by_name = actor.name
    return records.keep(session, actor, run, f"{month:%Y-%m}")


def _refuse_gap(session: Session, month: date) -> None:
    newest = _newest(session)
    if newest is not None and month != _after(newest.month):
        raise Refused("depreciation.skipped", "month", month=f"{_after(newest.month):%Y-%m}")


@open_to_all("a step of services that have checked")
def fill(session: Session, run: DepreciationRun) -> None:
    """Reckon the lines of an open month anew and write those that differ, and their sums."""
    session.flush()
    rows = depreciation_bulk.card_rows(session)
    special = depreciation_bulk.special_terms(session)
    books = list(depreciation_bulk.charged(rows, special, month_number(run.month)))
    missing, gone = depreciation_catch_up.missing(session, run.month, rows, special, books)
    totals = _write(session, run.id, [*books, *gone], missing)
    run.assets, run.cost, run.amount = totals.assets, _yuan(totals.cost), _yuan(totals.amount)
    run.accumulated, run.tax_amount = _yuan(totals.accumulated), _yuan(totals.tax)
    run.net = run.cost - run.accumulated
    run.updated_at = now()
    session.flush()


def _write(session: Session, run_id: int, books: Sequence[Book], missing: Mapping[int, Missing]) -> _Totals:
    names = ", ".join(_COLUMNS)
    known = {
        row[1]: row for row in plain_rows(session, f"SELECT {names} FROM depreciation_line WHERE run_id = {run_id:d}")  # noqa: S608 - our own names
    }  # fmt: skip
    connection = session.connection()
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    insert = f"INSERT INTO depreciation_line ({names}) VALUES ({', '.join([mark] * len(_COLUMNS))})"  # noqa: S608 - our own names
    delete = f"DELETE FROM depreciation_line WHERE run_id = {mark} AND asset_id = {mark}"  # noqa: S608 - our own names
    totals = _Totals()
    with closing(connection.connection.cursor()) as cursor:  # the driver's own: 100,000 rows
        for some in batched(books, _BATCH):
            lines = [_line(run_id, book, missing.get(book.id, NOTHING)) for book in some]
            _add(totals, lines)
            stored = [known.pop(line[1], None) for line in lines]
            changed = [(line, old) for line, old in zip(lines, stored, strict=True) if line != old]
            cursor.executemany(delete, [old[:2] for _, old in changed if old is not None])
            cursor.executemany(insert, [line for line, _ in changed])
        cursor.executemany(delete, [old[:2] for old in known.values()])
    return totals


def _line(run_id: int, book: Book, missing: Missing) -> tuple[Any, ...]:
    asset_id, class_id, department_id, cost, before, accumulated, tax_before, tax_accumulated = book
    company, tax = missing
    return (
        run_id, asset_id, class_id, department_id, accumulated - before + company, accumulated, cost - accumulated,
        tax_accumulated - tax_before + tax, company, tax,
    )  # fmt: skip


def _add(totals: _Totals, lines: Sequence[tuple[Any, ...]]) -> None:
    totals.assets += len(lines)
    for _, _, _, _, amount, accumulated, net, tax_amount, _, _ in lines:
        totals.cost += accumulated + net
        totals.amount += amount
        totals.accumulated += accumulated
        totals.tax += tax_amount


def _yuan(amount: int) -> Decimal:
    return Decimal(amount).scaleb(-2)


@requires(Permission.ASSET_EDIT)
def close(session: Session, actor: Actor, run_id: int, version: int, *, command_id: str) -> int:
    """Close a month 结账: reckoned once more, then its charges stay; returns the new version.

    Raises Refused "record.gone", "record.stale", "depreciation.closed", "depreciation.month_before" when a month before
    is still open, "depreciation.nothing" when no card is charged in it, "depreciation.units_missing" (count, name) when
    a card by units has none for the month.
    """
    run = records.load(session, DepreciationRun, run_id)
    if not once(session, command_id):
        return run.version
    _expect(run, version, DepreciationState.OPEN)
    fill(session, run)
    if not run.assets:
        raise Refused("depreciation.nothing")
    _refuse_units_missing(session, run.month)
    return _moved(session, actor, run, DepreciationState.CLOSED, "close_month", assets=run.assets)


def _refuse_units_missing(session: Session, month: date) -> None:
    from services.asset_units import missing  # it asks which months are closed

    lacking = missing(session, month)
    if lacking:
        raise Refused("depreciation.units_missing", count=len(lacking), name=lacking[0].name)


@requires(Permission.ASSET_EDIT)
def reopen(session: Session, actor: Actor, run_id: int, version: int, *, reason: str, command_id: str) -> int:
    """Open the newest closed month again 反结账, with a reason; an open month after it goes. Returns the new version.

    Raises Refused "record.gone", "record.stale", "depreciation.not_closed", "depreciation.closed" when a later month is
    closed, "approval.reason_missing" (reason).
    """
    run = records.load(session, DepreciationRun, run_id)
    if not once(session, command_id):
        return run.version
    _expect(run, version, DepreciationState.CLOSED)
    if not reason.strip():
        raise Refused("approval.reason_missing", "reason")
    later = session.scalar(select(DepreciationRun).where(DepreciationRun.month > run.month).limit(1))
    if later is not None and later.state is DepreciationState.CLOSED:
        raise Refused("depreciation.closed")
    if later is not None:
        _drop(session, actor, later)
    return _moved(session, actor, run, DepreciationState.OPEN, "reopen_month", reason=reason.strip())


@requires(Permission.ASSET_EDIT)
def remove(session: Session, actor: Actor, run_id: int, version: int) -> bool:
    """Delete an open month. Raises Refused "record.gone", "record.stale", "depreciation.closed"."""
    run = records.expect(session, DepreciationRun, run_id, version)
    if run.state is DepreciationState.CLOSED:
        raise Refused("depreciation.closed")
    return _drop(session, actor, run)


def _drop(session: Session, actor: Actor, run: DepreciationRun) -> bool:
    session.execute(delete(DepreciationLine).where(DepreciationLine.run_id == run.id))
    return records.drop(session, actor, run)


def _expect(run: DepreciationRun, version: int, state: DepreciationState) -> None:
    if run.version != version:
        raise Refused("record.stale")
    if run.state is not state:
        closed = run.state is DepreciationState.CLOSED
        raise Refused("depreciation.closed" if closed else "depreciation.not_closed")


def _moved(
    session: Session,
    actor: Actor,
    run: DepreciationRun,
    state: DepreciationState,
    action: str,
    **notes: object,
) -> int:
    run.state, run.made_by_name, run.updated_at = state, actor.name, now()
    audit.record(session, actor, action, run, **notes)
    session.flush()
    return run.version
