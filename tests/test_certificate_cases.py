"""Cases: begun by what is known, ticked, finished with a successor, subsidies paid out, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.certificate import Certificate, CertificateState
from models.certificate_case import CaseKind, CaseState, CertificateCase
from services import (
    case_acts,
    case_details,
    case_register,
    case_starts,
    certificate_cases,
    certificate_details,
    company_changes,
    registers,
)
from services.case_register import REGISTER
from services.case_starts import CaseStart
from services.certificate_cases import CaseDraft, StepDraft
from services.errors import Refused
from services.registers import Query
from tests import certificates
from tests.certificates import AUDITOR, CASHIER, CLERK, certificate, click, kind_id
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


def test_a_renewal_begins_with_the_steps_of_its_kind_counted_from_the_end(session):
    case = renewal(session)
    found = certificate_cases.get(session, CLERK, case.id)
    assert case.number == "BL-2026-0001"
    assert [(step.name, step.due_on) for step in found.steps] == [
        ("内部审核与管理评审", date(2026, 1, 21)),
        ("与认证机构签再认证合同", date(2026, 2, 20)),
        ("再认证现场审核", date(2026, 4, 21)),
        ("不符合项整改并取得新证书", date(2026, 6, 5)),
    ]
    assert found.steps[0].papers == "内审报告、管理评审报告"
    assert (found.due_on, found.title) == (date(2026, 6, 20), "ISO 9001 质量管理体系认证到期换证")


def test_the_same_certificate_is_not_renewed_by_two_cases_at_a_time(session):
    case = renewal(session)
    with pytest.raises(Refused, match=r"case\.running") as refused:
        case_starts.begin(
            session, CLERK, CaseStart(CaseKind.RENEWAL, certificate_id=case.certificate_id), today=TODAY
        )
    assert refused.value.values == {"number": case.number}
    with pytest.raises(Refused, match=r"case\.running"):
        saved(session, CaseDraft(kind=CaseKind.RENEWAL, title="又一次", certificate_id=case.certificate_id, opened_on=TODAY))  # fmt: skip


def test_what_does_not_end_is_not_renewed(session):
    made = certificate(session, "business_licence", valid_to=None)
    with pytest.raises(Refused, match=r"case\.no_end"):
        begun(session, CaseStart(CaseKind.RENEWAL, certificate_id=made))


def test_a_finished_renewal_makes_the_successor_and_puts_the_old_one_away(session):
    made = certificate(session, valid_to=TODAY - DAY)
    case = begun(session, CaseStart(CaseKind.RENEWAL, certificate_id=made))
    draft = case_acts.outcome(session, CLERK, case.id, today=TODAY)
    assert (draft.valid_from, draft.renews_id) == (TODAY, made)
    new = case_acts.finish_with(
        session, CLERK, case.id, case.version, replace(draft, number="N-2"), command_id=click(), today=TODAY
    )
    old = session.get_one(Certificate, made)
    assert (old.successor_id, old.state) == (new, CertificateState.ARCHIVED)
    assert (case.state, case.closed_on, case.result) == (CaseState.DONE, TODAY, "取得N-2")


def test_a_refused_certificate_leaves_the_case_in_hand(session):
    case = renewal(session)
    draft = case_acts.outcome(session, CLERK, case.id, today=TODAY)
    wrong = replace(draft, valid_to=draft.valid_from - DAY)
    with pytest.raises(Refused, match=r"certificate\.days"), session.begin_nested():
        case_acts.finish_with(session, CLERK, case.id, case.version, wrong, command_id="once", today=TODAY)
    session.refresh(case)
    assert case.state == CaseState.OPEN
    right = replace(draft, number="N-9")
    assert case_acts.finish_with(session, CLERK, case.id, case.version, right, command_id="once", today=TODAY)


def test_an_application_ends_with_a_first_certificate(session):
    case = begun(
        session, CaseStart(CaseKind.APPLICATION, kind_id=kind_id(session, "high_tech")), agency="省科技厅"
    )
    draft = case_acts.outcome(session, CLERK, case.id, today=TODAY)
    assert (draft.kind_id, draft.issuer, draft.renews_id) == (case.kind_id, "省科技厅", None)
    new = case_acts.finish_with(
        session, CLERK, case.id, case.version, replace(draft, number="GR1"), command_id=click(), today=TODAY
    )
    assert case.certificate_id == new


def test_a_yearly_duty_is_a_case_and_done_it_does_not_come_back(session):
    made = certificate(session, "high_tech", valid_from=date(2024, 11, 1), valid_to=date(2027, 10, 31))
    due = CaseStart(CaseKind.DUTY, certificate_id=made, duty_code="annual_report", due_on=date(2026, 5, 31))
    case = begun(session, due)
    assert (case.duty_code, case.due_on) == ("annual_report", date(2026, 5, 31))
    before = certificate_details.detail(session, CLERK, made, today=TODAY).duties
    finish(session, case)
    after = certificate_details.detail(session, CLERK, made, today=TODAY).duties
    assert date(2026, 5, 31) in [duty.due_on for duty in before]
    assert date(2026, 5, 31) not in [duty.due_on for duty in after]
    with pytest.raises(Refused, match=r"case\.no_duty"):
        begun(session, due)


def test_the_next_open_duty_is_taken_when_none_is_named(session):
    made = certificate(session, "high_tech", valid_from=date(2024, 11, 1), valid_to=date(2027, 10, 31))
    first = begun(session, CaseStart(CaseKind.DUTY, certificate_id=made))
    second = begun(session, CaseStart(CaseKind.DUTY, certificate_id=made))
    assert [first.due_on, second.due_on] == [date(2026, 5, 31), date(2027, 5, 31)]


def test_a_share_transfer_is_published_within_twenty_working_days(session):
    found = company_changes.filings("share_transfer", date(2026, 3, 2))
    assert ("公示股东及股权变更信息", date(2026, 3, 30)) in [(one.name, one.due_on) for one in found]
    assert ("申报股权转让所得个人所得税", date(2026, 4, 15)) in [(one.name, one.due_on) for one in found]
    assert [one.due_on for one in found] == sorted(one.due_on for one in found)


def test_filings_of_a_certificate_count_where_the_company_holds_it(session):
    start = CaseStart(CaseKind.CHANGE, change="address", day=date(2026, 3, 2))
    without = case_starts.begin(session, CLERK, start, today=TODAY)
    certificate(session, "telecom_licence")
    with_it = case_starts.begin(session, CLERK, start, today=TODAY)
    assert len(with_it.steps) == len(without.steps) + 1
    assert any("增值电信" in step.name for step in with_it.steps)
    assert with_it.due_on == max(step.due_on for step in with_it.steps)


def test_every_kind_of_change_can_be_begun_from_the_list_of_choices(session):
    for choice in case_starts.change_choices(session, CLERK):
        code = case_starts.change_code(choice.id)
        draft = case_starts.begin(
            session, CLERK, CaseStart(CaseKind.CHANGE, change=code, day=TODAY), today=TODAY
        )
        assert draft.steps
        assert choice.label in draft.title
    assert case_starts.change_code(None) == ""


@pytest.mark.parametrize(
    ("start", "code", "field"),
    [
        (CaseStart(CaseKind.CHANGE), "record.required", "change"),
        (CaseStart(CaseKind.CHANGE, change="divorce"), "case.change", "change"),
        (
            CaseStart(CaseKind.CHANGE, change="paid_in", day=date(2001, 1, 1)),
            "rules.none_on_day",
            "happened_on",
        ),
        (CaseStart(CaseKind.RENEWAL), "record.required", "certificate_id"),
        (CaseStart(CaseKind.APPLICATION), "record.required", "kind_id"),
    ],
)
def test_what_a_case_needs_is_asked_for(session, start, code, field):
    with pytest.raises(Refused) as refused:
        begun(session, start)
    assert (refused.value.code, refused.value.field) == (code, field)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"title": " "}, "record.required", "title"),
        ({"opened_on": None}, "record.required", "opened_on"),
        ({"kind": CaseKind.DUTY, "certificate_id": None}, "record.required", "certificate_id"),
        ({"owner_id": 99}, "record.gone", "owner_id"),
        ({"due_on": date(2026, 1, 1)}, "case.early", "due_on"),
        ({"cost": Decimal(-1)}, "case.negative", "cost"),
        ({"received": Decimal(1)}, "case.received", "received"),
        ({"granted": Decimal(1), "received": Decimal(1)}, "record.required", "received_on"),
        ({"received_on": TODAY + DAY}, "case.future", "received_on"),
        ({"steps": (StepDraft(name=" "),)}, "record.required", "steps.0.name"),
        ({"steps": (StepDraft(name="a", done_on=TODAY + DAY),)}, "case.future", "steps.0.done_on"),
    ],
)
def test_a_case_typed_wrong_is_refused_at_its_field(session, fields, code, field):
    draft = CaseDraft(kind=CaseKind.CHANGE, title="变更", opened_on=TODAY)
    with pytest.raises(Refused) as refused:
        saved(session, replace(draft, **fields))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_steps_keep_their_rows_when_they_are_put_in_another_order(session):
    case = renewal(session)
    draft = certificate_cases.get(session, CLERK, case.id)
    turned = (*draft.steps[::-1][:3], StepDraft(name="拍照"))
    saved(session, replace(draft, steps=turned))
    found = certificate_cases.get(session, CLERK, case.id)
    assert [step.id for step in found.steps][:3] == [step.id for step in turned][:3]
    assert [step.name for step in found.steps][3] == "拍照"
    assert found.version > draft.version


def test_chips_and_headline_tell_what_is_overdue_and_what_ends_soon(session):
    late = renewal(session)  # its first steps are past
    soon = subsidy(session, due_on=TODAY + timedelta(days=20), steps=())
    done = begun(session, CaseStart(CaseKind.CHANGE, change="paid_in", day=TODAY))
    finish(session, done)
    assert shown(session, "overdue") == [late.number]
    assert shown(session, "soon") == [soon.number]
    assert set(shown(session, "open")) == {late.number, soon.number}
    assert shown(session, "done") == [done.number]
    assert (shown(session, "subsidies"), shown(session, "changes")) == ([soon.number], [done.number])
    found = case_register.headline(session, CLERK, today=TODAY)
    assert (found.open, found.overdue, found.soon) == (2, 1, 1)
    assert case_register.overdue_count(session, CLERK, today=TODAY) == 1


def test_who_only_looks_cannot_change_a_case(session):
    case = renewal(session)
    assert case_details.detail(session, AUDITOR, case.id, today=TODAY).actions == frozenset()
    with pytest.raises(Refused, match=r"permission\.denied"):
        case_acts.finish(session, CASHIER, case.id, case.version, day=TODAY, command_id=click(), today=TODAY)
    assert case_acts.outcome(session, CLERK, subsidy(session).id, today=TODAY) is None
