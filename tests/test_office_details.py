"""Whoever decides sees what a paper of any kind changes, and amounts of pay only if they may."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.approval import DecidedKind
from models.insurance import ChangeKind, InsuranceChange
from models.insurance_terms import Fund
from models.payroll import PayrollRun, RunState
from models.remittance import BaseSeason, BaseSeasonLine
from services import office_details
from services.errors import Refused
from tests import personnel
from tests.personnel import TODAY, joiner, submitted, worker

MADE = {"made_by_id": 1, "made_by_name": "陈小雨"}


@pytest.fixture
def session(database):
    with database.write() as opened:
        yield opened


def found(session, actor, kind, item) -> dict[str, tuple[object, object]]:
    return {row.name: (row.before, row.after) for row in office_details.rows(session, actor, kind, item.id)}


def test_a_personnel_paper_is_whole_with_remarks_and_acts(session, clerk):
    deciders = personnel.set_up(session)
    paper = submitted(session, clerk, joiner())
    detail = office_details.detail(session, deciders[0], personnel.KIND, paper.id, today=TODAY)
    assert (detail.number, detail.title, detail.made_by) == (paper.number, "钱多多 · 运营部", "陈小雨")
    assert [step.label for step in detail.steps] == ["部门审批", "总经理"]
    assert len(detail.decisions) == 1
    rows = {row.name: row.after for row in detail.changes}
    assert (rows["基本工资"], rows["pay_total"]) == (Decimal("8000.00"), Decimal("8300.00"))


def payroll(month: date, state: RunState, gross: str) -> PayrollRun:
    return PayrollRun(
        number=f"GZ-{month:%Y%m}", month=month, state=state, due_on=month, pay_on=month, people=3, gross=Decimal(gross), **MADE
    )  # fmt: skip


def test_a_payroll_is_compared_with_the_last_one_and_hides_its_sums(session, manager, administrator, cashier):
    last, run = (
        payroll(date(2026, 1, 1), RunState.DRAFT, "30000.00"),
        payroll(date(2026, 2, 1), RunState.DRAFT, "31000.00"),
    )
    session.add_all([last, run])
    session.flush()
    last.state = RunState.APPROVED
    session.flush()
    rows = found(session, manager, DecidedKind.PAYROLL_RUN, run)
    assert rows["gross"] == (Decimal("30000.00"), Decimal("31000.00"))
    assert found(session, cashier, DecidedKind.PAYROLL_RUN, run)["people"] == (3, 3)
    with pytest.raises(Refused) as refused:
        found(session, administrator, DecidedKind.PAYROLL_RUN, run)
    assert refused.value.code == "permission.denied"


def test_an_insurance_change_shows_its_base_to_those_who_see_pay(session, manager, hr_without_pay):
    employee = worker_of(session)
    change = InsuranceChange(
        number="ZJ-1", fund=Fund.SOCIAL, kind=ChangeKind.BASE, employee_id=employee, employee_name="李四", department_id=1,
        department_name="运营部", city="武汉", month=date(2026, 3, 1), old_base=Decimal("5000.00"), base=Decimal("6000.00"),
        amount=Decimal("80.00"), deadline=TODAY, **MADE,
    )  # fmt: skip
    session.add(change)
    session.flush()
    rows = found(session, manager, DecidedKind.INSURANCE_CHANGE, change)
    assert rows["base"] == (Decimal("5000.00"), Decimal("6000.00"))
    assert rows["amount"] == (None, Decimal("80.00"))
    assert "base" not in found(session, hr_without_pay, DecidedKind.INSURANCE_CHANGE, change)


def worker_of(session) -> int:
    personnel.set_up(session)
    return worker(session)


def test_a_base_season_lists_every_person_s_base(session, manager, hr_without_pay):
    employee = worker_of(session)
    season = BaseSeason(
        fund=Fund.HOUSING, city="武汉", average_of=2025, from_month=date(2026, 7, 1), applied_from=date(2026, 7, 1), people=1, **MADE
    )  # fmt: skip
    session.add(season)
    session.flush()
    line = {"months": 12, "declared": Decimal("7000.00"), "new_base": Decimal("7000.00")}
    session.add(
        BaseSeasonLine(season_id=season.id, employee_id=employee, old_base=Decimal("6000.00"), **line)
    )
    session.flush()
    assert found(session, manager, DecidedKind.BASE_SEASON, season)["李四"] == (
        Decimal("6000.00"),
        Decimal("7000.00"),
    )
    assert "李四" not in found(session, hr_without_pay, DecidedKind.BASE_SEASON, season)
    detail = office_details.detail(session, manager, DecidedKind.BASE_SEASON, season.id, today=TODAY)
    assert (detail.number, detail.title, detail.remarks) == ("武汉", "2026-07", ())
