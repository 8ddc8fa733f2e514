"""One-off lines of pay: typed, pasted, correcting a settled month; what is refused where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from models.pay import AdjustmentCause, ComponentKind, PayAdjustment
from models.payroll import PayrollRun, RunState
from models.people import Employee
from services import pay_adjustments
from services.database import Database
from services.errors import Refused
from services.pay_adjustments import AdjustmentDraft
from services.permissions import Actor
from tests import payrolls

NOVEMBER = date(2026, 11, 1)
FORMULA = ComponentKind.FORMULA


def refused(database: Database, act) -> tuple[str, str | None]:  # type: ignore[no-untyped-def]  # a function of the session
    with database.write() as session, pytest.raises(Refused) as refusal:
        act(session)
    return refusal.value.code, refusal.value.field


def settle(database: Database, run: int) -> None:
    with database.write() as session:
        session.execute(update(PayrollRun).where(PayrollRun.id == run).values(state=RunState.SUBMITTED))


def test_a_one_off_line_is_kept_until_its_sheet_is_settled(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "王雪")
    with database.write() as session:
        other = payrolls.component(session, "other")
        draft = AdjustmentDraft(
            month=date(2026, 11, 20), employee_id=person, component_id=other, amount=Decimal(-50)
        )
        made = pay_adjustments.save(session, clerk, draft)
        assert pay_adjustments.get(session, clerk, made).month == NOVEMBER
    run = payrolls.make(database, clerk, NOVEMBER)
    assert payrolls.line_of(database, run, person).gross == Decimal(9950)
    with database.read() as session:
        (row,) = pay_adjustments.of_month(session, clerk, NOVEMBER)
        assert (row.name, row.component, row.cause, row.locked) == (
            "王雪",
            "其他增减",
            AdjustmentCause.TYPED,
            False,
        )
        assert row.run_number == "GZ-202611-01"
    settle(database, run)
    changed = AdjustmentDraft(made, row.version, NOVEMBER, person, other, Decimal(1))
    assert refused(database, lambda s: pay_adjustments.save(s, clerk, changed))[0] == "pay_adjustment.locked"
    assert (
        refused(database, lambda s: pay_adjustments.remove(s, clerk, made, row.version))[0]
        == "pay_adjustment.locked"
    )


def test_a_correction_names_the_settled_month_and_says_why(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "姚远")
    with database.write() as session:
        component = payrolls.component(session, "correction")
    whole = AdjustmentDraft(
        month=NOVEMBER, employee_id=person, component_id=component, amount=Decimal(320), of_month=date(2026, 10, 8),
        note="漏记加班",
    )  # fmt: skip
    with database.write() as session:
        made = pay_adjustments.save(session, clerk, whole)
        stored = session.get_one(PayAdjustment, made)
        assert (stored.cause, stored.of_month) == (AdjustmentCause.CORRECTION, date(2026, 10, 1))
    line = payrolls.line_of(database, payrolls.make(database, clerk, NOVEMBER), person)
    assert line.note == "补发补扣：2026-10 漏记加班"
    for change, expected in (
        ({"note": ""}, ("record.required", "note")),
        ({"of_month": NOVEMBER}, ("pay_adjustment.of_month", "of_month")),
        ({"amount": Decimal(0)}, ("pay_adjustment.zero", "amount")),
        ({"month": None}, ("record.required", "month")),
        ({"employee_id": 999}, ("record.gone", "employee_id")),
    ):
        draft = replace(whole, **change)
        assert refused(database, lambda s, d=draft: pay_adjustments.save(s, clerk, d)) == expected


def test_pasted_rows_are_understood_and_problems_are_values(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    one, two = payrolls.hire(database, "王雪"), payrolls.hire(database, "孙倩")
    payrolls.hire(database, "孙倩")
    with database.read() as session:
        component = payrolls.component(session, "other")
        number = session.scalars(select(Employee.number).filter_by(id=two)).one()
        plain = pay_adjustments.read_rows(
            session, clerk, NOVEMBER, component,
            [["王雪", "1,200", "补贴"], ["孙倩", "5", ""], ["没人", "5"], [number, "x"], [], ["王雪", "0"]],
        )  # fmt: skip
        titled = pay_adjustments.read_rows(
            session, clerk, NOVEMBER, component,
            [["工号", "姓名", "奖金", "怪列", "金额"], [number, "孙倩", "3100", "1", "-"], ["", "王雪", "", "", "20"]],
        )  # fmt: skip
    assert [(draft.employee_id, draft.amount, draft.note) for draft in plain.drafts] == [
        (one, Decimal(1200), "补贴")
    ]
    assert [(problem.row, problem.code, problem.value) for problem in plain.problems] == [
        (2, "adjustment_two_people", "孙倩"),
        (3, "adjustment_unknown_person", "没人"),
        (4, "adjustment_amount", "x"),
    ]
    assert [(problem.code, problem.value) for problem in titled.problems] == [
        ("adjustment_unknown_title", "怪列")
    ]
    assert [(draft.employee_id, draft.amount) for draft in titled.drafts] == [
        (two, Decimal(3100)),
        (one, Decimal(20)),
    ]
    assert titled.names == ("孙倩", "王雪")
    click = payrolls.command()
    for _ in range(2):
        with database.write() as session:
            assert (
                pay_adjustments.save_read(session, clerk, titled.drafts, AdjustmentCause.IMPORTED, click) == 2
            )
    with database.read() as session:
        assert len(session.scalars(select(PayAdjustment)).all()) == 2


def test_what_comes_in_by_itself_is_not_changed_by_hand(database: Database, clerk: Actor) -> None:
    payrolls.begin(database)
    person = payrolls.hire(database, "王雪", base="10000")
    with database.write() as session:
        session.add(
            PayAdjustment(
                month=NOVEMBER, employee_id=person, component_id=payrolls.component(session, "insurance_difference"),
                amount=Decimal("36.50"), cause=AdjustmentCause.INSURANCE, note="基数补差 7–9月",
            )
        )  # fmt: skip
        session.flush()
        made = session.scalars(select(PayAdjustment.id)).one()
    assert refused(database, lambda s: pay_adjustments.remove(s, clerk, made, 1))[0] == "pay_adjustment.own"
    line = payrolls.line_of(database, payrolls.make(database, clerk, NOVEMBER), person)
    assert (line.social, line.withheld, line.cum_special) == (Decimal("36.50"), Decimal(0), Decimal("36.50"))
