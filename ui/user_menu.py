"""The menu under the user's name: lock, password, settings, language, theme, signing out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui import words
from ui.commands import Command
from ui.theme import ThemeName


def theme_names() -> list[tuple[str, str]]:
    """The themes and their words."""
    translate = QCoreApplication.translate
    return [
        (ThemeName.SYSTEM, translate("UserMenu", "As the system")),
        (ThemeName.LIGHT, translate("UserMenu", "Light")),
        (ThemeName.DARK, translate("UserMenu", "Dark")),
    ]


def language_names() -> list[tuple[str, str]]:
    """The languages, each in its own words."""
    system = QCoreApplication.translate("UserMenu", "As the system")
    return [(words.SYSTEM, system), *((name, words.own_name(name)) for name in words.LANGUAGES)]


def build(
    parent: QWidget,
    entries: Sequence[Command | None],
    themes: tuple[str, Callable[[str], object]],
    languages: tuple[str, Callable[[str], object]],
) -> QMenu:
    """The menu: `entries` in order (None is a line), then what is chosen now of themes and languages."""
    menu = QMenu(parent)
    menu.setObjectName("menu.user")
    translate = QCoreApplication.translate
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        action = menu.addAction(f"{entry.words}\t{entry.shortcut}" if entry.shortcut else entry.words)
        action.setObjectName(f"action.{entry.name}")
        action.triggered.connect(lambda _checked=False, run=entry.run: run())
    menu.addSeparator()
    _add_choice(menu.addMenu(translate("UserMenu", "Theme")), "theme", theme_names(), themes)
    _add_choice(menu.addMenu(translate("UserMenu", "Language")), "language", language_names(), languages)
    return menu


def _add_choice(
    below: QMenu, name: str, choices: list[tuple[str, str]], chosen: tuple[str, Callable[[str], object]]
) -> None:
    now, choose = chosen
    below.setObjectName(f"menu.{name}")
    group = QActionGroup(below)
    for value, text in choices:
        action = QAction(text, below, checkable=True, checked=value == now)
        action.setObjectName(f"action.{name}.{value}")
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(action)
        below.addAction(action)
