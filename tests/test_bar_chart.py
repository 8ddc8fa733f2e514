"""Bars: where they stand, what they say, and how they are chosen by mouse and keys."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.bar_chart import BarChart
from ui.widgets.bar_layout import Bar, BarLayout

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


def bar(name: str, value: int, before: int | None = 0) -> Bar:
    earlier = None if before is None else Decimal(before)
    return Bar(name, Decimal(value), earlier, str(value), f"{name}: {value}")


BARS = (bar("住宿", 300, 150), bar("交通", 100, 400), bar("其他", 0, 0))


def chart(qtbot: QtBot, *, standing: bool = False, bars: tuple[Bar, ...] = BARS) -> BarChart:
    made = BarChart()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.set_bars(bars, ("2026", "2025"), standing=standing)
    made.show()
    return made


@pytest.mark.parametrize("standing", [True, False])
def test_bars_are_as_long_as_their_values(standing: bool) -> None:
    places = BarLayout(BARS, QSize(500, 300), standing)

    def length(place: int, *, before: bool = False) -> float:
        box = places.box(place, before=before)
        return box.height() if standing else box.width()

    assert length(0) == pytest.approx(3 * length(1), rel=0.01)
    assert length(1, before=True) == pytest.approx(4 * length(1), rel=0.01)
    assert length(2) == 1  # nothing is a line, not a gap


@pytest.mark.parametrize("standing", [True, False])
def test_every_bar_and_word_lies_in_its_band_and_bands_do_not_overlap(standing: bool) -> None:
    places = BarLayout(BARS, QSize(500, 300), standing)
    for place in range(3):
        band = places.band(place).adjusted(-0.5, -0.5, 0.5, 0.5)
        for box in (places.box(place), places.box(place, before=True), places.label(place)):
            assert band.contains(box)
        assert not places.box(place).intersects(places.box(place, before=True))
    assert not places.band(0).intersects(places.band(1))


def test_what_is_below_nothing_goes_to_the_other_side() -> None:
    places = BarLayout((bar("冲销", -100), bar("其他", 100)), QSize(500, 300), standing=False)
    assert places.box(0).right() == pytest.approx(places.box(1).left())


@pytest.mark.parametrize("bars", [(), (bar("无", 0, None),)])
def test_nothing_to_show_is_painted_too(qtbot: QtBot, bars: tuple[Bar, ...]) -> None:
    assert not chart(qtbot, bars=bars).grab().isNull()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_both_themes_paint_this_year_in_their_accent(qtbot: QtBot, name: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, name)
    made = chart(qtbot)
    middle = made.places().box(0).center().toPoint()
    assert made.grab().toImage().pixelColor(middle) == theme.named(name).accent
    theme.apply(application, "light")


def test_keys_go_from_bar_to_bar_and_enter_opens(qtbot: QtBot) -> None:
    made = chart(qtbot)
    seen: list[int] = []
    opened: list[int] = []
    made.current_changed.connect(seen.append)
    made.chosen.connect(opened.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Up):
        QTest.keyClick(made, key)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert (seen, opened) == ([1, 2, 2, 0, 0], [0])


def test_a_screen_reader_hears_the_bar(qtbot: QtBot) -> None:
    made = chart(qtbot)
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert made.accessibleDescription() == "交通: 100"


def test_a_click_chooses_and_a_double_click_opens(qtbot: QtBot) -> None:
    made = chart(qtbot)
    opened: list[int] = []
    made.chosen.connect(opened.append)
    where = made.places().band(1).center().toPoint()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert made.current == 1
    QTest.mouseDClick(made, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    QTest.mouseDClick(made, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    assert opened == [1]


def test_fewer_bars_keep_the_choice_within_them(qtbot: QtBot) -> None:
    made = chart(qtbot)
    made.select(2)
    made.set_bars(BARS[:1], ("", ""), standing=True)
    assert made.current == 0
    made.set_bars((), ("", ""), standing=True)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert made.accessibleDescription() == ""
