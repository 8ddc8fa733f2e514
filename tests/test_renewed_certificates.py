"""A certificate and the one that follows it: reminded of until the new one is granted, no yearly duty lost between both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.certificate import Certificate, CertificateState
from models.certificate_case import CaseState, CertificateCase
from services import (
    bid_calendar,
    case_acts,
    case_starts,
    certificate_acts,
    certificate_cases,
    certificate_details,
    certificate_headline,
    company_certificates,
    due_dates,
    reminders,
)
from services.case_starts import CaseStart
from services.due_model import DueKind
from services.errors import Refused
from tests import certificates
from tests.certificates import CLERK, certificate
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def renewed(session, old: int, today=TODAY, **fields) -> int:
    start = company_certificates.renewal(session, CLERK, old, today=today)
    return company_certificates.save(session, CLERK, replace(start, **fields), today=today)


def applied_for(session, old: int) -> int:
    return renewed(session, old, state=CertificateState.IN_PROGRESS, valid_from=None, valid_to=None)


def told(session, first=TODAY, last=TODAY + 90 * DAY, today=TODAY) -> list[tuple]:
    found = due_dates.due(session, CLERK, first=first, last=last, today=today)
    return [(one.record_id, one.kind, one.on_day) for one in found]


def test_a_renewal_that_is_only_applied_for_silences_nothing(session):
    old = certificate(session, "surveying_b", valid_from=None, valid_to=TODAY + 60 * DAY)
    before = told(session)
    applied_for(session, old)
    assert told(session) == before
    assert {kind for _id, kind, _day in before} >= {DueKind.EXPIRY, DueKind.APPLY_BY}
    assert certificate_headline.headline(session, CLERK, today=TODAY).later == 1
    assert certificate_details.detail(session, CLERK, old, today=TODAY).steps
    after = TODAY + 61 * DAY
    certificate_acts.lapse_due(session, CLERK, after)
    assert session.get_one(Certificate, old).state == CertificateState.LAPSED
    assert certificate_headline.headline(session, CLERK, today=after).lapsed == 1


def test_the_old_one_is_put_away_when_what_was_applied_for_is_granted(session):
    old = certificate(session, valid_to=TODAY + 5 * DAY)
    new = applied_for(session, old)
    draft = company_certificates.get(session, CLERK, new)
    granted = replace(draft, state=CertificateState.VALID, valid_from=TODAY, valid_to=TODAY + 1095 * DAY)
    company_certificates.save(session, CLERK, granted, today=TODAY)
    assert session.get_one(Certificate, old).state == CertificateState.ARCHIVED
    assert (old, DueKind.EXPIRY, TODAY + 5 * DAY) not in told(session)


REPORT = (DueKind.DUTY, date(2027, 3, 31))


def reports(session, today: date) -> list[tuple]:
    found = told(session, today, date(2027, 12, 31), today)
    return [(one, day) for one, kind, day in found if kind is DueKind.DUTY and day == REPORT[1]]


def test_the_report_of_the_year_of_a_renewal_is_told_once(session):
    """The telecom licence ends on 28 February, its report of the first quarter is due on 31 March."""
    old = certificate(session, "telecom_licence", valid_from=date(2022, 3, 1), valid_to=date(2027, 2, 28))
    today = date(2027, 1, 5)
    assert reports(session, today) == [(old, REPORT[1])]
    assert REPORT[1] in [
        one.due_on for one in certificate_details.detail(session, CLERK, old, today=today).duties
    ]
    new = renewed(session, old, today, number="T2")
    assert reports(session, today) == [(new, REPORT[1])]
    later = date(2027, 3, 2)
    certificate_acts.lapse_due(session, CLERK, later)
    assert reports(session, later) == [(new, REPORT[1])]
    assert REPORT[1] in [
        one.due_on for one in certificate_details.detail(session, CLERK, new, today=later).duties
    ]


def test_a_report_handed_in_before_the_renewal_is_not_asked_for_again(session):
    old = certificate(session, "telecom_licence", valid_from=date(2022, 3, 1), valid_to=date(2027, 2, 28))
    today = date(2027, 1, 5)
    found = due_dates.due(session, CLERK, first=today, last=REPORT[1], today=today, kinds={DueKind.DUTY})
    reminders.handle(
        session, CLERK, next(one for one in found if one.on_day == REPORT[1]), day=today, today=today
    )
    renewed(session, old, today, number="T2")
    assert reports(session, today) == []


def test_another_kind_does_not_follow(session):
    old = certificate(session, valid_to=TODAY + 5 * DAY)
    with pytest.raises(Refused) as refused:
        renewed(session, old, kind_id=certificates.kind_id(session, "telecom_licence"))
    assert (refused.value.code, refused.value.field) == ("certificate.follows_other", "kind_id")
    new = applied_for(session, old)
    draft = company_certificates.get(session, CLERK, new)
    with pytest.raises(Refused, match=r"certificate\.follows_other"):
        company_certificates.save(
            session,
            CLERK,
            replace(draft, kind_id=certificates.kind_id(session, "telecom_licence")),
            today=TODAY,
        )


def test_there_is_an_original_while_somebody_has_it(session):
    made = certificate(session)
    certificates.lent(session, certificates.request(made))
    draft = company_certificates.get(session, CLERK, made)
    with pytest.raises(Refused) as refused:
        company_certificates.save(session, CLERK, replace(draft, originals=0), today=TODAY)
    assert (refused.value.code, refused.value.field) == ("certificate.lent", "originals")


def test_the_calendar_file_has_every_date_of_a_certificate(session):
    certificate(session, "surveying_b", valid_from=None, valid_to=date(2026, 5, 20))
    certificate(session, "high_tech", valid_from=date(2024, 11, 1), valid_to=date(2027, 10, 31))
    certificates.lent(session, certificates.request(certificate(session, valid_to=None)))
    found = bid_calendar.events(session, CLERK, today=TODAY)
    days = {(one.title.partition("：")[0], one.day) for one in found}
    assert days >= {
        ("证照到期", date(2026, 5, 20)),
        ("最晚申请换证", date(2026, 4, 20)),
        ("换证步骤", date(2026, 3, 21)),
        ("年度义务", date(2026, 5, 31)),
        ("证照归还", TODAY + 7 * DAY),
    }
    assert len({one.uid for one in found}) == len(found)


def begun(session, old: int) -> CertificateCase:
    draft = case_starts.begin(session, CLERK, CaseStart(certificate_id=old), today=TODAY)
    return certificate_cases.loaded(session, certificate_cases.save(session, CLERK, draft, today=TODAY))


def test_a_case_grants_the_certificate_that_was_applied_for(session):
    old = certificate(session, valid_to=TODAY + 5 * DAY)
    new = applied_for(session, old)
    case = begun(session, old)
    start = case_acts.outcome(session, CLERK, case.id, today=TODAY)
    assert (start.id, start.state, start.valid_from) == (new, CertificateState.VALID, TODAY + 6 * DAY)
    assert start.valid_to > TODAY + 365 * DAY
    draft = replace(start, number="新-2", valid_from=TODAY)
    made = case_acts.finish_with(session, CLERK, case.id, case.version, draft, command_id="end", today=TODAY)
    assert made == new
    assert case.state == CaseState.DONE
    assert session.get_one(Certificate, new).state == CertificateState.VALID
    assert session.get_one(Certificate, old).state == CertificateState.ARCHIVED


def test_what_was_granted_without_its_case_is_not_granted_twice(session):
    old = certificate(session, valid_to=TODAY + 5 * DAY)
    case = begun(session, old)
    renewed(session, old)
    with pytest.raises(Refused, match=r"certificate\.followed"):
        case_acts.outcome(session, CLERK, case.id, today=TODAY)


def set_state(session, made: int, state: CertificateState) -> None:
    draft = company_certificates.get(session, CLERK, made)
    company_certificates.save(session, CLERK, replace(draft, state=state), today=TODAY)


@pytest.mark.parametrize("wrong", [CertificateState.REVOKED, CertificateState.LAPSED])
def test_a_wrong_click_cuts_no_successor_off_for_good(session, wrong):
    old, other = certificate(session, valid_to=TODAY + 60 * DAY), certificate(session)
    new = renewed(session, old)
    set_state(session, new, wrong)
    assert session.get_one(Certificate, old).successor_id is None
    set_state(session, new, CertificateState.VALID)
    assert session.get_one(Certificate, old).successor_id == new
    assert session.get_one(Certificate, other).successor_id is None


def test_out_of_the_archive_it_follows_again_unless_another_one_does(session):
    old = certificate(session, valid_to=TODAY + 60 * DAY)
    new = renewed(session, old)
    put_away_and_back(session, new)
    assert session.get_one(Certificate, old).successor_id == new
    set_state(session, new, CertificateState.REVOKED)
    put_away_and_back(session, new)
    assert session.get_one(Certificate, old).successor_id is None, "it was withdrawn"
    second = renewed(session, old, number="另一")
    set_state(session, new, CertificateState.VALID)
    assert session.get_one(Certificate, old).successor_id == second


def put_away_and_back(session, made: int) -> None:
    item = session.get_one(Certificate, made)
    certificate_acts.archive(session, CLERK, made, item.version, reason="误操作")
    certificate_acts.reopen(session, CLERK, made, item.version, today=TODAY)
