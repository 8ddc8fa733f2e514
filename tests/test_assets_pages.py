"""The page of assets, by hand: a card typed, issued, lent, split, a photo dropped; a register taken over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from models.fixed_asset import AssetState
from services import (
    attachments,
)
from services.asset_import import compare
from services.exchange.foreign_sheets import read_sheet
from tests.asset_pages import asked, choose, shown, wait
from tests.assets import CLERK, Stock, stocked
from tests.claim_pages import act
from tests.conftest import TODAY
from tests.hands import settle
from tests.personnel_pages import dialog_of, put, texts
from tests.test_asset_import import workbook
from ui.assets import import_dialog
from ui.assets.import_dialog import ImportDialog
from ui.claims.act_dialog import ActDialog
from ui.pages.asset_classes import AssetClassesPage
from ui.pages.fixed_assets import FixedAssetsPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
DAY = timedelta(days=1)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


@pytest.fixture
def tasks(database, stock, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def test_a_card_is_typed_and_shown_with_its_value(qtbot, stock, tasks):
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    act(page, "new")
    settle(tasks)
    dialog = dialog_of(page, "fixed_asset")
    assert dialog.width() == 1000
    put(
        dialog, name="笔记本电脑", class_id=stock.classes["DZ"], cost=Decimal(5999), count=2, serial_number="S1 S2",
        bought_on=date(2026, 1, 5), start_on=date(2026, 1, 5), employee_id=2,
    )  # fmt: skip
    dialog.save()
    wait(tasks)
    said = texts(page.pane)
    assert "DZ-2026-0001" in said
    assert "5,682.38" in said, "worth on 12 March: two charges of 158.31"
    assert [stock.look(card).serial_number for card in (1, 2)] == ["S1", "S2"]


def test_what_is_wrong_with_a_card_stands_at_its_field(qtbot, stock, tasks):
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    act(page, "new")
    settle(tasks)
    dialog = dialog_of(page, "fixed_asset")
    put(dialog, name="电脑", class_id=stock.classes["DZ"], cost=Decimal(100), residual=Decimal(200))
    dialog.save()
    settle(tasks)
    message = dialog.findChild(QLabel, "message.residual")
    assert "100.00" in message.text()
    dialog.discard()


def test_a_card_is_issued_lent_brought_back_and_its_slip_printed(qtbot, stock, tasks):
    card = stock.card()
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    choose(page, tasks, card)
    assert page.acts.get("issue").isEnabled()
    assert not page.acts.get("return").isEnabled()
    act(page, "issue")
    asked(page, tasks, employee_id=2, place_id=stock.places["305室"])
    assert (stock.look(card).state, stock.look(card).employee_id) == (AssetState.IN_USE, 2)
    choose(page, tasks, card)
    act(page, "lend")
    asked(page, tasks, outside="李工", on_day=TODAY, due_on=TODAY)
    assert stock.look(card).state is AssetState.LENT
    choose(page, tasks, card)
    assert "李工" in texts(page.pane)
    act(page, "print_slip")
    wait(tasks)
    asked(page, tasks)
    assert page.findChild(PrintPreview) is not None
    page.findChild(PrintPreview).close()
    act(page, "lend_back")
    asked(page, tasks)
    assert stock.look(card).state is AssetState.IN_USE


def test_a_refused_move_leaves_the_dialog_open(qtbot, stock, tasks):
    card = stock.card()
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    choose(page, tasks, card)
    act(page, "issue")
    asked(page, tasks)
    dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
    assert dialog.findChild(QLabel, "message.employee_id").text()
    assert stock.look(card).state is AssetState.IDLE
    dialog.reject()


def test_a_lot_is_split_estimated_anew_and_the_estimate_taken_back(qtbot, stock, tasks):
    card = stock.card(quantity=4)
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    choose(page, tasks, card)
    act(page, "split")
    asked(page, tasks, quantity=9, reason="分开")
    dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
    assert dialog.findChild(QLabel, "message.quantity").text()
    put(dialog, quantity=1)
    dialog.save()
    settle(tasks)
    assert stock.look(card).quantity == 3
    choose(page, tasks, card)
    act(page, "revise")
    asked(page, tasks, months=60, reason="延长使用")
    choose(page, tasks, card)
    assert "延长使用" in texts(page.pane)
    assert page.acts.get("take_back_estimate").isEnabled()
    act(page, "take_back_estimate")
    asked(page, tasks, reason="撤销")
    choose(page, tasks, card)
    assert not page.acts.get("take_back_estimate").isEnabled()


def test_two_cards_are_put_together(qtbot, stock, tasks):
    cards = stock.cards(2)
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    page.view.table.selectAll()
    settle(tasks)
    act(page, "merge")
    settle(tasks)
    (dialog,) = (one for one in page.findChildren(ActDialog) if one.isVisible())
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert all(stock.look(card).number in told for card in cards)
    asked(page, tasks, reason="同批")
    assert (stock.look(cards[0]).quantity, stock.look(cards[1]).state) == (2, AssetState.DISPOSED)


def test_a_photo_dropped_on_the_page_is_shown(qtbot, stock, tasks, tmp_path):
    card = stock.card()
    picture = tmp_path / "照片.png"
    Image.new("RGB", (900, 600), "#336699").save(picture)
    (tmp_path / "坏.png").write_bytes(b"no picture")
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    choose(page, tasks, card)
    assert page.dropped([picture])
    wait(tasks)
    photo = page.pane.findChild(QLabel, "label.photo")
    assert photo.pixmap().width() == 300
    with stock.database.write() as session:
        for row in attachments.of(session, CLERK, "fixed_asset", card):
            attachments.remove(session, CLERK, row.id)
        attachments.store(session, CLERK, "fixed_asset", card, tmp_path / "坏.png")
    page.refresh()
    wait(tasks)
    assert page.pane.findChild(QLabel, "label.photo") is None


def test_a_register_is_taken_over_from_a_workbook(qtbot, stock, tasks, tmp_path):
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    act(page, "import_register")
    dialog = page.findChild(QFileDialog)
    dialog.close()
    import_dialog.show_file(page, workbook(tmp_path / "台账.xlsx"))
    settle(tasks)
    found = page.findChild(ImportDialog)
    assert "3" in found.counts.text()
    put(found, charged_to=date(2026, 2, 28))
    found.save()
    settle(tasks)
    assert stock.look(1).name == "全站仪"


def test_rows_with_problems_stand_first_and_are_left_out(qtbot, stock, tasks, tmp_path):
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    path = tmp_path / "x.csv"
    path.write_text(
        "资产名称,资产类别,原值,购置日期\n电脑,电子设备,1000,2025-01-01\n电脑,古董,-5,2025-01-01\n电脑,电子设备,-5,2025-01-01\n",
        "utf-8",
    )
    import_dialog.show_file(page, path)
    settle(tasks)
    found = page.findChild(ImportDialog)
    first, second = (line.draft for line in found.table.model.lines()[:2])
    assert (first.row, second.row) == (3, 4)
    assert "古董" in first.why
    found.save()
    settle(tasks)
    assert found.isVisible(), "problems are refused until they are left out"
    put(found, without_problems=True)
    found.save()
    settle(tasks)
    assert stock.look(1).cost == Decimal(1000)
    with stock.database.read() as session:
        again = compare(session, CLERK, read_sheet(path), charged_to=TODAY, today=TODAY)
    assert again.problems == 3


def test_a_class_tells_the_class_above_it_and_its_residual(qtbot, stock, tasks):
    page = shown(qtbot, AssetClassesPage, stock, tasks)
    choose(page, tasks, stock.classes["BJ"])
    said = texts(page.pane)
    assert "Class above" in said
    assert "电子设备" in said
    assert "Residual value, %" in said
    assert "History" not in said, "nobody has done anything to a usual class"
