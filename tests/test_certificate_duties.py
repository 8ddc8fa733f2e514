"""Certificates: their yearly duties, the steps of a renewal, the reminders, and the kinds a company begins with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.certificate_terms import DutyKind, HolderType
from services.certificate_duties import (
    apply_by,
    change_due,
    check_kind,
    duties,
    duties_between,
    next_reminder,
    reminder_day,
    reminder_level,
    renewal_dates,
    valid_until,
)
from services.errors import Refused
from services.usual_certificate_kinds import UsualKind, usual_kinds

KINDS = {kind.code: kind for kind in usual_kinds()}
DAYS = [180, 90, 60, 30, 7]


@dataclass
class Written:
    """A kind as the register writes it."""

    code: str = "own"
    months: int = 0
    lead_days: int = 0
    reminders: tuple[int, ...] = ()
    duties: tuple[dict, ...] = ()
    steps: tuple[dict, ...] = ()


def due(code: str, year: int, valid_from: str | None, valid_to: str | None = None) -> list[str]:
    begin = date.fromisoformat(valid_from) if valid_from else None
    end = date.fromisoformat(valid_to) if valid_to else None
    return [duty.due_on.isoformat() for duty in duties(KINDS[code], begin, end, year)]


def test_a_licence_reports_each_year_from_the_one_after_its_issue():
    assert due("business_licence", 2026, "2026-03-02") == []
    [duty] = duties(KINDS["business_licence"], date(2026, 3, 2), None, 2027)
    assert (duty.kind, duty.from_on, duty.due_on) == (
        DutyKind.ANNUAL_REPORT, date(2027, 1, 1), date(2027, 6, 30),
    )  # fmt: skip
    assert due("business_licence", 2027, None) == ["2027-06-30"]


def test_changes_are_published_within_twenty_working_days():
    assert change_due(date(2026, 11, 2)) == date(2026, 11, 30)
    # the holidays of autumn and October lie between
    assert change_due(date(2026, 9, 24)) == date(2026, 10, 29)


def test_surveillance_comes_twice_in_three_years_and_not_at_the_end():
    span = ("2026-03-10", "2029-03-09")
    assert [due("iso9001", year, *span) for year in (2026, 2027, 2028, 2029)] == [
        [], ["2027-03-10"], ["2028-03-10"], [],
    ]  # fmt: skip


def test_the_first_surveillance_is_within_twelve_months_and_the_next_fifteen_after_it():
    span = (date(2026, 3, 10), date(2029, 3, 9))
    [first] = duties(KINDS["iso9001"], *span, 2027)
    assert first.latest_on == first.due_on == date(2027, 3, 10)
    assert first.from_on == date(2026, 12, 10)
    [planned] = duties(KINDS["iso9001"], *span, 2028)
    assert planned.latest_on == date(2028, 6, 10)
    [early] = duties(KINDS["iso9001"], *span, 2028, done=[date(2026, 12, 20)])
    assert (early.due_on, early.latest_on) == (date(2028, 3, 10), date(2028, 3, 20))


def test_a_high_tech_enterprise_reports_by_the_end_of_may():
    span = ("2025-11-20", "2028-11-19")
    assert [due("high_tech", year, *span) for year in (2025, 2026, 2028, 2029)] == [
        [], ["2026-05-31"], ["2028-05-31"], [],
    ]  # fmt: skip
    assert apply_by(KINDS["high_tech"], date(2028, 11, 19)) == date(2028, 5, 23)
    assert renewal_dates(KINDS["high_tech"], date(2028, 11, 19))[0].due_on == date(2027, 11, 25)


def test_a_report_is_asked_of_who_holds_the_certificate_on_the_first_day_of_the_window():
    assert due("telecom_licence", 2026, "2021-01-10", "2026-01-09") == ["2026-03-31"]
    assert due("telecom_licence", 2026, "2021-01-10", "2025-12-31") == []


def test_a_window_that_had_closed_before_the_issue_is_not_asked():
    assert due("accountant", 2026, "2026-05-01") == []
    assert due("accountant", 2027, "2026-05-01") == ["2027-12-31"]


def test_hours_of_training_are_asked_once_before_the_extension_is_applied_for():
    assert due("registered_surveyor", 2029, "2026-05-01", "2029-04-30") == ["2029-03-31"]
    assert due("registered_surveyor", 2028, "2026-05-01", "2029-04-30") == []
    assert due("registered_surveyor", 2029, "2026-05-01") == [], "it does not end"
    [duty] = duties(KINDS["registered_surveyor"], date(2026, 5, 1), date(2029, 4, 30), 2029)
    assert (duty.hours, duty.from_on) == (120, date(2026, 5, 1))


@pytest.mark.parametrize(
    ("code", "valid_to", "last_day"),
    [
        ("surveying_b", date(2026, 12, 31), date(2026, 12, 1)),  # 30 days
        ("telecom_licence", date(2026, 12, 31), date(2026, 10, 2)),  # 90 days
    ],
)
def test_a_renewal_is_applied_for_in_time(code, valid_to, last_day):
    assert apply_by(KINDS[code], valid_to) == last_day
    assert renewal_dates(KINDS[code], valid_to)[-1].due_on == last_day


def test_a_trademark_may_be_renewed_a_year_before_and_half_a_year_after():
    steps = renewal_dates(KINDS["trademark"], date(2027, 2, 28))
    assert [step.due_on for step in steps] == [date(2026, 2, 28), date(2027, 1, 29), date(2027, 8, 28)]
    assert [step.start for step in steps] == [True, False, False], "the first is a day to begin, no deadline"
    assert valid_until(KINDS["trademark"], date(2017, 3, 1)) == date(2027, 2, 28)


def test_validity_is_in_whole_months():
    ends = {
        code: valid_until(KINDS[code], date(2026, 2, 28))
        for code in ("iso9001", "surveying_b", "business_licence")
    }
    assert ends == {
        "iso9001": date(2029, 2, 27), "surveying_b": date(2031, 2, 27), "business_licence": None,
    }  # fmt: skip


def test_a_fee_and_a_review_come_every_year_from_the_first_day():
    assert due("software_association", 2027, "2024-02-29") == ["2027-02-28"]
    assert due("software_association", 2028, "2024-02-29") == ["2028-02-29"]
    assert due("software_association", 2027, None) == []
    assert due("silver_partner", 2026, "2025-07-01", "2026-06-30") == []  # the renewal is then due
    assert due("special_work", 2029, "2026-04-01", "2032-03-31") == ["2029-04-01"]
    assert due("special_work", 2028, "2026-04-01", "2032-03-31") == []


def test_the_duties_of_the_coming_months_cross_the_year():
    found = duties_between(
        KINDS["business_licence"], date(2020, 1, 1), None, date(2026, 7, 1), date(2028, 6, 30)
    )
    assert [duty.due_on for duty in found] == [date(2027, 6, 30), date(2028, 6, 30)]


@pytest.mark.parametrize(
    ("left", "level"),
    [
        (181, None),
        (180, 180),
        (91, 180),
        (90, 90),
        (31, 60),
        (30, 30),
        (8, 30),
        (7, 7),
        (0, 7),
        (-1, 0),
        (-400, 0),
    ],
)
def test_the_nearest_level_reached_is_told(left, level):
    today = date(2026, 11, 27)
    assert reminder_level(today + timedelta(days=left), today, DAYS) == level


def test_without_levels_only_what_is_past_is_told():
    assert reminder_level(date(2026, 11, 27), date(2026, 11, 27), []) is None
    assert reminder_level(date(2026, 11, 26), date(2026, 11, 27), []) == 0


@given(st.integers(-30, 400), st.lists(st.integers(1, 365), max_size=6))
def test_the_next_reminder_is_the_day_the_level_changes(left, days):
    today = date(2026, 11, 27)
    end = today + timedelta(days=left)
    following = next_reminder(end, today, days)
    if following is None:
        assert all(reminder_day(end, level) <= today for level in days)
    else:
        before = following - timedelta(days=1)
        assert reminder_level(end, before, days) != reminder_level(end, following, days)
        assert reminder_level(end, before, days) == reminder_level(end, today, days)


def test_every_kind_of_the_list_is_there_and_can_be_read():
    wanted = {
        "business_licence", "three_in_one", "account_permit", "iso9001", "high_tech", "surveying_b",
        "software_enterprise", "software_product", "telecom_licence", "integration_4", "land_planning", "talent_3551",
        "software_association", "silver_partner", "ca_certificate", "tax_ukey", "bank_ukey", "trademark", "subsidy",
    }  # fmt: skip
    assert wanted <= KINDS.keys()
    assert len(KINDS) == len(usual_kinds()) == len({kind.name for kind in usual_kinds()})
    for kind in usual_kinds():
        check_kind(kind)
        assert kind.source
        assert list(kind.reminders) == sorted(kind.reminders, reverse=True)
    archived = {kind.code for kind in usual_kinds() if not kind.active}
    assert archived == {"three_in_one", "account_permit", "integration_4"}
    assert {kind.holder for kind in usual_kinds()} == set(HolderType)
    assert KINDS["trademark"].confirmed
    assert not KINDS["iso9001"].confirmed


def test_every_kind_answers_for_many_years():
    for kind in usual_kinds():
        for year in range(2020, 2040):
            assert all(
                duty.from_on <= duty.due_on <= duty.latest_on
                for duty in duties(kind, date(2020, 2, 29), None, year)
            )


WINDOW = {"code": "a", "name": "b", "kind": "fee", "rhythm": "window", "from": "01-01", "to": "02-29"}
YEARLY = {"code": "a", "name": "b", "kind": "fee", "rhythm": "anniversary", "months": 12}


def test_a_window_may_end_on_the_last_day_of_february():
    kind = Written(duties=(WINDOW,))
    check_kind(kind)
    assert duties(kind, None, None, 2027)[0].due_on == date(2027, 2, 28)
    assert duties(kind, None, None, 2028)[0].due_on == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"reminders": (30, 0)}, "certificate.reminders", "reminders"),
        ({"duties": (YEARLY, YEARLY | {"months": 0})}, "certificate.duty", "duties.1"),
        ({"duties": (YEARLY | {"months": "x"},)}, "certificate.duty", "duties.0"),
        ({"duties": (YEARLY | {"kind": "dance"},)}, "certificate.duty", "duties.0"),
        ({"duties": (YEARLY | {"rhythm": "weekly"},)}, "certificate.duty", "duties.0"),
        ({"duties": (YEARLY | {"name": ""},)}, "certificate.duty", "duties.0"),
        ({"duties": (WINDOW | {"from": "13-01"},)}, "certificate.duty", "duties.0"),
        ({"duties": (WINDOW | {"to": "02-30"},)}, "certificate.duty", "duties.0"),
        ({"duties": (WINDOW | {"from": "03-01"},)}, "certificate.duty", "duties.0"),
        ({"steps": ({"name": "", "days": 3},)}, "certificate.step", "steps.0"),
        ({"steps": ({"name": "a"},)}, "certificate.step", "steps.0"),
        ({"steps": ({"name": "a", "days": 3, "months": 1},)}, "certificate.step", "steps.0"),
    ],
)
def test_a_kind_nobody_can_read_is_refused_at_its_row(changed, code, field):
    with pytest.raises(Refused) as refusal:
        check_kind(replace(Written(), **changed))
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_a_kind_of_the_file_can_be_changed_like_any_other():
    kind: UsualKind = replace(KINDS["iso9001"], lead_days=120)
    assert apply_by(kind, date(2029, 3, 9)) == date(2028, 11, 9)
