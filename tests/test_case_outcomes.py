"""How a case ends: with its day, its cost and its certificate; not while money is to come."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.certificate import Certificate
from models.certificate_case import CaseKind, CaseState
from services import case_acts, case_starts, certificate_cases, company_changes
from services.case_starts import CaseStart
from services.certificate_cases import CaseDraft
from services.errors import Refused
from tests import certificates
from tests.certificates import CLERK, certificate, click, kind_id
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def renewal(session):
    old = certificate(session, valid_to=TODAY + 40 * DAY)
    draft = case_starts.begin(session, CLERK, CaseStart(certificate_id=old), today=TODAY - 9 * DAY)
    case_id = certificate_cases.save(session, CLERK, draft, today=TODAY - 9 * DAY)
    return certificate_cases.loaded(session, case_id)


def test_a_renewal_is_closed_on_its_day_with_its_own_cost_and_result(session):
    case = renewal(session)
    start = case_acts.outcome(session, CLERK, case.id, today=TODAY)
    case_acts.finish_with(
        session, CLERK, case.id, case.version, start, day=TODAY - DAY, cost=Decimal("1280.50"), result="换发新证",
        command_id=click(), today=TODAY,
    )  # fmt: skip
    assert (case.state, case.closed_on) == (CaseState.DONE, TODAY - DAY)
    assert (case.cost, case.result) == (Decimal("1280.50"), "换发新证")


@pytest.mark.parametrize(("day", "code"), [(TODAY + DAY, "case.future"), (TODAY - 30 * DAY, "case.early")])
def test_a_renewal_is_not_closed_on_a_day_that_cannot_be(session, day, code):
    case = renewal(session)
    with pytest.raises(Refused, match=code.replace(".", r"\.")):
        case_acts.finishing(session, CLERK, case.id, case.version, day=day, cost=None, today=TODAY)


def test_the_same_click_twice_brings_one_certificate(session):
    case, once = renewal(session), click()
    start, version = case_acts.outcome(session, CLERK, case.id, today=TODAY), case.version
    made = case_acts.finish_with(session, CLERK, case.id, version, start, command_id=once, today=TODAY)
    assert (
        case_acts.finish_with(session, CLERK, case.id, version, start, command_id=once, today=TODAY) == made
    )


def test_an_application_clicked_twice_brings_one_certificate(session):
    start = CaseStart(CaseKind.APPLICATION, kind_id=kind_id(session, "iso9001"))
    case_id = certificate_cases.save(
        session, CLERK, case_starts.begin(session, CLERK, start, today=TODAY), today=TODAY
    )
    case, once = certificate_cases.loaded(session, case_id), click()
    draft, version = case_acts.outcome(session, CLERK, case_id, today=TODAY), case.version
    made = case_acts.finish_with(session, CLERK, case_id, version, draft, command_id=once, today=TODAY)
    assert (
        case_acts.finish_with(session, CLERK, case_id, version, draft, command_id=once, today=TODAY) == made
    )
    assert session.get_one(Certificate, made).kind_id == start.kind_id


def test_a_subsidy_with_money_to_come_is_not_finished(session):
    draft = CaseDraft(kind=CaseKind.SUBSIDY, title="专项资金申报", opened_on=TODAY, asked=Decimal(60000))
    case = certificate_cases.loaded(session, certificate_cases.save(session, CLERK, draft, today=TODAY))
    case_acts.grant(session, CLERK, case.id, case.version, granted=Decimal(60000))
    with pytest.raises(Refused, match=r"case\.outstanding") as caught:
        case_acts.finish(session, CLERK, case.id, case.version, day=TODAY, command_id=click(), today=TODAY)
    assert caught.value.values["amount"] == Decimal(60000)


def test_the_sources_of_a_change_are_told_in_the_language_of_its_steps():
    filings = [
        filing
        for change in company_changes.changes()
        for filing in company_changes.filings(
            change.code, date(2026, 3, 1), ("surveying_b", "telecom_licence")
        )
    ]
    assert filings
    assert [
        filing.source for filing in filings if any("a" <= sign.lower() <= "z" for sign in filing.source)
    ] == []
