"""Kinds of certificates as the dates of many certificates need them: read once, and the one that cannot be read named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.certificate import CertificateKind
from models.certificate_terms import DutyRhythm
from services import certificate_duties, training_goals
from services.certificate_duties import KindTerms
from services.due_model import DueKind
from services.labour_law import add_months
from services.permissions import open_to_all

_DAY = timedelta(days=1)
_PLAIN = (7, 30, 60, 90, 180)
_WHY = "a step of services that have checked"


class Window(NamedTuple):
    """A duty of a fixed time of one year, its days as they are stored, too."""

    code: str
    name: str
    due_on: date
    last: str
    first: str
    next_year: bool


@dataclass(frozen=True, slots=True)
class DueTerms:
    """A kind with what its dates need: reminders rising (none: on the day itself), days or months before the end with code and name."""

    terms: KindTerms
    levels: tuple[int, ...]
    before: tuple[tuple[int, int, DueKind, str, str], ...]  # days, months, kind, code, name
    asking: Mapping[str, Mapping[str, Any]]  # duties that ask for hours of training


@dataclass(frozen=True, slots=True)
class Span:
    first: date
    last: date
    today: date


@open_to_all(_WHY)
def kinds_of(session: Session, span: Span) -> tuple[dict[int, DueTerms], list[CertificateKind]]:
    """Every kind; one that cannot be reckoned with is named, and the last days of its certificates are told all the same."""
    kinds, bad = {}, []
    for item in session.scalars(select(CertificateKind).order_by(CertificateKind.id)):
        try:
            kinds[item.id] = kind = _kind(item)
            _try(kind, span)
        except (ArithmeticError, LookupError, TypeError, ValueError):
            bad.append(item)
            kinds[item.id] = DueTerms(_Bare(item), _PLAIN, ((0, 0, DueKind.EXPIRY, "expiry", ""),), {})
    return kinds, bad


def _try(kind: DueTerms, span: Span) -> None:
    """Reckon once what every certificate of the kind will need; ArithmeticError, ValueError, … where it cannot be."""
    for edge in stretch(kind, span):
        for days, months, *_named in kind.before:
            add_months(edge - _DAY * days, -months)
    window_days(kind, span)
    if any(int(row["months"]) < 1 for row in anniversaries_of(kind.terms)):
        raise ValueError(kind.terms.code)


def _kind(item: CertificateKind) -> DueTerms:
    before = [(0, 0, DueKind.EXPIRY, "expiry", "")]
    if item.lead_days:
        before.append((item.lead_days, 0, DueKind.APPLY_BY, "apply_by", ""))
    for place, row in enumerate(item.steps):
        days, months = int(row.get("days", 0)), int(row.get("months", 0))
        if "days" in row and days == item.lead_days:
            before[1:2] = [(days, 0, DueKind.APPLY_BY, "apply_by", row["name"])]
        else:
            what = DueKind.RENEWAL_START if row.get("start") else DueKind.RENEWAL_STEP
            before.append((days, months, what, f"renewal:{place}", row["name"]))
    whole = [row for row in item.duties if row["rhythm"] == DutyRhythm.VALIDITY]
    before += [(item.lead_days, 0, DueKind.DUTY, f"duty:{row['code']}", row["name"]) for row in whole]
    return DueTerms(item, tuple(sorted(item.reminders)) or (0,), tuple(before), training_goals.asking(item))


def stretch(kind: DueTerms, span: Span) -> tuple[date, date]:
    """The last days for which one of the kind's dates can lie in the span; months are taken wide."""
    days = [row[0] for row in kind.before if not row[1]]
    months = [row[1] for row in kind.before if row[1]]
    low = [span.first + _DAY * min(days), *(add_months(span.first, one) - 3 * _DAY for one in months)]
    high = [span.last + _DAY * max(days), *(add_months(span.last, one) + 3 * _DAY for one in months)]
    return min(low), max(high)


def window_days(kind: DueTerms, span: Span) -> list[Window]:
    """What is due in the span."""
    plain = _Terms(kind.terms)
    found = certificate_duties.duties_between(plain, None, None, span.first, span.last)
    later = {row["code"]: bool(row.get("next_year")) for row in plain.duties}
    return [
        Window(
            duty.code,
            duty.name,
            duty.due_on,
            duty.due_on.isoformat(),
            duty.from_on.isoformat(),
            later[duty.code],
        )
        for duty in found
    ]


class _Bare:
    """A kind of which only the name can be read."""

    def __init__(self, kind: KindTerms) -> None:
        self.code, self.months, self.lead_days = kind.code, 0, 0
        self.reminders, self.steps, self.duties = _PLAIN, (), ()


class _Terms:
    """A kind with its windows only."""

    def __init__(self, kind: KindTerms) -> None:
        self.code, self.months, self.lead_days = kind.code, kind.months, kind.lead_days
        self.reminders, self.steps = kind.reminders, kind.steps
        self.duties = [row for row in kind.duties if row["rhythm"] == DutyRhythm.WINDOW]


def anniversaries_of(kind: KindTerms) -> list[Mapping[str, Any]]:
    return [row for row in kind.duties if row["rhythm"] == DutyRhythm.ANNIVERSARY]
