"""The lines of a season 基数调整明细: who is in it, what they earned, the base before and after, what it costs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from models.insurance import Enrolment, InsuranceBase
from models.remittance import BaseSeason, BaseSeasonLine
from services import base_season_wages, insurance_policy_store, insured
from services.base_season_rules import DifferenceRow, applied_from, differences, held, sums
from services.database import Session
from services.permissions import open_to_all

_WHY = "a step of services that have checked"
_ZERO = Decimal(0)


@open_to_all(_WHY)
def lines_of(session: Session, season_id: int) -> list[BaseSeasonLine]:
    """The lines of a season, by person."""
    query = select(BaseSeasonLine).where(BaseSeasonLine.season_id == season_id)
    return list(session.scalars(query.order_by(BaseSeasonLine.employee_id)))


@open_to_all(_WHY)
def fill(session: Session, item: BaseSeason) -> None:
    """A line for everybody who was insured in the season's first month and still is; typed bases stay."""
    old = {line.employee_id: line for line in lines_of(session, item.id)}
    bases = bases_before(session, item)
    wages = base_season_wages.averages(session, item.average_of, bases.keys())
    for person in old.keys() - bases.keys():
        session.delete(old[person])
    untold = base_season_wages.unknown(session, item.average_of, bases.keys())
    lines = []
    for person, base in bases.items():
        wage = wages.get(person)
        known = _ZERO if person in untold else base or _ZERO
        usual_base = wage.average if wage else known
        line = old.get(person)
        if line is None:
            line = BaseSeasonLine(
                season_id=item.id, employee_id=person, declared=usual_base, new_base=usual_base
            )
            session.add(line)
        elif line.declared in {_ZERO, line.average if line.average is not None else line.old_base}:
            line.declared = usual_base
        line.months, line.average = (wage.months, wage.average) if wage else (0, None)
        line.old_base = base
        lines.append(line)
    item.people = len(lines)
    reckon(session, item, lines)


@open_to_all(_WHY)
def bases_before(session: Session, item: BaseSeason) -> dict[int, Decimal | None]:
    """Who is insured in the first month and still is, with the base declared until now."""
    until = applied_from(session, item.fund, item.city, item.from_month)
    of_fund = (Enrolment.fund == item.fund, Enrolment.city == item.city)
    first = set(
        session.scalars(
            select(Enrolment.employee_id).where(*of_fund, insured.in_force(Enrolment, item.from_month))
        )
    )
    still = select(Enrolment.employee_id).where(*of_fund, insured.in_force(Enrolment, until))
    people = sorted(first & set(session.scalars(still)))
    found: dict[int, Decimal | None] = dict.fromkeys(people)
    rows = session.execute(
        select(InsuranceBase.employee_id, InsuranceBase.base)
        .where(InsuranceBase.fund == item.fund, InsuranceBase.from_month <= item.from_month)
        .order_by(InsuranceBase.from_month)
    )
    return found | {person: base for person, base in rows if person in found}


@open_to_all(_WHY)
def reckon(session: Session, item: BaseSeason, lines: Sequence[BaseSeasonLine]) -> None:
    """The new bases between the bounds of the policy, and both sides' differences for the frozen months."""
    policy = insurance_policy_store.in_month(session, item.city, item.fund, item.from_month)
    item.applied_from = applied_from(session, item.fund, item.city, item.from_month)
    owed = sums(costs(session, item, lines))
    for line in lines:
        line.new_base = held(line.declared, policy) if line.declared else _ZERO
        line.employer_difference, line.employee_difference = owed.get(line.employee_id, (_ZERO, _ZERO))


@open_to_all(_WHY)
def costs(session: Session, item: BaseSeason, lines: Sequence[BaseSeasonLine]) -> list[DifferenceRow]:
    """What the new bases cost for the months that were frozen before they are paid, item by item."""
    declared = {line.employee_id: line.declared for line in lines if line.declared}
    until = later_bases(session, item)
    rows = differences(session, (item.fund, item.city, item.from_month), declared, until)
    return [row for row in rows if row.month < item.applied_from]


@open_to_all(_WHY)
def later_bases(session: Session, item: BaseSeason) -> dict[int, date]:
    """From which month a person has a base of their own that was set for later than the season's: it stays."""
    rows = session.execute(
        select(InsuranceBase.employee_id, func.min(InsuranceBase.from_month))
        .where(InsuranceBase.fund == item.fund, InsuranceBase.from_month > item.from_month)
        .group_by(InsuranceBase.employee_id)
    )
    return {row[0]: row[1] for row in rows}
