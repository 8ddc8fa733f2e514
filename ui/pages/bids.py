"""Bids 投标: what is bid for, which date comes next, and how it ended."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import bid_details, bids
from services.bid_details import BidAction
from services.permissions import Permission
from ui.bids import bid_acts, words
from ui.bids.bid_dialog import FORM, BidDialog
from ui.bids.bid_pane import show_bid
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.bid_details import BidDetail
    from services.bids import BidHeadline
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


def _next(row: RowValues, today: date) -> tuple[str, str | None]:
    """The next date with how long it is until then."""
    day = row["next_on"]
    if day is None:
        return formats.NOTHING, "muted"
    return f"{formats.day(day, today)} · {words.countdown(day, today)}", words.day_tone(day, today) or None


class BidsPage(WorkflowPage["BidDetail"]):
    """Every bid with what comes next."""

    name = "bids"
    title = QT_TRANSLATE_NOOP("Page", "Bids")
    about = QT_TRANSLATE_NOOP(
        "Page", "What is bid for, which date comes next, what is still missing, and how it ended."
    )
    register = bids.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New bid")
    edit = (Permission.BID_EDIT,)
    state_column = "result"
    remove_record = staticmethod(bids.remove)
    cells: ClassVar[dict[str, Any]] = {"next_on": _next}
    actions: ClassVar[tuple[Action, ...]] = bid_acts.ALL
    record_acts = frozenset(BidAction) - {BidAction.CHECKLIST}

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,
        session: Session,
    ) -> BidDetail:
        return bid_details.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: BidDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_bid(self.pane, self.desk, found, self.refresh)

    def open_form(self, record_id: int | None) -> BidDialog:
        locked = not self.desk.can(*self.edit)
        dialog = BidDialog(self.desk, FORM, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def show_bid(self, bid_id: int) -> None:
        """A bid chosen elsewhere; filters give way where they hide it."""
        self.open_record(bid_id)

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: BidHeadline) -> None:
        today, parts = self.desk.today(), []
        if found.submissions:
            parts.append(translate("Bid", "{count} to hand in this week").format(count=found.submissions))
        if found.deposit_on is not None:
            told = translate("Bid", "deposit of {amount} due {day} ({left})")
            left = words.countdown(found.deposit_on, today)
            day = formats.day(found.deposit_on, today)
            parts.append(told.format(amount=formats.yuan(found.deposit), day=day, left=left))
        if found.late:
            parts.append(translate("Bid", "{count} dates passed").format(count=found.late))
        if found.overdue:
            parts.append(translate("Bid", "{count} deposits overdue").format(count=found.overdue))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))


def _headline(actor: Actor, today: date, session: Session) -> BidHeadline:
    return bids.headline(session, actor, today=today)
