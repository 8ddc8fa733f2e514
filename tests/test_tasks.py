"""Work off the GUI thread: results land on it, refusals become sentences, nothing half done stays."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from decimal import Decimal

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.bank_account import AccountKind, BankAccount
from models.people import Department
from services.database import Database
from services.errors import Refused
from services.progress import Progress
from ui.errors import sentence
from ui.tasks import Tasks


@pytest.fixture
def tasks(database: Database, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    made.close()


def _names(session) -> list[str]:
    return list(session.scalars(select(BankAccount.name)))


def _account(name: str) -> BankAccount:
    return BankAccount(name=name, kind=AccountKind.BASIC)


def test_a_change_is_committed_and_its_result_lands_on_the_gui_thread(tasks):
    landed = []
    owner = QObject()
    tasks.run(owner, lambda s: s.add(_account("基本户")), lambda _: landed.append(threading.current_thread()))
    tasks.wait_idle()
    tasks.read(owner, _names, landed.append)
    tasks.wait_idle()
    assert landed == [threading.main_thread(), ["基本户"]]


def test_nothing_lands_at_an_owner_that_is_gone(tasks):
    landed = []
    owner = QObject()
    tasks.read(owner, _names, landed.append)
    shiboken6.delete(owner)
    assert tasks.wait_idle()
    assert landed == []


def test_a_refusal_undoes_the_change_and_reaches_whoever_asked(tasks):
    refusals = []
    owner = QObject()

    def work(session):
        session.add(_account("一般户"))
        session.flush()
        raise Refused("money.not_an_amount", text="12..3")

    tasks.run(owner, work, failed=refusals.append)
    tasks.wait_idle()
    assert "“12..3”" in sentence(refusals[0])
    with tasks.database.read() as session:
        assert _names(session) == []


def test_a_refusal_nobody_expects_is_announced_with_its_owner(tasks, qtbot):
    owner = QObject()
    with qtbot.waitSignal(tasks.refused) as seen:
        tasks.run(owner, lambda s: s.add_all([_account("现金"), _account("现金")]))
    assert seen.args[0] is owner
    assert seen.args[1].code == "record.duplicate"


def test_a_bug_in_the_work_reaches_the_exception_hook_and_work_goes_on(tasks):
    landed = []
    owner = QObject()
    with capture_exceptions() as exceptions:
        tasks.read(owner, lambda _: {}["nothing"])
        tasks.read(owner, lambda s: s.scalar(select(Department.name)), landed.append)
        tasks.wait_idle()
    assert [kind for kind, _, _ in exceptions] == [KeyError]
    assert landed == ["运营部"]


def test_reading_cannot_change_anything(tasks):
    with capture_exceptions() as exceptions:
        tasks.read(tasks, lambda s: (s.add(_account("x")), s.flush()))
        tasks.wait_idle()
    assert len(exceptions) == 1
    with tasks.database.read() as session:
        assert _names(session) == []


def test_cancelled_work_that_waits_is_never_begun(tasks):
    begun, gate = [], threading.Event()
    owner = QObject()
    tasks.run(owner, lambda _: gate.wait(5))
    second = tasks.run(owner, lambda _: begun.append(1), begun.append)
    second.cancel()
    gate.set()
    tasks.wait_idle()
    assert begun == []


def test_long_work_shows_a_bar_and_cancel_rolls_back(tasks, qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    def work(session, progress: Progress) -> None:
        session.add(_account("长"))
        session.flush()
        for step in range(1000):
            progress.advance(step, 1000, f"{step}")
            time.sleep(0.005)

    tasks.run_long(window, "Importing", work)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QProgressDialog)))
    window.findChild(QProgressDialog).findChild(QPushButton).click()
    assert tasks.wait_idle()
    with tasks.database.read() as session:
        assert _names(session) == []


def test_slow_work_is_announced_and_quick_work_is_not(tasks, qtbot):
    seen = []
    tasks.busy.connect(seen.append)
    tasks.read(tasks, _names)
    tasks.wait_idle()
    tasks.read(tasks, lambda _: time.sleep(0.4))
    tasks.wait_idle()
    assert seen == [False, True, False]


def test_only_a_committed_change_is_announced(tasks):
    seen = []
    tasks.changed.connect(lambda: seen.append(1))
    tasks.read(tasks, _names)
    tasks.run(tasks, lambda _: _refuse(), failed=lambda _: None)
    tasks.run(tasks, lambda s: s.add(_account("账户")))
    tasks.wait_idle()
    assert seen == [1]


def _refuse() -> None:
    raise Refused("record.required")


def test_amounts_and_days_in_sentences_read_as_people_write_them(qtbot):
    refused = Refused("money.not_an_amount", text=Decimal("1234.5"))
    assert "“1,234.50”" in sentence(refused)
