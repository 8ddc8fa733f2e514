"""Saved views as data: what is written is read back, what is gone is left out and said."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from models.expense_claim import ClaimState
from services import audit_list, expense_claims, register_views
from services.registers import Filter, Operator, Query

TODAY = date(2026, 11, 20)
REGISTER = expense_claims.REGISTER
MOMENT = datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=8)))
FILTERS = (
    Filter("purpose", Operator.CONTAINS, "差旅"),
    Filter("sanctioned", Operator.BETWEEN, (Decimal("0.10"), Decimal("862.40"))),
    Filter("state", Operator.IN, (ClaimState.DRAFT, ClaimState.PAID)),
    Filter("state", Operator.IS_NOT, ClaimState.VOIDED),
    Filter("business_date", Operator.AT_LEAST, date(2026, 2, 28)),
    Filter("invoice_count", Operator.AT_LEAST, 2),
    Filter("project_name", Operator.EMPTY),
)


def again(kept: dict, today: date = TODAY, register=REGISTER) -> register_views.Restored:
    """As it comes back from the database."""
    return register_views.restored(register, json.loads(json.dumps(kept)), today)


def kept(*filters: Filter, moving: bool = False, **changes) -> dict:
    query = Query(TODAY, chip="to_pay", filters=filters, text="wh", sort="sanctioned", descending=True)
    columns = {"order": ["purpose", "number"], "hidden": ["number"], "widths": {"purpose": 200}}
    return register_views.plain(REGISTER, query, columns, moving=moving) | changes


def test_everything_comes_back_as_it_was():
    found = again(kept(*FILTERS))
    assert found.query == Query(TODAY, "to_pay", FILTERS, "wh", "sanctioned", descending=True)
    assert not found.lost
    assert found.columns["order"][:2] == ["purpose", "number"]
    assert found.columns["widths"] == {"purpose": 200}


def test_columns_that_came_later_stand_behind_and_are_hidden():
    found = again(kept())
    assert "number" in found.columns["hidden"]
    assert "claimant_name" in found.columns["hidden"]
    assert "purpose" not in found.columns["hidden"]


def test_a_moment_keeps_its_offset():
    register = audit_list.REGISTER
    each = Filter("at", Operator.AT_LEAST, MOMENT)
    made = register_views.plain(register, Query(TODAY, filters=(each,)), {})
    assert again(made, register=register).query.filters == (each,)


@pytest.mark.parametrize(
    "change",
    [
        {"chip": "gone"},
        {"sort": "gone"},
        {"columns": {"order": ["gone", "number"], "hidden": [], "widths": {}}},
        {"columns": {"order": ["gone"], "hidden": [], "widths": {}}},
        {"filters": [{"column": "gone", "operator": "is", "value": "1"}]},
        {"filters": [{"column": "number", "operator": "gone", "value": "1"}]},
        {"filters": [{"column": "number", "operator": "at_least", "value": "1"}]},
        {"filters": [{"column": "state", "operator": "is", "value": "gone"}]},
        {"filters": [{"column": "state", "operator": "in", "value": ["gone"]}]},
        {"filters": [{"column": "sanctioned", "operator": "is", "value": "NaN"}]},
        {"filters": [{"column": "sanctioned", "operator": "is", "value": 1}]},
        {"filters": [{"column": "business_date", "operator": "is", "value": "2026-13-01"}]},
        {"filters": [{"column": "business_date", "operator": "between", "value": ["2026-01-01"]}]},
        {"filters": [{"column": "business_date", "operator": "between", "span": "gone"}]},
        {"filters": [{"column": "invoice_count", "operator": "is", "value": True}]},
        {"filters": ["what"]},
    ],
)
def test_what_is_gone_is_left_out_and_said(change):
    found = again(kept(**change))
    assert found.lost
    assert found.query.filters == ()
    assert set(found.columns["order"]) == {column.name for column in REGISTER.columns}
    assert len(found.columns["hidden"]) < len(REGISTER.columns)


def test_a_list_that_is_gone_gives_way_to_the_one_the_page_opens_with():
    assert again(kept(chip="gone")).query.chip == REGISTER.default_chip


def test_of_several_choices_only_the_one_that_is_gone_is_left_out():
    each = {"column": "state", "operator": "in", "value": ["paid", "gone"]}
    found = again(kept(filters=[each]))
    assert found.query.filters == (Filter("state", Operator.IN, (ClaimState.PAID,)),)


@pytest.mark.parametrize("rubbish", [{}, {"filters": 3, "columns": [], "text": 5, "chip": None, "sort": []}])
def test_rubbish_is_the_list_as_it_comes(rubbish):
    found = again(rubbish)
    assert found.query == Query(TODAY, chip=REGISTER.default_chip)
    assert found.columns == register_views.usual_columns(REGISTER)


@pytest.mark.parametrize(
    ("days", "later", "meant"),
    [
        (("2026-11-20", "2026-11-20"), "2027-01-03", ("2027-01-03", "2027-01-03")),
        (("2026-11-16", "2026-11-22"), "2027-01-01", ("2026-12-28", "2027-01-03")),
        (("2026-11-09", "2026-11-15"), "2027-01-01", ("2026-12-21", "2026-12-27")),
        (("2026-11-01", "2026-11-30"), "2028-02-29", ("2028-02-01", "2028-02-29")),
        (("2026-10-01", "2026-10-31"), "2027-01-31", ("2026-12-01", "2026-12-31")),
        (("2026-10-01", "2026-12-31"), "2027-06-30", ("2027-04-01", "2027-06-30")),
        (("2026-07-01", "2026-09-30"), "2027-01-01", ("2026-10-01", "2026-12-31")),
        (("2026-01-01", "2026-12-31"), "2027-01-01", ("2027-01-01", "2027-12-31")),
        (("2025-01-01", "2025-12-31"), "2028-01-01", ("2027-01-01", "2027-12-31")),
    ],
)
def test_spans_of_the_calendar_go_with_it(days, later, meant):
    first, last, day, *wanted = map(date.fromisoformat, (*days, later, *meant))
    each = Filter("business_date", Operator.BETWEEN, (first, last))
    found = again(kept(each, moving=True), today=day)
    assert found.query.filters == (Filter("business_date", Operator.BETWEEN, tuple(wanted)),)
    assert again(kept(each), today=day).query.filters == (each,), "unless it was saved with fixed days"


def test_other_days_stay_where_they_are():
    each = Filter("business_date", Operator.BETWEEN, (date(2026, 11, 2), date(2026, 11, 30)))
    assert again(kept(each, moving=True), today=date(2027, 1, 1)).query.filters == (each,)


def test_from_today_on_means_the_day_it_is_opened():
    each = Filter("pay_by", Operator.AT_MOST, TODAY)
    found = again(kept(each, moving=True), today=date(2027, 1, 4))
    assert found.query.filters == (Filter("pay_by", Operator.AT_MOST, date(2027, 1, 4)),)


def test_amounts_and_texts_are_no_days():
    for each in (Filter("sanctioned", Operator.IS, Decimal(1)), Filter("number", Operator.IS, "2026-11-20")):
        assert register_views.span_of(REGISTER, each, TODAY) == ""


def test_a_moment_without_an_offset_is_none():
    each = {
        "column": "at",
        "operator": "at_least",
        "value": datetime(2026, 1, 1, tzinfo=UTC).isoformat()[:19],
    }
    found = register_views.restored(audit_list.REGISTER, {"filters": [each]}, TODAY)
    assert (found.lost, found.query.filters) == (True, ())
