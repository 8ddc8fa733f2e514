"""At the start: scans that a program which died had read are counted, and whoever signs in is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import scan_journal
from services.permissions import Permission
from services.scan_journal import TakenUp
from ui.errors import sentence

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk
    from ui.workspace import Workspace

SHOWN = 5

translate = QCoreApplication.translate


def take_up_scans(desk: Desk, workspace: Workspace) -> None:
    """Only where there are any, and for somebody who may count."""
    if desk.can(Permission.ASSET_EDIT) and any((desk.folder / scan_journal.FOLDER).glob("*.jsonl")):
        desk.tasks.run(workspace, partial(_take_up, desk.actor), partial(_taken, desk, workspace))


def _taken(desk: Desk, workspace: Workspace, taken: TakenUp) -> None:
    desk.tasks.aside(workspace, partial(scan_journal.forget, taken))
    if words := told(taken):
        close = (translate("Form", "Close"), lambda: None)
        workspace.notice.say(words, "amber" if taken.why else "green", dismiss=close)


def told(taken: TakenUp) -> str:
    """What is said about it; nothing when there was nothing."""
    parts = []
    if taken.counted:
        words = translate("StockTake", "{count} scans from before the program ended were counted.")
        parts.append(words.format(count=taken.counted))
    if taken.why is not None:
        words = translate("StockTake", "{why} Not counted: {codes}")
        codes = ", ".join(taken.left[:SHOWN])
        parts.append(words.format(why=sentence(taken.why), codes=codes))
    return " ".join(parts)


def _take_up(actor: Actor, session: Session) -> TakenUp:
    return scan_journal.take_up(session, actor)
