"""Checklists that check themselves, templates, and the pack read back as text and pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from models.bid import BidItemKind, BidTemplate
from models.bid_terms import BidMethod, BidStage
from models.certificate import (
    Certificate,
    CertificateKind,
    CertificateLoan,
    CertificateState,
    LoanKind,
    LoanState,
)
from models.certificate_terms import HolderType
from models.expense_claim import CheckLevel
from models.people import Company
from models.project import Project
from services import attachments, bid_checklists, bid_packs, bid_templates, bids
from services.bid_item_checks import ItemDraft
from services.bid_templates import TemplateDraft, TemplateItem
from services.errors import Refused
from services.reports.paper import A4, PrintSettings
from services.reports.pen import Pen, plain
from tests.claims import command, refusal
from tests.test_bids import TODAY, made, stage, version

OPENING = date(2026, 12, 10)


def certificate(database, name="ISO 9001", **more) -> int:
    with database.write() as session:
        kind = session.query(CertificateKind).filter_by(code="iso9001").first()
        if kind is None:
            kind = CertificateKind(code="iso9001", name="质量管理体系认证", holder=HolderType.COMPANY)
            session.add(kind)
            session.flush()
        values = {"holder_name": "本公司", "kind_id": kind.id, "valid_to": date(2027, 12, 2)} | more
        item = Certificate(name=name, **values)
        session.add(item)
        session.flush()
        return item.id


def opened(database, clerk, **more) -> int:
    return made(database, clerk, stages=(stage(BidStage.OPENING, OPENING),), **more)


def listed(database, clerk, bid_id: int, *items: ItemDraft) -> None:
    with database.write() as session:
        draft = bid_checklists.get(session, clerk, bid_id)
        bid_checklists.save(session, clerk, replace(draft, items=items))


def rows(database, clerk, bid_id: int) -> list[bid_checklists.ItemRow]:
    with database.read() as session:
        return bid_checklists.rows(session, clerk, bid_id)


def codes(database, clerk, bid_id: int) -> list[list[str]]:
    return [[one.code for one in row.checks] for row in rows(database, clerk, bid_id)]


def attach(database, clerk, kind: str, record_id: int, path: Path) -> None:
    with database.write() as session:
        attachments.store(session, clerk, kind, record_id, path)


def picture(path: Path, size=(300, 200), colour="red") -> Path:
    Image.new("RGB", size, colour).save(path)
    return path


def drawn(path: Path, *pages: str) -> Path:
    pen = Pen(PrintSettings(A4), title="scan")
    for words in pages:
        pen.text(30, 40, words, plain(20))
        pen.page_done()
    path.write_bytes(pen.finish())
    return path


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


# the pack


def packed(database, clerk, tmp_path, *paths: Path, **more) -> tuple[bid_packs.Pack, Path]:
    bid_id = opened(database, clerk, tender_number="HBZB-2026-118")
    listed(database, clerk, bid_id, *(ItemDraft(title=f"材料{n}") for n in range(1, len(paths) + 1)))
    for row, path in zip(rows(database, clerk, bid_id), paths, strict=True):
        attach(database, clerk, "bid_item", row.draft.id, path)
    target = tmp_path / "pack.pdf"
    with database.read() as session:
        return bid_packs.write(session, clerk, bid_id, target, **more), target


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "") for page in document]


def test_the_pack_has_contents_page_numbers_and_the_purpose_on_every_page(database, clerk, tmp_path):
    with database.write() as session:
        session.add(Company(name="武汉光谷测绘信息有限公司", tax_id=""))
    first = drawn(tmp_path / "licence.pdf", "FIRST SCAN", "SECOND SCAN")
    made_pack, target = packed(database, clerk, tmp_path, first, picture(tmp_path / "iso.png", (400, 200)))
    assert made_pack == bid_packs.Pack(files=2, pages=4)
    found = texts(target)
    assert len(found) == 4
    for number, words in enumerate(found, start=1):
        assert "仅用于洪山区不动产测绘服务（HBZB-2026-118）投标" in words
        assert f"第 {number} 页 / 共 4 页" in words
    assert "投标资料目录" in found[0]
    assert "材料1licence.pdf22" in found[0].replace(" ", "")  # two pages, from page 2
    assert "材料2iso.png14" in found[0].replace(" ", "")
    assert "FIRST SCAN" in found[1]
    assert "SECOND SCAN" in found[2]


def test_a_picture_lies_on_its_page_under_the_mark_and_stays_red(database, clerk, tmp_path):
    _, target = packed(database, clerk, tmp_path, picture(tmp_path / "wide.png", (400, 200)))
    with pypdfium2.PdfDocument(target) as document:
        page = document[1]
        assert page.get_width() > page.get_height()
        shown = page.render(scale=1).to_pil().convert("RGB")
    dots = shown.resize((100, 70)).tobytes()
    red = sum(1 for at in range(0, len(dots), 3) if dots[at] > 180 and dots[at + 1] < 90)
    assert red > 1500
    with pikepdf.open(target) as document, document.open_outline() as outline:
        assert [one.title for one in outline.root] == ["目录", "材料1"]


def test_the_mark_says_what_was_typed(database, clerk, tmp_path):
    _, target = packed(
        database, clerk, tmp_path, picture(tmp_path / "a.png", (200, 300)), purpose="仅供本次磋商使用"
    )
    assert all("仅供本次磋商使用" in words for words in texts(target))


def test_files_that_cannot_be_opened_are_all_named_and_nothing_is_written(database, clerk, tmp_path):
    for name in ("a.pdf", "b.docx"):
        (tmp_path / name).write_bytes(b"nothing that could be shown")
    with pytest.raises(Refused) as refused:
        packed(
            database, clerk, tmp_path, tmp_path / "a.pdf", picture(tmp_path / "ok.png"), tmp_path / "b.docx"
        )
    assert (refused.value.code, refused.value.values) == ("bid.pack_unreadable", {"files": "a.pdf、b.docx"})
    assert not (tmp_path / "pack.pdf").exists()


def test_an_empty_pack_is_refused(database, clerk, tmp_path):
    with refusal("bid.pack_empty"):
        packed(database, clerk, tmp_path)


def test_the_newest_scan_of_a_certificate_and_the_files_of_a_contract_go_in(database, clerk, tmp_path):
    one = certificate(database)
    with database.write() as session:
        session.add(Project(number="HT-2025-007", name="旧城测绘"))
    bid_id = opened(database, clerk, price=Decimal(1))
    listed(
        database,
        clerk,
        bid_id,
        ItemDraft(kind=BidItemKind.CERTIFICATE, title="体系", certificate_id=one),
        ItemDraft(kind=BidItemKind.CONTRACT, title="业绩", project_id=1),
        ItemDraft(title="不打包", packed=False),
    )
    for name in ("old.png", "new.png"):
        attach(database, clerk, "certificate", one, picture(tmp_path / name))
    attach(database, clerk, "project", 1, picture(tmp_path / "contract.png"))
    with database.read() as session:
        found = bid_packs.pieces(session, clerk, bid_id)
        assert bid_packs.usual_purpose(session, clerk, bid_id) == "仅用于洪山区不动产测绘服务投标"
    assert [(one.title, one.name) for one in found] == [("体系", "new.png"), ("业绩", "contract.png")]
    with database.read() as session:
        assert bids.get(session, clerk, bid_id).price == Decimal(1)
