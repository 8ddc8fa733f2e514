"""Insurance decided late: each person's own part of sheets that left the office comes onto the open sheet, once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.insurance import ChangeKind, Enrolment, InsuranceBase, InsuranceChange
from models.insurance_terms import Fund
from models.pay import AdjustmentCause, PayAdjustment, PayComponent
from models.payroll import PayrollRun, RunState
from models.people import Employee
from services import insurance_changes, insurance_lodging, insured_arrears, pay_adjustments, payroll_checks
from services.database import Database
from services.insurance_change_rules import ChangeReason
from tests import insurance, payrolls
from tests.insurance import House, draft

AUGUST, OCTOBER, NOVEMBER, DECEMBER = (date(2026, month, 1) for month in (8, 10, 11, 12))
OWN = Decimal(1791)  # of 8,000: 640 + 167 + 24, and 960 for the housing fund


@pytest.fixture
def house(either: Database) -> House:
    made = insurance.house(either)
    payrolls.begin(either)
    return made


def closed(house: House, *months: date, state: RunState = RunState.LOCKED) -> list[int]:
    """Sheets that left the office."""
    runs = []
    for month in months:
        runs.append(payrolls.make(house.database, house.hr, month))
        _state(house, runs[-1], state)
    return runs


def _state(house: House, run: int, state: RunState) -> None:
    with house.database.write() as session:
        session.get_one(PayrollRun, run).state = state


def lines(house: House, person: int) -> list[tuple[date, date | None, Decimal]]:
    """The month whose sheet takes it, the month it corrects, the amount; all of the program's own."""
    with house.database.read() as session:
        found = session.scalars(
            select(PayAdjustment)
            .filter_by(employee_id=person)
            .order_by(PayAdjustment.of_month, PayAdjustment.id)
        ).all()
    assert all(one.cause is AdjustmentCause.INSURANCE for one in found)
    return [(one.month, one.of_month, one.amount) for one in found]


def notes(house: House, person: int) -> list[str]:
    with house.database.read() as session:
        return list(session.scalars(select(PayAdjustment.note).filter_by(employee_id=person)))


def own_part(house: House, run: int, person: int) -> Decimal:
    line = payrolls.line_of(house.database, run, person)
    return line.social + line.housing


def unsettled(house: House, run: int, person: int) -> list[tuple[str, str, str]]:
    with house.database.read() as session:
        found = payroll_checks.checks(session, house.hr, run, DECEMBER)
    return [
        (check.code, str(check.values["month"]), str(check.values["amount"]))
        for check in found
        if check.code.startswith("payroll_insured") and check.employee_id == person
    ]


def hired(house: House, day: date) -> int:
    return payrolls.hire(house.database, "甲", base="8000", hired=day)


def test_who_joins_after_their_first_wages_were_paid_pays_their_own_part_on_the_open_sheet(
    house: House,
) -> None:
    person = hired(house, date(2026, 10, 15))
    closed(house, NOVEMBER)
    house.approved(draft(person, month=OCTOBER))
    assert lines(house, person) == [(DECEMBER, NOVEMBER, Decimal(831)), (DECEMBER, NOVEMBER, Decimal(960))]
    said = notes(house, person)
    assert said[0].startswith("社会保险参保 CB-")
    assert said[0].endswith(" 个人部分补扣")
    assert said[1].startswith("住房公积金新增 CB-")
    december = payrolls.make(house.database, house.hr, DECEMBER)
    assert own_part(house, december, person) == 2 * OWN
    assert payrolls.recompute(house.database, house.hr, december)
    assert own_part(house, december, person) == 2 * OWN
    assert len(lines(house, person)) == 2
    assert unsettled(house, december, person) == []


def test_a_paper_given_up_takes_its_lines_along(house: House) -> None:
    person = hired(house, date(2026, 10, 15))
    closed(house, NOVEMBER)
    for change in house.approved(draft(person, month=OCTOBER)):
        with house.database.write() as session:
            version = session.get_one(InsuranceChange, change).version
            insurance_changes.void(
                session, house.hr, change, version, reason="写错", command_id=insurance.command()
            )
    assert lines(house, person) == []


