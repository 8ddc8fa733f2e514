"""Approval rules: saved, refused, removed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from models.approval import ApproverKind
from models.user import Role
from services import approval_rules, registers
from services.approval_rules import REGISTER, ApprovalRuleDraft
from services.errors import Refused
from services.registers import Query
from tests.conftest import TODAY, actor_of_role

ADMINISTRATOR = actor_of_role(Role.ADMINISTRATOR)
MANAGER_USER = 4
HEAD = ApprovalRuleDraft(label="部门审批", amount_from=Decimal("0.00"))
BOSS = ApprovalRuleDraft(
    label="总经理", level=2, approver=ApproverKind.USER, user_id=MANAGER_USER, amount_from=Decimal("5000.00")
)


def save(database, draft):
    with database.write() as session:
        return approval_rules.save(session, ADMINISTRATOR, draft)


@pytest.mark.parametrize(
    "draft",
    [
        HEAD,
        BOSS,
        replace(HEAD, approver=ApproverKind.ROLE, role=Role.MANAGER, paper_kind="advance", department_id=1),
    ],
)
def test_a_rule_comes_back_as_saved(database, draft):
    saved = save(database, draft)
    with database.read() as session:
        found = approval_rules.get(session, ADMINISTRATOR, saved)
    assert found == replace(draft, id=saved, version=1)


def test_only_the_approver_of_its_kind_is_kept(database):
    saved = save(database, replace(HEAD, user_id=MANAGER_USER, role=Role.MANAGER))
    with database.read() as session:
        found = approval_rules.get(session, ADMINISTRATOR, saved)
    assert (found.user_id, found.role) == (None, None)


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (replace(HEAD, label=""), "record.required", "label"),
        (replace(HEAD, level=0), "approval_rule.level", "level"),
        (replace(HEAD, level=10), "approval_rule.level", "level"),
        (replace(HEAD, paper_kind="payroll"), "approval_rule.paper_kind", "paper_kind"),
        (replace(HEAD, amount_from=Decimal(-1)), "approval_rule.amount", "amount_from"),
        (replace(BOSS, user_id=None), "record.required", "user_id"),
        (replace(BOSS, user_id=1), "approval_rule.cannot_decide", "user_id"),
        (replace(HEAD, approver=ApproverKind.ROLE), "record.required", "role"),
        (replace(HEAD, approver=ApproverKind.ROLE, role=Role.AUDITOR), "approval_rule.cannot_decide", "role"),
        (replace(HEAD, department_id=99), "record.gone", "department_id"),
        (replace(HEAD, project_id=99), "record.gone", "project_id"),
    ],
)
def test_what_cannot_be_saved_is_refused_at_its_field(database, draft, code, field):
    with pytest.raises(Refused) as refused:
        save(database, draft)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_only_who_may_decide_is_offered(database):
    with database.read() as session:
        offered = approval_rules.user_choices(session, ADMINISTRATOR)
    assert [one.label for one in offered] == ["王建国"]


def test_rules_are_listed_by_level_and_removed(database):
    second = save(database, BOSS)
    save(database, HEAD)
    with database.read() as session:
        found = registers.window(session, ADMINISTRATOR, REGISTER, Query(TODAY, chip="active"), 0, 5)
    assert [(row[2], row[3], row[4]) for row in found] == [
        ("部门审批", "", Decimal("0.00")),
        ("总经理", "", Decimal("5000.00")),
    ]
    assert found[1][6] == "王建国"
    with database.write() as session:
        assert approval_rules.remove(session, ADMINISTRATOR, second, 1)
