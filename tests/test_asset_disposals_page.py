"""The page of disposals, by hand: a paper typed, its figures followed, refused at the line, deleted; reached from a card."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from models.asset_paper import DisposalReason
from models.fixed_asset import AssetState
from models.personnel_paper import OfficePaperState
from models.user import Role
from services import asset_disposals
from tests.assets import CLERK, Stock, stocked
from tests.claim_pages import act
from tests.conftest import TODAY
from tests.hands import settle
from tests.personnel_pages import dialog_of, opened, put, texts
from ui.disposals.form import DisposalDialog
from ui.pages.asset_disposals import AssetDisposalsPage
from ui.pages.fixed_assets import FixedAssetsPage
from ui.payroll.link_label import LinkLabel
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
D = Decimal
FIRST = TODAY.replace(day=1)
BOUGHT = date(TODAY.year - 1, 3, 18)
LAPTOP = {"cost": D(5999), "bought_on": BOUGHT, "start_on": BOUGHT, "months": 36}


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


def choose(qtbot: QtBot, page, tasks: Tasks, record_id: int) -> None:
    page.open_record(record_id)
    wait(qtbot, tasks)


def wait(qtbot: QtBot, tasks: Tasks) -> None:
    settle(tasks)
    qtbot.wait(100)
    settle(tasks)


def yes(page) -> None:
    box = [one for one in page.findChildren(QMessageBox) if one.isVisible()][-1]
    reject = QMessageBox.ButtonRole.RejectRole
    next(button for button in box.buttons() if box.buttonRole(button) is not reject).click()


def test_a_disposal_is_typed_and_its_figures_follow(qtbot, stock, tasks) -> None:
    laptop = stock.card(**LAPTOP)
    page = shown(qtbot, AssetDisposalsPage, stock, tasks)
    act(page, "new")
    dialog = dialog_of(page, "asset_disposal")
    assert isinstance(dialog, DisposalDialog)
    put(dialog, reason=DisposalReason.SALE, on_day=TODAY, buyer="旧货行")
    dialog.lines.model.set_cell(0, 0, laptop)
    dialog.lines.model.set_cell(0, 4, D(100))
    qtbot.wait(300)
    settle(tasks)
    line = dialog.lines.model.lines()[0].draft
    assert line.cost == D(5999)
    assert line.gain == D(100) - line.net
    assert "loss" in dialog.told.text()
    dialog.save()
    wait(qtbot, tasks)
    with stock.database.read() as session:
        paper = asset_disposals.with_lines(session, 1)
    assert (paper.state, paper.buyer, paper.lines[0].gain) == (OfficePaperState.DRAFT, "旧货行", line.gain)
    assert "Loss" in texts(page.pane)
    assert f"leaves on {TODAY}" in texts(page.pane), "it has not left yet"
    assert "1 to finish" in page.line.text()
    page.pane.findChild(LinkLabel, f"link.card.{laptop}").followed.emit()
    settle(tasks)
    assert dialog_of(page, "asset_schedule").asset_id == laptop
    act(page, "print_disposal")
    assert [one for one in page.findChildren(PrintPreview) if one.isVisible()]


def test_what_is_refused_stands_at_the_line(qtbot, stock, tasks) -> None:
    laptop = stock.card(**LAPTOP)
    page = shown(qtbot, AssetDisposalsPage, stock, tasks)
    dialog = page.open_paper(assets=(laptop, laptop))
    settle(tasks)
    dialog.save()
    settle(tasks)
    assert dialog.lines.model.wrong_at(1, 0) is not None
    assert "twice" in dialog.notice.findChild(QLabel).text()
    dialog.lines.model.remove({1})
    dialog.body.boxes["on_day"].editor.set_value(date(BOUGHT.year - 1, 1, 1))
    dialog.save()
    settle(tasks)
    assert dialog.isVisible()
    kept = dialog.kept()
    assert kept["lines"]
    dialog.restore(kept)
    assert len(dialog.lines.model.lines()) == 1
    dialog.discard()


def test_a_card_leads_to_its_schedule_and_its_disposal(qtbot, stock, tasks) -> None:
    laptop = stock.card(**LAPTOP)
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    choose(qtbot, page, tasks, laptop)
    act(page, "why")
    assert dialog_of(page, "asset_schedule").asset_id == laptop
    act(page, "dispose")
    dialog = dialog_of(page, "asset_disposal")
    assert dialog.lines.model.lines()[0].draft.asset_id == laptop
    assert dialog.lines.model.lines()[0].draft.cost == D(5999)
    assert stock.look(laptop).state is AssetState.IDLE
    dialog.discard()


def test_a_draft_is_deleted_by_hand(qtbot, stock, tasks) -> None:
    laptop = stock.card(**LAPTOP)
    with stock.database.write() as session:
        draft = asset_disposals.DisposalDraft(on_day=TODAY, lines=(asset_disposals.DisposalLine(laptop),))
        made = asset_disposals.save(session, CLERK, draft, today=TODAY)
    page = shown(qtbot, AssetDisposalsPage, stock, tasks)
    choose(qtbot, page, tasks, made)
    assert page.pane.findChild(QPushButton, "button.submit") is not None
    act(page, "delete")
    yes(page)
    wait(qtbot, tasks)
    assert page.view.table.rows.rowCount() == 0


def _approved(stock: Stock, asset_id: int) -> int:
    with stock.database.write() as session:
        draft = asset_disposals.DisposalDraft(on_day=TODAY, lines=(asset_disposals.DisposalLine(asset_id),))
        made = asset_disposals.save(session, CLERK, draft, today=TODAY)
        paper = asset_disposals.with_lines(session, made)
        paper.state = OfficePaperState.APPROVED
        asset_disposals.approved(session, CLERK, paper, TODAY)
    return made


def test_an_approved_disposal_is_reversed_by_hand(qtbot, stock, tasks) -> None:
    laptop = stock.card(**LAPTOP)
    made = _approved(stock, laptop)
    page = shown(qtbot, AssetDisposalsPage, stock, tasks, Role.MANAGER)
    choose(qtbot, page, tasks, made)
    assert page.pane.findChild(QPushButton, "button.reverse") is not None
    act(page, "reverse")
    dialog = dialog_of(page, "act")
    dialog.save()
    settle(tasks)
    assert dialog.isVisible()  # without a reason
    put(dialog, reason="选错了资产")
    dialog.save()
    wait(qtbot, tasks)
    assert stock.look(laptop).state is AssetState.IDLE
    assert "冲回：选错了资产" in texts(page.pane)
    assert page.pane.findChild(QPushButton, "button.reverse") is None
