"""Loans stay within what was approved: the days, the borrower, the kind of thing, and how long it is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.certificate import LoanKind
from models.people import Employee
from services import certificate_loan_acts, certificate_loan_details
from services.errors import Refused
from tests import certificates
from tests.certificates import BORROWER, CLERK, approved, certificate, click, lent, request, saved
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def hand_out(session, loan, day) -> None:
    certificate_loan_acts.hand_out(
        session, CLERK, loan.id, loan.version, day=day, command_id=click(), today=day
    )


def extend(session, loan, day) -> None:
    certificate_loan_acts.extend(
        session, CLERK, loan.id, loan.version, due_back_on=day, reason="评审延期", command_id=click()
    )


def test_nothing_is_handed_out_after_the_days_that_were_approved(session):
    loan = approved(session, request(certificate(session), due_back_on=TODAY + 2 * DAY))
    with pytest.raises(Refused, match=r"loan\.late") as caught:
        hand_out(session, loan, TODAY + 30 * DAY)
    assert (caught.value.field, caught.value.values["day"]) == ("day", TODAY + 2 * DAY)


def test_sealed_copies_are_handed_out_later_all_the_same(session):
    loan = approved(session, request(certificate(session), kind=LoanKind.COPY, copies=2, due_back_on=None))
    hand_out(session, loan, TODAY + 5 * DAY)
    assert loan.lent_on == TODAY + 5 * DAY


def test_nothing_is_handed_out_to_somebody_who_left_meanwhile(session):
    loan = approved(session, request(certificate(session)))
    session.get_one(Employee, BORROWER).left_on = TODAY
    session.flush()
    with pytest.raises(Refused, match=r"loan\.has_left"):
        hand_out(session, loan, TODAY + DAY)


def test_a_loan_is_kept_longer_by_a_fortnight_in_all_however_often(session):
    until = TODAY + 7 * DAY
    loan = lent(session, request(certificate(session), due_back_on=until))
    assert loan.approved_back_on == until
    extend(session, loan, until + 10 * DAY)
    assert (
        certificate_loan_details.detail(session, CLERK, loan.id, today=TODAY).keep_until == until + 14 * DAY
    )
    with pytest.raises(Refused, match=r"loan\.long") as caught:
        extend(session, loan, until + 15 * DAY)
    assert (caught.value.field, caught.value.values["day"]) == ("due_back_on", until + 14 * DAY)


def test_what_was_lent_before_the_day_was_kept_counts_from_its_day(session):
    loan = lent(session, request(certificate(session), due_back_on=TODAY + DAY))
    loan.approved_back_on = None
    session.flush()
    extend(session, loan, TODAY + 5 * DAY)
    assert loan.approved_back_on == TODAY + DAY


@pytest.mark.parametrize("kind", [LoanKind.COPY, LoanKind.DUPLICATE])
def test_a_key_has_no_copies(session, kind):
    key = certificate(session, "tax_ukey")
    with pytest.raises(Refused, match=r"loan\.no_paper") as caught:
        saved(session, request(key, kind=kind, copies=3))
    assert caught.value.field == "kind"


def test_a_paper_is_no_device(session):
    with pytest.raises(Refused, match=r"loan\.no_device"):
        saved(session, request(certificate(session), kind=LoanKind.DEVICE))
