"""The Reimbursements page for tests: opened on a real office, its rows, what can be done, files dropped on it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState
from tests.claims import COMPANY, TAX_ID, TODAY, Office
from tests.desks import make_desk
from tests.hands import settle
from tests.invoice_facts import DIGITAL
from ui.pages.reimbursements import ReimbursementsPage
from ui.tasks import Tasks

OURS = replace(DIGITAL, buyer=COMPANY, buyer_id=TAX_ID, day=TODAY.replace(day=10))


def opened(qtbot: QtBot, office: Office, tasks: Tasks, actor=None) -> ReimbursementsPage:
    page = ReimbursementsPage(make_desk(office.database, tasks, actor or office.clerk, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    page.activateWindow()
    page.view.chips.select("all")
    page.view.ask()
    settle(tasks)
    return page


def column(page: ReimbursementsPage, name: str) -> list[str]:
    rows = page.view.table.rows
    at = [spec.name for spec in rows.columns].index(name)
    return [rows.index(row, at).data() for row in range(rows.rowCount())]


def select(page: ReimbursementsPage, number: str) -> None:
    page.view.table.select_row(column(page, "number").index(number))
    settle(page.desk.tasks)


def possible(page: ReimbursementsPage) -> set[str]:
    standard = {
        "import",
        "new",
        "new_advance",
        "new_travel",
        "new_payment",
        "print_list",
        "export",
        "copy",
        "export_selected",
        "print_selected",
        "filter",
        "columns",
        "compact",
        "copy_paper",
        "source",
        "put_in_packet",
        "recurring",
    }
    return (
        {spec.name for spec in page.acts.possible()} - standard - {"pane", "refresh", "find", "print", "open"}
    )


def act(page: ReimbursementsPage, name: str) -> None:
    page.acts.get(name).trigger()
    settle(page.desk.tasks)


def state(office: Office, saved) -> ClaimState:
    return office.detail(saved).state


def drop(page: QWidget, *paths) -> None:
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(300, 300), copy, what, left, none))
    settle(page.desk.tasks)


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))
