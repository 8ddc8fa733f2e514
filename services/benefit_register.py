"""Benefit sheets as a register, and one of them as the pane shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.supply import BenefitLine, BenefitSheet, Supply
from services import audit, benefit_sheets
from services.audit import HistoryRow
from services.permissions import Actor, Permission, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Join, Register

_PEOPLE = (
    select(func.count())
    .where(BenefitLine.sheet_id == BenefitSheet.id)
    .correlate(BenefitSheet)
    .scalar_subquery()
)
_SIGNED = (
    select(func.count())
    .where(BenefitLine.sheet_id == BenefitSheet.id, BenefitLine.received_on.is_not(None))
    .correlate(BenefitSheet)
    .scalar_subquery()
)
_TOTAL = (
    select(func.sum(BenefitLine.quantity))
    .where(BenefitLine.sheet_id == BenefitSheet.id)
    .correlate(BenefitSheet)
    .scalar_subquery()
)


def _open(_context: ChipContext) -> ColumnElement[bool]:
    return BenefitSheet.closed_on.is_(None)


def _closed(_context: ChipContext) -> ColumnElement[bool]:
    return BenefitSheet.closed_on.is_not(None)


REGISTER = Register(
    name="benefit_sheet",
    record=BenefitSheet,
    columns=(
        Column("number", "Number", ColumnKind.TEXT, BenefitSheet.number, width=116),
        Column("name", "Occasion", ColumnKind.TEXT, BenefitSheet.name, width=150, stretch=True),
        Column("on_day", "Day", ColumnKind.DAY, BenefitSheet.on_day, width=84),
        Column("article", "Article", ColumnKind.TEXT, Supply.name, width=140),
        Column("total", "Quantity", ColumnKind.NUMBER, _TOTAL, width=80, sortable=False),
        Column("people", "People", ColumnKind.NUMBER, _PEOPLE, width=72, sortable=False),
        Column("signed", "Signed for", ColumnKind.NUMBER, _SIGNED, width=84, sortable=False),
        Column("closed_on", "Closed on", ColumnKind.DAY, BenefitSheet.closed_on, width=84),
        Column("made_by_name", "Made by", ColumnKind.TEXT, BenefitSheet.made_by_name, width=72, spare=1),
    ),
    see=Permission.SUPPLY_SEE,
    sort="on_day",
    descending=True,
    chips=(Chip("open", "Open", clause=_open), Chip("closed", "Closed", clause=_closed), Chip("all", "All")),
    default_chip="all",
    joins=(Join(Supply, Supply.id == BenefitSheet.supply_id),),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DepartmentShare:
    """What of a sheet is a department's: people, quantity, how many signed and for how much."""

    name: str
    people: int
    quantity: Decimal
    signed: int
    taken: Decimal


@dataclass(frozen=True, slots=True)
class BenefitDetail:
    """A sheet as the pane shows it; `on_hand` is what there is of the article in all."""

    id: int
    version: int
    number: str
    name: str
    on_day: date
    article: str
    unit: str
    on_hand: Decimal
    closed_on: date | None
    departments: tuple[DepartmentShare, ...]
    waiting: tuple[str, ...]
    history: Sequence[HistoryRow]

    @property
    def total(self) -> Decimal:
        return sum((share.quantity for share in self.departments), Decimal(0))

    @property
    def taken(self) -> Decimal:
        return sum((share.taken for share in self.departments), Decimal(0))


@requires(Permission.SUPPLY_SEE)
def open_count(session: Session, actor: Actor) -> int:  # noqa: ARG001 - the permission needs it
    """How many sheets are not closed yet."""
    return (
        session.scalar(select(func.count()).select_from(BenefitSheet).where(BenefitSheet.closed_on.is_(None)))
        or 0
    )


@requires(Permission.SUPPLY_SEE)
def detail(session: Session, actor: Actor, sheet_id: int) -> BenefitDetail:
    """Everything about a sheet; Refused "record.gone"."""
    item = benefit_sheets.load(session, sheet_id)
    shares: dict[str, list[BenefitLine]] = {}
    for line in item.lines:
        shares.setdefault(line.department_name, []).append(line)
    article = f"{item.supply.name} {item.supply.specification}".strip()
    return BenefitDetail(
        item.id, item.version, item.number, item.name, item.on_day, article, item.supply.unit, item.supply.quantity,
        item.closed_on,
        tuple(_share(name, lines) for name, lines in shares.items()),
        tuple(line.employee_name for line in item.lines if line.received_on is None),
        audit.history(session, actor, "benefit_sheet", sheet_id),
    )  # fmt: skip


def _share(name: str, lines: Sequence[BenefitLine]) -> DepartmentShare:
    signed = [line for line in lines if line.received_on is not None]
    return DepartmentShare(name, len(lines), _sum(lines), len(signed), _sum(signed))


def _sum(lines: Sequence[BenefitLine]) -> Decimal:
    return sum((line.quantity for line in lines), Decimal(0))
