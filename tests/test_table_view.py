"""The table as a clerk uses it: keys, clicks, columns, and a selection that stays."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication

from tests.test_table_model import COLUMNS, Paper
from ui import fonts, theme
from ui.widgets.row_painter import PILL_PADDING
from ui.widgets.table_header import TableHeader
from ui.widgets.table_model import ColumnSpec, Kind, Row
from ui.widgets.table_view import RegisterTable


@pytest.fixture
def table(qtbot, qapp):
    theme.apply(qapp, theme.ThemeName.LIGHT)
    made = RegisterTable()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.set_source(Paper(at_once=True), 1_000_000)
    made.show()
    qtbot.waitExposed(made)
    made.grab()
    return made


def press(qtbot, table, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(table, key, modifier)
    table.grab()  # paints, and so fetches
    qtbot.wait(1)


def test_select_all_of_a_million_is_one_range(qtbot, table):
    press(qtbot, table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.selected_ranges() == [(0, 999_999)]
    assert table.selected_count() == 1_000_000
    assert table.selected_ids()[:2] == [1, 2]


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot, table):
    seen = []
    table.current_changed.connect(seen.append)
    table.select_row(3)
    press(qtbot, table, Qt.Key.Key_End)
    press(qtbot, table, Qt.Key.Key_Home)
    press(qtbot, table, Qt.Key.Key_Down)
    assert seen == [4, 1_000_000, 1, 2]


def test_enter_opens_space_peeks_delete_asks_and_ctrl_c_copies(qtbot, table):
    table.select_row(6)
    with qtbot.waitSignal(table.activated_row) as opened:
        press(qtbot, table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.peeked) as peeked:
        press(qtbot, table, Qt.Key.Key_Space)
    with qtbot.waitSignal(table.delete_requested):
        press(qtbot, table, Qt.Key.Key_Delete)
    with qtbot.waitSignal(table.copy_requested):
        press(qtbot, table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (opened.args, peeked.args) == ([7], [7])


def test_a_key_that_means_nothing_here_does_nothing(qtbot, table, qapp):
    table.select_row(2)
    typed = QKeyEvent(QEvent.Type.KeyPress, ord("中"), Qt.KeyboardModifier.NoModifier, "中")
    qapp.sendEvent(table, typed)
    assert table.selected_ids() == [3]


def test_shift_and_arrows_select_a_run_and_ctrl_click_adds_a_row(qtbot, table):
    table.select_row(2)
    press(qtbot, table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    at = QPoint(30, table.rowViewportPosition(6) + 5)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert table.selected_ids() == [3, 4, 7]


def test_a_double_click_opens_the_row(qtbot, table):
    at = QPoint(30, table.rowViewportPosition(4) + 5)
    with qtbot.waitSignal(table.activated_row) as opened:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [5]


def test_the_selection_follows_its_rows_to_where_a_new_order_puts_them(qtbot, table):
    class Shifted(Paper):
        def rows(self, first, count):
            return [Row(row.id - 2, row.cells, row.tones) for row in super().rows(first, count)]

    table.select_ids([4, 6])
    told = []
    table.current_changed.connect(told.append)
    table.set_source(Shifted(at_once=True), 999_998)
    table.grab()
    qtbot.waitUntil(lambda: table.selected_ids() == [4, 6])
    assert table.selected_ranges() == [(5, 5), (7, 7)]
    assert (table.current_id(), told) == (4, [])


def test_another_filter_can_start_without_a_selection(qtbot, table):
    table.select_ids([4, 6])
    with qtbot.waitSignal(table.current_changed) as told:
        table.set_source(Paper(at_once=True), 50, keep=False)
    table.grab()
    assert (told.args, table.selected_ids(), table.current_id()) == ([None], [], None)


def test_everything_stays_selected_over_a_refresh(qtbot, table):
    table.selectAll()
    table.rows.invalidate(1_000_001)
    assert table.selected_ranges() == [(0, 1_000_000)]


def test_clicking_a_header_asks_for_that_order_and_again_for_the_reverse(qtbot, table):
    asked = []
    table.sort_requested.connect(lambda *what: asked.append(what))
    for section in (0, 0, 2, 3):
        at = QPoint(table.header.sectionViewportPosition(section) + 12, 20)
        qtbot.mouseClick(table.header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked == [("number", False), ("number", True), ("amount", False)]  # the state cannot be sorted


def test_columns_fill_the_pane_exactly(qtbot, table):
    for width in (520, 640, 1366):
        table.resize(width, 480)
        assert table.header.length() == table.viewport().width()


def test_widths_order_and_hidden_columns_come_back(qtbot, table):
    table.header.resizeSection(0, 150)
    table.header.moveSection(2, 0)
    table.header.show_column(3, on=False)
    kept = json.loads(json.dumps(table.columns_state()))
    other = RegisterTable()
    qtbot.addWidget(other)
    other.resize(640, 480)
    other.set_source(Paper(at_once=True), 10)
    other.restore_columns({**kept, "order": [*kept["order"], "gone"]})
    assert other.columns_state() == kept
    assert [spec.spec.name for spec in other.header.visible_columns()] == ["amount", "number", "purpose"]


def test_a_column_is_hidden_and_shown_by_the_menu_of_the_header(qtbot, table):
    with qtbot.waitSignal(table.columns_changed):
        table.header.column_menu().actions()[1].trigger()
    assert table.columns_state()["hidden"] == ["purpose"]
    table.header.column_menu().actions()[1].trigger()
    assert table.columns_state()["hidden"] == []
    assert table.header.length() == table.viewport().width()


def test_an_empty_register_says_what_to_do_and_does_it(qtbot, table):
    done = []
    table.set_empty("还没有报销单", "把发票拖到这里", "新建报销", lambda: done.append(True))
    button = table.findChild(object, "action.empty")
    assert not button.isVisible()
    table.rows.invalidate(0)
    assert button.isVisible()
    button.click()
    assert done == [True]


def colours(table, left, top, width=80, height=20):
    image = table.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(left, left + width) for y in range(top, top + height)
    }


def test_rows_are_painted_with_their_words_state_and_selection(qtbot, qapp, table):
    fonts.load_all(qapp)
    table.select_row(1)
    now = theme.named(theme.ThemeName.LIGHT)
    state = table.header.sectionViewportPosition(3)
    assert now.amber.fill.name() in colours(table, state, 5)
    assert now.selection.name() in colours(table, 8, 45)
    assert any(QColor(colour).lightness() < 100 for colour in colours(table, 8, 5))


def test_a_far_row_below_the_limit_of_floats_is_painted_where_it_is_clicked(qtbot, table):
    table.scrollToBottom()
    table.grab()
    last = table.viewport().height() - 10
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, last))
    assert table.current_id() == 1_000_000
    assert theme.current().selection.name() in colours(table, 8, last - 10, height=10)


def test_rows_that_arrive_later_replace_the_dots_on_the_screen(qtbot, table):
    paper = Paper()
    table.set_source(paper, 100)
    dots = table.viewport().grab().toImage()
    paper.answer()
    assert table.viewport().grab().toImage() != dots
    assert "#ffffff" in colours(table, 8, 5)


def test_compact_rows_are_lower_and_the_columns_stay(qtbot, table):
    before = table.columns_state()
    table.set_compact(True)
    assert table.rowHeight(0) == 28
    assert table.columns_state() == before
    assert len(table.rows.columns) == len(COLUMNS)


def test_headings_and_words_of_states_are_whole_where_the_table_is_narrow(qtbot):
    columns = (
        ColumnSpec("claimant", "Claimant of it", width=40),
        ColumnSpec("purpose", "Purpose", width=120, stretch=True),
        ColumnSpec("state", "State", width=50, kind=Kind.STATE, words=("Paid", "Withdrawn again")),
    )
    header = TableHeader(None)
    qtbot.addWidget(header)
    header.setModel(QStandardItemModel(0, 3, header))
    header.resize(300, 40)
    header.set_columns(columns)
    header.fit()
    sizes = [column.width for column in header.visible_columns()]
    writer = header.writer()
    assert sizes[0] >= writer.width("Claimant of it")
    assert sizes[2] >= writer.width("Withdrawn again") + 2 * PILL_PADDING
    assert sizes[1] >= 90


def make_wide(header, width):
    before = header.size()
    header.resize(width, 40)
    QApplication.sendEvent(header, QResizeEvent(header.size(), before))
    header.fit()


def test_a_spare_column_gives_way_on_a_narrow_screen_unless_it_was_asked_for(qtbot):
    columns = (
        ColumnSpec("number", "Number", width=100),
        ColumnSpec("purpose", "Purpose", width=150, stretch=True),
        ColumnSpec("department", "Department", width=110, spare=1),
    )
    header = TableHeader(None)
    qtbot.addWidget(header)
    header.setModel(QStandardItemModel(0, 3, header))
    header.set_columns(columns)
    make_wide(header, 300)
    assert [column.spec.name for column in header.visible_columns()] == ["number", "purpose"]
    assert header.chosen_names() == ("number", "purpose", "department")
    assert header.columns_state()["hidden"] == []
    make_wide(header, 500)
    assert len(header.visible_columns()) == 3
    make_wide(header, 300)
    header.show_column(2, on=True)
    assert len(header.visible_columns()) == 3
    assert header.columns_state()["kept"] == ["department"]
