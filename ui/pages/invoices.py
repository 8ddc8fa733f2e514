"""Invoices 发票库: every invoice that was ever seen; drop files to keep them until somebody claims them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from services import invoice_store, typed_invoices
from services.permissions import Permission
from services.terms import EDITABLE
from ui.claims.invoice_dialog import InvoiceDialog
from ui.claims.invoice_form import invoice_form
from ui.claims.invoice_import import choose_files, read_pictures_too, take_stored, tell_problems
from ui.invoices import invoice_acts
from ui.invoices.invoice_pane import show_invoice
from ui.invoices.tax_dialog import TaxDialog
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.page_actions import Action
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.database import Session
    from services.expense_claims import FromInvoices
    from services.invoice_store import Added, InvoiceDetail, Unused
    from services.invoices.model import Reading
    from services.permissions import Actor
    from services.typed_invoices import InvoiceDraft

translate = QCoreApplication.translate


class InvoicesPage(RegisterPage):
    """The store of invoices."""

    name = "invoices"
    title = QT_TRANSLATE_NOOP("Page", "Invoices")
    about = QT_TRANSLATE_NOOP(
        "Page", "Every invoice that was ever seen. Drop files here to keep them until they are claimed."
    )
    register = invoice_store.REGISTER
    figure = "number"
    search_hint = QT_TRANSLATE_NOOP("Page", "Search number, seller, amount or pinyin initials  Ctrl+F")
    actions: ClassVar[tuple[Action, ...]] = invoice_acts.ALL

    _detail: InvoiceDetail | None = None

    # the pane

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> InvoiceDetail:  # noqa: ARG004 - every page's
        return invoice_store.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: InvoiceDetail) -> None:  # noqa: ARG002 - it stands in what was found
        self._detail = found
        show_invoice(self.pane, self.desk, found, self.refresh)

    def with_invoice(self, record_id: int, act: Callable[[InvoiceDetail], object]) -> None:
        """Call `act` with the invoice as it is now."""
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    # forms

    def open_form(self, record_id: int | None) -> None:
        """The form of a stored invoice, or of one that is typed from paper."""
        if record_id is not None:
            self.with_invoice(record_id, self._open_stored)
            return
        self.desk.tasks.read(self, partial(_empty, self.desk.actor), self._open_new)

    def _open_stored(self, found: InvoiceDetail) -> None:
        frozen = found.paper_state is not None and found.paper_state not in EDITABLE
        self._open(found.id, None, locked=frozen or not self.desk.can(Permission.INVOICE_EDIT))

    def _open_new(self, start: InvoiceDraft) -> None:
        self._open(None, start, locked=False)

    def _open(self, record_id: int | None, start: InvoiceDraft | None, *, locked: bool) -> None:
        today = self.desk.today()
        form = invoice_form(today, partial(_add_typed, today))
        dialog = InvoiceDialog(self.desk, form, record_id, self, locked=locked, start=start)
        dialog.saved.connect(self.changed)
        dialog.open()

    def open_tax(self) -> TaxDialog:
        """Tax by month; what is asked for behind a month is listed here."""
        dialog = TaxDialog(self.desk, self)
        dialog.wanted.connect(lambda found: self.view.show_filtered("all", found))
        dialog.open()
        return dialog

    # files

    def choose(self) -> None:
        choose_files(self.desk, self, self.dropped)

    def dropped(self, paths: Sequence[Path]) -> bool:
        if not paths or not self.desk.can(Permission.INVOICE_EDIT):
            return False
        files = tuple(paths)

        def read(readings: list[Reading]) -> None:
            work = partial(_keep, self.desk.actor, readings, files, self.desk.today())
            self.desk.tasks.run(self, work, self._added)

        title = translate("Claim", "Reading invoices")
        self.desk.tasks.aside_long(self, title, partial(read_pictures_too, files), read)
        return True

    def _added(self, found: Added) -> None:
        self.refresh()
        if found.ids:
            self.open_record(found.ids[-1])
        if found.problems:
            tell_problems(self, found.problems)
        for red in found.red_letters:
            invoice_acts.ask_red_letter(self, red)

    # papers

    def make_claim(self, ids: Sequence[int]) -> None:
        """Begin a claim with the selected unused invoices, and go there."""
        take_stored(self.desk, self, ids, None, self._claimed)

    def _claimed(self, found: FromInvoices) -> None:
        self.refresh()
        if found.draft.id is not None:
            self.desk.go("reimbursements", found.draft.id)

    # the line below the title

    def headline(self) -> None:
        actor, today = self.desk.actor, self.desk.today()
        self.desk.tasks.read(
            self,
            lambda session: invoice_store.headline(session, actor, today=today),
            self._show_headline,
            lambda _refused: None,
        )

    def _show_headline(self, found: Unused) -> None:
        parts = [translate("Invoice", "{count} unused").format(count=formats.count(found.count))]
        if found.late:
            words = translate("Invoice", "{count} unused for more than {days} days, {amount}")
            parts = [words.format(count=found.late, days=found.days, amount=formats.yuan(found.late_total))]
        if found.marked_after_payment:
            words = translate("Invoice", "{count} taken back by the seller after payment")
            parts.append(words.format(count=found.marked_after_payment))
        self.say_headline(" · ".join(parts))


def _empty(actor: Actor, session: Session) -> InvoiceDraft:
    return typed_invoices.new(session, actor)


def _add_typed(today: date, session: Session, actor: Actor, draft: InvoiceDraft) -> int:
    return typed_invoices.add_to_store(session, actor, draft, today=today)


def _keep(
    actor: Actor, readings: Sequence[Reading], files: Sequence[Path], today: date, session: Session
) -> Added:
    return invoice_store.add_files(session, actor, readings, files, today=today)
