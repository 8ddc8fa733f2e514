"""Approvals 审批: what waits for this user's decision, and why it is right or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import claim_papers, expense_claims
from ui.claims import claim_acts, move_acts
from ui.claims.claim_cells import DECIDING_CELLS
from ui.claims.claims_page import ClaimsPage
from ui.claims.invoice_pages import InvoicePages
from ui.claims.many_dialog import left_out_words
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.widgets.confirm import tell
from ui.widgets.page_actions import Action

if TYPE_CHECKING:
    from services.approval_many import Approved
    from services.claim_papers import Waiting
    from ui.widgets.workflow_page import Stored

translate = QCoreApplication.translate


class ApprovalsPage(ClaimsPage):
    """Decided papers leave the list, and the next one is selected: a session needs one hand."""

    name = "approvals"
    title = QT_TRANSLATE_NOOP("Page", "Approvals")
    register = expense_claims.APPROVAL_REGISTER
    about = QT_TRANSLATE_NOOP("Page", "Papers that need your decision appear here.")
    cells = DECIDING_CELLS
    deciding = True
    actions: ClassVar[tuple[Action, ...]] = (  # type: ignore[assignment]  # see RegisterPage
        claim_acts.PRINT,
        move_acts.APPROVE,
        claim_acts.RETURN,
        claim_acts.SANCTION,
        move_acts.REFER,
        move_acts.ADD_SIGNER,
        move_acts.PAGES,
        claim_acts.OPEN,
    )  # fmt: skip

    _next: int | None = None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.invoices = InvoicePages(desk, self.view)
        self.view.table_box.setSpacing(12)
        self.view.table_box.setStretch(0, 4)
        self.view.table_box.addWidget(self.invoices, 3)
        self.detail_shown.connect(self._show_invoices)
        self.view.selection_changed.connect(self._select_next)

    def _show_invoices(self, record_id: object) -> None:
        found = self.detail if record_id is not None else None
        self.invoices.show_paper(found.id if found else None, len(found.invoices) if found else 0)

    def headline(self) -> None:
        actor, today = self.desk.actor, self.desk.today()
        self.desk.tasks.read(
            self,
            lambda session: claim_papers.waiting(session, actor, today=today),
            self._show_headline,
            lambda _: None,
        )

    def _show_headline(self, found: Waiting) -> None:
        if not found.count:
            self.say_headline(translate("Claim", "Nothing waits for you"))
            return
        words = translate("Claim", "{count} wait for you · Ctrl+Enter approves, Ctrl+Backspace returns")
        parts = [words.format(count=found.count)]
        for text, count in (
            (translate("Claim", "{count} past their day"), found.overdue),
            (translate("Claim", "{count} with doubts"), found.doubts),
            (translate("Claim", "{count} asked after"), found.reminded),
        ):
            parts += [text.format(count=count)] if count else []
        self.say_headline(" · ".join(parts))

    def acted(self, found: Stored) -> None:  # noqa: ARG002 - it has left the list
        """The paper leaves the list; the one below it is next."""
        self._go_on_from(self.view.table.currentIndex().row())

    def not_acted(self, found: Stored) -> None:
        """Somebody else may have decided: then it leaves the list, too."""
        self.acted(found)

    def approved_many(self, outcome: Approved) -> None:
        """What was approved leaves the list; what was not is told."""
        self._go_on_from(0)
        if outcome.left_out:
            tell(self, left_out_words(outcome))

    def _go_on_from(self, row: int) -> None:
        self._next = row
        self.view.table.setFocus()  # the button that was pressed goes away with the paper
        self.refresh()

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
