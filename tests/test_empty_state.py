"""What an empty table says is read whole, however long it is."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.empty_state import EmptyState


def test_a_hint_of_several_lines_is_shown_whole(qtbot, qapp):
    table = QWidget()
    qtbot.addWidget(table)
    table.resize(640, 480)
    empty = EmptyState(table)
    empty.say("Nothing here yet", "What the page is for and the first thing to do. " * 6)
    empty.place(QRect(0, 0, 640, 480), nothing=True)
    table.show()
    hint = empty.findChildren(QLabel)[1]
    assert hint.height() >= hint.heightForWidth(hint.width()) > 2 * hint.fontMetrics().height()
