"""Hours of training 学时 that certificates ask for, against those that were taken: so many of so many until a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.certificate import Certificate
from models.certificate_case import StaffTraining
from models.certificate_terms import DutyRhythm
from services.certificate_duties import Duty, KindTerms, duties_between, hours_of
from services.due_model import DueDate, rows
from services.labour_law import add_months
from services.permissions import open_to_all

_WHY = "a step of services that have checked"
_AHEAD_MONTHS = 120

type Taken = Mapping[int, Sequence[tuple[date, Decimal]]]


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked for in the days from `first` to `due_on`, and how much of it there is."""

    name: str
    first: date
    due_on: date
    need: Decimal
    have: Decimal

    @property
    def reached(self) -> bool:
        return self.have >= self.need


def since(row: Mapping[str, Any], valid_from: date | None, due: date) -> date:
    """The first day of the time whose hours count for a duty due on that day."""
    match row["rhythm"]:
        case DutyRhythm.WINDOW:
            month, day = (int(part) for part in row["from"].split("-"))
            return date(due.year, month, min(day, 28) if month == 2 else day)
        case DutyRhythm.ANNIVERSARY:
            return add_months(due, -int(row["months"]))
    return valid_from or date.min


def asking(kind: KindTerms) -> dict[str, Mapping[str, Any]]:
    """The duties of a kind that ask for hours, by the code of their date."""
    return {f"duty:{row['code']}": row for row in kind.duties if hours_of(row) is not None}


def with_goal(one: DueDate, row: Mapping[str, Any], valid_from: object) -> DueDate:
    """A date of a duty that asks for hours: from when on they count, none counted yet."""
    first = since(row, valid_from if isinstance(valid_from, date) else None, one.on_day)
    return one._replace(since=first, hours=(Decimal(0), hours_of(row) or Decimal(0)))


@open_to_all(_WHY)
def taken_of(session: Session, kind_ids: Iterable[int]) -> Taken:
    """The hours of every certificate of these kinds, with their days."""
    query = (
        select(StaffTraining.certificate_id, StaffTraining.on_day, StaffTraining.hours)
        .join(Certificate, Certificate.id == StaffTraining.certificate_id)
        .where(Certificate.kind_id.in_(list(kind_ids)))
    )
    found: dict[int, list[tuple[date, Decimal]]] = {}
    for certificate_id, day, hours in rows(session, query):
        found.setdefault(certificate_id, []).append((day, hours))
    return found


def hours_between(taken: Iterable[tuple[date, Decimal]], first: date, last: date) -> Decimal:
    """The hours of these days, both counted."""
    return sum((hours for day, hours in taken if first <= day <= last), Decimal(0))


def met(duty: Duty, taken: Iterable[tuple[date, Decimal]]) -> bool:
    """Whether the hours a duty asks for are there; one that asks for none is met by a case only."""
    return duty.hours is not None and hours_between(taken, duty.from_on, duty.due_on) >= duty.hours


@open_to_all(_WHY)
def counted(session: Session, kind_ids: Sequence[int], found: list[DueDate]) -> list[DueDate]:
    """These dates with the hours that are there; those whose hours are all there are due no more."""
    if not kind_ids:
        return found
    if not any(one.hours for one in found):
        return found
    taken = taken_of(session, kind_ids)
    return [told for one in found if (told := _told(one, taken)) is not None]


def _told(one: DueDate, taken: Taken) -> DueDate | None:
    """The date with its hours; None where they are all there."""
    if one.hours is None or one.since is None:
        return one
    have, need = hours_between(taken.get(one.record_id, ()), one.since, one.on_day), one.hours[1]
    return one._replace(hours=(have, need)) if have < need else None


def goals(
    kind: KindTerms, span: tuple[date | None, date | None], taken: Sequence[tuple[date, Decimal]], today: date
) -> tuple[Goal, ...]:
    """What a certificate of that kind, valid from and to those days, asks for in the time that runs now."""
    if not asking(kind):
        return ()
    coming = duties_between(kind, *span, today, add_months(today, _AHEAD_MONTHS))
    return tuple(
        Goal(
            duty.name, duty.from_on, duty.due_on, duty.hours, hours_between(taken, duty.from_on, duty.due_on)
        )
        for duty in coming
        if duty.hours is not None and duty.from_on <= today
    )
