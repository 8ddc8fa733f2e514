"""Reimbursements 报销: claims and advances from the dropped invoice to the printed voucher."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services import expense_claims
from services.permissions import Permission
from services.terms import PaperKind
from ui.claims import claim_acts, money_acts, move_acts
from ui.claims.claims_page import ClaimsPage
from ui.claims.invoice_import import choose_files, import_invoices
from ui.marking import QT_TRANSLATE_NOOP
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
    )  # fmt: skip

    def headline(self) -> None:
        actor, today = self.desk.actor, self.desk.today()
        self.desk.tasks.read(
            self,
            lambda session: expense_claims.headline(session, actor, today=today),
            self._show_headline,
            lambda _refused: None,
        )

    def _show_headline(self, found: Headline) -> None:
        parts = [translate("Claim", "Paid within {days} working days").format(days=found.promise_days)]
        said: tuple[tuple[str, ToPay], ...] = (
            (translate("Claim", "{count} overdue, {amount}"), found.overdue),
            (translate("Claim", "{count} due today, {amount}"), found.due),
        )
        if not found.overdue.count and not found.due.count:
            said = ((translate("Claim", "{count} to pay, {amount}"), found.waiting),)
        parts += [
            words.format(count=it.count, amount=formats.yuan(it.total)) for words, it in said if it.count
        ]
        if found.owed.overdue:
            late = translate("Claim", "invoices overdue: {count}")
            parts.append(late.format(count=found.owed.overdue))
        self.say_headline(" · ".join(parts))

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
