"""Expense categories: saved, refused, removed, chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.user import Role
from services import expense_categories, registers
from services.errors import Refused
from services.expense_categories import REGISTER, ExpenseCategoryDraft
from services.registers import Query
from tests.conftest import TODAY, actor_of_role

ADMINISTRATOR = actor_of_role(Role.ADMINISTRATOR)
TRAVEL = ExpenseCategoryDraft(code="travel", name="交通", position=1)


def save(database, draft):
    with database.write() as session:
        return expense_categories.save(session, ADMINISTRATOR, draft)


def test_a_category_comes_back_as_saved(database):
    saved = save(database, TRAVEL)
    with database.read() as session:
        found = expense_categories.get(session, ADMINISTRATOR, saved)
    assert found == replace(TRAVEL, id=saved, version=1)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"code": ""}, "record.required", "code"),
        ({"name": ""}, "record.required", "name"),
        ({"position": -1}, "expense_category.position", "position"),
        ({"position": 10_000}, "expense_category.position", "position"),
    ],
)
def test_what_cannot_be_saved_is_refused_at_its_field(database, changes, code, field):
    with pytest.raises(Refused) as refused:
        save(database, replace(TRAVEL, **changes))
    assert (refused.value.code, refused.value.field) == (code, field)


@pytest.mark.parametrize("field", ["code", "name"])
def test_code_and_name_are_given_once(database, field):
    save(database, TRAVEL)
    other = {"code": "name", "name": "code"}[field]
    with pytest.raises(Refused) as refused:
        save(database, replace(TRAVEL, **{other: "另一个"}))
    assert (refused.value.code, refused.value.field) == ("record.taken", field)


def test_categories_are_offered_in_their_order(database):
    save(database, replace(TRAVEL, position=2))
    save(database, ExpenseCategoryDraft(code="stay", name="住宿", position=1))
    save(database, ExpenseCategoryDraft(code="old", name="旧类别", active=False))
    with database.read() as session:
        offered = [one.label for one in expense_categories.choices(session, ADMINISTRATOR)]
        found = registers.window(session, ADMINISTRATOR, REGISTER, Query(TODAY, chip="active"), 0, 5)
    assert offered == ["住宿", "交通"]
    assert [row[3] for row in found] == offered


def test_an_unused_category_goes(database):
    saved = save(database, TRAVEL)
    with database.write() as session:
        assert expense_categories.remove(session, ADMINISTRATOR, saved, 1)
    with pytest.raises(Refused, match=r"record\.gone"), database.write() as session:
        expense_categories.remove(session, ADMINISTRATOR, saved, 1)
