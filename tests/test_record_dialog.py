"""The form of a record: what was typed is never lost, whoever else saves and whatever is refused."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from models.user import Role
from services import employees, form_drafts
from services.database import Database
from tests.conftest import actor_of_role
from tests.desks import add_employees, make_desk, named
from ui.pages.bank_accounts import FORM as ACCOUNT
from ui.pages.employees import FORM as EMPLOYEE
from ui.state import Desk
from ui.tasks import Tasks
from ui.widgets.record_dialog import RecordDialog
from ui.widgets.stale_box import StaleBox

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
ACTOR = actor_of_role(Role.ADMINISTRATOR)


@pytest.fixture
def desk(database: Database, qtbot: QtBot, today) -> Iterator[Desk]:
    tasks = Tasks(database)
    yield make_desk(database, tasks, ACTOR, today)
    assert tasks.wait_idle()
    tasks.close()


def opened(qtbot: QtBot, desk: Desk, form=EMPLOYEE, record_id=None, **how) -> RecordDialog:
    qtbot.page = QWidget()  # lives as long as the test, as a page outlives its dialogs
    qtbot.addWidget(qtbot.page)
    dialog = RecordDialog(desk, form, record_id, qtbot.page, **how)
    with qtbot.waitSignal(dialog.loaded):
        dialog.show()
    return dialog


def is_closed(dialog: RecordDialog) -> bool:
    return not shiboken6.isValid(dialog) or not dialog.isVisible()


def put(dialog: RecordDialog, name: str, text: str) -> None:
    field = named(dialog, QLineEdit, f"field.{name}")
    field.clear()
    field.insert(text)
    field.textEdited.emit(text)


def save(dialog: RecordDialog, desk: Desk) -> None:
    dialog.save()
    assert desk.tasks.wait_idle()


def stored(desk: Desk, record_id: int) -> employees.EmployeeDraft:
    with desk.tasks.database.read() as session:
        return employees.get(session, ACTOR, record_id)


def test_a_new_employee_is_typed_by_keyboard_and_saved(qtbot, desk):
    dialog = opened(qtbot, desk)
    for text in ("1001", "Li Wen", "01"):
        qtbot.keyClicks(dialog.focusWidget(), text)
        if text == "01":
            dialog.body.boxes["department_id"].widget.completer_popup().hide()
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    draft = stored(desk, saved.args[0])
    assert (draft.number, draft.name, draft.department_id) == ("1001", "Li Wen", 1)


def test_what_a_service_refuses_is_told_beside_its_field_and_the_form_stays(qtbot, desk):
    dialog = opened(qtbot, desk)
    put(dialog, "number", "1001")
    save(dialog, desk)
    assert dialog.isVisible()
    assert dialog.body.boxes["name"].error()
    assert dialog.focusWidget() is dialog.body.boxes["name"].widget
    put(dialog, "name", "李")
    assert dialog.body.boxes["name"].error() == ""


def test_a_day_that_is_none_is_told_beside_its_field_before_anything_is_saved(qtbot, desk):
    dialog = opened(qtbot, desk)
    put(dialog, "hired_on", "2026-02-30")
    save(dialog, desk)
    assert "2026-02-30" in dialog.body.boxes["hired_on"].error()


def test_a_mistyped_account_is_doubted_and_still_saved(qtbot, desk, database):
    (record_id,) = add_employees(database, ACTOR, "李文静")
    dialog = opened(qtbot, desk, record_id=record_id)
    put(dialog, "bank_account", "6222021234567891")
    assert "check digit" in dialog.body.boxes["bank_account"].widget.accessibleDescription()
    save(dialog, desk)
    assert stored(desk, record_id).bank_account == "6222021234567891"


def test_escape_asks_when_something_was_typed_and_discards_when_told(qtbot, desk):
    dialog = opened(qtbot, desk)
    put(dialog, "name", "李")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    named(dialog, QPushButton, "action.confirm").click()
    assert is_closed(dialog)


def test_escape_closes_at_once_when_nothing_was_typed(qtbot, desk):
    dialog = opened(qtbot, desk)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert is_closed(dialog)


def test_what_was_typed_before_a_crash_is_offered_again(qtbot, desk):
    first = opened(qtbot, desk)
    put(first, "name", "李文静")
    put(first, "hired_on", "2026-02-30")
    first.keep()
    assert desk.tasks.wait_idle()
    again = opened(qtbot, desk)
    named(again, QPushButton, "action.use_kept").click()
    assert [named(again, QLineEdit, f"field.{name}").text() for name in ("name", "hired_on")] == [
        "李文静", "2026-02-30",
    ]  # fmt: skip


def test_what_was_kept_is_forgotten_once_it_is_saved(qtbot, desk, database):
    (record_id,) = add_employees(database, ACTOR, "李文静")
    dialog = opened(qtbot, desk, record_id=record_id)
    put(dialog, "phone", "139")
    dialog.keep()
    save(dialog, desk)
    with database.read() as session:
        assert form_drafts.find(session, ACTOR, "employee", record_id) is None


def changed_meanwhile(qtbot, desk, database) -> tuple[RecordDialog, StaleBox, int]:
    (record_id,) = add_employees(database, ACTOR, "李文静")
    dialog = opened(qtbot, desk, record_id=record_id)
    put(dialog, "name", "李雯婧")
    with database.write() as session:
        employees.save(session, ACTOR, replace(employees.get(session, ACTOR, record_id), phone="139"))
    save(dialog, desk)
    return dialog, dialog.findChild(StaleBox), record_id


def test_two_people_in_one_record_see_what_the_other_changed(qtbot, desk, database):
    _, box, _ = changed_meanwhile(qtbot, desk, database)
    table = named(box, QTableWidget, "table.differences")
    assert [table.item(0, column).text() for column in range(4)] == ["Phone", "—", "—", "139"]


def test_keeping_mine_puts_only_what_i_changed_over_theirs(qtbot, desk, database):
    dialog, box, record_id = changed_meanwhile(qtbot, desk, database)
    named(box, QPushButton, "action.keep_mine").click()
    save(dialog, desk)
    assert (stored(desk, record_id).name, stored(desk, record_id).phone) == ("李雯婧", "139")


def test_taking_theirs_shows_what_is_saved_now(qtbot, desk, database):
    dialog, box, _ = changed_meanwhile(qtbot, desk, database)
    named(box, QPushButton, "action.reload").click()
    assert named(dialog, QLineEdit, "field.name").text() == "李文静"
    assert not dialog.dirty


@pytest.mark.parametrize("way", ["keep_mine", "reload"])
def test_a_box_that_was_answered_goes_and_leaves_a_form_that_works(qtbot, desk, database, way):
    dialog, box, _ = changed_meanwhile(qtbot, desk, database)
    named(box, QPushButton, f"action.{way}").click()
    QCoreApplication.sendPostedEvents(box, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(box)
    gc.collect()
    with qtbot.waitSignal(dialog.saved):
        dialog.save()


def test_a_locked_form_can_be_read_and_not_changed(qtbot, desk, database):
    (record_id,) = add_employees(database, ACTOR, "李文静")
    dialog = opened(qtbot, desk, record_id=record_id, locked=True)
    assert named(dialog, QLineEdit, "field.name").isReadOnly()
    assert not named(dialog, QPushButton, "action.save").isVisible()
    dialog.save()
    assert dialog.isVisible()


def test_check_boxes_and_choices_are_saved_too(qtbot, desk):
    dialog = opened(qtbot, desk, ACCOUNT)
    put(dialog, "name", "备用金")
    dialog.body.boxes["kind"].editor.set_value("cash")
    named(dialog, QCheckBox, "field.active").click()
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
