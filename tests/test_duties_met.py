"""A yearly duty is met by its own day, whatever day its case had; what is missed stands first, on every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from models.certificate import Certificate
from models.people import Employee
from services import (
    case_acts,
    case_starts,
    certificate_cases,
    certificate_details,
    certificate_lists,
    certificate_loans,
    certificate_timeline,
    company_certificates,
    due_dates,
    leaving,
)
from services.case_starts import CaseStart
from services.certificate_timeline import CertificateMark
from services.due_model import DueKind
from services.errors import Refused
from tests import certificates
from tests.certificates import BORROWER, CLERK, certificate, click
from tests.conftest import TODAY

DAY = timedelta(days=1)
REPORT = date(2026, 6, 30)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def licence(session, entered: date = date(2026, 1, 5)) -> int:
    made = certificate(session, "business_licence", valid_from=date(2020, 5, 1), valid_to=None)
    item = session.get_one(Certificate, made)
    item.created_at = datetime(entered.year, entered.month, entered.day, 9, tzinfo=UTC)
    session.flush()
    return made


def duties(session, today: date) -> list[tuple[int, date]]:
    found = due_dates.due(session, CLERK, first=today - 3660 * DAY, last=today + 200 * DAY, today=today)
    return [(one.record_id, one.on_day) for one in found if one.kind is DueKind.DUTY]


def case_of(session, made: int, **fields) -> int:
    start = CaseStart(case_starts.CaseKind.DUTY, made, duty_code="annual_report", due_on=REPORT)
    draft = replace(case_starts.begin(session, CLERK, start, today=TODAY), **fields)
    return certificate_cases.save(session, CLERK, draft, today=TODAY)


def test_a_duty_with_another_day_in_its_case_is_met_everywhere(session):
    made = licence(session)
    case_id = case_of(session, made, due_on=date(2026, 4, 30))
    assert duties(session, TODAY) == [], "its case is in hand"
    case = certificate_cases.loaded(session, case_id)
    assert case.duty_on == REPORT
    case_acts.finish(session, CLERK, case_id, case.version, day=TODAY, command_id=click(), today=TODAY)
    later = date(2026, 7, 10)
    assert duties(session, later) == []
    shown = certificate_details.detail(session, CLERK, made, today=later).duties
    assert REPORT not in [duty.due_on for duty in shown]


def test_a_case_of_another_day_meets_no_duty_on_either_page(session):
    made = licence(session)
    case_id = case_of(session, made, duty_on=date(2025, 6, 30))
    case = certificate_cases.loaded(session, case_id)
    case_acts.finish(session, CLERK, case_id, case.version, day=TODAY, command_id=click(), today=TODAY)
    assert (made, REPORT) in duties(session, TODAY)
    shown = certificate_details.detail(session, CLERK, made, today=TODAY).duties
    assert REPORT in [duty.due_on for duty in shown]


def test_a_missed_duty_stands_first_on_the_certificate_and_the_timeline(session):
    made, today = licence(session), date(2026, 7, 10)
    found = certificate_details.detail(session, CLERK, made, today=today).duties
    assert found[0].due_on == REPORT
    shown = certificate_timeline.timeline(session, CLERK, today=today)
    mark = shown.bands[0].marks[0]
    assert (mark.kind, mark.day, mark.late) == (CertificateMark.DUTY, REPORT, True)
    assert shown.share(mark.day)[0] == 0, "drawn at the beginning"


def test_nobody_missed_what_fell_due_before_the_certificate_was_entered(session):
    made = licence(session, entered=date(2026, 7, 9))
    found = certificate_details.detail(session, CLERK, made, today=date(2026, 7, 10)).duties
    assert [duty.due_on.year for duty in found] == [2027]


def test_a_report_is_named_after_the_year_it_tells_of(session):
    made = licence(session)
    case = certificate_cases.loaded(session, case_of(session, made))
    assert "2025年度企业年度报告公示" in case.title


def test_a_surveillance_audit_is_named_after_its_own_year(session):
    made = certificate(session, valid_from=date(2025, 9, 1), valid_to=date(2028, 8, 31))
    start = CaseStart(case_starts.CaseKind.DUTY, made)
    assert "2026年度监督审核" in case_starts.begin(session, CLERK, start, today=TODAY).title


def test_a_new_case_asks_for_what_the_due_page_asks_for(session):
    made = licence(session, entered=TODAY - DAY)
    draft = case_starts.begin(session, CLERK, CaseStart(case_starts.CaseKind.DUTY, made), today=TODAY)
    assert draft.duty_on == REPORT, "not the one of last year, which nobody could have been reminded of"


def test_which_duty_of_which_year_is_chosen_from_a_list(session):
    made = licence(session)
    other = certificate(session, valid_from=date(2025, 4, 1), valid_to=date(2028, 3, 31))
    offered = case_starts.duty_choices(session, CLERK, today=TODAY)
    assert [one.hint for one in offered][:2] == ["→ 2026-04-01", "→ 2026-06-30"]
    audit, report = offered[0].id, offered[1].id
    chosen = case_starts.duty_start(session, report, today=TODAY)
    assert (chosen.certificate_id, chosen.due_on) == (made, REPORT)
    assert case_starts.duty_start(session, audit, today=TODAY).certificate_id == other


def test_the_duty_that_was_chosen_begins_although_an_earlier_one_was_met_meanwhile(session):
    made = licence(session)
    other = certificate(session, valid_from=date(2025, 4, 1), valid_to=date(2028, 3, 31))
    audit, report = (one.id for one in case_starts.duty_choices(session, CLERK, today=TODAY)[:2])
    first = case_starts.begin(
        session, CLERK, case_starts.duty_start(session, audit, today=TODAY), today=TODAY
    )
    certificate_cases.save(session, CLERK, first, today=TODAY)
    assert first.certificate_id == other
    chosen = case_starts.duty_start(session, report, today=TODAY)
    assert (chosen.certificate_id, chosen.due_on) == (made, REPORT)
    with pytest.raises(Refused, match=r"record\.gone"):
        case_starts.duty_start(session, audit, today=TODAY)


def test_the_certificate_of_the_company_is_in_charge_of_its_keeper(session):
    certificate(session, valid_to=TODAY + 20 * DAY, keeper_id=BORROWER)
    found = due_dates.due(session, CLERK, first=TODAY, last=TODAY + 30 * DAY, today=TODAY)
    keeper = session.get_one(Employee, BORROWER).name
    assert {one.owner for one in found if one.kind is DueKind.EXPIRY} == {keeper}


def test_certificates_of_who_left_are_neither_told_nor_listed_nor_chosen(session):
    made = certificate(session, "registered_surveyor", employee_id=BORROWER, valid_to=TODAY + 20 * DAY)
    kept = certificate(session)
    session.get_one(Employee, BORROWER).left_on = TODAY - 30 * DAY
    session.flush()
    found = due_dates.due(session, CLERK, first=TODAY, last=TODAY + 60 * DAY, today=TODAY)
    assert made not in {one.record_id for one in found if one.record_kind == "certificate"}
    assert len(certificate_lists.certificate_list(session, CLERK, on=TODAY).rows) == 1
    assert [one.id for one in company_certificates.choices(session, CLERK)] == [kept]
    assert [one.id for one in certificate_loans.lendable(session, CLERK)] == [kept]
    assert [one.id for one in certificate_timeline.timeline(session, CLERK, today=TODAY).bands] == [kept]
    assert certificate_details.detail(session, CLERK, made, today=TODAY).left_on == TODAY - 30 * DAY


def test_the_list_of_a_leaver_names_the_certificates_in_their_name(session):
    certificate(session, "registered_surveyor", employee_id=BORROWER, number="ZC-1")
    held = leaving.held_by(session, BORROWER)
    assert [one for one in held if one.endswith("ZC-1")]
