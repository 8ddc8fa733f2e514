"""Tender notices 招标信息: what was found, what is worth a bid, what was told in the weekly digest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import bid_lead_details, bid_leads
from services.permissions import Permission
from services.terms import LeadState
from ui.bid_leads import lead_acts
from ui.bid_leads.import_dialog import TABLES, show_file
from ui.bid_leads.lead_dialog import FORM, LeadDialog
from ui.bid_leads.lead_pane import show_lead
from ui.bids import words
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

if TYPE_CHECKING:
    from services.bid_lead_details import LeadDetail, LeadHeadline
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor

OPEN = (LeadState.NEW, LeadState.KEPT)

translate = QCoreApplication.translate


def _until(name: str) -> Callable[[RowValues, date], tuple[str, str | None]]:
    def told(row: RowValues, today: date) -> tuple[str, str | None]:
        """The day, in the colour of how near it is while the notice is open."""
        day = row[name]
        if day is None:
            return formats.NOTHING, "muted"
        colour = words.day_tone(day, today) if row["state"] in OPEN else ""
        return formats.day(day, today), colour or None

    return told


class BidLeadsPage(RegisterPage):
    """Every notice with the days it ends on; a dropped table is read in."""

    name = "bid_leads"
    title = QT_TRANSLATE_NOOP("Page", "Tender notices")
    about = QT_TRANSLATE_NOOP(
        "Page", "Notices of tenders in all provinces: sorted out, made bids, told in the weekly digest."
    )
    register = bid_leads.REGISTER
    form = FORM
    figure = "title"
    new_label = QT_TRANSLATE_NOOP("Action", "New notice")
    edit = (Permission.BID_EDIT,)
    remove_record = staticmethod(bid_leads.remove)
    cells: ClassVar[dict[str, Any]] = {name: _until(name) for name in ("register_until", "deadline_on")}
    actions: ClassVar[tuple[Action, ...]] = lead_acts.ALL

    _detail: LeadDetail | None = None

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> LeadDetail:
        return bid_lead_details.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: LeadDetail) -> None:  # noqa: ARG002 - it stands in what was found
        self._detail = found
        show_lead(self.pane, found, self.desk.today())
        self.show_history(found.history)
        if self.view.table.selected_count() == 1:
            self._allow(found)

    def _selected(self) -> None:
        super()._selected()
        found, row = self._detail, self.view.values(self.view.table.current_id() or 0)
        if found is None or row is None or self.view.table.selected_count() != 1:
            return
        if found.draft.id == self.view.table.current_id() and row["state"] is found.state:
            self._allow(found)

    def _allow(self, found: LeadDetail) -> None:
        """Only what fits the state; a notice without a link opens nothing."""
        for spec in lead_acts.ALL:
            action = self.acts.get(spec.name)
            if action is not None and spec.states is not None:
                action.setEnabled(found.state in spec.states)
        link = self.acts.get("link")
        if link is not None:
            link.setEnabled(bool(found.draft.link))

    def open_form(self, record_id: int | None) -> LeadDialog:
        locked = not self.desk.can(*self.edit)
        dialog = LeadDialog(self.desk, FORM, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def dropped(self, paths: Sequence[Path]) -> bool:
        """A table is read in; what else is dropped has no use here."""
        found = [path for path in paths if path.suffix.casefold() in TABLES]
        if not found or not self.desk.can(*self.edit):
            return False
        show_file(self, found[0])
        return True

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: LeadHeadline) -> None:
        parts = [translate("Lead", "{count} new").format(count=found.new)]
        if found.ending:
            parts.append(translate("Lead", "{count} end within 7 days").format(count=found.ending))
        if found.digest_on is not None:
            day = formats.day(found.digest_on, self.desk.today())
            parts.append(translate("Lead", "last digest {day}").format(day=day))
        else:
            parts.append(translate("Lead", "no digest yet"))
        self.say_headline(" · ".join(parts))

    def with_detail(self, record_id: int, act: Callable[[LeadDetail], object]) -> None:
        """Call `act` with the notice as shown, or as found when not shown."""
        shown = self._detail
        if (
            shown is not None
            and not self.pane.isHidden()
            and shown.draft.id == record_id == self.pane.record_id
        ):
            act(shown)
            return
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    def with_versions(self, ids: list[int], act: Callable[[list[tuple[int, int]]], object]) -> None:
        """Call `act` with the notices as they are now; one in the pane as it is shown."""
        shown = self._detail
        if (
            shown is not None
            and not self.pane.isHidden()
            and ids == [shown.draft.id] == [self.pane.record_id]
        ):
            act([(ids[0], shown.draft.version or 0)])
            return
        self.desk.tasks.read(self, partial(_versions, self.desk.actor, tuple(ids)), act, self.refuse)

    def refuse(self, refused: Refused) -> None:
        """What was refused is said above the list, and the page shows what is true now."""
        self.desk.tasks.refused.emit(self, refused)
        self.refresh()


def _headline(actor: Actor, today: date, session: Session) -> LeadHeadline:
    return bid_lead_details.headline(session, actor, today=today)


def _versions(actor: Actor, ids: tuple[int, ...], session: Session) -> list[tuple[int, int]]:
    return bid_lead_details.versions(session, actor, ids)
