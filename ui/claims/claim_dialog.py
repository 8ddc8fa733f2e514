"""The dialog of a claim or an advance: typed by hand or from invoices, by one or by two people, then handed in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from services.claim_values import ClaimDraft
from services.paper_kinds import LINED
from services.permissions import Permission
from services.terms import PaperKind
from ui.claims import claim_merge, claim_work
from ui.claims.claim_editor import ClaimEditor
from ui.claims.claim_form import paper_form, submitting_form
from ui.claims.invoice_dialog import InvoiceDialog
from ui.claims.invoice_form import invoice_form
from ui.claims.invoice_import import choose_files, import_invoices, take_stored
from ui.claims.stored_dialog import StoredDialog
from ui.state import Desk
from ui.widgets.attachments_list import local_files
from ui.widgets.record_dialog import Loaded, RecordDialog
from ui.widgets.stale_box import StaleBox

if TYPE_CHECKING:
    from services.claim_check_row import Check
    from services.claim_invoices import FromInvoices
    from services.terms import PaperKind
    from services.typed_invoices import InvoiceDraft

translate = QCoreApplication.translate


class ClaimDialog(ClaimEditor):
    """A claim or an advance; Ctrl+S saves the draft, Ctrl+Enter hands it in, Ctrl+I adds invoices."""

    def __init__(
        self,
        desk: Desk,
        kind: PaperKind,
        record_id: int | None = None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: ClaimDraft | None = None,
    ) -> None:
        self._going_on = False  # Enter left the lines: the next missing reason gets the cursor
        super().__init__(desk, kind, record_id, parent, locked=locked, start=start)
        self.parts.invoices_wanted.connect(self.choose_invoices)
        self.parts.add_button.setShortcut("Ctrl+I")
        self.parts.store_wanted.connect(self.choose_stored)
        self.parts.store_button.setShortcut("Ctrl+Shift+I")
        self.parts.store_button.setVisible(self.kind is PaperKind.CLAIM and desk.can(Permission.INVOICE_SEE))
        self.parts.invoice_wanted.connect(self.open_invoice)
        self.parts.invoice_button.setShortcut("F6")
        self.parts.files.chosen.connect(self.attach)
        self.lines.left.connect(self._after_lines)
        if self.travel is not None:
            self.travel.legs.left.connect(self._after_legs)
        self.submit_button.clicked.connect(self.submit)
        self.body.finished.disconnect()
        self.body.finished.connect(self._after_fields)

    # from hand to hand with the keyboard

    def _after_fields(self) -> None:
        if self.travel is not None and not self.locked:
            self.travel.legs.begin()
        else:
            self._after_legs()

    def _after_legs(self) -> None:
        if self.kind in LINED and not self.locked:
            self.lines.begin()
        else:
            self._after_lines()

    def _after_lines(self) -> None:
        """To the next reason that is missing; with none missing all is ready to be handed in."""
        if self._look.isActive():  # what was typed last has not been looked at yet
            self._look.stop()
            self._going_on = True
            self.look()
        (self.checks.next_silent() or self.submit_button).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_checks(self, checks: list[Check]) -> None:
        super()._show_checks(checks)
        if self._going_on and self.focusWidget() is self.submit_button:
            (self.checks.next_silent() or self.submit_button).setFocus(Qt.FocusReason.TabFocusReason)
        self._going_on = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(here, QLineEdit):
            if self.checks.isAncestorOf(here):
                self._after_lines()
            else:
                self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # files

    def choose_invoices(self) -> None:
        """Ask for invoice files."""
        if self.kind in LINED and not self.locked:
            choose_files(self.desk, self, self.add_invoices)

    def add_invoices(self, paths: Sequence[Path]) -> None:
        """Read invoices and put them into lines; the claim is saved with them."""
        draft = self.gather()
        if draft is not None:
            import_invoices(self.desk, self, paths, draft, self._imported, self._refused)

    def choose_stored(self) -> None:
        """Ask which unused invoices of the store the claim takes."""
        if self.kind is PaperKind.CLAIM and not self.locked:
            dialog = StoredDialog(self.desk, self)
            dialog.chosen.connect(self.add_stored)
            dialog.open()

    def add_stored(self, ids: Sequence[int]) -> None:
        """Put invoices of the store into lines; the claim is saved with them."""
        draft = self.gather()
        if draft is not None:
            take_stored(self.desk, self, ids, draft, self._imported, self._refused)

    def _imported(self, found: FromInvoices) -> QWidget | None:
        if found.added:
            self._became(found.draft.id)
        return self

    def open_invoice(self) -> None:
        """The invoice of the current line: to put right what was misread, or to type one from paper."""
        place = self.lines.view.currentIndex().row()
        draft = self.gather()
        if draft is None or self.kind not in LINED or not 0 <= place < len(draft.lines):
            return
        invoice_id = draft.lines[place].invoice_id
        if invoice_id is not None:
            form = invoice_form(self.desk.today())
            dialog = InvoiceDialog(self.desk, form, invoice_id, self, locked=self.locked)
            dialog.saved.connect(lambda _id: self._invoice_corrected())
            dialog.open()
        elif not self.locked:
            work = partial(claim_work.paper_invoice, self.desk.actor, draft.lines[place])
            self.desk.tasks.read(self, work, partial(self._type_invoice, draft, place), self._refused)

    def _type_invoice(self, draft: ClaimDraft, place: int, start: InvoiceDraft) -> None:
        today = self.desk.today()
        form = invoice_form(today, partial(claim_work.add_invoice, draft, place, today))
        dialog = RecordDialog(self.desk, form, None, self, start=start)
        dialog.saved.connect(self._became)
        dialog.open()

    def _invoice_corrected(self) -> None:
        self.look_again()
        self.look()

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep files with the paper; a new one is saved first."""
        draft = self.gather()
        if draft is not None and paths:
            work = partial(claim_work.save_and_attach, self.form, self.desk.actor, draft, tuple(paths))
            self.desk.tasks.run(self, work, self._became, self._refused)

    def _became(self, record_id: int | None) -> None:
        """The paper is stored with all that was typed: go on with it as it is there."""
        self._drop_kept()
        self.notice.clear()
        self.dirty, self.record_id = False, record_id
        self.heading.setText(translate("Form", self.form.title_edit))
        work = partial(self.load, self.form, self.desk.actor, record_id, self.form.empty(self.desk.today()))
        self.desk.tasks.read(self, work, self._loaded_again, self._refused)
        self.saved.emit(record_id)

    def _loaded_again(self, loaded: Loaded) -> None:
        here = self.lines.view.currentIndex()
        self.show_loaded(loaded)
        self.fill(loaded.draft)
        self.lines.view.setCurrentIndex(self.lines.model.index(max(here.row(), 0), max(here.column(), 0)))
        self.lines.view.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event) and not self.locked:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        take = self.add_invoices if self.kind in LINED else self.attach
        take(local_files(event))
        event.acceptProposedAction()

    # two people, one claim

    def _show_stale(self, found: tuple[ClaimDraft, str]) -> None:
        theirs, who = found
        mine = self.gather()
        if mine is None:
            return
        differences = [
            *self.body.differences(self.draft, mine, theirs),
            *claim_merge.line_differences(self.draft, mine, theirs, self.lines.words_of),
        ]
        both = claim_merge.merged(self.draft, mine, theirs, self.body.boxes)
        box = StaleBox(who, differences, self)
        self._offered = theirs, both
        box.decided.connect(self._go_on_with)
        box.open()

    def _go_on_with(self, keep_mine: bool) -> None:
        theirs, both = self._offered
        draft = both if keep_mine else theirs
        self.fill(theirs)
        self.body.fill(draft)
        self._fill_below(draft)
        self.dirty = draft != theirs
        self.look_again()

    # saving and submitting

    def save(self) -> None:
        self.form = paper_form(self.kind, self.desk.today())
        super().save()

    def conclude(self) -> None:
        self.submit()

    def submit(self) -> None:
        """Save and hand in as one act: what keeps it from being submitted leaves it here, as it was typed."""
        self.form = submitting_form(self.kind, self.desk.today())
        super().save()
