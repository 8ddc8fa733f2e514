"""What the pages of papers share: their rows, the pane, the acts, the voucher's preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication, QModelIndex, QRegularExpression
from PySide6.QtWidgets import QPushButton, QWidget

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
from ui.state import Desk
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.register_page import RegisterPage

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
GO_ON_ACTS = ("submit", "approve", "pay")
ACTS = {
    "edit", "submit", "withdraw", "approve", "return", "sanction", "refer", "add_signer", "remind", "pay", "void", "delete",
    "repay", "file_invoice", "type_invoice",
}  # fmt: skip

translate = QCoreApplication.translate


class ClaimsPage(RegisterPage):
    """A list of claims and advances with everything that can be done to them."""

    cells: ClassVar[dict[str, Any]] = CELLS
    figure = "number"
    deciding: ClassVar[bool] = False  # whether the pane begins with what speaks for and against a paper
    search_hint = QT_TRANSLATE_NOOP(
        "Page", "Search number, name, purpose, invoice number or pinyin initials  Ctrl+F"
    )

    _detail: ClaimDetail | None = None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.view.table.rows.dataChanged.connect(self._arrived)

    # the pane

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> ClaimDetail:  # noqa: ARG004 - every page's
        return expense_claims.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: ClaimDetail) -> None:  # noqa: ARG002 - it stands in what was found
        self._detail = found
        show_claim(self.pane, self.desk, found, self.refresh, deciding=self.deciding)
        if self.view.table.selected_count() == 1:
            self._allow(found)

    def _selected(self) -> None:
        super()._selected()
        found, table = self._detail, self.view.table
        row = self.view.values(found.id) if found else None
        if found is None or row is None or self.pane.isHidden():
            return
        known = found.id == table.current_id() and row["state"] is found.state  # else the row is newer
        if known and table.selected_count() == 1:
            self._allow(found)

    def _allow(self, found: ClaimDetail) -> None:
        """The row tells the state; only the paper itself tells whether this user may act on it."""
        allowed = {act.value for act in found.actions}
        allowed |= {"type_invoice"} & {f"type_{name.removeprefix('file_')}" for name in allowed}
        for name in ACTS:
            action = self.acts.get(name)
            if action is not None:
                action.setEnabled(name in allowed)

    def _arrived(self, first: QModelIndex, last: QModelIndex) -> None:
        """Rows came in anew: what is possible with the selected one may have changed."""
        if first.row() <= self.view.table.currentIndex().row() <= last.row():
            self._selected()

    def _show_buttons(self) -> None:
        """What leads the paper on is the blue one; what does not fit beside it is a picture."""
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
        for name in GO_ON_ACTS:
            for button in self.pane.findChildren(QPushButton, f"button.{name}"):
                button.setProperty("primary", True)
                button.style().unpolish(button)
                button.style().polish(button)

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

    def with_detail(self, record_id: int, act: Callable[[ClaimDetail], object]) -> None:
        """Call `act` with the paper as it is shown, or as it is found when it is not shown."""
        shown = not self.pane.isHidden() and self._detail is not None
        if shown and self._detail and self._detail.id == record_id == self.pane.record_id:
            act(self._detail)
            return
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    def act(
        self,
        work: Callable[[Session], object],
        detail: ClaimDetail,
        *,
        gone: bool = False,
        failed: Callable[[Refused], object] | None = None,
    ) -> None:
        """Carry out an act; what is refused is said above the list, and the paper shown as it is now."""

        def refuse(refused: Refused) -> None:
            self.desk.tasks.refused.emit(self, refused)
            self.not_acted(detail)

        done = partial(self._acted, detail, gone)
        self.desk.tasks.run(self, work, done, failed or refuse)

    def _acted(self, detail: ClaimDetail, gone: bool, _saved: object) -> None:
        self.refresh() if gone else self.acted(detail)

    def not_acted(self, detail: ClaimDetail) -> None:  # noqa: ARG002 - pages may look for the next one
        """An act was refused: show how things stand now."""
        self.refresh()

    def mend(self, detail: ClaimDetail, refused: Refused) -> None:
        """Open a paper that could not be handed in where it is to be mended."""
        dialog = self.open_paper(detail.kind, detail.id)
        dialog.loaded.connect(partial(dialog.complain, refused))

    def acted(self, detail: ClaimDetail) -> None:
        """An act was done: show the paper as it is now."""
        self.changed(detail.id)

    def approved_many(self, outcome: Approved) -> None:  # noqa: ARG002 - the page of decisions tells more
        """Several papers were approved: show how things stand now."""
        self.refresh()

    # paper

    def print_papers(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the vouchers of these papers."""
        title = translate("Claim", "{count} papers").format(count=len(ids))
        if self._detail is not None and list(ids) == [self._detail.id]:
            title = self._detail.number
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
