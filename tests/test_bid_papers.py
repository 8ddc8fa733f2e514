"""What goes out of a bid: the summary on paper and as a workbook, the terms of its contract, scans with all their pages."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from models.bid import BidItemKind
from models.bid_terms import BidLaw, BidResult, BidRole, BidStage
from models.people import Employee
from services import bid_contract_papers, bid_contracts, bid_papers, bid_stages
from services.bid_contracts import ContractDraft
from services.bid_drafts import LotDraft
from services.bid_item_checks import ItemDraft
from services.exchange.foreign_sheets import read_sheet
from services.reports.bid_summary import summary_pdf
from services.scan_pages import newest_pages
from tests.bids import (
    OPENING,
    TODAY,
    WON,
    certificate,
    ended,
    listed,
    made,
    opened,
    stage,
    version,
)
from tests.claims import command, refusal

LOTS = (
    LotDraft("一标段", Decimal(500000), Decimal(480000), BidResult.WON, 1, Decimal(470000)),
    LotDraft("二标段", Decimal(500000), Decimal(490000), BidResult.LOST, 2, None),
)


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def whole(database, clerk) -> int:
    """A joint bid of two lots, its ISO certificate over on opening day, a staff certificate of its manager."""
    with database.write() as session:
        session.add(Employee(id=70, number="0070", name="张国强", department_id=1, search_text=""))
    bid_id = opened(
        database, clerk, lots=LOTS, role=BidRole.JOINT, partners="武汉大学测绘学院", document_fee=Decimal(500),
    )  # fmt: skip
    company = certificate(database, valid_to=date(2026, 12, 2))
    person = certificate(database, "注册测绘师注册证", holder_name="张国强", employee_id=70)
    listed(
        database, clerk, bid_id,
        ItemDraft(kind=BidItemKind.CERTIFICATE, title="质量体系", certificate_id=company),
        ItemDraft(kind=BidItemKind.STAFF_CERTIFICATE, title="项目负责人", certificate_id=person),
    )  # fmt: skip
    return bid_id


def test_the_summary_has_lots_partners_fee_reasons_and_whose_certificate_it_is(database, clerk):
    bid_id = whole(database, clerk)
    with database.read() as session:
        found = bid_papers.summaries(session, clerk, [bid_id], today=TODAY)
    told = words(summary_pdf(found))
    for text in (
        "一标段", "470,000.00", "二标段", "武汉大学测绘学院", "500.00", "ISO 9001 2026-12-02到期，开标为2026-12-10",
        "张国强 注册测绘师注册证", "无扫描件",
    ):  # fmt: skip
        assert text.replace(" ", "") in told.replace(" ", "").replace("\r\n", "").replace("\n", "")


def test_a_warning_on_paper_tells_its_days(database, clerk):
    dates = (
        stage(BidStage.DOCUMENTS, date(2026, 11, 23), from_on=date(2026, 11, 20)),
        stage(BidStage.SUBMISSION, date(2026, 12, 9)),
        stage(BidStage.REGISTRATION, date(2026, 12, 20)),
    )
    bid_id = made(database, clerk, stages=dates)
    with database.read() as session:
        (found,) = bid_papers.summaries(session, clerk, [bid_id], today=TODAY)
    assert found.warnings[0] == "报名截止：2026-12-20，晚于投标截止（2026-12-09）"
    deadline = next(text for text in found.warnings if text.startswith("投标截止"))
    assert "现为2026-12-09，应以2026-12-10为限（招标投标法第二十四条）" in deadline


@pytest.mark.parametrize("law", [BidLaw.TENDERING, BidLaw.OWN])
def test_days_that_stand_the_wrong_way_round_are_told_not_refused(database, clerk, law):
    wrong = {
        BidStage.REGISTRATION: date(2026, 12, 20), BidStage.DEPOSIT: date(2026, 12, 30), BidStage.NOTICE: date(2026, 12, 1),
        BidStage.CONTRACT: date(2026, 11, 1),
    }  # fmt: skip
    right = {BidStage.SUBMISSION: OPENING, BidStage.OPENING: OPENING}
    bid_id = made(database, clerk, law=law, stages=tuple(stage(*one) for one in (wrong | right).items()))
    with database.read() as session:
        found = bid_stages.warnings_of(session, clerk, bid_id, today=TODAY)
    told = [(one.stage, one.values["other"]) for one in found if not one.article]
    assert told == [
        (BidStage.REGISTRATION, "submission"),
        (BidStage.DEPOSIT, "submission"),
        (BidStage.NOTICE, "opening"),
        (BidStage.CONTRACT, "opening"),
        (BidStage.CONTRACT, "notice"),
    ]


def test_days_in_their_order_say_nothing(database, clerk):
    days = {
        BidStage.REGISTRATION: date(2026, 11, 10), BidStage.OPENING: OPENING, BidStage.NOTICE: date(2026, 12, 20),
        BidStage.CONTRACT: date(2026, 12, 30),
    }  # fmt: skip
    bid_id = made(database, clerk, law=BidLaw.OWN, stages=tuple(stage(*one) for one in days.items()))
    with database.read() as session:
        assert bid_stages.warnings_of(session, clerk, bid_id, today=TODAY) == []


def test_the_summary_as_a_workbook_has_every_table(database, clerk, tmp_path):
    first, second = whole(database, clerk), made(database, clerk, name="第二个", budget=Decimal("1234.50"))
    path = tmp_path / "情况表.xlsx"
    with database.read() as session:
        assert bid_papers.workbook(session, clerk, [first, second], path, today=TODAY) == 2
    heads, one, two = read_sheet(path).rows
    cells = dict(zip(heads, one, strict=False))
    assert (cells["编号"], cells["联合体成员"], cells["文件费（元）"]) == (
        "TB-2026-0001",
        "武汉大学测绘学院",
        "500",
    )
    assert dict(zip(heads, two, strict=False))["预算（元）"] == "1234.5"
    assert sheet_names(path) == ["投标项目情况表", "阶段", "标段", "资料清单"]


def test_counts_and_first_days_can_be_reckoned_with_in_the_workbook(database, clerk, tmp_path):
    from_on, on_day = date(2026, 11, 23), date(2026, 11, 30)
    bid_id = made(
        database, clerk, copies=5, stages=(stage(BidStage.REGISTRATION, on_day, from_on=from_on), stage(BidStage.OPENING, OPENING))
    )  # fmt: skip
    listed(database, clerk, bid_id, ItemDraft(kind=BidItemKind.OTHER, title="7"))
    path = tmp_path / "情况表.xlsx"
    with database.read() as session:
        bid_papers.workbook(session, clerk, [bid_id], path, today=TODAY)
    book = CalamineWorkbook.from_path(str(path))
    facts, days, items = (
        [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
        for rows in (
            book.get_sheet_by_name(name).to_python() for name in ("投标项目情况表", "阶段", "资料清单")
        )
    )
    assert facts[0]["份数"] == 5.0
    assert [(row["开始日期"], row["日期"]) for row in days] == [(from_on, on_day), ("", OPENING)]
    assert (items[0]["序号"], items[0]["所需资料"]) == (1.0, "7")


def sheet_names(path) -> list[str]:
    with zipfile.ZipFile(path) as book:
        return re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())


def test_a_workbook_that_cannot_be_written_or_of_nothing_is_refused(database, clerk, tmp_path):
    bid_id = made(database, clerk)
    for ids, code in (([bid_id], "export.cannot_write"), ([], "print.nothing")):
        with refusal(code), database.read() as session:
            bid_papers.workbook(session, clerk, ids, tmp_path / "no" / "a.xlsx", today=TODAY)


def test_the_terms_of_the_contract_are_one_sheet(database, clerk):
    bid_id = ended(
        database, clerk, replace(WON, won_price=Decimal(975000)), lots=LOTS, deposit_amount=Decimal(20000)
    )
    with refusal("bid.no_contract"), database.read() as session:
        bid_contract_papers.outline(session, clerk, bid_id, today=TODAY)
    terms = ContractDraft("", Decimal(975000), date(2026, 12, 18), date(2026, 12, 20), date(2027, 6, 30))
    with database.write() as session:
        bid_contracts.draft_contract(
            session, clerk, bid_id, version(database, bid_id), command_id=command(), today=TODAY, terms=terms
        )
    with database.read() as session:
        found = bid_contract_papers.outline(session, clerk, bid_id, today=TODAY)
    pdf = summary_pdf([found])
    told = words(pdf)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
    for text in (
        "合同要点", "HT-2026-001", "武汉市洪山区自然资源局", "975,000.00", "玖拾柒万伍仟元整", "2026-12-18 前",
        "2026-12-20 至 2027-06-30", "招标投标法第四十六条", "一标段", "470,000.00", "20,000.00",
    ):  # fmt: skip
        assert text in told
    assert "二标段" not in told


def test_a_signed_contract_tells_the_day_it_was_signed(database, clerk):
    bid_id = ended(database, clerk, WON)
    with database.write() as session:
        bid_contracts.draft_contract(
            session, clerk, bid_id, version(database, bid_id), command_id=command(), today=TODAY,
            terms=ContractDraft(price=Decimal(1), ended_on=date(2027, 6, 30)),
        )  # fmt: skip
    with database.write() as session:
        bid_contracts.sign_contract(
            session, clerk, bid_id, version(database, bid_id), day=TODAY, number="", command_id=command()
        )
    with database.read() as session:
        facts = dict(bid_contract_papers.outline(session, clerk, bid_id, today=TODAY).facts)
    assert (facts["签订日期"], facts["签订期限"], facts["履行期限"]) == ("2026-11-27", "", "至 2027-06-30")


def scans(*names: str, days: dict[str, int] | None = None) -> list[SimpleNamespace]:
    start = datetime(2026, 11, 1, tzinfo=UTC)
    return [
        SimpleNamespace(name=name, created_at=start + timedelta(days=(days or {}).get(name, 0)))
        for name in names
    ]


@pytest.mark.parametrize(
    ("names", "packed"),
    [
        (("licence_p1.png", "licence_p2.png"), 2),
        (("执照正面.jpg", "执照反面.jpg"), 2),
        (("旧执照.jpg", "资质(1).png", "资质(2).png", "资质(3).png"), 3),
        (("licence_p1.png", "licence_p2.png", "licence_p1.png", "licence_p2.png"), 2),
        (("old.png", "new.png"), 1),
        (("licence_v1.pdf", "licence_v2.pdf"), 1),
        (("执照2024.pdf", "执照2026.pdf"), 1),
        ((), 0),
    ],
)
def test_pages_of_one_scan_go_together_and_versions_do_not(names, packed):
    found = newest_pages(scans(*names))
    assert [one.name for one in found] == list(names[len(names) - packed :])


def test_a_page_of_long_ago_is_of_another_version():
    assert [one.name for one in newest_pages(scans("a_1.png", "a_2.png", days={"a_2.png": 300}))] == [
        "a_2.png"
    ]
