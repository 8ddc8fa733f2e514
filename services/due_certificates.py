"""Dates of certificates in a span of days: expiry, apply-by, steps of the renewal, yearly duties. SQL first, no loops over all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Text, and_, func, or_, select, true, type_coerce
from sqlalchemy.orm import Session

from models.certificate import Certificate, CertificateKind, CertificateState
from models.certificate_case import CaseKind, CaseState, CertificateCase
from models.certificate_terms import DutyRhythm
from services import certificate_duties, training_goals
from services.certificate_chains import chains
from services.certificate_duties import KindTerms
from services.certificate_register import unfollowed
from services.due_model import DueDate, DueKind, rows, standing, standing_of_start
from services.labour_law import add_months
from services.permissions import open_to_all

_DAY = timedelta(days=1)
_YEAR_MONTHS = 12
_RECORD, _PAGE = "certificate", "certificates"
_ENDLESS = "9999-12-31"
_IN_USE = (CertificateState.VALID, CertificateState.LAPSED)
_WHY = "a step of services that have checked"
_ROW = (
    Certificate.id, Certificate.kind_id, Certificate.name, Certificate.number, Certificate.holder_name,
    Certificate.employee_id, Certificate.valid_from, Certificate.valid_to,
    type_coerce(func.substr(Certificate.created_at, 1, 10), Text).label("entered"),
)  # fmt: skip

_RAW = (
    *_ROW[:6],
    type_coerce(Certificate.valid_from, Text),
    type_coerce(Certificate.valid_to, Text),
    _ROW[8],
)  # as stored


class _Window(NamedTuple):
    """A duty of a fixed time of one year, its days as they are stored, too."""

    code: str
    name: str
    due_on: date
    last: str
    first: str
    next_year: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind with what its dates need: reminders rising (none: on the day itself), days or months before the end with code and name."""

    terms: KindTerms
    levels: tuple[int, ...]
    before: tuple[tuple[int, int, DueKind, str, str], ...]  # days, months, kind, code, name
    asking: Mapping[str, Mapping[str, Any]]  # duties that ask for hours of training


@dataclass(frozen=True, slots=True)
class _Span:
    first: date
    last: date
    today: date


@open_to_all(_WHY)
def of_certificates(session: Session, first: date, last: date, today: date) -> list[DueDate]:
    """Every date of certificates in use from `first` to `last`, both counted, that nothing has met yet.

    What a granted successor renews does not end any more; where a case of the renewal or duty is in hand, its own
    dates stand for those of the kind. A date before the certificate was entered here is nobody's omission.
    """
    span = _Span(first, last, today)
    kinds = {item.id: _kind(item) for item in session.scalars(select(CertificateKind))}
    renewed, met = _cases(session, first)
    found = list(_endings(session, kinds, span, renewed, met))
    found += _windows(session, kinds, span, met)
    found += _anniversaries(session, kinds, span, met)
    return training_goals.counted(session, [number for number, kind in kinds.items() if kind.asking], found)


def _kind(item: CertificateKind) -> _Kind:
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
    return _Kind(item, tuple(sorted(item.reminders)) or (0,), tuple(before), training_goals.asking(item))


def _cases(session: Session, first: date) -> tuple[frozenset[int], frozenset[tuple[int, str, date]]]:
    """Certificates whose renewal is in hand; duties (certificate, code, day) that a case handles or has met."""
    query = select(
        CertificateCase.certificate_id, CertificateCase.kind, CertificateCase.state,
        CertificateCase.duty_code, CertificateCase.due_on,
    ).where(CertificateCase.kind.in_([CaseKind.RENEWAL, CaseKind.DUTY]))  # fmt: skip
    open_, done = CertificateCase.state == CaseState.OPEN, CertificateCase.state == CaseState.DONE
    found = rows(session, query.where(or_(open_, and_(done, CertificateCase.due_on >= first))))
    renewed = {row[0] for row in found if row[1] == CaseKind.RENEWAL and row[2] == CaseState.OPEN}
    met = {(row[0], row[3], row[4]) for row in found if row[1] == CaseKind.DUTY}
    return frozenset(renewed), frozenset(met)


