"""The views of a page put in order: moved, renamed, deleted, one of them opens the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.claim_pages import opened
from tests.claims import Office, make_office
from tests.desks import named
from tests.hands import settle
from ui.pages.reimbursements import ReimbursementsPage
from ui.tasks import Tasks
from ui.widgets.view_dialogs import Wished

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def office(database) -> Office:
    return make_office(database)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> Iterator[ReimbursementsPage]:
    tasks = Tasks(office.database)
    yield opened(qtbot, office, tasks)
    assert tasks.wait_idle(20_000)
    tasks.close()


@pytest.fixture
def managed(page):
    """The dialog over three views; the middle one is shown."""
    for name in ("a", "b", "c"):
        page.views.save(Wished(name))
    page.views.show_named("b")
    settle(page.desk.tasks)
    dialog = page.views.open_manage()
    dialog.list.setCurrentRow(1)
    return dialog


def names(page: ReimbursementsPage) -> list[str]:
    return [view.name for view in page.views.all()]


def test_views_are_ordered_renamed_and_one_opens_the_page(page, managed):
    managed.shift(-1)
    managed.list.item(0).setText("  bee ")
    named(managed, QPushButton, "action.first").click()
    named(managed, QPushButton, "action.ok").click()
    assert names(page) == ["bee", "a", "c"]
    assert page.desk.prefs.get("views.reimbursements", {})["first"] == "bee"
    assert (page.views.active(), page.views.button.text()) == ("bee", "bee")


def test_deleting_the_view_that_is_shown_shows_the_list_without_one(page, managed):
    named(managed, QPushButton, "action.first").click()
    named(managed, QPushButton, "action.delete").click()
    named(managed, QPushButton, "action.ok").click()
    settle(page.desk.tasks)
    assert (names(page), page.views.active()) == (["a", "c"], "")
    assert page.desk.prefs.get("views.reimbursements", {})["first"] == ""


def test_cancel_keeps_everything(page, managed):
    managed.delete()
    named(managed, QPushButton, "action.cancel").click()
    assert names(page) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [(" ", "Please give the view a name."), ("a", "Two views have this name. Rename one of them.")],
)
def test_a_name_that_is_none_or_taken_keeps_the_dialog_open(page, managed, typed, said):
    managed.list.item(1).setText(typed)
    named(managed, QPushButton, "action.ok").click()
    assert (managed.isVisible(), managed._said.text()) == (True, said)
    assert names(page) == ["a", "b", "c"]
