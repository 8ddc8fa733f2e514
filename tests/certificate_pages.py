"""Pages of certificates for tests: opened on a real office with the usual kinds, their dialogs found and filled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

from tests.claim_pages import act, column
from tests.conftest import TODAY
from tests.desks import make_desk
from tests.hands import settle
from tests.personnel_pages import texts

__all__ = ["act", "column", "dialog_of", "opened", "possible", "put", "show", "texts"]
ACTS = {
    "renew", "lend", "train", "archive", "reopen", "edit_loan", "submit", "withdraw", "approve", "return", "hand_out",
    "give_back", "extend", "void", "delete",
}  # fmt: skip


def opened(qtbot, kind, database, tasks, actor, go: Callable[[str, int], object] = lambda _page, _id: None):
    """The page as this user sees it, everything on the screen; `page.refusals` are codes told above the list."""
    page = kind(replace(make_desk(database, tasks, actor, TODAY), go=go))
    qtbot.addWidget(page)
    page.resize(1240, 720)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    page.activateWindow()
    settle(tasks)
    return page


def show(page, record_id: int) -> None:
    page.open_record(record_id)
    settle(page.desk.tasks)


def possible(page) -> set[str]:
    return {spec.name for spec in page.acts.possible()} & ACTS


def dialog_of(page: QWidget, name: str) -> QDialog:
    found = [one for one in page.findChildren(QDialog, f"dialog.{name}") if one.isVisible()]
    assert found, name
    return found[-1]


def put(dialog, **values) -> None:
    for name, value in values.items():
        dialog.body.boxes[name].editor.set_value(value)
    dialog.touch()
