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
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.bid_lead_details import LeadDetail, LeadHeadline
    from services.database import Session
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


class BidLeadsPage(WorkflowPage["LeadDetail"]):
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
        show_lead(self.pane, found, self.desk.today())
        self.show_history(found.history)

    def allows(self, found: LeadDetail) -> dict[str, bool]:
        """Only what fits the state; a notice without a link opens nothing."""
        return {**self.by_state(found.state), "link": bool(found.draft.link)}

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

    def with_versions(self, ids: list[int], act: Callable[[list[tuple[int, int]]], object]) -> None:
        """Call `act` with the notices as they are now; one in the pane as it is shown."""
        shown = self.known(ids[0]) if len(ids) == 1 else None
        if shown is not None:
            act([(ids[0], shown.draft.version or 0)])
            return
        self.desk.tasks.read(self, partial(_versions, self.desk.actor, tuple(ids)), act, self.refuse)


def _headline(actor: Actor, today: date, session: Session) -> LeadHeadline:
    return bid_lead_details.headline(session, actor, today=today)


def _versions(actor: Actor, ids: tuple[int, ...], session: Session) -> list[tuple[int, int]]:
    return bid_lead_details.versions(session, actor, ids)
