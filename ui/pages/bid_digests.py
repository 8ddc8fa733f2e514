"""Weekly digests that went out 招标周报: their days, what they told first, the sheet as it was sent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from services import bid_digest_papers, bid_digests
from services.permissions import Permission
from ui.bid_leads.digest_dialog import DigestDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.attachments_list import AttachmentsList
from ui.widgets.page_actions import Action, Takes
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.bid_digest_papers import DigestDetail
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


def _new(page: BidDigestsPage, _ids: list[int]) -> DigestDialog:
    dialog = DigestDialog(page.desk, page)
    dialog.sent.connect(page.refresh)
    dialog.open()
    return dialog


class BidDigestsPage(RegisterPage):
    """Every digest that was marked as sent."""

    name = "bid_digests"
    title = QT_TRANSLATE_NOOP("Page", "Weekly digests")
    about = QT_TRANSLATE_NOOP("Page", "Digests of tender notices as they went out, each with its sheet.")
    register = bid_digests.REGISTER
    figure = "number"
    actions: ClassVar[tuple[Action, ...]] = (
        Action("digest", QT_TRANSLATE_NOOP("Action", "New digest"), _new, "plus", "Ctrl+N", (Permission.BID_SEE,), takes=Takes.NONE, primary=True),
    )  # fmt: skip

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> DigestDetail:
        return bid_digest_papers.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: DigestDetail) -> None:  # noqa: ARG002 - it stands in what was found
        pane, today = self.pane, self.desk.today()
        days = f"{formats.day(found.from_on, today)} – {formats.day(found.to_on, today)}"
        pane.headline(days, found.number, found.made_by)
        to = found.department or translate("Lead", "All departments")
        pane.row(translate("Field", "Department"), to)
        pane.row(translate("Lead", "Notices"), str(found.leads))
        pane.row(translate("Lead", "New in it"), str(found.fresh), strong=True)
        pane.section(translate("Lead", "The sheet as sent"))
        pane.widget(AttachmentsList(self.desk, "bid_digest", found.id, found.files, editable=False))
        pane.section(translate("Lead", "Told for the first time"))
        for title in found.titles:
            pane.text(title)
        self.show_history(found.history)
