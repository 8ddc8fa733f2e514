"""Loans of certificates: asked for, approved, handed out once, back; refused where somebody else has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.certificate import Certificate, CertificateState, LoanKind, LoanState
from models.people import Employee
from services import (
    certificate_acts,
    certificate_facts,
    certificate_loan_acts,
    certificate_loan_details,
    office_papers,
    registers,
)
from services.certificate_loan_details import LoanAction
from services.certificate_loan_register import REGISTER
from services.errors import Refused
from services.registers import Query
from tests import certificates
from tests.certificates import (
    BORROWER,
    CLERK,
    KIND,
    MANAGER,
    approved,
    certificate,
    click,
    decided,
    give_back,
    hand_out,
    lent,
    request,
    saved,
    submitted,
)
from tests.conftest import TODAY

WEEK = timedelta(days=7)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def detail(session, loan, actor=CLERK, today: date = TODAY):
    return certificate_loan_details.detail(session, actor, loan.id, today=today)


def numbers(session, chip: str, today: date = TODAY) -> list[str]:
    return [row[1] for row in registers.window(session, CLERK, REGISTER, Query(today, chip=chip), 0, 50)]


def refusal(act) -> Refused:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value


def test_an_original_goes_out_on_an_approved_request_and_comes_back(session):
    made = certificate(session, original_place="保险柜 A-1")
    loan = saved(session, request(made))
    assert loan.number == "ZJ-2026-0001"
    assert detail(session, loan).actions == {
        LoanAction.EDIT,
        LoanAction.SUBMIT,
        LoanAction.DELETE,
        LoanAction.PRINT,
    }
    office_papers.submit(session, CLERK, KIND, loan.id, loan.version, click())
    assert detail(session, loan).actions == {LoanAction.WITHDRAW, LoanAction.PRINT}
    assert detail(session, loan, MANAGER).actions == {LoanAction.APPROVE, LoanAction.RETURN, LoanAction.PRINT}
    decided(session, loan)
    assert detail(session, loan).actions == {LoanAction.HAND_OUT, LoanAction.VOID, LoanAction.PRINT}
    hand_out(session, loan)
    facts = certificate_facts.facts(session, CLERK, made)
    assert (facts.lent_to, facts.due_back_on) == ("刘芳", TODAY + WEEK)
    give_back(session, loan, TODAY + WEEK, "完好")
    assert (loan.state, loan.back_on, loan.back_note) == (LoanState.BACK, TODAY + WEEK, "完好")
    assert certificate_facts.facts(session, CLERK, made).lent_to == ""
    acts = [row.action for row in detail(session, loan).history]
    assert [act for act in acts if act in ("create", "submit", "approve", "hand_out", "give_back")] == acts


def test_a_lent_original_is_not_lent_again_before_it_is_back(session):
    made = certificate(session)
    out = lent(session, request(made))
    again = refusal(lambda: saved(session, request(made, employee_id=1, due_back_on=TODAY + 2 * WEEK)))
    assert (again.code, again.field) == ("loan.out", "certificate_id")
    assert again.values == {"holder": "刘芳", "what": LoanKind.ORIGINAL, "piece": 1, "since": TODAY, "day": TODAY + WEEK}  # fmt: skip
    later = request(
        made, employee_id=1, from_on=TODAY + WEEK + timedelta(days=1), due_back_on=TODAY + 2 * WEEK
    )
    follows = approved(session, later)
    assert refusal(lambda: hand_out(session, follows, today=TODAY)).code == "loan.out", "it is not back yet"
    give_back(session, out, TODAY)
    early = refusal(lambda: hand_out(session, follows))
    assert (early.code, early.field, early.values["day"]) == ("loan.early", "day", later.from_on)
    hand_out(session, follows, later.from_on, later.from_on)
    assert follows.state == LoanState.LENT


def test_what_is_promised_to_one_is_not_promised_to_another_in_the_same_days(session):
    made = certificate(session)
    first = submitted(session, request(made))
    second = refusal(lambda: saved(session, request(made, employee_id=1, from_on=TODAY + WEEK, due_back_on=TODAY + 2 * WEEK)))  # fmt: skip
    assert second.code == "loan.promised"
    assert second.values == {"number": first.number, "holder": "刘芳", "first": TODAY, "last": TODAY + WEEK}
    assert saved(session, request(made, from_on=TODAY + 2 * WEEK, due_back_on=TODAY + 3 * WEEK))


def test_two_drafts_of_the_same_days_the_second_is_refused_when_it_is_handed_in(session):
    made = certificate(session)
    first, second = saved(session, request(made)), saved(session, request(made, employee_id=1))
    office_papers.submit(session, CLERK, KIND, first.id, first.version, click())
    found = refusal(lambda: office_papers.submit(session, CLERK, KIND, second.id, second.version, click()))
    assert found.code == "loan.promised"


def test_sealed_copies_are_made_while_the_original_is_away_and_do_not_come_back(session):
    made = certificate(session)
    lent(session, request(made))
    copies = approved(session, request(made, kind=LoanKind.COPY, copies=4, due_back_on=None, employee_id=1))
    assert copies.due_back_on == TODAY
    hand_out(session, copies)
    assert (copies.state, copies.lent_on, copies.copies) == (LoanState.BACK, TODAY, 4)
    assert certificate_facts.facts(session, CLERK, made).lent_to == "刘芳"
    assert numbers(session, "copies") == [copies.number]


def test_copies_belong_to_sealed_copies_only(session):
    made = certificate(session)
    assert saved(session, request(made, copies=9)).copies == 0


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"certificate_id": None}, "record.required", "certificate_id"),
        ({"employee_id": None}, "record.required", "employee_id"),
        ({"from_on": None}, "record.required", "from_on"),
        ({"due_back_on": None}, "record.required", "due_back_on"),
        ({"purpose": "  "}, "record.required", "purpose"),
        ({"certificate_id": 999}, "record.gone", "certificate_id"),
        ({"bid_id": 999}, "record.gone", "bid_id"),
        ({"kind": LoanKind.COPY}, "loan.copies", "copies"),
        ({"due_back_on": TODAY - timedelta(days=1)}, "loan.days", "due_back_on"),
    ],
)
def test_a_request_that_lacks_something_is_refused_at_its_field(session, fields, code, field):
    draft = replace(request(certificate(session)), **fields)
    found = refusal(lambda: saved(session, draft))
    assert (found.code, found.field) == (code, field)


def test_nothing_is_lent_from_the_archive_or_where_there_is_no_original_or_to_who_has_left(session):
    away, none, made = certificate(session), certificate(session, originals=0), certificate(session)
    certificate_acts.archive(session, CLERK, away, session.get_one(Certificate, away).version, reason="旧证")
    assert refusal(lambda: saved(session, request(away))).code == "loan.archived"
    assert refusal(lambda: saved(session, request(none))).code == "loan.no_original"
    assert saved(session, request(none, kind=LoanKind.COPY, copies=1))
    session.get_one(Employee, BORROWER).left_on = TODAY - timedelta(days=1)
    found = refusal(lambda: saved(session, request(made)))
    assert (found.code, found.field) == ("loan.has_left", "employee_id")


def test_what_was_archived_meanwhile_is_neither_approved_nor_handed_out(session):
    made = certificate(session)
    asked, ready = submitted(session, request(made)), approved(session, request(certificate(session)))
    for loan in (asked, ready):
        item = session.get_one(Certificate, loan.certificate_id)
        item.state = CertificateState.ARCHIVED
    session.flush()
    assert refusal(lambda: decided(session, asked)).code == "loan.archived"
    assert refusal(lambda: hand_out(session, ready)).code == "loan.archived"


def test_days_at_the_counter_are_possible_ones(session):
    loan = approved(session, request(certificate(session)))
    assert refusal(lambda: hand_out(session, loan, day=TODAY + timedelta(days=1))).code == "loan.future"
    hand_out(session, loan)
    assert refusal(lambda: give_back(session, loan, TODAY - timedelta(days=1))).code == "loan.back_early"
    assert refusal(lambda: give_back(session, loan, TODAY + WEEK, today=TODAY)).code == "loan.future"


def test_a_double_click_is_one_act_and_an_old_paper_is_told(session):
    loan = approved(session, request(certificate(session)))
    version, command = loan.version, click()
    hand_out(session, loan, command=command)
    again = certificate_loan_acts.hand_out(
        session, CLERK, loan.id, version, day=TODAY, command_id=command, today=TODAY
    )
    assert again == loan.version
    old = certificate_loan_acts.hand_out
    assert refusal(lambda: old(session, CLERK, loan.id, version, day=TODAY, command_id=click(), today=TODAY)).code == "record.stale"  # fmt: skip
    assert refusal(lambda: hand_out(session, loan)).code == "office_paper.wrong_state"
    give_back(session, loan, TODAY)
    assert refusal(lambda: give_back(session, loan, TODAY)).code == "office_paper.wrong_state"


def test_it_is_kept_longer_with_a_reason_where_nobody_else_is_promised_it(session):
    made = certificate(session)
    loan = lent(session, request(made))

    def extend(day: date, reason: str = "开标延期") -> int:
        return certificate_loan_acts.extend(
            session, CLERK, loan.id, loan.version, due_back_on=day, reason=reason, command_id=click()
        )

    assert refusal(lambda: extend(TODAY + 2 * WEEK, " ")).code == "approval.reason_missing"
    assert refusal(lambda: extend(TODAY + WEEK)).code == "loan.days"
    extend(TODAY + WEEK + timedelta(days=2))
    assert loan.state_note == "开标延期"
    other = submitted(
        session, request(made, employee_id=1, from_on=TODAY + 2 * WEEK, due_back_on=TODAY + 3 * WEEK)
    )
    found = refusal(lambda: extend(TODAY + 2 * WEEK))
    assert (found.code, found.field, found.values["number"]) == ("loan.promised", "due_back_on", other.number)
