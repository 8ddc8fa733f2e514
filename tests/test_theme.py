"""The look: colours that can be read, icons that follow them, and the small widgets of a page."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from ui import fonts, icons, theme
from ui.widgets.chips import ChipBar
from ui.widgets.state_pill import StatePill
from ui.widgets.steps import Step, StepBar

BOTH = pytest.mark.parametrize("name", ["light", "dark"])


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@BOTH
def test_every_word_can_be_read_on_every_ground_it_stands_on(name):
    now = theme.named(name)
    pairs = [
        (text, ground) for text in (now.ink, now.muted) for ground in (now.surface, now.canvas, now.hover)
    ]
    pairs += [(now.ink, now.selection), (now.accent, now.accent_soft), (now.accent, now.surface)]
    pairs += [(now.on_accent, now.accent_fill), (now.on_accent, now.accent_hover)]
    for tone in theme.TONES:
        word = now.tone(tone)
        pairs += [(word.text, ground) for ground in (word.fill, now.surface, now.selection, now.hover)]
    poor = [(a.name(), b.name(), round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 4.5]
    assert poor == []


@BOTH
def test_the_style_sheet_has_a_colour_for_every_name_and_is_understood(name, qapp, qtbot):
    sheet = theme.style_sheet(theme.named(name))
    assert "$" not in sheet
    assert set(re.findall(r"icons:([\w-]+)\.svg", sheet)) <= {
        p.stem for p in icons.FOLDER.glob("style-*.svg")
    }
    theme.apply(qapp, name)
    label = QLabel("x")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.palette().windowText().color() == theme.named(name).ink


def test_the_system_s_change_to_dark_is_followed_and_a_choice_is_kept(qapp, qtbot):
    switch = theme.apply(qapp, "system")
    with qtbot.waitSignal(switch.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().dark
    theme.apply(qapp, "light")
    assert not theme.current().dark
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.current().dark


def test_every_icon_draws_something_in_the_colour_asked_for(qapp):
    for name in [*icons.names(), *icons.ALIASES]:
        image = icons.pixmap(name, QColor("#1d5fd1"), 16, 2.0).toImage()
        seen = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
        assert image.size() == QSize(32, 32)
        assert any(c.alpha() > 200 and abs(c.hue() - QColor("#1d5fd1").hue()) < 6 for c in seen), name


def test_an_icon_on_a_button_turns_light_when_the_theme_turns_dark(qapp, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icons.icon("plus"))
    button.setIconSize(QSize(24, 24))

    def darkest_and_lightest(name):
        theme.apply(qapp, name)
        image = button.icon().pixmap(24, 24).toImage()
        return image.pixelColor(12, 12).lightness()

    assert darkest_and_lightest("light") < 100 < darkest_and_lightest("dark")
    theme.apply(qapp, "light")


def test_an_icon_is_sharp_on_a_screen_of_twice_the_pixels(qapp):
    drawn = icons.icon("printer").pixmap(QSize(16, 16), 2.0)
    assert (drawn.size(), drawn.devicePixelRatio()) == (QSize(32, 32), 2.0)


def test_an_icon_that_is_not_there_is_a_slip_of_ours(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_chinese_and_its_bold_can_be_written_on_any_machine(qapp):
    fonts.install(qapp)
    fonts.load_all(qapp)
    family = fonts.system_family()
    assert family in QFontDatabase.families()
    assert QFontMetrics(qapp.font()).inFont("报")
    assert "Bold" in QFontDatabase.styles(family)
    assert qapp.font().pixelSize() == 13


def test_figures_are_all_of_one_width(qapp):
    fonts.install(qapp)
    fonts.load_all(qapp)
    metrics = QFontMetrics(qapp.font())
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


@pytest.fixture
def bar(qtbot):
    made = ChipBar()
    qtbot.addWidget(made)
    made.set_chips([("all", "全部"), ("mine", "我的"), ("wait", "待审批")])
    made.resize(400, 36)
    made.show()
    return made


def texts(bar):
    return [chip.text() for chip in bar.findChildren(QPushButton)]


def test_chips_show_dots_until_their_counts_are_known(bar):
    assert texts(bar) == ["全部 …", "我的 …", "待审批 …"]
    bar.set_counts({"all": 1284, "mine": 0, "nothing": 3})
    assert texts(bar) == ["全部 1,284", "我的 0", "待审批 …"]


def test_one_chip_is_chosen_by_click_or_arrow_key(bar, qtbot):
    assert bar.selected() == "all"
    with qtbot.waitSignal(bar.chips_changed) as chosen:
        bar.findChild(QPushButton, "chip.wait").click()
    assert (chosen.args, bar.selected()) == (["wait"], "wait")
    with qtbot.waitSignal(bar.chips_changed) as chosen:
        qtbot.keyClick(bar.findChild(QPushButton, "chip.wait"), Qt.Key.Key_Right)
    assert (chosen.args, bar.selected()) == (["all"], "all")


def test_chips_that_find_no_room_are_chosen_from_a_menu(bar, qtbot):
    assert not bar.findChild(QToolButton, "action.more_chips").isVisible()
    bar.resize(120, 36)
    bar.set_counts({"all": 1, "mine": 2, "wait": 3})
    assert bar.findChild(QToolButton, "action.more_chips").isVisible()
    assert bar.horizontalScrollBar().value() == 0
    shown = [one for one in bar.findChildren(QPushButton) if one.isVisible()]
    assert all(one.geometry().right() < 120 - 28 for one in shown)  # whole, or not at all
    menu = bar.menu()
    assert [action.text() for action in menu.actions()] == ["全部 1", "我的 2", "待审批 3"]
    menu.actions()[2].trigger()
    assert bar.selected() == "wait"


def test_steps_and_pills_tell_screen_readers_where_the_paper_stands(qtbot):
    steps, pill = StepBar(), StatePill()
    for widget in (steps, pill):
        qtbot.addWidget(widget)
    steps.set_steps([Step("提交", "done"), Step("部门审批", "returned"), Step("付款")])
    pill.set_state("已退回", "red")
    assert steps.accessibleName() == "部门审批 (提交 → 部门审批 → 付款)"
    assert (pill.accessibleName(), pill.sizeHint().height()) == ("已退回", 22)


def test_a_returned_step_is_red_and_a_done_one_is_filled(qtbot, qapp):
    theme.apply(qapp, "light")
    steps = StepBar()
    qtbot.addWidget(steps)
    steps.resize(300, 52)
    steps.set_steps([Step("提交", "done"), Step("审批", "returned"), Step("付款", "later")])
    image, now = steps.grab().toImage(), theme.current()
    assert image.pixelColor(50, 12) == now.accent
    assert image.pixelColor(150, 12) == now.red.fill
    assert image.pixelColor(250, 12) == now.surface
