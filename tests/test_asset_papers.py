"""Papers about assets, as printed: cards, slips, responsibility sheets, requests."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pypdfium2
import pytest
from PIL import Image

from models.fixed_asset import MovementKind
from models.user import Role
from services import (
    asset_moves,
    asset_papers,
    asset_request_papers,
    asset_slips,
    attachments,
)
from services.asset_moves import MoveDraft
from services.errors import Refused
from services.exchange import photo_child, photo_pictures
from services.exchange.photo_pictures import PhotoReader, photo_of
from services.reports.asset_forms import forms_pdf
from services.reports.paper import VOUCHER, PrintSettings
from tests.assets import CLERK, Stock, approved_request, stocked
from tests.conftest import TODAY, actor_of_role

DAY = timedelta(days=1)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(found.split())


MANAGER = actor_of_role(Role.MANAGER)


def told(stock, make) -> str:
    with stock.database.read() as session:
        return text_of(forms_pdf(make(session)))


def test_a_card_and_a_person_s_sheet_say_what_they_must(stock):
    card = stock.card(employee_id=2, serial_number="SN77", place_id=stock.places["305室"])
    said = told(stock, lambda session: asset_papers.cards(session, MANAGER, [card], today=TODAY))
    assert all(word in said for word in ("DZ-2026-0001", "SN77", "5,999.00", "年限平均法", "36个月", "净值"))
    said = told(stock, lambda session: asset_papers.responsibilities(session, MANAGER, [2], today=TODAY))
    assert all(word in said for word in ("个人资产责任表", "合计1项", "责任人"))


def test_a_request_is_printed_with_who_approved_it(stock):
    request = approved_request(stock, ("笔记本电脑", 3, "5999"))
    said = told(stock, lambda session: asset_request_papers.requests(session, MANAGER, [request]))
    assert all(
        word in said for word in ("采购申请单", "CG-2026-0001", "王建国", "壹万柒仟玖佰玖拾柒元", "同意")
    )


def test_slips_say_what_moved_and_who_signs(stock):
    card = stock.card(employee_id=2)
    repair = MoveDraft(MovementKind.REPAIR, (card,), TODAY, outside="维修部")
    repaired = MoveDraft(MovementKind.REPAIRED, (card,), TODAY, cost=Decimal(80))
    with stock.database.write() as session:
        slip = asset_moves.move(session, CLERK, repair, command_id="a", today=TODAY)
        done = asset_moves.move(session, CLERK, repaired, command_id="b", today=TODAY)
    said = told(stock, lambda session: [asset_slips.slip(session, MANAGER, one) for one in (slip, done)])
    assert all(word in said for word in ("送修", "维修部", slip, "80.00", "资产管理员"))
    with stock.database.read() as session:
        assert asset_slips.last_slip(session, MANAGER, card) == done


def test_what_cannot_be_printed_is_refused(stock):
    card = stock.card()
    with stock.database.read() as session:
        cards = asset_papers.cards(session, MANAGER, [card], today=TODAY)
        for wrong in (
            lambda: asset_slips.slip(session, MANAGER, ""),
            lambda: asset_slips.last_slip(session, MANAGER, card),
            lambda: forms_pdf([]),
            lambda: forms_pdf(cards, PrintSettings(VOUCHER)),
        ):
            with pytest.raises(Refused):
                wrong()


def test_a_card_shows_its_photo(stock, tmp_path):
    card = stock.card()
    path = tmp_path / "照片.png"
    Image.new("RGB", (1600, 1200), (30, 90, 200)).save(path)
    with stock.database.write() as session:
        attachments.store(session, CLERK, "fixed_asset", card, path)
    with stock.database.read() as session:
        forms = asset_papers.cards(session, CLERK, [card], today=TODAY)
    assert forms[0].photo is not None
    assert forms[0].photo.width <= 900
    document = pypdfium2.PdfDocument(forms_pdf(forms))
    shown = document[0].render().to_pil().convert("RGB")
    document.close()
    blue = sum(count for count, (red, _, blue) in shown.getcolors(1 << 24) if blue > 150 and red < 80)
    assert blue > 10_000
    (tmp_path / "x.png").write_bytes(b"no picture")
    assert photo_of(tmp_path / "x.png") is None


def test_photos_are_opened_in_another_process_that_may_hang_or_die(tmp_path, monkeypatch):
    good, bad = tmp_path / "好.png", tmp_path / "坏.jpg"
    Image.new("RGB", (1600, 400), (30, 90, 200)).save(good)
    bad.write_bytes(b"\xff\xd8\xff no picture")
    monkeypatch.setattr(Image, "open", None)  # not in this process
    with PhotoReader() as photos:
        first, second = photos.read(good), photos.read(good, (300, 200))
        assert first is not None
        assert second is not None
        assert (first.width, first.height, second.width, second.height) == (900, 225, 300, 75)
        assert first.jpeg.startswith(b"\xff\xd8\xff")
        assert photos.read(bad) is None
        assert photos.read(tmp_path / "none.png") is None
        photos._child.kill()
        photos._child.wait()
        assert photos.read(good) == first
    monkeypatch.setattr(photo_pictures, "_START", "import time; time.sleep(60)")
    with PhotoReader(seconds=0.2) as photos:
        assert photos.read(good) is None
    monkeypatch.setattr(photo_pictures, "_START", "raise SystemExit")
    assert photo_of(good) is None
    monkeypatch.setattr("sys.executable", str(tmp_path / "none"))
    assert photo_of(good) is None


def test_a_photo_too_large_to_open_is_none(tmp_path, monkeypatch):
    good = tmp_path / "好.png"
    Image.new("RGB", (40, 30)).save(good)
    asked = {"path": str(good), "width": 20, "height": 20}
    assert photo_child.answer(asked)["width"] == 20
    monkeypatch.setattr(photo_child, "_MOST_PIXELS", 1000)
    assert photo_child.answer(asked) == {"failed": True}
    monkeypatch.setattr(photo_child, "LARGEST", 10)
    assert photo_child.answer(asked) == {"failed": True}
    assert photo_child.answer({}) == {"failed": True}
