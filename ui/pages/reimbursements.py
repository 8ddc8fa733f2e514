"""Reimbursements 报销: claims and advances from the dropped invoice to the printed voucher."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from services import claim_papers, expense_claims
from services.permissions import Permission
from services.terms import PaperKind
from ui.claims import claim_acts, money_acts, move_acts, several_acts
from ui.claims.claims_page import ClaimsPage
from ui.claims.invoice_import import choose_files, import_invoices
from ui.marking import QT_TRANSLATE_NOOP
from ui.packets import claim_origins
from ui.payments.candidates_dialog import CandidatesDialog
from ui.state import Desk
from ui.widgets import formats
from ui.widgets.page_actions import Action, Takes

if TYPE_CHECKING:
    from services.claim_papers import ToPay
    from services.expense_claims import FromInvoices, Headline

translate = QCoreApplication.translate


class ReimbursementsPage(ClaimsPage):
    """Every claim and advance."""

    name = "reimbursements"
    title = QT_TRANSLATE_NOOP("Page", "Reimbursements")
    register = expense_claims.REGISTER
    about = QT_TRANSLATE_NOOP("Page", "Drop e-invoices here, and a claim fills itself.")
    actions: ClassVar[tuple[Action, ...]] = (  # type: ignore[assignment]  # see RegisterPage
        Action("import", QT_TRANSLATE_NOOP("Action", "Import invoices"), lambda page, _ids: choose_files(page.desk, page, page.dropped), "upload", "Ctrl+I", (Permission.CLAIM_EDIT,), takes=Takes.NONE),
        claim_acts.PRINT,
        Action("new", QT_TRANSLATE_NOOP("Action", "New claim"), lambda page, _ids: page.open_form(None), "plus", "Ctrl+N", (Permission.CLAIM_EDIT,), takes=Takes.NONE, primary=True),
        Action("new_advance", QT_TRANSLATE_NOOP("Action", "New advance"), lambda page, _ids: page.open_paper(PaperKind.ADVANCE, None), "plus", "Ctrl+Shift+N", (Permission.CLAIM_EDIT,), takes=Takes.NONE, more=True),
        Action("new_travel", QT_TRANSLATE_NOOP("Action", "New travel claim"), lambda page, _ids: page.open_paper(PaperKind.TRAVEL, None), "plus", "Ctrl+Shift+T", (Permission.CLAIM_EDIT,), takes=Takes.NONE, more=True),
        Action("new_payment", QT_TRANSLATE_NOOP("Action", "New payment request"), lambda page, _ids: page.open_paper(PaperKind.PAYMENT, None), "plus", "Ctrl+Shift+F", (Permission.CLAIM_EDIT,), takes=Takes.NONE, more=True),
        money_acts.REPAY,
        money_acts.FILE_INVOICE,
        money_acts.TYPE_INVOICE,
        claim_acts.OPEN,
        claim_acts.EDIT,
        claim_acts.DELETE,
        claim_acts.WITHDRAW,
        claim_acts.VOID,
        claim_acts.RETURN,
        claim_acts.SANCTION,
        claim_acts.SUBMIT,
        claim_acts.APPROVE,
        move_acts.REFER,
        move_acts.REMIND,
        claim_acts.PAY,
        several_acts.SUBMIT_SEVERAL,
        several_acts.DELETE_SEVERAL,
        Action("pay_together", QT_TRANSLATE_NOOP("Action", "Pay together"), lambda page, ids: page.pay_together(ids), "banknote", "Ctrl+Shift+B", (Permission.CLAIM_PAY,), takes=Takes.NONE, more=True),
        *claim_origins.ALL,
    )  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.line.setTextFormat(Qt.TextFormat.RichText)
        self.line.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.line.linkActivated.connect(self._show_part)

    def headline(self) -> None:
        actor, today = self.desk.actor, self.desk.today()
        self.desk.tasks.read(
            self,
            lambda session: expense_claims.headline(session, actor, today=today),
            self._show_headline,
            lambda _refused: None,
        )

    def _show_headline(self, found: Headline) -> None:
        """What is overdue, due today, to pay, the latest first: a click shows those papers."""
        parts = [translate("Claim", "Paid within {days} working days").format(days=found.promise_days)]
        said: tuple[tuple[str, str, ToPay], ...] = (
            ("overdue", translate("Claim", "{count} overdue, {amount}"), found.overdue),
            ("due", translate("Claim", "{count} due today, {amount}"), found.due),
            ("to_pay", translate("Claim", "{count} to pay, {amount}"), found.waiting),
        )
        for name, words, it in said:
            if it.count:
                text = words.format(count=it.count, amount=formats.yuan(it.total))
                parts.append(f'<a href="{name}">{escape(text)}</a>')
        if found.owed.overdue:
            late = translate("Claim", "invoices overdue: {count}").format(count=found.owed.overdue)
            parts.append(f'<a href="invoices_owed">{escape(late)}</a>')
        self.say_headline(" · ".join(parts))

    def _show_part(self, name: str) -> None:
        """The papers of one part of the line below the title."""
        if name == "due":
            self.view.show_filtered("all", claim_papers.due_on(self.desk.today()))
        else:
            self.view.show_filtered(name)
        self.view.table.setFocus()

    def pay_together(self, ids: Sequence[int]) -> CandidatesDialog:
        """A batch of the selected papers, or of all that wait when not several are selected; then it is shown."""
        dialog = CandidatesDialog(self.desk, self, wanted=ids if len(ids) > 1 else ())
        dialog.saved.connect(lambda batch_id: self.desk.go("payments", batch_id))
        dialog.open()
        return dialog

    def dropped(self, paths: Sequence[Path]) -> bool:
        if not self.may_edit() or not paths:
            return False
        import_invoices(self.desk, self, paths, None, self._imported)
        return True

    def _imported(self, found: FromInvoices) -> QWidget | None:
        if found.draft.id is None:
            return None
        self.changed(found.draft.id)
        return self.open_paper(PaperKind.CLAIM, found.draft.id)
