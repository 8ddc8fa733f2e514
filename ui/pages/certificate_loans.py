"""Loans of certificates 证照借用: originals, sealed copies and keys, asked for, handed out and back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import certificate_loan_details, certificate_loan_register
from services.certificate_loan_details import LoanAction
from services.certificate_loan_register import REGISTER
from services.permissions import Permission
from ui.certificates import loan_acts
from ui.certificates.certificate_cells import LOANS
from ui.certificates.loan_form import LoanDialog
from ui.certificates.loan_pane import show_loan
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.page_actions import Action
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.certificate_loan_details import LoanDetail
    from services.certificate_loan_register import LoanHeadline
    from services.database import Session
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

translate = QCoreApplication.translate


class CertificateLoansPage(WorkflowPage["LoanDetail"]):
    """Every loan with what may be done to it."""

    name = "certificate_loans"
    title = QT_TRANSLATE_NOOP("Page", "Loans of certificates")
    about = QT_TRANSLATE_NOOP(
        "Page", "Who borrows which original, sealed copy or key, what for, and when it is back."
    )
    register = REGISTER
    edit = (Permission.CERTIFICATE_EDIT,)
    figure = "certificate_name"
    cells: ClassVar[dict[str, Any]] = LOANS
    actions: ClassVar[tuple[Action, ...]] = loan_acts.ALL
    record_acts = frozenset(LoanAction)
    leading = loan_acts.LEADING

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,
        session: Session,
    ) -> LoanDetail:
        return certificate_loan_details.detail(session, actor, record_id, today=today)

    def show_detail(self, record_id: int, found: LoanDetail) -> None:
        show_loan(self.pane, self.desk, found, lambda: self.changed(record_id))

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: LoanHeadline) -> None:
        parts = [
            words.format(count=count)
            for count, words in (
                (found.to_hand_out, translate("Certificates", "{count} to hand out")),
                (found.to_finish, translate("Personnel", "{count} to finish and submit")),
                (found.submitted, translate("Personnel", "{count} being decided")),
                (found.lent, translate("Certificates", "{count} lent")),
            )
            if count
        ]
        if found.overdue and found.overdue_since:
            words = translate("Certificates", "{count} overdue, the first since {day} ({name})")
            since, name = found.overdue_since.isoformat(), found.overdue_holder
            parts.insert(0, words.format(count=found.overdue, day=since, name=name))
        self.say_headline(" · ".join(parts) or translate("Page", self.about))

    # forms

    def open_form(self, record_id: int | None) -> Any:
        """The form of a loan, locked once it was handed in."""
        if record_id is None:
            return self.open_loan(None)
        self.with_detail(record_id, lambda found: self.open_loan(found.id, locked=LoanAction.EDIT not in found.actions))  # fmt: skip
        return None

    def open_loan(self, record_id: int | None, *, locked: bool = False) -> LoanDialog:
        dialog = LoanDialog(self.desk, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    # acts

    # paper

    def print_loans(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the slips of these loans."""
        title = translate("Certificates", "Loan slips")
        if self.detail is not None and list(ids) == [self.detail.id]:
            title = self.detail.number
        make = partial(_slips, self.desk.actor, tuple(ids), self.desk.today())
        preview = PrintPreview(self.desk, PrintJob("certificate_loan", title, ("A4",), make), self)
        preview.open()
        return preview


def _headline(actor: Actor, today: date, session: Session) -> LoanHeadline:
    return certificate_loan_register.headline(session, actor, today=today)


def _slips(actor: Actor, ids: Sequence[int], today: date, session: Session, settings: PrintSettings) -> bytes:
    from services.certificate_loan_forms import printed
    from services.reports.certificate_loan_form import loan_pdf

    return loan_pdf([printed(session, actor, loan_id, today=today) for loan_id in ids], settings)
