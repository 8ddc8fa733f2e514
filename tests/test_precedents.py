"""What this level saw last time: same person, same category, the last six, with the middle of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.approval import StepState
from services import approval_precedents, expense_claims
from services.approval_precedents import Precedents
from services.claim_values import Saved
from services.database import Database
from services.permissions import Actor
from tests.claims import TODAY, Office, command, make_office, refusal


@pytest.fixture
def place(either: Database) -> Office:
    return make_office(either)


def seen(place: Office, saved: Saved, actor: Actor | None = None) -> Precedents | None:
    with place.database.read() as session:
        return approval_precedents.precedents(session, actor or place.head, saved.id)


def sent(place: Office, *amounts: str, **changes: object) -> Saved:
    return place.submit(place.save(place.draft(*amounts, **changes)))


def test_the_last_six_come_newest_first_with_the_middle_of_what_was_granted(place: Office):
    for amount in ("10", "20", "30", "40", "50", "60", "70"):
        place.paid(place.draft(amount))
    found = seen(place, sent(place, "100", "50"))
    assert [paper.granted for paper in found.papers] == [70, 60, 50, 40, 30, 20]
    assert (found.category, found.own, found.usual) == ("补助", Decimal(150), Decimal(45))
    assert {paper.decided_by for paper in found.papers} == {"张国强"}


def test_a_return_is_told_with_its_reason_and_a_grant_with_what_was_asked(place: Office):
    back = sent(place, "90")
    with place.writing() as session:
        expense_claims.return_(session, place.head, back.id, back.version, command(), reason="缺明细")
    less = sent(place, "80")
    with place.writing() as session:
        granted = expense_claims.sanction(
            session, place.head, less.id, less.version, {0: Decimal(50)}, note="超标", command_id=command()
        )
    place.approve(granted)
    first, second = seen(place, sent(place, "70")).papers
    assert (first.amount, first.granted, first.decision) == (80, 50, StepState.APPROVED)
    assert (second.decision, second.reason) == (StepState.RETURNED, "缺明细")


def test_other_people_and_other_categories_do_not_count(place: Office):
    place.paid(place.draft("10", claimant_id=place.boss.employee_id))
    meal = place.draft("20")
    line = meal.lines[0]
    other = place.draft(
        "20",
        lines=(line.__class__(place.categories["其他"], TODAY, amount=Decimal(20)),),
        reasons={f"no_invoice:{TODAY}/20.00": "无"},
    )
    place.paid(other)
    found = seen(place, sent(place, "70"))
    assert found.papers == ()
    assert found.usual is None


def test_an_advance_has_no_category_and_a_clerk_no_look(place: Office):
    advance = place.submit(place.save(place.advance_draft()))
    assert seen(place, advance) is None
    with refusal("permission.denied"):
        seen(place, advance, place.clerk)


def test_the_second_level_sees_its_own_decisions(place: Office):
    place.pay(place.approve(place.approve(sent(place, "6000")), place.boss))
    waits = place.approve(sent(place, "7000"))
    assert [paper.decided_by for paper in seen(place, waits, place.boss).papers] == ["何志远"]
