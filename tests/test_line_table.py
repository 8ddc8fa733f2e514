"""The grid of lines: typed by keyboard, undone, pasted from Excel; what is no value stays and is told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.line_table import LineTable
from ui.widgets.search_edit import Option

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
COLUMNS = (
    FieldSpec("category", "Category", FieldKind.COMBO, width=120),
    FieldSpec("day", "Day", FieldKind.DAY, width=100),
    FieldSpec("text", "Description", width=0),
    FieldSpec("amount", "Amount", FieldKind.MONEY, width=100),
)


@dataclass(frozen=True, slots=True)
class Draft:
    category: int | None = None
    day: date | None = None
    text: str = ""
    amount: Decimal | None = None
    invoice: int | None = None


@pytest.fixture
def table(qtbot: QtBot) -> LineTable:
    made = LineTable("lines", COLUMNS, Draft, lambda: date(2026, 11, 22))
    qtbot.addWidget(made)
    made.offer("category", [Option(1, "交通", "", "jiaotong jt"), Option(2, "住宿", "", "zhusu zs")])
    made.fill([Draft(1, date(2026, 11, 12), "Train", Decimal("556.00"), invoice=7), Draft(2, text="Hotel")])
    made.resize(700, 300)
    made.show()
    return made


def type_into(qtbot: QtBot, table: LineTable, row: int, column: int, text: str) -> None:
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(row, column))
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    name = f"cell.{COLUMNS[column].name}"
    editor = [one for one in table.view.findChildren(QLineEdit, name) if one.isVisible()][-1]
    editor.clear()
    editor.insert(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_the_model_keeps_qts_rules(table):
    QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.model.add(0)
    table.model.remove({0})


def test_typing_into_the_empty_last_row_makes_a_line(qtbot, table):
    type_into(qtbot, table, 2, 3, "=12*80+35")
    assert table.drafts()[2] == Draft(amount=Decimal("995.00"))
    assert table.total("amount") == Decimal("1551.00")


def test_a_line_keeps_what_no_column_shows(qtbot, table):
    type_into(qtbot, table, 0, 2, "High-speed train")
    assert table.drafts()[0] == Draft(1, date(2026, 11, 12), "High-speed train", Decimal("556.00"), 7)


def test_enter_goes_on_to_the_next_cell(qtbot, table):
    type_into(qtbot, table, 0, 2, "Bus")
    assert (table.view.currentIndex().row(), table.view.currentIndex().column()) == (0, 3)


@pytest.mark.parametrize(("column", "typed"), [(1, "2026-02-30"), (3, "12..3"), (0, "nobody")])
def test_what_is_no_value_stays_in_its_cell_and_keeps_the_lines_from_being_used(qtbot, table, column, typed):
    type_into(qtbot, table, 0, column, typed)
    index = table.model.index(0, column)
    assert index.data() == typed
    assert index.data(Qt.ItemDataRole.ToolTipRole)
    assert table.drafts() is None
    assert table.complaint().startswith(f"Line 1, {COLUMNS[column].label}: ")
    assert (table.view.currentIndex().row(), table.view.currentIndex().column()) == (0, column)
    told = table.findChild(QLabel, "message.lines")
    assert told.isVisible()
    assert table.complaint().endswith(told.text())
    table.view.setCurrentIndex(table.model.index(1, 2))
    assert not told.isVisible()


def test_a_wrong_cell_is_red_also_under_the_cursor(qapp, qtbot, table):
    theme.apply(qapp, theme.ThemeName.LIGHT)
    type_into(qtbot, table, 0, 1, "2026-02-30")
    table.drafts()
    rect = table.view.visualRect(table.model.index(0, 1))
    seen = table.view.viewport().grab().toImage().pixelColor(rect.right() - 4, rect.top() + 4)
    assert seen == theme.current().red.fill


@pytest.mark.parametrize(("column", "typed"), [(1, "2026-02-30"), (3, "12..3"), (0, "nobody")])
def test_what_is_no_value_comes_back_after_a_crash_as_typed(qtbot, table, column, typed):
    type_into(qtbot, table, 0, column, typed)
    kept = json.loads(json.dumps(table.kept()))
    table.fill([])
    table.restore(kept)
    assert table.model.index(0, column).data() == typed
    assert table.drafts() is None
    assert table.model.index(1, 2).data() == "Hotel"


def test_every_change_can_be_undone_and_done_again(qtbot, table):
    before = table.drafts()
    type_into(qtbot, table, 0, 2, "Bus")
    table.view.closePersistentEditor(table.view.currentIndex())
    table.model.remove({1})
    for key, count in ((Qt.Key.Key_Z, 1), (Qt.Key.Key_Z, 1)):
        for _ in range(count):
            qtbot.keyClick(table.view, key, CONTROL)
    assert table.drafts() == before
    table.model.undo_stack.redo()
    assert table.drafts()[0].text == "Bus"


def test_insert_adds_a_line_below_and_ctrl_del_removes_it(qtbot, table):
    table.view.setCurrentIndex(table.model.index(0, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_Insert)
    assert [draft.text for draft in table.drafts()] == ["Train", "", "Hotel"]
    table.view.setCurrentIndex(table.model.index(1, 2))
    qtbot.keyClick(table.view, Qt.Key.Key_Delete, CONTROL)
    assert [draft.text for draft in table.drafts()] == ["Train", "Hotel"]


def test_rows_of_excel_are_pasted_in_one_step(qtbot, table):
    QGuiApplication.clipboard().setText("交通\t11-03\tTaxi\t1,234.5\r\n住宿\t2026-11-04\tInn\t80\r\n")
    table.view.setCurrentIndex(table.model.index(1, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_V, CONTROL)
    assert table.drafts()[1:] == (
        Draft(1, date(2026, 11, 3), "Taxi", Decimal("1234.50")),
        Draft(2, date(2026, 11, 4), "Inn", Decimal("80.00")),
    )
    table.model.undo_stack.undo()
    assert len(table.drafts()) == 2


def test_a_refused_cell_is_marked_until_it_is_typed_again(qtbot, table):
    assert table.say("0.amount", "Above the invoice.")
    assert table.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole) == "Above the invoice."
    assert table.total("amount") == Decimal("556.00")
    type_into(qtbot, table, 0, 3, "500")
    assert table.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole) is None


def test_lines_come_back_after_a_crash_as_they_were_typed(qtbot, table):
    kept = table.kept()
    table.fill([])
    table.restore(kept)
    assert [(draft.category, draft.text, draft.amount) for draft in table.drafts()] == [
        (1, "Train", Decimal("556.00")), (2, "Hotel", None),
    ]  # fmt: skip


def test_locked_lines_have_no_empty_row_and_take_no_typing(qtbot, table):
    table.set_locked(True)
    assert table.model.rowCount() == 2
    table.view.setCurrentIndex(table.model.index(0, 2))
    qtbot.keyClick(table.view, Qt.Key.Key_Delete, CONTROL)
    assert len(table.drafts()) == 2
