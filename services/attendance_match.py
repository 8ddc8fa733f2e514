"""Whose row it is: people of an attendance file found by number, then by name and department; asked when two fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from services.attendance_files import FileRow
from services.attendance_titles import plain
from services.attendance_values import AttendanceValue, LeaveKind, Problem, RowProblem

SKIPPED = 0  # chosen for a row that is to be left out


@dataclass(frozen=True, slots=True)
class Person:
    """An employee as attendance knows them; `here` says whether they are employed on any day of the month."""

    id: int
    number: str
    name: str
    department: str
    here: bool
    due: int


@dataclass(frozen=True, slots=True)
class MatchedRow:
    """A row of the file and whose it is: None while that is not known, `skipped` when it is left out by choice.

    `by_hand` says that somebody chose whose it is.
    """

    row: FileRow
    employee_id: int | None
    name: str
    candidates: tuple[int, ...] = ()
    skipped: bool = False
    by_hand: bool = False


def match(
    rows: Sequence[FileRow], people: Sequence[Person], chosen: Mapping[int, int]
) -> tuple[list[MatchedRow], list[Problem]]:
    """A person for every row, and what keeps one from having one. `chosen` maps a row to an employee, or to SKIPPED."""
    known = {person.id: person for person in people}
    matched, problems = [], []
    taken: dict[int, int] = {}
    for row in rows:
        found, code = _chosen(row, known, chosen) if row.row in chosen else _found(row, people)
        one = found[0] if len(found) == 1 and code is None else None
        if one is not None and one.id in taken:
            code = RowProblem.TWICE
        elif one is not None and not one.here:
            code = RowProblem.NOT_EMPLOYED
        if one is not None and code is None:
            taken[one.id] = row.row
        skipped = chosen.get(row.row) == SKIPPED
        made = _matched(row, one if code is None else None, found, skipped=skipped)
        matched.append(replace(made, by_hand=row.row in chosen))
        if code is not None and not skipped:
            problems.append(_problem(row, code, found))
    return matched, problems


def doubts(matched: Iterable[MatchedRow], people: Sequence[Person]) -> list[Problem]:
    """People who are here and not in the file, rows whose days leave some of the month unexplained, unknown numbers."""
    rows, found = {}, []
    known = {person.id: person for person in people}
    for one in matched:
        if one.employee_id is None:
            continue
        rows[one.employee_id] = one.row
        number = known[one.employee_id].number
        if one.row.number and not one.by_hand and _digits(one.row.number) != _digits(number):
            told = f"{one.row.number} → {number}"  # by name only
            found.append(Problem(one.row.row, "", RowProblem.UNKNOWN_NUMBER, told, one.name))
    for person in people:
        row = rows.get(person.id)
        if row is None and person.here:
            found.append(Problem(0, "", RowProblem.MISSING, person.department, person.name))
        elif row is not None and (short := _unexplained(row, person)) > 0:
            value = f"{short.normalize():f}"
            found.append(Problem(row.row, "", RowProblem.DAYS_DO_NOT_ADD_UP, value, person.name))
    return found


def _unexplained(row: FileRow, person: Person) -> Decimal:
    """Days of the month that are neither worked nor leave nor absence."""
    said = row.amounts
    explained = (
        AttendanceValue.WORKED,
        AttendanceValue.ABSENT,
        *(AttendanceValue(kind) for kind in LeaveKind),
    )
    due = min(said.get(AttendanceValue.DUE, Decimal(person.due)), Decimal(person.due))
    return due - sum((said.get(value, Decimal(0)) for value in explained), Decimal(0))


def _matched(row: FileRow, one: Person | None, found: Sequence[Person], *, skipped: bool) -> MatchedRow:
    if one is not None:
        return MatchedRow(row, one.id, one.name)
    return MatchedRow(row, None, row.name, tuple(person.id for person in found), skipped)


def _problem(row: FileRow, code: RowProblem, found: Sequence[Person]) -> Problem:
    told = {
        RowProblem.OTHER_NAME: f"{row.number} {found[0].name}" if found else "",
        RowProblem.SEVERAL: "、".join(f"{one.number} {one.department}" for one in found),
    }
    usual = " ".join(filter(None, (row.number, row.department)))
    return Problem(row.row, "", code, told.get(code, usual), row.name)


def _chosen(
    row: FileRow, known: Mapping[int, Person], chosen: Mapping[int, int]
) -> tuple[list[Person], RowProblem | None]:
    person = known.get(chosen[row.row])
    return ([person], None) if person is not None else ([], RowProblem.UNKNOWN)


def _found(row: FileRow, people: Sequence[Person]) -> tuple[list[Person], RowProblem | None]:
    if row.number:
        numbered = _numbered(row.number, people)
        if numbered:
            return numbered, None if plain(numbered[0].name) == row.name else RowProblem.OTHER_NAME
    named = [person for person in people if plain(person.name) == row.name]
    here = [person for person in named if person.here] or named
    in_department = [person for person in here if row.department and _same(person.department, row.department)]
    found = in_department or here
    if len(found) > 1:
        return found, RowProblem.SEVERAL
    return found, None if found else RowProblem.UNKNOWN


def _numbered(number: str, people: Sequence[Person]) -> list[Person]:
    """Who has this number; a spreadsheet may have taken the zeros before it."""
    exact = [person for person in people if plain(person.number).lower() == number.lower()]
    if exact or not number.isdecimal():
        return exact
    by_digits: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_digits[plain(person.number).lstrip("0")].append(person)
    close = by_digits[number.lstrip("0")]
    return close if len(close) == 1 else []


def _digits(number: str) -> str:
    return plain(number).lower().lstrip("0")


def _same(ours: str, theirs: str) -> bool:
    """A department may stand with those above it: 运营中心-测绘一部, 测绘一部,项目组."""
    return plain(ours) in theirs or theirs in plain(ours)


def due_days(first: date | None, last: date | None, working: Sequence[date]) -> int:
    """Working days of the month on which somebody was employed from `first` to `last`."""
    return sum((first is None or day >= first) and (last is None or day <= last) for day in working)
