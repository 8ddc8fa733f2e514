"""Advances: lent, overdue, settled by claims, never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest

from models.expense_claim import ClaimState, ExpenseClaim
from services import expense_claims
from services.claim_values import ClaimDraft, OffsetDraft, Saved
from services.database import Database
from services.errors import Refused
from tests.claims import TODAY, Office, at_once, make_office, refusal


@pytest.fixture
def office(database: Database) -> Office:
    return make_office(database)


@pytest.fixture
def advance(office: Office) -> Saved:
    """3,000 yuan paid to the clerk."""
    return office.paid(office.advance_draft("3000"))


def outstanding(office: Office, advance: Saved) -> Decimal:
    return office.detail(advance).outstanding


def test_a_paid_advance_is_outstanding_in_full(office: Office, advance: Saved) -> None:
    assert outstanding(office, advance) == Decimal(3000)
    assert office.detail(advance).state == ClaimState.PAID


def test_claimant_and_approver_see_the_open_advances(office: Office, advance: Saved) -> None:
    submitted = office.submit(office.save(office.draft("100")))
    for actor in (office.clerk, office.head):
        rows = office.detail(submitted, actor).open_advances
        assert [(row.number, row.available, row.overdue) for row in rows] == [
            ("JK-2026-0001", Decimal(3000), False)
        ]


def test_an_advance_past_its_day_is_overdue(office: Office, advance: Saved) -> None:
    later = TODAY + timedelta(days=31)
    assert office.detail(advance, today=later).overdue
    assert office.detail(office.save(office.draft("1")), today=later).open_advances[0].overdue
    assert not office.detail(advance, today=later - timedelta(days=1)).overdue


def test_a_claim_above_the_advance_pays_the_rest(office: Office, advance: Saved) -> None:
    paid = office.paid(office.offsetting(advance, "4286.50", offset="3000"))
    assert office.detail(paid).payable == Decimal("1286.50")
    assert outstanding(office, advance) == Decimal(0)
    assert not office.detail(office.save(office.draft("1"))).open_advances


def test_a_claim_below_the_advance_is_a_refund(office: Office, advance: Saved) -> None:
    paid = office.paid(office.offsetting(advance, "2000", offset="3000"))
    assert office.detail(paid).payable == Decimal(-1000)
    assert outstanding(office, advance) == Decimal(0)


def test_an_advance_is_settled_in_parts(office: Office, advance: Saved) -> None:
    office.paid(office.offsetting(advance, "1000", offset="1000"))
    assert outstanding(office, advance) == Decimal(2000)
    office.paid(office.offsetting(advance, "1500", offset="500.50"))
    assert outstanding(office, advance) == Decimal("1499.50")
    rows = office.detail(advance).offsets
    assert [(row.claim_number, row.amount) for row in rows] == [
        ("BX-2026-0001", Decimal(1000)),
        ("BX-2026-0002", Decimal("500.50")),
    ]


def test_nothing_comes_off_before_the_claim_is_paid(office: Office, advance: Saved) -> None:
    office.approved(office.offsetting(advance, "1000", offset="1000"))
    assert outstanding(office, advance) == Decimal(3000)
    row = office.detail(office.save(office.draft("1"))).open_advances[0]
    assert (row.outstanding, row.available) == (Decimal(3000), Decimal(2000))


def test_no_more_than_what_is_left_can_be_taken(office: Office, advance: Saved) -> None:
    with pytest.raises(Refused) as refused:
        office.save(office.offsetting(advance, "4000", offset="3000.01"))
    assert (refused.value.code, refused.value.field) == ("claim.offset_too_large", "offsets.0.amount")
    assert refused.value.values == {"number": "JK-2026-0001", "available": "3,000.00"}


def test_of_two_drafts_on_one_advance_the_second_submitted_is_refused(office: Office, advance: Saved) -> None:
    first = office.save(office.offsetting(advance, "2000", offset="2000"))
    second = office.save(office.offsetting(advance, "2000", offset="2000"))
    office.submit(first)
    with refusal("claim.offset_too_large"):
        office.submit(second)


def test_two_claims_submitted_at_once_never_take_more_than_there_is(office: Office, advance: Saved) -> None:
    drafts = [office.save(office.offsetting(advance, "2000", offset="2000")) for _ in range(4)]
    answers = at_once(*(partial(office.submit, saved) for saved in drafts))
    assert answers == ["claim.offset_too_large"] * 3 + ["done"]


def test_only_a_paid_advance_of_the_same_person_can_be_used(office: Office, advance: Saved) -> None:
    unpaid = office.approved(office.advance_draft("500"))
    for draft in (
        office.offsetting(unpaid, "500", offset="500"),
        replace(office.offsetting(advance, "500", offset="500"), claimant_id=office.head.employee_id),
        office.draft("5", offsets=(OffsetDraft(4711, Decimal(5)),)),
    ):
        with refusal("claim.offset_not_open"):
            office.save(draft)


def test_an_advance_stands_once_on_a_claim(office: Office, advance: Saved) -> None:
    twice = (OffsetDraft(advance.id, Decimal(1)),) * 2
    with refusal("claim.offset_twice"):
        office.save(office.draft("5", offsets=twice))


def test_an_offset_can_be_changed_and_taken_off(office: Office, advance: Saved) -> None:
    other = office.paid(office.advance_draft("700"))
    saved = office.save(office.offsetting(advance, "900", offset="100"))
    both = (OffsetDraft(advance.id, Decimal(200)), OffsetDraft(other.id, Decimal(700)))
    changed = office.save(replace(office.get(saved), offsets=both))
    assert office.detail(changed).offset_total == Decimal(900)
    last = office.save(replace(office.get(changed), offsets=both[1:]))
    assert [row.advance_number for row in office.detail(last).offsets] == ["JK-2026-0002"]


def test_a_claim_set_off_in_full_is_settled_without_an_account(office: Office, advance: Saved) -> None:
    approved = office.approved(office.offsetting(advance, "3000", offset="3000"))
    assert office.detail(approved).state == ClaimState.TO_PAY
    assert office.detail(approved).payable == 0
    paid = settle(office, approved)
    assert office.detail(paid).paid_by_name == "孙倩"
    assert outstanding(office, advance) == Decimal(0)


def settle(office: Office, approved: Saved) -> Saved:
    with office.writing() as session:
        given = {"account_id": None, "method": None, "paid_on": TODAY, "today": TODAY, "command_id": "settle"}
        return expense_claims.pay(session, office.cashier, approved.id, approved.version, **given)


def test_the_last_wall_holds_when_an_advance_shrank_meanwhile(office: Office, advance: Saved) -> None:
    approved = office.approved(office.offsetting(advance, "3000", offset="3000"))
    with office.writing() as session:
        session.get_one(ExpenseClaim, advance.id).outstanding = Decimal(10)
    with refusal("claim.offset_too_large"):
        office.pay(approved)
    assert office.detail(approved).state == ClaimState.TO_PAY
    assert outstanding(office, advance) == Decimal(10)


def test_whoever_owes_an_overdue_advance_explains_the_next_one(office: Office, advance: Saved) -> None:
    later = TODAY + timedelta(days=40)
    draft: ClaimDraft = office.advance_draft("100", due=later + timedelta(days=9))
    saved = office.save(draft, today=later)
    with refusal("claim.reason_missing"):
        office.submit(saved, today=later)
    reasons = {"advance_overdue:JK-2026-0001": "项目延期，下周核销"}
    explained = office.save(replace(office.get(saved), reasons=reasons), today=later)
    assert office.detail(office.submit(explained, today=later)).checks[0].reason == "项目延期，下周核销"


def test_the_history_of_an_advance_names_the_claims_that_took_of_it(office: Office, advance: Saved) -> None:
    office.paid(office.offsetting(advance, "1000", offset="1000"))
    row = office.detail(advance).history[0]
    assert (row.action, row.changes["claim"]) == ("offset", "BX-2026-0001")
    assert row.changes["outstanding"] == ["3000.00", "2000.00"]
