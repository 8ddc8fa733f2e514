"""Several originals and duplicates of a certificate: each is lent for itself, and to one person at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from models.certificate import CertificateLoan, LoanKind, LoanState
from services import (
    certificate_facts,
    certificate_loan_acts,
    certificate_register,
    company_certificates,
    office_papers,
    registers,
)
from services.errors import Refused
from services.registers import Query
from tests import certificates
from tests.certificates import (
    CLERK,
    KIND,
    approved,
    certificate,
    click,
    give_back,
    hand_out,
    lent,
    request,
    saved,
)
from tests.claims import at_once
from tests.conftest import TODAY

WEEK = timedelta(days=7)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def refusal(act) -> Refused:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value


def test_of_several_originals_only_the_one_that_is_out_is_refused(session):
    made = certificate(session, originals=2, copies=1)
    first = lent(session, request(made))
    second = lent(session, request(made, employee_id=1))
    duplicate = lent(session, request(made, employee_id=1, kind=LoanKind.DUPLICATE))
    assert [loan.piece for loan in (first, second, duplicate)] == [1, 2, 1]
    same = refusal(lambda: saved(session, request(made, piece=2, employee_id=1)))
    assert same.values == {"holder": "陈小雨", "what": LoanKind.ORIGINAL, "piece": 2, "since": TODAY, "day": TODAY + WEEK}  # fmt: skip
    assert refusal(lambda: saved(session, request(made))).code == "loan.out", "both are out"
    give_back(session, second, TODAY)
    assert approved(session, request(made, employee_id=1)).piece == 2
    assert (
        refusal(lambda: saved(session, request(made, kind=LoanKind.DUPLICATE, piece=2))).code
        == "loan.no_piece"
    )
    none = certificate(session)
    assert refusal(lambda: saved(session, request(none, kind=LoanKind.DUPLICATE))).code == "loan.no_duplicate"


def test_a_certificate_with_two_originals_out_is_one_row_and_names_both(session):
    made = certificate(session, originals=2)
    lent(session, request(made, due_back_on=TODAY + 2 * WEEK))
    lent(session, request(made, employee_id=1))
    found = certificate_facts.facts(session, CLERK, made)
    assert (found.lent_to, found.due_back_on) == ("陈小雨、刘芳", TODAY + WEEK)
    register = certificate_register.REGISTER
    assert registers.count(session, CLERK, register, Query(TODAY, chip="lent")) == 1
    draft = replace(company_certificates.get(session, CLERK, made), originals=1)
    fewer = refusal(lambda: company_certificates.save(session, CLERK, draft, today=TODAY))
    assert (fewer.code, fewer.field, fewer.values["holder"]) == ("certificate.lent", "originals", "陈小雨")


def test_another_one_of_several_is_handed_out_where_the_promised_one_is_not_back(session):
    made = certificate(session, originals=3)
    late = lent(session, request(made, piece=2))
    next_week = {"from_on": TODAY + 2 * WEEK, "due_back_on": TODAY + 3 * WEEK}
    loan = approved(session, request(made, employee_id=1, piece=2, **next_week))
    day = TODAY + 2 * WEEK
    assert refusal(lambda: hand_out(session, loan, day, day)).values["piece"] == late.piece

    def hand(piece: int) -> int:
        return certificate_loan_acts.hand_out(
            session, CLERK, loan.id, loan.version, day=day, command_id=click(), today=day, piece=piece
        )

    assert refusal(lambda: hand(4)).values["count"] == 3
    hand(3)
    assert (loan.state, loan.piece) == (LoanState.LENT, 3)


def test_of_two_clerks_who_lend_the_same_original_at_once_one_is_refused(either):
    with either.write() as session:
        certificates.set_up(session)
        made = certificate(session, originals=2)
        loans = [approved(session, request(made, employee_id=who)) for who in (1, 2)]
        known = [(loan.id, loan.version) for loan in loans]

    def lend(loan_id: int, version: int) -> None:
        with either.write() as session:
            certificate_loan_acts.hand_out(
                session, CLERK, loan_id, version, day=TODAY, command_id=click(), today=TODAY, piece=2
            )

    answers = at_once(*(partial(lend, *one) for one in known))
    assert answers.count("done") == 1
    assert set(answers) - {"done"} <= {"loan.out", "loan.promised"}
    with either.read() as session:
        lent_now = session.scalars(
            select(CertificateLoan.piece).where(CertificateLoan.state == LoanState.LENT)
        )
        assert lent_now.all() == [2]


def test_of_two_requests_for_the_last_original_handed_in_at_once_one_is_refused(either):
    with either.write() as session:
        certificates.set_up(session)
        made = certificate(session)
        known = [
            (one.id, one.version)
            for one in (saved(session, request(made, employee_id=who)) for who in (1, 2))
        ]

    def hand_in(loan_id: int, version: int) -> None:
        with either.write() as session:
            office_papers.submit(session, CLERK, KIND, loan_id, version, click())

    assert at_once(*(partial(hand_in, *one) for one in known)) == ["done", "loan.promised"]
