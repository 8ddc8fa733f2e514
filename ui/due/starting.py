"""At the sign-in: one quiet line that says how much waits, by how soon, with the way to the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.permissions import Actor
    from services.reminders import ReminderHeadline

PAGE = "due_dates"

translate = QCoreApplication.translate


def remind(workspace: Workspace) -> None:
    """Look off the GUI thread; every start tells it until it is handled or put off."""
    desk = workspace.desk
    if workspace.current != PAGE and any(page.name == PAGE for page in workspace.pages):
        work = partial(_headline, desk.actor, desk.today())
        desk.tasks.read(workspace, work, partial(_tell, workspace), lambda _refused: None)


def _tell(workspace: Workspace, found: ReminderHeadline) -> None:
    parts = [
        words.format(count=count)
        for count, words in (
            (found.overdue, translate("Certificates", "{count} dates are overdue")),
            (found.week, translate("Certificates", "{count} are due within 7 days")),
            (found.month, translate("Certificates", "{count} are due within 30 days")),
            (found.later, translate("Certificates", "{count} later, their day to remind has come")),
        )
        if count
    ]
    if parts:
        workspace.waiting.say(
            " · ".join(parts),
            "red" if found.overdue else "amber" if found.urgent else "blue",
            look_due=(translate("Certificates", "Look at them"), lambda: workspace.open(PAGE)),
            dismiss=(translate("Certificates", "Later"), lambda: None),
        )


def _headline(actor: Actor, today: date, session: Session) -> ReminderHeadline:
    from services import reminders

    return reminders.headline(session, actor, today=today)
