"""Parameters that nobody compared with the city's notice are pointed out wherever people are reckoned by them."""

from __future__ import annotations

from datetime import date

from models.insurance import InsurancePolicy
from services import insurance_board, payroll_checks, remittance_register, remittances
from services.database import Database
from services.insurance_board_rows import BoardKind
from services.permissions import Actor
from services.terms import Fund
from tests import payrolls
from tests.insurance import TODAY, command
from tests.payrolls import LONG_AGO

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def unconfirm(database: Database, fund: Fund) -> None:
    with database.write() as session:
        session.query(InsurancePolicy).filter_by(fund=fund).one().confirmed = False


def test_a_payroll_sheet_warns_once_for_a_city_and_fund(either: Database, clerk: Actor) -> None:
    payrolls.begin(either)
    for name in ("陆晓峰", "何俊"):
        payrolls.insure(either, payrolls.hire(either, name), base="8000")
    run = payrolls.make(either, clerk, NOVEMBER)

    def found() -> list[dict[str, object]]:
        with either.read() as session:
            checks = payroll_checks.checks(session, clerk, run, TODAY)
        return [dict(one.values) for one in checks if one.code == "payroll_policy_unconfirmed"]

    assert found() == []
    unconfirm(either, Fund.SOCIAL)
    assert found() == [{"city": "测试市", "fund": Fund.SOCIAL, "count": 2}]


def test_the_board_has_a_row_until_it_is_confirmed(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.insure(database, payrolls.hire(database, "陆晓峰"), base="8000")
    unconfirm(database, Fund.HOUSING)
    with database.read() as session:
        found = insurance_board.board(session, clerk, TODAY)
    (row,) = [one for one in found.rows if one.kind is BoardKind.POLICY_UNCONFIRMED]
    assert (row.city, row.funds, row.people, row.name) == ("测试市", (Fund.HOUSING,), 1, "陆晓峰")
    assert row.urgent


def test_a_draft_of_a_remittance_says_so(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.insure(database, payrolls.hire(database, "陆晓峰"), base="8000", since=LONG_AGO)
    unconfirm(database, Fund.SOCIAL)
    with database.write() as session:
        ids = remittances.draft(session, clerk, NOVEMBER, command(), TODAY)
    with database.read() as session:
        details = [remittance_register.detail(session, clerk, one) for one in ids]
    assert {one.fund: one.unconfirmed for one in details} == {Fund.SOCIAL: 1, Fund.HOUSING: 0}


def test_board_and_payroll_name_the_same_day(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    payrolls.insure(database, payrolls.hire(database, "何俊"), base="8000")
    with database.write() as session:
        for policy in session.query(InsurancePolicy):
            policy.cut_off_day = 25
    late = payrolls.hire(database, "向晚晴", hired=date(2026, 11, 22))
    payrolls.make(database, clerk, NOVEMBER)
    run = payrolls.make(database, clerk, date(2026, 12, 1))
    for today, code in (
        (date(2026, 11, 24), "payroll_insure_soon"),
        (date(2026, 11, 27), "payroll_insure_late"),
    ):
        with database.read() as session:
            board = insurance_board.board(session, clerk, today)
            checks = payroll_checks.checks(session, clerk, run, today)
        (row,) = [one for one in board.rows if one.employee_id == late]
        told = [one for one in checks if one.employee_id == late and one.code == code]
        assert [one.values["day"] for one in told] == [row.deadline] == [date(2026, 11, 25)]
