"""The colours of the window, light and dark, and the one style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class ThemeName(StrEnum):
    """What Settings offers."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Tone:
    """A state's colours: its word, and the pill behind it."""

    text: QColor
    fill: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour OpsDesk paints with. Text reaches 4.5 : 1 on its ground in both themes."""

    dark: bool
    ink: QColor
    muted: QColor  # on surface and canvas; on a selection write in ink
    line: QColor
    field_line: QColor  # borders of what can be clicked or typed into
    canvas: QColor
    surface: QColor
    hover: QColor
    accent: QColor  # as text, line and ring
    accent_fill: QColor  # behind on_accent: the primary button
    accent_hover: QColor
    on_accent: QColor
    accent_soft: QColor
    selection: QColor
    grey: Tone
    amber: Tone
    blue: Tone
    green: Tone
    red: Tone

    def tone(self, name: str | None) -> Tone:
        """The state colour called `name`; grey for a name that is none."""
        found = getattr(self, name, None) if name in TONES else None
        return found if isinstance(found, Tone) else self.grey

    def text(self, tone: str | None) -> QColor:
        """The colour of a word with this tone name; ink when it has none."""
        if tone == "muted":
            return self.muted
        if tone == "warn-text":
            return self.amber.text
        return self.tone(tone).text if tone in TONES else self.ink


TONES = ("grey", "amber", "blue", "green", "red")

_LIGHT = {
    "ink": "#1f2937", "muted": "#6b7280", "line": "#e5e7eb", "field_line": "#d5d9e0", "canvas": "#f6f7f9",
    "surface": "#ffffff", "hover": "#f5f7fa", "accent": "#1d5fd1", "accent_fill": "#1d5fd1",
    "accent_hover": "#184fb0", "on_accent": "#ffffff", "accent_soft": "#e8effc", "selection": "#e8effc",
    "grey": "#4b5563 #eff1f4", "amber": "#8a4b00 #fff2d4", "blue": "#1d4fbf #e4edff",
    "green": "#116b3a #e1f5e8", "red": "#a81919 #fde8e8",
}  # fmt: skip
_DARK = {
    "ink": "#e5e9f0", "muted": "#9aa4b2", "line": "#2c3644", "field_line": "#3d4858", "canvas": "#12171f",
    "surface": "#1b222d", "hover": "#222b38", "accent": "#7fb0ff", "accent_fill": "#2f6fe0",
    "accent_hover": "#2562cf", "on_accent": "#ffffff", "accent_soft": "#1f3152", "selection": "#22385c",
    "grey": "#b6bfcb #2b3543", "amber": "#f0b35a #3a2b12", "blue": "#8ab8ff #1b2f52",
    "green": "#6fd197 #143324", "red": "#ff9a9a #431d20",
}  # fmt: skip


@cache
def named(name: str) -> Theme:
    """The light or the dark theme."""
    values: dict[str, QColor | Tone] = {}
    for key, text in (_DARK if name == ThemeName.DARK else _LIGHT).items():
        colours = [QColor(part) for part in text.split()]
        values[key] = Tone(*colours) if key in TONES else colours[0]
    return Theme(dark=name == ThemeName.DARK, **values)  # type: ignore[arg-type]  # one table, two kinds of value


def current() -> Theme:
    """The theme on screen now, read from the palette so that nobody has to be told."""
    return named(
        ThemeName.DARK if QGuiApplication.palette().window().color().lightness() < 128 else ThemeName.LIGHT
    )


def palette(theme: Theme) -> QPalette:
    """The same colours as Qt's roles, for what the style sheet leaves to Fusion."""
    made = QPalette(theme.surface, theme.canvas)
    role = QPalette.ColorRole
    for which, colour in (
        (role.WindowText, theme.ink), (role.Text, theme.ink), (role.ButtonText, theme.ink),
        (role.Base, theme.surface), (role.AlternateBase, theme.canvas), (role.Window, theme.canvas),
        (role.Button, theme.surface), (role.Highlight, theme.accent_fill), (role.Accent, theme.accent_fill),
        (role.HighlightedText, theme.on_accent), (role.PlaceholderText, theme.muted), (role.Mid, theme.field_line),
        (role.Link, theme.accent), (role.LinkVisited, theme.accent), (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.ink), (role.Light, theme.surface), (role.Dark, theme.line),
        (role.BrightText, theme.red.text), (role.Midlight, theme.line), (role.Shadow, theme.line),
    ):  # fmt: skip
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, theme.muted)
    return made


def style_sheet(theme: Theme) -> str:
    """resources/style.qss with this theme's colours filled in."""
    words: dict[str, str] = {}
    for field in fields(theme):
        value = getattr(theme, field.name)
        if isinstance(value, QColor):
            words[field.name] = value.name()
        elif isinstance(value, Tone):
            words[field.name] = value.text.name()
            words[f"{field.name}_fill"] = value.fill.name()
    return Template((RESOURCES / "style.qss").read_text(encoding="utf-8")).substitute(words)


class ThemeSwitch(QObject):
    """Holds the user's choice and follows the system when that is the choice."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._app = app
        self._choice = ThemeName.SYSTEM
        QDir.setSearchPaths("icons", [str(RESOURCES / "icons")])
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def choice(self) -> ThemeName:
        return self._choice

    def choose(self, name: str) -> None:
        """Show this theme from now on; "system" follows the desktop, also while it changes."""
        self._choice = ThemeName(name)
        scheme = {ThemeName.LIGHT: Qt.ColorScheme.Light, ThemeName.DARK: Qt.ColorScheme.Dark}
        # title bars and the system's own dialogs go along
        self._app.styleHints().setColorScheme(scheme.get(self._choice, Qt.ColorScheme.Unknown))
        self._show(self._app.styleHints().colorScheme())

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        if self._choice is ThemeName.SYSTEM:
            self._show(scheme)

    def _show(self, system: Qt.ColorScheme) -> None:
        by_system = self._choice is ThemeName.SYSTEM and system is Qt.ColorScheme.Dark
        theme = named(ThemeName.DARK if by_system else self._choice)
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(style_sheet(theme))
        self.changed.emit()


def apply(app: QApplication, name: str) -> ThemeSwitch:
    """Dress the application in "light", "dark" or "system"; the same switch again for the same application."""
    switch = app.findChild(ThemeSwitch, "theme") or ThemeSwitch(app)
    switch.choose(name)
    return switch
