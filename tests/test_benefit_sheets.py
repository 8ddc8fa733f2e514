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
    supply_papers,
)
from services.benefit_sheets import BenefitDraft, BenefitLineDraft
from services.errors import Refused
from services.registers import Query
from services.reports.asset_forms import forms_pdf
from tests.conftest import TODAY
from tests.shelf import CLERK, PAPER, RECEIVE, Shelf, line, shelved


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
