"""The approval engine: who is asked, who may decide, and what happens when two decide at once."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest

from models.approval import ApprovalRule, ApproverKind, Decision, StepState
from models.expense_claim import ClaimState
from models.people import Department
from models.project import Project
from models.user import Role
from services import approvals, expense_claims
from services.approval_levels import Paper, names
from services.approval_steps import asked, decisions
from services.claim_records import load, paper_of
from services.claim_values import Saved
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from tests.claims import Office, add_person, add_rule, at_once, command, make_office, refusal, user_of


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


def labels(office: Office, saved: Saved) -> list[tuple[str, str]]:
    return [(step.label, step.approver_name) for step in office.detail(saved).steps]


def return_(office: Office, saved: Saved, actor: Actor, reason: str = "不对") -> Saved:
    with office.writing() as session:
        return expense_claims.return_(session, actor, saved.id, saved.version, command(), reason=reason)


def test_a_paper_shows_its_levels_with_who_decides(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("6000")))
    assert labels(office, submitted) == [("部门审批", "张国强"), ("总经理", "何志远")]
    states = [step.state for step in office.detail(submitted).steps]
    assert states == [StepState.PENDING, StepState.WAITING]


def test_a_head_s_own_claim_goes_to_the_head_above(office: Office) -> None:
    saved = office.save(office.draft("10", claimant_id=office.head.employee_id))
    assert labels(office, office.submit(saved)) == [("部门审批", "何志远")]


def test_at_the_top_nobody_is_left_and_the_sentence_names_the_level(office: Office) -> None:
    saved = office.save(office.draft("10", claimant_id=office.boss.employee_id, department_id=office.board))
    with pytest.raises(Refused) as refused:
        office.submit(saved)
    assert (refused.value.code, refused.value.values) == (
        "approval.no_approver",
        {"level": "部门审批", "place": "总经办"},
    )
    assert office.detail(saved).state == ClaimState.DRAFT


def test_a_rule_for_the_department_opens_the_way_for_its_head(office: Office) -> None:
    with office.writing() as session:
        given = {"user_id": office.head.user_id, "department_id": office.board}
        add_rule(session, 1, "副总审批", ApproverKind.USER, **given)
    saved = office.save(office.draft("10", claimant_id=office.boss.employee_id, department_id=office.board))
    assert labels(office, office.submit(saved)) == [("副总审批", "张国强")]


def test_a_department_without_head_blocks(office: Office) -> None:
    saved = office.save(office.draft("10"))
    with office.writing() as session:
        session.get_one(Department, office.survey).head_id = None
    with refusal("approval.no_approver"):
        office.submit(saved)


def test_a_head_who_may_not_decide_blocks(office: Office) -> None:
    saved = office.save(office.draft("10"))
    with office.writing() as session:
        user_of(session, office.head).active = False
    with refusal("approval.no_approver"):
        office.submit(saved)


def test_without_any_rule_nothing_can_be_submitted(office: Office) -> None:
    saved = office.save(office.draft("10"))
    with office.writing() as session:
        for rule in session.query(ApprovalRule):
            rule.active = False
    with refusal("approval.no_rule"):
        office.submit(saved)


def test_of_the_rules_of_a_level_the_most_specific_one_counts(office: Office) -> None:
    with office.writing() as session:
        add_rule(session, 1, "借款审批", ApproverKind.USER, user_id=office.boss.user_id, paper_kind="advance")
        given = {"user_id": office.head.user_id, "project_id": office.project}
        add_rule(session, 1, "项目组", ApproverKind.USER, **given)
    advance = office.submit(office.save(office.advance_draft("10")))
    on_project = office.submit(office.save(office.draft("10", project_id=office.project)))
    assert labels(office, advance) == [("借款审批", "何志远")]
    assert labels(office, on_project) == [("项目组", "张国强")]


def test_a_project_s_manager_is_asked_for_papers_of_the_project_only(office: Office) -> None:
    with office.writing() as session:
        add_rule(session, 3, "项目负责人", ApproverKind.PROJECT_MANAGER)
    plain = office.submit(office.save(office.draft("10")))
    on_project = office.submit(office.save(office.draft("10", project_id=office.project)))
    assert [label for label, _ in labels(office, plain)] == ["部门审批"]
    assert labels(office, on_project)[1] == ("项目负责人", "张国强")


def test_the_manager_s_own_paper_goes_to_the_department_instead(office: Office) -> None:
    with office.writing() as session:
        add_rule(session, 3, "项目负责人", ApproverKind.PROJECT_MANAGER)
        session.get_one(Project, office.project).manager_id = office.clerk.employee_id
    on_project = office.submit(office.save(office.draft("10", project_id=office.project)))
    assert labels(office, on_project)[1] == ("项目负责人", "张国强")


def test_a_project_without_manager_blocks_and_names_the_project(office: Office) -> None:
    with office.writing() as session:
        add_rule(session, 3, "项目负责人", ApproverKind.PROJECT_MANAGER)
        session.get_one(Project, office.project).manager_id = None
    saved = office.save(office.draft("10", project_id=office.project))
    with pytest.raises(Refused) as refused:
        office.submit(saved)
    assert refused.value.values["place"] == "HT-2026-031"


def test_a_role_is_anybody_with_it_except_whose_paper_it_is(office: Office) -> None:
    with office.writing() as session:
        add_rule(session, 3, "管理层", ApproverKind.ROLE, role=Role.MANAGER)
    submitted = office.submit(office.save(office.draft("10")))
    assert labels(office, submitted)[1] == ("管理层", "王建国、何志远、张国强")


def test_a_role_nobody_has_blocks(office: Office) -> None:
    with office.writing() as session:
        add_rule(session, 3, "审计", ApproverKind.ROLE, role=Role.AUDITOR)
    saved = office.save(office.draft("10"))
    with refusal("approval.no_approver"):
        office.submit(saved)


def test_a_user_named_for_a_level_is_not_asked_for_their_own_paper(office: Office) -> None:
    saved = office.save(office.draft("9000", claimant_id=office.boss.employee_id))
    with refusal("approval.no_approver"):
        office.submit(saved)


def test_nobody_decides_on_their_own_paper(office: Office) -> None:
    saved = office.save(office.draft("10", claimant_id=office.head.employee_id))
    with refusal("approval.own_paper"):
        office.approve(office.submit(saved), office.head)


def test_who_is_not_asked_hears_who_is(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("10")))
    with pytest.raises(Refused) as refused:
        office.approve(submitted, office.boss)
    assert refused.value.code == "approval.not_yours"
    assert refused.value.values == {"level": "部门审批", "approver": "张国强"}


def test_a_clerk_has_no_say(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("10")))
    with refusal("permission.denied"):
        office.approve(submitted, office.clerk)


def test_a_return_needs_its_reason(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("10")))
    with refusal("approval.reason_missing"):
        return_(office, submitted, office.head, " ")


def test_a_return_at_a_level_closes_the_levels_after_it(office: Office) -> None:
    back = return_(office, office.submit(office.save(office.draft("9000"))), office.head)
    steps = office.detail(back).steps
    assert [step.state for step in steps] == [StepState.RETURNED, StepState.CANCELLED]
    assert steps[0].reason == "不对"


def test_a_second_round_begins_at_the_first_level(office: Office) -> None:
    back = return_(office, office.submit(office.save(office.draft("10"))), office.head)
    again = office.submit(back)
    assert [step.state for step in office.detail(again).steps] == [StepState.PENDING]
    with office.database.read() as session:
        acts = decisions(session, paper_of(load(session, again.id)))
    assert [(act.round, act.decision.value) for act in acts] == [(1, "submit"), (1, "return"), (2, "submit")]


def test_who_comes_second_hears_who_was_first_and_what_they_did(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("10")))
    office.approve(submitted)
    with pytest.raises(Refused) as refused:
        return_(office, submitted, office.head)
    assert refused.value.code == "approval.already_decided"
    assert refused.value.values == {"by": "张国强", "decision": "approve"}


def test_a_paper_taken_back_can_no_longer_be_approved(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("10")))
    with office.writing() as session:
        expense_claims.withdraw(session, office.clerk, submitted.id, submitted.version, command())
    with refusal("approval.already_decided"):
        office.approve(submitted)


def test_an_approved_paper_can_no_longer_be_taken_back(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("10")))
    office.approve(submitted)
    with refusal("approval.already_decided"), office.writing() as session:
        expense_claims.withdraw(session, office.clerk, submitted.id, submitted.version, command())


def test_an_approver_who_left_is_told_and_the_paper_can_be_handed_in_again(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("10")))
    with office.writing() as session:
        user_of(session, office.head).active = False
        session.get_one(Department, office.survey).head_id = office.boss.employee_id
    assert office.detail(submitted).steps[0].gone
    with refusal("approval.approver_gone"):
        office.approve(submitted, office.boss)
    with office.writing() as session:
        back = expense_claims.withdraw(session, office.clerk, submitted.id, submitted.version, command())
    assert office.detail(office.approve(office.submit(back), office.boss)).state == ClaimState.TO_PAY


def test_a_role_that_lost_everybody_is_told_too(office: Office) -> None:
    with office.writing() as session:
        lone = add_person(session, "郑总", office.board, Role.HR, Role.MANAGER)
        add_rule(session, 1, "人事", ApproverKind.ROLE, role=Role.HR, paper_kind="claim")
    submitted = office.submit(office.save(office.draft("10")))
    assert labels(office, submitted) == [("人事", "郑总")]
    with office.writing() as session:
        user_of(session, lone).active = False
    assert office.detail(submitted).steps[0].gone


def test_of_two_managers_who_click_at_once_one_wins(office: Office) -> None:
    with office.writing() as session:
        add_rule(session, 1, "管理层", ApproverKind.ROLE, role=Role.MANAGER, paper_kind="claim")
    submitted = office.submit(office.save(office.draft("10")))
    clicks = [partial(office.approve, submitted, actor) for actor in (office.head, office.boss)]
    assert at_once(*clicks) == ["approval.already_decided", "done"]


def test_the_engine_serves_any_kind_of_paper(office: Office) -> None:
    own = frozenset({office.clerk.user_id})
    paper = Paper("insurance_change", 7, Decimal(1), office.survey, None, frozenset(), own)
    given = {"reason": "", "command_id": "again"}
    with office.writing() as session:
        assert approvals.start(session, office.clerk, paper, command())[0].approver_name == "张国强"
        assert asked(session, office.head, paper)
        outcome = approvals.decide(
            session, office.head, paper, Decision.APPROVE, reason="", command_id=command()
        )
        assert (outcome.finished, outcome.holder_name) == (True, "")
        with refusal("approval.already_decided"):
            approvals.decide(session, office.head, paper, Decision.APPROVE, **given)
        with refusal("approval.already_decided"):
            approvals.withdraw(session, office.clerk, paper, **given)


def test_a_paper_nobody_handed_in_cannot_be_decided(office: Office) -> None:
    paper = Paper("insurance_change", 7, Decimal(1), office.survey, None, frozenset(), frozenset())
    with refusal("record.stale"), office.writing() as session:
        approvals.decide(session, office.head, paper, Decision.APPROVE, reason="", command_id=command())


def test_the_database_itself_refuses_a_decision_on_an_own_paper(office: Office) -> None:
    submitted = office.submit(office.save(office.draft("10", claimant_id=office.head.employee_id)))
    with refusal("approval.own_paper"), office.writing() as session:
        paper = paper_of(load(session, submitted.id))
        approvals._note(session, office.head, paper, 1, Decision.APPROVE, command_id="x")


def test_a_few_names_stand_for_many(office: Office) -> None:
    with office.writing() as session:
        users = [
            user_of(session, actor) for actor in (office.clerk, office.head, office.boss, office.cashier)
        ]
        assert names(users) == "李文静、张国强、何志远…"


def test_small_amounts_pass_the_levels_of_large_ones_by(office: Office) -> None:
    below = office.submit(office.save(office.draft("4999.99")))
    above = office.submit(office.save(office.draft(str(Decimal(5000)))))
    assert [len(labels(office, paper)) for paper in (below, above)] == [1, 2]
