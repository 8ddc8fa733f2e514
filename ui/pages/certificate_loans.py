"""Loans of certificates 证照借用: originals, sealed copies and keys, asked for, handed out and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

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
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.certificate_loan_details import LoanDetail
    from services.certificate_loan_register import LoanHeadline
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.reports.paper import PrintSettings

translate = QCoreApplication.translate


class CertificateLoansPage(RegisterPage):
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

    _detail: LoanDetail | None = None

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
        self._detail = found
        show_loan(self.pane, self.desk, found, lambda: self.changed(record_id))
        if self.view.table.selected_count() == 1:
            self._allow(found)

    def _selected(self) -> None:
        super()._selected()
        found, row = self._detail, self.view.values(self._detail.id) if self._detail else None
        if found is None or row is None or self.pane.isHidden():
            return
        if found.id == self.view.table.current_id() and row["state"] is found.state:
            self._allow(found)

    def _allow(self, found: LoanDetail) -> None:
        """The row tells the state; only the paper itself tells what may be done with it."""
        for act in LoanAction:
            action = self.acts.get(act.value)
            if action is not None:
                action.setEnabled(act in found.actions)

    def _show_buttons(self) -> None:
        """What leads the loan on is the blue one."""
        super()._show_buttons()
        possible = {spec.name for spec in self.acts.possible() if spec.pane}
        leading = next((name for name in loan_acts.LEADING if name in possible), None)
        for button in self.pane.findChildren(QPushButton, f"button.{leading}"):
            button.setProperty("primary", True)
            button.style().unpolish(button)
            button.style().polish(button)

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

    def with_detail(self, record_id: int, act: Callable[[LoanDetail], object]) -> None:
        """Call `act` with the loan as it is shown, or as it is found when it is not shown."""
        shown = self._detail
        if shown is not None and not self.pane.isHidden() and shown.id == record_id == self.pane.record_id:
            act(shown)
            return
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    def act(self, work: Callable[[Session], object], found: LoanDetail, *, gone: bool = False) -> None:
        """Carry out an act; what is refused is said above the list, and the loan shown as it is now."""

        def refuse(refused: Refused) -> None:
            self.desk.tasks.refused.emit(self, refused)
            self.refresh()

        done: Callable[[object], None] = lambda _none: self.refresh() if gone else self.changed(found.id)  # noqa: E731 - a name would say no more
        self.desk.tasks.run(self, work, done, refuse)

    # paper

    def print_loans(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the slips of these loans."""
        title = translate("Certificates", "Loan slips")
        if self._detail is not None and list(ids) == [self._detail.id]:
            title = self._detail.number
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
