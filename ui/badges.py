"""The numbers on the tabs: how much waits for this user."""

from __future__ import annotations

import importlib
import inspect
from functools import partial
from typing import TYPE_CHECKING

from ui.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor


def refresh(workspace: Workspace) -> None:
    """Count again, off the GUI thread."""
    wanted = {page.name: page.badge for page in workspace.pages if page.badge}
    if wanted:
        count = partial(_counts, wanted, workspace.desk.actor, workspace.desk.today())
        workspace.desk.tasks.read(workspace, count, partial(_show, workspace))


def _counts(wanted: dict[str, str], actor: Actor, today: date, session: Session) -> dict[str, int]:
    found = {}
    for name, where in wanted.items():
        module, _, function = where.partition(":")
        count = getattr(importlib.import_module(module), function)
        when = {"today": today} if "today" in inspect.signature(count).parameters else {}
        found[name] = int(count(session, actor, **when))
    return found


def _show(workspace: Workspace, counts: dict[str, int]) -> None:
    for name, number in counts.items():
        workspace.rail.count(name, number)
