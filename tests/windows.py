"""The whole program in a test: the real window on a real database, driven like a user drives it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from models.user import User
from services import passwords
from services.database import Database
from ui.app import OpsDesk, Options

PASSWORD = "correct horse"


def give_password(database: Database, login: str) -> None:
    """Let the stored user of that login sign in with PASSWORD."""
    with database.write() as session:
        session.execute(
            update(User).where(User.login == login).values(password_hash=passwords.hashed(PASSWORD))
        )


@contextmanager
def program(
    qtbot: QtBot, place: Path, lang: str = "en", data: str = "", **options: object
) -> Iterator[OpsDesk]:
    """The program, begun with `--data` (default: `place`); shut at the end whatever happened."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    house = OpsDesk(app, Options(data or str(place), place, lang=lang, theme="light", **options))
    house.begin()
    qtbot.waitExposed(house.window)
    try:
        yield house
        assert house.tasks.wait_idle(20_000)
    finally:
        if house.signed_in is not None:
            house.signed_in.end()
        house.words.choose("en")  # what comes after speaks English again
        house.window.leave()
        house.shut()
        house.window.deleteLater()
        house.deleteLater()
        app.setStyleSheet("")


def field(parent: QWidget, name: str) -> QLineEdit:
    found = parent.findChild(QLineEdit, f"field.{name}")
    assert isinstance(found, QLineEdit), name
    return found


def press(parent: QWidget, name: str) -> None:
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    found.click()


def sign_in(qtbot: QtBot, house: OpsDesk, login: str, password: str = PASSWORD) -> None:
    """Type name and password, and wait for the tabs."""
    field(house.window, "login").setText(login)
    field(house.window, "password").setText(password)
    press(house.window, "action.sign_in")
    qtbot.waitUntil(lambda: house.signed_in is not None, timeout=20_000)
    assert house.tasks.wait_idle(20_000)
