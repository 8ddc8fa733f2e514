"""Personal files 员工档案: the whole file of a person as one draft with its lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from models.people import Employee
from models.personnel import Education, EmploymentKind, HouseholdKind, IdentityKind, PersonalFile, Sex
from services import (
    attachments,
    audit,
    bank_cards,
    dependants,
    health_checks,
    opening_items,
    post_history,
    records,
    special_deductions,
    tax_years,
)
from services.attachments import AttachmentRow
from services.errors import Refused
from services.identity_checks import filled_in
from services.permissions import Actor, Permission, open_to_all, requires
from services.personal_drafts import FIELDS, LISTS, PersonalFileDraft
from services.records import tidy


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a person is to offices: what tax, insurance and bank files ask for ("" and None: not known)."""

    kind: IdentityKind = IdentityKind.ID_CARD
    number: str = ""
    sex: Sex | None = None
    born_on: date | None = None
    nationality: str = "中国"
    employment_kind: EmploymentKind = EmploymentKind.FULL_TIME
    household_kind: HouseholdKind | None = None
    household_address: str = ""
    home_address: str = ""
    email: str = ""
    education: Education | None = None
    started_work_on: date | None = None
    probation_until: date | None = None
    confirmed_on: date | None = None


@open_to_all("a step of services that have checked")
def identities(session: Session) -> Mapping[int, Identity]:
    """The identity of everybody with a file, by employee id; who is not among them has `Identity()`."""
    query = select(
        PersonalFile.employee_id,
        PersonalFile.identity_kind,
        PersonalFile.identity_number,
        PersonalFile.sex,
        PersonalFile.born_on,
        PersonalFile.nationality,
        PersonalFile.employment_kind,
        PersonalFile.household_kind,
        PersonalFile.household_address,
        PersonalFile.home_address,
        PersonalFile.email,
        PersonalFile.education,
        PersonalFile.started_work_on,
        PersonalFile.probation_until,
        PersonalFile.confirmed_on,
    )
    found = session.execute(query)
    return {row[0]: Identity(row[1], row[2] or "", *row[3:]) for row in found}


@requires(Permission.PERSONNEL_SEE)
def get(session: Session, actor: Actor, employee_id: int) -> PersonalFileDraft:
    """The whole file of an employee, empty but for their name while there is none; Refused "record.gone".

    Tax years hold wages: they are left out for who may not see pay.
    """
    employee = records.load(session, Employee, employee_id)
    item = _file_of(session, employee_id)
    draft = PersonalFileDraft(
        id=employee_id,
        version=None if item is None else item.version,
        number=employee.number,
        name=employee.name,
        hired_on=employee.hired_on,
        cards=bank_cards.of_employee(session, employee_id),
        dependants=dependants.of_employee(session, employee_id),
        deductions=special_deductions.of_employee(session, employee_id),
        tax_years=tax_years.of_employee(session, employee_id) if actor.can(Permission.PAYROLL_SEE) else (),
        opening_items=opening_items.of_employee(session, employee_id)
        if actor.can(Permission.PAYROLL_SEE)
        else (),
        posts=post_history.of_employee(session, employee_id),
        health_checks=health_checks.of_employee(session, employee_id),
    )
    if item is None:
        return draft
    own = {name: getattr(item, name) for name in FIELDS}
    return replace(draft, **own | {"identity_number": item.identity_number or ""})


@requires(Permission.PERSONNEL_EDIT)
def save(session: Session, actor: Actor, draft: PersonalFileDraft, *, today: date) -> int:
    """Store the whole file with its lists in one step; returns the employee's id.

    Who may not see pay changes no tax year.
    Sex and birthday are those of the ID card number where they were left empty. `today` decides which card is in force.
    Raises Refused "record.gone", "record.stale", "personal_file.same_number" (identity_number; name, number),
    "personal_file.confirmed", "personal_file.born", and at `<list>.<n>.<column>` what the lists refuse.
    """
    employee = records.load(session, Employee, draft.id)
    item = _expected(session, draft)
    before = {} if item.id is None else _listed(session, employee.id)
    draft = filled_in(draft)
    if not actor.can(Permission.PAYROLL_SEE):
        years, items = (
            tax_years.of_employee(session, employee.id),
            opening_items.of_employee(session, employee.id),
        )
        draft = replace(draft, tax_years=years, opening_items=items)
    _refuse(session, draft)
    for name in FIELDS:
        value = getattr(draft, name)
        setattr(item, name, tidy(value, name) if type(value) is str else value)
    item.identity_number = draft.identity_number or None
    _write_lists(session, employee, draft, today)
    after = _listed(session, employee.id)
    changes = {
        name: [before.get(name, []), after[name]] for name in LISTS if before.get(name, []) != after[name]
    }
    if changes and item.id is not None:
        flag_modified(item, "note")  # the lists are part of the file: its version counts for them too
    audit.record(session, actor, "create" if item.id is None else "edit", item, **changes)
    session.flush()
    return employee.id


