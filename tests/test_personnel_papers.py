"""Personnel papers change the registers on their day, once, and refuse what cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from models.labour_contract import ContractKind, LabourContract
from models.pay import PayRate
from models.payroll import PayrollRun, RunState
from models.people import Employee
from models.personnel import BankCard, EmploymentKind, PersonalFile, PostEntry, Sex
from models.personnel_paper import OfficePaperState, PersonnelKind, PersonnelPaper
from services import (
    office_details,
    office_papers,
    personnel_checks,
    personnel_details,
    personnel_forms,
    personnel_papers,
    personnel_standing,
)
from services.errors import Refused
from services.personnel_details import PersonnelAction
from services.personnel_drafts import PersonnelDraft
from services.personnel_standing import PayLine
from services.personnel_terms import Ending
from services.reports.personnel_form import personnel_pdf
from tests import personnel
from tests.personnel import (
    KIND,
    NUMBER,
    OTHER_NUMBER,
    TODAY,
    approved,
    click,
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


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"effective_on": None}, ("record.required", "effective_on")),
        ({"name": " "}, ("record.required", "name")),
        ({"identity_number": ""}, ("record.required", "identity_number")),
        ({"department_id": None}, ("record.required", "department_id")),
        ({"department_id": 99}, ("record.gone", "department_id")),
        ({"grade": 7}, ("employee.grade", "grade")),
        ({"probation_until": date(2026, 3, 1)}, ("personnel.probation_before_hired", "probation_until")),
        ({"pay": (PayLine(None, amount=Decimal(1)),)}, ("record.required", "pay.0.component_id")),
        ({"pay": (PayLine(1),)}, ("record.required", "pay.0.amount")),
        ({"pay": (PayLine(1, amount=Decimal(-1)),)}, ("personnel.pay_negative", "pay.0.amount")),
        ({"pay": (PayLine(1, amount=Decimal(1)),) * 2}, ("personnel.component_twice", "pay.1.component_id")),
    ],
)
def test_a_joiner_is_refused_where_something_is_wrong(session, deciders, clerk, changes, expected):
    assert refusal(session, clerk, joiner(**changes)) == expected


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (PersonnelDraft(kind=PersonnelKind.CONFIRM, effective_on=TODAY), ("record.required", "employee_id")),
        (paper_on(PersonnelKind.CONFIRM, 99, TODAY), ("record.gone", "employee_id")),
        (paper_on(PersonnelKind.CONFIRM, 0, date(2024, 5, 5)), ("personnel.before_hired", "effective_on")),
        (paper_on(PersonnelKind.LEAVE, 0, date(2024, 5, 5)), ("personnel.left_before_hired", "effective_on")),
        (paper_on(PersonnelKind.LEAVE, 0, TODAY), ("record.required", "ending")),
        (paper_on(PersonnelKind.LEAVE, 0, TODAY, ending=Ending.AGREED, notice_on=date(2026, 4, 1)), ("personnel.notice_after_last_day", "notice_on")),
        (paper_on(PersonnelKind.LEAVE, 0, TODAY, ending=Ending.AGREED, handover_id=0), ("personnel.handover_to_self", "handover_id")),
        (paper_on(PersonnelKind.LEAVE, 0, TODAY, ending=Ending.AGREED, handover_id=99), ("record.gone", "handover_id")),
        (paper_on(PersonnelKind.TRANSFER, 0, TODAY, department_id=1, post="测绘员"), ("personnel.nothing_changes", "department_id")),
        (paper_on(PersonnelKind.TRANSFER, 0, TODAY), ("record.required", "department_id")),
        (paper_on(PersonnelKind.TRANSFER, 0, TODAY, department_id=99), ("record.gone", "department_id")),
        (paper_on(PersonnelKind.TRANSFER, 0, TODAY, department_id=2, grade=9), ("employee.grade", "grade")),
        (paper_on(PersonnelKind.PAY_CHANGE, 0, TODAY), ("personnel.no_pay", "pay")),
    ],
)  # fmt: skip
def test_other_papers_are_refused_where_something_is_wrong(session, deciders, clerk, draft, expected):
    employee = worker(session)
    mine = {name: employee for name in ("employee_id", "handover_id") if getattr(draft, name) == 0}
    assert refusal(session, clerk, replace(draft, **mine)) == expected


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


def test_a_locked_month_is_said_and_allowed(session, deciders, clerk):
    run = PayrollRun(
        number="GZ-1", month=date(2026, 3, 1), due_on=TODAY, pay_on=TODAY, made_by_id=1, made_by_name="陈小雨"
    )
    session.add(run)
    session.flush()
    run.state = RunState.LOCKED
    session.flush()
    paper = saved(session, clerk, joiner())
    assert [one.code for one in personnel_checks.remarks(session, paper)] == ["month_locked"]


def test_a_notice_too_short_and_a_severance_due_are_said(session, deciders, clerk):
    employee = worker(session)
    leave = paper_on(
        PersonnelKind.LEAVE, employee, date(2026, 3, 20), ending=Ending.RESIGNED, notice_on=date(2026, 3, 1)
    )
    paper = saved(session, clerk, leave)
    remark = personnel_checks.remarks(session, paper)[0]
    assert (remark.code, remark.values) == ("notice_short", {"days": 30, "day": "2026-03-31"})
    session.add(PersonalFile(employee_id=employee, probation_until=date(2026, 6, 1)))
    session.flush()
    assert personnel_checks.remarks(session, paper) == []  # three days are enough on probation
    other = replace(leave, id=paper.id, version=paper.version, ending=Ending.NOTICE)
    personnel_papers.save(session, clerk, other, today=TODAY)
    assert [one.code for one in personnel_checks.remarks(session, paper)] == ["severance"]


def test_pay_is_hidden_from_those_who_may_not_see_it_and_kept_when_they_save(
    session, deciders, clerk, administrator
):
    paper = saved(session, clerk, joiner())
    draft = personnel_papers.get(session, administrator, paper.id)
    assert draft.pay is None
    personnel_papers.save(session, administrator, replace(draft, reason="改了事由"), today=TODAY)
    assert paper.reason == "改了事由"
    assert [line.amount for line in personnel_papers.get(session, clerk, paper.id).pay] == [
        Decimal("8000.00"), Decimal("300.00"),
    ]  # fmt: skip
    hidden = personnel_details.detail(session, administrator, paper.id, today=TODAY)
    assert (hidden.pay, hidden.history) == (None, ())
    form = personnel_forms.printed(session, administrator, paper.id, today=TODAY)
    assert (form.pay, form.pay_hidden) == ((), True)
    assert "8000" not in paper.search_text
    rows = office_details.rows(session, administrator, KIND, paper.id)
    assert not any(isinstance(row.after, Decimal) for row in rows)


def test_a_change_of_pay_is_written_by_those_who_may_change_pay(session, deciders, administrator):
    employee = worker(session)
    draft = paper_on(PersonnelKind.PAY_CHANGE, employee, TODAY, pay=(PayLine(1, amount=Decimal(1)),))
    assert refusal(session, administrator, draft)[0] == "permission.denied"


def test_an_edited_paper_must_be_the_one_that_was_seen_and_still_a_draft(session, deciders, clerk):
    paper = submitted(session, clerk, joiner())
    draft = personnel_papers.get(session, clerk, paper.id)
    assert refusal(session, clerk, draft)[0] == "office_paper.wrong_state"
    assert refusal(session, clerk, replace(draft, version=0))[0] == "record.stale"
    with pytest.raises(Refused) as refused:
        personnel_papers.remove(session, clerk, paper.id, paper.version)
    assert refused.value.code == "office_paper.wrong_state"


def test_a_draft_is_deleted_with_its_list(session, deciders, clerk):
    paper = saved(session, clerk, joiner())
    assert personnel_papers.remove(session, clerk, paper.id, paper.version)
    assert session.query(PersonnelPaper).count() == 0


def test_an_approved_paper_is_taken_back_before_its_day_only(session, deciders, clerk, manager):
    later = approved(session, clerk, deciders, joiner(effective_on=date(2026, 4, 1)))
    with pytest.raises(Refused) as refused:
        personnel_papers.void(session, manager, later.id, later.version, reason=" ", command_id=click())
    assert refused.value.code == "approval.reason_missing"
    with pytest.raises(Refused) as refused:
        personnel_papers.void(session, manager, later.id, 0, reason="x", command_id=click())
    assert refused.value.code == "record.stale"
    again = click()
    for _ in range(2):
        personnel_papers.void(session, manager, later.id, later.version, reason="不来了", command_id=again)
    assert (later.state, later.state_note) == (OfficePaperState.VOIDED, "不来了")
    assert personnel_papers.apply_due(session, clerk, date(2026, 4, 1)) == 0
    done = approved(session, clerk, deciders, joiner(identity_number=OTHER_NUMBER, name="孙某"))
    with pytest.raises(Refused) as refused:
        personnel_papers.void(session, manager, done.id, done.version, reason="x", command_id=click())
    assert refused.value.code == "personnel.in_effect"


def test_what_may_be_done_depends_on_state_and_person(session, deciders, clerk, cashier):
    paper = saved(session, clerk, joiner())

    def may(actor):
        return {one.value for one in personnel_details.detail(session, actor, paper.id, today=TODAY).actions}

    assert may(clerk) == {"edit_paper", "submit", "delete", "print_paper"}
    office_papers.submit(session, clerk, KIND, paper.id, paper.version, click())
    assert may(clerk) == {"withdraw", "print_paper"}
    assert may(deciders[0]) == {"approve", "return", "print_paper"}
    assert may(deciders[1]) == {"print_paper"}
    with pytest.raises(Refused):
        may(cashier)
    assert PersonnelAction.TICK not in personnel_details.detail(session, clerk, paper.id, today=TODAY).actions


def test_the_headline_counts_what_is_to_do(session, deciders, clerk):
    saved(session, clerk, joiner())
    submitted(session, clerk, joiner(identity_number=OTHER_NUMBER, name="孙某"))
    employee = worker(session)
    approved(
        session,
        clerk,
        deciders,
        paper_on(PersonnelKind.LEAVE, employee, date(2026, 5, 1), ending=Ending.AGREED),
    )
    found = personnel_papers.headline(session, clerk)
    assert (found.to_finish, found.submitted, found.to_come, found.next_on) == (1, 1, 1, date(2026, 5, 1))


def test_doubtful_numbers_warn_a_joiner_only():
    wrong = joiner(identity_number="420101199001010019", bank_number="6222021234567890")
    assert personnel_checks.doubts(wrong) == {"identity_number": "check_digit", "bank_number": "check_digit"}
    assert personnel_checks.doubts(joiner()) == {}
    assert personnel_checks.doubts(replace(wrong, kind=PersonnelKind.LEAVE)) == {}


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return found.replace(" ", "").replace("　", "")


def test_the_printed_form_carries_changes_pay_and_who_decided(session, deciders, clerk):
    paper = approved(session, clerk, deciders, joiner())
    form = personnel_forms.printed(session, clerk, paper.id, today=TODAY)
    text = text_of(personnel_pdf([form]))
    for words in (
        "入职审批表",
        "RS-2026-0001",
        "钱多多",
        NUMBER,
        "8,000.00",
        "8,300.00",
        "王建国",
        "何总",
        "外业扩编",
        "全日制",
    ):
        assert words in text
    assert personnel_pdf([form]) == personnel_pdf([form])
    with pytest.raises(Refused):
        personnel_pdf([])


def test_the_form_of_every_kind_prints(session, deciders, clerk):
    employee = worker(session)
    drafts = (
        paper_on(PersonnelKind.TRANSFER, employee, TODAY, department_id=2, post="测试工程师"),
        paper_on(PersonnelKind.PAY_CHANGE, employee, TODAY, pay=(PayLine(1, amount=Decimal("5000.00")),)),
        paper_on(PersonnelKind.CONFIRM, employee, TODAY),
        paper_on(PersonnelKind.LEAVE, employee, TODAY, ending=Ending.RESIGNED, reason="很长的事由" * 60),
    )
    for draft, words in zip(drafts, ("调整前", "-1,000.00", "转正日期", "离职办理事项"), strict=True):
        paper = saved(session, clerk, draft)
        text = text_of(personnel_pdf([personnel_forms.printed(session, clerk, paper.id, today=TODAY)]))
        assert words in text
        assert "草" in text


def test_the_standing_of_somebody_is_there_before_a_form_is_filled(session, deciders, clerk, administrator):
    employee = worker(session)
    found = personnel_standing.standing(session, clerk, employee, TODAY)
    assert (found.number, found.department_name, found.pay[0].amount) == (
        "0050",
        "运营部",
        Decimal("6000.00"),
    )
    assert personnel_standing.standing(session, administrator, employee, TODAY).pay == ()
    assert [one.label for one in personnel_standing.component_choices(session, clerk)] == [
        "基本工资",
        "岗位工资",
        "餐补",
    ]
    with pytest.raises(Refused):
        personnel_standing.standing(session, clerk, 999, TODAY)
