"""From a card to why it is worth what it is, and to its disposal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from services.asset_disposals import DisposalDraft, DisposalLine
from services.permissions import Permission
from services.terms import AssetState
from ui.depreciation.schedule_dialog import ScheduleDialog
from ui.disposals.form import DisposalDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.page_actions import Action, Takes


def show_schedule(page: Any, ids: Sequence[int]) -> ScheduleDialog:
    """The schedule of the selected card."""
    dialog = ScheduleDialog(page.desk, ids[0], page)
    dialog.open()
    return dialog


def dispose(page: Any, ids: Sequence[int]) -> DisposalDialog:
    """A disposal of the selected cards; saved, it is shown on its page."""
    lines = tuple(DisposalLine(each) for each in ids)
    start = DisposalDraft(on_day=page.desk.today(), lines=lines)
    dialog = DisposalDialog(page.desk, None, page, start=start)
    dialog.saved.connect(lambda made: page.desk.go("asset_disposals", made))
    dialog.open()
    return dialog


_HOME = frozenset({AssetState.IN_USE, AssetState.IDLE, AssetState.REPAIR})

# fmt: off
WHY = Action("why", QT_TRANSLATE_NOOP("Action", "Why this value"), show_schedule, "coins", "Ctrl+Y", (Permission.ASSET_SEE,), takes=Takes.ONE, more=True)
DISPOSE = Action("dispose", QT_TRANSLATE_NOOP("Action", "Dispose"), dispose, "log-out", "", (Permission.ASSET_EDIT,), _HOME, Takes.MANY, more=True)
# fmt: on
