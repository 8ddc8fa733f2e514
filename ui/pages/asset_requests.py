"""Purchase requests 采购申请: asked for, approved, received piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QPushButton

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
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

if TYPE_CHECKING:
    from services.asset_request_details import RequestDetail, RequestLine
    from services.asset_requests import RequestHeadline
    from services.database import Session
    from services.errors import Refused
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


class AssetRequestsPage(RegisterPage):
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

    _detail: RequestDetail | None = None

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
        self._detail = found
        show_request(self.pane, self.desk, found, self.refresh)
        if self.view.table.selected_count() == 1:
            self._allow(found)

    def _selected(self) -> None:
        super()._selected()
        found, row = self._detail, self.view.values(self._detail.id) if self._detail else None
        if found is None or row is None or self.pane.isHidden():
            return
        if found.id == self.view.table.current_id() and row["state"] is found.state:
            self._allow(found)

    def _allow(self, found: RequestDetail) -> None:
        """The row tells the state; only the request itself tells what may be done with it."""
        for act in RequestAction:
            action = self.acts.get(act.value)
            if action is not None:
                action.setEnabled(act in found.actions)

    def _show_buttons(self) -> None:
        """What leads the request on is the blue one."""
        super()._show_buttons()
        possible = {spec.name for spec in self.acts.possible() if spec.pane}
        leading = next((name for name in request_acts.LEADING if name in possible), None)
        for button in self.pane.findChildren(QPushButton, f"button.{leading}"):
            button.setProperty("primary", True)
            button.style().unpolish(button)
            button.style().polish(button)

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

    def with_detail(self, record_id: int, act: Callable[[RequestDetail], object]) -> None:
        """Call `act` with the request as it is shown, or as it is found when it is not shown."""
        shown = self._detail
        if shown is not None and not self.pane.isHidden() and shown.id == record_id == self.pane.record_id:
            act(shown)
            return
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    def act(self, work: Callable[[Session], object], found: RequestDetail, *, gone: bool = False) -> None:
        """Carry out an act; what is refused is said above the list, and the request shown as it is now."""

        def refuse(refused: Refused) -> None:
            self.desk.tasks.refused.emit(self, refused)
            self.refresh()

        done: Callable[[object], None] = lambda _none: self.refresh() if gone else self.changed(found.id)  # noqa: E731 - a name would say no more
        self.desk.tasks.run(self, work, done, refuse)


def _headline(actor: Actor, today: date, session: Session) -> RequestHeadline:
    return asset_requests.headline(session, actor, today=today)
