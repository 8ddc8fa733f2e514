"""A formula that cannot be reckoned is refused at its field when it is saved, not in the middle of the month's sheet."""

from __future__ import annotations

import pytest

from models.pay import ComponentKind
from services import pay_components
from services.database import Database
from services.errors import Refused
from services.pay_components import PayComponentDraft
from services.permissions import Actor
from tests import payrolls


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("100/0", "formula.division_by_zero"),
        ("100/(3-3)", "formula.division_by_zero"),
        ("100/缺勤天数", "formula.division_by_zero"),
        ("99999999999999*99999999999999", "formula.too_large"),
    ],
)
def test_what_cannot_be_reckoned_is_refused_at_the_formula(
    database: Database, clerk: Actor, formula: str, code: str
) -> None:
    payrolls.begin(database)
    draft = PayComponentDraft(code="x", name="甲项", kind=ComponentKind.FORMULA, formula=formula)
    with database.write() as session, pytest.raises(Refused) as refusal:
        pay_components.save(session, clerk, draft)
    assert (refusal.value.code, refusal.value.field) == (code, "formula")


@pytest.mark.parametrize(
    "formula", ["基本工资/应出勤天数*缺勤天数", "标准*2", "基本工资 × 0.03", "缺勤天数/21.75"]
)
def test_what_can_be_reckoned_is_kept(database: Database, clerk: Actor, formula: str) -> None:
    payrolls.begin(database)
    draft = PayComponentDraft(code="x", name="甲项", kind=ComponentKind.FORMULA, formula=formula)
    with database.write() as session:
        assert pay_components.save(session, clerk, draft)
