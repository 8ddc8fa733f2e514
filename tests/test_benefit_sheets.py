"""Benefit sheets: everyone employed on the day, signed for, booked once for each department."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.people import Department, Employee
from models.supply import SupplyAct, SupplyMovement
from services import (
    benefit_people,
    benefit_register,
    benefit_sheets,
    registers,
    supply_costs,
    supply_papers,
    supply_reversals,
)
from services.benefit_sheets import BenefitDraft, BenefitLineDraft
from services.errors import Refused
from services.registers import Query
from services.reports.asset_forms import forms_pdf
from services.statistics_terms import Span
from services.supply_costs import CostBy
from tests.conftest import TODAY
from tests.shelf import CLERK, PAPER, PENS, RECEIVE, RETURN, Shelf, line, shelved


@pytest.fixture
def shelf(database) -> Shelf:
    made = shelved(database)
    made.book(RECEIVE, line("10", "100.00"))
    return made


def everybody(shelf: Shelf, on_day: date = TODAY, department_id: int | None = None) -> list[BenefitLineDraft]:
    with shelf.database.read() as session:
        return benefit_people.people(
            session, CLERK, on_day=on_day, department_id=department_id, quantity=Decimal(2)
        )


def sheet(shelf: Shelf, *lines: BenefitLineDraft, **given: object) -> int:
    usual = BenefitDraft(
        name="中秋节福利", on_day=TODAY, supply_id=PAPER, lines=lines or tuple(everybody(shelf))
    )
    with shelf.database.write() as session:
        return benefit_sheets.save(session, CLERK, replace(usual, **given), today=TODAY)


def draft_of(shelf: Shelf, sheet_id: int) -> BenefitDraft:
    with shelf.database.read() as session:
        return benefit_sheets.get(session, CLERK, sheet_id)


def signed(shelf: Shelf, sheet_id: int, day: date | None = TODAY) -> int:
    version = draft_of(shelf, sheet_id).version
    with shelf.database.write() as session:
        return benefit_sheets.mark_received(session, CLERK, sheet_id, version, on_day=day, today=TODAY)


def closed(shelf: Shelf, sheet_id: int, click: str = "close", **given: object) -> list[str]:
    usual = {"place_id": shelf.store, "on_day": TODAY, "command_id": click, "today": TODAY} | given
    version = draft_of(shelf, sheet_id).version
    with shelf.database.write() as session:
        return benefit_sheets.close(session, CLERK, sheet_id, version, **usual)


def refused(act, *args: object, **given: object) -> tuple[str, str | None]:
    with pytest.raises(Refused) as caught:
        act(*args, **given)
    return caught.value.code, caught.value.field


def issues(shelf: Shelf) -> list[SupplyMovement]:
    with shelf.database.read() as session:
        return list(session.scalars(select(SupplyMovement).where(SupplyMovement.act == SupplyAct.ISSUE)))


def test_who_works_here_on_the_day_is_on_the_sheet(shelf):
    with shelf.database.write() as session:
        people = session.scalars(select(Employee).order_by(Employee.id)).all()
        people[0].hired_on = TODAY + timedelta(days=1)
        people[1].left_on = TODAY
        count = len(people)
    found = [one.employee_id for one in everybody(shelf)]
    assert people[0].id not in found
    assert people[1].id in found, "the last day counts"
    assert len(found) == count - 1
    assert people[1].id not in [one.employee_id for one in everybody(shelf, TODAY + timedelta(days=1))]
    assert everybody(shelf)[0].quantity == 2
    assert everybody(shelf, department_id=99) == []


def test_a_sheet_is_closed_with_one_issue_for_each_department(either):
    shelf = shelved(either)
    shelf.book(RECEIVE, line("10", "100.00"))
    with either.write() as session:
        other = Department(code="88", name="测绘队")
        session.add(other)
        session.flush()
        session.get_one(Employee, 3).department_id = other.id
        other_id = other.id
    made = sheet(shelf, BenefitLineDraft(1), BenefitLineDraft(2, Decimal(2)), BenefitLineDraft(3))
    assert signed(shelf, made) == 3
    slips = closed(shelf, made)
    booked = issues(shelf)
    assert len(slips) == len({row.slip for row in booked}) == 2
    assert {(row.department_id, row.employee_id, row.quantity, row.benefit_id) for row in booked} == {
        (1, 1, -1, made),
        (1, 2, -2, made),
        (other_id, 3, -1, made),
    }, "everybody's own, at the charge of their department"
    assert shelf.look() == (6, Decimal("60.00"))
    assert closed(shelf, made) == [], "a double click books once"
    assert len(issues(shelf)) == 3


def test_what_nobody_signed_for_stays_in_the_store(shelf):
    made = sheet(shelf, BenefitLineDraft(1, received_on=TODAY), BenefitLineDraft(2))
    with shelf.database.read() as session:
        found = benefit_register.detail(session, CLERK, made)
        assert (found.total, found.taken, len(found.waiting), found.on_hand) == (2, 1, 1, 10)
        assert benefit_register.open_count(session, CLERK) == 1
        row = registers.window(session, CLERK, benefit_register.REGISTER, Query(TODAY, chip="open"), 0, 9)[0]
        names = [column.name for column in benefit_register.REGISTER.columns]
        shown = dict(zip(names, row[1:], strict=True))
        assert (shown["total"], shown["people"], shown["signed"]) == (2, 2, 1)
    closed(shelf, made)
    assert shelf.look()[0] == 9
    with shelf.database.read() as session:
        assert benefit_register.open_count(session, CLERK) == 0


def test_a_short_stock_refuses_the_close_and_books_nothing(shelf):
    made = sheet(shelf, BenefitLineDraft(1, Decimal(11)))
    assert refused(closed, shelf, made) == ("benefit.nobody_signed", None)
    signed(shelf, made)
    assert refused(closed, shelf, made) == ("supply.not_enough", "place_id")
    assert refused(closed, shelf, made, place_id=shelf.site, click="other") == (
        "supply.not_enough",
        "place_id",
    )
    assert refused(closed, shelf, made, place_id=None) == ("record.required", "place_id")
    assert refused(closed, shelf, made, on_day=TODAY + timedelta(days=1)) == ("supply.future", "on_day")
    assert issues(shelf) == []
    assert draft_of(shelf, made).version is not None


def test_a_closed_sheet_stays_as_it_is(shelf):
    made = sheet(shelf, BenefitLineDraft(1))
    signed(shelf, made)
    closed(shelf, made)
    draft = draft_of(shelf, made)
    with pytest.raises(Refused, match=r"benefit\.closed"), shelf.database.write() as session:
        benefit_sheets.save(session, CLERK, draft, today=TODAY)
    with pytest.raises(Refused, match=r"benefit\.closed"), shelf.database.write() as session:
        benefit_sheets.remove(session, CLERK, made, draft.version)
    assert refused(signed, shelf, made) == ("benefit.closed", None)
    assert refused(closed, shelf, made, "again") == ("benefit.closed", None)


def test_lines_are_changed_and_names_stay_frozen(shelf):
    made = sheet(shelf, BenefitLineDraft(1), BenefitLineDraft(2))
    with shelf.database.write() as session:
        session.get_one(Employee, 1).name = "改名"
    draft = draft_of(shelf, made)
    lines = (replace(draft.lines[0], quantity=Decimal("1.5"), note="代领"), BenefitLineDraft(3))
    with shelf.database.write() as session:
        benefit_sheets.save(session, CLERK, replace(draft, lines=lines), today=TODAY)
    with shelf.database.read() as session:
        names = benefit_people.names_on(session, CLERK, made)
        form = supply_papers.benefit(session, CLERK, made)
    assert names[0].label != "改名"
    assert [one.id for one in names] == [1, 3]
    assert form.title == "福利发放签收表"
    assert form.tables[0].heads[4][0] == "签　收"
    assert form.tables[0].rows[0][3] == "1.5"
    assert form.tables[0].totals[3] == "2.5"
    assert forms_pdf([form]).startswith(b"%PDF")
    with pytest.raises(Refused, match=r"record\.stale"), shelf.database.write() as session:
        benefit_sheets.save(session, CLERK, draft, today=TODAY)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"name": " "}, ("record.required", "name")),
        ({"on_day": None}, ("record.required", "on_day")),
        ({"supply_id": None}, ("record.required", "supply_id")),
        ({"supply_id": 99}, ("record.gone", "supply_id")),
        ({"lines": ()}, ("record.required", "lines")),
        ({"lines": (BenefitLineDraft(),)}, ("record.required", "lines.0.employee_id")),
        ({"lines": (BenefitLineDraft(1, None),)}, ("record.required", "lines.0.quantity")),
        ({"lines": (BenefitLineDraft(1, Decimal(0)),)}, ("supply.quantity", "lines.0.quantity")),
        ({"lines": (BenefitLineDraft(1), BenefitLineDraft(1))}, ("benefit.twice", "lines.1.employee_id")),
        ({"lines": (BenefitLineDraft(999),)}, ("record.gone", "lines.0.employee_id")),
        (
            {"lines": (BenefitLineDraft(1, received_on=date(2099, 1, 1)),)},
            ("supply.future", "lines.0.received_on"),
        ),
    ],
)
def test_what_a_sheet_must_say(shelf, given, told):
    assert refused(sheet, shelf, **given) == told


def test_signatures_have_a_day_that_has_come(shelf):
    made = sheet(shelf, BenefitLineDraft(1))
    assert refused(signed, shelf, made, None) == ("record.required", "on_day")
    assert refused(signed, shelf, made, TODAY + timedelta(days=1)) == ("supply.future", "on_day")


def test_an_open_sheet_is_removed(shelf):
    made = sheet(shelf)
    version = draft_of(shelf, made).version
    with shelf.database.write() as session:
        assert benefit_sheets.remove(session, CLERK, made, version)
    with shelf.database.read() as session:
        for act in (benefit_register.detail, supply_papers.benefit):
            with pytest.raises(Refused, match=r"record\.gone"):
                act(session, CLERK, made)


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
