"""What a personnel paper is refused for, each at its field; the printed form of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from models.personnel import EmploymentKind, PersonalFile
from models.personnel_paper import PersonnelKind
from services import (
    leaving,
    personnel_forms,
    personnel_papers,
    personnel_standing,
)
from services.errors import Refused
from services.identity_checks import sex_of
from services.identity_numbers import birthday
from services.personnel_drafts import PersonnelDraft
from services.personnel_standing import PayLine
from services.personnel_terms import Ending
from services.reports.personnel_form import personnel_pdf
from tests import personnel
from tests.personnel import (
    NUMBER,
    TODAY,
    approved,
    joiner,
    saved,
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


def paper_on(kind: PersonnelKind, employee: int, day: date, **more) -> PersonnelDraft:
    return PersonnelDraft(kind=kind, employee_id=employee, effective_on=day, **more)


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
        ({"probation_until": date(2026, 9, 2)}, ("contract.probation", "probation_until")),
        ({"contract_until": date(2026, 3, 1)}, ("contract.days", "contract_until")),
        (
            {"contract_until": date(2027, 3, 1), "probation_until": date(2026, 5, 2)},
            ("contract.probation", "probation_until"),
        ),
        ({"contract_until": date(2026, 5, 1)}, ("contract.no_probation", "probation_until")),
        ({"employment_kind": EmploymentKind.PART_TIME}, ("contract.no_probation", "probation_until")),
        ({"pay": (PayLine(None, amount=Decimal(1)),)}, ("record.required", "pay.0.component_id")),
        ({"pay": (PayLine(1),)}, ("record.required", "pay.0.amount")),
        ({"pay": (PayLine(1, amount=Decimal(-1)),)}, ("personnel.pay_negative", "pay.0.amount")),
        ({"pay": (PayLine(1, amount=Decimal(1)),) * 2}, ("personnel.component_twice", "pay.1.component_id")),
    ],
)
def test_a_joiner_is_refused_where_something_is_wrong(session, deciders, clerk, changes, expected):
    assert refusal(session, clerk, joiner(**changes)) == expected


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("420101 19900101 0018", NUMBER),
        ("420101900101001", "420101199001010018"),
        (" 11010519491231002x ", "11010519491231002X"),
    ],
)
def test_a_number_with_spaces_or_of_15_digits_is_the_same_person(session, deciders, clerk, typed, stored):
    paper = approved(session, clerk, deciders, joiner(identity_number=typed))
    file = session.query(PersonalFile).filter_by(employee_id=paper.employee_id).one()
    assert (file.identity_number, paper.body["identity_number"]) == (stored, stored)
    assert file.born_on == birthday(stored)
    assert file.sex is sex_of(stored)
    again = joiner(identity_number=typed, name="钱多", effective_on=date(2026, 3, 10))
    assert refusal(session, clerk, again) == ("personnel.identity_known", "identity_number")


@pytest.mark.parametrize(
    ("contract", "probation"),
    [(None, date(2026, 9, 1)), (date(2029, 3, 1), date(2026, 9, 1)), (date(2027, 3, 1), date(2026, 5, 1))],
)
def test_the_longest_probation_of_the_term_is_taken(session, deciders, clerk, contract, probation):
    paper = saved(session, clerk, joiner(contract_until=contract, probation_until=probation))
    found = personnel_papers.get(session, clerk, paper.id)
    assert (found.contract_until, found.probation_until) == (contract, probation)


def test_an_open_join_paper_is_found_however_the_number_is_typed(session, deciders, clerk):
    saved(session, clerk, joiner(identity_number="420101 1990 0101 0018"))
    assert refusal(session, clerk, joiner(identity_number="420101900101001")) == (
        "personnel.second_paper",
        "identity_number",
    )


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


def test_every_page_says_how_many_there_are_and_a_tick_is_a_tick(session, deciders, clerk):
    leave = paper_on(PersonnelKind.LEAVE, worker(session), TODAY, ending=Ending.AGREED)
    paper = saved(session, clerk, leave)
    leaving.tick(session, clerk, paper.id, leaving.LeavingCheck.ASSETS, done_on=TODAY)
    form = personnel_forms.printed(session, clerk, paper.id, today=TODAY)
    pdf = personnel_pdf([replace(form, items=form.items * 4)])
    document = pypdfium2.PdfDocument(pdf)
    pages = len(document)
    document.close()
    text = text_of(pdf)
    assert all(f"第{page}页/共{pages}页" in text for page in range(1, pages + 1))
    assert pages > 1
    assert "✓" in text
    assert "√" not in text
