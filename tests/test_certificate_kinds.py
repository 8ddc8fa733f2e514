"""Kinds of certificates: the usual ones at the start, changed as data, refused at their row."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from models.certificate import CertificateKind
from models.certificate_terms import DutyKind, DutyRhythm, HolderType
from services import certificate_kinds
from services.certificate_kinds import DutyLine, KindDraft, StepLine
from services.errors import Refused
from services.usual_certificate_kinds import source_in, usual_kinds
from tests.certificates import AUDITOR, CLERK, kind_id

OWN = KindDraft(
    name="CMA 检验检测资质",
    group="行业资质",
    months=72,
    lead_days=90,
    reminders="90，180、30",
    cost=Decimal("12000.00"),
    duties=(
        DutyLine("年度报告", DutyKind.ANNUAL_REPORT, DutyRhythm.WINDOW, "01-01", "03-31", next_year=True),
        DutyLine("监督评审", DutyKind.SURVEILLANCE, DutyRhythm.ANNIVERSARY, months=12, longest=15),
    ),
    steps=(StepLine("复查申请", 90, None, "申请书, 质量手册"), StepLine("现场评审", None, 1)),
)


@pytest.fixture
def session(either):
    with either.write() as opened:
        yield opened


def test_the_usual_kinds_are_loaded_once_and_read_as_the_rules_have_them(session):
    assert certificate_kinds.load_usual(session, CLERK) == len(usual_kinds())
    assert certificate_kinds.load_usual(session, CLERK) == 0
    iso = certificate_kinds.get(session, CLERK, kind_id(session, "iso9001"))
    assert (iso.months, iso.reminders, iso.duties[0].longest) == (36, "180, 90, 60, 30, 7", 15)
    assert "营业执照" in [one.label for one in certificate_kinds.choices(session, AUDITOR)]
    assert "开户许可证" not in [one.label for one in certificate_kinds.choices(session, AUDITOR)]


def test_an_older_company_gets_the_kinds_it_has_not_and_keeps_its_own(session):
    mine = certificate_kinds.save(session, CLERK, KindDraft(name="营业执照", months=12))
    certificate_kinds.fill(session)
    assert certificate_kinds.get(session, CLERK, mine).months == 12
    assert session.scalar(select(func.count()).select_from(CertificateKind)) == len(usual_kinds())
    certificate_kinds.fill(session)
    assert session.scalar(select(func.count()).select_from(CertificateKind)) == len(usual_kinds())


def test_a_kind_comes_back_as_it_was_typed(session):
    made = certificate_kinds.save(session, CLERK, OWN)
    found = certificate_kinds.get(session, CLERK, made)
    assert found.reminders == "180, 90, 30"
    assert [line.code for line in found.duties] == ["own_1", "own_2"]
    assert found.steps == (
        StepLine("复查申请", 90, None, "申请书、质量手册"),
        StepLine("现场评审", None, 1, ""),
    )
    again = certificate_kinds.save(session, CLERK, found)
    assert certificate_kinds.get(session, CLERK, again) == replace(found, version=found.version)
    assert certificate_kinds.in_short(session, CLERK)[made].months == 72


def test_every_usual_kind_survives_being_opened_and_saved(session):
    certificate_kinds.load_usual(session, CLERK)
    for item in session.scalars(select(CertificateKind)).all():
        before = (item.duties, item.steps, item.reminders)
        certificate_kinds.save(session, CLERK, certificate_kinds.get(session, CLERK, item.id))
        plain = [{**row, "papers": row.get("papers", [])} for row in before[1]]
        assert (item.duties, item.steps, item.reminders) == (before[0], plain, before[2]), item.name


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": " "}, "record.required", "name"),
        ({"months": -1}, "certificate.negative", "months"),
        ({"cost": Decimal(-1)}, "certificate.negative", "cost"),
        ({"reminders": "90, bald"}, "certificate.reminders", "reminders"),
        ({"reminders": "90, 0"}, "certificate.reminders", "reminders"),
        ({"duties": (OWN.duties[0], DutyLine("倒着", from_day="06-30", to_day="01-01"))}, "certificate.duty", "duties.1"),
        ({"duties": (DutyLine("无月数", rhythm=DutyRhythm.ANNIVERSARY),)}, "certificate.duty", "duties.0"),
        ({"steps": (StepLine("两个都填", 30, 1),)}, "certificate.step", "steps.0"),
    ],
)  # fmt: skip
def test_what_the_rules_cannot_read_is_refused_at_its_place(session, changes, code, field):
    with pytest.raises(Refused) as refused:
        certificate_kinds.save(session, CLERK, replace(OWN, **changes))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_names_are_unique_and_only_the_clerk_writes(session):
    certificate_kinds.save(session, CLERK, OWN)
    with pytest.raises(Refused, match=r"record\.taken"):
        certificate_kinds.save(session, CLERK, OWN)
    with pytest.raises(Refused, match=r"permission\.denied"):
        certificate_kinds.save(session, AUDITOR, replace(OWN, name="另一种"))


def test_a_kind_in_use_is_put_out_of_use_and_an_unused_one_goes(session):
    from tests.certificates import certificate

    certificate_kinds.load_usual(session, CLERK)
    certificate(session, "trademark", valid_to=None, holder_name="武汉云图")
    used, unused = kind_id(session, "trademark"), kind_id(session, "tax_ukey")
    version = session.get_one(CertificateKind, used).version
    assert certificate_kinds.remove(session, CLERK, used, version) is False
    assert session.get_one(CertificateKind, used).active is False
    assert certificate_kinds.remove(session, CLERK, unused, 1) is True


def test_own_kinds_get_codes_of_their_own_even_after_one_is_gone(session):
    ids = [certificate_kinds.save(session, CLERK, KindDraft(name=f"种类{n}", holder=HolderType.PERSON)) for n in range(3)]  # fmt: skip
    certificate_kinds.remove(session, CLERK, ids[0], 1)
    more = certificate_kinds.save(session, CLERK, KindDraft(name="又一种"))
    assert session.get_one(CertificateKind, more).code == "own_4"


def test_sources_of_usual_kinds_are_told_in_the_language_of_the_window():
    for kind in usual_kinds():
        english = source_in(kind.source, "en_US")
        outside_of_names = re.sub(r"《[^》]+》|国[^ :]+号|银发[^ :]+号", "", english)
        assert not re.search(r"[\u4e00-\u9fff]", outside_of_names), kind.code
        assert source_in(kind.source, "zh_CN") == kind.source
    assert source_in("自己填写的依据", "en") == "自己填写的依据"
