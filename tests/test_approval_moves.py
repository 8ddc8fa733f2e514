"""A paper past somebody: referred, one more signer, asked after; who may, whom it goes to, and both names on paper."""

from __future__ import annotations

from functools import partial

import pytest

from models.approval import StepState
from models.user import Role
from services import expense_claims
from services.approval_steps import decisions
from services.claim_actions import ClaimAction
from services.claim_records import load, paper_of
from services.claim_values import Saved
from services.database import Database
from services.permissions import Actor
from tests.claims import TODAY, Office, add_person, at_once, command, make_office, refusal


@pytest.fixture
def place(either: Database) -> Office:
    return make_office(either)


@pytest.fixture
def deputy(place: Office) -> Actor:
    with place.writing() as session:
        return add_person(session, "吴敏", place.board, Role.MANAGER)


@pytest.fixture
def sent(place: Office) -> Saved:
    """6,000 yuan: the head decides first, then the general manager."""
    return place.submit(place.save(place.draft("6000")))


def refer(
    place: Office, saved: Saved, actor: Actor, to: Actor, reason: str = "他更清楚", act: str = ""
) -> Saved:
    with place.writing() as session:
        return expense_claims.refer(
            session, actor, saved.id, saved.version, act or command(), user_id=to.user_id, reason=reason
        )


def sign(place: Office, saved: Saved, actor: Actor, to: Actor, *, before: bool) -> Saved:
    with place.writing() as session:
        return expense_claims.add_signer(
            session,
            actor,
            saved.id,
            saved.version,
            command(),
            user_id=to.user_id,
            before=before,
            reason="请把关",
        )


def remind(place: Office, saved: Saved, actor: Actor, act: str = "") -> Saved:
    with place.writing() as session:
        return expense_claims.remind(session, actor, saved.id, saved.version, act or command(), today=TODAY)


def steps(place: Office, saved: Saved) -> list[tuple[str, str, StepState]]:
    return [(row.label, row.approver_name, row.state) for row in place.detail(saved).steps]


def test_a_referred_paper_waits_for_whom_it_was_referred_to(place, deputy, sent):
    moved = refer(place, sent, place.head, deputy)
    assert steps(place, moved) == [
        ("部门审批", "张国强", StepState.REFERRED),
        ("部门审批", "吴敏", StepState.PENDING),
        ("总经理", "何志远", StepState.WAITING),
    ]
    assert place.detail(moved).holder_name == "吴敏"
    with refusal("approval.not_yours"):
        place.approve(moved, place.head)
    last = place.approve(place.approve(moved, deputy), place.boss)
    assert place.detail(last).state == "to_pay"


def test_one_more_signer_before_decides_first_after_decides_next(place, deputy, sent):
    before = sign(place, sent, place.head, deputy, before=True)
    assert [name for _label, name, _state in steps(place, before)] == ["吴敏", "张国强", "何志远"]
    with refusal("approval.not_yours"):
        place.approve(before, place.head)
    back = place.approve(before, deputy)
    assert place.detail(back).holder_name == "张国强"
    other = place.submit(place.save(place.draft("6000")))
    after = sign(place, other, place.head, deputy, before=False)
    assert [name for _label, name, _state in steps(place, after)] == ["张国强", "吴敏", "何志远"]
    assert place.detail(place.approve(after, place.head)).holder_name == "吴敏"


def test_every_act_is_in_the_record_with_its_reason(place, deputy, sent):
    refer(place, sent, place.head, deputy)
    with place.database.read() as session:
        acts = [
            (row.decision, row.user_name, row.reason)
            for row in decisions(session, paper_of(load(session, sent.id)))
        ]
    assert acts[-1] == ("refer", "张国强", "他更清楚")


def test_the_printed_form_has_a_place_for_everybody_who_decides(place, deputy, sent):
    moved = sign(place, sent, place.head, deputy, before=False)
    with place.database.read() as session:
        signatures = expense_claims.voucher(session, place.clerk, moved.id).signatures
    assert [one.label for one in signatures] == ["报销人", "部门审批", "加签", "总经理", "出纳", "领款人"]


@pytest.mark.parametrize("who", ["clerk", "cashier", "head_again", "boss"])
def test_whom_it_cannot_go_to_is_said(place, deputy, sent, who):
    targets = {
        "clerk": (place.clerk, "approval.cannot_decide"),
        "cashier": (place.cashier, "approval.cannot_decide"),
        "head_again": (place.head, "approval.already_asked"),
        "boss": (place.boss, "approval.already_asked"),
    }
    to, code = targets[who]
    with refusal(code):
        refer(place, sent, place.head, to)
    assert place.detail(sent).version == sent.version


def test_nobody_gets_their_own_paper(place, deputy):
    own = place.submit(place.save(place.draft("10", claimant_id=deputy.employee_id)))
    with refusal("approval.own_paper_of"):
        refer(place, own, place.head, deputy)


def test_who_is_not_asked_moves_nothing_and_a_reason_is_needed(place, deputy, sent):
    with refusal("approval.not_yours"):
        refer(place, sent, place.boss, deputy)
    with refusal("permission.denied"):
        refer(place, sent, place.cashier, deputy)
    with refusal("approval.reason_missing"):
        refer(place, sent, place.head, deputy, reason=" ")
    with refusal("record.required"), place.writing() as session:
        expense_claims.refer(session, place.head, sent.id, sent.version, command(), user_id=None, reason="x")


def test_a_double_click_refers_once(place, deputy, sent):
    first = refer(place, sent, place.head, deputy, act="same")
    assert refer(place, sent, place.head, deputy, act="same") == first


def test_of_referring_and_approving_at_the_same_moment_one_wins(place, deputy, sent):
    answers = at_once(
        partial(refer, place, sent, place.head, deputy), partial(place.approve, sent, place.head)
    )
    assert sorted(answers)[1] == "done" or answers[0] == "done"
    assert answers.count("done") == 1
    pending = [row for row in steps(place, sent) if row[2] is StepState.PENDING]
    assert len(pending) == 1


def test_a_reminder_is_told_once_a_day(place, sent):
    told = remind(place, sent, place.clerk, act="same")
    assert remind(place, sent, place.clerk, act="same") == told
    with refusal("approval.reminded_today"):
        remind(place, told, place.clerk)
    assert place.detail(told).reminded_at is not None
    assert ClaimAction.REMIND in place.detail(told).actions
    assert ClaimAction.REMIND not in place.detail(told, place.head).actions


def test_only_what_waits_is_asked_after(place):
    draft = place.save(place.draft("1"))
    with refusal("claim.wrong_state"):
        remind(place, draft, place.clerk)


def test_a_reminder_is_no_decision(place, deputy, sent):
    told = remind(place, sent, place.clerk)
    with refusal("record.stale"):
        place.approve(sent, place.head)
    assert place.detail(place.approve(told, place.head)).holder_name == "何志远"
