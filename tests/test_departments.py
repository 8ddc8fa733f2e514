"""Departments: saved, refused, removed, chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.user import Role
from services import audit, departments, registers
from services.departments import REGISTER, DepartmentDraft
from services.errors import Refused
from services.registers import Query
from tests.conftest import TODAY, actor_of_role

ADMINISTRATOR = actor_of_role(Role.ADMINISTRATOR)
MARKET = DepartmentDraft(code="02", name="市场部", parent_id=1, head_id=2)


def save(database, draft):
    with database.write() as session:
        return departments.save(session, ADMINISTRATOR, draft)


def get(database, department_id):
    with database.read() as session:
        return departments.get(session, ADMINISTRATOR, department_id)


def test_a_department_comes_back_as_it_was_saved(database):
    saved = save(database, replace(MARKET, name="  市场\t 部 "))
    assert get(database, saved) == replace(MARKET, id=saved, version=1, name="市场 部")


def test_a_change_is_written_into_the_history(database):
    saved = save(database, MARKET)
    save(database, replace(get(database, saved), name="商务部"))
    with database.read() as session:
        history = audit.history(session, ADMINISTRATOR, "department", saved)
    assert [row.action for row in history] == ["edit", "create"]
    assert history[0].changes["name"] == ["市场部", "商务部"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"code": " "}, "record.required", "code"),
        ({"name": "\u200b"}, "record.required", "name"),
        ({"name": "长" * 501}, "record.too_long", "name"),
        ({"code": "01"}, "record.taken", "code"),
        ({"name": "运营部"}, "record.taken", "name"),
        ({"head_id": 999}, "record.gone", "head_id"),
        ({"parent_id": 999}, "record.gone", "parent_id"),
    ],
)
def test_what_cannot_be_saved_is_refused_at_its_field(database, changes, code, field):
    with pytest.raises(Refused) as refused:
        save(database, replace(MARKET, **changes))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_department_never_belongs_to_itself(database):
    saved = save(database, MARKET)
    with pytest.raises(Refused, match=r"department\.cycle"):
        save(database, replace(get(database, 1), parent_id=saved))
    with pytest.raises(Refused, match=r"department\.cycle"):
        save(database, replace(get(database, 1), parent_id=1))


def test_the_second_of_two_editors_is_told(database):
    saved = save(database, MARKET)
    seen = get(database, saved)
    save(database, replace(seen, name="商务部"))
    with pytest.raises(Refused, match=r"record\.stale"):
        save(database, replace(seen, name="销售部"))
    assert get(database, saved).name == "商务部"


def test_one_in_use_becomes_inactive_and_an_unused_one_goes(database):
    saved = save(database, MARKET)
    with database.write() as session:
        assert departments.remove(session, ADMINISTRATOR, saved, 1)
        assert not departments.remove(session, ADMINISTRATOR, 1, 1)
    assert not get(database, 1).active
    with pytest.raises(Refused, match=r"record\.gone"):
        get(database, saved)


def test_only_active_departments_are_offered(database):
    saved = save(database, replace(MARKET, active=False))
    with database.read() as session:
        offered = departments.choices(session, ADMINISTRATOR)
        counts = registers.chip_counts(session, ADMINISTRATOR, REGISTER, TODAY)
    assert [(one.label, one.hint) for one in offered] == [("运营部", "01")]
    assert saved
    assert counts == {"active": 1, "all": 2, "headless": 1}


def test_the_list_shows_parent_and_head_by_name(database):
    save(database, MARKET)
    with database.read() as session:
        found = registers.window(session, ADMINISTRATOR, REGISTER, Query(TODAY, text="scb"), 0, 10)
    assert [row[1:] for row in found] == [("02", "市场部", "运营部", "刘芳", True)]
