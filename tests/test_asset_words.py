"""What the dialogs of assets say: words of their own, told whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.asset_pages import shown
from tests.assets import Stock, stocked
from tests.hands import settle
from ui import words
from ui.assets import import_dialog
from ui.assets.import_dialog import COLUMNS, ImportDialog
from ui.assets.request_acts import RECEIPT
from ui.pages.fixed_assets import FixedAssetsPage
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def stock(database) -> Stock:
    return stocked(database)


def test_the_words_of_import_and_receipt_are_those_of_assets(qapp):
    spoken = words.Words(qapp)
    spoken.choose("zh_CN")
    said = {spec.name: QCoreApplication.translate("Field", spec.label) for spec in (*COLUMNS, *RECEIPT)}
    spoken.choose("en")
    assert (said["holder"], said["received_on"]) == ("部门 · 使用人 · 地点", "验收日期")


@pytest.fixture
def tasks(database, stock, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def test_everything_wrong_with_a_row_is_told_whole(qtbot, stock, tasks, tmp_path):
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    path = tmp_path / "x.csv"
    path.write_text("资产名称,资产类别,原值,购置日期,使用部门\n电脑,古董,1000,2099-01-01,外星部\n", "utf-8")
    import_dialog.show_file(page, path)
    settle(tasks)
    view = page.findChild(ImportDialog).table.view
    assert view.wordWrap()
    assert view.rowHeight(0) > 36
