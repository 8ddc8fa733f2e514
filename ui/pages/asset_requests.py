"""Purchase requests 采购申请: asked for, approved, received piece by piece."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from services import asset_request_details, asset_requests
from services.asset_request_details import RequestAction
from services.permissions import Permission
from services.terms import OfficePaperState
from ui.assets import request_acts
from ui.assets.request_dialog import FORM, RequestDialog
from ui.assets.request_pane import show_request
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.asset_request_details import RequestDetail, RequestLine
    from services.asset_requests import RequestHeadline
    from services.database import Session
    from services.permissions import Actor

translate = QCoreApplication.translate


def _wanted(row: RowValues, today: date) -> tuple[str, str | None]:
    waits = row["state"] is OfficePaperState.APPROVED and row["received"] < row["asked"]
    late = waits and row["wanted_on"] is not None and row["wanted_on"] < today
    return formats.day(row["wanted_on"], today), "red" if late else None


def _received(row: RowValues, _today: date) -> tuple[str, str | None]:
    if row["state"] is not OfficePaperState.APPROVED:
        return formats.NOTHING, "muted"
    return f"{row['received']} / {row['asked']}", None if row["received"] == row["asked"] else "amber"


class AssetRequestsPage(WorkflowPage["RequestDetail"]):
    """Every purchase request with what may be done next."""

    name = "asset_requests"
    title = QT_TRANSLATE_NOOP("Page", "Purchase requests")
    about = QT_TRANSLATE_NOOP(
        "Page", "What is to be bought: asked for, approved, received line by line into the register."
    )
    register = asset_requests.REGISTER
    figure = "title"
    cells: ClassVar[dict[str, Any]] = {"wanted_on": _wanted, "received": _received}
    actions: ClassVar[tuple[Action, ...]] = request_acts.ALL
    record_acts = frozenset(RequestAction)
    leading = request_acts.LEADING

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> RequestDetail:
        return asset_request_details.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: RequestDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_request(self.pane, self.desk, found, self.refresh)

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: RequestHeadline) -> None:
        parts = []
        if found.to_finish:
            parts.append(translate("Assets", "{count} to finish and submit").format(count=found.to_finish))
        if found.submitted:
            parts.append(translate("Assets", "{count} being decided").format(count=found.submitted))
        if found.to_come:
            parts.append(translate("Assets", "{count} to be received").format(count=found.to_come))
        if found.late:
            parts.append(translate("Assets", "{count} past the day wanted").format(count=found.late))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    def open_form(self, record_id: int | None) -> RequestDialog | None:
        """The form, locked once the request was handed in."""
        if record_id is None:
            return self._open(None, locked=False)
        self.with_detail(record_id, self._open_known)
        return None

    def _open_known(self, found: RequestDetail) -> None:
        self._open(found.id, locked=RequestAction.EDIT not in found.actions)

    def _open(self, record_id: int | None, *, locked: bool) -> RequestDialog:
        may = self.desk.can(Permission.ASSET_EDIT)
        dialog = RequestDialog(self.desk, FORM, record_id, self, locked=locked or not may)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def choose_line(self, found: RequestDetail, lines: Sequence[RequestLine]) -> QMenu:
        """Which of the lines came."""
        menu = QMenu(self)
        menu.setObjectName("menu.lines")
        for line in lines:
            words = translate("Assets", "{name}: {left} to come").format(name=line.name, left=line.left)
            menu.addAction(words, partial(request_acts.ask_receipt, self, found, line))
        menu.popup(QCursor.pos())
        return menu


def _headline(actor: Actor, today: date, session: Session) -> RequestHeadline:
    return asset_requests.headline(session, actor, today=today)
