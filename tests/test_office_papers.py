"""Papers beside the claims are handed in, decided level by level, returned, taken back: never twice, never by their own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.approval import Absence, ApprovalDecision, ApprovalRule, ApproverKind, Decision
from models.personnel_paper import OfficePaperState, PersonnelKind, PersonnelPaper
from models.user import Role, User, UserRole
from services import office_papers
from services.calendars import business_day
from services.errors import Refused
from services.permissions import Actor, permissions_of
from services.personnel_drafts import PersonnelDraft
from services.personnel_terms import Ending
from tests import personnel
from tests.personnel import KIND, TODAY, click, decide, joiner, saved, submitted


@pytest.fixture
def session(database):
    with database.write() as opened:
        yield opened


def test_a_paper_is_decided_on_a_server_as_in_a_file(either, clerk):
    with either.write() as session:
        deciders = personnel.set_up(session)
        paper = personnel.approved(session, clerk, deciders, joiner())
        assert (paper.state, paper.applied_on) == (OfficePaperState.APPROVED, TODAY)
        assert office_papers.waiting_count(session, deciders[1]) == 0


@pytest.fixture
def deciders(session):
    return personnel.set_up(session)


def test_a_paper_goes_up_level_by_level_and_takes_effect_at_the_last(session, deciders, clerk):
    paper = submitted(session, clerk, joiner())
    assert (paper.state, paper.holder_name) == (OfficePaperState.SUBMITTED, "王建国")
    decide(session, deciders[0], paper)
    assert (paper.state, paper.holder_name, paper.applied_on) == (OfficePaperState.SUBMITTED, "何总", None)
    decide(session, deciders[1], paper)
    assert (paper.state, paper.holder_name, paper.applied_on) == (OfficePaperState.APPROVED, "", TODAY)


def test_the_second_level_does_not_decide_before_the_first(session, deciders, clerk):
    paper = submitted(session, clerk, joiner())
    with pytest.raises(Refused) as refused:
        decide(session, deciders[1], paper)
    assert refused.value.code == "approval.not_yours"


def test_a_return_names_its_reason_and_the_paper_may_come_again(session, deciders, clerk):
    paper = submitted(session, clerk, joiner())
    with pytest.raises(Refused) as refused:
        decide(session, deciders[0], paper, Decision.RETURN)
    assert refused.value.code == "approval.reason_missing"
    decide(session, deciders[0], paper, Decision.RETURN, reason="身份证号请核对")
    assert (paper.state, paper.state_note) == (OfficePaperState.RETURNED, "身份证号请核对")
    office_papers.submit(session, clerk, KIND, paper.id, paper.version, click())
    assert (paper.state, paper.state_note) == (OfficePaperState.SUBMITTED, "")


def test_a_paper_is_taken_back_until_somebody_decided(session, deciders, clerk):
    paper = submitted(session, clerk, joiner())
    office_papers.withdraw(session, clerk, KIND, paper.id, paper.version, reason="重写", command_id=click())
    assert (paper.state, paper.holder_name, paper.state_note) == (OfficePaperState.WITHDRAWN, "", "重写")
    assert office_papers.waiting(session, deciders[0]) == []


def ask_any_manager(session):
    """The first level is anybody with the role, as in many small companies."""
    rule = session.query(ApprovalRule).filter_by(level=1).one()
    rule.approver, rule.user_id, rule.role = ApproverKind.ROLE, None, Role.MANAGER
    session.flush()


def test_who_wrote_a_paper_does_not_decide_on_it(session, deciders):
    ask_any_manager(session)
    roles = frozenset({Role.MANAGER, Role.HR})
    both = Actor(4, "王建国", "manager", 4, roles, permissions_of(roles))
    paper = saved(session, both, joiner())
    office_papers.submit(session, both, KIND, paper.id, paper.version, click())
    with pytest.raises(Refused) as refused:
        decide(session, both, paper)
    assert refused.value.code == "approval.own_paper"
    assert office_papers.waiting_count(session, both) == 0


def test_nobody_decides_on_their_own_leaving(session, deciders, clerk):
    ask_any_manager(session)
    draft = PersonnelDraft(
        kind=PersonnelKind.LEAVE, employee_id=4, effective_on=date(2026, 4, 30), ending=Ending.RESIGNED
    )
    paper = submitted(session, clerk, draft)
    with pytest.raises(Refused) as refused:
        decide(session, deciders[0], paper)
    assert refused.value.code == "approval.own_paper"
    assert [one.id for one in office_papers.waiting(session, deciders[0])] == []


def test_a_double_click_decides_once(session, deciders, clerk):
    paper = submitted(session, clerk, joiner())
    again = click()
    for _ in range(2):
        office_papers.decide(
            session, deciders[0], KIND, paper.id, paper.version, Decision.APPROVE,
            reason="", command_id=again, today=TODAY,
        )  # fmt: skip
    acts = session.query(ApprovalDecision).filter_by(paper_kind=KIND.value, decision=Decision.APPROVE).count()
    assert acts == 1
    assert paper.holder_name == "何总"


def test_a_paper_that_changed_meanwhile_is_not_decided_as_it_was(session, deciders, clerk):
    paper = submitted(session, clerk, joiner())
    with pytest.raises(Refused) as refused:
        office_papers.decide(
            session, deciders[0], KIND, paper.id, paper.version - 1, Decision.APPROVE,
            reason="", command_id=click(), today=TODAY,
        )  # fmt: skip
    assert refused.value.code == "record.stale"


def test_a_paper_that_is_no_draft_is_not_handed_in_again(session, deciders, clerk):
    paper = submitted(session, clerk, joiner())
    with pytest.raises(Refused) as refused:
        office_papers.submit(session, clerk, KIND, paper.id, paper.version, click())
    assert (refused.value.code, refused.value.values) == ("office_paper.wrong_state", {"state": "submitted"})


def test_a_substitute_decides_for_somebody_who_is_away(session, deciders, clerk):
    today = business_day()
    user = User(login="deputy", name="代理人", password_hash="!")
    session.add(user)
    session.flush()
    session.add(UserRole(user_id=user.id, role=Role.MANAGER))
    week = timedelta(days=7)
    session.add(Absence(user_id=4, substitute_id=user.id, from_on=today - week, to_on=today + week))
    session.flush()
    roles = frozenset({Role.MANAGER})
    deputy = Actor(user.id, "代理人", "deputy", None, roles, permissions_of(roles))
    paper = submitted(session, clerk, joiner())
    assert [one.number for one in office_papers.waiting(session, deputy)] == [paper.number]
    decide(session, deputy, paper)
    assert session.query(ApprovalDecision).filter_by(user_id=user.id).one().for_name == "王建国"


def test_what_waits_is_named_without_an_amount(session, deciders, clerk, hr):
    paper = submitted(session, clerk, joiner())
    found = office_papers.waiting(session, deciders[0])
    assert [(one.number, one.title, one.level, one.made_by) for one in found] == [
        (paper.number, "钱多多 · 运营部", "部门审批", "陈小雨")
    ]
    assert office_papers.waiting_count(session, deciders[0]) == 1
    assert office_papers.waiting_count(session, hr) == 0


@pytest.mark.parametrize("role", ["cashier", "auditor"])
def test_only_who_may_edit_hands_in(session, deciders, clerk, request, role):
    paper = saved(session, clerk, joiner())
    with pytest.raises(Refused) as refused:
        office_papers.submit(session, request.getfixturevalue(role), KIND, paper.id, paper.version, click())
    assert refused.value.code == "permission.denied"


def test_a_refused_effect_leaves_the_paper_undecided(database, clerk):
    with database.write() as session:
        deciders = personnel.set_up(session)
        paper = submitted(session, clerk, joiner())
        decide(session, deciders[0], paper)
        other = saved(session, clerk, joiner(identity_number=personnel.OTHER_NUMBER, name="孙某"))
        other.body = {**other.body, "identity_number": personnel.NUMBER}
        paper_id = paper.id
    with pytest.raises(Refused) as refused, database.write() as session:
        decide(session, deciders[1], session.get_one(PersonnelPaper, paper_id))
    assert refused.value.code == "personnel.second_paper"
    with database.read() as session:
        assert session.get_one(PersonnelPaper, paper_id).state is OfficePaperState.SUBMITTED
