"""One number that makes no day is refused at its field, and stops nobody's reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from models.certificate import Certificate, CertificateKind
from models.certificate_case import CaseKind
from services import certificate_cases, certificate_kind_checks, certificate_kinds, reminders
from services.certificate_cases import CaseDraft
from services.certificate_kinds import DutyLine, KindDraft, StepLine
from services.due_model import DueDate, DueKind, DueState
from services.errors import Refused
from services.terms import DutyKind, DutyRhythm
from tests import certificates
from tests.certificates import CLERK, certificate, kind_id, lent, request
from tests.conftest import TODAY

DAY = timedelta(days=1)
YEARLY = DutyLine("甲", DutyKind.REVIEW, DutyRhythm.WINDOW, "01-01", "12-31")


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def waiting(session) -> list[DueDate]:
    return reminders.waiting(session, CLERK, today=TODAY)


ISO = {"name": "试用种类", "months": 36, "lead_days": 90}


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"lead_days": 20261231}, "lead_days"),
        ({"months": 99999999}, "months"),
        ({"steps": (StepLine("申请", days=800000),)}, "steps.0.days"),
        ({"steps": (StepLine("申请", months=-5000),)}, "steps.0.months"),
        ({"duties": (replace(YEARLY, rhythm=DutyRhythm.ANNIVERSARY, months=20261231),)}, "duties.0.months"),
        (
            {"duties": (replace(YEARLY, rhythm=DutyRhythm.ANNIVERSARY, months=12, open_days=99999),)},
            "duties.0.open_days",
        ),
        (
            {"duties": (replace(YEARLY, rhythm=DutyRhythm.ANNIVERSARY, months=12, longest=99999),)},
            "duties.0.longest",
        ),
    ],
)
def test_a_number_that_no_calendar_holds_is_refused_at_its_field(session, fields, where):
    with pytest.raises(Refused, match=r"certificate\.too_many") as caught:
        certificate_kinds.save(session, CLERK, KindDraft(**(ISO | fields)))
    assert caught.value.field == where


@pytest.mark.parametrize("text", ["", "400, 30", "0"])
def test_reminders_that_never_come_are_refused(session, text):
    with pytest.raises(Refused, match=r"certificate\.reminders") as caught:
        certificate_kinds.save(session, CLERK, KindDraft(**ISO, reminders=text))
    assert caught.value.field == "reminders"


def test_every_usual_kind_is_saved_as_it_is(session):
    for one in session.scalars(select(CertificateKind.id)).all():
        certificate_kinds.save(session, CLERK, certificate_kinds.get(session, CLERK, one))
    assert "180" in KindDraft().reminders


@pytest.mark.parametrize("field", ["valid_from", "valid_to"])
def test_a_day_beyond_every_calendar_is_refused_at_its_field(session, field):
    with pytest.raises(Refused, match=r"certificate\.too_far") as caught:
        certificate(session, **({"valid_from": None, "valid_to": None} | {field: date(9999, 12, 31)}))
    assert caught.value.field == field


def spoil(session, **values) -> int:
    number = kind_id(session, "iso9001")
    session.execute(update(CertificateKind).where(CertificateKind.id == number).values(**values))
    session.expire_all()
    return number


@pytest.mark.parametrize(
    "values",
    [
        {"lead_days": 20261231},
        {"steps": [{"name": "申请", "days": 800000}]},
        {"steps": [{"name": "申请", "months": 99999999}]},
        {"duties": [{"code": "a", "name": "年审", "kind": "review", "rhythm": "anniversary", "months": 0}]},
        {
            "duties": [
                {"code": "a", "name": "年审", "kind": "review", "rhythm": "window", "from": "x", "to": "y"}
            ]
        },
    ],
)
def test_a_kind_that_cannot_be_reckoned_is_named_and_takes_nobody_along(session, values):
    bad = certificate(session, "iso9001", valid_to=TODAY + 5 * DAY)
    good = certificate(session, "surveying_b", valid_to=TODAY + 5 * DAY)
    number = spoil(session, **values)
    found = reminders.board(session, CLERK, today=TODAY)
    named = next(one for one in found if one.kind is DueKind.UNREADABLE)
    assert (named.record_id, named.page, named.state) == (number, "certificate_kinds", DueState.DUE)
    assert {bad, good} <= {one.record_id for one in found if one.kind is DueKind.EXPIRY}
    assert reminders.waiting_count(session, CLERK, today=TODAY) > 0
    with pytest.raises(Refused, match=r"reminder\.open"):
        reminders.handle(session, CLERK, named, day=TODAY, today=TODAY)


def test_a_certificate_that_cannot_be_reckoned_is_named(session):
    bad = certificate(session, "iso9001", valid_to=None)
    session.execute(update(Certificate).where(Certificate.id == bad).values(valid_from=date(9999, 12, 31)))
    session.expire_all()
    found = [one for one in waiting(session) if one.kind is DueKind.UNREADABLE]
    assert [(one.page, one.page_id) for one in found] == [("certificates", bad)]


# what is settled at its own record only


def test_an_original_that_is_out_is_told_of_until_it_is_back(session):
    lent(session, request(certificate(session), due_back_on=TODAY))
    later = TODAY + 30 * DAY
    one = next(one for one in reminders.waiting(session, CLERK, today=later) if one.kind is DueKind.LOAN_BACK)
    with pytest.raises(Refused, match=r"reminder\.open"):
        reminders.handle(session, CLERK, one, day=later, today=later)
    reminders.snooze(session, CLERK, one, until=later + DAY, reason="明天带回", today=later)
    session.flush()
    told = [
        one for one in reminders.waiting(session, CLERK, today=later + DAY) if one.kind is DueKind.LOAN_BACK
    ]
    assert len(told) == 1, "put off with a reason, it comes back"


def test_a_case_that_is_open_is_told_of_until_it_is_closed(session):
    draft = CaseDraft(kind=CaseKind.APPLICATION, title="新申请", opened_on=TODAY, due_on=TODAY)
    certificate_cases.save(session, CLERK, draft, today=TODAY)
    one = next(one for one in waiting(session) if one.kind is DueKind.CASE)
    with pytest.raises(Refused, match=r"reminder\.open"):
        reminders.handle(session, CLERK, one, day=TODAY, today=TODAY)


def test_what_was_marked_as_handled_before_is_told_again_while_it_is_open(session):
    from models.reminder import Reminder

    loan = lent(session, request(certificate(session), due_back_on=TODAY))
    session.add(
        Reminder(
            record_kind="certificate_loan", record_id=loan.id, code="due_back", due_on=TODAY,
            handled_on=TODAY, made_by_name="王雪",
        )
    )  # fmt: skip
    session.flush()
    assert DueKind.LOAN_BACK in {one.kind for one in waiting(session)}


# levels and codes


def test_the_badge_counts_what_the_headline_counts_at_every_level(session):
    certificate(session, "telecom_licence", valid_from=date(2023, 1, 1), valid_to=TODAY + 175 * DAY)
    found = reminders.headline(session, CLERK, today=TODAY)
    assert found.later > 0
    assert found.whole == found.overdue + found.week + found.month + found.later
    assert reminders.waiting_count(session, CLERK, today=TODAY) == found.whole


def test_a_duty_entered_after_another_was_taken_out_has_a_code_of_its_own(session):
    made = certificate_kinds.save(
        session, CLERK, KindDraft(**ISO, duties=(YEARLY, replace(YEARLY, name="乙")))
    )
    draft = certificate_kinds.get(session, CLERK, made)
    certificate_kinds.save(
        session, CLERK, replace(draft, duties=(draft.duties[1], replace(YEARLY, name="丙")))
    )
    codes = [line.code for line in certificate_kinds.get(session, CLERK, made).duties]
    assert len(set(codes)) == 2
    assert codes[0] == draft.duties[1].code, "what its cases remember stays"


def test_two_duties_of_one_code_are_refused(session):
    twice = (replace(YEARLY, code="own_1"), replace(YEARLY, name="乙", code="own_1"))
    with pytest.raises(Refused, match=r"certificate\.duty_twice") as caught:
        certificate_kinds.save(session, CLERK, KindDraft(**ISO, duties=twice))
    assert caught.value.field == "duties.1"
    assert reminders.LOOK_AHEAD.days == certificate_kind_checks.MOST_REMINDER
