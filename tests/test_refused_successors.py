"""A successor that is refused takes nobody's place; what is renewed, withdrawn or still open is put away in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from models.certificate import Certificate, CertificateState, LoanKind
from models.certificate_case import CaseKind
from services import (
    case_starts,
    certificate_acts,
    certificate_cases,
    certificate_details,
    certificate_facts,
    certificate_lists,
    certificate_loan_acts,
    certificate_loan_details,
    company_certificates,
    due_dates,
)
from services.case_starts import CaseStart
from services.certificate_details import CertificateAction
from services.due_model import DueKind
from services.errors import Refused
from tests import certificates
from tests.certificates import CLERK, approved, certificate, click, lent, request
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def renewed(session, old: int, **fields) -> int:
    start = company_certificates.renewal(session, CLERK, old, today=TODAY)
    return company_certificates.save(session, CLERK, replace(start, **fields), today=TODAY)


def applied_for(session, old: int) -> Certificate:
    new = renewed(session, old, state=CertificateState.IN_PROGRESS, valid_from=None, valid_to=None)
    return session.get_one(Certificate, new)


def told(session, certificate_id: int) -> set[DueKind]:
    found = due_dates.due(session, CLERK, first=TODAY, last=TODAY + 90 * DAY, today=TODAY)
    return {one.kind for one in found if one.record_id == certificate_id}


def typed(session, certificate_id: int, **fields) -> None:
    draft = company_certificates.get(session, CLERK, certificate_id)
    company_certificates.save(session, CLERK, replace(draft, **fields), today=TODAY)


def refuse_by_archive(session, new: Certificate) -> None:
    certificate_acts.archive(session, CLERK, new.id, new.version, reason="未获批")


def refuse_by_state(session, new: Certificate) -> None:
    typed(session, new.id, state=CertificateState.LAPSED)


def refuse_by_deleting(session, new: Certificate) -> None:
    assert company_certificates.remove(session, CLERK, new.id, new.version)


@pytest.mark.parametrize("refuse", [refuse_by_archive, refuse_by_state, refuse_by_deleting])
def test_a_refused_successor_lets_go_of_what_it_was_to_follow(session, refuse):
    old = certificate(session, "surveying_b", valid_from=None, valid_to=TODAY + 25 * DAY)
    before = told(session, old)
    refuse(session, applied_for(session, old))
    assert told(session, old) == before
    assert DueKind.EXPIRY in before
    found = certificate_details.detail(session, CLERK, old, today=TODAY)
    assert CertificateAction.RENEW in found.actions
    assert (
        case_starts.begin(session, CLERK, CaseStart(certificate_id=old), today=TODAY).kind == CaseKind.RENEWAL
    )
    certificate_acts.lapse_due(session, CLERK, TODAY + 60 * DAY)
    assert session.get_one(Certificate, old).state == CertificateState.LAPSED, "not put away without a word"


def test_one_that_is_only_applied_for_makes_no_lapsed_one_hold(session):
    old = certificate(session, valid_to=TODAY + 25 * DAY)
    applied_for(session, old)
    typed(session, old, state=CertificateState.LAPSED)
    assert not certificate_facts.facts(session, CLERK, old).holds_on(TODAY)


def test_what_was_renewed_while_it_was_out_goes_to_the_archive_when_it_is_back(session):
    old = certificate(session, valid_to=TODAY + 5 * DAY)
    loan = lent(session, request(old, due_back_on=TODAY + 2 * DAY))
    renewed(session, old, valid_from=TODAY, number="N2")
    assert session.get_one(Certificate, old).state == CertificateState.VALID
    certificate_loan_acts.give_back(
        session, CLERK, loan.id, loan.version, day=TODAY, command_id=click(), today=TODAY
    )
    assert session.get_one(Certificate, old).state == CertificateState.ARCHIVED


def test_what_lapsed_while_it_was_out_is_archived_by_the_calendar(session):
    old = certificate(session, valid_to=TODAY + 5 * DAY)
    loan = lent(session, request(old, due_back_on=TODAY + 2 * DAY))
    renewed(session, old, number="N2")
    later = TODAY + 6 * DAY
    certificate_acts.lapse_due(session, CLERK, later)
    assert session.get_one(Certificate, old).state == CertificateState.LAPSED
    assert certificate_acts.lapse_due_count(session, CLERK, later) == 0
    loan.state, loan.back_on = "back", later  # given back before this was looked after
    session.flush()
    assert certificate_acts.lapse_due_count(session, CLERK, later) == 1
    certificate_acts.lapse_due(session, CLERK, later)
    assert session.get_one(Certificate, old).state == CertificateState.ARCHIVED


def test_what_is_open_is_named_before_a_certificate_is_archived(session):
    item = session.get_one(Certificate, certificate(session, valid_to=TODAY + 40 * DAY))
    draft = case_starts.begin(session, CLERK, CaseStart(certificate_id=item.id), today=TODAY)
    case_id = certificate_cases.save(session, CLERK, draft, today=TODAY)
    loan = approved(session, request(item.id))
    with pytest.raises(Refused, match=r"certificate\.open_papers") as caught:
        certificate_acts.archive(session, CLERK, item.id, item.version, reason="不再需要")
    number = certificate_cases.loaded(session, case_id).number
    assert caught.value.values["numbers"] == f"{number}、{loan.number}"


def test_a_promised_original_is_not_put_away_by_its_renewal(session):
    old = certificate(session, valid_to=TODAY + 5 * DAY)
    approved(session, request(old))
    renewed(session, old, valid_from=TODAY, number="N2")
    assert session.get_one(Certificate, old).state == CertificateState.VALID


@pytest.mark.parametrize("state", [CertificateState.SUSPENDED, CertificateState.REVOKED])
def test_a_suspended_or_withdrawn_certificate_does_not_hold(session, state):
    item = certificate(session)
    assert certificate_facts.facts(session, CLERK, item).holds_on(TODAY)
    typed(session, item, state=state)
    assert not certificate_facts.facts(session, CLERK, item).holds_on(TODAY)
    row = certificate_lists.certificate_list(session, CLERK, on=TODAY).rows[0]
    assert row.state in {"暂停", "已撤销"}


def test_a_suspended_one_is_reminded_of_and_a_withdrawn_one_is_not(session):
    item = certificate(session, valid_to=TODAY + 25 * DAY)
    typed(session, item, state=CertificateState.SUSPENDED)
    assert DueKind.EXPIRY in told(session, item)
    typed(session, item, state=CertificateState.REVOKED)
    assert told(session, item) == set()
    found = certificate_details.detail(session, CLERK, item, today=TODAY)
    assert (found.duties, found.steps) == ((), ())
    assert CertificateAction.RENEW not in found.actions


def test_duplicates_have_a_place_of_their_own_and_are_lent_from_there(session):
    item = certificate(session, originals=1, copies=2, original_place="档案柜A", copy_place="前台抽屉")
    loan = lent(session, request(item, kind=LoanKind.DUPLICATE))
    assert certificate_loan_details.detail(session, CLERK, loan.id, today=TODAY).original_place == "前台抽屉"
    row = certificate_lists.certificate_list(session, CLERK, on=TODAY).rows[0]
    assert (row.originals, row.place, row.copies, row.copy_place) == (1, "档案柜A", 2, "前台抽屉")


def test_an_endless_certificate_says_so_in_the_list(session):
    certificate(session, valid_to=None)
    cells = certificate_lists.certificate_list(session, CLERK, on=TODAY).rows[0].cells(1)
    assert dict(zip(certificate_lists.HEADINGS, cells, strict=True))["有效期至"] == "长期"
