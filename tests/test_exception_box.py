"""A bug: one box, the details to copy, the log written, the program going on."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from ui.exception_box import Catcher
from ui.log import Log


def _caught(catcher: Catcher) -> None:
    try:
        {}["王雪"]
    except KeyError as error:
        catcher.catch(KeyError, error, error.__traceback__)


def test_two_bugs_make_one_box_whose_details_can_be_copied(qtbot, tmp_path):
    owner = QObject()
    log = Log(tmp_path)
    catcher = Catcher(log, owner)
    _caught(catcher)
    _caught(catcher)
    qtbot.waitUntil(lambda: catcher._box is not None)
    box = catcher._box
    box.findChild(QPushButton, "action.copy").click()
    assert "builtins.KeyError" in QGuiApplication.clipboard().text()
    assert "王雪" not in QGuiApplication.clipboard().text()
    assert box.isVisible()
    box.findChild(QPushButton, "action.go_on").click()
    qtbot.waitUntil(lambda: catcher._box is None)
    log.close()
    assert (tmp_path / "logs" / "opsdesk.log").read_text(encoding="utf-8").count("builtins.KeyError") == 2
