"""What the pages of papers share: their rows, the pane, the acts, the voucher's preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication, QRegularExpression
from PySide6.QtWidgets import QPushButton

from services import expense_claims
from services.permissions import Permission
from services.progress import Progress
from services.reports import paper
from services.terms import PaperKind
from ui.claims.claim_cells import CELLS
from ui.claims.claim_dialog import ClaimDialog
from ui.claims.claim_pane import show_claim
from ui.icons import icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.workflow_page import Stored, WorkflowPage

if TYPE_CHECKING:
    from services.approval_many import Approved
    from services.claim_details import ClaimDetail
    from services.claim_values import ClaimDraft
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

PAPERS = tuple(one.name for one in paper.PAPERS)
FEW = 20  # vouchers that are there at once
ACTS = {
    "edit", "submit", "withdraw", "approve", "return", "sanction", "refer", "add_signer", "remind", "pay", "void", "delete",
    "repay", "file_invoice", "type_invoice",
}  # fmt: skip

translate = QCoreApplication.translate


class ClaimsPage(WorkflowPage["ClaimDetail"]):
    """A list of claims and advances with everything that can be done to them."""

    cells: ClassVar[dict[str, Any]] = CELLS
    figure = "number"
    record_acts = ACTS
    leading = ("submit", "approve", "pay")
    deciding: ClassVar[bool] = False  # whether the pane begins with what speaks for and against a paper
    search_hint = QT_TRANSLATE_NOOP(
        "Page", "Search number, name, purpose, invoice number or pinyin initials  Ctrl+F"
    )

    # the pane

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> ClaimDetail:  # noqa: ARG004 - every page's
        return expense_claims.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: ClaimDetail) -> None:  # noqa: ARG002 - it stands in what was found
        show_claim(self.pane, self.desk, found, self.refresh, deciding=self.deciding)

    def allows(self, found: ClaimDetail) -> dict[str, bool]:
        """Where an invoice may be added, it may be typed, too."""
        told = super().allows(found)
        return {**told, "type_invoice": told["file_invoice"]}

    def _show_buttons(self) -> None:
        """What does not fit beside the others is a picture."""
        super()._show_buttons()
        made = self.pane.findChildren(QPushButton, QRegularExpression("^button[.]"))
        shown = [button for button in made if not button.isHidden()]
        room = self.pane.width() - 32 - 8 * len(shown)
        if sum(button.sizeHint().width() for button in shown) > room:
            for button in shown:
                if button.objectName() == "button.print":
                    button.setAccessibleName(button.text())
                    button.setToolTip(f"{button.text()} ({button.toolTip()})")
                    button.setIcon(icon("printer"))
                    button.setText("")

    # forms

    def open_form(self, record_id: int | None) -> ClaimDialog | None:
        """The form of a paper, or of a new claim."""
        if record_id is None:
            return self.open_paper(PaperKind.CLAIM, None)
        self.with_detail(record_id, self._open_detail)
        return None

    def _open_detail(self, detail: ClaimDetail) -> None:
        if detail.kind is PaperKind.REPAYMENT:  # written by an act: to look at, it is printed
            self.print_papers([detail.id])
            return
        editable = any(act.value == "edit" for act in detail.actions)
        kind = PaperKind.CLAIM if detail.kind is PaperKind.REVERSAL else detail.kind
        self.open_paper(kind, detail.id, locked=not editable)

    def open_paper(
        self,
        kind: PaperKind,
        record_id: int | None,
        *,
        locked: bool = False,
        start: ClaimDraft | None = None,
    ) -> ClaimDialog:
        """The form of a claim or an advance; `start` is what a new one begins with."""
        dialog = ClaimDialog(self.desk, kind, record_id, self, locked=locked, start=start)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    # acts

    def act(
        self,
        work: Callable[[Session], object],
        found: Stored,
        *,
        gone: bool = False,
        failed: Callable[[Refused], object] | None = None,
    ) -> None:
        """Carry out an act; what is refused is said above the list, and the paper shown as it is now."""

        def refuse(refused: Refused) -> None:
            self.desk.tasks.refused.emit(self, refused)
            self.not_acted(found)

        done = partial(self._acted, found, gone)
        self.desk.tasks.run(self, work, done, failed or refuse)

    def _acted(self, found: Stored, gone: bool, _saved: object) -> None:
        self.refresh() if gone else self.acted(found)

    def not_acted(self, found: Stored) -> None:  # noqa: ARG002 - pages may look for the next one
        """An act was refused: show how things stand now."""
        self.refresh()

    def mend(self, detail: ClaimDetail, refused: Refused) -> None:
        """Open a paper that could not be handed in where it is to be mended."""
        dialog = self.open_paper(detail.kind, detail.id)
        dialog.loaded.connect(partial(dialog.complain, refused))

    def acted(self, found: Stored) -> None:
        """An act was done: show the paper as it is now."""
        self.changed(found.id)

    def approved_many(self, outcome: Approved) -> None:  # noqa: ARG002 - the page of decisions tells more
        """Several papers were approved: show how things stand now."""
        self.refresh()

    # paper

    def print_papers(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the vouchers of these papers."""
        title = translate("Claim", "{count} papers").format(count=len(ids))
        if self.detail is not None and list(ids) == [self.detail.id]:
            title = self.detail.number
        make = partial(_vouchers, self.desk.actor, tuple(ids))
        many = partial(_many_vouchers, self.desk.actor, tuple(ids)) if len(ids) > FEW else None
        preview = PrintPreview(self.desk, PrintJob("voucher", title, PAPERS, make, many), self)
        preview.open()
        return preview

    def may_edit(self) -> bool:
        return self.desk.can(Permission.CLAIM_EDIT)


def _vouchers(actor: Actor, ids: Sequence[int], session: Session, settings: PrintSettings) -> bytes:
    return _many_vouchers(actor, ids, session, settings, Progress())


def _many_vouchers(
    actor: Actor, ids: Sequence[int], session: Session, settings: PrintSettings, progress: Progress
) -> bytes:
    from services.reports.voucher import claim_pdf

    found = []
    for number, claim_id in enumerate(ids):
        progress.advance(number, len(ids))
        found.append(expense_claims.voucher(session, actor, claim_id))
    progress.check()
    return claim_pdf(found, settings)
