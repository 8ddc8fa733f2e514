"""What happens to cases: ticked, granted, received, finished, given up, taken up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.certificate_case import CaseKind, CaseState, CertificateCase
from services import (
    case_acts,
    case_details,
    case_register,
    case_starts,
    certificate_cases,
    registers,
)
from services.case_details import CaseAction
from services.case_register import REGISTER
from services.case_starts import CaseStart
from services.certificate_cases import CaseDraft
from services.errors import Refused
from services.registers import Query
from tests import certificates
from tests.certificates import CLERK, certificate, click
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def begun(session, start: CaseStart, **fields) -> CertificateCase:
    draft = case_starts.begin(session, CLERK, start, today=TODAY)
    return saved(session, replace(draft, **fields))


def saved(session, draft: CaseDraft) -> CertificateCase:
    return session.get_one(CertificateCase, certificate_cases.save(session, CLERK, draft, today=TODAY))


def renewal(session, **fields) -> CertificateCase:
    made = certificate(session, valid_to=TODAY + timedelta(days=100))
    return begun(session, CaseStart(CaseKind.RENEWAL, certificate_id=made), **fields)


def subsidy(session, **fields) -> CertificateCase:
    return begun(session, CaseStart(CaseKind.SUBSIDY, day=TODAY + timedelta(days=40)), **fields)


def shown(session, chip: str, today: date = TODAY) -> list[str]:
    rows = registers.window(session, CLERK, REGISTER, Query(today, chip=chip), 0, 50)
    return [row[1] for row in rows]


def finish(session, case: CertificateCase, **fields) -> int:
    given = {"day": TODAY, "command_id": click(), "today": TODAY} | fields
    return case_acts.finish(session, CLERK, case.id, case.version, **given)


def tick(session, case: CertificateCase, place: int, day: date | None = TODAY) -> int:
    step = certificate_cases.loaded(session, case.id).steps[place]
    return case_acts.tick(session, CLERK, case.id, case.version, step.id, done_on=day, today=TODAY)


def test_a_subsidy_is_granted_received_in_parts_and_then_done(session):
    case = subsidy(session, asked=Decimal(60000))
    assert [step.due_on for step in certificate_cases.loaded(session, case.id).steps] == [
        TODAY + timedelta(days=10),
        TODAY + timedelta(days=33),
    ]
    case_acts.grant(session, CLERK, case.id, case.version, granted=Decimal(50000), note="汉科文12号")
    receive(session, case, 20000)
    assert (case.state, case.received) == (CaseState.OPEN, Decimal(20000))
    assert case_register.headline(session, CLERK, today=TODAY).outstanding == Decimal(30000)
    with pytest.raises(Refused, match=r"case\.received"):
        receive(session, case, 30001)
    receive(session, case, 30000)
    assert (case.state, case.closed_on, case.received_on) == (CaseState.DONE, TODAY, TODAY)


def receive(session, case: CertificateCase, amount: int, **fields) -> int:
    given = {"day": TODAY, "command_id": click(), "today": TODAY} | fields
    return case_acts.receive(session, CLERK, case.id, case.version, received=Decimal(amount), **given)


def test_the_same_click_receives_once(session):
    case = subsidy(session, granted=Decimal(100))
    version = case.version
    for _ in range(2):
        case_acts.receive(
            session, CLERK, case.id, version, received=Decimal(40), day=TODAY, command_id="r", today=TODAY
        )
    assert case.received == Decimal(40)


def test_amounts_and_days_that_cannot_be_are_refused(session):
    case = subsidy(session, granted=Decimal(100))
    for work, code in (
        (lambda: receive(session, case, 0), "case.negative"),
        (lambda: receive(session, case, 1, day=TODAY + DAY), "case.future"),
        (lambda: case_acts.grant(session, CLERK, case.id, case.version, granted=Decimal(0)), "case.negative"),
        (lambda: finish(session, case, day=TODAY + DAY), "case.future"),
        (lambda: finish(session, case, day=TODAY - DAY), "case.early"),
        (lambda: finish(session, case, cost=Decimal(-1)), "case.negative"),
    ):
        with pytest.raises(Refused) as refused:
            work()
        assert refused.value.code == code
    receive(session, case, 60)
    with pytest.raises(Refused, match=r"case\.received"):
        case_acts.grant(session, CLERK, case.id, case.version, granted=Decimal(50))
    other = renewal(session)
    with pytest.raises(Refused, match=r"case\.no_subsidy"):
        case_acts.grant(session, CLERK, other.id, other.version, granted=Decimal(50))


def test_a_tick_is_written_and_taken_back_and_a_stale_one_is_refused(session):
    case = renewal(session)
    version = case.version
    tick(session, case, 0)
    found = case_details.detail(session, CLERK, case.id, today=TODAY)
    assert (found.done, found.steps[0].late, found.steps[1].late) == (1, False, True)
    with pytest.raises(Refused, match=r"record\.stale"):
        case_acts.tick(session, CLERK, case.id, version, found.steps[1].id, done_on=TODAY, today=TODAY)
    tick(session, case, 0, None)
    assert case_details.detail(session, CLERK, case.id, today=TODAY).done == 0
    with pytest.raises(Refused, match=r"case\.future"):
        tick(session, case, 0, TODAY + DAY)
    with pytest.raises(Refused, match=r"record\.gone"):
        case_acts.tick(session, CLERK, case.id, case.version, 999, done_on=TODAY, today=TODAY)


def test_a_case_given_up_says_why_and_can_be_taken_up_again(session):
    case = renewal(session)
    end = {"state": CaseState.GIVEN_UP, "command_id": "end", "today": TODAY}
    with pytest.raises(Refused, match=r"approval\.reason_missing"), session.begin_nested():
        case_acts.end_without(session, CLERK, case.id, case.version, reason=" ", **end)
    version = case.version
    for _ in range(2):
        case_acts.end_without(session, CLERK, case.id, version, reason="资质已取消", **end)
    assert (case.state, case.result) == (CaseState.GIVEN_UP, "资质已取消")
    with pytest.raises(Refused, match=r"case\.closed"):
        certificate_cases.remove(session, CLERK, case.id, case.version)
    assert case_details.detail(session, CLERK, case.id, today=TODAY).actions == {CaseAction.TAKE_UP}
    case_acts.take_up(session, CLERK, case.id, case.version)
    assert case.state == CaseState.OPEN
    with pytest.raises(Refused, match=r"case\.open"):
        case_acts.take_up(session, CLERK, case.id, case.version)
    assert certificate_cases.remove(session, CLERK, case.id, case.version)


def test_a_renewal_is_not_taken_up_while_another_one_runs(session):
    first = renewal(session)
    end = {"state": CaseState.REFUSED, "reason": "材料不全", "today": TODAY}
    case_acts.end_without(session, CLERK, first.id, first.version, command_id="one", **end)
    start = case_starts.CaseStart(certificate_id=first.certificate_id)
    draft = case_starts.begin(session, CLERK, start, today=TODAY)
    second = certificate_cases.loaded(session, certificate_cases.save(session, CLERK, draft, today=TODAY))
    with pytest.raises(Refused, match=r"case\.running") as refused:
        case_acts.take_up(session, CLERK, first.id, first.version)
    assert refused.value.values["number"] == second.number
    case_acts.end_without(session, CLERK, second.id, second.version, command_id="two", **end)
    case_acts.take_up(session, CLERK, first.id, first.version)
    assert first.state == CaseState.OPEN
