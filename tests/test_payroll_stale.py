"""A draft that is out of date is not passed on as checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.approval import ApprovalRule, ApproverKind
from models.payroll import PayrollLine, RunState
from models.user import Role
from services import payroll_states
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from tests import payrolls

NOVEMBER, DUE, OCTOBER = date(2026, 11, 1), date(2026, 11, 6), date(2026, 10, 1)
PEOPLE = [
    lambda database, person: payrolls.rate(database, person, "base", "15000", OCTOBER),
    lambda database, person: payrolls.attend(database, person, OCTOBER, worked=1900, absent=200),
    lambda database, _person: payrolls.hire(database, "新人", hired=date(2026, 10, 12)),
    lambda database, person: payrolls.once_only(database, person, NOVEMBER, "bonus", "300"),
    lambda database, person: payrolls.deduct(database, person, "2000"),
]


def _check(database: Database, clerk: Actor, run: int) -> int:
    version = payrolls.run_of(database, run).version
    with database.write() as session:
        return payroll_states.check(session, clerk, run, version, payrolls.command(), DUE)


def _lines(database: Database, run: int) -> list[tuple[int, Decimal]]:
    with database.read() as session:
        query = select(PayrollLine.id, PayrollLine.net).where(PayrollLine.run_id == run)
        return [(one, net) for one, net in session.execute(query)]


@pytest.mark.parametrize("change", PEOPLE)
def test_what_changed_since_keeps_it_a_draft_until_it_is_reckoned_again(
    either: Database, clerk: Actor, change: Callable[[Database, int], object]
) -> None:
    payrolls.begin(either)
    person = payrolls.hire(either, "甲")
    payrolls.hire(either, "乙")
    run = payrolls.make(either, clerk, NOVEMBER)
    before = _lines(either, run)
    change(either, person)
    with pytest.raises(Refused) as refusal:
        _check(either, clerk, run)
    assert (refusal.value.code, refusal.value.values) == ("payroll.stale", {"count": 1})
    assert _lines(either, run) == before
    payrolls.recompute(either, clerk, run)
    _check(either, clerk, run)
    assert payrolls.run_of(either, run).state == RunState.CHECKED


def test_a_checked_sheet_that_is_out_of_date_is_not_submitted(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "甲")
    with database.write() as session:
        session.add(
            ApprovalRule(level=1, label="经理", approver=ApproverKind.ROLE, role=Role.MANAGER, amount_from=Decimal(0))
        )  # fmt: skip
    run = payrolls.make(database, clerk, NOVEMBER)
    _check(database, clerk, run)
    payrolls.rate(database, person, "base", "15000", OCTOBER)
    version = payrolls.run_of(database, run).version
    with database.write() as session, pytest.raises(Refused, match=r"payroll\.stale"):
        payroll_states.submit(session, clerk, run, version, payrolls.command(), DUE)
