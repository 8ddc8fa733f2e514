"""Personnel papers change the registers on their day, once, and refuse what cannot be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.labour_contract import ContractKind, LabourContract
from models.pay import PayRate
from models.people import Employee
from models.personnel import BankCard, EmploymentKind, PersonalFile, PostEntry, Sex
from models.personnel_paper import OfficePaperState, PersonnelKind
from services import (
    personnel_checks,
    personnel_details,
    personnel_papers,
    personnel_standing,
)
from services.errors import Refused
from services.personnel_drafts import PersonnelDraft
from services.personnel_standing import PayLine
from services.personnel_terms import Ending
from tests import personnel
from tests.personnel import (
    NUMBER,
    OTHER_NUMBER,
    TODAY,
    approved,
    joiner,
    saved,
    submitted,
    worker,
)


@pytest.fixture
def session(database):
    with database.write() as opened:
        yield opened


@pytest.fixture
def deciders(session):
    return personnel.set_up(session)


def refusal(session, actor, draft) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused, session.begin_nested():
        personnel_papers.save(session, actor, draft, today=TODAY)
    return refused.value.code, refused.value.field


def test_a_joiner_becomes_an_employee_with_file_post_pay_and_card(session, deciders, clerk):
    paper = approved(session, clerk, deciders, joiner())
    item = session.get_one(Employee, paper.employee_id)
    assert (item.number, item.name, item.post, item.hired_on) == (
        "0091",
        "钱多多",
        "测绘员",
        date(2026, 3, 2),
    )
    file = session.query(PersonalFile).filter_by(employee_id=item.id).one()
    assert (file.identity_number, file.sex, file.born_on) == (NUMBER, Sex.MALE, date(1990, 1, 1))
    assert (file.employment_kind, file.probation_until) == (EmploymentKind.FULL_TIME, date(2026, 6, 1))
    post = session.query(PostEntry).filter_by(employee_id=item.id).one()
    assert (post.from_on, post.department_id, post.reason, post.paper_id) == (
        date(2026, 3, 2),
        1,
        "入职",
        paper.id,
    )
    rates = session.query(PayRate).filter_by(employee_id=item.id).order_by(PayRate.component_id).all()
    assert [(rate.component_id, rate.amount, rate.paper_id) for rate in rates] == [
        (1, Decimal("8000.00"), paper.id), (3, Decimal("300.00"), paper.id),
    ]  # fmt: skip
    card = session.query(BankCard).filter_by(employee_id=item.id).one()
    assert (card.number, item.bank_account, card.from_on) == ("6214830000000009",) * 2 + (date(2026, 3, 2),)


def test_numbers_of_papers_count_in_their_year(session, deciders, clerk):
    first = saved(session, clerk, joiner())
    second = saved(session, clerk, joiner(identity_number=OTHER_NUMBER, name="孙某"))
    assert (first.number, second.number) == ("RS-2026-0001", "RS-2026-0002")


def test_a_later_day_is_waited_for_and_comes_once(session, deciders, clerk):
    paper = approved(session, clerk, deciders, joiner(effective_on=date(2026, 4, 1)))
    assert (paper.state, paper.employee_id) == (OfficePaperState.APPROVED, None)
    assert personnel_papers.due_count(session, clerk, date(2026, 3, 31)) == 0
    assert personnel_papers.apply_due(session, clerk, date(2026, 3, 31)) == 0
    assert personnel_papers.due_count(session, clerk, date(2026, 4, 1)) == 1
    assert [personnel_papers.apply_due(session, clerk, date(2026, 4, 1)) for _ in range(2)] == [1, 0]
    assert paper.applied_on == date(2026, 4, 1)
    assert session.query(Employee).filter_by(name="钱多多").count() == 1


def test_what_cannot_take_effect_any_more_says_why_and_keeps_nobody_else(session, deciders, clerk):
    first = approved(session, clerk, deciders, joiner(effective_on=date(2026, 4, 1)))
    second = approved(
        session,
        clerk,
        deciders,
        joiner(identity_number=OTHER_NUMBER, name="孙某", effective_on=date(2026, 4, 1)),
    )
    other = Employee(number="0500", name="李五", department_id=1)
    session.add(other)
    session.flush()
    session.add(PersonalFile(employee_id=other.id, identity_number=NUMBER))
    session.flush()
    assert personnel_papers.apply_due(session, clerk, date(2026, 4, 1)) == 1
    assert (first.applied_on, first.state_note) == (None, "personnel.identity_known")
    assert second.applied_on == date(2026, 4, 1)


def test_two_people_never_share_an_identity_number(session, deciders, clerk):
    approved(session, clerk, deciders, joiner())
    code, field = refusal(session, clerk, joiner(name="别人"))
    assert (code, field) == ("personnel.identity_known", "identity_number")


def test_two_open_join_papers_for_one_number_are_one_too_many(session, deciders, clerk):
    saved(session, clerk, joiner())
    assert refusal(session, clerk, joiner(name="别人"))[0] == "personnel.second_paper"


def test_who_comes_back_is_the_same_employee(session, deciders, clerk):
    item = session.get_one(Employee, worker(session))
    item.left_on = date(2025, 12, 31)
    session.add(PersonalFile(employee_id=item.id, identity_number=NUMBER))
    session.flush()
    paper = submitted(session, clerk, joiner(name="李四"))
    remarks = personnel_checks.remarks(session, paper)
    assert [(one.code, one.values["number"]) for one in remarks] == [("returns", "0050")]
    for decider in deciders:
        personnel.decide(session, decider, paper)
    assert paper.employee_id == item.id
    assert (item.hired_on, item.left_on) == (date(2026, 3, 2), None)


def paper_on(kind: PersonnelKind, employee: int, day: date, **more) -> PersonnelDraft:
    return PersonnelDraft(kind=kind, employee_id=employee, effective_on=day, **more)


def test_a_change_of_pay_writes_rates_from_its_day_and_shows_what_was_before(session, deciders, clerk):
    employee = worker(session)
    pay = (PayLine(1, amount=Decimal("6500.00")), PayLine(2, amount=Decimal("800.00")))
    draft = paper_on(PersonnelKind.PAY_CHANGE, employee, date(2026, 3, 1), pay=pay)
    paper = approved(session, clerk, deciders, draft)
    found = personnel_details.detail(session, clerk, paper.id, today=TODAY)
    assert [(line.name, line.before, line.amount) for line in found.pay] == [
        ("基本工资", Decimal("6000.00"), Decimal("6500.00")), ("岗位工资", None, Decimal("800.00")),
    ]  # fmt: skip
    before = personnel_standing.pay_on(session, employee, date(2026, 2, 28))
    after = personnel_standing.pay_on(session, employee, date(2026, 3, 1))
    assert [line.amount for line in before] == [Decimal("6000.00")]
    assert [line.amount for line in after] == [Decimal("6500.00"), Decimal("800.00")]


def test_zero_ends_a_component(session, deciders, clerk):
    employee = worker(session)
    pay = (PayLine(1, amount=Decimal(0)), PayLine(2, amount=Decimal("800.00")))
    approved(
        session, clerk, deciders, paper_on(PersonnelKind.PAY_CHANGE, employee, date(2026, 3, 1), pay=pay)
    )
    assert [line.name for line in personnel_standing.pay_on(session, employee, TODAY)] == ["岗位工资"]


def test_a_rate_of_the_same_day_is_overwritten(session, deciders, clerk):
    employee = worker(session)
    for amount in ("6500.00", "6600.00"):
        pay = (PayLine(1, amount=Decimal(amount)),)
        approved(
            session, clerk, deciders, paper_on(PersonnelKind.PAY_CHANGE, employee, date(2026, 3, 1), pay=pay)
        )
    rates = session.query(PayRate).filter_by(employee_id=employee, from_on=date(2026, 3, 1)).all()
    assert [rate.amount for rate in rates] == [Decimal("6600.00")]


def test_a_confirmation_notes_the_day(session, deciders, clerk):
    employee = worker(session)
    draft = paper_on(
        PersonnelKind.CONFIRM, employee, date(2026, 3, 10), pay=(PayLine(1, amount=Decimal("6300.00")),)
    )
    approved(session, clerk, deciders, draft)
    assert session.query(PersonalFile).filter_by(employee_id=employee).one().confirmed_on == date(2026, 3, 10)
    assert personnel_standing.pay_on(session, employee, TODAY)[0].amount == Decimal("6300.00")


def test_a_transfer_moves_and_keeps_where_somebody_was(session, deciders, clerk):
    employee = worker(session)
    draft = paper_on(
        PersonnelKind.TRANSFER, employee, date(2026, 3, 5), department_id=2, post="测试工程师", grade=2
    )
    paper = approved(session, clerk, deciders, draft)
    item = session.get_one(Employee, employee)
    assert (item.department_id, item.post, item.grade) == (2, "测试工程师", 2)
    assert session.query(PostEntry).filter_by(employee_id=employee).one().department_id == 2
    found = {one.name: (one.before, one.after) for one in personnel_details.changes(paper)}
    assert found == {"department_id": ("运营部", "研发部"), "post": ("测绘员", "测试工程师"), "grade": (3, 2)}


def test_a_leaver_s_contract_ends_and_what_is_kept_secret_stays_so(session, deciders, clerk):
    employee = worker(session)
    common = {"employee_id": employee, "from_on": date(2024, 5, 6)}
    session.add(LabourContract(number="HT-1", kind=ContractKind.FIXED_TERM, to_on=date(2027, 5, 5), **common))
    session.add(LabourContract(number="HT-2", kind=ContractKind.NDA, **common))
    draft = paper_on(PersonnelKind.LEAVE, employee, date(2026, 3, 10), ending=Ending.RESIGNED)
    approved(session, clerk, deciders, draft)
    assert session.get_one(Employee, employee).left_on == date(2026, 3, 10)
    ended = {one.number: one.ended_on for one in session.query(LabourContract)}
    assert ended == {"HT-1": date(2026, 3, 10), "HT-2": None}


def test_one_open_paper_of_a_kind_for_a_person(session, deciders, clerk):
    employee = worker(session)
    leave = paper_on(PersonnelKind.LEAVE, employee, date(2026, 5, 1), ending=Ending.RESIGNED)
    approved(session, clerk, deciders, leave)  # its day is still to come
    assert refusal(session, clerk, leave) == ("personnel.second_paper", "employee_id")
    saved(session, clerk, paper_on(PersonnelKind.CONFIRM, employee, TODAY))  # another kind is another matter


def test_who_has_left_gets_no_paper(session, deciders, clerk):
    employee = worker(session)
    session.get_one(Employee, employee).left_on = date(2026, 3, 1)
    draft = paper_on(PersonnelKind.CONFIRM, employee, TODAY)
    assert refusal(session, clerk, draft) == ("personnel.has_left", "employee_id")
