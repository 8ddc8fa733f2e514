"""Whoever is away: a substitute decides and both names are printed; without one the paper is not sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from models.user import Role
from services import absences, claim_papers, expense_claims
from services.absences import AbsenceDraft
from services.calendars import business_day
from services.claim_actions import ClaimAction
from services.database import Database
from services.permissions import Actor
from tests.claims import TODAY, Office, add_person, command, make_office, refusal

NOW = business_day()  # who is away is asked of the moment of the act


@pytest.fixture
def place(either: Database) -> Office:
    return make_office(either)


@pytest.fixture
def deputy(place: Office) -> Actor:
    with place.writing() as session:
        return add_person(session, "吴敏", place.board, Role.MANAGER)


@pytest.fixture
def administrator(place: Office) -> Actor:
    with place.writing() as session:
        return add_person(session, "徐曼", place.board, Role.ADMINISTRATOR)


def leave(place: Office, who: Actor, to: Actor | None = None, **changes: object) -> int:
    draft = AbsenceDraft(
        user_id=who.user_id,
        substitute_id=to.user_id if to else None,
        from_on=NOW - timedelta(days=1),
        to_on=NOW + timedelta(days=5),
    )
    with place.writing() as session:
        return absences.save(session, who, replace(draft, **changes))


def test_the_substitute_decides_and_both_names_are_printed(place, deputy):
    leave(place, place.head, deputy)
    sent = place.submit(place.save(place.draft("100")))
    assert place.detail(sent).holder_name == "张国强（吴敏代）"
    with place.database.read() as session:
        assert claim_papers.waiting_count(session, deputy) == 1
    approved = place.approve(sent, deputy)
    (step,) = place.detail(approved).steps
    assert (step.decided_by_name, step.for_name) == ("吴敏", "张国强")
    with place.database.read() as session:
        names = [one.name for one in expense_claims.voucher(session, place.clerk, approved.id).signatures]
    assert "吴敏（代张国强）" in names


def test_who_is_away_may_still_decide_themself(place, deputy):
    leave(place, place.head, deputy)
    approved = place.approve(place.submit(place.save(place.draft("100"))), place.head)
    assert place.detail(approved).steps[0].for_name == ""


def test_before_and_after_the_absence_the_substitute_is_not_asked(place, deputy):
    leave(place, place.head, deputy, from_on=NOW + timedelta(days=1))
    sent = place.submit(place.save(place.draft("100")))
    with refusal("approval.not_yours"):
        place.approve(sent, deputy)


def test_without_a_substitute_nothing_is_sent_and_the_sentence_says_until_when(place):
    saved = place.save(place.draft("100"))
    leave(place, place.head)
    with refusal("approval.on_leave") as refused:
        place.submit(saved)
    assert refused.value.values["approver"] == "张国强"
    assert refused.value.values["until"] == (NOW + timedelta(days=5)).isoformat()
    detail = place.detail(saved)
    assert (detail.state, detail.version, detail.steps) == ("draft", saved.version, ())


def test_a_substitute_whose_own_paper_it_is_does_not_help(place, deputy):
    saved = place.save(place.draft("100", claimant_id=deputy.employee_id))
    leave(place, place.head, deputy)
    with refusal("approval.on_leave"):
        place.submit(saved)


def test_what_waits_already_is_shown_stuck_and_an_administrator_moves_it(place, deputy, administrator):
    sent = place.submit(place.save(place.draft("100")))
    leave(place, place.head)
    assert place.detail(sent).steps[0].away_until == NOW + timedelta(days=5)
    assert ClaimAction.REFER in place.detail(sent, administrator).actions
    with place.writing() as session:
        moved = expense_claims.refer(
            session,
            administrator,
            sent.id,
            sent.version,
            command(),
            user_id=deputy.user_id,
            reason="张国强出差",
        )
    assert place.detail(moved).holder_name == "吴敏"


def test_an_administrator_does_not_move_what_somebody_can_decide(place, deputy, administrator):
    sent = place.submit(place.save(place.draft("100")))
    assert ClaimAction.REFER not in place.detail(sent, administrator).actions
    with refusal("approval.not_yours"), place.writing() as session:
        expense_claims.refer(
            session, administrator, sent.id, sent.version, command(), user_id=deputy.user_id, reason="快些"
        )


def test_a_role_of_which_everybody_is_away_counts_as_away(place, deputy):
    from tests.claims import add_rule

    with place.writing() as session:
        add_rule(session, 2, "经理会签", "role", role=Role.MANAGER)
    for who in (place.head, place.boss):
        leave(place, who, from_on=NOW + timedelta(days=9), to_on=NOW + timedelta(days=9))
    assert place.submit(place.save(place.draft("100"))).number


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"user_id": None}, "record.required"),
        ({"to_on": NOW - timedelta(days=9)}, "absence.days_turned"),
        ({"substitute_id": "self"}, "absence.self"),
        ({"substitute_id": "clerk"}, "absence.cannot_decide"),
    ],
)
def test_what_makes_no_sense_is_refused(place, changes, code):
    ids = {"self": place.head.user_id, "clerk": place.clerk.user_id}
    with refusal(code):
        leave(place, place.head, **{name: ids.get(value, value) for name, value in changes.items()})


def test_absences_neither_overlap_nor_make_a_chain(place, deputy):
    leave(place, place.head, deputy)
    with refusal("absence.overlaps"):
        leave(place, place.head, to_on=NOW + timedelta(days=99))
    with refusal("absence.is_substitute"):
        leave(place, deputy)
    with refusal("absence.substitute_away"):
        leave(place, place.boss, place.head)


def test_somebody_else_s_absence_needs_the_right_to_change_users(place, deputy, administrator):
    with refusal("permission.denied"), place.writing() as session:
        absences.save(session, deputy, AbsenceDraft(user_id=place.head.user_id, from_on=TODAY, to_on=TODAY))
    with place.writing() as session:
        absence_id = absences.save(
            session, administrator, AbsenceDraft(user_id=place.head.user_id, from_on=TODAY, to_on=TODAY)
        )
        version = absences.get(session, administrator, absence_id).version
        absences.remove(session, administrator, absence_id, version)


def test_a_substitute_who_left_is_none(place, deputy):
    saved = place.save(place.draft("100"))
    leave(place, place.head, deputy)
    with place.writing() as session:
        from tests.claims import user_of

        user_of(session, deputy).active = False
    with refusal("approval.on_leave"):
        place.submit(saved)
