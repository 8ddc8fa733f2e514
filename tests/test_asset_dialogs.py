"""Dialogs and panes of assets hold what they say: nothing is cut, and every field that is asked for is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from services import asset_papers
from services.terms import Method, MovementKind
from tests.asset_pages import asked, choose, shown, wait
from tests.assets import CLERK, Stock, stocked
from tests.claim_pages import act
from tests.conftest import TODAY
from tests.hands import settle
from tests.personnel_pages import put
from tests.test_asset_import import workbook
from tests.test_asset_slips import OTHER, WHO, move
from ui.assets.import_dialog import ImportDialog, show_file
from ui.claims.act_dialog import ActDialog
from ui.pages.asset_holders import AssetHoldersPage
from ui.pages.fixed_assets import FixedAssetsPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


@pytest.fixture
def tasks(database, stock, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def opened(page) -> ActDialog:
    return next(one for one in page.findChildren(ActDialog) if one.isVisible())


def test_the_reason_for_putting_cards_together_is_seen_whole(qtbot, stock, tasks):
    stock.cards(12)
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    page.view.table.selectAll()
    settle(tasks)
    act(page, "merge")
    wait(tasks)
    editor = opened(page).body.boxes["reason"].editor
    assert editor.visibleRegion().boundingRect().height() == editor.height()


def test_a_single_card_is_not_put_together(qtbot, stock, tasks):
    only, _other = stock.cards(2)
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    choose(page, tasks, only)
    assert page.detail.id == only
    assert not page.acts.get("merge").isEnabled()
    page.view.table.selectAll()
    settle(tasks)
    assert page.acts.get("merge").isEnabled()


def test_the_buttons_below_a_person_s_things_are_not_cut(qtbot, stock, tasks):
    stock.card(employee_id=WHO)
    page = shown(qtbot, AssetHoldersPage, stock, tasks)
    page.resize(1366 - 208, 768)
    choose(page, tasks, WHO)
    buttons = [one for one in page.pane.findChildren(QPushButton) if one.isVisible()]
    assert buttons
    assert [one.text() for one in buttons if one.width() < one.sizeHint().width()] == []


def test_an_import_tells_its_problems_whole(qtbot, stock, tasks, tmp_path: Path):
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    show_file(page, workbook(tmp_path / "a.xlsx"))
    qtbot.waitUntil(lambda: bool(page.findChildren(ImportDialog)), timeout=20_000)
    wait(tasks)
    (dialog,) = page.findChildren(ImportDialog)
    view = dialog.table.view
    header = view.horizontalHeader()
    for place in range(header.count()):
        if place != header.count() - 1:
            assert header.sectionSize(place) >= header.sectionSizeFromContents(place).width()
    before = view.rowHeight(0)
    view.setColumnWidth(header.count() - 2, view.columnWidth(header.count() - 2) + 200)
    wait(tasks)
    assert view.rowHeight(0) >= max(before, view.sizeHintForRow(0))


def test_going_over_to_units_asks_how_many_are_left(qtbot, stock, tasks):
    card = stock.card(bought_on=date(2026, 1, 5), start_on=date(2026, 1, 5))
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    choose(page, tasks, card)
    act(page, "revise")
    wait(tasks)
    dialog = opened(page)
    put(dialog, method=Method.UNITS, reason="按里程")
    dialog.save()
    settle(tasks)
    assert dialog.isVisible(), "refused at the field"
    asked(page, tasks, units_left=Decimal(90_000))
    assert stock.look(card).units_total == 90_000
    choose(page, tasks, card)
    act(page, "revise")
    wait(tasks)
    assert "units_left" not in opened(page).body.boxes, "those left follow from those of its whole life"


def test_the_printed_sheet_says_state_day_due_and_net_value(stock):
    card = stock.card(employee_id=WHO)
    move(stock, MovementKind.LEND, card, employee_id=OTHER, due_on=TODAY)
    with stock.database.read() as session:
        (form,) = asset_papers.responsibilities(session, CLERK, [OTHER], today=TODAY)
    (table,) = form.tables
    row = dict(zip((head[0] for head in table.heads), table.rows[0], strict=True))
    assert (row["状态"], row["领用及应还"]) == ("借出", f"{TODAY} 应还 {TODAY}")
    assert row["净　值"] == table.totals[-1]
    assert sum(Decimal(head[1]) for head in table.heads) == 1
