"""The pack of a bid read back as text and pictures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from models.bid import BidItemKind
from models.people import Company
from models.project import Project
from services import bid_packs, bids
from services.bid_item_checks import ItemDraft
from services.errors import Refused
from services.reports.bid_pack import across
from services.reports.paper import A4, PrintSettings
from services.reports.pen import Pen, plain
from tests.bids import (
    attach,
    certificate,
    listed,
    opened,
    picture,
    rows,
)
from tests.claims import refusal


def drawn(path: Path, *pages: str) -> Path:
    pen = Pen(PrintSettings(A4), title="scan")
    for words in pages:
        pen.text(30, 40, words, plain(20))
        pen.page_done()
    path.write_bytes(pen.finish())
    return path


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


def test_the_newest_scan_of_a_certificate_and_the_files_of_a_contract_go_in(
    database, clerk, manager, tmp_path
):
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
    attach(database, manager, "project", 1, picture(tmp_path / "contract.png"))
    with database.read() as session:
        found = bid_packs.pieces(session, clerk, bid_id)
        assert bid_packs.usual_purpose(session, clerk, bid_id) == "仅用于洪山区不动产测绘服务投标"
        assert bid_packs.older(session, clerk, bid_id) == ["old.png"]
    assert [(one.title, one.name) for one in found] == [("体系", "new.png"), ("业绩", "contract.png")]
    for name in ("licence_p1.png", "licence_p2.png"):
        attach(database, clerk, "certificate", one, picture(tmp_path / name))
    with database.read() as session:
        pages = [piece.name for piece in bid_packs.pieces(session, clerk, bid_id)]
    assert pages == ["licence_p1.png", "licence_p2.png", "contract.png"]
    with database.read() as session:
        assert bids.get(session, clerk, bid_id).price == Decimal(1)


def test_a_short_purpose_is_repeated_across_the_page_and_a_long_one_is_not():
    assert across("仅供投标", 189).count("仅供投标") > 3
    long = "仅用于武汉市洪山区不动产测绘服务项目（HBZB-2026-118）投标"
    assert across(long, 189) == long
