"""Reminders: handled, put off with a reason, told again at every start until somebody has seen to them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from models.bid import Bid, BidDate
from models.bid_terms import (
    BidKind,
    BidLaw,
    BidMethod,
    BidResult,
    BidRole,
    BidStage,
)
from models.certificate import Certificate, CertificateKind
from models.certificate_case import CaseKind, CertificateCase
from models.reminder import Reminder
from services import (
    audit,
    case_acts,
    case_starts,
    certificate_cases,
    due_dates,
    reminders,
)
from services.case_starts import CaseStart
from services.due_model import DueDate, DueKind, DueState
from services.errors import Refused
from tests import certificates
from tests.certificates import CLERK, MANAGER, certificate, click
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def due(session, first=TODAY, last=TODAY + 90 * DAY, actor=CLERK, **more) -> list[DueDate]:
    return due_dates.due(session, actor, first=first, last=last, today=TODAY, **more)


def told(found: list[DueDate]) -> list[tuple]:
    return [(one.kind, one.what, one.on_day) for one in found]


def waiting(session, today=TODAY) -> list[DueDate]:
    return reminders.waiting(session, CLERK, today=today)


def report(session, **fields) -> int:
    """A high-tech certificate: its report is due on 31 May of every year after the issue."""
    given = {"valid_from": date(2024, 11, 1), "valid_to": date(2027, 10, 31)} | fields
    return certificate(session, "high_tech", **given)


def one_due(session, kind: DueKind) -> DueDate:
    return next(one for one in due(session, TODAY - 400 * DAY, TODAY + 366 * DAY) if one.kind is kind)


def bid(session, result=BidResult.PENDING) -> Bid:
    made = Bid(
        number=f"TB-{result.value}", name="荆门地形测量", tenderer="某局", law=BidLaw.TENDERING, method=BidMethod.OPEN,
        kind=BidKind.SERVICES, role=BidRole.LEAD, result=result, owner_id=1,
    )  # fmt: skip
    session.add(made)
    session.flush()
    for stage, days, done in (
        (BidStage.ANNOUNCEMENT, 0, None),
        (BidStage.DOCUMENTS, 1, TODAY),
        (BidStage.OPENING, 5, None),
        (BidStage.CONTRACT, 30, None),
    ):
        session.add(BidDate(bid_id=made.id, stage=stage, on_day=TODAY + days * DAY, done_on=done))
    session.flush()
    return made


def test_a_date_put_off_is_silent_until_its_day_and_then_told_again(session):
    certificate(session, valid_from=None, valid_to=TODAY + 5 * DAY)
    one = one_due(session, DueKind.EXPIRY)
    reminders.snooze(session, CLERK, one, until=TODAY + 3 * DAY, reason="等审核员排期", today=TODAY)
    assert one.key not in [other.key for other in waiting(session)]
    shown = next(other for other in reminders.board(session, CLERK, today=TODAY) if other.key == one.key)
    assert (shown.state, shown.reason, shown.snoozed_until) == (
        DueState.SNOOZED,
        "等审核员排期",
        TODAY + 3 * DAY,
    )
    assert one.key in [other.key for other in waiting(session, TODAY + 3 * DAY)]
    reminders.wake(session, CLERK, one)
    assert one.key in [other.key for other in waiting(session)]
    with pytest.raises(Refused, match=r"reminder\.gone"):
        reminders.wake(session, CLERK, one)
    acts = [
        row.action for row in audit.history(session, MANAGER, "reminder", session.scalar(select(Reminder.id)))
    ]
    assert sorted(acts) == ["snooze", "wake"]


def test_putting_off_needs_a_reason_and_a_later_day(session):
    certificate(session, valid_from=None, valid_to=TODAY + 5 * DAY)
    one = one_due(session, DueKind.EXPIRY)
    for until, reason, code in (
        (TODAY + DAY, " ", "approval.reason_missing"),
        (TODAY, "x", "reminder.until"),
    ):
        with pytest.raises(Refused) as refused:
            reminders.snooze(session, CLERK, one, until=until, reason=reason, today=TODAY)
        assert refused.value.code == code
    with pytest.raises(Refused, match=r"case\.future"):
        reminders.handle(session, CLERK, one, day=TODAY + DAY, today=TODAY)


def test_a_date_handled_is_told_no_more_and_the_record_stays_as_it_is(session):
    made = certificate(session, valid_from=None, valid_to=TODAY + 5 * DAY)
    one = one_due(session, DueKind.EXPIRY)
    reminders.handle(session, CLERK, one, day=TODAY, note="不再续证", today=TODAY)
    assert one.key not in [other.key for other in waiting(session, TODAY + 30 * DAY)]
    assert session.get_one(Certificate, made).valid_to == TODAY + 5 * DAY
    assert one_due(session, DueKind.EXPIRY).state is DueState.HANDLED


def test_handling_a_step_ticks_it_in_its_case(session):
    made = certificate(session, "surveying_b", valid_from=None, valid_to=date(2026, 5, 20))
    draft = case_starts.begin(session, CLERK, CaseStart(CaseKind.RENEWAL, certificate_id=made), today=TODAY)
    case_id = certificate_cases.save(session, CLERK, draft, today=TODAY)
    one = one_due(session, DueKind.CASE_STEP)
    reminders.handle(session, CLERK, one, day=TODAY, today=TODAY)
    steps = certificate_cases.get(session, CLERK, case_id).steps
    assert [step.done_on for step in steps if step.name == one.what] == [TODAY]


def test_nothing_is_missed_because_the_computer_was_off(session):
    """Every level was passed while nobody looked: at the next start it is told, at the nearest level."""
    certificate(session, valid_from=None, valid_to=TODAY + 200 * DAY)
    assert DueKind.EXPIRY not in [one.kind for one in waiting(session)]
    later = {one.kind: one for one in waiting(session, TODAY + 155 * DAY)}
    assert (later[DueKind.EXPIRY].level, later[DueKind.EXPIRY].days_left) == (60, 45)
    after = {one.kind: one for one in waiting(session, TODAY + 230 * DAY)}
    assert after[DueKind.EXPIRY].state is DueState.OVERDUE


def test_the_line_at_the_start_counts_what_waits_by_how_soon(session):
    for days in (-3, 0, 7, 25, 80):
        certificate(session, "agreement", valid_from=None, valid_to=TODAY + days * DAY)
    found = reminders.headline(session, CLERK, today=TODAY)
    assert (found.overdue, found.week, found.month, found.later) == (1, 2, 1, 1)  # the last is a day to apply
    assert found.urgent == 3
    assert reminders.waiting_count(session, CLERK, today=TODAY) == 5, "the badge says what the line says"


def test_a_date_leads_to_its_case(session):
    report(session, valid_to=TODAY + 60 * DAY)
    starts = {one.kind: reminders.case_of(one) for one in due(session)}
    assert starts[DueKind.EXPIRY].kind is CaseKind.RENEWAL
    assert (starts[DueKind.DUTY].duty_code if DueKind.DUTY in starts else "annual_report") == "annual_report"
    bid(session)
    assert reminders.case_of(one_due(session, DueKind.BID_STAGE)) is None


def test_a_case_without_steps_is_due_itself(session):
    draft = certificate_cases.CaseDraft(kind=CaseKind.CHANGE, title="变更", opened_on=TODAY, due_on=TODAY + 9 * DAY, owner_id=1)  # fmt: skip
    made = certificate_cases.save(session, CLERK, draft, today=TODAY)
    assert told(due(session)) == [(DueKind.CASE, "", TODAY + 9 * DAY)]
    case = session.get_one(CertificateCase, made)
    case_acts.finish(session, CLERK, made, case.version, day=TODAY, command_id=click(), today=TODAY)
    assert due(session) == []


def test_nothing_is_put_off_beyond_its_own_day(session):
    certificate(session, valid_from=None, valid_to=TODAY + 5 * DAY)
    one = one_due(session, DueKind.EXPIRY)
    with pytest.raises(Refused) as refused:
        reminders.snooze(session, CLERK, one, until=date(2099, 1, 1), reason="以后再说", today=TODAY)
    assert (refused.value.code, refused.value.field) == ("reminder.until_late", "until")
    reminders.snooze(session, CLERK, one, until=TODAY + 5 * DAY, reason="等审核员排期", today=TODAY)
    assert one.key in [other.key for other in waiting(session, TODAY + 6 * DAY)]


def test_what_is_over_for_years_is_still_told(session):
    certificate(session, valid_from=None, valid_to=TODAY + 5 * DAY)
    one = one_due(session, DueKind.EXPIRY)
    later = TODAY + 2000 * DAY
    assert one.key in [other.key for other in waiting(session, later)]
    assert reminders.headline(session, CLERK, today=later).overdue > 0


def test_a_kind_without_reminders_tells_on_the_day_itself(session):
    kind = session.get_one(CertificateKind, certificates.kind_id(session, "iso9001"))
    kind.reminders = []
    certificate(session, valid_from=None, valid_to=TODAY + 5 * DAY)
    one = one_due(session, DueKind.EXPIRY)
    assert one.key not in [other.key for other in waiting(session)]
    for days in (5, 6):
        assert one.key in [other.key for other in waiting(session, TODAY + days * DAY)]
