"""The Statistics page: choices, chart and table, the list behind a figure, what is printed, exported and copied."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from services import expense_claims
from services.database import Database
from services.statistics_terms import Counted, Grouping, Period
from tests.claims import TODAY, Office, command
from tests.desks import named
from tests.hands import settle
from tests.statistics_pages import choose, open_page, opened, shown, small_office
from tests.test_xlsx import cells
from ui.pages.statistics import StatisticsPage
from ui.statistics.figure_export import export_figures_to
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def office(database: Database) -> Office:
    return small_office(database)


@pytest.fixture
def tasks(office: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(office.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


@pytest.fixture
def page(qtbot: QtBot, office: Office, tasks: Tasks) -> StatisticsPage:
    return open_page(qtbot, office, tasks)


def test_the_page_opens_with_this_year_by_category(page):
    assert shown(page.expenses.view.table) == [
        ["补助", "3", "123.50", "0.00", "123.50", "—", "100.0 %"],
        ["Total", "3", "123.50", "0.00", "123.50", "—", "100.0 %"],
    ]
    assert page.line.text().startswith("Paid, by the day paid · 2026-01-01 to 2026-11-20 · ¥123.50")
    assert page.status_text() == page.line.text()


def test_the_chart_shows_what_the_table_shows(page):
    choose(page, "by", Grouping.PROJECT)
    view = page.expenses.view
    assert [bar.value for bar in view.chart.bars] == [Decimal("120.50"), Decimal("3.00")]
    view.table.setCurrentIndex(view.table.figures.index(1, 2))
    assert view.chart.current == 1
    QTest.keyClick(view.chart, Qt.Key.Key_Home)
    assert view.table.currentIndex().row() == 0
    assert view.table.figures.index(1, 0).data() == "Without a project"


def test_what_counts_and_when_is_chosen(page):
    choose(page, "counted", Counted.CLAIMED)
    assert shown(page.expenses.view.table)[-1][2] == "130.50"
    page.expenses.period.choose(Period.LAST_YEAR)
    settle(page.desk.tasks)
    assert (
        shown(page.expenses.view.table) == [["补助", "0", "0.00", "0.00", "0.00", "—", "—"]]
        or shown(page.expenses.view.table) == []
    )


def test_days_of_one_s_own_are_typed_and_nonsense_is_said(page):
    page.expenses.period.choose(Period.OWN)
    first = named(page, QLineEdit, "field.first")
    assert first.isVisible()
    first.setText("2026-12-24")
    first.editingFinished.emit()
    settle(page.desk.tasks)
    assert page.expenses.notice.isVisible()
    first.setText("2026-11-20")
    first.editingFinished.emit()
    settle(page.desk.tasks)
    assert not page.expenses.notice.isVisible()
    assert shown(page.expenses.view.table)[-1][2] == "123.50"


def test_rows_are_sorted_by_any_column_and_the_sum_stays_last(page):
    choose(page, "by", Grouping.PROJECT)
    table = page.expenses.view.table
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert [row[2] for row in shown(table)] == ["3.00", "120.50", "123.50"]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in shown(table)] == ["宜昌不动产测绘（HT-2026-031）", "Without a project", "Total"]


def test_a_figure_opens_the_lines_it_adds_up_and_a_line_its_paper(page, qtbot):
    choose(page, "by", Grouping.PROJECT)
    table = page.expenses.view.table
    table.setCurrentIndex(table.figures.index(0, 2))
    QTest.keyClick(table, Qt.Key.Key_Return)
    dialog = opened(page)
    assert named(dialog, QLabel, "label.totals").text().startswith("2 records · ¥120.50")
    gone: list[tuple[str, int]] = []
    object.__setattr__(dialog.desk, "go", lambda name, record: gone.append((name, record)))
    dialog.view.table.select_row(0)
    dialog.open_paper()
    settle(page.desk.tasks)
    assert [name for name, _ in gone] == ["reimbursements"]


def test_the_year_before_has_a_list_of_its_own(page):
    table = page.expenses.view.table
    table.setCurrentIndex(table.figures.index(0, 3))
    page.acts["behind"].trigger()
    dialog = opened(page)
    assert "2025-01-01 to 2025-11-20" in dialog.windowTitle()
    assert dialog.view.count == 0


def test_a_bar_opens_the_lines_too(page):
    choose(page, "by", Grouping.PERSON)
    QTest.keyClick(page.expenses.view.chart, Qt.Key.Key_Return)
    assert opened(page).view.count == 3


def test_a_second_grouping_makes_a_matrix_whose_cells_open_lists(page):
    choose(page, "by", Grouping.PROJECT)
    choose(page, "across", Grouping.MONTH)
    table = page.expenses.view.table
    rows = shown(table)
    assert rows[0][:2] == ["宜昌不动产测绘（HT-2026-031）", "120.50"]
    assert rows[-1][-1] == "123.50"
    assert not page.expenses.view.chart.isVisible()
    table.setCurrentIndex(table.figures.index(1, len(rows[0]) - 1))
    page.acts["behind"].trigger()
    assert opened(page).view.count == 1


def test_what_is_copied_and_exported_are_real_figures(page, tmp_path):
    page.acts["copy"].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Category", "Lines", "Amount"]
    assert lines[-1] == "Total\t3\t123.50\t0.00\t123.50\t\t100.00"
    path = tmp_path / "figures.xlsx"
    export_figures_to(page.desk, page.expenses.view.figures, path, page)
    settle(page.desk.tasks)
    found = cells(BytesIO(path.read_bytes()))
    assert [found[f"C{row}"] for row in (1, 2, 3)] == ["Amount", "123.50", "123.50"]


def test_a_file_that_cannot_be_written_is_told(page, tmp_path, qtbot):
    export_figures_to(page.desk, page.expenses.view.figures, Path(tmp_path / "no" / "where.xlsx"), page)
    settle(page.desk.tasks)
    assert page.findChild(QLabel, "qt_msgbox_label") is not None


def test_chart_and_table_are_printed(page):
    page.acts["print_list"].trigger()
    settle(page.desk.tasks)
    preview = page.findChild(PrintPreview)
    document = pypdfium2.PdfDocument(preview.pdf)
    pages = [sheet.get_textpage().get_text_range() for sheet in document]
    assert len(pages) == 2
    assert "Expenses by category" in pages[0]
    assert "补助" in pages[0]
    assert "Page 2 of 2" in pages[1]
    assert "123.50" in pages[1]


def test_a_change_elsewhere_is_seen_when_the_page_is_looked_at_again(page, office, tasks):
    saved = office.save(office.draft("50"))
    page.hide()
    work = lambda session: expense_claims.submit(  # noqa: E731 - what a page hands to its worker
        session, office.clerk, saved.id, saved.version, command(), today=TODAY
    )
    tasks.run(page, work)
    settle(tasks)
    page.show()
    choose(page, "counted", Counted.CLAIMED)
    assert shown(page.expenses.view.table)[-1][2] == "180.50"


def test_every_act_is_in_the_palette(page):
    assert [command.name for command in page.commands()] == [
        f"statistics.{name}" for name in ("print_list", "export", "copy", "behind", "refresh")
    ]
