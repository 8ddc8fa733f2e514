"""Posts: another department, post or grade of an employee writes the next entry; what a paper caused stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from models.people import Department, Employee
from models.personnel import PostEntry
from models.personnel_paper import PersonnelKind, PersonnelPaper
from services import employees, personal_files, post_history
from services.errors import Refused
from services.permissions import Role
from services.personal_drafts import PostDraft
from tests.conftest import TODAY, actor_of_role

CLERK = actor_of_role(Role.CLERK)
PERSON = 1


def test_another_department_is_an_entry_from_today_on_and_the_earlier_post_from_the_day_of_hiring(either, hr):
    with either.write() as session:
        session.add(Department(id=7, code="07", name="市场部"))
        employee = session.get(Employee, PERSON)
        employee.hired_on, employee.post = date(2024, 5, 6), "专员"
    with either.write() as session:
        draft = employees.get(session, hr, PERSON)
        employees.save(session, hr, replace(draft, department_id=7, grade=2), today=TODAY)
    with either.read() as session:
        found = session.scalars(select(PostEntry).order_by(PostEntry.from_on)).all()
        assert [(one.from_on, one.department_id, one.post, one.grade) for one in found] == [
            (date(2024, 5, 6), 1, "专员", 3),
            (TODAY, 7, "专员", 2),
        ]


def test_a_second_change_of_the_day_corrects_the_first_and_a_new_phone_is_no_entry(database, hr):
    for changes in ({"post": "经理"}, {"post": "主管"}, {"phone": "139"}):
        with database.write() as session:
            draft = employees.get(session, hr, PERSON)
            employees.save(session, hr, replace(draft, **changes), today=TODAY)
    with database.read() as session:
        assert [one.post for one in session.scalars(select(PostEntry))] == ["主管"]


def test_who_joins_has_an_entry_from_the_first_day(database, hr):
    new = employees.EmployeeDraft(number="0100", name="新人", department_id=1, hired_on=date(2026, 3, 2))
    with database.write() as session:
        made = employees.save(session, hr, new, today=TODAY)
    with database.read() as session:
        entries = session.scalars(select(PostEntry)).all()
    assert [(one.employee_id, one.from_on) for one in entries] == [(made, date(2026, 3, 2))]


def test_what_a_paper_caused_is_not_typed_over(either):
    with either.write() as session:
        employee = session.get(Employee, PERSON)
        paper = PersonnelPaper(
            number="RS-1",
            kind=PersonnelKind.TRANSFER,
            employee_id=PERSON,
            employee_name=employee.name,
            department_id=1,
            department_name="运营部",
            effective_on=TODAY,
            made_by_id=1,
            made_by_name="陈小雨",
        )
        session.add(paper)
        session.flush()
        before = post_history.standing_of(employee)
        employee.post = "主管"
        post_history.note(session, employee, before, TODAY, reason="竞聘", paper_id=paper.id)
    with either.read() as session:
        draft = personal_files.get(session, CLERK, PERSON)
    assert draft.posts == (PostDraft(TODAY, 1, "主管", 3, "竞聘"),)
    for posts in ((), (replace(draft.posts[0], post="经理"),)):
        with either.write() as session, pytest.raises(Refused) as caught:
            personal_files.save(session, CLERK, replace(draft, posts=posts), today=TODAY)
        assert caught.value.code == "post.of_paper"
    with either.write() as session:
        personal_files.save(session, CLERK, draft, today=TODAY)
