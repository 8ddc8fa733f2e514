"""The page of bids, by actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from models.bid import BidItemKind
from models.bid_terms import BidResult, BidStage, DepositState
from models.expense_claim import ExpenseClaim
from services import bids
from services.bid_item_checks import ItemDraft
from tests.bid_pages import dialog_of, on_screen, soon
from tests.bids import (
    TODAY,
    attach,
    certificate,
    deposit_of,
    draft,
    listed,
    made,
    picture,
    rows,
    stage,
    stored,
)
from tests.claim_pages import act, texts
from tests.claims import make_office
from tests.hands import settle
from tests.personnel_paper_pages import select
from ui.bids.bid_dialog import BidDialog
from ui.bids.checklist_dialog import ChecklistDialog
from ui.bids.pack_dialog import write_pack
from ui.bids.result_dialog import ResultDialog
from ui.pages.bids import BidsPage

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


def test_the_headline_says_what_is_due(qtbot, database, tasks, clerk):
    made(database, clerk, **soon())
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    assert page.line.text() == "1 to hand in this week · deposit of ¥20,000.00 due 11-28 (tomorrow)"


def test_a_new_bid_is_typed_on_its_tabs_and_an_early_opening_is_refused_at_its_cell(
    qtbot, database, tasks, clerk
):
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    act(page, "new")
    dialog = dialog_of(page, BidDialog)
    settle(tasks)
    for name, value in (("name", "测绘服务"), ("tenderer", "自然资源局"), ("price", Decimal(980000))):
        dialog.body.boxes[name].editor.set_value(value)
    table, order = dialog.lists["stages"], list(BidStage)
    days = {BidStage.SUBMISSION: date(2026, 12, 10), BidStage.OPENING: date(2026, 12, 9)}
    at = [spec.name for spec in table.model.columns].index("on_day")
    for which, day in days.items():
        table.model.set_cell(order.index(which), at, day)
    dialog.save()
    settle(tasks)
    assert dialog.isVisible()
    assert dialog.tabs.currentIndex() == 1
    assert (
        "before the deadline of 2026-12-10"
        in table.model.wrong_at(order.index(BidStage.OPENING), at).sentence
    )
    table.model.set_cell(order.index(BidStage.OPENING), at, date(2026, 12, 10))
    dialog.save()
    settle(tasks)
    found = stored(database, clerk, 1)
    assert (found.price, found.stages[order.index(BidStage.OPENING)].on_day) == (
        Decimal(980000),
        date(2026, 12, 10),
    )


def test_a_name_that_is_missing_leads_back_to_its_tab(qtbot, database, tasks, clerk):
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    dialog = page.open_form(None)
    settle(tasks)
    dialog.tabs.setCurrentIndex(2)
    dialog.save()
    settle(tasks)
    assert dialog.tabs.currentIndex() == 0
    assert dialog.body.boxes["name"].error()
    dialog.discard()


def test_the_pane_tells_stages_checks_and_the_law(qtbot, database, tasks, clerk):
    stages = (
        stage(BidStage.DOCUMENTS, date(2026, 11, 23), from_on=date(2026, 11, 20)),
        stage(BidStage.SUBMISSION, date(2026, 12, 9), place="交易中心"),
        stage(BidStage.OPENING, date(2026, 12, 10)),
    )
    bid_id = made(database, clerk, stages=stages)
    one = certificate(database, valid_to=date(2026, 12, 2))
    listed(database, clerk, bid_id, ItemDraft(kind=BidItemKind.CERTIFICATE, title="体系", certificate_id=one))
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    select(page, tasks, bid_id)
    told = texts(page.pane)
    assert "ISO 9001 ends 2026-12-02, opening is 2026-12-10" in told
    assert "招标投标法第二十四条" in told
    assert "交易中心" in told


def test_a_stage_is_set_and_marked_done(qtbot, database, tasks, clerk):
    bid_id = made(database, clerk, **soon())
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    select(page, tasks, bid_id)
    act(page, "stage")
    dialog = dialog_of(page)
    assert dialog.body.boxes["stage"].value() is BidStage.DEPOSIT
    dialog.body.boxes["stage"].editor.set_value(BidStage.OPENING)
    dialog.body.boxes["stage"].editor.edited.emit()
    assert dialog.body.boxes["at_time"].value() == "09:30"
    dialog.body.boxes["on_day"].editor.set_value(TODAY)
    dialog.save()
    settle(tasks)
    assert "before the deadline" in dialog.body.boxes["on_day"].error()
    dialog.body.boxes["on_day"].editor.set_value(TODAY + timedelta(days=5))
    dialog.save()
    settle(tasks)
    select(page, tasks, bid_id)
    act(page, "stage_done")
    dialog_of(page).save()
    settle(tasks)
    found = {one.stage: one for one in stored(database, clerk, bid_id).stages}
    assert found[BidStage.OPENING].on_day == TODAY + timedelta(days=5)
    assert found[BidStage.DEPOSIT].done_on == TODAY


def test_a_result_leads_to_a_contract_on_its_own_page(qtbot, database, tasks, clerk):
    bid_id = made(database, clerk, price=Decimal(500000))
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    select(page, tasks, bid_id)
    act(page, "result")
    dialog = dialog_of(page, ResultDialog)
    settle(tasks)
    dialog.body.boxes["result"].editor.set_value(BidResult.WON)
    dialog.body.boxes["notice_on"].editor.set_value(TODAY)
    dialog.competitors.model.set_cell(0, 0, "武汉华测有限公司")
    dialog.save()
    settle(tasks)
    went = []
    page.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    select(page, tasks, bid_id)
    assert "武汉华测有限公司" in texts(page.pane)
    act(page, "contract")
    settle(tasks)
    dialog_of(page).save()
    settle(tasks)
    select(page, tasks, bid_id)
    act(page, "show_contract")
    assert went == [("projects", 1), ("projects", 1)]
    act(page, "sign")
    dialog_of(page).save()
    settle(tasks)
    found = {one.stage: one for one in stored(database, clerk, bid_id).stages}
    assert found[BidStage.CONTRACT].done_on == TODAY


def test_a_result_set_meanwhile_is_told_in_the_dialog(qtbot, database, tasks, clerk, manager):
    bid_id = made(database, clerk)
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    select(page, tasks, bid_id)
    act(page, "result")
    dialog = dialog_of(page, ResultDialog)
    settle(tasks)
    with database.write() as session:
        bids.save(session, manager, replace(bids.get(session, manager, bid_id), price=Decimal(7)))
    dialog.body.boxes["result"].editor.set_value(BidResult.FAILED)
    dialog.save()
    settle(tasks)
    assert dialog.isVisible()
    assert dialog.notice.isVisible()
    dialog.discard()


def test_a_deposit_is_requested_and_its_paper_is_opened(qtbot, database, tasks):
    office = make_office(database)
    bid_id = made(database, office.clerk, **soon())
    page = on_screen(qtbot, BidsPage, database, tasks, office.clerk)
    went = []
    page.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))
    select(page, tasks, bid_id)
    act(page, "request_deposit")
    settle(tasks)
    with database.read() as session:
        (claim,) = session.query(ExpenseClaim).all()
    assert went == [("reimbursements", claim.id)]
    assert deposit_of(database, bid_id).state is DepositState.REQUESTED


def test_the_checklist_is_changed_and_a_file_is_added_to_an_item(qtbot, database, tasks, clerk, tmp_path):
    bid_id = made(database, clerk)
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    select(page, tasks, bid_id)
    act(page, "checklist")
    dialog = dialog_of(page, ChecklistDialog)
    settle(tasks)
    dialog.items.model.set_cell(0, 1, "技术方案")
    dialog.save()
    settle(tasks)
    (row,) = rows(database, clerk, bid_id)
    assert row.draft.title == "技术方案"
    attach(database, clerk, "bid_item", row.draft.id, picture(tmp_path / "plan.png"))
    select(page, tasks, bid_id)
    act(page, "checklist")
    dialog = dialog_of(page, ChecklistDialog)
    settle(tasks)
    assert "✓ 技术方案" in dialog.told.text()
    at = [spec.name for spec in dialog.items.model.columns].index("verdict")
    verdict = dialog.items.model.index(0, at)
    assert verdict.data() == "✓ ready"
    assert not verdict.flags() & Qt.ItemFlag.ItemIsEditable
    dialog.items.model.set_cell(0, 1, "技术标")
    assert verdict.data() == "—", "it is checked when it is saved"
    dialog.items.model.undo_stack.undo()
    assert verdict.data() == "✓ ready"
    dialog.reject()


def test_the_scans_are_packed_into_the_file_that_was_chosen(qtbot, database, tasks, clerk, tmp_path):
    bid_id = made(database, clerk)
    listed(database, clerk, bid_id, ItemDraft(title="材料"), ItemDraft(title="技术方案"))
    row = rows(database, clerk, bid_id)[0]
    attach(database, clerk, "bid_item", row.draft.id, picture(tmp_path / "a.png"))
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    select(page, tasks, bid_id)
    act(page, "checklist")
    assert "1 other items need a look: ✗ 技术方案" in dialog_of(page, ChecklistDialog).told.text()
    dialog_of(page, ChecklistDialog).reject()
    act(page, "pack")
    settle(tasks)
    dialog = dialog_of(page)
    assert "材料" in texts(dialog)
    assert "Look at these first: 技术方案" in texts(dialog)
    dialog.save()
    settle(tasks)
    assert dialog_of(page, QFileDialog).objectName() == "dialog.pack_file"
    told = []
    write_pack(page.desk, page, bid_id, tmp_path / "out.pdf", "仅供投标", told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told == ["out.pdf: 1 files on 2 pages."]
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        assert len(document) == 2


def test_who_may_only_look_changes_nothing(qtbot, database, tasks, clerk, cashier):
    bid_id = made(database, clerk)
    page = on_screen(qtbot, BidsPage, database, tasks, cashier)
    select(page, tasks, bid_id)
    assert page.acts.get("result") is None
    dialog = page.open_form(bid_id)
    settle(tasks)
    assert dialog.locked
    dialog.reject()
    assert draft().name
