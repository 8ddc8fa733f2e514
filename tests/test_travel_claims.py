"""Travel claims: legs kept, allowance proposed, an itinerary looked at, the claim on its whole way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from models.expense_claim import ClaimState
from models.people import Employee
from models.user import Role
from services import settings, travel_claims
from services.claim_values import LineDraft, OffsetDraft
from services.database import Database
from tests.claims import TODAY, Office, refusal
from tests.travels import BACK, THERE, leg, travel, travel_office


@pytest.fixture
def office(database: Database) -> Office:
    return travel_office(database)


def checks(office: Office, draft) -> dict[str, str]:
    from services import expense_claims

    with office.database.read() as session:
        found = expense_claims.check_draft(session, office.clerk, draft, today=TODAY)
    return {check.code: check.level.value for check in found}


def proposed(office: Office, draft):
    with office.database.read() as session:
        return travel_claims.propose(session, office.clerk, draft, today=TODAY)


def test_a_travel_claim_has_a_number_of_its_own_and_keeps_its_legs(office):
    draft = travel(office)
    saved = office.save(draft)
    assert saved.number == "CL-2026-0001"
    assert office.get(saved).legs == draft.legs
    assert office.get(saved).lines[0].city == "宜昌"


def test_it_goes_the_way_of_a_claim_to_the_cashier_and_back_by_a_reversal(office):
    advance = office.paid(office.advance_draft("500"))
    paid = office.paid(travel(office, offsets=(OffsetDraft(advance.id, Decimal(500)),)))
    detail = office.detail(paid)
    assert (detail.state, detail.payable, len(detail.legs)) == (ClaimState.PAID, Decimal(400), 2)
    reversal = office.void(paid)
    assert office.detail(reversal).amount == Decimal(-900)
    assert office.detail(advance).outstanding == Decimal(500)


def test_the_allowance_is_proposed_from_the_legs_and_says_why(office):
    found = proposed(office, travel(office, lines=()))
    (line,) = found.lines
    assert (line.amount, found.total) == (Decimal(900), Decimal(900))
    assert (line.spent_on, line.spent_to) == (THERE.departed_on, BACK.arrived_on)
    assert line.description == "宜昌 伙食 100 + 市内交通 80 × 5 天"
    assert line.category_id == office.categories["补助"]


def test_the_company_may_count_half_days(office, actor):
    legs = (leg("武汉—宜昌", (9, 13)), leg("宜昌—武汉", (13, 9)))
    assert proposed(office, travel(office, *legs)).total == Decimal(900)
    with office.writing() as session:
        settings.put(session, actor(Role.ADMINISTRATOR), "travel.partial_day", "half")
    assert proposed(office, travel(office, *legs)).total == Decimal(720)


def test_half_a_leg_proposes_nothing_yet(office):
    assert proposed(office, travel(office, replace(THERE, arrived_hour=None))).lines == ()
    assert proposed(office, travel(office, BACK, THERE)).lines == ()


def test_without_rates_or_a_category_the_proposal_says_what_is_missing(office):
    from models.expense_category import CategoryRole, ExpenseCategory
    from models.policy import ExpensePolicy

    with office.writing() as session:
        for policy in session.query(ExpensePolicy):
            policy.active = False
    with refusal("travel.no_rates"):
        proposed(office, travel(office))
    with office.writing() as session:
        session.get_one(ExpenseCategory, office.categories["补助"]).role = CategoryRole.GENERAL
    with refusal("travel.no_allowance_category"):
        proposed(office, travel(office))


def test_a_new_proposal_takes_the_place_of_the_old_allowance(office):
    allowance = office.categories["补助"]
    lodging = LineDraft(office.categories["住宿"], TODAY, amount=Decimal(300))
    old, new = travel(office).lines[0], replace(travel(office).lines[0], amount=Decimal(720))
    kept = travel_claims.with_allowance((lodging, old, lodging), (new,), {allowance})
    assert kept == (lodging, new, lodging)
    assert travel_claims.with_allowance((lodging,), (new,), {allowance}) == (lodging, new)
    assert travel_claims.same_allowance((old,), (replace(old, tax=Decimal(1)),))
    assert not travel_claims.same_allowance((old,), (new,))


@pytest.mark.parametrize(
    ("legs", "field", "code"),
    [
        ((replace(THERE, to_place=" "),), "legs.0.to_place", "record.required"),
        ((replace(THERE, vehicle=None),), "legs.0.vehicle", "record.required"),
        ((replace(THERE, departed_hour=24),), "legs.0.departed_hour", "travel.hour"),
        ((replace(THERE, arrived_hour=7),), "legs.0.arrived_hour", "travel.arrival_before"),
        ((replace(THERE, arrived_on=THERE.departed_on - timedelta(days=1)),), "legs.0.arrived_on", "travel.arrival_before"),
        ((BACK, THERE), "legs.1.departed_on", "travel.legs_out_of_order"),
    ],
)  # fmt: skip
def test_legs_that_make_no_sense_are_refused_at_their_cell(office, legs, field, code):
    with refusal(code) as caught:
        office.save(travel(office, *legs))
    assert caught.value.field == field


def test_a_line_names_a_leg_that_is_there(office):
    line = replace(travel(office).lines[0], leg=2)
    with refusal("travel.no_such_leg") as caught:
        office.save(travel(office, lines=(line,)))
    assert caught.value.field == "lines.0.leg"
    with refusal("travel.nights"):
        office.save(travel(office, lines=(replace(line, leg=1, nights=0),)))


def test_who_left_before_the_travel_cannot_claim_it(office):
    with office.writing() as session:
        session.get_one(Employee, office.clerk.employee_id).left_on = THERE.departed_on - timedelta(days=1)
    with refusal("travel.claimant_left") as caught:
        office.save(travel(office))
    assert caught.value.field == "claimant_id"


def test_a_travel_that_is_whole_passes_and_one_without_legs_is_stopped(office):
    assert checks(office, travel(office))["itinerary_whole"] == "ok"
    assert checks(office, replace(travel(office), legs=()))["no_legs"] == "stop"
    with refusal("claim.stopped"):
        office.submit(office.save(replace(travel(office), legs=())))


@pytest.mark.parametrize(
    ("legs", "code", "level"),
    [
        ((THERE,), "no_return", "warn"),
        ((THERE, leg("荆州—武汉", (13, 15))), "leg_gap", "warn"),
        ((THERE, leg("宜昌—武汉", (21, 15))), "leg_future", "stop"),
        ((THERE, leg("宜昌—武汉", (10, 15))), "allowance_beyond", "warn"),
    ],
)
def test_what_an_itinerary_lacks_is_said(office, legs, code, level):
    found = checks(office, travel(office, *legs))
    assert found[code] == level
    assert "itinerary_whole" not in found


def test_a_claim_of_another_kind_keeps_no_legs(office):
    saved = office.save(office.draft("1", legs=(THERE,)))
    assert office.get(saved).legs == ()
