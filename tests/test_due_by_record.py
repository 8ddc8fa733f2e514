"""What was handled on the list of due dates is done at its record, and due again when it is taken back there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.bid import Bid
from models.bid_deposit import BidDeposit
from models.bid_terms import DepositForm, DepositKind, DepositState
from models.certificate import Certificate, CertificateState
from models.certificate_case import CaseKind, CaseState, CertificateCase
from services import bid_words, case_acts, case_starts, certificate_acts, certificate_cases, reminders
from services.case_starts import CaseStart
from services.due_model import DueKind
from services.errors import Refused
from tests import certificates
from tests.certificates import CLERK, certificate, click
from tests.conftest import TODAY
from tests.test_reminders import DAY, bid, one_due, report, waiting
from ui.vocabulary import bids as bid_vocabulary


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def test_a_stage_handled_is_done_in_its_bid_and_due_again_when_it_is_not(session):
    made = bid(session)
    one = next(one for one in waiting(session) if one.kind is DueKind.BID_STAGE)
    reminders.handle(session, CLERK, one, day=TODAY, today=TODAY)
    stage = next(row for row in session.get_one(Bid, made.id).stages if f"stage:{row.stage}" == one.code)
    assert stage.done_on == TODAY
    assert one.key not in [other.key for other in waiting(session)]
    stage.done_on = None
    session.flush()
    assert one.key in [other.key for other in waiting(session)]


def test_a_duty_handled_by_mistake_is_due_again_once_its_case_is_given_up(session):
    report(session)
    one = one_due(session, DueKind.DUTY)
    reminders.handle(session, CLERK, one, day=TODAY, today=TODAY)
    assert one.key not in [other.key for other in waiting(session, one.on_day)]
    case = session.query(CertificateCase).one()
    version = case_acts.take_up(session, CLERK, case.id, case.version)
    ended = {"state": CaseState.GIVEN_UP, "reason": "记错了"}
    case_acts.end_without(session, CLERK, case.id, version, **ended, command_id=click(), today=TODAY)
    assert one.key in [other.key for other in waiting(session, one.on_day)]


def test_a_step_handled_by_mistake_is_due_again_once_its_tick_is_taken_off(session):
    made = certificate(session, "surveying_b", valid_from=None, valid_to=date(2026, 5, 20))
    draft = case_starts.begin(session, CLERK, CaseStart(CaseKind.RENEWAL, certificate_id=made), today=TODAY)
    case_id = certificate_cases.save(session, CLERK, draft, today=TODAY)
    one = one_due(session, DueKind.CASE_STEP)
    reminders.handle(session, CLERK, one, day=TODAY, today=TODAY)
    version, step = session.get_one(CertificateCase, case_id).version, int(one.code.partition(":")[2])
    case_acts.tick(session, CLERK, case_id, version, step, done_on=None, today=TODAY)
    assert one.key == one_due(session, DueKind.CASE_STEP).key


def test_a_deposit_that_is_out_is_told_until_it_is_back(session):
    made = bid(session)
    session.add(
        BidDeposit(
            number="BZ-1", bid_id=made.id, kind=DepositKind.BID, form=DepositForm.TRANSFER,
            state=DepositState.PAID, amount=Decimal(100), due_back_on=TODAY - DAY,
        )
    )  # fmt: skip
    session.flush()
    one = one_due(session, DueKind.DEPOSIT_BACK)
    with pytest.raises(Refused, match=r"reminder\.open"):
        reminders.handle(session, CLERK, one, day=TODAY, today=TODAY)
    assert one.key in [other.key for other in waiting(session)]


@pytest.mark.parametrize(
    "state", [CertificateState.REVOKED, CertificateState.SUSPENDED, CertificateState.IN_PROGRESS]
)
def test_what_comes_out_of_the_archive_is_what_it_was(session, state):
    item = session.get_one(Certificate, certificate(session, state=state))
    certificate_acts.archive(session, CLERK, item.id, item.version, reason="归档")
    certificate_acts.reopen(session, CLERK, item.id, item.version, today=TODAY)
    assert item.state is state


def test_what_ended_in_the_archive_comes_out_lapsed(session):
    item = session.get_one(Certificate, certificate(session, valid_from=None, valid_to=TODAY + 5 * DAY))
    certificate_acts.archive(session, CLERK, item.id, item.version, reason="归档")
    certificate_acts.reopen(session, CLERK, item.id, item.version, today=TODAY + 9 * DAY)
    assert item.state is CertificateState.LAPSED


def test_every_check_of_a_checklist_has_words_on_paper_and_in_the_window():
    said = {code for code in bid_vocabulary.CHECKS if code.startswith("bid_item_")}
    assert said <= {*bid_words.CHECKS}


def test_a_duty_done_before_its_case_was_written_down_began_by_then(session):
    report(session)
    one, day = one_due(session, DueKind.DUTY), TODAY - 90 * DAY
    reminders.handle(session, CLERK, one, day=day, today=TODAY)
    case = certificate_cases.loaded(session, session.query(CertificateCase).one().id)
    assert (case.opened_on, case.closed_on) == (day, day)
    assert {step.done_on for step in case.steps} == {day}
