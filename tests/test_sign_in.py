"""The sign-in: ready at once, forgiving to type into, locked and unlocked without losing anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from services.database import Database
from tests.windows import PASSWORD, field, give_password, press, program, sign_in
from ui.session_lock import IdleWatch, Lock
from ui.sign_in import SignIn


@pytest.fixture
def place(database: Database):
    give_password(database, "clerk")
    database.close()
    return database.folder


def test_name_and_password_are_asked_for_in_turn(qtbot):
    page = SignIn()
    qtbot.addWidget(page)
    page.show()
    asked = []
    page.asked.connect(lambda *both: asked.append(both))
    field(page, "login").setText(" clerk ")
    qtbot.keyClick(field(page, "login"), Qt.Key.Key_Return)
    qtbot.keyClicks(field(page, "password"), "secret")
    qtbot.keyClick(field(page, "password"), Qt.Key.Key_Return)
    assert asked == [("clerk", "secret")]


def test_nothing_is_asked_with_an_empty_password(qtbot):
    page = SignIn("clerk")
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(page.asked):
        press(page, "action.sign_in")


def test_the_right_password_opens_the_tabs_and_the_name_is_remembered(qtbot, place):
    with program(qtbot, place) as house:
        sign_in(qtbot, house, "clerk")
        assert house.signed_in.desk.actor.name == "陈小雨"
        assert house.device.get("login") == "clerk"


def test_a_password_typed_before_the_database_is_open_is_not_lost(qtbot, place):
    with program(qtbot, place) as house:
        assert house._database is None
        sign_in(qtbot, house, "clerk")


def test_a_wrong_password_says_so_and_lets_one_try_again(qtbot, place):
    with program(qtbot, place) as house:
        field(house.window, "login").setText("clerk")
        field(house.window, "password").setText("wrong")
        press(house.window, "action.sign_in")
        error = house.window.findChild(QLabel, "error")
        qtbot.waitUntil(lambda: error.text() != "", timeout=20_000)
        assert error.text() == "The name or the password is wrong. Try again."
        sign_in(qtbot, house, "clerk")


def test_a_database_that_is_open_elsewhere_names_who_holds_it(qtbot, place):
    other = Database.open(place)
    try:
        with program(qtbot, place) as house:
            error = house.window.findChild(QLabel, "error")
            qtbot.waitUntil(lambda: "open in another OpsDesk" in error.text(), timeout=20_000)
    finally:
        other.close()


@pytest.mark.parametrize("named", ["mysql://me:secret@server/office", "letter.pdf"])
def test_a_place_that_cannot_hold_data_is_refused_with_those_that_can(qtbot, tmp_path, monkeypatch, named):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.pdf").write_text("Dear Sir")
    with program(qtbot, tmp_path, data=named) as house:
        error = house.window.findChild(QLabel, "error")
        qtbot.waitUntil(lambda: "postgresql://" in error.text(), timeout=20_000)


def test_the_lock_covers_the_window_until_the_same_password_is_given(qtbot, place):
    with program(qtbot, place) as house:
        sign_in(qtbot, house, "clerk")
        house.signed_in.lock()
        lock = house.window.findChild(Lock)
        qtbot.keyClick(lock, Qt.Key.Key_Escape)
        assert lock.isVisible()
        lock.findChild(QLineEdit, "field.password").setText(PASSWORD)
        press(lock, "action.sign_in")
        qtbot.waitUntil(lambda: house.window.findChild(Lock) is None, timeout=20_000)
        assert house.window.findChild(object, "cover") is None


def test_somebody_else_can_sign_in_at_a_locked_window(qtbot, place):
    with program(qtbot, place) as house:
        sign_in(qtbot, house, "clerk")
        house.signed_in.lock()
        press(house.window.findChild(Lock), "action.leave")
        assert house.signed_in is None
        assert isinstance(house.window.centralWidget(), SignIn)


def test_idle_minutes_lock_and_a_key_puts_it_off(qtbot, monkeypatch):
    now = [0]
    monkeypatch.setattr("ui.session_lock.time.monotonic", lambda: now[0])
    page = QLineEdit()
    qtbot.addWidget(page)
    watch = IdleWatch(15, page)
    idled = []
    watch.idled.connect(lambda: idled.append(now[0]))
    for now[0] in (600, 899, 901):
        watch._look()
    assert idled == [901]
