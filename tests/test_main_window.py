"""The window of a signed-in user: their tabs, their menu, their language, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMenu, QScrollArea, QToolButton

from models.user import Role
from services import backups
from services.database import Database
from services.permissions import permissions_of
from tests.windows import give_password, program, sign_in
from ui import desk_commands, registry
from ui.settings_dialog import PasswordDialog, SettingsDialog
from ui.shortcuts import ShortcutSheet
from ui.widgets.rail import Rail, TabButton


@pytest.fixture
def house(database: Database, qtbot):
    for login in ("clerk", "administrator"):
        give_password(database, login)
    database.close()
    with program(qtbot, database.folder) as made:
        yield made


def _tabs(house) -> list[str]:
    return [tab.objectName().removeprefix("tab.") for tab in house.window.findChildren(TabButton)]


def test_tabs_that_may_not_be_opened_are_absent(house, qtbot):
    sign_in(qtbot, house, "clerk")
    tabs = set(_tabs(house))
    assert {"reimbursements", "statistics", "employees", "departments", "projects"} <= tabs
    assert not {"approvals", "bank_accounts", "company", "expense_categories", "users", "history"} & tabs
    assert not house.signed_in.workspace.open("users")


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_tab_to_begin_with(role):
    assert registry.pages_for(permissions_of([role]))


def test_the_rail_names_every_role_of_the_user_the_highest_first(qtbot):
    rail = Rail((), "张国强", ["Administrator", "Manager"], None)
    qtbot.addWidget(rail)
    rail.set_folded(folded=False)
    assert rail.user.text().strip().startswith("张国强 · Adm")
    assert rail.user.toolTip() == "张国强 · Administrator · Manager"


def test_every_tab_of_the_registry_opens(house, qtbot):
    sign_in(qtbot, house, "administrator")
    for page in house.signed_in.workspace.pages:
        assert house.signed_in.workspace.open(page.name)
        assert house.tasks.wait_idle(20_000)
        assert house.signed_in.workspace.current == page.name
    assert not house.signed_in.workspace.notice.text()


def test_the_tab_that_was_open_is_open_again_at_the_next_sign_in(house, qtbot):
    sign_in(qtbot, house, "clerk")
    house.signed_in.go("projects")
    house.sign_out()
    assert house.tasks.wait_idle()
    sign_in(qtbot, house, "clerk")
    assert house.signed_in.workspace.current == "projects"


def test_folding_the_rail_is_remembered(house, qtbot):
    sign_in(qtbot, house, "clerk")
    rail = house.signed_in.workspace.rail
    rail.toggle_folded()
    assert rail.width() <= 60 or rail.maximumWidth() == 60
    assert house.signed_in.desk.prefs.get("rail.folded", default=False)


def test_another_language_is_spoken_at_once_and_the_user_stays(house, qtbot):
    sign_in(qtbot, house, "clerk")
    house.signed_in.choose_language("zh_CN")
    assert house.tasks.wait_idle(20_000)
    assert house.signed_in.workspace.rail.findChild(TabButton).accessibleName() == "到期提醒"
    assert house.signed_in.desk.actor.login == "clerk"
    house.signed_in.choose_language("en")
    assert house.tasks.wait_idle(20_000)


def test_the_menu_names_what_the_user_can_do_about_themselves(house, qtbot):
    sign_in(qtbot, house, "clerk")
    menu = desk_commands.menu(house.signed_in)
    names = {action.objectName() for action in menu.actions()}
    assert {"action.lock", "action.change_password", "action.settings", "action.sign_out"} <= names
    assert len(menu.findChildren(QMenu)) == 2


def test_back_up_now_makes_a_backup_and_says_when(house, qtbot):
    sign_in(qtbot, house, "administrator")
    house.signed_in.back_up()
    assert house.tasks.wait_idle(30_000)
    assert backups.last(house.tasks.database.folder / "backups") is not None
    assert "Backed up today" in house.window.findChild(QLabel, "status.backup").text()


def test_closing_backs_up_what_has_changed(house, qtbot):
    sign_in(qtbot, house, "administrator")
    house.signed_in._note_change()
    folder = house.tasks.database.folder / "backups"
    house.window.close()
    qtbot.waitUntil(lambda: not house.window.isVisible(), timeout=30_000)
    assert backups.last(folder) is not None


def test_a_new_password_has_to_be_typed_twice_the_same(house, qtbot):
    sign_in(qtbot, house, "clerk")
    dialog = PasswordDialog(house.signed_in.desk, house.window)
    for name, text in (("_old", "correct horse"), ("_new", "battery staple"), ("_again", "battery stable")):
        getattr(dialog, name).setText(text)
    dialog.save()
    assert "differ" in dialog.findChild(QLabel, "error").text()
    dialog._again.setText("battery staple")
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.save()


def test_a_clerk_may_not_change_when_the_company_s_windows_lock(house, qtbot):
    sign_in(qtbot, house, "clerk")
    assert not SettingsDialog(house.signed_in.desk, 15, house.window)._minutes.isEnabled()


def test_an_administrator_changes_the_minutes_for_all(house, qtbot):
    sign_in(qtbot, house, "administrator")
    house.signed_in.open_settings()
    dialog = house.window.findChild(SettingsDialog)
    dialog._minutes.setValue(30)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.save()
    assert house.signed_in._idle.minutes == 30


def test_a_group_closed_on_the_rail_opens_with_its_tab_and_is_remembered(house, qtbot):
    sign_in(qtbot, house, "administrator")
    workspace, prefs = house.signed_in.workspace, house.signed_in.desk.prefs
    tab = workspace.rail.findChild(TabButton, "tab.history")
    assert tab.isHidden()
    workspace.open("history")
    assert not tab.isHidden()
    assert prefs.get("rail.closed", default=["Company"]) == []


def test_the_rail_scrolls_to_the_open_tab(house, qtbot):
    sign_in(qtbot, house, "administrator")
    house.window.resize(1366, 768)
    workspace = house.signed_in.workspace
    tab = workspace.rail.findChild(TabButton, "tab.history")
    workspace.open("history")
    qtbot.waitUntil(lambda: tab.visibleRegion().boundingRect().height() == tab.height(), timeout=20_000)
    assert tab.isChecked()


def test_the_heading_of_a_group_hides_and_shows_its_tabs(house, qtbot):
    sign_in(qtbot, house, "clerk")
    heading = house.window.findChild(QToolButton, "group.people")
    tab = house.window.findChild(TabButton, "tab.employees")
    heading.click()
    assert tab.isHidden()
    house.signed_in.workspace.rail.toggle_folded()
    assert not tab.isHidden()  # as an icon there is no heading to click


def test_the_sheet_of_keys_fits_a_low_screen_and_scrolls(house, qtbot):
    sign_in(qtbot, house, "clerk")
    sheet = ShortcutSheet(house.window)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    assert sheet.height() <= 768 - 60
    close = sheet.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    assert close.visibleRegion().boundingRect().height() == close.height()
    scroll = sheet.findChild(QScrollArea)
    assert scroll.widget().width() <= scroll.viewport().width()
    assert "Ctrl+J" in [one.text() for one in sheet.findChildren(QLabel)]