def test_what_the_fund_refused_after_it_was_taken_is_given_back(house: House) -> None:
    person = hired(house, date(2026, 10, 15))
    closed(house, NOVEMBER)
    (change,) = house.lodged(draft(person, fund=Fund.HOUSING, month=OCTOBER))
    closed(house, DECEMBER)
    with house.database.write() as session:
        version = session.get_one(InsuranceChange, change).version
        insurance_lodging.refuse(
            session, house.hr, change, version, reason="资料不全", command_id=insurance.command()
        )
    january = date(2027, 1, 1)
    assert lines(house, person) == [
        (DECEMBER, NOVEMBER, Decimal(960)),
        (january, NOVEMBER, Decimal(-960)),
        (january, DECEMBER, Decimal(-960)),
    ]
    assert notes(house, person)[-1].endswith("被退回 个人部分退还")


def test_a_back_payment_is_taken_month_by_month(house: House) -> None:
    person = hired(house, AUGUST)
    closed(house, date(2026, 9, 1), OCTOBER, NOVEMBER)
    back = draft(person, ChangeKind.BACK_PAYMENT, fund=Fund.HOUSING, month=AUGUST, to_month=OCTOBER)
    house.approved(back)
    assert [line[2] for line in lines(house, person)] == [Decimal(960)] * 3
    assert {line[0] for line in lines(house, person)} == {DECEMBER}
    december = payrolls.make(house.database, house.hr, DECEMBER)
    assert own_part(house, december, person) == Decimal(2880)


def test_a_back_payment_of_the_open_month_is_not_taken_beside_the_sheets_own(house: House) -> None:
    person = hired(house, AUGUST)
    closed(house, OCTOBER)
    back = draft(person, ChangeKind.BACK_PAYMENT, fund=Fund.HOUSING, month=date(2026, 9, 1), to_month=OCTOBER)
    house.approved(back)
    assert lines(house, person) == [
        (NOVEMBER, OCTOBER, Decimal(960)),
        (NOVEMBER, NOVEMBER, Decimal(960)),
    ]
    november = payrolls.make(house.database, house.hr, NOVEMBER)
    assert own_part(house, november, person) == Decimal(1920)
    house.approved(
        draft(person, fund=Fund.HOUSING, month=OCTOBER)
    )  # the sheet of November takes October itself
    payrolls.recompute(house.database, house.hr, november)
    assert lines(house, person) == [(NOVEMBER, OCTOBER, Decimal(960))]
    assert own_part(house, november, person) == Decimal(1920)


def test_another_base_dated_back_is_made_good_in_both_funds(house: House) -> None:
    person = hired(house, date(2026, 1, 15))
    house.insure(person)
    closed(house, NOVEMBER)
    house.approved(draft(person, ChangeKind.BASE, month=OCTOBER, base=Decimal(10000)))
    assert [line[2] for line in lines(house, person)] == [Decimal(206), Decimal(240)]
    december = payrolls.make(house.database, house.hr, DECEMBER)
    assert own_part(house, december, person) == Decimal(1037) + 1200 + 446
    house.approved(draft(person, ChangeKind.BASE, fund=Fund.HOUSING, month=OCTOBER, base=Decimal(8000)))
    assert [line[2] for line in lines(house, person)] == [Decimal(206)]  # the last one undid its line


def test_a_stop_dated_back_gives_back_and_a_resumption_takes_again(house: House) -> None:
    person = hired(house, date(2026, 1, 15))
    house.insure(person)
    closed(house, OCTOBER, NOVEMBER)
    house.approved(draft(person, ChangeKind.STOP, month=OCTOBER))
    assert lines(house, person) == [(DECEMBER, NOVEMBER, Decimal(-831)), (DECEMBER, NOVEMBER, Decimal(-960))]
    closed(house, DECEMBER)
    resume = draft(person, ChangeKind.RESUME, month=OCTOBER, reason=ChangeReason.AGAIN_HERE)
    house.approved(resume)
    january = date(2027, 1, 1)
    assert lines(house, person)[2:] == [
        (january, NOVEMBER, Decimal(831)),
        (january, NOVEMBER, Decimal(960)),
        (january, DECEMBER, Decimal(831)),
        (january, DECEMBER, Decimal(960)),
    ]


