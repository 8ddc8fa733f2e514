"""Approvals 审批: what waits for this user's decision, and why it is right or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import expense_claims
from ui.claims import claim_acts
from ui.claims.claims_page import ClaimsPage
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets.page_actions import Action

if TYPE_CHECKING:
    from services.claim_details import ClaimDetail

translate = QCoreApplication.translate


class ApprovalsPage(ClaimsPage):
    """Decided papers leave the list, and the next one is selected: a session needs one hand."""

    name = "approvals"
    title = QT_TRANSLATE_NOOP("Page", "Approvals")
    register = expense_claims.APPROVAL_REGISTER
    about = QT_TRANSLATE_NOOP("Page", "Papers that need your decision appear here.")
    deciding = True
    actions: ClassVar[tuple[Action, ...]] = (  # type: ignore[assignment]  # see RegisterPage
        claim_acts.PRINT,
        claim_acts.APPROVE,
        claim_acts.RETURN,
        claim_acts.SANCTION,
        claim_acts.OPEN,
    )  # fmt: skip

    _next: int | None = None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.view.selection_changed.connect(self._select_next)

    def headline(self) -> None:
        actor = self.desk.actor
        self.desk.tasks.read(
            self,
            lambda session: expense_claims.waiting_count(session, actor),
            self._show_headline,
            lambda _: None,
        )

    def _show_headline(self, count: int) -> None:
        if count:
            words = translate("Claim", "{count} wait for you · Ctrl+Enter approves, Ctrl+Backspace returns")
            self.say_headline(words.format(count=count))
        else:
            self.say_headline(translate("Claim", "Nothing waits for you"))

    def acted(self, detail: ClaimDetail) -> None:  # noqa: ARG002 - it has left the list
        """The paper leaves the list; the one below it is next."""
        self._next = self.view.table.currentIndex().row()
        self.view.table.setFocus()  # the button that was pressed goes away with the paper
        self.refresh()

    def not_acted(self, detail: ClaimDetail) -> None:
        """Somebody else may have decided: then it leaves the list, too."""
        self.acted(detail)

    def _say_empty(self) -> None:
        if (
            self.view.chips.selected() == "waiting_for_me"
            and not self.view.search.text()
            and not self.view.filters.filters()
        ):
            words = translate("Claim", "Nothing waits for you"), translate("Page", self.about)
            self.view.table.set_empty(*words)
        else:
            super()._say_empty()

    def _select_next(self) -> None:
        place, self._next = self._next, None
        if place is not None and self.view.count:
            self.view.table.select_row(min(place, self.view.count - 1))
