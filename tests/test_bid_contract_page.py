"""The page of bids: terms of contracts, what is wrong at each item of the list, days the wrong way round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QFileDialog

from models.bid import BidItemKind
from models.bid_terms import BidStage
from services.bid_item_checks import ItemDraft
from tests.bid_pages import dialog_of, on_screen, soon
from tests.bids import TODAY, WON, certificate, ended, listed, made, stage, stored
from tests.claim_pages import act, texts
from tests.hands import settle
from tests.personnel_paper_pages import select
from ui.bids.checklist_dialog import ChecklistDialog
from ui.bids.papers import write_summary
from ui.pages.bids import BidsPage
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


def test_the_list_tells_at_every_item_what_is_wrong(qtbot, database, tasks, clerk):
    bid_id = made(database, clerk, **soon())
    one = certificate(database, valid_to=TODAY)
    listed(
        database, clerk, bid_id,
        ItemDraft(kind=BidItemKind.CERTIFICATE, title="体系", certificate_id=one), ItemDraft(title="方案"),
    )  # fmt: skip
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    select(page, tasks, bid_id)
    act(page, "checklist")
    dialog = dialog_of(page, ChecklistDialog)
    settle(tasks)
    told = [line.draft.verdict for line in dialog.items.model.lines()]
    assert told[0].startswith("✗ ISO 9001 ends 2026-11-27, opening is")
    assert told[1] == "✗ 方案 is not ready"
    dialog.reject()


def test_a_contract_is_drafted_under_its_terms_and_printed(qtbot, database, tasks, clerk, tmp_path):
    bid_id = ended(database, clerk, WON)
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    went = []
    page.desk = replace(page.desk, go=lambda name, record_id=None: went.append((name, record_id)))

    def act_on(name: str) -> None:
        select(page, tasks, bid_id)
        act(page, name)
        settle(tasks)

    act_on("contract")
    dialog = dialog_of(page)
    shown = {name: dialog.body.boxes[name].value() for name in ("price", "sign_by", "number")}
    assert shown == {"price": Decimal(980000), "sign_by": date(2026, 12, 20), "number": ""}
    dialog.body.boxes["number"].editor.set_value("甲-7")
    dialog.body.boxes["ended_on"].editor.set_value(date(2027, 6, 30))
    dialog.save()
    settle(tasks)
    assert went == [("projects", 1)]
    assert stored(database, clerk, bid_id).contract_number == "甲-7"
    act_on("contract_outline")
    assert dialog_of(page, PrintPreview).isVisible()
    dialog_of(page, PrintPreview).reject()
    act_on("summary_book")
    assert dialog_of(page, QFileDialog).objectName() == "dialog.summary_file"
    write_summary(page, (bid_id,), tmp_path / "a.xlsx")
    settle(tasks)
    assert (tmp_path / "a.xlsx").stat().st_size > 0


def test_days_the_wrong_way_round_are_told_apart_from_the_law(qtbot, database, tasks, clerk):
    dates = (stage(BidStage.REGISTRATION, date(2026, 12, 20)), stage(BidStage.SUBMISSION, date(2026, 12, 9)))
    bid_id = made(database, clerk, stages=dates, partners="武汉大学测绘学院", document_fee=Decimal(500))
    page = on_screen(qtbot, BidsPage, database, tasks, clerk)
    select(page, tasks, bid_id)
    told = texts(page.pane)
    assert "Dates to look at" in told
    assert "12-20 lies after Submission on 12-09" in told
    assert "武汉大学测绘学院" in told
    assert "¥500.00" in told
