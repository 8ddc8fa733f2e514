"""Personnel papers that were approved for a day that has come: at the sign-in, and when their page is opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from services.permissions import Permission
from ui.state import Desk

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor


def take_effect(desk: Desk, owner: QWidget, done: Callable[[int], object] | None = None) -> None:
    """Let them take effect, if there are any; `done` gets how many did."""
    if not desk.can(Permission.PERSONNEL_SEE):
        return
    today = desk.today()

    def act(count: int) -> None:
        if count:
            work = partial(_apply, desk.actor, today)
            desk.tasks.run(owner, work, done or (lambda _count: None), lambda _refused: None)

    desk.tasks.read(owner, partial(_count, desk.actor, today), act, lambda _refused: None)


def _count(actor: Actor, today: date, session: Session) -> int:
    from services import personnel_papers

    return personnel_papers.due_count(session, actor, today)


def _apply(actor: Actor, today: date, session: Session) -> int:
    from services import personnel_papers

    return personnel_papers.apply_due(session, actor, today)
