"""Pay dated back: what it moves in months that were paid comes as corrections of the open month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.approval import ApprovalRule, ApproverKind, DecidedKind, Decision
from models.pay import AdjustmentCause, PayRate
from models.payroll import RunKind, RunState
from models.people import Employee
from models.user import Role
from services import office_papers, pay_adjustments, pay_rates, payroll_checks
from services.database import Database, Session
from services.errors import Refused
from services.permissions import Actor
from tests import payrolls
from tests.test_payroll_states import DUE, walk

NOVEMBER, DECEMBER, OCTOBER = date(2026, 11, 1), date(2026, 12, 1), date(2026, 10, 1)


def _locked(database: Database, clerk: Actor, manager: Actor, cashier: Actor, *names: str) -> list[int]:
    payrolls.begin(database)
    people = [payrolls.hire(database, name) for name in names]
    with database.write() as session:
        session.add(
            ApprovalRule(level=1, label="经理", approver=ApproverKind.ROLE, role=Role.MANAGER, amount_from=Decimal(0))
        )  # fmt: skip
    run = payrolls.make(database, clerk, NOVEMBER)
    walk(database, run, clerk, manager, cashier, RunState.LOCKED)
    return people


def _apply(database: Database, actor: Actor, person: int, amount: int, from_on: date) -> None:
    with database.write() as session:
        base = payrolls.component(session, "base")
        pay_rates.apply(
            session, actor, person, {base: Decimal(amount)}, from_on=from_on, reason="调薪", paper_id=None
        )


def test_a_raise_from_before_a_locked_month_is_made_good(
    either: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    person, other = _locked(either, clerk, manager, cashier, "甲", "乙")
    _apply(either, clerk, person, 12000, date(2026, 9, 1))
    with either.read() as session:
        (line,) = pay_adjustments.of_month(session, clerk, DECEMBER)
    assert (line.employee_id, line.amount, line.of_month) == (person, Decimal(2000), NOVEMBER)
    assert line.cause == AdjustmentCause.ARREARS
    run = payrolls.make(either, clerk, DECEMBER)
    assert payrolls.line_of(either, run, person).gross == Decimal(14000)
    assert payrolls.line_of(either, run, other).gross == Decimal(10000)


def test_a_raise_within_a_locked_month_counts_for_its_paid_days(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    (person,) = _locked(database, clerk, manager, cashier, "甲")
    _apply(database, clerk, person, 12000, date(2026, 10, 19))
    with database.read() as session:
        (line,) = pay_adjustments.of_month(session, clerk, DECEMBER)
    # October 2026 has twenty paid days; ten of them from the 19th on
    whole = payrolls.line_of(database, payrolls.make(database, clerk, DECEMBER), person)
    assert line.amount == Decimal(1000)
    assert whole.gross == Decimal(13000)


def test_a_raise_of_the_open_month_owes_nothing(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    (person,) = _locked(database, clerk, manager, cashier, "甲")
    _apply(database, clerk, person, 12000, date(2026, 11, 1))
    with database.read() as session:
        assert pay_adjustments.of_month(session, clerk, DECEMBER) == []


def test_two_changes_add_up_and_a_cut_takes_back(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    (person,) = _locked(database, clerk, manager, cashier, "甲")
    _apply(database, clerk, person, 12000, OCTOBER)
    _apply(database, clerk, person, 9000, OCTOBER)
    with database.read() as session:
        lines = pay_adjustments.of_month(session, clerk, DECEMBER)
        assert session.query(PayRate).filter_by(employee_id=person).count() == 2
    assert [line.amount for line in lines] == [Decimal(2000), Decimal(-3000)]


def _warned(database: Database, clerk: Actor) -> list[tuple[object, ...]]:
    run = payrolls.make(database, clerk, DECEMBER)
    with database.read() as session:
        found = payroll_checks.checks(session, clerk, run, DECEMBER)
    return [(c.employee_id, c.values["month"]) for c in found if c.code == "payroll_settled_otherwise"]


def test_a_last_day_moved_back_into_a_locked_month_is_pointed_out(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    left, _stays = _locked(database, clerk, manager, cashier, "甲", "乙")
    with database.write() as session:
        session.get_one(Employee, left).left_on = date(2026, 10, 15)
    assert _warned(database, clerk) == [(left, "2026-11")]


def test_a_joining_dated_back_into_a_locked_month_is_pointed_out_until_it_is_corrected(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    _locked(database, clerk, manager, cashier, "甲")
    late = payrolls.hire(database, "晚报", hired=date(2026, 10, 12))
    assert _warned(database, clerk) == [(late, "2026-11")]
    with database.write() as session:
        draft = pay_adjustments.AdjustmentDraft(
            month=DECEMBER, employee_id=late, component_id=payrolls.component(session, "correction"),
            amount=Decimal(7500), of_month=NOVEMBER, note="十月入职补发",
        )  # fmt: skip
        pay_adjustments.save(session, clerk, draft)
    with database.read() as session:
        run = payroll_checks.checks(session, clerk, 2, DECEMBER)
    assert "payroll_settled_otherwise" not in {c.code for c in run}


def test_a_line_for_a_month_long_settled_is_refused_and_names_the_open_one(
    either: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    (person,) = _locked(either, clerk, manager, cashier, "甲")
    with either.write() as session, pytest.raises(Refused) as refusal:
        pay_adjustments.save(session, clerk, _line(session, person, OCTOBER))
    assert (refusal.value.code, refusal.value.field) == ("pay_adjustment.settled", "month")
    assert refusal.value.values == {"month": "2026-10", "open": "2026-12"}


def test_a_line_for_the_month_just_locked_waits_for_a_supplement_and_is_not_forgotten(
    either: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    (person,) = _locked(either, clerk, manager, cashier, "甲")
    with either.write() as session:
        pay_adjustments.save(session, clerk, _line(session, person, NOVEMBER))
    run = payrolls.make(either, clerk, DECEMBER)
    with either.read() as session:
        found = {c.code: c.values for c in payroll_checks.checks(session, clerk, run, DECEMBER)}
    assert found["payroll_forgotten"] == {"month": "2026-11", "count": 1}
    payrolls.remove(either, clerk, run)
    more = payrolls.make(either, clerk, NOVEMBER, RunKind.SUPPLEMENT)
    assert payrolls.line_of(either, more, person).gross == Decimal(500)


def _line(session: Session, person: int, month: date) -> pay_adjustments.AdjustmentDraft:
    return pay_adjustments.AdjustmentDraft(
        month=month, employee_id=person, component_id=payrolls.component(session, "bonus"),
        amount=Decimal(500), note="补发",
    )  # fmt: skip


def _left_the_office(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor, state: RunState
) -> tuple[int, int]:
    payrolls.begin(database)
    person = payrolls.hire(database, "甲")
    with database.write() as session:
        session.add(
            ApprovalRule(level=1, label="经理", approver=ApproverKind.ROLE, role=Role.MANAGER, amount_from=Decimal(0))
        )  # fmt: skip
    run = payrolls.make(database, clerk, NOVEMBER)
    walk(database, run, clerk, manager, cashier, state)
    return person, run


@pytest.mark.parametrize("state", [RunState.SUBMITTED, RunState.APPROVED])
def test_a_raise_into_a_sheet_on_its_way_to_the_bank_is_made_good_in_the_next_month(
    either: Database, clerk: Actor, manager: Actor, cashier: Actor, state: RunState
) -> None:
    person, run = _left_the_office(either, clerk, manager, cashier, state)
    _apply(either, clerk, person, 12000, OCTOBER)
    assert payrolls.line_of(either, run, person).gross == Decimal(10000)  # what is being decided stays
    with either.read() as session:
        (line,) = pay_adjustments.of_month(session, clerk, DECEMBER)
    assert (line.amount, line.of_month, line.cause) == (Decimal(2000), NOVEMBER, AdjustmentCause.ARREARS)
    if state == RunState.APPROVED:
        later = payrolls.make(either, clerk, DECEMBER)
        assert payrolls.line_of(either, later, person).gross == Decimal(14000)


def test_a_sheet_that_came_back_takes_the_raise_itself_and_nothing_is_paid_twice(
    either: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    person, run = _left_the_office(either, clerk, manager, cashier, RunState.SUBMITTED)
    later = payrolls.make(either, clerk, DECEMBER)
    _apply(either, clerk, person, 12000, OCTOBER)
    payrolls.recompute(either, clerk, later)
    assert payrolls.line_of(either, later, person).gross == Decimal(14000)
    with either.write() as session:
        office_papers.decide(
            session, manager, DecidedKind.PAYROLL_RUN, run, payrolls.run_of(either, run).version, Decision.RETURN,
            reason="调薪未计", command_id=payrolls.command(), today=DUE,
        )  # fmt: skip
    payrolls.recompute(either, clerk, run)  # and the draft behind it with it
    assert payrolls.line_of(either, run, person).gross == Decimal(12000)
    assert payrolls.line_of(either, later, person).gross == Decimal(12000)
    with either.read() as session:
        assert pay_adjustments.of_month(session, clerk, DECEMBER) == []


def test_a_line_the_program_wrote_stays_its_own_when_its_note_is_changed(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    person, _run = _left_the_office(database, clerk, manager, cashier, RunState.APPROVED)
    _apply(database, clerk, person, 12000, OCTOBER)
    with database.write() as session:
        (line,) = pay_adjustments.of_month(session, clerk, DECEMBER)
        draft = pay_adjustments.AdjustmentDraft(
            id=line.id, version=line.version, month=DECEMBER, employee_id=person, component_id=line.component_id,
            amount=line.amount, of_month=NOVEMBER, note="十月调薪",
        )  # fmt: skip
        pay_adjustments.save(session, clerk, draft)
    with database.read() as session:
        (line,) = pay_adjustments.of_month(session, clerk, DECEMBER)
    assert (line.cause, line.note) == (AdjustmentCause.ARREARS, "十月调薪")
