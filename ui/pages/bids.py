"""Bids 投标: what is bid for, which date comes next, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
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
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

if TYPE_CHECKING:
    from services.bid_details import BidDetail
    from services.bids import BidHeadline
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

translate = QCoreApplication.translate


def _next(row: RowValues, today: date) -> tuple[str, str | None]:
    """The next date with how long it is until then."""
    day = row["next_on"]
    if day is None:
        return formats.NOTHING, "muted"
    return f"{formats.day(day, today)} · {words.countdown(day, today)}", words.day_tone(day, today) or None


class BidsPage(RegisterPage):
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

    _detail: BidDetail | None = None

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
        self._detail = found
        show_bid(self.pane, self.desk, found, self.refresh)
        if self.view.table.selected_count() == 1:
            self._allow(found)

    def _selected(self) -> None:
        super()._selected()
        found, row = self._detail, self.view.values(self._detail.id) if self._detail else None
        if found is None or row is None or self.pane.isHidden():
            return
        if found.id == self.view.table.current_id() and row["result"] is found.result:
            self._allow(found)

    def _allow(self, found: BidDetail) -> None:
        """The row tells the result; only the bid itself tells what may be done."""
        for act in BidAction:
            action = self.acts.get(act.value)
            if action is not None and act is not BidAction.CHECKLIST:
                action.setEnabled(act in found.actions)

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

    def with_detail(self, record_id: int, act: Callable[[BidDetail], object]) -> None:
        """Call `act` with the bid as shown, or as found when not shown."""
        shown = self._detail
        if shown is not None and not self.pane.isHidden() and shown.id == record_id == self.pane.record_id:
            act(shown)
            return
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    def refuse(self, refused: Refused) -> None:
        """What was refused is said above the list, and the page shows what is true now."""
        self.desk.tasks.refused.emit(self, refused)
        self.refresh()


def _headline(actor: Actor, today: date, session: Session) -> BidHeadline:
    return bids.headline(session, actor, today=today)
