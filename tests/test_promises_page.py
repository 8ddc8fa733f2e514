"""Promises on the Statistics page: the months, the papers behind a count, where the time went; the limits in Settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from models.user import Role
from services.calendars import CHINA
from services.claim_rules import rules_on
from services.database import Database, at_moment
from tests.claims import TODAY, Office
from tests.conftest import actor_of_role
from tests.desks import make_desk, named
from tests.hands import settle
from tests.statistics_pages import open_page, opened, shown, small_office
from ui.claims.claim_pane import held_words
from ui.pages.statistics import StatisticsPage
from ui.settings_dialog import SettingsDialog
from ui.statistics.promise_section import PromiseSection
from ui.tasks import Tasks

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


@pytest.fixture
def promises(page: StatisticsPage, office: Office, tasks: Tasks) -> PromiseSection:
    """The section, with one paper that was paid late."""
    day = TODAY - timedelta(days=8)
    draft = office.draft("9", business_date=day)
    draft = replace(draft, lines=(replace(draft.lines[0], spent_on=day - timedelta(days=1)),))
    office.pay(office.approve(office.submit(office.save(draft, today=day), today=day)), paid_on=TODAY)
    page.tabs.setCurrentIndex(1)
    settle(tasks)
    return page.promises


def test_the_months_say_how_the_promise_was_kept(promises, page):
    rows = shown(promises.view.table)
    assert len(rows) == 13
    assert rows[-2] == ["2026-11", "4", "2", "1", "0", "1", "66.7 %", "0"]
    assert rows[-1] == ["Total", "4", "2", "1", "0", "1", "66.7 %", ""]
    assert "Promised: 2 working days" in page.line.text()


def test_a_count_opens_the_papers_it_counts(promises, page):
    table = promises.view.table
    table.setCurrentIndex(table.figures.index(11, 3))
    page.acts["behind"].trigger()
    dialog = opened(page)
    assert dialog.view.count == 1
    gone: list[str] = []
    object.__setattr__(dialog.desk, "go", lambda name, _record: gone.append(name))
    dialog.view.table.select_row(0)
    dialog.open_paper()
    assert gone == ["reimbursements"]


def test_the_month_chosen_is_taken_apart(promises, page):
    assert promises.heading.text() == "Where the time of 2026-11 went"
    labels = [row[:2] for row in shown(promises.levels.table)]
    assert ["部门审批", "张国强"] in labels
    assert any(label == "Payment" for label, _ in labels)
    promises.view.table.setCurrentIndex(promises.view.table.figures.index(0, 0))
    settle(page.desk.tasks)
    assert promises.heading.text() == "Where the time of 2025-12 went"
    assert shown(promises.levels.table) == []


def test_more_months_are_a_choice(promises, page):
    promises.months.setCurrentIndex(2)
    settle(page.desk.tasks)
    assert len(shown(promises.view.table)) == 37


# who has a paper, since when


@pytest.mark.parametrize(
    ("day", "said"),
    [(20, "since today"), (19, "1 working day"), (16, "4 working days"), (14, "5 working days")],
)
def test_the_pane_says_who_has_the_paper_since_when(office, day, said):
    with at_moment(datetime(2026, 11, day, 9, 12, tzinfo=CHINA)):
        saved = office.submit(office.save(office.draft("5")))
    words = held_words(office.detail(saved), TODAY)
    moment = datetime(2026, 11, day, 9, 12, tzinfo=CHINA).astimezone()
    assert words == f"Now with 张国强 since {moment:%m-%d %H:%M}, {said}"


# the limits in Settings


@pytest.mark.parametrize(("role", "may"), [(Role.ADMINISTRATOR, True), (Role.CLERK, False)])
def test_the_promise_is_a_setting_of_the_company(qtbot, office, tasks, role, may):
    desk = make_desk(office.database, tasks, actor_of_role(role), TODAY)
    window = QLabel()
    qtbot.addWidget(window)
    dialog = SettingsDialog(desk, 15, window)
    settle(tasks)
    promise, age = (named(dialog, QSpinBox, f"field.{name}") for name in ("promise", "invoice_age"))
    assert (promise.value(), age.value(), promise.isEnabled()) == (2, 180, may)
    promise.setValue(3)
    age.setValue(90)
    with qtbot.waitSignal(dialog.finished):
        dialog.save()
    with office.database.read() as session:
        rules = rules_on(session, date(2026, 11, 20))
    assert (rules.promise_working_days, rules.invoice_age_days) == ((3, 90) if may else (2, 180))
