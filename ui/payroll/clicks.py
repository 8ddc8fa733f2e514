"""The id of a click, so that the same click twice is done once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from services.payroll_runs import ScheduleRow
    from ui.state import Desk


def of_dialog(name: str) -> str:
    """The command of a dialog that saves once and closes."""
    return f"payroll.{name}:{uuid4().hex}"


def of_run(desk: Desk, act: str, head: ScheduleRow) -> str:
    """The command of an act on a sheet as it was seen by this user."""
    return f"payroll.{act}:{head.run_id}:{head.version}:{desk.actor.user_id}"
