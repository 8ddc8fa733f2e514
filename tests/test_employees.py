"""Employees: saved, refused, removed, chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.user import Role
from services import employees, post_history, registers
from services.employees import REGISTER, EmployeeDraft
from services.errors import Refused
from services.registers import Query
from tests.conftest import TODAY, actor_of_role

HR = actor_of_role(Role.HR)
LI = EmployeeDraft(
    number="0031",
    name="李文静",
    department_id=1,
    post="测绘员",
    phone="13800138000",
    bank_name="中国银行",
    bank_account="6222020000000000000",
    hired_on=date(2021, 3, 1),
)


def save(database, draft):
    with database.write() as session:
        return employees.save(session, HR, draft)


def test_an_employee_comes_back_as_saved(database):
    saved = save(database, replace(LI, bank_account="6222 0200 0000 0000 000"))
    with database.read() as session:
        assert employees.get(session, HR, saved) == replace(LI, id=saved, version=1)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"number": ""}, "record.required", "number"),
        ({"name": "  "}, "record.required", "name"),
        ({"department_id": None}, "record.required", "department_id"),
        ({"department_id": 77}, "record.gone", "department_id"),
        ({"number": "0001"}, "record.taken", "number"),
        ({"left_on": date(2021, 2, 28)}, "employee.left_before_hired", "left_on"),
    ],
)
def test_what_cannot_be_saved_is_refused_at_its_field(database, changes, code, field):
    with pytest.raises(Refused) as refused:
        save(database, replace(LI, **changes))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_doubtful_card_number_is_only_a_doubt(database):
    doubtful = replace(LI, bank_account="6222021234567890")
    assert employees.doubts(doubtful) == {"bank_account": "check_digit"}
    assert employees.doubts(LI) == employees.doubts(replace(LI, bank_account="")) == {}
    assert save(database, doubtful)


def test_who_has_left_is_neither_offered_nor_counted_as_here(database):
    gone = save(database, replace(LI, left_on=date(2026, 3, 11)))
    leaving = save(database, replace(LI, number="0032", left_on=date(2026, 3, 31)))
    with database.read() as session:
        offered = {one.id for one in employees.choices(session, HR, today=TODAY)}
        without_day = {one.id for one in employees.choices(session, HR)}
        counts = registers.chip_counts(session, HR, REGISTER, TODAY)
    assert gone not in offered
    assert leaving in offered
    assert leaving not in without_day
    assert counts == {"here": 7, "gone": 1, "all": 8, "no_account": 6}


def test_somebody_with_papers_or_an_account_stays(database):
    saved = save(database, LI)
    with database.write() as session:
        assert employees.remove(session, HR, saved, 1)
    with pytest.raises(Refused, match=r"record\.in_use"), database.write() as session:
        employees.remove(session, HR, 1, 1)
    with database.read() as session:
        assert employees.get(session, HR, 1).name == "陈小雨"


@pytest.mark.parametrize("text", ["李文静", "lwj", "0031", "测绘", "138001"])
def test_an_employee_is_found_by_name_pinyin_number_post_and_phone(database, text):
    saved = save(database, LI)
    with database.read() as session:
        found = registers.window(session, HR, REGISTER, Query(TODAY, text=text), 0, 10)
    assert [(row[0], row[3]) for row in found] == [(saved, "运营部")]


def test_what_is_changed_without_a_paper_is_kept_as_corrected_by_hand(database):
    saved = save(database, LI)

    def change(day: date, **changes: object) -> None:
        with database.write() as session:
            draft = replace(employees.get(session, HR, saved), **changes)
            employees.save(session, HR, draft, today=day)

    change(date(2026, 3, 2), phone="13900000000")
    change(date(2026, 3, 3), post="项目经理", grade=2)
    change(date(2026, 3, 4), hired_on=date(2021, 4, 1), left_on=date(2026, 6, 30))
    with database.read() as session:
        found = [(one.from_on, one.post, one.reason) for one in post_history.of_employee(session, saved)]
    assert found == [
        (date(2026, 3, 4), "项目经理", "手工更正：入职日期 2021-03-01→2021-04-01，离职日期 空→2026-06-30"),
        (date(2026, 3, 3), "项目经理", "手工更正"),
        (date(2021, 3, 1), "测绘员", ""),
    ]
