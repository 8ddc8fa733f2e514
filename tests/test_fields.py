"""Fields: what people type becomes values, and what is none is told beside the field."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from models.bank_account import AccountKind
from ui.widgets.day_edit import DayEdit
from ui.widgets.day_parser import DayProblem, NotADayError, parse_day
from ui.widgets.editors import ChoiceEdit, MoneyEdit, NumberEdit, PasswordEdit, UnreadableError
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import FormBody
from ui.widgets.search_edit import Option, SearchEdit

# the offscreen platform, at every popup
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)

TODAY = date(2026, 11, 22)
PEOPLE = (
    Option(1, "李文静", "测绘一部", "li wen jing lwj 0412"),
    Option(2, "李雯婧", "市场部", "li wen jing lwj 0413"),
    Option(3, "赵明远", "测绘二部", "zhao ming yuan zmy 0414"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1120", date(2026, 11, 20)),
        ("11-20", date(2026, 11, 20)),
        ("11/2", date(2026, 11, 2)),
        ("11月20日", date(2026, 11, 20)),
        ("2025年3月1日", date(2025, 3, 1)),
        ("20261120", date(2026, 11, 20)),
        ("251231", date(2025, 12, 31)),
        ("2026-11-20", date(2026, 11, 20)),
        ("5", date(2026, 11, 5)),
        ("+3", date(2026, 11, 25)),
        ("-1", date(2026, 11, 21)),
        ("今天", TODAY),
        ("Today", TODAY),
        ("明天", date(2026, 11, 23)),
        ("１１２０", date(2026, 11, 20)),
    ],
)
def test_a_day_is_read_the_way_people_type_it(typed, meant):
    assert parse_day(f" {typed} ", TODAY) == meant


@pytest.mark.parametrize("typed", ["2026-02-30", "0230", "1332", "0", "00000000", "+9999999", "２０２６0231"])
def test_a_day_the_calendar_does_not_have_is_refused(typed):
    with pytest.raises(NotADayError) as refused:
        parse_day(typed, TODAY)
    assert refused.value.problem is (DayProblem.UNREADABLE if typed == "+9999999" else DayProblem.NO_SUCH_DAY)


@pytest.mark.parametrize("typed", ["", "abc", "11--20", "123", "1e3", "12:30", "١١٢٠"])
def test_what_nobody_can_read_as_a_day_is_refused(typed):
    with pytest.raises(NotADayError) as refused:
        parse_day(typed, TODAY)
    assert refused.value.problem is DayProblem.UNREADABLE


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_way_of_writing_a_day_in_full_means_that_day(day):
    for written in (day.isoformat(), f"{day:%Y%m%d}", f"{day:%Y/%m/%d}", f"{day:%y%m%d}"):
        assert parse_day(written, TODAY) == day


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_days(text):
    with suppress(NotADayError):
        assert isinstance(parse_day(text, TODAY), date)


def test_an_amount_is_reckoned_and_shown_when_the_field_is_left(qtbot: QtBot):
    field = MoneyEdit()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "=12*80+35")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("995.00", Decimal("995.00"))


@pytest.mark.parametrize("typed", ["12..3", "1e9", "1.234", "=1/0"])
def test_what_is_no_amount_stays_as_typed_and_is_told(qtbot: QtBot, typed):
    field = MoneyEdit()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == typed
    with pytest.raises(UnreadableError, match=r"\w+"):
        field.value()


def test_a_day_field_shows_the_whole_day_when_it_is_left(qtbot: QtBot):
    field = DayEdit(lambda: TODAY)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "+3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("2026-11-25", date(2026, 11, 25))


def test_a_day_that_is_none_is_told_with_the_day(qtbot: QtBot):
    field = DayEdit(lambda: TODAY)
    qtbot.addWidget(field)
    field.setText("2026-02-30")
    with pytest.raises(UnreadableError, match="2026-02-30"):
        field.value()


def test_f4_opens_the_calendar_on_the_day_typed_and_a_click_takes_another(qtbot: QtBot):
    field = DayEdit(lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    field.setText("0301")
    qtbot.keyClick(field, Qt.Key.Key_F4)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 3, 1)
    with qtbot.waitSignal(field.edited):
        calendar.clicked.emit(QDate(2026, 3, 9))
    assert field.value() == date(2026, 3, 9)


@pytest.mark.parametrize("typed", ["zmy", "0414", "赵明", "测绘二部"])
def test_a_person_is_found_by_initials_number_and_part_of_the_name(qtbot: QtBot, typed):
    field = SearchEdit()
    qtbot.addWidget(field)
    field.set_options(PEOPLE)
    field.insert(typed)
    assert field.value() == 3


def test_enter_in_the_list_takes_the_first_person_found(qtbot: QtBot):
    field = SearchEdit()
    qtbot.addWidget(field)
    field.set_options(PEOPLE)
    field.show()
    qtbot.keyClicks(field, "lwj")
    popup = field.completer_popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (field.value(), field.text()) == (1, "李文静")


def test_a_name_that_fits_several_or_nobody_is_told(qtbot: QtBot):
    field = SearchEdit()
    qtbot.addWidget(field)
    field.set_options(PEOPLE)
    for typed in ("李", "王"):
        field.type_text(typed)
        with pytest.raises(UnreadableError, match=typed):
            field.value()


def test_a_value_set_before_the_choices_came_is_shown_when_they_come(qtbot: QtBot):
    field = SearchEdit()
    qtbot.addWidget(field)
    field.set_value(3)
    field.set_options(PEOPLE)
    assert (field.text(), field.value()) == ("赵明远", 3)


def test_a_choice_without_a_choice_is_nothing(qtbot: QtBot):
    field = ChoiceEdit(tuple(AccountKind), optional=True)
    qtbot.addWidget(field)
    assert field.value() is None
    field.set_value(AccountKind.CASH)
    assert field.value() is AccountKind.CASH


@pytest.mark.parametrize("typed", ["1.5", "drei", "12345678901", "³"])
def test_what_is_no_whole_number_is_told(qtbot: QtBot, typed):
    field = NumberEdit()
    qtbot.addWidget(field)
    field.setText(typed)
    with pytest.raises(UnreadableError):
        field.value()


def test_a_password_is_never_kept_for_a_crash(qtbot: QtBot):
    field = PasswordEdit()
    qtbot.addWidget(field)
    field.setText(" geheim ")
    assert (field.value(), field.kept()) == (" geheim ", "")


def test_a_day_that_is_none_is_told_as_soon_as_the_field_is_left(qtbot: QtBot):
    body = FormBody(
        (FieldSpec("day", "Day", FieldKind.DAY), FieldSpec("text", "Text")), lambda: date(2026, 11, 22)
    )
    qtbot.addWidget(body)
    with qtbot.waitActive(body):
        body.show()
        body.activateWindow()
    box = body.boxes["day"]
    box.widget.setFocus()
    qtbot.keyClicks(box.widget, "2026-02-30")
    qtbot.keyClick(box.widget, Qt.Key.Key_Return)
    assert body.focusWidget() is body.boxes["text"].widget
    assert box.error().startswith("The calendar has no 2026-02-30.")
