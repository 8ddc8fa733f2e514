"""What is shown of a season: its people before and after, what the frozen months cost, what needs doing now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.insurance_terms import Fund
from models.personnel_paper import OfficePaperState
from models.remittance import BaseSeason
from services import (
    audit,
    base_season_lines,
    insurance_policy_store,
    records,
    remittance_lines,
    remittance_owed,
)
from services.audit import HistoryRow
from services.base_season_rules import DifferenceRow
from services.base_seasons import SEASON_MONTHS
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class SeasonLine:
    """One person in a season (yuan); wages are None for whoever may not see pay. `bound` is "floor" or "ceiling"."""

    id: int
    employee_id: int
    name: str
    department: str
    months: int
    average: Decimal | None
    old_base: Decimal | None
    declared: Decimal
    new_base: Decimal
    bound: str
    employer_difference: Decimal
    employee_difference: Decimal
    note: str


@dataclass(frozen=True, slots=True)
class SeasonDetail:
    """A season whole (yuan). `months` are the frozen ones whose difference is paid later."""

    id: int
    version: int
    fund: Fund
    city: str
    average_of: int
    from_month: date
    applied_from: date
    state: OfficePaperState
    made_by: str
    made_by_id: int
    holder: str
    state_note: str
    floor: Decimal | None
    ceiling: Decimal | None
    lines: tuple[SeasonLine, ...]
    differences: tuple[DifferenceRow, ...]
    months: tuple[date, ...]
    old_total: Decimal
    new_total: Decimal
    employer: Decimal
    employee: Decimal
    history: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True)
class SeasonHeadline:
    """`missing` are the funds (city, fund) whose season of this year is not begun though it is time; `open` by state."""

    missing: tuple[tuple[str, Fund], ...]
    draft: int
    submitted: int


@requires(Permission.INSURANCE_SEE)
def detail(session: Session, actor: Actor, season_id: int) -> SeasonDetail:
    """A season with everybody in it; Refused "record.gone"."""
    item = records.load(session, BaseSeason, season_id)
    floor, ceiling = _bounds(session, item)
    rows = base_season_lines.lines_of(session, item.id)
    people = remittance_lines.names_of(session, [row.employee_id for row in rows])
    sees_pay = actor.can(Permission.PAYROLL_SEE)
    lines = [
        SeasonLine(
            row.id, row.employee_id, people[row.employee_id].name, people[row.employee_id].department_name,
            row.months, row.average if sees_pay else None, row.old_base, row.declared, row.new_base,
            _bound(row.declared, row.new_base), row.employer_difference, row.employee_difference, row.note,
        )
        for row in rows
    ]  # fmt: skip
    lines.sort(key=lambda one: (one.department, one.employee_id))
    frozen = remittance_owed.frozen_months(session, item.fund, item.city)
    return SeasonDetail(
        item.id, item.version, item.fund, item.city, item.average_of, item.from_month, item.applied_from, item.state,
        item.made_by_name, item.made_by_id, item.holder_name, item.state_note, floor, ceiling, tuple(lines),
        tuple(base_season_lines.costs(session, item, rows)),
        tuple(sorted(month for month in frozen if item.from_month <= month < item.applied_from)),
        sum((row.old_base or _ZERO for row in rows), _ZERO), sum((row.new_base for row in rows), _ZERO),
        sum((row.employer_difference for row in rows), _ZERO), sum((row.employee_difference for row in rows), _ZERO),
        tuple(audit.history(session, actor, "base_season", item.id)),
    )  # fmt: skip


@requires(Permission.INSURANCE_SEE)
def headline(session: Session, actor: Actor, today: date) -> SeasonHeadline:  # noqa: ARG001 - the permission needs it
    """Which seasons are to be begun, and which are under way."""
    states = list(session.scalars(select(BaseSeason.state)))
    missing: list[tuple[str, Fund]] = []
    if today.month in SEASON_MONTHS:
        done = {
            (row[1], row[0])
            for row in session.execute(
                select(BaseSeason.fund, BaseSeason.city).where(
                    BaseSeason.from_month >= date(today.year, 1, 1)
                )
            )
        }
        wanted = [(city, fund) for fund in Fund for city in insurance_policy_store.cities(session, fund)]
        missing = [pair for pair in wanted if pair not in done]
    draft = {OfficePaperState.DRAFT, OfficePaperState.RETURNED, OfficePaperState.WITHDRAWN}
    return SeasonHeadline(
        tuple(missing), sum(one in draft for one in states), states.count(OfficePaperState.SUBMITTED)
    )


def _bounds(session: Session, item: BaseSeason) -> tuple[Decimal | None, Decimal | None]:
    try:
        first = insurance_policy_store.in_month(session, item.city, item.fund, item.from_month).items[0]
    except Refused:  # its policy was removed since
        return None, None
    return first.floor, first.ceiling


def _bound(declared: Decimal, new_base: Decimal) -> str:
    if declared == new_base:
        return ""
    return "floor" if new_base > declared else "ceiling"
