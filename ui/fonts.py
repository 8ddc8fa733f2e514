"""A Chinese font for the window: the system's where it has one, else the bundled one, read when it is needed."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ui.theme import RESOURCES

TEXT_PIXELS = 13
BUNDLED = "Noto Sans SC"
# In the order of what looks best where more than one is installed.
CHINESE = (
    "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "HarmonyOS Sans SC", "Noto Sans CJK SC", BUNDLED,
    "Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Hiragino Sans GB", "SimHei",
)  # fmt: skip


@cache
def _load(weight: str) -> bool:
    """Read one bundled weight into this process (tens of milliseconds); False when it cannot be read."""
    return QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"NotoSansSC-{weight}.ttf")) >= 0


def system_family() -> str | None:
    """The installed Chinese family that is used, or None."""
    installed = set(QFontDatabase.families())
    return next((family for family in CHINESE if family in installed), None)


def install(app: QApplication, *, chinese_now: bool = True) -> None:
    """Give the application its font, 13 px. Without `chinese_now` the bundled file is left for `complete`."""
    family = system_family()
    if family is None and chinese_now and _load("Regular"):
        family = BUNDLED
    app.setFont(_font(app, family))


def complete(app: QApplication) -> None:
    """Call once the first window is shown: when it is painted, what is missing of the bundled font is read."""
    QTimer.singleShot(60, app, lambda: load_all(app))


def load_all(app: QApplication) -> None:
    """Read what is missing of the bundled font at once: before a picture is taken or a bold word is measured."""
    if system_family() not in (None, BUNDLED):
        return
    if _load("Regular") and _load("Bold"):
        app.setFont(_font(app, BUNDLED))
        for widget in app.allWidgets():  # the font's name may be the same, its widths are not
            app.sendEvent(widget, QEvent(QEvent.Type.FontChange))


def _font(app: QApplication, family: str | None) -> QFont:
    font = QFont(app.font())
    if family is not None:
        font.setFamilies([family, *(other for other in font.families() if other != family)])
    font.setPixelSize(TEXT_PIXELS)
    font.setFeature(QFont.Tag("tnum"), 1)  # figures of one width: columns of money line up
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def sized(pixels: int, *, bold: bool = False) -> QFont:
    """The application's font in another size: title 20, figure 26."""
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
