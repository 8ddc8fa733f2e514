"""Dates of certificates in a span of days: expiry, apply-by, steps of the renewal, yearly duties. SQL first, no loops over all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, func, or_, select, true, type_coerce
from sqlalchemy.orm import Session, aliased

from models.certificate import Certificate
from models.certificate_case import CaseKind, CaseState, CertificateCase
from models.people import Employee
from services import training_goals
from services.certificate_chains import chains
from services.certificate_register import IN_USE, of_staff, unfollowed
from services.due_kinds import DueTerms, Span, Window, anniversaries_of, kinds_of, stretch, window_days
from services.due_model import DueDate, DueKind, DueState, rows, standing, standing_of_start
from services.labour_law import add_months
from services.permissions import open_to_all

_DAY = timedelta(days=1)
_YEAR_MONTHS = 12
_RECORD, _PAGE = "certificate", "certificates"
_ENDLESS = "9999-12-31"
_WHY = "a step of services that have checked"
_Keeper = aliased(Employee, name="due_keeper")
_ROW = (
    Certificate.id, Certificate.kind_id, Certificate.name, Certificate.number, Certificate.holder_name,
    Certificate.employee_id, Certificate.valid_from, Certificate.valid_to,
    type_coerce(func.substr(Certificate.created_at, 1, 10), Text).label("entered"),
    select(_Keeper.name).where(_Keeper.id == Certificate.keeper_id).correlate(Certificate).scalar_subquery(),
)  # fmt: skip

_RAW = (
    *_ROW[:6],
    type_coerce(Certificate.valid_from, Text),
    type_coerce(Certificate.valid_to, Text),
    _ROW[8],
    _ROW[9],
)  # as stored


@open_to_all(_WHY)
def of_certificates(session: Session, first: date, last: date, today: date) -> list[DueDate]:
    """Every date of certificates in use from `first` to `last`, both counted, that nothing has met yet.

    What a granted successor renews does not end any more; where a case of the renewal or duty is in hand, its own
    dates stand for those of the kind. A date before the certificate was entered here is nobody's omission.
    """
    span = Span(first, last, today)
    kinds, bad = kinds_of(session, span)
    renewed, met = _cases(session, first)
    found = [
        _unreadable("certificate_kind", item.id, item.name, span) for item in bad if first <= today <= last
    ]
    found += list(_endings(session, kinds, span, renewed, met))
    found += _windows(session, kinds, span, met)
    found += _anniversaries(session, kinds, span, met)
    return training_goals.counted(session, [number for number, kind in kinds.items() if kind.asking], found)


def _unreadable(record: str, record_id: int, name: str, span: Span) -> DueDate:
    """What stands for a record whose numbers make no days: it is due today, until it is corrected."""
    return DueDate(
        DueKind.UNREADABLE, record, record_id, "unreadable", "", name, "", "", span.today, 0, 0, DueState.DUE,
        f"{record}s", record_id,
    )  # fmt: skip


def _cases(session: Session, first: date) -> tuple[frozenset[int], frozenset[tuple[int, str, date]]]:
    """Certificates whose renewal is in hand; duties (certificate, code, day) that a case handles or has met."""
    query = select(
        CertificateCase.certificate_id, CertificateCase.kind, CertificateCase.state,
        CertificateCase.duty_code, CertificateCase.duty_on,
    ).where(CertificateCase.kind.in_([CaseKind.RENEWAL, CaseKind.DUTY]))  # fmt: skip
    open_, done = CertificateCase.state == CaseState.OPEN, CertificateCase.state == CaseState.DONE
    found = rows(session, query.where(or_(open_, and_(done, CertificateCase.duty_on >= first))))
    renewed = {row[0] for row in found if row[1] == CaseKind.RENEWAL and row[2] == CaseState.OPEN}
    met = {(row[0], row[3], row[4]) for row in found if row[1] == CaseKind.DUTY}
    return frozenset(renewed), frozenset(met)


def _endings(
    session: Session,
    kinds: Mapping[int, DueTerms],
    span: Span,
    renewed: frozenset[int],
    met: frozenset[tuple[int, str, date]],
) -> Iterator[DueDate]:
    """What counts from the end: each kind has its own stretch of last days to look at."""
    stretches: dict[tuple[date, date], list[int]] = {}
    for kind_id, kind in kinds.items():
        stretches.setdefault(stretch(kind, span), []).append(kind_id)
    if not stretches:
        return
    wanted = [
        and_(Certificate.kind_id.in_(ids), Certificate.valid_to.between(low, high))
        for (low, high), ids in stretches.items()
    ]
    query = select(*_ROW).where(
        or_(*wanted), Certificate.state.in_(IN_USE), unfollowed(), of_staff(span.today)
    )
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


def _windows(
    session: Session, kinds: Mapping[int, DueTerms], span: Span, met: frozenset[tuple[int, str, date]]
) -> Iterator[DueDate]:
    """Duties of a fixed time of the year: their days are known per kind and year, not per certificate."""
    due = {kind_id: found for kind_id, kind in kinds.items() if (found := window_days(kind, span))}
    if not due:
        return
    links, today = chains(session), span.today.isoformat()
    for row in rows(session, select(*_RAW).where(_of(due, span), _held(due, span))):
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


def _held(due: Mapping[int, list[Window]], span: Span) -> ColumnElement[bool]:
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


def _anniversaries(
    session: Session, kinds: Mapping[int, DueTerms], span: Span, met: frozenset[tuple[int, str, date]]
) -> Iterator[DueDate]:
    """Duties counted from the first day: only certificates whose month and day can lie in the span are fetched."""
    yearly = {kind_id: made for kind_id, kind in kinds.items() if (made := anniversaries_of(kind.terms))}
    if not yearly:
        return
    query = select(*_ROW).where(_of(yearly, span), Certificate.valid_from.is_not(None))
    whole = all(int(row["months"]) % _YEAR_MONTHS == 0 for made in yearly.values() for row in made)
    if whole and (span.last - span.first).days < 360:
        query = query.where(_month_days(span))
    elif (
        whole and (span.last - span.today).days < 360
    ):  # what lies behind is told of those that were here by then
        ahead = _month_days(Span(span.today, span.last, span.today))
        query = query.where(or_(_ROW[8] < span.today.isoformat(), ahead))
    for row in rows(session, query):
        try:
            yield from list(_of_row(row, kinds[row[1]], yearly[row[1]], span, met))
        except (ArithmeticError, ValueError):
            if span.first <= span.today <= span.last:
                yield _unreadable(_RECORD, row[0], row[2], span)


def _of_row(
    row: Any,
    kind: DueTerms,
    yearly: Iterable[Mapping[str, Any]],
    span: Span,
    met: frozenset[tuple[int, str, date]],
) -> Iterator[DueDate]:
    for duty in yearly:
        for due in _due_days(row[6], row[7], int(duty["months"]), span):
            if (row[0], duty["code"], due) not in met and _known(row, due, span):
                yield _date(row, kind, DueKind.DUTY, f"duty:{duty['code']}", duty["name"], due, span.today)


def _month_days(span: Span) -> Any:
    """Month and day of the first day within the span; 29 February falls on the 28th in other years."""
    part = func.substr(Certificate.valid_from, 6, 5)
    low, high = f"{span.first:%m-%d}", f"{span.last + _DAY:%m-%d}"
    if low <= high and span.first.year == (span.last + _DAY).year:
        return part.between(low, high)
    return or_(part >= low, part <= high)


def _due_days(begun: date, end: date | None, months: int, span: Span) -> Iterator[date]:
    """Every so many months after the first day, within the span and before the end itself."""
    passed = (span.first.year - begun.year) * _YEAR_MONTHS + span.first.month - begun.month
    number = max(1, passed // months)
    while (due := add_months(begun, months * number)) <= span.last:
        if due >= span.first and (end is None or due < end):
            yield due
        number += 1


def _of(kinds: Iterable[int], span: Span) -> Any:
    return and_(Certificate.kind_id.in_(list(kinds)), Certificate.state.in_(IN_USE), of_staff(span.today))


def _known(row: Any, due: date, span: Span) -> bool:
    """Whether the certificate was here by then, so that somebody could have been reminded."""
    return due >= span.today or bool(row[8] <= due.isoformat())


def _date(row: Any, kind: DueTerms, what: DueKind, code: str, name: str, due: date, today: date) -> DueDate:
    left = (due - today).days
    start = what is DueKind.RENEWAL_START
    level, state = standing_of_start(left) if start else standing(left, kind.levels)
    owner = row[4] if row[5] is not None else row[9] or ""
    made = DueDate(
        what, _RECORD, row[0], code, name, row[2], row[3], owner, due, left, level, state, _PAGE, row[0]
    )  # fmt: skip
    return training_goals.with_goal(made, kind.asking[code], row[6]) if code in kind.asking else made