@requires(Permission.PERSONNEL_SEE)
def history(session: Session, actor: Actor, employee_id: int) -> list[audit.HistoryRow]:
    """What was done to the file of an employee, newest first; nothing while there is none."""
    item = _file_of(session, employee_id)
    return [] if item is None else audit.history(session, actor, PersonalFile.__tablename__, item.id)


@requires(Permission.PERSONNEL_SEE)
def scans(session: Session, actor: Actor, employee_id: int) -> tuple[int | None, list[AttachmentRow]]:
    """The id of an employee's file, None while there is none, and the scans in it: identity card, health checks, diplomas."""
    item = _file_of(session, employee_id)
    if item is None:
        return None, []
    return item.id, attachments.of(session, actor, PersonalFile.__tablename__, item.id)


@requires(Permission.PERSONNEL_SEE)
def last_by(session: Session, actor: Actor, employee_id: int) -> str:
    """Who changed the file last, "" when nobody did."""
    acts = history(session, actor, employee_id)
    return acts[0].user_name if acts else ""


def _file_of(session: Session, employee_id: int) -> PersonalFile | None:
    return session.scalar(select(PersonalFile).where(PersonalFile.employee_id == employee_id))


def _expected(session: Session, draft: PersonalFileDraft) -> PersonalFile:
    item = _file_of(session, draft.id)
    if item is None:
        return PersonalFile(employee_id=draft.id)
    if item.version != draft.version:
        raise Refused("record.stale")
    return item


def _refuse(session: Session, draft: PersonalFileDraft) -> None:
    if draft.born_on and draft.hired_on and draft.born_on >= draft.hired_on:
        raise Refused("personal_file.born", field="born_on")
    if draft.confirmed_on and draft.hired_on and draft.confirmed_on < draft.hired_on:
        raise Refused("personal_file.confirmed", field="confirmed_on")
    number = draft.identity_number
    if not number:
        return
    other = session.execute(
        select(Employee.name, Employee.number)
        .join(PersonalFile, PersonalFile.employee_id == Employee.id)
        .where(PersonalFile.identity_kind == draft.identity_kind, PersonalFile.identity_number == number)
        .where(Employee.id != draft.id)
    ).first()
    if other is not None:
        raise Refused("personal_file.same_number", field="identity_number", name=other[0], number=other[1])


def _write_lists(session: Session, employee: Employee, draft: PersonalFileDraft, today: date) -> None:
    """Parents before what refers to them, and gone after it."""
    family = dependants.wanted(draft.dependants)
    dependants.add(session, employee.id, family)
    special_deductions.write(session, employee.id, draft.deductions)
    dependants.drop(session, employee.id, family)
    bank_cards.write(session, employee, draft.cards, today)
    tax_years.write(session, employee.id, draft.tax_years, draft.opening_items)
    post_history.write(session, employee.id, draft.posts)
    health_checks.write(session, employee.id, draft.health_checks)


def _listed(session: Session, employee_id: int) -> dict[str, list[str]]:
    """The lists as the history shows them, a line each."""
    departments = post_history.department_names(session)
    return {
        "cards": [_line(one.from_on, one.bank_name, one.number, one.note) for one in bank_cards.of_employee(session, employee_id)],
        "dependants": [_line(*astuple(one)) for one in dependants.of_employee(session, employee_id)],
        "deductions": [_line(*astuple(one)) for one in special_deductions.of_employee(session, employee_id)],
        "tax_years": [_line(*astuple(one)) for one in tax_years.of_employee(session, employee_id)],
        "opening_items": [_line(*astuple(one)) for one in opening_items.of_employee(session, employee_id)],
        "posts": [_line(one.from_on, departments.get(one.department_id or 0, ""), one.post, one.grade, one.reason) for one in post_history.of_employee(session, employee_id)],
        "health_checks": [_line(*astuple(one)) for one in health_checks.of_employee(session, employee_id)],
    }  # fmt: skip


def _line(*parts: object) -> str:
    shown = (
        f"{part:.2f}" if isinstance(part, Decimal) else str(part)
        for part in parts
        if part not in (None, "", False)
    )
    return " ".join(shown)
