"""The leaver's list looks things up by itself and is ticked by hand where no register knows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.asset_class import AssetClass
from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.fixed_asset import MovementKind
from models.insurance import ChangeKind, Enrolment, InsuranceChange
from models.insurance_terms import Fund
from models.labour_contract import ContractKind, LabourContract
from models.payroll import PayrollLine, PayrollRun, RunState
from models.people import Employee
from models.personnel_paper import OfficePaperState, PersonnelKind
from models.user import User
from services import asset_classes, asset_moves, fixed_assets, insurance_board, leaving
from services.asset_moves import MoveDraft
from services.errors import Refused
from services.fixed_assets import AssetDraft
from services.insurance_board_rows import BoardKind
from services.leaving import LeavingCheck
from services.personnel_drafts import PersonnelDraft
from services.personnel_terms import Ending
from tests import personnel
from tests.personnel import joiner, saved, worker
from tests.test_insurance_amounts import CITY, HOUSING, ITEMS, policy

LAST = date(2026, 3, 31)
TODAY = date(2026, 3, 12)


@pytest.fixture
def session(database):
    with database.write() as opened:
        personnel.set_up(opened)
        yield opened


@pytest.fixture
def employee(session):
    return worker(session)


@pytest.fixture
def paper(session, clerk, employee):
    draft = PersonnelDraft(
        kind=PersonnelKind.LEAVE, employee_id=employee, effective_on=LAST, ending=Ending.RESIGNED
    )
    return saved(session, clerk, draft)


def row(session, actor, paper, check: LeavingCheck, today: date = TODAY):
    rows = leaving.checklist(session, actor, paper.id, today=today)
    return next(one for one in rows if one.check is check)


def claim(session, employee, kind: PaperKind, state: ClaimState, **more) -> ExpenseClaim:
    item = ExpenseClaim(
        kind=kind, number=f"X-{kind.value}-{state.value}", business_date=TODAY, purpose="x", claimant_id=employee,
        department_id=1, created_by_id=1, amount=Decimal("500.00"), sanctioned=Decimal("500.00"), **more,
    )  # fmt: skip
    session.add(item)
    session.flush()
    if state is not ClaimState.DRAFT:
        for step in (ClaimState.SUBMITTED, ClaimState.TO_PAY, ClaimState.PAID):
            item.state = step
            item.paid_on = TODAY if step is ClaimState.PAID else None
            session.flush()
            if step is state:
                break
    return item


def test_of_somebody_with_nothing_open_only_the_hands_and_the_last_pay_are_left(session, clerk, paper):
    rows = leaving.checklist(session, clerk, paper.id, today=TODAY)
    assert [one.check for one in rows] == list(LeavingCheck)
    assert {one.check for one in rows if not one.settled} == {*leaving.BY_HAND, LeavingCheck.LAST_PAY}
    assert leaving.open_count(session, clerk, paper.id, today=TODAY) == 5


def test_advances_repayments_and_claims_on_their_way_are_named(session, clerk, employee, paper):
    advance = claim(session, employee, PaperKind.ADVANCE, ClaimState.PAID, due_on=LAST)
    advance.outstanding = Decimal("500.00")
    session.flush()
    draft = claim(session, employee, PaperKind.CLAIM, ClaimState.DRAFT)
    assert row(session, clerk, paper, LeavingCheck.ADVANCES).open == (advance.number,)
    assert row(session, clerk, paper, LeavingCheck.PAPERS).open == (draft.number,)
    assert row(session, clerk, paper, LeavingCheck.REPAYMENTS).settled


def test_insurance_is_settled_by_an_approved_stop_or_an_end(session, clerk, employee, paper):
    for fund in (Fund.SOCIAL, Fund.HOUSING):
        session.add(Enrolment(employee_id=employee, fund=fund, city="武汉", from_month=date(2024, 6, 1)))
    session.flush()
    assert row(session, clerk, paper, LeavingCheck.INSURANCE).open == ("housing", "social")
    assert row(session, clerk, paper, LeavingCheck.INSURANCE).due_on == date(2026, 4, 30)  # thirty days
    session.query(Enrolment).filter_by(fund=Fund.SOCIAL).one().to_month = date(2026, 3, 1)
    stop = InsuranceChange(
        number="ZJ-1", fund=Fund.HOUSING, kind=ChangeKind.STOP, state=OfficePaperState.APPROVED, employee_id=employee,
        employee_name="李四", department_id=1, department_name="运营部", city="武汉", month=date(2026, 3, 1),
        deadline=LAST, made_by_id=1, made_by_name="陈小雨",
    )  # fmt: skip
    session.add(stop)
    session.flush()
    assert row(session, clerk, paper, LeavingCheck.INSURANCE).settled


def test_a_running_contract_and_an_active_account_are_named(session, clerk, employee, paper):
    session.add(
        LabourContract(
            number="HT-9", employee_id=employee, kind=ContractKind.OPEN_ENDED, from_on=date(2024, 5, 6)
        )
    )
    session.add(User(login="lisi", name="李四", password_hash="!", employee_id=employee))
    session.flush()
    assert row(session, clerk, paper, LeavingCheck.CONTRACT).open == ("HT-9",)
    assert row(session, clerk, paper, LeavingCheck.ACCOUNT).open == ("lisi",)


def test_the_last_pay_waits_until_the_month_was_paid(session, clerk, employee, paper):
    assert row(session, clerk, paper, LeavingCheck.LAST_PAY).open == ("2026-03",)
    run = PayrollRun(
        number="GZ-1", month=date(2026, 3, 1), due_on=LAST, pay_on=LAST, made_by_id=1, made_by_name="陈小雨"
    )
    session.add(run)
    session.flush()
    session.add(
        PayrollLine(
            run_id=run.id, position=1, employee_id=employee, number="0050", name="李四", department_id=1,
            department_name="运营部", gross=Decimal(1), net=Decimal(1), tax_year=2026, tax_month=4,
        )
    )  # fmt: skip
    session.flush()
    run.state = RunState.PAID
    session.flush()
    assert row(session, clerk, paper, LeavingCheck.LAST_PAY).settled


def test_what_is_looked_at_by_hand_is_ticked_with_name_and_day(session, clerk, paper):
    leaving.tick(session, clerk, paper.id, LeavingCheck.ASSETS, done_on=TODAY, note=" 电脑已还 ")
    found = row(session, clerk, paper, LeavingCheck.ASSETS)
    assert (found.settled, found.done_on, found.done_by, found.note) == (True, TODAY, "陈小雨", "电脑已还")
    leaving.tick(session, clerk, paper.id, LeavingCheck.ASSETS, done_on=None)
    found = row(session, clerk, paper, LeavingCheck.ASSETS)
    assert (found.settled, found.done_by) == (False, "")


def test_the_certificate_is_due_on_the_last_day(session, clerk, paper):
    found = row(session, clerk, paper, LeavingCheck.CERTIFICATE, today=date(2026, 4, 1))
    assert (found.due_on, found.overdue) == (LAST, True)
    assert not row(session, clerk, paper, LeavingCheck.CERTIFICATE, today=LAST).overdue


def test_the_stop_is_due_on_the_day_the_board_tells(session, clerk, employee, paper):
    for fund, items in ((Fund.SOCIAL, ITEMS), (Fund.HOUSING, HOUSING)):
        session.add(policy(fund, items, cut_off_day=25))
    for fund in Fund:
        session.add(Enrolment(employee_id=employee, fund=fund, city=CITY, from_month=date(2024, 6, 1)))
    session.get_one(Employee, employee).left_on = LAST
    session.flush()
    late = row(session, clerk, paper, LeavingCheck.INSURANCE, today=date(2026, 4, 25))
    assert (late.due_on, late.overdue) == (date(2026, 4, 24), True)
    told = insurance_board.board(session, clerk, date(2026, 4, 25)).rows
    stops = [one for one in told if one.kind is BoardKind.STILL_INSURED and one.employee_id == employee]
    assert [one.deadline for one in stops] == [late.due_on]


def test_what_the_program_looks_up_is_not_ticked(session, clerk, paper):
    with pytest.raises(Refused) as refused:
        leaving.tick(session, clerk, paper.id, LeavingCheck.ADVANCES, done_on=TODAY)
    assert refused.value.code == "leaving.not_by_hand"


def test_only_a_leaver_s_paper_has_a_list(session, clerk, manager, paper):
    other = saved(session, clerk, joiner())
    assert leaving.checklist(session, clerk, other.id, today=TODAY) == []
    with pytest.raises(Refused) as refused:
        leaving.tick(session, clerk, other.id, LeavingCheck.ASSETS, done_on=TODAY)
    assert refused.value.code == "leaving.no_leaver"
    with pytest.raises(Refused) as refused:
        leaving.tick(session, manager, paper.id, LeavingCheck.ASSETS, done_on=TODAY)
    assert refused.value.code == "permission.denied"
    paper.state = OfficePaperState.VOIDED
    session.flush()
    with pytest.raises(Refused) as refused:
        leaving.tick(session, clerk, paper.id, LeavingCheck.ASSETS, done_on=TODAY)
    assert refused.value.code == "office_paper.wrong_state"


def test_who_leaves_with_cards_of_assets_has_not_handed_them_back(session, clerk, employee, paper):
    card = held_card(session, clerk, employee)
    found = row(session, clerk, paper, LeavingCheck.ASSETS)
    assert (found.settled, found.open) == (False, ("DZ-2026-0001 笔记本电脑",))
    with pytest.raises(Refused) as refused:
        leaving.tick(session, clerk, paper.id, LeavingCheck.ASSETS, done_on=TODAY)
    assert (refused.value.code, refused.value.values["count"]) == ("leaving.assets_held", 1)
    back = MoveDraft(MovementKind.RETURN, (card,), TODAY)
    asset_moves.move(session, clerk, back, command_id="back", today=TODAY)
    leaving.tick(session, clerk, paper.id, LeavingCheck.ASSETS, done_on=TODAY)
    assert row(session, clerk, paper, LeavingCheck.ASSETS).settled


def held_card(session, clerk, employee: int) -> int:
    asset_classes.fill(session)
    electronics = session.scalar(select(AssetClass.id).filter_by(code="DZ"))
    draft = AssetDraft(
        name="笔记本电脑", class_id=electronics, cost=Decimal(5999), bought_on=TODAY, employee_id=employee
    )
    return fixed_assets.save(session, clerk, draft, today=TODAY)
