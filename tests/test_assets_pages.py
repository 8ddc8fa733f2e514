"""The pages of assets, by hand: a card typed, issued, lent, split, printed; a register taken over; requests received."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from models.fixed_asset import AssetState, MovementKind
from models.user import Role
from services import (
    asset_moves,
    asset_papers,
    asset_request_papers,
    asset_requests,
    attachments,
    office_papers,
)
from services.asset_import import compare
from services.asset_moves import MoveDraft
from services.asset_requests import AssetRequestDraft, RequestLineDraft
from services.errors import Refused
from services.exchange.foreign_sheets import read_sheet
from services.reports.asset_forms import forms_pdf
from services.reports.paper import VOUCHER, PrintSettings
from tests.assets import CLERK, KIND, Stock, approved_request, stocked
from tests.claim_pages import act
from tests.conftest import TODAY, actor_of_role
from tests.hands import settle
from tests.personnel_pages import dialog_of, fill_line, opened, put, texts
from tests.test_asset_import import workbook
from ui.assets import import_dialog
from ui.assets.import_dialog import ImportDialog
from ui.claims.act_dialog import ActDialog
from ui.pages.asset_classes import AssetClassesPage
from ui.pages.asset_holders import AssetHoldersPage
from ui.pages.asset_requests import AssetRequestsPage
from ui.pages.fixed_assets import FixedAssetsPage
from ui.pages.places import PlacesPage
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


def shown(qtbot: QtBot, kind: type, stock: Stock, tasks: Tasks, role: Role = Role.CLERK):
    return opened(qtbot, kind, stock.database, tasks, role)


def choose(page, tasks: Tasks, record_id: int) -> None:
    """Select a row and wait until the pane shows it."""
    page.open_record(record_id)
    wait(tasks)


def wait(tasks: Tasks) -> None:
    settle(tasks)
    QTest.qWait(120)
    settle(tasks)


def asked(page, tasks: Tasks, **values: object) -> None:
    """Fill the dialog that is open and save it."""
    settle(tasks)
    dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
    put(dialog, **values)
    dialog.save()
    settle(tasks)


def test_a_card_is_typed_and_shown_with_its_value(qtbot, stock, tasks):
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    act(page, "new")
    settle(tasks)
    dialog = dialog_of(page, "fixed_asset")
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
    settle(tasks)
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
    asked(page, tasks, reason="同批")
    assert (stock.look(cards[0]).quantity, stock.look(cards[1]).state) == (2, AssetState.DISPOSED)


def test_a_photo_dropped_on_the_page_is_shown(qtbot, stock, tasks, tmp_path):
    card = stock.card()
    picture = tmp_path / "照片.png"
    Image.new("RGB", (900, 600), "#336699").save(picture)
    (tmp_path / "坏.png").write_bytes(b"no picture")
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    assert not page.dropped([picture])
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
    assert again.problems == 2


def test_a_request_is_written_submitted_and_received(qtbot, stock, tasks):
    approved_request(stock, ("x", 1, "1"))
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    act(page, "new_request")
    settle(tasks)
    dialog = dialog_of(page, "asset_request")
    put(dialog, title="电脑", reason="入职")
    dialog.save()
    settle(tasks)
    assert dialog.findChild(QLabel, "message.lines").text()
    fill_line(dialog.lines, name="笔记本", class_id=stock.classes["DZ"], quantity=2, price=Decimal(5000))
    dialog.save()
    settle(tasks)
    choose(page, tasks, 2)
    act(page, "submit")
    settle(tasks)
    manager = shown(qtbot, AssetRequestsPage, stock, tasks, Role.MANAGER)
    choose(manager, tasks, 2)
    act(manager, "approve")
    settle(tasks)
    page.refresh()
    settle(tasks)
    choose(page, tasks, 2)
    act(page, "receive")
    asked(page, tasks, quantity=3)
    dialog = next(one for one in page.findChildren(ActDialog) if one.isVisible())
    assert dialog.findChild(QLabel, "message.quantity").text()
    put(dialog, quantity=2, serial_numbers="A")
    dialog.save()
    settle(tasks)
    assert dialog.findChild(QLabel, "message.serial_numbers").text()
    put(dialog, serial_numbers="A B")
    dialog.save()
    settle(tasks)
    assert stock.look(1).number == "DZ-2026-0001"
    page.view.chips.select("closed")
    settle(tasks)
    assert page.view.totals.text().startswith("1 ")


def test_a_request_of_several_lines_asks_which_came_and_may_be_closed(qtbot, stock, tasks):
    request = approved_request(stock, ("电脑", 1, "5000"), ("显示器", 2, "1000"))
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    choose(page, tasks, request)
    act(page, "receive")
    menu = page.findChild(QMenu, "menu.lines")
    assert len(menu.actions()) == 2
    menu.actions()[1].trigger()
    menu.close()
    asked(page, tasks, quantity=1)
    choose(page, tasks, request)
    act(page, "close")
    asked(page, tasks, reason="不再需要")
    page.view.chips.select("closed")
    settle(tasks)
    choose(page, tasks, request)
    assert "不再需要" in texts(page.pane)


def test_a_request_is_returned_withdrawn_and_deleted(qtbot, stock, tasks):
    approved_request(stock, ("x", 1, "1"))
    lines = (RequestLineDraft("电脑", stock.classes["DZ"], price=Decimal(1)),)
    with stock.database.write() as session:
        made = asset_requests.save(session, CLERK, AssetRequestDraft(title="t", lines=lines), today=TODAY)
        office_papers.submit(session, CLERK, KIND, made, 1, "s")
    manager = shown(qtbot, AssetRequestsPage, stock, tasks, Role.MANAGER)
    choose(manager, tasks, made)
    act(manager, "return")
    asked(manager, tasks, reason="请补型号")
    page = shown(qtbot, AssetRequestsPage, stock, tasks)
    choose(page, tasks, made)
    assert "请补型号" in texts(page.pane)
    assert {"submit", "edit_request"} <= {spec.name for spec in page.acts.possible()}
    act(page, "print_request")
    settle(tasks)
    page.findChild(PrintPreview).close()


def test_a_person_s_sheet_is_shown_printed_and_exported(qtbot, stock, tasks, tmp_path):
    stock.card(employee_id=2, place_id=stock.places["305室"])
    page = shown(qtbot, AssetHoldersPage, stock, tasks, Role.CASHIER)
    choose(page, tasks, 2)
    assert "DZ-2026-0001  笔记本电脑" in texts(page.pane)
    page.open_form(2)
    settle(tasks)
    page.findChild(PrintPreview).close()
    dialog = page.export_sheet(2)
    dialog.fileSelected.emit(str(tmp_path / "表.xlsx"))
    dialog.close()
    settle(tasks)
    rows = read_sheet(tmp_path / "表.xlsx").rows
    assert rows[0][0] == "资产编号"
    assert (rows[1][0], rows[2][0]) == ("DZ-2026-0001", "合计")


def test_classes_and_places_are_kept_on_small_pages(qtbot, stock, tasks):
    page = shown(qtbot, AssetClassesPage, stock, tasks)
    act(page, "new")
    settle(tasks)
    dialog = dialog_of(page, "asset_class")
    put(dialog, code="lx", name="乐器", unit="件", months=60)
    dialog.save()
    settle(tasks)
    wait(tasks)
    assert "乐器" in texts(page.pane)
    places = shown(qtbot, PlacesPage, stock, tasks)
    act(places, "new")
    settle(tasks)
    dialog = dialog_of(places, "place")
    put(dialog, code="A306", name="306室", parent_id=stock.places["主楼"])
    dialog.save()
    settle(tasks)
    assert places.refusals == []


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(found.split())


def test_papers_say_what_is_to_be_signed(stock):
    card = stock.card(employee_id=2, serial_number="SN77", place_id=stock.places["305室"])
    request = approved_request(stock, ("笔记本电脑", 3, "5999"))
    manager = actor_of_role(Role.MANAGER)
    with stock.database.write() as session:
        slip = asset_moves.move(
            session,
            CLERK,
            MoveDraft(MovementKind.REPAIR, (card,), TODAY, outside="维修部"),
            command_id="a",
            today=TODAY,
        )
        done = asset_moves.move(
            session,
            CLERK,
            MoveDraft(MovementKind.REPAIRED, (card,), TODAY, cost=Decimal(80)),
            command_id="b",
            today=TODAY,
        )
    with stock.database.read() as session:
        said = text_of(forms_pdf(asset_papers.cards(session, manager, [card], today=TODAY)))
        assert all(
            word in said for word in ("DZ-2026-0001", "SN77", "5,999.00", "年限平均法", "36个月", "净值")
        )
        said = text_of(
            forms_pdf([asset_papers.slip(session, manager, slip), asset_papers.slip(session, manager, done)])
        )
        assert all(word in said for word in ("送修", "维修部", slip, "80.00", "资产管理员"))
        assert asset_papers.last_slip(session, manager, card) == done
        said = text_of(forms_pdf(asset_papers.responsibilities(session, manager, [2], today=TODAY)))
        assert all(word in said for word in ("个人资产责任表", "合计1项", "责任人"))
        said = text_of(forms_pdf(asset_request_papers.requests(session, manager, [request])))
        assert all(
            word in said for word in ("采购申请单", "CG-2026-0001", "王建国", "壹万柒仟玖佰玖拾柒元", "同意")
        )
        other = stock.card()
        for wrong in (
            lambda: asset_papers.slip(session, manager, ""),
            lambda: asset_papers.last_slip(session, manager, other),
            lambda: forms_pdf([]),
            lambda: forms_pdf(
                asset_papers.cards(session, manager, [card], today=TODAY), PrintSettings(VOUCHER)
            ),
        ):
            with pytest.raises(Refused):
                wrong()
