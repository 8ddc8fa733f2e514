"""What the approval of a base adjustment does: bases, a back payment, what pay holds back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.insurance import BaseReason, InsuranceBase
from models.insurance_terms import Fund
from models.pay import AdjustmentCause, PayAdjustment, PayComponent, PayRate
from models.payroll import PayrollRun, RunState
from models.personnel_paper import OfficePaperState
from models.remittance import BaseSeason, Remittance, RemittanceKind, RemittanceState
from services import (
    base_season_register,
    base_seasons,
    insured,
    office_papers,
    pay_components,
    remittance_register,
    remittances,
)
from services.base_seasons import SeasonDraft
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from tests import payrolls
from tests.remittances import (
    AUGUST,
    CITY,
    JANUARY,
    JULY,
    OCTOBER,
    SEPTEMBER,
    TODAY,
    close_wages,
    command,
    draft,
    freeze,
    frozen,
    hire,
    paid_wages,
    policies,
    set_base,
    shown,
    stop,
)

DRAFT = SeasonDraft(fund=Fund.SOCIAL, city=CITY, from_month=date(2026, 7, 15), average_of=2025)


@pytest.fixture
def house(database: Database) -> Database:
    policies(database)
    return database


def make(database: Database, actor: Actor, given: SeasonDraft = DRAFT) -> int:
    with database.write() as session:
        return base_seasons.make(session, actor, given, command())


def seen(database: Database, actor: Actor, season_id: int) -> base_season_register.SeasonDetail:
    with database.read() as session:
        return base_season_register.detail(session, actor, season_id)


def approve(database: Database, clerk: Actor, manager: Actor, season_id: int, today: date = TODAY) -> None:
    """Submitted by the clerk, approved by everybody it takes."""
    with database.write() as session:
        version = session.get_one(BaseSeason, season_id).version
        version = office_papers.submit(session, clerk, DecidedKind.BASE_SEASON, season_id, version, command())
        while session.get_one(BaseSeason, season_id).state is OfficePaperState.SUBMITTED:
            version = office_papers.decide(
                session, manager, DecidedKind.BASE_SEASON, season_id, version, Decision.APPROVE,
                reason="", command_id=command(), today=today,
            )  # fmt: skip


def waged(database: Database, clerk: Actor, person: int, *months: date) -> list[int]:
    """Sheets of wages that were made and paid, on the bases of then."""
    with database.write() as session:
        if session.scalar(select(PayComponent.id).limit(1)) is None:
            pay_components.begin_with_usual(session)
            session.add(
                PayRate(
                    employee_id=person, component_id=payrolls.component(session, "base"), from_on=JANUARY,
                    amount=Decimal(12000),
                )
            )  # fmt: skip
    runs = []
    for month in months:
        runs.append(payrolls.make(database, clerk, month))
        with database.write() as session:
            session.get_one(PayrollRun, runs[-1]).state = RunState.LOCKED
    return runs


def held_back(database: Database) -> list[tuple[date, date | None, Decimal]]:
    """What pay holds back: on the sheet of which month, for which, how much."""
    with database.read() as session:
        found = session.scalars(select(PayAdjustment).order_by(PayAdjustment.of_month)).all()
        assert all(one.cause is AdjustmentCause.INSURANCE for one in found)
        codes = {session.get_one(PayComponent, one.component_id).code for one in found}
    assert codes <= {"insurance_difference"}
    return [(one.month, one.of_month, one.amount) for one in found]


def test_approval_writes_bases_a_back_payment_and_what_pay_holds_back(
    either: Database, clerk, manager
) -> None:
    policies(either)
    person = hire(either, "甲", "8000")
    paid_wages(either, person, 2025, "9000")
    close_wages(either)
    waged(either, clerk, person, AUGUST, SEPTEMBER)
    frozen(either, clerk, JULY, AUGUST, SEPTEMBER)
    season = make(either, clerk)
    approve(either, clerk, manager, season)
    with either.read() as session:
        base = session.scalars(
            select(InsuranceBase).filter_by(employee_id=person, fund=Fund.SOCIAL, from_month=JULY)
        ).one()
        assert (base.base, base.reason) == (Decimal(9000), BaseReason.SEASON)
        back = session.scalars(select(Remittance).filter_by(kind=RemittanceKind.BACK_PAYMENT)).one()
        assert (back.state, back.employer, back.employee) == (
            RemittanceState.DRAFT,
            Decimal(774),
            Decimal(309),
        )
        assert insured.of_month(session, OCTOBER, [person])[person][0].base == Decimal(9000)
    # July and August: September's wages are paid in October, on the new base
    assert held_back(either) == [(OCTOBER, AUGUST, Decimal(103)), (OCTOBER, SEPTEMBER, Decimal(103))]
    october = payrolls.make(either, clerk, OCTOBER)
    assert payrolls.line_of(either, october, person).social == Decimal(934 + 206)


def test_a_month_whose_wages_were_paid_before_the_fund_got_its_money_is_held_back_too(
    either: Database, clerk, manager
) -> None:
    policies(either)
    person = hire(either, "甲", "8000")
    paid_wages(either, person, 2025, "9000")
    close_wages(either)
    waged(either, clerk, person, AUGUST, SEPTEMBER, OCTOBER)
    frozen(either, clerk, JULY, AUGUST)  # September's is due on the 15th, its wages were paid on the 8th
    approve(either, clerk, manager, make(either, clerk))
    assert sum(line[2] for line in held_back(either)) == Decimal(309)
    assert {line[0] for line in held_back(either)} == {date(2026, 11, 1)}
    september = draft(either, clerk, SEPTEMBER)[Fund.SOCIAL]
    assert shown(either, clerk, september).employee == Decimal(934)


def test_a_month_whose_sheet_is_overdue_is_not_held_back_twice(either: Database, clerk, manager) -> None:
    policies(either)
    person = hire(either, "甲", "8000")
    paid_wages(either, person, 2025, "9000")
    close_wages(either)
    waged(either, clerk, person, AUGUST)
    frozen(either, clerk, JULY, AUGUST)
    approve(
        either, clerk, manager, make(either, clerk), date(2026, 10, 5)
    )  # September's sheet is not made yet
    assert held_back(either) == [(SEPTEMBER, AUGUST, Decimal(103))]
    september = payrolls.make(either, clerk, SEPTEMBER)
    assert payrolls.line_of(either, september, person).social == Decimal(934 + 103)


def test_a_draft_back_payment_is_reckoned_again_with_the_season(either: Database, clerk, manager) -> None:
    policies(either)
    person, other = hire(either, "甲", "8000"), hire(either, "乙", "8000")
    paid_wages(either, person, 2025, "9000")
    close_wages(either)
    frozen(either, clerk, JULY, AUGUST)
    set_base(either, other, "10000", AUGUST)
    with either.write() as session:
        waiting = remittances.back_payment(session, clerk, Fund.SOCIAL, CITY, command(), date(2026, 9, 20))
    frozen(either, clerk, SEPTEMBER)
    season = make(either, clerk)
    with either.write() as session:
        version = seen(either, clerk, season).version
        edits = [
            base_seasons.LineEdit(line.id, Decimal(9000))
            for line in seen(either, clerk, season).lines
            if line.employee_id == person
        ]
        base_seasons.save_lines(session, clerk, season, version, edits)
    approve(either, clerk, manager, season)
    with either.read() as session:
        (back,) = session.scalars(select(Remittance).filter_by(kind=RemittanceKind.BACK_PAYMENT)).all()
    assert (back.id, back.month, back.note) == (waiting, OCTOBER, "2026-07 起年度基数调整补差")
    found = shown(either, clerk, waiting)
    assert {(one.employee_id, one.employee) for one in found.people} == {
        (person, Decimal(309)),
        (other, Decimal(206)),
    }


def test_a_draft_back_payment_goes_where_the_season_undoes_it(house, clerk, manager) -> None:
    person = hire(house, "甲", "8000")
    frozen(house, clerk, JULY)
    with house.write() as session:
        base = session.scalars(select(InsuranceBase).filter_by(employee_id=person, fund=Fund.SOCIAL)).one()
        base.base = Decimal(9000)
        session.flush()
        remittances.back_payment(session, clerk, Fund.SOCIAL, CITY, command(), TODAY)
    season = make(house, clerk)
    with house.write() as session:
        (line,) = seen(house, clerk, season).lines
        edit = base_seasons.LineEdit(line.id, Decimal(8000))
        base_seasons.save_lines(session, clerk, season, seen(house, clerk, season).version, [edit])
    approve(house, clerk, manager, season)
    with house.read() as session:
        assert session.scalars(select(Remittance).filter_by(kind=RemittanceKind.BACK_PAYMENT)).all() == []


def test_a_month_frozen_between_submission_and_approval_is_paid_back_as_well(house, clerk, manager) -> None:
    person = hire(house, "甲", "8000")
    paid_wages(house, person, 2025, "9000")
    close_wages(house)
    frozen(house, clerk, JULY)
    season = make(house, clerk)
    assert seen(house, clerk, season).employer == Decimal(258)
    frozen(house, clerk, AUGUST)
    approve(house, clerk, manager, season)
    found = seen(house, clerk, season)
    assert (found.employer, found.employee, found.applied_from) == (Decimal(516), Decimal(206), SEPTEMBER)


def test_after_the_back_payment_is_frozen_nothing_is_owed(house, clerk, manager) -> None:
    person = hire(house, "甲", "8000")
    paid_wages(house, person, 2025, "9000")
    close_wages(house)
    frozen(house, clerk, JULY, AUGUST)
    approve(house, clerk, manager, make(house, clerk))
    with house.read() as session:
        back = session.scalar(select(Remittance.id).filter_by(kind=RemittanceKind.BACK_PAYMENT))
        assert remittance_register.owed_lines(session, clerk, Fund.SOCIAL, CITY, TODAY) == []
    freeze(house, clerk, back)
    assert {line.month for line in shown(house, clerk, back).lines} == {JULY, AUGUST}
    one = draft(house, clerk, SEPTEMBER)[Fund.SOCIAL]
    assert shown(house, clerk, one).people[0].base == Decimal(9000)


def test_without_frozen_months_there_is_nothing_to_pay_back(house, clerk, manager) -> None:
    person = hire(house, "甲", "8000")
    paid_wages(house, person, 2025, "9000")
    close_wages(house)
    approve(house, clerk, manager, make(house, clerk))
    with house.read() as session:
        assert session.scalars(select(Remittance)).all() == []
        assert session.scalars(select(PayAdjustment)).all() == []


def test_what_was_submitted_is_not_edited_and_what_was_not_is_thrown_away(house, clerk, manager) -> None:
    hire(house, "甲", "8000")
    season = make(house, clerk)
    with house.write() as session:
        version = seen(house, clerk, season).version
        version = office_papers.submit(session, clerk, DecidedKind.BASE_SEASON, season, version, command())
        with pytest.raises(Refused) as error:
            base_seasons.collect_again(session, clerk, season, version)
        assert error.value.code == "base_season.not_editable"
        version = office_papers.withdraw(
            session, clerk, DecidedKind.BASE_SEASON, season, version, reason="再看", command_id=command()
        )
        assert base_seasons.remove(session, clerk, season, version)
    with house.read() as session:
        assert session.get(BaseSeason, season) is None


def test_somebody_who_stopped_since_holds_the_approval_up(house, clerk, manager) -> None:
    gone = hire(house, "走", "8000")
    hire(house, "留", "8000")
    season = make(house, clerk)
    stop(house, gone, date(2026, 6, 1))
    with pytest.raises(Refused) as error:
        approve(house, clerk, manager, season)
    assert (error.value.code, error.value.values["names"]) == ("base_season.stopped", "走")
    with house.write() as session:
        base_seasons.collect_again(session, clerk, season, seen(house, clerk, season).version)
    assert [line.name for line in seen(house, clerk, season).lines] == ["留"]


def test_nobody_decides_on_their_own_season(house, clerk, manager) -> None:
    hire(house, "甲", "8000")
    season = make(house, clerk)
    with house.write() as session:
        version = office_papers.submit(
            session, clerk, DecidedKind.BASE_SEASON, season, seen(house, clerk, season).version, command()
        )
    with house.write() as session, pytest.raises(Refused):
        office_papers.decide(
            session, clerk, DecidedKind.BASE_SEASON, season, version, Decision.APPROVE,
            reason="", command_id=command(), today=TODAY,
        )  # fmt: skip