def _endings(
    session: Session,
    kinds: Mapping[int, _Kind],
    span: _Span,
    renewed: frozenset[int],
    met: frozenset[tuple[int, str, date]],
) -> Iterator[DueDate]:
    """What counts from the end: each kind has its own stretch of last days to look at."""
    stretches: dict[tuple[date, date], list[int]] = {}
    for kind_id, kind in kinds.items():
        stretches.setdefault(_stretch(kind, span), []).append(kind_id)
    if not stretches:
        return
    wanted = [
        and_(Certificate.kind_id.in_(ids), Certificate.valid_to.between(low, high))
        for (low, high), ids in stretches.items()
    ]
    query = select(*_ROW).where(or_(*wanted), Certificate.state.in_(_IN_USE), unfollowed())
    for row in rows(session, query):
        kind, end = kinds[row[1]], row[7]
        for days, months, what, code, name in kind.before:
            due = add_months(end, -months) if months else end - _DAY * days if days else end
            if not span.first <= due <= span.last:
                continue
            settled = (row[0], code[5:], due) in met if what is DueKind.DUTY else row[0] in renewed
            if what is DueKind.EXPIRY or (
                (end >= span.today or due > end)
                and not settled
                and (what is DueKind.RENEWAL_START or _known(row, due, span))
            ):
                yield _date(row, kind, what, code, name, due, span.today)


def _stretch(kind: _Kind, span: _Span) -> tuple[date, date]:
    """The last days for which one of the kind's dates can lie in the span; months are taken wide."""
    days = [row[0] for row in kind.before if not row[1]]
    months = [row[1] for row in kind.before if row[1]]
    low = [span.first + _DAY * min(days), *(add_months(span.first, one) - 3 * _DAY for one in months)]
    high = [span.last + _DAY * max(days), *(add_months(span.last, one) + 3 * _DAY for one in months)]
    return min(low), max(high)


def _windows(
    session: Session, kinds: Mapping[int, _Kind], span: _Span, met: frozenset[tuple[int, str, date]]
) -> Iterator[DueDate]:
    """Duties of a fixed time of the year: their days are known per kind and year, not per certificate."""
    due = {kind_id: found for kind_id, kind in kinds.items() if (found := _window_days(kind, span))}
    if not due:
        return
    links, today = chains(session), span.today.isoformat()
    for row in rows(session, select(*_RAW).where(_of(due), _held(due, span))):
        number, begun, end, entered = row[0], row[6] or "", row[7] or _ENDLESS, row[8]
        held = links.held_from(number, None)
        since = held.year if held is not None else int(begun[:4] or 0)
        own = (number, *(one.id for one in links.renewed(number)))
        for one in due[row[1]]:
            if one.last < begun or one.first > end or (one.next_year and one.due_on.year <= since):
                continue
            if (one.last < today and entered > one.last) or not links.owes(number, one.due_on):
                continue
            if not any((certificate, one.code, one.due_on) in met for certificate in own):
                yield _date(
                    row, kinds[row[1]], DueKind.DUTY, f"duty:{one.code}", one.name, one.due_on, span.today
                )


def _held(due: Mapping[int, list[_Window]], span: _Span) -> ColumnElement[bool]:
    """Certificates that can owe one of their kind's windows: begun, not over, here by then. Told apart by SQL."""
    alike: dict[tuple[str, str], list[int]] = {}
    for kind_id, windows in due.items():
        days = min(one.first for one in windows), max(one.last for one in windows)
        alike.setdefault(days, []).append(kind_id)
    return or_(
        *(
            and_(
                Certificate.kind_id.in_(ids),
                or_(Certificate.valid_from.is_(None), Certificate.valid_from <= date.fromisoformat(last)),
                or_(Certificate.valid_to.is_(None), Certificate.valid_to >= date.fromisoformat(first)),
                true() if last >= span.today.isoformat() else _ROW[8] <= last,
            )
            for (first, last), ids in alike.items()
        )
    )


