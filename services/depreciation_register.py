"""The months of depreciation as a register, and everything about one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from models.asset_class import AssetClass
from models.depreciation import DepreciationLine, DepreciationRun, DepreciationState
from models.fixed_asset import AssetEstimate, FixedAsset
from models.people import Department
from services import asset_units, asset_values, audit, depreciation_runs, records
from services.asset_units import UnitsRow
from services.asset_values import Value
from services.audit import HistoryRow
from services.database import Session
from services.depreciable import month_at, month_number
from services.permissions import Actor, Permission, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Register

_LISTED = 20


def _this_year(context: ChipContext) -> ColumnElement[bool]:
    return DepreciationRun.month >= context.today.replace(month=1, day=1)


REGISTER = Register(
    name="depreciation_run",
    record=DepreciationRun,
    columns=(
        Column("month", "Month", ColumnKind.DAY, DepreciationRun.month, width=84),
        Column("state", "State", ColumnKind.CHOICE, DepreciationRun.state, width=88, choices=DepreciationState),
        Column("assets", "Cards", ColumnKind.NUMBER, DepreciationRun.assets, width=72),
        Column("amount", "Depreciation", ColumnKind.MONEY, DepreciationRun.amount, width=112, stretch=True),
        Column("tax_amount", "Tax book", ColumnKind.MONEY, DepreciationRun.tax_amount, width=112),
        Column("accumulated", "Accumulated", ColumnKind.MONEY, DepreciationRun.accumulated, width=120),
        Column("net", "Net value", ColumnKind.MONEY, DepreciationRun.net, width=120),
        Column("cost", "Original cost", ColumnKind.MONEY, DepreciationRun.cost, width=120, spare=1),
        Column("made_by", "By", ColumnKind.TEXT, DepreciationRun.made_by_name, width=84, spare=1),
    ),
    see=Permission.ASSET_SEE,
    sort="month",
    descending=True,
    chips=(Chip("year", "This year", clause=_this_year), Chip("all", "All")),
    default_chip="all",
    total="amount",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RunHeadline:
    """What needs doing: the month to close next, cards without their units, cards that came too late; worth today, yuan.

    `late` cards were put into use before the newest closed month and are not in it: the next month makes them up.
    """

    next_month: date | None
    next_id: int | None
    closed_until: date | None
    units_missing: int
    late: int
    worth: Value


@dataclass(frozen=True, slots=True)
class RunPart:
    """A class or a department in a month, yuan; `id` None for cards without a department."""

    id: int | None
    name: str
    cards: int
    amount: Decimal
    net: Decimal


@dataclass(frozen=True, slots=True)
class RunDetail:
    """One month, whole; yuan.

    `before` is what the month before charged, None when it is not there; `catch_up` what it makes up of closed months.
    """

    id: int
    version: int
    month: date
    state: DepreciationState
    assets: int
    cost: Decimal
    amount: Decimal
    accumulated: Decimal
    net: Decimal
    tax_amount: Decimal
    catch_up: Decimal
    before: Decimal | None
    joined: int
    left: int
    classes: tuple[RunPart, ...]
    departments: tuple[RunPart, ...]
    estimates: tuple[str, ...]
    units_missing: tuple[UnitsRow, ...]
    newest_closed: bool
    history: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True)
class RunCard:
    """A card in a month, yuan."""

    asset_id: int
    number: str
    name: str
    class_name: str
    department_name: str
    cost: Decimal
    amount: Decimal
    accumulated: Decimal
    net: Decimal
    tax_amount: Decimal
    catch_up: Decimal


@requires(Permission.ASSET_SEE)
def headline(session: Session, actor: Actor, *, today: date) -> RunHeadline:
    """The figures above the register."""
    month = depreciation_runs.next_month(session, actor, today=today)
    closed = depreciation_runs.closed_until(session)
    found = (
        session.scalar(select(DepreciationRun.id).where(DepreciationRun.month == month)) if month else None
    )
    lacking = len(asset_units.missing(session, month)) if month else 0
    worth = asset_values.total_on(session, actor, today)
    return RunHeadline(month, found, closed, lacking, _late(session, closed) if closed else 0, worth)


def _late(session: Session, closed: date) -> int:
    """Cards that the newest closed month should have and has not."""
    run_id = session.scalar(select(DepreciationRun.id).where(DepreciationRun.month == closed))
    listed = select(DepreciationLine.asset_id).where(DepreciationLine.run_id == run_id)
    return (
        session.scalar(
            select(func.count())
            .select_from(FixedAsset)
            .where(
                FixedAsset.start_on < closed,
                or_(FixedAsset.stopped_on.is_(None), FixedAsset.stopped_on >= closed),
                FixedAsset.id.not_in(listed),
                FixedAsset.basis.is_(None),  # split since then: the whole was there
            )
        )
        or 0
    )


@requires(Permission.ASSET_SEE)
def detail(session: Session, actor: Actor, run_id: int) -> RunDetail:
    """The month with its classes and departments, and what changed against the month before. Refused "record.gone"."""
    run = records.load(session, DepreciationRun, run_id)
    before = session.scalar(select(DepreciationRun).where(DepreciationRun.month == _month_before(run.month)))
    newest = depreciation_runs.closed_until(session)
    return RunDetail(
        run.id, run.version, run.month, run.state, run.assets, run.cost, run.amount, run.accumulated, run.net,
        run.tax_amount, _catch_up(session, run_id), before.amount if before else None,
        _only_in(session, run.id, before.id) if before else 0,
        _only_in(session, before.id, run.id) if before else 0,
        tuple(_parts(session, run_id, AssetClass, DepreciationLine.class_id)),
        tuple(_parts(session, run_id, Department, DepreciationLine.department_id)),
        tuple(_estimates(session, run.month)),
        tuple(asset_units.missing(session, run.month)) if run.state is DepreciationState.OPEN else (),
        run.month == newest,
        tuple(audit.history(session, actor, "depreciation_run", run_id)),
    )  # fmt: skip


def _catch_up(session: Session, run_id: int) -> Decimal:
    wanted = select(func.sum(DepreciationLine.catch_up)).where(DepreciationLine.run_id == run_id)
    return Decimal(session.scalar(wanted) or 0)


def _month_before(month: date) -> date:
    return month_at(month_number(month) - 1)


def _only_in(session: Session, run_id: int, other_id: int) -> int:
    others = select(DepreciationLine.asset_id).where(DepreciationLine.run_id == other_id)
    return (
        session.scalar(
            select(func.count())
            .select_from(DepreciationLine)
            .where(DepreciationLine.run_id == run_id, DepreciationLine.asset_id.not_in(others))
        )
        or 0
    )


def _parts(
    session: Session, run_id: int, kind: type[AssetClass | Department], column: InstrumentedAttribute[Any]
) -> list[RunPart]:
    rows = session.execute(
        select(kind.id, kind.name, func.count(), func.sum(DepreciationLine.amount), func.sum(DepreciationLine.net))
        .select_from(DepreciationLine)
        .outerjoin(kind, kind.id == column)
        .where(DepreciationLine.run_id == run_id)
        .group_by(kind.id, kind.name, kind.code)
        .order_by(kind.code.is_(None), kind.code)
    )  # fmt: skip
    return [RunPart(row[0], row[1] or "", int(row[2]), Decimal(row[3]), Decimal(row[4])) for row in rows]


def _estimates(session: Session, month: date) -> list[str]:
    """Which cards are charged by a new estimate from this month on."""
    rows = session.execute(
        select(FixedAsset.number, FixedAsset.name, AssetEstimate.reason)
        .join(AssetEstimate, AssetEstimate.asset_id == FixedAsset.id)
        .where(AssetEstimate.from_on == month)
        .order_by(FixedAsset.number)
        .limit(_LISTED)
    )
    return [f"{row[0]} {row[1]} · {row[2]}" for row in rows]


@requires(Permission.ASSET_SEE)
def cards(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    run_id: int,
    *,
    class_id: int | None = None,
    department_id: int | None = None,
    no_department: bool = False,
) -> list[RunCard]:
    """The cards behind a figure of a month, by number: all of them, of a class, of a department, or without one."""
    wanted = (
        select(DepreciationLine, FixedAsset.number, FixedAsset.name, AssetClass.name, Department.name)
        .join(FixedAsset, FixedAsset.id == DepreciationLine.asset_id)
        .join(AssetClass, AssetClass.id == DepreciationLine.class_id)
        .outerjoin(Department, Department.id == DepreciationLine.department_id)
        .where(DepreciationLine.run_id == run_id)
        .order_by(FixedAsset.number)
    )
    if class_id is not None:
        wanted = wanted.where(DepreciationLine.class_id == class_id)
    if department_id is not None:
        wanted = wanted.where(DepreciationLine.department_id == department_id)
    if no_department:
        wanted = wanted.where(DepreciationLine.department_id.is_(None))
    return [
        RunCard(
            line.asset_id, number, name, kind, department or "", line.accumulated + line.net, line.amount,
            line.accumulated, line.net, line.tax_amount, line.catch_up,
        )
        for line, number, name, kind, department in session.execute(wanted)
    ]  # fmt: skip
