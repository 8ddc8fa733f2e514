"""An approved disposal is taken back: asked why, then done once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services import asset_disposal_reversals
from ui.claims.act_dialog import REASON, ActDialog, Question

if TYPE_CHECKING:
    from services.asset_disposal_details import DisposalDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.asset_disposals import AssetDisposalsPage

translate = QCoreApplication.translate


def reverse(page: AssetDisposalsPage, found: DisposalDetail) -> None:
    """Ask why the cards come back."""
    today = page.desk.today()
    click = f"disposal.reverse:{found.id}:{found.version}:{page.desk.actor.user_id}"

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        asset_disposal_reversals.reverse(
            session, actor, found.id, found.version, reason=typed.reason, command_id=click, today=today
        )

    title = translate("Disposal", "Reverse {number}: {title}").format(number=found.number, title=found.title)
    about = translate(
        "Disposal",
        "The cards live again where they stood, with their values. What closed months left out is charged in the next open month.",
    )
    button = translate("Disposal", "Reverse  Ctrl+S")
    question = Question(title, button, REASON, {"reason": ""}, about=about, danger=True)
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()
