"""The page of base adjustments: begun, looked at, typed into, submitted by one and approved by another, printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from models.insurance_terms import Fund
from services import base_season_register
from services.database import Database
from tests.claim_pages import act, column, texts
from tests.desks import make_desk, named
from tests.hands import settle
from tests.payment_pages import dialog_of, press
from tests.remittances import AUGUST, CITY, JULY, TODAY, close_wages, frozen, hire, paid_wages, policies
from ui.pages.base_seasons import BaseSeasonsPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def house(database: Database, clerk) -> Database:
    policies(database)
    person = hire(database, "甲", "8000")
    paid_wages(database, person, 2025, "9000")
    close_wages(database)
    frozen(database, clerk, JULY, AUGUST)
    return database


@pytest.fixture
def tasks(house: Database, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(house)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def opened(qtbot: QtBot, house: Database, tasks: Tasks, actor, today=TODAY) -> BaseSeasonsPage:
    page = BaseSeasonsPage(make_desk(house, tasks, actor, today))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    settle(tasks)
    return page


def possible(page: BaseSeasonsPage) -> set[str]:
    acts = {"submit", "collect", "approve", "return", "withdraw", "remove"}
    return {spec.name for spec in page.acts.possible()} & acts


def begin(page: BaseSeasonsPage, tasks: Tasks) -> None:
    act(page, "new")
    press(dialog_of(page, "act"), "save", tasks)


def agree(page: BaseSeasonsPage, tasks: Tasks) -> None:
    box = [one for one in page.findChildren(QMessageBox) if one.isVisible()][-1]
    named(box, QPushButton, "action.confirm").click()
    settle(tasks)


def preview(page) -> PrintPreview:
    return [one for one in page.findChildren(PrintPreview) if one.isVisible()][-1]


def test_in_july_the_page_asks_for_the_seasons_and_begins_one_as_usual(qtbot, house, tasks, clerk) -> None:
    page = opened(qtbot, house, tasks, clerk, JULY.replace(day=8))
    assert (
        page.line.text()
        == f"May to September is the time to adjust: Social insurance {CITY}, Housing fund {CITY}"
    )
    begin(page, tasks)
    assert column(page, "from_month") == ["2026-07"]
    assert column(page, "average_of") == ["2025"]
    told = texts(page.pane)
    assert "8,000.00 → 9,000.00" in told
    assert "2026-07 – 2026-08" in told
    assert "516.00" in told  # 258 a month
    assert possible(page) == {"submit", "collect", "remove"}


def test_a_declared_base_is_typed_with_a_note(qtbot, house, tasks, clerk) -> None:
    page = opened(qtbot, house, tasks, clerk)
    begin(page, tasks)
    lines = page.open_lines(page.detail)
    lines.table.select([lines.detail.lines[0].id])
    lines.edit_button.click()
    settle(tasks)
    dialog = dialog_of(lines, "act")
    assert "Average wage 9,000.00 in 12 months; base until now 8,000.00." in texts(dialog)
    dialog.body.boxes["declared"].editor.set_value(Decimal(3000))
    dialog.body.boxes["note"].editor.set_value("本人申报")
    press(dialog, "save", tasks)
    assert lines.table.model.rows[0].cells[5:7] == ("3,000.00", "4,498.00")
    assert lines.table.model.rows[0].cells[-1] == "本人申报"
    lines.print()
    settle(tasks)
    assert preview(lines).pdf.startswith(b"%PDF")
    preview(lines).reject()
    lines.reject()
    with house.read() as session:
        assert base_season_register.detail(session, clerk, page.detail.id).lines[0].bound == "floor"


def test_it_is_submitted_by_one_and_approved_by_another(qtbot, house, tasks, clerk, manager) -> None:
    page = opened(qtbot, house, tasks, clerk)
    begin(page, tasks)
    act(page, "submit")
    assert possible(page) == {"withdraw"}
    assert page.line.text() == "1 waiting for approval"
    boss = opened(qtbot, house, tasks, manager)
    assert possible(boss) == {"approve", "return"}
    act(boss, "approve")
    box = [one for one in boss.findChildren(QMessageBox) if one.isVisible()][-1]
    assert "employer ¥516.00, employees ¥206.00" in box.informativeText()
    agree(boss, tasks)
    assert column(boss, "state") == ["Approved"]
    assert possible(boss) == set()
    assert boss.line.text() == "Every adjustment is in force"


def test_it_is_returned_with_a_reason_collected_and_removed(qtbot, house, tasks, clerk, manager) -> None:
    page = opened(qtbot, house, tasks, clerk)
    begin(page, tasks)
    act(page, "submit")
    boss = opened(qtbot, house, tasks, manager)
    act(boss, "return")
    dialog = dialog_of(boss, "act")
    dialog.body.boxes["reason"].editor.set_value("漏了奖金")
    press(dialog, "save", tasks)
    page.refresh()
    settle(tasks)
    assert "漏了奖金" in texts(page.pane)
    assert possible(page) == {"submit", "collect", "remove"}
    act(page, "collect")
    act(page, "remove")
    agree(page, tasks)
    assert page.view.count == 0


def test_what_was_submitted_is_taken_back(qtbot, house, tasks, clerk) -> None:
    page = opened(qtbot, house, tasks, clerk)
    begin(page, tasks)
    act(page, "submit")
    act(page, "withdraw")
    dialog = dialog_of(page, "act")
    dialog.body.boxes["reason"].editor.set_value("再核对")
    press(dialog, "save", tasks)
    assert possible(page) == {"submit", "collect", "remove"}
    lines = page.open_form(page.detail.id)
    settle(tasks)
    assert lines is None
    assert dialog_of(page, "season_lines").editable
    dialog_of(page, "season_lines").reject()


@pytest.mark.parametrize("paper", ["print_season", "print_differences"])
def test_both_papers_are_previewed(qtbot, house, tasks, clerk, paper: str) -> None:
    page = opened(qtbot, house, tasks, clerk)
    begin(page, tasks)
    act(page, paper)
    assert preview(page).pdf.startswith(b"%PDF")
    preview(page).reject()


def test_the_same_season_is_refused_at_its_month(qtbot, house, tasks, clerk) -> None:
    page = opened(qtbot, house, tasks, clerk)
    begin(page, tasks)
    act(page, "new")
    dialog = dialog_of(page, "act")
    press(dialog, "save", tasks)
    assert f"The adjustment of {CITY} from 2026-07 is there already." in texts(dialog)
    dialog.body.boxes["fund"].editor.set_value(Fund.HOUSING)
    press(dialog, "save", tasks)
    assert page.view.count == 2


def test_whoever_may_not_see_pay_begins_nothing(qtbot, house, tasks, administrator) -> None:
    page = opened(qtbot, house, tasks, administrator)
    assert page.acts.get("new") is None
    assert page.acts.get("collect") is None