def _window_days(kind: _Kind, span: _Span) -> list[_Window]:
    """What is due in the span."""
    plain = _Terms(kind.terms)
    found = certificate_duties.duties_between(plain, None, None, span.first, span.last)
    later = {row["code"]: bool(row.get("next_year")) for row in plain.duties}
    return [
        _Window(
            duty.code,
            duty.name,
            duty.due_on,
            duty.due_on.isoformat(),
            duty.from_on.isoformat(),
            later[duty.code],
        )
        for duty in found
    ]


class _Terms:
    """A kind with its windows only."""

    def __init__(self, kind: KindTerms) -> None:
        self.code, self.months, self.lead_days = kind.code, kind.months, kind.lead_days
        self.reminders, self.steps = kind.reminders, kind.steps
        self.duties = [row for row in kind.duties if row["rhythm"] == DutyRhythm.WINDOW]


def _anniversaries(
    session: Session, kinds: Mapping[int, _Kind], span: _Span, met: frozenset[tuple[int, str, date]]
) -> Iterator[DueDate]:
    """Duties counted from the first day: only certificates whose month and day can lie in the span are fetched."""
    yearly = {kind_id: made for kind_id, kind in kinds.items() if (made := _yearly(kind.terms))}
    if not yearly:
        return
    query = select(*_ROW).where(_of(yearly), Certificate.valid_from.is_not(None))
    whole = all(int(row["months"]) % _YEAR_MONTHS == 0 for made in yearly.values() for row in made)
    if whole and (span.last - span.first).days < 360:
        query = query.where(_month_days(span))
    elif (
        whole and (span.last - span.today).days < 360
    ):  # what lies behind is told of those that were here by then
        ahead = _month_days(_Span(span.today, span.last, span.today))
        query = query.where(or_(_ROW[8] < span.today.isoformat(), ahead))
    for row in rows(session, query):
        kind = kinds[row[1]]
        for duty in yearly[row[1]]:
            for due in _due_days(row[6], row[7], int(duty["months"]), span):
                if (row[0], duty["code"], due) not in met and _known(row, due, span):
                    yield _date(
                        row, kind, DueKind.DUTY, f"duty:{duty['code']}", duty["name"], due, span.today
                    )


def _yearly(kind: KindTerms) -> list[Mapping[str, Any]]:
    return [row for row in kind.duties if row["rhythm"] == DutyRhythm.ANNIVERSARY]


def _month_days(span: _Span) -> Any:
    """Month and day of the first day within the span; 29 February falls on the 28th in other years."""
    part = func.substr(Certificate.valid_from, 6, 5)
    low, high = f"{span.first:%m-%d}", f"{span.last + _DAY:%m-%d}"
    if low <= high and span.first.year == (span.last + _DAY).year:
        return part.between(low, high)
    return or_(part >= low, part <= high)


def _due_days(begun: date, end: date | None, months: int, span: _Span) -> Iterator[date]:
    """Every so many months after the first day, within the span and before the end itself."""
    passed = (span.first.year - begun.year) * _YEAR_MONTHS + span.first.month - begun.month
    number = max(1, passed // months)
    while (due := add_months(begun, months * number)) <= span.last:
        if due >= span.first and (end is None or due < end):
            yield due
        number += 1


def _of(kinds: Iterable[int]) -> Any:
    return and_(Certificate.kind_id.in_(list(kinds)), Certificate.state.in_(_IN_USE))


def _known(row: Any, due: date, span: _Span) -> bool:
    """Whether the certificate was here by then, so that somebody could have been reminded."""
    return due >= span.today or bool(row[8] <= due.isoformat())


def _date(row: Any, kind: _Kind, what: DueKind, code: str, name: str, due: date, today: date) -> DueDate:
    left = (due - today).days
    start = what is DueKind.RENEWAL_START
    level, state = standing_of_start(left) if start else standing(left, kind.levels)
    owner = row[4] if row[5] is not None else ""
    made = DueDate(
        what, _RECORD, row[0], code, name, row[2], row[3], owner, due, left, level, state, _PAGE, row[0]
    )  # fmt: skip
    return training_goals.with_goal(made, kind.asking[code], row[6]) if code in kind.asking else made
