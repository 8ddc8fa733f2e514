"""The way of a payroll sheet: checked, approved, paid, locked; two people at once, double clicks, who may do what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from models.approval import ApprovalRule, ApproverKind, DecidedKind, Decision
from models.audit import AuditEntry
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.user import Role
from services import audit, audit_key, office_papers, payroll_runs, payroll_states
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from tests import payrolls
from ui.errors import sentence

NOVEMBER, DUE = date(2026, 11, 1), date(2026, 11, 6)


@pytest.fixture
def paid(either: Database, clerk: Actor) -> tuple[Database, int]:
    """A draft of November with one person on it, and a manager who decides."""
    return either, _draft(either, clerk)


def _draft(database: Database, clerk: Actor) -> int:
    payrolls.begin(database)
    payrolls.hire(database, "王雪")
    with database.write() as session:
        session.add(
            ApprovalRule(level=1, label="经理", approver=ApproverKind.ROLE, role=Role.MANAGER, amount_from=Decimal(0))
        )  # fmt: skip
    return payrolls.make(database, clerk, NOVEMBER)


def walk(database: Database, run: int, clerk: Actor, manager: Actor, cashier: Actor, until: RunState) -> None:
    """Take a draft as far as a state."""
    steps = (
        (RunState.CHECKED, lambda s, v: payroll_states.check(s, clerk, run, v, payrolls.command(), DUE)),
        (RunState.SUBMITTED, lambda s, v: payroll_states.submit(s, clerk, run, v, payrolls.command(), DUE)),
        (RunState.APPROVED, lambda s, v: _approve(s, manager, run, v)),
        (RunState.PAID, lambda s, v: payroll_states.pay(
            s, cashier, run, v, paid_on=DUE, command_id=payrolls.command(), today=DUE)),
        (RunState.LOCKED, lambda s, v: payroll_states.lock(s, clerk, run, v, payrolls.command())),
    )  # fmt: skip
    for state, step in steps:
        version = payrolls.run_of(database, run).version
        with database.write() as session:
            step(session, version)
        assert payrolls.run_of(database, run).state == state
        if state == until:
            return


def _approve(session, manager: Actor, run: int, version: int) -> int:  # type: ignore[no-untyped-def]  # a step of `walk`
    return office_papers.decide(
        session, manager, DecidedKind.PAYROLL_RUN, run, version, Decision.APPROVE,
        reason="", command_id=payrolls.command(), today=DUE,
    )  # fmt: skip


def test_a_sheet_goes_all_the_way_and_then_nothing_moves_it(
    paid: tuple[Database, int], clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    database, run = paid
    walk(database, run, clerk, manager, cashier, RunState.LOCKED)
    stored = payrolls.run_of(database, run)
    assert (stored.paid_on, stored.holder_name) == (DUE, "")
    with database.write() as session, pytest.raises(Refused, match=r"payroll\.not_editable"):
        payroll_runs.recompute(session, clerk, run, stored.version, DUE)
    with pytest.raises(Refused, match=r"payroll\.not_editable"), database.write() as session:
        session.execute(update(PayrollLine).where(PayrollLine.run_id == run).values(net=Decimal(1)))
    with pytest.raises(Refused, match=r"payroll\.not_editable"), database.write() as session:
        session.execute(update(PayrollRun).where(PayrollRun.id == run).values(net=Decimal(1)))
    with database.write() as session, pytest.raises(Refused, match=r"payroll\.wrong_state"):
        payroll_states.reopen(session, clerk, run, stored.version, payrolls.command())


def test_the_audit_carries_counts_and_never_an_amount(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    run = _draft(database, clerk)
    walk(database, run, clerk, manager, cashier, RunState.LOCKED)
    with database.read() as session:
        told = [
            str(changes)
            for changes in session.scalars(select(AuditEntry.changes).filter_by(record_kind="payroll_run"))
        ]
        assert audit.verify_chain(session, audit_key.of(database.folder)).ok
    assert len(told) >= 6
    assert not [words for words in told if "10000" in words or "9850" in words]


def test_a_return_makes_it_a_draft_again(
    paid: tuple[Database, int], clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    database, run = paid
    walk(database, run, clerk, manager, cashier, RunState.SUBMITTED)
    with database.write() as session:
        office_papers.decide(
            session, manager, DecidedKind.PAYROLL_RUN, run, payrolls.run_of(database, run).version, Decision.RETURN,
            reason="绩效不对", command_id=payrolls.command(), today=DUE,
        )  # fmt: skip
    assert payrolls.run_of(database, run).state == RunState.DRAFT
    assert payrolls.recompute(database, clerk, run)


def test_a_sheet_being_decided_can_be_taken_back(
    paid: tuple[Database, int], clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    database, run = paid
    walk(database, run, clerk, manager, cashier, RunState.SUBMITTED)
    with database.write() as session:
        payroll_states.withdraw(
            session,
            clerk,
            run,
            payrolls.run_of(database, run).version,
            reason="漏人",
            command_id=payrolls.command(),
        )
    assert payrolls.run_of(database, run).state == RunState.CHECKED
    with database.write() as session:
        payroll_states.reopen(session, clerk, run, payrolls.run_of(database, run).version, payrolls.command())
    assert payrolls.run_of(database, run).state == RunState.DRAFT


def test_of_two_people_at_once_one_wins(paid: tuple[Database, int], clerk: Actor) -> None:
    database, run = paid
    version = payrolls.run_of(database, run).version
    with database.write() as session:
        payroll_states.check(session, clerk, run, version, payrolls.command(), DUE)
    with database.write() as session, pytest.raises(Refused, match=r"record\.stale"):
        payroll_states.check(session, clerk, run, version, payrolls.command(), DUE)
    with database.write() as session, pytest.raises(Refused, match=r"record\.stale"):
        payroll_runs.recompute(session, clerk, run, version, DUE)


def test_a_double_click_pays_once(
    paid: tuple[Database, int], clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    database, run = paid
    walk(database, run, clerk, manager, cashier, RunState.APPROVED)
    version, click = payrolls.run_of(database, run).version, payrolls.command()
    versions = []
    for _ in range(2):
        with database.write() as session:
            versions.append(
                payroll_states.pay(session, cashier, run, version, paid_on=DUE, command_id=click, today=DUE)
            )
    assert versions[0] == versions[1] == version + 1


@pytest.mark.parametrize(
    ("paid_on", "today", "code"),
    [
        (date(2026, 11, 9), DUE, "payroll.paid_in_future"),
        (date(2026, 12, 2), date(2026, 12, 2), "payroll.other_month"),
    ],
)
def test_the_day_of_payment_must_fit(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor, paid_on: date, today: date, code: str
) -> None:
    run = _draft(database, clerk)
    walk(database, run, clerk, manager, cashier, RunState.APPROVED)
    version = payrolls.run_of(database, run).version
    with database.write() as session, pytest.raises(Refused) as refusal:
        payroll_states.pay(
            session, cashier, run, version, paid_on=paid_on, command_id=payrolls.command(), today=today
        )
    assert (refusal.value.code, refusal.value.field) == (code, "paid_on")


def test_the_clerk_does_not_pay_and_the_cashier_does_not_make(
    database: Database, clerk: Actor, cashier: Actor, administrator: Actor
) -> None:
    run = _draft(database, clerk)
    with database.write() as session:
        for act in (
            lambda: payroll_states.pay(session, clerk, run, 1, paid_on=DUE, command_id="x", today=DUE),
            lambda: payroll_runs.draft(session, cashier, NOVEMBER, RunKind.SUPPLEMENT, "y", DUE),
            lambda: payroll_runs.schedule(session, administrator, 2026, DUE),
        ):
            with pytest.raises(Refused, match=r"permission\.denied"):
                act()


def test_what_stops_a_sheet_keeps_it_a_draft(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "王雪", base="100")
    payrolls.once_only(database, person, NOVEMBER, "other_withheld", "500")
    run = payrolls.make(database, clerk, NOVEMBER)
    with database.write() as session, pytest.raises(Refused) as refusal:
        payroll_states.check(
            session, clerk, run, payrolls.run_of(database, run).version, payrolls.command(), DUE
        )
    assert (refusal.value.code, refusal.value.values) == ("payroll.stopped", {"count": 1})


def test_an_approved_sheet_that_was_not_paid_in_its_month_goes_back_and_is_paid_in_the_next(
    paid: tuple[Database, int], clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    database, run = paid
    walk(database, run, clerk, manager, cashier, RunState.APPROVED)
    late, version = date(2026, 12, 2), payrolls.run_of(database, run).version
    with database.write() as session, pytest.raises(Refused, match=r"approval\.reason_missing"):
        payroll_states.take_back(session, clerk, run, version, reason=" ", command_id=payrolls.command())
    with database.write() as session, pytest.raises(Refused, match=r"permission\.denied"):
        payroll_states.take_back(session, cashier, run, version, reason="晚发", command_id=payrolls.command())
    click = payrolls.command()
    for _ in range(2):
        with database.write() as session:
            payroll_states.take_back(session, manager, run, version, reason="晚发", command_id=click)
    stored = payrolls.run_of(database, run)
    assert (stored.state, stored.state_note) == (RunState.DRAFT, "晚发")
    with database.write() as session:
        payroll_runs.recompute(session, clerk, run, stored.version, late)
    for step in (payroll_states.check, payroll_states.submit):
        with database.write() as session:
            step(session, clerk, run, payrolls.run_of(database, run).version, payrolls.command(), late)
    with database.write() as session:
        _approve(session, manager, run, payrolls.run_of(database, run).version)
    with database.write() as session:
        version = payrolls.run_of(database, run).version
        payroll_states.pay(
            session, cashier, run, version, paid_on=late, command_id=payrolls.command(), today=late
        )
    assert payrolls.run_of(database, run).paid_on == late


def test_a_sheet_whose_bank_file_is_written_is_not_taken_back(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    run = _draft(database, clerk)
    walk(database, run, clerk, manager, cashier, RunState.APPROVED)
    with database.write() as session:
        session.get_one(PayrollRun, run).file_sha256 = "ab"
    version = payrolls.run_of(database, run).version
    with database.write() as session, pytest.raises(Refused, match=r"payroll\.file_written"):
        payroll_states.take_back(session, clerk, run, version, reason="晚发", command_id=payrolls.command())


def test_the_wrong_state_is_told_in_the_words_of_payroll(
    database: Database, clerk: Actor, manager: Actor, cashier: Actor
) -> None:
    run = _draft(database, clerk)
    for state in (RunState.CHECKED, RunState.LOCKED):
        walk_on(database, run, clerk, manager, cashier, state)
        stored = payrolls.run_of(database, run)
        with database.write() as session, pytest.raises(Refused) as refused:
            payroll_states.check(session, clerk, run, stored.version, payrolls.command(), DUE)
        assert f": {state.value.capitalize()}." in sentence(refused.value)


def walk_on(
    database: Database, run: int, clerk: Actor, manager: Actor, cashier: Actor, until: RunState
) -> None:
    """From wherever it is to a state."""
    stored = payrolls.run_of(database, run)
    if stored.state != RunState.DRAFT:
        with database.write() as session:
            payroll_states.reopen(session, clerk, run, stored.version, payrolls.command())
    walk(database, run, clerk, manager, cashier, until)
