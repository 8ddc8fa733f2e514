"""Special additional deductions 专项附加扣除 and other deductions of everybody, by month, for the year so far, in a person's file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.people import Employee
from models.personnel import DeductionItem, Dependant, SpecialDeduction
from services import deduction_rules, payroll_ground, personal_lists
from services.errors import Refused
from services.months import months_between
from services.payroll_facts import month_number
from services.payroll_tenures import tenures
from services.permissions import open_to_all
from services.personal_drafts import DeductionDraft
from services.records import tidy

# 依法确定的其他扣除 (实施条例 art 13): a column of its own in the tax client, not 专项附加扣除
OTHER = frozenset(
    {DeductionItem.PRIVATE_PENSION, DeductionItem.ENTERPRISE_ANNUITY, DeductionItem.HEALTH_INSURANCE}
)
_WHY = "a step of services that have checked"

type ByItem = Mapping[DeductionItem, Decimal]


@open_to_all(_WHY)
def of_month(session: Session, month: date) -> Mapping[int, Decimal]:
    """专项附加扣除 of the `month` (its first day) by employee id, yuan; without 其他扣除 (`other_of_month`)."""
    return _summed(session, month, other=False)


@open_to_all(_WHY)
def other_of_month(session: Session, month: date) -> Mapping[int, Decimal]:
    """其他扣除 of the `month`: private pension, annuity, health insurance; by employee id, yuan."""
    return _summed(session, month, other=True)


@open_to_all(_WHY)
def items_of_month(session: Session, month: date) -> Mapping[int, ByItem]:
    """Every deduction of the `month`, by employee id and item, yuan."""
    return _added(session, month, month, from_hire=False)


@open_to_all(_WHY)
def year_to_date(session: Session, month: date) -> Mapping[int, ByItem]:
    """Every deduction from January up to and including `month`, by employee id and item, yuan (累计).

    Months in which somebody was not employed do not count (国家税务总局公告2018年第61号 art 6: in this unit).
    """
    return _added(session, month.replace(month=1), month, from_hire=True)


def _summed(session: Session, month: date, *, other: bool) -> Mapping[int, Decimal]:
    found: dict[int, Decimal] = defaultdict(Decimal)
    for employee_id, items in items_of_month(session, month).items():
        for item, amount in items.items():
            if (item in OTHER) is other:
                found[employee_id] += amount
    return dict(found)


def _added(session: Session, first: date, last: date, *, from_hire: bool) -> Mapping[int, ByItem]:
    found: dict[int, dict[DeductionItem, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    gaps = tenures(session, last, payroll_ground.years(session, last)) if from_hire else {}
    for employee_id, item, amount, begun, ended, hired in _rows(session, first, last):
        since, until = max(begun, first), min(ended or last, last)
        if employee_id in gaps:
            own = gaps[employee_id].months
            months = sum(month_number(since) <= month <= month_number(until) for month in own)
        else:
            months = months_between(max(since, hired.replace(day=1)) if from_hire and hired else since, until)
        if months:
            found[employee_id][item] += amount * months
    return {employee_id: MappingProxyType(dict(items)) for employee_id, items in found.items()}


type _Row = tuple[int, DeductionItem, Decimal, date, date | None, date | None]


def _rows(session: Session, first: date, last: date) -> Iterator[_Row]:
    query = (
        select(
            SpecialDeduction.employee_id,
            SpecialDeduction.item,
            SpecialDeduction.amount,
            SpecialDeduction.from_month,
            SpecialDeduction.to_month,
            Employee.hired_on,
        )
        .join(Employee, Employee.id == SpecialDeduction.employee_id)
        .where(SpecialDeduction.from_month <= last)
        .where(or_(SpecialDeduction.to_month.is_(None), SpecialDeduction.to_month >= first))
    )
    for row in session.execute(query):
        yield row[0], row[1], row[2], row[3], row[4], row[5]


@open_to_all(_WHY)
def of_employee(session: Session, employee_id: int) -> tuple[DeductionDraft, ...]:
    """The deductions in a person's file, the newest first; the dependant by name."""
    names = _dependants(session, employee_id)
    order = (SpecialDeduction.from_month.desc(), SpecialDeduction.id)
    return tuple(
        DeductionDraft(
            item.item,
            item.amount,
            item.from_month,
            item.to_month,
            names.get(item.dependant_id or 0, ""),
            item.note,
        )
        for item in personal_lists.of_employee(session, SpecialDeduction, employee_id, *order)
    )


@open_to_all(_WHY)
def write(session: Session, employee_id: int, drafts: Sequence[DeductionDraft]) -> None:
    """Make the file's deductions those of `drafts`; dependants must be written before.

    Raises Refused at `deductions.<n>.<column>`: what `deduction_rules.prepared` refuses, "deduction.dependant" (name)
    when nobody of that name stands in the family.
    """
    tidied = [_tidied(number, draft) for number, draft in enumerate(drafts)]
    ids = {name: dependant_id for dependant_id, name in _dependants(session, employee_id).items()}
    wanted: dict[object, dict[str, object]] = {}
    for number, line in enumerate(deduction_rules.prepared(tidied)):
        if line.dependant and line.dependant not in ids:
            raise Refused("deduction.dependant", field=f"deductions.{number}.dependant", name=line.dependant)
        values = {name: getattr(line, name) for name in ("item", "amount", "from_month", "to_month", "note")}
        values["dependant_id"] = ids.get(line.dependant)
        wanted[tuple(values.values())] = values
    personal_lists.write(session, SpecialDeduction, employee_id, wanted, _key)


def _key(item: SpecialDeduction) -> tuple[object, ...]:
    return (item.item, item.amount, item.from_month, item.to_month, item.note, item.dependant_id)


def _tidied(number: int, draft: DeductionDraft) -> DeductionDraft:
    at = f"deductions.{number}"
    return replace(
        draft, dependant=tidy(draft.dependant, f"{at}.dependant"), note=tidy(draft.note, f"{at}.note")
    )


def _dependants(session: Session, employee_id: int) -> dict[int, str]:
    query = select(Dependant.id, Dependant.name).where(Dependant.employee_id == employee_id)
    return {row[0]: row[1] for row in session.execute(query)}
