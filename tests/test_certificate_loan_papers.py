"""Loans of certificates among the other papers: remarks, decisions, the leaver's list, two people at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from models.approval import Decision
from models.bid import Bid
from models.bid_terms import BidKind, BidLaw, BidMethod, BidResult, BidRole
from models.certificate import CertificateLoan, LoanKind, LoanState
from models.personnel_paper import PersonnelKind
from services import (
    certificate_loan_acts,
    certificate_loan_details,
    certificate_loan_register,
    certificate_loans,
    leaving,
    office_details,
    office_papers,
    personnel_forms,
    registers,
)
from services.certificate_loan_details import LoanRemark
from services.certificate_loan_register import REGISTER
from services.errors import Refused
from services.leaving import LeavingCheck
from services.personnel_drafts import PersonnelDraft
from services.personnel_terms import Ending
from services.registers import Query
from tests import certificates, personnel
from tests.certificates import (
    AUDITOR,
    BORROWER,
    CASHIER,
    CLERK,
    KIND,
    MANAGER,
    approved,
    certificate,
    click,
    decided,
    give_back,
    lent,
    request,
    saved,
    submitted,
)
from tests.claims import at_once
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


def test_what_was_approved_and_is_not_needed_is_voided_with_a_reason(session):
    made = certificate(session)
    loan = approved(session, request(made))

    def void(actor, reason: str) -> int:
        return certificate_loan_acts.void(
            session, actor, loan.id, loan.version, reason=reason, command_id=click()
        )

    assert refusal(lambda: void(AUDITOR, "x")).code == "permission.denied"
    assert refusal(lambda: void(MANAGER, "")).code == "approval.reason_missing"
    void(MANAGER, "不投了")
    assert loan.state == LoanState.VOIDED
    assert saved(session, request(made, employee_id=1))


def test_overdue_originals_head_the_page_and_count_on_the_tab(session):
    loan = lent(session, request(certificate(session)))
    submitted(session, request(certificate(session)))
    saved(session, request(certificate(session)))
    approved(session, request(certificate(session)))
    late = TODAY + WEEK + timedelta(days=3)
    found = certificate_loan_register.headline(session, AUDITOR, today=late)
    assert (found.to_finish, found.submitted, found.to_hand_out, found.lent) == (1, 1, 1, 1)
    assert (found.overdue, found.overdue_since, found.overdue_holder) == (1, TODAY + WEEK, "刘芳")
    assert certificate_loan_register.overdue_count(session, CLERK, today=late) == 1
    assert certificate_loan_register.overdue_count(session, CLERK, today=TODAY + WEEK) == 0
    assert numbers(session, "overdue", late) == [loan.number]
    assert detail(session, loan, today=late).remarks[0].values == {"days": 3}


def test_remarks_say_what_to_know_before_deciding(session):
    lapsed = certificate(session, valid_to=TODAY - timedelta(days=1))
    ending = certificate(session, valid_to=TODAY + timedelta(days=3))
    out = certificate(session)
    lent(session, request(out))
    waits = submitted(
        session, request(out, from_on=TODAY + 2 * WEEK, due_back_on=TODAY + 3 * WEEK, employee_id=1)
    )
    found = [
        [one.code for one in detail(session, loan).remarks]
        for loan in (saved(session, request(lapsed)), saved(session, request(ending)), waits)
    ]
    assert found == [[LoanRemark.LAPSED], [LoanRemark.ENDS_MEANWHILE], [LoanRemark.OUT_NOW]]


def test_who_decides_sees_what_is_asked_and_nobody_decides_on_their_own(session):
    own = request(certificate(session, number="Q-7"), employee_id=MANAGER.employee_id)
    assert refusal(lambda: submitted(session, own)).code == "approval.no_approver"
    other = submitted(session, request(certificate(session, number="Q-8"), kind=LoanKind.COPY, copies=3))
    (paper,) = office_papers.waiting(session, MANAGER)
    assert (paper.id, paper.what) == (other.id, LoanKind.COPY)
    assert paper.title == "ISO 9001 质量管理体系认证 · 刘芳"
    rows = {
        one.name: one.after
        for one in office_details.detail(session, MANAGER, KIND, other.id, today=TODAY).changes
    }
    assert rows["certificate_number"] == "Q-8"
    assert (rows["copies"], rows["purpose"]) == (3, "资格预审原件查验")
    assert "due_back_on" not in rows


def test_a_returned_request_is_mended_and_handed_in_again_a_draft_is_deleted(session):
    loan = decided(session, submitted(session, request(certificate(session))), Decision.RETURN, "写明项目")
    assert (loan.state, loan.state_note) == (LoanState.RETURNED, "写明项目")
    draft = certificate_loans.get(session, CLERK, loan.id)
    certificate_loans.save(session, CLERK, replace(draft, purpose="荆门项目资格预审"), today=TODAY)
    office_papers.submit(session, CLERK, KIND, loan.id, loan.version, click())
    assert refusal(lambda: certificate_loans.remove(session, CLERK, loan.id, loan.version)).code == "office_paper.wrong_state"  # fmt: skip
    other = saved(session, request(certificate(session)))
    assert certificate_loans.remove(session, CLERK, other.id, other.version)


def test_who_only_looks_neither_asks_nor_hands_out(session):
    loan = approved(session, request(certificate(session)))
    for actor in (CASHIER, MANAGER, AUDITOR):
        for act in (
            partial(certificate_loans.save, session, actor, request(1), today=TODAY),
            partial(certificate_loans.remove, session, actor, loan.id, loan.version),
            partial(
                certificate_loan_acts.hand_out,
                session, actor, loan.id, loan.version, day=TODAY, command_id=click(), today=TODAY,
            ),
        ):  # fmt: skip
            assert refusal(act).code == "permission.denied"


def test_a_loan_may_be_for_a_bid_that_is_not_decided(session):
    for number, result in (("TB-1", BidResult.PENDING), ("TB-2", BidResult.LOST)):
        session.add(
            Bid(
                number=number, name=f"项目{number}", tenderer="x", law=next(iter(BidLaw)), method=next(iter(BidMethod)),
                kind=next(iter(BidKind)), role=next(iter(BidRole)), result=result,
            )
        )  # fmt: skip
    session.flush()
    (choice,) = certificate_loans.bid_choices(session, CLERK)
    made = certificate(session, number="Q-9")
    loan = lent(session, request(made, bid_id=choice.id))
    assert detail(session, loan).bid == "TB-1 项目TB-1"
    (shown,) = certificate_loans.lendable(session, CLERK)
    assert shown.hint == "Q-9 · → 刘芳"


def test_the_leaver_s_list_names_what_is_still_out_and_is_ticked_only_when_it_is_back(session):
    made = certificate(session, name="营业执照")
    loan = lent(session, request(made, employee_id=BORROWER))
    draft = PersonnelDraft(
        kind=PersonnelKind.LEAVE, employee_id=BORROWER, effective_on=TODAY + WEEK, ending=Ending.RESIGNED
    )
    paper = personnel.saved(session, CLERK, draft)

    def seals():
        rows = leaving.checklist(session, CLERK, paper.id, today=TODAY)
        return next(row for row in rows if row.check is LeavingCheck.SEALS)

    leaving.tick(session, CLERK, paper.id, LeavingCheck.SEALS, done_on=TODAY, note="印章已交")
    assert (seals().settled, seals().open) == (False, (f"营业执照 {loan.number}",))
    printed = personnel_forms.printed(session, CLERK, paper.id, today=TODAY)
    assert any("证照原件" in item.name and not item.settled for item in printed.items)
    give_back(session, loan, TODAY)
    assert (seals().settled, seals().open) == (True, ())


def test_two_clerks_hand_out_one_original_at_once_and_it_leaves_once(either):
    with either.write() as session:
        certificates.set_up(session)
        loan = approved(session, request(certificate(session)))
        loan_id, version = loan.id, loan.version

    def hand_out() -> None:
        with either.write() as session:
            certificate_loan_acts.hand_out(
                session, CLERK, loan_id, version, day=TODAY, command_id=click(), today=TODAY
            )

    first, second = at_once(hand_out, hand_out)
    assert first == "done"
    assert second in ("record.stale", "loan.state", "loan.out")
    with either.read() as session:
        assert session.get_one(CertificateLoan, loan_id).state.value == "lent"


def test_every_act_at_the_counter_is_done_once_however_often_it_is_clicked(session):
    loan, other = (
        lent(session, request(certificate(session))),
        approved(session, request(certificate(session))),
    )
    acts = certificate_loan_acts
    longer, back, void = (
        partial(
            acts.extend,
            session,
            CLERK,
            loan.id,
            due_back_on=TODAY + 2 * WEEK,
            reason="延期",
            command_id=click(),
        ),
        partial(acts.give_back, session, CLERK, loan.id, day=TODAY, command_id=click(), today=TODAY),
        partial(acts.void, session, CLERK, other.id, reason="不用了", command_id=click()),
    )
    for act, paper in ((longer, loan), (back, loan), (void, other)):
        version = paper.version
        assert act(version) == act(version) == paper.version == version + 1
    assert (loan.due_back_on, loan.state, other.state) == (TODAY + 2 * WEEK, LoanState.BACK, LoanState.VOIDED)
