"""Purchase requests, who has what, classes and places on the screen, by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from models.asset_paper import AssetRequest
from models.user import Role
from services import (
    asset_requests,
    office_papers,
)
from services.asset_requests import AssetRequestDraft, RequestLineDraft
from services.exchange.foreign_sheets import read_sheet
from tests.asset_pages import asked, choose, shown, wait
from tests.assets import CLERK, KIND, Stock, approved_request, stocked
from tests.claim_pages import act
from tests.conftest import TODAY
from tests.hands import settle
from tests.personnel_pages import dialog_of, fill_line, put, texts
from ui.claims.act_dialog import ActDialog
from ui.pages.asset_classes import AssetClassesPage
from ui.pages.asset_holders import AssetHoldersPage
from ui.pages.asset_requests import AssetRequestsPage
from ui.pages.employees import EmployeesPage
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
    with stock.database.write() as session:  # written on the day of the page, not on that of the machine
        written = update(AssetRequest).where(AssetRequest.id == 2)
        session.execute(written.values(created_at=datetime(2026, 3, 12, tzinfo=UTC)))
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
    wait(tasks)
    page.view.chips.findChild(QPushButton, "chip.closed").click()
    wait(tasks)
    assert page.view.table.current_id() == 2
    assert "DZ-2026-0002" in texts(page.pane)


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
    page.view.chips.findChild(QPushButton, "chip.closed").click()
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


def test_the_employees_page_leads_to_what_somebody_has(qtbot, stock, tasks):
    page = shown(qtbot, EmployeesPage, stock, tasks)
    went = []
    page.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    choose(page, tasks, 2)
    act(page, "assets_held")
    assert went == [("asset_holders", 2)]


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
