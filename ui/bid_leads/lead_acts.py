"""What can be done with tender notices: kept, dropped, taken up again, opened on the web, made a bid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from services import bid_lead_details, bid_leads
from services.permissions import Permission
from services.terms import LeadState
from ui.bid_leads.digest_dialog import DigestDialog
from ui.bid_leads.import_dialog import choose_file, paste
from ui.bids.bid_dialog import FORM, BidDialog
from ui.claims.act_dialog import ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldSpec
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from datetime import date

    from services.bid_drafts import BidDraft
    from services.bid_lead_details import LeadDetail
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.bid_leads import BidLeadsPage

WHY = (
    FieldSpec("reason", QT_TRANSLATE_NOOP("Field", "Reason"), required=True, width=2, blank=""),
)  # fmt: skip

type Versions = Sequence[tuple[int, int]]

translate = QCoreApplication.translate


def keep(page: BidLeadsPage, ids: list[int]) -> None:
    """Worth a second look."""
    page.with_versions(ids, lambda versions: _sort_out(page, versions, LeadState.KEPT))


def take_up(page: BidLeadsPage, ids: list[int]) -> None:
    """Back among the new ones."""
    page.with_versions(ids, lambda versions: _sort_out(page, versions, LeadState.NEW))


def _sort_out(page: BidLeadsPage, versions: Versions, state: LeadState) -> None:
    work = partial(_sorted, page.desk.actor, versions, state)
    page.desk.tasks.run(page, work, lambda _none: page.refresh(), page.refuse)


def drop(page: BidLeadsPage, ids: list[int]) -> None:
    """Not for us, and why."""
    page.with_versions(ids, partial(ask_drop, page))


def ask_drop(page: BidLeadsPage, versions: Versions) -> ActDialog:
    """One reason for all of them."""

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        bid_leads.sort_out(session, actor, versions, LeadState.DROPPED, typed.reason)

    title = translate("Lead", "Drop {count} notices").format(count=len(versions))
    about = translate(
        "Lead", "They stay in the list of those dropped, with the reason, and can be taken up again."
    )
    question = Question(title, translate("Lead", "Drop"), WHY, {"reason": ""}, about)
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.refresh())
    dialog.open()
    return dialog


def open_link(page: BidLeadsPage, ids: list[int]) -> None:
    """The notice in the browser."""

    def show(found: LeadDetail) -> None:
        if found.draft.link:
            QDesktopServices.openUrl(QUrl(found.draft.link))

    page.with_detail(ids[0], show)


def make_bid(page: BidLeadsPage, ids: list[int]) -> None:
    """The form of a new bid, filled in from the notice; saving it makes the notice a bid."""
    work = partial(_bid, page.desk.actor, ids[0], page.desk.today())
    page.desk.tasks.read(page, work, partial(_open_bid, page), page.refuse)


def _open_bid(page: BidLeadsPage, draft: BidDraft) -> BidDialog:
    form = replace(FORM, kept_as=f"bid_of_lead.{draft.lead_id}")
    dialog = BidDialog(page.desk, form, None, page, start=draft)

    def saved(bid_id: int) -> None:
        page.refresh()
        page.desk.go("bids", bid_id)

    dialog.saved.connect(saved)
    dialog.open()
    return dialog


def show_bid(page: BidLeadsPage, ids: list[int]) -> None:
    """The bid that came of it."""

    def show(found: LeadDetail) -> None:
        if found.bid_id is not None:
            page.desk.go("bids", found.bid_id)

    page.with_detail(ids[0], show)


def digest(page: BidLeadsPage, _ids: list[int]) -> DigestDialog:
    """What went on since the last one."""
    dialog = DigestDialog(page.desk, page)
    dialog.sent.connect(page.refresh)
    dialog.open()
    return dialog


def _sorted(actor: Actor, versions: Versions, state: LeadState, session: Session) -> None:
    bid_leads.sort_out(session, actor, versions, state)


def _bid(actor: Actor, lead_id: int, today: date, session: Session) -> BidDraft:
    return bid_lead_details.bid_draft(session, actor, lead_id, today=today)


_EDIT, _SEE = (Permission.BID_EDIT,), (Permission.BID_SEE,)
_OPEN = frozenset({LeadState.NEW, LeadState.KEPT})
_NO_BID = frozenset({LeadState.NEW, LeadState.KEPT, LeadState.DROPPED})

# fmt: off
ALL = (
    Action("digest", QT_TRANSLATE_NOOP("Action", "Weekly digest"), digest, "send", "Ctrl+D", _SEE, takes=Takes.NONE),
    Action("import", QT_TRANSLATE_NOOP("Action", "Import a list"), choose_file, "upload", "Ctrl+I", _EDIT, takes=Takes.NONE),
    Action("paste", QT_TRANSLATE_NOOP("Action", "Paste a list"), paste, "clipboard-list", "Ctrl+Shift+V", _EDIT, takes=Takes.NONE, more=True),
    Action("keep", QT_TRANSLATE_NOOP("Action", "Keep"), keep, "bookmark", "Ctrl+Return", _EDIT, frozenset({LeadState.NEW}), more=True, pane=True),
    Action("make_bid", QT_TRANSLATE_NOOP("Action", "Make a bid"), make_bid, "gavel", "Ctrl+B", _EDIT, _NO_BID, Takes.ONE, more=True, pane=True),
    Action("show_bid", QT_TRANSLATE_NOOP("Action", "Show the bid"), show_bid, "gavel", "", _SEE, frozenset({LeadState.BID}), Takes.ONE, more=True, pane=True),
    Action("take_up", QT_TRANSLATE_NOOP("Action", "Take up again"), take_up, "rotate-ccw", "", _EDIT, frozenset({LeadState.KEPT, LeadState.DROPPED}), more=True),
    Action("link", QT_TRANSLATE_NOOP("Action", "Open the notice"), open_link, "eye", "Ctrl+L", _SEE, None, Takes.ONE, more=True),
    Action("drop", QT_TRANSLATE_NOOP("Action", "Drop"), drop, "x", "Ctrl+Shift+X", _EDIT, _OPEN, more=True, pane=True, danger=True),
)
# fmt: on
