"""Two at once at one advance, in a file and on a server: it is taken once, and never below zero."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from services.database import Database
from tests.claims import at_once, make_office
from tests.test_repayments import confirm, held, now, repay, sound


def test_two_cashiers_at_the_same_moment_take_it_once(either: Database) -> None:
    desk = make_office(either)
    advance = desk.paid(desk.advance_draft("3000"))
    answers = at_once(*(partial(repay, desk, advance, "3000", command_id=f"c{n}") for n in range(2)))
    assert answers.count("done") == 1
    assert set(answers) <= {"done", "record.stale", "claim.offset_too_large"}
    assert desk.detail(advance).outstanding == 0
    assert sound(desk)


def test_a_confirmation_and_a_claim_that_is_paid_do_not_take_the_same_money(either: Database) -> None:
    desk = make_office(either)
    advance = desk.paid(desk.advance_draft("3000"))
    paper = held(desk, advance, "2000")
    claim = desk.approved(desk.offsetting(now(desk, advance), "1000", offset="1000"))
    assert at_once(partial(confirm, desk, paper), partial(desk.pay, claim)) == ["done", "done"]
    assert desk.detail(advance).outstanding == Decimal(0)
    assert sound(desk)


def test_a_double_click_on_confirm_is_one(either: Database) -> None:
    desk = make_office(either)
    advance = desk.paid(desk.advance_draft("3000"))
    paper = held(desk, advance, "2000")
    answers = at_once(*(partial(confirm, desk, paper, command_id="same") for _ in range(2)))
    assert "done" in answers
    assert desk.detail(advance).outstanding == Decimal(1000)
