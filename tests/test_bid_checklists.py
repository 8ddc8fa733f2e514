"""Checklists that check themselves against the opening day, and their templates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from models.bid import BidItemKind, BidTemplate
from models.bid_terms import BidMethod
from models.certificate import (
    CertificateLoan,
    CertificateState,
    LoanKind,
    LoanState,
)
from models.expense_claim import CheckLevel
from models.people import Employee
from services import attachments, bid_checklists, bid_templates
from services.bid_item_checks import ItemDraft, ItemRow
from services.bid_templates import TemplateDraft, TemplateItem
from services.errors import Refused
from tests.bids import (
    TODAY,
    attach,
    certificate,
    codes,
    listed,
    opened,
    picture,
    rows,
    version,
)
from tests.claims import command, refusal


def test_a_certificate_that_ends_before_the_opening_says_so(database, clerk, tmp_path):
    """ISO 9001 ends 2026-12-02, opening is 2026-12-10."""
    item = ItemDraft(kind=BidItemKind.CERTIFICATE, title="质量体系", certificate_id=certificate(database, valid_to=date(2026, 12, 2)))  # fmt: skip
    bid_id = opened(database, clerk)
    listed(database, clerk, bid_id, item)
    attach(database, clerk, "certificate", item.certificate_id, picture(tmp_path / "iso.png"))
    (row,) = rows(database, clerk, bid_id)
    assert row.level is CheckLevel.STOP
    assert [one.code for one in row.checks] == ["bid_item_ends"]
    assert row.checks[0].values == {"title": "ISO 9001", "day": "2026-12-02", "opening": "2026-12-10"}


def test_a_certificate_in_order_with_its_scan_is_in_order(database, clerk, tmp_path):
    item = ItemDraft(kind=BidItemKind.CERTIFICATE, title="质量体系", kind_code="iso9001", certificate_id=certificate(database))  # fmt: skip
    bid_id = opened(database, clerk)
    listed(database, clerk, bid_id, item)
    assert codes(database, clerk, bid_id) == [["bid_item_no_scan"]]
    attach(database, clerk, "certificate", item.certificate_id, picture(tmp_path / "iso.png"))
    (row,) = rows(database, clerk, bid_id)
    assert (row.level, row.chosen, row.scans) == (CheckLevel.OK, "ISO 9001", 1)


def test_what_else_can_be_wrong_with_a_certificate(database, clerk):
    one = certificate(database, state=CertificateState.LAPSED, valid_from=date(2026, 12, 11))
    bid_id = opened(database, clerk)
    listed(
        database,
        clerk,
        bid_id,
        ItemDraft(
            kind=BidItemKind.STAFF_CERTIFICATE, title="测绘资质", kind_code="surveying_b", certificate_id=one
        ),
        ItemDraft(kind=BidItemKind.CERTIFICATE, title="营业执照"),
        ItemDraft(kind=BidItemKind.CONTRACT, title="业绩", needed=False),
        ItemDraft(kind=BidItemKind.FINANCIAL, title="审计报告"),
        ItemDraft(kind=BidItemKind.OTHER, title="技术方案", done=True),
    )
    assert codes(database, clerk, bid_id) == [
        ["bid_item_over", "bid_item_begins", "bid_item_other", "bid_item_no_scan"],
        ["bid_item_missing"],
        ["bid_item_missing"],
        ["bid_item_open"],
        ["bid_item"],
    ]
    levels = [row.level for row in rows(database, clerk, bid_id)]
    assert levels == [CheckLevel.STOP, CheckLevel.STOP, CheckLevel.WARN, CheckLevel.STOP, CheckLevel.OK]


def test_an_original_that_is_lent_out_is_named_with_whoever_has_it(database, clerk, tmp_path):
    one = certificate(database)
    bid_id = opened(database, clerk)
    listed(
        database, clerk, bid_id, ItemDraft(kind=BidItemKind.CERTIFICATE, title="质量体系", certificate_id=one)
    )
    attach(database, clerk, "certificate", one, picture(tmp_path / "iso.png"))
    with database.write() as session:
        session.add(
            CertificateLoan(
                number="JY-1", certificate_id=one, certificate_name="ISO 9001", kind=LoanKind.ORIGINAL,
                state=LoanState.LENT, employee_id=1, employee_name="何俊", department_id=1, department_name="运营部",
                purpose="投标", from_on=TODAY, due_back_on=date(2026, 12, 5), made_by_id=1, made_by_name="陈小雨",
            )
        )  # fmt: skip
    (row,) = rows(database, clerk, bid_id)
    assert [(one.code, one.values["holder"], one.values["day"]) for one in row.checks] == [
        ("bid_item_lent", "何俊", "2026-12-05")
    ]


def test_a_list_keeps_its_order_and_its_rows_when_it_is_changed(either, clerk, tmp_path):
    bid_id = opened(either, clerk)
    listed(either, clerk, bid_id, ItemDraft(title="甲"), ItemDraft(title="乙"), ItemDraft(title="丙"))
    first = [row.draft for row in rows(either, clerk, bid_id)]
    attach(either, clerk, "bid_item", first[0].id, picture(tmp_path / "a.png"))
    listed(either, clerk, bid_id, first[2], replace(first[1], note="改"), ItemDraft(title="丁"))
    second = [row.draft for row in rows(either, clerk, bid_id)]
    assert [one.title for one in second] == ["丙", "乙", "丁"]
    assert second[0].id == first[2].id
    with either.read() as session:
        assert attachments.of(session, clerk, "bid_item", first[0].id) == []


@pytest.mark.parametrize(
    ("item", "code", "field"),
    [
        (ItemDraft(title=" "), "record.required", "items.0.title"),
        (ItemDraft(title="甲", certificate_id=99), "record.gone", "items.0.certificate_id"),
        (ItemDraft(title="甲", project_id=99), "record.gone", "items.0.project_id"),
    ],
)
def test_an_item_that_says_nothing_is_refused_at_its_cell(database, clerk, item, code, field):
    bid_id = opened(database, clerk)
    with pytest.raises(Refused) as refused:
        listed(database, clerk, bid_id, item)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_template_fills_the_list_once_and_chooses_the_certificate_that_lasts_longest(database, clerk):
    certificate(database, valid_to=date(2026, 12, 1))
    longest = certificate(database, valid_to=date(2028, 1, 1))
    with database.write() as session:
        bid_templates.begin_with_usual(session)
        bid_templates.begin_with_usual(session)
        template = session.query(BidTemplate).filter_by(method="open").one()
    bid_id = opened(database, clerk)
    with database.write() as session:
        count = bid_checklists.load_template(session, clerk, bid_id, 1, template.id, command_id=command())
    assert count == len(template.items)
    found = rows(database, clerk, bid_id)
    iso = next(row for row in found if row.draft.kind_code == "iso9001")
    assert iso.draft.certificate_id == longest
    with database.write() as session:
        again = bid_checklists.load_template(
            session, clerk, bid_id, version(database, bid_id), template.id, command_id=command()
        )
    assert again == 0
    with refusal("record.stale"), database.write() as session:
        bid_checklists.load_template(session, clerk, bid_id, 1, template.id, command_id=command())
    with database.read() as session:
        offered = [one.label for one in bid_templates.choices(session, clerk, bid_id)]
    assert offered == ["公开招标（测绘、信息化服务）", "通用（企业自主采购）"]


def test_a_template_is_written_changed_and_removed(database, clerk):
    certificate(database)
    draft = TemplateDraft(
        name="我的清单",
        method=BidMethod.INQUIRY,
        items=(TemplateItem(BidItemKind.CERTIFICATE, "质量体系", kind_id=1), TemplateItem(title="报价单")),
    )
    with database.write() as session:
        template_id = bid_templates.save(session, clerk, draft)
    with database.read() as session:
        found = bid_templates.get(session, clerk, template_id)
    assert [(one.title, one.kind_code) for one in found.items] == [("质量体系", "iso9001"), ("报价单", "")]
    assert found.method is BidMethod.INQUIRY
    with refusal("bid.template_empty"), database.write() as session:
        bid_templates.save(session, clerk, replace(draft, name="空", items=()))
    with database.write() as session:
        assert bid_templates.remove(session, clerk, template_id, found.version)


def template_chose(database, clerk) -> ItemRow:
    with database.write() as session:
        bid_templates.begin_with_usual(session)
        template = session.query(BidTemplate).filter_by(method="open").one()
    bid_id = opened(database, clerk)
    with database.write() as session:
        bid_checklists.load_template(session, clerk, bid_id, 1, template.id, command_id=command())
    return next(row for row in rows(database, clerk, bid_id) if row.draft.kind_code == "iso9001")


def test_what_is_only_applied_for_is_not_chosen_and_chosen_by_hand_stops(database, clerk):
    valid = certificate(database)
    applied = certificate(database, valid_to=None, state=CertificateState.IN_PROGRESS)
    assert template_chose(database, clerk).draft.certificate_id == valid
    bid_id = opened(database, clerk)
    listed(database, clerk, bid_id, ItemDraft(kind=BidItemKind.CERTIFICATE, title="质量体系", certificate_id=applied))  # fmt: skip
    assert codes(database, clerk, bid_id) == [["bid_item_applied", "bid_item_no_scan"]]


def test_a_template_chooses_what_holds_on_the_opening_day(database, clerk):
    holds = certificate(database, valid_to=date(2026, 12, 15))
    certificate(database, valid_from=date(2026, 12, 16), valid_to=date(2031, 12, 15))
    assert template_chose(database, clerk).draft.certificate_id == holds


@pytest.mark.parametrize("kind", [BidItemKind.CERTIFICATE, BidItemKind.STAFF_CERTIFICATE])
def test_ticked_off_without_a_certificate_is_not_checked(database, clerk, kind, tmp_path):
    item = ItemDraft(kind=kind, title="ISO 9001 认证", kind_code="iso9001", done=True)
    bid_id = opened(database, clerk)
    listed(database, clerk, bid_id, item, replace(item, title="扫描", done=False))
    attach(
        database, clerk, "bid_item", rows(database, clerk, bid_id)[1].draft.id, picture(tmp_path / "a.png")
    )
    found = rows(database, clerk, bid_id)
    assert [row.level for row in found] == [CheckLevel.WARN] * 2
    assert codes(database, clerk, bid_id) == [["bid_item_unchecked"]] * 2


@pytest.mark.parametrize(
    ("left_on", "wrong"),
    [(date(2026, 10, 31), True), (date(2026, 12, 9), True), (date(2026, 12, 10), False), (None, False)],
)
def test_a_certificate_of_somebody_who_has_left_counts_for_nobody(database, clerk, left_on, wrong):
    with database.write() as session:
        session.add(
            Employee(id=70, number="0070", name="张国强", department_id=1, left_on=left_on, search_text="")
        )
        session.add(
            BidTemplate(
                name="公开",
                items=[{"kind": "staff_certificate", "title": "项目负责人", "kind_code": "iso9001"}],
            )
        )
    one = certificate(database, "注册测绘师", holder_name="张国强", employee_id=70)
    bid_id = opened(database, clerk)
    listed(
        database,
        clerk,
        bid_id,
        ItemDraft(kind=BidItemKind.STAFF_CERTIFICATE, title="注册测绘师", certificate_id=one),
    )
    (row,) = rows(database, clerk, bid_id)
    assert row.chosen == "张国强 注册测绘师"
    assert ("bid_item_left" in [check.code for check in row.checks]) is wrong
    with database.write() as session:
        template = session.scalar(select(BidTemplate.id).where(BidTemplate.name == "公开"))
        bid_checklists.load_template(
            session, clerk, bid_id, version(database, bid_id), template, command_id=command()
        )
    assert (rows(database, clerk, bid_id)[1].draft.certificate_id is None) is wrong, (
        "nobody who left is proposed"
    )
