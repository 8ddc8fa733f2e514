"""Labels on the page of assets: scanned, read from a picture, printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from services.database import Database
from services.reports.asset_labels import label_sizes, labels_pdf
from tests.hands import settle
from tests.stock_take_pages import opened, type_in
from tests.stock_takes import Count, counted, label_of
from tests.test_asset_labels import picture, some
from ui.claims.act_dialog import ActDialog
from ui.pages.fixed_assets import FixedAssetsPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def count(database: Database) -> Count:
    return counted(database)


@pytest.fixture
def tasks(count: Count, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(count.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def test_a_label_opens_its_card(qtbot, count, tasks):
    page = opened(qtbot, count, tasks, kind=FixedAssetsPage)
    type_in(page.scan, label_of(count.numbers[2]))
    settle(tasks)
    assert page.pane.record_id == count.line(count.numbers[2]).asset_id
    type_in(page.scan, "OD1|ZZZZZ|DZ-2026-0001")
    settle(tasks)
    assert "another company" in page.notice.text()
    type_in(page.scan, "NOBODY")
    settle(tasks)
    assert "NOBODY" in page.notice.text()
    page.acts.get("scan_label").trigger()
    assert page.focusWidget() is page.scan


def test_a_picture_of_a_label_opens_its_card(qtbot, count, tasks, tmp_path: Path):
    page = opened(qtbot, count, tasks, kind=FixedAssetsPage)
    photo = tmp_path / "label.png"
    picture(labels_pdf(some(4), label_sizes()[2]), page=3).save(photo)
    assert page.dropped([photo])
    qtbot.waitUntil(lambda: page.pane.record_id == count.line("DZ-2026-0004").asset_id, timeout=20_000)
    settle(tasks)
    assert page.detail.files == ()
    assert page.dropped([photo])  # a photo of the card that is shown
    qtbot.waitUntil(lambda: len(page.detail.files) == 1, timeout=20_000)
    settle(tasks)


def test_labels_are_printed_in_the_size_used_last(qtbot, count, tasks):
    page = opened(qtbot, count, tasks, kind=FixedAssetsPage)
    page.view.table.selectAll()
    page.acts.get("print_labels").trigger()
    settle(tasks)
    dialog = page.findChild(ActDialog)
    assert dialog is not None
    dialog.body.boxes["size_id"].editor.set_value(5)
    dialog.body.boxes["first"].editor.set_value(30)
    dialog.save()
    settle(tasks)
    assert "24" in dialog.findChild(QLabel, "message.first").text()
    dialog.body.boxes["first"].editor.set_value(3)
    dialog.save()
    settle(tasks)
    preview = page.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=20_000)
    assert preview.document.pageCount() == 1
    assert page.desk.prefs.get("asset_label.size", 0) == 5
