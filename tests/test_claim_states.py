"""A claim on its way: submitted, withdrawn, approved, returned, granted in part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.expense_claim import ClaimState
from models.people import Company, Employee
from models.project import Project
from services import expense_claims
from services.database import Database, once
from tests.claims import TODAY, Office, command, make_office, refusal


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


def test_a_small_claim_goes_to_the_head_and_then_to_the_cashier(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800")))
    assert office.detail(submitted).holder_name == "张国强"
    detail = office.detail(office.approve(submitted))
    assert (detail.state, detail.holder_name) == (ClaimState.TO_PAY, "刘芳、孙倩")


def test_a_large_claim_goes_on_to_the_general_manager(office: Office) -> None:
    first = office.approve(office.submit(office.save(office.draft("5000"))))
    detail = office.detail(first)
    assert (detail.state, detail.holder_name) == (ClaimState.SUBMITTED, "何志远")
    assert office.detail(office.approve(first, office.boss)).state == ClaimState.TO_PAY


def test_a_submitted_claim_is_promised_within_two_working_days(office: Office) -> None:
    detail = office.detail(office.submit(office.save(office.draft("800"))))
    assert (detail.pay_by, detail.days_left) == (date(2026, 11, 24), 2)


def test_names_freeze_at_the_submission(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800", project_id=office.project)))
    with office.writing() as session:
        session.get_one(Employee, office.clerk.employee_id).name = "李静"
        session.get_one(Project, office.project).name = "别的项目"
        session.query(Company).one().name = "新公司"
    detail = office.detail(submitted)
    assert (detail.claimant_name, detail.project_name) == ("李文静", "宜昌不动产测绘（HT-2026-031）")
    assert detail.company_name == "武汉光谷测绘信息有限公司"


def test_a_submitted_claim_can_no_longer_be_edited(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800")))
    with refusal("claim.wrong_state"):
        office.save(office.get(submitted))


def test_a_claim_without_lines_is_saved_but_not_submitted(office: Office) -> None:
    saved = office.save(office.draft())
    with refusal("claim.no_lines"):
        office.submit(saved)


def test_a_returned_claim_says_why_and_can_be_handed_in_again(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800")))
    with office.writing() as session:
        back = expense_claims.return_(
            session, office.head, submitted.id, submitted.version, command(), reason="发票重复"
        )
    detail = office.detail(back)
    assert (detail.state, detail.state_note, detail.holder_name) == (
        ClaimState.RETURNED,
        "发票重复",
        "李文静",
    )
    saved = office.save(replace(office.get(back), purpose="改过"))
    assert office.detail(office.submit(saved)).round == 2


def test_a_withdrawn_claim_can_be_changed(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800")))
    with office.writing() as session:
        back = expense_claims.withdraw(
            session, office.clerk, submitted.id, submitted.version, command(), reason="忘了一张"
        )
    assert office.detail(back).state == ClaimState.WITHDRAWN
    office.save(replace(office.get(back), purpose="改过"))


def test_the_same_click_twice_is_one_act(office: Office) -> None:
    saved, click = office.save(office.draft("800")), command()
    for _ in range(2):
        with office.writing() as session:
            again = expense_claims.submit(session, office.clerk, saved.id, saved.version, click, today=TODAY)
    click = command()
    for _ in range(2):
        with office.writing() as session:
            last = expense_claims.approve(session, office.head, again.id, again.version, click)
    assert [row.action for row in office.detail(last).history] == ["approve", "submit", "create"]


def test_every_repeated_click_answers_with_where_the_paper_stands(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800")))
    at = (submitted.id, submitted.version)
    with office.writing() as session:
        once(session, "clicked")
        assert expense_claims.withdraw(session, office.clerk, *at, "clicked") == submitted
        assert expense_claims.return_(session, office.head, *at, "clicked", reason="x") == submitted
        given = {"amounts": {}, "note": "x", "command_id": "clicked"}
        assert expense_claims.sanction(session, office.head, *at, **given) == submitted


def test_an_approver_may_grant_less_but_not_more(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800", "100")))
    with office.writing() as session:
        granted = expense_claims.sanction(
            session,
            office.head,
            submitted.id,
            submitted.version,
            {0: Decimal("732.63")},
            note="超标准",
            command_id=command(),
        )
    detail = office.detail(granted)
    assert (detail.sanctioned, detail.amount) == (Decimal("832.63"), Decimal(900))
    assert detail.history[0].changes["reason"] == "超标准"


@pytest.mark.parametrize(
    ("amounts", "note", "code"),
    [
        ({0: Decimal(801)}, "x", "claim.sanction_above"),
        ({0: Decimal(-1)}, "x", "claim.amount_negative"),
        ({0: Decimal("1.001")}, "x", "claim.amount_wrong"),
        ({0: Decimal(0)}, "x", "claim.sanction_nothing"),
        ({1: Decimal(1)}, "x", "claim.unknown_choice"),
        ({0: Decimal(1)}, " ", "claim.sanction_note_missing"),
    ],
)
def test_a_grant_that_makes_no_sense_is_refused(
    office: Office, amounts: dict[int, Decimal], note: str, code: str
) -> None:
    submitted = office.submit(office.save(office.draft("800")))
    with refusal(code), office.writing() as session:
        given = {"note": note, "command_id": command()}
        expense_claims.sanction(session, office.head, submitted.id, submitted.version, amounts, **given)


def test_only_who_is_asked_may_lower_amounts(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("800")))
    with refusal("approval.not_yours"), office.writing() as session:
        given = {"note": "x", "command_id": command()}
        expense_claims.sanction(
            session, office.boss, submitted.id, submitted.version, {0: Decimal(1)}, **given
        )


def test_an_advance_may_be_granted_in_part(office: Office) -> None:
    submitted = office.submit(office.save(office.advance_draft("3000")))
    with office.writing() as session:
        given = {"note": "先借一半", "command_id": command()}
        granted = expense_claims.sanction(
            session, office.head, submitted.id, submitted.version, {0: Decimal(1500)}, **given
        )
    paid = office.pay(office.approve(granted))
    assert office.detail(paid).outstanding == Decimal(1500)
