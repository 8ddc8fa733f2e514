"""People imported from a table: compared with who is here, shown before anything is saved, and carried out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import select

from models.people import Department, Employee
from services import employees, personal_files
from services.database import Session, once
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.identity_checks import filled_in
from services.people_sheets import PersonRow, Problem, people_of
from services.permissions import Actor, Permission, check, requires
from services.personal_drafts import CardDraft, PersonalFileDraft


class PersonKind(StrEnum):
    """新员工, 补充档案, 无变化, 有问题."""

    NEW = "new"
    COMPLETES = "completes"
    SAME = "same"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class ComparedPerson:
    """A row beside who is here: what it would do, for which employee, and why it cannot."""

    person: PersonRow
    kind: PersonKind
    employee_id: int | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ComparedPeople:
    """The whole table; `counts` by what the rows would do."""

    file: str
    rows: tuple[ComparedPerson, ...]
    counts: Mapping[PersonKind, int]


@dataclass(frozen=True, slots=True)
class ImportedPeople:
    """What an import did."""

    added: int
    completed: int
    left_out: int


@requires(Permission.PEOPLE_EDIT)
def compare(session: Session, actor: Actor, sheet: ForeignSheet) -> ComparedPeople:
    """Compare a table, read by `read_sheet`, with who is here; nothing is changed.

    Somebody is known by their number, or by their identity number where the table has none. What the table says fills
    what is empty in their file; it overwrites nothing. Raises Refused "people.no_titles" (name, titles),
    "people.no_rows" (name), "permission.denied".
    """
    check(actor, Permission.PERSONNEL_EDIT)
    people = people_of(sheet)
    house = _House(session)
    numbers = Counter(person.number for person in people if person.number)
    identities = Counter(person.identity_number for person in people if person.identity_number)
    rows = []
    for person in people:
        twice = [
            Problem(person.row, name, "people.twice", value)
            for name, value, seen in (
                ("number", person.number, numbers),
                ("identity_number", person.identity_number, identities),
            )
            if seen[value] > 1
        ]
        rows.append(_compared(session, actor, house, person, twice))
    return ComparedPeople(sheet.file, tuple(rows), Counter(row.kind for row in rows))


class _House:
    """Who and what is here, by what a table calls them."""

    def __init__(self, session: Session) -> None:
        departments = session.execute(select(Department.name, Department.id))
        self.departments = {row[0]: row[1] for row in departments}
        found = session.execute(select(Employee.number, Employee.id, Employee.name)).all()
        self.by_number = {row[0]: row[1] for row in found}
        self.names = {row[1]: row[2] for row in found}
        self.by_identity = {
            known.number: employee_id
            for employee_id, known in personal_files.identities(session).items()
            if known.number
        }


def _compared(
    session: Session, actor: Actor, house: _House, person: PersonRow, twice: Sequence[Problem]
) -> ComparedPerson:
    known = (
        house.by_number.get(person.number) if person.number else house.by_identity.get(person.identity_number)
    )
    problems = [*person.problems, *twice, *_problems(house, person, known)]
    if problems:
        return ComparedPerson(person, PersonKind.PROBLEM, known, tuple(problems))
    if known is None:
        return ComparedPerson(person, PersonKind.NEW, None, ())
    before = personal_files.get(session, actor, known)
    kind = PersonKind.SAME if _completed(before, person) == before else PersonKind.COMPLETES
    return ComparedPerson(person, kind, known, ())


def _problems(house: _House, person: PersonRow, known: int | None) -> list[Problem]:
    found = []
    if person.department and person.department not in house.departments:
        found.append(Problem(person.row, "department", "people.department", person.department))
    if not person.number and known is None:
        found.append(Problem(person.row, "number", "people.required", ""))
    if known is not None and person.name and house.names[known] != person.name:
        found.append(Problem(person.row, "name", "people.other_name", house.names[known]))
    owner = house.by_identity.get(person.identity_number)
    if owner is not None and owner != known:
        found.append(Problem(person.row, "identity_number", "people.other_owner", house.names[owner]))
    return found


@requires(Permission.PEOPLE_EDIT)
def apply(
    session: Session,
    actor: Actor,
    sheet: ForeignSheet,
    *,
    command_id: str,
    today: date,
    without_problems: bool = False,
) -> ImportedPeople:
    """Add who is new and complete the files of who is known, in one transaction; a second click does nothing.

    Raises what `compare` raises, "people.problems" (count) unless `without_problems` leaves those rows out,
    "people.nothing" when no row would change anything, and what employees and files refuse.
    """
    found = compare(session, actor, sheet)
    left_out = found.counts.get(PersonKind.PROBLEM, 0)
    if not once(session, command_id):
        return ImportedPeople(0, 0, left_out)
    if left_out and not without_problems:
        raise Refused("people.problems", count=left_out)
    acting = [row for row in found.rows if row.kind in (PersonKind.NEW, PersonKind.COMPLETES)]
    if not acting:
        raise Refused("people.nothing")
    departments = _House(session).departments
    for row in acting:
        employee_id = row.employee_id or _add(session, actor, row.person, departments, today)
        draft = personal_files.get(session, actor, employee_id)
        personal_files.save(session, actor, _completed(draft, row.person), today=today)
    added = sum(row.kind is PersonKind.NEW for row in acting)
    return ImportedPeople(added, len(acting) - added, left_out)


def _add(
    session: Session, actor: Actor, person: PersonRow, departments: Mapping[str, int], today: date
) -> int:
    draft = employees.EmployeeDraft(
        number=person.number,
        name=person.name,
        department_id=departments[person.department],
        post=person.post,
        phone=person.phone,
        hired_on=person.hired_on,
    )
    return employees.save(session, actor, draft, today=today)


def _completed(draft: PersonalFileDraft, person: PersonRow) -> PersonalFileDraft:
    """The file with what the table says where nothing stands yet."""
    made = replace(
        draft,
        identity_number=draft.identity_number or person.identity_number,
        sex=draft.sex or person.sex,
        household_address=draft.household_address or person.household_address,
        home_address=draft.home_address or person.home_address,
    )
    if draft.version is None and person.employment is not None:
        made = replace(made, employment_kind=person.employment)
    first = draft.hired_on or person.hired_on
    if person.card and person.bank and first and not draft.cards:
        made = replace(made, cards=(CardDraft(first, person.bank, person.card),))
    return filled_in(made)
