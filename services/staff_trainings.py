"""Trainings 继续教育 that a person's certificate asks for: hours of a day, and how many there were in a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.certificate import Certificate
from models.certificate_case import StaffTraining
from services import audit, records
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.records import required, tidy

MOST_HOURS = Decimal(1000)


@dataclass(frozen=True, slots=True)
class TrainingDraft:
    """A training as typed: what, when, how many hours (学时)."""

    id: int | None = None
    version: int | None = None
    certificate_id: int | None = None
    name: str = ""
    on_day: date | None = None
    hours: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TrainingYear:
    """The hours of a year, summed."""

    year: int
    hours: Decimal
    days: int


_SAME = ("id", "version", "certificate_id", "name", "on_day", "hours", "note")


@requires(Permission.CERTIFICATE_SEE)
def of(session: Session, actor: Actor, certificate_id: int) -> list[TrainingDraft]:  # noqa: ARG001 - the permission needs it
    """The trainings of a certificate, the newest first."""
    found = session.scalars(
        select(StaffTraining)
        .where(StaffTraining.certificate_id == certificate_id)
        .order_by(StaffTraining.on_day.desc(), StaffTraining.id.desc())
    )
    return [_draft(item) for item in found]


def by_year(trainings: list[TrainingDraft]) -> list[TrainingYear]:
    """Hours and days of each year, the newest first."""
    years = sorted({one.on_day.year for one in trainings if one.on_day}, reverse=True)
    return [
        _year(year, [one for one in trainings if one.on_day and one.on_day.year == year]) for year in years
    ]


def _year(year: int, trainings: list[TrainingDraft]) -> TrainingYear:
    hours = sum((one.hours or Decimal(0) for one in trainings), Decimal(0))
    return TrainingYear(year, hours, len({one.on_day for one in trainings}))


@requires(Permission.CERTIFICATE_SEE)
def get(session: Session, actor: Actor, training_id: int) -> TrainingDraft:  # noqa: ARG001 - the permission needs it
    """The training of that id; Refused "record.gone"."""
    return _draft(records.load(session, StaffTraining, training_id))


@requires(Permission.CERTIFICATE_EDIT)
def save(session: Session, actor: Actor, draft: TrainingDraft, *, today: date) -> int:
    """Store a training of a person's certificate; returns its id.

    Raises Refused "record.required" (name, on_day, hours), "training.hours" (not above 0, above 1,000, or finer than a
    hundredth), "training.future" (on_day), "training.no_person" when the certificate is the company's, "record.gone",
    "record.stale".
    """
    item = (
        StaffTraining()
        if draft.id is None
        else records.expect(session, StaffTraining, draft.id, draft.version)
    )
    name = required(draft.name, "name")
    if draft.on_day is None or draft.hours is None:
        raise Refused("record.required", field="hours" if draft.on_day else "on_day")
    if not 0 < draft.hours <= MOST_HOURS or draft.hours != round(draft.hours, 2):
        raise Refused("training.hours", field="hours")
    if draft.on_day > today:
        raise Refused("training.future", field="on_day")
    certificate = records.load(session, Certificate, draft.certificate_id or 0)
    if certificate.employee_id is None:
        raise Refused("training.no_person", name=certificate.name)
    item.certificate_id, item.name, item.on_day = certificate.id, name, draft.on_day
    item.hours, item.note = draft.hours, tidy(draft.note, "note")
    audit.record(session, actor, "create" if draft.id is None else "edit", item)
    session.flush()
    return item.id


@requires(Permission.CERTIFICATE_EDIT)
def remove(session: Session, actor: Actor, training_id: int, version: int) -> None:
    """Delete a training that was typed by mistake. Raises Refused "record.gone", "record.stale"."""
    item = records.expect(session, StaffTraining, training_id, version)
    audit.record(session, actor, "delete", item)
    session.delete(item)
    session.flush()


@requires(Permission.CERTIFICATE_EDIT)
def save_all(
    session: Session, actor: Actor, certificate_id: int, lines: Sequence[TrainingDraft], *, today: date
) -> None:
    """Store all trainings of a certificate: new lines, changed ones, and those that are gone.

    Raises what `save` raises, at the field of its line ("lines.2.hours").
    """
    before = {one.id: one for one in of(session, actor, certificate_id)}
    for number, line in enumerate(lines):
        if line.id in before and line == before[line.id]:
            continue
        try:
            save(session, actor, replace(line, certificate_id=certificate_id), today=today)
        except Refused as refused:
            field = f"lines.{number}.{refused.field}" if refused.field else None
            raise Refused(refused.code, field=field, **refused.values) from refused
    kept = {line.id for line in lines}
    for one in before.values():
        if one.id not in kept:
            assert one.id is not None, "it was stored"
            assert one.version is not None, "it was stored"
            remove(session, actor, one.id, one.version)


def _draft(item: StaffTraining) -> TrainingDraft:
    return TrainingDraft(**{name: getattr(item, name) for name in _SAME})
