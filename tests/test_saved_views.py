"""Saved views on a real page: saved, shown by key, changed, put in order, kept with the user, opened with the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.user import Role
from services import settings
from services.registers import Filter, Operator
from tests.claims import TODAY, Office, make_office
from tests.conftest import actor_of_role
from tests.desks import make_desk, named
from tests.hands import keys, settle
from ui.pages.employees import EmployeesPage
from ui.pages.reimbursements import ReimbursementsPage
from ui.state import Desk, Prefs
from ui.tasks import Tasks
from ui.widgets.view_dialogs import NamedView, Wished

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
MONTH = Filter("business_date", Operator.BETWEEN, (date(2026, 11, 1), date(2026, 11, 30)))


@pytest.fixture
def office(database) -> Office:
    made = make_office(database)
    for amount in ("30", "10", "20"):
        made.save(made.draft(amount))
    return made


@pytest.fixture
def tasks(office: Office, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(office.database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


@pytest.fixture
def desk(office: Office, tasks: Tasks) -> Desk:
    return make_desk(office.database, tasks, office.clerk, TODAY)


def opened(qtbot: QtBot, desk: Desk) -> ReimbursementsPage:
    page = ReimbursementsPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitSignal(page.view.loaded):
        page.show()
    settle(desk.tasks)
    return page


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ReimbursementsPage:
    return opened(qtbot, desk)


def narrow(page: ReimbursementsPage, *filters: Filter, text: str = "") -> None:
    """Another list than the page opens with."""
    page.view.show_filtered("all", filters)
    page.view.search.setText(text)
    page.view.table.sort_requested.emit("sanctioned", False)
    page.view.table.header.show_column(0, False)
    settle(page.desk.tasks)


def looks(page: ReimbursementsPage) -> tuple:
    view, settled = page.view, page.desk.tasks.wait_idle()
    query, hidden = view.query(), view.table.columns_state()["hidden"]
    assert settled
    return query.chip, query.text, query.filters, query.sort, query.descending, hidden


def menu_of(page: ReimbursementsPage) -> list[str]:
    page.views.menu.aboutToShow.emit()
    return [action.text() for action in page.views.menu.actions() if not action.isSeparator()]


def pick(page: ReimbursementsPage, words: str) -> None:
    page.views.menu.aboutToShow.emit()
    next(action for action in page.views.menu.actions() if action.text() == words).trigger()
    settle(page.desk.tasks)


def sums(page: ReimbursementsPage) -> list[str]:
    rows = page.view.table.rows
    at = [spec.name for spec in rows.columns].index("sanctioned")
    return [rows.index(row, at).data() for row in range(rows.rowCount())]


def test_a_view_is_saved_by_name_and_brings_everything_back(page):
    narrow(page, Filter("sanctioned", Operator.AT_LEAST, Decimal(20)), text="差旅")
    before = looks(page)
    dialog = page.views.open_save()
    named(dialog, QLineEdit, "field.view_name").setText("  large   ones ")
    named(dialog, QPushButton, "action.save").click()
    assert page.views.button.text() == "large ones"
    page.views.show_plain()
    settle(page.desk.tasks)
    assert looks(page) == ("this_month", "", (), "", False, before[-1])
    pick(page, "large ones")
    assert looks(page) == before
    assert sums(page) == ["20.00", "30.00"]


def test_without_a_name_nothing_is_saved(page):
    dialog = page.views.open_save()
    named(dialog, QPushButton, "action.save").click()
    assert dialog.isVisible()
    assert dialog._said.text() == "Please give the view a name."
    assert page.views.all() == []


def test_a_taken_name_replaces_its_view_and_says_so_before(page):
    page.views.save(Wished("mine"))
    narrow(page)
    dialog = page.views.open_save()
    dialog.name.setText("mine")
    assert dialog.save_button.text() == "Replace"
    assert dialog._said.text() == "There is a view of this name: it is replaced."
    dialog.save_button.click()
    assert [view.name for view in page.views.all()] == ["mine"]
    assert page.views.all()[0].plain["sort"] == "sanctioned"


def test_alt_and_a_number_show_a_view_and_alt_0_the_list_without_one(page):
    narrow(page)
    page.views.save(Wished("first"))
    page.views.show_plain()
    page.views.save(Wished("second"))
    page.view.table.setFocus()
    keys("Alt+1", within=page)
    settle(page.desk.tasks)
    assert (page.views.active(), looks(page)[0]) == ("first", "all")
    keys("Alt+2", within=page)
    settle(page.desk.tasks)
    assert (page.views.active(), looks(page)[0]) == ("second", "this_month")
    keys("Alt+0", within=page)
    settle(page.desk.tasks)
    assert page.views.active() == ""


def test_the_palette_offers_the_views(page):
    page.views.save(Wished("本月差旅"))
    page.views.show_plain()
    found = {command.words: command for command in page.commands()}
    assert found["View: 本月差旅"].shortcut == "Alt+1"
    found["View: 本月差旅"].run()
    assert page.views.active() == "本月差旅"


def test_a_changed_view_says_so_and_is_saved_again(qtbot, page):
    page.views.save(Wished("mine"))
    assert "Save the changes in “mine”" not in menu_of(page)
    with qtbot.waitSignal(page.view.loaded):
        page.view.search.setText("差旅")
    assert page.views.button.text() == "mine (changed)"
    pick(page, "Save the changes in “mine”")
    assert page.views.button.text() == "mine"
    assert page.views.all()[0].plain["text"] == "差旅"


def test_columns_of_a_view_are_not_the_user_s_own(page):
    page.views.save(Wished("narrow"))
    page.view.table.header.show_column(0, False)
    assert page.views.is_changed()
    assert page.desk.prefs.get("columns.expense_claim", {}) == {}
    page.views.show_plain()
    settle(page.desk.tasks)
    assert not page.view.table.header.isSectionHidden(0)
    page.view.table.header.show_column(1, False)
    assert "business_date" in page.desk.prefs.get("columns.expense_claim", {})["hidden"]


def test_a_page_opens_with_the_view_that_is_its_first(qtbot, page, desk):
    narrow(page)
    page.views.save(Wished("large", first=True))
    again = opened(qtbot, desk)
    assert (again.views.active(), again.views.button.text()) == ("large", "large")
    assert looks(again) == looks(page)
    assert sums(again) == ["10.00", "20.00", "30.00"]


def test_views_are_kept_for_this_user_only(page, desk, office, tasks):
    page.views.save(Wished("mine"))
    desk.prefs.flush()
    settle(tasks)
    with office.database.read() as session:
        values = settings.get(session, "prefs", {}, user_id=office.clerk.user_id)
        assert [view["name"] for view in values["views.reimbursements"]["views"]] == ["mine"]
        assert settings.get(session, "prefs", {}, user_id=office.boss.user_id) == {}


def test_views_of_one_page_are_not_those_of_another(qtbot, page, desk, database, tasks):
    page.views.save(Wished("mine"))
    admin = make_desk(database, tasks, actor_of_role(Role.ADMINISTRATOR), TODAY)
    other = EmployeesPage(admin)
    qtbot.addWidget(other)
    assert other.views.all() == []


def test_days_that_go_with_the_calendar_are_offered_and_kept(page):
    dialog = page.views.open_save()
    assert dialog.findChild(QCheckBox, "field.view_moving").isHidden()
    dialog.reject()
    page.view.show_filtered("all", [MONTH])
    dialog = page.views.open_save()
    assert dialog.moving.isChecked()
    assert not dialog.moving.isHidden()
    dialog.name.setText("month")
    dialog.save_button.click()
    assert page.views.all()[0].plain["filters"][0]["span"] == "this_month"
    page.views.save_changes()
    assert page.views.all()[0].plain["filters"][0]["span"] == "this_month"


def test_a_view_of_things_that_are_gone_shows_the_rest_and_says_so(page):
    kept = {"name": "old", "chip": "all", "sort": "gone", "filters": [{"column": "gone"}], "text": "差旅"}
    page.desk.prefs.put("views.reimbursements", {"views": [kept], "first": "old"})
    page.views.show_named("old")
    settle(page.desk.tasks)
    assert page.notice.text().startswith("“old” uses a list, a filter or a column that is no longer there.")
    assert looks(page)[:3] == ("all", "差旅", ())
    assert len(sums(page)) == 3
    page.views.show_named("nowhere")
    assert page.views.active() == "old"


@pytest.mark.parametrize(
    "kept", [{"views": 5}, {"views": [3, {}, {"name": ""}]}, {"first": "gone"}, {"first": 7}]
)
def test_rubbish_among_the_preferences_opens_a_page_as_it_comes(qtbot, desk, kept):
    desk.prefs.put("views.reimbursements", kept)
    page = opened(qtbot, desk)
    assert (page.views.all(), page.views.active(), looks(page)[0]) == ([], "", "this_month")


def test_more_than_nine_views_have_no_key_but_stand_in_the_menu(page):
    for number in range(1, 12):
        page.views.save(Wished(f"view {number}"))
    assert menu_of(page)[:11] == [f"view {number}" for number in range(1, 12)]
    assert page.views._slots[9].shortcut().isEmpty()


def test_an_ampersand_in_a_name_is_no_key(page):
    page.views.save(Wished("R&D"))
    assert page.views.button.text() == "R&&D"
    assert menu_of(page)[0] == "R&&D"
    assert [action.isChecked() for action in page.views._slots] == [True]


def test_filters_from_elsewhere_are_not_narrowed_by_the_view_s_search(page):
    page.view.search.setText("nothing like this")
    page.view.show_filtered("all", [MONTH])
    settle(page.desk.tasks)
    assert len(sums(page)) == 3


def test_the_user_s_preferences_hold_only_plain_data(page):
    narrow(page, MONTH, Filter("sanctioned", Operator.AT_LEAST, Decimal("0.01")))
    page.views.save(Wished("all", moving=True))
    Prefs(page.desk.tasks, page.desk.actor, {}).put("x", page.desk.prefs.get("views.reimbursements", {}))
    page.desk.prefs.flush()
    settle(page.desk.tasks)
    assert page.views.all() == [NamedView("all", page.views.all()[0].plain)]


def test_a_narrow_key_press_opens_the_save_dialog(qtbot, page):
    page.view.table.setFocus()
    keys("Ctrl+Shift+S", within=page)
    qtbot.keyClick(page.window(), Qt.Key.Key_Escape)
    dialogs = [one for one in page.children() if one.objectName() == "dialog.save_view"]
    assert len(dialogs) == 1
