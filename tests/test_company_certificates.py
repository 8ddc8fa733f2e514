"""Certificates: saved, refused, renewed by a successor, put away, lapsed by the calendar, found by others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.certificate import Certificate, CertificateState
from models.user import Role
from services import (
    certificate_acts,
    certificate_details,
    certificate_facts,
    certificate_headline,
    company_certificates,
    registers,
)
from services.certificate_details import CertificateAction
from services.certificate_register import REGISTER
from services.company_certificates import CertificateDraft
from services.errors import Refused
from services.registers import Query
from tests import certificates
from tests.certificates import CASHIER, CLERK, MANAGER, certificate, kind_id, lent, request
from tests.conftest import TODAY, actor_of_role


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


def shown(session, chip: str, today: date = TODAY) -> list[str]:
    query = Query(today, chip=chip)
    rows = registers.window(session, CLERK, REGISTER, query, 0, 50)
    return [row[1] for row in rows]


def draft_of(session, code: str = "iso9001", **fields) -> CertificateDraft:
    return CertificateDraft(kind_id=kind_id(session, code), **fields)


def test_a_certificate_comes_back_as_saved_and_belongs_to_the_company_unless_somebody_else_is_named(session):
    made = certificate(session, scope=" 测绘  服务 ", original_place="保险柜 A-1", keeper_id=1)
    found = company_certificates.get(session, CLERK, made)
    assert (found.name, found.holder_name) == ("ISO 9001 质量管理体系认证", "武汉云图测绘有限公司")
    assert (found.scope, found.original_place, found.keeper_id) == ("测绘 服务", "保险柜 A-1", 1)
    other = certificate(session, holder_name="武汉云图武昌分公司")
    assert company_certificates.get(session, CLERK, other).holder_name == "武汉云图武昌分公司"


def test_a_person_s_certificate_carries_the_person_s_name(session):
    made = certificate(session, "registered_surveyor", employee_id=2, holder_name="谁也不是")
    assert company_certificates.get(session, CLERK, made).holder_name == "刘芳"
    facts = certificate_facts.find(session, CLERK, employee_id=2)
    assert [(one.id, one.kind_code) for one in facts] == [(made, "registered_surveyor")]


@pytest.mark.parametrize(
    ("code", "fields", "refusal", "field"),
    [
        ("registered_surveyor", {}, "record.required", "employee_id"),
        ("iso9001", {"keeper_id": 99}, "record.gone", "keeper_id"),
        ("iso9001", {"valid_from": TODAY, "valid_to": TODAY - timedelta(days=1)}, "certificate.days", "valid_to"),
        ("iso9001", {"copies": -1}, "certificate.negative", "copies"),
        ("iso9001", {"state": CertificateState.ARCHIVED}, "certificate.state", "state"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(session, code, fields, refusal, field):
    with pytest.raises(Refused) as refused:
        company_certificates.save(session, CLERK, draft_of(session, code, **fields), today=TODAY)
    assert (refused.value.code, refused.value.field) == (refusal, field)


def test_without_a_kind_nothing_is_saved(session):
    with pytest.raises(Refused) as refused:
        company_certificates.save(session, CLERK, CertificateDraft(), today=TODAY)
    assert (refused.value.code, refused.value.field) == ("record.required", "kind_id")


def test_the_same_number_of_the_same_kind_is_refused_and_of_another_kind_is_not(session):
    certificate(session, number="00325Q1", name="质量体系")
    with pytest.raises(Refused) as refused:
        certificate(session, number="00325Q1")
    assert refused.value.code == "certificate.number_taken"
    assert refused.value.values == {"number": "00325Q1", "name": "质量体系"}
    assert certificate(session, "high_tech", number="00325Q1")


def test_two_who_change_one_certificate_the_second_is_told(session):
    made = certificate(session)
    first = company_certificates.get(session, CLERK, made)
    company_certificates.save(session, CLERK, replace(first, note="一"), today=TODAY)
    with pytest.raises(Refused) as refused:
        company_certificates.save(session, CLERK, replace(first, note="二"), today=TODAY)
    assert refused.value.code == "record.stale"


@pytest.mark.parametrize("actor", [MANAGER, CASHIER, actor_of_role(Role.AUDITOR)])
def test_who_only_looks_cannot_save_renew_or_archive(session, actor):
    made = certificate(session)
    acts = (
        lambda: company_certificates.save(session, actor, CertificateDraft(), today=TODAY),
        lambda: company_certificates.renewal(session, actor, made, today=TODAY),
        lambda: certificate_acts.archive(session, actor, made, 1, reason="x"),
        lambda: company_certificates.remove(session, actor, made, 1),
    )
    for act in acts:
        with pytest.raises(Refused, match=r"permission\.denied"):
            act()
    assert certificate_details.detail(session, actor, made, today=TODAY).actions == frozenset()


def test_a_renewal_begins_the_day_after_the_end_and_lasts_as_its_kind_says(session):
    made = certificate(session, number="Q1", valid_to=date(2026, 4, 30), issuer="方圆")
    start = company_certificates.renewal(session, CLERK, made, today=TODAY)
    assert (start.valid_from, start.valid_to) == (date(2026, 5, 1), date(2029, 4, 30))
    assert (start.issuer, start.renews_id, start.id) == ("方圆", made, None)


def test_the_old_one_holds_to_its_end_and_is_put_away_when_the_new_one_holds(session):
    made = certificate(session, number="Q1", valid_to=date(2026, 4, 30))
    start = company_certificates.renewal(session, CLERK, made, today=TODAY)
    new = company_certificates.save(session, CLERK, replace(start, number="Q2"), today=TODAY)
    old = session.get_one(Certificate, made)
    assert (old.successor_id, old.state) == (new, CertificateState.VALID)
    assert shown(session, "ending") == []
    found = certificate_facts.facts(session, CLERK, made)
    assert found.holds_on(date(2026, 4, 30))
    assert not found.holds_on(date(2026, 5, 1))
    later = date(2026, 5, 2)
    assert certificate_acts.lapse_due_count(session, CLERK, later) == 1
    assert certificate_acts.lapse_due(session, CLERK, later) == 1
    assert session.get_one(Certificate, made).state == CertificateState.ARCHIVED
    assert certificate_acts.lapse_due(session, CLERK, later) == 0
    assert certificate_facts.facts(session, CLERK, made).holds_on(date(2026, 4, 1))


def test_a_successor_that_holds_already_puts_the_old_one_away_at_once(session):
    made = certificate(session, valid_to=TODAY - timedelta(days=3))
    start = company_certificates.renewal(session, CLERK, made, today=TODAY)
    company_certificates.save(session, CLERK, start, today=TODAY)
    assert session.get_one(Certificate, made).state == CertificateState.ARCHIVED
    with pytest.raises(Refused) as refused:
        company_certificates.renewal(session, CLERK, made, today=TODAY)
    assert refused.value.code == "certificate.followed"


def test_a_certificate_without_an_end_is_renewed_from_today(session):
    made = certificate(session, "business_licence", valid_to=None)
    start = company_certificates.renewal(session, CLERK, made, today=TODAY)
    assert (start.valid_from, start.valid_to) == (TODAY, None)


def test_the_last_day_still_holds_and_the_next_is_over(session):
    made = certificate(session, valid_to=TODAY)
    assert certificate_facts.facts(session, CLERK, made).holds_on(TODAY)
    assert not certificate_facts.facts(session, CLERK, made).holds_on(TODAY + timedelta(days=1))
    detail = certificate_details.detail(session, CLERK, made, today=TODAY + timedelta(days=1))
    assert detail.state is CertificateState.LAPSED
    assert shown(session, "lapsed", TODAY + timedelta(days=1)) == [detail.name]


def test_what_is_applied_for_or_withdrawn_holds_on_no_day(session):
    for state in (CertificateState.IN_PROGRESS, CertificateState.LAPSED):
        made = certificate(session, state=state)
        assert not certificate_facts.facts(session, CLERK, made).holds_on(TODAY)
    early = certificate(session, valid_from=TODAY + timedelta(days=1), valid_to=None)
    assert not certificate_facts.facts(session, CLERK, early).holds_on(TODAY)
    assert certificate_facts.facts(session, CLERK, early).holds_on(TODAY + timedelta(days=400))


def test_chips_show_what_ends_what_is_over_what_is_out_and_whose_it_is(session):
    near = certificate(session, name="近", valid_to=TODAY + timedelta(days=90))
    certificate(session, name="远", valid_to=TODAY + timedelta(days=91))
    certificate(session, name="过", valid_to=TODAY - timedelta(days=1))
    certificate(session, "registered_surveyor", name="人", employee_id=2)
    certificate(session, "ca_certificate", name="锁")
    certificate(session, "software_association", name="会", valid_to=None)
    lent(session, request(near))
    assert shown(session, "ending") == ["近"]
    assert shown(session, "lapsed") == ["过"]
    assert shown(session, "lent") == ["近"]
    assert sorted(shown(session, "company")) == sorted(["近", "远", "过"])
    assert shown(session, "staff") == ["人"]
    assert shown(session, "devices") == ["锁"]
    assert shown(session, "memberships") == ["会"]
    assert shown(session, "current") == ["过", "近", "远", "人", "锁", "会"], "what ends first comes first"


def test_the_headline_counts_what_must_be_done_and_the_badge_is_for_whoever_does_it(session):
    overdue = certificate(session, valid_to=TODAY + timedelta(days=30))
    certificate(session, valid_to=TODAY + timedelta(days=31))
    certificate(session, valid_to=TODAY - timedelta(days=1))
    lent(session, request(overdue, due_back_on=TODAY))
    found = certificate_headline.headline(session, CLERK, today=TODAY + timedelta(days=0))
    assert (found.soon, found.later, found.lapsed, found.overdue, found.out) == (1, 1, 1, 0, 1)
    late = certificate_headline.headline(session, CLERK, today=TODAY + timedelta(days=1))
    assert (late.overdue, late.overdue_since, late.overdue_holder) == (1, TODAY, "刘芳")
    assert certificate_headline.waiting_count(session, CLERK, today=TODAY) == 2
    assert certificate_headline.waiting_count(session, MANAGER, today=TODAY) == 0


def test_an_archived_certificate_is_left_alone_until_it_is_taken_out_again(session):
    made = certificate(session, valid_to=TODAY - timedelta(days=5))
    item = session.get_one(Certificate, made)
    with pytest.raises(Refused, match=r"approval\.reason_missing"):
        certificate_acts.archive(session, CLERK, made, item.version, reason=" ")
    certificate_acts.archive(session, CLERK, made, item.version, reason="资质不再需要")
    assert shown(session, "current") == []
    assert shown(session, "archived") == [item.name]
    with pytest.raises(Refused, match=r"certificate\.archived"):
        company_certificates.save(session, CLERK, company_certificates.get(session, CLERK, made), today=TODAY)
    detail = certificate_details.detail(session, CLERK, made, today=TODAY)
    assert detail.actions == {CertificateAction.REOPEN}
    certificate_acts.reopen(session, CLERK, made, item.version, today=TODAY)
    assert session.get_one(Certificate, made).state == CertificateState.LAPSED
    with pytest.raises(Refused, match=r"certificate\.not_archived"):
        certificate_acts.reopen(session, CLERK, made, item.version, today=TODAY)


def test_what_is_out_cannot_be_archived(session):
    made = certificate(session)
    lent(session, request(made))
    version = session.get_one(Certificate, made).version
    with pytest.raises(Refused) as refused:
        certificate_acts.archive(session, CLERK, made, version, reason="换证")
    assert refused.value.code == "certificate.is_out"
    assert refused.value.values["holder"] == "刘芳"


def test_a_certificate_with_loans_stays_and_one_without_can_be_removed(session):
    kept, gone = certificate(session), certificate(session)
    lent(session, request(kept))
    assert company_certificates.remove(session, CLERK, gone, session.get_one(Certificate, gone).version)
    with pytest.raises(Refused, match=r"record\.in_use"):
        company_certificates.remove(session, CLERK, kept, session.get_one(Certificate, kept).version)


def test_choices_leave_the_archive_out_and_say_whose_and_until_when(session):
    made = certificate(
        session, "registered_surveyor", employee_id=2, number="CH42", valid_to=date(2027, 1, 2)
    )
    away = certificate(session)
    certificate_acts.archive(session, CLERK, away, session.get_one(Certificate, away).version, reason="旧")
    found = company_certificates.choices(session, CASHIER)
    assert [(one.id, one.hint) for one in found] == [(made, "刘芳 · CH42 · → 2027-01-02")]


def test_the_pane_knows_the_next_duties_the_renewal_and_who_has_the_original(session):
    made = certificate(
        session, "high_tech", valid_from=date(2024, 11, 1), valid_to=date(2027, 10, 31), number="GR1"
    )
    lent(session, request(made))
    found = certificate_details.detail(session, CLERK, made, today=TODAY)
    assert [(duty.name, duty.due_on) for duty in found.duties] == [
        ("高新技术企业年度发展情况报表", date(2026, 5, 31)),
        ("高新技术企业年度发展情况报表", date(2027, 5, 31)),
    ]
    assert found.steps[-1].due_on == date(2027, 10, 31) - timedelta(days=180)
    assert found.out is not None
    assert (found.out.employee_name, found.out.due_back_on) == ("刘芳", TODAY + timedelta(days=7))
    assert CertificateAction.TRAIN not in found.actions
    assert [act.action for act in found.history] == ["create"]