def test_nothing_is_asked_for_months_in_which_nobody_worked_here(house: House) -> None:
    person = hired(house, date(2026, 1, 15))
    house.insure(person)
    with house.database.write() as session:
        session.get_one(Employee, person).left_on = date(2026, 9, 30)
    closed(house, NOVEMBER)
    december = payrolls.make(house.database, house.hr, DECEMBER)
    assert unsettled(house, december, person) == []
    house.approved(draft(person, ChangeKind.STOP, month=OCTOBER))
    assert lines(house, person) == []


def test_what_nobody_settled_is_pointed_out_until_a_correction_was_entered(house: House) -> None:
    person = hired(house, date(2026, 1, 15))
    house.insure(person)
    closed(house, NOVEMBER)
    with house.database.write() as session:
        for base in session.scalars(select(InsuranceBase).filter_by(employee_id=person, fund=Fund.SOCIAL)):
            base.base = Decimal(9000)
        for one in session.scalars(select(Enrolment).filter_by(employee_id=person, fund=Fund.HOUSING)):
            session.delete(one)
    december = payrolls.make(house.database, house.hr, DECEMBER)
    assert unsettled(house, december, person) == [("payroll_insured_less", "2026-11", "857.00")]
    with house.database.write() as session:
        component = session.scalars(select(PayComponent).filter_by(code="insurance_difference")).one()
        given = pay_adjustments.AdjustmentDraft(
            month=DECEMBER, employee_id=person, component_id=component.id, amount=Decimal(-900), of_month=NOVEMBER,
            note="多扣退还",
        )  # fmt: skip
        pay_adjustments.save(session, house.hr, given)
    assert unsettled(house, december, person) == [("payroll_insured_more", "2026-11", "43.00")]


def test_a_sheet_that_came_back_takes_its_month_itself(house: House) -> None:
    person = hired(house, date(2026, 10, 15))
    (november,) = closed(house, NOVEMBER, state=RunState.SUBMITTED)
    house.approved(draft(person, month=OCTOBER))
    assert len(lines(house, person)) == 2
    _state(house, november, RunState.DRAFT)
    payrolls.recompute(house.database, house.hr, november)
    assert lines(house, person) == []
    assert own_part(house, november, person) == OWN


def test_a_returned_sheet_whose_difference_was_taken_already_gives_it_back(house: House) -> None:
    person = hired(house, date(2026, 10, 15))
    (november,) = closed(house, NOVEMBER, state=RunState.APPROVED)
    house.approved(draft(person, month=OCTOBER))
    (december,) = closed(house, DECEMBER, state=RunState.APPROVED)
    assert own_part(house, december, person) == 2 * OWN
    _state(house, november, RunState.DRAFT)
    _state(house, december, RunState.DRAFT)
    payrolls.recompute(house.database, house.hr, november)
    assert own_part(house, november, person) == OWN
    assert own_part(house, december, person) == OWN


def test_what_a_closed_sheet_took_for_one_that_came_back_is_given_back_later(house: House) -> None:
    person = hired(house, date(2026, 10, 15))
    (november,) = closed(house, NOVEMBER, state=RunState.APPROVED)
    house.approved(draft(person, fund=Fund.HOUSING, month=OCTOBER))
    closed(house, DECEMBER)
    _state(house, november, RunState.DRAFT)
    with house.database.write() as session:
        insured_arrears.forget(session, house.hr, session.get_one(PayrollRun, november))
    january = date(2027, 1, 1)
    assert lines(house, person) == [(DECEMBER, NOVEMBER, Decimal(960)), (january, NOVEMBER, Decimal(-960))]


def test_without_a_sheet_of_wages_there_is_nothing_to_make_good(house: House) -> None:
    person = hired(house, AUGUST)
    house.approved(draft(person, ChangeKind.BACK_PAYMENT, month=AUGUST, to_month=OCTOBER))
    assert lines(house, person) == []


def test_the_component_is_made_where_the_company_has_none(house: House) -> None:
    person = hired(house, date(2026, 10, 15))
    closed(house, NOVEMBER)
    with house.database.write() as session:
        session.delete(session.scalars(select(PayComponent).filter_by(code="insurance_difference")).one())
    house.approved(draft(person, fund=Fund.HOUSING, month=OCTOBER))
    with house.database.read() as session:
        made = session.scalars(select(PayComponent).filter_by(code="insurance_difference")).one()
    assert (made.name, made.taxable) == ("社保公积金补差", False)
    assert lines(house, person) == [(DECEMBER, NOVEMBER, Decimal(960))]
