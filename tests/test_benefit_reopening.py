"""Benefit sheets opened again, handed back by who got it, and signatures that hold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from models.people import Department, Employee
from services import (
    benefit_register,
    benefit_sheets,
    supply_costs,
    supply_reversals,
)
from services.benefit_sheets import BenefitLineDraft
from services.errors import Refused
from services.statistics_terms import Span
from services.supply_costs import CostBy
from tests.conftest import TODAY
from tests.shelf import CLERK, PENS, RECEIVE, RETURN, Shelf, line, shelved
from tests.test_benefit_sheets import closed, draft_of, everybody, issues, refused, sheet, signed


@pytest.fixture
def shelf(database) -> Shelf:
    made = shelved(database)
    made.book(RECEIVE, line("10", "100.00"))
    return made


def reopened(shelf: Shelf, sheet_id: int, click: str = "reopen", **given: object) -> list[str]:
    usual = {"on_day": TODAY, "reason": "多签了一份", "command_id": click, "today": TODAY} | given
    version = draft_of(shelf, sheet_id).version
    with shelf.database.write() as session:
        return benefit_sheets.reopen(session, CLERK, sheet_id, version, **usual)


def test_a_closed_sheet_is_opened_again_with_a_reason_and_booked_anew(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("10", "100.00"))
    made = sheet(shelf, BenefitLineDraft(1), BenefitLineDraft(2, Decimal(2)))
    assert refused(reopened, shelf, made) == ("benefit.open", None)
    signed(shelf, made)
    (slip,) = closed(shelf, made)
    before = issues(shelf)
    assert refused(reopened, shelf, made, reason=" ") == ("record.required", "reason")
    (back,) = reopened(shelf, made)
    assert reopened(shelf, made) == [], "a double click opens once"
    assert shelf.look() == (10, Decimal("100.00"))
    rows = issues(shelf)
    assert [row.id for row in rows[: len(before)]] == [row.id for row in before], "nothing is deleted"
    assert {row.reverses_id for row in rows[len(before) :]} == {row.id for row in before}
    with either.read() as session:
        found = benefit_register.detail(session, CLERK, made)
        assert (found.closed_on, found.waiting) == (None, ()), "signatures stay"
        assert (found.history[0].action, back != slip) == ("reopen", True)
    draft = draft_of(shelf, made)
    lines = (draft.lines[0], replace(draft.lines[1], quantity=Decimal(1), received_on=None))
    with either.write() as session:
        benefit_sheets.save(session, CLERK, replace(draft, lines=lines), today=TODAY)
    signed(shelf, made)
    closed(shelf, made, "again")
    assert shelf.look() == (8, Decimal("80.00"))
    reopened(shelf, made, "once more")
    assert shelf.look() == (10, Decimal("100.00"))


def test_a_sheet_of_which_somebody_handed_back_is_not_opened(shelf):
    made = sheet(shelf, BenefitLineDraft(1), BenefitLineDraft(2))
    signed(shelf, made)
    (slip,) = closed(shelf, made)
    shelf.book(RETURN, line("1"), employee_id=2)
    assert refused(reopened, shelf, made) == ("supply.reverse_returned", None)
    with pytest.raises(Refused, match=r"supply\.reverse_benefit"), shelf.database.write() as session:
        supply_reversals.reverse(session, CLERK, slip, on_day=TODAY, reason="错", command_id="x", today=TODAY)
    assert draft_of(shelf, made).version == 3, "nothing half done"


def test_a_benefit_is_handed_back_by_who_got_it(shelf):
    made = sheet(shelf, BenefitLineDraft(1), BenefitLineDraft(2, Decimal(2)))
    signed(shelf, made)
    closed(shelf, made)
    shelf.book(RETURN, line("2"), employee_id=2)
    assert shelf.look() == (9, Decimal("90.00"))
    with shelf.database.read() as session:
        found = supply_costs.costs(session, CLERK, CostBy.PERSON, Span(TODAY, TODAY))
        names = {row.key: row.amount for row in found.rows}
    assert names == {1: Decimal("10.00"), 2: Decimal("0.00")}


def test_who_is_below_a_department_is_put_on_with_it(shelf):
    with shelf.database.write() as session:
        below = Department(code="88", name="一组", parent_id=1)
        session.add(below)
        session.flush()
        session.get_one(Employee, 3).department_id = below.id
        below_id = below.id
    assert 3 in [one.employee_id for one in everybody(shelf, department_id=1)]
    assert [one.employee_id for one in everybody(shelf, department_id=below_id)] == [3]


def test_what_was_signed_for_is_not_changed_without_a_new_signature(shelf):
    made = sheet(shelf, BenefitLineDraft(1, Decimal(2), TODAY), BenefitLineDraft(2))
    draft = draft_of(shelf, made)

    def changed(line_of: BenefitLineDraft, **given: object) -> None:
        with shelf.database.write() as session:
            lines = (line_of, draft.lines[1])
            benefit_sheets.save(session, CLERK, replace(draft, lines=lines, **given), today=TODAY)

    more = replace(draft.lines[0], quantity=Decimal(9))
    assert refused(changed, more) == ("benefit.signed", "lines.0.quantity")
    assert refused(changed, draft.lines[0], supply_id=PENS) == ("benefit.signed_article", "supply_id")
    changed(replace(more, received_on=None))
    assert draft_of(shelf, made).lines[0] == replace(more, received_on=None)
