"""The sample's pay: a year of sheets paid and locked, the open one a draft that differs, everything adding up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.payroll import PayrollLine, PayrollRun, RunKind, RunState
from models.people import Employee
from models.user import Role
from services import (
    absences,
    approval_steps,
    certificates,
    integrity,
    office_papers,
    payroll_checks,
    payroll_differences,
    payroll_runs,
    payroll_states,
    sample,
    users,
)
from services.calendars import CHINA
from services.certificates import CertificateKind
from services.database import Database, Session, at_moment
from services.payroll_differences import DifferenceCause

FRIDAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database.open(Path(tmp_path_factory.mktemp("pay")))
    sample.create(database, today=FRIDAY)
    yield database
    database.close()


def test_the_year_is_paid_and_locked_and_the_next_sheet_is_a_draft(office: Database) -> None:
    with office.read() as session:
        runs = session.scalars(select(PayrollRun).order_by(PayrollRun.id)).all()
        clerk = users.actor_of(session, 1)
        assert Role.CLERK in clerk.roles
        rows = payroll_runs.schedule(session, clerk, 2026, FRIDAY)
        assert integrity.sums(session) == []
    regular = [run for run in runs if run.kind == RunKind.REGULAR]
    assert [run.month.month for run in regular] == list(range(1, 13))
    assert [run.state for run in regular] == [RunState.LOCKED] * 11 + [RunState.DRAFT]
    assert [run.month.month for run in runs if run.kind == RunKind.BONUS] == [1]
    assert all(run.people >= 35 and run.net > 0 and run.tax > 0 for run in runs)
    assert (rows[-1].due_on, rows[-1].overdue) == (date(2026, 12, 8), False)


def test_the_open_sheet_differs_for_reasons_worth_reading(office: Database) -> None:
    with office.read() as session:
        clerk = users.actor_of(session, 1)
        run = session.scalars(select(PayrollRun).order_by(PayrollRun.id.desc())).first()
        assert run is not None
        found = payroll_differences.differences(session, clerk, run.id)
        checks = payroll_checks.checks(session, clerk, run.id, FRIDAY)
    causes = {cause.cause for one in found for cause in one.causes}
    assert {
        DifferenceCause.RATE,
        DifferenceCause.ATTENDANCE,
        DifferenceCause.ONE_OFF,
    } <= causes
    by_name = {one.name: one for one in found}
    assert {"李文静", "何俊", "陈立", "姚远"} <= by_name.keys()
    assert "payroll_total" in {check.code for check in checks if check.level == "ok"}


@pytest.mark.parametrize("day", [date(2026, 1, 5), date(2026, 1, 26), date(2026, 11, 6)])
def test_the_open_month_moves_with_the_clock(day: date) -> None:
    from random import Random

    from services.sample.pay import Desk

    desk = object.__new__(Desk)
    desk.today, desk.random = day, Random(1)
    assert desk.open_month == {5: date(2026, 1, 1), 26: date(2026, 2, 1), 6: date(2026, 11, 1)}[day.day]
    assert desk.months()[-1] == desk.open_month
    assert len(desk.months()) >= 4


def test_who_joined_by_a_paper_is_paid_from_the_first_month_on(office: Database) -> None:
    with office.read() as session:
        rows = session.execute(
            select(PayrollLine.name, PayrollRun.month)
            .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
            .where(PayrollRun.kind == RunKind.REGULAR, PayrollLine.name.in_(["严诚", "陆晓峰"]))
            .order_by(PayrollRun.month)
        ).all()
    months = {name: [row.month.month for row in rows if row.name == name] for name in ("严诚", "陆晓峰")}
    assert months == {"严诚": list(range(5, 13)), "陆晓峰": list(range(9, 13))}


def at_hour(hour: int) -> AbstractContextManager[None]:
    return at_moment(datetime.combine(FRIDAY, time(hour), CHINA))


def decided_by(session: Session, run: PayrollRun) -> list[str]:
    """Let everybody who is asked approve a sheet, the substitute for whoever is away; their names."""
    names = []
    for hour in range(10, 20):
        if run.state != RunState.SUBMITTED:
            break
        step = approval_steps.pending(session, office_papers.paper_of(session, DecidedKind.PAYROLL_RUN, run))
        assert step is not None
        assert step.approver_id is not None
        with at_hour(hour):
            gone = absences.away(session).get(step.approver_id)
            actor = users.actor_of(session, (gone and gone.substitute_id) or step.approver_id)
            names.append(actor.name)
            office_papers.decide(
                session, actor, DecidedKind.PAYROLL_RUN, run.id, run.version, Decision.APPROVE,
                reason="", command_id=f"approve-{actor.name}", today=FRIDAY,
            )  # fmt: skip
    return names


def test_the_open_sheet_is_approved_while_the_boss_is_away(office: Database) -> None:
    with office.write() as session:
        run = session.scalars(select(PayrollRun).order_by(PayrollRun.id.desc())).first()
        assert run is not None
        clerk = users.actor_of(session, 1)
        with at_hour(9):
            assert {one.name for one in absences.away(session).values()} == {"何志远"}
            payroll_states.check(session, clerk, run.id, run.version, "check", FRIDAY)
            payroll_states.submit(session, clerk, run.id, run.version, "submit", FRIDAY)
        names = decided_by(session, run)
        state = run.state
        session.rollback()  # others look at the company as it was
    assert names == ["徐曼", "吴敏", "周凯"]
    assert state == RunState.APPROVED


def test_everybody_has_a_card_of_their_own_and_leavers_have_their_paper(office: Database) -> None:
    with office.read() as session:
        accounts = [one for one in session.scalars(select(Employee.bank_account)) if one]
        hr = users.actor_of(session, 1)
        leaver = session.scalars(select(Employee).where(Employee.name == "马文博")).one()
        made = certificates.certificate(session, hr, CertificateKind.LEAVING, leaver.id, today=FRIDAY)
    assert len(accounts) == len(set(accounts))
    assert leaver.left_on == FRIDAY - timedelta(days=33)
    assert made.fields["ended"] == "解除"
