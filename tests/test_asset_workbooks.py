"""Cards, slips and labels as workbooks beside their prints."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from models.fixed_asset import MovementKind
from services import asset_labels, asset_papers, asset_slips
from services.errors import Refused
from services.exchange.asset_form_xlsx import forms_xlsx
from tests.asset_pages import asked, choose, shown, wait
from tests.assets import CLERK, Stock, stocked
from tests.claim_pages import act
from tests.conftest import TODAY
from tests.hands import settle
from tests.test_asset_slips import OTHER, WHO, move
from ui.pages.fixed_assets import FixedAssetsPage
from ui.payroll.link_label import LinkLabel
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

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


def read(content: bytes) -> dict[str, list[list[object]]]:
    """Each sheet's rows without empty cells."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {
        name: [[cell for cell in row if cell != ""] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def test_cards_are_sheets_of_a_workbook(stock):
    first = stock.card(employee_id=WHO, serial_number="=1+1", name="=HYPERLINK(1)")
    second = stock.card(employee_id=WHO)
    with stock.database.read() as session:
        forms = asset_papers.cards(session, CLERK, [first, second], today=TODAY)
    book = read(forms_xlsx([*forms, forms[0]]))
    assert list(book) == ["DZ-2026-0001", "DZ-2026-0002", "DZ-2026-0001 2"]
    shown = book["DZ-2026-0001"]
    assert shown[0] == ["固定资产卡片"]
    row_of = {row[0]: row for row in shown if row}
    assert row_of["资产名称"][1] == "=HYPERLINK(1)"
    assert "=1+1" in row_of["规格型号"], "a text, not a sum"
    assert row_of["原　　值"][1] == 5999


def test_a_slip_is_a_workbook_with_its_sum(stock):
    cards = [stock.card(employee_id=each) for each in (WHO, 4)]
    slip = move(stock, MovementKind.TRANSFER, *cards, employee_id=OTHER)
    with stock.database.read() as session:
        form = asset_slips.slip(session, CLERK, slip)
    ((name, shown),) = read(forms_xlsx([form])).items()
    assert name == slip
    assert [row[1] for row in shown if row and row[0] in ("1", "2")] == ["DZ-2026-0001", "DZ-2026-0002"]
    total = next(row for row in shown if "合计 2 项" in row)
    assert total[-1] == 11_998


def test_labels_are_a_list_for_the_printer_s_own_program(either):
    stock = stocked(either)
    card = stock.card(employee_id=WHO, place_id=stock.places["305室"])
    with either.read() as session:
        (row,) = asset_labels.label_rows(session, CLERK, [card])
        (label,) = asset_labels.labels(session, CLERK, [card]).labels
        assert row == (
            "DZ-2026-0001", label.name, label.specification, label.holder, "主楼 / 305室", stock.look(card).start_on,
            label.code,
        )  # fmt: skip
        assert len(row) == len(asset_labels.LABEL_TITLES)
        assert asset_labels.find(session, CLERK, str(row[-1])) == card
        with pytest.raises(Refused, match=r"asset\.nothing_chosen"):
            asset_labels.label_rows(session, CLERK, [])


def saved(qtbot: QtBot, preview: PrintPreview, tasks: Tasks, path: Path) -> dict[str, list[list[object]]]:
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=20_000)
    preview.findChild(QPushButton, "action.save_xlsx").click()
    preview.findChild(QFileDialog).fileSelected.emit(str(path))
    settle(tasks)
    assert path.name in preview.notice.text()
    return read(path.read_bytes())


def test_card_slip_and_labels_are_saved_beside_their_print(qtbot, stock, tasks, tmp_path):
    card = stock.card(employee_id=WHO)
    slips = [move(stock, MovementKind.TRANSFER, card, employee_id=each) for each in (OTHER, WHO)]
    page = shown(qtbot, FixedAssetsPage, stock, tasks)
    choose(page, tasks, card)
    act(page, "print_card")
    (preview,) = page.findChildren(PrintPreview)
    assert saved(qtbot, preview, tasks, tmp_path / "card.xlsx").keys() == {"DZ-2026-0001"}
    preview.close()
    wait(tasks)
    act(page, "print_labels")
    asked(page, tasks, size_id=1, first=1)
    preview = page.findChildren(PrintPreview)[-1]
    (rows,) = saved(qtbot, preview, tasks, tmp_path / "labels.xlsx").values()
    assert rows[0] == list(asset_labels.LABEL_TITLES)
    assert rows[1][0] == "DZ-2026-0001"
    preview.close()
    wait(tasks)
    older = page.pane.findChild(LinkLabel, f"link.slip.{slips[0]}")
    older.followed.emit()
    preview = page.findChildren(PrintPreview)[-1]
    assert saved(qtbot, preview, tasks, tmp_path / "slip.xlsx").keys() == {slips[0]}
    preview.close()
    wait(tasks)
    act(page, "print_slip")
    wait(tasks)
    asked(page, tasks)
    preview = page.findChildren(PrintPreview)[-1]
    assert saved(qtbot, preview, tasks, tmp_path / "newest.xlsx").keys() == {slips[1]}
