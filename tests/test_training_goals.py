"""Hours of training against what is asked for: so many of so many until a day, told until they are there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.certificate_terms import DutyKind, DutyRhythm
from services import (
    bid_calendar,
    certificate_details,
    certificate_kinds,
    certificate_timeline,
    due_dates,
    reminders,
    staff_trainings,
)
from services.certificate_kinds import DutyLine, KindDraft, StepLine
from services.certificate_timeline import CertificateMark
from services.due_model import DueKind, DueState
from services.errors import Refused
from services.staff_trainings import TrainingDraft
from tests import certificates
from tests.certificates import CLERK, certificate, kind_id
from tests.conftest import TODAY

DAY = timedelta(days=1)
END = TODAY + 200 * DAY
BEGUN = TODAY - 800 * DAY


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def surveyor(session, **fields) -> int:
    return certificate(
        session, "registered_surveyor", employee_id=2, **{"valid_from": BEGUN, "valid_to": END} | fields
    )


def train(session, certificate_id: int, hours: str, day: date) -> None:
    draft = TrainingDraft(None, None, certificate_id, "必修课", day, Decimal(hours))
    staff_trainings.save(session, CLERK, draft, today=TODAY)


def duties_of(session, certificate_id: int):
    found = due_dates.due(session, CLERK, first=TODAY, last=END, kinds={DueKind.DUTY})
    return [one for one in found if one.record_id == certificate_id]


def goals(session, certificate_id: int):
    return certificate_details.detail(session, CLERK, certificate_id, today=TODAY).goals


def test_the_record_and_the_due_dates_tell_how_many_hours_there_are_of_how_many(session):
    made = surveyor(session)
    train(session, made, "24.5", TODAY - 30 * DAY)
    train(session, made, "60", BEGUN - DAY)  # of the time before
    [goal] = goals(session, made)
    assert (goal.have, goal.need, goal.due_on) == (Decimal("24.5"), 120, END - 30 * DAY)
    [one] = duties_of(session, made)
    assert (one.hours, one.on_day) == ((Decimal("24.5"), Decimal(120)), END - 30 * DAY)


def test_what_is_reached_is_due_no_more(session):
    made = surveyor(session)
    train(session, made, "120", BEGUN)
    assert goals(session, made)[0].reached
    assert duties_of(session, made) == []
    found = certificate_details.detail(session, CLERK, made, today=TODAY)
    assert found.duties == ()
    bands = certificate_timeline.timeline(session, CLERK, today=TODAY).bands
    assert CertificateMark.DUTY not in {mark.kind for band in bands for mark in band.marks}


def test_hours_of_every_year_count_in_their_year_only(session):
    made = certificate(session, "accountant", employee_id=2, valid_from=BEGUN, valid_to=None)
    train(session, made, "90", date(TODAY.year - 1, 12, 31))
    train(session, made, "10", TODAY)
    [goal] = goals(session, made)
    assert (goal.have, goal.need, goal.due_on) == (10, 90, date(TODAY.year, 12, 31))
    found = due_dates.due(session, CLERK, first=TODAY, last=date(TODAY.year, 12, 31), kinds={DueKind.DUTY})
    assert [one.hours for one in found] == [(10, 90)]


def test_hours_between_anniversaries_count_from_the_one_before(session):
    line = DutyLine("继续教育", DutyKind.TRAINING, DutyRhythm.ANNIVERSARY, months=12, hours=Decimal(40))
    draft = certificate_kinds.get(session, CLERK, kind_id(session, "drone_pilot"))
    certificate_kinds.save(session, CLERK, replace(draft, duties=(line,)))
    begun = TODAY - 400 * DAY
    made = certificate(session, "drone_pilot", employee_id=2, valid_from=begun, valid_to=begun + 2000 * DAY)
    train(session, made, "30", begun + 100 * DAY)
    train(session, made, "12", TODAY)
    [goal] = goals(session, made)
    assert (goal.have, goal.need) == (12, 40)
    [one] = due_dates.due(session, CLERK, first=TODAY, last=TODAY + 366 * DAY, kinds={DueKind.DUTY})
    assert one.hours == (12, 40)


def test_the_kind_keeps_the_hours_and_refuses_those_of_anything_but_training(session):
    line = DutyLine("继续教育", DutyKind.TRAINING, DutyRhythm.VALIDITY, hours=Decimal("60.5"))
    start = StepLine("可以开始", months=6, start=True)
    made = certificate_kinds.save(session, CLERK, KindDraft(name="自有证书", duties=(line,), steps=(start,)))
    found = certificate_kinds.get(session, CLERK, made)
    assert (found.duties[0].hours, found.duties[0].rhythm, found.steps[0].start) == (Decimal("60.5"), DutyRhythm.VALIDITY, True)  # fmt: skip
    for wrong in (replace(line, kind=DutyKind.FEE), replace(line, hours=Decimal(0))):
        with pytest.raises(Refused) as refused:
            certificate_kinds.save(session, CLERK, KindDraft(name="另一种", duties=(wrong,)))
        assert (refused.value.code, refused.value.field) == ("certificate.duty", "duties.0")


def test_a_renewal_that_may_begin_is_told_as_a_start_and_never_as_overdue(session):
    made = certificate(session, "trademark", valid_from=TODAY - 3000 * DAY, valid_to=TODAY + 300 * DAY)
    before = reminders.waiting_count(session, CLERK, today=TODAY)
    late = reminders.headline(session, CLERK, today=TODAY)
    found = [one for one in reminders.board(session, CLERK, today=TODAY) if one.record_id == made]
    # it was entered today, so a day before is nobody's: look on from a day when it may begin tomorrow
    assert all(one.state is not DueState.OVERDUE for one in found)
    told = [one.kind for one in reminders.waiting(session, CLERK, today=TODAY)]
    assert (told.count(DueKind.RENEWAL_START), len(told) - 1, late.overdue) == (1, before, 0)
    later = certificate(
        session, "trademark", valid_from=TODAY - 3000 * DAY, valid_to=date(TODAY.year + 1, TODAY.month, 28)
    )
    may = due_dates.due(session, CLERK, first=TODAY, last=TODAY + 30 * DAY, kinds={DueKind.RENEWAL_START})
    assert [(one.record_id, one.state, one.is_late) for one in may] == [(later, DueState.LATER, False)]
    after = may[0].on_day + 20 * DAY
    then = due_dates.due(session, CLERK, first=TODAY, last=after, today=after, kinds={DueKind.RENEWAL_START})
    assert [(one.state, one.days_left, one.is_late) for one in then] == [(DueState.DUE, -20, False)]
    pressing = [one for one in reminders.waiting(session, CLERK, today=after) if not one.is_start]
    assert reminders.waiting_count(session, CLERK, today=after) == len(pressing)
    assert reminders.headline(session, CLERK, today=after).overdue == 0
    titles = {event.title: event.remind_days for event in bid_calendar.events(session, CLERK, today=TODAY)}
    assert titles["可以开始换证：商标注册证（续展可以开始）"] == 0
