"""A program in which somebody scans labels until it is killed."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from services.database import Database
from services.stock_take_details import detail
from tests.assets import CLERK
from tests.conftest import TODAY
from tests.desks import make_desk
from ui.stock_takes.count_dialog import CountDialog
from ui.tasks import Tasks


def scan_until_killed(folder: Path, take_id: int, accepted: Path, writes: bool) -> None:
    """Type one label after the other; note each that the field has taken. Without `writes` none reaches the database."""
    application = QApplication([])
    database = Database.open(folder, exclusive=False)
    tasks = Tasks(database)
    with database.read() as session:
        found = detail(session, CLERK, take_id)
    dialog = CountDialog(make_desk(database, tasks, CLERK, TODAY), found)
    dialog.show()
    application.processEvents()
    assert tasks.wait_idle(20_000)
    if not writes:
        dialog.queue._send = lambda: None  # type: ignore[method-assign]  # nothing goes to the database
    log = os.open(accepted, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in count(1):
        QTest.keyClicks(dialog.scan, f"SN{number:06}")
        QTest.keyClick(dialog.scan, Qt.Key.Key_Return)
        os.write(log, f"SN{number:06}\n".encode())
        application.processEvents()
