"""The Statistics page for tests: a small office with known sums, and the shortest ways about the page."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from services.database import Database
from tests.claims import TODAY, Office, make_office
from tests.desks import make_desk
from tests.hands import settle
from ui.pages.statistics import StatisticsPage
from ui.statistics.figure_table import FigureTable
from ui.statistics.list_dialog import ListDialog
from ui.tasks import Tasks


def small_office(database: Database) -> Office:
    """120.50 of a project and 3.00 of none are paid, 7.00 is to be paid."""
    made = make_office(database)
    made.paid(made.draft("100", "20.50", project_id=made.project))
    made.paid(made.draft("3"))
    made.approved(made.draft("7"))
    return made


def open_page(qtbot: QtBot, office: Office, tasks: Tasks) -> StatisticsPage:
    made = StatisticsPage(make_desk(office.database, tasks, office.clerk, TODAY))
    qtbot.addWidget(made)
    made.resize(1120, 700)
    made.show()
    settle(tasks)
    return made


def choose(page: StatisticsPage, box: str, value: object) -> None:
    """Choose in one of the boxes above the expenses."""
    field = getattr(page.expenses, box)
    field.setCurrentIndex(field.findData(value))
    settle(page.desk.tasks)


def shown(table: FigureTable) -> list[list[str]]:
    """What the table says, row by row."""
    model = table.figures
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def opened(page: StatisticsPage) -> ListDialog:
    """The list that was opened last."""
    settle(page.desk.tasks)
    found = page.findChildren(ListDialog)
    assert found
    return found[-1]
