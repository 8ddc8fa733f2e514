"""What the acts on a bid have in common: one command a click, a question whose answer shows the bid again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.claims.act_dialog import ActDialog, Question, Work

if TYPE_CHECKING:
    from services.bid_details import BidDetail
    from ui.pages.bids import BidsPage


def command(page: BidsPage, act: str, found: BidDetail) -> str:
    """The same click twice is the same command, and done once."""
    return f"bid.{act}:{found.id}:{found.version}:{page.desk.actor.user_id}"


def asked(page: BidsPage, found: BidDetail, question: Question, work: Work) -> ActDialog:
    """Ask, do it once, and show the bid as it is now."""
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()
    return dialog
